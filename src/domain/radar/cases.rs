//! The clocks of conditionality cases: those of the case itself, with their
//! place in the radar.

use super::{Clock, Kind, Radar, Span};
use crate::domain::conditionality::{CaseKind, CaseState, ConditionalityCase, Figures, terms};

impl Radar<'_> {
    pub(super) fn cases(&mut self) {
        let facts = self.facts;
        for case in &facts.cases {
            let of = self.parameters(case.event_on).conditionality;
            let figures = Figures { of, holiday: self.known.is_holiday };
            for term in terms::terms(case, &figures) {
                let kind = kind(case, &term.rule.0);
                let clock = Clock::after(kind, term.from, term.days, case.id.0);
                // The sum is written as the law counts it.
                let working = kind == Kind::JustifyRefusal && !of.saturday_works;
                let span = if working { Span::WorkingDays(of.refusal_days) } else { clock.span };
                self.add(Clock { span, ..clock });
            }
        }
    }
}

fn kind(case: &ConditionalityCase, rule: &str) -> Kind {
    match (case.state, rule) {
        (CaseState::Opened, _) if case.kind == CaseKind::Offer => Kind::JustifyRefusal,
        (CaseState::Opened, _) => Kind::Justify,
        (_, "R-JUS-5") => Kind::Hearing,
        (_, "R-JUS-6") => Kind::Opinion,
        (_, "R-SAN-7") => Kind::Appeal,
        (_, "R-SAN-11") => Kind::CaseReport,
        (CaseState::Adopted, _) => Kind::CaseSend,
        _ => Kind::CaseAct,
    }
}
