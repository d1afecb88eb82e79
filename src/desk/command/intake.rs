//! Commands about intake: MiAttivo registrations and PADs.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::finding::Acceptance;
use crate::domain::ids::MiAttivoId;
use crate::domain::ids::PadId;
use crate::domain::ids::PspVersionId;
use crate::domain::ids::RegistrantId;
use crate::domain::miattivo::{MiAttivoEvent, MiAttivoForm};
use crate::domain::pad::{PadContent, PadEvent, PadForm};

/// See [`super::Command::MiAttivoRegister`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MiAttivoRegister {
    /// Id of the new registration.
    #[serde(default)]
    pub id: MiAttivoId,
    /// Who registers.
    pub registrant: RegistrantId,
    /// What is entered.
    pub miattivo: MiAttivoForm,
    /// Warnings accepted.
    #[serde(default)]
    pub accepted: Vec<Acceptance>,
}

/// See [`super::Command::MiAttivoHappened`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MiAttivoHappened {
    /// Which registration.
    pub miattivo: MiAttivoId,
    /// What happened.
    pub event: MiAttivoEvent,
    /// How it is proved: where the person is followed, how they were convened.
    #[serde(default)]
    pub evidence: String,
    /// Whose record goes on, with `merged`.
    #[serde(default)]
    pub survivor: Option<RegistrantId>,
}

/// See [`super::Command::PadRecord`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PadRecord {
    /// Id of the new record.
    #[serde(default)]
    pub id: PadId,
    /// Whose PAD it is.
    pub registrant: RegistrantId,
    /// What is entered.
    pub pad: PadForm,
    /// Warnings accepted.
    #[serde(default)]
    pub accepted: Vec<Acceptance>,
}

/// See [`super::Command::PadHappened`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PadHappened {
    /// Which PAD.
    pub pad: PadId,
    /// What happened.
    pub event: PadEvent,
    /// Day of the fact; left out, today.
    #[serde(default)]
    pub on: Option<NaiveDate>,
    /// What the PAD says, with `signed` and `copied_again`.
    #[serde(default)]
    pub content: Option<PadContent>,
    /// The agency shown, with `documented`; left out, all of them.
    #[serde(default)]
    pub agency: String,
    /// The version it is brought into, with `psp_linked`; left out, the one in force.
    #[serde(default)]
    pub psp_version: Option<PspVersionId>,
    /// Reference of the evidence.
    #[serde(default)]
    pub evidence: String,
    /// Warnings accepted.
    #[serde(default)]
    pub accepted: Vec<Acceptance>,
}
