//! LE01 with hands at its keys, on a throwaway office.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says so by stopping")]

mod seat;

use seat::{Count, Seat, declaration, declare, person, register};
use sportello::domain::activity::{ActivityState, SapChoice, SourceAct};
use sportello::domain::ids::RegistrantId;
use sportello::ui::route::Route;

fn log(did: bool) -> (Seat, RegistrantId) {
    let mut id = RegistrantId::default();
    let mut s = Seat::at(|desk| {
        id = register(desk, person("Rossi", "Maria"));
        if did {
            declare(desk, id, declaration());
        }
        Route::Menu
    });
    s.at.open_route(&Route::Activities(id));
    (s, id)
}

#[test]
fn one_key_logs_what_an_act_proposes() {
    let (mut s, id) = log(true);
    let mut n = Count::default();
    s.at.says("[i]", "Invio la conferma").sees("da confermare");
    insta::assert_snapshot!("le01_proposed_80", s.at.picture());
    s.at.resize(120, 40);
    insta::assert_snapshot!("le01_proposed_120", s.at.picture());
    s.at.resize(80, 24);
    s.keys(&mut n, "Enter");
    s.at.says("[ok]", "LEP B").sees("conclusa").sees("BIANCHI A.");
    assert_eq!(n.keys, 1);
    let row = &s.card(id).activities[0];
    assert_eq!(
        (row.lep.as_str(), row.state, row.source),
        ("B", ActivityState::Concluded, Some(SourceAct::Did))
    );
    assert_eq!((row.minutes, &row.sap), (30, &SapChoice::NotAttested));
}

#[test]
fn a_row_is_logged_and_the_next_repeats_it() {
    let (mut s, id) = log(false);
    let mut n = Count::default();
    s.at.focus_is("LEP");
    insta::assert_snapshot!("le01_empty_80", s.at.picture());
    s.keys(&mut n, "a Tab");
    s.at.focus_is("durata");
    s.keys(&mut n, "F2");
    s.at.says("[ok]", "LEP A").focus_is("LEP");
    println!("LE01: {} keys", n.keys);
    s.at.press("Ctrl+D").sees("-- nessun codice").press("F2").says("[ok]", "LEP A");
    assert_eq!(s.card(id).activities.len(), 2);
    assert!(s.at.shell.top().is_some_and(|screen| !screen.unsaved()), "an emptied row is nothing unsaved");
}

#[test]
fn with_two_codes_none_is_guessed() {
    let (mut s, id) = log(false);
    s.at.text("e").press("Tab F2");
    s.at.says("[X]", "R-LEP-2").focus_is("Codice SAP").sees("LEP");
    insta::assert_snapshot!("le01_choose_80", s.at.picture());
    s.at.resize(120, 40);
    insta::assert_snapshot!("le01_choose_120", s.at.picture());
    s.at.resize(80, 24).press("F4").sees("A03").sees("A06");
    insta::assert_snapshot!("le01_codes_80", s.at.picture());
    s.at.press("Down Enter F2").says("[ok]", "nuova versione");
    assert_eq!(s.card(id).activities[0].sap, SapChoice::Attested("A06".into()));
}

#[test]
fn a_job_found_is_proved_by_its_communication() {
    let (mut s, id) = log(false);
    s.at.text("f3").press("Tab").sees("B03").go_to("assunto").press("Space").press("F2");
    s.at.says("[X]", "R-LEP-3").focus_is("CO n.");
    s.at.text("1200026123456").press("F2").says("[ok]", "LEP F3");
    assert_eq!(s.card(id).activities[0].co_reference, "1200026123456");
}

#[test]
fn an_activity_goes_through_its_states() {
    let (mut s, id) = log(false);
    s.at.text("h").press("Tab").go_to("Stato").text("avv").press("F2").says("[ok]", "LEP H");
    s.at.press("F11").text("i").focus_is("Ora è");
    s.at.press("F2").says("[X]", "R-ATT-7").focus_is("Nota");
    insta::assert_snapshot!("le01_event_80", s.at.picture());
    s.at.text("malattia").press("F2").says("[ok]", "LEP H").sees("interrotta");
    s.at.text("c").press("F2").says("[X]", "R-LEP-7").press("Esc").text("r").press("F2");
    s.at.says("[X]", "R-ATT-7").text("guarita").press("F2").sees("avviata");
    s.at.press("Enter F2").sees("conclusa");
    assert_eq!(s.card(id).activities[0].state, ActivityState::Concluded);
    s.at.press("Enter").says("[i]", "terminata");
}

#[test]
fn leaving_what_was_typed_asks_and_keeps_the_draft() {
    let (mut s, id) = log(false);
    s.at.text("o").press("Tab").rest().press("Esc").says("[!]", "Esc ancora").press("Esc");
    s.at.open_route(&Route::Activities(id)).says("[i]", "bozza").sees("[O   ");
}

#[test]
fn a_row_half_written_is_not_thrown_away_by_the_key_of_a_new_one() {
    let (mut s, _) = log(false);
    s.at.text("e").press("Tab").press("F6").sees("non è registrata").press("Enter").sees("LEP * [E");
    s.at.press("F6 s").focus_is("LEP");
    assert!(s.at.shell.top().is_some_and(|screen| !screen.unsaved()));
}
