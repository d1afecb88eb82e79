//! One line to type in, outside forms: searches, reasons, the words of a list.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};

use crate::ui::action::Action;
use crate::ui::form::field::{Edit, Field};
use crate::ui::form::{self, spec};
use crate::ui::keys::Text;
use crate::ui::linear::Linear;
use crate::ui::look::Look;
use crate::ui::theme::Role;

/// A line being typed.
pub struct Line {
    field: Field,
}

impl Line {
    /// A line that takes at most `limit` characters.
    #[must_use]
    pub fn new(limit: usize) -> Self {
        Self { field: Field::new(form::text("", "").limit(limit)) }
    }

    /// A line whose characters are not shown.
    #[must_use]
    pub fn secret(limit: usize) -> Self {
        Self { field: Field::new(form::secret("", "").limit(limit)) }
    }

    /// What is typed.
    #[must_use]
    pub fn value(&self) -> String {
        self.field.raw()
    }

    /// Replaces what is typed.
    pub fn set(&mut self, text: &str) {
        self.field.fill(text);
    }

    /// Types or pastes; true when the value changed.
    pub fn text(&mut self, text: &Text) -> bool {
        self.field.insert(&text.chars, text.pasted) == Edit::Changed
    }

    /// Does an act; `None` when it is not for the line, else whether the
    /// value changed.
    pub fn act(&mut self, action: Action) -> Option<bool> {
        match self.field.act(action) {
            Edit::Pass => None,
            edit => Some(edit == Edit::Changed),
        }
    }

    /// Tells the line under its label.
    pub fn linear(&self, out: &mut Linear, label: &str, focused: bool) {
        let cursor = self.field.line.visual_cursor();
        out.typed(label, self.field.line.value(), focused.then_some(cursor));
    }

    /// Draws the line in one row, brackets outside, with the cursor when it
    /// has the focus.
    pub fn draw(&self, frame: &mut Frame, area: Rect, focused: bool, look: &Look) {
        if area.width < 3 || area.height == 0 {
            return;
        }
        let buf = frame.buffer_mut();
        look.put(buf, area, area.x, area.y, "[", Role::Frame);
        look.put(buf, area, area.right() - 1, area.y, "]", Role::Frame);
        let room = Rect { x: area.x + 1, width: area.width - 2, height: 1, ..area };
        let column = draw_line(&self.field, frame, room, focused, look);
        if focused {
            frame.set_cursor_position(Position::new(room.x + column, room.y));
        }
    }
}

/// Draws the text of a one-line field in `room`; gives the cursor's column
/// from its left edge.
pub fn draw_line(field: &Field, frame: &mut Frame, room: Rect, focused: bool, look: &Look) -> u16 {
    let secret = matches!(field.spec.kind, spec::Kind::Text { secret: true, .. });
    let hidden;
    let line = if secret {
        let stars = look.glyphs.hidden.repeat(field.line.value().chars().count());
        hidden = tui_input::Input::new(stars).with_cursor(field.line.cursor());
        &hidden
    } else {
        &field.line
    };
    let cells = usize::from(room.width);
    // A text that just fills the room stands still: the cursor waits on its
    // last cell rather than push the first character out.
    let fits = usize::from(crate::ui::look::width(line.value())) <= cells;
    let scroll = if focused && !fits { line.visual_scroll(cells.saturating_sub(1).max(1)) } else { 0 };
    let text = if focused { from_cell(line.value(), scroll) } else { line.value().to_owned() };
    let role = if focused { Role::Focus } else { Role::Text };
    let filled = if focused { crate::ui::look::pad(&from_room(&text, cells), cells, "") } else { text };
    look.put(frame.buffer_mut(), room, room.x, room.y, &filled, role);
    let column = line.visual_cursor().saturating_sub(scroll).min(cells.saturating_sub(1));
    u16::try_from(column).unwrap_or(0)
}

/// The text from a display column on.
fn from_cell(text: &str, skip: usize) -> String {
    use unicode_segmentation::UnicodeSegmentation;
    use unicode_width::UnicodeWidthStr;
    let mut passed = 0;
    text.graphemes(true)
        .skip_while(|g| {
            let hidden = passed < skip;
            passed += g.width();
            hidden
        })
        .collect()
}

/// As much of the text as fits, without an ellipsis: the cursor moves in it.
fn from_room(text: &str, cells: usize) -> String {
    crate::ui::look::cut(text, cells, "")
}
