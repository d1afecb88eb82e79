//! The form of one step: opened, weighed, saved.

use std::collections::BTreeMap;

use super::{Matter, Procedure, What};
use crate::desk::{Outcome, Query};
use crate::domain::finding::Level;
use crate::ui::action::Action;
use crate::ui::effect::{Effect, Effects, Notice};
use crate::ui::form::{Form, FormOutcome};
use crate::ui::screen::{Cx, Flow};
use crate::ui::screens::panel::{Acted, Panel};
use crate::ui::strings::procedure as words;

/// In a draft: which step, of which record.
const WHAT: &str = "~what";

/// A step being written.
pub(super) struct Written<Act> {
    pub what: What<Act>,
    pub label: &'static str,
    pub form: Form,
}

impl<Act: serde::Serialize> Panel for Written<Act> {
    fn form(&self) -> &Form {
        &self.form
    }

    fn form_mut(&mut self) -> &mut Form {
        &mut self.form
    }

    fn marks(&self) -> Vec<(&'static str, String)> {
        vec![(WHAT, serde_json::to_string(&self.what).unwrap_or_default())]
    }
}

impl<M: Matter> Procedure<M> {
    /// Opens the form of a step, with what was typed in it before.
    pub(super) fn open(&mut self, what: What<M::Act>, cx: &Cx) -> Effects {
        let Some(card) = &self.card else { return Vec::new() };
        let label = self.deeds.iter().find(|deed| deed.act == what.act).map_or("", |deed| deed.label);
        let mut form = M::form(what, card, cx);
        form.show_special(self.special_shown);
        if let Some(id) = what.about {
            form.accepted(card.accepted(id));
        }
        let back = self.place.open(Written { what, label, form });
        back.map(Effect::from).into_iter().chain(self.weigh()).collect()
    }

    fn command(&self) -> Option<crate::desk::Command> {
        let (panel, card) = (self.place.get()?, self.card.as_ref()?);
        M::command(panel.what, &panel.form, card, self.saving.given())
    }

    /// What the rules say of the form as it is now.
    fn weigh(&self) -> Effects {
        let command = self.command();
        command.map(|command| Effect::Ask("weigh", Query::Weigh(Box::new(command)))).into_iter().collect()
    }

    pub(super) fn act_panel(&mut self, action: Action, cx: &Cx) -> Flow {
        match self.place.act(action) {
            None => Flow::Pass,
            Some(Acted::Save) => Flow::Used(self.save()),
            Some(Acted::Warned(notice)) => Flow::ask(notice),
            Some(Acted::Closed) => {
                self.saving.clear();
                self.look_again(cx);
                Flow::used()
            }
            Some(Acted::Form(outcome)) => self.typed_in(outcome),
        }
    }

    pub(super) fn typed_in(&mut self, outcome: FormOutcome) -> Flow {
        match outcome {
            FormOutcome::Submit => Flow::Used(self.save()),
            FormOutcome::Changed(field) | FormOutcome::Left(field) => {
                self.place.changed();
                if let (Some(panel), Some(card)) = (self.place.get_mut(), &self.card) {
                    M::follow(panel.what, &mut panel.form, field, card);
                }
                Flow::Used(self.weigh())
            }
            other => Flow::of(other),
        }
    }

    fn save(&mut self) -> Effects {
        let Some(panel) = self.place.get_mut() else { return Vec::new() };
        // What the rules said may be of a moment ago: the desk says it now.
        panel.form.find_all(Vec::new());
        if let Err(obstacle) = panel.form.check() {
            return vec![Notice::obstacle(obstacle).into()];
        }
        self.run()
    }

    pub(super) fn run(&mut self) -> Effects {
        match self.command() {
            Some(command) if self.saving.begin() => vec![Effect::Run("save", Box::new(command))],
            _ => Vec::new(),
        }
    }

    pub(super) fn saved(&mut self, outcome: Outcome) -> Effects {
        let Some(panel) = self.place.get_mut() else {
            self.saving.clear();
            return Vec::new();
        };
        if !outcome.accepted {
            return self.saving.refused(&mut panel.form, outcome);
        }
        self.saving.clear();
        let shown: Vec<_> = outcome.findings.iter().filter(|found| found.level == Level::Show).collect();
        let told = M::TOLD.iter().find_map(|rule| shown.iter().find(|found| found.rule.0 == *rule));
        let text = told.map_or("", |found| found.text.as_str());
        let mut notice = Notice::ok(words::recorded(panel.label, text, &outcome.proposes));
        notice.rule = told.map(|found| found.rule.to_string());
        self.after = Some(notice);
        self.place.done();
        vec![Effect::DropDraft, self.ask()]
    }

    /// A draft was found.
    pub(super) fn draft_found(&mut self, values: &BTreeMap<String, String>, focus: &str, cx: &Cx) -> Effects {
        self.place.found(values, focus);
        self.reopen(cx)
    }

    /// Opens the form that waits, once the card is here: the one the screen
    /// was opened for, else that of the draft if its step is still possible.
    pub(super) fn reopen(&mut self, cx: &Cx) -> Effects {
        if self.card.is_none() || self.place.is_open() {
            return Effects::new();
        }
        if let (Some(what), Some(card)) = (self.opens.take(), &self.card) {
            let begun = M::begun(what, card);
            let Some(place) = self.rows.rows().iter().position(|row| Some(row.id) == begun) else {
                return self.open(what, cx);
            };
            self.rows.select(place);
            self.look_again(cx);
        }
        let Some(kept) = self.place.waits() else { return Effects::new() };
        let what: Option<What<M::Act>> = serde_json::from_str(kept.get(WHAT)).ok();
        let about = what.and_then(|what| what.about);
        if let Some(place) = self.rows.rows().iter().position(|row| Some(row.id) == about) {
            self.rows.select(place);
            self.look_again(cx);
        }
        let open = |what: &What<M::Act>| {
            self.deeds.iter().any(|deed| deed.act == what.act && deed.why_not.is_none())
        };
        match what.filter(open) {
            Some(what) => self.open(what, cx),
            None => {
                self.place.set_reopens(false);
                Effects::new()
            }
        }
    }
}
