//! Commands about an assessment.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::assessment::AssessmentForm;
use crate::domain::finding::Acceptance;
use crate::domain::ids::AssessmentId;
use crate::domain::ids::RegistrantId;

/// See [`super::Command::AssessmentRecord`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AssessmentRecord {
    /// Id of the new assessment.
    #[serde(default)]
    pub id: AssessmentId,
    /// Whose it is.
    pub registrant: RegistrantId,
    /// What was found.
    pub assessment: AssessmentForm,
    /// Warnings accepted.
    #[serde(default)]
    pub accepted: Vec<Acceptance>,
}
