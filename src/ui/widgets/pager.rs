//! A long text, page by page.

use std::cell::Cell;

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::ui::action::Action;
use crate::ui::linear::Linear;
use crate::ui::look::Look;
use crate::ui::theme::Role;

/// One line of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextLine {
    /// What it says.
    pub text: String,
    /// What it is.
    pub role: Role,
}

impl TextLine {
    /// A line of running text.
    pub fn text(text: impl Into<String>) -> Self {
        Self { text: text.into(), role: Role::Text }
    }

    /// A heading.
    pub fn title(text: impl Into<String>) -> Self {
        Self { text: text.into(), role: Role::Title }
    }
}

/// Lines the page keys move in the linear mode, where lines may be folded.
const PAGE: usize = 10;

/// A text and where it is read.
#[derive(Default)]
pub struct Pager {
    lines: Vec<TextLine>,
    top: Cell<usize>,
    /// Rows seen at the last drawing, for the page keys' step only.
    page: Cell<usize>,
    /// Lines that stay in sight at the end.
    tail: Cell<usize>,
}

impl Pager {
    /// A text, read from its beginning.
    #[must_use]
    pub fn new(lines: Vec<TextLine>) -> Self {
        Self { lines, top: Cell::new(0), page: Cell::new(10), tail: Cell::new(10) }
    }

    /// Moves through the text; true when the act was for it.
    pub fn act(&mut self, action: Action) -> bool {
        let page = self.page.get().max(1);
        let end = self.lines.len().saturating_sub(self.tail.get().max(1));
        let top = self.top.get();
        let to = match action {
            Action::Up => top.saturating_sub(1),
            Action::Down => top + 1,
            Action::PageUp => top.saturating_sub(page),
            Action::PageDown => top + page,
            Action::Home => 0,
            Action::End => end,
            _ => return false,
        };
        self.top.set(to.min(end));
        true
    }

    /// Tells all of it under its heading, read from where it stands.
    pub fn linear(&self, out: &mut Linear, heading: impl FnOnce(&mut Linear)) {
        self.page.set(PAGE);
        self.tail.set(1);
        let (before, after) = self.lines.split_at(self.top.get().min(self.lines.len()));
        before.iter().for_each(|line| out.say(&line.text, line.role));
        out.read_from_here(heading);
        after.iter().for_each(|line| out.say(&line.text, line.role));
    }

    /// Tells what is read from where it stands, below something that has the
    /// keys.
    pub fn linear_below(&self, out: &mut Linear) {
        self.page.set(PAGE);
        self.tail.set(1);
        self.lines.iter().skip(self.top.get()).for_each(|line| out.say(&line.text, line.role));
    }

    /// Draws the lines that fit, and signs where there is more.
    pub fn draw(&self, frame: &mut Frame, area: Rect, look: &Look) {
        let height = usize::from(area.height);
        self.page.set(height);
        self.tail.set(height);
        self.top.set(self.top.get().min(self.lines.len().saturating_sub(height)));
        let top = self.top.get();
        let buf = frame.buffer_mut();
        for (y, line) in (area.y..area.bottom()).zip(&self.lines[top..]) {
            look.put(buf, area, area.x, y, &line.text, line.role);
        }
        let edge = area.right().saturating_sub(1);
        if top > 0 {
            look.put(buf, area, edge, area.y, look.glyphs.up, Role::Frame);
        }
        if top + height < self.lines.len() {
            look.put(buf, area, edge, area.bottom().saturating_sub(1), look.glyphs.down, Role::Frame);
        }
    }
}
