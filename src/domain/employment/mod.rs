//! Jobs of a person, the mandatory communications (CO) that tell of them, and
//! the incomes the person declares (rules.md § 1.1, § 1.2).

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ids::{EmploymentId, IncomeDeclarationId, RegistrantId};
use super::money::Cents;

pub mod check;
pub mod job;
pub mod rules;

pub use job::{Job, Spell, Standing};

/// What kind of work it is, as far as the unemployed status is concerned.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum EmploymentKind {
    /// Subordinate, without a term: over the limit it suspends (R-SUS-2).
    #[default]
    Permanent,
    /// Subordinate, with a term.
    FixedTerm,
    /// Through an agency (somministrazione): subordinate.
    Agency,
    /// Coordinated collaboration (co.co.co., R-CON-4).
    Collaboration,
    /// On one's own account, also occasional with withholding tax, family
    /// helper or inactive VAT (R-CON-3).
    SelfEmployed,
    /// Internship: does not end the status (R-DID-23).
    Internship,
    /// Public-utility work (R-DID-23).
    PublicUtility,
    /// Occasional work contract, Libretto Famiglia (R-DID-23).
    Occasional,
}

impl EmploymentKind {
    /// All, in the order of the choice on screen.
    pub const ALL: [Self; 8] = [
        Self::FixedTerm,
        Self::Permanent,
        Self::Agency,
        Self::Collaboration,
        Self::SelfEmployed,
        Self::Internship,
        Self::PublicUtility,
        Self::Occasional,
    ];

    /// As shown on screen.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Permanent => "dipendente a tempo indeterminato",
            Self::FixedTerm => "dipendente a termine",
            Self::Agency => "dipendente in somministrazione",
            Self::Collaboration => "collaborazione (co.co.co.)",
            Self::SelfEmployed => "lavoro autonomo",
            Self::Internship => "tirocinio",
            Self::PublicUtility => "lavoro di pubblica utilità",
            Self::Occasional => "lavoro occasionale",
        }
    }

    /// Narrow columns: at most eleven letters.
    #[must_use]
    pub fn short(self) -> &'static str {
        match self {
            Self::Permanent => "dip. indet.",
            Self::FixedTerm => "dip. term.",
            Self::Agency => "dip. somm.",
            Self::Collaboration => "co.co.co.",
            Self::SelfEmployed => "autonomo",
            Self::Internship => "tirocinio",
            Self::PublicUtility => "LPU",
            Self::Occasional => "occasionale",
        }
    }

    /// What it does to the status when the income is over the limit.
    #[must_use]
    pub fn effect(self) -> Effect {
        match self {
            Self::Permanent | Self::FixedTerm | Self::Agency => Effect::Suspends,
            Self::Collaboration | Self::SelfEmployed => Effect::Ends,
            Self::Internship | Self::PublicUtility | Self::Occasional => Effect::None,
        }
    }

    /// Whose limit its income is compared with; `None` where no income counts.
    #[must_use]
    pub fn income(self) -> Option<IncomeKind> {
        match self {
            Self::Permanent | Self::FixedTerm | Self::Agency | Self::Collaboration => {
                Some(IncomeKind::Employee)
            }
            Self::SelfEmployed => Some(IncomeKind::SelfEmployed),
            Self::Internship | Self::PublicUtility | Self::Occasional => None,
        }
    }
}

/// What a job over the limit does to the status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Suspends it up to 180 days (R-SUS-1).
    Suspends,
    /// Ends it: proposed, never done by itself (R-SUS-6).
    Ends,
    /// Nothing, whatever the income (R-DID-23).
    None,
}

/// Which of the two limits of the table (R-CON-1).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum IncomeKind {
    /// Employees and assimilated: prospective, taxable for IRPEF (R-CON-2).
    #[default]
    Employee,
    /// Self-employed: cash principle.
    SelfEmployed,
}

impl IncomeKind {
    /// As written in a sum: `lav. dip.`
    #[must_use]
    pub fn short(self) -> &'static str {
        match self {
            Self::Employee => "lav. dip.",
            Self::SelfEmployed => "lav. aut.",
        }
    }
}

/// Where the office knows the job from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum EmploymentSource {
    /// A mandatory communication.
    #[default]
    Communication,
    /// The person said so.
    Person,
    /// Another archive: INPS, VAT register.
    Archive,
}

impl EmploymentSource {
    /// All.
    pub const ALL: [Self; 3] = [Self::Communication, Self::Person, Self::Archive];

    /// As shown on screen.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Communication => "comunicazione obbligatoria",
            Self::Person => "dichiarato dalla persona",
            Self::Archive => "altro archivio (INPS, IVA)",
        }
    }
}

/// A job: one spell with one employer. Corrected and withdrawn, never
/// deleted; each change leaves a state event with what it was.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Employment {
    /// Key.
    pub id: EmploymentId,
    /// Whose job.
    pub registrant: RegistrantId,
    /// Name of the employer, or of the activity.
    pub employer: String,
    /// Fiscal code or VAT number of the employer; may be empty.
    pub employer_code: String,
    /// Kind.
    pub kind: EmploymentKind,
    /// First day.
    pub start: Option<NaiveDate>,
    /// Last day foreseen by the contract.
    pub expected_end: Option<NaiveDate>,
    /// Last day, once it is over.
    pub end: Option<NaiveDate>,
    /// Hours a week.
    pub hours: Option<u32>,
    /// Prospective yearly income when it began, cents (R-CON-2).
    pub income: Option<Cents>,
    /// Year of that income; the year of the start when left out.
    pub income_year: Option<i32>,
    /// Reference of the CO; may be empty.
    pub co_reference: String,
    /// When the CO was received.
    pub co_date: Option<NaiveDate>,
    /// Where it is known from.
    pub source: EmploymentSource,
    /// Recorded by mistake: kept, counts for nothing.
    pub withdrawn: bool,
}

/// An income declared by the person about a job (R-CON-6).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct IncomeDeclaration {
    /// Key.
    pub id: IncomeDeclarationId,
    /// Who declares.
    pub registrant: RegistrantId,
    /// About which job.
    pub employment: EmploymentId,
    /// Day of the declaration.
    pub date: NaiveDate,
    /// Since when the income is this one; the day it counts from.
    pub since: NaiveDate,
    /// A year, cents.
    pub amount: Cents,
    /// Which limit it is compared with.
    pub kind: IncomeKind,
    /// The year it refers to (R-CON-1).
    pub year: i32,
    /// Reference of the declaration; may be empty.
    pub evidence: String,
}
