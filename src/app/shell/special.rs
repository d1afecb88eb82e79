//! Special data: hidden until somebody says why, hidden again when the screen
//! is left (R-PRV-1, R-PRV-4).

use super::{Asker, Outward, Shell};
use crate::desk::Query;
use crate::domain::permission::Permission;
use crate::ui::action::Action;
use crate::ui::effect::{Notice, Slot};
use crate::ui::screen::{Offer, Special};
use crate::ui::strings::people as words;
use crate::ui::widgets::dialog::Question;

/// F10 > Mostra dati riservati.
pub(super) const SHOW: Action = Action::Do("shell.special");
/// F10 > Nascondi dati riservati.
pub(super) const HIDE: Action = Action::Do("shell.hide");
/// Slot of the audit line that must be there first.
pub(super) const SLOT: Slot = "shell.special";

/// The rule on the question.
const RULE: &str = "R-PRV-1";

impl Shell {
    pub(super) fn ask_why_special(&mut self) {
        self.ask(Question::line(words::WHY_SPECIAL).rule(RULE), Asker::Special);
    }

    /// The reason is there: its audit line first, the data when it is written.
    pub(super) fn show_special(&mut self, reason: String) {
        let (Some(id), Some(registrant)) = (self.top_id(), self.served().and_then(|open| open.who)) else {
            return;
        };
        let screen = self.top().map_or("", |screen| screen.code());
        let ticket = self.ticket(id, SLOT);
        self.newest.insert((id, SLOT), ticket);
        let by = self.by();
        let query = Query::Special { registrant, screen: screen.to_owned(), reason };
        self.outward.push(Outward::Ask { ticket, by, lane: (id, SLOT), query });
    }

    /// The audit line is written. Only the screen that is still in front
    /// shows anything.
    pub(super) fn special_logged(&mut self, id: u64) {
        if self.top_id() == Some(id) {
            self.on(id, |screen, _| screen.show_special(true));
            self.say(Notice::info(words::SPECIAL_SHOWN));
        }
    }

    /// Hides what is shown, on every screen.
    pub(super) fn hide_special(&mut self) {
        for entry in self.entries_mut().filter(|entry| entry.screen.special() == Special::Shown) {
            entry.screen.show_special(false);
        }
    }

    pub(super) fn offers_of_special(&self) -> Vec<Offer> {
        let special = self.top().map_or(Special::None, |screen| screen.special());
        vec![
            Offer { action: SHOW, ..Offer::hidden("", words::SHOW_SPECIAL) }
                .when(special == Special::Hidden)
                .needs(Permission::Special),
            Offer { action: HIDE, ..Offer::hidden("", words::HIDE_SPECIAL) }.when(special == Special::Shown),
        ]
    }
}
