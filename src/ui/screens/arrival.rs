//! Is the record of the person here? Until it is, the last row of the form
//! says so, F5 asks again and nothing is saved.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::ui::effect::{Effects, Notice};
use crate::ui::linear::Linear;
use crate::ui::look::Look;
use crate::ui::strings::common as words;
use crate::ui::theme::Role;

/// How far the record has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Arrival {
    /// It was asked for.
    #[default]
    Asked,
    /// It could not be read.
    Failed,
    /// It is here.
    Here,
}

impl Arrival {
    /// The record could not be read now. One that is here stays.
    pub fn failed(&mut self) {
        if *self != Self::Here {
            *self = Self::Failed;
        }
    }

    /// Is it here?
    #[must_use]
    pub fn here(self) -> bool {
        self == Self::Here
    }

    /// What F2 says before it is here.
    #[must_use]
    pub fn nothing_to_save(self) -> Effects {
        vec![match self {
            Self::Failed => Notice::no(words::NOT_READ).into(),
            Self::Asked | Self::Here => Notice::info(words::READING).into(),
        }]
    }

    /// What there is to say; nothing once it is here.
    fn said(self) -> Option<(String, Role)> {
        match self {
            Self::Asked => Some((words::READING.to_owned(), Role::Disabled)),
            Self::Failed => Some((format!("[X] {}", words::NOT_READ), Role::Error)),
            Self::Here => None,
        }
    }

    /// Draws it in a row.
    pub fn draw(self, frame: &mut Frame, row: Rect, look: &Look) {
        if let Some((text, role)) = self.said() {
            look.put(frame.buffer_mut(), row, row.x, row.y, &text, role);
        }
    }

    /// Tells it.
    pub fn linear(self, out: &mut Linear) {
        if let Some((text, role)) = self.said() {
            out.say(&text, role);
        }
    }
}
