//! AG01 as the supervisor sees it: all operators, the week, absences, what
//! the past left open.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says so by stopping")]

mod seat;

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use seat::{Count, Seat, appointment, book, convened, now, person, register};
use sportello::app::shell::Outward;
use sportello::desk::Desk;
use sportello::desk::command::{AppointmentHappened, Command, OperatorAbsent, OperatorAdd};
use sportello::domain::appointment::{AppointmentEvent, AppointmentForm, AppointmentState, Mode};
use sportello::domain::calendar::Absence;
use sportello::domain::ids::RegistrantId;
use sportello::domain::office::{Operator, Role};
use sportello::ui::effect::Job;
use sportello::ui::route::Route;

fn at(day: u32, hour: u32, minute: u32) -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 11, day).unwrap().and_hms_opt(hour, minute, 0).unwrap()
}

fn agenda() -> Route {
    Route::Agenda { day: None, registrant: None }
}

/// Books somebody new with an operator, as if done ten days before.
fn comes(
    desk: &mut Desk,
    who: (&str, &str),
    with: &str,
    start: NaiveDateTime,
    form: AppointmentForm,
) -> RegistrantId {
    let id = register(desk, person(who.0, who.1));
    let operator = desk.operator(with).unwrap();
    let form =
        AppointmentForm { operator: operator.id, start: Some(start), place: operator.room.clone(), ..form };
    book(desk, id, form, (start - TimeDelta::days(10)).min(now()));
    id
}

fn agreed(service: &str) -> AppointmentForm {
    AppointmentForm { service: service.into(), agreed_in_person: true, ..AppointmentForm::default() }
}

fn happened(desk: &mut Desk, who: RegistrantId, event: AppointmentEvent, note: &str) {
    let of =
        match desk.ask("bianchi", &sportello::desk::Query::Person { registrant: who, reason: None }).unwrap()
        {
            sportello::desk::Answer::Person(card) => card.appointments[0].id,
            other => panic!("{other:?}"),
        };
    let command = Command::AppointmentHappened(AppointmentHappened {
        appointment: of,
        event,
        channel: None,
        address: String::new(),
        proved: false,
        on: None,
        note: note.into(),
        convocation: None,
        asked_by: None,
        accepted: Vec::new(),
    });
    seat::act(desk, command);
}

fn away(desk: &mut Desk, who: &str, from: NaiveDateTime, to: NaiveDateTime) {
    let absence = Absence { operator: desk.operator(who).unwrap().id, from, to, ..Absence::default() };
    seat::act(desk, Command::OperatorAbsent(OperatorAbsent { absence }));
}

/// An office on a Monday: people held, absent, without outcome, without
/// proof, by video and telephone; operators away.
fn office(desk: &mut Desk) -> Route {
    let held = comes(desk, ("Verdi", "Gianna"), "bianchi", at(23, 9, 0), agreed("did"));
    happened(desk, held, AppointmentEvent::Held, "");
    comes(desk, ("Rossi", "Maria"), "bianchi", at(23, 11, 15), agreed("primo_colloquio"));
    let phone = AppointmentForm { mode: Mode::Phone, ..agreed("contatto_ordinario") };
    comes(desk, ("D'Angelo", "Anna"), "bianchi", at(23, 14, 45), phone);
    comes(desk, ("Neri", "Elena"), "amati", at(23, 9, 45), agreed("assessment"));
    let unproved = AppointmentForm { agreed_in_person: false, ..agreed("patto") };
    comes(desk, ("Ferrari", "Paola"), "amati", at(23, 15, 30), unproved);
    let video = AppointmentForm { mode: Mode::Video, link: "https://esempio.it/a".into(), ..agreed("patto") };
    comes(desk, ("Lo Bianco", "Giuseppina"), "fontana", at(23, 10, 30), video);
    comes(desk, ("Moretti", "Ada"), "galli", at(23, 14, 0), agreed("collocamento_mirato"));
    comes(desk, ("Costa", "Sofia"), "fontana", at(20, 15, 30), agreed("assessment"));
    let convoked = AppointmentForm { agreed_in_person: false, ..agreed("did") };
    let absent = comes(desk, ("Bruno", "Carla"), "verde", at(20, 11, 15), convoked);
    convened(desk, absent, at(11, 9, 0));
    happened(desk, absent, AppointmentEvent::Absent, "attesa 20 minuti");
    away(desk, "serra", at(23, 0, 0), at(25, 0, 0));
    away(desk, "galli", at(23, 9, 0), at(23, 11, 15));
    agenda()
}

#[test]
fn all_operators_stand_side_by_side() {
    let mut s = Seat::at(office);
    s.at.resize(120, 40)
        .sees("tutti gli operatori")
        .sees("2 >")
        .sees("+VERDI")
        .sees("?NERI")
        .sees("!FERRARI");
    s.at.sees("DA CHIUDERE (senza esito)  1").sees("IN ATTESA DI MOTIVO  1").sees("motivo scaduto 21/11");
    insta::assert_snapshot!("ag01_office_120", s.at.picture());
    // The name of a service that tells of health is on no list.
    s.at.press("Right Right").sees("MORETTI").sees("riservato");
    assert!(!s.at.screen().contains("mirato"), "{}", s.at.screen());
    s.at.press("Right").sees("< 1").sees("SERRA L.").sees("assente");
    insta::assert_snapshot!("ag01_office_right_120", s.at.picture());
    s.at.resize(80, 24).sees("operatore SERRA L.").sees("assente");
    insta::assert_snapshot!("ag01_away_80", s.at.picture());
    s.at.press("Left").sees("operatore GALLI R.").sees("riservato").press("Left Left Left");
    s.at.sees("operatore AMATI F.").sees("[?] senza esito").sees("[!] da spedire");
}

#[test]
fn what_the_past_left_open_is_closed_in_one_key() {
    let mut s = Seat::at(office);
    let mut n = Count::default();
    s.keys(&mut n, "1 F2").at.says("[ok]", "COSTA SOFIA: svolto").sees("IN ATTESA DI MOTIVO  1");
    assert!(!s.at.screen().contains("DA CHIUDERE"), "{}", s.at.screen());
    // The reason came late: said, accepted with why.
    s.keys(&mut n, "1")
        .at
        .focus_is("Esito")
        .sees("assenza giustificata")
        .go_to("Nota")
        .text("visto certificato");
    s.at.press("F2").sees("R-JUS-2").text("era ricoverata").press("Enter").says("[ok]", "giustificato");
    println!("AG01: an appointment of the past closed in {} keys", 2);
    assert_eq!(s.card(s.found("bruno carla")).appointments[0].state, AppointmentState::AbsentJustified);
    s.at.text("7").says("[ok]", "giustificato");
}

#[test]
fn the_week_of_one_and_of_all() {
    let mut s = Seat::at(office);
    s.at.press("F11")
        .sees("Agenda della settimana")
        .sees("< 23/11 - 27/11/2026 >")
        .sees("operatore BIANCHI A.");
    insta::assert_snapshot!("ag01_week_80", s.at.picture());
    s.at.resize(120, 40);
    insta::assert_snapshot!("ag01_week_120", s.at.picture());
    // The pointer goes through the days, the letters act.
    s.at.press("Right Left").text("s").sees("Agenda: sposta").press("Esc").press("F11").press("F11");
    s.at.sees("ufficio, in cifre").sees("UFFICIO").sees("app lib    !");
    insta::assert_snapshot!("ag01_week_office_120", s.at.picture());
    s.at.resize(80, 24);
    insta::assert_snapshot!("ag01_week_office_80", s.at.picture());
    s.at.press("F8")
        .sees("lun 30/11")
        .press("F7 Home Right Enter")
        .sees("mar 24/11/2026")
        .sees("operatore AMATI F.");
    s.at.press("F11")
        .text("p")
        .text("verde")
        .press("Enter")
        .sees("operatore VERDE P.")
        .press("F7")
        .sees("lun 16/11");
    s.at.text("t").sees("lun 23/11");
}

#[test]
fn an_absent_operator_s_people_go_to_others() {
    let mut s = Seat::at(|desk| {
        office(desk);
        comes(desk, ("Sala", "Irma"), "verde", at(24, 9, 0), agreed("did"));
        comes(desk, ("Riva", "Ines"), "verde", at(24, 9, 45), agreed("did"));
        away(desk, "verde", at(24, 0, 0), at(25, 0, 0));
        agenda()
    });
    s.at.resize(120, 40).press("F8").text("p").text("verde").press("Enter").sees("! assente").text("r");
    s.at.sees("RIASSEGNA  VERDE P.").sees("(•) tutta la giornata").sees("SALA IRMA  a AMATI F.");
    insta::assert_snapshot!("ag01_reassign_120", s.at.picture());
    s.at.resize(80, 24);
    insta::assert_snapshot!("ag01_reassign_80", s.at.picture());
    s.at.press("F2")
        .says("[X]", "Motivo")
        .text("assente")
        .press("F2")
        .says("[ok]", "Riassegnati: AMATI F. 1");
    s.at.text("p")
        .text("verde")
        .press("Enter")
        .sees("assente")
        .text("r")
        .says("[i]", "non ci sono appuntamenti");
    let sala = s.card(s.found("sala irma")).appointments[0].clone();
    let amati = s.desk.borrow().operator("amati").unwrap().clone();
    assert_eq!((sala.operator, sala.place), (amati.id, amati.room));
}

#[test]
fn who_is_busy_takes_nobody() {
    let mut s = Seat::at(office);
    comes(&mut s.desk.borrow_mut(), ("Sala", "Irma"), "verde", at(23, 11, 15), agreed("did"));
    s.at.press("F5")
        .sees("ROSSI MARIA")
        .text("r")
        .focus_is("Che cosa")
        .press("Tab")
        .text("verde")
        .go_to("Motivo");
    s.at.text("urgenza").press("F2").says("[X]", "R-AGE-4").focus_is("A chi");
}

#[test]
fn twelve_operators_all_taken() {
    let mut s = Seat::at(|desk| {
        for n in 1..=6 {
            let operator = Operator {
                username: format!("nuovo{n}"),
                name: "Ugo".into(),
                surname: format!("Nuovo{}", ["uno", "due", "tre", "quattro", "cinque", "sei"][n - 1]),
                role: Role::Operator,
                room: format!("stanza {}", 20 + n),
                ..Operator::default()
            };
            assert!(desk.act("fontana", Command::OperatorAdd(OperatorAdd { operator })).unwrap().accepted);
        }
        let operators = match desk.ask("bianchi", &sportello::desk::Query::Operators).unwrap() {
            sportello::desk::Answer::Operators(operators) => operators,
            other => panic!("{other:?}"),
        };
        let slots = [(9, 0), (9, 45), (10, 30), (11, 15), (14, 0), (14, 45), (15, 30), (16, 15)];
        let receives = |o: &&Operator| matches!(o.role, Role::Operator | Role::Supervisor);
        for (n, operator) in operators.iter().filter(receives).enumerate() {
            let names = [
                "Bardi", "Corsi", "Dotti", "Fabbri", "Gatti", "Lanza", "Mori", "Nobili", "Orsi", "Pace",
                "Rizzo", "Tosi",
            ];
            let who = register(desk, person(names[n], "Ida"));
            for (h, m) in slots {
                let form = AppointmentForm {
                    operator: operator.id,
                    minutes: Some(45),
                    ..appointment(desk, at(24, h, m), "primo_colloquio")
                };
                book(desk, who, AppointmentForm { agreed_in_person: true, ..form }, at(16, 9, 0));
            }
        }
        agenda()
    });
    s.at.resize(120, 40).press("F8").sees("0 liberi").sees("8 >");
    insta::assert_snapshot!("ag01_full_120", s.at.picture());
    for _ in 0..11 {
        s.at.press("Right");
    }
    s.at.sees("< 8").resize(80, 24);
    insta::assert_snapshot!("ag01_full_80", s.at.picture());
    s.at.resize(160, 40).sees("< ");
}

#[test]
fn a_desk_that_does_not_answer_is_said_in_place_of_the_day() {
    let mut s = Seat::at(office);
    s.traffic.broken.set(true);
    s.at.press("F8").sees("Il disco non risponde");
    insta::assert_snapshot!("ag01_error_80", s.at.picture());
    s.at.resize(120, 40).press("F11").sees("Il disco non risponde");
    insta::assert_snapshot!("ag01_error_120", s.at.picture());
    s.at.press("F11").sees("Il disco non risponde").text("r").press("Down Up Enter Left Right").text("e");
    s.traffic.broken.set(false);
    s.at.press("F5").sees("tutti gli operatori").sees("(libero)");
}

#[test]
fn the_list_of_the_day_is_printed() {
    let mut s = Seat::at(office);
    s.at.press("F9").sees("stampa: BIANCHI A.").sees("scegli stampante e copie");
    insta::assert_snapshot!("ag01_print_80", s.at.picture());
    s.at.text("t");
    let made = s.at.left.iter().find_map(|request| match request {
        Outward::Start { job: Job::MakeAgenda { paper, .. }, .. } => Some(paper.clone()),
        _ => None,
    });
    let paper = made.unwrap();
    s.at.left.clear();
    s.at.press("F9 Esc").text("t").sees("lun 23/11/2026");
    assert!(s.at.left.is_empty(), "given up: nothing is made");
    assert_eq!((paper.operators.len(), paper.to_close.len()), (6, 1));
}
