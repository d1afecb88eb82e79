//! States and events of a MiAttivo registration (states.md § 10).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::machine::{Beside, Step, Who, begins, step};

/// State of a registration.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum MiAttivoState {
    /// The form is open. Never rests in the archive: a registration is
    /// recorded when it is complete.
    #[default]
    Started,
    /// Complete, in time or without a term.
    Registered,
    /// Complete, after the fifteen days.
    LateRegistered,
    /// Waits for a convocation.
    Queued,
    /// Convened.
    Convened,
    /// Came, and signed the PSP.
    Attended,
    /// Absent without a justified reason.
    NotAttended,
    /// Followed elsewhere, or a duplicate.
    Closed,
}

impl MiAttivoState {
    /// All states, in the order of the table.
    pub const ALL: [Self; 8] = [
        Self::Started,
        Self::Registered,
        Self::LateRegistered,
        Self::Queued,
        Self::Convened,
        Self::Attended,
        Self::NotAttended,
        Self::Closed,
    ];

    /// Is somebody still to be convened, or awaited?
    #[must_use]
    pub fn is_open(self) -> bool {
        matches!(
            self,
            Self::Started | Self::Registered | Self::LateRegistered | Self::Queued | Self::Convened
        )
    }

    /// As shown on screen.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Started => "iniziata",
            Self::Registered => "registrata",
            Self::LateRegistered => "registrata in ritardo",
            Self::Queued => "in coda",
            Self::Convened => "convocata",
            Self::Attended => "presentata",
            Self::NotAttended => "non presentata",
            Self::Closed => "chiusa",
        }
    }
}

/// What can happen to a registration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum MiAttivoEvent {
    /// Complete, in time or without a term.
    Registered,
    /// Complete, after the fifteen days.
    RegisteredLate,
    /// Put in the queue.
    Queued,
    /// Convocation sent, or appointment agreed.
    Convened,
    /// The convocation fell: back to the queue.
    Requeued,
    /// Came, and signed the PSP.
    Attended,
    /// Absent without a justified reason.
    NotAttended,
    /// Followed elsewhere.
    Closed,
    /// A duplicate: another record goes on.
    Merged,
}

impl MiAttivoEvent {
    /// All events, in the order of the table.
    pub const ALL: [Self; 9] = [
        Self::Registered,
        Self::RegisteredLate,
        Self::Queued,
        Self::Convened,
        Self::Requeued,
        Self::Attended,
        Self::NotAttended,
        Self::Closed,
        Self::Merged,
    ];

    /// The word recorded with a state change, the same as in the command.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Registered => "registered",
            Self::RegisteredLate => "registered_late",
            Self::Queued => "queued",
            Self::Convened => "convened",
            Self::Requeued => "requeued",
            Self::Attended => "attended",
            Self::NotAttended => "not_attended",
            Self::Closed => "closed",
            Self::Merged => "merged",
        }
    }

    /// As shown on screen.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Registered => "registrazione",
            Self::RegisteredLate => "registrazione in ritardo",
            Self::Queued => "in coda",
            Self::Convened => "convocazione",
            Self::Requeued => "di nuovo in coda",
            Self::Attended => "si è presentata",
            Self::NotAttended => "non si è presentata",
            Self::Closed => "seguita altrove",
            Self::Merged => "doppione",
        }
    }
}

use MiAttivoEvent as E;
use MiAttivoState as S;

const DATA: &str = "dati della persona, e-mail, cellulare, data della domanda INPS";
const SAME: &str = "scheda che resta";

/// The table. Two steps are added to those of the study: `Requeued`, since a
/// convocation can fall without anybody's fault (cancelled, absent without
/// proof), and `Queued -> Attended`, since people come without being convened.
pub const TABLE: &[Step<MiAttivoState, MiAttivoEvent>] = &[
    step(S::Started, E::Registered, S::Registered)
        .by(&[Who::Person, Who::Operator])
        .guarded(&["R-MIA-1", "R-MIA-2", "R-MIA-3", "R-MIA-4"])
        .keeping(DATA)
        .within("15 giorni dalla domanda INPS"),
    step(S::Started, E::RegisteredLate, S::LateRegistered)
        .by(&[Who::Person, Who::Operator])
        .guarded(&["R-MIA-1", "R-MIA-2", "R-MIA-3", "R-MIA-4"])
        .keeping(DATA),
    step(S::Registered, E::Queued, S::Queued).by(&[Who::Timer]).guarded(&["R-MIA-7", "R-MIA-8"]),
    step(S::LateRegistered, E::Queued, S::Queued).by(&[Who::Timer]).guarded(&["R-MIA-7", "R-MIA-8"]),
    step(S::Queued, E::Convened, S::Convened)
        .guarded(&["R-MIA-7"])
        .keeping("convocazione spedita o concordata")
        .within("R-PSP-7: 60 giorni, 90 senza beneficio"),
    step(S::Queued, E::Attended, S::Attended).keeping("PSP firmato"),
    step(S::Convened, E::Requeued, S::Queued).by(&[Who::Timer]).keeping("convocazione caduta"),
    step(S::Convened, E::Attended, S::Attended).keeping("PSP firmato"),
    step(S::Convened, E::NotAttended, S::NotAttended).keeping("assenza non giustificata"),
    step(S::NotAttended, E::Attended, S::Attended).keeping("PSP firmato"),
    step(S::Attended, E::Closed, S::Closed).keeping("dove è seguita"),
    step(S::NotAttended, E::Closed, S::Closed).keeping("dove è seguita"),
    step(S::Registered, E::Merged, S::Closed).by(&[Who::Supervisor]).keeping(SAME),
    step(S::LateRegistered, E::Merged, S::Closed).by(&[Who::Supervisor]).keeping(SAME),
    step(S::Queued, E::Merged, S::Closed).by(&[Who::Supervisor]).keeping(SAME),
    step(S::Convened, E::Merged, S::Closed).by(&[Who::Supervisor]).keeping(SAME),
    step(S::Attended, E::Merged, S::Closed).by(&[Who::Supervisor]).keeping(SAME),
    step(S::NotAttended, E::Merged, S::Closed).by(&[Who::Supervisor]).keeping(SAME),
];

/// How a registration begins.
pub const BESIDE: &[Beside<MiAttivoState>] = &[begins("opened", "modulo aperto", S::Started)
    .by(&[Who::Person, Who::Operator])
    .guarded(&["R-MIA-10"])
    .keeping("chi ha aiutato")];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::machine;

    #[test]
    fn what_the_table_does_not_list_is_refused() {
        let allowed = |state: S| -> &[E] {
            match state {
                S::Started => &[E::Registered, E::RegisteredLate],
                S::Registered | S::LateRegistered => &[E::Queued, E::Merged],
                S::Queued => &[E::Convened, E::Attended, E::Merged],
                S::Convened => &[E::Requeued, E::Attended, E::NotAttended, E::Merged],
                S::Attended => &[E::Closed, E::Merged],
                S::NotAttended => &[E::Attended, E::Closed, E::Merged],
                S::Closed => &[],
            }
        };
        for state in S::ALL {
            for event in E::ALL {
                let reached = machine::next(TABLE, state, event);
                assert_eq!(reached.is_some(), allowed(state).contains(&event), "{state:?} {event:?}");
            }
        }
    }

    #[test]
    fn words_are_those_of_the_commands() {
        for event in E::ALL {
            assert_eq!(serde_json::to_value(event).unwrap(), event.word());
        }
    }
}
