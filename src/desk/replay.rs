//! Commands from lines of JSON, outcomes to lines of JSON: every rule can be
//! tried without a screen, by people who did not write it.
//!
//! A line is a command (`"do"`) with who gives it (`"by"`) and when (`"at"`).
//! Where an id belongs, a text that starts with `@` stands for one: the first
//! time it is met a new one is made, afterwards it is the same one. `"expect"` says what should
//! come of the line: `{"accepted": false, "rule": "R-DID-16"}`. Empty lines
//! and lines that start with `#` are passed over.

mod codes;
mod unread;

use std::collections::{BTreeMap, HashMap};
use std::io::{BufRead, Write};

use chrono::{Datelike, NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use uuid::Uuid;

use super::order::Order;
use super::outcome::Outcome;
use super::run::Desk;
use crate::domain::deadline::Kind;
use crate::domain::finding::{Finding, Level};
use crate::domain::hour;
use crate::domain::ids::UnitId;
use crate::domain::text::excerpt;
use crate::fault::{Fault, Result};

/// Whose word counts for the hour and the operator of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trust {
    /// Demo and test offices: `at` and `by` are taken as given.
    Given,
    /// A real office: `by` must be this operator, `at` is refused.
    SignedIn(String),
}

/// What a line expects of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Expectation {
    /// Accepted or refused?
    pub accepted: bool,
    /// When refused: the one rule that stops it. When accepted: a rule that
    /// must have something to say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
    /// The level at which that rule speaks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// A rule that must have nothing to say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub silent: Option<String>,
    /// Words that one finding, of that rule if it is given, must say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub says: Option<String>,
    /// The terms the reply must hold, by the word of their clock, with their
    /// last day (`{"contact": "2026-12-23"}`); null: that term must not be
    /// among them.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub due: BTreeMap<Kind, Option<NaiveDate>>,
}

/// How many lines went how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Accepted.
    pub accepted: usize,
    /// Refused by a rule.
    pub refused: usize,
    /// Not understood, or about records that are not there.
    pub unusable: usize,
    /// With an expectation that did not come true.
    pub unexpected: usize,
}

impl Tally {
    /// Exit code of `sportello replay`: 2 when a line could not be used, 1
    /// when a rule refused one without being expected to, 0 otherwise.
    #[must_use]
    pub fn exit_code(&self) -> u8 {
        match self {
            Self { unusable: 1.., .. } => 2,
            Self { unexpected: 1.., .. } | Self { refused: 1.., .. } => 1,
            Self { .. } => 0,
        }
    }
}

/// What came of one line.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct Reply {
    /// Number of the line, from 1.
    pub line: usize,
    /// The command's name.
    #[serde(rename = "do", skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What came of it.
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
    /// Why the line could not be used.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
    /// Did the expectation of the line come true?
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_expected: Option<bool>,
}

/// Runs every line of `input`, one reply a line to `output`.
///
/// # Errors
/// When the office file or the output cannot be written. Lines that cannot be
/// used are replies, not errors.
pub fn replay(desk: &mut Desk, input: impl BufRead, mut output: impl Write, trust: &Trust) -> Result<Tally> {
    let mut names = HashMap::new();
    let mut tally = Tally::default();
    for (index, line) in input.split(b'\n').enumerate() {
        let bytes = line.map_err(|e| {
            Fault::usage("Il file dei comandi non si legge.")
                .hint("Controllare il percorso e il disco.")
                .cause(e)
        })?;
        let text = String::from_utf8_lossy(&bytes);
        let text = text.trim().trim_start_matches('\u{feff}');
        if text.is_empty() || text.starts_with('#') {
            continue;
        }
        let reply = one(desk, index + 1, text, trust, &mut names)?;
        match &reply.outcome {
            Some(outcome) if outcome.accepted => tally.accepted += 1,
            Some(_) => tally.refused += usize::from(reply.as_expected != Some(true)),
            None => tally.unusable += 1,
        }
        tally.unexpected += usize::from(reply.as_expected == Some(false));
        let line = serde_json::to_string(&reply).map_err(Fault::internal)?;
        writeln!(output, "{line}").map_err(|e| unwritable("gli esiti dei comandi", e))?;
    }
    Ok(tally)
}

fn one(
    desk: &mut Desk,
    line: usize,
    text: &str,
    trust: &Trust,
    names: &mut HashMap<String, Uuid>,
) -> Result<Reply> {
    let mut reply = Reply { line, name: None, outcome: None, error: None, as_expected: None };
    let (order, expect) = match read(desk, text, trust, names) {
        Ok(read) => read,
        Err(fault) => {
            reply.error = Some(fault.to_string());
            return Ok(reply);
        }
    };
    reply.name = Some(order.command.name().to_owned());
    match desk.run(order) {
        Ok(outcome) => {
            reply.as_expected = expect.map(|expect| expect.meets(&outcome));
            reply.outcome = Some(outcome);
        }
        Err(fault) if fault.exit_code() == 2 => reply.error = Some(fault.to_string()),
        Err(fault) => return Err(fault),
    }
    Ok(reply)
}

impl Expectation {
    fn meets(&self, outcome: &Outcome) -> bool {
        let levelled = |rule: &String| {
            let mut said = outcome.findings.iter().filter(|f| f.rule.0 == *rule);
            self.level.is_none_or(|level| said.any(|f| f.level == level))
        };
        let worded = |words: &String| {
            let of_rule = |f: &&Finding| self.rule.as_ref().is_none_or(|rule| f.rule.0 == *rule);
            outcome.findings.iter().filter(of_rule).any(|f| f.text.contains(words.as_str()))
        };
        let hushed = |rule: &String| outcome.findings.iter().all(|f| f.rule.0 != *rule);
        let says = |rule: &String| match outcome.accepted {
            true => outcome.findings.iter().any(|f| f.rule.0 == *rule),
            false => {
                let mut stopping = outcome.findings.iter().filter(|f| f.stops()).peekable();
                stopping.peek().is_some() && stopping.all(|f| f.rule.0 == *rule)
            }
        };
        self.accepted == outcome.accepted
            && self.rule.as_ref().is_none_or(|rule| says(rule) && levelled(rule))
            && self.silent.as_ref().is_none_or(hushed)
            && self.says.as_ref().is_none_or(worded)
            && self.due.iter().all(|(kind, day)| {
                let mut said = outcome.deadlines.iter().filter(|term| term.kind == *kind).peekable();
                day.map_or(said.peek().is_none(), |day| said.any(|term| term.due == day))
            })
    }
}

fn read(
    desk: &mut Desk,
    text: &str,
    trust: &Trust,
    names: &mut HashMap<String, Uuid>,
) -> Result<(Order, Option<Expectation>)> {
    let mut line: Map<String, Value> = serde_json::from_str(text).map_err(|e| unread::not_json(&e))?;
    let expect = line.remove("expect").map(serde_json::from_value).transpose().map_err(|e| {
        Fault::usage("«expect» si scrive {\"accepted\": false, \"rule\": \"R-DID-16\"}.").cause(e)
    })?;
    let at = hour(desk, &line, trust)?;
    line.insert("at".into(), Value::String(at.format("%Y-%m-%dT%H:%M:%S").to_string()));
    if let Trust::SignedIn(username) = trust {
        match line.get("by").and_then(Value::as_str) {
            None => drop(line.insert("by".into(), Value::String(username.clone()))),
            Some(by) if by == username => {}
            Some(_) => {
                return Err(Fault::usage("In un ufficio vero «by» può essere solo chi ha fatto l'accesso."));
            }
        }
    }
    let mut whole = Value::Object(line);
    name_ids(&mut whole, &mut |name| *names.entry(name.to_owned()).or_insert_with(|| desk.new_id(at)));
    let order = Order::deserialize(&whole).map_err(|e| unread::not_a_command(&whole, &e))?;
    Ok((order, expect))
}

fn hour(desk: &Desk, line: &Map<String, Value>, trust: &Trust) -> Result<NaiveDateTime> {
    match (line.get("at"), trust) {
        (None, _) => Ok(desk.clock().now()),
        (Some(_), Trust::SignedIn(_)) => {
            Err(Fault::usage("In un ufficio vero l'ora è quella del computer: togliere «at»."))
        }
        (Some(Value::String(text)), Trust::Given) => match hour::parse(text) {
            Some(at) if hour::YEARS.contains(&at.year()) => Ok(at),
            Some(_) => Err(Fault::usage(format!(
                "«at» va dall'anno {} all'anno {}.",
                hour::YEARS.start(),
                hour::YEARS.end()
            ))),
            None => {
                Err(Fault::usage(format!("«at» si scrive come 2026-11-23T10:42, non «{}».", excerpt(text))))
            }
        },
        (Some(_), Trust::Given) => Err(Fault::usage("«at» è un testo come 2026-11-23T10:42.")),
    }
}

/// The fields that hold ids. Elsewhere a text that starts with `@` is a text:
/// a note must come out of a replay as it went in.
const ID_FIELDS: &[&str] = &[
    "restriction",
    "unit",
    "undoes",
    "id",
    "registrant",
    "did",
    "employment",
    "assessment",
    "psp",
    "version",
    "from",
    "next",
    "document",
    "signing",
    "appointment",
    "activity",
    "case",
    "application",
    "measure",
    "psp_version",
    "operator",
    "case_officer",
    "closure",
    "absence",
    "miattivo",
    "pad",
    "survivor",
    "row",
];

/// Puts ids in the place of `@names`, wherever the line holds an id.
fn name_ids(value: &mut Value, id_of: &mut impl FnMut(&str) -> Uuid) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| name_ids(item, id_of)),
        Value::Object(fields) => {
            let of_edit = fields.get("field").and_then(Value::as_str).is_some_and(|f| ID_FIELDS.contains(&f));
            // Of a command the record it is about; of a message its subject, a text.
            let is_command = fields.contains_key("do");
            for (name, field) in fields {
                let holds_id = ID_FIELDS.contains(&name.as_str())
                    || of_edit && matches!(name.as_str(), "was" | "now")
                    || is_command && name == "subject";
                match field {
                    Value::String(text) if holds_id && text.len() > 1 && text.starts_with('@') => {
                        *text = id_of(text).to_string();
                    }
                    field => name_ids(field, id_of),
                }
            }
        }
        Value::String(_) | Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// The shape of a line and of a reply, as JSON Schema (draft 2020-12).
///
/// # Errors
/// Never in practice: the shapes are known when the program is built.
pub fn schema() -> Result<Value> {
    let line = serde_json::to_value(schemars::schema_for!(Line)).map_err(Fault::internal)?;
    let reply = serde_json::to_value(schemars::schema_for!(Reply)).map_err(Fault::internal)?;
    Ok(serde_json::json!({ "line": line, "reply": reply, "tables": codes::tables(), "levels": {
        "block": word(Level::Block), "warn": word(Level::Warn), "show": word(Level::Show), "record": word(Level::Record),
    }}))
}

fn word(level: Level) -> &'static str {
    match level {
        Level::Block => "il comando è rifiutato",
        Level::Warn => "il comando è rifiutato finché non porta in «accepted» la regola e il motivo",
        Level::Show => "informazione o termine",
        Level::Record => "dato da conservare",
    }
}

/// A line of replay, for its schema.
#[derive(schemars::JsonSchema)]
#[expect(dead_code, reason = "only its shape is used")]
struct Line {
    /// When, local Italian time; now when left out.
    at: Option<NaiveDateTime>,
    /// Username of the operator.
    by: Option<String>,
    /// Id of the recorded unit; made when left out.
    unit: Option<UnitId>,
    /// What should come of it.
    expect: Option<Expectation>,
    #[serde(flatten)]
    command: super::command::Command,
}

/// Every recorded command of the office as lines that replay reads: into an
/// empty office they give the same tables.
///
/// # Errors
/// When the file cannot be read or the output cannot be written.
pub fn recorded(desk: &Desk, mut output: impl Write) -> Result<usize> {
    let mut count = 0;
    desk.store().read().units(|unit| {
        count += 1;
        writeln!(output, "{}", unit.command).map_err(|e| unwritable("i comandi registrati", e))
    })?;
    Ok(count)
}

fn unwritable(what: &str, e: std::io::Error) -> Fault {
    Fault::outside(format!("Non si riesce a scrivere {what}."))
        .hint("Controllare il disco e riprovare.")
        .cause(e)
}
