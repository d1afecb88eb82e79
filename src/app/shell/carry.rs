//! Carrying out what a screen asks for.

use super::{Asker, Cover, Outward, Shell};
use crate::ui::effect::{Effect, Effects, Reply};
use crate::ui::widgets::dialog::Dialog;

/// Slot of the reply to [`Effect::SignIn`].
pub const SIGN_IN: &str = "sign_in";

impl Shell {
    pub(super) fn carry_out_top(&mut self, effects: Effects) {
        if let Some(id) = self.top_id() {
            self.carry_out(id, effects);
        }
    }

    pub(super) fn carry_out(&mut self, id: u64, effects: Effects) {
        self.said.fresh = false;
        for effect in effects {
            self.carry_out_one(id, effect);
        }
    }

    /// Has this screen the keys, or is it gone? Only such a one opens another:
    /// an answer that comes late takes nobody away from what is in front.
    fn may_go(&mut self, id: u64) -> bool {
        self.front().last().is_some_and(|top| top.id == id) || self.entry_mut(id).is_none()
    }

    fn carry_out_one(&mut self, id: u64, effect: Effect) {
        self.dirty = true;
        match effect {
            Effect::Open(route) => {
                if self.may_go(id) {
                    self.open(&route);
                }
            }
            Effect::Replace(route) => {
                if self.may_go(id) || self.top_id() == Some(id) {
                    self.replace(id, &route);
                }
            }
            Effect::Back => {
                if self.may_go(id) {
                    let said = self.said.fresh;
                    self.back(said);
                }
            }
            Effect::Home => {
                if self.may_go(id) {
                    self.home();
                }
            }
            Effect::Ask(slot, query) => {
                let ticket = self.ticket(id, slot);
                // Asked again, the older question may never be answered.
                if let Some(older) = self.newest.insert((id, slot), ticket)
                    && let Some(awaited) = self.awaited.iter_mut().find(|(awaited, _)| *awaited == older)
                {
                    awaited.0 = ticket;
                }
                let by = self.by();
                self.outward.push(Outward::Ask { ticket, by, lane: (id, slot), query });
            }
            Effect::Run(slot, command) => {
                let ticket = self.sent(id, slot);
                self.awaited.push((ticket, id));
                let by = self.by();
                self.outward.push(Outward::Run { ticket, by, command });
            }
            Effect::Archive(slot, command, file) => {
                let ticket = self.sent(id, slot);
                self.awaited.push((ticket, id));
                let by = self.by();
                self.outward.push(Outward::Archive { ticket, by, command, file });
            }
            Effect::Start(slot, job) => {
                let ticket = self.ticket(id, slot);
                self.print_started(ticket, &job);
                self.outward.push(Outward::Start { ticket, job });
            }
            Effect::SignIn { username, password } => {
                let ticket = self.ticket(id, SIGN_IN);
                self.outward.push(Outward::SignIn { ticket, username, password });
            }
            Effect::Recover { username, code, new } => {
                let ticket = self.ticket(id, SIGN_IN);
                self.outward.push(Outward::Recover { ticket, username, code, new });
            }
            Effect::Keys(slot, deed) => {
                let ticket = self.sent(id, slot);
                self.awaited.push((ticket, id));
                let by = self.by();
                self.outward.push(Outward::Keys { ticket, by, deed });
            }
            Effect::Found(founding) => {
                let ticket = self.ticket(id, SIGN_IN);
                self.outward.push(Outward::Found { ticket, founding });
            }
            Effect::Rest(slot) => {
                let ticket = self.ticket(id, slot);
                self.rests.insert((id, slot), ticket);
                self.outward.push(Outward::Rest(ticket));
            }
            Effect::Searched(found) => {
                let by = self.by();
                self.outward.push(Outward::Searched { by, found });
            }
            Effect::Say(notice) if self.door.as_ref().is_some_and(|door| door.entry.id == id) => {
                self.say_at_door(notice);
            }
            Effect::Say(notice) => self.say(notice),
            Effect::Confirm(slot, question) => {
                if let Some(entry) = self.entry_mut(id) {
                    entry.question = Some((slot, question));
                    self.ask_what_waits();
                }
            }
            Effect::Person(person) => self.put_band(id, person.map(|person| *person)),
            Effect::SaveDraft => self.save_drafts(),
            Effect::DropDraft => self.drop_draft(id),
            Effect::KeysTried(missing) => {
                self.look.missing = missing;
                self.outward.push(Outward::KeysTried(missing));
            }
            Effect::Lock => self.lock(),
            Effect::Quit => self.ask_to_quit(),
        }
    }

    /// The question of the screen in front, when nothing covers it: one asked
    /// by a screen that had been left waits until it is in front again.
    pub(super) fn ask_what_waits(&mut self) {
        if self.door.is_some() || self.cover.is_some() {
            return;
        }
        let waiting = self.front_mut().last_mut().and_then(|entry| Some((entry.id, entry.question.take()?)));
        if let Some((id, (slot, question))) = waiting {
            self.cover = Some(Cover::Dialog(Dialog::new(question), Asker::Screen(id, slot)));
        }
    }

    pub(super) fn deliver(&mut self, id: u64, slot: &'static str, reply: Reply) {
        let effects = self.on(id, |screen, cx| screen.reply(slot, reply, cx)).unwrap_or_default();
        self.carry_out(id, effects);
    }

    fn drop_draft(&mut self, id: u64) {
        let Some(entry) = self.entry_mut(id) else { return };
        entry.saved = None;
        entry.saved_at.clear();
        if let Some(subject) = entry.screen.draft_subject() {
            let screen = entry.screen.code().to_owned();
            self.outward.push(Outward::DropDraft { screen, subject });
        }
    }
}
