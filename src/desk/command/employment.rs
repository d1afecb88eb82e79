//! Commands about jobs, their communications and the incomes declared.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::edit::FieldEdit;
use crate::domain::employment::Employment;
use crate::domain::finding::Acceptance;
use crate::domain::ids::{DidId, EmploymentId, IncomeDeclarationId, RegistrantId};
use crate::domain::money::Cents;

/// See [`super::Command::EmploymentRecord`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EmploymentRecord {
    /// The job.
    pub employment: Employment,
    /// Warnings accepted.
    #[serde(default)]
    pub accepted: Vec<Acceptance>,
}

/// See [`super::Command::EmploymentEnd`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EmploymentEnd {
    /// Which job.
    pub employment: EmploymentId,
    /// Its last day; the one foreseen when left out, else the day of the command.
    #[serde(default)]
    pub end: Option<NaiveDate>,
    /// Reference of the communication of the end.
    #[serde(default)]
    pub evidence: String,
    /// Warnings accepted.
    #[serde(default)]
    pub accepted: Vec<Acceptance>,
}

/// See [`super::Command::EmploymentCorrect`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EmploymentCorrect {
    /// Which job.
    pub employment: EmploymentId,
    /// The fields changed, with what they were.
    #[serde(default)]
    pub edits: Vec<FieldEdit>,
    /// Why.
    #[serde(default)]
    pub reason: String,
    /// Warnings accepted.
    #[serde(default)]
    pub accepted: Vec<Acceptance>,
}

/// See [`super::Command::EmploymentWithdraw`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EmploymentWithdraw {
    /// Which job.
    pub employment: EmploymentId,
    /// Why it was a mistake.
    #[serde(default)]
    pub reason: String,
}

/// See [`super::Command::EmploymentFollow`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EmploymentFollow {
    /// Whose jobs.
    pub registrant: RegistrantId,
}

/// See [`super::Command::IncomeDeclare`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct IncomeDeclare {
    /// Id of the new declaration.
    #[serde(default)]
    pub id: IncomeDeclarationId,
    /// About which job.
    pub employment: EmploymentId,
    /// Prospective yearly income, cents.
    pub amount: Cents,
    /// The year it refers to; that of the day it counts from when left out.
    #[serde(default)]
    pub year: Option<i32>,
    /// Day of the declaration; the day of the command when left out.
    #[serde(default)]
    pub date: Option<NaiveDate>,
    /// Since when the income is this one; the day of the declaration when left out.
    #[serde(default)]
    pub since: Option<NaiveDate>,
    /// Reference.
    #[serde(default)]
    pub evidence: String,
    /// Warnings accepted.
    #[serde(default)]
    pub accepted: Vec<Acceptance>,
}

/// See [`super::Command::DidSettle`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DidSettle {
    /// Which DID.
    pub did: DidId,
    /// First day.
    pub from: Option<NaiveDate>,
    /// Last day; left out: from that day on.
    #[serde(default)]
    pub to: Option<NaiveDate>,
    /// Suspended, or counted?
    pub suspended: bool,
    /// Why.
    #[serde(default)]
    pub reason: String,
    /// Reference of the evidence.
    #[serde(default)]
    pub evidence: String,
}
