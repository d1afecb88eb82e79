//! What is being typed on DI01, kept until it is stored: the declaration, or
//! what happens to the DID.

use std::collections::BTreeMap;

use super::{DidScreen, View, event};
use crate::ui::effect::{Effects, Notice};
use crate::ui::screen::Cx;
use crate::ui::strings::shell as words;

/// In a draft: what the form records. No field has this name.
const WHAT: &str = "~what";

impl DidScreen {
    pub(super) fn kept(&self) -> Option<BTreeMap<String, String>> {
        match &self.view {
            View::Reading | View::Declare => self.form.changed().then(|| self.form.draft()),
            View::Event(what, form) if form.changed() => {
                let mut values = form.draft();
                values.insert(WHAT.to_owned(), event::name(*what).to_owned());
                Some(values)
            }
            View::Event(..) | View::Shown => None,
        }
    }

    pub(super) fn put_back(&mut self, values: &BTreeMap<String, String>, focus: &str, cx: &Cx) -> Effects {
        let mut effects = Effects::new();
        match (values.get(WHAT).and_then(|name| event::called(name)), self.did()) {
            (Some(what), Some(did)) if matches!(self.view, View::Shown) => {
                let mut form = event::form(what, did, cx);
                form.restore(values);
                form.focus_on(focus);
                self.view = View::Event(what, Box::new(form));
            }
            (None, _) if matches!(self.view, View::Reading | View::Declare) => {
                self.form.restore(values);
                self.form.focus_on(focus);
                effects = self.follow_up(None, cx);
            }
            _ => return effects,
        }
        effects.push(Notice::info(words::DRAFT_BACK).into());
        effects
    }
}
