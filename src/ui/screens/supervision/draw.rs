//! SU01 on the screen and line by line.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::{Supervision, filter};
use crate::desk::query::AccessRow;
use crate::domain::access::ActKind;
use crate::ui::linear::Linear;
use crate::ui::look::{Look, width};
use crate::ui::screens::facts::{self, Fact};
use crate::ui::strings::supervision as words;
use crate::ui::theme::Role;

/// Rows of what is told of the row under the pointer.
const TOLD: u16 = 6;
/// Cells of the labels there.
const LABELS: u16 = 11;

impl Supervision {
    pub(super) fn draw_body(&self, frame: &mut Frame, area: Rect, look: &Look) {
        let mut x = area.x;
        for (place, name) in words::TABS.iter().enumerate() {
            let name = format!("{} {name}", place + 1);
            let (text, role) = if (place == 1) == self.kept.is_some() {
                (format!("[{name}]"), Role::Title)
            } else {
                (format!(" {name} "), Role::Label)
            };
            x = look.put(frame.buffer_mut(), area, x, area.y, &text, role);
        }
        let area = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        match &self.kept {
            Some(kept) => kept.draw(frame, area, look),
            None => self.draw_log(frame, area, look),
        }
    }

    fn draw_log(&self, frame: &mut Frame, area: Rect, look: &Look) {
        let open = self.panel.is_open();
        let foot = if open { filter::ROWS + 1 } else { TOLD };
        let buf = frame.buffer_mut();
        let rows = self.rows();
        let at = area.right().saturating_sub(width(&rows));
        let room = Rect { width: at.saturating_sub(area.x + 1), ..area };
        look.put(buf, room, area.x, area.y, &self.heading(), Role::Title);
        look.put(buf, area, at, area.y, &rows, Role::Label);
        let list = Rect { y: area.y + 1, height: area.height.saturating_sub(foot + 2), ..area };
        let below = Rect { y: area.bottom().saturating_sub(foot), height: foot, ..area };
        self.table.draw(frame, list, !open, look, cells);
        match self.panel.get() {
            None => {
                facts::draw(frame, below, LABELS, &self.told(), look);
            }
            Some(filter::Panel(form)) => {
                look.rule(frame.buffer_mut(), below, below.y);
                let title = format!(" {} ", words::FILTER_TITLE);
                look.put(frame.buffer_mut(), below, below.x + 2, below.y, &title, Role::Title);
                let room = Rect { y: below.y + 1, height: below.height.saturating_sub(1), ..below };
                form.draw_in(frame, room, area, true, look);
            }
        }
    }

    pub(super) fn tell(&self, out: &mut Linear) {
        out.sheets(usize::from(self.kept.is_some()), &words::TABS);
        if let Some(kept) = &self.kept {
            return kept.tell(out);
        }
        out.head(&self.heading());
        let rows = self.rows();
        if !rows.is_empty() {
            out.say(&rows, Role::Label);
        }
        let open = self.panel.get();
        self.table.linear(out, open.is_none(), cells);
        match open {
            None => facts::linear(out, &self.told()),
            Some(filter::Panel(form)) => {
                out.head(words::FILTER_TITLE);
                form.linear(out, true);
            }
        }
    }

    fn heading(&self) -> String {
        let lines = &self.filter.lines;
        let mut filters: Vec<String> = words::days(lines.from, lines.to).into_iter().collect();
        let who = lines.operator.and_then(|id| self.operators.iter().find(|who| who.id == id));
        filters.extend(who.map(|who| who.short_name()));
        filters.extend(lines.kinds.iter().map(|kind| kind.label().to_owned()));
        if lines.registrant.is_some() {
            filters.push(self.person.clone());
        }
        filters.extend((!self.filter.code.is_empty()).then(|| self.filter.code.clone()));
        words::heading(&filters)
    }

    fn rows(&self) -> String {
        match (self.table.rows().first(), self.table.rows().last()) {
            (Some(first), Some(last)) => words::rows(first.seq, last.seq, self.more),
            _ => String::new(),
        }
    }

    /// The row under the pointer in full.
    fn told(&self) -> Vec<Fact> {
        let Some(row) = self.table.selected() else { return Vec::new() };
        let mut facts = vec![
            Fact::new(words::LINE, words::line(row.seq, &row.desk, row.at)),
            Fact::new(words::WHO, who(row)),
            Fact::new(words::WHAT, format!("{}: {}", row.kind.label(), row.act())).role(role(row)),
        ];
        for (label, text) in
            [(words::PERSON, &row.person), (words::REASON, &row.reason), (words::DETAIL, &row.more())]
        {
            if !text.is_empty() {
                facts.push(Fact::new(label, text.clone()));
            }
        }
        facts
    }
}

fn who(row: &AccessRow) -> String {
    if row.operator_name.is_empty() { words::NOBODY.to_owned() } else { row.operator_name.clone() }
}

fn role(row: &AccessRow) -> Role {
    if row.kind == ActKind::Refused { Role::Warn } else { Role::Text }
}

fn cells(row: &AccessRow) -> Vec<String> {
    let sign = if row.kind == ActKind::Refused { "[!] " } else { "" };
    let more = if row.reason.is_empty() { row.more() } else { row.reason.clone() };
    vec![words::moment(row.at), who(row), format!("{sign}{}", row.act()), row.person.clone(), more]
}
