//! States and events of a DID (states.md § 1).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::machine::{self, Step, step};

/// State of a DID. "No DID" is the absence of a record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DidState {
    /// Declared.
    #[default]
    Inserted,
    /// Declared during the notice, job still running (R-DID-18).
    AtRisk,
    /// Confirmed after the take-charge interview (event C).
    Validated,
    /// Job over the limit, up to 180 days (R-SUS-1).
    Suspended,
    /// Status lost.
    Lost,
    /// Given up by the person, pension, death, move abroad.
    Revoked,
    /// Entered by mistake.
    Annulled,
}

impl DidState {
    /// All states, in the order of the table.
    pub const ALL: [Self; 7] = [
        Self::Inserted,
        Self::AtRisk,
        Self::Validated,
        Self::Suspended,
        Self::Lost,
        Self::Revoked,
        Self::Annulled,
    ];

    /// Inserted, validated, at risk or suspended.
    #[must_use]
    pub fn is_open(self) -> bool {
        match self {
            Self::Inserted | Self::AtRisk | Self::Validated | Self::Suspended => true,
            Self::Lost | Self::Revoked | Self::Annulled => false,
        }
    }

    /// As shown on screen and paper.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Inserted => "inserita",
            Self::AtRisk => "a rischio",
            Self::Validated => "convalidata",
            Self::Suspended => "sospesa",
            Self::Lost => "persa",
            Self::Revoked => "revocata",
            Self::Annulled => "annullata",
        }
    }
}

/// What can happen to a DID.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DidEvent {
    /// The job under notice ended.
    JobEnded,
    /// The dismissal was withdrawn.
    DismissalWithdrawn,
    /// Event C accepted after the interview.
    Validated,
    /// An over-limit job started.
    Suspended,
    /// That job ended within 180 days: back to the state before.
    Resumed,
    /// Status lost: the reason is in the command.
    Lost,
    /// Person withdraws, retires, moves abroad, dies.
    Revoked,
    /// Entered by mistake.
    Annulled,
}

impl DidEvent {
    /// All events, in the order of a life.
    pub const ALL: [Self; 8] = [
        Self::JobEnded,
        Self::DismissalWithdrawn,
        Self::Validated,
        Self::Suspended,
        Self::Resumed,
        Self::Lost,
        Self::Revoked,
        Self::Annulled,
    ];

    /// The word recorded with a state change, the same as in the command.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::JobEnded => "job_ended",
            Self::DismissalWithdrawn => "dismissal_withdrawn",
            Self::Validated => "validated",
            Self::Suspended => "suspended",
            Self::Resumed => "resumed",
            Self::Lost => "lost",
            Self::Revoked => "revoked",
            Self::Annulled => "annulled",
        }
    }

    /// As shown on screen.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::JobEnded => "lavoro finito",
            Self::DismissalWithdrawn => "licenziamento ritirato",
            Self::Validated => "convalida",
            Self::Suspended => "sospensione",
            Self::Resumed => "ripresa",
            Self::Lost => "perdita",
            Self::Revoked => "revoca",
            Self::Annulled => "annullamento",
        }
    }
}

use DidEvent as E;
use DidState as S;

/// The table. `Resumed` leads back to the state before the suspension: the
/// two rows say which states that may be.
pub const TABLE: &[Step<DidState, DidEvent>] = &[
    step(S::AtRisk, E::JobEnded, S::Inserted),
    step(S::AtRisk, E::DismissalWithdrawn, S::Annulled),
    step(S::Inserted, E::Validated, S::Validated),
    step(S::Inserted, E::Suspended, S::Suspended),
    step(S::Validated, E::Suspended, S::Suspended),
    step(S::Suspended, E::Resumed, S::Inserted),
    step(S::Suspended, E::Resumed, S::Validated),
    step(S::Suspended, E::Lost, S::Lost),
    step(S::Inserted, E::Lost, S::Lost),
    step(S::Validated, E::Lost, S::Lost),
    step(S::Inserted, E::Revoked, S::Revoked),
    step(S::Validated, E::Revoked, S::Revoked),
    step(S::Suspended, E::Revoked, S::Revoked),
    step(S::AtRisk, E::Revoked, S::Revoked),
    step(S::Inserted, E::Annulled, S::Annulled),
    step(S::AtRisk, E::Annulled, S::Annulled),
    step(S::Validated, E::Annulled, S::Annulled),
    step(S::Suspended, E::Annulled, S::Annulled),
    step(S::Lost, E::Annulled, S::Annulled),
    step(S::Revoked, E::Annulled, S::Annulled),
];

/// The state after `event`; `before` is where a suspension returns to.
#[must_use]
pub fn next(state: DidState, before: DidState, event: DidEvent) -> Option<DidState> {
    let reached = machine::next(TABLE, state, event)?;
    Some(if event == DidEvent::Resumed { before } else { reached })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// states.md § 1, line by line: what each state allows.
    #[test]
    fn what_the_table_does_not_list_is_refused() {
        let allowed = |state: S| -> &[E] {
            match state {
                S::Inserted => &[E::Validated, E::Suspended, E::Lost, E::Revoked, E::Annulled],
                S::AtRisk => &[E::JobEnded, E::DismissalWithdrawn, E::Revoked, E::Annulled],
                S::Validated => &[E::Suspended, E::Lost, E::Revoked, E::Annulled],
                S::Suspended => &[E::Resumed, E::Lost, E::Revoked, E::Annulled],
                S::Lost | S::Revoked => &[E::Annulled],
                S::Annulled => &[],
            }
        };
        for state in S::ALL {
            for event in E::ALL {
                let reached = next(state, S::Inserted, event);
                assert_eq!(reached.is_some(), allowed(state).contains(&event), "{state:?} {event:?}");
            }
        }
    }

    #[test]
    fn a_suspension_leads_back_to_where_it_began() {
        for before in [S::Inserted, S::Validated] {
            assert_eq!(next(S::Suspended, before, E::Resumed), Some(before));
        }
    }

    #[test]
    fn words_are_those_of_the_commands() {
        for event in E::ALL {
            assert_eq!(serde_json::to_value(event).unwrap(), event.word());
        }
    }
}
