//! Issued documents: number, frozen content, digest.

use chrono::{NaiveDate, NaiveDateTime};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::ids::{DocumentId, RegistrantId, ReservedId};
use super::placement::TargetedState;

pub mod issue;
pub mod rules;

pub use issue::{ConvocationLetter, Handing, PlacementAnnex, ProtocolEntry};

/// What an issued document is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DocumentKind {
    /// A version of a PSP.
    #[default]
    Psp,
    /// Receipt of a DID.
    DidReceipt,
    /// Letter of a convocation.
    Convocation,
    /// Memo of the next appointments.
    Memo,
    /// LEP M1: the application was presented.
    PlacementReceipt,
    /// LEP M1: why it cannot be accepted (art. 10-bis L. 241/1990).
    PlacementObstacles,
    /// LEP M1: in the list.
    PlacementAccepted,
    /// LEP M1: not in the list.
    PlacementRefused,
}

impl DocumentKind {
    /// Every kind, as listed.
    pub const ALL: &'static [Self] = &[
        Self::Psp,
        Self::DidReceipt,
        Self::Convocation,
        Self::Memo,
        Self::PlacementReceipt,
        Self::PlacementObstacles,
        Self::PlacementAccepted,
        Self::PlacementRefused,
    ];

    /// Is it an act of targeted placement?
    #[must_use]
    pub fn is_placement(self) -> bool {
        matches!(
            self,
            Self::PlacementReceipt
                | Self::PlacementObstacles
                | Self::PlacementAccepted
                | Self::PlacementRefused
        )
    }

    /// Is it the time of this act, for an application in this state (R-CM-4)?
    #[must_use]
    pub fn fits(self, state: TargetedState) -> bool {
        use TargetedState as S;
        match self {
            Self::PlacementReceipt => state.is_open(),
            Self::PlacementObstacles => matches!(state, S::PreRejection | S::Observations),
            Self::PlacementAccepted => matches!(state, S::Accepted | S::ToBeReviewed),
            Self::PlacementRefused => state == S::Rejected,
            Self::Psp | Self::DidReceipt | Self::Convocation | Self::Memo => false,
        }
    }

    /// Its name in files, commands and on the command line.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Psp => "psp",
            Self::DidReceipt => "did_receipt",
            Self::Convocation => "convocation",
            Self::Memo => "memo",
            Self::PlacementReceipt => "placement_receipt",
            Self::PlacementObstacles => "placement_obstacles",
            Self::PlacementAccepted => "placement_accepted",
            Self::PlacementRefused => "placement_refused",
        }
    }

    /// As operators read it.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Psp => "patto di servizio",
            Self::DidReceipt => "ricevuta della DID",
            Self::Convocation => "convocazione",
            Self::Memo => "promemoria degli appuntamenti",
            Self::PlacementReceipt => "ricevuta della domanda di collocamento mirato",
            Self::PlacementObstacles => "motivi che impediscono l'iscrizione",
            Self::PlacementAccepted => "iscrizione al collocamento mirato",
            Self::PlacementRefused => "domanda di collocamento mirato non accolta",
        }
    }
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
    /// The record it documents: version of a pact, DID, appointment,
    /// application, person; `None` where it was issued before this was kept.
    #[serde(default)]
    pub subject: Option<Uuid>,
    /// Number in the office's protocol (DPR 445/2000); empty while it has none.
    #[serde(default)]
    pub protocol: String,
    /// Date of that registration.
    #[serde(default)]
    pub protocol_on: Option<NaiveDate>,
    /// When it was first handed over.
    #[serde(default)]
    pub handed_on: Option<NaiveDate>,
    /// Part of what it says is special data and stands in a [`Reserved`].
    #[serde(default)]
    pub special: bool,
}

/// What a document says, whole, where part of it tells of health: its own
/// record has only the rest. Read by who says why (R-PRV-1).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reserved {
    /// Key.
    pub id: ReservedId,
    /// The document.
    pub document: DocumentId,
    /// Whom it concerns.
    pub registrant: RegistrantId,
    /// Everything printed, frozen, as JSON.
    pub content: String,
}
