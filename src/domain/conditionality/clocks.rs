//! The clocks that run for a case in its state: a pure sum of its dates.

use super::{CaseKind, CaseState, ConditionalityCase, Consequence, Figures};
use crate::domain::deadline::{Clock, Kind, Span};

/// The clocks of a case. None runs for R-JUS-3: the end of an impediment is
/// known when the reason comes, and then it is in time or not.
#[must_use]
pub fn clocks(case: &ConditionalityCase, figures: &Figures) -> Vec<Clock> {
    let of = &figures.of;
    let after = |kind, from, days| Clock::after(kind, from, days, case.id.0);
    let mut found = Vec::new();
    match case.state {
        CaseState::Opened if case.kind == CaseKind::Offer => found.push(refusal(case, figures)),
        CaseState::Opened => found.push(after(Kind::Justify, case.event_on, of.absence_days)),
        CaseState::Justification => {
            if let (Some(told), None) = (case.unfit_told_on, case.heard_on) {
                found.push(after(Kind::Hearing, told, of.hearing_days));
            }
            if let (Some(asked), None) = (case.opinion_asked_on, case.opinion_on) {
                found.push(after(Kind::Opinion, asked, of.opinion_days));
            }
        }
        // The law says "promptly": one term from the finding, for both.
        CaseState::ToDecide => found.push(act(case, figures, Kind::CaseAct)),
        CaseState::Adopted => found.push(act(case, figures, Kind::CaseSend)),
        CaseState::Sent | CaseState::Applied => {
            let notified = case.notified_on.filter(|_| case.appeal_decided_on.is_none());
            found.extend(notified.map(|from| after(Kind::Appeal, from, of.appeal_days)));
        }
        CaseState::ClosedJustified | CaseState::Appealed | CaseState::Upheld | CaseState::Cancelled => {}
    }
    found.extend(new_application(case, figures));
    found
}

/// Working days after the offer (R-JUS-5).
fn refusal(case: &ConditionalityCase, figures: &Figures) -> Clock {
    let (from, count) = (case.event_on, figures.of.refusal_days);
    let span = if figures.of.saturday_works {
        // With its Saturdays no word of the sum tells it: the days are counted.
        let last = figures.working_days_after(from, count);
        Span::Days(u32::try_from((last - from).num_days()).unwrap_or(0))
    } else {
        Span::WorkingDays(count)
    };
    Clock::new(Kind::JustifyRefusal, from, span, case.id.0, figures.holiday)
}

fn act(case: &ConditionalityCase, figures: &Figures, kind: Kind) -> Clock {
    let from = case.decided_on.unwrap_or(case.state_since);
    if case.benefit.is_inclusion() {
        Clock::after(Kind::CaseReport, from, figures.of.report_days, case.id.0)
    } else {
        Clock::after(kind, from, figures.of.act_days, case.id.0)
    }
}

/// After the household lost AdI (rules.md § 3.2), until the day on which it
/// may apply anew.
fn new_application(case: &ConditionalityCase, figures: &Figures) -> Option<Clock> {
    use CaseState as S;
    let stands = matches!(case.state, S::Sent | S::Applied | S::Appealed | S::Upheld);
    let lost = stands && case.adopted == Some(Consequence::HouseholdLoss);
    let from = case.effective_from.filter(|_| lost)?;
    let span = Span::Months(figures.of.adi_again_months);
    let clock = Clock::new(Kind::NewAdi, from, span, case.id.0, figures.holiday);
    Some(clock.shown_until(clock.due.pred_opt().unwrap_or(clock.due)))
}
