//! One line to type in, outside forms: searches, reasons, the words of a list.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::ui::action::Action;
use crate::ui::form::field::{Edit, Field};
use crate::ui::form::writing::Writing;
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
        matches!(self.field.insert(&text.chars, text.pasted), Edit::Changed | Edit::Partly(_))
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
        let cursor = self.field.line.column();
        out.typed(label, self.field.line.text(), focused.then_some(cursor));
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
    let (text, before) = if secret { hidden(&field.line, look) } else { plain(&field.line) };
    let cells = usize::from(room.width);
    // A text that just fills the room stands still: the cursor waits on its
    // last cell rather than push the first character out.
    let fits = usize::from(crate::ui::look::width(&text)) <= cells;
    let skip = if focused && !fits { (before + 1).saturating_sub(cells) } else { 0 };
    let (shown, skipped) = from_cell(&text, skip);
    let role = if focused { Role::Focus } else { Role::Text };
    let filled =
        if focused { crate::ui::look::pad(&from_room(shown, cells), cells, "") } else { shown.to_owned() };
    look.put(frame.buffer_mut(), room, room.x, room.y, &filled, role);
    let column = before.saturating_sub(skipped).min(cells.saturating_sub(1));
    u16::try_from(column).unwrap_or(0)
}

/// The text and the cells before its cursor.
fn plain(line: &Writing) -> (String, usize) {
    (line.text().to_owned(), line.column())
}

/// A star for each character.
fn hidden(line: &Writing, look: &Look) -> (String, usize) {
    let stars = |text: &str| look.glyphs.hidden.repeat(text.graphemes(true).count());
    let before = stars(&line.text()[..line.cursor()]);
    (stars(line.text()), usize::from(crate::ui::look::width(&before)))
}

/// The text without its first `skip` cells, by whole characters; and how many
/// cells were skipped.
fn from_cell(text: &str, skip: usize) -> (&str, usize) {
    let mut passed = 0;
    for (at, grapheme) in text.grapheme_indices(true) {
        if passed >= skip {
            return (&text[at..], passed);
        }
        passed += grapheme.width();
    }
    ("", passed)
}

/// As much of the text as fits, without an ellipsis: the cursor moves in it.
fn from_room(text: &str, cells: usize) -> String {
    crate::ui::look::cut(text, cells, "")
}
