//! States and events of a DID (states.md § 1).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::machine::{self, Beside, Step, Who, begins, noted, step};

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
    /// That job ended, another over the limit goes on: still suspended, with
    /// the 180 days of that other (R-SUS-5).
    NextJob,
    /// The income of the job was reviewed as at or under the limit.
    IncomeReviewed,
    /// A job at or under the limit: the flag, not a state.
    Conserved,
    /// No such job any more.
    ConservationEnded,
    /// Status lost: the reason is in the command.
    Lost,
    /// Person withdraws, retires, moves abroad, dies.
    Revoked,
    /// Entered by mistake.
    Annulled,
}

impl DidEvent {
    /// All events, in the order of a life.
    pub const ALL: [Self; 12] = [
        Self::JobEnded,
        Self::DismissalWithdrawn,
        Self::Validated,
        Self::Conserved,
        Self::ConservationEnded,
        Self::Suspended,
        Self::NextJob,
        Self::Resumed,
        Self::IncomeReviewed,
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
            Self::NextJob => "next_job",
            Self::IncomeReviewed => "income_reviewed",
            Self::Conserved => "conserved",
            Self::ConservationEnded => "conservation_ended",
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
            Self::NextJob => "prosegue un altro lavoro",
            Self::IncomeReviewed => "reddito entro il limite",
            Self::Conserved => "conservazione",
            Self::ConservationEnded => "fine della conservazione",
            Self::Lost => "perdita",
            Self::Revoked => "revoca",
            Self::Annulled => "annullamento",
        }
    }
}

use DidEvent as E;
use DidState as S;

/// The table. `Resumed` and `IncomeReviewed` lead back to the state before the
/// suspension: their rows say which states that may be. Conservation is a flag of the
/// record, not a state.
pub const TABLE: &[Step<DidState, DidEvent>] = &[
    step(S::AtRisk, E::JobEnded, S::Inserted)
        .by(&[Who::Timer, Who::Other, Who::Operator])
        .guarded(&["R-DID-19", "R-STA-2", "R-STA-3"])
        .keeping("ultimo giorno di lavoro (CO)")
        .within("apre i 30 giorni di R-PSP-4"),
    step(S::AtRisk, E::DismissalWithdrawn, S::Annulled)
        .guarded(&["R-STA-2", "R-STA-3"])
        .keeping("atto del datore di lavoro"),
    step(S::Inserted, E::Validated, S::Validated)
        .guarded(&["R-DID-9", "R-DID-25"])
        .keeping("colloquio, attività A02, indice")
        .within("con il patto: 30 o 15 giorni (R-PSP-4, R-PSP-5)"),
    suspended(S::Inserted),
    suspended(S::Validated),
    conserved(S::Inserted),
    conserved(S::Validated),
    conservation_ended(S::Inserted),
    conservation_ended(S::Validated),
    resumed(S::Inserted),
    resumed(S::Validated),
    step(S::Suspended, E::NextJob, S::Suspended)
        .by(&[Who::Timer, Who::Operator])
        .guarded(&["R-SUS-3", "R-SUS-5"])
        .keeping("fine del primo lavoro (CO), inizio dell'altro")
        .within("180 giorni dell'altro lavoro"),
    reviewed(S::Inserted),
    reviewed(S::Validated),
    lost(S::Inserted).guarded(&["R-LOS-1", "R-LOS-2", "R-SUS-6"]),
    lost(S::Validated).guarded(&["R-LOS-1", "R-LOS-2", "R-SUS-6"]),
    lost(S::Suspended)
        .guarded(&["R-LOS-1", "R-LOS-2", "R-SUS-1", "R-SUS-4"])
        .within("per durata: 181° giorno"),
    revoked(S::Inserted),
    revoked(S::AtRisk),
    revoked(S::Validated),
    revoked(S::Suspended),
    annulled(S::Inserted),
    annulled(S::AtRisk),
    annulled(S::Validated),
    annulled(S::Suspended),
    annulled(S::Lost),
    annulled(S::Revoked),
];

/// A job over the limit starts, or the income of one rises over it.
const fn suspended(from: DidState) -> Step<DidState, DidEvent> {
    step(from, E::Suspended, S::Suspended)
        .by(&[Who::Timer, Who::Operator])
        .guarded(&["R-SUS-1", "R-SUS-5", "R-CON-5"])
        .keeping("inizio del lavoro (CO) o dichiarazione di reddito")
        .within("180 giorni")
}

const fn resumed(to: DidState) -> Step<DidState, DidEvent> {
    step(S::Suspended, E::Resumed, to)
        .by(&[Who::Timer, Who::Operator])
        .guarded(&["R-SUS-3"])
        .keeping("fine del lavoro (CO)")
        .within("riprende dal giorno dopo")
}

/// A job at or under the limit: the flag, not a state.
const fn conserved(of: DidState) -> Step<DidState, DidEvent> {
    step(of, E::Conserved, of)
        .by(&[Who::Timer, Who::Operator])
        .guarded(&["R-CON-5", "R-CON-6"])
        .keeping("CO, dichiarazione di reddito")
}

const fn conservation_ended(of: DidState) -> Step<DidState, DidEvent> {
    step(of, E::ConservationEnded, of)
        .by(&[Who::Timer, Who::Operator])
        .guarded(&["R-CON-5"])
        .keeping("fine del lavoro (CO)")
}

const fn reviewed(to: DidState) -> Step<DidState, DidEvent> {
    step(S::Suspended, E::IncomeReviewed, to)
        .by(&[Who::Operator, Who::Timer])
        .guarded(&["R-CON-5", "R-CON-6"])
        .keeping("dichiarazione di reddito")
}

const fn lost(from: DidState) -> Step<DidState, DidEvent> {
    step(from, E::Lost, S::Lost)
        .by(&[Who::Operator, Who::Supervisor, Who::Timer])
        .keeping("motivo; per la sanzione l'atto, per il lavoro la CO")
}

const fn revoked(from: DidState) -> Step<DidState, DidEvent> {
    step(from, E::Revoked, S::Revoked)
        .by(&[Who::Person, Who::Operator, Who::Other])
        .guarded(&["R-LOS-1"])
        .keeping("motivo; richiesta o certificato, evento R")
}

const fn annulled(from: DidState) -> Step<DidState, DidEvent> {
    step(from, E::Annulled, S::Annulled).by(&[Who::Supervisor]).guarded(&["R-LOS-1"]).keeping("motivo")
}

/// How a DID begins, and what is noted of it without another state. After a
/// loss or a revocation a new declaration is a new record.
pub const BESIDE: &[Beside<DidState>] = &[
    begins("declared", "dichiarazione resa", S::Inserted)
        .by(&[Who::Person, Who::Operator])
        .guarded(&[
            "R-DID-2", "R-DID-3", "R-DID-4", "R-DID-8", "R-DID-11", "R-DID-12", "R-DID-15", "R-DID-16",
            "R-LOS-2",
        ])
        .keeping("dichiarazione, documento d'identità, profilazione, canale")
        .within("al sistema nazionale lo stesso giorno"),
    begins("declared", "domanda NASpI o DIS-COLL all'INPS", S::Inserted)
        .by(&[Who::Other])
        .guarded(&["R-DID-7", "R-DID-8"])
        .keeping("data e riferimento della domanda INPS")
        .within("apre i 15 giorni di R-PSP-5"),
    begins("declared", "dichiarazione con il lavoro ancora in corso", S::AtRisk)
        .by(&[Who::Person, Who::Operator])
        .guarded(&["R-DID-18"])
        .keeping("data del preavviso, ultimo giorno di lavoro"),
    noted("national_id", "identificativo nazionale ricevuto")
        .by(&[Who::Other, Who::Operator])
        .guarded(&["R-DID-8", "R-DID-9"])
        .keeping("identificativo"),
    noted("period_suspended", "giorni passati sistemati come sospesi, dal primo")
        .guarded(&["R-STA-2", "R-STA-4", "R-CON-5"])
        .keeping("motivo, CO"),
    noted("period_counted", "giorni passati sistemati come anzianità, dal primo")
        .guarded(&["R-STA-2", "R-STA-4"])
        .keeping("motivo"),
    noted("period_end", "ultimo dei giorni sistemati").guarded(&["R-STA-4"]).keeping("motivo"),
];

/// The state after `event`; `before` is where a suspension returns to.
#[must_use]
pub fn next(state: DidState, before: DidState, event: DidEvent) -> Option<DidState> {
    let reached = machine::next(TABLE, state, event)?;
    let back = matches!(event, DidEvent::Resumed | DidEvent::IncomeReviewed);
    Some(if back { before } else { reached })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// states.md § 1, line by line: what each state allows.
    #[test]
    fn what_the_table_does_not_list_is_refused() {
        let allowed = |state: S| -> &[E] {
            match state {
                S::Inserted => &[
                    E::Validated,
                    E::Conserved,
                    E::ConservationEnded,
                    E::Suspended,
                    E::Lost,
                    E::Revoked,
                    E::Annulled,
                ],
                S::AtRisk => &[E::JobEnded, E::DismissalWithdrawn, E::Revoked, E::Annulled],
                S::Validated => {
                    &[E::Conserved, E::ConservationEnded, E::Suspended, E::Lost, E::Revoked, E::Annulled]
                }
                S::Suspended => {
                    &[E::Resumed, E::NextJob, E::IncomeReviewed, E::Lost, E::Revoked, E::Annulled]
                }
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
