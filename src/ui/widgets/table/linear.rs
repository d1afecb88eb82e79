//! A table told row by row: `3 di 6: ROSSI MARIA, 10/12/1985`.

use super::{Rows, Table};
use crate::ui::linear::Linear;
use crate::ui::strings::{linear as said, shell as words};
use crate::ui::theme::Role;

impl<T> Table<T> {
    /// Tells headings and rows; the row under the pointer has the focus when
    /// `focused`. `cells` gives the texts of a row.
    pub fn linear(&self, out: &mut Linear, focused: bool, cells: impl Fn(&T) -> Vec<String>) {
        let say = |out: &mut Linear, text: &str, role| {
            if focused {
                out.here(|out| out.say(text, role));
            } else {
                out.say(text, role);
            }
        };
        let rows = match &self.rows {
            Rows::Loading => return say(out, words::LOADING, Role::Disabled),
            Rows::Failed(why) => return say(out, &format!("[X] {why}"), Role::Error),
            Rows::Ready(rows) if rows.is_empty() => return say(out, &self.empty, Role::Disabled),
            Rows::Ready(rows) => rows,
        };
        let titles: Vec<&str> =
            self.columns.iter().map(|column| column.title).filter(|title| !title.is_empty()).collect();
        if !titles.is_empty() {
            out.pair(said::COLUMNS, &titles.join(", "));
        }
        self.page.set(10);
        out.list(rows.len(), self.at, focused, |place| {
            let cells = cells(&rows[place]);
            let said = cells.iter().map(|cell| cell.trim()).filter(|cell| {
                // Dashes stand for nothing.
                !cell.trim_matches('-').is_empty()
            });
            said.collect::<Vec<_>>().join(", ")
        });
    }
}
