//! PS02: the pact as it is printed. Reads, issues, prints, signs.

mod draw;
mod issue;
mod linear;
mod offers;
mod sign;
mod sign_form;
mod turning;

use std::borrow::Cow;
use std::collections::BTreeMap;

use ratatui::Frame;
use ratatui::layout::Rect;

use super::common::person_band;
use super::on_paper::{OnPaper, Wish, left};
use super::psp::life::{self, Deed, Deeds};
use crate::desk::pact::Pact;
use crate::desk::query::{PersonCard, Query};
use crate::desk::{Answer, Command};
use crate::domain::finding::{Finding, Level};
use crate::domain::ids::RegistrantId;
use crate::domain::paper::PspPaper;
use crate::domain::psp::PspState;
use crate::fault::Result;
use crate::ui::action::Action;
use crate::ui::ahead::{self, Ahead, Key};
use crate::ui::effect::{Effect, Effects, Notice, Reply, Slot};
use crate::ui::form::{Form, FormOutcome};
use crate::ui::keymap::Context;
use crate::ui::keys::Text;
use crate::ui::linear::Linear;
use crate::ui::reasons::{REASON, Reasons};
use crate::ui::route::Code;
use crate::ui::screen::{Cx, Flow, Offer, Screen};
use crate::ui::screens::panel::Place;
use crate::ui::strings::psp as words;
use crate::ui::widgets::jump::Jump;
use sign::WEIGH;

const CARD: Slot = "card";
const PAPER: Slot = "paper";
const RUN: Slot = "run";
const ISSUE: Slot = "issue";
const LAST: u8 = 15;

/// The screen.
pub struct Preview {
    registrant: RegistrantId,
    /// The section of PS01 it was opened from.
    from: Option<u8>,
    card: Option<Box<PersonCard>>,
    pact: Option<Pact>,
    paper: OnPaper,
    findings: Vec<Finding>,
    failed: String,
    doing: Option<(Doing, Command)>,
    waiting: bool,
    deeds: Deeds,
    panel: Place<sign::Panel>,
    reasons: Reasons,
    said: Option<Notice>,
    ahead: Ahead,
    jump: Jump,
}

/// What is on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Doing {
    Issue,
    Life(Deed),
    /// A channel, or a step of a signature.
    Sign,
}

impl Preview {
    /// The pact of a person on paper; `from` is the section PS01 was at.
    #[must_use]
    pub fn new(registrant: RegistrantId, from: Option<u8>) -> Self {
        Self {
            registrant,
            from,
            card: None,
            pact: None,
            paper: OnPaper::default(),
            findings: Vec::new(),
            failed: String::new(),
            doing: None,
            waiting: true,
            deeds: Deeds::default(),
            panel: Place::default(),
            reasons: Reasons::default(),
            said: None,
            ahead: Ahead::default(),
            jump: Jump::default(),
        }
    }

    fn busy(&self) -> bool {
        self.waiting || self.doing.is_some()
    }

    fn state(&self) -> Option<PspState> {
        self.pact.as_ref().map(|pact| pact.version.state)
    }

    fn editable(&self) -> bool {
        self.state().is_some_and(PspState::is_editable)
    }

    fn blocks(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| finding.level == Level::Block)
    }

    fn number(&self) -> String {
        self.paper.row().map(|row| row.number.clone()).unwrap_or_default()
    }

    fn read_card(&mut self) -> Effect {
        self.waiting = true;
        Effect::Ask(CARD, Query::Person { registrant: self.registrant, reason: None })
    }

    fn arrived(&mut self, card: Box<PersonCard>, cx: &Cx) -> Effects {
        self.failed.clear();
        self.panel.hold();
        let office = cx.session.map(|session| session.office.clone()).unwrap_or_default();
        self.pact = Pact::of_card(&card, &office);
        let mut effects = vec![Effect::Person(Some(Box::new(person_band(&card))))];
        self.card = Some(card);
        match &self.pact {
            Some(pact) => {
                let frozen = !pact.version.state.is_editable();
                self.findings = if frozen { Vec::new() } else { pact.findings(cx.law(), cx.today()) };
                let query = match pact.version.document {
                    Some(document) => Query::DocumentPaper { document, reason: None },
                    None => Query::Paper { version: pact.version.id },
                };
                effects.push(Effect::Ask(PAPER, query));
            }
            None => self.waiting = false,
        }
        effects
    }

    /// The section it opens at: the one under the eye, or the one PS01 was at
    /// where something blocks.
    fn section(&self) -> Option<u8> {
        if self.paper.is_read() {
            Some(self.paper.reading().section()).filter(|section| *section > 1)
        } else {
            self.from.filter(|_| self.blocks().next().is_some())
        }
    }

    fn read_draft(&mut self, paper: Box<PspPaper>, cx: &Cx) -> Effects {
        let Some(version) = self.pact.as_ref().map(|pact| pact.version.id) else { return Vec::new() };
        let section = self.section();
        let read = self.paper.draft(version, *paper, section, cx);
        let read = read.map(|fault| {
            if let Some(fault) = fault.filter(|_| self.said.is_none()) {
                self.said = Some(left(&fault));
            }
        });
        self.read(read, cx)
    }

    fn read(&mut self, read: Result<()>, cx: &Cx) -> Effects {
        self.waiting = false;
        if let Err(fault) = read {
            self.failed = fault.to_string();
        }
        let first = self.said.is_none() && !self.paper.has_wish();
        let mut effects: Effects = self.said.take().map(Effect::from).into_iter().collect();
        if first {
            effects.extend(self.blocked());
        }
        effects.extend(self.paper.granted(cx));
        effects.extend(self.reopen_sign(cx));
        effects
    }
}

impl Screen for Preview {
    fn code(&self) -> Code {
        "PS02"
    }

    fn title(&self) -> Cow<'static, str> {
        words::PREVIEW.into()
    }

    fn enter(&mut self, _cx: &Cx) -> Effects {
        vec![self.read_card()]
    }

    fn back(&mut self, _cx: &Cx) -> Effects {
        vec![self.read_card()]
    }

    fn act(&mut self, action: Action, cx: &Cx) -> Flow {
        if self.busy() && self.failed.is_empty() {
            return self.ahead.keep_act(action);
        }
        if let Some(flow) = self.paper.act(action, cx) {
            return flow;
        }
        if self.panel.is_open() {
            return self.act_panel(action, cx);
        }
        if self.paper.reading_mut().act(action) {
            return Flow::used();
        }
        match action {
            Action::Letter(digit @ '0'..='9') => {
                if let Some(section) = self.jump.digit(digit, LAST) {
                    self.paper.reading_mut().go(section);
                }
                return Flow::used();
            }
            _ => self.jump.forget(),
        }
        match action {
            Action::Refresh => Flow::ask(self.read_card()),
            _ if !self.paper.is_read() => Flow::Pass,
            Action::List => self.next_block(),
            Action::View => {
                self.paper.turn_size();
                Flow::used()
            }
            Action::Enter if self.editable() => self.edit(),
            Action::Print => self.print(cx),
            Action::PrintWith if !self.editable() => Flow::Used(self.paper.choose(false, cx)),
            Action::Letter('S') if !self.editable() => Flow::Used(self.paper.choose(true, cx)),
            Action::Letter('B') => Flow::Used(self.paper.wished(Wish::Brief, cx)),
            Action::Letter('F') if self.can_sign() => Flow::Used(self.open_sign(cx)),
            Action::Letter(letter) => self.life(letter),
            _ => Flow::Pass,
        }
    }

    fn text(&mut self, text: &Text, cx: &Cx) -> Flow {
        if self.paper.chooses() && !self.busy() {
            return self.paper.text(text, cx);
        }
        match self.panel.get_mut() {
            Some(panel) if !self.waiting && self.doing.is_none() => {
                let outcome = panel.form.text(text);
                self.form_did(outcome, cx)
            }
            // While something is on its way characters wait.
            _ => {
                self.ahead.keep(Key::Text(text.clone()));
                Flow::used()
            }
        }
    }

    fn form(&self) -> Option<&Form> {
        self.paper.form().or_else(|| self.panel.get().map(|panel| &panel.form))
    }

    fn form_mut(&mut self) -> Option<&mut Form> {
        let form = self.paper.form_mut();
        form.or_else(|| self.panel.get_mut().map(|panel| &mut panel.form))
    }

    fn formed(&mut self, outcome: FormOutcome, cx: &Cx) -> Flow {
        if self.paper.chooses() {
            return self.paper.formed(outcome, cx);
        }
        self.form_did(outcome, cx)
    }

    fn draft_subject(&self) -> Option<String> {
        Some(self.registrant.to_string())
    }

    fn draft(&self) -> Option<BTreeMap<String, String>> {
        self.panel.typed()
    }

    fn restore(&mut self, values: &BTreeMap<String, String>, focus: &str, cx: &Cx) -> Effects {
        self.panel.found(values, focus);
        if self.paper.is_read() && !self.busy() { self.reopen_sign(cx) } else { Vec::new() }
    }

    fn reply(&mut self, slot: Slot, reply: Reply, cx: &Cx) -> Effects {
        let mut effects = match (slot, reply) {
            (CARD, Reply::Answer(Ok(answer))) => match *answer {
                Answer::Person(card) => self.arrived(card, cx),
                _ => Vec::new(),
            },
            (PAPER, Reply::Answer(Ok(answer))) => match *answer {
                Answer::Paper(paper) => self.read_draft(paper, cx),
                Answer::DocumentPaper(issued) => {
                    let section = self.section();
                    let read = self.paper.read(*issued, None, section, cx);
                    self.read(read, cx)
                }
                _ => Vec::new(),
            },
            (CARD | PAPER, Reply::Answer(Err(fault))) => {
                self.waiting = false;
                self.paper.forget();
                self.failed = fault.to_string();
                Vec::new()
            }
            (WEIGH, Reply::Answer(Ok(answer))) => {
                if let (Answer::Weighed(outcome), Some(form)) = (*answer, self.form_mut()) {
                    form.find_all(outcome.findings);
                }
                Vec::new()
            }
            (RUN, Reply::Outcome(Ok(outcome))) => self.came(*outcome),
            (RUN, Reply::Outcome(Err(_))) => {
                self.doing = None;
                Vec::new()
            }
            (ISSUE, Reply::Told(told)) => self.issue(&told),
            (REASON, Reply::Told(told)) => self.reasoned(told),
            (life::WHY, Reply::Told(told)) => self.why(told),
            (slot, reply) if OnPaper::is_own(slot) => self.paper_did(slot, reply, cx),
            _ => Vec::new(),
        };
        while !self.busy() {
            let Some(key) = self.ahead.take() else { break };
            effects.extend(ahead::again(self, key, cx));
        }
        effects
    }

    fn offers(&self, _cx: &Cx) -> Vec<Offer> {
        self.offers_now()
    }

    fn context(&self) -> Context {
        let typing = self.panel.is_open() || self.paper.chooses() || (self.busy() && self.failed.is_empty());
        if typing { Context::Form } else { Context::List }
    }

    fn has_side(&self) -> bool {
        self.paper.is_read()
    }

    fn draw(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        self.draw_body(frame, area, cx.look);
    }

    fn linear(&self, out: &mut Linear, _cx: &Cx) {
        self.tell(out);
    }

    fn side(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        self.draw_side(frame, area, cx.look);
    }
}
