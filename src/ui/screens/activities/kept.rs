//! What is typed about an activity, kept beside the row that is being
//! written.

use std::collections::BTreeMap;

use super::rows::Row;
use super::{Activities, Pane, Panel, event};
use crate::domain::activity::ActivityEvent;
use crate::ui::effect::{Effect, Effects, Notice};
use crate::ui::screen::Cx;
use crate::ui::strings::shell as words;

/// In a draft: the activity the form is about. No field has this name; those
/// of the two forms differ.
pub(super) const WHICH: &str = "~activity";

impl Activities {
    /// What is being typed: the row, and what happens to an activity.
    pub(super) fn typed(&self) -> Option<BTreeMap<String, String>> {
        let mut values = if self.form.changed() { self.form.draft() } else { BTreeMap::new() };
        values.extend(self.panel.typed().unwrap_or_default());
        (!values.is_empty()).then_some(values)
    }

    /// A draft was found.
    pub(super) fn draft_found(&mut self, values: &BTreeMap<String, String>, focus: &str, cx: &Cx) -> Effects {
        self.form.restore(values);
        self.form.focus_on(focus);
        if !values.contains_key(WHICH) {
            return vec![Notice::info(words::DRAFT_BACK).into()];
        }
        self.panel.found(values, focus);
        self.reopen(cx)
    }

    /// Opens the form of the draft, once the activities are here.
    pub(super) fn reopen(&mut self, cx: &Cx) -> Effects {
        let Some(kept) = self.panel.waits() else { return Effects::new() };
        let mine =
            |row: &Row| matches!(row, Row::Logged(activity, _) if activity.id.to_string() == kept.get(WHICH));
        let Some(at) = self.rows.rows().iter().position(mine) else { return Effects::new() };
        let Some(Row::Logged(activity, _)) = self.rows.rows().get(at) else { return Effects::new() };
        let happened = event::called(kept.get("event")).unwrap_or(ActivityEvent::Concluded);
        let activity = activity.clone();
        let form = event::form(&activity, happened, cx.today());
        self.rows.select(at);
        self.pane = Pane::List;
        self.chosen = true;
        self.panel.open(Panel { activity, form }).map(Effect::from).into_iter().collect()
    }
}
