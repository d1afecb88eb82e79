//! A command with who gave it and when: one line of `sportello replay`.

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

use super::command::Command;
use crate::domain::ids::UnitId;

/// A command, who gives it, when. What the log keeps and replay reads.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Order {
    /// Id of the recorded unit; filled before the command runs. The ids of
    /// the facts the command leaves behind are counted up from it.
    #[serde(default)]
    pub unit: UnitId,
    /// When, to the second.
    pub at: NaiveDateTime,
    /// Username of the operator; empty only for the set-up of the office.
    #[serde(default)]
    pub by: String,
    /// What.
    #[serde(flatten)]
    pub command: Command,
}
