//! Setting up the office.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

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
