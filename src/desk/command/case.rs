//! Commands about a conditionality case.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::conditionality::{CaseEvent, CaseForm, Consequence};
use crate::domain::finding::Acceptance;
use crate::domain::ids::{CaseId, RegistrantId};

/// See [`super::Command::CaseOpen`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CaseOpen {
    /// Id of the new case.
    #[serde(default)]
    pub id: CaseId,
    /// Whose it is.
    pub registrant: RegistrantId,
    /// What the person did not do.
    #[serde(rename = "fact")]
    pub form: CaseForm,
    /// Warnings accepted.
    #[serde(default)]
    pub accepted: Vec<Acceptance>,
}

/// See [`super::Command::CaseHappened`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CaseHappened {
    /// Which case.
    pub case: CaseId,
    /// What happened.
    pub event: CaseEvent,
    /// Day of the fact; left out, today.
    #[serde(default)]
    pub on: Option<NaiveDate>,
    /// Grounds, or a note: never a diagnosis (R-JUS-7).
    #[serde(default)]
    pub note: String,
    /// The document that proves it: act and protocol, receipt, notice.
    #[serde(default)]
    pub reference: String,
    /// Code of table `justified_reasons`, with `reason_received`.
    #[serde(default)]
    pub reason: String,
    /// A document was seen, with `reason_received` or `accepted`.
    #[serde(default)]
    pub document_seen: bool,
    /// Until when it is valid.
    #[serde(default)]
    pub valid_to: Option<NaiveDate>,
    /// When the impediment to tell ended (R-JUS-3).
    #[serde(default)]
    pub impediment_ended_on: Option<NaiveDate>,
    /// Consequence, with `adopted`; left out, the one proposed.
    #[serde(default)]
    pub consequence: Option<Consequence>,
    /// Days of a reduction, 1 to 60; left out, those proposed.
    #[serde(default)]
    pub days: Option<u32>,
    /// From when it runs, as written in the act; left out, the day after the
    /// fact (R-SAN-4).
    #[serde(default)]
    pub effective_from: Option<NaiveDate>,
    /// The act tells of the appeal (R-SAN-7).
    #[serde(default)]
    pub appeal_notice: bool,
    /// When the person received the act, with `sent`.
    #[serde(default)]
    pub notified_on: Option<NaiveDate>,
    /// Warnings accepted.
    #[serde(default)]
    pub accepted: Vec<Acceptance>,
}
