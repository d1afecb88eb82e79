//! The program at a real terminal: it starts, takes accents and the function
//! keys of other terminals, and gives the terminal back whatever ends it.

mod pty;

use std::process::Command;

use pty::Seat;

const NOW: &str = "2026-11-23T08:30";

fn seat() -> (tempfile::TempDir, Seat) {
    let dir = tempfile::tempdir().unwrap();
    let mut seat = Seat::demo(&dir.path().join("office"), 30, NOW, &[], (80, 24));
    seat.sees("HM00 Menu");
    (dir, seat)
}

/// The terminal is as it was: main screen, cursor, no bracketed paste.
fn given_back(seat: &Seat) {
    assert!(!seat.on_alternate_screen(), "still on the alternate screen");
    assert!(!seat.hides_cursor(), "the cursor is hidden");
    let written = String::from_utf8_lossy(&seat.written()).into_owned();
    let last = |on: &str, off: &str| written.rfind(off) > written.rfind(on);
    assert!(last("\x1b[?2004h", "\x1b[?2004l"), "bracketed paste is still on");
    assert!(last("\x1b[?1049h", "\x1b[?1049l"), "the alternate screen was not left");
}

#[test]
fn function_keys_of_other_terminals_are_the_same_keys() {
    // F1 as xterm, PuTTY (ESC[n~), Linux console and tmux send it.
    for bytes in [&b"\x1bOP"[..], b"\x1b[11~", b"\x1b[[A"] {
        let (_dir, mut seat) = seat();
        seat.send(bytes);
        seat.sees("GU01");
    }
    // The second way, for terminals that keep F1 for themselves.
    let (_dir, mut seat) = seat();
    seat.press("Alt+1").sees("GU01");
}

#[test]
fn ctrl_q_ends_it_and_the_terminal_is_given_back() {
    let (_dir, mut seat) = seat();
    seat.press("Ctrl+Q");
    seat.until("the question or the end", |screen| screen.contains("[S]") || !screen.contains("HM00"));
    if seat.on_alternate_screen() {
        seat.press("S");
    }
    assert_eq!(seat.ends().exit_code(), 0);
    given_back(&seat);
}

#[test]
fn signals_end_it_and_the_terminal_is_given_back() {
    for signal in ["TERM", "INT", "HUP"] {
        let (_dir, mut seat) = seat();
        let sent = Command::new("kill").args(["-s", signal, &seat.pid().to_string()]).status().unwrap();
        assert!(sent.success());
        seat.ends();
        given_back(&seat);
    }
}

#[test]
fn a_window_too_small_says_so_and_comes_back() {
    let (_dir, mut seat) = seat();
    seat.resize(60, 20);
    seat.sees("60x20");
    seat.resize(100, 30);
    seat.sees("HM00 Menu");
}
