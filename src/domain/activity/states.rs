//! States and events of a LEP activity (states.md § 7).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::machine::{Beside, Step, Who, begins, step};

/// State of an activity (states.md § 7).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ActivityState {
    /// In a draft PSP.
    #[default]
    Proposed,
    /// In an active PSP.
    Agreed,
    /// First attendance.
    Started,
    /// Output produced.
    Concluded,
    /// Stopped.
    Interrupted,
    /// Refused by the person.
    Refused,
    /// Entered by mistake or dropped by a new version.
    Cancelled,
}

impl ActivityState {
    /// All states, in the order of the table.
    pub const ALL: [Self; 7] = [
        Self::Proposed,
        Self::Agreed,
        Self::Started,
        Self::Concluded,
        Self::Interrupted,
        Self::Refused,
        Self::Cancelled,
    ];

    /// As shown on screen.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Proposed => "proposta",
            Self::Agreed => "concordata",
            Self::Started => "avviata",
            Self::Concluded => "conclusa",
            Self::Interrupted => "interrotta",
            Self::Refused => "rifiutata",
            Self::Cancelled => "annullata",
        }
    }
}

/// What can happen to an activity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ActivityEvent {
    /// The PSP version became active.
    Agreed,
    /// The person refused.
    Refused,
    /// First attendance.
    Started,
    /// Output produced.
    Concluded,
    /// Stopped.
    Interrupted,
    /// Taken up again.
    Resumed,
    /// Entered by mistake.
    Cancelled,
}

impl ActivityEvent {
    /// All events, in the order of a life.
    pub const ALL: [Self; 7] = [
        Self::Agreed,
        Self::Refused,
        Self::Started,
        Self::Concluded,
        Self::Interrupted,
        Self::Resumed,
        Self::Cancelled,
    ];

    /// As shown in diagrams.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Agreed => "patto attivo",
            Self::Refused => "la persona rifiuta",
            Self::Started => "prima presenza",
            Self::Concluded => "esito prodotto",
            Self::Interrupted => "interruzione",
            Self::Resumed => "ripresa",
            Self::Cancelled => "errore, o misura tolta",
        }
    }
}

use ActivityEvent as E;
use ActivityState as S;

/// The table. That an agreed activity is late is computed from its day, no
/// step; an absence without a justified reason interrupts it and opens a case
/// (§ 8) of its own.
pub const TABLE: &[Step<ActivityState, ActivityEvent>] = &[
    step(S::Proposed, E::Agreed, S::Agreed)
        .by(&[Who::Timer])
        .guarded(&["R-LEP-7"])
        .keeping("versione del patto")
        .within("inizio previsto"),
    refused(S::Proposed),
    refused(S::Agreed),
    step(S::Agreed, E::Started, S::Started).keeping("presenza, data").within("inizio previsto"),
    step(S::Started, E::Concluded, S::Concluded)
        .guarded(&["R-LEP-3", "R-LEP-4", "R-LEP-6"])
        .keeping("esito della tabella LEP; F3 con assunzione la CO, N il programma firmato")
        .within("fine prevista"),
    step(S::Started, E::Interrupted, S::Interrupted)
        .guarded(&["R-ATT-7"])
        .keeping("motivo; con un lavoro la CO; per l'assenza il foglio delle presenze"),
    step(S::Interrupted, E::Resumed, S::Started).guarded(&["R-ATT-7"]).keeping("motivo"),
    cancelled(S::Proposed),
    cancelled(S::Agreed),
];

const fn refused(from: ActivityState) -> Step<ActivityState, ActivityEvent> {
    step(from, E::Refused, S::Refused)
        .by(&[Who::Person, Who::Operator])
        .guarded(&["R-ATT-7"])
        .keeping("motivo; con un beneficio si apre il § 8")
}

const fn cancelled(from: ActivityState) -> Step<ActivityState, ActivityEvent> {
    step(from, E::Cancelled, S::Cancelled).guarded(&["R-ATT-7"]).keeping("motivo")
}

/// How an activity begins.
pub const BESIDE: &[Beside<ActivityState>] = &[
    begins("recorded", "inserita in un patto in bozza", S::Proposed)
        .guarded(&["R-LEP-2", "R-LEP-7"])
        .keeping("versione del patto"),
    given(S::Started),
    given(S::Concluded),
];

const fn given(state: ActivityState) -> Beside<ActivityState> {
    begins("recorded", "servizio reso allo sportello", state)
        .guarded(&["R-LEP-2", "R-LEP-7", "R-DID-6"])
        .keeping("data, minuti, esito")
}
