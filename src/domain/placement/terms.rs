//! The clocks of an application and the arithmetic of the final one (R-CM-14).

use chrono::NaiveDate;

use super::{TargetedApplication, TargetedState};
use crate::domain::conditionality::days_after;
use crate::domain::deadline::{Clock, Kind, Span};
use crate::domain::parameters::{Placement, TermStopsOn};

/// How the final term stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FinalTerm {
    /// Last day; `None` while it stands still and nobody knows for how long.
    pub due: Option<NaiveDate>,
    /// Since when it stands, or stood, still for the last notice.
    pub stopped_on: Option<NaiveDate>,
    /// When it runs again.
    pub resumes_on: Option<NaiveDate>,
    /// Days it stood still in all.
    pub stopped_days: u32,
}

/// The final term: so many days from the application, and those of its
/// suspension. It stops on the day the notice is sent (or received, by the
/// office's parameter); it runs again ten days after the observations, or
/// lacking them at the end of the ten days from receipt (R-CM-14).
#[must_use]
pub fn final_term(application: &TargetedApplication, figures: &Placement) -> FinalTerm {
    let stopped_on = match figures.term_stops_on {
        TermStopsOn::Sent => application.notice_sent_on,
        TermStopsOn::Received => application.notice_received_on,
    };
    let resumes_on = match (application.observed_on, application.notice_received_on) {
        // Observations that came after the ten days stop nothing: the term runs again already.
        (Some(observed), Some(received)) if observed > days_after(received, figures.observation_days) => {
            Some(days_after(received, figures.observation_days))
        }
        (Some(observed), _) => Some(days_after(observed, figures.resume_days)),
        (None, Some(received)) => Some(days_after(received, figures.observation_days)),
        (None, None) => None,
    };
    let last = stopped_on.zip(resumes_on).map(|(from, to)| (to - from).num_days().max(0));
    let last = last.and_then(|days| u32::try_from(days).ok());
    let stopped_days = application.stopped_days.saturating_add(last.unwrap_or(0));
    // Sent and not yet received: nobody knows the end.
    let known = stopped_on.is_none() || last.is_some();
    let due =
        known.then(|| days_after(application.presented_on, figures.final_days.saturating_add(stopped_days)));
    FinalTerm { due, stopped_on, resumes_on, stopped_days }
}

/// The clocks that run for an application in its state: a pure sum of its
/// dates. `of` gives the figures of a day: each clock runs by those of its own.
#[must_use]
pub fn clocks(application: &TargetedApplication, of: impl Fn(NaiveDate) -> Placement) -> Vec<Clock> {
    let after = |kind, from, days| Clock::after(kind, from, days, application.id.0);
    let mut found = Vec::new();
    match application.state {
        TargetedState::Incomplete => {
            let asked = application.documents_asked_on;
            found.extend(asked.map(|from| after(Kind::TargetedDocuments, from, of(from).document_days)));
        }
        TargetedState::PreRejection => {
            let received = application.notice_received_on;
            let term = |from| after(Kind::TargetedObservations, from, of(from).observation_days);
            found.extend(received.map(term));
        }
        // Some time before, that the new report is there in time.
        TargetedState::Accepted | TargetedState::ToBeReviewed => {
            found.extend(application.review_on.map(|on| {
                let days = of(application.presented_on).revision_notice_days;
                Clock { span: Span::Written, ..after(Kind::TargetedReview, on, 0) }.shown_days_before(days)
            }));
        }
        _ => {}
    }
    let figures = of(application.presented_on);
    let term = final_term(application, &figures);
    if application.state.is_open() && term.due.is_some() {
        let days = figures.final_days.saturating_add(term.stopped_days);
        let kind = if term.stopped_days > 0 { Kind::TargetedStopped } else { Kind::TargetedFinal };
        found.push(after(kind, application.presented_on, days));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, month, day).unwrap()
    }

    fn figures(term_stops_on: TermStopsOn) -> Placement {
        Placement {
            minimum_age: 16,
            pension_age: 67,
            civil_percent: 46,
            work_percent: 34,
            final_days: 30,
            observation_days: 10,
            resume_days: 10,
            term_stops_on,
            document_days: 30,
            revision_notice_days: 60,
        }
    }

    fn application() -> TargetedApplication {
        TargetedApplication { presented_on: day(9, 1), ..TargetedApplication::default() }
    }

    #[test]
    fn thirty_days_without_a_notice() {
        let term = final_term(&application(), &figures(TermStopsOn::Sent));
        assert_eq!((term.due, term.stopped_days), (Some(day(10, 1)), 0));
    }

    /// Sent on the 20th day, received on the 24th; no answer: it runs again on
    /// day 34 (24 September + 10), 14 days later.
    #[test]
    fn without_observations_it_runs_again_at_the_end_of_the_ten_days() {
        let sent = TargetedApplication { notice_sent_on: Some(day(9, 20)), ..application() };
        let of = |application: &TargetedApplication, on| final_term(application, &figures(on));
        assert_eq!(of(&sent, TermStopsOn::Sent).due, None, "nobody knows for how long");
        assert_eq!(of(&sent, TermStopsOn::Received).due, Some(day(10, 1)), "not received: it runs");
        let received = TargetedApplication { notice_received_on: Some(day(9, 24)), ..sent };
        let term = of(&received, TermStopsOn::Sent);
        assert_eq!((term.resumes_on, term.stopped_days), (Some(day(10, 4)), 14));
        assert_eq!(term.due, Some(day(10, 15)), "1 September + 30 + 14");
        assert_eq!(of(&received, TermStopsOn::Received).due, Some(day(10, 11)), "1 September + 30 + 10");
    }

    #[test]
    fn with_observations_it_runs_again_ten_days_after_them() {
        let observed = TargetedApplication {
            notice_sent_on: Some(day(9, 20)),
            notice_received_on: Some(day(9, 24)),
            observed_on: Some(day(9, 30)),
            ..application()
        };
        let term = final_term(&observed, &figures(TermStopsOn::Sent));
        assert_eq!((term.resumes_on, term.stopped_days), (Some(day(10, 10)), 20));
        assert_eq!(term.due, Some(day(10, 21)));
        let second = TargetedApplication { stopped_days: 5, ..observed };
        assert_eq!(final_term(&second, &figures(TermStopsOn::Sent)).due, Some(day(10, 26)));
    }
    /// The tenth day is 4 October: what comes on it stops the term ten days
    /// more, what comes on the 5th finds it running again.
    #[test]
    fn late_observations_stop_nothing() {
        let of = |on| {
            let observed = TargetedApplication {
                notice_sent_on: Some(day(9, 20)),
                notice_received_on: Some(day(9, 24)),
                observed_on: Some(on),
                ..application()
            };
            final_term(&observed, &figures(TermStopsOn::Sent))
        };
        assert_eq!((of(day(10, 4)).resumes_on, of(day(10, 4)).stopped_days), (Some(day(10, 14)), 24));
        assert_eq!((of(day(10, 5)).resumes_on, of(day(10, 5)).due), (Some(day(10, 4)), Some(day(10, 15))));
    }
}
