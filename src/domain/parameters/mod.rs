//! The figures of the law that have a date or an office: terms, thresholds
//! and the points the sources leave open (`?` in rules.md).
//!
//! They are a table (`assets/data/tables/parameters.toml`, and the office's
//! own rows), made into this typed value **for a day**: a past case is judged
//! by the figures of its day (the day the clock started, the day of the fact).
//! Whoever needs one is given `&Parameters` of the right day; the code of a
//! parameter is its path here: `did.suspension_days`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

mod backup;
mod benefits;
mod conditionality;
mod convocation;
mod desk;
mod did;
mod group;
mod offer;
mod placement;
mod privacy;
mod psp;

pub use backup::Backup;
pub use benefits::Benefits;
pub use conditionality::{Conditionality, Counters};
pub use convocation::{Convocation, InPerson, Queue};
pub use desk::Desk;
pub use did::{Collaboration, Did, LossDay};
pub use offer::Offer;
pub use placement::{Placement, TermStopsOn};
pub use privacy::Privacy;
pub use psp::Psp;

/// Every parameter of one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parameters {
    /// DID, status, seniority.
    pub did: Did,
    /// Contact, convocation limit, pact, signing, assessment.
    pub psp: Psp,
    /// AdI, SFL, NASpI, PAD, `MiAttivo`.
    pub benefits: Benefits,
    /// Convocations and appointments.
    pub convocation: Convocation,
    /// Sanctions and justified reasons.
    pub conditionality: Conditionality,
    /// Congruous offer.
    pub offer: Offer,
    /// Targeted placement.
    pub placement: Placement,
    /// The desk itself.
    pub desk: Desk,
    /// Data of people.
    pub privacy: Privacy,
    /// Copies of the office.
    pub backup: Backup,
}

impl Parameters {
    /// What every parameter may be, in the order of the groups.
    pub fn specs() -> impl Iterator<Item = &'static Spec> {
        [
            Did::SPECS,
            Psp::SPECS,
            Benefits::SPECS,
            Convocation::SPECS,
            Conditionality::SPECS,
            Offer::SPECS,
            Placement::SPECS,
            Desk::SPECS,
            Privacy::SPECS,
            Backup::SPECS,
        ]
        .into_iter()
        .flatten()
    }

    /// What the parameter of that code may be.
    #[must_use]
    pub fn spec(code: &str) -> Option<&'static Spec> {
        Self::specs().find(|spec| spec.code == code)
    }

    /// The parameters whose values `of` gives by code.
    ///
    /// # Errors
    /// The first parameter without a value, or with one it cannot have.
    pub fn read(of: impl Fn(&str) -> Option<Value>) -> Result<Self, &'static Spec> {
        let of: &dyn Fn(&str) -> Option<Value> = &of;
        Ok(Self {
            did: Did::read(of)?,
            psp: Psp::read(of)?,
            benefits: Benefits::read(of)?,
            convocation: Convocation::read(of)?,
            conditionality: Conditionality::read(of)?,
            offer: Offer::read(of)?,
            placement: Placement::read(of)?,
            desk: Desk::read(of)?,
            privacy: Privacy::read(of)?,
            backup: Backup::read(of)?,
        })
    }
}

/// A value as tables write it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Value {
    /// Yes or no.
    Flag(bool),
    /// Days, times, percent and so on.
    Number(u32),
    /// The word of a choice.
    Word(String),
}

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Calendar days.
    Days,
    /// Days on which the office works (R-JUS-5).
    WorkingDays,
    /// Months, to the corresponding day.
    Months,
    /// Years of age.
    Years,
    /// Hours.
    Hours,
    /// Minutes.
    Minutes,
    /// Kilometres.
    Km,
    /// Per cent.
    Percent,
    /// How many of something.
    Count,
    /// Yes or no.
    Flag,
    /// One of some words.
    Choice,
}

impl Unit {
    /// As operators read it, after a figure of one or of several.
    #[must_use]
    pub fn label(self, one: bool) -> &'static str {
        match (self, one) {
            (Self::Days, true) => "giorno",
            (Self::Days, false) => "giorni",
            (Self::WorkingDays, true) => "giorno lavorativo",
            (Self::WorkingDays, false) => "giorni lavorativi",
            (Self::Months, true) => "mese",
            (Self::Months, false) => "mesi",
            (Self::Years, true) => "anno",
            (Self::Years, false) => "anni",
            (Self::Hours, true) => "ora",
            (Self::Hours, false) => "ore",
            (Self::Minutes, true) => "minuto",
            (Self::Minutes, false) => "minuti",
            (Self::Km, _) => "km",
            (Self::Percent, _) => "per cento",
            (Self::Count, _) => "",
            (Self::Flag, _) => "sì o no",
            (Self::Choice, _) => "scelta",
        }
    }
}

/// What a parameter may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A whole number.
    Number {
        /// What it counts.
        unit: Unit,
        /// The least it may be.
        least: u32,
        /// The most it may be.
        most: u32,
    },
    /// Yes or no.
    Flag,
    /// One of these words, each with what the operator reads.
    Choice(&'static [(&'static str, &'static str)]),
}

/// A parameter: its code and what it may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spec {
    /// Its path in [`Parameters`], `did.suspension_days`.
    pub code: &'static str,
    /// What it may be.
    pub kind: Kind,
}

impl Spec {
    /// May it be that?
    #[must_use]
    pub fn takes(&self, value: &Value) -> bool {
        match (self.kind, value) {
            (Kind::Number { least, most, .. }, Value::Number(n)) => (least..=most).contains(n),
            (Kind::Flag, Value::Flag(_)) => true,
            (Kind::Choice(words), Value::Word(word)) => words.iter().any(|(known, _)| known == word),
            _ => false,
        }
    }

    /// What it counts.
    #[must_use]
    pub fn unit(&self) -> Unit {
        match self.kind {
            Kind::Number { unit, .. } => unit,
            Kind::Flag => Unit::Flag,
            Kind::Choice(_) => Unit::Choice,
        }
    }

    /// A value as operators read it: `180 giorni`, `sì`.
    #[must_use]
    pub fn shown(&self, value: &Value) -> String {
        match value {
            Value::Flag(true) => "sì".to_owned(),
            Value::Flag(false) => "no".to_owned(),
            Value::Number(n) => format!("{n} {}", self.unit().label(*n == 1)).trim_end().to_owned(),
            Value::Word(word) => {
                self.words().find(|(known, _)| known == word).map_or(word.as_str(), |w| w.1).to_owned()
            }
        }
    }

    /// The words of a choice with what the operator reads; none otherwise.
    pub fn words(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        match self.kind {
            Kind::Choice(words) => words,
            Kind::Flag | Kind::Number { .. } => &[],
        }
        .iter()
        .copied()
    }

    /// What it wants, in Italian: `un numero intero da 1 a 365 (giorni)`.
    #[must_use]
    pub fn wanted(&self) -> String {
        match self.kind {
            Kind::Flag => "sì o no (true o false)".to_owned(),
            Kind::Choice(words) => {
                let each: Vec<String> =
                    words.iter().map(|(word, label)| format!("{word} ({label})")).collect();
                format!("una parola fra {}", each.join(", "))
            }
            Kind::Number { unit, least, most } => {
                let unit = unit.label(false);
                let unit = if unit.is_empty() { String::new() } else { format!(" ({unit})") };
                format!("un numero intero da {least} a {most}{unit}")
            }
        }
    }
}

#[cfg(test)]
mod tests;
