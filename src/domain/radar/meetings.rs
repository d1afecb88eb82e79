//! The clocks of appointments and convocations.

use super::{Clock, Radar, Span};
use crate::domain::appointment::{Appointment, AppointmentState, ConvocationChannel};
use crate::domain::conditionality::propose;
use crate::domain::deadline::Kind;

impl Radar<'_> {
    pub(super) fn meetings(&mut self) {
        let facts = self.facts;
        for meeting in &facts.appointments {
            self.meeting(meeting);
        }
    }

    fn meeting(&mut self, meeting: &Appointment) {
        let day = meeting.start.date();
        let clock = |kind, span| self.clock(kind, day, span, meeting.id.0).of(Some(meeting.operator));
        let next_day = day.succ_opt().unwrap_or(day);
        // From its hour on the agenda asks for the outcome, the radar from the
        // next day.
        let outcome = clock(Kind::Outcome, Span::Written).shown_from(next_day);
        match meeting.state {
            AppointmentState::Drafted => {
                let (kind, span) = self.notice(meeting);
                self.add(clock(kind, span).shown_until(day));
                self.add(outcome);
            }
            AppointmentState::Undelivered => {
                self.add(clock(Kind::Undelivered, Span::Written).shown_until(day));
                self.add(outcome);
            }
            AppointmentState::Sent
            | AppointmentState::Delivered
            | AppointmentState::OptionChosen
            | AppointmentState::ToBeClosed => self.add(outcome),
            // Once there is a case the term is the case's.
            AppointmentState::AbsentPending if !self.has_case(meeting) => {
                let days = self.parameters(day).conditionality.absence_days;
                self.add(clock(Kind::Justify, Span::Days(days)));
            }
            AppointmentState::ToConvene => {
                if !self.convened_after(meeting) {
                    self.add(clock(Kind::ConveneAgain, Span::Written));
                }
            }
            AppointmentState::AbsentUnjustified => {
                if propose::proposed(meeting, &self.facts.dids, &self.facts.cases).is_some() {
                    self.add(clock(Kind::CaseOpen, Span::Written));
                }
            }
            AppointmentState::AbsentPending
            | AppointmentState::Held
            | AppointmentState::AbsentJustified
            | AppointmentState::Moved
            | AppointmentState::Cancelled => {}
        }
    }

    /// How long before it is sent: hours for who has NASpI or DIS-COLL
    /// (R-CNV-6), else working days by the channel, as far as it is chosen
    /// (R-CNV-7).
    fn notice(&self, meeting: &Appointment) -> (Kind, Span) {
        let figures = self.parameters(meeting.start.date()).convocation;
        if self.facts.did().is_some_and(|did| did.benefit.is_insurance()) {
            return (Kind::Call, Span::HoursBefore(figures.call_hours_least));
        }
        let days = match meeting.channel {
            Some(ConvocationChannel::RegisteredLetter | ConvocationChannel::RegisteredByHand) => {
                figures.notice_days_letter
            }
            _ => figures.notice_days_electronic,
        };
        (Kind::Convocation, Span::WorkingDaysBefore(days))
    }

    fn has_case(&self, meeting: &Appointment) -> bool {
        self.facts.cases.iter().any(|case| case.appointment == Some(meeting.id))
    }

    /// Was the person given another appointment since, held or still to come?
    fn convened_after(&self, missed: &Appointment) -> bool {
        let counts = |other: &&Appointment| other.state.is_open() || other.state == AppointmentState::Held;
        self.facts.appointments.iter().filter(counts).any(|other| other.start > missed.start)
    }

    /// A clock of this person.
    pub(super) fn clock(
        &self,
        kind: Kind,
        from: chrono::NaiveDate,
        span: Span,
        subject: uuid::Uuid,
    ) -> Clock {
        Clock::new(kind, from, span, subject, self.known.is_holiday)
    }
}
