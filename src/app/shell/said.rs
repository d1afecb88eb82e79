//! The message line: what is said, and for how long.
//!
//! `[ok]` goes with the next key after three seconds and with the screen that
//! is left by hand; what a screen says while it leaves by itself stays to be
//! read. `[!]` and `[X]` of a rule go when the form no longer has what they
//! speak of; everything goes when something newer is said.

use std::collections::VecDeque;

use chrono::NaiveDateTime;

use super::Shell;
use crate::ui::effect::{Notice, Sign};

/// Messages kept for F10 > Messaggi.
const MOST: usize = 100;
/// Seconds a message of something done is safe from keys.
const READ_IN: i64 = 3;

/// What was said.
#[derive(Default)]
pub(super) struct Said {
    /// On the message line, since when.
    pub now: Option<(Notice, NaiveDateTime)>,
    /// All of it, the oldest first.
    pub all: VecDeque<(NaiveDateTime, Notice)>,
    /// It was said by what is being carried out.
    pub fresh: bool,
    /// The form on top had this finding when it was said.
    stands: bool,
}

impl Said {
    pub(super) fn clear(&mut self) {
        self.now = None;
        self.stands = false;
    }
}

impl Shell {
    /// The message line.
    #[must_use]
    pub fn notice(&self) -> Option<&Notice> {
        let now = self.door.as_ref().map_or(&self.said.now, |door| &door.said);
        now.as_ref().map(|(notice, _)| notice)
    }

    /// Says something that no screen says: an office that cannot be opened.
    pub fn announce(&mut self, notice: Notice) {
        self.say(notice);
    }

    /// Says something. Under the cover of Ctrl+L it waits there: nothing of
    /// the work is told on it.
    pub(super) fn say(&mut self, notice: Notice) {
        let now = self.clock.now();
        self.note(notice.clone());
        self.said.stands = self.stands(&notice);
        self.said.now = Some((notice, now));
        self.said.fresh = true;
        self.dirty = true;
    }

    /// Keeps something among the messages without showing it now.
    pub(super) fn note(&mut self, notice: Notice) {
        if self.said.all.len() == MOST {
            self.said.all.pop_front();
        }
        self.said.all.push_back((self.clock.now(), notice));
    }

    /// Does the form on top have what the message speaks of?
    fn stands(&self, notice: &Notice) -> bool {
        let form = self.front().last().and_then(|entry| entry.screen.form());
        form.is_some_and(|form| form.stands(&notice.text))
    }

    /// A message of something done goes with the next key after three seconds.
    pub(super) fn fade(&mut self) {
        let now = self.clock.now();
        let old = |(notice, at): &(Notice, NaiveDateTime)| {
            notice.sign == Sign::Ok && (now - *at).num_seconds() >= READ_IN
        };
        if self.said.now.as_ref().is_some_and(old) {
            self.said.clear();
        }
    }

    /// The guide comes and goes without taking the message away that it may
    /// have been opened for.
    pub(super) fn keeping_what_stops(&mut self, go: impl FnOnce(&mut Self)) {
        let stops =
            |(notice, _): &(Notice, NaiveDateTime)| matches!(notice.sign, Sign::No | Sign::Warn | Sign::Ask);
        let kept = self.said.now.clone().filter(stops);
        go(self);
        if let Some((notice, at)) = kept {
            self.said.stands = self.stands(&notice);
            self.said.now = Some((notice, at));
        }
    }

    /// What was mended is no longer said.
    pub(super) fn handled(&mut self) {
        let gone = |(notice, _): &(Notice, NaiveDateTime)| !self.stands(notice);
        if self.said.stands && self.said.now.as_ref().is_some_and(gone) {
            self.said.clear();
        }
    }
}
