//! What the record has answered already, and what one key declares.

use super::{DidScreen, form};
use crate::ui::action::Action;
use crate::ui::effect::{Effects, Notice};
use crate::ui::screen::Cx;
use crate::ui::strings::did as words;

impl DidScreen {
    /// Tab and Enter pass over the answers the person's record has given.
    pub(super) fn pass_over(&mut self) {
        for _ in 0..3 {
            let values = self.form.values();
            let given = |field: &str| {
                self.known.get(field).is_some_and(|text| !text.is_empty() && text == values.raw(field))
            };
            match self.form.focus() {
                Some(
                    field @ ("profiling.province" | "profiling.citizenship" | "profiling.presence_in_italy"),
                ) if given(field) => {
                    self.form.act(Action::Forward);
                }
                _ => return,
            }
        }
    }

    pub(super) fn all_spoken(&mut self, cx: &Cx) -> Effects {
        form::all_spoken(&mut self.form);
        self.form.focus_on("profiling.province");
        self.pass_over();
        let mut effects = self.follow_up(None, cx);
        if effects.is_empty() {
            effects.push(Notice::info(words::ALL_SAID).into());
        }
        effects
    }
}
