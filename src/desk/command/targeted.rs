//! Commands about an application for targeted placement.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::finding::Acceptance;
use crate::domain::ids::{RegistrantId, TargetedCardId, TargetedId};
use crate::domain::placement::{Checks, Report, TargetedEvent, TargetedForm};

/// See [`super::Command::TargetedApply`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TargetedApply {
    /// Id of the new application.
    #[serde(default)]
    pub id: TargetedId,
    /// Id of the record of what is special in it.
    #[serde(default)]
    pub card: TargetedCardId,
    /// Who applies.
    pub registrant: RegistrantId,
    /// What is asked.
    pub application: TargetedForm,
    /// Warnings accepted.
    #[serde(default)]
    pub accepted: Vec<Acceptance>,
}

/// See [`super::Command::TargetedHappened`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TargetedHappened {
    /// Which application.
    pub application: TargetedId,
    /// What happened.
    pub event: TargetedEvent,
    /// Day of the fact; left out, today.
    #[serde(default)]
    pub on: Option<NaiveDate>,
    /// Grounds, list of documents, body asked, decision. Special data.
    #[serde(default)]
    pub note: String,
    /// Request, notice, act, protocol.
    #[serde(default)]
    pub reference: String,
    /// A new report, with documents brought, an answer, a revision.
    #[serde(default)]
    pub report: Option<Report>,
    /// The checks done (R-CM-2), with `accepted`.
    #[serde(default)]
    pub checks: Checks,
    /// Number in the list, with `accepted`.
    #[serde(default)]
    pub list_number: String,
    /// Reference of the committee's card, with `accepted`.
    #[serde(default)]
    pub committee_reference: String,
    /// What the person answered, one text a point, with `observed`.
    #[serde(default)]
    pub observations: Vec<String>,
    /// Why each is not accepted, in their order, with `rejected` (R-CM-15).
    #[serde(default)]
    pub answers: Vec<String>,
    /// Warnings accepted.
    #[serde(default)]
    pub accepted: Vec<Acceptance>,
}
