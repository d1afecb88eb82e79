//! AS01: the interview in six steps, in any order; then LEP C and the pact.

mod form;

use std::borrow::Cow;

use ratatui::Frame;
use ratatui::layout::Rect;

use super::arrival::Arrival;
use super::common::person_band;
use super::proposed;
use super::saving::Saving;
use crate::desk::command::AssessmentRecord;
use crate::desk::interview::{self, Subject};
use crate::desk::query::{PersonCard, Query};
use crate::desk::{Answer, Command};
use crate::domain::activity::SourceAct;
use crate::domain::finding::{Finding, Level};
use crate::domain::ids::{AssessmentId, RegistrantId};
use crate::tables::code_table;
use crate::ui::action::Action;
use crate::ui::effect::{Effect, Effects, Notice, Reply, Sign, Slot};
use crate::ui::form::{Form, FormOutcome, Status, read};
use crate::ui::keymap::Context;
use crate::ui::linear::Linear;
use crate::ui::reasons::REASON;
use crate::ui::route::{Code, Route};
use crate::ui::screen::{Cx, Flow, Offer, Screen};
use crate::ui::side::{Column, draw_form_side};
use crate::ui::strings::assessment as words;
use crate::ui::theme::Role;

const CARD: Slot = "card";
const SAVE: Slot = "save";
const LOG: Slot = "log";

/// The screen.
pub struct Interview {
    registrant: RegistrantId,
    form: Form,
    card: Option<Box<PersonCard>>,
    arrival: Arrival,
    saving: Saving,
    /// What will be wanted later was said once.
    reminded: bool,
    /// It is recorded: what comes next is offered.
    done: bool,
}

impl Interview {
    /// The interview of a person.
    #[must_use]
    pub fn new(registrant: RegistrantId, cx: &Cx) -> Self {
        let form = form::new(cx.today());
        let saving = Saving::default();
        Self {
            registrant,
            form,
            card: None,
            arrival: Arrival::default(),
            saving,
            reminded: false,
            done: false,
        }
    }

    fn read_card(&self) -> Effect {
        Effect::Ask(CARD, Query::Person { registrant: self.registrant, reason: None })
    }

    fn arrived(&mut self, card: Box<PersonCard>, cx: &Cx) -> Effects {
        let first = self.card.is_none();
        if first {
            self.form.read(&form::known(&card, cx.today()));
            // The first step nobody has answered yet.
            let raw = self.form.values();
            let open = [
                "profiling.province",
                "profiling.education",
                "profiling.ever_worked",
                "assessment.judgement",
            ];
            if let Some(name) = open.iter().find(|name| raw.raw(name).is_empty())
                && !self.form.changed()
            {
                self.form.focus_on(name);
            }
        }
        let band = Effect::Person(Some(Box::new(person_band(&card))));
        self.card = Some(card);
        self.arrival = Arrival::Here;
        vec![band]
    }

    /// What the rules say of the interview as it is now.
    fn weigh(&self, cx: &Cx) -> Vec<Finding> {
        let assessment = form::read(&self.form);
        let Some(card) = &self.card else { return Vec::new() };
        let subject = Subject {
            registrant: &card.registrant,
            dids: &card.dids,
            events: &card.events,
            assessments: &card.assessments,
            today: cx.today(),
        };
        interview::weigh(&assessment, subject).findings
    }

    /// What does not stop the interview but will stop what comes of it, in a
    /// field left empty: said once, with the focus there.
    fn remind(&mut self, cx: &Cx) -> Option<Notice> {
        let found = self.weigh(cx).into_iter().find(|finding| {
            let here = |name: &str| self.form.specs().any(|spec| spec.name == name);
            let empty = |name: &str| here(name) && self.form.values().raw(name).is_empty();
            finding.level == Level::Show && finding.field.as_deref().is_some_and(empty)
        })?;
        self.form.focus_on(found.field.as_deref().unwrap_or_default());
        let said = Notice { text: words::later(&found.text), ..Notice::finding(&found) };
        self.form.find_all(vec![found]);
        Some(Notice { sign: Sign::Warn, ..said })
    }

    /// What the rules say now, once something was typed.
    fn check(&mut self, cx: &Cx) {
        let found = self.weigh(cx);
        // What is only missing is said when saving, not while writing.
        let values = self.form.values();
        let typed = |field: Option<&str>| field.is_none_or(|name| !values.raw(name).is_empty());
        self.form.find_all(found.into_iter().filter(|f| typed(f.field.as_deref())).collect());
    }

    fn save(&mut self, cx: &Cx) -> Effects {
        if !self.arrival.here() {
            return self.arrival.nothing_to_save();
        }
        self.form.find_all(Vec::new());
        if let Err(obstacle) = self.form.check() {
            return vec![Notice::obstacle(obstacle).into()];
        }
        // What blocks comes first: the desk says it.
        let blocked = self.weigh(cx).iter().any(|finding| finding.level == Level::Block);
        if !blocked
            && !std::mem::replace(&mut self.reminded, true)
            && let Some(notice) = self.remind(cx)
        {
            return vec![notice.into()];
        }
        if !self.saving.begin() {
            return Vec::new();
        }
        let command = AssessmentRecord {
            id: AssessmentId::default(),
            registrant: self.registrant,
            assessment: form::read(&self.form),
            accepted: self.saving.given(),
        };
        vec![Effect::Run(SAVE, Box::new(Command::AssessmentRecord(command)))]
    }

    fn next(&mut self, action: Action, cx: &Cx) -> Flow {
        let proposal = self.card.as_ref().and_then(|card| proposed::after(card, SourceAct::Assessment));
        match (action, proposal) {
            (Action::Enter | Action::Letter('L'), Some(proposal)) => {
                let command = proposed::record(self.registrant, &proposal, Vec::new());
                Flow::ask(Effect::Run(LOG, Box::new(command)))
            }
            (Action::Enter | Action::Letter('P'), _) => {
                Flow::ask(Effect::Replace(Route::Psp(self.registrant)))
            }
            (Action::Letter('N') | Action::New, _) => {
                *self = Self::new(self.registrant, cx);
                Flow::ask(self.read_card())
            }
            _ => Flow::Pass,
        }
    }
}

impl Screen for Interview {
    fn code(&self) -> Code {
        "AS01"
    }

    fn title(&self) -> Cow<'static, str> {
        words::TITLE.into()
    }

    fn enter(&mut self, _cx: &Cx) -> Effects {
        vec![self.read_card()]
    }

    fn act(&mut self, action: Action, cx: &Cx) -> Flow {
        if self.done {
            return self.next(action, cx);
        }
        if action == Action::Save && !self.form.has_popup() {
            return Flow::Used(self.save(cx));
        }
        if action == Action::Refresh && !self.arrival.here() {
            return Flow::ask(self.read_card());
        }
        let outcome = self.form.act(action);
        self.formed(outcome, cx)
    }

    fn formed(&mut self, outcome: FormOutcome, cx: &Cx) -> Flow {
        match outcome {
            FormOutcome::Submit => Flow::Used(self.save(cx)),
            FormOutcome::Changed(_) | FormOutcome::Left(_) => {
                self.check(cx);
                Flow::used()
            }
            other => Flow::of(other),
        }
    }

    fn reply(&mut self, slot: Slot, reply: Reply, cx: &Cx) -> Effects {
        match (slot, reply) {
            (CARD, Reply::Answer(Ok(answer))) => match *answer {
                Answer::Person(card) => self.arrived(card, cx),
                _ => Vec::new(),
            },
            (CARD, Reply::Answer(Err(_))) => {
                self.arrival.failed();
                Vec::new()
            }
            (SAVE, Reply::Outcome(Ok(outcome))) if outcome.accepted => {
                self.saving.clear();
                self.form.accept();
                self.done = true;
                vec![Effect::DropDraft, Notice::ok(words::SAVED).into(), self.read_card()]
            }
            (SAVE, Reply::Outcome(Ok(outcome))) => self.saving.refused(&mut self.form, *outcome),
            (SAVE, Reply::Outcome(Err(_))) => {
                self.saving.done();
                Vec::new()
            }
            (LOG, Reply::Outcome(Ok(outcome))) if outcome.accepted => {
                vec![Notice::ok(words::LOGGED).into(), self.read_card()]
            }
            (LOG, Reply::Outcome(Ok(outcome))) => {
                outcome.refusal().map(|finding| Notice::finding(finding).into()).into_iter().collect()
            }
            (REASON, Reply::Told(told)) => {
                let (again, mut effects) = self.saving.told(told);
                if again {
                    effects.extend(self.save(cx));
                }
                effects
            }
            _ => Vec::new(),
        }
    }

    fn offers(&self, _cx: &Cx) -> Vec<Offer> {
        if self.done {
            let open =
                self.card.as_ref().is_some_and(|card| proposed::after(card, SourceAct::Assessment).is_some());
            return vec![
                Offer::new(Action::Enter, if open { words::LOG } else { words::PACT }),
                Offer::new(Action::Letter('P'), words::PACT),
                Offer::new(Action::Letter('N'), words::NEW),
            ];
        }
        let mut offers =
            vec![Offer::usual(Action::Save), Offer::usual(Action::Refresh).when(!self.arrival.here())];
        offers.extend(self.form.offers());
        offers
    }

    fn context(&self) -> Context {
        if self.done { Context::List } else { Context::Form }
    }

    fn form(&self) -> Option<&Form> {
        (!self.done).then_some(&self.form)
    }

    fn form_mut(&mut self) -> Option<&mut Form> {
        (!self.done).then_some(&mut self.form)
    }

    fn draft_subject(&self) -> Option<String> {
        Some(self.registrant.to_string())
    }

    fn has_side(&self) -> bool {
        true
    }

    fn draw(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        let look = cx.look;
        if self.done {
            return self.draw_done(frame, area, cx);
        }
        let status = Rect { y: area.bottom().saturating_sub(1), height: 1, ..area };
        let room = Rect { height: area.height.saturating_sub(2), ..area };
        self.form.draw_in(frame, room, area, true, look);
        if !self.arrival.here() {
            self.arrival.draw(frame, status, look);
        } else if !self.form.has_popup() {
            self.form.draw_status(frame, status, Status { draft_saved: cx.draft_saved }, look);
            let hint = Rect { y: status.y.saturating_sub(1), ..status };
            look.put(frame.buffer_mut(), hint, hint.x, hint.y, words::FREE, Role::Disabled);
        }
    }

    fn linear(&self, out: &mut Linear, cx: &Cx) {
        if !self.done {
            self.form.linear(out, true);
            out.say(words::FREE, Role::Disabled);
            self.arrival.linear(out);
            return self.form.linear_status(out, cx.draft_saved);
        }
        out.head(words::DONE);
        if let Some(last) = self.card.as_ref().and_then(|card| card.assessment()) {
            let path = code_table::paths().label(&last.path);
            out.say(&words::recorded(&read::show_date(last.date), &last.by, path), Role::Text);
            out.say(&last.judgement, Role::Text);
        }
    }

    fn side(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        if !self.done {
            draw_form_side(&self.form, frame, Rect { height: area.height.min(18), ..area }, cx.look);
        }
        let low = Rect { y: area.y + 19.min(area.height), height: area.height.saturating_sub(19), ..area };
        let mut column = Column::new(low, cx.look);
        let contradicts = self.form.findings().iter().any(|finding| finding.rule.to_string() == "R-DID-13");
        if !contradicts {
            column.title(frame, words::COHERENCE);
            column.signed(frame, "[ok]", Role::Ok, words::COHERENT);
            column.gap();
        }
        column.title(frame, words::LAST);
        let last = self.card.as_ref().and_then(|card| card.assessment());
        let text = last.map_or_else(
            || words::NO_LAST.to_owned(),
            |a| words::recorded(&read::show_date(a.date), &a.by, code_table::paths().label(&a.path)),
        );
        column.write(frame, &text, Role::Text, 0);
        if let Some(last) = last {
            column.write(frame, &last.judgement, Role::Label, 0);
        }
    }
}

impl Interview {
    fn draw_done(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        let room = Rect { x: area.x + 1, y: area.y + 1, width: area.width.saturating_sub(2).min(76), ..area };
        let mut column = Column::new(Rect { height: area.height.saturating_sub(1), ..room }, cx.look);
        column.title(frame, words::DONE);
        column.gap();
        let Some(last) = self.card.as_ref().and_then(|card| card.assessment()) else { return };
        let line =
            words::recorded(&read::show_date(last.date), &last.by, code_table::paths().label(&last.path));
        column.write(frame, &line, Role::Text, 0);
        column.gap();
        column.write(frame, &last.judgement, Role::Text, 0);
    }
}
