//! DI02: jobs, communications and incomes; how the status stands; what waits
//! to be settled.

mod draw;
mod form;
mod keys;
mod linear;
mod rows;

use std::borrow::Cow;
use std::collections::BTreeMap;

use ratatui::Frame;
use ratatui::layout::Rect;

use super::common::person_band;
use super::panel::{Acted, Place};
use super::saving::Saving;
use crate::desk::query::PersonCard;
use crate::desk::{Answer, Outcome, Query};
use crate::domain::ids::RegistrantId;
use crate::ui::action::Action;
use crate::ui::effect::{Effect, Effects, Notice, Reply, Slot};
use crate::ui::form::{Form, FormOutcome};
use crate::ui::keymap::Context;
use crate::ui::linear::Linear;
use crate::ui::reasons::REASON;
use crate::ui::route::Code;
use crate::ui::screen::{Cx, Flow, Offer, Screen};
use crate::ui::strings::jobs as words;
use crate::ui::widgets::table::Table;
use form::What;
use rows::Row;

/// An act being typed.
struct Panel {
    what: What,
    form: Form,
}

impl super::panel::Panel for Panel {
    fn form(&self) -> &Form {
        &self.form
    }

    fn form_mut(&mut self) -> &mut Form {
        &mut self.form
    }

    fn marks(&self) -> Vec<(&'static str, String)> {
        vec![(WHAT, self.what.name())]
    }
}

/// In a draft: what the form records. No field has this name.
const WHAT: &str = "~what";

/// The screen.
pub struct Jobs {
    who: RegistrantId,
    card: Option<Box<PersonCard>>,
    rows: Table<Row>,
    panel: Place<Panel>,
    saving: Saving,
    /// What to say once the card was read again.
    after: Option<Notice>,
}

impl Jobs {
    /// The jobs of a person.
    #[must_use]
    pub fn new(who: RegistrantId) -> Self {
        Self {
            who,
            card: None,
            rows: Table::new(rows::columns(), words::EMPTY),
            panel: Place::default(),
            saving: Saving::default(),
            after: None,
        }
    }

    fn ask(&self) -> Effect {
        Effect::Ask("card", Query::Person { registrant: self.who, reason: None })
    }

    fn read(&mut self, card: Box<PersonCard>, cx: &Cx) -> Effects {
        let mut effects: Effects = vec![Effect::Person(Some(Box::new(person_band(&card))))];
        self.rows.set(rows::rows(&card, cx.today()));
        self.card = Some(card);
        effects.extend(self.after.take().map(Effect::from));
        effects.extend(self.reopen(cx));
        effects
    }

    fn open(&mut self, what: What, cx: &Cx) -> Effects {
        let Some(card) = &self.card else { return Vec::new() };
        let form = form::form(&what, card, cx.today());
        let back = self.panel.open(Panel { what, form });
        let mut effects: Effects = back.map(Effect::from).into_iter().collect();
        // Of what nobody began to write nothing is missing yet; what is proposed
        // whole is weighed at once.
        let whole = |what: &What| matches!(what, What::End(_) | What::Loss(..) | What::Period(Some(_)));
        let begun = self.panel.get().is_some_and(|p| whole(&p.what) || p.form.changed());
        effects.extend(begun.then(|| self.weigh()).into_iter().flatten());
        effects
    }

    /// What the rules say of the form as it is now.
    fn weigh(&self) -> Effects {
        let (Some(panel), Some(card)) = (self.panel.get(), &self.card) else { return Vec::new() };
        form::command(&panel.what, &panel.form, card, self.saving.given())
            .map(|command| Effect::Ask("weigh", Query::Weigh(Box::new(command))))
            .into_iter()
            .collect()
    }

    fn save(&mut self) -> Effects {
        let Some(panel) = self.panel.get_mut() else { return Vec::new() };
        panel.form.find_all(Vec::new());
        if let Err(obstacle) = panel.form.check() {
            return vec![Notice::obstacle(obstacle).into()];
        }
        self.run()
    }

    fn run(&mut self) -> Effects {
        let (Some(panel), Some(card)) = (self.panel.get(), &self.card) else { return Vec::new() };
        let command = form::command(&panel.what, &panel.form, card, self.saving.given());
        match command {
            Some(command) if self.saving.begin() => vec![Effect::Run("save", Box::new(command))],
            _ => Vec::new(),
        }
    }

    fn saved(&mut self, outcome: Outcome) -> Effects {
        if !outcome.accepted {
            return match self.panel.get_mut() {
                Some(panel) => self.saving.refused(&mut panel.form, outcome),
                None => {
                    self.saving.clear();
                    outcome.refusal().map(|finding| Notice::finding(finding).into()).into_iter().collect()
                }
            };
        }
        self.saving.clear();
        let followed = outcome.findings.iter().find(|finding| finding.rule.0 == "R-STA-5");
        let followed = followed.map(|finding| finding.text.clone()).unwrap_or_default();
        self.after = Some(Notice::ok(words::recorded(&followed)));
        self.panel.done();
        vec![Effect::DropDraft, self.ask()]
    }

    fn act_panel(&mut self, action: Action, cx: &Cx) -> Flow {
        match self.panel.act(action) {
            None => Flow::Pass,
            Some(Acted::Save) => Flow::Used(self.save()),
            Some(Acted::Warned(notice)) => Flow::ask(notice),
            Some(Acted::Closed) => Flow::used(),
            Some(Acted::Form(outcome)) => self.formed(outcome, cx),
        }
    }

    /// Opens the form of a draft, once the card is here.
    fn reopen(&mut self, cx: &Cx) -> Effects {
        let kept = self.panel.waits().filter(|_| self.card.is_some());
        let what = kept.and_then(|kept| What::called(kept.get(WHAT)));
        what.map(|what| self.open(what, cx)).unwrap_or_default()
    }
}

impl Screen for Jobs {
    fn code(&self) -> Code {
        "DI02"
    }

    fn title(&self) -> Cow<'static, str> {
        words::TITLE.into()
    }

    fn enter(&mut self, _cx: &Cx) -> Effects {
        vec![self.ask()]
    }

    fn back(&mut self, _cx: &Cx) -> Effects {
        vec![self.ask()]
    }

    fn context(&self) -> Context {
        if self.panel.is_open() { Context::Form } else { Context::List }
    }

    fn form(&self) -> Option<&Form> {
        self.panel.get().map(|panel| &panel.form)
    }

    fn form_mut(&mut self) -> Option<&mut Form> {
        self.panel.get_mut().map(|panel| &mut panel.form)
    }

    fn draft_subject(&self) -> Option<String> {
        Some(self.who.to_string())
    }

    fn draft(&self) -> Option<BTreeMap<String, String>> {
        self.panel.typed()
    }

    fn restore(&mut self, values: &BTreeMap<String, String>, focus: &str, cx: &Cx) -> Effects {
        self.panel.found(values, focus);
        self.reopen(cx)
    }

    fn act(&mut self, action: Action, cx: &Cx) -> Flow {
        if self.panel.is_open() { self.act_panel(action, cx) } else { self.act_list(action, cx) }
    }

    fn text(&mut self, text: &crate::ui::keys::Text, cx: &Cx) -> Flow {
        let Some(panel) = self.panel.get_mut() else { return Flow::Pass };
        let outcome = panel.form.text(text);
        self.formed(outcome, cx)
    }

    fn formed(&mut self, outcome: FormOutcome, _cx: &Cx) -> Flow {
        match outcome {
            FormOutcome::Submit => Flow::Used(self.save()),
            FormOutcome::Changed(_) | FormOutcome::Left(_) => {
                self.panel.changed();
                Flow::Used(self.weigh())
            }
            other => Flow::of(other),
        }
    }

    fn reply(&mut self, slot: Slot, reply: Reply, cx: &Cx) -> Effects {
        match (slot, reply) {
            ("card", Reply::Answer(Ok(answer))) => match *answer {
                Answer::Person(card) => self.read(card, cx),
                _ => Vec::new(),
            },
            ("card", Reply::Answer(Err(fault))) => {
                self.rows.fail(fault.to_string());
                Vec::new()
            }
            ("weigh", Reply::Answer(Ok(answer))) => {
                if let (Answer::Weighed(outcome), Some(panel)) = (*answer, self.panel.get_mut()) {
                    panel.form.find_all(outcome.findings);
                }
                Vec::new()
            }
            ("save", Reply::Outcome(Ok(outcome))) => self.saved(*outcome),
            (REASON, Reply::Told(told)) => {
                let (again, mut effects) = self.saving.told(told);
                if again {
                    effects.extend(self.run());
                }
                effects
            }
            _ => {
                self.saving.done();
                Vec::new()
            }
        }
    }

    fn offers(&self, _cx: &Cx) -> Vec<Offer> {
        self.offers_now()
    }

    fn draw(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        self.draw_body(frame, area, cx);
    }

    fn has_side(&self) -> bool {
        true
    }

    fn side(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        self.draw_side(frame, area, cx);
    }

    fn linear(&self, out: &mut Linear, cx: &Cx) {
        self.tell(out, cx);
    }
}
