//! What came of a command.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::domain::deadline::Term;
use crate::domain::finding::{Finding, Level};
use crate::domain::ids::RegistrantId;

/// What came of a command: accepted or refused, what the rules said, the
/// states and terms that result.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Outcome {
    /// Was anything written?
    pub accepted: bool,
    /// What the rules said; those that refused come first.
    pub findings: Vec<Finding>,
    /// Ids of the records touched, by kind: `{"did": "0192…"}`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub ids: BTreeMap<String, Uuid>,
    /// Numbers given: `{"document": "ESN03-2026-000123"}`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub numbers: BTreeMap<String, String>,
    /// States reached: `{"did": "inserted", "psp": "draft"}`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub states: BTreeMap<String, String>,
    /// What is due now for the person.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub deadlines: Vec<Term>,
    /// What this act proposes: LEP rows, each confirmed by one key on LE01, or
    /// the command that follows (`case.open`, `psp.integrate`).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub proposes: Vec<String>,
    /// Whose record was touched.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub registrant: Option<RegistrantId>,
}

impl Outcome {
    /// The first finding that stopped the command.
    #[must_use]
    pub fn refusal(&self) -> Option<&Finding> {
        self.findings.iter().find(|f| f.stops())
    }

    /// Is it a rule of this number that stopped the command?
    #[must_use]
    pub fn is_refused_by(&self, rule: &str) -> bool {
        self.refusal().is_some_and(|finding| finding.rule.to_string() == rule)
    }

    /// Rules that warned and wait for a reason.
    #[must_use]
    pub fn reasons_wanted(&self) -> Vec<&Finding> {
        self.findings.iter().filter(|f| f.level == Level::Warn && f.reason.is_none()).collect()
    }
}
