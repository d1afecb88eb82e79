//! The short form below the agenda: a booking, what happened, a move, a
//! reassignment.

pub mod event;
pub mod moving;
pub mod reassign;

use chrono::{NaiveDate, NaiveDateTime};
use ratatui::Frame;
use ratatui::layout::Rect;

use super::book;
use crate::desk::Command;
use crate::desk::query::{AgendaRow, PersonCard};
use crate::domain::appointment::{AppointmentEvent, states};
use crate::domain::finding::{Acceptance, Finding};
use crate::domain::ids::RegistrantId;
use crate::domain::office::Operator;
use crate::ui::form::Form;
use crate::ui::linear::Linear;
use crate::ui::look::Look;
use crate::ui::screen::Cx;
use crate::ui::screens::common;
use crate::ui::side::Column;
use crate::ui::strings::agenda as words;
use crate::ui::theme::Role;
use reassign::Plan;

/// What the form is about.
pub enum About {
    /// A booking at a moment.
    Book(RegistrantId, NaiveDateTime),
    /// Something that happened to an appointment.
    Event(Box<AgendaRow>),
    /// An appointment goes to another moment.
    Move(Box<AgendaRow>),
    /// Appointments go to other operators.
    Reassign(Box<Plan>),
}

/// The form with what it is about.
pub struct Panel {
    /// What it is about.
    pub about: About,
    /// Who receives there.
    pub whose: Operator,
    /// The form.
    pub form: Form,
}

impl Panel {
    fn new(about: About, whose: &Operator, form: Form) -> Self {
        Self { about, whose: whose.clone(), form }
    }

    /// A booking with what is proposed.
    #[must_use]
    pub fn book(
        who: RegistrantId,
        at: NaiveDateTime,
        card: Option<&PersonCard>,
        operator: &Operator,
        today: NaiveDate,
    ) -> Self {
        let mut form = book::form(today);
        book::propose(&mut form, at, card, operator, today);
        Self::new(About::Book(who, at), operator, form)
    }

    /// What happened to an appointment.
    #[must_use]
    pub fn event(row: AgendaRow, happened: AppointmentEvent, whose: &Operator, cx: &Cx) -> Self {
        let form = event::form(&row.appointment, happened, cx);
        Self::new(About::Event(Box::new(row)), whose, form)
    }

    /// An appointment that goes to `at`, with the operator `whose`.
    #[must_use]
    pub fn moving(
        row: AgendaRow,
        at: NaiveDateTime,
        whose: &Operator,
        here: bool,
        now: NaiveDateTime,
    ) -> Self {
        let form = moving::form(&row.appointment, at, whose, here, now);
        Self::new(About::Move(Box::new(row)), whose, form)
    }

    /// Appointments that go to other operators.
    #[must_use]
    pub fn reassign(plan: Plan, whose: &Operator, today: NaiveDate) -> Self {
        let form = reassign::form(&plan, today);
        Self::new(About::Reassign(Box::new(plan)), whose, form)
    }

    /// What the form says, as a command.
    #[must_use]
    pub fn command(&self, card: Option<&PersonCard>, accepted: Vec<Acceptance>) -> Command {
        match &self.about {
            About::Book(who, _) => book::command(&self.form, *who, &self.whose, card, accepted),
            About::Event(row) => event::command(&self.form, &row.appointment, accepted),
            About::Move(row) => moving::command(&self.form, &row.appointment, &self.whose, accepted),
            About::Reassign(plan) => reassign::command(&self.form, plan),
        }
    }

    /// Follows a change of one field.
    pub fn follow(&mut self, field: &str, card: Option<&PersonCard>) {
        match &self.about {
            About::Book(..) => book::follow(&mut self.form, field, &self.whose),
            About::Event(_) => event::follow(&mut self.form, field, card),
            About::Move(..) | About::Reassign(_) => {}
        }
    }

    /// The person is known now: what follows from them is proposed.
    pub fn known(&mut self, card: &PersonCard, whose: &Operator, today: NaiveDate) {
        match self.about {
            About::Book(_, at) => book::propose(&mut self.form, at, Some(card), whose, today),
            About::Event(_) => event::propose_channel(&mut self.form, card),
            About::Move(..) | About::Reassign(_) => {}
        }
    }

    /// What was accepted about the appointment before.
    pub fn accepted(&mut self, card: &PersonCard) {
        if let About::Event(row) | About::Move(row) = &self.about {
            self.form.accepted(card.accepted(row.appointment.id.0));
        }
    }

    /// Gives findings the names of the fields they are about.
    pub fn rename(&self, findings: &mut [Finding]) {
        if let About::Reassign(_) = self.about {
            reassign::rename(findings);
        }
    }

    /// The event chosen, for a panel about one.
    #[must_use]
    pub fn happened(&self) -> Option<AppointmentEvent> {
        matches!(self.about, About::Event(_)).then(|| self.form.values().chosen_as("event")).flatten()
    }

    /// The day booked, for a panel that books.
    #[must_use]
    pub fn day(&self) -> Option<NaiveDate> {
        self.form.values().date("appointment.start")
    }

    /// The moment booked, in words.
    #[must_use]
    pub fn when(&self) -> String {
        let hour = self.form.values().raw("appointment.start.time").to_owned();
        self.day().map(|day| format!("{} {hour}", common::weekday(day))).unwrap_or_default()
    }

    /// Was it agreed face to face?
    #[must_use]
    pub fn agreed(&self) -> bool {
        self.form.values().on("appointment.agreed_in_person")
    }

    /// Must the appointment go back to being drafted before the convocation is
    /// sent again (it bounced)?
    #[must_use]
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
                on: None,
                note: String::new(),
                convocation: None,
                asked_by: None,
                accepted: Vec::new(),
            })
        })
    }

    /// Rows it takes: title, form, what the rules say.
    #[must_use]
    pub fn rows(&self) -> u16 {
        match &self.about {
            About::Book(..) => 10,
            About::Event(_) => 7,
            About::Move(..) => 9,
            About::Reassign(_) => 13,
        }
    }

    fn title(&self, card: Option<&PersonCard>) -> String {
        let about = |row: &AgendaRow| {
            let appointment = &row.appointment;
            words::event_title(&row.person, &common::moment(appointment.start), appointment.state.label())
        };
        match &self.about {
            About::Book(who, _) => {
                let card = card.filter(|card| card.registrant.id == *who);
                words::book_title(&card.map(|card| card.registrant.list_name()).unwrap_or_default())
            }
            About::Event(row) => about(row),
            About::Move(row) => format!("{}  {}", words::MOVE_TITLE, about(row)),
            About::Reassign(plan) => plan.title().to_owned(),
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
        let bar = Rect { width: area.width.saturating_sub(2), ..area };
        look.put(frame.buffer_mut(), bar, area.x + 2, area.y, &title, Role::Title);
        let beside = frame.area().width >= crate::ui::chrome::WIDE;
        let said = self.form.findings().first().filter(|_| !beside);
        let below = if said.is_some() { 2 } else { 0 };
        if let Some(finding) = said {
            let foot = Rect { y: area.bottom() - below, height: below, ..area };
            Column::new(foot, look).finding(frame, finding);
        }
        let room = Rect { y: area.y + 1, height: area.height - 1 - below, ..area };
        if let About::Reassign(plan) = &self.about {
            let list = Rect {
                y: room.y + reassign::ROWS,
                height: room.height.saturating_sub(reassign::ROWS),
                ..room
            };
            plan.draw(&self.form, frame, list, look);
        }
        self.form.draw_in(frame, room, body, true, look);
    }
}
