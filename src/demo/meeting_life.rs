//! Appointments of invented people: how they are booked, how they end.

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};

use super::calendar::{moment, open_from, working_days};
use super::fate::{Meeting, PactFate};
use super::life::Life;
use super::texts;
use crate::desk::command::{AppointmentBook, AppointmentHappened, Command};
use crate::domain::appointment::{AppointmentEvent, AppointmentForm, ConvocationChannel, Mode};
use crate::domain::document::{ConvocationLetter, DocumentKind};
use crate::domain::ids::{AppointmentId, PspVersionId};
use crate::tables::code_table;

/// The supervisor closes what others left open.
const SUPERVISOR: usize = 5;

impl Life<'_> {
    /// Books with the person there, from a day on.
    pub fn book_agreed(
        &mut self,
        service: &str,
        day: NaiveDate,
        version: Option<PspVersionId>,
    ) -> Option<(AppointmentId, NaiveDateTime)> {
        let today = self.world.today();
        let slot = self.world.slots.book(&mut self.dice, self.by, day, today);
        // A slot so near that it would be now is given to somebody else.
        (slot > self.hour).then(|| (self.book_at(service, slot, true, version), slot))
    }

    /// Books a slot that is taken already.
    pub fn book_at(
        &mut self,
        service: &str,
        slot: NaiveDateTime,
        agreed: bool,
        version: Option<PspVersionId>,
    ) -> AppointmentId {
        let id = AppointmentId(self.id());
        let row = code_table::services().get(service);
        let minutes = row.map_or(30, |row| row.extra.minutes).min(45);
        let remote = agreed && row.is_some_and(|row| row.extra.remote) && self.dice.chance(12);
        let by_phone = agreed && service == "contatto_ordinario" && self.dice.chance(35);
        let crew = &self.world.crew[self.by];
        let (mode, place, link) = if remote {
            (
                Mode::Video,
                "piattaforma d'Esempio".to_owned(),
                format!("https://video.example.org/{:06}", self.who),
            )
        } else if by_phone {
            (Mode::Phone, String::new(), String::new())
        } else {
            (Mode::InPerson, crew.room.clone(), String::new())
        };
        let appointment = AppointmentForm {
            operator: crew.id,
            service: service.into(),
            start: Some(slot),
            minutes: Some(minutes),
            mode,
            place,
            link,
            agreed_in_person: agreed,
            psp_version: version,
            note: if remote { "a distanza: d'accordo con la persona".into() } else { String::new() },
        };
        let registrant = self.person.id;
        self.act(Command::AppointmentBook(AppointmentBook {
            id,
            registrant,
            appointment,
            accepted: Vec::new(),
        }));
        id
    }

    /// Something happens to an appointment, now.
    pub fn appointment_event(&mut self, appointment: AppointmentId, event: AppointmentEvent, note: &str) {
        self.act(happened(appointment, event, note));
    }

    /// The convocation goes out, with what comes back of it.
    pub fn convene(&mut self, appointment: AppointmentId, channel: ConvocationChannel) {
        use ConvocationChannel as C;
        let p = &self.person;
        let street = format!("{}, {}", p.residence_address, p.residence_cap);
        let address = match channel {
            C::Pec => format!("persona{}@pec.example.org", self.who),
            C::Email if !p.email.is_empty() => p.email.clone(),
            C::Email | C::Sms | C::Phone | C::SiuSiisl => p.mobile.clone(),
            C::RegisteredLetter | C::RegisteredByHand | C::InPersonAgreed => street,
        };
        let channel = if channel == C::Email && p.email.is_empty() { C::Sms } else { channel };
        if matches!(channel, C::Pec | C::Email) {
            let letter = ConvocationLetter {
                channel: Some(channel),
                address: address.clone(),
                ..ConvocationLetter::default()
            };
            self.letter(appointment.0, letter);
        }
        self.act(Command::AppointmentHappened(AppointmentHappened {
            channel: Some(channel),
            address,
            ..of(appointment, AppointmentEvent::Sent, "")
        }));
    }

    /// The appointment agreed while the pact is written; it is on the paper.
    pub fn book_next(&mut self, version: PspVersionId) {
        let day = self.day() + TimeDelta::days(self.dice.between(20, 45));
        let Some((id, slot)) = self.book_agreed("contatto_ordinario", day, Some(version)) else { return };
        if self.who.is_multiple_of(4) {
            self.paper(DocumentKind::Memo, id.0);
        }
        let (event, after, note) = self.dice.weighted(&[
            ((AppointmentEvent::Held, 20, "presente"), 84),
            ((AppointmentEvent::Moved, -26 * 60, "la persona chiede un'altra data"), 6),
            ((AppointmentEvent::Cancelled, -20 * 60, "operatore assente"), 4),
            ((AppointmentEvent::Absent, 20, "attesa di 15 minuti"), 6),
        ]);
        // Without a signed pact who does not come is not absent (R-CNV-9).
        let unsigned = matches!(
            self.fate.pact,
            PactFate::Unsigned | PactFate::Refused | PactFate::Expired | PactFate::Annulled
        );
        let (event, note) = match event {
            AppointmentEvent::Absent if unsigned => (AppointmentEvent::Held, "presente"),
            event => (event, note),
        };
        let at = (slot + TimeDelta::minutes(after)).max(self.hour);
        self.later(self.by, at, happened(id, event, note));
        if event == AppointmentEvent::Absent {
            let day = open_from(working_days(slot.date(), 1));
            let at = moment(&mut self.dice, day);
            let note = *self.dice.pick(&texts::GOOD_REASONS);
            self.later(self.by, at, happened(id, AppointmentEvent::Justified, note));
        }
    }

    /// The last appointment, near the present.
    pub fn meet(&mut self) {
        use AppointmentEvent as E;
        use Meeting as M;
        let today = self.world.today();
        let (booked, slot) = match self.fate.meeting {
            M::None => return,
            M::Drafted
            | M::Sent
            | M::Delivered
            | M::Undelivered
            | M::Agreed
            | M::Chosen
            | M::Moved
            | M::Cancelled => ((4, 6), working_days(today, self.dice.between(6, 15))),
            M::Absent => ((12, 16), working_days(today, -self.dice.between(1, 2))),
            M::Overdue => ((18, 20), working_days(today, -self.dice.between(3, 6))),
            M::Held | M::Justified | M::Unjustified | M::Unproved => {
                ((34, 40), working_days(today, -self.dice.between(6, 16)))
            }
        };
        let booked = working_days(today, -self.dice.between(booked.0, booked.1));
        self.go_to_day(booked);
        let agreed = matches!(self.fate.meeting, M::Agreed | M::Held | M::Moved);
        let service = self.dice.weighted(&[
            ("contatto_ordinario", 40),
            ("aggiornamento_patto", 20),
            ("orientamento_specialistico", 20),
            ("accompagnamento", 12),
            ("formazione", 8),
        ]);
        let slot = self.world.slots.book(&mut self.dice, self.by, slot, today);
        if slot <= self.hour {
            return;
        }
        let id = self.book_at(service, slot, agreed, None);
        let end = slot + TimeDelta::minutes(45);
        // An absence is one where the convocation is proved (R-CNV-9).
        if matches!(self.fate.meeting, M::Absent | M::Justified | M::Unjustified) {
            self.convene(id, ConvocationChannel::Pec);
            self.appointment_event(id, E::Delivered, "");
        }
        match self.fate.meeting {
            M::None | M::Drafted | M::Agreed => {}
            M::Sent => self.convene(id, ConvocationChannel::Sms),
            M::Delivered | M::Chosen => {
                self.convene(id, ConvocationChannel::Pec);
                self.appointment_event(id, E::Delivered, "");
                if self.fate.meeting == M::Chosen {
                    self.wait(1, 1);
                    self.appointment_event(id, E::OptionChosen, "sceglie in presenza");
                }
            }
            M::Undelivered => {
                self.convene(id, ConvocationChannel::Email);
                self.wait(1, 1);
                self.appointment_event(id, E::Undelivered, "casella piena");
            }
            M::Moved => {
                self.wait(1, 1);
                let note = *self.dice.pick(&texts::MOVES);
                self.appointment_event(id, E::Moved, note);
            }
            M::Cancelled => {
                self.wait(1, 1);
                self.appointment_event(id, E::Cancelled, "operatore assente");
            }
            M::Held => self.ends(id, end, E::Held, "presente"),
            M::Absent => self.ends(id, end, E::Absent, "attesa di 20 minuti, nessuna telefonata"),
            M::Justified => {
                self.ends(id, end, E::Absent, "attesa di 15 minuti");
                self.wait(1, 1);
                let note = *self.dice.pick(&texts::GOOD_REASONS);
                self.appointment_event(id, E::Justified, note);
            }
            M::Unjustified => {
                self.ends(id, end, E::Absent, "attesa di 20 minuti");
                self.wait(3, 4);
                self.appointment_event(id, E::Unjustified, "nessun motivo comunicato nei termini");
            }
            M::Unproved => {
                self.convene(id, ConvocationChannel::Sms);
                self.ends(id, end, E::Absent, "nessuna prova della convocazione");
            }
            M::Overdue => {
                self.convene(id, ConvocationChannel::Email);
                let day = working_days(slot.date(), 1);
                let at = moment(&mut self.dice, day);
                self.later(SUPERVISOR, at, happened(id, E::Overdue, ""));
            }
        }
    }

    fn ends(&mut self, appointment: AppointmentId, end: NaiveDateTime, event: AppointmentEvent, note: &str) {
        self.go(end);
        self.appointment_event(appointment, event, note);
    }
}

fn of(appointment: AppointmentId, event: AppointmentEvent, note: &str) -> AppointmentHappened {
    AppointmentHappened {
        appointment,
        event,
        channel: None,
        address: String::new(),
        proved: false,
        on: None,
        note: note.to_owned(),
        convocation: None,
        asked_by: None,
        accepted: Vec::new(),
    }
}

/// Something that happens to an appointment.
pub(super) fn happened(appointment: AppointmentId, event: AppointmentEvent, note: &str) -> Command {
    Command::AppointmentHappened(of(appointment, event, note))
}
