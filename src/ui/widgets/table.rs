//! A table of rows: columns, a pointer, and words for empty, loading, failed.

mod linear;

use std::cell::Cell;

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::ui::action::Action;
use crate::ui::look::{Look, pad};
use crate::ui::strings::shell as words;
use crate::ui::theme::Role;

/// A column of a table.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Its heading.
    pub title: &'static str,
    /// Cells; 0 takes what is left (shared among all such columns).
    pub width: u16,
    /// Left out when the table is narrower than this.
    pub from: u16,
}

impl Column {
    /// A column of so many cells.
    #[must_use]
    pub const fn new(title: &'static str, width: u16) -> Self {
        Self { title, width, from: 0 }
    }

    /// A column that takes what is left.
    #[must_use]
    pub const fn rest(title: &'static str) -> Self {
        Self::new(title, 0)
    }

    /// Left out when the table is narrower than `cells`.
    #[must_use]
    pub const fn from(mut self, cells: u16) -> Self {
        self.from = cells;
        self
    }
}

/// What there is to show.
#[derive(Clone, Debug)]
pub enum Rows<T> {
    /// The question was asked; the answer is not here yet.
    Loading,
    /// The rows.
    Ready(Vec<T>),
    /// The question failed: an Italian sentence.
    Failed(String),
}

/// A table with a row under the pointer.
pub struct Table<T> {
    columns: Vec<Column>,
    rows: Rows<T>,
    at: usize,
    /// What to say when there are no rows.
    pub empty: String,
    /// First row drawn: belongs to the view, decides no key.
    top: Cell<usize>,
    /// Rows seen at the last drawing, for the page keys' step only.
    page: Cell<usize>,
}

impl<T> Table<T> {
    /// An empty table waiting for its rows.
    #[must_use]
    pub fn new(columns: Vec<Column>, empty: &str) -> Self {
        Self {
            columns,
            rows: Rows::Loading,
            at: 0,
            empty: empty.to_owned(),
            top: Cell::new(0),
            page: Cell::new(10),
        }
    }

    /// New rows; the pointer stays on its place if it still exists.
    pub fn set(&mut self, rows: Vec<T>) {
        self.at = self.at.min(rows.len().saturating_sub(1));
        self.rows = Rows::Ready(rows);
    }

    /// New rows of another question: the pointer goes to the first.
    pub fn replace(&mut self, rows: Vec<T>) {
        self.at = 0;
        self.rows = Rows::Ready(rows);
    }

    /// The question failed.
    pub fn fail(&mut self, why: impl Into<String>) {
        self.rows = Rows::Failed(why.into());
    }

    /// Waiting again.
    pub fn wait(&mut self) {
        self.rows = Rows::Loading;
    }

    /// The rows, none while waiting.
    #[must_use]
    pub fn rows(&self) -> &[T] {
        match &self.rows {
            Rows::Ready(rows) => rows,
            Rows::Loading | Rows::Failed(_) => &[],
        }
    }

    /// Could the rows not be read?
    #[must_use]
    pub fn failed(&self) -> bool {
        matches!(self.rows, Rows::Failed(_))
    }

    /// The row under the pointer.
    #[must_use]
    pub fn selected(&self) -> Option<&T> {
        self.rows().get(self.at)
    }

    /// The place of the pointer.
    #[must_use]
    pub fn at(&self) -> usize {
        self.at
    }

    /// Puts the pointer on a row, the last one if there are fewer.
    pub fn select(&mut self, at: usize) {
        self.at = at.min(self.rows().len().saturating_sub(1));
    }

    /// Moves the pointer; true when the act was for the table.
    pub fn act(&mut self, action: Action) -> bool {
        let last = self.rows().len().saturating_sub(1);
        let page = self.page.get().max(1);
        self.at = match action {
            Action::Up => self.at.saturating_sub(1),
            Action::Down => (self.at + 1).min(last),
            Action::PageUp => self.at.saturating_sub(page),
            Action::PageDown => (self.at + page).min(last),
            Action::Home => 0,
            Action::End => last,
            _ => return false,
        };
        true
    }

    /// Draws it beside another table that has the keys: without a pointer.
    pub fn draw_idle(&self, frame: &mut Frame, area: Rect, look: &Look, cells: impl Fn(&T) -> Vec<String>) {
        self.draw_with(frame, area, None, look, cells);
    }

    /// Draws headings and rows; `cells` gives the texts of a row, `focused`
    /// whether the pointer shows as the place of the keys.
    pub fn draw(
        &self,
        frame: &mut Frame,
        area: Rect,
        focused: bool,
        look: &Look,
        cells: impl Fn(&T) -> Vec<String>,
    ) {
        self.draw_with(frame, area, Some(focused), look, cells);
    }

    /// `pointer`: none is drawn, or it is, as the place of the keys or not.
    fn draw_with(
        &self,
        frame: &mut Frame,
        area: Rect,
        pointer: Option<bool>,
        look: &Look,
        cells: impl Fn(&T) -> Vec<String>,
    ) {
        let focused = pointer == Some(true);
        if area.height == 0 || area.width < 4 {
            return;
        }
        let widths = self.widths(area.width - 2);
        let buf = frame.buffer_mut();
        let titles: Vec<String> = self.columns.iter().map(|column| column.title.to_owned()).collect();
        let body = if titles.iter().all(String::is_empty) {
            area
        } else {
            look.put(buf, area, area.x + 2, area.y, &compose(&titles, &widths, look), Role::Label);
            Rect { y: area.y + 1, height: area.height - 1, ..area }
        };
        let say = |buf: &mut ratatui::buffer::Buffer, text: &str, role| {
            look.put(buf, body, body.x + 2, body.y, text, role);
        };
        let rows = match &self.rows {
            Rows::Loading => return say(buf, words::LOADING, Role::Disabled),
            Rows::Failed(why) => return say(buf, &format!("[X] {why}"), Role::Error),
            Rows::Ready(rows) if rows.is_empty() => return say(buf, &self.empty, Role::Disabled),
            Rows::Ready(rows) => rows,
        };
        let height = usize::from(body.height);
        self.page.set(height);
        let top = scrolled(self.top.get(), self.at, height);
        self.top.set(top);
        let mut pointer_at = None;
        for (place, row) in rows.iter().enumerate().skip(top).take(height) {
            let y = body.y + u16::try_from(place - top).unwrap_or(0);
            let here = place == self.at && pointer.is_some();
            let pointer = if here { look.glyphs.pointer } else { " " };
            let text = format!("{pointer} {}", compose(&cells(row), &widths, look));
            let text = pad(&text, usize::from(body.width), look.glyphs.ellipsis);
            let role = if here && focused { Role::Selected } else { Role::Text };
            look.put(buf, body, body.x, y, &text, role);
            if here {
                pointer_at = Some((body.x, y));
            }
            let edge = body.right() - 1;
            if place == top && top > 0 {
                look.put(buf, body, edge, y, look.glyphs.up, Role::Frame);
            } else if place + 1 == top + height && top + height < rows.len() {
                look.put(buf, body, edge, y, look.glyphs.down, Role::Frame);
            }
        }
        if let Some(at) = pointer_at.filter(|_| focused) {
            frame.set_cursor_position(at);
        }
    }

    /// The cells of each column in so much room; 0 for those left out.
    fn widths(&self, room: u16) -> Vec<u16> {
        let shown = |column: &&Column| room + 2 >= column.from;
        let fixed: u16 = self.columns.iter().filter(shown).map(|c| c.width + 2).sum();
        let open = self.columns.iter().filter(shown).filter(|c| c.width == 0).count();
        let share = room.saturating_sub(fixed) / u16::try_from(open.max(1)).unwrap_or(1);
        let wide = |column: &Column| match column.width {
            _ if room + 2 < column.from => 0,
            0 => share.max(4),
            width => width,
        };
        self.columns.iter().map(wide).collect()
    }
}

/// The first row to draw so that `at` is seen in `height` rows, moving as
/// little as possible from `top`.
#[must_use]
pub fn scrolled(top: usize, at: usize, height: usize) -> usize {
    if height == 0 || at < top {
        at
    } else if at >= top + height {
        at + 1 - height
    } else {
        top
    }
}

/// A row of cells as one line, each in its room; no room, no cell.
fn compose(cells: &[String], widths: &[u16], look: &Look) -> String {
    let mut line = String::new();
    for (cell, room) in cells.iter().zip(widths).filter(|(_, room)| **room > 0) {
        line.push_str(&pad(cell, usize::from(*room), look.glyphs.ellipsis));
        line.push_str("  ");
    }
    line.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pointer_stays_inside() {
        let mut table: Table<u8> = Table::new(vec![Column::rest("")], "");
        for action in [Action::Up, Action::Down, Action::End, Action::PageDown] {
            assert!(table.act(action), "a waiting table still takes its keys");
            assert_eq!(table.at(), 0);
        }
        table.set(vec![1, 2, 3]);
        table.act(Action::End);
        assert_eq!(table.selected(), Some(&3));
        table.set(vec![1]);
        assert_eq!(table.selected(), Some(&1));
        assert!(!table.act(Action::Enter));
    }

    #[test]
    fn columns_share_what_is_left_and_leave_when_narrow() {
        let columns = vec![Column::rest("A"), Column::new("B", 10), Column::new("C", 6).from(100)];
        let table: Table<u8> = Table::new(columns, "");
        assert_eq!(table.widths(78), [64, 10, 0]);
        assert_eq!(table.widths(118), [96, 10, 6]);
    }

    #[test]
    fn scrolling_moves_as_little_as_it_can() {
        assert_eq!(scrolled(0, 5, 10), 0);
        assert_eq!(scrolled(0, 10, 10), 1);
        assert_eq!(scrolled(5, 4, 10), 4);
        assert_eq!(scrolled(5, 4, 0), 4);
    }
}
