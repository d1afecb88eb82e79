//! How long somebody has been unemployed (R-SEN).

use chrono::NaiveDate;

use super::{Did, DidState, timeline};
use crate::domain::event::StateEvent;
use crate::domain::parameters;

/// Seniority on a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Seniority {
    /// Days of the status, without those of suspension (R-SEN-1).
    pub days: u32,
    /// Days of suspension, first and last day of each job included (R-SEN-2).
    pub suspended: u32,
}

impl Seniority {
    /// Days of the status, suspended ones included.
    #[must_use]
    pub fn elapsed(self) -> u32 {
        self.days + self.suspended
    }

    /// The sum, as an operator would write it: `61 gg - 10 sospesi = 51`.
    #[must_use]
    pub fn sum(self) -> String {
        match self.suspended {
            0 => format!("{} gg", self.days),
            suspended => format!("{} gg - {suspended} sospesi = {}", self.elapsed(), self.days),
        }
    }

    /// Long-term unemployed: at least 365 days and one, or what the table of
    /// the day of the seniority says (R-SEN-3).
    #[must_use]
    pub fn is_long_term(self, figures: &parameters::Did) -> bool {
        self.days >= figures.long_term_days
    }

    /// The condition of six months: at least 180 days and one, or what that
    /// table says (R-SEN-3).
    #[must_use]
    pub fn is_six_months(self, figures: &parameters::Did) -> bool {
        self.days >= figures.six_months_days
    }
}

/// The seniority of a DID on a day, from the state changes of the person:
/// from the first day of the status to that day, or to the day before it
/// ended, without the days of suspension. Days under conservation count
/// (R-SEN-4). Nothing counts while the job of the notice runs, nor for a DID
/// entered by mistake.
#[must_use]
pub fn of(did: &Did, events: &[StateEvent], day: NaiveDate) -> Seniority {
    let start = did.starts_on();
    let before_end = did.ended_on.and_then(|end| end.pred_opt());
    let end = before_end.map_or(day, |before_end| before_end.min(day));
    if matches!(did.state, DidState::Annulled | DidState::AtRisk) {
        return Seniority::default();
    }
    let suspended: u32 =
        spells(did, events).iter().map(|(from, to)| days(*from, to.map_or(end, |to| to.min(end)))).sum();
    Seniority { days: days(start, end).saturating_sub(suspended), suspended }
}

/// The suspensions of a DID: first day of the job, last day when it ended. No
/// day is in two of them.
#[must_use]
pub fn spells(did: &Did, events: &[StateEvent]) -> Vec<(NaiveDate, Option<NaiveDate>)> {
    let spans = timeline::of(did, events).into_iter();
    spans.filter(|span| span.suspended).map(|span| (span.from, span.to)).collect()
}

/// Days from one to another, both included; none when they are crossed.
fn days(from: NaiveDate, to: NaiveDate) -> u32 {
    u32::try_from((to - from).num_days() + 1).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::event::Subject;
    use crate::domain::ids::{DidId, EventId};
    use crate::domain::parameters::Parameters;
    use uuid::Uuid;

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, month, day).unwrap()
    }

    fn did() -> Did {
        Did { id: DidId(Uuid::from_u128(1)), date: day(3, 1), ..Did::default() }
    }

    fn event(number: u128, event: &str, on: NaiveDate) -> StateEvent {
        StateEvent {
            id: EventId(Uuid::from_u128(number)),
            subject_kind: Subject::Did,
            subject: Uuid::from_u128(1),
            event: event.into(),
            on_date: on,
            ..StateEvent::default()
        }
    }

    /// The job of 10-19 April: the status counts again from the 20th.
    fn april() -> Vec<StateEvent> {
        vec![event(1, "suspended", day(4, 10)), event(2, "resumed", day(4, 20))]
    }

    #[test]
    fn the_worked_check_of_the_rules() {
        let seniority = of(&did(), &april(), day(4, 30));
        assert_eq!(seniority, Seniority { days: 51, suspended: 10 });
    }

    #[test]
    fn first_and_last_day_of_the_job_do_not_count() {
        let days = |on| of(&did(), &april(), on).days;
        assert_eq!(days(day(4, 9)), 40);
        assert_eq!(days(day(4, 10)), 40, "the job began");
        assert_eq!(days(day(4, 19)), 40, "its last day");
        assert_eq!(days(day(4, 20)), 41);
    }

    #[test]
    fn a_running_suspension_stands_still() {
        let running = &april()[..1];
        assert_eq!(of(&did(), running, day(6, 30)).days, 40);
    }

    #[test]
    fn the_day_of_the_end_does_not_count() {
        let ended = Did { ended_on: Some(day(3, 11)), state: DidState::Revoked, ..did() };
        assert_eq!(of(&ended, &[], day(12, 31)).days, 10);
        let same_day = Did { ended_on: Some(day(3, 1)), state: DidState::Revoked, ..did() };
        assert_eq!(of(&same_day, &[], day(12, 31)).days, 0);
    }

    #[test]
    fn during_the_notice_nothing_counts_and_after_it_from_the_first_free_day() {
        let notice = Did {
            notice_date: Some(day(2, 20)),
            last_working_day: Some(day(3, 31)),
            state: DidState::AtRisk,
            ..did()
        };
        assert_eq!(of(&notice, &[], day(3, 15)).days, 0);
        let free = Did { state: DidState::Inserted, ..notice };
        assert_eq!(of(&free, &[], day(4, 1)).days, 1);
    }

    #[test]
    fn another_record_s_events_do_not_count() {
        let mut others = april();
        others.iter_mut().for_each(|e| e.subject = Uuid::from_u128(2));
        assert_eq!(of(&did(), &others, day(4, 30)).days, 61);
    }

    #[test]
    fn the_two_thresholds() {
        let of_days = |days| Seniority { days, suspended: 0 };
        let usual = Parameters::usual().did;
        assert!(!of_days(180).is_six_months(&usual) && of_days(181).is_six_months(&usual));
        assert!(!of_days(365).is_long_term(&usual) && of_days(366).is_long_term(&usual));
        let longer = parameters::Did { six_months_days: 182, long_term_days: 367, ..usual };
        assert!(!of_days(181).is_six_months(&longer) && !of_days(366).is_long_term(&longer));
    }
}
