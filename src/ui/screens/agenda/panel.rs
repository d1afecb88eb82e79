//! The short form below the agenda: a booking, or what happened.

use chrono::NaiveDateTime;
use ratatui::Frame;
use ratatui::layout::Rect;

use super::{book, event};
use crate::desk::Command;
use crate::desk::query::{AgendaRow, PersonCard};
use crate::domain::appointment::{AppointmentEvent, states};
use crate::domain::finding::Acceptance;
use crate::domain::ids::RegistrantId;
use crate::domain::office::Operator;
use crate::ui::form::Form;
use crate::ui::linear::Linear;
use crate::ui::look::Look;
use crate::ui::screens::common;
use crate::ui::side::Column;
use crate::ui::strings::agenda as words;
use crate::ui::theme::Role;

/// What the form is about.
pub enum About {
    /// A booking at a moment.
    Book(RegistrantId, NaiveDateTime),
    /// Something that happened to an appointment.
    Event(Box<AgendaRow>),
}

/// The form with what it is about.
pub struct Panel {
    /// What it is about.
    pub about: About,
    /// The form.
    pub form: Form,
    /// Esc was pressed once on a changed form.
    pub warned: bool,
}

impl Panel {
    /// A booking with what is proposed.
    pub fn book(
        who: RegistrantId,
        at: NaiveDateTime,
        card: Option<&PersonCard>,
        operator: &Operator,
        today: chrono::NaiveDate,
    ) -> Self {
        let mut form = book::form(today);
        book::propose(&mut form, at, card, operator, today);
        Self { about: About::Book(who, at), form, warned: false }
    }

    /// What happened to an appointment.
    pub fn event(row: AgendaRow, happened: AppointmentEvent, today: chrono::NaiveDate) -> Self {
        let form = event::form(&row.appointment, happened, today);
        Self { about: About::Event(Box::new(row)), form, warned: false }
    }

    /// What the form says, as a command.
    pub fn command(
        &self,
        operator: &Operator,
        card: Option<&PersonCard>,
        accepted: Vec<Acceptance>,
    ) -> Command {
        match &self.about {
            About::Book(who, _) => book::command(&self.form, *who, operator, card, accepted),
            About::Event(row) => event::command(&self.form, &row.appointment, accepted),
        }
    }

    /// Follows a change of one field.
    pub fn follow(&mut self, field: &str, operator: &Operator, card: Option<&PersonCard>) {
        match &self.about {
            About::Book(..) => book::follow(&mut self.form, field, operator),
            About::Event(_) => event::follow(&mut self.form, field, card),
        }
    }

    /// The event chosen, for a panel about one.
    pub fn happened(&self) -> Option<AppointmentEvent> {
        matches!(self.about, About::Event(_)).then(|| self.form.values().chosen_as("event")).flatten()
    }

    /// Must the appointment go back to being drafted before the convocation is
    /// sent again (it bounced)?
    pub fn redrafts(&self) -> Option<Command> {
        let About::Event(row) = &self.about else { return None };
        let before = &row.appointment;
        let may = |event| states::next(before.state, event, before.proved).is_some();
        let again = self.happened() == Some(AppointmentEvent::Sent)
            && !may(AppointmentEvent::Sent)
            && may(AppointmentEvent::Redrafted);
        again.then(|| {
            Command::AppointmentHappened(crate::desk::command::AppointmentHappened {
                appointment: before.id,
                event: AppointmentEvent::Redrafted,
                channel: None,
                address: String::new(),
                proved: false,
                note: String::new(),
                asked_by: None,
                accepted: Vec::new(),
            })
        })
    }

    /// Rows it takes: title, form, what the rules say.
    pub fn rows(&self) -> u16 {
        match self.about {
            About::Book(..) => 10,
            About::Event(_) => 7,
        }
    }

    fn title(&self, card: Option<&PersonCard>) -> String {
        match &self.about {
            About::Book(who, _) => {
                let card = card.filter(|card| card.registrant.id == *who);
                words::book_title(&card.map(|card| card.registrant.list_name()).unwrap_or_default())
            }
            About::Event(row) => words::event_title(
                &row.person,
                &common::moment(row.appointment.start),
                row.appointment.state.label(),
            ),
        }
    }

    /// Tells title and form, what the rules say beside each field.
    pub fn linear(&self, out: &mut Linear, card: Option<&PersonCard>) {
        out.head(&self.title(card));
        self.form.linear(out, true);
    }

    /// Draws title, form and the first thing the rules say.
    /// Where the right column shows the findings they are not repeated.
    /// Lists open over all of `body`.
    pub fn draw(&self, frame: &mut Frame, area: Rect, body: Rect, card: Option<&PersonCard>, look: &Look) {
        if area.height < 4 {
            return;
        }
        look.rule(frame.buffer_mut(), area, area.y);
        let title = format!(" {} ", self.title(card));
        look.put(frame.buffer_mut(), area, area.x + 2, area.y, &title, Role::Title);
        let beside = frame.area().width >= crate::ui::chrome::WIDE;
        let said = self.form.findings().first().filter(|_| !beside);
        let below = if said.is_some() { 2 } else { 0 };
        if let Some(finding) = said {
            let foot = Rect { y: area.bottom() - below, height: below, ..area };
            Column::new(foot, look).finding(frame, finding);
        }
        let room = Rect { y: area.y + 1, height: area.height - 1 - below, ..area };
        self.form.draw_in(frame, room, body, true, look);
    }
}
