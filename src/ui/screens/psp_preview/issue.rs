//! Issue, the PDF, the printer, and the acts after them.

use std::path::PathBuf;

use super::{Doing, FILE, ISSUE, MAKE, PRINT, Preview, RUN, SAVE, WHERE, Want};
use crate::desk::command::{DocumentGenerated, PspIssue};
use crate::desk::{Command, Outcome};
use crate::domain::finding::Level;
use crate::domain::ids::DocumentId;
use crate::domain::paper::{CopyPaper, Paper};
use crate::fault::Result;
use crate::ui::effect::{Effect, Effects, Job, JobDone, MadePdf, Notice, Sign};
use crate::ui::reasons::Next;
use crate::ui::screen::{Cx, Flow, Screen as _};
use crate::ui::screens::psp::life::{self, Step};
use crate::ui::screens::saving::by_rule;
use crate::ui::strings::psp as words;
use crate::ui::widgets::dialog::{Question, Reply};

/// Copies of a pact to sign: one for the person, one for the office.
const TO_SIGN: u8 = 2;

impl Preview {
    pub(super) fn run(&mut self, doing: Doing, command: Command) -> Effects {
        self.doing = Some((doing, command.clone()));
        vec![Effect::Run(RUN, Box::new(command))]
    }

    /// F9: issues what is complete, prints again what is issued.
    pub(super) fn print(&mut self, cx: &Cx) -> Flow {
        let Some(pact) = &self.pact else { return Flow::Pass };
        if !self.editable() {
            self.want = Some(Want::Print);
            return Flow::Used(self.make(cx));
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

    /// Starts making the PDF, unless it is there.
    pub(super) fn make(&mut self, _cx: &Cx) -> Effects {
        if self.made.is_some() {
            return self.use_made();
        }
        let (Some(paper), Some(pact)) = (&self.paper, &self.pact) else { return Vec::new() };
        let mut paper = paper.clone();
        // What is signed exists on paper: whatever is printed later is a copy.
        if pact.version.person_signed_at.is_some() {
            paper.copy = self.document().map(|document| CopyPaper {
                digest: document.digest.clone(),
                keeper: pact.office.as_ref().map(|o| format!("CPI {}", o.name)).unwrap_or_default(),
            });
        }
        let at = pact.version.issued_at.unwrap_or(pact.version.created_at);
        let (paper, stationery) = (Paper::Psp(paper), self.stationery.clone());
        let job = Job::Make { paper, stationery, size: self.size, at };
        vec![Notice::new(Sign::Busy, words::MAKING).into(), Effect::Start(MAKE, job)]
    }

    fn document(&self) -> Option<&crate::domain::document::Document> {
        let id = self.pact.as_ref()?.version.document?;
        self.card.as_ref()?.documents.iter().find(|document| document.id == id)
    }

    /// Hands the PDF to whom wanted it.
    fn use_made(&mut self) -> Effects {
        let (Some(made), Some(want)) = (&self.made, self.want.take()) else { return Vec::new() };
        let pdf = made.pdf.clone();
        let signed = self.pact.as_ref().is_some_and(|pact| pact.version.person_signed_at.is_some());
        match want {
            Want::Print => {
                let title = self.number();
                let copies = if signed { 1 } else { TO_SIGN };
                vec![Effect::Start(PRINT, Job::Print { title, pdf, copies })]
            }
            Want::Save(to) => vec![Effect::Start(SAVE, Job::Save { to, pdf })],
        }
    }

    /// A job ended.
    pub(super) fn worked(&mut self, slot: &str, done: Result<JobDone>) -> Effects {
        match done {
            Ok(JobDone::Made(made)) => {
                let mut effects = self.generated(&made);
                self.made = Some(made);
                effects.extend(self.use_made());
                effects
            }
            Ok(JobDone::Printed(queue)) => {
                vec![Notice::ok(words::printed(&self.number(), queue.as_deref())).into()]
            }
            Ok(JobDone::Saved(path)) => {
                vec![Notice::ok(words::saved_to(&path.display().to_string())).into()]
            }
            Err(fault) if slot == PRINT => {
                vec![Notice::no(words::not_printed(&self.number(), &fault.message)).into()]
            }
            Err(_) => {
                self.want = None;
                Vec::new()
            }
        }
    }

    /// The first file of a document is recorded with its digest (R-DOC-1).
    fn generated(&mut self, made: &MadePdf) -> Effects {
        let Some(document) = self.document().filter(|document| document.digest.is_empty()) else {
            return Vec::new();
        };
        let command = DocumentGenerated {
            document: document.id,
            digest: made.digest.clone(),
            archive_level: made.level.to_owned(),
            pages: made.pages,
        };
        self.run(Doing::Generated, Command::DocumentGenerated(command))
    }

    pub(super) fn ask_where(&mut self) -> Flow {
        let letters = vec![
            ('D', words::in_documents(&self.file_name())),
            ('F', words::OTHER_FILE.to_owned()),
            ('A', words::CANCEL.to_owned()),
        ];
        Flow::ask(Effect::Confirm(WHERE, Question::letters(words::WHERE_TO, letters)))
    }

    /// Never the person's name: the number says which document it is.
    fn file_name(&self) -> String {
        format!("{}.pdf", self.number())
    }

    pub(super) fn save_where(&mut self, told: Reply, cx: &Cx) -> Effects {
        let to = match told {
            Reply::Letter('D') => PathBuf::from(self.file_name()),
            Reply::Letter('F') => return vec![Effect::Confirm(FILE, Question::line(words::WHICH_FILE))],
            Reply::Text(path) => PathBuf::from(path),
            _ => return Vec::new(),
        };
        self.want = Some(Want::Save(to));
        self.make(cx)
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
            Doing::Issue => {
                self.made = None;
                self.want = Some(Want::Print);
            }
            // Nothing changes on the screen but the record of the file.
            Doing::Generated => {
                let digest = match command {
                    Command::DocumentGenerated(command) => command.digest,
                    _ => String::new(),
                };
                let id = self.pact.as_ref().and_then(|pact| pact.version.document);
                let documents = self.card.iter_mut().flat_map(|card| &mut card.documents);
                documents.filter(|d| Some(d.id) == id).for_each(|d| d.digest.clone_from(&digest));
                return Vec::new();
            }
            Doing::Life(deed) => {
                let state = outcome.states.get("psp").cloned();
                let state = state.and_then(|s| serde_json::from_value(serde_json::Value::String(s)).ok());
                self.made = None;
                self.said = Some(life::said(deed, state));
            }
            Doing::Sign => {
                self.made = None;
                effects.push(self.signed(&outcome));
            }
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
