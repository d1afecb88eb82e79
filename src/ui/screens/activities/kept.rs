//! What is typed about an activity: kept when its form is closed or the
//! screen is left, beside the row that is being written.

use std::collections::BTreeMap;

use super::rows::Row;
use super::{Activities, Pane, Panel, event};
use crate::domain::activity::ActivityEvent;
use crate::ui::effect::{Effect, Effects, Notice};
use crate::ui::screen::Cx;
use crate::ui::strings::shell as words;

/// In a draft: the activity the form is about. No field has this name; those
/// of the two forms differ.
const WHICH: &str = "~activity";

/// What was typed about one activity.
pub(super) struct Kept {
    values: BTreeMap<String, String>,
    focus: String,
    /// Its form shall open by itself.
    reopens: bool,
}

impl Kept {
    fn of(panel: &Panel) -> Self {
        let mut values = panel.form.draft();
        values.insert(WHICH.to_owned(), panel.activity.id.to_string());
        Self { values, focus: panel.form.focus().unwrap_or_default().to_owned(), reopens: false }
    }

    fn is_about(&self, id: &str) -> bool {
        self.values.get(WHICH).is_some_and(|which| which == id)
    }
}

impl Activities {
    /// What is being typed: the row, and what happens to an activity.
    pub(super) fn typed(&self) -> Option<BTreeMap<String, String>> {
        let mut values = BTreeMap::new();
        if self.form.changed() {
            values = self.form.draft();
        }
        match (self.panel.as_ref().filter(|panel| panel.form.changed()), &self.kept) {
            (Some(panel), _) => values.extend(Kept::of(panel).values),
            (None, Some(kept)) => values.extend(kept.values.clone()),
            (None, None) => {}
        }
        (!values.is_empty()).then_some(values)
    }

    /// Closes the form; what is typed in it comes back with it.
    pub(super) fn close_panel(&mut self) {
        if let Some(panel) = self.panel.take().filter(|panel| panel.form.changed()) {
            self.kept = Some(Kept::of(&panel));
        }
    }

    /// What was typed about this activity before; what happened is left as
    /// the hand chose it, but for the `whole`.
    pub(super) fn put_panel_back(&mut self, panel: &mut Panel, whole: bool) -> Option<Effect> {
        let id = panel.activity.id.to_string();
        let kept = self.kept.take_if(|kept| kept.is_about(&id))?;
        let values = kept.values.into_iter().filter(|(name, _)| whole || name != "event");
        panel.form.restore(&values.collect());
        panel.form.focus_on(&kept.focus);
        Some(Notice::info(words::DRAFT_BACK).into())
    }

    /// A draft was found.
    pub(super) fn draft_found(&mut self, values: &BTreeMap<String, String>, focus: &str, cx: &Cx) -> Effects {
        self.form.restore(values);
        self.form.focus_on(focus);
        if !values.contains_key(WHICH) {
            return vec![Notice::info(words::DRAFT_BACK).into()];
        }
        self.kept = Some(Kept { values: values.clone(), focus: focus.to_owned(), reopens: true });
        self.reopen(cx)
    }

    /// Opens the form of the draft, once the activities are here.
    pub(super) fn reopen(&mut self, cx: &Cx) -> Effects {
        let Some(kept) = self.kept.as_ref().filter(|kept| kept.reopens && self.panel.is_none()) else {
            return Effects::new();
        };
        let mine =
            |row: &Row| matches!(row, Row::Logged(activity, _) if kept.is_about(&activity.id.to_string()));
        let Some(at) = self.rows.rows().iter().position(mine) else { return Effects::new() };
        let Some(Row::Logged(activity, _)) = self.rows.rows().get(at) else { return Effects::new() };
        let happened = kept.values.get("event").and_then(|name| event::called(name));
        let activity = activity.clone();
        let form = event::form(&activity, happened.unwrap_or(ActivityEvent::Concluded), cx.today());
        let mut panel = Panel { activity, form, warned: false };
        self.rows.select(at);
        self.pane = Pane::List;
        self.chosen = true;
        let back = self.put_panel_back(&mut panel, true);
        self.panel = Some(panel);
        back.into_iter().collect()
    }
}
