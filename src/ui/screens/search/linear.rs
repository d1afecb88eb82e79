//! PE01 told line by line.

use super::draw::{cells, found_by};
use super::{Search, name_of};
use crate::desk::query::{Opened, Reason};
use crate::ui::linear::Linear;
use crate::ui::screen::Cx;
use crate::ui::strings::{search as words, shell};
use crate::ui::theme::Role;

impl Search {
    pub(super) fn tell_all(&self, out: &mut Linear, cx: &Cx) {
        // The cursor stays in the line while one types, and goes along with
        // the pointer once it moves.
        let moved = self.table.at() > 0;
        self.line.linear(out, words::SEARCH, !moved);
        out.say(words::WHAT, Role::Disabled);
        let opened = |out: &mut Linear, focused: bool| {
            out.head(words::OPENED);
            self.table.linear(out, focused, |row| {
                let of = |opened: &&Opened| opened.row.hit.registrant == row.hit.registrant;
                let at = self.reach.hand.opened.iter().find(of);
                cells(row, &at.map(|opened| opened.at.format("%H:%M").to_string()).unwrap_or_default(), cx)
            });
        };
        if self.typed().is_empty() {
            return if self.reach.hand.opened.is_empty() {
                out.say(words::BEGIN, Role::Label);
            } else {
                opened(out, moved);
            };
        }
        let count = if self.fresh() {
            words::found(self.found.rows.len(), self.found.more)
        } else {
            shell::LOADING.to_owned()
        };
        out.say(&count, Role::Label);
        if self.found.rows.iter().any(|row| row.namesake) {
            out.say(words::NAMESAKES, Role::Label);
        }
        if let Some(row) = self.table.selected().filter(|row| row.hit.reason != Reason::Name) {
            out.say(&found_by(row), Role::Info);
        }
        self.table.linear(out, moved, |row| cells(row, "", cx));
        if !self.reach.hand.opened.is_empty() {
            out.head(words::OPENED_LINE);
            for opened in &self.reach.hand.opened {
                let at = opened.at.format("%H:%M");
                out.say(&format!("{} {at}", name_of(&opened.row)), Role::Text);
            }
        }
    }
}
