//! The linear mode (`--semplice`): what a screen says, one thing a line, for
//! screen readers and magnifiers.
//!
//! A screen tells what it holds, in reading order ([`Screen::linear`]); no
//! rectangle, no frame, no column. Forms, tables, lists, questions and facts
//! tell themselves, so a screen only names them. The lines that do not fit
//! follow the focus, where the terminal's real cursor stands.
//!
//! [`Screen::linear`]: super::screen::Screen::linear

mod draw;
#[cfg(test)]
mod tests;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

pub use draw::{Around, Seen, draw, draw_too_small, large_enough};

use super::effect::Notice;
use super::look::{cut, width, wrap};
use super::strings::linear as words;
use super::theme::Role;
use crate::domain::finding::Finding;

/// Rows of a list told on each side of the chosen one: enough for any window.
const NEAR: usize = 60;

/// One row of cells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Row {
    parts: Vec<(String, Role)>,
}

/// The rows that must be seen, and the place of the cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Focus {
    from: usize,
    until: usize,
    cursor: (usize, u16),
    /// Read from here down: the row stands on top.
    on_top: bool,
}

/// What is told, row by row.
pub struct Linear {
    cells: usize,
    rows: Vec<Row>,
    focus: Option<Focus>,
    /// Something stands over the rest: nothing more is told.
    over: bool,
}

impl Linear {
    /// Nothing yet, in rows of so many cells.
    #[must_use]
    pub fn new(cells: u16) -> Self {
        Self { cells: usize::from(cells.max(8)), rows: Vec::new(), focus: None, over: false }
    }

    fn push(&mut self, parts: Vec<(String, Role)>) {
        if !self.over {
            self.rows.push(Row { parts });
        }
    }

    /// A text; what stood in columns is parted by commas.
    pub fn say(&mut self, text: &str, role: Role) {
        for line in wrap(&plain(text), self.cells) {
            self.push(vec![(line, role)]);
        }
    }

    /// A heading.
    pub fn head(&mut self, text: &str) {
        self.say(text, Role::Title);
    }

    /// The sheets of a screen, the open one first.
    pub fn sheets(&mut self, at: usize, titles: &[&str]) {
        self.head(&words::sheet(at + 1, titles.len(), titles.get(at).copied().unwrap_or_default()));
        let all: Vec<String> =
            titles.iter().enumerate().map(|(place, title)| format!("{} {title}", place + 1)).collect();
        self.pair(words::SHEETS, &all.join(", "));
    }

    /// A label and its value on one line, or below each other when long.
    pub fn pair(&mut self, label: &str, value: &str) {
        self.pair_as(label, value, Role::Text);
    }

    /// As [`Linear::pair`], the value in a role.
    pub fn pair_as(&mut self, label: &str, value: &str, role: Role) {
        let (label, value) = (format!("{}:", plain(label).trim_end_matches(':')), plain(value));
        let whole = label.width() + 1 + value.width();
        if whole <= self.cells && !value.contains('\n') {
            self.push(vec![(format!("{label} "), Role::Label), (value, role)]);
        } else {
            self.say(&label, Role::Label);
            self.say(&value, role);
        }
    }

    /// What a rule says, with its sign and number.
    pub fn finding(&mut self, finding: &Finding) {
        let (sign, role) = Role::of_level(finding.level);
        self.say(&format!("{sign} {} {}", finding.text, finding.rule), role);
    }

    /// What is told inside has the focus.
    pub fn here(&mut self, tell: impl FnOnce(&mut Self)) {
        let from = self.rows.len();
        tell(self);
        if !self.over && self.rows.len() > from {
            let cursor = self.focus.filter(|focus| focus.from >= from).map_or((from, 0), |f| f.cursor);
            self.focus = Some(Focus { from, until: self.rows.len(), cursor, on_top: false });
        }
    }

    /// A long text is read from the next row on; its heading, told here, stands
    /// above that row wherever one reads.
    pub fn read_from_here(&mut self, heading: impl FnOnce(&mut Self)) {
        let from = self.rows.len();
        heading(self);
        let row = self.rows.len();
        if !self.over {
            self.focus = Some(Focus { from, until: row + 1, cursor: (row, 0), on_top: true });
        }
    }

    /// A list: `3 di 6: …`. `at` is the chosen one; it has the focus when
    /// `focused`.
    pub fn list(&mut self, count: usize, at: usize, focused: bool, text: impl Fn(usize) -> String) {
        let first = at.saturating_sub(NEAR);
        for place in (0..count).skip(first).take(2 * NEAR) {
            let line = words::item(place + 1, count, &plain(&text(place)));
            if place == at && focused {
                self.here(|out| out.say(&line, Role::Selected));
            } else {
                self.say(&line, Role::Text);
            }
        }
    }

    /// A line being typed: `cursor` is the cell of the text where it stands,
    /// when it has the focus.
    pub fn typed(&mut self, label: &str, text: &str, cursor: Option<usize>) {
        let Some(cursor) = cursor else { return self.pair(label, text) };
        self.here(|out| {
            let label = format!("{}: ", plain(label).trim_end_matches(':'));
            // One cell more than the text: the cursor has a place after it.
            let mut room = out.cells.saturating_sub(label.width());
            let mut before = 0;
            if text.width() < room {
                before = usize::from(width(&label));
            } else {
                out.say(&label, Role::Title);
                room = out.cells;
            }
            let skip = (cursor + 1).saturating_sub(room);
            let shown = cut(&from_cell(text, skip), room, "");
            let blank = usize::from(shown.width() < room);
            let value = (format!("{shown}{}", " ".repeat(blank)), Role::Focus);
            let column = u16::try_from(before + cursor - skip).unwrap_or(0);
            let row = out.rows.len();
            out.push(if before > 0 { vec![(label, Role::Title), value] } else { vec![value] });
            out.cursor(row, column);
        });
    }

    /// Rows of a text being written, with the cursor's row and column.
    pub fn written(&mut self, label: &str, rows: &[String], cursor: (usize, u16)) {
        self.here(|out| {
            out.say(&format!("{label}:"), Role::Title);
            let first = out.rows.len();
            for row in rows {
                out.push(vec![(row.clone(), Role::Focus)]);
            }
            out.cursor(first + cursor.0, cursor.1);
        });
    }

    fn cursor(&mut self, row: usize, column: u16) {
        if !self.over {
            let focus = Focus { from: row, until: row + 1, cursor: (row, column), on_top: false };
            self.focus = Some(focus);
        }
    }

    /// What is told inside stands over everything else.
    pub fn over(&mut self, tell: impl FnOnce(&mut Self)) {
        if !self.over {
            self.rows.clear();
            self.focus = None;
            tell(self);
            self.over = true;
        }
    }

    /// Cells of a row.
    #[must_use]
    pub fn cells(&self) -> u16 {
        u16::try_from(self.cells).unwrap_or(u16::MAX)
    }

    /// Everything told, a line a row: for tests.
    #[must_use]
    pub fn text(&self) -> String {
        let line = |row: &Row| row.parts.iter().map(|(text, _)| text.as_str()).collect::<String>();
        self.rows.iter().map(|row| line(row).trim_end().to_owned() + "\n").collect()
    }

    /// The message once more, right above what has the focus.
    fn tell_notice(&mut self, notice: Option<&Notice>) {
        let Some(notice) = notice else { return };
        let mut said = Self::new(self.cells());
        let rule = notice.rule.as_deref().unwrap_or("");
        said.say(format!("{} {} {rule}", notice.sign.mark(), notice.text).trim_end(), draw::role_of(notice));
        let (at, more) = (self.focus.map_or(0, |focus| focus.from), said.rows.len());
        self.rows.splice(at..at, said.rows);
        if let Some(focus) = &mut self.focus {
            focus.until += more;
            focus.cursor.0 += more;
            focus.from += if focus.on_top { more } else { 0 };
        }
    }
}

/// The text with the blanks of columns as commas, and none at its ends.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for (place, line) in text.lines().enumerate() {
        if place > 0 {
            plain.push('\n');
        }
        let start = plain.len();
        for part in line.split("  ").map(str::trim).filter(|part| !part.is_empty()) {
            if plain.len() > start {
                plain.push_str(if plain.ends_with([':', ',', ';', '.']) { " " } else { ", " });
            }
            plain.push_str(part);
        }
    }
    plain
}

/// The text from a display column on.
fn from_cell(text: &str, skip: usize) -> String {
    let mut passed = 0;
    text.graphemes(true)
        .skip_while(|grapheme| {
            let hidden = passed < skip;
            passed += grapheme.width();
            hidden
        })
        .collect()
}
