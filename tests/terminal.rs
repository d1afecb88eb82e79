//! The program in a real terminal: accents, function keys of several
//! terminals, and a terminal given back as it was.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says so by stopping")]
#![cfg(unix)]

mod pty;

use pty::{Tty, office};

const SMALL: (u16, u16) = (80, 24);

#[test]
fn it_starts_shows_accents_and_leaves_the_terminal_clean() {
    let office = office(20);
    let mut tty = Tty::start(office.path(), SMALL);
    tty.wait("Persone in archivio").press("Ctrl+F").wait("PE01");
    tty.send("Nicolò D'Angelò È@€ perché").wait("[Nicolò D'Angelò È@€ perché");
    tty.resize(120, 40).wait("ANTEPRIMA").resize(80, 24).wait_gone("ANTEPRIMA");
    // Pasted line ends press nothing.
    tty.press("Ctrl+U").send("\x1b[200~via d'Esempio\r\n1\x1b[201~").wait("[via d'Esempio 1");
    tty.press("F3").wait("HM00").press("Ctrl+Q").wait("Chiudere il programma?").send("s");
    assert_eq!(tty.ended(), 0);
    assert!(tty.is_clean());
}

#[test]
fn a_request_to_end_leaves_the_terminal_clean() {
    let office = office(5);
    let mut tty = Tty::start(office.path(), SMALL);
    tty.wait("Persone in archivio").signal("TERM");
    assert_eq!(tty.ended(), 0);
    assert!(tty.is_clean());
}

#[test]
fn function_keys_mean_the_same_from_every_terminal() {
    let office = office(5);
    let mut tty = Tty::start(office.path(), SMALL);
    let xterm = ["\x1bOP", "\x1bOQ", "\x1bOR", "\x1bOS", "\x1b[15~"];
    let putty = ["\x1b[11~", "\x1b[12~", "\x1b[13~", "\x1b[14~", "\x1b[15~"];
    let console = ["\x1b[[A", "\x1b[[B", "\x1b[[C", "\x1b[[D", "\x1b[[E"];
    for [f1, f2, f3, f4, f5] in [xterm, putty, console] {
        tty.wait("Persone in archivio");
        tty.send(f1).wait("GU01").press("Esc").wait("HM00").press("Ctrl+F").wait("PE01");
        tty.send("ros").send(f5).wait("[ros ").press("Ctrl+U");
        tty.press("F6").wait("PE03").send(f2).wait("[X]");
        tty.press("Tab Tab Tab").send(f4).wait("novembre 2026").press("Esc").wait_gone("novembre 2026");
        tty.send(f3).wait("HM00");
    }
    // Alt and a digit where the terminal keeps function keys for itself.
    tty.press("Alt+1").wait("GU01").press("Alt+3").wait("HM00");
}

#[test]
fn everything_works_from_everywhere() {
    let office = office(20);
    let mut tty = Tty::start(office.path(), SMALL);
    tty.wait("Persone in archivio").press("Ctrl+G").wait("Vai a:").send("pe01\r").wait("PE01");
    tty.press("F10").wait("Azioni").send("nuova\r").wait("PE03");
    tty.press("Ctrl+F").wait("PE01 Ricerca").press("F12").wait("PE03").press("F3").wait("HM00 Menu");
    tty.press("Ctrl+T").wait("Blocca").send("blocca\r").wait("Schermo bloccato");
    tty.press("Enter").wait("HM00 Menu");
}

#[test]
fn the_demo_opens_by_itself() {
    let dir = tempfile::tempdir().unwrap();
    let dir = dir.path().join("prova");
    let dir = dir.to_string_lossy();
    let mut tty = Tty::start_with(&["demo", "--people", "30", "--dir", &dir], &[], SMALL);
    tty.wait("AC00").wait("Persone in archivio").wait("BIANCHI").press("Ctrl+Q").wait("Chiudere").send("s");
    assert_eq!(tty.ended(), 0);
}
