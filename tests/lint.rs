//! The advice about a pact: silent on what the demo signed, the same for the
//! desk and for a screen, and quick.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by stopping")]

use std::collections::BTreeMap;
use std::time::Instant;

use chrono::NaiveDate;
use sportello::demo;
use sportello::desk::Desk;
use sportello::desk::pact::Pact;
use sportello::desk::query::PersonCard;
use sportello::documents::prints;
use sportello::domain::psp::{PspState, PspVersion};

fn monday() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

fn office(people: u32, seed: u64) -> (tempfile::TempDir, Desk) {
    let dir = tempfile::tempdir().unwrap();
    let now = monday().and_hms_opt(8, 30, 0).unwrap();
    let desk = demo::generate(&dir.path().join("office"), people, seed, now).unwrap();
    (dir, desk)
}

fn versions(desk: &Desk) -> Vec<PspVersion> {
    let read = desk.store().read();
    let states = PspState::ALL.into_iter().map(|state| serde_json::to_value(state).unwrap());
    states.flat_map(|state| read.versions_in(state.as_str().unwrap()).unwrap()).collect()
}

#[test]
fn nothing_is_said_of_the_signed_pacts_of_the_demo() {
    let (mut signed, mut said) = (0, BTreeMap::<String, Vec<String>>::new());
    let mut drafts = 0;
    for (people, seed) in [(420, 1), (200, 7)] {
        let (_dir, desk) = office(people, seed);
        for version in versions(&desk) {
            let pact = Pact::read(&desk.store().read(), version.id).unwrap();
            let advice = pact.advice(monday(), prints);
            if version.person_signed_at.is_none() || version.operator_signed_at.is_none() {
                drafts += advice.len();
                continue;
            }
            signed += 1;
            for advice in advice {
                said.entry(advice.code.to_owned())
                    .or_default()
                    .push(format!("{} {}", advice.text, version.id));
            }
        }
    }
    for (code, texts) in &said {
        println!("{code} {} times: {}", texts.len(), texts[0]);
    }
    assert!(signed > 100, "{signed}");
    assert!(said.is_empty(), "{:?}", said.keys());
    println!(
        "lint: {signed} signed pacts of the demo without advice; {drafts} lines of advice on the others"
    );
}

#[test]
fn a_screen_says_what_the_desk_says_in_microseconds() {
    let (_dir, desk) = office(200, 7);
    let read = desk.store().read();
    let office = read.office().unwrap().unwrap();
    let (mut rounds, mut spent) = (0, std::time::Duration::ZERO);
    for version in versions(&desk) {
        let card = PersonCard::read(&read, version.registrant, monday()).unwrap();
        if card.psp().map(|shown| shown.id) != Some(version.id) {
            continue;
        }
        let mut shown = Pact::of_card(&card, &office).unwrap();
        let pact = Pact::read(&read, version.id).unwrap();
        shown.officer.clone_from(&pact.officer);
        assert_eq!(shown.before, pact.before);
        let start = Instant::now();
        let advice = pact.advice(monday(), prints);
        spent += start.elapsed();
        rounds += 1;
        assert_eq!(shown.advice(monday(), prints), advice, "{}", version.id);
    }
    println!("lint: one pact in {} µs (mean of {rounds})", spent.as_micros() / rounds);
}
