//! PE02 with hands at its keys, on a throwaway office.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says so by stopping")]

mod seat;

use chrono::TimeDelta;
use seat::{Seat, appointment, book, declare, naspi, now, person, register};
use sportello::domain::appointment::AppointmentForm;
use sportello::domain::ids::RegistrantId;
use sportello::ui::route::Route;

/// Somebody with a DID and an appointment.
fn served() -> (Seat, RegistrantId) {
    let mut id = RegistrantId::default();
    let seat = Seat::at(|desk| {
        let mut gianna = person("Verdi", "Gianna");
        gianna.email = "g.verdi@example.org".into();
        gianna.office_note = "Preferisce la mattina: più comodo con la scuola.".into();
        id = register(desk, gianna);
        declare(desk, id, naspi());
        let start = now() + TimeDelta::days(2) - TimeDelta::minutes(42);
        let first = AppointmentForm { minutes: Some(45), ..appointment(desk, start, "primo_colloquio") };
        book(desk, id, first, now());
        Route::Person(id)
    });
    (seat, id)
}

#[test]
fn everything_is_seen_at_once() {
    let (mut s, _) = served();
    s.at.sees("27/11 contatto e PSP")
        .sees("12/11 + 15 gg")
        .sees("R-PSP-5")
        .sees("stanza 3")
        .sees("da consegnare");
    insta::assert_snapshot!("pe02_summary_80", s.at.picture());
    s.at.resize(120, 40);
    insta::assert_snapshot!("pe02_summary_120", s.at.picture());
    for tab in ["2", "3", "4", "5", "6", "7"] {
        s.at.text(tab);
        insta::assert_snapshot!(format!("pe02_tab{tab}_120"), s.at.screen());
    }
    s.at.resize(80, 24).text("7").sees("DID inserita").text("1").sees("DA FARE");
}

#[test]
fn one_key_to_each_act() {
    for (key, code) in
        [("d", "DI01"), ("a", "AS01"), ("p", "PS01"), ("l", "LE01"), ("c", "AG01"), ("m", "PE03")]
    {
        let (mut s, _) = served();
        s.at.text(key).is_on(code).press("Esc").is_on("PE02");
    }
}

#[test]
fn enter_goes_to_the_natural_next_act() {
    let mut s = Seat::at(|desk| Route::Person(register(desk, person("Verdi", "Gianna"))));
    insta::assert_snapshot!("pe02_new_80", s.at.picture());
    s.at.press("Enter").is_on("DI01");
    let (mut s, _) = served();
    s.at.press("Enter").is_on("AS01").press("Esc").press("Down").press("Enter").is_on("PS01");
}

#[test]
fn the_notice_is_one_key() {
    let (mut s, id) = served();
    s.at.text("i").says("[ok]", "Informativa").sees("v. 3 consegnata");
    assert_eq!(s.card(id).notices.len(), 1);
    s.at.text("i");
    assert_eq!(s.card(id).notices.len(), 1, "once");
}

#[test]
fn a_person_who_is_not_there_says_so() {
    let mut s = Seat::at(|_| Route::Person(RegistrantId::default()));
    s.at.sees("La scheda non si legge");
    insta::assert_snapshot!("pe02_error_80", s.at.picture());
}
