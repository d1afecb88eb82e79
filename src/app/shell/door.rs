//! The cover of Ctrl+L, and of a desk left alone: over everything, with the
//! work below as it was.

use std::time::Duration;

use chrono::NaiveDateTime;

use super::{Cover, Entry, Outward, Shell};
use crate::desk::Law;
use crate::ui::effect::{Notice, Reply};
use crate::ui::route::{self, Route};
use crate::ui::screen::Session;

/// AC00 over the work.
pub(super) struct Door {
    /// The screen.
    pub entry: Entry,
    /// What covered the work: it comes back with it.
    cover: Option<Cover>,
    /// What AC00 says.
    pub said: Option<(Notice, NaiveDateTime)>,
}

impl Shell {
    /// Is the screen covered, or nobody signed in? Then nothing but signing
    /// in, the list of actions and closing is possible.
    pub(super) fn covered(&self) -> bool {
        self.top().is_some_and(|screen| screen.code() == "AC00")
    }

    /// May it be covered? Only when somebody is in, and once.
    #[must_use]
    pub fn can_lock(&self) -> bool {
        self.session.is_some() && !self.covered()
    }

    /// After how long without a key it is covered: as the parameters of the
    /// office say, or sooner where the command line asks so. Invented people
    /// need no cover, and somebody trying the program no surprise: there only
    /// what is asked counts. `None`: not now.
    #[must_use]
    pub fn covered_after(&self, asked: Option<Duration>) -> Option<Duration> {
        let session = self.session.as_ref().filter(|_| !self.covered())?;
        let asked = asked.filter(|after| !after.is_zero());
        if !session.passwords {
            return asked;
        }
        let minutes = session.law.catalogue().parameters(self.clock.today()).desk.lock_minutes;
        let most = Duration::from_secs(u64::from(minutes) * 60);
        Some(asked.map_or(most, |asked| asked.min(most)))
    }

    /// Covers everything. Drafts are saved, special data hidden again; work
    /// on its way goes on.
    pub fn lock(&mut self) {
        if !self.can_lock() {
            return;
        }
        self.save_drafts();
        self.hide_special();
        let cover = self.cover.take();
        let door = if self.alone { route::Door::LockedAlone } else { route::Door::Locked };
        let entry = self.made(&Route::Login(door));
        self.door = Some(Door { entry, cover, said: None });
        self.dirty = true;
    }

    /// What a screen asks for while it is covered itself.
    pub(super) fn say_at_door(&mut self, notice: Notice) {
        let now = self.clock.now();
        if let Some(door) = &mut self.door {
            door.said = Some((notice, now));
            self.dirty = true;
        }
    }

    /// How rules are enforced from now on: a row of the tables was set, here or
    /// at another desk.
    pub fn law_is(&mut self, law: Law) {
        if let Some(session) = self.session.as_mut().filter(|session| session.law != law) {
            session.law = law;
            self.dirty = true;
        }
    }

    /// Somebody is in: the same operator goes on where everything was,
    /// another one begins at the menu. What lies below the cover then belongs
    /// to somebody else; its drafts were saved when it was covered.
    pub(super) fn signed_in_again(&mut self, session: Session) {
        let same = self.session.as_ref().is_some_and(|now| now.operator.id == session.operator.id);
        let door = self.door.take();
        if same {
            self.session = Some(session);
            self.cover = door.and_then(|door| door.cover);
            self.ask_what_waits();
            self.dirty = true;
            return;
        }
        self.close_all();
        self.session = Some(session);
        self.base.clear();
        self.outside = true;
        self.cover = None;
        self.said = super::said::Said::default();
        self.awaited.clear();
        let first = self.session.as_ref().is_some_and(|session| session.must_change);
        self.open(&if first { Route::Login(route::Door::Given) } else { Route::Menu });
    }

    /// An answer for AC00 over the work, if it is one.
    pub(super) fn door_answered(&mut self, id: u64, reply: &Reply) -> bool {
        match (reply, &self.door) {
            (Reply::SignedIn(Ok(session)), Some(door)) if door.entry.id == id => {
                let session = (**session).clone();
                self.signed_in_again(session);
                true
            }
            _ => false,
        }
    }

    /// Tells the audit that everybody is closed.
    pub(super) fn close_all(&mut self) {
        let by = self.by();
        for open in std::mem::take(&mut self.people) {
            if let Some(registrant) = open.who {
                self.outward.push(Outward::Closed { by: by.clone(), registrant });
            }
        }
        self.now = None;
    }
}
