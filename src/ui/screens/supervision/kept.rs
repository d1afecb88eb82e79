//! The records whose term is over, on SU01: proposed to whoever decides on
//! discarding them, never discarded (R-PRV-9).

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::desk::Query;
use crate::desk::query::{RetentionReport, RetentionRow};
use crate::ui::action::Action;
use crate::ui::effect::{Effect, Effects, Slot};
use crate::ui::linear::Linear;
use crate::ui::look::Look;
use crate::ui::strings::supervision as words;
use crate::ui::theme::Role;
use crate::ui::widgets::table::{Column, Table};

/// The slot of the list.
pub const KEPT: Slot = "kept";
/// Rows read at once.
const STRETCH: usize = 100;

/// The list.
pub struct Kept {
    pub table: Table<RetentionRow>,
    skip: usize,
    more: bool,
    to_end: bool,
    /// Years, once they are known.
    years: Option<u32>,
}

impl Default for Kept {
    fn default() -> Self {
        let [person, code, last, over] = words::KEPT_COLUMNS;
        let columns =
            vec![Column::rest(person), Column::new(code, 16), Column::new(last, 11), Column::new(over, 11)];
        Self {
            table: Table::new(columns, words::NONE_OVER),
            skip: 0,
            more: false,
            to_end: false,
            years: None,
        }
    }
}

impl Kept {
    pub fn ask(&self) -> Effects {
        vec![Effect::Ask(KEPT, Query::RetentionReport { skip: self.skip, limit: STRETCH })]
    }

    pub fn came(&mut self, report: RetentionReport) {
        self.years = Some(report.years);
        if report.years == 0 { words::UNDECIDED } else { words::NONE_OVER }.clone_into(&mut self.table.empty);
        self.more = report.more;
        self.table.set(report.rows);
        if std::mem::take(&mut self.to_end) {
            self.table.select(usize::MAX);
        }
    }

    pub fn act(&mut self, action: Action) -> Option<Effects> {
        let last = self.table.at() + 1 >= self.table.rows().len();
        match action {
            Action::Down | Action::PageDown | Action::End if last && self.more => self.skip += STRETCH,
            Action::Up | Action::PageUp if self.table.at() == 0 && self.skip > 0 => {
                self.skip = self.skip.saturating_sub(STRETCH);
                self.to_end = true;
            }
            Action::Home if self.skip > 0 => self.skip = 0,
            _ => return self.table.act(action).then(Effects::new),
        }
        self.more = false;
        self.table.replace(Vec::new());
        self.table.wait();
        Some(self.ask())
    }

    pub fn draw(&self, frame: &mut Frame, area: Rect, look: &Look) {
        look.put(frame.buffer_mut(), area, area.x, area.y, &self.heading(), Role::Title);
        look.put(frame.buffer_mut(), area, area.x, area.y + 1, words::PROPOSED, Role::Label);
        let list = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
        self.table.draw(frame, list, true, look, cells);
    }

    pub fn tell(&self, out: &mut Linear) {
        out.head(&self.heading());
        out.say(words::PROPOSED, Role::Label);
        self.table.linear(out, true, cells);
    }

    fn heading(&self) -> String {
        words::kept(self.years.unwrap_or(0))
    }
}

fn cells(row: &RetentionRow) -> Vec<String> {
    let day = |day: chrono::NaiveDate| day.format("%d/%m/%Y").to_string();
    vec![row.person.clone(), row.fiscal_code.clone(), day(row.last_on), day(row.over_on)]
}
