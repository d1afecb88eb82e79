//! Every figure of the law is made one more and one less in turn: a scenario
//! must then go otherwise, in each direction. A term whose last day nobody
//! tries could be a day off and nobody would know.
//!
//! The figure is changed as an office changes it: by a row of its own, set
//! before the first line of the file.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by stopping")]

use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::{fs, iter};

use chrono::NaiveDate;
use serde::Deserialize;
use serde_json::{Value, json};
use sportello::clock::Clock;
use sportello::demo::office;
use sportello::desk::Desk;
use sportello::desk::replay::{Trust, replay};
use sportello::domain::office_row::Table;
use sportello::domain::parameters::{self, Kind, Parameters};
use sportello::tables::catalogue;

/// Who tries what no line of a scenario can expect (`tests/borders.toml`).
#[derive(Deserialize)]
struct Exceptions {
    /// Figures that no line can turn on, with who tries them instead or why
    /// nobody can.
    elsewhere: BTreeMap<String, String>,
    /// Figures whose border no scenario tries yet. It only gets shorter.
    not_yet: BTreeMap<String, String>,
}

/// A file of scenarios and what came of its lines with the figures as they are.
struct Scenario {
    name: String,
    text: String,
    replies: Vec<Value>,
}

/// A figure: its code, the rule it belongs to, what it is.
struct Figure {
    code: String,
    rule: String,
    value: u32,
}

/// Replays lines into an office that has one more row in its tables, until a
/// day or for good. Lines are counted as in the file.
fn run(text: &str, (code, value): (&str, u32), until: Option<&str>) -> Vec<Value> {
    let dir = tempfile::tempdir().unwrap();
    let at = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap().and_hms_opt(8, 0, 0).unwrap();
    let (folder, clock) = (dir.path().join("office"), Clock::Fixed(at));
    let lines: Vec<&str> = text.lines().collect();
    let set_up = lines.iter().position(|line| line.contains("office.set_up"));
    let mut desk = match set_up {
        Some(_) => office::found_empty(&folder, clock, 1).unwrap(),
        None => office::found(&folder, clock, 1, at).unwrap(),
    };
    // Whoever is highest in an office rules it (R-PRV-11): when its own people
    // are there, one of them lets ours in.
    let from = set_up.map_or(0, |line| line + 1);
    let people =
        set_up.map_or(0, |_| lines[from..].iter().take_while(|l| l.contains("operator.add")).count());
    let head = from + people;
    let added: Vec<Value> = lines[from..head]
        .iter()
        .map(|line| serde_json::from_str::<Value>(line).unwrap()["operator"].take())
        .collect();
    let highest = added.iter().find(|one| one["role"] == "supervisor").or(added.first());
    let by = highest.map(|one| one["username"].clone());
    let mut row = json!({ "code": code, "cells": { "value": value }, "valid_from": "2000-01-01" });
    if let Some(day) = until {
        row["valid_to"] = day.into();
    }
    let own = [
        json!({ "do": "operator.add", "operator": {
            "username": "prova", "name": "Ugo", "surname": "Prova", "role": "supervisor",
        } }),
        json!({ "by": "prova", "do": "table.set_row", "table": "parameters", "row": row, "reason": "prova" }),
    ]
    .map(|mut line| {
        if let Some(by) = by.as_ref().filter(|_| line.get("by").is_none()) {
            line["by"] = by.clone();
        }
        line.to_string()
    });
    let own = own.iter().map(String::as_str);
    let whole: Vec<&str> =
        lines[..head].iter().copied().chain(own).chain(lines[head..].iter().copied()).collect();
    let mut replies = Vec::new();
    let told =
        desk.batch(|desk: &mut Desk| replay(desk, whole.join("\n").as_bytes(), &mut replies, &Trust::Given));
    told.unwrap();
    let mut replies: Vec<Value> =
        String::from_utf8(replies).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    for reply in &mut replies {
        let line = usize::try_from(reply["line"].as_u64().unwrap()).unwrap();
        reply["line"] = if line <= head { line } else { line.saturating_sub(2) }.into();
    }
    replies
}

/// Did this line go as it says? One without an expectation is accepted.
fn fine(reply: &Value) -> bool {
    reply["as_expected"].as_bool().unwrap_or(reply["accepted"] == true)
}

/// How far a change is noticed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Noticed {
    /// Not at all.
    #[default]
    No,
    /// A line says other words or other days.
    Told,
    /// A line does not go as it expects.
    Expected,
}

fn noticed(scenario: &Scenario, code: &str, value: u32) -> (Noticed, u64) {
    let went = catch_unwind(AssertUnwindSafe(|| run(&scenario.text, (code, value), None)));
    let Ok(went) = went else { return (Noticed::Expected, 0) };
    let line = |reply: Option<&Value>| reply.and_then(|reply| reply["line"].as_u64());
    if let Some(line) = line(went.iter().find(|reply| !fine(reply))) {
        return (Noticed::Expected, line);
    }
    let other = went.iter().zip(&scenario.replies).find(|(now, before)| now != before);
    line(other.map(|(now, _)| now)).map_or((Noticed::No, 0), |line| (Noticed::Told, line))
}

fn figures() -> Vec<Figure> {
    let table = catalogue::embedded();
    let day = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    Parameters::specs()
        .filter(|spec| matches!(spec.kind, Kind::Number { .. }))
        .map(|spec| {
            let row = table.row(Table::Parameters, spec.code, day).unwrap();
            let cell = |name: &str| row.cells.get(name).cloned().unwrap_or_default();
            Figure {
                code: spec.code.to_owned(),
                rule: cell("rule").as_str().unwrap_or_default().to_owned(),
                value: serde_json::from_value(cell("value")).unwrap(),
            }
        })
        .collect()
}

/// The figure one less and one more, where it may be.
fn around(figure: &Figure) -> impl Iterator<Item = (&'static str, u32)> {
    let spec = Parameters::spec(&figure.code).unwrap();
    let less = figure.value.checked_sub(1).map(|value| ("-1", value));
    less.into_iter()
        .chain(iter::once(("+1", figure.value + 1)))
        .filter(|(_, value)| spec.takes(&parameters::Value::Number(*value)))
}

fn scenarios() -> Vec<Scenario> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios");
    let mut scenarios: Vec<Scenario> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "jsonl"))
        // Whoever comes first in an office rules it (R-PRV-11): in the files
        // that try just that nobody can set a figure before.
        .filter(|path| !["office.jsonl", "operators.jsonl"].iter().any(|name| path.ends_with(name)))
        .map(|path| {
            let text = fs::read_to_string(&path).unwrap();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            Scenario { name, text, replies: Vec::new() }
        })
        .collect();
    scenarios.sort_by_key(|scenario| scenario.text.len());
    for scenario in &mut scenarios {
        // A row of one day long ago: the same ids, the same figures.
        scenario.replies = run(&scenario.text, ("did.suspension_days", 181), Some("2000-01-01"));
        let wrong: Vec<_> = scenario.replies.iter().filter(|reply| !fine(reply)).collect();
        assert!(wrong.is_empty(), "{}: {wrong:?}", scenario.name);
    }
    scenarios
}

/// Does the text speak of this rule?
fn speaks(text: &str, rule: &str) -> bool {
    text.match_indices(rule).any(|(at, _)| !text[at + rule.len()..].starts_with(|c: char| c.is_ascii_digit()))
}

#[test]
fn every_figure_is_tried_one_more_and_one_less() {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/borders.toml")).unwrap();
    let excepted: Exceptions = toml::from_str(&text).unwrap();
    let (scenarios, figures) = (scenarios(), figures());
    let (mut both, mut told, mut untried) = (0, Vec::new(), BTreeSet::new());
    for figure in &figures {
        let mut tried = true;
        for (way, value) in around(figure) {
            let mut best = (Noticed::No, String::new());
            for scenario in scenarios.iter().filter(|s| speaks(&s.text, &figure.rule)) {
                let (how, line) = noticed(scenario, &figure.code, value);
                if how > best.0 {
                    best = (how, format!("{}:{line}", scenario.name));
                }
                if how == Noticed::Expected {
                    break;
                }
            }
            tried &= best.0 == Noticed::Expected;
            match best.0 {
                Noticed::Expected => told.push(format!("{} {way}: {}", figure.code, best.1)),
                Noticed::Told | Noticed::No => drop(untried.insert(format!("{} {way}", figure.code))),
            }
        }
        both += u32::from(tried);
    }
    println!("borders: {} figures, {both} tried both ways; {} told with where", figures.len(), told.len());
    told.iter().for_each(|line| println!("  {line}"));
    for (group, of) in [("tried elsewhere", &excepted.elsewhere), ("not tried yet", &excepted.not_yet)] {
        println!("{group}: {}", of.len());
        of.iter().for_each(|(figure, why)| println!("  {figure}: {why}"));
    }
    let known: BTreeSet<String> = excepted.elsewhere.keys().chain(excepted.not_yet.keys()).cloned().collect();
    let grown: Vec<_> = untried.difference(&known).collect();
    let stale: Vec<_> = known.difference(&untried).collect();
    assert!(grown.is_empty(), "no line of a scenario that names their rule turns on these: {grown:#?}");
    assert!(stale.is_empty(), "tests/borders.toml excuses what is tried now, or is no figure: {stale:#?}");
}
