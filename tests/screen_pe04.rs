//! PE04 with hands at its keys, on a throwaway office.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says so by stopping")]

mod seat;

use seat::{Count, Seat, activated, declared};
use sportello::desk::Desk;
use sportello::domain::ids::RegistrantId;
use sportello::domain::miattivo::MiAttivoState;
use sportello::domain::pad::PadState;
use sportello::ui::route::Route;

fn seat(make: impl FnOnce(&mut Desk) -> RegistrantId) -> (Seat, RegistrantId) {
    Seat::of(make, Route::Intake)
}

fn pictures(s: &mut Seat, name: &str) {
    for (width, picture) in s.pictures() {
        insta::assert_snapshot!(format!("pe04_{name}_{width}"), picture);
    }
}

#[test]
fn a_registration_and_a_pad_are_recorded_and_go_on() {
    let (mut s, id) = seat(declared);
    let mut n = Count::default();
    pictures(&mut s, "empty");
    s.keys(&mut n, "F6");
    s.at.sees("12/11/2026").sees("NASpI");
    pictures(&mut s, "register");
    s.at.go_to("Registrata il").press("Ctrl+U").text("24/11/2026").press("F2");
    s.at.says("[X]", "R-PRE-1").focus_is("Registrata il").press("Ctrl+U").text("23/11/2026");
    s.at.go_to("E-mail").text("maria@example.org");
    s.keys(&mut n, "F2");
    s.at.says("[ok]", "nuova registrazione MiAttivo").sees("in coda");
    s.keys(&mut n, "u");
    s.at.go_to("Firmato il").text("17/11/2026");
    pictures(&mut s, "pad");
    s.keys(&mut n, "F2");
    s.at.says("[X]", "agenzie").focus_is("Agenzia 1");
    for place in 1..=3 {
        s.at.go_to(["", "Agenzia 1", "Agenzia 2", "Agenzia 3"][place]);
        s.at.text(&format!("Agenzia Esempio {place}")).press("Tab").text("010 000000");
    }
    s.at.go_to("si impegna a presentarsi").press("Space").go_to("E-mail");
    s.at.press("F2").says("[ok]", "nuovo PAD");
    println!("PE04: {} keys, {} characters", n.keys, n.free);
    let card = s.card(id);
    assert_eq!((card.miattivos[0].state, card.pads[0].state), (MiAttivoState::Queued, PadState::Signed));
    pictures(&mut s, "both");
}

#[test]
fn what_cannot_be_now_says_why_and_a_wrong_day_is_refused_on_its_field() {
    let (mut s, id) = seat(activated);
    pictures(&mut s, "full");
    s.at.press("i").says("[X]", "AdI");
    s.at.press("v").press("Ctrl+U").text("16/11/2026").press("F2").says("[X]", "").focus_is("Data");
    pictures(&mut s, "refused");
    s.at.press("Ctrl+U").text("18/11/2026").press("F2").says("[ok]", "recapiti convalidati");
    assert_eq!(s.card(id).pads[0].state, PadState::ContactsValidated);
    s.at.press("Down").sees("MiAttivo del 16/11/2026");
}

#[test]
fn what_is_typed_comes_back() {
    let (mut s, _) = seat(activated);
    s.at.press("c Tab").text("convocata per mail").press("Esc").says("[!]", "bozza").press("Esc");
    s.at.press("c").says("[i]", "bozza").sees("convocata per mail");
}

#[test]
fn loading_and_failing_are_told() {
    let (mut s, id) = seat(activated);
    s.again(&Route::Menu);
    s.traffic.broken.set(true);
    s.at.open_route(&Route::Intake(id)).sees("[X]");
}
