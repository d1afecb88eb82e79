//! PE02 with hands at its keys, on a throwaway office.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says so by stopping")]

mod seat;

use chrono::TimeDelta;
use seat::{Seat, appointment, book, declare, naspi, now, person, register};
use sportello::desk::Command;
use sportello::desk::command::{HistoryUndo, RegistrantEdit};
use sportello::domain::appointment::AppointmentForm;
use sportello::domain::edit::FieldEdit;
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

/// A new telephone for somebody, an hour ago.
fn changed() -> (Seat, RegistrantId) {
    let (s, id) = served();
    let was = s.card(id).registrant.mobile;
    let edit = FieldEdit { field: "mobile".into(), was: was.into(), now: "333 0000009".into() };
    s.run(Command::RegistrantEdit(RegistrantEdit {
        registrant: id,
        edits: vec![edit],
        asked_by: None,
        asked_on: None,
        accepted: vec![],
    }));
    (s, id)
}

#[test]
fn what_was_saved_is_told_field_by_field() {
    let (mut s, _) = changed();
    s.at.text("7").press("Enter").is_on("PE05").sees("4 salvataggi").sees("Anagrafica modificata");
    s.at.sees("Cellulare").sees("→ 333 0000009");
    for (width, height) in [(80, 24), (120, 40)] {
        s.at.resize(width, height);
        insta::assert_snapshot!(format!("pe05_saves_{width}"), s.at.picture());
    }
    // Of one kind of record, of one day; then all again.
    s.at.text("r").sees("2 salvataggi: solo Anagrafica").text("t").sees("4 salvataggi");
    s.at.press("Down Down").sees("DID inserita").sees("Sostegno al reddito").press("Tab").press("Down Down");
    insta::assert_snapshot!("pe05_reading_120", s.at.picture());
    s.at.press("Esc").is_on("PE05").press("Esc").is_on("PE02");
}

#[test]
fn the_card_is_seen_as_it_stood_and_cannot_be_worked_on() {
    let (mut s, _) = served();
    s.at.text("h").is_on("PE05").press("End").press("Enter").is_on("PE06").sees("COM'ERA IL 23/11/2026");
    for (width, height) in [(80, 24), (120, 40)] {
        s.at.resize(width, height);
        insta::assert_snapshot!(format!("pe06_stood_{width}"), s.at.picture());
    }
    s.at.text("d").is_on("PE06").text("7").press("Esc").is_on("PE05").press("Esc").is_on("PE02");
    s.at.text("1").sees("DA FARE");
}

#[test]
fn one_s_last_save_is_taken_back_after_it_is_said_what_goes_back() {
    let (mut s, id) = changed();
    let before = s.card(id).registrant.mobile;
    s.at.text("u").is_on("PE05").sees("Cellulare: 333 0000009 →");
    insta::assert_snapshot!("pe05_question_80", s.at.picture());
    s.at.text("n");
    assert_eq!(s.card(id).registrant.mobile, before, "no is no");
    s.at.text("u").text("s").says("[ok]", "Annullato: Anagrafica modificata");
    let back = s.card(id).registrant.mobile;
    assert_ne!(back, before);
    insta::assert_snapshot!("pe05_undone_80", s.at.picture());
    // The undoing is a save like the others: on top, and undone in turn.
    s.at.press("Home").sees("annulla").text("u").text("s").says("[ok]", "Annullato");
    assert_eq!(s.card(id).registrant.mobile, before);
    // Whoever works here next may not, and is told why.
    s.by("verde", &Route::History(id)).at.text("u").says("[X]", "Il salvataggio è di BIANCHI A.");
}

#[test]
fn a_registration_by_mistake_goes_and_its_screen_with_it() {
    let mut id = RegistrantId::default();
    let mut s = Seat::at(|desk| {
        id = register(desk, person("Verdi", "Gianna"));
        Route::Person(id)
    });
    s.at.text("u").sees("Anagrafica: si toglie").text("s").is_on("HM00").says("[ok]", "Annullato");
    let gone = s.run(Command::HistoryUndo(HistoryUndo::default()));
    assert_eq!(gone.refusal().map(|finding| finding.rule.to_string()).as_deref(), Some("R-ARC-4"));
}

#[test]
fn processing_is_restricted_and_free_again() {
    let mut id = RegistrantId::default();
    let mut s = Seat::at_as("fontana", |desk| {
        id = register(desk, person("Rossi", "Maria"));
        Route::Person(id)
    });
    s.at.text("z").is_on("PE07").sees("Nessuna limitazione");
    insta::assert_snapshot!("pe07_free_80", s.at.picture());
    s.at.text("l").focus_is("Motivo").press("F2").says("[X]", "Motivo");
    s.at.text("contesta").press("Tab Tab Tab").text("titolo di studio").press("F2");
    s.at.says("[ok]", "Trattamento limitato").sees("in vigore").sees("contesta l'esattezza").sees("R-PRV-23");
    let [small, wide] = s.pictures().map(|(_, picture)| picture);
    insta::assert_snapshot!("pe07_restricted_80", small);
    insta::assert_snapshot!("pe07_restricted_120", wide);
    s.at.press("Esc").is_on("PE02").sees("[!] limitato dal 23/11/26");
    s.at.text("z").text("l").focus_is("Informata il").press("Tab").text("verificato").press("F2");
    s.at.says("[X]", "R-PRV-25").focus_is("Informata il").text("231126").press("F2");
    s.at.says("[ok]", "Limitazione tolta").sees("fino al 23/11/2026: verificato");
}

#[test]
fn the_papers_of_a_person_s_rights_go_to_paper() {
    let mut id = RegistrantId::default();
    let mut s = Seat::at_as("fontana", |desk| {
        id = register(desk, person("Rossi", "Maria"));
        Route::Rights(id)
    });
    s.at.press("Ctrl+P").sees("Rapporto degli accessi").press("Esc");
    s.at.press("F9").jobs();
    s.at.text("c").jobs();
    let tail = s.desk.borrow().store().read().audit_tail(20).unwrap();
    let acts: Vec<&str> = tail.iter().map(|line| &*line.line.action).collect();
    assert!(acts.contains(&"person.access_report") && acts.contains(&"person.export"), "{acts:?}");
    // Who may not is told who may, and nothing goes anywhere.
    let mut s = Seat::at(|desk| {
        id = register(desk, person("Rossi", "Maria"));
        Route::Rights(id)
    });
    for key in ["F9", "c", "l"] {
        s.at.press(key).says("[X]", "R-PRV-11");
    }
}
