//! Two programs on one office, and programs killed at any moment.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says so by stopping")]
#![cfg(unix)]

mod house;
mod pty;

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdout, Stdio};
use std::time::{Duration, Instant};

use house::{House, Said, contents, text};
use pty::{Pair, Tty};
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use sportello::store::keys::{self, Strength};

/// A program that has the office and waits for lines.
fn holder(house: &House, dir: &Path) -> (Child, BufReader<ChildStdout>) {
    let mut command = house.command(&["replay", "--office", text(dir)]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap());
    // Its answer shows that it has the office.
    writeln!(child.stdin.as_ref().unwrap(), "no").unwrap();
    output.read_line(&mut String::new()).unwrap();
    (child, output)
}

#[test]
fn many_short_commands_at_once_all_succeed() {
    let house = House::new();
    let dir = house.invented("ufficio");
    let all: Vec<Child> = (0..12)
        .map(|_| {
            let mut command = house.command(&["find", "rossi", "--office", text(&dir)]);
            command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
        })
        .collect();
    for child in all {
        let said = Said::of(child.wait_with_output().unwrap());
        assert_eq!(said.code, 0, "{said:?}");
    }
    println!("12 commands at once on one office, none refused");
}

#[test]
fn a_second_program_is_told_after_a_short_wait() {
    let house = House::new();
    let dir = house.invented("ufficio");
    let (mut first, output) = holder(&house, &dir);
    let refused = |why: &str| {
        let before = contents(&dir);
        let since = Instant::now();
        house.run(&["find", "x", "--office", text(&dir)]).refused(3, "già aperto in un altro programma");
        assert!(since.elapsed() > Duration::from_millis(1900), "{why}: it waits a little");
        assert!(contents(&dir) == before, "{why}");
    };
    refused("working");
    let pid = first.id().to_string();
    let signal = |name| {
        assert!(std::process::Command::new("kill").args(["-s", name, &pid]).status().unwrap().success())
    };
    signal("STOP");
    refused("stopped");
    signal("CONT");
    // Who ends within the wait makes room.
    let waiting =
        house.command(&["find", "x", "--office", text(&dir)]).stderr(Stdio::piped()).spawn().unwrap();
    std::thread::sleep(Duration::from_millis(300));
    drop(first.stdin.take());
    assert_eq!(first.wait().unwrap().code(), Some(2), "one line could not be used");
    let said = Said::of(waiting.wait_with_output().unwrap());
    assert_eq!(said.code, 0, "{said:?}");
    drop(output);
    // Killed, it leaves no lock behind.
    let (mut first, _output) = holder(&house, &dir);
    first.kill().unwrap();
    first.wait().unwrap();
    let since = Instant::now();
    assert_eq!(house.run(&["find", "x", "--office", text(&dir)]).code, 0);
    assert!(since.elapsed() < Duration::from_millis(1900), "no stale lock");
}

#[test]
fn a_command_while_the_desk_is_open_and_the_other_way_round() {
    let house = House::new();
    let dir = house.invented("ufficio");
    let mut tty = Tty::start(&dir, (80, 24));
    tty.wait("Persone in archivio");
    house.run(&["agenda", "--office", text(&dir)]).refused(3, "già aperto in un altro programma");
    tty.press("Ctrl+F").wait("PE01").press("F3").wait("HM00").press("Ctrl+Q").wait("Chiudere").send("s");
    assert_eq!(tty.ended(), 0);

    let (mut first, _output) = holder(&house, &dir);
    let mut tty = Tty::start(&dir, (80, 24));
    assert_eq!(tty.ended(), 3);
    tty.wait("già aperto in un altro programma");
    assert!(tty.is_clean());
    first.kill().unwrap();
    first.wait().unwrap();
}

/// What a folder is after a kill: 0 nothing, 1 a whole office. Anything else
/// fails the test.
fn settled(house: &House, dir: &Path, people: &str) -> usize {
    let said = house.run(&["find", "a", "--limit", "1", "--office", text(dir)]);
    if said.code == 3 {
        said.refused(3, "non c'è un ufficio");
        let said = house.run(&["demo", "--no-ui", "--people", people, "--dir", text(dir)]);
        assert_eq!(said.code, 0, "an office can be made there: {said:?}");
    } else {
        assert_eq!(said.code, 0, "{said:?}");
        assert!(!said.out.is_empty(), "its people are in it");
    }
    assert!(!dir.join("office.new").exists());
    usize::from(said.code == 0)
}

#[test]
fn a_demo_killed_at_any_moment_is_nothing_or_whole() {
    let house = House::new();
    let since = Instant::now();
    let demo = ["demo", "--no-ui", "--people", "20", "--dir"];
    assert_eq!(house.run(&[demo.as_slice(), &[text(&house.path("prova"))]].concat()).code, 0);
    let whole = since.elapsed().as_micros().try_into().unwrap();
    let mut dice = StdRng::seed_from_u64(11);
    let (mut made, kills) = (0, 40);
    for number in 0..kills {
        let dir = house.path(&format!("ufficio {number}"));
        // Half of the kills in the last fifth, where the files are put in place.
        let at: u64 = if number % 2 == 0 {
            dice.random_range(0..whole)
        } else {
            dice.random_range(whole * 4 / 5..whole * 11 / 10)
        };
        let mut command = house.command(&[demo.as_slice(), &[text(&dir)]].concat());
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        std::thread::sleep(Duration::from_micros(at));
        child.kill().unwrap();
        child.wait().unwrap();
        made += settled(&house, &dir, "3");
    }
    println!("{kills} demos killed: {made} whole offices, {} folders without, none half", kills - made);
    assert!(made < kills, "no kill came in time: the test says nothing");
}

/// The first run, killed while the office is being founded: either the same
/// page again, or the door of a whole office.
#[test]
fn a_first_run_killed_at_any_moment_is_nothing_or_whole() {
    let mut dice = StdRng::seed_from_u64(12);
    let (mut again, mut whole) = (0, 0);
    for number in 0..12 {
        let house = House::new();
        let dir = house.path("ufficio");
        let at = if number == 0 { 5_000 } else { dice.random_range(0..900) };
        let mut tty = first_run(&dir);
        tty.wait("non c'è ancora un ufficio").send("ESNEsempio Nord\tProvincia d'Esempio\t\t");
        tty.send("Bianchi\tAnna\t").wait("[bianchi").send("\tpàssword di casa\tpàssword di casa").press("F2");
        std::thread::sleep(Duration::from_millis(at));
        tty.signal("KILL");
        tty.ended();
        let mut tty = first_run(&dir);
        tty.wait_until("the first run or the door", |screen| {
            screen.contains("non c'è ancora un ufficio") || screen.contains("Operatore")
        });
        if tty.screen().contains("non c'è ancora un ufficio") {
            again += 1;
            continue;
        }
        whole += 1;
        tty.wait("[bianchi").send("pàssword di casa").press("Enter").wait("AC01");
    }
    println!("12 first runs killed: {again} begin again, {whole} are whole offices");
    assert!(whole > 0, "the last one had five seconds");
}

fn first_run(dir: &Path) -> Tty {
    Tty::start_through(&[], &Pair::open((100, 40)), &["--office", text(dir)], &[], true)
}

/// Run by the next test in a program of its own.
#[test]
fn keys_rewritten_over_and_over() {
    let Some(dir) = std::env::var_os("SPORTELLO_TEST_KEYS") else { return };
    let dir = Path::new(&dir);
    let key = keys::unlock(dir, "bianchi", "uno").unwrap();
    for number in 0.. {
        keys::add(dir, &key, ("verdi", &format!("password {number}")), false, Strength::Throwaway).unwrap();
    }
}

#[test]
fn keys_killed_while_written_are_the_old_or_the_new() {
    let house = House::new();
    let dir = house.path("chiavi");
    fs::create_dir(&dir).unwrap();
    keys::create(&dir, "bianchi", "uno", Strength::Throwaway).unwrap();
    let mut dice = StdRng::seed_from_u64(13);
    let kills = 30;
    for _ in 0..kills {
        let mut child = std::process::Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "keys_rewritten_over_and_over"])
            .env("SPORTELLO_TEST_KEYS", &dir)
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(Duration::from_millis(dice.random_range(5..60)));
        child.kill().unwrap();
        child.wait().unwrap();
        assert!(keys::unlock(&dir, "bianchi", "uno").is_ok());
    }
    assert_eq!(keys::usernames(&dir).unwrap(), ["bianchi", "verdi"]);
    let key = keys::unlock(&dir, "bianchi", "uno").unwrap();
    keys::add(&dir, &key, ("galli", "tre"), false, Strength::Throwaway).unwrap();
    assert_eq!(fs::read_dir(&dir).unwrap().count(), 1, "what the killed left is swept");
    println!("office.keys: {kills} kills while it was rewritten, always whole");
}
