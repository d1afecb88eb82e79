//! What is being typed on DI02, kept when its form is closed or the screen is
//! left.

use std::collections::BTreeMap;

use super::form::What;
use super::{Jobs, Panel};
use crate::ui::effect::{Effect, Effects, Notice};
use crate::ui::screen::Cx;
use crate::ui::strings::shell as words;

/// In a draft: what the form records. No field has this name.
const WHAT: &str = "~what";

/// What was typed in one form.
pub(super) struct Kept {
    values: BTreeMap<String, String>,
    focus: String,
    /// Its form shall open by itself.
    reopens: bool,
}

impl Kept {
    fn of(panel: &Panel) -> Self {
        let mut values = panel.form.draft();
        values.insert(WHAT.to_owned(), panel.what.name());
        Self { values, focus: panel.form.focus().unwrap_or_default().to_owned(), reopens: false }
    }
}

impl Jobs {
    pub(super) fn typed(&self) -> Option<BTreeMap<String, String>> {
        match (self.panel.as_ref().filter(|panel| panel.form.changed()), &self.kept) {
            (Some(panel), _) => Some(Kept::of(panel).values),
            (None, Some(kept)) => Some(kept.values.clone()),
            (None, None) => None,
        }
    }

    /// Closes the form; what is typed in it comes back with it.
    pub(super) fn close_panel(&mut self) {
        if let Some(panel) = self.panel.take().filter(|panel| panel.form.changed()) {
            self.kept = Some(Kept::of(&panel));
        }
    }

    /// What was typed before in the form that is open now.
    pub(super) fn put_back(&mut self) -> Option<Effect> {
        let panel = self.panel.as_mut()?;
        let name = panel.what.name();
        let kept = self.kept.take_if(|kept| kept.values.get(WHAT).is_some_and(|what| *what == name))?;
        panel.form.restore(&kept.values);
        panel.form.focus_on(&kept.focus);
        Some(Notice::info(words::DRAFT_BACK).into())
    }

    /// A draft was found.
    pub(super) fn draft_found(&mut self, values: &BTreeMap<String, String>, focus: &str, cx: &Cx) -> Effects {
        self.kept = Some(Kept { values: values.clone(), focus: focus.to_owned(), reopens: true });
        self.reopen(cx)
    }

    /// Opens the form of the draft, once the card is here.
    pub(super) fn reopen(&mut self, cx: &Cx) -> Effects {
        if self.card.is_none() || self.panel.is_some() {
            return Effects::new();
        }
        let Some(kept) = self.kept.as_mut().filter(|kept| kept.reopens) else { return Effects::new() };
        kept.reopens = false;
        let what = kept.values.get(WHAT).and_then(|name| What::called(name));
        what.map(|what| self.open(what, cx)).unwrap_or_default()
    }
}
