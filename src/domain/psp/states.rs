//! States and events of a PSP version (states.md § 3).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::machine::{Step, step};

/// State of a version.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PspState {
    /// Being written.
    #[default]
    Draft,
    /// Nothing blocking is missing.
    Complete,
    /// Document generated and registered; no signing channel yet.
    Issued,
    /// The person has not signed.
    AwaitingPerson,
    /// The person has signed, the operator has not.
    AwaitingOperator,
    /// Signed by both.
    Active,
    /// The DID is suspended.
    Paused,
    /// A later version is active.
    Superseded,
    /// The person declined.
    Refused,
    /// Not signed in time.
    ExpiredUnsigned,
    /// Error found before any signature: kept, number not used again.
    Annulled,
    /// Ended.
    Closed,
}

impl PspState {
    /// All states, in the order of the table.
    pub const ALL: [Self; 12] = [
        Self::Draft,
        Self::Complete,
        Self::Issued,
        Self::AwaitingPerson,
        Self::AwaitingOperator,
        Self::Active,
        Self::Paused,
        Self::Superseded,
        Self::Refused,
        Self::ExpiredUnsigned,
        Self::Annulled,
        Self::Closed,
    ];

    /// May its text still change? (R-PSP-14)
    #[must_use]
    pub fn is_editable(self) -> bool {
        matches!(self, Self::Draft | Self::Complete)
    }

    /// Issued and not yet signed by both.
    #[must_use]
    pub fn awaits_signature(self) -> bool {
        matches!(self, Self::Issued | Self::AwaitingPerson | Self::AwaitingOperator)
    }

    /// In force, running or paused.
    #[must_use]
    pub fn in_force(self) -> bool {
        matches!(self, Self::Active | Self::Paused)
    }

    /// As shown on screen.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Draft => "bozza",
            Self::Complete => "completo",
            Self::Issued => "emesso",
            Self::AwaitingPerson => "attende la persona",
            Self::AwaitingOperator => "attende l'operatore",
            Self::Active => "attivo",
            Self::Paused => "in pausa",
            Self::Superseded => "superato",
            Self::Refused => "rifiutato",
            Self::ExpiredUnsigned => "scaduto senza firma",
            Self::Annulled => "annullato",
            Self::Closed => "chiuso",
        }
    }
}

/// What can happen to a version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PspEvent {
    /// Every blocking point is filled.
    Completed,
    /// Data changed.
    Edited,
    /// Document generated and registered.
    Issued,
    /// Signing channel chosen: at the counter, in this release.
    ChannelChosen,
    /// The person signed.
    PersonSigned,
    /// The operator signed (after the person; at the counter also before).
    OperatorSigned,
    /// Both signatures are there (the person's came second, at the counter).
    BothSigned,
    /// Error found before any signature.
    Annulled,
    /// The person declined.
    Refused,
    /// Not signed in time.
    Expired,
    /// A later version became active.
    Superseded,
    /// The DID was suspended.
    Paused,
    /// The DID resumed.
    Resumed,
    /// DID ended, transfer, programme ended.
    Closed,
}

use PspEvent as E;
use PspState as S;

/// The table.
pub const TABLE: &[Step<PspState, PspEvent>] = &[
    step(S::Draft, E::Completed, S::Complete),
    step(S::Draft, E::Edited, S::Draft),
    step(S::Complete, E::Edited, S::Draft),
    step(S::Complete, E::Issued, S::Issued),
    step(S::Issued, E::ChannelChosen, S::AwaitingPerson),
    step(S::Issued, E::Annulled, S::Annulled),
    step(S::AwaitingPerson, E::Annulled, S::Annulled),
    step(S::AwaitingPerson, E::PersonSigned, S::AwaitingOperator),
    step(S::AwaitingPerson, E::OperatorSigned, S::AwaitingPerson),
    step(S::AwaitingPerson, E::BothSigned, S::Active),
    step(S::AwaitingPerson, E::Refused, S::Refused),
    step(S::AwaitingPerson, E::Expired, S::ExpiredUnsigned),
    step(S::AwaitingOperator, E::OperatorSigned, S::Active),
    // A DID that ends between the two signatures leaves nothing to sign (R-PSP-1).
    step(S::AwaitingOperator, E::Expired, S::ExpiredUnsigned),
    step(S::Active, E::Superseded, S::Superseded),
    step(S::Paused, E::Superseded, S::Superseded),
    step(S::Active, E::Paused, S::Paused),
    step(S::Paused, E::Resumed, S::Active),
    step(S::Active, E::Closed, S::Closed),
    step(S::Paused, E::Closed, S::Closed),
];
