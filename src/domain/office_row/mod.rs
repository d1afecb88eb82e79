//! The office's own rows of the tables: a value or a code from a day on, with
//! who decided it and why. What ships with the program holds on all other
//! days, so a past case keeps the table of its day.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::ids::OfficeRowId;
use super::period::Period;

mod columns;
mod effect;
pub mod rules;

pub use columns::{Cell, Column, LOGO, PROTOCOL, UNDER_THE_BOX};
pub use effect::in_force;

/// The columns of a row by name, dates and code apart.
pub type Values = BTreeMap<String, Value>;

/// A table an office may have rows of its own in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Table {
    /// Terms, thresholds, open points.
    Parameters,
    /// Incomes that keep the status (rules.md § 1.1).
    IncomeLimits,
    /// Paths of a PSP (R-PSP-17, 18).
    Paths,
    /// Target groups of GOL.
    GolTargets,
    /// Benefits (R-MIA-4).
    Benefits,
    /// Reasons that justify an absence or a refusal (R-JUS-1, 4).
    JustifiedReasons,
    /// Convocation channels and what they prove (R-CNV-8, 9, 10).
    ConvocationChannels,
    /// Why the status is lost (R-LOS-1).
    LossReasons,
    /// How the open and the regional rules are enforced.
    Rules,
    /// What the documents say: one template a code.
    Templates,
    /// What stands at the head of the office's paper: lines, logo, protocol.
    Letterhead,
    /// What each role may do (R-PRV-11).
    Permissions,
}

impl Table {
    /// Every table, as listed.
    pub const ALL: &'static [Self] = &[
        Self::Parameters,
        Self::IncomeLimits,
        Self::Paths,
        Self::GolTargets,
        Self::Benefits,
        Self::JustifiedReasons,
        Self::ConvocationChannels,
        Self::LossReasons,
        Self::Rules,
        Self::Templates,
        Self::Letterhead,
        Self::Permissions,
    ];

    /// Its name in files, commands and on the command line.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Parameters => "parameters",
            Self::IncomeLimits => "income_limits",
            Self::Paths => "paths",
            Self::GolTargets => "gol_targets",
            Self::Benefits => "benefits",
            Self::JustifiedReasons => "justified_reasons",
            Self::ConvocationChannels => "convocation_channels",
            Self::LossReasons => "loss_reasons",
            Self::Rules => "rules",
            Self::Templates => "templates",
            Self::Letterhead => "letterhead",
            Self::Permissions => "permissions",
        }
    }

    /// The table of that name.
    #[must_use]
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|table| table.word() == word)
    }

    /// As operators read it.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Parameters => "Termini, soglie e punti aperti",
            Self::IncomeLimits => "Limiti di reddito",
            Self::Paths => "Percorsi del patto",
            Self::GolTargets => "Destinatari GOL",
            Self::Benefits => "Benefici",
            Self::JustifiedReasons => "Giustificati motivi",
            Self::ConvocationChannels => "Canali di convocazione",
            Self::LossReasons => "Motivi di perdita dello stato",
            Self::Rules => "Livello delle regole",
            Self::Templates => "Modelli dei documenti",
            Self::Letterhead => "Carta intestata e protocollo",
            Self::Permissions => "Permessi dei ruoli",
        }
    }

    /// May an office add codes? The others are closed lists: of the law, or
    /// of what records can hold. The list of justified reasons ends with any
    /// proven impediment (R-JUS-1), which an office may name more closely.
    #[must_use]
    pub fn takes_codes(self) -> bool {
        matches!(self, Self::Paths | Self::GolTargets | Self::JustifiedReasons | Self::LossReasons)
    }
}

/// A row of an office. Never changed but to withdraw it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct OfficeRow {
    /// Key.
    pub id: OfficeRowId,
    /// Which table, by its word.
    pub table: String,
    /// Which code of it.
    pub code: String,
    /// The columns it sets; the others stay as they ship.
    pub cells: Values,
    /// First day.
    pub valid_from: NaiveDate,
    /// Last day; open when absent.
    pub valid_to: Option<NaiveDate>,
    /// Why.
    pub reason: String,
    /// The act it rests on: a resolution, a circular.
    pub source: String,
    /// When it was written down.
    pub at: NaiveDateTime,
    /// Who, by username.
    pub by: String,
    /// When it was taken back.
    pub withdrawn_at: Option<NaiveDateTime>,
    /// Who took it back.
    pub withdrawn_by: String,
    /// Why.
    pub withdrawn_reason: String,
}

impl OfficeRow {
    /// When it holds, unless withdrawn.
    #[must_use]
    pub fn period(&self) -> Period {
        Period { from: Some(self.valid_from), to: self.valid_to }
    }

    /// Does it stand?
    #[must_use]
    pub fn stands(&self) -> bool {
        self.withdrawn_at.is_none()
    }
}

/// How the days of a row stand to a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// Ended before it.
    Over,
    /// Holds on it.
    Now,
    /// Begins after it.
    Later,
}

/// A code as long as it has the same columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// The code.
    pub code: String,
    /// Its columns.
    pub cells: Values,
    /// First day; from ever when absent.
    pub valid_from: Option<NaiveDate>,
    /// Last day; open when absent.
    pub valid_to: Option<NaiveDate>,
    /// The row of the office it comes from; `None`: it ships.
    pub own: Option<OfficeRowId>,
}

impl Entry {
    /// When it holds.
    #[must_use]
    pub fn period(&self) -> Period {
        Period { from: self.valid_from, to: self.valid_to }
    }

    /// Whether it holds on a day.
    #[must_use]
    pub fn when(&self, day: NaiveDate) -> When {
        match (self.valid_from, self.valid_to) {
            (Some(from), _) if from > day => When::Later,
            (_, Some(to)) if to < day => When::Over,
            _ => When::Now,
        }
    }

    /// A column written as text; empty when it is not there.
    #[must_use]
    pub fn text(&self, column: &str) -> &str {
        self.cells.get(column).and_then(Value::as_str).unwrap_or("")
    }
}

/// A row as given, before any rule has looked at it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GivenRow {
    /// Key of the new row.
    #[serde(default)]
    pub id: OfficeRowId,
    /// Which code.
    pub code: String,
    /// The columns it sets.
    #[serde(default)]
    pub cells: Values,
    /// First day.
    #[serde(default)]
    pub valid_from: Option<NaiveDate>,
    /// Last day; open when absent.
    #[serde(default)]
    pub valid_to: Option<NaiveDate>,
}
