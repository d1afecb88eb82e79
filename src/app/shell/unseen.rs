//! The window is too small to show anything: what is typed goes into its
//! field, what would act does nothing, since nobody sees what it does.

use ratatui::layout::Rect;

use super::{Cover, Shell};
use crate::ui::action::Action;
use crate::ui::chrome;
use crate::ui::effect::Notice;
use crate::ui::keymap::{self, Context};
use crate::ui::keys::Input;
use crate::ui::linear;
use crate::ui::strings::shell as words;
use crate::ui::widgets::dialog::Answers;

/// What became of keys while the window was too small.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Unseen {
    too_small: bool,
    /// A key was left out.
    left_out: bool,
}

impl Shell {
    /// What is on the glass has so many columns and rows.
    pub fn window(&mut self, columns: u16, rows: u16) {
        let area = Rect::new(0, 0, columns, rows);
        let too_small =
            if self.look.linear { !linear::large_enough(area) } else { chrome::zones(area, false).is_none() };
        if self.unseen.left_out && !too_small {
            self.say(Notice::info(words::LEFT_OUT));
            self.unseen.left_out = false;
        }
        self.unseen.too_small = too_small;
    }

    /// What of an input counts: all of it in a window that shows something.
    /// Enter in a field then only moves on, as Tab does: on a button it would
    /// press.
    pub(super) fn seen(&mut self, input: Input) -> Option<Input> {
        if !self.unseen.too_small || matches!(input, Input::Resize | Input::Focus) {
            return Some(input);
        }
        let asked_line = matches!(&self.cover, Some(Cover::Dialog(dialog, _)) if dialog.question().answers == Answers::Line);
        let in_field = asked_line || (self.cover.is_none() && self.context() == Context::Form);
        let counts = match &input {
            Input::Chord(chord) => match keymap::action(self.context(), *chord) {
                Some(Action::Lock) => true,
                Some(Action::Enter) if in_field && !asked_line => {
                    self.act(Action::Forward);
                    return None;
                }
                Some(action) => in_field && types(action),
                None => return None,
            },
            _ => in_field,
        };
        self.unseen.left_out |= !counts;
        counts.then_some(input)
    }
}

/// Does it only write, or move the cursor?
fn types(action: Action) -> bool {
    let moves = matches!(
        action,
        Action::Forward | Action::Backward | Action::Left | Action::Right | Action::Home | Action::End
    );
    moves || (action.edits() && !matches!(action, Action::Copy | Action::PasteHint))
}
