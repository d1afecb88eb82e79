//! The radar kept command by command is the radar computed from the records.
#![allow(clippy::unwrap_used, reason = "tests")]

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fs;
use std::path::Path;

use chrono::{Days, NaiveDate, NaiveDateTime};
use rand::seq::SliceRandom;
use rand::{Rng as _, SeedableRng, rngs::StdRng};
use serde_json::json;
use sportello::clock::Clock;
use sportello::demo;
use sportello::desk::Desk;
use sportello::desk::query::{Answer, Query, TermFilter};
use sportello::desk::replay::{Trust, recorded, replay};
use sportello::domain::deadline::{Clock as Term, Kind};
use sportello::domain::fiscal_code::FiscalCode;
use sportello::domain::ids::RegistrantId;
use sportello::domain::machines::{self, Machine};
use sportello::domain::parameters::{Parameters, Unit};
use sportello::tables::rules;

fn monday() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap().and_hms_opt(8, 30, 0).unwrap()
}

/// What the table holds of everybody, and what the records say now.
fn both(desk: &Desk) -> [Vec<(RegistrantId, Vec<Term>)>; 2] {
    let read = desk.store().read();
    let people = read.registrants().unwrap();
    let all = |of: &dyn Fn(RegistrantId) -> Vec<Term>| people.iter().map(|p| (p.id, of(p.id))).collect();
    [all(&|id| read.kept_clocks(id).unwrap()), all(&|id| read.clocks_of(id).unwrap())]
}

/// The demo's commands one by one, as at a desk, those refused or repeated
/// too: after any beginning of them the table is what a rebuild gives.
#[test]
fn after_any_commands_the_table_is_what_a_rebuild_gives() {
    let mut seen = BTreeSet::new();
    for seed in 1..=3 {
        let dir = tempfile::tempdir().unwrap();
        let (first, _) = demo::generate_counted(&dir.path().join("office"), 25, seed, monday()).unwrap();
        let [kept, now] = both(&first);
        assert_eq!(kept, now, "seed {seed}, written in one batch");
        kept_is_rebuilt(&first, seed, &format!("demo {seed}"), &mut seen);
    }
    assert!(seen.len() > 12, "{seen:?}");
}

/// The same for the commands of the scenarios: cases, jobs and incomes,
/// targeted placement, MiAttivo, PAD, signatures and all the others.
#[test]
fn after_the_commands_of_any_scenario_too() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios");
    let mut files: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|e| e == "jsonl"));
    files.sort();
    let mut seen = BTreeSet::new();
    for (file, seed) in files.iter().zip(1..) {
        let name = file.file_name().unwrap().to_string_lossy();
        let text = fs::read_to_string(file).unwrap();
        // Those that set up an office of their own tell of no person.
        if text.contains("office.set_up") {
            continue;
        }
        let dir = tempfile::tempdir().unwrap();
        let mut first =
            demo::office::found(&dir.path().join("office"), Clock::Fixed(monday()), 1, monday()).unwrap();
        replay(&mut first, text.as_bytes(), &mut Vec::new(), &Trust::Given).unwrap();
        let [kept, now] = both(&first);
        assert_eq!(kept, now, "{name}, in its order");
        seen.extend(kept.iter().flat_map(|(_, clocks)| clocks.iter().map(|clock| clock.kind)));
        kept_is_rebuilt(&first, seed, &name, &mut seen);
    }
    let of_records = [Kind::Justify, Kind::CaseAct, Kind::Appeal, Kind::SuspensionEnd, Kind::AdiPact];
    let missed: Vec<_> = of_records.iter().filter(|kind| !seen.contains(*kind)).collect();
    assert!(missed.is_empty() && seen.len() > 30, "{missed:?} of {seen:?}");
}

/// The commands recorded in an office, some at a wrong moment (most are
/// refused then, some are not), with figures of the office changed in between:
/// after each stretch of them the table is what the records say.
fn kept_is_rebuilt(first: &Desk, seed: u64, name: &str, seen: &mut BTreeSet<Kind>) {
    let mut lines = Vec::new();
    recorded(first, &mut lines).unwrap();
    let text = String::from_utf8(lines).unwrap();
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let mut random = StdRng::seed_from_u64(seed);
    let begin = lines.len() / 2;
    lines[begin..].chunks_mut(6).for_each(|few| few.shuffle(&mut random));
    for _ in 0..6 {
        let place = random.random_range(begin..=lines.len());
        lines.insert(place, figure(&mut random));
    }
    let dir = tempfile::tempdir().unwrap();
    let mut desk = demo::office::found_empty(&dir.path().join("office"), Clock::Fixed(monday()), 99).unwrap();
    for stretch in lines.chunks(lines.len() / 7 + 1) {
        let stretch = stretch.join("\n");
        replay(&mut desk, stretch.as_bytes(), &mut Vec::new(), &Trust::Given).unwrap();
        let [kept, now] = both(&desk);
        assert_eq!(kept, now, "{name}");
        seen.extend(kept.iter().flat_map(|(_, clocks)| clocks.iter().map(|clock| clock.kind)));
    }
    assert!(!desk.store().read().office_rows().unwrap().is_empty(), "{name}: no figure was set");
    let [kept, _] = both(&desk);
    desk.store_mut().rebuild_radar().unwrap();
    let [rebuilt, _] = both(&desk);
    assert_eq!(rebuilt, kept, "{name}, rebuilt");
}

/// The supervisor sets a figure by which clocks run.
fn figure(random: &mut StdRng) -> String {
    let codes = [
        "psp.contact_days",
        "psp.convene_days_other",
        "did.suspension_days",
        "did.profiling_days",
        "conditionality.absence_days",
        "conditionality.act_days",
        "benefits.sfl_confirm_days",
        "placement.final_days",
        "convocation.notice_days_electronic",
    ];
    let (code, value) = (codes[random.random_range(0..codes.len())], random.random_range(30..60));
    let month = random.random_range(1..=12);
    json!({
        "at": "2026-11-23T08:40", "by": "fontana", "do": "table.set_row", "table": "parameters", "reason": "prova",
        "row": {"code": code, "cells": {"value": value}, "valid_from": format!("2026-{month:02}-01")},
    })
    .to_string()
}

/// The office's list is everybody's terms, and its counts count them.
#[test]
fn the_list_of_the_office_is_that_of_its_people() {
    let dir = tempfile::tempdir().unwrap();
    let (mut desk, _) = demo::generate_counted(&dir.path().join("office"), 30, 5, monday()).unwrap();
    let filter = TermFilter { limit: 10_000, ..TermFilter::default() };
    let Answer::Radar(radar) = desk.ask("bianchi", &Query::Radar(filter)).unwrap() else { panic!() };
    assert!(radar.rows.is_sorted_by_key(|row| (row.deadline.consequence, row.deadline.due)));
    let people = desk.store().read().registrants().unwrap();
    let of_each: usize = people
        .iter()
        .map(|person| {
            let query = Query::Terms { person: Some(person.id), until: None };
            let Answer::Terms(rows) = desk.ask("bianchi", &query).unwrap() else { panic!() };
            assert!(rows.iter().all(|row| radar.rows.contains(row)), "{}", row_of(&rows));
            rows.len()
        })
        .sum();
    assert_eq!(radar.rows.len(), of_each);
    let today = monday().date();
    let due = |from: NaiveDate, to: NaiveDate| {
        radar.rows.iter().filter(|row| (from..=to).contains(&row.deadline.due)).count() as u64
    };
    let sum = |of: fn(&sportello::desk::query::KindCount) -> u64| radar.counts.iter().map(of).sum::<u64>();
    assert_eq!(sum(|kind| kind.overdue), due(NaiveDate::MIN, today - Days::new(1)));
    assert_eq!(sum(|kind| kind.today), due(today, today));
    assert_eq!(sum(|kind| kind.week), due(today + Days::new(1), today + Days::new(7)));
}

fn row_of(rows: &[sportello::desk::query::TermRow]) -> String {
    rows.iter().map(|row| row.deadline.what.clone()).collect::<Vec<_>>().join(", ")
}

/// What a term comes to: words of clocks, or why there is none.
#[derive(serde::Deserialize)]
#[serde(untagged)]
enum Told {
    Clocks(Vec<String>),
    None(String),
}

/// `tests/terms.toml`: every term with its clocks, or why there is none.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Terms {
    parameter: BTreeMap<String, Told>,
    step: BTreeMap<String, Told>,
    rule: BTreeMap<String, Told>,
}

/// No term is forgotten: each parameter that counts time, each step with a
/// term and each rule of a clock says which clocks tell it, and each clock is
/// told by a rule.
#[test]
fn every_term_has_its_clock_or_a_reason_for_none() {
    let terms: Terms = toml::from_str(include_str!("terms.toml")).unwrap();
    let mut wrong = Vec::new();
    let counts_time = |unit| matches!(unit, Unit::Days | Unit::WorkingDays | Unit::Months | Unit::Hours);
    let parameters: BTreeSet<String> =
        Parameters::specs().filter(|s| counts_time(s.unit())).map(|s| s.code.to_owned()).collect();
    let with_term = |machine: &Machine| {
        let steps = machine.steps.iter().filter(|step| !step.term.is_empty());
        steps.map(|step| format!("{} {}", machine.name, step.event)).collect::<Vec<_>>()
    };
    let steps: BTreeSet<String> = machines::all().iter().flat_map(with_term).collect();
    for (name, wanted, told) in [("parameter", parameters, &terms.parameter), ("step", steps, &terms.step)] {
        let told: BTreeSet<String> = told.keys().cloned().collect();
        wrong.extend(wanted.difference(&told).map(|key| format!("{name} {key}: not told")));
        wrong.extend(told.difference(&wanted).map(|key| format!("{name} {key}: is none")));
    }
    let all = terms.parameter.iter().chain(&terms.step).chain(&terms.rule);
    for (key, told) in all {
        match told {
            Told::None(why) if why.split(' ').count() < 3 => wrong.push(format!("{key}: why?")),
            Told::Clocks(words) if words.is_empty() => wrong.push(format!("{key}: no clock")),
            Told::Clocks(words) => {
                let unknown = words.iter().filter(|word| Kind::ALL.iter().all(|kind| kind.word() != **word));
                wrong.extend(unknown.map(|word| format!("{key}: {word} is no clock")));
            }
            Told::None(_) => {}
        }
    }
    for rule in terms.rule.keys().filter(|rule| rules::get(rule).is_none()) {
        wrong.push(format!("{rule}: is no rule"));
    }
    for kind in Kind::ALL {
        let told = terms.rule.get(kind.rule());
        if !matches!(told, Some(Told::Clocks(words)) if words.iter().any(|word| word == kind.word())) {
            wrong.push(format!("{} of {}: not told", kind.word(), kind.rule()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What is done with one person changes nothing for another: whatever the
/// order in which the acts of several people come, each in their own order,
/// everybody has the same terms.
#[test]
fn the_order_of_unrelated_events_changes_no_term() {
    for seed in 11..=13 {
        let dir = tempfile::tempdir().unwrap();
        let (first, _) = demo::generate_counted(&dir.path().join("office"), 15, seed, monday()).unwrap();
        let [expected, _] = both(&first);
        let mut lines = Vec::new();
        recorded(&first, &mut lines).unwrap();
        let text = String::from_utf8(lines).unwrap();
        let (first_lines, mut people) = by_person(&text);
        assert!(people.len() > 5, "{}", people.len());
        let mut random = StdRng::seed_from_u64(seed);
        let mut mixed = first_lines;
        while !people.is_empty() {
            let whose = random.random_range(0..people.len());
            mixed.extend(people[whose].pop_front());
            people.retain(|lines| !lines.is_empty());
        }
        let dir = tempfile::tempdir().unwrap();
        let mut desk =
            demo::office::found_empty(&dir.path().join("office"), Clock::Fixed(monday()), 99).unwrap();
        let mut replies = Vec::new();
        replay(&mut desk, mixed.join("\n").as_bytes(), &mut replies, &Trust::Given).unwrap();
        let replies = String::from_utf8(replies).unwrap();
        let refused: Vec<&str> = replies.lines().filter(|line| line.contains("\"accepted\":false")).collect();
        assert!(refused.is_empty(), "seed {seed}: {refused:?}");
        assert_eq!(both(&desk)[0], expected, "seed {seed}");
    }
}

/// Lines with their places.
type Lines = Vec<(usize, String)>;

/// The lines that set up the office, and those of each person: those that
/// name a record one of them names.
fn by_person(text: &str) -> (Vec<String>, Vec<VecDeque<String>>) {
    let ids = |line: &str| {
        let is_id = |word: &str| word.len() == 36 && word.parse::<uuid::Uuid>().is_ok();
        // Two with one fiscal code are not unrelated: the second needs a reason.
        let is_code = |word: &str| FiscalCode::parse(word).is_ok();
        let words = line.split('"').filter(|word| is_id(word) || is_code(word));
        words.map(str::to_owned).collect::<BTreeSet<String>>()
    };
    let (first, rest): (Vec<&str>, Vec<&str>) =
        text.lines().partition(|line| ["office.", "operator."].iter().any(|what| line.contains(what)));
    let common: BTreeSet<String> = first.iter().flat_map(|line| ids(line)).collect();
    let mut people: Vec<(BTreeSet<String>, Lines)> = Vec::new();
    for (place, line) in rest.iter().enumerate() {
        let mut of: BTreeSet<String> = ids(line).difference(&common).cloned().collect();
        let mut lines = vec![(place, (*line).to_owned())];
        let (same, others): (Vec<_>, Vec<_>) =
            people.into_iter().partition(|(known, _)| !known.is_disjoint(&of));
        people = others;
        for (known, before) in same {
            of.extend(known);
            lines.extend(before);
        }
        people.push((of, lines));
    }
    let in_order = |(_, mut lines): (BTreeSet<String>, Lines)| {
        lines.sort();
        lines.into_iter().map(|(_, line)| line).collect()
    };
    (first.into_iter().map(str::to_owned).collect(), people.into_iter().map(in_order).collect())
}
