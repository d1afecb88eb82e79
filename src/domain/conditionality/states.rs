//! States and events of a conditionality case (states.md § 8).
//!
//! Added to the study: a proof that comes after the case was opened, the
//! hearing and the opinion that come back, a case opened by mistake, and an
//! act applied after the Committee confirmed it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::machine::{Beside, Step, Who, begins, step};

/// State of a case.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CaseState {
    /// The event is recorded; the term for a reason runs.
    #[default]
    Opened,
    /// A reason came and is being looked at.
    Justification,
    /// The reason was accepted.
    ClosedJustified,
    /// No reason in time, or rejected: an act is due.
    ToDecide,
    /// The act is adopted.
    Adopted,
    /// Notified and sent to INPS.
    Sent,
    /// INPS applied it.
    Applied,
    /// Before the Committee.
    Appealed,
    /// The Committee confirmed the act.
    Upheld,
    /// Without proof, by mistake, or annulled by the Committee.
    Cancelled,
}

impl CaseState {
    /// All states, in the order of the table.
    pub const ALL: [Self; 10] = [
        Self::Opened,
        Self::Justification,
        Self::ClosedJustified,
        Self::ToDecide,
        Self::Adopted,
        Self::Sent,
        Self::Applied,
        Self::Appealed,
        Self::Upheld,
        Self::Cancelled,
    ];

    /// Is the office still to do something?
    #[must_use]
    pub fn is_open(self) -> bool {
        matches!(self, Self::Opened | Self::Justification | Self::ToDecide | Self::Adopted | Self::Sent)
    }

    /// Is it an occurrence (R-SAN-3): proved, and without reason in time?
    #[must_use]
    pub fn counts(self) -> bool {
        match self {
            Self::ToDecide | Self::Adopted | Self::Sent | Self::Applied | Self::Appealed | Self::Upheld => {
                true
            }
            Self::Opened | Self::Justification | Self::ClosedJustified | Self::Cancelled => false,
        }
    }

    /// As shown on screen.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Opened => "aperto",
            Self::Justification => "in giustificazione",
            Self::ClosedJustified => "giustificato",
            Self::ToDecide => "da decidere",
            Self::Adopted => "atto adottato",
            Self::Sent => "trasmesso",
            Self::Applied => "applicato",
            Self::Appealed => "in ricorso",
            Self::Upheld => "confermato",
            Self::Cancelled => "annullato",
        }
    }

    /// What comes next and from whom, in Italian; empty at the end.
    #[must_use]
    pub fn next_step(self) -> &'static str {
        match self {
            Self::Opened => "attendere il motivo; poi motivo ricevuto o mancato",
            Self::Justification => "accogliere o respingere il motivo",
            Self::ToDecide => "il responsabile adotta l'atto",
            Self::Adopted => "notificare alla persona e trasmettere a INPS",
            Self::Sent => "attendere l'applicazione di INPS",
            Self::Appealed => "attendere la decisione del Comitato",
            Self::Applied | Self::ClosedJustified | Self::Upheld | Self::Cancelled => "",
        }
    }
}

/// What can happen to a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CaseEvent {
    /// The proof of the convocation came.
    Proved,
    /// There is no proof (R-CNV-9).
    NoProof,
    /// A reason was given.
    ReasonReceived,
    /// The reason is good.
    Accepted,
    /// The reason for refusing an offer is unfit: the person is told (R-JUS-5).
    HeldUnfit,
    /// The person was heard (R-JUS-5).
    Heard,
    /// An opinion is asked through the region (R-JUS-6).
    OpinionAsked,
    /// The opinion came.
    OpinionReceived,
    /// No reason in time.
    NoReason,
    /// The reason is rejected.
    Rejected,
    /// Occurrences counted again and consequence proposed.
    Counted,
    /// The act is adopted.
    Adopted,
    /// Notified, and sent to the national system and INPS (R-SAN-5).
    Sent,
    /// INPS applied it.
    Applied,
    /// Appeal to the Committee (R-SAN-7).
    Appealed,
    /// The Committee confirmed the act.
    Upheld,
    /// The Committee annulled the act.
    Overturned,
    /// Opened by mistake.
    Cancelled,
}

impl CaseEvent {
    /// All events, in the order of a life.
    pub const ALL: [Self; 18] = [
        Self::Proved,
        Self::NoProof,
        Self::ReasonReceived,
        Self::Accepted,
        Self::HeldUnfit,
        Self::Heard,
        Self::OpinionAsked,
        Self::OpinionReceived,
        Self::NoReason,
        Self::Rejected,
        Self::Counted,
        Self::Adopted,
        Self::Sent,
        Self::Applied,
        Self::Appealed,
        Self::Upheld,
        Self::Overturned,
        Self::Cancelled,
    ];

    /// The word recorded with a state change, the same as in the command.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Proved => "proved",
            Self::NoProof => "no_proof",
            Self::ReasonReceived => "reason_received",
            Self::Accepted => "accepted",
            Self::HeldUnfit => "held_unfit",
            Self::Heard => "heard",
            Self::OpinionAsked => "opinion_asked",
            Self::OpinionReceived => "opinion_received",
            Self::NoReason => "no_reason",
            Self::Rejected => "rejected",
            Self::Counted => "counted",
            Self::Adopted => "adopted",
            Self::Sent => "sent",
            Self::Applied => "applied",
            Self::Appealed => "appealed",
            Self::Upheld => "upheld",
            Self::Overturned => "overturned",
            Self::Cancelled => "cancelled",
        }
    }

    /// As shown on screen.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Proved => "prova acquisita",
            Self::NoProof => "prova mancante",
            Self::ReasonReceived => "motivo ricevuto",
            Self::Accepted => "motivo accolto",
            Self::HeldUnfit => "motivo ritenuto non idoneo",
            Self::Heard => "persona sentita",
            Self::OpinionAsked => "parere chiesto alla regione",
            Self::OpinionReceived => "parere ricevuto",
            Self::NoReason => "nessun motivo nei termini",
            Self::Rejected => "motivo respinto",
            Self::Counted => "conteggio e proposta",
            Self::Adopted => "atto adottato",
            Self::Sent => "notifica e trasmissione",
            Self::Applied => "applicazione di INPS",
            Self::Appealed => "ricorso al Comitato",
            Self::Upheld => "atto confermato",
            Self::Overturned => "atto annullato dal Comitato",
            Self::Cancelled => "annullamento",
        }
    }
}

use CaseEvent as E;
use CaseState as S;

const SUPERVISOR: &[Who] = &[Who::Supervisor];
const PERSON: &[Who] = &[Who::Person];
const OTHER: &[Who] = &[Who::Other];
const TIMER: &[Who] = &[Who::Timer, Who::Operator];
const BOTH: &[Who] = &[Who::Operator, Who::Supervisor];

/// The table.
pub const TABLE: &[Step<CaseState, CaseEvent>] = &[
    step(S::Opened, E::Proved, S::Opened).guarded(&["R-CNV-9"]).keeping("prova della convocazione"),
    step(S::Opened, E::NoProof, S::Cancelled).by(SUPERVISOR).guarded(&["R-CNV-9"]).keeping("motivo"),
    step(S::Opened, E::ReasonReceived, S::Justification)
        .by(PERSON)
        .guarded(&["R-JUS-1", "R-JUS-2", "R-JUS-4", "R-JUS-7"])
        .keeping("motivo, documento visto")
        .within("assenza: giorno dopo; offerta: 2 giorni lavorativi"),
    step(S::Opened, E::NoReason, S::ToDecide).guarded(&["R-SAN-3"]),
    step(S::Opened, E::Cancelled, S::Cancelled).by(SUPERVISOR).keeping("motivo"),
    step(S::Justification, E::Accepted, S::ClosedJustified).by(BOTH).keeping("decisione"),
    step(S::Justification, E::HeldUnfit, S::Justification)
        .guarded(&["R-JUS-5"])
        .keeping("comunicazione alla persona")
        .within("2 giorni per chiedere di essere sentita"),
    step(S::Justification, E::Heard, S::Justification).guarded(&["R-JUS-5"]).keeping("verbale"),
    step(S::Justification, E::OpinionAsked, S::Justification)
        .by(SUPERVISOR)
        .guarded(&["R-JUS-6"])
        .keeping("richiesta")
        .within("30 giorni, poi assenso"),
    step(S::Justification, E::OpinionReceived, S::Justification).by(OTHER).keeping("parere"),
    step(S::Justification, E::NoReason, S::ToDecide).guarded(&["R-SAN-3", "R-SAN-9"]).keeping("motivazione"),
    step(S::Justification, E::Rejected, S::ToDecide).guarded(&["R-SAN-3", "R-SAN-9"]).keeping("motivazione"),
    step(S::Justification, E::Cancelled, S::Cancelled).by(SUPERVISOR).keeping("motivo"),
    step(S::ToDecide, E::Counted, S::ToDecide).by(TIMER).guarded(&["R-SAN-1", "R-SAN-2"]),
    step(S::ToDecide, E::Adopted, S::Adopted)
        .by(SUPERVISOR)
        .guarded(&["R-SAN-2", "R-SAN-7", "R-SAN-9"])
        .keeping("atto, protocollo, avviso del ricorso")
        .within("tempestivamente"),
    step(S::ToDecide, E::Cancelled, S::Cancelled).by(SUPERVISOR).keeping("motivo"),
    step(S::Adopted, E::Sent, S::Sent)
        .guarded(&["R-SAN-5"])
        .keeping("notifica, ricevuta di trasmissione")
        .within("tempestivamente"),
    step(S::Sent, E::Applied, S::Applied)
        .by(OTHER)
        .keeping("comunicazione di INPS")
        .within("dal giorno dopo il fatto"),
    step(S::Adopted, E::Appealed, S::Appealed)
        .by(PERSON)
        .keeping("ricorso")
        .within("30 giorni dal ricevimento"),
    step(S::Sent, E::Appealed, S::Appealed).by(PERSON).keeping("ricorso").within("30 giorni dal ricevimento"),
    step(S::Applied, E::Appealed, S::Appealed)
        .by(PERSON)
        .keeping("ricorso")
        .within("30 giorni dal ricevimento"),
    step(S::Appealed, E::Upheld, S::Upheld).by(OTHER).keeping("decisione"),
    step(S::Appealed, E::Overturned, S::Cancelled).by(OTHER).keeping("decisione"),
    // An act appealed before INPS applied it, and confirmed, is applied then.
    step(S::Upheld, E::Applied, S::Upheld).by(OTHER).keeping("comunicazione di INPS"),
];

/// How a case begins.
pub const BESIDE: &[Beside<CaseState>] =
    &[begins("opened", "assenza, rifiuto, mancata partecipazione", S::Opened)
        .guarded(&["R-CAS-2", "R-CAS-4", "R-CAS-6", "R-SAN-8"])
        .keeping("appuntamento o attività, prova della convocazione, prestazione")];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::machine;

    /// states.md § 8, line by line: what each state allows.
    #[test]
    fn what_the_table_does_not_list_is_refused() {
        let allowed = |state: S| -> &[E] {
            match state {
                S::Opened => &[E::Proved, E::NoProof, E::ReasonReceived, E::NoReason, E::Cancelled],
                S::Justification => &[
                    E::Accepted,
                    E::HeldUnfit,
                    E::Heard,
                    E::OpinionAsked,
                    E::OpinionReceived,
                    E::NoReason,
                    E::Rejected,
                    E::Cancelled,
                ],
                S::ToDecide => &[E::Counted, E::Adopted, E::Cancelled],
                S::Adopted => &[E::Sent, E::Appealed],
                S::Sent => &[E::Applied, E::Appealed],
                S::Applied => &[E::Appealed],
                S::Appealed => &[E::Upheld, E::Overturned],
                S::Upheld => &[E::Applied],
                S::ClosedJustified | S::Cancelled => &[],
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
