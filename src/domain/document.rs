//! Issued documents: number, frozen content, digest.

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

use super::ids::{DocumentId, RegistrantId};

pub mod rules;

/// What an issued document is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DocumentKind {
    /// A version of a PSP.
    #[default]
    Psp,
    /// Receipt of a DID.
    DidReceipt,
}

/// A document as issued; the content never changes (R-DOC-1).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// Key.
    pub id: DocumentId,
    /// Whom it concerns.
    pub registrant: RegistrantId,
    /// What it is.
    pub kind: DocumentKind,
    /// Number on paper, with office and desk: `ESN03-2026-000123`.
    pub number: String,
    /// Version of the thing documented.
    pub version: u32,
    /// When it was issued.
    pub issued_at: NaiveDateTime,
    /// By whom (username).
    pub issued_by: String,
    /// Everything printed, frozen, as JSON.
    pub content: String,
    /// SHA-256 of the generated file, once generated.
    pub digest: String,
    /// Archive level reached by the file: `none`, `2b`, `2a,ua1`.
    pub archive_level: String,
    /// Pages of the file.
    pub pages: u32,
}
