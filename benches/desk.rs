//! What an operator waits for, on an invented office: a person's card, a
//! command weighed while it is typed, the PSP as PDF, the first frame of the
//! real program, and what the program does while nobody touches it.
//! Aims: card 10 ms, PDF 50 ms, first frame 100 ms, no wake-up but the minute.
//!
//! `cargo bench --bench desk -- [PEOPLE]`

use std::io::Read as _;
use std::path::Path;
use std::process::{Command as Process, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant, SystemTime};

use chrono::{NaiveDate, NaiveDateTime};
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use sportello::demo;
use sportello::desk::command::RegistrantEdit;
use sportello::desk::{Answer, Command, Desk, Query};
use sportello::documents::{self, TextSize};
use sportello::domain::edit::FieldEdit;
use sportello::domain::ids::{PspVersionId, RegistrantId};
use sportello::domain::paper::Paper;
use sportello::domain::paper::stationery::Stationery;
use sportello::domain::registrant::Registrant;
use sportello::fault::Result;

/// Who asks.
const OPERATOR: &str = "bianchi";
/// The hour of the office.
const NOW: &str = "2026-11-23T08:30";
/// How many cards and weighings are timed.
const READ: usize = 1000;
/// How many PDFs are timed.
const PRINTED: usize = 100;
/// How many times the program is started.
const STARTS: usize = 20;
/// How long the program is left alone.
const IDLE: Duration = Duration::from_secs(10);

fn main() -> Result<()> {
    let people = std::env::args().skip(1).find_map(|arg| arg.parse().ok()).unwrap_or(3_000);
    let now = NaiveDate::from_ymd_opt(2026, 11, 23).and_then(|d| d.and_hms_opt(8, 30, 0)).expect("a date");
    let dir = tempfile::tempdir().expect("a temporary folder");
    let office = dir.path().join("office");
    let mut desk = demo::generate(&office, people, 1, now)?;
    println!("office of {people} people");
    questions(&mut desk, now)?;
    // The program wants the office for itself.
    drop(desk);
    first_frame(&office);
    idle(&office);
    Ok(())
}

/// Cards, weighings and PDFs, each beside one record read by its key.
fn questions(desk: &mut Desk, now: NaiveDateTime) -> Result<()> {
    let Answer::Psps(pacts) = desk.ask(OPERATOR, &Query::Psps { person: None, state: None })? else {
        return Ok(());
    };
    let people: Vec<RegistrantId> = pacts.iter().map(|row| row.version.registrant).take(READ).collect();
    let mut records = Vec::new();
    let mut lookups = Vec::new();
    for person in &people {
        let start = Instant::now();
        let record: Option<Registrant> = desk.store().read().get(person.0)?;
        lookups.push(start.elapsed());
        records.extend(record);
    }
    let lookup = middle(&mut lookups);
    report("one record by its key", &mut lookups, lookup);

    let mut cards = Vec::new();
    for person in &people {
        let query = Query::Person { registrant: *person, reason: Some("presente allo sportello".into()) };
        cards.push(asked(desk, &query)?);
    }
    report("open a person (aim 10 ms)", &mut cards, lookup);

    let mut weighed = Vec::new();
    for record in &records {
        weighed.push(asked(desk, &Query::Weigh(Box::new(new_phone(record))))?);
    }
    report("weigh an edit", &mut weighed, lookup);

    let numbered = pacts.iter().filter(|row| !row.number.is_empty()).map(|row| row.version.id);
    let mut printed = Vec::new();
    for version in numbered.take(PRINTED) {
        printed.push(print(desk, version, now)?);
    }
    report("PSP from file to PDF (aim 50 ms)", &mut printed, lookup);
    let day = now.date();
    let mut days: Vec<Duration> = Vec::new();
    let mut weeks: Vec<Duration> = Vec::new();
    for _ in 0..PRINTED {
        days.push(asked(desk, &Query::OfficeDay { day })?);
        weeks.push(asked(desk, &Query::OfficeWeek { from: day, operator: None })?);
    }
    report("the office's day", &mut days, lookup);
    report("the office's week", &mut weeks, lookup);
    Ok(())
}

fn asked(desk: &mut Desk, query: &Query) -> Result<Duration> {
    let start = Instant::now();
    let answer = desk.ask(OPERATOR, query)?;
    let spent = start.elapsed();
    drop(answer);
    Ok(spent)
}

fn new_phone(person: &Registrant) -> Command {
    let edit =
        FieldEdit { field: "mobile".into(), was: person.mobile.clone().into(), now: "333 0000000".into() };
    Command::RegistrantEdit(RegistrantEdit {
        registrant: person.id,
        edits: vec![edit],
        asked_by: None,
        asked_on: None,
        accepted: Vec::new(),
    })
}

fn print(desk: &mut Desk, version: PspVersionId, now: NaiveDateTime) -> Result<Duration> {
    let start = Instant::now();
    if let Answer::Paper(paper) = desk.ask(OPERATOR, &Query::Paper { version })? {
        documents::pages(&Paper::Psp(paper), &Stationery::default(), TextSize::Normal)?.pdf(now)?;
    }
    Ok(start.elapsed())
}

/// From the start of the process to its first bytes on the terminal and to
/// the menu, beside a process that only says its version.
fn first_frame(office: &Path) {
    let mut bare = Vec::new();
    for _ in 0..STARTS {
        let start = Instant::now();
        let mut version = Process::new(env!("CARGO_BIN_EXE_sportello"));
        version.arg("--version").stdout(Stdio::null()).status().expect("the program starts");
        bare.push(start.elapsed());
    }
    let process = middle(&mut bare);
    report("a process that ends at once", &mut bare, process);
    let (mut paints, mut menus) = (Vec::new(), Vec::new());
    for _ in 0..STARTS {
        let start = Instant::now();
        let seat = open(office);
        // AC00 while the office opens, HM00 if it opened sooner.
        wait(|| seat.wrote(&["AC00", "HM00"]));
        paints.push(start.elapsed());
        wait(|| seat.wrote(&["PERSONE"]));
        menus.push(start.elapsed());
    }
    report("first frame (aim 100 ms)", &mut paints, process);
    report("the menu, office open", &mut menus, process);
}

/// What happens while nothing happens: bytes written, processor ticks (10 ms
/// each) and times any thread woke up. The minute is kept out of the way.
fn idle(office: &Path) {
    let seat = open(office);
    wait(|| seat.wrote(&["PERSONE"]));
    std::thread::sleep(Duration::from_secs(2));
    let second =
        SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).map_or(0, |since| since.as_secs() % 60);
    if second + IDLE.as_secs() + 2 > 60 {
        std::thread::sleep(Duration::from_secs(62 - second));
    }
    let before = (seat.written().len(), ticks(seat.pid()), wakeups(seat.pid()));
    std::thread::sleep(IDLE);
    let after = (seat.written().len(), ticks(seat.pid()), wakeups(seat.pid()));
    println!(
        "{} s idle between two minutes: {} bytes written, {} ticks of processor, {} wake-ups of any thread",
        IDLE.as_secs(),
        after.0 - before.0,
        after.1 - before.1,
        after.2 - before.2
    );
}

/// The program at a terminal of 80 by 24; ends with the value.
struct AtTerminal {
    child: Box<dyn Child + Send + Sync>,
    _master: Box<dyn MasterPty + Send>,
    written: Arc<Mutex<Vec<u8>>>,
}

impl AtTerminal {
    fn written(&self) -> Vec<u8> {
        self.written.lock().map(|bytes| bytes.clone()).unwrap_or_default()
    }

    /// Was one of the texts written?
    fn wrote(&self, texts: &[&str]) -> bool {
        let written = self.written();
        texts.iter().any(|text| written.windows(text.len()).any(|part| part == text.as_bytes()))
    }

    fn pid(&self) -> u32 {
        self.child.process_id().expect("the program runs")
    }
}

impl Drop for AtTerminal {
    fn drop(&mut self) {
        // One that has already ended has nothing left to end.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn open(office: &Path) -> AtTerminal {
    let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
    let pair = native_pty_system().openpty(size).expect("a pseudo-terminal");
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_sportello"));
    command.arg("--office");
    command.arg(office);
    command.args(["--now", NOW]);
    command.env("TERM", "xterm-256color");
    let child = pair.slave.spawn_command(command).expect("the program starts");
    let mut reader = pair.master.try_clone_reader().expect("the terminal can be read");
    let written = Arc::new(Mutex::new(Vec::new()));
    let kept = written.clone();
    std::thread::spawn(move || {
        let mut buffer = [0; 65536];
        while let Ok(count @ 1..) = reader.read(&mut buffer) {
            if let Ok(mut bytes) = kept.lock() {
                bytes.extend_from_slice(&buffer[..count]);
            }
        }
    });
    AtTerminal { child, _master: pair.master, written }
}

fn wait(until: impl Fn() -> bool) {
    let end = Instant::now() + Duration::from_secs(20);
    while !until() && Instant::now() < end {
        std::thread::sleep(Duration::from_micros(500));
    }
}

/// Processor time of a process, user and system, in ticks.
fn ticks(pid: u32) -> u64 {
    let text = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    // The name of the program, in brackets, may have blanks: count from its end.
    let fields = text.rsplit_once(')').map_or("", |(_, rest)| rest).split_whitespace();
    fields.skip(11).take(2).filter_map(|ticks| ticks.parse::<u64>().ok()).sum()
}

/// How often the threads of a process went to sleep by themselves, which is
/// how often they woke up.
fn wakeups(pid: u32) -> u64 {
    let threads = std::fs::read_dir(format!("/proc/{pid}/task")).into_iter().flatten().flatten();
    let counts = threads.filter_map(|thread| {
        let text = std::fs::read_to_string(thread.path().join("status")).ok()?;
        let line = text.lines().find_map(|line| line.strip_prefix("voluntary_ctxt_switches:"))?;
        line.trim().parse::<u64>().ok()
    });
    counts.sum()
}

fn middle(times: &mut [Duration]) -> Duration {
    times.sort();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

fn report(what: &str, times: &mut [Duration], baseline: Duration) {
    times.sort();
    if times.is_empty() {
        println!("{what:34} nothing to time");
        return;
    }
    let part = |share: f64| times[((times.len() - 1) as f64 * share) as usize];
    let ms = |time: Duration| time.as_secs_f64() * 1000.0;
    println!(
        "{what:34} {:5} runs  p50 {:8.3}  p99 {:8.3}  max {:8.3} ms   p50 is {:.1} baselines",
        times.len(),
        ms(part(0.5)),
        ms(part(0.99)),
        ms(part(1.0)),
        part(0.5).as_secs_f64() / baseline.as_secs_f64()
    );
}
