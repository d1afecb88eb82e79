//! DI02: jobs, communications and incomes; how the status stands; what waits
//! to be settled.

mod draw;
mod form;
mod kept;
mod keys;
mod linear;
mod rows;

use std::borrow::Cow;
use std::collections::BTreeMap;

use ratatui::Frame;
use ratatui::layout::Rect;

use super::common::person_band;
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
use kept::Kept;
use rows::Row;

/// An act being typed.
struct Panel {
    what: What,
    form: Form,
    warned: bool,
}

/// The screen.
pub struct Jobs {
    who: RegistrantId,
    card: Option<Box<PersonCard>>,
    rows: Table<Row>,
    panel: Option<Panel>,
    /// What was typed when its form was closed.
    kept: Option<Kept>,
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
            panel: None,
            kept: None,
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
        self.panel = Some(Panel { what, form, warned: false });
        let mut effects: Effects = self.put_back().into_iter().collect();
        effects.extend(self.weigh());
        effects
    }

    /// What the rules say of the form as it is now.
    fn weigh(&self) -> Effects {
        let (Some(panel), Some(card)) = (&self.panel, &self.card) else { return Vec::new() };
        form::command(&panel.what, &panel.form, card, self.saving.given())
            .map(|command| Effect::Ask("weigh", Query::Weigh(Box::new(command))))
            .into_iter()
            .collect()
    }

    fn save(&mut self) -> Effects {
        let Some(panel) = &mut self.panel else { return Vec::new() };
        panel.form.find_all(Vec::new());
        if let Err(obstacle) = panel.form.check() {
            return vec![Notice::obstacle(obstacle).into()];
        }
        self.run()
    }

    fn run(&mut self) -> Effects {
        let (Some(panel), Some(card)) = (&self.panel, &self.card) else { return Vec::new() };
        let command = form::command(&panel.what, &panel.form, card, self.saving.given());
        match command {
            Some(command) if self.saving.begin() => vec![Effect::Run("save", Box::new(command))],
            _ => Vec::new(),
        }
    }

    fn saved(&mut self, outcome: Outcome) -> Effects {
        if !outcome.accepted {
            return match &mut self.panel {
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
        self.panel = None;
        self.kept = None;
        vec![Effect::DropDraft, self.ask()]
    }

    fn act_panel(&mut self, action: Action) -> Flow {
        let Some(panel) = &mut self.panel else { return Flow::Pass };
        match action {
            Action::Save if !panel.form.has_popup() => return Flow::Used(self.save()),
            Action::Back if !panel.form.has_popup() => {
                if panel.form.changed() && !std::mem::replace(&mut panel.warned, true) {
                    return Flow::ask(Notice::warn(words::CHANGED));
                }
                self.close_panel();
                return Flow::used();
            }
            _ => {}
        }
        match panel.form.act(action) {
            FormOutcome::Submit => Flow::Used(self.save()),
            FormOutcome::Changed(_) | FormOutcome::Left(_) => {
                panel.warned = false;
                Flow::Used(self.weigh())
            }
            other => Flow::of(other),
        }
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
        if self.panel.is_some() { Context::Form } else { Context::List }
    }

    fn form(&self) -> Option<&Form> {
        self.panel.as_ref().map(|panel| &panel.form)
    }

    fn form_mut(&mut self) -> Option<&mut Form> {
        self.panel.as_mut().map(|panel| &mut panel.form)
    }

    fn draft_subject(&self) -> Option<String> {
        Some(self.who.to_string())
    }

    fn draft(&self) -> Option<BTreeMap<String, String>> {
        self.typed()
    }

    fn restore(&mut self, values: &BTreeMap<String, String>, focus: &str, cx: &Cx) -> Effects {
        self.draft_found(values, focus, cx)
    }

    fn act(&mut self, action: Action, cx: &Cx) -> Flow {
        if self.panel.is_some() { self.act_panel(action) } else { self.act_list(action, cx) }
    }

    fn text(&mut self, text: &crate::ui::keys::Text, cx: &Cx) -> Flow {
        let Some(panel) = &mut self.panel else { return Flow::Pass };
        let outcome = panel.form.text(text);
        self.formed(outcome, cx)
    }

    fn formed(&mut self, outcome: FormOutcome, _cx: &Cx) -> Flow {
        match outcome {
            FormOutcome::Submit => Flow::Used(self.save()),
            FormOutcome::Changed(_) | FormOutcome::Left(_) => {
                if let Some(panel) = &mut self.panel {
                    panel.warned = false;
                }
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
                if let (Answer::Weighed(outcome), Some(panel)) = (*answer, &mut self.panel) {
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
