//! HM00 told line by line.

use super::figures::told;
use super::{ENTRIES, Home};
use crate::desk::health::State;
use crate::ui::keymap;
use crate::ui::linear::Linear;
use crate::ui::screen::Cx;
use crate::ui::strings::{home as words, shell};
use crate::ui::theme::Role;

impl Home {
    pub(super) fn tell(&self, out: &mut Linear, cx: &Cx) {
        out.list(ENTRIES.len(), self.at, true, |place| {
            let entry = &ENTRIES[place];
            let key = entry.anywhere.map(keymap::hint).unwrap_or_default();
            format!("{} {}  {key}", entry.letter, entry.word)
        });
        let warnings = self.counts.as_ref().map(|counts| counts.warnings.as_slice()).unwrap_or_default();
        if !warnings.is_empty() {
            out.head(words::OF_THE_OFFICE);
        }
        for sign in warnings {
            out.say(&told(sign), if sign.state == State::Wrong { Role::Error } else { Role::Warn });
        }
        out.head(&format!("{}  {}", words::TODAY, words::day(cx.today())));
        let Some(counts) = &self.counts else {
            return if self.failed.is_empty() {
                out.say(shell::LOADING, Role::Disabled);
            } else {
                out.say(&format!("[X] {}", self.failed), Role::Error);
            };
        };
        let mine = if counts.mine_today > 0 { words::done(counts.mine_done) } else { String::new() };
        out.pair(words::MINE, &format!("{}  {mine}", counts.mine_today));
        out.pair(words::OF_OFFICE, &counts.office_today.to_string());
        out.pair(words::UNSIGNED, &counts.unsigned_psps.to_string());
        out.pair(words::ARCHIVE, &words::figure(counts.people));
        let [overdue, today, week] = counts.terms;
        out.pair(words::OVERDUE, &format!("{}  {}", words::figure(overdue), words::soon(today, week)));
        out.pair(words::NEXT, &self.next(cx).unwrap_or_else(|| words::NO_NEXT.to_owned()));
        out.head(&format!("{}  {}", words::TO_CLOSE, words::TO_CLOSE_RULE));
        if counts.mine_unclosed > 0 {
            out.say(&format!("[!] {}", words::unclosed(counts.mine_unclosed)), Role::Warn);
        } else {
            out.say(words::ALL_CLOSED, Role::Label);
        }
        if let Some(day) = self.day.as_ref().filter(|day| !day.rows.is_empty()) {
            out.head(words::MY_DAY);
            out.list(day.rows.len(), 0, false, |place| {
                let row = &day.rows[place];
                let hour = row.appointment.start.format("%H:%M");
                format!("{hour}  {}  {}", row.person, row.appointment.state.label())
            });
        }
    }
}
