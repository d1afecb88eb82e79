//! SC01 on the screen and line by line.

use chrono::NaiveDate;
use ratatui::Frame;
use ratatui::layout::Rect;

use super::{Deadlines, Span};
use crate::desk::query::{KindCount, TermRow};
use crate::domain::deadline::Kind;
use crate::ui::linear::Linear;
use crate::ui::look::width;
use crate::ui::screen::Cx;
use crate::ui::screens::facts::{self, Fact};
use crate::ui::strings::deadlines as words;
use crate::ui::theme::Role;

/// Rows of what is told of the row under the pointer.
const TOLD: u16 = 6;

impl Deadlines {
    pub(super) fn draw_body(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        let look = cx.look;
        let buf = frame.buffer_mut();
        look.put(buf, area, area.x, area.y, &self.heading(), Role::Title);
        let counts = self.counts();
        let at = area.right().saturating_sub(width(&counts));
        look.put(buf, area, at, area.y, &counts, Role::Label);
        let rows = self.rows();
        let at = area.right().saturating_sub(width(&rows));
        look.put(buf, area, at, area.y + 1, &rows, Role::Label);
        if self.has_holidays() {
            look.put(buf, area, area.x, area.y + 1, words::HOLIDAYS, Role::Label);
        }
        let top = area.y + 2;
        let list = Rect { y: top, height: area.bottom().saturating_sub(top + TOLD + 1), ..area };
        let told = Rect { y: area.bottom() - TOLD, height: TOLD, ..area };
        facts::draw(frame, told, 8, &self.told(cx.today()), look);
        self.table.draw(frame, list, true, look, |row| self.cells(row, cx.today()));
    }

    pub(super) fn tell(&self, out: &mut Linear, cx: &Cx) {
        out.head(&self.heading());
        for text in [self.counts(), self.rows()].iter().filter(|text| !text.is_empty()) {
            out.say(text, Role::Label);
        }
        if self.has_holidays() {
            out.say(words::HOLIDAYS, Role::Label);
        }
        self.table.linear(out, true, |row| self.cells(row, cx.today()));
        facts::linear(out, &self.told(cx.today()));
    }

    fn heading(&self) -> String {
        words::shown(self.mine, self.span.words().2)
    }

    fn counts(&self) -> String {
        let shown = |count: &&KindCount| self.span != Span::Acts || Kind::DUE_ACTS.contains(&count.kind);
        self.counts.as_ref().map(|counts| words::counts(counts.iter().filter(shown))).unwrap_or_default()
    }

    fn rows(&self) -> String {
        words::rows(self.skip, self.table.rows().len(), self.more)
    }

    fn has_holidays(&self) -> bool {
        self.table.rows().iter().any(|row| row.deadline.holiday)
    }

    /// The row under the pointer in full.
    fn told(&self, today: NaiveDate) -> Vec<Fact> {
        let Some(row) = self.table.selected() else { return Vec::new() };
        let term = &row.deadline;
        vec![
            Fact::line(words::of(&term.what, &row.person), Role::Person),
            Fact::new(words::DUE, words::day(term, today)),
            Fact::new(words::SUM, term.sum.clone()),
            Fact::new(words::RULE, term.law()),
            Fact::line(words::missed(term, today), Role::Label),
        ]
    }

    fn cells(&self, row: &TermRow, today: NaiveDate) -> Vec<String> {
        let term = &row.deadline;
        // Of what is owed it matters how late it is.
        let due = if self.span == Span::Acts { words::late(term, today) } else { words::due(term, today) };
        vec![
            words::touches(term.consequence).to_owned(),
            due,
            row.person.clone(),
            term.what.clone(),
            term.sum.clone(),
            term.law(),
        ]
    }
}
