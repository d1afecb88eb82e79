//! AG01 with hands at its keys, on a throwaway office.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says so by stopping")]

mod seat;

use chrono::{NaiveDate, NaiveDateTime};
use seat::{Count, Seat, appointment, convened, declaration, declare, person, register};
use sportello::desk::Desk;
use sportello::domain::appointment::{AppointmentForm, AppointmentState, Asker, ConvocationChannel};
use sportello::domain::did::{Benefit, Declaration};
use sportello::domain::ids::RegistrantId;
use sportello::ui::route::Route;

fn at(day: u32, hour: u32, minute: u32) -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 11, day).unwrap().and_hms_opt(hour, minute, 0).unwrap()
}

/// Books as if it had been done some time before.
fn booked(desk: &mut Desk, who: RegistrantId, start: NaiveDateTime, service: &str, agreed: bool) {
    let form = AppointmentForm { agreed_in_person: agreed, ..appointment(desk, start, service) };
    seat::booked(desk, who, form);
}

fn agenda() -> Route {
    Route::Agenda { day: None, registrant: None }
}

fn people(desk: &mut Desk) -> Vec<RegistrantId> {
    [("Verdi", "Gianna"), ("Rossi", "Maria"), ("D'Angelo", "Anna"), ("Ferrari", "Paola")]
        .into_iter()
        .map(|(surname, name)| register(desk, person(surname, name)))
        .collect()
}

/// A morning with somebody gone, somebody to come, and one left open.
fn a_day(desk: &mut Desk) -> Route {
    let who = people(desk);
    booked(desk, who[0], at(23, 9, 0), "did", true);
    booked(desk, who[1], at(23, 11, 0), "primo_colloquio", true);
    booked(desk, who[2], at(27, 14, 45), "contatto_ordinario", false);
    booked(desk, who[2], at(23, 14, 45), "contatto_ordinario", true);
    booked(desk, who[3], at(20, 15, 30), "patto", false);
    convened(desk, who[3], at(11, 9, 0));
    agenda()
}

#[test]
fn a_day_is_read_at_a_glance() {
    let mut s = Seat::at(a_day);
    s.at.says("[!]", "1 appuntamento passato").sees("PAUSA").sees("(libero)").sees("DA CHIUDERE");
    insta::assert_snapshot!("ag01_day_80", s.at.picture());
    s.at.resize(120, 40);
    insta::assert_snapshot!("ag01_day_120", s.at.picture());
    s.at.resize(80, 24).press("F8").sees("mar 24/11/2026").text("+").sees("mer 25/11/2026").text("t");
    s.at.sees("lun 23/11/2026").press("F7 F7").sees("Ufficio chiuso: sabato");
    insta::assert_snapshot!("ag01_closed_80", s.at.picture());
    s.at.press("F4").press("Down Enter").sees("sab 28/11/2026");
    s.at.text("t").press("Right").sees("FONTANA G.").press("Left").sees("BIANCHI A.");
    s.at.text("p").text("galli").press("Enter").sees("GALLI R.").press("F12");
}

#[test]
fn an_appointment_is_closed_with_its_outcome() {
    let mut n = Count::default();
    let mut s = Seat::at(a_day);
    s.at.press("Home");
    s.keys(&mut n, "e F2").at.says("[ok]", "VERDI GIANNA: svolto");
    assert!(n.keys <= 4, "{}", n.keys);
    // The one of Friday is below: never come, no proof asked for: the PEC is proof.
    s.at.press("Tab").text("a").focus_is("Esito").sees("FERRARI PAOLA");
    insta::assert_snapshot!("ag01_absent_80", s.at.picture());
    s.at.go_to("Nota").text("attesa 20 minuti").press("F2").says("[ok]", "assente, attesa motivo");
    let card = s.card(s.found("ferrari paola"));
    assert_eq!(card.appointments[0].state, AppointmentState::AbsentPending);
    assert_eq!(card.appointments[0].outcome_note, "attesa 20 minuti");
}

#[test]
fn what_is_refused_says_its_rule_on_its_field() {
    let mut s = Seat::at(a_day);
    // Ms Rossi comes at 11: at 10:42 she is not late.
    go_to(&mut s, "ROSSI MARIA");
    s.at.text("a").press("F2").says("[X]", "R-AGE-12").focus_is("Esito");
    insta::assert_snapshot!("ag01_refused_80", s.at.picture());
    s.at.resize(120, 40);
    insta::assert_snapshot!("ag01_refused_120", s.at.picture());
    s.at.press("Esc").text("s").press("Enter F2").says("[X]", "Motivo").focus_is("Motivo");
    s.at.text("visita medica").press("Esc").says("[!]", "Esc ancora").press("Esc").press("Esc");
    s.at.is_on("AG01").sees("lun 23/11/2026");
}

/// Puts the pointer on somebody of the day.
fn go_to(s: &mut Seat, name: &str) {
    s.at.press("Home");
    for _ in 0..12 {
        if s.at.screen().lines().any(|line| line.contains('►') && line.contains(name)) {
            return;
        }
        s.at.press("Down");
    }
    panic!("nobody is called {name}:\n{}", s.at.screen());
}

#[test]
fn moving_says_who_asks_and_takes_the_new_place_in_one_command() {
    let mut s = Seat::at(a_day);
    go_to(&mut s, "ROSSI MARIA");
    s.at.text("s").sees("Agenda: sposta").sees("[09:00]").sees("mar 24/11").press("Right Enter");
    s.at.focus_is("Motivo").sees("(•) la persona").sees("24/11/2026").sees("09:45");
    insta::assert_snapshot!("ag01_move_80", s.at.picture());
    s.at.press("F2").says("[X]", "Motivo").text("lavora in quell'ora");
    // By telephone: nothing is proved, and the notice is short.
    s.at.press("F2").sees("R-CNV-7").text("lo chiede lei").press("Enter");
    s.at.says("[ok]", "ROSSI MARIA: spostato a mar 24/11 09:45. Resta da convocare").sees("mar 24/11/2026");
    insta::assert_snapshot!("ag01_moved_80", s.at.picture());
    let card = s.card(s.found("rossi maria"));
    let states: Vec<_> = card.appointments.iter().map(|a| a.state).collect();
    assert_eq!(states, [AppointmentState::Moved, AppointmentState::Drafted]);
    assert_eq!(card.appointments[0].asked_by, Some(Asker::Person));
    assert_eq!(card.appointments[0].moved_to, Some(card.appointments[1].id));
    assert_eq!(card.appointments[0].outcome_note, "lavora in quell'ora");
}

#[test]
fn a_move_written_down_late_says_when_it_was_asked() {
    let mut s = Seat::at(a_day);
    go_to(&mut s, "VERDI GIANNA");
    s.at.text("s").press("Enter").sees("Chiesto il").go_to("Motivo").text("febbre del figlio");
    s.at.press("F2").focus_is("Chiesto il").text("23/11/2026").text("930");
    s.at.press("F2")
        .says("[X]", "R-CNV-15")
        .focus_is("Chiesto il")
        .press("Tab Ctrl+U")
        .text("830")
        .press("F2");
    s.at.sees("R-CNV-7").text("lo chiede lei").press("Enter").says("[ok]", "VERDI GIANNA: spostato");
    let card = s.card(s.found("verdi gianna"));
    assert_eq!(card.appointments[0].asked_at, Some(at(23, 8, 30)));
}

#[test]
fn what_is_over_is_not_moved() {
    let mut s = Seat::at(a_day);
    go_to(&mut s, "VERDI GIANNA");
    s.at.text("e").press("F2").says("[ok]", "svolto").text("s").says("[X]", "«svolto»: non si sposta");
}

#[test]
fn a_convocation_goes_where_the_person_reads() {
    let mut s = Seat::at(a_day);
    s.at.press("F8 F8 F8 F8").sees("[!] da spedire").press("Home");
    go_to(&mut s, "D'ANGELO");
    s.at.text("c").focus_is("Esito").sees("SMS").sees("333 0000000");
    insta::assert_snapshot!("ag01_convene_80", s.at.picture());
    s.at.press("Tab").text("racc").press("F4 Enter Tab").sees("via d'Esempio 1, 24100");
    s.at.press("F2").sees("R-CNV-7").text("concordato al telefono").press("Enter").says("[ok]", "inviata");
    let card = s.card(s.found("d'angelo anna"));
    let sent = card.appointments.iter().find(|a| a.state == AppointmentState::Sent).unwrap();
    assert_eq!(sent.channel, Some(ConvocationChannel::RegisteredLetter));
    assert!(sent.address_used.contains("via d'Esempio"), "{}", sent.address_used);
    s.at.text("e").press("F4").sees("convocazione consegnata").press("Esc Esc");
}

fn somebody(benefit: Benefit) -> (Seat, RegistrantId) {
    let mut id = RegistrantId::default();
    let s = Seat::at(|desk| {
        id = register(desk, person("Rossi", "Maria"));
        declare(desk, id, Declaration { benefit, ..declaration() });
        Route::Person(id)
    });
    (s, id)
}

/// Opens the booking as PE02 and PS01 do.
fn book(s: &mut Seat, id: RegistrantId) {
    s.at.open_route(&Route::Agenda { day: None, registrant: Some(id) });
}

#[test]
fn three_keys_from_the_card_to_the_appointment() {
    let (mut s, id) = somebody(Benefit::None);
    let mut n = Count { keys: 1, free: 0 }; // C on the card
    book(&mut s, id);
    s.at.is_on("AG01").sees("POSTI LIBERI").sees("[09:00]").sees("mar 24/11").sees("ROSSI MARIA");
    insta::assert_snapshot!("ag01_free_80", s.at.picture());
    s.at.resize(120, 40);
    insta::assert_snapshot!("ag01_free_120", s.at.picture());
    s.keys(&mut n, "Enter");
    s.at.focus_is("Servizio").sees("primo colloquio").sees("stanza 3").sees("24/11/2026");
    insta::assert_snapshot!("ag01_book_120", s.at.picture());
    s.at.resize(80, 24);
    insta::assert_snapshot!("ag01_book_80", s.at.picture());
    s.keys(&mut n, "F2");
    s.at.is_on("PE02").says("[ok]", "ROSSI MARIA: mar 24/11 09:00, concordato");
    println!("AG01: {} keys", n.keys);
    assert!(n.keys <= 8, "{}", n.keys);
    let card = s.card(id);
    let made = &card.appointments[0];
    assert_eq!((made.service.as_str(), made.minutes, made.proved), ("primo_colloquio", 45, false));
    // Without a pact it is no proof (R-CNV-9).
    assert_eq!(made.state, AppointmentState::OptionChosen);
}

#[test]
fn short_notice_warns_live_and_is_booked_with_a_reason() {
    let (mut s, id) = somebody(Benefit::None);
    book(&mut s, id);
    s.at.press("Enter").go_to("concordato di persona: con il patto è una prova").press("Space");
    s.at.sees("R-CNV-7").press("F2").sees("R-CNV-7").text("chiesto al telefono").press("Enter").is_on("PE02");
    let card = s.card(id);
    assert_eq!(card.appointments[0].state, AppointmentState::Drafted);
    assert_eq!(card.warnings[0].reason, "chiesto al telefono");
}

#[test]
fn by_telephone_only_what_may_be() {
    let (mut s, id) = somebody(Benefit::None);
    book(&mut s, id);
    s.at.press("Enter").go_to("Modo").text("t").press("F2").says("[X]", "R-DID-6").focus_is("Modo");
    // The office of these tests follows no region: R-CNV-3 is shown there, and stops nothing.
    s.at.text("v").press("F2").says("[ok]", "concordato");
}

#[test]
fn without_a_person_it_says_so_and_nothing_is_lost() {
    let mut s = Seat::at(|_| agenda());
    s.at.says_nothing().press("F6").says("[i]", "Ctrl+F").press("Enter").says("[i]", "Ctrl+F");
    s.at.text("e").says("[i]", "frecce");
    insta::assert_snapshot!("ag01_empty_80", s.at.picture());
}

#[test]
fn an_overlap_is_refused_by_the_desk() {
    let (mut s, id) = somebody(Benefit::None);
    let other = register(&mut s.desk.borrow_mut(), person("Neri", "Elena"));
    booked(&mut s.desk.borrow_mut(), other, at(24, 9, 45), "did", true);
    book(&mut s, id);
    s.at.press("Enter").go_to("minuti").press("Ctrl+U").text("90").press("F2");
    s.at.says("[X]", "R-AGE-4").focus_is("Giorno");
}
