//! What the keys do on AG01.

use super::acts::{About, Panel, event};
use super::answers::COVER;
use super::{Agenda, Over, Purpose, View, ask_card};
use crate::desk::query::CellKind;
use crate::domain::appointment::{AppointmentEvent as Event, AppointmentState, states};
use crate::domain::document::DocumentKind;
use crate::domain::office::Operator;
use crate::ui::action::Action;
use crate::ui::effect::{Effect, Effects, Notice};
use crate::ui::route::Route;
use crate::ui::screen::{Cx, Flow, Screen};
use crate::ui::screens::common;
use crate::ui::screens::panel::Acted;
use crate::ui::strings::agenda as words;
use crate::ui::widgets::calendar::Calendar;
use crate::ui::widgets::picker::{Picked, Picker};

impl Agenda {
    pub(super) fn act_anywhere(&mut self, action: Action, cx: &Cx) -> Flow {
        if self.over.is_some() {
            return Flow::Used(self.act_over(action, cx));
        }
        if self.printing.is_open() {
            let turn = self.printing.act(action);
            return self.print_chosen(turn, cx);
        }
        if self.panel.is_open() {
            return self.act_panel(action, cx);
        }
        let shared = match action {
            Action::List => {
                self.over = Some(Over::Calendar(Calendar::new(self.day, cx.today())));
                Vec::new()
            }
            Action::Refresh => self.read(cx),
            Action::Letter('P') => {
                self.choose_operator();
                Vec::new()
            }
            Action::Letter('T') => self.go(Some(cx.today()), cx),
            _ if self.booking.is_some() => return self.act_slots(action, cx),
            _ => return self.act_shown(action, cx),
        };
        Flow::Used(shared)
    }

    fn choose_operator(&mut self) {
        let items = common::operator_items(&self.operators, Some(self.whose.id));
        let at = items.iter().position(|item| item.value == self.whose.id.to_string());
        let picker = Picker::new(words::CHOOSE_OPERATOR, items.into(), at, "");
        self.over = Some(Over::Operator(Box::new(picker)));
    }

    fn act_over(&mut self, action: Action, cx: &Cx) -> Effects {
        if matches!(action, Action::Back | Action::Exit) {
            self.over = None;
            return Vec::new();
        }
        match &mut self.over {
            Some(Over::Calendar(calendar)) => match action {
                Action::Enter | Action::Save => {
                    let day = calendar.day();
                    self.over = None;
                    self.go(Some(day), cx)
                }
                Action::Letter('T') => {
                    calendar.text(&crate::ui::keys::Text::typed("t"));
                    Vec::new()
                }
                other => {
                    calendar.act(other);
                    Vec::new()
                }
            },
            Some(Over::Operator(picker)) => {
                let Picked::Item(item) = picker.act(action) else { return Vec::new() };
                self.over = None;
                let chosen = self.operators.iter().find(|o| o.id.to_string() == item.value).cloned();
                chosen.map_or_else(Vec::new, |operator| self.turn_to(operator, cx))
            }
            None => Vec::new(),
        }
    }

    fn turn_to(&mut self, operator: Operator, cx: &Cx) -> Effects {
        self.board.go_to_lane(operator.id);
        self.whose = operator;
        match (&self.booking, self.view) {
            (Some(_), _) => {
                self.slots.wait();
                self.read(cx)
            }
            (None, View::Day) => Vec::new(),
            (None, View::Week | View::Office) => {
                self.show_week(cx);
                Vec::new()
            }
        }
    }

    fn act_panel(&mut self, action: Action, cx: &Cx) -> Flow {
        // F9 on a booking records it, then opens its memo.
        let booking = matches!(self.panel.get(), Some(Panel { about: About::Book(..), .. }));
        self.memo = booking && action == Action::Print;
        let action = if self.memo { Action::Save } else { action };
        match self.panel.act(action) {
            None => Flow::Pass,
            Some(Acted::Save) => Flow::Used(self.save()),
            Some(Acted::Warned(notice)) => Flow::ask(notice),
            Some(Acted::Closed) => {
                self.saving.clear();
                Flow::used()
            }
            Some(Acted::Form(outcome)) => self.formed(outcome, cx),
        }
    }

    fn act_slots(&mut self, action: Action, cx: &Cx) -> Flow {
        if self.slots.act(action) {
            return Flow::used();
        }
        let week = |by| self.slots.first_day().and_then(|first| super::shifted(first, by));
        let (next, prev) = (week(7), week(-7));
        match action {
            Action::Enter | Action::New => match self.slots.chosen() {
                Some(at) => Flow::Used(self.open_booking(at, cx)),
                None => Flow::used(),
            },
            Action::Next => Flow::Used(self.go(next, cx)),
            Action::Prev => Flow::Used(self.go(prev, cx)),
            Action::View => Flow::Used(self.show_day(cx)),
            Action::Back if !self.leaves => Flow::Used(self.show_day(cx)),
            _ => Flow::Pass,
        }
    }

    fn act_shown(&mut self, action: Action, cx: &Cx) -> Flow {
        let moved = match self.view {
            _ if self.on_left => self.left.act(action),
            View::Office => self.week.act(action),
            View::Day | View::Week => {
                let moved = self.board.act(action);
                self.follow_lane();
                moved
            }
        };
        if moved {
            return Flow::used();
        }
        let who = self.selected().map(|row| row.appointment.registrant);
        let person = |open: fn(crate::domain::ids::RegistrantId) -> Route| match who {
            Some(who) => vec![Effect::Open(open(who))],
            None => vec![Notice::info(words::NO_ROW).into()],
        };
        let effects = match action {
            Action::Prev | Action::Letter('-') => self.turn(-1, cx),
            Action::Next | Action::Letter('+') => self.turn(1, cx),
            Action::Forward | Action::Backward => {
                self.on_left = !self.on_left && !self.left.rows().is_empty();
                Vec::new()
            }
            Action::Enter => self.enter_place(person(Route::Person), cx),
            Action::New => match cx.person {
                Some(person) => self.look_for_slot(Purpose::Book(person.id), cx),
                None => vec![Notice::info(words::NOBODY).into()],
            },
            Action::View => self.turn_view(cx),
            Action::Print => self.ask_print(),
            Action::PrintWith => self.choose_print(cx),
            Action::Letter('V') => self.paper(DocumentKind::Convocation),
            Action::Letter('M') => self.paper(DocumentKind::Memo),
            Action::Letter('O') => person(Route::Person),
            Action::Letter('L') => person(Route::Activities),
            Action::Letter('E') => self.open_event(None, cx),
            Action::Letter('C') => self.open_event(Some(Event::Sent), cx),
            Action::Letter('A') => self.open_event(Some(Event::Absent), cx),
            Action::Letter('K') => self.open_case(),
            Action::Letter('S') => self.start_move(cx),
            Action::Letter('R') => self.start_reassign(),
            Action::Letter(digit @ '1'..='9') => self.close_left(digit, cx),
            _ => return Flow::Pass,
        };
        Flow::Used(effects)
    }

    fn enter_place(&mut self, open: Effects, cx: &Cx) -> Effects {
        if self.on_left {
            return open;
        }
        if self.view == View::Office {
            if let Some((operator, day)) = self.week.chosen().map(|(o, day)| (o.clone(), day)) {
                (self.whose, self.day) = (operator, day);
            }
            return self.show_day(cx);
        }
        let Some(cell) = self.board.cell() else { return Vec::new() };
        match cell.kind {
            CellKind::Free => {
                let at = cell.start;
                self.open_booking(at, cx)
            }
            CellKind::Booked(_) => open,
            CellKind::Pause | CellKind::Away => Vec::new(),
        }
    }

    /// Day, week of the operator, week of the office, day.
    fn turn_view(&mut self, cx: &Cx) -> Effects {
        match self.view {
            View::Day => {
                self.view = View::Week;
                self.on_left = false;
                self.board.wait();
                self.week.wait();
                self.read(cx)
            }
            View::Week => {
                self.view = View::Office;
                self.on_left = false;
                Vec::new()
            }
            View::Office => {
                if let Some((_, day)) = self.week.chosen() {
                    self.day = day;
                }
                self.show_day(cx)
            }
        }
    }

    /// The outcome of the nth left open, in one key.
    fn close_left(&mut self, digit: char, cx: &Cx) -> Effects {
        let place = digit.to_digit(10).map_or(0, |digit| digit as usize);
        if place == 0 || place > self.left.rows().len() {
            return Vec::new();
        }
        self.left.select(place - 1);
        self.on_left = true;
        self.open_event(None, cx)
    }

    fn open_booking(&mut self, at: chrono::NaiveDateTime, cx: &Cx) -> Effects {
        let who = match &self.booking {
            Some(Purpose::Move(row)) => {
                let here = cx.person.is_some_and(|person| person.id == row.appointment.registrant);
                let row = (**row).clone();
                let mut effects = self.open_panel(Panel::moving(row, at, &self.whose, here, cx.now));
                effects.extend(self.weigh());
                return effects;
            }
            Some(Purpose::Book(who)) => Some(*who),
            None => cx.person.map(|person| person.id),
        };
        let Some(who) = who else { return vec![Notice::info(words::NOBODY).into()] };
        let mut effects = self.open_panel(Panel::book(who, at, self.card_of(who), &self.whose, cx.today()));
        effects.extend(self.weigh());
        if self.card_of(who).is_none() {
            effects.push(ask_card(who));
        }
        effects
    }

    fn open_event(&mut self, event: Option<Event>, cx: &Cx) -> Effects {
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
        if event == Event::Sent && again {
            return self.look_for_slot(Purpose::Book(who), cx);
        }
        let possible = states::next(appointment.state, event, appointment.proved).is_some();
        let mut effects = self.open_panel(Panel::event(row, event, &self.whose, cx));
        match event {
            Event::Sent => effects.push(ask_card(who)),
            _ if possible => {}
            _ => effects.extend(self.weigh()),
        }
        effects
    }

    /// The new slot is looked for first, with the same operator; who asks and
    /// why is written with it.
    fn start_move(&mut self, cx: &Cx) -> Effects {
        let Some(row) = self.selected().cloned() else {
            return vec![Notice::info(words::NO_ROW).into()];
        };
        let appointment = &row.appointment;
        if states::next(appointment.state, Event::Moved, appointment.proved).is_none() {
            return vec![Notice::no(words::not_movable(appointment.state.label())).into()];
        }
        if let Some(operator) = self.operators.iter().find(|o| o.id == appointment.operator) {
            self.whose = operator.clone();
        }
        self.look_for_slot(Purpose::Move(Box::new(row)), cx)
    }

    /// The letter of the appointment, or the memo of all its person has.
    fn paper(&self, kind: DocumentKind) -> Effects {
        let Some(row) = self.selected() else { return vec![Notice::info(words::NO_ROW).into()] };
        let (who, id) = (row.appointment.registrant, row.appointment.id);
        let subject = if kind == DocumentKind::Memo { who.0 } else { id.0 };
        vec![Effect::Open(Route::DocumentToIssue(who, kind, subject))]
    }

    /// The form that opens a case from the absence, once it is not justified.
    fn open_case(&self) -> Effects {
        let Some(row) = self.selected() else { return vec![Notice::info(words::NO_ROW).into()] };
        let appointment = &row.appointment;
        if appointment.state != AppointmentState::AbsentUnjustified {
            return vec![Notice::no(words::no_case(appointment.state.label())).into()];
        }
        vec![Effect::Open(Route::CaseFrom(appointment.registrant, appointment.id))]
    }

    fn start_reassign(&mut self) -> Effects {
        let one = self.selected().cloned();
        let (whose, day) = match &one {
            Some(row) => (row.appointment.operator, row.appointment.start.date()),
            None => (self.whose.id, self.day),
        };
        self.giving = Some((one, whose));
        vec![Effect::Ask(COVER, crate::desk::Query::OfficeDay { day })]
    }

    /// What the rules say of the panel as it is now.
    pub(super) fn weigh(&self) -> Effects {
        let Some(panel) = self.panel.get().filter(|panel| panel.redrafts().is_none()) else {
            return Vec::new();
        };
        let command = panel.command(self.card.as_deref(), self.saving.given());
        vec![Effect::Ask("weigh", crate::desk::Query::Weigh(Box::new(command)))]
    }

    pub(super) fn save(&mut self) -> Effects {
        let Some(panel) = self.panel.get_mut() else { return Vec::new() };
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

    pub(super) fn run(&self) -> Effects {
        let Some(panel) = self.panel.get() else { return Vec::new() };
        let command = panel.command(self.card.as_deref(), self.saving.given());
        vec![Effect::Run("save", Box::new(command))]
    }
}
