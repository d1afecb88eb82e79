//! DC01 on the screen.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::form::About;
use super::kinds::Candidate;
use super::{Documents, View};
use crate::desk::query::DocumentRow;
use crate::ui::look::{Look, width};
use crate::ui::screens::facts::{self, Fact};
use crate::ui::side::{Column, draw_form_side};
use crate::ui::strings::{documents as words, shell};
use crate::ui::theme::Role;
use crate::ui::widgets::reading::Reading;

/// Rows of what is told of the row under the pointer.
const TOLD: u16 = 4;
/// Cells of the labels there.
const LABELS: u16 = 12;
/// Rows that stay to the draft over its form.
const DRAFT: u16 = 6;

impl Documents {
    pub(super) fn draw_body(&self, frame: &mut Frame, area: Rect, look: &Look) {
        let panel = self.panel.get().map_or(self.paper.rows(area.height), |panel| panel.about.rows() + 1);
        let panel = panel.min(area.height.saturating_sub(DRAFT));
        let top = Rect { height: area.height - panel, ..area };
        match (self.panel.get().map(|panel| &panel.about), self.view) {
            (Some(About::Issue(of)), _) => self.draw_draft(frame, top, of, look),
            (_, View::Reading) => self.paper.draw(frame, top, &self.reading_line(), look),
            (_, View::Kinds) => self.draw_kinds(frame, top, look),
            (_, View::List) => self.draw_list(frame, top, look),
        }
        let foot = Rect { y: top.bottom(), height: panel, ..area };
        if self.paper.chooses() {
            return self.paper.draw_form(frame, foot, area, look);
        }
        let Some(open) = self.panel.get() else { return };
        look.rule(frame.buffer_mut(), foot, foot.y);
        let room = Rect { width: foot.width.saturating_sub(2), ..foot };
        look.put(
            frame.buffer_mut(),
            room,
            foot.x + 2,
            foot.y,
            &format!(" {} ", open.about.title()),
            Role::Title,
        );
        let room = Rect { y: foot.y + 1, height: foot.height.saturating_sub(1), ..foot };
        // Last, so that what F4 opens stands over the rest.
        open.form.draw_in(frame, room, area, true, look);
    }

    fn draw_list(&self, frame: &mut Frame, area: Rect, look: &Look) {
        let buf = frame.buffer_mut();
        look.put(buf, area, area.x, area.y, &self.heading(), Role::Title);
        let count = self.count();
        look.put(buf, area, area.right().saturating_sub(width(&count)), area.y, &count, Role::Label);
        let idle = !self.panel.is_open() && !self.paper.chooses();
        let told = if !idle { 0 } else { TOLD.min(area.height / 3) };
        let list = Rect { y: area.y + 1, height: area.height.saturating_sub(told + 2), ..area };
        self.table.draw(frame, list, idle, look, |row| self.cells(row));
        if told > 0 {
            let below = Rect { y: area.bottom() - told, height: told, ..area };
            facts::draw(frame, below, LABELS, &self.told(), look);
        }
    }

    fn draw_kinds(&self, frame: &mut Frame, area: Rect, look: &Look) {
        look.put(frame.buffer_mut(), area, area.x, area.y, words::TO_ISSUE, Role::Title);
        let list = Rect { y: area.y + 1, height: area.height.saturating_sub(TOLD + 1), ..area };
        let below = Rect { y: area.bottom().saturating_sub(TOLD - 1), height: TOLD - 1, ..area };
        facts::draw(frame, below, LABELS, &self.told_of_kind(), look);
        self.kinds.draw(frame, list, !self.panel.is_open(), look, Candidate::cells);
    }

    fn draw_draft(&self, frame: &mut Frame, area: Rect, of: &Candidate, look: &Look) {
        if let Some(fault) = &self.no_page {
            let said = format!("[X] {fault}");
            return look.tell(frame.buffer_mut(), area, &said, Role::Error);
        }
        if self.draft.is_empty() {
            look.put(frame.buffer_mut(), area, area.x, area.y, shell::LOADING, Role::Disabled);
            return;
        }
        let line = words::drafted(self.draft.page(), self.draft.count(), of.kind);
        look.put(frame.buffer_mut(), area, area.x, area.y, &line, Role::Label);
        sheet(frame, area, &self.draft, look);
    }

    pub(super) fn heading(&self) -> String {
        let filter = &self.filter;
        match self.who {
            Some(_) => words::OF_PERSON.to_owned(),
            None => words::shown(filter.from, filter.to, filter.kind, &filter.text),
        }
    }

    pub(super) fn count(&self) -> String {
        words::count(self.filter.skip, self.table.rows().len(), self.total)
    }

    pub(super) fn reading_line(&self) -> String {
        let Some(row) = self.paper.row() else { return String::new() };
        let size = self.paper.size().points();
        let (at, of) = (self.paper.reading().page(), self.paper.reading().count());
        words::reading(at, of, &row.number, row.version, row.kind, size)
    }

    /// The row under the pointer in full.
    pub(super) fn told(&self) -> Vec<Fact> {
        let Some(row) = self.table.selected() else { return Vec::new() };
        let mut facts = vec![
            Fact::line(words::titled(row.kind, row.version, &row.person), Role::Person),
            Fact::new(words::ISSUED, words::issued_by(row.issued_at, &row.issued_by, row.pages)),
            Fact::new(words::PROTOCOL, words::protocol(&row.protocol, row.protocol_on)),
            Fact::new(words::HANDED, words::given(row.kind, row.signed_on, row.handed_on)),
        ];
        if row.special {
            facts[0].text.push_str(words::SPECIAL_MARK);
        }
        facts
    }

    /// The kind under the pointer in full.
    pub(super) fn told_of_kind(&self) -> Vec<Fact> {
        let Some(of) = self.kinds.selected() else { return Vec::new() };
        let cells = of.cells();
        vec![
            Fact::line(of.kind.label(), Role::Person),
            Fact::new(words::ABOUT, of.about.clone()),
            Fact::new(words::MAY, cells.last().cloned().unwrap_or_default()),
        ]
    }

    pub(super) fn cells(&self, row: &DocumentRow) -> Vec<String> {
        vec![
            row.number.clone(),
            words::short(row.kind).to_owned(),
            row.person.clone(),
            row.version.to_string(),
            words::short_day(Some(row.issued_at.date())),
            words::short_day(row.signed_on),
            row.protocol.clone(),
            words::short_day(row.handed_on),
        ]
        .into_iter()
        .enumerate()
        // The documents of a person do not say whose they are.
        .filter(|(place, _)| self.who.is_none() || *place != 2)
        .map(|(_, cell)| cell)
        .collect()
    }

    pub(super) fn draw_side(&self, frame: &mut Frame, area: Rect, look: &Look) {
        let form = self.paper.form().or_else(|| self.panel.get().map(|panel| &panel.form));
        if let Some(form) = form {
            return draw_form_side(form, frame, area, look);
        }
        let Some(row) = self.paper.row() else { return };
        let mut column = Column::new(area, look);
        if self.paper.side(&mut column, frame) {
            return;
        }
        column.title(frame, words::SIDE);
        for (label, value) in [
            (words::SIDE_NUMBER, row.number.clone()),
            (words::SIDE_ISSUED, words::moment(row.issued_at)),
            (words::SIDE_BY, row.issued_by.clone()),
            (words::SIDE_SIGNED, words::day_or_no(row.signed_on)),
            (words::SIDE_PROTOCOL, words::protocol(&row.protocol, row.protocol_on)),
            (words::SIDE_HANDED, words::day_or_no(row.handed_on)),
            (words::SIDE_PAGES, self.paper.reading().count().to_string()),
            (words::SIDE_LEVEL, row.archive_level.clone()),
        ] {
            column.pair(frame, label, &value);
        }
        column.gap();
        if row.special {
            column.write(frame, words::SIDE_SPECIAL, Role::Warn, 0);
            column.gap();
        }
        column.write(frame, words::SIDE_KEPT, Role::Label, 0);
    }
}

/// A paper in its frame, under its line.
fn sheet(frame: &mut Frame, area: Rect, reading: &Reading, look: &Look) {
    let below = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    reading.draw(frame, Rect { width: area.width.min(78), ..below }, look);
}
