//! No room: on the disk of the office, where a document goes, on the output.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says so by stopping")]
#![cfg(unix)]

mod house;
mod pty;

use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use house::{House, PASSWORD, Said, contents, mode, text};
use pty::{Pair, Tty};

const CODE: &str = "RSSMRA85T50F205V";

/// Runs a command that may write files up to this size: the limit every
/// system has, whoever runs the test.
fn limited(house: &House, blocks: u32, args: &[&str]) -> Said {
    house.shell(&format!("ulimit -S -f {blocks}; exec \"$0\" \"$@\""), args)
}

#[test]
fn no_room_to_make_an_office() {
    let house = House::new();
    let whole = house.path("ufficio");
    let demo = |dir: &Path, blocks| {
        limited(&house, blocks, &["demo", "--no-ui", "--people", "20", "--dir", text(dir)])
    };
    assert_eq!(demo(&whole, 100_000).code, 0);
    let data = fs::metadata(whole.join("office.db")).unwrap().len() / 512;
    let (mut refused, mut made) = (0, 0);
    for step in 0..24 {
        let house = House::new();
        let dir = house.path("stretto");
        let blocks = u32::try_from(data * step / 10).unwrap();
        let said = demo(&dir, blocks);
        if said.code == 0 {
            assert_eq!(house.run(&["find", "a", "--office", text(&dir)]).code, 0);
            made += 1;
            continue;
        }
        refused += 1;
        assert!([3, 4].contains(&said.code), "{blocks}: {said:?}");
        assert!(said.err.contains("disco"), "{blocks}: {said:?}");
        said.is_plain();
        assert!(contents(house.folder.path()).is_empty(), "{blocks}: nothing is left");
    }
    assert!(refused > 5 && made > 2, "{refused} {made}");
    println!("24 sizes of disk: {made} offices made whole, {refused} not at all");
}

#[test]
fn no_room_to_open_or_to_write() {
    let house = House::new();
    let dir = house.invented("ufficio");
    let (mut refused, mut written) = (0, 0);
    let line = format!(
        r#"{{"at":"2026-11-23T10:42","by":"bianchi","do":"registrant.register","registrant":{{"fiscal_code":"{CODE}","surname":"Rossi","name":"Maria","birth_date":"1985-12-10","sex":"F","birth_place":"F205","citizenship":"ITA","mobile":"333 0000000"}}}}"#
    );
    let lines = house.file("riga.jsonl", line);
    for blocks in [0, 1, 8, 16, 32, 64, 128, 256, 512, 1024] {
        let dir = house::copy(&dir, &house.path(&format!("con {blocks}")));
        let before = fs::read(dir.join("office.db")).unwrap();
        let said = limited(&house, blocks, &["replay", text(&lines), "--office", text(&dir)]);
        if said.code == 0 {
            written += 1;
            continue;
        }
        refused += 1;
        assert!([3, 4].contains(&said.code) && said.err.contains("disco"), "{blocks}: {said:?}");
        said.is_plain();
        assert!(fs::read(dir.join("office.db")).unwrap() == before, "{blocks}");
        let said = house.run(&["find", CODE, "--office", text(&dir)]);
        assert!(said.code == 0 && !said.out.contains(CODE), "nothing of it is there: {said:?}");
    }
    assert!(refused > 2 && written > 1, "{refused} refused, {written} written");
}

#[test]
fn where_a_document_goes() {
    let house = House::new();
    let dir = house.invented("ufficio");
    let agenda =
        |to: &Path| house.run(&["agenda", "--format", "csv", "-o", text(to), "--office", text(&dir)]);
    assert_eq!(agenda(&house.path("giorno.csv")).code, 0);
    let good = fs::read(house.path("giorno.csv")).unwrap();
    let closed = house.path("chiusa");
    fs::create_dir(&closed).unwrap();
    let inside = closed.join("giorno.csv");
    fs::write(&inside, "di prima").unwrap();
    mode(&closed, 0o555);
    let still = house.file("fermo.csv", "di prima");
    mode(&still, 0o444);
    let before = contents(house.folder.path());
    for (to, says) in [
        (house.path("manca/giorno.csv"), "la cartella non c'è"),
        (closed.join("altro.csv"), "la cartella è in sola lettura"),
        (inside, "la cartella è in sola lettura"),
        (closed.clone(), "è il nome di una cartella"),
        (still, "è in sola lettura"),
        (house.path("giorno.csv").join("x"), "passa per un file"),
        (house.path(&"x".repeat(300)), "il nome è troppo lungo"),
        (PathBuf::from("/dev/full"), "il disco è pieno"),
    ] {
        agenda(&to).refused(4, says);
    }
    let office = |map: std::collections::BTreeMap<PathBuf, _>| -> std::collections::BTreeMap<_, _> {
        map.into_iter().filter(|(path, _): &(PathBuf, _)| !path.starts_with(&dir)).collect()
    };
    assert!(office(before) == office(contents(house.folder.path())));
    // No room: what was there stays, whole.
    let said =
        limited(&house, 0, &["agenda", "--format", "csv", "-o", "/dev/stdout", "--office", text(&dir)]);
    assert_ne!(said.code, 70, "{said:?}");
    // A link stays one; a pipe is written to; over a file of the same name it goes.
    let link = house.path("collegamento.csv");
    symlink(house.file("vero.csv", "x"), &link).unwrap();
    assert_eq!(agenda(&link).code, 0);
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(fs::read(house.path("vero.csv")).unwrap(), good);
    assert_eq!(agenda(Path::new("/dev/stdout")).out.as_bytes(), good);
}

/// A PDF takes the place of the old one whole, or leaves it.
#[test]
fn a_document_with_no_room_for_it() {
    let house = House::new();
    let dir = house.invented("ufficio");
    let folder = house.path("stampe");
    fs::create_dir(&folder).unwrap();
    let file = folder.join("giorno.pdf");
    let (mut refused, mut written) = (0, 0);
    for blocks in [0, 8, 16, 24, 32, 48, 64, 96, 128, 4096] {
        fs::write(&file, "di prima").unwrap();
        let said = limited(
            &house,
            blocks,
            &["agenda", "--format", "pdf", "-o", text(&file), "--office", text(&dir)],
        );
        let there = fs::read(&file).unwrap();
        if said.code == 0 {
            written += 1;
            assert!(there.starts_with(b"%PDF") && there.trim_ascii_end().ends_with(b"%%EOF"));
        } else {
            refused += 1;
            assert!([3, 4].contains(&said.code) && said.err.contains("disco"), "{blocks}: {said:?}");
            said.is_plain();
            assert_eq!(there, b"di prima", "{blocks}");
        }
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 1, "{blocks}: nothing half written is left");
    }
    assert!(refused > 0 && written > 0, "{refused} refused, {written} written");
}

/// The same of what the office issued: its first file, which goes to the
/// archive too; a large copy from there; the page in breve. What was refused
/// is made when there is room, and the archive is in order all along.
#[test]
fn an_issued_document_with_no_room_for_it() {
    let house = House::new();
    let office = house.path("ufficio");
    drop(sportello::demo::generate(&office, 60, 7, house::now()).unwrap());
    let list = |what: &str| -> Vec<serde_json::Value> {
        let said = house.run(&[what, "list", "--json", "--office", text(&office)]);
        said.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    };
    let documents = list("documents");
    let open = |row: &&serde_json::Value| row["kind"] == "psp" && row["digest"] == "";
    let number = documents.iter().find(open).unwrap()["number"].as_str().unwrap();
    let pacts = list("psp");
    let pact = pacts.iter().find(|row| row["number"] == number).unwrap()["id"].as_str().unwrap();
    let archived = house::copy(&office, &house.path("con l'archivio"));
    let folder = house.path("stampe");
    fs::create_dir(&folder).unwrap();
    let file = folder.join("documento.pdf");
    let first: &[&str] = &["documents", "pdf", number, "-o", text(&file)];
    let copy = [first, &["--copy", "--large"]].concat();
    let brief = ["psp", "pdf", pact, "--brief", "--lang", "uk", "-o", text(&file)];
    assert_eq!(house.run(&[first, &["--office", text(&archived)]].concat()).code, 0);
    // The page in breve is no copy of the pact, archived or not.
    let in_breve = |dir: &Path| {
        assert_eq!(house.run(&[&brief[..], &["--office", text(dir)]].concat()).code, 0);
        fs::read(&file).unwrap()
    };
    let page = in_breve(&office);
    assert!(page == in_breve(&archived));

    let mut said_by = std::collections::BTreeMap::<i32, usize>::new();
    for (what, args, from) in [
        ("first", first, &office),
        ("again", first, &archived),
        ("copy", &copy[..], &archived),
        ("brief", &brief[..], &office),
    ] {
        let made = |dir: &Path, blocks| limited(&house, blocks, &[args, &["--office", text(dir)]].concat());
        let whole = house::copy(from, &house.path("intero"));
        assert_eq!(made(&whole, 1_000_000).code, 0, "{what}");
        let expected = fs::read(&file).unwrap();
        let (mut refused, mut written) = (0, 0);
        for blocks in [0, 16, 40, 64, 100, 400, 1_000_000] {
            let dir = house::copy(from, &house.path("stretto"));
            fs::write(&file, "di prima").unwrap();
            let said = made(&dir, blocks);
            *said_by.entry(said.code).or_default() += 1;
            let there = fs::read(&file).unwrap();
            if said.code == 0 {
                written += 1;
                assert!(there == expected, "{what} {blocks}");
                continue;
            }
            refused += 1;
            assert!([3, 4].contains(&said.code) && said.err.contains("disco"), "{what} {blocks}: {said:?}");
            said.is_plain();
            assert_eq!(there, b"di prima", "{what} {blocks}");
            assert_eq!(
                fs::read_dir(&folder).unwrap().count(),
                1,
                "{what} {blocks}: nothing half written is left"
            );
            let checked = house.run(&["documents", "verify", "--office", text(&dir)]);
            assert_eq!(checked.code, 0, "{what} {blocks}: {checked:?}");
            assert_eq!(made(&dir, 1_000_000).code, 0, "{what} {blocks}: with room");
            assert!(fs::read(&file).unwrap() == expected, "{what} {blocks}: with room");
        }
        assert!(refused > 0 && written > 0, "{what}: {refused} refused, {written} written");
    }
    // Some had no room in the office file, some where the document goes.
    println!("documents without room, by exit code: {said_by:?}");
    assert!(said_by[&4] > 2, "{said_by:?}");
}

#[test]
fn the_output() {
    let house = House::new();
    let dir = house.path("ufficio");
    drop(sportello::demo::generate(&dir, 60, 7, house::now()).unwrap());
    let at = ["--now", "2026-11-23T10:42", "--office", text(&dir)];
    let commands: [&[&str]; 6] =
        [&["find", "a"], &["agenda"], &["deadlines"], &["psp", "list"], &["recorded"], &["cf", CODE]];
    for command in commands {
        let args = [command, &at].concat();
        // Nobody reads on: no word, no panic, the work done.
        let mut child = house.command(&args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let said = Said::of(child.wait_with_output().unwrap());
        assert_eq!((said.code, said.err.as_str()), (0, ""), "{command:?}");
        let first = house.shell("\"$0\" \"$@\" | head -n 1", &args);
        assert_eq!((first.code, first.err.as_str(), first.out.lines().count()), (0, "", 1), "{command:?}");
        // Full.
        let full = OpenOptions::new().write(true).open("/dev/full").unwrap();
        let said = Said::of(house.command(&args).stdout(full).stderr(Stdio::piped()).output().unwrap());
        said.refused(4, "Non si riesce a scrivere");
        // Closed before it began.
        let said = house.shell("exec \"$0\" \"$@\" >&-", &args);
        assert_eq!(said.code, 0, "{command:?}: {said:?}");
        // Nobody hears the messages either.
        let said = house.shell("exec \"$0\" \"$@\" 2>&- >/dev/full", &args);
        assert_eq!(said.code, 4, "{command:?}");
    }
    // An office that nobody is told of does not stay.
    let temporary = house.path("prove");
    fs::create_dir(&temporary).unwrap();
    let full = OpenOptions::new().write(true).open("/dev/full").unwrap();
    let mut demo = house.command(&["demo", "--people", "0", "--no-ui"]);
    let said = Said::of(demo.env("TMPDIR", &temporary).stdout(full).stderr(Stdio::piped()).output().unwrap());
    said.refused(4, "Non si riesce");
    assert!(contents(&temporary).is_empty());
    let help = OpenOptions::new().write(true).open("/dev/full").unwrap();
    Said::of(house.command(&["--help"]).stdout(help).stderr(Stdio::piped()).output().unwrap())
        .refused(4, "Non si riesce");
}

#[test]
fn lines_that_cannot_be_read() {
    let house = House::new();
    let dir = house.invented("ufficio");
    let replay = |file: &Path| house.run(&["replay", text(file), "--office", text(&dir)]);
    let closed = house.file("chiuso.jsonl", "{}");
    mode(&closed, 0o000);
    for file in [house.path("manca.jsonl"), closed, dir.clone()] {
        let before = contents(&dir);
        replay(&file).refused(2, "non si legge");
        assert!(contents(&dir) == before || file == dir);
    }
    let said = house.shell("exec \"$0\" \"$@\" <&-", &["replay", "--office", text(&dir)]);
    assert_eq!(said.code, 0, "no input, no lines: {said:?}");
    let empty = house.shell("exec \"$0\" \"$@\" <&-", &["replay", "--empty"]);
    assert_eq!(empty.code, 0, "{empty:?}");
    // An office made of a file that breaks off is not made.
    let half = house.path("nuovo");
    let said = house.run(&["replay", "--empty", "--dir", text(&half), text(&dir)]);
    said.refused(2, "non si legge");
    assert!(!half.exists());
}

#[test]
fn files_of_passwords() {
    let house = House::new();
    let dir = house.real("vero");
    let find = |file: &Path| {
        let mut command = house.command(&["find", "x", "--office", text(&dir)]);
        Said::of(command.env("SPORTELLO_PASSWORD_FILE", file).output().unwrap())
    };
    let good: [(&str, Vec<u8>); 5] = [
        ("alone", PASSWORD.into()),
        ("with a line end", format!("{PASSWORD}\n").into()),
        ("of Windows", format!("\u{feff}{PASSWORD}\r\n").into()),
        ("with more lines", format!("{PASSWORD}\naltro\n").into()),
        ("then anything", [format!("{PASSWORD}\n").as_bytes(), &[0xff; 65536]].concat()),
    ];
    for (name, bytes) in &good {
        let said = find(&house.file("password", bytes));
        assert_eq!(said.code, 0, "{name}: {said:?}");
        assert_eq!(said.err, "Nessuna persona trovata.\n", "{name}");
    }
    // Only the attempts are counted: who tries waits longer each time.
    let office = || {
        let mut all = contents(&dir);
        all.remove(&dir.join("office.attempts"));
        all
    };
    let before = office();
    let bad: [(&str, Vec<u8>, i32, &str); 8] = [
        ("empty", Vec::new(), 2, "è vuoto"),
        ("only a line end", b"\r\nx".into(), 2, "è vuoto"),
        ("only a mark", "\u{feff}\n".into(), 2, "è vuoto"),
        ("64 kB", vec![b'x'; 65536], 2, "troppo lunga"),
        ("not UTF-8", b"p\xe0ssword\n".into(), 2, "non è un testo"),
        ("UTF-16", b"\xff\xfep\0\xe0\0".into(), 2, "non è un testo"),
        ("another", b"sbagliata\n".into(), 3, "Operatore o password non corretti"),
        ("with a space more", format!("{PASSWORD} \n").into(), 3, "Operatore o password non corretti"),
    ];
    for (name, bytes, code, says) in &bad {
        let said = find(&house.file("password", bytes));
        assert!(!said.err.contains("ssword\""), "{name}");
        said.refused(*code, says);
    }
    let closed = house.file("chiusa", PASSWORD);
    mode(&closed, 0o000);
    for file in [closed, house.path("manca"), dir.clone(), PathBuf::from("/dev/zero")] {
        find(&file).refused(2, "Il file della password");
    }
    assert!(office() == before, "a refused password leaves the office as it is");
    let open = house.file("aperta", PASSWORD);
    mode(&open, 0o644);
    let said = find(&open);
    assert!(said.code == 0 && said.err.contains("può essere letto da altri"), "{said:?}");
    println!("{} passwords from a file taken, {} refused", good.len() + 1, bad.len() + 4);
}

/// A disk that is really full, where this system lets a test have one of its
/// own; else the largest file, which every system has. One of the two always
/// runs, and says which.
#[test]
fn a_full_disk_under_the_open_desk() {
    let house = House::new();
    let dir = house.invented("ufficio");
    let disk = house.path("disco");
    fs::create_dir(&disk).unwrap();
    let own = ["unshare", "-rm", "sh", "-c"];
    let mount = format!("mount -t tmpfs -o size=8m none '{}'", text(&disk));
    let can = Command::new(own[0]).args(&own[1..]).arg(&mount).stderr(Stdio::null()).status();
    let real = can.is_ok_and(|status| status.success());
    let start = format!("{mount} && cp '{}'/office.* '{}' && exec \"$0\" \"$@\"", text(&dir), text(&disk));
    let (before, office) =
        if real { ([&own[..], &[start.as_str()]].concat(), &disk) } else { (Vec::new(), &dir) };
    let args = ["--office", text(office), "--now", "2026-11-23T10:42"];
    let mut tty = Tty::start_through(&before, &Pair::open((120, 40)), &args, &[], true);
    tty.wait("Persone in archivio").press("Ctrl+F").wait("PE01").free("Rossi Maria");
    tty.wait("Nessuno con questi dati").press("F6").wait("PE03").free(CODE).wait("controllo: ok");
    tty.press("Tab").free("CA12345XX").press("Tab").free("Comune di Milano").press("Tab");
    tty.free("15062021").free("10122031").press("Space").wait("[x] informativa").press("Tab");
    tty.free("via d'Esempio 1").press("Tab").free("Milano").press("Tab").free("20121");
    tty.press("F8").free("333 0000017").press("Tab Space").wait("[x] verificato");
    std::thread::sleep(std::time::Duration::from_secs(2));

    let filler = PathBuf::from(format!("/proc/{}/root{}/riempitivo", tty.pid(), text(&disk)));
    let pid = tty.pid().to_string();
    let limit = |bytes: &str| {
        let args = ["--pid", &pid, &format!("--fsize={bytes}:")];
        assert!(Command::new("prlimit").args(args).status().unwrap().success());
    };
    if real {
        let mut file = File::create(&filler).unwrap();
        while file.write(&[0; 4096]).is_ok_and(|count| count > 0) {}
    } else {
        limit("0");
    }
    let says = if real { "Il disco è pieno" } else { "non accetta altri dati" };
    for _ in 0..3 {
        // The log may still have a page to spare: what needs more is refused.
        tty.press("F2").wait(says).wait("PE03").wait("333 0000017");
        std::thread::sleep(std::time::Duration::from_millis(500));
    }
    if real {
        fs::remove_file(&filler).unwrap();
    } else {
        limit("unlimited");
    }
    tty.press("F2").wait("PE02").wait("ROSSI MARIA").press("Ctrl+Q").wait("Chiudere").send("s");
    assert_eq!(tty.ended(), 0);
    println!("a full disk under the open desk: {}", if real { "a real one" } else { "the largest file" });
}
