//! What the shell does for every form, so that no screen has to: says what
//! the last key lost or left unread, brings the record before for Ctrl+D.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::{Shell, Ticket};
use crate::ui::effect::{Sign, Slot};
use crate::ui::route::Code;

/// Records saved since the operator signed in, by screen. In memory only,
/// gone when another operator signs in.
#[derive(Default)]
pub(super) struct Before {
    /// Whose they are.
    by: String,
    /// What the form held when a command went out.
    sent: BTreeMap<Ticket, (Code, BTreeMap<String, String>)>,
    saved: BTreeMap<Code, Rc<BTreeMap<String, String>>>,
}

impl Shell {
    /// After a key or an answer: what the form has to say, and the record
    /// before for the form that has the keys now.
    pub(super) fn tell_of_form(&mut self) {
        let Some(code) = self.top().map(|screen| screen.code()) else { return };
        let mine = self.before.by == self.by();
        let before = self.before.saved.get(code).filter(|_| mine).cloned();
        let told = self.on_top(|screen, _| {
            let form = screen.form_mut()?;
            if let Some(before) = before {
                form.previous(before);
            }
            // The screen may have understood what the form did not.
            form.take_notice().filter(|notice| notice.sign != Sign::No || form.stands(&notice.text))
        });
        if let Some(notice) = told.flatten() {
            self.say(notice);
        }
    }

    /// A command goes out with what the form of its screen holds.
    pub(super) fn sent(&mut self, id: u64, slot: Slot) -> Ticket {
        let ticket = self.ticket(id, slot);
        let by = self.by();
        if self.before.by != by {
            self.before = Before { by, ..Before::default() };
        }
        let of = self.entries().find(|entry| entry.id == id);
        let held = of.and_then(|entry| Some((entry.screen.code(), entry.screen.form()?.to_copy())));
        if let Some(held) = held {
            self.before.sent.insert(ticket, held);
        }
        ticket
    }

    /// An answer came: the record is stored, or not.
    pub(super) fn stored(&mut self, ticket: Ticket, accepted: bool) {
        let Some((code, values)) = self.before.sent.remove(&ticket).filter(|_| accepted) else { return };
        let mut all = self.before.saved.get(code).map(|known| (**known).clone()).unwrap_or_default();
        // Of a screen with more forms the last of each stays.
        all.extend(values);
        self.before.saved.insert(code, Rc::new(all));
    }
}
