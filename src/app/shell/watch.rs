//! What can be seen of the shell from outside.

use super::Shell;
use crate::ui::effect::Notice;
use crate::ui::look::Look;
use crate::ui::screen::PersonBand;

impl Shell {
    /// Whose record the screen in front is about, or who is served.
    #[must_use]
    pub fn person(&self) -> Option<&PersonBand> {
        self.top_entry().and_then(|entry| self.band(entry))
    }

    /// How many screens are open, in all stacks.
    #[must_use]
    pub fn depth(&self) -> usize {
        self.entries().count()
    }

    /// Is something over the screen: a question, the list of F10, the earlier
    /// messages?
    #[must_use]
    pub fn asks(&self) -> bool {
        self.cover.is_some()
    }

    /// What was said so far, the oldest first.
    pub fn messages(&self) -> impl Iterator<Item = &Notice> {
        self.said.all.iter().map(|(_, notice)| notice)
    }

    /// Changes how things are drawn.
    pub fn draw_as(&mut self, look: Look) {
        self.look = look;
        self.dirty = true;
    }
}
