//! The clocks of jobs over the limit: the days of a suspension, and the end of
//! the job that suspends (R-SUS-1 to R-SUS-3).

use super::status::NOTICE;
use super::{Radar, Span};
use crate::domain::deadline::{Clock, Kind};
use crate::domain::did::follow::{suspended_by, suspending_did};
use crate::domain::did::{Did, DidState};
use crate::domain::employment::job;

impl Radar<'_> {
    pub(super) fn work(&mut self) {
        let Some(did) = self.facts.did() else { return };
        if self.facts.employments.is_empty() {
            return;
        }
        let jobs = job::weighed(&self.facts.employments, &self.facts.incomes, self.known.limits);
        match did.state {
            // Not suspended yet: the job begins later, or nobody has settled it.
            DidState::Inserted | DidState::Validated => {
                for (from, to, job) in suspending_did(did, &jobs) {
                    let clock = self.suspension(from.max(did.starts_on()), job.id.0);
                    if to.is_none_or(|to| to > clock.due) {
                        self.add(clock);
                    }
                }
            }
            DidState::Suspended => self.end_of_job(did, &jobs),
            DidState::AtRisk | DidState::Lost | DidState::Revoked | DidState::Annulled => {}
        }
    }

    /// The last day of the job that suspends, known or foreseen, while it lies
    /// within the days of the suspension.
    fn end_of_job(&mut self, did: &Did, jobs: &[job::Job]) {
        let Some((to, job)) = suspended_by(did, jobs) else { return };
        let limit = self.suspension(did.state_since, did.id.0).due;
        if let Some(end) = to.or(job.expected_end).filter(|end| *end <= limit) {
            self.add(self.clock(Kind::JobOver, end, Span::Days(1), job.id.0).shown_days_before(NOTICE));
        }
    }

    /// Day 1 is the start of the job: day 180 is start + 179 (R-SUS-1).
    pub(super) fn suspension(&self, from: chrono::NaiveDate, subject: uuid::Uuid) -> Clock {
        let days = self.parameters(from).did.suspension_days.saturating_sub(1);
        self.clock(Kind::SuspensionEnd, from, Span::Days(days), subject)
    }
}
