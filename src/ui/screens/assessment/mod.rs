//! AS01: the interview by steps, in any order: profiling set, questionnaire of
//! the day, judgement, path; then LEP C and the pact.

mod draw;
mod form;
mod weighing;

use std::borrow::Cow;
use std::collections::BTreeSet;

use ratatui::Frame;
use ratatui::layout::Rect;

use super::arrival::Arrival;
use super::proposed;
use super::saving::Saving;
use crate::desk::command::AssessmentRecord;
use crate::desk::interview::Weighed;
use crate::desk::query::{PersonCard, Query};
use crate::desk::{Answer, Command};
use crate::domain::activity::SourceAct;
use crate::domain::assessment::questionnaire::Questionnaire;
use crate::domain::finding::Level;
use crate::domain::ids::{AssessmentId, RegistrantId};
use crate::domain::permission::Permission;
use crate::tables::questionnaires;
use crate::ui::action::Action;
use crate::ui::effect::{Effect, Effects, Notice, Reply, Slot};
use crate::ui::form::{Form, FormOutcome};
use crate::ui::keymap::Context;
use crate::ui::linear::Linear;
use crate::ui::reasons::REASON;
use crate::ui::route::{Code, Route};
use crate::ui::screen::{Cx, Flow, Offer, Screen};
use crate::ui::strings::assessment as words;

const CARD: Slot = "card";
const SAVE: Slot = "save";
const LOG: Slot = "log";

/// The screen.
pub struct Interview {
    registrant: RegistrantId,
    form: Form,
    /// The questionnaire of the day of the interview.
    questionnaire: Option<&'static Questionnaire>,
    /// Questions whose answer is that of the last time, until they are left.
    carried: BTreeSet<String>,
    /// What comes of the interview as it is now.
    weighed: Option<Weighed>,
    /// The path last put into the form as proposed.
    proposed: String,
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
        let questionnaire = questionnaires::on(cx.today());
        let form = form::new(cx, questionnaire);
        let saving = Saving::default();
        Self {
            registrant,
            form,
            questionnaire,
            carried: BTreeSet::new(),
            weighed: None,
            proposed: String::new(),
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

    fn save(&mut self, cx: &Cx) -> Effects {
        if !self.arrival.here() {
            return self.arrival.nothing_to_save();
        }
        self.form.find_all(Vec::new());
        if let Err(obstacle) = self.form.check() {
            return vec![Notice::obstacle(obstacle).into()];
        }
        // What blocks is known here: the next key is already for its field.
        self.weigh(cx);
        if self.findings().iter().any(|finding| finding.level == Level::Block) {
            self.form.find_all(self.findings().to_vec());
            return self.form.go_to_blocked().iter().map(|finding| Notice::finding(finding).into()).collect();
        }
        if !std::mem::replace(&mut self.reminded, true)
            && let Some(notice) = self.remind()
        {
            return vec![notice.into()];
        }
        if !self.saving.begin() {
            return Vec::new();
        }
        let command = AssessmentRecord {
            id: AssessmentId::default(),
            registrant: self.registrant,
            assessment: self.read(),
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
            FormOutcome::Changed(name) | FormOutcome::Left(name) => {
                self.confirm(name);
                // A day half typed is another day.
                if outcome == FormOutcome::Left("assessment.date") {
                    self.other_day(cx);
                }
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
                Offer::new(Action::Letter('N'), words::NEW).needs(Permission::Assessment),
            ];
        }
        let mut offers = vec![
            Offer::usual(Action::Save).needs(Permission::Assessment),
            Offer::usual(Action::Refresh).when(!self.arrival.here()),
        ];
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
        self.draw_all(frame, area, cx);
    }

    fn linear(&self, out: &mut Linear, cx: &Cx) {
        self.tell(out, cx);
    }

    fn side(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        self.draw_side(frame, area, cx);
    }
}
