//! DI02 with hands at its keys, on a throwaway office.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says so by stopping")]

mod seat;

use seat::{Count, Seat, declaration, declare, person, register};
use sportello::domain::did::DidState;
use sportello::domain::ids::RegistrantId;
use sportello::ui::route::Route;

fn seat() -> (Seat, RegistrantId) {
    let mut id = RegistrantId::default();
    let seat = Seat::at(|desk| {
        id = register(desk, person("Rossi", "Maria"));
        declare(desk, id, declaration());
        Route::Jobs(id)
    });
    (seat, id)
}

/// A job from today, with its income.
fn add(s: &mut Seat, n: &mut Count, employer: &str, income: &str) {
    s.keys(n, "F6").free(n, employer);
    s.keys(n, "Tab Tab Tab").free(n, "23/11/2026");
    s.keys(n, "Tab Tab").free(n, income); // a whole day moves on
    s.keys(n, "Tab Tab").free(n, "ES-0001");
}

#[test]
fn a_job_over_the_limit_suspends_and_its_end_resumes() {
    let (mut s, id) = seat();
    let mut n = Count { keys: 0, free: 0 };
    insta::assert_snapshot!("di02_empty_80", s.at.picture());
    add(&mut s, &mut n, "Panificio Esempio", "15.000,00");
    insta::assert_snapshot!("di02_form_80", s.at.picture());
    s.at.resize(120, 40);
    insta::assert_snapshot!("di02_form_120", s.at.picture());
    s.keys(&mut n, "F2");
    s.at.says("[ok]", "sospensione").sees("15.000,00 > 8.500,00 (2026, lav. dip.), R-CON-1, TUIR art. 13");
    insta::assert_snapshot!("di02_suspended_120", s.at.picture());
    s.at.resize(80, 24);
    insta::assert_snapshot!("di02_suspended_80", s.at.picture());
    assert_eq!(s.card(id).did().unwrap().state, DidState::Suspended);
    s.keys(&mut n, "f F2");
    s.at.says("[ok]", "ripresa");
    println!("DI02: {} keys, {} characters", n.keys, n.free);
    assert!(n.keys <= 20, "{}", n.keys);
    assert_eq!(s.card(id).did().unwrap().state, DidState::Inserted);
}

#[test]
fn under_the_limit_it_is_conserved_and_the_income_can_rise() {
    let (mut s, id) = seat();
    let mut n = Count { keys: 0, free: 0 };
    add(&mut s, &mut n, "Panificio Esempio", "8.120,00");
    s.keys(&mut n, "F2");
    s.at.says("[ok]", "conservazione").sees("8.120,00 <= 8.500,00");
    assert!(s.card(id).did().unwrap().conserved);
    s.keys(&mut n, "r").free(&mut n, "9.000,00");
    s.keys(&mut n, "F2");
    s.at.says("[ok]", "sospensione");
    assert_eq!(s.card(id).did().unwrap().state, DidState::Suspended);
}

#[test]
fn a_mistake_is_taken_back_and_its_days_wait_to_be_settled() {
    let (mut s, id) = seat();
    let mut n = Count { keys: 0, free: 0 };
    add(&mut s, &mut n, "Panificio Esempio", "15.000,00");
    s.keys(&mut n, "F2 x").free(&mut n, "di un'altra persona");
    s.keys(&mut n, "F2");
    s.at.sees("► sistemare").sees("R-SUS-1");
    insta::assert_snapshot!("di02_to_settle_80", s.at.picture());
    s.keys(&mut n, "s");
    s.at.focus_is("Dal").sees("Controlli: 0 bloccanti");
    s.keys(&mut n, "Esc F6");
    s.at.focus_is("Datore").sees("Inizio *      [23/11/2026]").sees("Controlli: 0 bloccanti");
    assert_eq!(s.card(id).did().unwrap().state, DidState::Suspended);
}

#[test]
fn what_a_rule_refuses_says_so_on_its_field() {
    let (mut s, _) = seat();
    s.at.press("F6").text("Panificio Esempio").press("F2");
    s.at.focus_is("Inizio").says("[X]", "");
}
