//! AC01: trying the keys, on the screen and in a real terminal.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says so by stopping")]
#![cfg(unix)]

mod pty;
mod seat;

use pty::{Pair, Tty};
use seat::Seat;
use sportello::clock::Clock;
use sportello::demo::office as example;
use sportello::desk::opening::{self, OfficeKind};
use sportello::ui::route::Route;

const SMALL: (u16, u16) = (80, 24);
const ALL: &str = "F1 F2 F3 F4 F5 F6 F7 F8 F9 F10 F11 F12";

#[test]
fn every_key_is_shown_as_it_comes_and_does_nothing_else() {
    let mut s = Seat::at(|_| Route::Menu);
    s.at.open("ac01").is_on("AC01").sees("Ultimo arrivato: niente").sees("F1  Aiuto     ......  o Alt+1");
    for (key, row) in [
        ("F1", "F1  Aiuto     arriva  o Alt+1"),
        ("F3", "F3  Esci      arriva  o Alt+3"),
        ("F10", "F10 Azioni    arriva  o Ctrl+T"),
        ("F11", "F11 Vista     arriva  o Ctrl+T > Vista"),
        ("F12", "F12 Indietro  arriva  o Esc"),
        ("Alt+4", "Ultimo arrivato: Alt+4"),
        ("Tab", "Ultimo arrivato: Tab"),
    ] {
        s.at.press(key).is_on("AC01").sees(row);
    }
    s.at.text("è@").sees("Ultimo arrivato: @").sees("€             ......  o AltGr+e");
    insta::assert_snapshot!("ac01_80x24", s.at.picture());
    s.at.resize(120, 40);
    insta::assert_snapshot!("ac01_120x40", s.at.picture());
    // Covering and closing work, and what was tried stays.
    s.at.press("Ctrl+Q").sees("Chiudere").press("n").is_on("AC01").sees("arriva");
}

#[test]
fn what_does_not_come_gives_way_to_the_second_key_in_every_hint() {
    let mut s = Seat::at(|_| Route::Menu);
    s.at.sees("F1 Aiuto").sees("F10 Azioni");
    s.at.open("ac01").press("F2 F3 F4 F5 F6 F7 F8 F9 F11 F12").text("È @ €");
    s.at.press("Enter").is_on("AC01").says("[!]", "Non arrivati: F1 F10.");
    // Another key takes the end back.
    s.at.press("F2 Esc").is_on("AC01").says("[!]", "Non arrivati: F1 F10.");
    s.at.press("Esc").is_on("HM00").says("[ok]", "Non arrivano: F1 F10.");
    s.at.sees("Alt+1 Aiuto").sees("Ctrl+T Azioni").press("Alt+1 Alt+1").is_on("GU01");
    s.at.sees("SU QUESTO TERMINALE").sees("Non arrivano: F1 F10.");
    // Tried again from the list of actions, all is as usual.
    s.at.press("Alt+3 Ctrl+T").text("prova dei").press("Enter").is_on("AC01").press(ALL).text("È@€");
    s.at.press("Enter").is_on("HM00").says("[ok]", "Tutti i tasti arrivano.").sees("F1 Aiuto");
}

#[test]
fn left_without_trying_nothing_is_called_missing() {
    let mut s = Seat::at(|_| Route::Menu);
    s.at.open("ac01").press("Esc").is_on("AC01").press("Esc").is_on("HM00").says("[ok]", "si rifà");
    s.at.sees("F1 Aiuto");
}

/// F1 to F12 as each terminal sends them.
fn function_keys() -> Vec<(&'static str, Vec<String>)> {
    let rest = ["17", "18", "19", "20", "21", "23", "24"].map(|n| format!("\x1b[{n}~"));
    let with = |first: [&str; 5]| first.iter().map(|key| format!("\x1b{key}")).chain(rest.clone()).collect();
    let vt100 = "PQRSTUVWXYZ[".chars().map(|letter| format!("\x1bO{letter}")).collect();
    vec![
        ("xterm, GNOME, Konsole, Windows Terminal, PuTTY Xterm R6", with(["OP", "OQ", "OR", "OS", "[15~"])),
        ("PuTTY ESC[n~, rxvt", with(["[11~", "[12~", "[13~", "[14~", "[15~"])),
        ("Linux console, PuTTY Linux", with(["[[A", "[[B", "[[C", "[[D", "[[E"])),
        ("tmux and screen", with(["OP", "OQ", "OR", "OS", "[15~"])),
        ("PuTTY VT100+", vt100),
    ]
}

#[test]
fn the_first_time_from_a_terminal_it_opens_by_itself_and_remembers() {
    let dir = tempfile::tempdir().unwrap();
    let office = dir.path().join("vero");
    let operator = example::operators().remove(0);
    opening::found(&office, OfficeKind::Real, example::office(), operator, "pàssword", Clock::System)
        .unwrap();
    let office = office.to_string_lossy().into_owned();
    let pair = Pair::open(SMALL);
    let sign_in = |terminal: &str| {
        let mut tty = Tty::start_on(&pair, &["--office", &office], &[("TERM", terminal)], true);
        tty.wait("AC00").wait("bianchi").send("pàssword\r");
        tty
    };
    let mut tty = sign_in("xterm-256color");
    tty.wait("AC01 Prova dei tasti");
    let mut keys = 0;
    for (terminal, sent) in function_keys() {
        for (number, bytes) in (1..).zip(&sent) {
            tty.send(bytes).wait(&format!("Ultimo arrivato: F{number} "));
            tty.send("x").wait("Ultimo arrivato: x");
        }
        keys += sent.len();
        println!("{} function keys of {terminal}", sent.len());
    }
    println!("{keys} function keys of {} terminals", function_keys().len());
    tty.send("È@€").send("\r").wait("HM00").wait("Tutti i tasti arrivano.").signal("TERM");
    assert_eq!(tty.ended(), 0);

    let mut tty = sign_in("xterm-256color");
    tty.wait("HM00").wait("F1 Aiuto").signal("TERM").ended();

    // Another terminal, where F1 and F10 are taken.
    let mut tty = sign_in("linux");
    tty.wait("AC01");
    tty.press("F2 F3 F4 F5 F6 F7 F8 F9 F11 F12").send("È@€").press("Enter").wait("Non arrivati: F1 F10.");
    tty.press("Enter").wait("HM00").wait("Alt+1 Aiuto").signal("TERM").ended();
    let mut tty = sign_in("linux");
    tty.wait("HM00").wait("Alt+1 Aiuto").wait("Ctrl+T Azioni").signal("TERM").ended();
    let mut tty = sign_in("xterm-256color");
    tty.wait("HM00").wait("F1 Aiuto").signal("TERM").ended();
}
