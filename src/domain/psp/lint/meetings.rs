//! The appointments printed in section 8.

use super::limits::GRACE_DAYS;
use super::{Check, Look, check};
use crate::domain::appointment::Appointment;
use crate::domain::did::Benefit;

pub(super) const CHECKS: &[Check] = &[
    check(
        "L-PSP-59",
        8,
        "R-PSP-2, D.Lgs. 150/2015 art. 20 c.2 d)",
        "Il prossimo appuntamento è il {}, più tardi della frequenza concordata.",
        "Anticiparlo (AG01), o concordare una frequenza più larga nella sezione 5.",
        |look, say| {
            let days = i64::from(look.known().frequency_days);
            let Some(next) = look.next_appointment().filter(|_| days > 0) else { return };
            let on = next.start.date();
            if (on - look.day).num_days() > days + GRACE_DAYS {
                say.at("appointments").on(on);
            }
        },
    ),
    check(
        "L-PSP-60",
        8,
        "R-CNV-9",
        "L'appuntamento del {} non risulta concordato né convocato: con {} un'assenza non si proverebbe.",
        "Concordarlo di persona adesso, o mandare la convocazione (AG01).",
        |look, say| {
            let next = look.next_appointment().filter(|a| !a.proved && a.sent_at.is_none());
            if let Some(next) = next.filter(|_| look.benefit() != Benefit::None) {
                say.at("appointments").on(next.start.date()).with(look.benefit().label());
            }
        },
    ),
];

impl<'a> Look<'a> {
    /// The next one, while the version is written: later it is the past. That
    /// of today is the one the person has come for.
    fn next_appointment(&self) -> Option<&'a Appointment> {
        let to_come = self.facts.appointments.iter().filter(|a| a.start.date() > self.day && self.writing);
        to_come.min_by_key(|a| a.start)
    }
}
