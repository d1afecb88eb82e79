//! Commands about a PSP and its document.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::document::ProtocolEntry;
use crate::domain::edit::FieldEdit;
use crate::domain::finding::Acceptance;
use crate::domain::ids::DocumentId;
use crate::domain::ids::MeasureId;
use crate::domain::ids::PspId;
use crate::domain::ids::PspVersionId;
use crate::domain::ids::RegistrantId;
use crate::domain::ids::SearchActId;
use crate::domain::psp::MeasureForm;
use crate::domain::psp::SearchActForm;

/// See [`super::Command::PspDraft`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PspDraft {
    /// Id of the new pact.
    #[serde(default)]
    pub psp: PspId,
    /// Id of its first version.
    #[serde(default)]
    pub version: PspVersionId,
    /// Whose it is.
    pub registrant: RegistrantId,
    /// Warnings accepted (no assessment: R-PSP-11).
    #[serde(default)]
    pub accepted: Vec<Acceptance>,
}

/// See [`super::Command::PspIntegrate`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PspIntegrate {
    /// The version in force.
    pub from: PspVersionId,
    /// Id of the new version.
    #[serde(default)]
    pub version: PspVersionId,
    /// Why: new measure, LEP E done, new benefit.
    pub reason: String,
    /// Warnings accepted.
    #[serde(default)]
    pub accepted: Vec<Acceptance>,
}

/// See [`super::Command::PspRetry`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PspRetry {
    /// The version refused, or left without signatures.
    pub from: PspVersionId,
    /// Id of the new version.
    #[serde(default)]
    pub version: PspVersionId,
    /// What is tried otherwise; may be empty.
    #[serde(default)]
    pub reason: String,
}

/// See [`super::Command::PspEdit`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PspEdit {
    /// Which version.
    pub version: PspVersionId,
    /// What changes (fields of `domain::psp::EDITABLE`).
    pub edits: Vec<FieldEdit>,
    /// Warnings accepted.
    #[serde(default)]
    pub accepted: Vec<Acceptance>,
}

/// See [`super::Command::PspMeasure`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PspMeasure {
    /// Id of the row.
    #[serde(default)]
    pub id: MeasureId,
    /// Which version.
    pub version: PspVersionId,
    /// The row as it was seen; left out for a new row.
    #[serde(default)]
    pub was: Option<MeasureForm>,
    /// The row as it shall be; left out to take it away.
    #[serde(default)]
    pub now: Option<MeasureForm>,
    /// Warnings accepted.
    #[serde(default)]
    pub accepted: Vec<Acceptance>,
}

/// See [`super::Command::PspSearchAct`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PspSearchAct {
    /// Id of the row.
    #[serde(default)]
    pub id: SearchActId,
    /// Which version.
    pub version: PspVersionId,
    /// The row as it was seen; left out for a new row.
    #[serde(default)]
    pub was: Option<SearchActForm>,
    /// The row as it shall be; left out to take it away.
    #[serde(default)]
    pub now: Option<SearchActForm>,
}

/// See [`super::Command::PspIssue`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PspIssue {
    /// Which version.
    pub version: PspVersionId,
    /// Id of the document.
    #[serde(default)]
    pub document: DocumentId,
    /// Number on paper; taken from the desk's counter when left out.
    #[serde(default)]
    pub number: String,
    /// Registration in the protocol, when it is known already (R-DOC-3).
    #[serde(default)]
    pub protocol: Option<ProtocolEntry>,
    /// Warnings accepted.
    #[serde(default)]
    pub accepted: Vec<Acceptance>,
}

/// Who signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Signer {
    /// The person.
    Person,
    /// The operator.
    Operator,
}

/// See [`super::Command::PspSign`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PspSign {
    /// Which version.
    pub version: PspVersionId,
    /// Who signs.
    pub who: Signer,
}

/// See [`super::Command::PspAnnul`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PspAnnul {
    /// Which version.
    pub version: PspVersionId,
    /// Id of the version that takes its place.
    #[serde(default)]
    pub next: PspVersionId,
    /// The error found.
    pub reason: String,
}

/// See [`super::Command::PspHappened`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PspHappened {
    /// Which version.
    pub version: PspVersionId,
    /// What happened.
    pub event: PspOutcome,
    /// Reason.
    #[serde(default)]
    pub reason: String,
}

/// What an operator may record of a version, besides issue and signatures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PspOutcome {
    /// The person declined to sign.
    Refused,
    /// Not signed in time.
    Expired,
    /// Transfer, programme ended.
    Closed,
}

/// See [`super::Command::PspCopyHanded`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PspCopyHanded {
    /// Which version.
    pub version: PspVersionId,
}
