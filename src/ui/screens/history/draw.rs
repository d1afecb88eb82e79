//! PE05 on the screen and line by line.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::{Past, told};
use crate::desk::query::Save;
use crate::domain::history::Reach;
use crate::ui::linear::Linear;
use crate::ui::look::{Look, wrap};
use crate::ui::screens::facts::{self, Fact};
use crate::ui::strings::{history as words, records};
use crate::ui::theme::Role;

/// Cells of the labels of fields.
const LABELS: u16 = 30;

/// The first line of the last page: what is long takes several rows.
fn first_of_last_page(lines: &[Fact], area: Rect) -> usize {
    let mut room = usize::from(area.height);
    for (place, fact) in lines.iter().enumerate().rev() {
        let indent = if fact.label.is_empty() { 0 } else { LABELS };
        let rows = wrap(&fact.text, usize::from(area.width.saturating_sub(indent))).len().max(1);
        if rows > room {
            return place + 1;
        }
        room -= rows;
    }
    0
}

impl Past {
    pub(super) fn draw_body(&self, frame: &mut Frame, area: Rect, look: &Look) {
        let buf = frame.buffer_mut();
        look.put(buf, area, area.x, area.y, &self.heading(), Role::Title);
        let mut top = area.y + 1;
        if let Some(begins) = self.begins() {
            look.put(buf, area, area.x, top, &begins, Role::Label);
            top += 1;
        }
        let told = area.height / 2;
        let list = Rect { y: top, height: area.bottom().saturating_sub(top + told + 1), ..area };
        let rule = list.bottom();
        look.rule(buf, area, rule);
        let below = Rect { y: rule + 1, height: told, ..area };
        self.table.draw(frame, list, !self.reading, look, |save| self.cells(save));
        let lines = self.told();
        let last = first_of_last_page(&lines, below);
        let first = self.top.get().min(last);
        self.top.set(first);
        facts::draw(frame, below, LABELS, &lines[first..], look);
        if self.reading {
            frame.set_cursor_position((below.x, below.y));
        }
        let edge = below.right().saturating_sub(1);
        let buf = frame.buffer_mut();
        if first > 0 {
            look.put(buf, below, edge, below.y, look.glyphs.up, Role::Frame);
        }
        if first < last {
            look.put(buf, below, edge, below.bottom().saturating_sub(1), look.glyphs.down, Role::Frame);
        }
    }

    pub(super) fn tell(&self, out: &mut Linear) {
        out.head(&self.heading());
        if let Some(begins) = self.begins() {
            out.say(&begins, Role::Label);
        }
        self.table.linear(out, !self.reading, |save| self.cells(save));
        let lines = self.told();
        if self.reading {
            out.here(|out| facts::linear(out, &lines));
        } else {
            facts::linear(out, &lines);
        }
    }

    fn heading(&self) -> String {
        let mut filters = Vec::new();
        filters.extend(self.filter.record.as_ref().map(|table| records::record(table).to_owned()));
        filters.extend(self.filter.by.as_ref().map(|by| self.author(by)));
        filters.extend(self.filter.day.map(words::of_day));
        words::heading(self.table.rows().len(), &filters)
    }

    fn begins(&self) -> Option<String> {
        match self.history.as_ref()?.reach {
            Reach::Whole => None,
            Reach::From(at) => Some(words::begins(Some(at))),
            Reach::Nowhere => Some(words::begins(None)),
        }
    }

    fn author(&self, username: &str) -> String {
        let known = self.history.as_ref().and_then(|history| history.authors.get(username));
        known.cloned().unwrap_or_else(|| username.to_owned())
    }

    fn cells(&self, save: &Save) -> Vec<String> {
        let what = records::command(&save.command);
        let what =
            if save.undone_by.is_some() { format!("{what} ({})", words::UNDONE) } else { what.to_owned() };
        vec![words::moment(save.at), self.author(&save.by), what, told::records_of(save)]
    }

    fn told(&self) -> Vec<Fact> {
        match (&self.history, self.table.selected()) {
            (Some(history), Some(save)) => told::facts(history, save, self.special_shown),
            _ => Vec::new(),
        }
    }
}
