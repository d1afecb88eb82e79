//! The clocks of applications for targeted placement: those of the
//! application itself, with their place in the radar.

use super::{Clock, Kind, Radar, Span};
use crate::domain::placement::terms;

impl Radar<'_> {
    pub(super) fn targeted(&mut self) {
        let facts = self.facts;
        for application in &facts.targeted {
            let figures = self.parameters(application.presented_on).placement;
            for term in terms::terms(application, &figures) {
                let id = application.id.0;
                self.add(match &*term.rule.0 {
                    "R-CM-11" => Clock::after(Kind::TargetedDocuments, term.from, term.days, id),
                    "R-CM-13" => Clock::after(Kind::TargetedObservations, term.from, term.days, id),
                    // Some time before, that the new report is there in time.
                    "R-CM-17" => self
                        .clock(Kind::TargetedReview, term.due, Span::Written, id)
                        .shown_days_before(figures.revision_notice_days),
                    _ => Clock::after(Kind::TargetedFinal, term.from, term.days, id),
                });
            }
        }
    }
}
