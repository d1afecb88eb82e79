//! What it costs to keep a command for good: rules, records, changeset,
//! history, audit line, search and radar, on the disk, beside a bare commit of
//! one row in the same file and the same run.
//! Aim: at most 1.5 times; beyond it the run fails.
//!
//! `cargo bench --bench durable -- [PEOPLE]`

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
    sizes(&desk)?;
    let who = who(&mut desk)?;
    let (mut bare, mut kept) = (Vec::new(), Vec::new());
    for (number, person) in who.iter().enumerate().cycle().take(TIMED) {
        let start = Instant::now();
        desk.store_mut().setting_put("bench", &format!("{number:040}"))?;
        bare.push(start.elapsed());
        let command = new_phone(&desk, *person, kept.len())?;
        let start = Instant::now();
        let outcome = desk.act("bianchi", command)?;
        kept.push(start.elapsed());
        if !outcome.accepted {
            return Err(Fault::internal(format!("{:?}", outcome.findings)));
        }
    }
    let (bare, kept) = (middle(&mut bare), middle(&mut kept));
    let ratio = kept.as_secs_f64() / bare.as_secs_f64();
    let (bare, kept) = (bare.as_secs_f64() * 1e3, kept.as_secs_f64() * 1e3);
    println!(
        "{people} people: bare commit {bare:.2} ms, a command kept {kept:.2} ms, {ratio:.2} times (aim {AIM})"
    );
    Ok(if ratio <= AIM { ExitCode::SUCCESS } else { ExitCode::FAILURE })
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
        accepted: Vec::new(),
    }))
}

fn middle(times: &mut [Duration]) -> Duration {
    times.sort();
    times[times.len() / 2]
}

/// What a unit takes.
fn sizes(desk: &Desk) -> Result<()> {
    use std::io::Write as _;
    let pack = |bytes: &[u8], level| {
        let mut out = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::new(level));
        out.write_all(bytes).and_then(|()| out.finish()).map(|out| out.len()).unwrap_or_default()
    };
    let (mut count, mut plain, mut apart, mut joined, mut cmd) = (0usize, 0, 0, 0, 0);
    let mut spent = Duration::ZERO;
    desk.store().read().units(|unit| {
        count += 1;
        cmd += unit.command.len();
        plain += unit.command.len() + unit.changeset.len();
        let start = Instant::now();
        apart += pack(unit.command.as_bytes(), 1) + pack(&unit.changeset, 1);
        spent += start.elapsed();
        let mut both = unit.command.into_bytes();
        both.extend(unit.changeset);
        joined += pack(&both, 6);
        Ok(())
    })?;
    println!(
        "{count} units: command {} B, with changeset {} B, apart {} B ({:.0} us), joined {} B",
        cmd / count,
        plain / count,
        apart / count,
        spent.as_secs_f64() * 1e6 / count as f64,
        joined / count
    );
    Ok(())
}
