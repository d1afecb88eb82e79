//! Issue, and the acts after it.

use super::{Doing, ISSUE, Preview, RUN, Wish};
use crate::desk::command::PspIssue;
use crate::desk::{Command, Outcome};
use crate::domain::finding::Level;
use crate::domain::ids::DocumentId;
use crate::ui::effect::{Effect, Effects, Notice};
use crate::ui::reasons::Next;
use crate::ui::screen::{Cx, Flow, Screen as _};
use crate::ui::screens::psp::life::{self, Step};
use crate::ui::screens::saving::by_rule;
use crate::ui::strings::psp as words;
use crate::ui::widgets::dialog::{Question, Reply};

impl Preview {
    pub(super) fn run(&mut self, doing: Doing, command: Command) -> Effects {
        self.doing = Some((doing, command.clone()));
        vec![Effect::Run(RUN, Box::new(command))]
    }

    /// F9: issues what is complete, prints again what is issued.
    pub(super) fn print(&mut self, cx: &Cx) -> Flow {
        let Some(pact) = &self.pact else { return Flow::Pass };
        if !self.editable() {
            return Flow::Used(self.paper.print(cx));
        }
        // What no page can hold takes no number.
        if !self.failed.is_empty() {
            return Flow::ask(Notice::no(self.failed.as_str()));
        }
        match self.blocked() {
            Some(said) => Flow::ask(said),
            None => {
                let question = Question::yes_no(words::ask_issue(pact.version.number)).rule("R-PSP-14");
                Flow::ask(Effect::Confirm(ISSUE, question))
            }
        }
    }

    pub(super) fn issue(&mut self, told: &Reply) -> Effects {
        let (Some(pact), Reply::Yes) = (&self.pact, told) else { return Vec::new() };
        let command = PspIssue {
            version: pact.version.id,
            document: DocumentId::default(),
            number: String::new(),
            protocol: None,
            accepted: self.reasons.given(),
        };
        self.run(Doing::Issue, Command::PspIssue(command))
    }

    pub(super) fn life(&mut self, letter: char) -> Flow {
        let (Some(pact), Some(card)) = (&self.pact, &self.card) else { return Flow::Pass };
        match self.deeds.letter(letter, &pact.version, card) {
            Some(Step::Ask(question)) => Flow::ask(question),
            Some(Step::Do(deed, command)) => Flow::Used(self.run(Doing::Life(deed), *command)),
            None => Flow::Pass,
        }
    }

    pub(super) fn why(&mut self, told: Reply) -> Effects {
        let (Some(pact), Some(card)) = (&self.pact, &self.card) else { return Vec::new() };
        let done = self.deeds.told(told, &pact.version, card);
        done.map(|(deed, command)| self.run(Doing::Life(deed), command)).unwrap_or_default()
    }

    /// A command ended.
    pub(super) fn came(&mut self, outcome: Outcome) -> Effects {
        let Some((doing, command)) = self.doing.take() else { return Vec::new() };
        if !outcome.accepted {
            let blocked = outcome.findings.iter().any(|finding| finding.level == Level::Block);
            if let (Doing::Sign, Some(form)) = (doing, self.form_mut()) {
                form.find_all(outcome.findings.clone());
                form.go_to_blocked();
            }
            if !blocked && let Some(question) = self.reasons.ask(by_rule(outcome.reasons_wanted())) {
                self.doing = Some((doing, command));
                return vec![question];
            }
            return outcome.refusal().map(|finding| Notice::finding(finding).into()).into_iter().collect();
        }
        self.reasons.clear();
        let mut effects = Vec::new();
        match doing {
            Doing::Issue => self.paper.wish(Wish::AtOnce),
            Doing::Life(deed) => {
                let state = outcome.states.get("psp").cloned();
                let state = state.and_then(|s| serde_json::from_value(serde_json::Value::String(s)).ok());
                self.said = Some(life::said(deed, state));
            }
            Doing::Sign => effects.push(self.signed(&outcome)),
        }
        effects.push(self.read_card());
        effects
    }

    pub(super) fn reasoned(&mut self, told: Reply) -> Effects {
        match self.reasons.told(told) {
            Next::Ask(question) => vec![question],
            Next::Run => match self.doing.take() {
                Some((doing, mut command)) => {
                    match &mut command {
                        Command::PspIssue(c) => c.accepted = self.reasons.given(),
                        Command::PspIntegrate(c) => c.accepted = self.reasons.given(),
                        Command::ActivityRecord(c) => c.accepted = self.reasons.given(),
                        Command::SigningStart(c) => c.accepted = self.reasons.given(),
                        Command::SigningHappened(c) => c.accepted = self.reasons.given(),
                        _ => {}
                    }
                    self.run(doing, command)
                }
                None => Vec::new(),
            },
            Next::Stop => {
                self.doing = None;
                Vec::new()
            }
        }
    }
}
