//! What terminals send, in a real one: function keys, pastes, keys held down,
//! broken sequences.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says so by stopping")]
#![cfg(unix)]

mod pty;

use std::time::Duration;

use pty::{Pair, Tty, office};

const SMALL: (u16, u16) = (80, 24);
/// Longer than anything waits for the rest of a sequence.
const QUIET: Duration = Duration::from_millis(250);

/// The search, with its line empty.
fn at_search(tty: &mut Tty) {
    tty.wait("Persone in archivio").press("Ctrl+F").wait("PE01").wait("[ ");
}

/// What stands in the search line.
fn line(tty: &Tty) -> String {
    tty.field("Cerca").unwrap_or_default()
}

#[test]
fn what_is_no_text_is_never_typed() {
    let office = office(5);
    let mut tty = Tty::start(office.path(), SMALL);
    at_search(&mut tty);
    let foreign: &[&[u8]] = &[
        b"\x1b[?62;1;4c",
        b"\x1b[>0;276;0c",
        b"\x1b[0;0R",
        b"\x1b[24;80R",
        b"\x1b[?2026;2$y",
        b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\",
        b"\x1bP>|XTerm(390)\x1b\\",
        b"\x1b[M\x20\x20\x20",
        b"\x1b[<0;10;5M\x1b[<0;10;5m",
        b"\x1b[I\x1b[O",
        b"\x1b[",
        b"\x1b[1;",
        b"\x1b]0;title",
        b"\x1bP",
        b"\xff\xfe\x80\xc0\xf5",
        b"\xe2\x82",
        b"\x00\x1c\x1d\x1e\x1f",
        b"\x1b[99999999~",
    ];
    for bytes in foreign {
        tty.bytes(bytes);
        std::thread::sleep(QUIET);
    }
    tty.send("rossi").wait("[rossi");
    assert_eq!(line(&tty), "rossi");
    println!("{} foreign or broken sequences: nothing typed, the next word whole", foreign.len());
    // Noise without end, no Enter and no Esc alone in it: it goes on.
    let noise: Vec<u8> =
        (0..20_000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8 | 0x80).collect();
    tty.bytes(&noise);
    std::thread::sleep(QUIET);
    tty.press("Ctrl+U").send("verdi").wait("[verdi");
}

#[test]
fn a_paste_without_brackets_presses_nothing_and_a_scanner_presses_enter() {
    let office = office(20);
    let dir = office.path().to_string_lossy().into_owned();
    let pair = Pair::open(SMALL);
    let args = ["--office", &dir, "--now", "2026-11-23T10:42"];
    let mut tty = Tty::start_on(&pair, &args, &[], false);
    at_search(&mut tty);
    tty.send("via d'Esempio 1\rGENOVA\r").wait("[via d'Esempio 1 GENOVA");
    tty.press("Ctrl+U").wait("[ ");
    // As long as many: in several reads, the Enter at the end of none presses.
    let many = "Nome\tCognome\r\n".repeat(700);
    tty.send(&many);
    std::thread::sleep(QUIET);
    tty.wait("PE01").press("Ctrl+U").send("verdi").wait("[verdi").press("Ctrl+U");
    // What follows the brackets of a paste is a terminal that brackets.
    tty.send("\x1b[200~uno\rdue\x1b[201~").wait("[uno due").press("Ctrl+U").wait("[ ");
    tty.press("F6").wait("PE03").wait("Codice fiscale").send("RSSMRA85T50Z999W\r");
    tty.wait("RSSMRA85T50Z999W").wait_until("focus below", |screen| !screen.contains("[RSSMRA85T50Z999W_"));
}

#[test]
fn type_ahead_stays_keys() {
    let office = office(20);
    let mut tty = Tty::start(office.path(), SMALL);
    // At once, before the first frame: menu, new person, two fields.
    tty.send("n\tRossi\tMaria");
    tty.wait("PE03").wait("[Maria");
    assert_eq!(tty.field("Cognome *").as_deref(), Some("Rossi"));
    assert_eq!(tty.field("Nome *").as_deref(), Some("Maria"));
}

#[test]
fn keys_held_down_come_in_order_and_few_frames_are_drawn() {
    let office = office(20);
    let mut tty = Tty::start(office.path(), SMALL);
    tty.wait("Persone in archivio").send("n").wait("PE03").press("Tab").wait("[ ");
    // Thirty a second for three seconds, as a key that is held down.
    let mut expected = String::new();
    for n in 0..90_u8 {
        let c = char::from(b'a' + n % 26);
        if expected.len() < 40 {
            expected.push(c);
            tty.send(&c.to_string());
        } else {
            tty.press(if n % 2 == 0 { "Left" } else { "Right" });
        }
        std::thread::sleep(Duration::from_millis(33));
    }
    tty.wait_until("all letters", |screen| screen.to_lowercase().contains(&expected[..30]));
    let found = tty.field("Cognome *").unwrap().to_lowercase();
    assert!(expected.starts_with(&found) || found.starts_with(&expected), "{found}");
    // A burst: as many keys, very few frames.
    std::thread::sleep(QUIET);
    let before = tty.frames();
    let keys = 2_000;
    tty.bytes("\x1b[D\x1b[C".repeat(keys / 2).as_bytes());
    tty.press("Ctrl+U").send("fine").wait("[fine");
    let frames = tty.frames() - before;
    println!("90 keys at 30 a second in order; {keys} keys at once in {frames} frames");
    assert!(frames < keys / 20, "{frames} frames for {keys} keys");
}

#[test]
fn no_title_of_the_window_and_nobody_in_it() {
    let office = office(20);
    let mut tty = Tty::start(office.path(), SMALL);
    at_search(&mut tty);
    tty.send("alaoui").wait("ALAOUI").send("\rb").wait("PE02").wait("KHADIJA").press("F3").wait("HM00");
    tty.press("Ctrl+Q").wait("Chiudere").send("s");
    assert_eq!(tty.ended(), 0);
    let written = tty.written();
    let titles = written.windows(2).filter(|pair| *pair == b"\x1b]" || *pair == b"\x1bk").count();
    assert_eq!(titles, 0, "no operating system command at all: no title, no clipboard unasked");
    println!("{} bytes written, {titles} titles", written.len());
}
