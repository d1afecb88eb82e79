//! Setting up the office.

use chrono::NaiveDateTime;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::calendar::{Absence, Closure, OfficeHours};
use crate::domain::edit::FieldEdit;
use crate::domain::ids::{AbsenceId, ClosureId, OperatorId};
use crate::domain::office::Office;
use crate::domain::office::Operator;

/// See [`super::Command::OfficeSetUp`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OfficeSetUp {
    /// The office.
    pub office: Office,
}

/// See [`super::Command::OperatorAdd`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OperatorAdd {
    /// The operator.
    pub operator: Operator,
}

/// See [`super::Command::OperatorEdit`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OperatorEdit {
    /// Who.
    pub operator: OperatorId,
    /// The fields, each with what it was; user name and disabling apart.
    pub edits: Vec<FieldEdit>,
}

/// See [`super::Command::OperatorDisable`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OperatorDisable {
    /// Who.
    pub operator: OperatorId,
}

/// See [`super::Command::OperatorEnable`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OperatorEnable {
    /// Who.
    pub operator: OperatorId,
}

/// See [`super::Command::OfficeHours`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OfficeHoursSet {
    /// The hours, from their first day on.
    pub hours: OfficeHours,
}

/// See [`super::Command::OfficeClose`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OfficeClose {
    /// The days and why.
    pub closure: Closure,
}

/// See [`super::Command::OfficeReopen`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OfficeReopen {
    /// Which closure is taken back.
    pub closure: ClosureId,
}

/// See [`super::Command::OperatorAbsent`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OperatorAbsent {
    /// Who and from when to when.
    pub absence: Absence,
}

/// See [`super::Command::OperatorBack`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OperatorBack {
    /// Which absence.
    pub absence: AbsenceId,
    /// When they are back; left out, the absence is taken back whole.
    #[serde(default, deserialize_with = "crate::domain::hour::optional")]
    pub back_at: Option<NaiveDateTime>,
}
