//! Commands about a person.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::edit::FieldEdit;
use crate::domain::finding::Acceptance;
use crate::domain::ids::RegistrantId;
use crate::domain::registrant::Registrant;
use crate::domain::restriction::Asker;

/// See [`super::Command::RegistrantRegister`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RegistrantRegister {
    /// The person, with the id of the new record.
    pub registrant: Registrant,
    /// Warnings accepted.
    #[serde(default)]
    pub accepted: Vec<Acceptance>,
}

/// See [`super::Command::RegistrantEdit`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RegistrantEdit {
    /// Whose record.
    pub registrant: RegistrantId,
    /// What changes.
    pub edits: Vec<FieldEdit>,
    /// Who asked for it, when it is a rectification (GDPR art. 16).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asked_by: Option<Asker>,
    /// When they asked; the day of the command when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asked_on: Option<NaiveDate>,
    /// Warnings accepted.
    #[serde(default)]
    pub accepted: Vec<Acceptance>,
}

/// See [`super::Command::PrivacyNoticeGiven`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PrivacyNoticeGiven {
    /// To whom.
    pub registrant: RegistrantId,
    /// Version of the notice.
    pub version: String,
    /// Date of that version.
    #[serde(default)]
    pub version_date: Option<NaiveDate>,
    /// When it was given; the day of the command when left out.
    #[serde(default)]
    pub given_on: Option<NaiveDate>,
}
