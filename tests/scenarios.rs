//! Every file of `tests/scenarios` is replayed into an office of its own; each
//! line says what it expects of the rules.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says so by stopping")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use chrono::NaiveDate;
use serde_json::Value;
use sportello::clock::Clock;
use sportello::demo::office;
use sportello::desk::command::OperatorAdd;
use sportello::desk::replay::{Trust, replay};
use sportello::desk::{Command, Desk, Outcome};
use sportello::domain::office::{Operator, Role};

#[test]
fn every_line_goes_as_it_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios");
    let mut files: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.retain(|path| path.extension().is_some_and(|e| e == "jsonl"));
    assert!(!files.is_empty(), "no scenarios in {}", folder.display());
    let at = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap().and_hms_opt(8, 0, 0).unwrap();
    let mut wrong = Vec::new();
    let mut lines = 0;
    for file in &files {
        let dir = tempfile::tempdir().unwrap();
        let text = fs::read_to_string(file).unwrap();
        let first = text.lines().find(|line| !line.is_empty() && !line.starts_with('#')).unwrap_or("");
        let (folder, clock) = (dir.path().join("office"), Clock::Fixed(at));
        // A file that sets up its own office starts from nothing at all.
        let mut desk = if first.contains("office.set_up") {
            office::found_empty(&folder, clock, 1).unwrap()
        } else {
            office::found(&folder, clock, 1, at).unwrap()
        };
        let mut replies = Vec::new();
        replay(&mut desk, text.as_bytes(), &mut replies, &Trust::Given).unwrap();
        for reply in String::from_utf8(replies).unwrap().lines() {
            let value: serde_json::Value = serde_json::from_str(reply).unwrap();
            lines += 1;
            // Without an expectation a line sets the stage: it must be accepted.
            let fine = value["as_expected"].as_bool().unwrap_or(value["accepted"] == true);
            if !fine {
                wrong.push(format!(
                    "{}:{} {reply}",
                    file.file_name().unwrap().to_string_lossy(),
                    value["line"]
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {lines} lines went otherwise:\n{}", wrong.len(), wrong.join("\n"));
    println!("scenarios: {lines} lines in {} files went as they say", files.len());
}

/// One line of each command, out of the scenarios, by its name; where an id is
/// named there is an id nobody has.
fn one_of_each() -> BTreeMap<String, Command> {
    fn named(value: &mut Value) {
        match value {
            Value::String(text) if text.starts_with('@') => {
                *value = Value::String("01938a3e-0000-7000-8000-000000000001".to_owned());
            }
            Value::Array(all) => all.iter_mut().for_each(named),
            Value::Object(all) => all.values_mut().for_each(named),
            _ => {}
        }
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios");
    let mut found = BTreeMap::new();
    for file in fs::read_dir(folder).unwrap() {
        for line in fs::read_to_string(file.unwrap().path()).unwrap().lines() {
            let Ok(Value::Object(mut line)) = serde_json::from_str(line) else { continue };
            line.retain(|key, _| !["at", "by", "expect", "unit"].contains(&key.as_str()));
            let mut line = Value::Object(line);
            named(&mut line);
            if let Ok(command) = serde_json::from_value::<Command>(line) {
                found.entry(command.name().to_owned()).or_insert(command);
            }
        }
    }
    found
}

#[test]
fn each_role_gives_the_commands_its_table_permits_and_no_other() {
    let commands = one_of_each();
    let schema = sportello::desk::replay::schema().unwrap();
    let names = schema["line"]["oneOf"].as_array().unwrap().iter();
    let names: BTreeSet<&str> = names.map(|one| one["properties"]["do"]["const"].as_str().unwrap()).collect();
    assert_eq!(commands.keys().map(String::as_str).collect::<BTreeSet<_>>(), names, "nobody is forgotten");

    let at = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap().and_hms_opt(8, 0, 0).unwrap();
    let dir = tempfile::tempdir().unwrap();
    let mut desk = office::found(&dir.path().join("office"), Clock::Fixed(at), 1, at).unwrap();
    let add = |desk: &mut Desk, by: &str, role: Role| {
        let operator = Operator {
            username: role.word().to_owned(),
            name: "Prova".to_owned(),
            surname: role.word().to_owned(),
            role,
            ..Operator::default()
        };
        let outcome = desk.act(by, Command::OperatorAdd(OperatorAdd { operator })).unwrap();
        assert!(outcome.accepted, "{outcome:?}");
    };
    // A supervisor names the first administrator, who adds the others.
    add(&mut desk, "fontana", Role::Administrator);
    for role in Role::ALL.iter().filter(|role| **role != Role::Administrator) {
        add(&mut desk, "administrator", *role);
    }
    let law = desk.law().unwrap();
    let (mut refused, mut lines) = (0, 0);
    for role in Role::ALL {
        for (name, command) in &commands {
            let allowed = law.catalogue().roles_that_may(command.permission(), at.date()).contains(role);
            let barred = |outcome: &sportello::fault::Result<Outcome>| {
                outcome.as_ref().is_ok_and(|outcome| outcome.is_refused_by("R-PRV-11"))
            };
            // What is permitted may fail in other ways: the records are not there.
            let weighed = desk.weigh(role.word(), command.clone());
            assert_eq!(barred(&weighed), !allowed, "{name} by {role:?}: {weighed:?}");
            assert!(*role != Role::Reader || !allowed, "who only reads gives {name}");
            if !allowed {
                let given = desk.act(role.word(), command.clone());
                assert!(barred(&given), "{name} by {role:?}: {given:?}");
                let last = desk.store().read().audit_tail(1).unwrap().remove(0);
                let told = format!("{name} R-PRV-11");
                assert_eq!((&*last.line.action, &*last.line.detail), ("refused", &*told));
                refused += 1;
            }
            lines += 1;
        }
    }
    assert_eq!(lines, names.len() * Role::ALL.len());
    println!("permissions: {lines} commands by {} roles, {refused} refused", Role::ALL.len());
}
