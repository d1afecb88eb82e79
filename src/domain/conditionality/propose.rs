//! The cases that follow from absences and are not opened yet.

use chrono::NaiveDate;

use super::open::did_on;
use super::{CaseKind, ConditionalityCase};
use crate::domain::appointment::{Appointment, AppointmentState};
use crate::domain::did::{Benefit, Did};
use crate::domain::ids::AppointmentId;

/// A case the office is to open: nothing is held against anybody before it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProposedCase {
    /// What it is about: letter a).
    pub kind: CaseKind,
    /// The appointment the person did not come to.
    pub appointment: AppointmentId,
    /// Its day.
    pub on: NaiveDate,
    /// What the person received on that day.
    pub benefit: Benefit,
}

/// An unjustified absence of somebody with a benefit asks for a case; without
/// one there is nothing to sanction (R-SAN-8). A case that was cancelled was
/// an answer: it is not proposed again.
#[must_use]
pub fn proposed(missed: &Appointment, dids: &[Did], cases: &[ConditionalityCase]) -> Option<ProposedCase> {
    let on = missed.start.date();
    let benefit = did_on(dids, on)?.benefit;
    let asks = missed.state == AppointmentState::AbsentUnjustified
        && benefit != Benefit::None
        && !cases.iter().any(|case| case.appointment == Some(missed.id));
    asks.then_some(ProposedCase { kind: CaseKind::Convocation, appointment: missed.id, on, benefit })
}

/// Those of a person, oldest first.
#[must_use]
pub fn all(appointments: &[Appointment], dids: &[Did], cases: &[ConditionalityCase]) -> Vec<ProposedCase> {
    let mut found: Vec<ProposedCase> =
        appointments.iter().filter_map(|missed| proposed(missed, dids, cases)).collect();
    found.sort_by_key(|case| (case.on, case.appointment));
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::conditionality::CaseState;
    use uuid::Uuid;

    #[test]
    fn an_unjustified_absence_is_proposed_until_there_is_a_case() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 12).unwrap();
        let missed = |state| Appointment {
            id: AppointmentId(Uuid::from_u128(7)),
            start: day.and_hms_opt(9, 0, 0).unwrap(),
            state,
            ..Appointment::default()
        };
        let did = |benefit| [Did { date: day, benefit, ..Did::default() }];
        let (naspi, absent) = (did(Benefit::Naspi), missed(AppointmentState::AbsentUnjustified));
        let one = all(std::slice::from_ref(&absent), &naspi, &[]);
        assert_eq!((one.len(), one[0].on, one[0].benefit), (1, day, Benefit::Naspi));
        assert_eq!(proposed(&missed(AppointmentState::AbsentPending), &naspi, &[]), None);
        assert_eq!(proposed(&absent, &did(Benefit::None), &[]), None, "R-SAN-8");
        let mistaken = ConditionalityCase {
            appointment: Some(absent.id),
            state: CaseState::Cancelled,
            ..ConditionalityCase::default()
        };
        assert_eq!(proposed(&absent, &naspi, &[mistaken]), None);
    }
}
