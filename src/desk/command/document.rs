//! Commands about issued documents.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::domain::document::{ConvocationLetter, DocumentKind, Handing, PlacementAnnex, ProtocolEntry};
use crate::domain::finding::Acceptance;
use crate::domain::ids::DocumentId;

/// See [`super::Command::DocumentIssue`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DocumentIssue {
    /// Id of the document.
    #[serde(default)]
    pub document: DocumentId,
    /// What it is; a pact has `psp.issue`.
    pub kind: DocumentKind,
    /// What it is about: DID, appointment, application; of a memo the person,
    /// or one appointment.
    pub subject: Uuid,
    /// Number on paper; taken from the desk's counter when left out.
    #[serde(default)]
    pub number: String,
    /// Registration in the protocol, when it is known already (R-DOC-3).
    #[serde(default)]
    pub protocol: Option<ProtocolEntry>,
    /// What only a convocation says.
    #[serde(default)]
    pub convocation: Option<ConvocationLetter>,
    /// What only an act of targeted placement says.
    #[serde(default)]
    pub placement: Option<PlacementAnnex>,
    /// What to bring, one text each: convocation and memo.
    #[serde(default)]
    pub bring: Vec<String>,
    /// Warnings accepted.
    #[serde(default)]
    pub accepted: Vec<Acceptance>,
}

/// See [`super::Command::DocumentProtocol`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DocumentProtocol {
    /// Which document.
    pub document: DocumentId,
    /// Its registration.
    pub protocol: ProtocolEntry,
    /// Why, where it takes the place of another (R-DOC-13).
    #[serde(default)]
    pub reason: String,
    /// Warnings accepted.
    #[serde(default)]
    pub accepted: Vec<Acceptance>,
}

/// See [`super::Command::DocumentHanded`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DocumentHanded {
    /// Which document.
    pub document: DocumentId,
    /// How.
    #[serde(default)]
    pub how: Handing,
    /// To whom, or to which address; left out, in the hands of the person.
    #[serde(default)]
    pub to: String,
    /// When; left out, today.
    #[serde(default)]
    pub on: Option<NaiveDate>,
}

/// See [`super::Command::DocumentGenerated`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DocumentGenerated {
    /// Which document.
    pub document: DocumentId,
    /// SHA-256 of the file, 64 hexadecimal digits.
    pub digest: String,
    /// Archive level reached: `none`, `2b`, `2a,ua1`.
    pub archive_level: String,
    /// Pages of the file.
    pub pages: u32,
}
