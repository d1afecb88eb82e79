//! CM01 with hands at its keys, on a throwaway office.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says so by stopping")]

mod seat;

use seat::{Count, Seat, applied, declared};
use sportello::desk::Desk;
use sportello::domain::ids::RegistrantId;
use sportello::domain::placement::TargetedState;
use sportello::ui::route::Route;

fn seat(make: impl FnOnce(&mut Desk) -> RegistrantId) -> (Seat, RegistrantId) {
    Seat::of(make, Route::Targeted)
}

fn pictures(s: &mut Seat, name: &str) {
    for (width, picture) in s.pictures() {
        insta::assert_snapshot!(format!("cm01_{name}_{width}"), picture);
    }
}

#[test]
fn an_application_goes_from_the_counter_to_the_list() {
    let (mut s, id) = seat(declared);
    let mut n = Count::default();
    pictures(&mut s, "empty");
    s.keys(&mut n, "F6");
    s.at.sees("23/11 + 30 gg = 23/12/2026, R-CM-16");
    s.keys(&mut n, "i").keys(&mut n, "Tab Space Tab Space Tab");
    s.free(&mut n, "04/05/2026 60");
    pictures(&mut s, "apply");
    s.at.go_to("Protocollo").text("1234/2026");
    s.keys(&mut n, "F2");
    s.at.says("[X]", "icevuta").focus_is("ricevuta consegnata alla persona");
    s.keys(&mut n, "Space F2");
    s.at.says("[ok]", "nuova domanda").sees("LEP M1");
    pictures(&mut s, "received");
    s.keys(&mut n, "v F2");
    s.at.says("[ok]", "presa in verifica");
    s.keys(&mut n, "a");
    pictures(&mut s, "accept");
    s.keys(&mut n, "F2");
    s.at.says("[X]", "").focus_is("età lavorativa");
    s.keys(&mut n, "Space Tab Space Tab Space Tab Space Tab");
    s.free(&mut n, "prot. 1300/2026");
    s.keys(&mut n, "Tab").free(&mut n, "77");
    s.keys(&mut n, "F2");
    s.at.says("[ok]", "accoglimento");
    println!("CM01: {} keys, {} characters", n.keys, n.free);
    let card = s.card(id);
    assert_eq!(
        (card.targeted[0].state, card.targeted[0].list_number.as_str()),
        (TargetedState::Accepted, "77")
    );
    pictures(&mut s, "accepted");
}

#[test]
fn a_notice_stops_the_final_term_and_each_observation_is_answered() {
    let (mut s, id) = seat(applied);
    s.at.press("v F2").press("p Tab").text("manca il requisito").press("Tab").text("prot. 1310").press("F2");
    s.at.says("[ok]", "sospeso dal 23/11/2026").sees("fermo dal 23/11/2026");
    s.at.press("n Tab").text("ricevuta 12").press("F2").says("[ok]", "preavviso ricevuto");
    s.at.press("o Tab").text("il verbale è nuovo").press("Enter").text("la percentuale è 60").press("F2");
    s.at.says("[ok]", "osservazioni");
    assert_eq!(s.card(id).targeted_cards[0].observations.len(), 2);
    s.at.press("g").says("[X]", "spetta al responsabile");
    s.by("fontana", &Route::Targeted(id));
    s.at.press("g Tab").text("atto 5").press("Tab").text("è lo stesso").press("F2");
    s.at.says("[X]", "").focus_is("Risposte");
    pictures(&mut s, "refused");
}

#[test]
fn what_tells_of_health_is_covered_until_somebody_says_why() {
    let (mut s, id) = seat(applied);
    s.at.sees("riservata");
    assert!(!s.at.screen().contains("invalidità") && !s.at.screen().contains("60%"));
    s.at.press("a").press("v F2 a");
    assert!(!s.at.screen().contains("invalidità civile"), "{}", s.at.screen());
    s.at.press("Esc F10").text("riservati").press("Enter").text("verifica dei requisiti").press("Enter");
    s.at.sees("invalidità civile").sees("60%");
    pictures(&mut s, "shown");
    assert_eq!(s.card(id).targeted[0].state, TargetedState::Checking);
    s.again(&Route::Targeted(id));
    s.at.sees("riservata");
}

#[test]
fn what_is_typed_comes_back() {
    let (mut s, _) = seat(applied);
    s.at.press("d Tab").text("verbale completo").press("Esc").says("[!]", "bozza").press("Esc");
    s.at.press("d").says("[i]", "bozza").sees("verbale completo");
}

#[test]
fn loading_and_failing_are_told() {
    let (mut s, id) = seat(applied);
    s.again(&Route::Menu);
    s.traffic.broken.set(true);
    s.at.open_route(&Route::Targeted(id)).sees("[X]");
}
