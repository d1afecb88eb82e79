//! Commands about the past.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::finding::Acceptance;
use crate::domain::ids::UnitId;

/// See [`super::Command::HistoryUndo`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HistoryUndo {
    /// The unit of the command whose changes go back: another undo too.
    pub undoes: UnitId,
    /// Warnings accepted.
    #[serde(default)]
    pub accepted: Vec<Acceptance>,
}
