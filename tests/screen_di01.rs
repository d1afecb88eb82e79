//! DI01 with hands at its keys, on a throwaway office.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says so by stopping")]

mod seat;

use seat::{Count, Seat, person, register};
use sportello::domain::did::{DidChannel, DidState};
use sportello::domain::ids::RegistrantId;
use sportello::ui::route::Route;

fn seat() -> (Seat, RegistrantId) {
    let mut id = RegistrantId::default();
    let seat = Seat::at(|desk| {
        id = register(desk, person("Verdi", "Gianna"));
        Route::Did(id)
    });
    (seat, id)
}

/// The thirteen answers, in the fewest keys.
fn profile(s: &mut Seat, n: &mut Count) {
    s.at.focus_is("Titolo di studio");
    s.keys(n, "d d d Tab"); // diploma di istituto professionale
    s.keys(n, "s Tab o Tab").free(n, "3");
    s.keys(n, "Tab i Tab").free(n, "2");
    s.keys(n, "Tab Tab").free(n, "2");
    s.keys(n, "Tab n");
}

#[test]
fn a_declaration_in_few_keys() {
    let (mut s, id) = seat();
    let mut n = Count { keys: 1, free: 0 }; // D on the card
    s.at.focus_is("Data DID").sees("8.500,00").sees("VERDI GIANNA");
    insta::assert_snapshot!("di01_empty_80", s.at.picture());
    s.keys(&mut n, "F6");
    profile(&mut s, &mut n);
    insta::assert_snapshot!("di01_profiling_80", s.at.picture());
    s.at.resize(120, 40);
    insta::assert_snapshot!("di01_filled_120", s.at.picture());
    s.keys(&mut n, "F2");
    s.at.says("[ok]", "Entro 23/12/2026").sees("inserita");
    insta::assert_snapshot!("di01_shown_120", s.at.picture());
    s.at.resize(80, 24);
    insta::assert_snapshot!("di01_shown_80", s.at.picture());
    s.keys(&mut n, "Enter");
    s.at.says("[ok]", "LEP B");
    println!("DI01: {} keys, {} characters", n.keys, n.free);
    assert!(n.keys <= 25, "{}", n.keys);
    s.at.press("Enter").is_on("AS01");

    let card = s.card(id);
    let did = card.did().unwrap();
    assert_eq!((did.state, did.channel), (DidState::Inserted, DidChannel::CpiOperator));
    assert!(did.not_working && card.activities.len() == 1 && card.activities[0].lep == "B");
    assert_eq!(did.profiling.province, "BG");
    assert_eq!(did.profiling.presence_in_italy, "nascita");
    assert_eq!(did.profiling.minor_children, Some(false));
}

#[test]
fn what_is_missing_takes_the_focus() {
    let (mut s, _) = seat();
    s.at.press("F2").says("[X]", "R-DID-3").is_on("DI01");
    s.at.focus_is("non lavora");
    insta::assert_snapshot!("di01_error_80", s.at.picture());
    s.at.press("F6 F2").says("[X]", "titolo di studio").focus_is("Titolo di studio");
}

#[test]
fn past_dates_incomes_and_contradictions_speak_while_typing() {
    let (mut s, _) = seat();
    s.at.press("Ctrl+U").text("20112026").says("[X]", "R-DID-16");
    s.at.go_to("lavora come dipendente").press("Space").go_to("reddito annuo").text("9000").press("Tab");
    s.at.says("[X]", "R-CON-5");
    s.at.go_to("non lavora").press("Space").says("[!]", "R-DID-3");
}

#[test]
fn the_inps_application_gives_the_date() {
    let (mut s, id) = seat();
    s.at.go_to("Canale").text("dom").go_to("Domanda INPS").text("ESEMPIO-0000001").press("Tab");
    s.at.text("12112026").press("F6");
    profile(&mut s, &mut Count::default());
    s.at.press("F2").says("[ok]", "27/11/2026");
    assert_eq!(s.card(id).did().unwrap().date.to_string(), "2026-11-12");
}

#[test]
fn a_dismissal_still_running_is_at_risk() {
    let (mut s, id) = seat();
    s.at.go_to("Licenziata/o il").text("01112026").text("31122026").press("F6");
    profile(&mut s, &mut Count::default());
    s.at.press("F2").says("[ok]", "a rischio");
    assert_eq!(s.card(id).did().unwrap().state, DidState::AtRisk);
}

#[test]
fn who_never_worked_is_not_asked_about_it() {
    let (mut s, id) = seat();
    s.at.press("F6").text("l").go_to("Ha mai lavorato").text("n").press("Tab").focus_is("Un anno fa");
    s.at.text("in c").press("Tab").focus_is("Mesi di ricerca").text("0").press("Tab Tab").text("1");
    s.at.press("F2").says("[ok]", "inserita");
    let answers = s.card(id).did().unwrap().profiling.clone();
    assert_eq!((answers.months_since_last_job, answers.last_position.as_str()), (Some(0), "none"));
    assert_eq!(answers.children, Some(false));
}

#[test]
fn events_have_their_forms_and_guards() {
    let (mut s, id) = seat();
    s.at.press("F6");
    profile(&mut s, &mut Count::default());
    s.at.press("F2");
    s.at.press("F10").text("sospensione").press("Enter").focus_is("Data del fatto");
    insta::assert_snapshot!("di01_event_80", s.at.picture());
    s.at.press("Esc")
        .sees("EVENTI")
        .press("F10")
        .text("codice naz")
        .press("Enter")
        .text("ITA0001")
        .press("F2");
    s.at.says("[ok]", "Codice nazionale").sees("ITA0001");
    s.at.press("F10").text("convalida").press("Enter").press("F2").says("[ok]", "convalidata");
    s.at.press("F10")
        .text("revoca")
        .press("Enter")
        .go_to("Motivo")
        .text("r")
        .press("F2")
        .says("[ok]", "revocata");
    assert_eq!(s.card(id).last_did().unwrap().state, DidState::Revoked);
    s.at.press("F6").focus_is("Data DID");
}
