//! Commands about a DID.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::did::Declaration;
use crate::domain::did::DidEvent;
use crate::domain::did::Profiling;
use crate::domain::finding::Acceptance;
use crate::domain::ids::DidId;
use crate::domain::ids::RegistrantId;

/// See [`super::Command::DidDeclare`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DidDeclare {
    /// Id of the new DID.
    #[serde(default)]
    pub id: DidId,
    /// Who declares.
    pub registrant: RegistrantId,
    /// What is declared.
    pub declaration: Declaration,
    /// The profiling answers (R-DID-11, 12).
    #[serde(default)]
    pub profiling: Profiling,
    /// Warnings accepted.
    #[serde(default)]
    pub accepted: Vec<Acceptance>,
}

/// See [`super::Command::DidNationalId`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DidNationalId {
    /// Which DID.
    pub did: DidId,
    /// What the operator saw before; empty while awaited.
    #[serde(default)]
    pub was: String,
    /// The identifier received.
    pub national_id: String,
}

/// See [`super::Command::DidHappened`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DidHappened {
    /// Which DID.
    pub did: DidId,
    /// What happened.
    pub event: DidEvent,
    /// Day of the fact: for `job_ended` and `resumed` the last day of the
    /// job (the status counts from the day after), otherwise the day it
    /// counts from. Left out: what the record knows (last working day, day
    /// 181 of a suspension), else the day of the command.
    #[serde(default)]
    pub on: Option<NaiveDate>,
    /// Reason: code of table `loss_reasons` for a loss or a revocation, text otherwise.
    #[serde(default)]
    pub reason: String,
    /// Reference of the evidence: CO, act, request.
    #[serde(default)]
    pub evidence: String,
    /// Warnings accepted.
    #[serde(default)]
    pub accepted: Vec<Acceptance>,
}
