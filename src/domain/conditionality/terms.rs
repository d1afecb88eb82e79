//! What is due for a case.

use super::{CaseKind, CaseState, ConditionalityCase, Figures};
use crate::domain::deadline::Deadline;

/// The terms that run for a case in its state: a pure sum of its dates.
#[must_use]
pub fn terms(case: &ConditionalityCase, figures: &Figures) -> Vec<Deadline> {
    let mut due = Vec::new();
    match case.state {
        CaseState::Opened => {
            let last = case.reason_due(figures);
            let days = u32::try_from((last - case.event_on).num_days()).unwrap_or(0);
            let rule = if case.kind == CaseKind::Offer { "R-JUS-5" } else { "R-JUS-2" };
            due.push(Deadline::new("motivo di un'assenza o di un rifiuto", case.event_on, days, rule));
        }
        CaseState::Justification => {
            if let (Some(told), None) = (case.unfit_told_on, case.heard_on) {
                due.push(Deadline::new(
                    "richiesta di essere sentiti",
                    told,
                    figures.of.hearing_days,
                    "R-JUS-5",
                ));
            }
            if let (Some(asked), None) = (case.opinion_asked_on, case.opinion_on) {
                due.push(Deadline::new(
                    "parere della regione, poi assenso",
                    asked,
                    figures.of.opinion_days,
                    "R-JUS-6",
                ));
            }
        }
        // The law says "promptly": one term from the finding, for both.
        CaseState::ToDecide => due.push(act(case, figures, "atto da adottare", "R-SAN-6")),
        CaseState::Adopted => due.push(act(case, figures, "atto da notificare e trasmettere", "R-SAN-5")),
        CaseState::Sent | CaseState::Applied => {
            due.extend(
                case.notified_on.filter(|_| case.appeal_decided_on.is_none()).map(|from| {
                    Deadline::new("ricorso al Comitato", from, figures.of.appeal_days, "R-SAN-7")
                }),
            );
        }
        CaseState::ClosedJustified | CaseState::Appealed | CaseState::Upheld | CaseState::Cancelled => {}
    }
    due
}

fn act(case: &ConditionalityCase, figures: &Figures, what: &str, rule: &'static str) -> Deadline {
    let from = case.decided_on.unwrap_or(case.state_since);
    if case.benefit.is_inclusion() {
        Deadline::new(what, from, figures.of.report_days, "R-SAN-11")
    } else {
        Deadline::new(what, from, figures.of.act_days, rule)
    }
}
