//! Every ending: the terminal as it was, the right exit code, and what was
//! typed just before back in its field at the next start.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says so by stopping")]
#![cfg(unix)]

mod pty;

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use pty::{Pair, Tty, copy_of, office};

const SMALL: (u16, u16) = (80, 24);
/// What is typed just before the end, in the field of the name.
const TYPED: &str = "Niccolò È@€";

fn args(dir: &Path) -> [String; 4] {
    ["--office".into(), dir.to_string_lossy().into_owned(), "--now".into(), "2026-11-23T10:42".into()]
}

fn start(pair: &Pair, dir: &Path, variables: &[(&str, &str)]) -> Tty {
    let args = args(dir);
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    Tty::start_on(pair, &args, variables, true)
}

/// Types a new person, up to the name.
fn type_something(tty: &mut Tty) {
    tty.wait("Persone in archivio").send("n").wait("PE03").press("Tab").send("D'Angelò").press("Tab");
    tty.send(TYPED).wait(TYPED);
}

/// The draft is back, with the focus where it was.
fn all_is_back(pair: &Pair, dir: &Path, how: &str) {
    let mut tty = start(pair, dir, &[]);
    tty.wait("Persone in archivio").send("n").wait("PE03").wait("Ripresa la bozza");
    assert_eq!(tty.field("Cognome *").as_deref(), Some("D'Angelò"), "{how}");
    assert_eq!(tty.field("Nome *").as_deref(), Some(TYPED), "{how}");
    // The cursor comes to its field at the end of the frame.
    wait_for(how, || tty.focused().contains(" Nome *"));
    tty.signal("TERM");
    assert_eq!(tty.ended(), 0, "{how}");
}

/// One ending: does `end`, which gives the exit code expected.
fn ending(office: &Path, how: &str, variables: &[(&str, &str)], end: impl FnOnce(&mut Tty) -> u32) {
    let dir = copy_of(office);
    let pair = Pair::open(SMALL);
    let before = pair.settings();
    let mut tty = start(&pair, dir.path(), variables);
    type_something(&mut tty);
    assert_ne!(pair.settings(), before, "raw while it runs");
    let expected = end(&mut tty);
    assert_eq!(tty.ended(), expected, "{how}\n{}", tty.screen());
    assert_eq!(pair.settings(), before, "{how}: the terminal is set otherwise");
    assert!(tty.is_clean(), "{how}: {}", tty.modes());
    drop(tty);
    all_is_back(&pair, dir.path(), how);
    assert_eq!(pair.settings(), before, "{how}");
}

#[test]
fn every_ending_gives_the_terminal_back_and_keeps_what_was_typed() {
    let office = office(5);
    let mut count = 0;
    let mut one = |how: &str, variables: &[(&str, &str)], end: &dyn Fn(&mut Tty) -> u32| {
        ending(office.path(), how, variables, end);
        count += 1;
    };
    one("Ctrl+Q", &[], &|tty| {
        tty.press("Ctrl+Q").wait("Chiudere il programma?").send("s");
        0
    });
    one("Esc", &[], &|tty| {
        tty.press("Esc").wait("Modifiche non salvate").press("Esc").wait("HM00");
        tty.press("Esc").wait("Chiudere il programma?").send("s");
        0
    });
    one("F3", &[], &|tty| {
        tty.press("F3").wait("Modifiche non salvate").press("F3").wait("HM00");
        tty.press("F3").wait("Chiudere il programma?").send("s");
        0
    });
    for signal in ["TERM", "INT", "HUP", "QUIT"] {
        one(signal, &[], &|tty| {
            tty.signal(signal);
            0
        });
    }
    one("defect on the loop", &[("SPORTELLO_DEFECT", "loop:difetto")], &|tty| {
        tty.send("\x1b[200~difetto\x1b[201~").wait("Numero da riferire: 0.1.0-");
        assert!(tty.screen().contains("Il programma ha incontrato un difetto."), "{}", tty.screen());
        assert!(!tty.screen().contains("panicked"), "{}", tty.screen());
        70
    });
    one("defect on the desk, then closed", &[("SPORTELLO_DEFECT", "desk:difetto")], &|tty| {
        tty.press("Ctrl+F")
            .wait("PE01")
            .send("difetto")
            .wait("[X] Il programma ha incontrato un difetto. N. 0.1.0-");
        // The desk goes on, and so does the screen.
        tty.press("Ctrl+U").send("a").press("F3").wait("Persone in archivio");
        tty.press("Ctrl+Q").wait("Chiudere").send("s");
        0
    });
    println!("{count} endings: settings of the terminal the same, modes off, draft and focus back");
}

#[test]
fn killed_the_next_start_gives_a_clean_terminal_back() {
    let office = office(5);
    let pair = Pair::open(SMALL);
    let before = pair.settings();
    let mut tty = start(&pair, office.path(), &[]);
    type_something(&mut tty);
    // Two seconds are promised for what nothing announces.
    std::thread::sleep(Duration::from_millis(2100));
    tty.signal("KILL").ended();
    assert_ne!(pair.settings(), before, "nobody could give it back");
    assert!(!tty.is_clean());
    drop(tty);
    all_is_back(&pair, office.path(), "KILL");
    let now = pair.settings();
    for setting in ["icanon", "echo", "isig", "icrnl", "opost", "onlcr"] {
        assert!(now.split_whitespace().any(|word| word == setting), "after the next start:\n{now}");
    }
    let mut tty = start(&pair, office.path(), &[]);
    tty.wait("Persone in archivio").signal("TERM").ended();
    assert!(tty.is_clean());
}

#[test]
fn stopped_and_continued_it_gives_the_terminal_and_takes_it_again() {
    let office = office(5);
    let pair = Pair::open(SMALL);
    let before = pair.settings();
    let mut tty = start(&pair, office.path(), &[]);
    type_something(&mut tty);
    let raw = pair.settings();
    tty.signal("TSTP");
    wait_for("given back", || pair.settings() == before && tty.is_clean());
    tty.signal("CONT");
    wait_for("taken again", || pair.settings() == raw);
    tty.wait(TYPED).send(" Maria").wait("Maria");
    // Stopped without a word: whoever had the terminal left its own behind.
    tty.signal("STOP");
    pair.set_sane();
    pair.show("\x1b[?1049l\x1b[?2004l\x1b[2Jaltro programma");
    tty.signal("CONT");
    wait_for("taken again", || pair.settings() == raw);
    tty.wait("PE03").wait_gone("altro programma").wait(TYPED).signal("TERM");
    assert_eq!(tty.ended(), 0);
    assert!(tty.is_clean());
    assert_eq!(pair.settings(), before);
}

#[test]
fn a_closed_window_loses_nothing() {
    let office = office(5);
    // `script` has the terminal of the program in its hands; killed, it is gone.
    let line = format!("{} {}", env!("CARGO_BIN_EXE_sportello"), args(office.path()).join(" "));
    let mut window = Tty::start_program("script", &["-qfc", &line, "/dev/null"], SMALL);
    type_something(&mut window);
    let inside = children(window.pid()).into_iter().flat_map(|pid| [vec![pid], children(pid)].concat());
    let program = inside.last().unwrap();
    window.signal("KILL").ended();
    let end = Instant::now() + Duration::from_secs(10);
    while alive(program) {
        assert!(Instant::now() < end, "it goes on without a terminal");
        std::thread::sleep(Duration::from_millis(10));
    }
    all_is_back(&Pair::open(SMALL), office.path(), "closed window");
}

#[test]
fn an_office_whose_opening_has_a_defect_says_its_number() {
    let office = office(5);
    let pair = Pair::open(SMALL);
    let before = pair.settings();
    let mut tty = start(&pair, office.path(), &[("SPORTELLO_DEFECT", "open:")]);
    tty.wait("Numero da riferire: 0.1.0-");
    assert_eq!(tty.ended(), 70);
    assert_eq!(pair.settings(), before);
    assert!(tty.is_clean());
}

#[test]
fn without_a_terminal_it_says_so() {
    let office = office(5);
    for (how, input, output) in
        [("input diverted", true, false), ("output diverted", false, true), ("both", true, true)]
    {
        let line = format!(
            "{}{} {}{}",
            if input { "echo | " } else { "" },
            env!("CARGO_BIN_EXE_sportello"),
            args(office.path()).join(" "),
            if output { " | cat" } else { "" },
        );
        let mut tty = Tty::start_program("bash", &["-o", "pipefail", "-c", &line], SMALL);
        tty.wait("Lo sportello vuole un terminale.");
        assert_eq!(tty.ended(), 2, "{how}");
    }
    let mut command = Command::new(env!("CARGO_BIN_EXE_sportello"));
    let out = command.args(args(office.path())).stdin(Stdio::null()).stdout(Stdio::null()).output().unwrap();
    assert_eq!(out.status.code(), Some(2));
}

#[test]
fn a_terminal_that_cannot_draw_is_told_and_one_without_a_name_works() {
    let office = office(5);
    let pair = Pair::open(SMALL);
    let before = pair.settings();
    let mut tty = start(&pair, office.path(), &[("TERM", "dumb")]);
    tty.wait("TERM=dumb");
    assert_eq!(tty.ended(), 2);
    assert_eq!(pair.settings(), before);
    for name in ["", "linux", "screen", "tmux-256color", "vt100", "sconosciuto"] {
        let mut tty = start(&pair, office.path(), &[("TERM", name)]);
        tty.wait("Persone in archivio").press("F1").wait("GU01").signal("TERM");
        assert_eq!(tty.ended(), 0, "{name}");
        assert!(tty.is_clean());
    }
}

fn wait_for(what: &str, holds: impl Fn() -> bool) {
    let end = Instant::now() + Duration::from_secs(10);
    while !holds() {
        assert!(Instant::now() < end, "it never came: {what}");
        std::thread::sleep(Duration::from_millis(10));
    }
}

fn children(of: u32) -> Vec<u32> {
    let found = std::fs::read_to_string(format!("/proc/{of}/task/{of}/children")).unwrap_or_default();
    found.split_whitespace().map(|pid| pid.parse().unwrap()).collect()
}

/// Does the process run (one that nobody waited for is dead too)?
fn alive(pid: u32) -> bool {
    std::fs::read_to_string(format!("/proc/{pid}/stat"))
        .is_ok_and(|stat| !stat.rsplit(')').next().unwrap_or("").trim_start().starts_with('Z'))
}
