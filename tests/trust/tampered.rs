//! Files tampered with: bits, pages, lengths, pages of an older copy, the log
//! of a program that was killed, the keys. Each is refused with a sentence
//! and left as it was, or told by the whole check, or every row reads as
//! before.

use std::collections::BTreeMap;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Instant;

use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};

use crate::house::{House, text};
use crate::material::{STREAM, give};

const PAGE: usize = 4096;
/// A frame of the log: its head and a page.
const FRAME: usize = 24 + PAGE;
/// The head of the log.
const LOG_HEAD: usize = 32;

/// A digest of each table.
type Rows = Vec<(&'static str, String)>;

/// What an office is made of, as bytes.
#[derive(Clone, Default)]
struct Files {
    data: Vec<u8>,
    keys: Vec<u8>,
    log: Vec<u8>,
    lock: Vec<u8>,
    /// Beside: the shared memory of the log, a journal.
    others: Vec<(&'static str, Vec<u8>)>,
}

impl Files {
    fn read(dir: &Path) -> Self {
        let file = |name| fs::read(dir.join(name)).unwrap_or_default();
        Self {
            data: file("office.db"),
            keys: file("office.keys"),
            log: file("office.db-wal"),
            lock: file("office.lock"),
            others: Vec::new(),
        }
    }

    fn write(&self, dir: &Path) {
        let _ = fs::remove_dir_all(dir);
        fs::create_dir(dir).unwrap();
        let put = |name: &str, bytes: &[u8]| fs::write(dir.join(name), bytes).unwrap();
        put("office.db", &self.data);
        put("office.keys", &self.keys);
        put("office.lock", &self.lock);
        if !self.log.is_empty() {
            put("office.db-wal", &self.log);
        }
        for (name, bytes) in &self.others {
            put(name, bytes);
        }
    }
}

/// What there is to tamper with.
struct Stuff {
    /// Closed, as it should be.
    closed: Files,
    /// The same office some commands before.
    older: Files,
    /// Left by a program that was killed, with a log.
    left: Files,
    /// Another office.
    other: Files,
    /// What every row says: closed, left.
    rows: [Rows; 2],
}

impl Stuff {
    fn make(house: &House) -> Self {
        let (half, lines) = (STREAM.lines.len() / 2, &STREAM.lines);
        let dir = STREAM.begin(&house.path("ufficio"));
        give(&mut crate::open(&dir).unwrap(), &lines[..half]);
        let older = Files::read(&dir);
        give(&mut crate::open(&dir).unwrap(), &lines[half..half + 20]);
        let closed = Files::read(&dir);
        let left = left_by_a_killed(house, &dir, &lines[half + 20..half + 40]);
        let other = house.path("altro");
        drop(sportello::demo::generate(&other, 3, 8, crate::house::now()).unwrap());
        let other = Files::read(&other);
        let rows = [&closed, &left].map(|files| {
            files.write(&dir);
            crate::open(&dir).unwrap().store().read().digest_of_all().unwrap()
        });
        assert_ne!(rows[0], rows[1]);
        Self { closed, older, left, other, rows }
    }
}

/// Gives lines to the program and kills it; the files it leaves.
fn left_by_a_killed(house: &House, dir: &Path, lines: &[String]) -> Files {
    use std::io::{BufRead, BufReader, Write};
    let mut command = house.command(&["replay", "--office", text(dir)]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap());
    for line in lines {
        writeln!(input, "{line}").unwrap();
        let mut told = String::new();
        output.read_line(&mut told).unwrap();
        assert!(told.contains("\"accepted\":true"), "{told}");
    }
    child.kill().unwrap();
    child.wait().unwrap();
    let files = Files::read(dir);
    assert!(files.log.len() > 20 * FRAME, "the test needs a log with something in it");
    files
}

/// What was done to the files, for a failure to tell.
type Done = (&'static str, String);

fn bytes(dice: &mut StdRng, most: usize) -> Vec<u8> {
    (0..dice.random_range(1..=most)).map(|_| dice.random()).collect()
}

/// Something any file may suffer.
fn rot(file: &mut Vec<u8>, dice: &mut StdRng) -> Done {
    if file.is_empty() {
        *file = bytes(dice, 100);
        return ("made", String::new());
    }
    let at = dice.random_range(0..file.len());
    match dice.random_range(0..7) {
        0 => {
            let bit = dice.random_range(0..8);
            file[at] ^= 1 << bit;
            ("flip", format!("bit {bit} of {at}"))
        }
        1 => {
            let new = bytes(dice, 64);
            let end = file.len().min(at + new.len());
            file[at..end].copy_from_slice(&new[..end - at]);
            ("bytes", format!("{at}..{end}"))
        }
        2 => {
            file.truncate(at);
            ("cut", at.to_string())
        }
        3 => {
            let more = bytes(dice, 3 * PAGE);
            file.extend(&more);
            ("append", more.len().to_string())
        }
        4 => {
            let end = file.len().min(at + dice.random_range(1..2 * PAGE));
            file[at..end].fill(0);
            ("zero", format!("{at}..{end}"))
        }
        5 => {
            let end = file.len().min(at + dice.random_range(1..2 * PAGE));
            file.drain(at..end);
            ("taken out", format!("{at}..{end}"))
        }
        _ => {
            let new = bytes(dice, PAGE);
            file.splice(at..at, new.iter().copied());
            ("put in", format!("{} at {at}", new.len()))
        }
    }
}

/// Whole pages moved about; `from` is where others may be taken.
fn shuffle(file: &mut Vec<u8>, from: &[u8], (head, size): (usize, usize), dice: &mut StdRng) -> Done {
    let count = |bytes: &[u8]| bytes.len().saturating_sub(head) / size;
    if count(file) < 2 || count(from) < 2 {
        return rot(file, dice);
    }
    let place = |n: usize| head + n * size..head + (n + 1) * size;
    let (a, b) = (dice.random_range(0..count(file)), dice.random_range(0..count(file)));
    match dice.random_range(0..7) {
        0 => {
            let (one, two) = (file[place(a)].to_vec(), file[place(b)].to_vec());
            file[place(a)].copy_from_slice(&two);
            file[place(b)].copy_from_slice(&one);
            ("swap", format!("pages {a} and {b}"))
        }
        1 => {
            let one = file[place(a)].to_vec();
            file[place(b)].copy_from_slice(&one);
            ("copy", format!("page {a} over {b}"))
        }
        2 => {
            file.drain(place(a));
            ("page taken out", a.to_string())
        }
        3 => {
            let one = file[place(a)].to_vec();
            file.splice(place(b).start..place(b).start, one);
            ("page put in", format!("{a} before {b}"))
        }
        4 => {
            let one = file[place(a)].to_vec();
            file.extend(one);
            ("page appended", a.to_string())
        }
        5 => {
            let page = a.min(count(from) - 1);
            file[place(page)].copy_from_slice(&from[place(page)]);
            ("page of another", page.to_string())
        }
        _ => {
            // Some of them, as of an older copy written over half.
            let share = dice.random_range(0.02..0.98);
            let pages: Vec<usize> =
                (0..count(file).min(count(from))).filter(|_| dice.random_bool(share)).collect();
            for page in &pages {
                file[place(*page)].copy_from_slice(&from[place(*page)]);
            }
            ("many pages of another", format!("{pages:?}"))
        }
    }
}

/// Tampers with an office: what was done, and is it the one with a log?
fn tamper(stuff: &Stuff, dice: &mut StdRng) -> (Files, usize, &'static str, Done) {
    let pages = (0, PAGE);
    let frames = (LOG_HEAD, FRAME);
    let of = |name: &'static str| (name, Vec::new());
    match dice.random_range(0..100) {
        0..20 => {
            let mut files = stuff.closed.clone();
            let done = rot(&mut files.data, dice);
            (files, 0, "data", done)
        }
        20..35 => {
            let mut files = stuff.closed.clone();
            let done = shuffle(&mut files.data, &stuff.other.data, pages, dice);
            (files, 0, "data, with another office's", done)
        }
        35..55 => {
            let mut files = stuff.closed.clone();
            let done = shuffle(&mut files.data, &stuff.older.data, pages, dice);
            (files, 0, "data, with an older copy's", done)
        }
        55..67 => {
            let mut files = stuff.closed.clone();
            let done = rot(&mut files.keys, dice);
            (files, 0, "keys", done)
        }
        67..76 => {
            let mut files = stuff.left.clone();
            let done = rot(&mut files.data, dice);
            (files, 1, "data under a log", done)
        }
        76..86 => {
            let mut files = stuff.left.clone();
            let done = rot(&mut files.log, dice);
            (files, 1, "log", done)
        }
        86..94 => {
            let mut files = stuff.left.clone();
            let from = files.log.clone();
            let done = if dice.random_bool(0.05) {
                files.log.clear();
                ("taken away", String::new())
            } else {
                shuffle(&mut files.log, &from, frames, dice)
            };
            (files, 1, "log", done)
        }
        94..97 => {
            let mut files = stuff.left.clone();
            let done = match dice.random_range(0..3) {
                0 => ("all of it", String::new()),
                1 => {
                    files.log.clear();
                    ("without its log", String::new())
                }
                _ => shuffle(&mut files.log, &stuff.left.log, frames, dice),
            };
            files.data = stuff.older.data.clone();
            (files, 1, "an older copy", done)
        }
        _ => {
            let (which, mut files) =
                if dice.random_bool(0.5) { (0, stuff.closed.clone()) } else { (1, stuff.left.clone()) };
            let mut beside = of(["office.db-shm", "office.db-journal"][dice.random_range(0..2)]);
            beside.1 = if dice.random_bool(0.5) { bytes(dice, 9000) } else { stuff.older.data.clone() };
            let done = ("beside", beside.0.to_owned());
            files.others.push(beside);
            (files, which, "beside", done)
        }
    }
}

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Came {
    /// Not opened.
    Refused,
    /// Opened, and reading said so.
    Unread,
    /// Read, and the whole check says so.
    Told,
    /// Every row as before.
    Same,
}

/// Looks at the office as tampered with; a text where nobody noticed.
fn look(dir: &Path, rows: &Rows) -> Result<Came, String> {
    let plain = |fault: &sportello::fault::Fault| {
        let ends = fault.message.ends_with('.') && !fault.message.contains('\n');
        if fault.exit_code() == 3 && ends && !fault.hint.is_empty() {
            Ok(())
        } else {
            Err(format!("said badly: {fault:?}"))
        }
    };
    let before = Files::read(dir);
    let mut desk = match crate::open(dir) {
        Ok(desk) => desk,
        Err(fault) => {
            plain(&fault)?;
            let after = Files::read(dir);
            let kept = after.data == before.data && after.log == before.log && after.keys == before.keys;
            return if kept { Ok(Came::Refused) } else { Err(format!("refused and changed: {fault:?}")) };
        }
    };
    let read = match desk.store().read().digest_of_all() {
        Err(fault) => return plain(&fault).map(|()| Came::Unread),
        Ok(read) if read == *rows => return Ok(Came::Same),
        Ok(read) => read,
    };
    match desk.verify("bianchi", |_| true, |_| Ok(())) {
        Err(fault) => plain(&fault).map(|()| Came::Told),
        Ok(done) if done.iter().any(|check| !check.found.wrong.is_empty()) => Ok(Came::Told),
        Ok(_) => {
            let other: Vec<_> =
                read.iter().filter(|row| !rows.contains(row)).map(|(table, _)| table).collect();
            Err(format!("other rows in {other:?}, and nobody says so"))
        }
    }
}

type Tally = BTreeMap<(&'static str, &'static str, Came), usize>;

fn lane(number: usize, of: usize, total: usize, seed: u64, stuff: &Stuff) -> (Tally, Vec<String>) {
    let (house, mut tally, mut unseen) = (House::new(), Tally::new(), Vec::new());
    let dir: PathBuf = house.path("ufficio");
    let alone = std::env::var("TRUST_ALONE").ok().and_then(|text| text.parse::<usize>().ok());
    for nth in (number..total).step_by(of).filter(|nth| alone.is_none_or(|alone| alone == *nth)) {
        let mut dice = StdRng::seed_from_u64(seed.wrapping_mul(1_000_003).wrapping_add(nth as u64));
        let (files, which, what, (how, where_)) = tamper(stuff, &mut dice);
        files.write(&dir);
        let about = format!("seed {seed}, {nth}: {what}, {how} {where_}");
        // Now and then the program itself.
        if nth % 100 < 2 {
            for args in [&["find", "a"][..], &["verify"]] {
                let said = house.run(&[args, &["--office", text(&dir)]].concat());
                if ![0, 3].contains(&said.code) {
                    unseen.push(format!("{about}: {said:?}"));
                } else if said.code == 3 && said.out.is_empty() {
                    said.is_plain();
                }
            }
            files.write(&dir);
        }
        match catch_unwind(AssertUnwindSafe(|| look(&dir, &stuff.rows[which]))) {
            Ok(Ok(came)) => *tally.entry((what, how, came)).or_default() += 1,
            Ok(Err(why)) => unseen.push(format!("{about}: {why}")),
            Err(_) => unseen.push(format!("{about}: a panic")),
        }
    }
    (tally, unseen)
}

#[test]
fn tampered_with_it_is_told_or_reads_the_same() {
    let (total, seed) = (crate::count(2_000, 100_000), crate::seed(41));
    let begun = Instant::now();
    let house = House::new();
    let stuff = Stuff::make(&house);
    let done: Vec<(Tally, Vec<String>)> = std::thread::scope(|scope| {
        let stuff = &stuff;
        let lanes: Vec<_> = (0..2).map(|n| scope.spawn(move || lane(n, 2, total, seed, stuff))).collect();
        lanes.into_iter().map(|lane| lane.join().unwrap()).collect()
    });
    let (mut tally, mut unseen) = (Tally::new(), Vec::new());
    for (one, more) in done {
        one.into_iter().for_each(|(what, count)| *tally.entry(what).or_default() += count);
        unseen.extend(more);
    }
    for ((what, how, came), count) in &tally {
        println!("{count:7} {came:?}: {what}, {how}");
    }
    println!(
        "{total} tamperings, seed {seed}, {} unseen; {:.0} s",
        unseen.len(),
        begun.elapsed().as_secs_f64()
    );
    let shown: Vec<&String> = unseen.iter().take(30).collect();
    assert!(unseen.is_empty(), "{} unseen: {shown:#?}", unseen.len());
}
