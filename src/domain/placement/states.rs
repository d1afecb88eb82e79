//! States and events of an application for targeted placement (states.md § 9).
//!
//! Added to the study: the receipt of the pre-rejection notice, from which
//! the ten days run (R-CM-13), and the word for going back to the checks.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::machine::{Beside, Step, Who, begins, step};

/// State of an application.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TargetedState {
    /// Presented, receipt handed.
    #[default]
    Received,
    /// Documents are missing.
    Incomplete,
    /// In the back office.
    Checking,
    /// INPS, INAIL or the commission were asked.
    WaitingExternal,
    /// Obstacles were told; the person may answer.
    PreRejection,
    /// The person answered.
    Observations,
    /// Enrolled.
    Accepted,
    /// Not enrolled.
    Rejected,
    /// Given up by the person.
    Withdrawn,
    /// The report is past its revision.
    ToBeReviewed,
    /// No longer enrolled.
    Removed,
}

impl TargetedState {
    /// All states, in the order of the table.
    pub const ALL: [Self; 11] = [
        Self::Received,
        Self::Incomplete,
        Self::Checking,
        Self::WaitingExternal,
        Self::PreRejection,
        Self::Observations,
        Self::Accepted,
        Self::Rejected,
        Self::Withdrawn,
        Self::ToBeReviewed,
        Self::Removed,
    ];

    /// Does it hold the person's place, asked for or given (R-CM-9)?
    #[must_use]
    pub fn holds(self) -> bool {
        !matches!(self, Self::Rejected | Self::Withdrawn | Self::Removed)
    }

    /// Is it still to be decided?
    #[must_use]
    pub fn is_open(self) -> bool {
        self.holds() && !matches!(self, Self::Accepted | Self::ToBeReviewed)
    }

    /// As shown on screen.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Received => "ricevuta",
            Self::Incomplete => "da integrare",
            Self::Checking => "in verifica",
            Self::WaitingExternal => "attende altri enti",
            Self::PreRejection => "preavviso di rigetto",
            Self::Observations => "osservazioni ricevute",
            Self::Accepted => "accolta, iscritta",
            Self::Rejected => "rigettata",
            Self::Withdrawn => "ritirata",
            Self::ToBeReviewed => "iscritta, da rivedere",
            Self::Removed => "cancellata dall'elenco",
        }
    }

    /// What comes next, in Italian; empty at the end.
    #[must_use]
    pub fn next_step(self) -> &'static str {
        match self {
            Self::Received => "prendere in verifica, o chiedere i documenti",
            Self::Incomplete => "attendere i documenti",
            Self::Checking => "accogliere, o preavviso di rigetto",
            Self::WaitingExternal => "attendere la risposta",
            Self::PreRejection => "attendere le osservazioni",
            Self::Observations => "il responsabile decide sulle osservazioni",
            Self::ToBeReviewed => "acquisire il nuovo verbale",
            Self::Accepted | Self::Rejected | Self::Withdrawn | Self::Removed => "",
        }
    }
}

/// What can happen to an application.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TargetedEvent {
    /// Documents are asked for.
    DocumentsAsked,
    /// They were brought.
    DocumentsBrought,
    /// They were not brought in time: obstacles are told.
    DocumentsExpired,
    /// Taken to the back office.
    TakenUp,
    /// A certificate or a check is asked of another body.
    ExternalAsked,
    /// It answered.
    ExternalAnswered,
    /// All requirements are met.
    Accepted,
    /// A requirement is missing: obstacles are told.
    PreRejected,
    /// The person received the notice.
    NoticeReceived,
    /// The person answered it.
    Observed,
    /// The answer is good, or the obstacle fell: back to the checks.
    Reopened,
    /// Rejected.
    Rejected,
    /// The person gives up.
    Withdrawn,
    /// The revision of the report came.
    RevisionReached,
    /// A new report fits.
    ReportFits,
    /// No longer enrolled.
    Removed,
}

impl TargetedEvent {
    /// All events, in the order of a life.
    pub const ALL: [Self; 16] = [
        Self::DocumentsAsked,
        Self::DocumentsBrought,
        Self::DocumentsExpired,
        Self::TakenUp,
        Self::ExternalAsked,
        Self::ExternalAnswered,
        Self::Accepted,
        Self::PreRejected,
        Self::NoticeReceived,
        Self::Observed,
        Self::Reopened,
        Self::Rejected,
        Self::Withdrawn,
        Self::RevisionReached,
        Self::ReportFits,
        Self::Removed,
    ];

    /// As shown on screen.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::DocumentsAsked => "documenti chiesti",
            Self::DocumentsBrought => "documenti portati",
            Self::DocumentsExpired => "documenti non portati: preavviso",
            Self::TakenUp => "presa in verifica",
            Self::ExternalAsked => "chiesta verifica ad altro ente",
            Self::ExternalAnswered => "risposta di altro ente",
            Self::Accepted => "accoglimento",
            Self::PreRejected => "preavviso di rigetto",
            Self::NoticeReceived => "preavviso ricevuto",
            Self::Observed => "osservazioni",
            Self::Reopened => "ripresa della verifica",
            Self::Rejected => "rigetto",
            Self::Withdrawn => "ritiro",
            Self::RevisionReached => "scadenza del verbale",
            Self::ReportFits => "nuovo verbale idoneo",
            Self::Removed => "cancellazione",
        }
    }
}

use TargetedEvent as E;
use TargetedState as S;

const PERSON: &[Who] = &[Who::Person];
const OTHER: &[Who] = &[Who::Other];
const SUPERVISOR: &[Who] = &[Who::Supervisor];
const BOTH: &[Who] = &[Who::Operator, Who::Supervisor];
const TIMER: &[Who] = &[Who::Timer, Who::Operator];

const fn withdrawn(from: TargetedState) -> Step<TargetedState, TargetedEvent> {
    step(from, E::Withdrawn, S::Withdrawn).by(PERSON).keeping("richiesta")
}

const NOTICE: &str = "preavviso con i motivi";
const TEN_DAYS: &str = "10 giorni dal ricevimento";

/// The table.
pub const TABLE: &[Step<TargetedState, TargetedEvent>] = &[
    step(S::Received, E::DocumentsAsked, S::Incomplete).keeping("elenco e termine").within("parametro"),
    step(S::Incomplete, E::DocumentsBrought, S::Received).by(PERSON).keeping("documenti"),
    step(S::Incomplete, E::DocumentsExpired, S::PreRejection)
        .by(TIMER)
        .guarded(&["R-CM-11", "R-CM-13"])
        .keeping(NOTICE),
    step(S::Received, E::TakenUp, S::Checking).guarded(&["R-CM-2"]).within("30 giorni (parametro)"),
    step(S::Checking, E::ExternalAsked, S::WaitingExternal).guarded(&["R-CM-3"]).keeping("richiesta"),
    step(S::WaitingExternal, E::ExternalAnswered, S::Checking).by(OTHER).keeping("risposta"),
    step(S::Checking, E::Accepted, S::Accepted)
        .by(BOTH)
        .guarded(&["R-CM-2", "R-CM-4"])
        .keeping("comunicazione, numero d'elenco, scheda del comitato")
        .within("termine finale"),
    step(S::Checking, E::PreRejected, S::PreRejection).by(BOTH).guarded(&["R-CM-13"]).keeping(NOTICE),
    step(S::PreRejection, E::NoticeReceived, S::PreRejection)
        .by(OTHER)
        .guarded(&["R-CM-13"])
        .keeping("prova del ricevimento"),
    step(S::PreRejection, E::Observed, S::Observations)
        .by(PERSON)
        .guarded(&["R-CM-15"])
        .keeping("osservazioni")
        .within(TEN_DAYS),
    step(S::PreRejection, E::Reopened, S::Checking).by(SUPERVISOR).keeping("motivo"),
    step(S::PreRejection, E::Rejected, S::Rejected)
        .by(SUPERVISOR)
        .guarded(&["R-CM-13"])
        .keeping("rigetto")
        .within("il termine riprende subito"),
    step(S::Observations, E::Reopened, S::Checking)
        .by(SUPERVISOR)
        .keeping("decisione")
        .within("il termine riprende 10 giorni dopo"),
    step(S::Observations, E::Rejected, S::Rejected)
        .by(SUPERVISOR)
        .guarded(&["R-CM-15"])
        .keeping("rigetto che risponde a ogni osservazione")
        .within("il termine riprende 10 giorni dopo"),
    withdrawn(S::Received),
    withdrawn(S::Incomplete),
    withdrawn(S::Checking),
    withdrawn(S::WaitingExternal),
    withdrawn(S::PreRejection),
    withdrawn(S::Observations),
    step(S::Accepted, E::RevisionReached, S::ToBeReviewed)
        .by(TIMER)
        .guarded(&["R-CM-17"])
        .within("data di revisione"),
    step(S::ToBeReviewed, E::ReportFits, S::Accepted).guarded(&["R-CM-17"]).keeping("verbale"),
    step(S::Accepted, E::Removed, S::Removed).by(BOTH).keeping("atto"),
    step(S::ToBeReviewed, E::Removed, S::Removed).by(BOTH).keeping("atto"),
];

/// How an application begins.
pub const BESIDE: &[Beside<TargetedState>] =
    &[begins("presented", "domanda presentata con la persona presente", S::Received)
        .guarded(&["R-CM-7", "R-CM-9", "R-CM-12"])
        .keeping("domanda, documenti, protocollo, ricevuta consegnata")
        .within("stesso giorno")];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::machine;

    /// states.md § 9, line by line: what each state allows.
    #[test]
    fn what_the_table_does_not_list_is_refused() {
        let allowed = |state: S| -> &[E] {
            match state {
                S::Received => &[E::DocumentsAsked, E::TakenUp, E::Withdrawn],
                S::Incomplete => &[E::DocumentsBrought, E::DocumentsExpired, E::Withdrawn],
                S::Checking => &[E::ExternalAsked, E::Accepted, E::PreRejected, E::Withdrawn],
                S::WaitingExternal => &[E::ExternalAnswered, E::Withdrawn],
                S::PreRejection => &[E::NoticeReceived, E::Observed, E::Reopened, E::Rejected, E::Withdrawn],
                S::Observations => &[E::Reopened, E::Rejected, E::Withdrawn],
                S::Accepted => &[E::RevisionReached, E::Removed],
                S::ToBeReviewed => &[E::ReportFits, E::Removed],
                S::Rejected | S::Withdrawn | S::Removed => &[],
            }
        };
        for state in S::ALL {
            for event in E::ALL {
                let reached = machine::next(TABLE, state, event);
                assert_eq!(reached.is_some(), allowed(state).contains(&event), "{state:?} {event:?}");
            }
        }
    }
}
