//! What F4 opens over a form: a calendar or a list.

use std::rc::Rc;

use chrono::NaiveDate;
use ratatui::Frame;
use ratatui::layout::Rect;

use super::spec::{Days, Item};
use crate::ui::action::Action;
use crate::ui::keys::Text;
use crate::ui::linear::Linear;
use crate::ui::look::Look;
use crate::ui::widgets::calendar::Calendar;
use crate::ui::widgets::picker::{Picked, Picker};

/// What is open.
pub(super) enum Popup {
    Calendar(Calendar),
    List(Box<Picker>),
}

/// What came of a key.
pub(super) enum PopupOutcome {
    Open,
    Close,
    /// A day that cannot be chosen.
    Refused,
    Day(NaiveDate),
    Item(Item),
}

impl Popup {
    pub fn calendar(day: NaiveDate, today: NaiveDate, days: Days) -> Self {
        Self::Calendar(Calendar::new(day, today).only(days))
    }

    pub fn list(title: &str, items: Rc<[Item]>, chosen: Option<usize>, words: &str) -> Self {
        Self::List(Box::new(Picker::new(title, items, chosen, words)))
    }

    pub fn text(&mut self, text: &Text) -> PopupOutcome {
        match self {
            Self::Calendar(calendar) => {
                calendar.text(text);
                PopupOutcome::Open
            }
            Self::List(list) => {
                list.text(text);
                PopupOutcome::Open
            }
        }
    }

    pub fn act(&mut self, action: Action) -> PopupOutcome {
        if matches!(action, Action::Back | Action::List) {
            return PopupOutcome::Close;
        }
        match self {
            Self::Calendar(calendar) => match action {
                Action::Enter | Action::Save if !calendar.allows(calendar.day()) => PopupOutcome::Refused,
                Action::Enter | Action::Save => PopupOutcome::Day(calendar.day()),
                _ => {
                    calendar.act(action);
                    PopupOutcome::Open
                }
            },
            Self::List(list) => match list.act(action) {
                Picked::Item(item) => PopupOutcome::Item(item),
                Picked::Still => PopupOutcome::Open,
            },
        }
    }

    /// Tells it.
    pub fn linear(&self, out: &mut Linear) {
        match self {
            Self::Calendar(calendar) => calendar.linear(out),
            Self::List(list) => list.linear(out),
        }
    }

    /// Draws it under the row `at`, or above it, always inside `body`.
    pub fn draw(&self, frame: &mut Frame, body: Rect, at: (u16, u16), look: &Look) {
        match self {
            Self::Calendar(calendar) => calendar.draw(frame, body, at, look),
            Self::List(list) => list.draw(frame, body, at, look),
        }
    }
}
