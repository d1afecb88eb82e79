//! Every Block and Warn rule is switched off in turn, sentence by sentence: a
//! scenario must then go otherwise than it expects. A rule nobody would miss
//! is no rule.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by stopping")]

use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Mutex;
use std::{fs, thread};

use chrono::NaiveDate;
use serde_json::Value;
use sportello::clock::Clock;
use sportello::demo::office;
use sportello::desk::Desk;
use sportello::desk::replay::{Trust, replay};
use sportello::domain::finding::{Finding, Level, Rule};
use sportello::domain::law::RuleRow;
use sportello::domain::rulebook;
use sportello::tables::rules;

/// A file of scenarios and what came of its lines with every rule on.
struct Scenario {
    name: String,
    text: String,
    replies: Vec<Value>,
}

/// Replays lines into an office of their own, in one transaction.
fn run(text: &str, without: Option<&'static Rule>) -> Vec<Value> {
    let dir = tempfile::tempdir().unwrap();
    let at = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap().and_hms_opt(8, 0, 0).unwrap();
    let (folder, clock) = (dir.path().join("office"), Clock::Fixed(at));
    let first = text.lines().find(|line| !line.is_empty() && !line.starts_with('#')).unwrap_or("");
    let mut desk = if first.contains("office.set_up") {
        office::found_empty(&folder, clock, 1).unwrap()
    } else {
        office::found(&folder, clock, 1, at).unwrap()
    };
    if let Some(rule) = without {
        desk.leave_out(rule);
    }
    let mut replies = Vec::new();
    let told = desk.batch(|desk: &mut Desk| replay(desk, text.as_bytes(), &mut replies, &Trust::Given));
    told.unwrap();
    String::from_utf8(replies).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// Did this line go as it says? One without an expectation is accepted.
fn fine(reply: &Value) -> bool {
    reply["as_expected"].as_bool().unwrap_or(reply["accepted"] == true)
}

fn says(rule: &Rule, reply: &Value) -> bool {
    let findings = reply["findings"].as_array().into_iter().flatten();
    findings.filter_map(|f| serde_json::from_value::<Finding>(f.clone()).ok()).any(|f| rule.says(&f))
}

/// The first lines of a text, with number `last` the last.
fn until(text: &str, last: usize) -> String {
    text.lines().take(last).fold(String::new(), |all, line| all + line + "\n")
}

/// The first file that goes otherwise without a sentence.
fn noticed(rule: &'static Rule, scenarios: &[Scenario]) -> Option<String> {
    scenarios.iter().find_map(|scenario| {
        // From the first line that says it the file may go otherwise; the
        // lines after the last one need not be run.
        let last = scenario.replies.iter().rfind(|reply| says(rule, reply))?["line"].as_u64()?;
        let text = until(&scenario.text, usize::try_from(last).ok()?);
        let went = catch_unwind(AssertUnwindSafe(|| run(&text, Some(rule)).iter().all(fine)));
        (!went.unwrap_or(false)).then(|| scenario.name.clone())
    })
}

#[test]
fn every_rule_that_stops_is_missed_when_it_is_switched_off() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios");
    let mut files: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.retain(|path| path.extension().is_some_and(|e| e == "jsonl"));
    let scenarios: Vec<Scenario> = files
        .iter()
        .map(|path| {
            let text = fs::read_to_string(path).unwrap();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            Scenario { name, replies: run(&text, None), text }
        })
        .collect();

    let stopping: Vec<&'static Rule> =
        rulebook::all().into_iter().filter(|rule| rule.level <= Level::Warn).collect();
    let waiting = Mutex::new(stopping.clone());
    let found: Mutex<BTreeMap<&str, Vec<&Rule>>> = Mutex::new(BTreeMap::new());
    let unseen: Mutex<Vec<&Rule>> = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                loop {
                    let Some(rule) = waiting.lock().unwrap().pop() else { return };
                    match noticed(rule, &scenarios) {
                        Some(_) => found.lock().unwrap().entry(rule.id).or_default().push(rule),
                        None => unseen.lock().unwrap().push(rule),
                    }
                }
            });
        }
    });
    let (found, mut unseen) = (found.into_inner().unwrap(), unseen.into_inner().unwrap());

    let coded: BTreeSet<&str> = stopping.iter().map(|rule| rule.id).collect();
    let said: BTreeSet<&str> = rulebook::all().iter().map(|rule| rule.id).collect();
    let untried: Vec<_> = coded.iter().filter(|id| !found.contains_key(*id)).collect();
    let stops = |row: &&RuleRow| row.level <= Level::Warn;
    let held: Vec<_> = rules::all().iter().filter(stops).filter(|row| row.held.is_some()).collect();
    let missing: Vec<_> = rules::all()
        .iter()
        .filter(stops)
        .filter(|row| !said.contains(row.id.as_str()) && row.held.is_none())
        .map(|row| row.id.as_str())
        .collect();
    let others: Vec<_> =
        rules::all().iter().filter(|row| !coded.contains(row.id.as_str()) && row.held.is_none()).collect();

    println!(
        "rules: {} coded, {} tried; {} record or show, listed with where",
        coded.len(),
        found.len(),
        others.len()
    );
    for row in others {
        let place = row.place.as_deref().unwrap_or("its sentence, where it is checked");
        println!("  {:<10} {}: {place}", row.id, row.level.label());
    }
    println!("held by construction: {}", held.len());
    for row in held {
        println!("  {:<10} {}", row.id, row.held.as_ref().map_or("", |held| &held.test));
    }
    unseen.sort_by_key(|rule| rule.id);
    println!(
        "sentences no scenario says or misses (their number is tried): {} of {}",
        unseen.len(),
        stopping.len()
    );
    for rule in &unseen {
        println!("  {:<10} {}", rule.id, rule.text);
    }
    assert!(missing.is_empty(), "neither coded nor held: {missing:?}");
    assert!(untried.is_empty(), "no scenario notices that these are off: {untried:?}");
}
