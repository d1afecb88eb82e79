//! Commands about a LEP activity.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::activity::ActivityEvent;
use crate::domain::activity::ActivityForm;
use crate::domain::finding::Acceptance;
use crate::domain::ids::ActivityId;
use crate::domain::ids::RegistrantId;

/// See [`super::Command::ActivityRecord`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ActivityRecord {
    /// Id of the new activity.
    #[serde(default)]
    pub id: ActivityId,
    /// Whose it is.
    pub registrant: RegistrantId,
    /// What was given.
    pub activity: ActivityForm,
    /// Warnings accepted.
    #[serde(default)]
    pub accepted: Vec<Acceptance>,
}

/// See [`super::Command::ActivityHappened`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ActivityHappened {
    /// Which activity.
    pub activity: ActivityId,
    /// What happened.
    pub event: ActivityEvent,
    /// Outcome or reason.
    #[serde(default)]
    pub note: String,
    /// Mandatory communication, F3 concluded with hiring.
    #[serde(default)]
    pub co_reference: String,
}
