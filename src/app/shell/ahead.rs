//! Keys typed ahead: they wait for the answer that decides where they go.

use super::Shell;
use crate::ui::deed::Given;
use crate::ui::effect::{Notice, Reply};

impl Shell {
    /// Must keys wait? While somebody is on the way in, and while the screen
    /// on top has no answer yet to what it asked on opening or to what it
    /// wrote: a fast hand's next key is for what comes of it.
    pub(super) fn holds_keys(&self) -> bool {
        let Some(top) = self.top_entry().filter(|_| self.cover.is_none()) else { return false };
        top.screen.holds_keys() || self.awaited.iter().any(|(_, id)| *id == top.id)
    }

    /// Keys wait for the answers to what a screen asks now.
    pub(super) fn await_answers(&mut self, id: u64) {
        for ((of, _), ticket) in &self.newest {
            if *of == id && !self.awaited.contains(&(*ticket, id)) {
                self.awaited.push((*ticket, id));
            }
        }
    }

    /// The keys that waited go to the screen they were for.
    pub(super) fn release_keys(&mut self) {
        for input in std::mem::take(&mut self.ahead) {
            self.input(input);
        }
    }

    /// A request failed and nobody knows which: nothing is waited for.
    pub fn failed(&mut self, notice: Notice) {
        self.say(notice);
        self.awaited.clear();
        self.release_keys();
    }
}

/// Is it a no? Keys typed before it was read are not for what it asks.
pub(super) fn is_refusal(reply: &Reply) -> bool {
    match reply {
        Reply::SignedIn(done) => done.is_err(),
        Reply::Keys(done) => match done {
            Ok(Given::Outcome(outcome)) => !outcome.accepted,
            done => done.is_err(),
        },
        Reply::Outcome(done) => !done.as_ref().is_ok_and(|outcome| outcome.accepted),
        _ => false,
    }
}
