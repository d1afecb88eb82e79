//! The clocks of appointments and convocations.

use super::{Clock, Kind, Radar, Span};
use crate::domain::appointment::{Appointment, AppointmentState, ConvocationChannel};

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
                let clock = clock(Kind::Convocation, Span::WorkingDaysBefore(self.notice(meeting)));
                self.add(clock.shown_until(day));
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
            AppointmentState::AbsentPending => {
                let days = self.parameters(day).conditionality.absence_days;
                self.add(clock(Kind::Justify, Span::Days(days)));
            }
            AppointmentState::ToConvene => {
                if !self.convened_after(meeting) {
                    self.add(clock(Kind::ConveneAgain, Span::Written));
                }
            }
            AppointmentState::Held
            | AppointmentState::AbsentJustified
            | AppointmentState::AbsentUnjustified
            | AppointmentState::Moved
            | AppointmentState::Cancelled => {}
        }
    }

    /// Working days of notice by the channel, as far as it is chosen (R-CNV-7).
    fn notice(&self, meeting: &Appointment) -> u32 {
        let figures = self.parameters(meeting.start.date());
        match meeting.channel {
            Some(ConvocationChannel::RegisteredLetter | ConvocationChannel::RegisteredByHand) => {
                figures.convocation.notice_days_letter
            }
            _ => figures.convocation.notice_days_electronic,
        }
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
