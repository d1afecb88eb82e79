//! Every file an office can turn out to be: each has its plain sentence and
//! its exit code, and is left exactly as it was found.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says so by stopping")]
#![cfg(unix)]

mod house;

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use house::{House, Said, contents, mode, text};

/// Every command that opens an office.
const OPENING: [&[&str]; 9] = [
    &["find", "rossi"],
    &["show", "RSSMRA85T50F205V"],
    &["agenda"],
    &["deadlines"],
    &["psp", "list"],
    &["psp", "check", "ESN03-2026-000001"],
    &["psp", "pdf", "ESN03-2026-000001", "-o", "/dev/null"],
    &["recorded"],
    &["replay"],
];

const PNG: &[u8] =
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89 and so on";
const PLAIN: &[u8] = b"SQLite format 3\0\x10\0\x01\x01\0@  \0\0\0\x01\0\0\0\x02\0\0\0\0";

/// What is done to a good office, and what the program says of it.
struct Case {
    name: &'static str,
    spoil: fn(&House, &Path),
    says: &'static str,
}

fn put(dir: &Path, name: &str, bytes: &[u8]) {
    fs::write(dir.join(name), bytes).unwrap();
}

fn gone(dir: &Path, name: &str) {
    fs::remove_file(dir.join(name)).unwrap();
}

fn fifo(path: &Path) {
    assert!(std::process::Command::new("mkfifo").arg(path).status().unwrap().success());
}

fn garble(dir: &Path, name: &str, was: &str, is: &str) {
    let good = fs::read_to_string(dir.join(name)).unwrap();
    assert!(good.contains(was));
    fs::write(dir.join(name), good.replacen(was, is, 1)).unwrap();
}

const CASES: &[Case] = &[
    Case { name: "no folder", spoil: |_, dir| fs::remove_dir_all(dir).unwrap(), says: "non c'è un ufficio" },
    Case {
        name: "an empty folder",
        spoil: |_, dir| ["office.db", "office.keys"].iter().for_each(|name| gone(dir, name)),
        says: "non c'è un ufficio",
    },
    Case { name: "no data", spoil: |_, dir| gone(dir, "office.db"), says: "Manca il file dell'ufficio" },
    Case { name: "no keys", spoil: |_, dir| gone(dir, "office.keys"), says: "manca quello delle chiavi" },
    Case { name: "a picture", spoil: |_, dir| put(dir, "office.db", PNG), says: "non è di questo ufficio" },
    Case {
        name: "another database",
        spoil: |_, dir| put(dir, "office.db", &[PLAIN, &[0; 8192]].concat()),
        says: "non è di questo ufficio",
    },
    Case {
        name: "data of another office",
        spoil: |house, dir| {
            let other = house.path("altro");
            drop(
                sportello::demo::office::found(&other, sportello::clock::Clock::System, 2, house::now())
                    .unwrap(),
            );
            fs::copy(other.join("office.db"), dir.join("office.db")).unwrap();
        },
        says: "non è di questo ufficio",
    },
    Case { name: "empty data", spoil: |_, dir| put(dir, "office.db", b""), says: "incompleto" },
    Case {
        name: "a folder for the data",
        spoil: |_, dir| {
            gone(dir, "office.db");
            fs::create_dir(dir.join("office.db")).unwrap();
        },
        says: "non è di questo ufficio",
    },
    Case {
        name: "a pipe for the data",
        spoil: |_, dir| {
            gone(dir, "office.db");
            fifo(&dir.join("office.db"));
        },
        says: "non è di questo ufficio",
    },
    Case {
        name: "a folder for the keys",
        spoil: |_, dir| {
            gone(dir, "office.keys");
            fs::create_dir(dir.join("office.keys")).unwrap();
        },
        says: "chiavi è danneggiato",
    },
    Case {
        name: "a pipe for the keys",
        spoil: |_, dir| {
            gone(dir, "office.keys");
            fifo(&dir.join("office.keys"));
        },
        says: "chiavi è danneggiato",
    },
    Case { name: "empty keys", spoil: |_, dir| put(dir, "office.keys", b""), says: "chiavi è danneggiato" },
    Case {
        name: "a picture for keys",
        spoil: |_, dir| put(dir, "office.keys", PNG),
        says: "chiavi è danneggiato",
    },
    Case {
        name: "a large picture for keys",
        spoil: |_, dir| put(dir, "office.keys", &vec![b' '; 5_000_000]),
        says: "chiavi è danneggiato",
    },
    Case {
        name: "keys of nobody",
        spoil: |_, dir| {
            put(
                dir,
                "office.keys",
                br#"{"layout":1,"salt":"00000000000000000000000000000000","operators":[]}"#,
            )
        },
        says: "chiavi è danneggiato",
    },
    Case {
        name: "a garbled key",
        spoil: |_, dir| garble(dir, "office.keys", "bianchi", "bianchj"),
        says: "chiavi è danneggiato",
    },
    Case {
        name: "newer keys",
        spoil: |_, dir| garble(dir, "office.keys", "\"layout\": 2", "\"layout\": 9"),
        says: "versione più nuova",
    },
    Case {
        name: "nobody may enter the folder",
        spoil: |_, dir| mode(dir, 0o000),
        says: "non si può leggere",
    },
    Case {
        name: "nobody may read the keys",
        spoil: |_, dir| mode(&dir.join("office.keys"), 0o000),
        says: "chiavi non si può leggere",
    },
    Case {
        name: "nobody may read the data",
        spoil: |_, dir| mode(&dir.join("office.db"), 0o000),
        says: "ufficio non si può leggere",
    },
    Case {
        name: "data to be read only",
        spoil: |_, dir| mode(&dir.join("office.db"), 0o444),
        says: "Il file dell'ufficio è in sola lettura",
    },
    Case {
        name: "a folder to be read only",
        spoil: |_, dir| mode(dir, 0o555),
        says: "La cartella dell'ufficio è in sola lettura",
    },
    Case {
        name: "a folder to be read only, used before",
        spoil: |_, dir| {
            put(dir, "office.lock", b"");
            mode(dir, 0o555);
        },
        says: "La cartella dell'ufficio è in sola lettura",
    },
    Case {
        name: "a link to nowhere for the folder",
        spoil: |house, dir| {
            fs::remove_dir_all(dir).unwrap();
            symlink(house.path("altrove"), dir).unwrap();
        },
        says: "porta a un posto che non c'è",
    },
    Case {
        name: "a link to nowhere for the data",
        spoil: |house, dir| {
            gone(dir, "office.db");
            symlink(house.path("altrove"), dir.join("office.db")).unwrap();
        },
        says: "Manca il file dell'ufficio",
    },
    Case {
        name: "a link to nowhere for the keys",
        spoil: |house, dir| {
            gone(dir, "office.keys");
            symlink(house.path("altrove"), dir.join("office.keys")).unwrap();
        },
        says: "porta a un posto che non c'è",
    },
    Case {
        name: "a file for the folder",
        spoil: |_, dir| {
            fs::remove_dir_all(dir).unwrap();
            fs::write(dir, PNG).unwrap();
        },
        says: "non è un ufficio di Sportello",
    },
];

#[test]
fn every_file_has_its_sentence_and_stays_as_it_was() {
    let mut runs = 0;
    for case in CASES {
        let house = House::new();
        let dir = house.invented("ufficio");
        (case.spoil)(&house, &dir);
        let before = contents(house.folder.path());
        for command in OPENING {
            let said = house.run(&[&["--office", text(&dir)], command].concat());
            assert_eq!(said.code, 3, "{}: {said:?}", case.name);
            said.refused(3, case.says);
            assert!(contents(house.folder.path()) == before, "{}: {command:?} touched it", case.name);
            runs += 1;
        }
        if dir.is_dir() {
            mode(&dir, 0o755);
        }
    }
    println!("{} files, {} commands each: {runs} refusals, nothing touched", CASES.len(), OPENING.len());
}

#[test]
fn cut_at_any_size_it_is_refused_untouched() {
    let house = House::new();
    let dir = house.invented("ufficio");
    let whole = fs::read(dir.join("office.db")).unwrap();
    let mut sizes =
        vec![0, 1, 15, 16, 17, 100, 4095, 4096, 4097, whole.len() / 2, whole.len() - 4096, whole.len() - 1];
    sizes.extend((1..whole.len() / 4096).step_by(7).map(|page| page * 4096));
    for size in &sizes {
        put(&dir, "office.db", &whole[..*size]);
        let before = contents(&dir);
        let said = house.run(&["find", "rossi", "--office", text(&dir)]);
        assert!(said.err.contains("incompleto") || said.err.contains("danneggiato"), "{size}: {said:?}");
        said.refused(3, "Ripristinare l'ultima copia di sicurezza");
        assert!(contents(&dir) == before, "{size}");
    }
    put(&dir, "office.db", &whole);
    assert_eq!(house.run(&["find", "rossi", "--office", text(&dir)]).code, 0);
    println!("{} sizes of office.db refused", sizes.len());
}

/// The log of a program that was killed, beside data it does not belong to:
/// SQLite alone would copy its pages over the data.
#[test]
fn a_log_of_another_file_is_not_played() {
    let house = House::new();
    let (dir, other) = (house.invented("ufficio"), house.path("altro"));
    drop(sportello::demo::generate(&other, 20, 3, house::now()).unwrap());
    let log = log_of_a_killed(&house, &other);
    put(&dir, "office.db-wal", &log);
    let before = contents(&dir);
    house.run(&["find", "rossi", "--office", text(&dir)]).refused(3, "danneggiato");
    assert!(contents(&dir) == before);
    gone(&dir, "office.db-wal");
    assert_eq!(house.run(&["find", "rossi", "--office", text(&dir)]).code, 0, "the data is whole");
}

/// The same office, restored from an older copy beside the log of yesterday.
#[test]
fn a_log_of_a_later_day_is_not_played_on_an_older_copy() {
    let house = House::new();
    let dir = house.path("ufficio");
    drop(sportello::demo::generate(&dir, 20, 3, house::now()).unwrap());
    let old = house::copy(&dir, &house.path("copia"));
    // A later day, with a file that has grown.
    let lines = house.path("giorno.jsonl");
    fs::write(&lines, (0..300).map(|_| person("Maria") + "\n").collect::<String>()).unwrap();
    assert_eq!(house.run(&["replay", text(&lines), "--office", text(&dir)]).code, 0);
    let log = log_of_a_killed(&house, &dir);
    put(&old, "office.db-wal", &log);
    let before = contents(&old);
    house.run(&["find", "rossi", "--office", text(&old)]).refused(3, "danneggiato");
    assert!(contents(&old) == before);
    // Beside its own data it is what it is for.
    let said = house.run(&["find", "rossi", "killed", "--office", text(&dir)]);
    assert!(said.code == 0 && said.out.contains("KILLED"), "{said:?}");
}

/// Registers somebody and kills the program while it waits for more.
fn log_of_a_killed(house: &House, dir: &Path) -> Vec<u8> {
    use std::io::{BufRead, BufReader, Write};
    let mut command = house.command(&["replay", "--office", text(dir)]);
    let mut child =
        command.stdin(std::process::Stdio::piped()).stdout(std::process::Stdio::piped()).spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    writeln!(input, "{}", person("Killed")).unwrap();
    let mut reply = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut reply).unwrap();
    assert!(reply.contains("\"accepted\":true"), "{reply}");
    child.kill().unwrap();
    child.wait().unwrap();
    drop(input);
    let log = fs::read(dir.join("office.db-wal")).unwrap();
    assert!(log.len() > 4096, "the test needs a log with something in it");
    log
}

fn person(name: &str) -> String {
    format!(
        r#"{{"at":"2026-11-23T10:42","by":"bianchi","do":"registrant.register","registrant":{{"fiscal_code":"RSSMRA85T50F205V","surname":"Rossi","name":"{name}","birth_date":"1985-12-10","sex":"F","birth_place":"F205","citizenship":"ITA","mobile":"333 0000000"}},"accepted":[{{"rule":"R-CF-2","reason":"prova"}},{{"rule":"R-ANA-2","reason":"prova"}}]}}"#
    )
}

#[test]
fn names_of_files_that_are_not_the_office() {
    let house = House::new();
    let dir = house.invented("ufficio");
    assert_eq!(house.run(&["find", "x", "--office", text(&dir.join("office.db"))]).code, 0);
    for name in ["office.keys", "office.lock"] {
        let path = dir.join(name);
        house.run(&["find", "x", "--office", text(&path)]).refused(3, "non è un ufficio di Sportello");
    }
    house
        .run(&["find", "x", "--office", text(&dir.join("office.db/office.db"))])
        .refused(3, "non c'è un ufficio");
    let odd = dir.join("office.db").join("dentro");
    house.run(&["find", "x", "--office", text(&odd)]).refused(3, "non c'è un ufficio");
}

#[test]
fn paths_with_spaces_accents_and_great_length() {
    let house = House::new();
    for name in
        ["Ufficio di Città", "però è così €", "a'b\"c;d#e%20?f=g&h", "\u{1f3e2}", "-x", "ufficio\nnuovo"]
    {
        let dir = house.invented(name);
        assert_eq!(house.run(&["find", "x", "--office", text(&dir)]).code, 0, "{name:?}");
    }
    let odd = house.folder.path().join(OsStr::from_bytes(b"uff\xffcio"));
    fs::rename(house.invented("ufficio"), &odd).unwrap();
    let said = Said::of(house.command(&["find", "x", "--office"]).arg(&odd).output().unwrap());
    assert_eq!(said.code, 0, "{said:?}");
    let said = house.run(&["find", "x", "--office", ""]);
    assert_eq!(said.code, 2, "an empty name is not this folder: {said:?}");
    // As long as SQLite takes, and longer.
    let deep = |length: usize| -> PathBuf {
        let mut dir = house.folder.path().to_owned();
        while dir.as_os_str().len() < length - 40 {
            dir.push("cartella dal nome lungo");
        }
        dir
    };
    let dir = deep(470);
    let made = ["demo", "--people", "0", "--no-ui", "--dir", text(&dir)];
    let said = house.run(&made);
    assert_eq!(said.code, 0, "{} {said:?}", dir.as_os_str().len());
    assert_eq!(house.run(&["find", "x", "--office", text(&dir)]).code, 0);
    for length in [600, 3000, 5000] {
        let dir = deep(length);
        house.run(&["demo", "--people", "0", "--no-ui", "--dir", text(&dir)]).refused(3, "troppo lungo");
        let said = house.run(&["find", "x", "--office", text(&dir)]);
        assert_eq!(said.code, 3, "{said:?}");
        said.is_plain();
    }
    let long = house.path(&"x".repeat(300));
    house.run(&["find", "x", "--office", text(&long)]).refused(3, "troppo lungo");
    house.run(&["demo", "--people", "0", "--no-ui", "--dir", text(&long)]).refused(3, "troppo lungo");
}

#[test]
fn where_no_office_can_be_made() {
    let house = House::new();
    let demo = |dir: &Path, says: &str| {
        let before = contents(house.folder.path());
        house.run(&["demo", "--people", "0", "--no-ui", "--dir", text(dir)]).refused(3, says);
        assert!(contents(house.folder.path()) == before, "{says}");
    };
    let closed = house.path("chiusa");
    fs::create_dir(&closed).unwrap();
    mode(&closed, 0o555);
    demo(&closed, "sola lettura");
    demo(&closed.join("dentro"), "sola lettura");
    demo(&house.file("lettera.txt", "x"), "non si può creare");
    demo(&house.file("lettera.txt", "x").join("dentro"), "non si può creare");
    let nowhere = house.path("collegamento");
    symlink(house.path("altrove"), &nowhere).unwrap();
    demo(&nowhere, "porta a un posto che non c'è");
    demo(&house.invented("ufficio"), "già un ufficio");
    for left in ["office.db", "office.keys", "office.db-wal"] {
        let dir = house.path(&format!("resti di {left}"));
        fs::create_dir(&dir).unwrap();
        put(&dir, left, b"x");
        demo(&dir, "già un ufficio");
    }
    // A home that is not there: nothing is read, nothing is made.
    let before = contents(house.folder.path());
    let mut command = house.command(&["find", "x"]);
    house::Said::of(command.env("HOME", house.path("nessuno")).output().unwrap())
        .refused(3, "non c'è un ufficio");
    assert!(contents(house.folder.path()) == before);
}

/// A copy, made and put back: what it says, what it refuses, what it keeps.
#[test]
fn a_copy_is_put_back_and_what_was_there_is_kept() {
    let house = House::new();
    let (dir, to) = (house.invented("ufficio"), house.path("copie"));
    fs::create_dir(&to).unwrap();
    let office = |args: &[&str]| house.run(&[args, &["--office", text(&dir)]].concat());
    house
        .run(&["backup", text(&house.path("manca")), "--office", text(&dir)])
        .refused(4, "cartella delle copie non c'è");
    let said = office(&["backup", text(&to), "--json"]);
    assert_eq!(said.code, 0, "{said:?}");
    let made: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    let file = PathBuf::from(made["file"].as_str().unwrap());
    let (keys, note) = (file.with_extension("keys"), file.with_extension("json"));
    assert!(contents(&to).len() == 3 && keys.exists() && note.exists());
    let recorded = office(&["recorded", "--digest"]).out;
    // The office goes on after the copy.
    let line = house.file("giorno.jsonl", person("Maria") + "\n");
    assert_eq!(office(&["replay", text(&line)]).code, 0);
    let restore = |file: &Path, more: &[&str]| office(&[&["restore", text(file)], more].concat());

    // Weighed and refused: nothing is touched.
    let before = contents(&dir);
    let said = restore(&file, &["--dry-run"]);
    assert!(said.code == 0 && said.out.contains("Si perderebbero: 1 operazione"), "{said:?}");
    let said = restore(&file, &[]);
    assert!(said.code == 2 && said.err.contains("--yes"), "{said:?}");
    restore(&house.path("manca.db"), &["--yes"]).refused(2, "non c'è");
    let spoilt = |name: &str, spoil: &dyn Fn(&Path), says: &str| {
        let folder = house.path(name);
        fs::create_dir(&folder).unwrap();
        for path in [&file, &keys, &note] {
            fs::copy(path, folder.join(path.file_name().unwrap())).unwrap();
        }
        let copy = folder.join(file.file_name().unwrap());
        spoil(&copy);
        restore(&copy, &["--yes"]).refused(3, says);
        assert!(contents(&dir) == before, "{name}");
    };
    let flip = |path: &Path, place: usize| {
        let mut bytes = fs::read(path).unwrap();
        bytes[place] ^= 1;
        fs::write(path, bytes).unwrap();
    };
    let again = |path: &Path| {
        // Who changes a copy can make its sum again, but not its seal.
        let mut note: serde_json::Value =
            serde_json::from_slice(&fs::read(path.with_extension("json")).unwrap()).unwrap();
        let sum = std::process::Command::new("sha256sum").arg(path).output().unwrap().stdout;
        note["sha256"] = String::from_utf8(sum[..64].to_vec()).unwrap().into();
        note["bytes"] = fs::metadata(path).unwrap().len().into();
        fs::write(path.with_extension("json"), note.to_string()).unwrap();
    };
    spoilt("rovinata", &|copy| flip(copy, 9000), "è stata cambiata o è rovinata");
    spoilt(
        "rifatta",
        &|copy| {
            flip(copy, 9000);
            again(copy);
        },
        "è stata cambiata o è rovinata",
    );
    spoilt(
        "tagliata",
        &|copy| {
            let whole = fs::read(copy).unwrap();
            fs::write(copy, &whole[..whole.len() / 2]).unwrap();
        },
        "è stata cambiata o è rovinata",
    );
    spoilt("sola", &|copy| fs::remove_file(copy.with_extension("json")).unwrap(), "manca il foglio");
    spoilt(
        "senza chiavi",
        &|copy| fs::remove_file(copy.with_extension("keys")).unwrap(),
        "file delle chiavi",
    );
    spoilt(
        "nuova",
        &|copy| {
            let path = copy.with_extension("json");
            let text = fs::read_to_string(&path).unwrap();
            fs::write(&path, text.replacen("\"schema\": ", "\"schema\": 9", 1)).unwrap();
        },
        "versione più nuova",
    );
    let other = house.path("altro");
    drop(sportello::demo::office::found(&other, sportello::clock::Clock::System, 2, house::now()).unwrap());
    let was = contents(&other);
    house
        .run(&["restore", text(&file), "--yes", "--dir", text(&other)])
        .refused(3, "non è di questo ufficio");
    assert!(contents(&other) == was || fs::remove_file(other.join("office.lock")).is_ok());

    // Done: the office is as the copy, what was there is kept whole.
    let said = restore(&file, &["--yes"]);
    assert!(said.code == 0 && said.out.contains("è stato tenuto"), "{said:?}");
    assert_eq!(office(&["recorded", "--digest"]).out, recorded);
    let aside = fs::read_dir(&dir).unwrap().map(|entry| entry.unwrap().path());
    let aside = aside.into_iter().find(|path| path.is_dir()).unwrap();
    let said = house.run(&["find", "rossi", "--office", text(&aside)]);
    assert!(said.out.contains("ROSSI"), "{said:?}");

    // Where there is no office, and over one that cannot be read any more.
    let fresh = house.path("nuovo");
    let said = house.run(&["restore", text(&file), "--yes", "--dir", text(&fresh)]);
    assert_eq!(said.code, 0, "{said:?}");
    assert_eq!(house.run(&["recorded", "--digest", "--office", text(&fresh)]).out, recorded);
    flip(&dir.join("office.db"), 200);
    let said = restore(&file, &["--yes"]);
    assert!(said.code == 0 && said.out.contains("non si legge"), "{said:?}");
    assert_eq!(office(&["recorded", "--digest"]).out, recorded);
}

/// Who tries passwords waits here as at the door, and comes in afterwards.
#[test]
fn a_copy_is_not_put_back_by_trying_passwords() {
    let house = House::new();
    let (dir, to) = (house.real("ufficio"), house.path("copie"));
    fs::create_dir(&to).unwrap();
    let with = |password: &str, args: &[&str]| {
        let file = house.file("parola", password);
        let mut command = house.command(&[args, &["--office", text(&dir)]].concat());
        Said::of(command.env("SPORTELLO_PASSWORD_FILE", file).output().unwrap())
    };
    let made = with(house::PASSWORD, &["backup", text(&to), "--json"]);
    let made: serde_json::Value = serde_json::from_str(&made.out).unwrap();
    let restore = ["restore", made["file"].as_str().unwrap(), "--yes"];
    with("sbagliata", &restore).refused(3, "Operatore o password non corretti");
    // As after nine: minutes to wait, however slow this computer is.
    garble(&dir, "office.attempts", "\"count\":1", "\"count\":9");
    with(house::PASSWORD, &restore).refused(3, "si aspetta");
}
