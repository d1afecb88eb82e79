//! The scenario files against the eleven machines: every listed transition is
//! taken by a line of some file, and in every state the files come to, every
//! event the table does not list is tried for real and refused, by the rule of
//! that machine and no other, with nothing changed.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says so by stopping")]

mod steps;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::path::Path;

use chrono::NaiveDate;
use serde_json::{Value, json};
use sportello::clock::Clock;
use sportello::demo::office;
use sportello::desk::Desk;
use sportello::desk::replay::{Trust, replay};
use sportello::domain::event::StateEvent;
use sportello::domain::ids::RegistrantId;
use sportello::domain::machines;
use steps::{commands, leads, machine_of, named};
use uuid::Uuid;

/// What was found in all files: the states stood in with what was refused
/// there, and the transitions taken.
#[derive(Default)]
struct Found {
    refused: BTreeMap<(&'static str, String), usize>,
    taken: BTreeSet<(&'static str, Option<String>, String, String)>,
    wrong: Vec<String>,
}

/// States a command goes through and leaves no record in: what the table says
/// of them is about other programs' records, and cannot be tried from outside.
const PASSED_THROUGH: [&str; 4] =
    ["psp/issued", "miattivo/started", "miattivo/registered", "miattivo/late_registered"];
/// Steps no line can take: from those states; and an edit that leaves a draft
/// a draft, which has no fact but the fields' own.
const NOT_TAKEN: [(&str, &str, &str); 4] = [
    ("psp", "issued", "annulled"),
    ("psp", "draft", "edited"),
    ("miattivo", "registered", "merged"),
    ("miattivo", "late_registered", "merged"),
];

/// The rules that may refuse an event its machine does not list: the machine's
/// own, or what a command of its own says of the same thing.
fn own_rules(machine: &str, state: &str, command: &Value) -> &'static [&'static str] {
    match (machine, command["do"].as_str().unwrap()) {
        ("did" | "case" | "targeted", _) => &["R-STA-1"],
        ("appointment", _) => &["R-AGE-10"],
        ("activity", _) => &["R-LEP-7"],
        ("miattivo", _) => &["R-PRE-4"],
        ("pad", _) => &["R-PRE-9"],
        // The order of a remote channel is a rule of its own.
        ("signing_in_person", _) => &["R-STA-10"],
        ("signing_remote_email", _) => &["R-STA-10", "R-REM-7"],
        ("signing_firmalom", _) => &["R-STA-10", "R-REM-8"],
        // What a draft lacks, else it would be complete.
        ("psp", "psp.issue") if state == "draft" => &[
            "R-PSP-1", "R-PSP-2", "R-PSP-3", "R-PSP-12", "R-PSP-13", "R-PAT-6", "R-PAT-7", "R-PAT-9",
            "R-PRV-2",
        ],
        ("psp", "psp.issue" | "psp.edit") => &["R-PSP-14"],
        // Signed by the other already: the step would be listed.
        ("psp", "psp.sign") => &["R-PAT-1", "R-PSP-10"],
        ("psp", "psp.annul") => &["R-PAT-1", "R-PSP-14"],
        ("psp", "psp.copy_handed") => &["R-PSP-10"],
        ("psp", "signing.start") => &["R-STA-11"],
        _ => &["R-PAT-1"],
    }
}

/// A file replayed line by line, with a look at every record that changed.
struct File<'a> {
    name: String,
    desk: Desk,
    names: HashMap<String, Uuid>,
    /// The last known state of each record.
    states: BTreeMap<Uuid, (&'static str, String)>,
    found: &'a mut Found,
}

impl File<'_> {
    fn run(&mut self, text: &str) {
        for (index, line) in text.lines().enumerate().filter(|(_, l)| !l.is_empty() && !l.starts_with('#')) {
            let mut line: Value = serde_json::from_str(line).unwrap();
            self.name_ids(&mut line);
            let reply = self.put(&line);
            let fine = reply["as_expected"].as_bool().unwrap_or(reply["accepted"] == true);
            assert!(fine, "{}:{} {reply}", self.name, index + 1);
            let person = reply["registrant"].as_str().and_then(|id| Uuid::parse_str(id).ok());
            if let (true, Some(person)) = (reply["accepted"] == true, person) {
                self.look(RegistrantId(person), &line);
            }
        }
    }

    fn put(&mut self, line: &Value) -> Value {
        let mut reply = Vec::new();
        replay(&mut self.desk, line.to_string().as_bytes(), &mut reply, &Trust::Given).unwrap();
        serde_json::from_slice(&reply).unwrap()
    }

    /// The same name is the same id all through the file.
    fn name_ids(&mut self, value: &mut Value) {
        match value {
            Value::String(text) if text.len() > 1 && text.starts_with('@') => {
                let desk = &mut self.desk;
                let at = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap().and_hms_opt(8, 0, 0).unwrap();
                *text = self.names.entry(text.clone()).or_insert_with(|| desk.new_id(at)).to_string();
            }
            Value::Array(items) => items.iter_mut().for_each(|item| self.name_ids(item)),
            Value::Object(fields) => fields.values_mut().for_each(|field| self.name_ids(field)),
            _ => {}
        }
    }

    /// What the line did to the records of a person.
    fn look(&mut self, person: RegistrantId, line: &Value) {
        let mut events = self.desk.store().read().events_of(person).unwrap();
        events.sort_by_key(|event| (event.at, event.id));
        let mut now: BTreeMap<Uuid, (&'static str, String)> = BTreeMap::new();
        for event in &events {
            let Some(machine) = machine_of(&self.desk, event) else { continue };
            let before = now.insert(event.subject, (machine.name, event.state.clone()));
            self.step(machine.name, before.map(|(_, state)| state), event);
        }
        for (id, (machine, state)) in now {
            self.states.insert(id, (machine, state.clone()));
            if !self.found.refused.contains_key(&(machine, state.clone())) {
                let count = self.refuses(machine, id, &state, line);
                self.found.refused.insert((machine, state), count);
            }
        }
    }

    fn step(&mut self, machine: &'static str, before: Option<String>, event: &StateEvent) {
        self.found.taken.insert((machine, before, event.event.clone(), event.state.clone()));
    }

    /// Every event the table does not list for this state.
    fn refuses(&mut self, machine: &'static str, id: Uuid, state: &str, line: &Value) -> usize {
        let known = named(machine);
        let mut refused = 0;
        let before = self.desk.store().digest().unwrap();
        for (events, mut command) in commands(machine, id) {
            // Another attempt to sign is a record of its own, no event of the version.
            let attempt = command["do"] == "signing.start" && state == "awaiting_person";
            if attempt || events.iter().any(|event| leads(&known, state, event)) {
                continue;
            }
            command["at"] = line["at"].clone();
            command["by"] = line["by"].clone();
            let mut reply = self.put(&command);
            if reply["accepted"] == false && stopping(&reply).iter().any(|(_, level)| level == "warn") {
                let reasons =
                    stopping(&reply).into_iter().map(|(rule, _)| json!({"rule": rule, "reason": "di prova"}));
                command["accepted"] = Value::Array(reasons.collect());
                reply = self.put(&command);
            }
            let rules: BTreeSet<String> = stopping(&reply).into_iter().map(|(rule, _)| rule).collect();
            let own = own_rules(machine, state, &command);
            let exact = reply["accepted"] == false
                && !rules.is_empty()
                && rules.iter().all(|rule| own.contains(&rule.as_str()));
            if !exact {
                self.found.wrong.push(format!(
                    "{} {machine} {state} {} {events:?}: {rules:?} {}",
                    self.name, command["do"], reply["accepted"]
                ));
            }
            refused += 1;
        }
        if self.desk.store().digest().unwrap() != before {
            self.found.wrong.push(format!("{} {machine} {state}: a refusal wrote something", self.name));
        }
        refused
    }
}

/// What stops a line, with its level.
fn stopping(reply: &Value) -> Vec<(String, String)> {
    let findings = reply["findings"].as_array().into_iter().flatten();
    let stops = |f: &&Value| f["level"] == "block" || f["level"] == "warn" && f["reason"].is_null();
    findings
        .filter(stops)
        .map(|f| (f["rule"].as_str().unwrap().to_owned(), f["level"].as_str().unwrap().to_owned()))
        .collect()
}

#[test]
fn every_listed_transition_is_taken_and_every_other_refused() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios");
    let mut files: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.retain(|path| path.extension().is_some_and(|e| e == "jsonl"));
    let mut found = Found::default();
    let at = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap().and_hms_opt(8, 0, 0).unwrap();
    for path in &files {
        let text = fs::read_to_string(path).unwrap();
        let dir = tempfile::tempdir().unwrap();
        let (folder, clock) = (dir.path().join("office"), Clock::Fixed(at));
        let first = text.lines().find(|line| !line.is_empty() && !line.starts_with('#')).unwrap_or("");
        let desk = if first.contains("office.set_up") {
            office::found_empty(&folder, clock, 1).unwrap()
        } else {
            office::found(&folder, clock, 1, at).unwrap()
        };
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        File { name, desk, names: HashMap::new(), states: BTreeMap::new(), found: &mut found }.run(&text);
    }

    let mut listed = 0;
    let mut missing = Vec::new();
    let mut unseen = Vec::new();
    for machine in machines::all() {
        for step in &machine.steps {
            listed += 1;
            let taken = found.taken.iter().any(|(name, from, event, to)| {
                let same = *name == machine.name && *event == step.event;
                same && match (&step.from, &step.to) {
                    (None, None) => from.as_ref() == Some(to),
                    (step_from, step_to) => step_from == from && step_to.as_ref() == Some(to),
                }
            });
            let known = (machine.name, step.from.as_deref().unwrap_or_default(), step.event.as_str());
            if taken == NOT_TAKEN.contains(&known) {
                missing.push(format!("{}: {:?} --{}--> {:?}", machine.name, step.from, step.event, step.to));
            }
        }
        for state in &machine.states {
            let name = format!("{}/{}", machine.name, state.word);
            let stood = found.refused.contains_key(&(machine.name, state.word.clone()));
            if stood == PASSED_THROUGH.contains(&name.as_str()) {
                unseen.push(name);
            }
        }
    }
    println!(
        "transitions: {listed} listed, {} taken, {} no line can take",
        listed - missing.len() - NOT_TAKEN.len(),
        NOT_TAKEN.len()
    );
    let refused: usize = found.refused.values().sum();
    println!(
        "states: {} stood in, {refused} unlisted events refused in them by their own rule",
        found.refused.len()
    );
    let all = [
        ("not by its own rule", &found.wrong),
        ("no scenario comes to", &unseen),
        ("taken by no scenario", &missing),
    ];
    let wrong: Vec<String> =
        all.iter().flat_map(|(what, list)| list.iter().map(move |one| format!("{what}: {one}"))).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
