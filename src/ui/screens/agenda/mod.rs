//! AG01: the day of the office, the week, and where somebody is booked.

mod acts;
mod answers;
mod book;
mod day;
mod draw;
mod kept;
mod keys;
mod lanes;
mod left;
mod linear;
mod offers;
mod print;
mod read;
mod side;
mod week;

use std::borrow::Cow;
use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use ratatui::Frame;
use ratatui::layout::Rect;

use crate::desk::query::{AgendaRow, PersonCard};
use crate::domain::ids::RegistrantId;
use crate::domain::office::Operator;
use crate::ui::action::Action;
use crate::ui::effect::{Effect, Effects, Reply, Slot};
use crate::ui::form::{Form, FormOutcome};
use crate::ui::keymap::Context;
use crate::ui::keys::Text;
use crate::ui::linear::Linear;
use crate::ui::reasons::REASON;
use crate::ui::route::Code;
use crate::ui::screen::{Cx, Flow, Offer, Screen};
use crate::ui::screens::panel::Place;
use crate::ui::screens::printing::Printing;
use crate::ui::screens::saving::Saving;
use crate::ui::strings::agenda as words;
use crate::ui::widgets::calendar::Calendar;
use crate::ui::widgets::picker::Picker;
use crate::ui::widgets::table::Table;

use acts::Panel;
use book::slots::Slots;
use day::Board;
use lanes::Giving;
use left::Left;
use print::Asked;
use week::Week;

/// What is shown of the agenda; F11 goes round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum View {
    /// The day: all operators side by side where there is room, else one.
    Day,
    /// The week of one operator, a day beside the other.
    Week,
    /// The week of the office in figures.
    Office,
}

/// For what a free slot is looked for.
enum Purpose {
    /// A new appointment of this person.
    Book(RegistrantId),
    /// An appointment goes there.
    Move(Box<AgendaRow>),
}

impl Purpose {
    fn who(&self) -> RegistrantId {
        match self {
            Self::Book(who) => *who,
            Self::Move(row) => row.appointment.registrant,
        }
    }
}

/// What covers the agenda.
enum Over {
    /// F4.
    Calendar(Calendar),
    /// Whose agenda.
    Operator(Box<Picker>),
}

/// The agenda.
pub struct Agenda {
    view: View,
    day: NaiveDate,
    /// Whose lane is under the pointer, whose week, whose free slots.
    whose: Operator,
    operators: Vec<Operator>,
    /// The free slots are shown instead of the day.
    booking: Option<Purpose>,
    /// Opened for that: left as soon as it is done.
    leaves: bool,
    card: Option<Box<PersonCard>>,
    board: Board,
    week: Week,
    left: Table<Left>,
    /// The keys are among what was left open.
    on_left: bool,
    slots: Slots,
    /// For whom the frequency agreed in the pact says where to begin.
    frequency_of: Option<RegistrantId>,
    /// Where it says so.
    proposed: Option<NaiveDate>,
    /// What is being reassigned, while who is free is asked.
    giving: Option<Giving>,
    panel: Place<Panel>,
    over: Option<Over>,
    printing: Printing,
    /// A list that is being made.
    asked: Option<Asked>,
    saving: Saving,
    told: bool,
    /// Once the booking is recorded its memo is wanted.
    memo: bool,
}

impl Agenda {
    /// The agenda of who is signed in.
    #[must_use]
    pub fn new(day: Option<NaiveDate>, booking: Option<RegistrantId>, cx: &Cx) -> Self {
        Self {
            view: View::Day,
            day: day.unwrap_or(cx.today()),
            whose: cx.session.map(|session| session.operator.clone()).unwrap_or_default(),
            operators: Vec::new(),
            booking: booking.map(Purpose::Book),
            leaves: booking.is_some(),
            card: None,
            board: Board::default(),
            week: Week::default(),
            left: Table::new(left::columns(&[], cx.today()), ""),
            on_left: false,
            slots: Slots::default(),
            frequency_of: booking,
            proposed: None,
            giving: None,
            panel: Place::default(),
            over: None,
            printing: Printing::default(),
            asked: None,
            saving: Saving::default(),
            told: false,
            memo: false,
        }
    }

    /// Has a form the keys?
    fn typing(&self) -> bool {
        self.panel.is_open() || self.printing.is_open()
    }

    /// The appointment under the pointer.
    fn selected(&self) -> Option<&AgendaRow> {
        if self.on_left {
            return self.left.selected().map(|item| &item.row);
        }
        match self.view {
            View::Day | View::Week => self.board.selected(),
            View::Office => None,
        }
    }

    /// The same with what is amiss, where it is known.
    fn selected_booked(&self) -> Option<(&AgendaRow, bool)> {
        let unsigned = self.board.cell().and_then(day::booked).is_some_and(|booked| booked.unsigned);
        self.selected().map(|row| (row, unsigned && !self.on_left))
    }

    /// The lane under the pointer says whose agenda it is, and which day.
    fn follow_lane(&mut self) {
        let Some(lane) = self.board.lane() else { return };
        if self.view == View::Week {
            self.day = lane.day;
        } else if let Some(operator) = self.operators.iter().find(|o| o.id == lane.operator) {
            self.whose = operator.clone();
        }
    }
}

impl Screen for Agenda {
    fn code(&self) -> Code {
        "AG01"
    }

    fn title(&self) -> Cow<'static, str> {
        match (&self.booking, self.view) {
            (Some(Purpose::Book(_)), _) => words::TITLE_BOOK,
            (Some(Purpose::Move(_)), _) => words::TITLE_MOVE,
            (None, View::Day) => words::TITLE,
            (None, View::Week | View::Office) => words::TITLE_WEEK,
        }
        .into()
    }

    fn enter(&mut self, cx: &Cx) -> Effects {
        self.enter_reading(cx)
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
        if self.printing.is_open() {
            let turn = self.printing.text(text);
            return self.print_chosen(turn, cx);
        }
        let Some(panel) = self.panel.get_mut() else { return Flow::Pass };
        let outcome = panel.form.text(text);
        self.formed(outcome, cx)
    }

    fn context(&self) -> Context {
        let types = match self.over {
            Some(Over::Operator(_)) => true,
            Some(Over::Calendar(_)) => false,
            None => self.typing(),
        };
        if types { Context::Form } else { Context::List }
    }

    fn form(&self) -> Option<&Form> {
        self.printing.form().or_else(|| self.panel.get().map(|panel| &panel.form))
    }

    fn form_mut(&mut self) -> Option<&mut Form> {
        let form = self.printing.form_mut();
        form.or_else(|| self.panel.get_mut().map(|panel| &mut panel.form))
    }

    fn draft_subject(&self) -> Option<String> {
        // The agenda itself, or the booking it was opened for.
        let who = self.booking.as_ref().filter(|_| self.leaves).map(Purpose::who);
        Some(who.map(|who| who.to_string()).unwrap_or_default())
    }

    fn draft(&self) -> Option<BTreeMap<String, String>> {
        self.panel.typed()
    }

    fn restore(&mut self, values: &BTreeMap<String, String>, focus: &str, cx: &Cx) -> Effects {
        self.draft_found(values, focus, cx)
    }

    fn formed(&mut self, outcome: FormOutcome, cx: &Cx) -> Flow {
        if self.printing.is_open() {
            let turn = self.printing.formed(outcome);
            return self.print_chosen(turn, cx);
        }
        self.panel.changed();
        let Some(panel) = self.panel.get_mut() else { return Flow::Pass };
        match outcome {
            FormOutcome::Submit => Flow::Used(self.save()),
            FormOutcome::Changed(field) => {
                panel.follow(field, self.card.as_deref());
                Flow::Used(self.weigh())
            }
            FormOutcome::Left(field) => {
                if field == "appointment.service" && panel.form.changed() {
                    panel.follow(field, self.card.as_deref());
                }
                Flow::Used(self.weigh())
            }
            other => Flow::of(other),
        }
    }

    fn reply(&mut self, slot: Slot, reply: Reply, cx: &Cx) -> Effects {
        match (slot, reply) {
            (_, Reply::Answer(Ok(answer))) => {
                let mut effects = self.answered(slot, *answer, cx);
                effects.extend(self.reopen(cx));
                effects
            }
            (_, Reply::Answer(Err(fault))) => {
                self.failed(slot, &fault.to_string());
                Vec::new()
            }
            ("redraft", Reply::Outcome(Ok(outcome))) if outcome.accepted => self.run(),
            ("save" | "redraft", Reply::Outcome(Ok(outcome))) => self.saved(*outcome, cx),
            ("save" | "redraft", Reply::Outcome(Err(_))) => {
                self.saving.done();
                Vec::new()
            }
            (print::WHOSE, Reply::Told(told)) => self.print_told(&told, cx),
            (slot, Reply::Job(done)) => self.worked(slot, done),
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

    fn holds_keys(&self) -> bool {
        // Enter is for the slot that is about to be proposed, letters for the
        // form that is about to open.
        self.giving.is_some() || self.booking.is_some() && self.slots.waiting()
    }

    fn draw(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        self.draw_body(frame, area, cx);
    }

    fn linear(&self, out: &mut Linear, cx: &Cx) {
        self.tell(out, cx);
    }

    fn has_side(&self) -> bool {
        true
    }

    fn side(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        match self.form() {
            Some(form) => crate::ui::side::draw_form_side(form, frame, area, cx.look),
            None if self.booking.is_some() => {
                side::draw_person(frame, area, self.card.as_deref(), cx.now, cx.look);
            }
            None => {
                let day = (!self.waiting()).then(|| self.figures());
                side::draw_day(frame, area, self.selected_booked(), day.as_ref(), cx);
            }
        }
    }
}

/// So many days later or earlier.
fn shifted(day: NaiveDate, by: i64) -> Option<NaiveDate> {
    let days = Days::new(by.unsigned_abs());
    if by < 0 { day.checked_sub_days(days) } else { day.checked_add_days(days) }
}

/// What asks who a person is.
fn ask_card(who: RegistrantId) -> Effect {
    Effect::Ask("card", crate::desk::Query::Person { registrant: who, reason: None })
}
