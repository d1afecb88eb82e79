//! A seat at the desk of a throwaway office, for tests of screens.
#![allow(dead_code, reason = "each test takes of the seat what it needs")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says so by stopping")]

mod people;
mod procedures;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use chrono::{NaiveDate, NaiveDateTime};
use sportello::app::backend::{Backend, Founding};
use sportello::app::shell::Shell;
use sportello::app::testing::AtDesk;
use sportello::clock::Clock;
use sportello::demo::office;
use sportello::desk::command::DocumentGenerated;
use sportello::desk::{Answer, Command, Desk, DocumentFile, Law, Outcome, Query};
use sportello::domain::ids::RegistrantId;
use sportello::fault::{Fault, Result};
use sportello::ui::deed::{Deed, Given};
use sportello::ui::effect::{Draft, Secret};
use sportello::ui::look::Look;
use sportello::ui::route::{Door, Route};
use sportello::ui::screen::Session;
use sportello::ui::screens;

#[allow(unused_imports, reason = "each test takes of the seat what it needs")]
pub use people::*;
#[allow(unused_imports, reason = "each test takes of the seat what it needs")]
pub use procedures::*;

/// The hour at the desk: Monday 23 November 2026, 10:42.
pub fn now() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap().and_hms_opt(10, 42, 0).unwrap()
}

pub struct Seat {
    pub at: AtDesk,
    pub desk: Rc<RefCell<Desk>>,
    pub traffic: Rc<Traffic>,
    username: &'static str,
    _dir: tempfile::TempDir,
}

/// What went between screen and desk.
#[derive(Default)]
pub struct Traffic {
    /// Questions asked.
    pub asked: Cell<usize>,
    /// Commands accepted: the office is no longer as it was.
    pub written: Cell<usize>,
    /// The desk answers nothing but faults.
    pub broken: Cell<bool>,
}

impl Traffic {
    fn fault(&self) -> Result<()> {
        if self.broken.get() {
            return Err(Fault::outside("Il disco non risponde.").hint("Controllare il cavo."));
        }
        Ok(())
    }
}

impl Seat {
    /// Sits `bianchi` down at the screen of a route.
    pub fn at(route: impl FnOnce(&mut Desk) -> Route) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let mut desk = office::found(dir.path(), Clock::Fixed(now()), 1, now()).unwrap();
        let route = route(&mut desk);
        Self::in_office(dir, desk, &route)
    }

    /// Sits `bianchi` down at a screen of the person that is made.
    pub fn of(
        make: impl FnOnce(&mut Desk) -> RegistrantId,
        route: impl FnOnce(RegistrantId) -> Route,
    ) -> (Self, RegistrantId) {
        let mut id = RegistrantId::default();
        let seat = Self::at(|desk| {
            id = make(desk);
            route(id)
        });
        (seat, id)
    }

    /// The screen at the two sizes it is looked at, the smaller one last set.
    pub fn pictures(&mut self) -> [(u16, String); 2] {
        let wide = {
            self.at.resize(120, 40);
            (120, self.at.picture())
        };
        self.at.resize(80, 24);
        [(80, self.at.picture()), wide]
    }

    /// Sits somebody else down at the screen of a route.
    pub fn at_as(username: &'static str, route: impl FnOnce(&mut Desk) -> Route) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let mut desk = office::found(dir.path(), Clock::Fixed(now()), 1, now()).unwrap();
        let route = route(&mut desk);
        Self::in_office_as(username, dir, desk, &route)
    }

    /// Sits `bianchi` down in an office that is there already.
    pub fn in_office(dir: tempfile::TempDir, desk: Desk, route: &Route) -> Self {
        Self::in_office_as("bianchi", dir, desk, route)
    }

    fn in_office_as(username: &'static str, dir: tempfile::TempDir, desk: Desk, route: &Route) -> Self {
        let desk = Rc::new(RefCell::new(desk));
        let traffic = Rc::new(Traffic::default());
        let at = Self::sit(username, &desk, &traffic, route, Look::default());
        Self { at, desk, traffic, username, _dir: dir }
    }

    /// Sits down again in the same office: another shell, no drafts.
    pub fn again(&mut self, route: &Route) -> &mut Self {
        self.traffic.broken.set(false);
        self.looking(route, Look::default())
    }

    /// Sits down again in the same office, with another look.
    pub fn looking(&mut self, route: &Route, look: Look) -> &mut Self {
        self.at = Self::sit(self.username, &self.desk, &self.traffic, route, look);
        self
    }

    /// Sits somebody else down in the same office: another shell, no drafts.
    pub fn by(&mut self, username: &'static str, route: &Route) -> &mut Self {
        self.username = username;
        self.again(route)
    }

    fn sit(
        username: &str,
        desk: &Rc<RefCell<Desk>>,
        traffic: &Rc<Traffic>,
        route: &Route,
        look: Look,
    ) -> AtDesk {
        let clock = Clock::Fixed(now());
        let shell = match route {
            Route::Login(door) if *door != Door::Locked => {
                Shell::new(route.clone(), screens::open, clock, look)
            }
            _ => {
                Shell::signed_in(route.clone(), screens::open, clock, look, session(&desk.borrow(), username))
            }
        };
        let at = AtDesk::new(shell, look);
        if *route == Route::Login(Door::Alone) {
            // The desk is still being opened: for as long as the door is seen.
            return at;
        }
        let behind = Behind { desk: desk.clone(), traffic: traffic.clone(), drafts: Vec::new() };
        at.with(Box::new(behind))
    }

    /// Gets up: the office is closed, its folder stays.
    pub fn leave(self) -> tempfile::TempDir {
        let Self { at, desk, _dir, .. } = self;
        drop((at, desk));
        _dir
    }

    /// Runs a command behind the screen.
    pub fn run(&self, command: Command) -> Outcome {
        self.desk.borrow_mut().act("bianchi", command).unwrap()
    }
}

fn session(desk: &Desk, username: &str) -> Session {
    let operator = desk.operator(username).unwrap().clone();
    Session {
        operator,
        office: desk.office().unwrap().clone(),
        law: desk.law().unwrap(),
        must_change: false,
        passwords: false,
        recovery: true,
    }
}

struct Behind {
    desk: Rc<RefCell<Desk>>,
    traffic: Rc<Traffic>,
    drafts: Vec<Draft>,
}

impl Backend for Behind {
    fn ask(&mut self, by: &str, query: Query) -> Result<Answer> {
        self.traffic.asked.set(self.traffic.asked.get() + 1);
        self.traffic.fault()?;
        self.desk.borrow_mut().ask(by, &query)
    }

    fn run(&mut self, by: &str, command: Command) -> Result<Outcome> {
        self.traffic.fault()?;
        let outcome = self.desk.borrow_mut().act(by, command)?;
        self.traffic.written.set(self.traffic.written.get() + usize::from(outcome.accepted));
        Ok(outcome)
    }

    fn keys(&mut self, by: &str, deed: Deed) -> Result<Given> {
        self.traffic.fault()?;
        sportello::app::keys::done(&mut self.desk.borrow_mut(), by, deed)
    }

    fn archive(&mut self, by: &str, command: DocumentGenerated, file: &DocumentFile) -> Result<Outcome> {
        self.traffic.fault()?;
        let outcome = self.desk.borrow_mut().file_made(by, command, file)?;
        self.traffic.written.set(self.traffic.written.get() + usize::from(outcome.accepted));
        Ok(outcome)
    }

    fn opened(
        &mut self,
        by: &str,
        registrant: sportello::domain::ids::RegistrantId,
        reason: Option<String>,
    ) -> Result<()> {
        self.desk.borrow_mut().opened(by, registrant, reason)
    }

    fn closed(&mut self, by: &str, registrant: sportello::domain::ids::RegistrantId) -> Result<()> {
        self.desk.borrow_mut().closed(by, registrant)
    }

    fn searched(&mut self, by: &str, found: &sportello::desk::query::Found) -> Result<()> {
        self.desk.borrow_mut().searched(by, found)
    }

    fn law(&self) -> Option<Law> {
        self.desk.borrow().law().ok()
    }

    fn found(&mut self, _: Founding) -> Result<Session> {
        Err(Fault::office("La cartella ha già un ufficio."))
    }

    fn sign_in(&mut self, username: &str, _: &Secret) -> Result<Session> {
        // The door that opens by itself names nobody.
        if !["", "bianchi"].contains(&username) {
            return Err(Fault::office("Nome utente o password non giusti."));
        }
        Ok(session(&self.desk.borrow(), "bianchi"))
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
    pub fn found(&self, text: &str) -> RegistrantId {
        let query = Query::Search { text: text.to_owned(), limit: 5 };
        match self.desk.borrow_mut().ask("bianchi", &query).unwrap() {
            Answer::Found(found) if found.rows.len() == 1 => found.rows[0].hit.registrant,
            other => panic!("{other:?}"),
        }
    }
}
