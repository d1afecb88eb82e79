//! The invented office: the same for the same seed, made of commands alone,
//! with every state in it.
#![allow(clippy::unwrap_used, reason = "tests")]

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate, NaiveDateTime, Weekday};
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use sportello::clock::Clock;
use sportello::demo;
use sportello::desk::command::{HistoryUndo, TableSetRow};
use sportello::desk::query::{PersonCard, RetentionReport};
use sportello::desk::replay::{Trust, recorded, replay};
use sportello::desk::{Answer, Command, Desk, Order, Query};
use sportello::domain::activity::ActivityState;
use sportello::domain::appointment::{Appointment, AppointmentState};
use sportello::domain::did::{Benefit, DidState};
use sportello::domain::finding::{Acceptance, RuleId};
use sportello::domain::fiscal_code::{FiscalCode, Kind};
use sportello::domain::ids::{RegistrantId, UnitId};
use sportello::domain::psp::PspState;
use sportello::domain::registrant::Registrant;

fn at(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").unwrap()
}

/// The Monday of the demo.
fn monday() -> NaiveDateTime {
    at("2026-11-23T08:30")
}

fn office(people: u32, seed: u64, now: NaiveDateTime) -> (tempfile::TempDir, Desk) {
    let dir = tempfile::tempdir().unwrap();
    let (desk, figures) = demo::generate_counted(&dir.path().join("office"), people, seed, now).unwrap();
    assert_eq!(figures.blocked, 0, "{figures:?} at {now}");
    (dir, desk)
}

/// Everybody, through the commands that registered them.
fn people(desk: &Desk) -> Vec<Registrant> {
    let mut lines = Vec::new();
    recorded(desk, &mut lines).unwrap();
    String::from_utf8(lines)
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap())
        .filter(|command| command["do"] == "registrant.register")
        .map(|command| serde_json::from_value(command["registrant"].clone()).unwrap())
        .collect()
}

/// Every appointment there is.
fn appointments(desk: &Desk) -> Vec<Appointment> {
    let day = |year| NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
    desk.store().read().appointments_between(day(2020), day(2040), None).unwrap()
}

#[test]
fn one_seed_gives_one_office_and_its_commands_give_it_again() {
    let (_one, first) = office(200, 7, monday());
    let digest = first.store().digest().unwrap();
    let (_two, second) = office(200, 7, monday());
    assert_eq!(second.store().digest().unwrap(), digest, "the same seed");
    let (_three, third) = office(200, 8, monday());
    assert_ne!(third.store().digest().unwrap(), digest, "another seed");

    let mut lines = Vec::new();
    let count = recorded(&first, &mut lines).unwrap();
    let dir = tempfile::tempdir().unwrap();
    let mut empty =
        demo::office::found_empty(&dir.path().join("office"), Clock::Fixed(monday()), 99).unwrap();
    let mut replies = Vec::new();
    let tally = empty.batch(|desk| replay(desk, lines.as_slice(), &mut replies, &Trust::Given)).unwrap();
    assert_eq!((tally.accepted, tally.exit_code()), (count, 0), "every command is accepted again");
    assert!(!String::from_utf8(replies).unwrap().contains("\"block\""), "no record carries a block");
    assert_eq!(empty.store().digest().unwrap(), digest, "replayed");
    println!("demo: {count} commands for 200 people, replayed to the same tables");
}

#[test]
fn every_state_is_there() {
    let (_dir, desk) = office(420, 1, monday());
    let read = desk.store().read();
    let (mut dids, mut psps, mut activities) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
    let (mut reasons, mut benefits) = (BTreeSet::new(), BTreeSet::new());
    let (mut paths, mut attested) = (BTreeSet::new(), BTreeSet::new());
    let (mut pending, mut known, mut conserved) = (0, 0, 0);
    for person in people(&desk) {
        for did in read.dids_of(person.id).unwrap() {
            *dids.entry(format!("{:?}", did.state)).or_insert(0) += 1;
            benefits.insert(format!("{:?}", did.benefit));
            reasons.insert(did.end_reason);
            conserved += usize::from(did.conserved);
            *(if did.national_id.is_empty() { &mut pending } else { &mut known }) += 1;
        }
        for version in read.versions_of(person.id).unwrap() {
            *psps.entry(format!("{:?}", version.state)).or_insert(0) += 1;
        }
        for activity in read.activities_of(person.id).unwrap() {
            *activities.entry(format!("{:?}", activity.state)).or_insert(0) += 1;
            attested.insert(format!("{} {}", activity.lep, activity.sap.label()));
        }
        paths.extend(read.assessments_of(person.id).unwrap().into_iter().map(|a| a.path));
    }
    let mut meetings = BTreeMap::new();
    for appointment in appointments(&desk) {
        *meetings.entry(format!("{:?}", appointment.state)).or_insert(0) += 1;
    }
    println!("{dids:?}\n{psps:?}\n{activities:?}\n{meetings:?}\n{reasons:?}\n{paths:?}\n{attested:?}");
    for state in DidState::ALL {
        assert!(dids.contains_key(&format!("{state:?}")), "{state:?} in {dids:?}");
    }
    // Issue at the counter goes on to the signatures at once: nothing rests there.
    for state in PspState::ALL.into_iter().filter(|state| *state != PspState::Issued) {
        assert!(psps.contains_key(&format!("{state:?}")), "{state:?} in {psps:?}");
    }
    for state in ActivityState::ALL {
        assert!(activities.contains_key(&format!("{state:?}")), "{state:?} in {activities:?}");
    }
    for state in AppointmentState::ALL {
        assert!(meetings.contains_key(&format!("{state:?}")), "{state:?} in {meetings:?}");
    }
    for benefit in [Benefit::None, Benefit::Naspi, Benefit::DisColl, Benefit::Adi, Benefit::Sfl] {
        assert!(benefits.contains(&format!("{benefit:?}")), "{benefit:?}");
    }
    for reason in sportello::tables::code_table::loss_reasons().rows() {
        assert!(reasons.contains(&reason.code), "{} in {reasons:?}", reason.code);
    }
    for path in sportello::tables::code_table::paths().rows() {
        assert!(paths.contains(&path.code), "{} in {paths:?}", path.code);
    }
    for row in ["E A03", "E A06", "F3 B03", "G B03", "M1 A01", "N A02"] {
        assert!(attested.contains(row), "{row} in {attested:?}");
    }
    assert!(pending > 5 && known > 50 && conserved > 2, "{pending} {known} {conserved}");
}

#[test]
fn people_have_good_codes_and_some_share_a_name() {
    let (_dir, desk) = office(420, 3, monday());
    let everybody = people(&desk);
    assert_eq!(everybody.len(), 420);
    let mut kinds = BTreeMap::new();
    for person in &everybody {
        let code = FiscalCode::parse(&person.fiscal_code).unwrap();
        *kinds.entry(code.kind().label()).or_insert(0) += 1;
        if code.kind() != Kind::Provisional {
            let birth = code.birth().unwrap();
            assert_eq!(Some(birth.sex), person.sex);
            assert_eq!(birth.place.as_str(), person.birth_place);
        }
        assert!(person.mobile.starts_with("333 00"), "{}", person.mobile);
        assert!(
            person.email.is_empty()
                || person.email.ends_with("@example.org")
                || person.email.ends_with("@example.net"),
            "{}",
            person.email
        );
    }
    assert!(kinds["ordinario"] > 300 && kinds["omocodia"] >= 2 && kinds["provvisorio"] >= 3, "{kinds:?}");
    let named = |name: &str| everybody.iter().filter(|p| p.list_name() == name).count();
    assert_eq!((named("ROSSI MARIA"), named("DELL'AQUILA LUCÌA")), (3, 2));
    // What a batch wrote is found once it is over.
    let found = desk.store().read().search("maria ross", 50).unwrap();
    assert!(found.rows.iter().filter(|hit| hit.surname == "Rossi" && hit.name == "Maria").count() == 3);
    let foreign = everybody.iter().filter(|p| p.citizenship != "ITA").count();
    assert!((30..130).contains(&foreign), "{foreign} foreign citizens");
}

#[test]
fn today_is_full_and_some_things_are_left_undone() {
    let (_dir, desk) = office(700, 1, monday());
    let today = monday().date();
    let all = appointments(&desk);
    for operator in desk.operators() {
        let mine: Vec<_> =
            all.iter().filter(|a| a.operator == operator.id && a.start.date() == today).collect();
        assert!((2..=8).contains(&mine.len()), "{}: {}", operator.username, mine.len());
    }
    let unclosed = all.iter().filter(|a| a.state.is_open() && a.start.date() < today).count();
    assert!((3..60).contains(&unclosed), "{unclosed} without outcome");
    let unproved = all
        .iter()
        .filter(|a| a.state == AppointmentState::Sent && !a.proved && a.start.date() >= today)
        .count();
    assert!(unproved > 3, "{unproved} without proof");
    let after = all.iter().filter(|a| a.start.date() > today).count();
    assert!(after > 50, "{after} in the weeks to come");
    for a in &all {
        assert!(is_working_day(a.start.date()), "{}", a.start);
    }
}

fn is_working_day(day: NaiveDate) -> bool {
    !sportello::tables::holidays::is_holiday(day) && day.weekday() != Weekday::Sat
}

#[test]
fn any_day_and_hour_will_do() {
    // A Sunday, a holiday, the evening of a Saturday, an afternoon at work, a leap day at dawn.
    let hours =
        ["2026-11-22T10:00", "2026-12-25T09:00", "2027-01-02T18:00", "2025-04-08T15:10", "2028-02-29T06:00"];
    for (seed, now) in (1..).zip(hours) {
        office(180, seed, at(now));
    }
}

/// The record of a person now; `None` when there is none.
fn card(desk: &Desk, person: RegistrantId, at: NaiveDateTime) -> Option<PersonCard> {
    let read = desk.store().read();
    read.get::<Registrant>(person.0).unwrap().map(|_| PersonCard::read(&read, person, at.date()).unwrap())
}

#[test]
fn every_record_stands_as_it_stood_whatever_was_undone_since() {
    let (_one, first) = office(40, 11, monday());
    let mut lines = Vec::new();
    recorded(&first, &mut lines).unwrap();
    let dir = tempfile::tempdir().unwrap();
    let mut desk = demo::office::found_empty(&dir.path().join("office"), Clock::Fixed(monday()), 99).unwrap();
    let mut dice = StdRng::seed_from_u64(5);
    // What each record was after each command; of one second the last counts.
    let mut noted: BTreeMap<(RegistrantId, NaiveDateTime), Option<PersonCard>> = BTreeMap::new();
    let mut saved: Vec<(UnitId, String)> = Vec::new();
    let (mut undone, mut refused) = (0, 0);
    for line in String::from_utf8(lines).unwrap().lines() {
        let order: Order = serde_json::from_str(line).unwrap();
        let (unit, at, by) = (order.unit, order.at, order.by.clone());
        // What rested on something undone has no ground any more.
        let Ok(outcome) = desk.run(order) else { continue };
        let mut people = BTreeSet::new();
        people.extend(outcome.registrant);
        if outcome.accepted && !by.is_empty() {
            saved.push((unit, by));
        }
        if !saved.is_empty() && dice.random_bool(0.4) {
            // Mostly the last one; what that undo left is undone in turn.
            let back = if dice.random_bool(0.3) { dice.random_range(0..saved.len().min(30)) } else { 0 };
            let (mut target, by) = saved[saved.len() - 1 - back].clone();
            for _ in 0..dice.random_range(1..=3) {
                let reason = Acceptance { rule: RuleId::new("R-ARC-10"), reason: "per prova".into() };
                let command = Command::HistoryUndo(HistoryUndo { undoes: target, accepted: vec![reason] });
                let order = Order { unit: UnitId(desk.new_id(at)), at, by: by.clone(), command };
                target = order.unit;
                let outcome = desk.run(order).unwrap();
                *(if outcome.accepted { &mut undone } else { &mut refused }) += 1;
                if !outcome.accepted {
                    break;
                }
                people.extend(outcome.registrant);
            }
        }
        for person in people {
            noted.insert((person, at), card(&desk, person, at));
        }
    }
    let digest = desk.store().digest().unwrap();
    let mut there = 0;
    for ((person, at), was) in &noted {
        let answer = desk.ask("bianchi", &Query::PersonAt { registrant: *person, at: *at });
        let found = match answer {
            Ok(Answer::PersonAt(stood)) => Some(stood.card),
            _ => None,
        };
        there += usize::from(found.is_some());
        assert_eq!(found.as_ref(), was.as_ref(), "{person} at {at}");
    }
    assert_eq!(desk.store().digest().unwrap(), digest, "looking back changes nothing");
    println!("history: {} moments, {there} with a record, {undone} saves undone, {refused} not", noted.len());
    assert!(there > 200 && undone > 50 && refused > 20, "{there} {undone} {refused}");
}

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn nobody_is_listed_until_the_office_says_for_how_long() {
    let dir = tempfile::tempdir().unwrap();
    let now = date("2026-11-23").and_hms_opt(8, 30, 0).unwrap();
    let mut desk = demo::generate(dir.path(), 40, 3, now).unwrap();
    let read = |desk: &Desk| RetentionReport::read(&desk.store().read(), 0, 2, now.date()).unwrap();
    assert_eq!(read(&desk), RetentionReport::default());
    let set = serde_json::json!({
        "table": "parameters", "reason": "piano di conservazione",
        "row": {"code": "privacy.retention_years", "valid_from": "2026-11-23", "cells": {"value": 1}}
    });
    let set: TableSetRow = serde_json::from_value(set).unwrap();
    assert!(desk.act("fontana", Command::TableSetRow(set)).unwrap().accepted);
    let report = read(&desk);
    assert_eq!((report.years, report.before), (1, Some(date("2025-11-23"))));
    for row in &report.rows {
        assert!(row.last_on < date("2025-11-23"), "{row:?}");
        let dids = desk.store().read().dids_of(row.registrant).unwrap();
        assert!(dids.iter().all(|did| did.ended_on.is_some()), "{row:?}");
    }
    let Answer::RetentionReport(asked) =
        desk.ask("fontana", &Query::RetentionReport { skip: 0, limit: 2 }).unwrap()
    else {
        unreachable!("another answer");
    };
    assert_eq!(*asked, report);
    assert!(desk.ask("bianchi", &Query::RetentionReport { skip: 0, limit: 2 }).is_err());
}
