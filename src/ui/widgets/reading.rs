//! A paper as lines of text, and where one reads.

use std::cell::Cell;

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::documents::{LineLook, Pages, TextLine};
use crate::ui::action::Action;
use crate::ui::linear::Linear;
use crate::ui::look::Look;
use crate::ui::theme::Role;

/// Columns of the text, the same in every window: places never depend on
/// what was drawn.
const WIDTH: usize = 73;

/// The pages one below the other.
#[derive(Default)]
pub struct Reading {
    lines: Vec<(usize, TextLine)>,
    sections: Vec<(u8, usize)>,
    count: usize,
    top: usize,
    /// Rows seen at the last drawing, for the page keys' step only.
    height: Cell<usize>,
}

impl Reading {
    /// Reads pages from a section, or from the beginning.
    #[must_use]
    pub fn new(pages: &Pages, section: Option<u8>) -> Self {
        let mut reading = Self { height: Cell::new(12), ..Self::default() };
        for page in pages.text(WIDTH) {
            let start = reading.lines.len();
            reading.sections.extend(page.sections.iter().map(|(section, line)| (*section, start + line)));
            reading.lines.extend(page.lines.into_iter().map(|line| (page.number, line)));
            reading.count = page.number;
        }
        if let Some(section) = section {
            reading.go(section);
        }
        reading
    }

    /// Is there nothing to read yet?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// How many pages.
    #[must_use]
    pub fn count(&self) -> usize {
        self.count
    }

    /// The page being read, from 1.
    #[must_use]
    pub fn page(&self) -> usize {
        self.lines.get(self.top).map_or(1, |(page, _)| *page)
    }

    /// The page a section begins on.
    #[must_use]
    pub fn page_of(&self, section: u8) -> usize {
        let line = self.sections.iter().find(|(known, _)| *known == section).map_or(0, |(_, line)| *line);
        self.lines.get(line).map_or(1, |(page, _)| *page)
    }

    /// The section being read: the last whose heading is near the top.
    #[must_use]
    pub fn section(&self) -> u8 {
        let above = self.sections.iter().take_while(|(_, line)| *line <= self.top + 2);
        above.last().map_or(1, |(section, _)| *section)
    }

    /// Goes to a section.
    pub fn go(&mut self, section: u8) {
        if let Some((_, line)) = self.sections.iter().find(|(known, _)| *known == section) {
            self.top = *line;
        }
    }

    fn go_page(&mut self, page: usize) {
        if let Some(line) = self.lines.iter().position(|(known, _)| *known == page) {
            self.top = line;
        }
    }

    /// Moves through the text; true when the act was for it.
    pub fn act(&mut self, action: Action) -> bool {
        let last = self.lines.len().saturating_sub(1);
        let step = self.height.get().saturating_sub(1).max(1);
        match action {
            Action::Up => self.top = self.top.saturating_sub(1),
            Action::Down => self.top = (self.top + 1).min(last),
            Action::PageUp => self.top = self.top.saturating_sub(step),
            Action::PageDown => self.top = (self.top + step).min(last),
            Action::Home => self.top = 0,
            Action::End => self.go_page(self.count),
            Action::Prev => self.go_page(self.page().saturating_sub(1).max(1)),
            Action::Next => self.go_page((self.page() + 1).min(self.count)),
            _ => return false,
        }
        true
    }

    /// Draws the sheet in its frame.
    pub fn draw(&self, frame: &mut Frame, area: Rect, look: &Look) {
        let room = look.frame(frame.buffer_mut(), area, "");
        let text = Rect { x: room.x + 1, width: room.width.saturating_sub(1), ..room };
        self.height.set(usize::from(room.height));
        for (y, (_, line)) in (room.y..room.bottom()).zip(self.lines.iter().skip(self.top)) {
            let role = role(line.look);
            // The rules of the plain text, in the signs of this terminal.
            let line = line.text.replace('─', look.glyphs.horizontal);
            look.put(frame.buffer_mut(), text, text.x, y, &line, role);
        }
        let edge = area.right().saturating_sub(1);
        if self.top > 0 {
            look.put(frame.buffer_mut(), area, edge, room.y, look.glyphs.up, Role::Frame);
        }
        if self.top + usize::from(room.height) < self.lines.len() && room.height > 0 {
            look.put(frame.buffer_mut(), area, edge, room.bottom() - 1, look.glyphs.down, Role::Frame);
        }
    }

    /// Tells the paper from where it is read, under its heading.
    pub fn linear(&self, out: &mut Linear, heading: impl FnOnce(&mut Linear)) {
        let mut heading = Some(heading);
        for (place, (_, line)) in self.lines.iter().enumerate() {
            if let Some(heading) = heading.take_if(|_| place == self.top) {
                out.read_from_here(heading);
            }
            // Lines that only draw a table's frame say nothing.
            let text = line.text.as_str();
            let words = text.trim_matches(|c: char| !c.is_alphanumeric() && !"«»()[].,:;!?\"'%€".contains(c));
            out.say(words, role(line.look));
        }
    }
}

fn role(look: LineLook) -> Role {
    match look {
        LineLook::Heading => Role::Title,
        LineLook::Body => Role::Text,
        LineLook::Head => Role::Label,
        LineLook::Frame => Role::Disabled,
    }
}
