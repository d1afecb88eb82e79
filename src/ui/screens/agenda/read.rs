//! What AG01 asks the desk, and what it makes of the answers: lanes, figures.

use chrono::NaiveDate;

use super::side::Day;
use super::{Agenda, Purpose, View, ask_card, shifted};
use crate::desk::Query;
use crate::domain::ids::RegistrantId;
use crate::ui::effect::{Effect, Effects};
use crate::ui::screen::Cx;

/// Working days of free slots read at once.
const DAYS: usize = 15;

impl Agenda {
    /// Asks for everything, coming in.
    pub(super) fn enter_reading(&mut self, cx: &Cx) -> Effects {
        let mut effects = vec![Effect::Ask("operators", Query::Operators)];
        effects.extend(self.read(cx));
        effects.extend(self.booking.as_ref().map(|purpose| ask_card(purpose.who())));
        effects
    }

    /// Asks for what is shown.
    pub(super) fn read(&mut self, cx: &Cx) -> Effects {
        match (&self.booking, self.view) {
            (Some(_), _) => vec![self.ask_free(cx)],
            (None, View::Day) => vec![Effect::Ask("day", Query::OfficeDay { day: self.day })],
            (None, View::Week | View::Office) => {
                vec![Effect::Ask("week", Query::OfficeWeek { from: self.day, operator: None })]
            }
        }
    }

    /// Free slots from the day shown, or from the one the pact leads to.
    fn ask_free(&self, cx: &Cx) -> Effect {
        // Today is nearly over: one begins with the next working day.
        let tomorrow = cx.today().succ_opt().unwrap_or(cx.today());
        let query = Query::Free {
            from: self.day.max(tomorrow),
            days: DAYS,
            operator: self.whose.id,
            person: self.frequency_of,
        };
        Effect::Ask("free", query)
    }

    pub(super) fn card_of(&self, who: RegistrantId) -> Option<&crate::desk::query::PersonCard> {
        self.card.as_deref().filter(|card| card.registrant.id == who)
    }

    /// Shows another day; an impossible one changes nothing.
    pub(super) fn go(&mut self, day: Option<NaiveDate>, cx: &Cx) -> Effects {
        let Some(day) = day else { return Vec::new() };
        self.day = day;
        self.on_left = false;
        self.board.wait();
        self.week.wait();
        self.slots.wait();
        // Whoever chooses a day knows better than the pact.
        self.frequency_of = None;
        self.read(cx)
    }

    /// The page before or after: a day, or a week.
    pub(super) fn turn(&mut self, by: i64, cx: &Cx) -> Effects {
        let days = if self.view == View::Day { by } else { by * 7 };
        self.go(shifted(self.day, days), cx)
    }

    /// Turns to the free slots, for somebody or for an appointment.
    pub(super) fn look_for_slot(&mut self, purpose: Purpose, cx: &Cx) -> Effects {
        self.panel.close();
        self.day = cx.today();
        self.slots.wait();
        self.frequency_of = match purpose {
            Purpose::Book(who) => Some(who),
            Purpose::Move(_) => None,
        };
        let card = ask_card(purpose.who());
        self.booking = Some(purpose);
        vec![self.ask_free(cx), card]
    }

    /// Back to the day.
    pub(super) fn show_day(&mut self, cx: &Cx) -> Effects {
        self.booking = None;
        self.panel.close();
        self.view = View::Day;
        self.go(Some(self.day), cx)
    }

    /// Is the answer for what is shown not here yet?
    pub(super) fn waiting(&self) -> bool {
        match self.view {
            View::Day | View::Week => self.board.lanes().is_empty(),
            View::Office => self.week.span().is_none(),
        }
    }

    /// Appointments and free slots of what is shown.
    pub(super) fn totals(&self, one: bool) -> (usize, usize) {
        let counts = match self.view {
            View::Day if one => self.board.lane().map(|lane| lane.counts).unwrap_or_default(),
            View::Day | View::Week => self.board.counts(),
            View::Office => self.week.counts(),
        };
        (counts.booked, counts.free)
    }

    /// What the right column counts.
    pub(super) fn figures(&self) -> Day {
        let reasons = self.left.rows().iter().filter(|item| item.reason_until.is_some()).count();
        let counts = if self.view == View::Office { self.week.counts() } else { self.board.counts() };
        Day { counts, to_close: self.left.rows().len() - reasons, reasons }
    }
}
