//! A seat at the desk of a throwaway office, for tests of screens.
#![allow(dead_code)]

use std::cell::RefCell;
use std::rc::Rc;

use chrono::{NaiveDate, NaiveDateTime};
use sportello::app::backend::{Backend, Founding};
use sportello::app::shell::Shell;
use sportello::app::testing::AtDesk;
use sportello::clock::Clock;
use sportello::demo::office;
use sportello::desk::{Answer, Command, Desk, Outcome, Query};
use sportello::fault::{Fault, Result};
use sportello::ui::effect::{Draft, Secret};
use sportello::ui::look::Look;
use sportello::ui::route::Route;
use sportello::ui::screen::Session;
use sportello::ui::screens;

/// The hour at the desk: Monday 23 November 2026, 10:42.
pub fn now() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap().and_hms_opt(10, 42, 0).unwrap()
}

pub struct Seat {
    pub at: AtDesk,
    pub desk: Rc<RefCell<Desk>>,
    _dir: tempfile::TempDir,
}

impl Seat {
    /// Sits `bianchi` down at the screen of a route.
    pub fn at(route: impl FnOnce(&mut Desk) -> Route) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let mut desk = office::found(dir.path(), Clock::Fixed(now()), 1, now()).unwrap();
        let route = route(&mut desk);
        let operator = desk.operator("bianchi").unwrap().clone();
        let session = Session { operator, office: desk.office().unwrap().clone() };
        let look = Look::default();
        let shell = Shell::signed_in(route, screens::open, Clock::Fixed(now()), look, session);
        let desk = Rc::new(RefCell::new(desk));
        let at = AtDesk::new(shell, look).with(Box::new(Behind { desk: desk.clone(), drafts: Vec::new() }));
        Self { at, desk, _dir: dir }
    }

    /// Runs a command behind the screen.
    pub fn run(&self, command: Command) -> Outcome {
        self.desk.borrow_mut().act("bianchi", command).unwrap()
    }
}

struct Behind {
    desk: Rc<RefCell<Desk>>,
    drafts: Vec<Draft>,
}

impl Backend for Behind {
    fn ask(&mut self, by: &str, query: Query) -> Result<Answer> {
        self.desk.borrow_mut().ask(by, &query)
    }

    fn run(&mut self, by: &str, command: Command) -> Result<Outcome> {
        self.desk.borrow_mut().act(by, command)
    }

    fn searched(&mut self, by: &str, found: &sportello::desk::query::Found) -> Result<()> {
        self.desk.borrow_mut().searched(by, found)
    }

    fn found(&mut self, _: Founding) -> Result<Session> {
        Err(Fault::office("no"))
    }

    fn sign_in(&mut self, _: &str, _: &Secret) -> Result<Session> {
        Err(Fault::office("no"))
    }

    fn save_draft(&mut self, draft: &Draft) -> Result<()> {
        self.drafts.retain(|d| (&d.screen, &d.subject) != (&draft.screen, &draft.subject));
        self.drafts.push(draft.clone());
        Ok(())
    }

    fn drop_draft(&mut self, screen: &str, subject: &str) -> Result<()> {
        self.drafts.retain(|d| d.screen != screen || d.subject != subject);
        Ok(())
    }

    fn find_draft(&mut self, screen: &str, subject: &str) -> Result<Option<Draft>> {
        Ok(self.drafts.iter().find(|d| d.screen == screen && d.subject == subject).cloned())
    }
}

/// Keys pressed and characters typed where typing is free.
#[derive(Default)]
pub struct Count {
    pub keys: usize,
    pub free: usize,
}

impl Seat {
    /// Presses keys, counted.
    pub fn keys(&mut self, count: &mut Count, names: &str) -> &mut Self {
        count.keys += names.split_whitespace().count();
        self.at.press(names);
        self
    }

    /// Types a name, an address, a number, a date: not counted as keys.
    pub fn free(&mut self, count: &mut Count, text: &str) -> &mut Self {
        count.free += text.chars().count();
        self.at.text(text);
        self
    }

    /// What the desk knows of a person.
    pub fn card(
        &self,
        registrant: sportello::domain::ids::RegistrantId,
    ) -> sportello::desk::query::PersonCard {
        match self.desk.borrow_mut().ask("bianchi", &Query::Person { registrant, reason: None }).unwrap() {
            Answer::Person(card) => *card,
            other => panic!("{other:?}"),
        }
    }

    /// The only person a search finds.
    pub fn found(&self, text: &str) -> sportello::domain::ids::RegistrantId {
        let query = Query::Search { text: text.to_owned(), limit: 5 };
        match self.desk.borrow_mut().ask("bianchi", &query).unwrap() {
            Answer::Found(found) if found.rows.len() == 1 => found.rows[0].hit.registrant,
            other => panic!("{other:?}"),
        }
    }
}

/// A person with everything an Italian at the desk brings.
pub fn person(surname: &str, name: &str) -> sportello::domain::registrant::Registrant {
    use sportello::domain::registrant::{Registrant, Sex};
    let born = NaiveDate::from_ymd_opt(1985, 12, 10).unwrap();
    Registrant {
        fiscal_code: code(surname, name, born, Sex::F, "D969"),
        surname: surname.into(),
        name: name.into(),
        birth_date: Some(born),
        sex: Some(Sex::F),
        birth_place: "D969".into(),
        citizenship: "ITA".into(),
        id_doc_type: "carta_identita".into(),
        id_doc_number: "CA00000AA".into(),
        residence_address: "via d'Esempio 1".into(),
        residence_cap: "24100".into(),
        residence_place: "A794".into(),
        mobile: "333 0000000".into(),
        ..Registrant::default()
    }
}

pub fn code(
    surname: &str,
    name: &str,
    born: NaiveDate,
    sex: sportello::domain::registrant::Sex,
    place: &str,
) -> String {
    use sportello::domain::{codes::PlaceCode, fiscal_code::FiscalCode};
    FiscalCode::compute(surname, name, born, sex, PlaceCode::parse(place).unwrap()).unwrap().to_string()
}

/// Registers a person before the screen opens.
pub fn register(
    desk: &mut Desk,
    registrant: sportello::domain::registrant::Registrant,
) -> sportello::domain::ids::RegistrantId {
    use sportello::desk::command::RegistrantRegister;
    let command = Command::RegistrantRegister(RegistrantRegister { registrant, accepted: Vec::new() });
    let outcome = desk.act("bianchi", command).unwrap();
    assert!(outcome.accepted, "{:?}", outcome.findings);
    outcome.registrant.unwrap()
}
