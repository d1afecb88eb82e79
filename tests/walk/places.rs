//! Every route in the states an operator meets it in.

use chrono::{Days, NaiveDate, NaiveDateTime, TimeDelta};
use sportello::desk::Desk;
use sportello::desk::command::{ActivityRecord, Command, DocumentIssue, RestrictionBegin, RestrictionLift};
use sportello::domain::activity::{ActivityForm, ActivityState, SapChoice};
use sportello::domain::appointment::AppointmentForm;
use sportello::domain::document::DocumentKind;
use sportello::domain::ids::{DocumentId, RegistrantId, RestrictionId};
use sportello::domain::registrant::Registrant;
use sportello::domain::restriction::{Asker, Ground};
use sportello::ui::route::{Door, Route, Subject};

use crate::seat::{
    Seat, absent, act, activated, applied, appointment, assess, booked, born, card, declaration, declare,
    give_notice, held_against, naspi, now, person, register, to_decide,
};

/// The kinds of route. A new variant of [`Route`] does not compile here until
/// it has a kind, and a kind without a place fails `every_route_has_its_places`.
macro_rules! kinds {
    ($($name:literal: $pattern:pat),* $(,)?) => {
        pub const KINDS: &[&str] = &[$($name),*];
        pub fn kind(route: &Route) -> &'static str {
            match route { $($pattern => $name),* }
        }
    };
}

kinds! {
    "login, first run": Route::Login(Door::FirstRun),
    "login, sign in": Route::Login(Door::SignIn(_)),
    "login, given": Route::Login(Door::Given),
    "login, recover": Route::Login(Door::Recover(_)),
    "login, alone": Route::Login(Door::Alone),
    "login, locked": Route::Login(Door::Locked | Door::LockedAlone),
    "menu": Route::Menu,
    "search": Route::Search(_),
    "person": Route::Person(_),
    "person, for a reason": Route::PersonFor(..),
    "person data, known": Route::PersonData(Subject::Known(_)),
    "person data, new": Route::PersonData(Subject::New(_)),
    "did": Route::Did(_),
    "jobs": Route::Jobs(_),
    "assessment": Route::Assessment(_),
    "psp": Route::Psp(_),
    "psp section": Route::PspSection(..),
    "psp preview": Route::PspPreview(_),
    "psp preview at": Route::PspPreviewAt(..),
    "activities": Route::Activities(_),
    "agenda, the day": Route::Agenda { registrant: None, .. },
    "agenda, booking": Route::Agenda { registrant: Some(_), .. },
    "cases": Route::Cases(_),
    "case from an absence": Route::CaseFrom(..),
    "documents of a person": Route::Documents(_),
    "document, from the register": Route::DocumentAt(..),
    "document to issue": Route::DocumentToIssue(..),
    "documents of the office": Route::OfficeDocuments,
    "targeted placement": Route::Targeted(_),
    "miattivo and pad": Route::Intake(_),
    "history": Route::History(_),
    "undo of the last save": Route::UndoLast(_),
    "card as it stood": Route::PersonAt(..),
    "rights on the data": Route::Rights(_),
    "deadlines": Route::Deadlines,
    "tables": Route::Tables,
    "staff": Route::Staff,
    "supervision": Route::Supervision,
    "keys": Route::Keys,
    "help": Route::Help(_),
}

/// A screen in a state.
pub struct Place {
    /// Code and state: the name of its pictures.
    pub name: &'static str,
    /// Fills the office and says where to go.
    make: fn(&mut Desk) -> Route,
    /// What is pressed to come into the state.
    keys: &'static str,
}

/// All of them.
pub const PLACES: &[Place] = &[
    place("ac00_first", |_| Route::Login(Door::FirstRun), ""),
    place("ac00_sign_in", |_| Route::Login(Door::SignIn("bianchi".into())), ""),
    place("ac00_given", |_| Route::Login(Door::Given), ""),
    place("ac00_recover", |_| Route::Login(Door::Recover("fontana".into())), ""),
    place("ac00_alone", |_| Route::Login(Door::Alone), ""),
    place("ac00_locked", |_| Route::Login(Door::Locked), ""),
    place("hm00_empty", |_| Route::Menu, ""),
    place(
        "hm00_full",
        |desk| {
            full_day(desk);
            Route::Menu
        },
        "",
    ),
    place("pe01_empty", |_| Route::Search(String::new()), ""),
    place(
        "pe01_full",
        |desk| {
            crowd(desk);
            Route::Search("ros".into())
        },
        "",
    ),
    place("pe01_nobody", |_| Route::Search("zzyzx".into()), ""),
    place("pe02_empty", |desk| Route::Person(stranger(desk)), ""),
    place("pe02_full", |desk| Route::Person(laden(desk)), ""),
    place("pe02_for", |desk| Route::PersonFor(stranger(desk), "telefonata".into()), ""),
    place("pe02_nobody", |_| Route::Person(RegistrantId::default()), ""),
    place("pe03_empty", |_| Route::PersonData(Subject::New(String::new())), ""),
    place("pe03_full", |desk| Route::PersonData(Subject::Known(laden(desk))), ""),
    place("di01_empty", |desk| Route::Did(stranger(desk)), ""),
    place("di01_full", |desk| Route::Did(laden(desk)), ""),
    place("di01_refused", |desk| Route::Did(stranger(desk)), "F2"),
    place("as01_empty", |desk| Route::Assessment(declared(desk)), ""),
    place("as01_full", |desk| Route::Assessment(laden(desk)), ""),
    place("as01_refused", |desk| Route::Assessment(declared(desk)), "F2"),
    place("ps01_without_did", |desk| Route::Psp(stranger(desk)), ""),
    place("di02_empty", |desk| Route::Jobs(declared(desk)), ""),
    place("di02_form", |desk| Route::Jobs(declared(desk)), "F6"),
    place("di02_refused", |desk| Route::Jobs(declared(desk)), "F6 e F2"),
    place("ps01_empty", |desk| Route::Psp(assessed(desk)), ""),
    place("ps01_model", |desk| Route::Psp(assessed(desk)), "Enter"),
    place("ps01_refused", |desk| Route::Psp(assessed(desk)), "Enter e F2"),
    place("ps01_full", |desk| Route::Psp(laden(desk)), ROWS),
    place("ps01_section", |desk| Route::PspSection(assessed(desk), 4), ""),
    place("ps02_empty", |desk| Route::PspPreview(stranger(desk)), ""),
    place("ps02_blocked", |desk| Route::Psp(assessed(desk)), "Enter F9"),
    place("ps02_draft", |desk| Route::Psp(assessed(desk)), "Enter e Tab Space F2 F9"),
    place("ps02_full", |desk| Route::Psp(laden(desk)), "Enter e Tab Space F2 F9 F9 s * p o"),
    place("ps02_channel", |desk| Route::Psp(laden(desk)), "Enter e Tab Space F2 F9 F9 s * f"),
    place("ps02_step", |desk| Route::Psp(laden(desk)), "Enter e Tab Space F2 F9 F9 s * f 2 F2"),
    place("ps02_print", |desk| Route::Psp(laden(desk)), "Enter e Tab Space F2 F9 F9 s Ctrl+P"),
    place("ps02_brief", |desk| Route::Psp(laden(desk)), "Enter e Tab Space F2 F9 F9 s * b i"),
    place("ps02_brief_ar", |desk| Route::Psp(laden(desk)), "Enter e Tab Space F2 F9 F9 s * b a"),
    place("ps02_preview_at", |desk| Route::PspPreviewAt(assessed(desk), 6), ""),
    place("le01_empty", |desk| Route::Activities(stranger(desk)), ""),
    place("le01_full", |desk| Route::Activities(laden(desk)), ""),
    place("le01_refused", |desk| Route::Activities(stranger(desk)), "e Tab F2"),
    place("ag01_empty", |_| Route::Agenda { day: None, registrant: None }, ""),
    place(
        "ag01_full",
        |desk| {
            full_day(desk);
            Route::Agenda { day: None, registrant: None }
        },
        "",
    ),
    place(
        "ag01_outcome",
        |desk| {
            full_day(desk);
            Route::Agenda { day: None, registrant: None }
        },
        "Home e",
    ),
    place("ag01_print", |_| Route::Agenda { day: None, registrant: None }, "Ctrl+P"),
    place("ag01_free", |desk| Route::Agenda { day: None, registrant: Some(declared(desk)) }, ""),
    place("ag01_book", |desk| Route::Agenda { day: None, registrant: Some(declared(desk)) }, "Enter"),
    place("co01_empty", |desk| Route::Cases(declared(desk)), ""),
    place("co01_full", |desk| Route::Cases(to_decide(desk)), ""),
    place("co01_form", |desk| Route::Cases(held_against(desk)), "m"),
    place("co01_refused", |desk| Route::Cases(held_against(desk)), "p F2"),
    place(
        "co01_from",
        |desk| {
            let (who, missed) = absent(desk);
            Route::CaseFrom(who, missed)
        },
        "",
    ),
    place("dc01_empty", |desk| Route::Documents(stranger(desk)), ""),
    place("dc01_full", |desk| Route::Documents(papered(desk)), ""),
    place("dc01_kinds", |desk| Route::Documents(papered(desk)), "F6"),
    place("dc01_read", |desk| Route::Documents(papered(desk)), "Enter"),
    place("dc01_protocol", |desk| Route::Documents(papered(desk)), "p"),
    place("dc01_handed", |desk| Route::Documents(papered(desk)), "c"),
    place("dc01_refused", |desk| Route::Documents(papered(desk)), "p F2"),
    place("dc01_letter", letter, ""),
    place("dc01_at", read_from_register, ""),
    place("dc01_office", register_of_office, ""),
    place("dc01_filter", register_of_office, "F4"),
    place("cm01_empty", |desk| Route::Targeted(declared(desk)), ""),
    place("cm01_full", |desk| Route::Targeted(applied(desk)), ""),
    place("cm01_form", |desk| Route::Targeted(declared(desk)), "F6"),
    place("cm01_refused", |desk| Route::Targeted(applied(desk)), "d F2"),
    place("pe04_empty", |desk| Route::Intake(declared(desk)), ""),
    place("pe04_full", |desk| Route::Intake(activated(desk)), ""),
    place("pe04_form", |desk| Route::Intake(declared(desk)), "F6"),
    place("pe04_pad", |desk| Route::Intake(declared(desk)), "u"),
    place("pe04_refused", |desk| Route::Intake(declared(desk)), "F6 F2"),
    place("pe05_full", |desk| Route::History(declared(desk)), ""),
    place("pe05_filter", |desk| Route::History(declared(desk)), "Down r"),
    place("pe05_reading", |desk| Route::History(declared(desk)), "Tab Down"),
    place("pe05_undo", |desk| Route::UndoLast(declared(desk)), "n"),
    place("pe06_full", |desk| Route::PersonAt(declared(desk), Some(now())), ""),
    place("pe07_empty", |desk| Route::Rights(declared(desk)), ""),
    place("pe07_full", |desk| Route::Rights(restricted(desk)), ""),
    place("pe07_form", |desk| Route::Rights(declared(desk)), "l"),
    place("pe07_refused", |desk| Route::Rights(restricted(desk)), "l F2"),
    place("pe07_print", |desk| Route::Rights(declared(desk)), "Ctrl+P"),
    place("sc01_empty", |_| Route::Deadlines, ""),
    place(
        "sc01_full",
        |desk| {
            laden(desk);
            declared(desk);
            Route::Deadlines
        },
        "",
    ),
    place("op01_list", |_| Route::Staff, ""),
    place(
        "su01_log",
        |desk| {
            declared(desk);
            Route::Supervision
        },
        "",
    ),
    place("su01_filter", |_| Route::Supervision, "F4"),
    place("su01_kept", |_| Route::Supervision, "2"),
    place("pa01_empty", |_| Route::Tables, ""),
    place("pa01_full", |_| Route::Tables, "Enter"),
    place("pa01_form", |_| Route::Tables, "Enter Enter"),
    place("pa01_refused", |_| Route::Tables, "Enter Enter 9 9 9 9 Tab F2"),
    place("pa01_added", |_| Route::Tables, "Down Down Down Enter F6"),
    place("ac01_empty", |_| Route::Keys, ""),
    place("ac01_some", |_| Route::Keys, "F1 F3 F12 @ Enter"),
    place("gu01_empty", |_| Route::Help(Box::default()), ""),
    place("gu01_full", |desk| Route::Did(stranger(desk)), "F2 F1"),
];

/// Somebody with a DID, an appointment and their papers.
fn papered(desk: &mut Desk) -> RegistrantId {
    let id = laden(desk);
    let card = card(desk, id);
    issue(desk, DocumentKind::DidReceipt, card.last_did().unwrap().id.0);
    issue(desk, DocumentKind::Memo, id.0);
    issue(desk, DocumentKind::Memo, id.0);
    id
}

fn letter(desk: &mut Desk) -> Route {
    let id = laden(desk);
    let card = card(desk, id);
    let coming = card.appointments.iter().find(|one| one.state.is_open() && one.start > now()).unwrap();
    Route::DocumentToIssue(id, DocumentKind::Convocation, coming.id.0)
}

fn read_from_register(desk: &mut Desk) -> Route {
    let id = papered(desk);
    let document = card(desk, id).documents.last().unwrap().id;
    Route::DocumentAt(id, document, Some("telefonata".into()))
}

fn register_of_office(desk: &mut Desk) -> Route {
    papered(desk);
    Route::OfficeDocuments
}

fn issue(desk: &mut Desk, kind: DocumentKind, subject: uuid::Uuid) {
    let issue = DocumentIssue {
        document: DocumentId::default(),
        kind,
        subject,
        number: String::new(),
        protocol: None,
        convocation: None,
        placement: None,
        bring: Vec::new(),
        accepted: Vec::new(),
    };
    act(desk, Command::DocumentIssue(issue));
}

/// Measures with long words, one after the other.
const ROWS: &str = "Enter e Tab Space F2";

const fn place(name: &'static str, make: fn(&mut Desk) -> Route, keys: &'static str) -> Place {
    Place { name, make, keys }
}

impl Place {
    /// The code of its screen, from its name.
    pub fn code(&self) -> String {
        self.name[..4].to_uppercase()
    }

    /// Who sits there: the tables are changed, the log is read by a supervisor.
    fn who(&self) -> &'static str {
        if ["PA01", "SU01", "PE07"].contains(&self.code().as_str()) { "fontana" } else { "bianchi" }
    }

    /// Opens it over the menu, in an office of its own.
    pub fn open(&self) -> Seat {
        let (mut seat, route) = self.office();
        self.go(&mut seat, &route);
        seat
    }

    /// The office and the way, nobody at the keys yet.
    pub fn office(&self) -> (Seat, Route) {
        let mut route = Route::Menu;
        let seat = Seat::at_as(self.who(), |desk| {
            route = (self.make)(desk);
            below(&route)
        });
        (seat, route)
    }

    /// The same again, if nothing was written: another shell, no drafts.
    pub fn again(&self, seat: &mut Seat, route: &Route) {
        seat.again(&below(route));
        self.go(seat, route);
    }

    /// Opens the route and presses what brings into the state; `*` lets the
    /// jobs end.
    pub fn go(&self, seat: &mut Seat, route: &Route) {
        match route {
            Route::Login(Door::Locked) => {
                seat.at.press("Ctrl+L");
            }
            route if below(route) != *route => {
                seat.at.open_route(route);
            }
            _ => {}
        }
        for key in self.keys.split_whitespace() {
            match key {
                "*" => seat.at.jobs().jobs(),
                key => seat.at.press(key),
            };
        }
        seat.at.is_on(&self.code());
    }
}

/// What lies below a route: the menu, but for the doors.
fn below(route: &Route) -> Route {
    match route {
        Route::Login(door) if *door != Door::Locked => route.clone(),
        _ => Route::Menu,
    }
}

/// The person a route is about.
pub fn about(route: &Route) -> Option<RegistrantId> {
    match route {
        Route::Person(id)
        | Route::PersonFor(id, _)
        | Route::PersonData(Subject::Known(id))
        | Route::Did(id)
        | Route::Jobs(id)
        | Route::Assessment(id)
        | Route::Psp(id)
        | Route::PspSection(id, _)
        | Route::PspPreview(id)
        | Route::PspPreviewAt(id, _)
        | Route::Cases(id)
        | Route::CaseFrom(id, _)
        | Route::Documents(id)
        | Route::DocumentAt(id, ..)
        | Route::DocumentToIssue(id, ..)
        | Route::Targeted(id)
        | Route::Intake(id)
        | Route::History(id)
        | Route::UndoLast(id)
        | Route::PersonAt(id, _)
        | Route::Rights(id)
        | Route::Activities(id) => Some(*id),
        Route::Agenda { registrant, .. } => *registrant,
        _ => None,
    }
}

fn stranger(desk: &mut Desk) -> RegistrantId {
    register(desk, person("Verdi", "Gianna"))
}

fn declared(desk: &mut Desk) -> RegistrantId {
    let id = register(desk, person("Rossi", "Maria"));
    give_notice(desk, id);
    declare(desk, id, declaration());
    id
}

/// Somebody whose data are restricted, and were before.
fn restricted(desk: &mut Desk) -> RegistrantId {
    let id = declared(desk);
    let begin = |desk: &mut Desk| {
        let begin = RestrictionBegin {
            id: RestrictionId::default(),
            registrant: id,
            ground: Ground::Accuracy,
            asked_by: Asker::Person,
            asked_on: None,
            note: "dice che il titolo di studio registrato non è il suo".into(),
        };
        desk.act("fontana", Command::RestrictionBegin(begin)).unwrap().ids["restriction"]
    };
    let first = begin(desk);
    let lift = RestrictionLift {
        restriction: RestrictionId(first),
        told_on: Some(now().date()),
        why: "titolo verificato con il diploma, ora è corretto".into(),
    };
    assert!(desk.act("fontana", Command::RestrictionLift(lift)).unwrap().accepted);
    begin(desk);
    id
}

fn assessed(desk: &mut Desk) -> RegistrantId {
    let id = declared(desk);
    assess(desk, id);
    id
}

fn at(day: u32, hour: u32, minute: u32) -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 11, day).unwrap().and_hms_opt(hour, minute, 0).unwrap()
}

/// A birthday for each of many.
fn birthday(n: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(1961, 1, 31).unwrap() + Days::new(n * 211)
}

/// Fifty people of one surname and some others.
fn crowd(desk: &mut Desk) {
    let fill = |desk: &mut Desk| {
        for n in 0..60 {
            register(desk, born("Rossi", "Alessandra", birthday(n)));
        }
        Ok(register(desk, long_person()))
    };
    desk.batch(fill).unwrap();
}

fn long_person() -> Registrant {
    Registrant {
        email: "maria.addolorata.della.valle.montesanto@posta.lunghissima.example.org".into(),
        residence_address: "via dei Martiri della Libertà d'Esempio e dei Caduti 1234/ter, scala B, int. 56"
            .into(),
        office_note: "Preferisce la mattina: più comodo con la scuola. Chiamare sempre prima, \
                      perché spesso non è in casa; parla piano, sente poco dall'orecchio destro."
            .into(),
        ..person("Rossi Della Valle-Montesanto Quattrocchi", "Maria Addolorata Immacolata Concetta")
    }
}

/// Somebody with everything in the file: a long name, a DID, an assessment,
/// a year of activities and appointments.
fn laden(desk: &mut Desk) -> RegistrantId {
    desk.batch(|desk| Ok(load(desk))).unwrap()
}

fn load(desk: &mut Desk) -> RegistrantId {
    let id = register(desk, long_person());
    give_notice(desk, id);
    declare(desk, id, naspi());
    assess(desk, id);
    for n in 0..30 {
        let activity = ActivityForm {
            lep: ["A", "E", "B"][n % 3].into(),
            sap: if n % 3 == 1 { SapChoice::Attested("A03".into()) } else { SapChoice::NotAttested },
            date: Some(now().date() - TimeDelta::days(i64::try_from(n).unwrap() % 10)),
            minutes: Some(45),
            note: "colloquio lungo, con molte cose dette e tutte da ricordare la prossima volta".into(),
            state: ActivityState::Concluded,
            ..ActivityForm::default()
        };
        let record =
            ActivityRecord { id: Default::default(), registrant: id, activity, accepted: Vec::new() };
        act(desk, Command::ActivityRecord(record));
    }
    for day in [12, 16, 19, 23, 27] {
        let form = appointment(desk, at(day, 15, 15), "contatto_ordinario");
        booked(desk, id, form);
    }
    id
}

/// A day without a free place, and days before it left open.
fn full_day(desk: &mut Desk) {
    let all = |desk: &mut Desk| {
        fill_day(desk);
        Ok(())
    };
    desk.batch(all).unwrap();
}

fn fill_day(desk: &mut Desk) {
    let who: Vec<RegistrantId> = (0..10)
        .map(|n| register(desk, born("Rossi Della Valle-Montesanto", "Maria Addolorata", birthday(n))))
        .collect();
    for (n, id) in who.iter().enumerate() {
        let n = u32::try_from(n).unwrap();
        let minute = n * 30;
        let form = appointment(desk, at(23, 9 + minute / 60 + n / 7 * 2, minute % 60), "did");
        booked(desk, *id, AppointmentForm { minutes: Some(30), ..form });
        if n < 6 {
            let form = appointment(desk, at(16 + n % 5, 9 + n % 3, 0), "patto");
            booked(desk, *id, form);
        }
    }
}
