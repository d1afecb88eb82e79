//! A desk left alone is covered: a real terminal, a short time.
#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "tests")]

mod pty;

use std::time::{Duration, Instant};

use pty::Tty;

fn start(office: &std::path::Path, lock_after: &str) -> Tty {
    let office = office.to_string_lossy().into_owned();
    let args = ["--office", &office, "--now", "2026-11-23T10:42", "--lock-after", lock_after];
    Tty::start_with(&args, &[], (80, 24))
}

#[test]
fn a_desk_left_alone_is_covered_and_comes_back_in_the_same_field() {
    let office = pty::office(5);
    let mut tty = start(office.path(), "2s");
    tty.wait("HM00").press("n").wait("PE03").free("RSSMRA85T50A794H").wait("controllo: ok").press("Tab");
    // While somebody types nothing is covered.
    let begun = Instant::now();
    while begun.elapsed() < Duration::from_millis(3500) {
        tty.free("a");
        std::thread::sleep(Duration::from_millis(250));
        assert!(!tty.screen().contains("Schermo bloccato"));
    }
    tty.wait("Schermo bloccato");
    assert!(!tty.screen().contains("RSSMRA"), "{}", tty.screen());
    tty.press("Enter").wait("PE03").wait("RSSMRA85T50A794H").free("bc").wait("aabc");
    tty.wait("Schermo bloccato").press("Enter").wait("PE03").press("Ctrl+Q").wait("Chiudere").press("s");
    assert_eq!(tty.ended(), 0);
    assert!(tty.is_clean());
}

#[test]
fn an_office_of_invented_people_is_never_covered_by_itself() {
    let office = pty::office(5);
    let mut tty = start(office.path(), "0");
    tty.wait("HM00");
    std::thread::sleep(Duration::from_millis(1500));
    assert!(tty.screen().contains("HM00"));
}
