//! AG01: the day of one operator, and where somebody is booked.

mod answers;
mod book;
mod day;
mod draw;
mod event;
mod grid;
mod keys;
mod linear;
mod panel;
mod side;

use std::borrow::Cow;

use chrono::{Days, NaiveDate, NaiveDateTime};
use ratatui::Frame;
use ratatui::layout::Rect;

use crate::desk::query::{AgendaRow, DayAgenda, PersonCard, Query};
use crate::domain::appointment::{AppointmentEvent, AppointmentState};
use crate::domain::ids::RegistrantId;
use crate::domain::office::Operator;
use crate::ui::action::Action;
use crate::ui::effect::{Effect, Effects, Notice, Reply, Slot};
use crate::ui::form::{Form, FormOutcome};
use crate::ui::keymap::Context;
use crate::ui::keys::Text;
use crate::ui::linear::Linear;
use crate::ui::reasons::REASON;
use crate::ui::route::Code;
use crate::ui::screen::{Cx, Flow, Offer, Screen};
use crate::ui::screens::saving::Saving;
use crate::ui::strings::agenda as words;
use crate::ui::widgets::calendar::Calendar;
use crate::ui::widgets::picker::Picker;
use crate::ui::widgets::table::Table;

use day::Row;
use grid::Grid;
use panel::Panel;

/// Working days of free slots read at once.
const DAYS: usize = 15;

/// What covers the agenda.
enum Over {
    /// F4.
    Calendar(Calendar),
    /// Whose agenda.
    Operator(Box<Picker>),
}

/// The agenda.
pub struct Agenda {
    day: NaiveDate,
    whose: Operator,
    operators: Vec<Operator>,
    /// Who is being booked: the free slots are shown instead of the day.
    booking: Option<RegistrantId>,
    /// The first day of the free slots is still the desk's to propose.
    proposes: bool,
    /// Opened for that: left as soon as it is done.
    leaves: bool,
    card: Option<Box<PersonCard>>,
    agenda: Option<DayAgenda>,
    rows: Table<Row>,
    unclosed: Table<AgendaRow>,
    /// The keys are among what was left open.
    below: bool,
    grid: Grid,
    panel: Option<Panel>,
    over: Option<Over>,
    saving: Saving,
    told: bool,
}

impl Agenda {
    /// The agenda of who is signed in.
    #[must_use]
    pub fn new(day: Option<NaiveDate>, booking: Option<RegistrantId>, cx: &Cx) -> Self {
        Self {
            day: day.unwrap_or(cx.today()),
            whose: cx.session.map(|session| session.operator.clone()).unwrap_or_default(),
            operators: Vec::new(),
            booking,
            proposes: day.is_none(),
            leaves: booking.is_some(),
            card: None,
            agenda: None,
            rows: Table::new(day::columns(), words::EMPTY),
            unclosed: Table::new(day::unclosed_columns(), ""),
            below: false,
            grid: Grid::default(),
            panel: None,
            over: None,
            saving: Saving::default(),
            told: false,
        }
    }

    /// Asks for what is shown.
    fn read(&mut self, cx: &Cx) -> Effects {
        let operator = self.whose.id;
        if self.booking.is_some() {
            // Today is nearly over: one begins with the next working day.
            let tomorrow = cx.today().succ_opt().unwrap_or(cx.today());
            let from = self.day.max(tomorrow);
            // The first time from the day the agreed frequency leads to.
            let person = self.booking.filter(|_| self.proposes);
            return vec![Effect::Ask("free", Query::Free { from, days: DAYS, operator, person })];
        }
        vec![Effect::Ask("day", Query::Day { day: self.day, operator: Some(operator) })]
    }

    fn ask_card(who: RegistrantId) -> Effect {
        Effect::Ask("card", Query::Person { registrant: who, reason: None })
    }

    fn go(&mut self, day: Option<NaiveDate>, cx: &Cx) -> Effects {
        let Some(day) = day else { return Vec::new() };
        self.day = day;
        self.below = false;
        self.rows.wait();
        self.grid.wait();
        self.agenda = None;
        self.read(cx)
    }

    fn turn_operator(&mut self, by: isize, cx: &Cx) -> Effects {
        let count = self.operators.len();
        let Some(now) = self.operators.iter().position(|o| o.id == self.whose.id) else { return Vec::new() };
        let next = now.checked_add_signed(by).unwrap_or(count - 1) % count;
        self.whose = self.operators[next].clone();
        self.go(Some(self.day), cx)
    }

    /// The appointment under the pointer.
    fn selected(&self) -> Option<&AgendaRow> {
        if self.below { self.unclosed.selected() } else { self.rows.selected().and_then(Row::booked) }
    }

    /// Turns to the free slots, to book somebody.
    fn start_booking(&mut self, who: RegistrantId, cx: &Cx) -> Effects {
        self.booking = Some(who);
        self.proposes = true;
        self.panel = None;
        self.day = cx.today();
        self.grid.wait();
        let mut effects = self.read(cx);
        effects.push(Self::ask_card(who));
        effects
    }

    fn show_day(&mut self, cx: &Cx) -> Effects {
        self.booking = None;
        self.panel = None;
        self.go(Some(self.day), cx)
    }

    fn open_booking(&mut self, at: NaiveDateTime, cx: &Cx) -> Effects {
        let Some(who) = self.booking.or(cx.person.map(|person| person.id)) else {
            return vec![Notice::info(words::NOBODY).into()];
        };
        let card = self.card.as_deref().filter(|card| card.registrant.id == who);
        self.panel = Some(Panel::book(who, at, card, &self.whose, cx.today()));
        let mut effects = self.weigh();
        if self.card.as_ref().is_none_or(|card| card.registrant.id != who) {
            effects.push(Self::ask_card(who));
        }
        effects
    }

    fn open_event(&mut self, event: Option<AppointmentEvent>, cx: &Cx) -> Effects {
        let Some(row) = self.selected().cloned() else {
            return vec![Notice::info(words::NO_ROW).into()];
        };
        let appointment = &row.appointment;
        let event = event.unwrap_or_else(|| event::likely(appointment, cx.now));
        let who = appointment.registrant;
        let again = matches!(
            appointment.state,
            AppointmentState::ToConvene | AppointmentState::Moved | AppointmentState::AbsentJustified
        );
        if event == AppointmentEvent::Sent && again {
            return self.start_booking(who, cx);
        }
        let possible =
            crate::domain::appointment::states::next(appointment.state, event, appointment.proved).is_some();
        self.panel = Some(Panel::event(row, event, cx.today()));
        match event {
            AppointmentEvent::Sent => vec![Self::ask_card(who)],
            _ if possible => Vec::new(),
            _ => self.weigh(),
        }
    }

    /// What the rules say of the panel as it is now.
    fn weigh(&self) -> Effects {
        let Some(panel) = self.panel.as_ref().filter(|panel| panel.redrafts().is_none()) else {
            return Vec::new();
        };
        let command = panel.command(&self.whose, self.card.as_deref(), self.saving.given());
        vec![Effect::Ask("weigh", Query::Weigh(Box::new(command)))]
    }

    fn save(&mut self) -> Effects {
        let Some(panel) = &mut self.panel else { return Vec::new() };
        // What the rules said may be of a moment ago: the desk says it now.
        panel.form.find_all(Vec::new());
        if let Err(obstacle) = panel.form.check() {
            return vec![Notice::obstacle(obstacle).into()];
        }
        if !self.saving.begin() {
            return Vec::new();
        }
        if let Some(redraft) = panel.redrafts() {
            return vec![Effect::Run("redraft", Box::new(redraft))];
        }
        self.run()
    }

    fn run(&self) -> Effects {
        let Some(panel) = &self.panel else { return Vec::new() };
        let command = panel.command(&self.whose, self.card.as_deref(), self.saving.given());
        vec![Effect::Run("save", Box::new(command))]
    }
}

impl Screen for Agenda {
    fn code(&self) -> Code {
        "AG01"
    }

    fn title(&self) -> Cow<'static, str> {
        if self.booking.is_some() { words::TITLE_BOOK.into() } else { words::TITLE.into() }
    }

    fn enter(&mut self, cx: &Cx) -> Effects {
        let mut effects = self.read(cx);
        effects.push(Effect::Ask("operators", Query::Operators));
        effects.extend(self.booking.map(Self::ask_card));
        effects
    }

    fn back(&mut self, cx: &Cx) -> Effects {
        self.read(cx)
    }

    fn act(&mut self, action: Action, cx: &Cx) -> Flow {
        self.act_anywhere(action, cx)
    }

    fn text(&mut self, text: &Text, cx: &Cx) -> Flow {
        if let Some(Over::Operator(picker)) = &mut self.over {
            picker.text(text);
            return Flow::used();
        }
        let Some(panel) = &mut self.panel else { return Flow::Pass };
        let outcome = panel.form.text(text);
        self.formed(outcome, cx)
    }

    fn context(&self) -> Context {
        let types = match self.over {
            Some(Over::Operator(_)) => true,
            Some(Over::Calendar(_)) => false,
            None => self.panel.is_some(),
        };
        if types { Context::Form } else { Context::List }
    }

    fn form(&self) -> Option<&Form> {
        self.panel.as_ref().map(|panel| &panel.form)
    }

    fn form_mut(&mut self) -> Option<&mut Form> {
        self.panel.as_mut().map(|panel| &mut panel.form)
    }

    fn formed(&mut self, outcome: FormOutcome, _cx: &Cx) -> Flow {
        let Some(panel) = &mut self.panel else { return Flow::Pass };
        panel.warned = false;
        match outcome {
            FormOutcome::Submit => Flow::Used(self.save()),
            FormOutcome::Changed(field) => {
                panel.follow(field, &self.whose, self.card.as_deref());
                Flow::Used(self.weigh())
            }
            FormOutcome::Left(field) => {
                if field == "appointment.service" && panel.form.changed() {
                    panel.follow(field, &self.whose, self.card.as_deref());
                }
                Flow::Used(self.weigh())
            }
            other => Flow::of(other),
        }
    }

    fn reply(&mut self, slot: Slot, reply: Reply, cx: &Cx) -> Effects {
        match (slot, reply) {
            (_, Reply::Answer(Ok(answer))) => self.answered(*answer, cx),
            ("day", Reply::Answer(Err(fault))) => {
                self.rows.fail(fault.to_string());
                Vec::new()
            }
            ("redraft", Reply::Outcome(Ok(outcome))) if outcome.accepted => self.run(),
            ("save" | "redraft", Reply::Outcome(Ok(outcome))) => self.saved(*outcome, cx),
            ("save" | "redraft", Reply::Outcome(Err(_))) => {
                self.saving.done();
                Vec::new()
            }
            (REASON, Reply::Told(told)) => {
                let (again, mut effects) = self.saving.told(told);
                if again && self.saving.begin() {
                    effects.extend(self.run());
                }
                effects
            }
            _ => Vec::new(),
        }
    }

    fn offers(&self, cx: &Cx) -> Vec<Offer> {
        self.offers_now(cx)
    }

    fn draw(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        self.draw_body(frame, area, cx);
    }

    fn linear(&self, out: &mut Linear, _cx: &Cx) {
        self.tell(out);
    }

    fn has_side(&self) -> bool {
        true
    }

    fn side(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        match &self.panel {
            Some(panel) => crate::ui::side::draw_form_side(&panel.form, frame, area, cx.look),
            None if self.booking.is_some() => {
                side::draw_person(frame, area, self.card.as_deref(), cx.now, cx.look);
            }
            None => side::draw_day(frame, area, self.selected(), self.agenda.as_ref(), cx.look),
        }
    }
}

/// So many days later or earlier.
fn shifted(day: NaiveDate, by: i64) -> Option<NaiveDate> {
    let days = Days::new(by.unsigned_abs());
    if by < 0 { day.checked_sub_days(days) } else { day.checked_add_days(days) }
}
