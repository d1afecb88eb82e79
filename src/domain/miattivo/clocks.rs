//! What a registration does to the terms, and in which order the queue is
//! convened. Pure, so that the radar and the lists share it.

use chrono::NaiveDate;

use super::{MiAttivo, MiAttivoState};
use crate::domain::deadline::{Clock, Kind};
use crate::domain::parameters::Queue;

/// Days by which the office convenes (R-PSP-7), a parameter of the region.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ConveneTerms {
    /// Who receives a benefit.
    pub recipient: u32,
    /// Everybody else.
    pub other: u32,
    /// The order of the queue (R-MIA-8).
    pub order: Queue,
}

/// Has one of these registrations fulfilled the first activation for the INPS
/// application of `applied_on`? Where the region says so it closes the clock
/// of R-PSP-5 (R-MIA-6). A duplicate counts: the person did register.
#[must_use]
pub fn activated(registrations: &[MiAttivo], applied_on: NaiveDate) -> bool {
    registrations.iter().any(|m| m.is_recipient() && m.registered_on >= applied_on)
}

/// The clock of the office that a registration opens (R-MIA-6, R-PSP-7):
/// from the INPS application, or from the registration of who has none;
/// `None` once the person is convened.
#[must_use]
pub fn convene_by(m: &MiAttivo, terms: ConveneTerms) -> Option<Clock> {
    use MiAttivoState as S;
    let waits = matches!(m.state, S::Registered | S::LateRegistered | S::Queued);
    let days = if m.is_recipient() { terms.recipient } else { terms.other };
    let from = m.inps_date.unwrap_or(m.registered_on);
    waits.then(|| Clock::after(Kind::ConveneRegistered, from, days, m.id.0))
}

/// The days within which who applied for a benefit registers (R-MIA-3), while
/// the registration is only begun.
#[must_use]
pub fn register_by(m: &MiAttivo, days: u32) -> Option<Clock> {
    let applied = m.inps_date.filter(|_| m.state == MiAttivoState::Started && m.is_recipient())?;
    Some(Clock::after(Kind::Register, applied, days, m.id.0))
}

/// The queue in the order it is convened (R-MIA-8, a proposal): recipients by
/// the term of R-PSP-7, then the others by when they registered; or all by when
/// they registered, where the office says so.
pub fn in_order(queue: &mut [MiAttivo], terms: ConveneTerms) {
    queue.sort_by_key(|m| {
        let first = terms.order == Queue::RecipientsFirst && m.is_recipient();
        let due = convene_by(m, terms).map(|term| term.due).filter(|_| first);
        (!first, due, m.registered_on, m.recorded_at, m.id)
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::deadline::Span;
    use crate::domain::ids::MiAttivoId;
    use uuid::Uuid;

    const TERMS: ConveneTerms = ConveneTerms { recipient: 60, other: 90, order: Queue::RecipientsFirst };

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
    }

    fn queued(id: u128, benefit: &str, inps: Option<u32>, registered: u32) -> MiAttivo {
        MiAttivo {
            id: MiAttivoId(Uuid::from_u128(id)),
            benefit: benefit.into(),
            inps_date: inps.map(day),
            registered_on: day(registered),
            state: MiAttivoState::Queued,
            ..MiAttivo::default()
        }
    }

    #[test]
    fn recipients_come_first_by_their_term() {
        let mut queue = [
            queued(1, "", None, 1),
            queued(2, "naspi", Some(9), 10),
            queued(3, "", None, 3),
            queued(4, "dis_coll", Some(2), 16),
        ];
        in_order(&mut queue, TERMS);
        assert_eq!(queue.clone().map(|m| m.id.0.as_u128()), [4, 2, 1, 3]);
        in_order(&mut queue, ConveneTerms { order: Queue::Arrival, ..TERMS });
        assert_eq!(queue.map(|m| m.id.0.as_u128()), [1, 3, 2, 4]);
    }

    #[test]
    fn the_clock_of_the_office_runs_until_the_convocation() {
        let mut m = queued(1, "naspi", Some(2), 10);
        assert_eq!(convene_by(&m, TERMS).map(|c| (c.from, c.span)), Some((day(2), Span::Days(60))));
        m.state = MiAttivoState::Convened;
        assert_eq!(convene_by(&m, TERMS), None);
        let other = queued(2, "none", None, 10);
        assert_eq!(convene_by(&other, TERMS).map(|c| (c.from, c.span)), Some((day(10), Span::Days(90))));
    }

    #[test]
    fn only_a_registration_after_the_application_activates() {
        let m = [queued(1, "naspi", Some(2), 10), queued(2, "", None, 20)];
        assert!(activated(&m, day(10)) && activated(&m, day(2)));
        assert!(!activated(&m, day(11)), "of an earlier application, or without benefit");
    }
}
