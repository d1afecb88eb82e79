//! Windows of every size in a real terminal: storms of them while somebody
//! types, and what keys do while there is no room for anything.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says so by stopping")]
#![cfg(unix)]

mod pty;

use std::time::Duration;

use pty::{Tty, office};
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};

#[test]
fn two_hundred_sizes_while_somebody_types() {
    let office = office(20);
    let same = pty::copy_of(office.path());
    let mut dice = StdRng::seed_from_u64(7);
    let mut typed = String::new();
    let mut tty = Tty::start(office.path(), (80, 24));
    tty.wait("Persone in archivio").press("Ctrl+F").wait("PE01").wait("[ ");
    let mut small = 0;
    for n in 0..200 {
        let (columns, rows) = (dice.random_range(1..=300), dice.random_range(1..=100));
        small += usize::from(columns < 80 || rows < 24);
        tty.resize(columns, rows);
        if n % 5 == 0 {
            let c = char::from(dice.random_range(b'a'..=b'z'));
            typed.push(c);
            tty.send(&c.to_string());
        }
        std::thread::sleep(Duration::from_millis(dice.random_range(0..8)));
    }
    // Small, normal, wide: the picture is right in each.
    tty.resize(300, 100).wait("PE01").wait(&format!("[{}", &typed[..30]));
    tty.resize(10, 3).wait_until("the notice", |screen| screen.contains("Finestra"));
    tty.resize(80, 24).wait("PE01").wait("F12 Indietro");
    let mut other = Tty::start(same.path(), (80, 24));
    other.wait("Persone in archivio").press("Ctrl+F").wait("PE01").wait("[ ").send(&typed);
    let body = |screen: &str| screen.lines().skip(1).map(str::trim_end).collect::<Vec<_>>().join("\n");
    let end = std::time::Instant::now() + Duration::from_secs(10);
    while body(&tty.screen()) != body(&other.screen()) {
        let (after, fresh) = (tty.screen(), other.screen());
        assert!(std::time::Instant::now() < end, "after the storm:\n{after}\nwithout one:\n{fresh}");
        std::thread::sleep(Duration::from_millis(10));
    }
    println!("200 sizes, {small} of them too small; {} keys, none lost", typed.len());
}

#[test]
fn a_window_too_small_takes_text_and_lets_nothing_act() {
    let office = office(5);
    let mut tty = Tty::start(office.path(), (80, 24));
    tty.wait("Persone in archivio").send("n").wait("PE03").press("Tab");
    tty.resize(60, 20).wait("Finestra troppo piccola: 60x20").wait("Quanto si scrive");
    // Enter moves on and presses nothing; F2, Esc, Ctrl+Q do nothing.
    tty.send("D'Angelò\rNiccolò").press("F2 F3 Esc Esc Esc Ctrl+Q").send("s");
    // Read before the window changes, not after.
    std::thread::sleep(Duration::from_millis(250));
    tty.resize(80, 24).wait("PE03").wait("La finestra era troppo piccola");
    assert_eq!(tty.field("Cognome *").as_deref(), Some("D'Angelò"));
    assert_eq!(tty.field("Nome *").as_deref(), Some("Niccolòs"), "a letter is text in a field");
    // In a list there is no field: letters do nothing.
    tty.press("Ctrl+F").wait("PE01").press("F3").wait("HM00");
    tty.resize(79, 24).wait("Finestra").send("n");
    std::thread::sleep(Duration::from_millis(250));
    tty.resize(80, 24).wait("La finestra era").wait("HM00");
}
