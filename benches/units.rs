//! Writing commands: what one unit (changes, changeset, audit line, search)
//! costs in a batch, as the demo office and a replay write them.
//! Aim: 20,000 in 4 s with the rules; the store may use half of it.
//!
//! A million lines of the audit are to be verified in 5 s.
//!
//! `cargo bench --bench units -- [UNITS [MORE AUDIT LINES]]`

mod people;

use std::time::Instant;

use chrono::NaiveDate;
use people::People;
use sportello::domain::activity::Activity;
use sportello::domain::did::Did;
use sportello::domain::event::PrivacyNotice;
use sportello::domain::ids::{ActivityId, DidId, EventId, UnitId};
use sportello::fault::Result;
use sportello::store::{AuditLine, Options, Store, Unit, Verdict, keys};
use uuid::Uuid;

fn main() -> Result<()> {
    let count: u128 = std::env::args().skip(1).find_map(|arg| arg.parse().ok()).unwrap_or(20_000);
    let dir = tempfile::tempdir().expect("a temporary folder");
    let key = keys::create(dir.path(), "bench", "bench", keys::Strength::Throwaway)?;
    let mut store = Store::create(dir.path(), &key, "01", Options { throwaway: true, ..Options::default() })?;
    let at = NaiveDate::from_ymd_opt(2026, 11, 23).and_then(|d| d.and_hms_opt(8, 0, 0)).expect("a date");
    let mut people = People::new(7);
    let mut person = people.any();
    let command = format!("{{\"command\":\"{}\"}}", "x".repeat(400));
    let start = Instant::now();
    store.batch(|store| {
        for number in 1..=count {
            let unit = Unit { id: UnitId(Uuid::from_u128(number)), at, operator: None, command: &command };
            store.write(&unit, |tx| {
                match number % 6 {
                    1 => {
                        person = people.any();
                        tx.insert(&person)?;
                    }
                    2 => tx.insert(&Did {
                        id: DidId(Uuid::from_u128(number)),
                        registrant: person.id,
                        national_id: format!("DID{number:08}"),
                        ..Did::default()
                    })?,
                    3 => tx.insert(&PrivacyNotice {
                        id: EventId(Uuid::from_u128(number)),
                        registrant: person.id,
                        ..PrivacyNotice::default()
                    })?,
                    _ => tx.insert(&Activity {
                        id: ActivityId(Uuid::from_u128(number)),
                        registrant: person.id,
                        note: "Colloquio svolto, scheda compilata.".into(),
                        ..Activity::default()
                    })?,
                }
                Ok(Verdict::Keep((), vec![AuditLine::new("bench.unit").about(person.id)]))
            })?;
        }
        Ok(())
    })?;
    let spent = start.elapsed();
    println!(
        "{count} units in {:.2} s: {:.0} µs each",
        spent.as_secs_f64(),
        spent.as_secs_f64() * 1e6 / count as f64
    );
    // A chain as long as years of work make it.
    let wanted: usize = std::env::args().skip(2).find_map(|arg| arg.parse().ok()).unwrap_or(0);
    let lines = vec![AuditLine::new("registrant.open").about(person.id).reason("è presente"); wanted];
    store.log(at, None, &lines)?;
    let start = Instant::now();
    let check = store.read().audit_verify()?;
    let lines = check.lines;
    assert!(check.wrong.is_empty(), "{:?}", check.wrong);
    println!("audit chain of {lines} lines verified in {:.0} ms", start.elapsed().as_secs_f64() * 1000.0);
    Ok(())
}
