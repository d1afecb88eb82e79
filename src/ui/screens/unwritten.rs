//! Stands in for a screen that is not there yet.

use std::borrow::Cow;

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::ui::action::Action;
use crate::ui::route::Code;
use crate::ui::screen::{Cx, Flow, Offer, Screen};
use crate::ui::strings::shell as words;
use crate::ui::theme::Role;

/// A screen with nothing on it.
pub struct Unwritten {
    code: Code,
}

impl Unwritten {
    /// In the place of the screen with this code.
    #[must_use]
    pub fn new(code: Code) -> Self {
        Self { code }
    }
}

impl Screen for Unwritten {
    fn code(&self) -> Code {
        self.code
    }

    fn title(&self) -> Cow<'static, str> {
        words::UNWRITTEN_TITLE.into()
    }

    fn act(&mut self, _action: Action, _cx: &Cx) -> Flow {
        Flow::Pass
    }

    fn offers(&self, _cx: &Cx) -> Vec<Offer> {
        Vec::new()
    }

    fn draw(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        cx.look.put(frame.buffer_mut(), area, area.x, area.y + 1, words::UNWRITTEN, Role::Disabled);
    }
}
