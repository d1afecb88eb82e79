//! The PDF of PS02: made when it is wanted, then sent to paper or to a file.

use super::{Doing, MAKE, Preview, RUN};
use crate::desk::command::DocumentGenerated;
use crate::desk::{Command, DocumentFile};
use crate::documents::TextSize;
use crate::documents::printing::habits::Occasion;
use crate::domain::paper::{CopyPaper, Paper};
use crate::fault::Result;
use crate::ui::effect::{Effect, Effects, Job, JobDone, MadePdf, Notice, Sign, Slot};
use crate::ui::screen::{Cx, Flow};
use crate::ui::screens::printing::{Sheet, Turn, Wanted};
use crate::ui::strings::psp as words;

impl Preview {
    /// What there is to print: to be signed by two, or a copy.
    fn occasion(&self) -> Occasion {
        let signed = self.pact.as_ref().is_some_and(|pact| pact.version.person_signed_at.is_some());
        if signed { Occasion::COPY } else { Occasion::TO_SIGN }
    }

    /// As the operator printed last.
    pub(super) fn at_once(&self, cx: &Cx) -> Wanted {
        let occasion = self.occasion();
        Wanted::Paper(occasion, cx.habits.choice(occasion))
    }

    /// Opens the choice of printer and file; `file` begins with the file.
    pub(super) fn choose(&mut self, file: bool, cx: &Cx) -> Flow {
        let sheet = Sheet {
            label: self.number(),
            occasion: self.occasion(),
            // Never the person's name: the number says which document it is.
            file: format!("{}.pdf", self.number()),
        };
        Flow::Used(self.printing.open(vec![sheet], file, cx))
    }

    /// What was done in the choice.
    pub(super) fn chosen(&mut self, turn: Turn) -> Flow {
        match turn {
            Turn::Flow(flow) => flow,
            Turn::Go(_, wanted) => {
                self.want = Some(wanted);
                Flow::Used(self.make())
            }
        }
    }

    /// Starts making the PDF, unless it is there.
    pub(super) fn make(&mut self) -> Effects {
        if self.made.is_some() {
            return self.use_made();
        }
        let (Some(paper), Some(pact)) = (&self.paper, &self.pact) else { return Vec::new() };
        let mut paper = paper.clone();
        // What is signed exists on paper: whatever is printed later is a copy,
        // but where nothing was printed here before.
        if pact.version.person_signed_at.is_some() {
            paper.copy =
                self.document().filter(|document| !document.digest.is_empty()).map(|document| CopyPaper {
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
        vec![self.printing.send(self.number(), pdf, want)]
    }

    /// A job ended.
    pub(super) fn worked(&mut self, slot: Slot, done: Result<JobDone>) -> Effects {
        match done {
            Ok(JobDone::Made(made)) => {
                let mut effects = self.generated(&made);
                self.made = Some(made);
                effects.extend(self.use_made());
                effects
            }
            Err(_) if slot == MAKE => {
                self.want = None;
                Vec::new()
            }
            done => {
                let printed = matches!(done, Ok(JobDone::Printed(_)));
                let number = self.number();
                let title = if done.is_err() { words::issued_but(&number) } else { number };
                let said = self.printing.done(slot, &title, done);
                let waits = self.state().is_some_and(|state| state.awaits_signature());
                said.map(|said| if printed && waits { words::then_sign(said) } else { said })
                    .map(Effect::from)
                    .into_iter()
                    .collect()
            }
        }
    }

    /// The first file of a document is recorded with its digest (R-DOC-1).
    fn generated(&mut self, made: &MadePdf) -> Effects {
        // What is issued is kept in the usual size: a large print is made from its words.
        let usual = self.size == TextSize::Normal;
        let Some(document) = self.document().filter(|document| document.digest.is_empty() && usual) else {
            return Vec::new();
        };
        let command = DocumentGenerated {
            document: document.id,
            digest: made.digest.clone(),
            archive_level: made.level.to_owned(),
            pages: made.pages,
        };
        let file = DocumentFile { pdf: made.pdf.clone(), words: made.words.clone() };
        self.doing = Some((Doing::Generated, Command::DocumentGenerated(command.clone())));
        vec![Effect::Archive(RUN, Box::new(command), file)]
    }
}
