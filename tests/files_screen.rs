//! Bad files met at the screen: the sentence is on the message line, the desk
//! is not lost, and what was typed is saved once the obstacle is gone.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says so by stopping")]
#![cfg(unix)]

mod house;
mod pty;

use std::fs;
use std::path::Path;
use std::process::Command;

use house::{House, PASSWORD, mode, text};
use pty::{Pair, Tty};

const SIZE: (u16, u16) = (120, 40);
const CODE: &str = "PLLNCL90C07D704P";

/// The desk as somebody with no privileges.
fn desk(args: &[&str]) -> Tty {
    let mut before: Vec<String> = Vec::new();
    let plain = house::unprivileged();
    before.push(plain.get_program().to_str().unwrap().to_owned());
    before.extend(plain.get_args().map(|arg| arg.to_str().unwrap().to_owned()));
    let before: Vec<&str> = before.iter().map(String::as_str).collect();
    Tty::start_through(&before, &Pair::open(SIZE), args, &[], true)
}

/// The office of invented people, opened.
fn invented(dir: &Path) -> Tty {
    let mut tty = desk(&["--office", text(dir), "--now", "2026-11-23T10:42"]);
    tty.wait("Persone in archivio");
    tty
}

/// PE03 filled, all but the saving.
fn somebody(tty: &mut Tty) {
    tty.press("Ctrl+F").wait("PE01").free("Pellicanò Niccolò").wait("Nessuno con questi dati");
    tty.press("F6").wait("PE03").wait("[Niccolò").free(CODE).wait("controllo: ok").press("Tab");
    tty.free("CA12345ÈX").press("Tab").free("Comune di Forlì").press("Tab");
    tty.free("15062021").free("07032031").wait("[07/03/2031]").press("Space").wait("[x] informativa");
    tty.press("Tab").free("via Carlo Cantù 12").press("Tab").free("Forlì").press("Tab").free("47121");
    tty.wait("[47121]").press("F8").free("333 0000017").press("Tab Space").wait("[x] verificato");
}

/// The largest file this program may write from now on.
fn limit(tty: &Tty, bytes: &str) {
    let pid = tty.pid().to_string();
    let done = Command::new("prlimit").args(["--pid", &pid, &format!("--fsize={bytes}:")]).status().unwrap();
    assert!(done.success());
}

#[test]
fn at_the_door() {
    type Act = fn(&Path);
    let cases: [(&str, &str, Act, Act); 6] = [
        ("a wrong password", "Operatore o password non corretti", |_| {}, |_| {}),
        (
            "no data",
            "Manca il file dell'ufficio",
            |dir| fs::rename(dir.join("office.db"), dir.join("via")).unwrap(),
            |dir| fs::rename(dir.join("via"), dir.join("office.db")).unwrap(),
        ),
        (
            "cut data",
            "Ripristinare l'ultima copia di sicurezza",
            |dir| {
                fs::copy(dir.join("office.db"), dir.join("via")).unwrap();
                let whole = fs::read(dir.join("via")).unwrap();
                fs::write(dir.join("office.db"), &whole[..whole.len() - 4096]).unwrap();
            },
            |dir| fs::rename(dir.join("via"), dir.join("office.db")).unwrap(),
        ),
        ("a folder to read", "sola lettura", |dir| mode(dir, 0o555), |dir| mode(dir, 0o755)),
        (
            "data to read",
            "sola lettura",
            |dir| mode(&dir.join("office.db"), 0o444),
            |dir| mode(&dir.join("office.db"), 0o600),
        ),
        (
            "garbled keys",
            "chiavi è danneggiato",
            |dir| {
                let path = dir.join("office.keys");
                fs::copy(&path, dir.join("via")).unwrap();
                let text = fs::read_to_string(&path).unwrap();
                fs::write(&path, text.replace("bianchi", "bianchj")).unwrap();
            },
            |dir| fs::rename(dir.join("via"), dir.join("office.keys")).unwrap(),
        ),
    ];
    for (name, says, spoil, mend) in cases {
        let house = House::new();
        let dir = house.real("vero");
        let mut tty = desk(&["--office", text(&dir)]);
        tty.wait("Password");
        spoil(&dir);
        let wrong = name == "a wrong password";
        tty.send(if wrong { "sbagliata" } else { PASSWORD }).press("Enter");
        tty.wait(says).wait("AC00");
        mend(&dir);
        tty.send(PASSWORD).press("Enter").wait("AC01").press("Ctrl+Q").wait("Chiudere").send("s");
        assert_eq!(tty.ended(), 0, "{name}");
        assert!(tty.is_clean());
    }
    println!("6 obstacles at the door, each told on the message line, each overcome");
}

#[test]
fn a_desk_held_by_another_is_told_and_opens_after() {
    let house = House::new();
    let dir = house.real("vero");
    let mut first = desk(&["--office", text(&dir)]);
    first.wait("Password").send(PASSWORD).press("Enter").wait("AC01");
    let mut second = desk(&["--office", text(&dir)]);
    second.wait("Password").send(PASSWORD).press("Enter").wait("già aperto in un altro programma");
    // Stopped is not gone, killed is.
    first.signal("STOP");
    second.send(PASSWORD).press("Enter").wait("Un momento").wait("già aperto in un altro programma");
    first.signal("KILL");
    first.ended();
    second.send(PASSWORD).press("Enter").wait("AC01");
}

#[test]
fn before_the_first_frame_the_sentence_is_told_and_the_code_is_3() {
    let house = House::new();
    let dir = house.invented("ufficio");
    fs::write(dir.join("office.db"), "una lettera, non un ufficio").unwrap();
    let mut tty = desk(&["--office", text(&dir)]);
    assert_eq!(tty.ended(), 3);
    tty.wait("Il file office.db non è di questo ufficio.");
    assert!(tty.is_clean());
    fs::remove_file(dir.join("office.keys")).unwrap();
    let mut tty = desk(&["--office", text(&dir)]);
    assert_eq!(tty.ended(), 3);
    tty.wait("manca quello delle chiavi");
    let gone = house.path("chiusa");
    fs::create_dir(&gone).unwrap();
    mode(&gone, 0o000);
    let mut tty = desk(&["--office", text(&gone)]);
    assert_eq!(tty.ended(), 3, "not taken for a first run");
    let mut tty = desk(&["--office", text(&house.invented("altro")), "--user", "nessuno"]);
    assert_eq!(tty.ended(), 2);
    tty.wait("non c'è un operatore «nessuno»");
}

#[test]
fn a_first_run_that_cannot_write_keeps_what_was_asked() {
    let house = House::new();
    let closed = house.path("chiusa");
    fs::create_dir(&closed).unwrap();
    mode(&closed, 0o555);
    let mut tty = desk(&["--office", text(&closed.join("ufficio"))]);
    tty.wait("non c'è ancora un ufficio").send("ESNEsempio Nord\tProvincia d'Esempio\t\t");
    tty.send("Bianchi\tAnna\t").wait("[bianchi").send("\tpàssword di casa\tpàssword di casa").press("F2");
    tty.wait("in sola lettura").wait("[Esempio Nord");
    mode(&closed, 0o755);
    limit(&tty, "0");
    tty.press("F2").wait("Il disco").wait("[Esempio Nord");
    assert!(house::contents(&closed).is_empty(), "nothing half-made");
    limit(&tty, "unlimited");
    tty.press("F2").wait("AC01");
}

#[test]
fn a_disk_that_takes_no_more_loses_nothing_typed() {
    let house = House::new();
    let dir = house.invented("ufficio");
    let mut tty = invented(&dir);
    somebody(&mut tty);
    limit(&tty, "0");
    tty.press("F2").wait("non accetta altri dati").wait("PE03");
    // Nothing of it is told as saved, not even as a draft.
    tty.press("Tab").send("x").press("Backspace").wait_gone("bozza salvata").wait("333 0000017");
    tty.press("F2").wait("non accetta altri dati");
    limit(&tty, "unlimited");
    tty.press("F2").wait("PE02").wait("PELLICANÒ");
    tty.press("Ctrl+Q").wait("Chiudere").send("s");
    assert_eq!(tty.ended(), 0);
    let said = house.run(&["find", CODE, "--office", text(&dir)]);
    assert_eq!(said.out.lines().filter(|line| line.contains(CODE)).count(), 1, "saved once: {said:?}");
}

#[test]
fn a_draft_that_had_no_room_is_saved_when_there_is() {
    let house = House::new();
    let dir = house.invented("ufficio");
    let mut tty = invented(&dir);
    tty.send("n").wait("PE03").press("Tab");
    limit(&tty, "0");
    tty.send("Ferri").wait("non accetta altri dati").wait_gone("bozza salvata");
    limit(&tty, "unlimited");
    tty.press("Tab").send("Agnese").wait("bozza salvata");
    std::thread::sleep(std::time::Duration::from_secs(2));
    tty.signal("KILL");
    tty.ended();
    let mut tty = invented(&dir);
    tty.send("n").wait("PE03").wait("Ripresa la bozza").wait("[Ferri").wait("[Agnese");
}

#[test]
fn a_file_taken_away_is_noticed_and_nothing_is_lost() {
    let house = House::new();
    let dir = house.invented("ufficio");
    let mut tty = invented(&dir);
    somebody(&mut tty);
    fs::rename(dir.join("office.db"), dir.join("via")).unwrap();
    tty.press("F2").wait("non è più al suo posto").wait("PE03").wait("333 0000017");
    // Another file in its place is not it.
    fs::copy(dir.join("via"), dir.join("office.db")).unwrap();
    tty.press("F2").wait("non è più al suo posto");
    fs::rename(dir.join("via"), dir.join("office.db")).unwrap();
    tty.press("F2").wait("PE02").wait("PELLICANÒ");
}

#[test]
fn a_folder_made_read_only_meanwhile_takes_what_is_saved() {
    let house = House::new();
    let dir = house.invented("ufficio");
    let mut tty = invented(&dir);
    somebody(&mut tty);
    mode(&dir, 0o555);
    tty.press("F2").wait("PE02").wait("PELLICANÒ");
    tty.press("Ctrl+Q").wait("Chiudere").send("s");
    assert_eq!(tty.ended(), 0);
    mode(&dir, 0o755);
    let said = house.run(&["find", CODE, "--office", text(&dir)]);
    assert!(said.out.contains(CODE), "{said:?}");
}

#[test]
fn at_the_end_the_office_is_copied_and_a_copy_not_made_is_told_at_the_next_start() {
    let house = House::new();
    let dir = house.real("vero");
    let copies = dir.join("copie");
    let (secret, open) = (house.file("password", PASSWORD), |tty: &mut Tty| {
        tty.wait("Password").send(PASSWORD).press("Enter").wait("AC01");
    });
    let program = |args: &[&str]| {
        let mut command = house.command(args);
        command.args(["--office", text(&dir)]).env("SPORTELLO_PASSWORD_FILE", &secret);
        house::Said::of(command.output().unwrap())
    };
    // Something is where the folder of the copies would be.
    fs::write(&copies, "una lettera").unwrap();
    let mut tty = desk(&["--office", text(&dir)]);
    open(&mut tty);
    tty.press("Ctrl+Q").wait("Chiudere").send("s");
    assert_eq!(tty.ended(), 0);
    tty.wait("La cartella delle copie non c'è");
    let doctor = program(&["doctor", "--open"]);
    assert_eq!(doctor.code, 3, "{doctor:?}");
    assert!(doctor.out.contains("[X] copie di sicurezza: Copia di sicurezza del"), "{doctor:?}");
    let mut tty = desk(&["--office", text(&dir)]);
    open(&mut tty);
    tty.press("Esc");
    // Two at once would be another key.
    std::thread::sleep(std::time::Duration::from_millis(500));
    tty.press("Esc").wait("FILE DELL'UFFICIO").wait("[X] Copia di sicurezza del").wait("collegato.");
    fs::remove_file(&copies).unwrap();
    tty.press("Ctrl+Q").wait("Chiudere").send("s");
    assert_eq!(tty.ended(), 0);
    let names = fs::read_dir(&copies).unwrap().count();
    assert_eq!(names, 3, "data, keys, what they are");
    let doctor = program(&["doctor", "--open", "--json"]);
    assert!(
        doctor.out.contains(r#""sign": "day""#) && doctor.out.contains("l'ultimo chiuso e firmato"),
        "{doctor:?}"
    );
    assert!(doctor.out.contains("l'ultima è del"), "{doctor:?}");
    assert!(program(&["doctor"]).out.contains("non guardato"));
}
