//! AG01 told line by line.

use super::{Agenda, Over, day};
use crate::ui::linear::Linear;
use crate::ui::screens::common;
use crate::ui::strings::agenda as words;
use crate::ui::theme::Role;

impl Agenda {
    pub(super) fn tell(&self, out: &mut Linear) {
        match &self.over {
            Some(Over::Calendar(calendar)) => return out.over(|out| calendar.linear(out)),
            Some(Over::Operator(picker)) => return out.over(|out| picker.linear(out)),
            None => {}
        }
        if let Some(panel) = &self.panel {
            return panel.linear(out, self.card.as_deref());
        }
        if self.booking.is_some() {
            out.head(words::FREE_DAYS);
            out.pair(words::OPERATOR, &self.whose.short_name());
            self.grid.linear(out);
            return out.say(words::GRID_HELP, Role::Label);
        }
        out.head(&common::long_date(self.day));
        out.pair(words::OPERATOR, &self.whose.short_name());
        if let Some(agenda) = &self.agenda {
            out.say(&words::totals(agenda.rows.len(), agenda.free.len()), Role::Label);
        }
        let unclosed = |out: &mut Linear| {
            if !self.unclosed.rows().is_empty() {
                let heading = format!("{}  {}", self.unclosed_title(), self.unclosed.rows().len());
                out.say(&heading, Role::Warn);
                self.unclosed.linear(out, self.below, day::unclosed_cells);
            }
        };
        self.rows.linear(out, !self.below, day::cells);
        unclosed(out);
    }
}
