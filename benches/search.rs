//! Search over 100,000 people: every prefix of what somebody would type.
//! Aim: half of them under 3 ms, 99 of 100 under 10 ms.
//!
//! `cargo bench --bench search -- [PEOPLE]`

mod people;

use std::time::{Duration, Instant};

use chrono::NaiveDate;
use people::People;
use sportello::domain::ids::UnitId;
use sportello::domain::registrant::Registrant;
use sportello::fault::Result;
use sportello::store::search::LIMIT;
use sportello::store::{Options, Read, Store, Unit, Verdict, keys};
use uuid::Uuid;

/// People whose names and numbers are typed.
const TYPED: usize = 120;

fn main() -> Result<()> {
    let count = std::env::args().skip(1).find_map(|arg| arg.parse().ok()).unwrap_or(100_000);
    let dir = tempfile::tempdir().expect("a temporary folder");
    let key = keys::create(dir.path(), "bench", "bench", keys::Strength::Throwaway)?;
    let mut store = Store::create(dir.path(), &key, "01", Options { throwaway: true, ..Options::default() })?;
    let start = Instant::now();
    let typed = fill(&mut store, count)?;
    println!("{count} people registered in {:.1} s", start.elapsed().as_secs_f64());
    let start = Instant::now();
    store.rebuild_search()?;
    println!("search rebuilt in {:.1} s", start.elapsed().as_secs_f64());

    let read = store.read();
    let start = Instant::now();
    for person in &typed {
        let _ = read.get::<Registrant>(person.id.0)?;
    }
    let lookup = start.elapsed() / u32::try_from(typed.len()).expect("few");
    println!("one record by its key: {:.3} ms", ms(lookup));

    let mut all = Vec::new();
    for (kind, texts) in texts(&typed) {
        let mut times = Vec::new();
        for text in &texts {
            every_prefix(read, text, &mut times)?;
        }
        report(kind, &mut times.clone(), lookup);
        all.append(&mut times);
    }
    report("all", &mut all, lookup);
    all.sort();
    for (time, text) in all.iter().rev().take(8) {
        println!("  {:7.3} ms  {text}", ms(*time));
    }
    Ok(())
}

fn fill(store: &mut Store, count: usize) -> Result<Vec<Registrant>> {
    let at = NaiveDate::from_ymd_opt(2026, 11, 23).and_then(|d| d.and_hms_opt(8, 0, 0)).expect("a date");
    let mut people = People::new(7);
    let mut typed = Vec::new();
    store.batch(|store| {
        for number in 0..count.div_ceil(500) {
            let unit =
                Unit { id: UnitId(Uuid::from_u128(number as u128 + 1)), at, operator: None, command: "{}" };
            store.write(&unit, |tx| {
                for place in 0..500.min(count - number * 500) {
                    let person = people.any();
                    tx.insert(&person)?;
                    if typed.len() < TYPED && place % 250 == 17 {
                        typed.push(person);
                    }
                }
                Ok(Verdict::Keep((), vec![]))
            })?;
        }
        Ok(())
    })?;
    Ok(typed)
}

fn texts(people: &[Registrant]) -> Vec<(&'static str, Vec<String>)> {
    let all = |text: &dyn Fn(&Registrant) -> String| people.iter().map(text).collect();
    let start = |text: &str, len| text.chars().take(len).collect::<String>();
    vec![
        ("surname name", all(&|p| format!("{} {}", p.surname, p.name))),
        ("name surname", all(&|p| format!("{} {}", p.name, p.surname))),
        (
            "ros mar 85",
            all(&|p| {
                let born = p.birth_date.map(|d| d.format("%y").to_string()).unwrap_or_default();
                format!("{} {} {born}", start(&p.surname, 3), start(&p.name, 3))
            }),
        ),
        ("ros bergamo", all(&|p| format!("{} bergamo", start(&p.surname, 3)))),
        ("m r, letters", all(&|p| format!("{} {}", start(&p.name, 1), start(&p.surname, 1)))),
        ("fiscal code", all(&|p| p.fiscal_code.clone())),
        ("phone", all(&|p| p.mobile.clone())),
        ("e-mail", all(&|p| p.email.clone())),
        (
            "one error",
            all(&|p| {
                let mut wrong = p.surname.clone();
                wrong.insert(wrong.len() / 2, 'x');
                wrong
            }),
        ),
    ]
}

fn every_prefix(read: Read<'_>, text: &str, times: &mut Vec<(Duration, String)>) -> Result<()> {
    for (end, c) in text.char_indices() {
        let prefix = &text[..end + c.len_utf8()];
        let start = Instant::now();
        let hits = read.search(prefix, LIMIT)?;
        times.push((
            start.elapsed(),
            format!("{prefix} ({}{})", hits.rows.len(), if hits.more { "+" } else { "" }),
        ));
    }
    Ok(())
}

fn report(kind: &str, times: &mut [(Duration, String)], lookup: Duration) {
    times.sort();
    let part = |share: f64| times[((times.len() - 1) as f64 * share) as usize].0;
    println!(
        "{kind:14} {:6} searches  p50 {:6.3}  p99 {:6.3}  max {:6.3} ms   p50 is {:.1} lookups",
        times.len(),
        ms(part(0.5)),
        ms(part(0.99)),
        ms(part(1.0)),
        part(0.5).as_secs_f64() / lookup.as_secs_f64()
    );
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
