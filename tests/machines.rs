//! The state machines from outside: whatever anybody does, a record stands in
//! a state of its machine and came there by listed steps; what is not listed
//! is refused; the recorded commands make the same office again.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use rand::rngs::StdRng;
use rand::seq::IndexedRandom as _;
use rand::{Rng as _, SeedableRng as _};
use serde_json::{Value, json};
use sportello::clock::Clock;
use sportello::demo::office;
use sportello::desk::replay::{Trust, recorded, replay};
use sportello::desk::{Desk, Order, Outcome};
use sportello::domain::codes::PlaceCode;
use sportello::domain::event::StateEvent;
use sportello::domain::fiscal_code::FiscalCode;
use sportello::domain::ids::RegistrantId;
use sportello::domain::machines;
use sportello::domain::registrant::Sex;
use sportello::domain::signing::Channel;
use uuid::Uuid;

mod steps;
use steps::{MACHINES, leads, machine_of, named};

const LIVES: usize = 40;
const STEPS: usize = 80;
/// A person with an open DID, an assessment and a complete draft, as the
/// scenarios of the pact have one.
const SCENARIOS: &str = include_str!("scenarios/psp.jsonl");

fn start() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap().and_hms_opt(8, 0, 0).unwrap()
}

/// What may be put to a record here. Of a pact an edit, another attempt to
/// sign and a copy handed over are left out: they are no steps of a life, and
/// `tests/transitions.rs` tries them.
fn commands(machine: &str, id: Uuid) -> Vec<(Vec<String>, Value)> {
    let mut all = steps::commands(machine, id);
    all.retain(|(events, _)| {
        !["edited", "channel_chosen", "copy_handed"].contains(&events[0].as_str()) || machine != "psp"
    });
    all
}

/// One record of one machine, as the walk knows it.
struct Record {
    machine: &'static str,
    id: Uuid,
}

/// The life of an invented person, with a clock of its own.
struct Life<'a> {
    desk: &'a mut Desk,
    dice: StdRng,
    at: NaiveDateTime,
    person: RegistrantId,
    records: Vec<Record>,
    seen: &'a mut BTreeMap<(String, String), usize>,
}

impl Life<'_> {
    fn order(&self, command: Value) -> Order {
        let mut whole = command;
        whole["at"] = json!(self.at.format("%Y-%m-%dT%H:%M:%S").to_string());
        // What the table gives to the supervisor is done by the supervisor.
        let name = whole["do"].as_str().unwrap();
        let supervised = ["case.", "targeted.", "miattivo."].iter().any(|area| name.starts_with(area))
            || ["annulled", "reconvened"].iter().any(|event| whole["event"] == *event);
        whole["by"] = json!(if supervised { "fontana" } else { "bianchi" });
        serde_json::from_value(whole.clone()).unwrap_or_else(|error| panic!("{whole}: {error}"))
    }

    /// Runs a command; a command that warns is given a reason for everything.
    fn act(&mut self, command: &Value) -> Outcome {
        let outcome = self.desk.run(self.order(command.clone())).unwrap();
        let wanted: Vec<Value> =
            outcome.findings.iter().map(|f| json!({"rule": f.rule, "reason": "di prova"})).collect();
        let takes = [
            "did.event",
            "appointment.event",
            "signing.event",
            "psp.issue",
            "psp.draft",
            "psp.integrate",
            "case.open",
            "case.event",
            "targeted.apply",
            "targeted.event",
            "miattivo.register",
            "pad.record",
            "pad.event",
        ];
        if outcome.accepted || !takes.contains(&command["do"].as_str().unwrap()) {
            return outcome;
        }
        let mut again = command.clone();
        again["accepted"] = json!(wanted);
        self.desk.run(self.order(again)).unwrap()
    }

    fn new_id(&mut self, machine: &'static str) -> Uuid {
        let id = self.desk.new_id(self.at);
        self.records.push(Record { machine, id });
        id
    }

    fn history(&self) -> Vec<StateEvent> {
        let mut events = self.desk.store().read().events_of(self.person).unwrap();
        events.sort_by_key(|event| (event.at, event.id));
        events
    }

    /// Where a record stands, by its history.
    fn state(&self, id: Uuid) -> Option<String> {
        self.history().into_iter().rfind(|event| event.subject == id).map(|event| event.state)
    }
}

/// A person comes, with everything up to a complete draft.
fn born<'a>(desk: &'a mut Desk, number: usize, seen: &'a mut BTreeMap<(String, String), usize>) -> Life<'a> {
    let at = start() + TimeDelta::minutes(i64::try_from(number).unwrap());
    let syllables = ["ba", "co", "di", "fu", "ge", "la", "mo", "ni"];
    let surname = format!("{}{}ri", syllables[number % 8], syllables[number / 8 % 8]);
    let (capital, rest) = surname.split_at(1);
    let surname = capital.to_uppercase() + rest;
    let birth = NaiveDate::from_ymd_opt(1985, 12, 10).unwrap();
    let place = PlaceCode::parse("F205").unwrap();
    let code = FiscalCode::compute(&surname, "Olga", birth, Sex::F, place).unwrap().to_string();
    let ids: Vec<Uuid> = (0..7).map(|_| desk.new_id(at)).collect();
    let mut text = String::new();
    let first = SCENARIOS.lines().position(|line| line.contains("\"@olga\"")).unwrap();
    for line in SCENARIOS.lines().skip(first).take(8) {
        let mut line = line.to_owned();
        for (name, id) in ["@olga", "@did4", "@as4", "@p5", "@y1", "@my1", "@sy1"].iter().zip(&ids) {
            line = line.replace(&format!("\"{name}\""), &format!("\"{id}\""));
        }
        line = line.replace("NRELGO85T50F205X", &code).replace("\"Neri\"", &format!("\"{surname}\""));
        text.push_str(&line.replace("DIDDID4", &format!("DIDM{number}")));
        text.push('\n');
    }
    let tally = replay(desk, text.as_bytes(), Vec::new(), &Trust::Given).unwrap();
    assert_eq!((tally.accepted, tally.unexpected), (8, 0), "{text}");
    let records = vec![Record { machine: "did", id: ids[1] }, Record { machine: "psp", id: ids[4] }];
    // The day after, once the office is open.
    let at = start() + TimeDelta::days(1);
    let dice = StdRng::seed_from_u64(number as u64);
    let mut life = Life { desk, dice, at, person: RegistrantId(ids[0]), records, seen };
    life.activity(ids[4], "proposed");
    life
}

impl Life<'_> {
    /// Something happens, of what anybody may do.
    fn step(&mut self) {
        self.at += TimeDelta::minutes([1, 7, 60, 60 * 24, 60 * 24 * 9][self.dice.random_range(0..5)]);
        if self.dice.random_ratio(1, 3) {
            return self.something_begins();
        }
        // The machine first, the DID seldom: it ends what rests on it.
        let ended = |record: &&Record| {
            let state = self.state(record.id);
            named(record.machine).states.iter().any(|node| node.last && Some(&node.word) == state.as_ref())
        };
        let open: Vec<(&'static str, Uuid)> =
            self.records.iter().filter(|record| !ended(record)).map(|r| (r.machine, r.id)).collect();
        let mut kinds: Vec<&str> = open.iter().map(|(machine, _)| *machine).collect();
        kinds.sort_unstable();
        kinds.dedup();
        if !self.dice.random_ratio(1, 6) {
            kinds.retain(|kind| *kind != "did");
        }
        // A signature has many steps: what happens to the pact would end it.
        if kinds.iter().any(|kind| kind.starts_with("signing_remote")) && !self.dice.random_ratio(1, 6) {
            kinds.retain(|kind| *kind != "psp");
        }
        let Some(kind) = kinds.choose(&mut self.dice) else { return };
        let of_kind: Vec<_> = open.iter().filter(|(machine, _)| machine == kind).collect();
        let Some((machine, id)) = of_kind.choose(&mut self.dice).map(|one| **one) else { return };
        let Some(state) = self.state(id) else { return };
        self.refuses_what_is_not_listed(machine, id, &state);
        let known = named(machine);
        // Mostly what the table lists, so that lives go far; else anything.
        let mut choice = commands(machine, id);
        if self.dice.random_ratio(9, 10) {
            choice.retain(|(events, _)| events.iter().any(|event| leads(&known, &state, event)));
        }
        // Endings seldom, and what nobody has seen first.
        let to = |events: &[String]| -> Vec<String> {
            let of_it = |step: &&machines::Arrow| {
                step.from.as_deref() == Some(state.as_str()) && events.contains(&step.event)
            };
            known.steps.iter().filter(of_it).filter_map(|step| step.to.clone()).collect()
        };
        let last = |word: &String| known.states.iter().any(|node| node.last && node.word == *word);
        let ends = |(events, _): &(Vec<String>, Value)| to(events).iter().any(last);
        if self.dice.random_ratio(6, 7) && !choice.iter().all(ends) {
            choice.retain(|one| !ends(one));
        }
        let unseen = |word: &String| !self.seen.contains_key(&(machine.to_owned(), word.clone()));
        let fresh = |(events, _): &(Vec<String>, Value)| to(events).iter().any(unseen);
        if choice.iter().any(fresh) && self.dice.random_ratio(4, 5) {
            choice.retain(fresh);
        }
        if let Some((_, command)) = choice.choose(&mut self.dice) {
            let mut command = command.clone();
            if command["event"] == "delivered" {
                // What came after the day of the appointment proves nothing.
                let read = self.desk.store().read();
                let all = read.appointments_of(self.person).unwrap();
                let day = all.iter().find(|a| a.id.0 == id).map(|a| a.start.date());
                command["on"] = json!(day.unwrap().min(self.at.date()));
            }
            self.act(&command);
            if machine == "psp" {
                self.next_versions();
            }
            if let Some(state) = self.state(id) {
                self.refuses_what_is_not_listed(machine, id, &state);
            }
        }
    }

    /// Versions and attempts that other commands opened.
    fn next_versions(&mut self) {
        let read = self.desk.store().read();
        let versions = read.versions_of(self.person).unwrap();
        let signings = read.signings_of(self.person).unwrap();
        let known: BTreeSet<Uuid> = self.records.iter().map(|record| record.id).collect();
        let new = versions.iter().map(|v| ("psp", v.id.0)).chain(
            signings
                .iter()
                .map(|s| (MACHINES[Channel::ALL.iter().position(|c| *c == s.channel).unwrap()], s.id.0)),
        );
        let new: Vec<_> = new.filter(|(_, id)| !known.contains(id)).collect();
        self.records.extend(new.into_iter().map(|(machine, id)| Record { machine, id }));
    }

    fn activity(&mut self, version: Uuid, state: &str) {
        let id = self.new_id("activity");
        let command = json!({"do": "activity.record", "id": id, "registrant": self.person, "activity": {
            "lep": "E", "sap": {"kind": "attested", "code": "A03"}, "date": self.at.date(), "minutes": 30,
            "mode": "in_person", "state": state, "psp_version": version, "output": "bilancio"}});
        self.act(&command);
    }

    fn something_begins(&mut self) {
        let versions: Vec<Uuid> = self.records.iter().filter(|r| r.machine == "psp").map(|r| r.id).collect();
        let version = *versions.choose(&mut self.dice).unwrap();
        let person = self.person;
        // The four machines that stand by themselves less often than the pact's.
        let which = if self.dice.random_ratio(1, 4) { 7..11 } else { 0..7 };
        match self.dice.random_range(which) {
            0 => {
                let id = self.new_id("appointment");
                let day = self.at.date() + TimeDelta::days(self.dice.random_range(1..9));
                let hour = self.dice.random_range(9..12);
                let agreed = self.dice.random_bool(0.4);
                let command = json!({"do": "appointment.book", "id": id, "registrant": person, "appointment": {
                    "service": "contatto_ordinario", "start": format!("{day}T{hour:02}:00"), "minutes": 20,
                    "mode": "in_person", "place": "stanza 3", "agreed_in_person": agreed}});
                self.act(&command);
            }
            1 => {
                let state = *["proposed", "started", "concluded"].choose(&mut self.dice).unwrap();
                self.activity(version, state);
            }
            2..=4 => {
                let which = self.dice.random_range(0..3);
                let id = self.new_id(MACHINES[which]);
                let command = json!({"do": "signing.start", "id": id, "version": version, "channel": Channel::ALL[which]});
                self.act(&command);
            }
            5 => {
                let name = *["psp.integrate", "psp.retry"].choose(&mut self.dice).unwrap();
                let id = self.new_id("psp");
                self.act(&json!({"do": name, "from": version, "version": id, "reason": "di prova"}));
            }
            6 => {
                self.act(&json!({"do": "psp.copy_handed", "version": version}));
            }
            7 => {
                let id = self.new_id("case");
                self.act(&json!({"do": "case.open", "id": id, "registrant": person,
                    "fact": {"kind": "training", "on": self.at.date(), "proof": "avviso di prova"}}));
            }
            8 => {
                let id = self.new_id("targeted");
                let report = json!({"seen": true, "percent": 60, "dated": "2026-03-01", "functional_diagnosis": true,
                    "revision_on": self.at.date() + TimeDelta::days(self.dice.random_range(1..60))});
                self.act(&json!({"do": "targeted.apply", "id": id, "registrant": person, "application": {
                    "category": "civil_invalidity", "report": report, "protocol": "2026/1", "in_charge": "Rita Galli",
                    "receipt_handed": true}}));
            }
            9 => {
                let id = self.new_id("miattivo");
                self.act(&json!({"do": "miattivo.register", "id": id, "registrant": person,
                    "miattivo": {"email": "ada@example.org", "mobile": "333 0000000"}}));
            }
            _ => {
                let id = self.new_id("pad");
                self.act(&json!({"do": "pad.record", "id": id, "registrant": person,
                    "pad": {"benefit": "adi", "applied_on": self.at.date()}}));
            }
        }
        let there: Vec<bool> = self.records.iter().map(|record| self.state(record.id).is_some()).collect();
        let mut there = there.into_iter();
        self.records.retain(|_| there.next().unwrap());
        self.next_versions();
    }

    /// Every event the table does not list for this state, weighed: refused,
    /// and by a rule that blocks. Once for each state of each machine.
    fn refuses_what_is_not_listed(&mut self, machine: &str, id: Uuid, state: &str) {
        let key = (machine.to_owned(), state.to_owned());
        if self.seen.contains_key(&key) {
            return;
        }
        let known = named(machine);
        let mut refused = 0;
        for (events, command) in commands(machine, id) {
            if events.iter().any(|event| leads(&known, state, event)) {
                continue;
            }
            // A channel is a record of its own: an issued version may begin one.
            if (command["do"].as_str(), state) == (Some("signing.start"), "awaiting_person") {
                continue;
            }
            let before = self.desk.store().digest().unwrap();
            let outcome = self.act(&command);
            assert!(!outcome.accepted, "{machine} {state}: {command}");
            let blocks: Vec<_> = outcome.findings.iter().filter(|finding| finding.stops()).collect();
            assert!(!blocks.is_empty() && blocks.iter().all(|finding| !finding.text.contains("{}")));
            assert_eq!(self.desk.store().digest().unwrap(), before, "a refusal writes nothing");
            refused += 1;
        }
        self.seen.insert(key, refused);
    }
}

impl Life<'_> {
    /// The long roads chance seldom goes to the end of: these events, in this
    /// order, each of them taken.
    fn road(&mut self, machine: &'static str, id: Uuid, events: &[&str]) {
        for event in events {
            self.at += TimeDelta::minutes(3);
            let all = commands(machine, id);
            let (_, command) = all.iter().find(|(words, _)| words.iter().any(|word| word == event)).unwrap();
            let outcome = self.act(command);
            assert!(outcome.accepted, "{command}: {:?}", outcome.findings);
            let state = self.state(id).unwrap();
            self.refuses_what_is_not_listed(machine, id, &state);
        }
    }

    fn signing(&mut self, version: Uuid, which: usize, events: &[&str]) {
        let id = self.new_id(MACHINES[which]);
        let channel = Channel::ALL[which];
        self.act(&json!({"do": "signing.start", "id": id, "version": version, "channel": channel}));
        self.refuses_what_is_not_listed(MACHINES[which], id, "ready");
        self.road(MACHINES[which], id, events);
    }
}

/// Each channel to each of its ends.
fn long_roads(life: &mut Life<'_>, number: usize) {
    let version = life.records[1].id;
    life.road("psp", version, &["issued"]);
    let sent = ["agreed", "interview_opened", "generated", "sent"];
    match number {
        0 => {
            life.signing(version, 1, &["left"]);
            life.signing(version, 1, &sent);
            let id = life.records.last().unwrap().id;
            life.road(MACHINES[1], id, &["silent", "returned", "checked", "operator_signed", "uploaded"]);
            let next = life.new_id("psp");
            life.act(&json!({"do": "psp.integrate", "from": version, "version": next, "reason": "di prova"}));
            life.road("psp", next, &["issued", "person_signed", "operator_signed"]);
            let state = life.state(version).unwrap();
            assert_eq!(state, "superseded");
            life.refuses_what_is_not_listed("psp", version, &state);
        }
        1 => {
            life.signing(version, 1, &sent);
            let id = life.records.last().unwrap().id;
            life.road(MACHINES[1], id, &["silent", "given_up"]);
        }
        5 => life.signing(version, 0, &["identified", "explained", "postponed"]),
        4 => life.signing(version, 2, &["agreed", "generated", "released", "declined"]),
        2 => {
            life.signing(version, 2, &["agreed", "generated", "released", "silent", "left"]);
            life.signing(
                version,
                2,
                &["agreed", "generated", "released", "notified", "validated", "completed"],
            );
        }
        _ => {
            life.signing(version, 0, &["left"]);
            life.signing(version, 0, &["identified", "explained", "person_signed"]);
            life.road("psp", version, &["operator_signed"]);
        }
    }
}

/// Every history of a person is a path of its machine; counts the steps.
fn walked(desk: &Desk, person: RegistrantId, steps: &mut BTreeMap<&'static str, usize>) {
    let mut events = desk.store().read().events_of(person).unwrap();
    events.sort_by_key(|event| (event.at, event.id));
    let mut states: BTreeMap<Uuid, String> = BTreeMap::new();
    for event in &events {
        let Some(machine) = machine_of(desk, event) else { continue };
        let before = states.get(&event.subject).map(String::as_str);
        assert!(
            machine.allows(before, &event.event, &event.state),
            "{}: {before:?} --{}--> {}",
            machine.name,
            event.event,
            event.state
        );
        assert!(!event.by.is_empty() && !event.office.is_empty(), "who and where of {}", event.event);
        states.insert(event.subject, event.state.clone());
        *steps.entry(machine.name).or_default() += 1;
    }
}

/// The states the records themselves are in, by id.
fn stands(desk: &Desk, person: RegistrantId) -> BTreeMap<Uuid, String> {
    let read = desk.store().read();
    let mut all = BTreeMap::new();
    let word = |value: Value| value.as_str().unwrap().to_owned();
    macro_rules! put {
        ($($records:ident)+) => {$(
            for record in read.$records(person).unwrap() {
                all.insert(record.id.0, word(serde_json::to_value(record.state).unwrap()));
            }
        )+};
    }
    put!(dids_of versions_of signings_of appointments_of activities_of cases_of targeted_of miattivos_of pads_of);
    all
}

#[test]
fn whatever_happens_every_record_came_by_listed_steps() {
    let dir = tempfile::tempdir().unwrap();
    let clock = Clock::Fixed(start());
    let mut desk = office::found(&dir.path().join("a"), clock, 7, start()).unwrap();
    let mut seen = BTreeMap::new();
    let mut people = Vec::new();
    for number in 0..LIVES {
        let mut life = born(&mut desk, number, &mut seen);
        if number < 6 {
            long_roads(&mut life, number);
        }
        for _ in 0..STEPS {
            life.step();
        }
        people.push(life.person);
    }
    let mut steps = BTreeMap::new();
    for person in people {
        walked(&desk, person, &mut steps);
        let events = desk.store().read().events_of(person).unwrap();
        for (id, state) in stands(&desk, person) {
            let mut of_it: Vec<&StateEvent> = events.iter().filter(|event| event.subject == id).collect();
            of_it.sort_by_key(|event| (event.at, event.id));
            assert_eq!(of_it.last().map(|event| event.state.as_str()), Some(state.as_str()));
        }
    }
    let mut refused = 0;
    let mut missing = Vec::new();
    for machine in ["did", "appointment", "psp", "activity"].iter().chain(&MACHINES) {
        for state in &named(machine).states {
            match seen.get(&((*machine).to_owned(), state.word.clone())) {
                Some(count) => refused += count,
                None => missing.push(format!("{machine}/{}", state.word)),
            }
        }
    }
    println!(
        "machines: {} steps walked, {refused} unlisted transitions refused in {} states",
        steps.values().sum::<usize>(),
        seen.len()
    );
    println!("  {steps:?}");
    assert_eq!(steps.len(), machines::all().len(), "a machine nobody walked: {steps:?}");
    // A person under notice is in did.jsonl, a draft with something missing in
    // psp.jsonl; issue chooses the counter at once.
    missing.retain(|state| !["did/at_risk", "psp/draft", "psp/issued"].contains(&state.as_str()));
    // Chance may pass one by; `tests/transitions.rs` comes to every one.
    assert!(missing.len() < 4, "never stood in: {missing:?}");

    let mut lines = Vec::new();
    recorded(&desk, &mut lines).unwrap();
    let mut again = office::found_empty(&dir.path().join("b"), clock, 8).unwrap();
    replay(&mut again, lines.as_slice(), Vec::new(), &Trust::Given).unwrap();
    assert_eq!(again.store().digest().unwrap(), desk.store().digest().unwrap(), "replayed");
}
