//! The office and the people who work in it.

use chrono::NaiveDateTime;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ids::{OfficeId, OperatorId};

pub mod rules;

/// Which regional profile the office follows (rules.md, "Regional profile").
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Region {
    /// R-REM and R-CNV-2/3 block.
    Lombardia,
    /// R-MIA counts.
    Liguria,
    /// Virtual desks.
    Umbria,
    /// National rules block, regional ones show.
    #[default]
    Neutral,
}

impl Region {
    /// Every profile.
    pub const ALL: &'static [Self] = &[Self::Lombardia, Self::Liguria, Self::Umbria, Self::Neutral];

    /// As it is told.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Lombardia => "Lombardia",
            Self::Liguria => "Liguria",
            Self::Umbria => "Umbria",
            Self::Neutral => "Neutro",
        }
    }
}

/// The office (CPI) this file belongs to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Office {
    /// Key.
    #[serde(default)]
    pub id: OfficeId,
    /// Short code printed in document numbers, three capitals: `ESN`.
    pub code: String,
    /// Name without "Centro per l'impiego di": `Esempio Nord`.
    pub name: String,
    /// The body that runs the office, printed on top of every paper.
    pub body_name: String,
    /// Regional profile.
    #[serde(default)]
    pub region: Region,
    /// Street and number.
    #[serde(default)]
    pub address: String,
    /// Postal code and town.
    #[serde(default)]
    pub town: String,
    /// Telephone.
    #[serde(default)]
    pub phone: String,
    /// E-mail.
    #[serde(default)]
    pub email: String,
    /// Certified e-mail.
    #[serde(default)]
    pub pec: String,
    /// Version of the privacy notice in use (R-PRV-2).
    #[serde(default)]
    pub privacy_version: String,
    /// Date of that version, as text `2026-01-15`.
    #[serde(default)]
    pub privacy_date: Option<chrono::NaiveDate>,
}

/// What an operator may do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Desk operator.
    #[default]
    Operator,
    /// Reviews the day, decides.
    Supervisor,
    /// Reads only.
    Reader,
    /// Looks after operators and settings.
    Administrator,
}

impl Role {
    /// Every role, as listed.
    pub const ALL: &'static [Self] = &[Self::Operator, Self::Supervisor, Self::Reader, Self::Administrator];

    /// Its word in files and commands.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Operator => "operator",
            Self::Supervisor => "supervisor",
            Self::Reader => "reader",
            Self::Administrator => "administrator",
        }
    }

    /// As it is told.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Operator => "operatore",
            Self::Supervisor => "responsabile",
            Self::Reader => "lettore",
            Self::Administrator => "amministratore",
        }
    }

    /// The role of that word.
    #[must_use]
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|role| role.word() == word)
    }
}

/// Somebody who works at the office.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Operator {
    /// Key.
    #[serde(default)]
    pub id: OperatorId,
    /// Name used to sign in: `bianchi`.
    pub username: String,
    /// `Anna`.
    pub name: String,
    /// `Bianchi`.
    pub surname: String,
    /// What they may do.
    #[serde(default)]
    pub role: Role,
    /// Direct telephone, printed on the PSP.
    #[serde(default)]
    pub phone: String,
    /// E-mail, printed on the PSP.
    #[serde(default)]
    pub email: String,
    /// Room where they receive.
    #[serde(default)]
    pub room: String,
    /// SIUL user id where there is one (R-REM-6).
    #[serde(default)]
    pub siul_user: String,
    /// Until when they worked here: signs in no more, stays in what was done.
    #[serde(default)]
    pub disabled_at: Option<NaiveDateTime>,
}

impl Operator {
    /// Does the operator work here now?
    #[must_use]
    pub fn works(&self) -> bool {
        self.disabled_at.is_none()
    }

    /// Does the operator receive people? Readers and administrators do not.
    #[must_use]
    pub fn receives(&self) -> bool {
        self.works() && matches!(self.role, Role::Operator | Role::Supervisor)
    }

    /// `Anna Bianchi`, as printed.
    #[must_use]
    pub fn full_name(&self) -> String {
        format!("{} {}", self.name, self.surname)
    }

    /// `BIANCHI A.`, as in lists.
    #[must_use]
    pub fn short_name(&self) -> String {
        let initial = self.name.chars().next().map(|c| format!(" {c}.")).unwrap_or_default();
        format!("{}{}", self.surname.to_uppercase(), initial)
    }
}
