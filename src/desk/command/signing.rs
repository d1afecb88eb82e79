//! Commands about the signature of a pact.

use chrono::NaiveDateTime;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::finding::Acceptance;
use crate::domain::ids::{PspVersionId, SigningId};
use crate::domain::signing::{Channel, Evidence, Party, SigningEvent};

/// See [`super::Command::SigningStart`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SigningStart {
    /// Id of the new attempt.
    #[serde(default)]
    pub id: SigningId,
    /// The version to sign.
    pub version: PspVersionId,
    /// How.
    pub channel: Channel,
    /// Who signs for the services (R-PSP-9); left out, this office.
    #[serde(default)]
    pub party: Party,
    /// Name of the accredited operator.
    #[serde(default)]
    pub provider: String,
    /// Warnings accepted.
    #[serde(default)]
    pub accepted: Vec<Acceptance>,
}

/// See [`super::Command::SigningHappened`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SigningHappened {
    /// Which attempt.
    pub signing: SigningId,
    /// What happened.
    pub event: SigningEvent,
    /// When it happened; left out, now.
    #[serde(default, deserialize_with = "crate::domain::hour::optional")]
    pub happened_at: Option<NaiveDateTime>,
    /// What proves it: the fields this step asks for, no others.
    #[serde(default)]
    pub evidence: Evidence,
    /// Reason, outcome of a check.
    #[serde(default)]
    pub note: String,
    /// Warnings accepted.
    #[serde(default)]
    pub accepted: Vec<Acceptance>,
}
