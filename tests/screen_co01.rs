//! CO01 with hands at its keys, on a throwaway office.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says so by stopping")]

mod seat;

use seat::{Count, Seat, absent, held_against, person, register, to_decide};
use sportello::desk::Desk;
use sportello::domain::conditionality::{CaseState, Consequence};
use sportello::domain::ids::RegistrantId;
use sportello::ui::route::Route;

fn seat(make: impl FnOnce(&mut Desk) -> RegistrantId) -> (Seat, RegistrantId) {
    Seat::of(make, Route::Cases)
}

fn pictures(s: &mut Seat, name: &str) {
    for (width, picture) in s.pictures() {
        insta::assert_snapshot!(format!("co01_{name}_{width}"), picture);
    }
}

#[test]
fn an_absence_goes_from_the_case_to_the_appeal() {
    let (mut s, id) = seat(|desk| absent(desk).0);
    let mut n = Count::default();
    pictures(&mut s, "empty");
    s.keys(&mut n, "F6");
    s.at.focus_is("Che cosa è mancato").sees("19/11/2026 09:30").sees("provata");
    pictures(&mut s, "open");
    s.keys(&mut n, "F2");
    s.at.says("[ok]", "nuovo caso").sees("aperto");
    s.keys(&mut n, "n");
    s.at.sees("decurtazione di 8 giorni").sees("1° per la lettera a): 19/11").sees("3° decadenza");
    s.keys(&mut n, "F2");
    s.at.says("[ok]", "Conseguenza proposta: decurtazione di 8 giorni");
    assert_eq!(s.card(id).cases[0].state, CaseState::ToDecide);
    // Who is not the supervisor cannot adopt, and reads why.
    s.keys(&mut n, "d");
    s.at.says("[X]", "spetta al responsabile");
    pictures(&mut s, "to_decide");
    s.by("fontana", &Route::Cases(id));
    s.keys(&mut n, "d");
    s.at.focus_is("Atto e protocollo");
    s.free(&mut n, "atto 12/2026, prot. 345");
    pictures(&mut s, "act");
    s.keys(&mut n, "F2");
    s.at.says("[X]", "ricorso").focus_is("l'atto informa del ricorso");
    s.keys(&mut n, "Space F2");
    s.at.says("[ok]", "atto adottato");
    assert_eq!(s.card(id).cases[0].adopted, Some(Consequence::Reduction));
    s.keys(&mut n, "t Tab");
    s.free(&mut n, "23/11/2026 ricevuta 77/2026");
    println!("CO01: {} keys, {} characters", n.keys, n.free);
    pictures(&mut s, "adopted");
}

#[test]
fn without_its_evidence_it_is_refused_on_its_field() {
    let (mut s, _) = seat(held_against);
    s.at.press("m F2").says("[X]", "Motivo").focus_is("Motivo");
    s.at.press("Esc").press("p F2").says("[X]", "R-SAN-9").focus_is("Prova della convocazione");
    pictures(&mut s, "refused");
}

#[test]
fn what_is_typed_comes_back() {
    let (mut s, _) = seat(to_decide);
    s.at.press("c Tab").text("contati insieme").press("Esc").says("[!]", "bozza").press("Esc");
    s.at.press("c").says("[i]", "bozza").sees("contati insieme");
}

#[test]
fn a_late_reason_is_kept_with_why_and_stays_covered() {
    let (mut s, id) = seat(held_against);
    s.at.press("m").text("mal").press("F2");
    s.at.text("ha telefonato dal pronto soccorso").press("Enter");
    s.at.says("[ok]", "motivo ricevuto").sees("riservat");
    assert!(!s.at.screen().contains("malattia"), "{}", s.at.screen());
    assert_eq!(s.card(id).cases[0].reason, "illness_or_injury");
    s.at.press("F10").text("riservati").press("Enter").text("la persona è qui").press("Enter");
    s.at.sees("malattia o infortunio");
}

#[test]
fn loading_and_failing_are_told() {
    let (mut s, id) = seat(held_against);
    s.again(&Route::Menu);
    s.traffic.broken.set(true);
    s.at.open_route(&Route::Cases(id)).sees("[X]");
    pictures(&mut s, "fault");
    let (mut s, _) = seat(|desk| register(desk, person("Verdi", "Gianna")));
    s.at.press("F6").says("[X]", "DID");
    pictures(&mut s, "without_did");
}

#[test]
fn from_the_agenda_a_case_is_already_written() {
    let mut missed = None;
    let mut s = Seat::at(|desk| {
        missed = Some(absent(desk));
        Route::Agenda { day: chrono::NaiveDate::from_ymd_opt(2026, 11, 19), registrant: None }
    });
    let (id, appointment) = missed.unwrap();
    s.at.press("Home k").is_on("CO01").focus_is("Che cosa è mancato").sees("19/11/2026 09:30");
    s.at.press("F2").says("[ok]", "nuovo caso");
    let case = s.card(id).cases[0].clone();
    assert_eq!((case.appointment, case.proved), (Some(appointment), true));
    // The same absence leads to the case it has.
    s.again(&Route::CaseFrom(id, appointment));
    s.at.is_on("CO01").sees("CHE COSA È SUCCESSO").sees("aperto dal 19/11/2026");
}

#[test]
fn the_second_absence_shows_its_sum_and_its_greater_consequence() {
    let (mut s, id) = seat(to_decide);
    s.at.press("F6");
    s.at.go_to("Giorno del fatto").press("Ctrl+U").text("20/11/2026");
    s.at.go_to("Prova").text("PEC consegnata il 16/11/2026").press("F2").says("[ok]", "nuovo caso");
    s.at.press("n F2").says("[ok]", "decurtazione di 30 giorni");
    s.at.sees("2° per la lettera a):").sees("19/11, 20/11").sees("(2° episodio)");
    assert_eq!(s.card(id).cases.len(), 2);
    pictures(&mut s, "second");
}
