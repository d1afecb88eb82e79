//! What it costs to keep a command for good: changeset, history, audit line,
//! search and radar, on the disk. Beside it, in the same file and the same run,
//! the same command weighed (its rules and its rows, undone) and a bare commit
//! of one row: what it would cost if nothing were kept of it but its rows.
//! Aim: at most 1.5 times the two together; beyond it the run fails. That is of
//! a disk that takes its time to be sure, as those of an office do. One that
//! says so at once (a server's, or one with a memory of its own) leaves only
//! the work of the processor to be compared: more is allowed there, and said.
//!
//! `cargo bench --bench durable -- [PEOPLE]`

use std::fs::File;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use sportello::clock::Clock;
use sportello::demo;
use sportello::desk::command::RegistrantEdit;
use sportello::desk::{Answer, Command, Desk, IdSource, Query};
use sportello::domain::edit::FieldEdit;
use sportello::domain::ids::RegistrantId;
use sportello::domain::registrant::Registrant;
use sportello::fault::{Fault, Result};
use sportello::store::{Options, Store, keys};

/// Of every operator of an invented office.
const PASSWORD: &str = "sportello";
/// How many of each are timed.
const TIMED: usize = 400;
/// How much dearer than the bare commit it may be.
const AIM: f64 = 1.5;
/// The same where the disk is sure within [`AT_ONCE`]: what it came to, and a
/// fifth.
const AIM_AT_ONCE: f64 = 2.9;
/// No disk of an office computer has a page for good in so short a time.
const AT_ONCE: f64 = 0.6;

fn main() -> Result<ExitCode> {
    let people = std::env::args().skip(1).find_map(|arg| arg.parse().ok()).unwrap_or(3_000);
    let now = NaiveDate::from_ymd_opt(2026, 11, 23).and_then(|d| d.and_hms_opt(8, 30, 0)).expect("a date");
    let dir = tempfile::tempdir().expect("a temporary folder");
    let office = dir.path().join("office");
    drop(demo::generate(&office, people, 1, now)?);
    // The same file, opened as a real one: what is acknowledged is on the disk.
    let key = keys::unlock(&office, "bianchi", PASSWORD)?;
    let store = Store::open(&office, &key, Options { throwaway: false, ..Options::default() })?;
    let mut desk = Desk::new(store, Clock::Fixed(now), IdSource::seeded(7))?;
    let who = who(&mut desk)?;
    let (mut bare, mut weighed, mut kept) = (Vec::new(), Vec::new(), Vec::new());
    for (number, person) in who.iter().enumerate().cycle().take(TIMED) {
        let start = Instant::now();
        desk.store_mut().setting_put("bench", &format!("{number:040}"))?;
        bare.push(start.elapsed());
        let command = new_phone(&desk, *person, kept.len())?;
        let start = Instant::now();
        desk.weigh("bianchi", command.clone())?;
        weighed.push(start.elapsed());
        let start = Instant::now();
        let outcome = desk.act("bianchi", command)?;
        kept.push(start.elapsed());
        if !outcome.accepted {
            return Err(Fault::internal(format!("{:?}", outcome.findings)));
        }
    }
    let [bare, weighed, kept] = [bare, weighed, kept].map(|mut times| middle(&mut times).as_secs_f64() * 1e3);
    let ratio = kept / (weighed + bare);
    let sure = middle(&mut surely(dir.path()).expect("a file")).as_secs_f64() * 1e3;
    let aim = if sure < AT_ONCE { AIM_AT_ONCE } else { AIM };
    println!(
        "{people} people: bare commit {bare:.2} ms, rules and rows {weighed:.2} ms, kept {kept:.2} ms: {ratio:.2} times the two (aim {aim}; the disk is sure of a page in {sure:.2} ms)"
    );
    Ok(if ratio <= aim { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// How long the disk takes for a page that must stay.
fn surely(dir: &Path) -> std::io::Result<Vec<Duration>> {
    let mut file = File::create(dir.join("page"))?;
    let each = |_| {
        let start = Instant::now();
        file.write_all(&[7; 4096])?;
        file.sync_data()?;
        Ok(start.elapsed())
    };
    (0..TIMED).map(each).collect()
}

/// People spread over the file.
fn who(desk: &mut Desk) -> Result<Vec<RegistrantId>> {
    let Answer::Psps(pacts) = desk.ask("bianchi", &Query::Psps { person: None, state: None })? else {
        return Err(Fault::internal("another answer"));
    };
    let step = pacts.len() / TIMED + 1;
    Ok(pacts.iter().step_by(step).map(|row| row.version.registrant).collect())
}

fn new_phone(desk: &Desk, person: RegistrantId, number: usize) -> Result<Command> {
    let before: Registrant = desk.store().read().need(person.0)?;
    let now = format!("333 {number:07}");
    let edit = FieldEdit { field: "mobile".into(), was: before.mobile.into(), now: now.into() };
    Ok(Command::RegistrantEdit(RegistrantEdit {
        registrant: person,
        edits: vec![edit],
        asked_by: None,
        asked_on: None,
        accepted: Vec::new(),
    }))
}

fn middle(times: &mut [Duration]) -> Duration {
    times.sort();
    times[times.len() / 2]
}
