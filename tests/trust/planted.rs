//! A thousand texts of which each is found nowhere else, in every field that
//! takes one: by commands, accepted warnings, searches, drafts, prints and a
//! defect. None of them can be read in any file the program leaves behind:
//! data, log, shared memory, lock, temporary files, home, copies.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Stdio};
use std::time::Duration;

use base64::Engine;
use base64::prelude::BASE64_STANDARD_NO_PAD;
use serde_json::{Map, Value, json};

use crate::house::{House, text};
use crate::material::STREAM;
use crate::pty::Tty;

/// How every planted text begins: letters, so that a name may be one.
const STEM: &str = "Qzxjkvwq";

/// The next text: the stem and five letters that tell it apart.
fn planted(count: &mut usize) -> String {
    let letter = |n: usize| char::from(b'a' + u8::try_from(n % 26).unwrap());
    let number = *count;
    *count += 1;
    [456_976, 17_576, 676, 26, 1]
        .iter()
        .fold(STEM.to_owned(), |text, step| text + &letter(number / step).to_string())
}

/// The program, which takes lines and says what came of each.
struct Hand {
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
}

impl Hand {
    fn start(house: &House, dir: &Path) -> Self {
        let mut command = house.command(&["replay", "--office", text(dir)]);
        command.env("TMPDIR", house.path("temporanei"));
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let (input, output) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
        Self { child, input, output: BufReader::new(output) }
    }

    fn give(&mut self, line: &Value) -> Value {
        writeln!(self.input, "{line}").unwrap();
        let mut reply = String::new();
        self.output.read_line(&mut reply).unwrap();
        serde_json::from_str(&reply).unwrap()
    }
}

/// What is known of the fields of commands: which take any text.
#[derive(Default)]
struct Planter {
    count: usize,
    takes: BTreeMap<String, bool>,
}

impl Planter {
    /// Where a line has texts: path in words, pointer in JSON.
    fn texts(at: &str, pointer: String, value: &Value, found: &mut Vec<(String, String)>) {
        const NEVER: [&str; 6] = ["do", "by", "at", "unit", "rule", "was"];
        match value {
            Value::Object(fields) => {
                for (name, field) in fields.iter().filter(|(name, _)| !NEVER.contains(&name.as_str())) {
                    Self::texts(&format!("{at}.{name}"), format!("{pointer}/{name}"), field, found);
                }
            }
            Value::Array(items) => {
                for (place, item) in items.iter().enumerate() {
                    Self::texts(at, format!("{pointer}/{place}"), item, found);
                }
            }
            Value::String(text) => {
                let shaped =
                    text.len() == 36 && text.contains('-') || text.starts_with(|c: char| c.is_ascii_digit());
                if !shaped {
                    found.push((at.to_owned(), pointer));
                }
            }
            _ => {}
        }
    }

    fn plant(&mut self, line: &mut Value, pointer: &str) {
        let new = planted(&mut self.count);
        let place = line.pointer_mut(pointer).unwrap();
        let mail = place.as_str().is_some_and(|old| old.contains('@'));
        *place = Value::String(if mail { format!("{new}@example.org") } else { new });
    }

    /// Gives a line with a text in every field that takes one and in one that
    /// is not known yet; as it was, when it is refused.
    fn give(&mut self, hand: &mut Hand, line: &Value) -> bool {
        let mut found = Vec::new();
        Self::texts(line["do"].as_str().unwrap(), String::new(), line, &mut found);
        loop {
            let mut marked = line.clone();
            let unknown = found.iter().find(|(path, _)| !self.takes.contains_key(path));
            for (path, pointer) in &found {
                if self.takes.get(path) == Some(&true) {
                    self.plant(&mut marked, pointer);
                }
            }
            if let Some((_, pointer)) = unknown {
                self.plant(&mut marked, pointer);
            }
            if self.accepted(hand, &mut marked) {
                unknown.map(|(path, _)| self.takes.insert(path.clone(), true));
                return true;
            }
            match unknown {
                Some((path, _)) => self.takes.insert(path.clone(), false),
                None => return self.accepted(hand, &mut line.clone()),
            };
        }
    }

    /// Gives a line, and again with reasons for what it warns of.
    fn accepted(&mut self, hand: &mut Hand, line: &mut Value) -> bool {
        let reply = hand.give(line);
        if reply["accepted"] == true {
            return true;
        }
        let warned: BTreeSet<String> = reply["findings"]
            .as_array()
            .into_iter()
            .flatten()
            .filter(|finding| finding["level"] == "warn")
            .filter_map(|finding| finding["rule"].as_str().map(str::to_owned))
            .collect();
        if warned.is_empty() || line.get("accepted").is_none() {
            return false;
        }
        let reasons =
            warned.into_iter().map(|rule| json!({"rule": rule, "reason": planted(&mut self.count)}));
        line["accepted"] = Value::Array(reasons.collect());
        hand.give(line)["accepted"] == true
    }
}

/// The stem as it may be written, and what it is called.
struct Written {
    name: &'static str,
    bytes: Vec<u8>,
    /// Capitals or small letters are the same.
    any_case: bool,
}

fn ways() -> Vec<Written> {
    let mut all = Vec::new();
    let small = STEM.to_lowercase();
    let mut add = |name, bytes: Vec<u8>, any_case| all.push(Written { name, bytes, any_case });
    let wide = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    add("UTF-8", small.clone().into_bytes(), true);
    add("UTF-16", wide(&small)[..STEM.len() * 2 - 1].to_vec(), true);
    for text in [STEM.to_owned(), small, STEM.to_uppercase()] {
        let hex: String = text.bytes().map(|byte| format!("{byte:02x}")).collect();
        add("hexadecimal", hex.into_bytes(), true);
        let wide_hex: String = wide(&text).iter().map(|byte| format!("{byte:02x}")).collect();
        add("hexadecimal of UTF-16", wide_hex.into_bytes(), true);
        for before in 0..3 {
            // What of it does not hang on what stands before and after.
            let whole = BASE64_STANDARD_NO_PAD.encode([&vec![b'x'; before], text.as_bytes()].concat());
            let from = [0, 2, 3][before];
            let sure = (before + text.len()) * 4 / 3;
            add("base64", whole.as_bytes()[from..sure].to_vec(), false);
        }
    }
    all
}

fn holds(hay: &str, small: &str, way: &Written) -> bool {
    let needle: String = way.bytes.iter().map(|byte| char::from(*byte)).collect();
    if way.any_case { small.contains(&needle) } else { hay.contains(&needle) }
}

/// Which files below `dir` hold the stem in some way; how many bytes were read.
fn found(dir: &Path, ways: &[Written], bytes: &mut usize) -> Vec<(PathBuf, &'static str)> {
    let mut all = Vec::new();
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            all.extend(found(&path, ways, bytes));
            continue;
        }
        let read = fs::read(&path).unwrap();
        *bytes += read.len();
        // Byte by byte a character, so that the search is that of texts.
        let hay: String =
            [path.as_os_str().as_encoded_bytes(), &read].concat().iter().map(|b| char::from(*b)).collect();
        let small = hay.to_ascii_lowercase();
        all.extend(ways.iter().filter(|way| holds(&hay, &small, way)).map(|way| (path.clone(), way.name)));
    }
    all
}

#[test]
fn planted_texts_are_found_nowhere() {
    let house = House::new();
    let (dir, temporary) = (STREAM.begin(&house.path("ufficio")), house.path("temporanei"));
    let copies = house.path("copie");
    [&temporary, &copies].into_iter().for_each(|dir| fs::create_dir(dir).unwrap());
    let outside = House::new();
    let ways = ways();
    let mut bytes = 0;
    let mut looks = 0;
    let mut clean = |when: &str| {
        looks += 1;
        assert_eq!(found(house.folder.path(), &ways, &mut bytes), [], "{when}");
    };

    let mut planter = Planter::default();
    let mut hand = Hand::start(&house, &dir);
    let lines: Vec<Value> = STREAM.lines.iter().map(|line| serde_json::from_str(line).unwrap()).collect();
    let taken = lines.iter().filter(|line| planter.give(&mut hand, line)).count();
    assert!(taken > lines.len() / 2, "{taken} of {}", lines.len());
    let person = lines.iter().find(|line| line["do"] == "registrant.register").unwrap();
    while planter.count < 1_400 {
        let mut line = person.clone();
        let fields: &mut Map<String, Value> = line.as_object_mut().unwrap();
        fields.remove("unit");
        fields["registrant"].as_object_mut().unwrap().remove("id");
        assert!(planter.give(&mut hand, &line), "{line}");
    }
    clean("while it works");
    #[cfg(target_os = "linux")]
    {
        let limits = fs::read_to_string(format!("/proc/{}/limits", hand.child.id())).unwrap();
        let core = limits.lines().find(|line| line.starts_with("Max core file size")).unwrap();
        assert_eq!(core.split_whitespace().nth(4), Some("0"), "a crash would leave memory on the disk");
    }
    hand.child.kill().unwrap();
    hand.child.wait().unwrap();
    assert!(dir.join("office.db-wal").exists());
    clean("killed, with its log");

    let run = |args: &[&str]| {
        let mut command = house.command(&[args, &["--office", text(&dir)]].concat());
        command.env("TMPDIR", house.path("temporanei"));
        crate::house::Said::of(command.output().unwrap())
    };
    let recorded = run(&["recorded"]);
    let kept: BTreeSet<&str> =
        recorded.out.match_indices(STEM).map(|(at, _)| &recorded.out[at..at + STEM.len() + 5]).collect();
    assert!(kept.len() >= 1_000, "only {} were kept", kept.len());
    for word in kept.iter().step_by(kept.len() / 20) {
        let said = run(&["find", word]);
        assert_eq!(said.code, 0, "{said:?}");
    }
    clean("searched");
    let copy = outside.path("documento.pdf");
    let list = run(&["documents", "list", "--json"]);
    let numbers: Vec<String> = list
        .out
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).unwrap()["number"].as_str().map(str::to_owned))
        .collect();
    for number in &numbers {
        let said = run(&["documents", "pdf", number, "--reason", "prova", "-o", text(&copy)]);
        assert_eq!(said.code, 0, "{said:?}");
    }
    clean("printed");

    // A draft, then a program that is killed; a draft, then a defect.
    for (defect, number) in [("", 0), ("loop:difetto", 1)] {
        let mut count = planter.count + number;
        let (home, temporary) = (house.folder.path(), house.path("temporanei"));
        let variables = [("SPORTELLO_DEFECT", defect), ("HOME", text(home)), ("TMPDIR", text(&temporary))];
        let args = ["--office", text(&dir), "--now", "2026-11-23T10:42"];
        let mut tty = Tty::start_with(&args, &variables, (80, 24));
        tty.wait("Persone in archivio").send("n").wait("PE03").press("Tab");
        tty.free(&planted(&mut count));
        std::thread::sleep(Duration::from_millis(2_500));
        if defect.is_empty() {
            clean("a draft, running");
            tty.signal("KILL");
        } else {
            tty.send("\x1b[200~difetto\x1b[201~").wait("Numero da riferire");
        }
        tty.ended();
        clean("a draft, ended badly");
    }
    assert_eq!(run(&["backup", text(&copies)]).code, 0);
    assert_eq!(run(&["verify"]).code, 0);
    clean("copied");
    let good = planter.takes.values().filter(|takes| **takes).count();
    println!(
        "{} planted texts kept by {good} fields of commands, {} documents printed: {looks} looks at {bytes} bytes in {} ways, none found",
        kept.len(),
        numbers.len(),
        ways.len()
    );

    // And the look finds what is there.
    let mut count = 7;
    let word = planted(&mut count);
    let hex: String = word.bytes().map(|byte| format!("{byte:02X}")).collect();
    let wide: Vec<u8> = word.to_uppercase().encode_utf16().flat_map(u16::to_be_bytes).collect();
    for (name, bytes) in [
        ("testo", word.to_uppercase().into_bytes()),
        ("largo", wide),
        ("cifre", hex.into_bytes()),
        ("base64", BASE64_STANDARD_NO_PAD.encode(&word).into_bytes()),
        ("base64 uno", BASE64_STANDARD_NO_PAD.encode(format!("è{word}")).into_bytes()),
        ("base64 due", BASE64_STANDARD_NO_PAD.encode(format!("1{word}, e altro")).into_bytes()),
    ] {
        let file = house.file(name, [&[0xff; 100][..], &bytes, &[0; 100]].concat());
        assert!(!found(house.folder.path(), &ways, &mut 0).is_empty(), "{name}");
        fs::remove_file(file).unwrap();
    }
}
