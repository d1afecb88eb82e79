//! The paper of a document: made when it is wanted, its first file recorded,
//! then sent to a printer or to a file. Once there is a file, what is printed
//! is a copy and says so.

use super::desk::worded;
use super::{Documents, FILE, FILED, MAKE, View};
use crate::desk::command::DocumentGenerated;
use crate::desk::query::{DocumentRow, FileAim, IssuedFile};
use crate::desk::{DocumentFile, Outcome, Query};
use crate::documents::TextSize;
use crate::documents::block::Content;
use crate::documents::printing::habits::Occasion;
use crate::documents::reprint::{self, Copy};
use crate::domain::document::DocumentKind;
use crate::fault::Result;
use crate::ui::effect::{Effect, Effects, Job, JobDone, MadePdf, Notice, Sign, Slot};
use crate::ui::screen::{Cx, Flow};
use crate::ui::screens::printing::{Sheet, Turn, Wanted};
use crate::ui::strings::{documents as words, psp};

/// Is what is printed now a copy of what is there already? Of a pact the
/// signed paper is the original, of the others the first one printed. What
/// has no file yet is a copy of nothing.
fn is_copy(row: &DocumentRow) -> bool {
    !row.digest.is_empty() && (row.kind != DocumentKind::Psp || row.signed_on.is_some())
}

fn occasion(row: &DocumentRow) -> Occasion {
    if row.kind == DocumentKind::Psp && !is_copy(row) { Occasion::TO_SIGN } else { Occasion::COPY }
}

impl Documents {
    /// F9: as the operator printed last.
    pub(super) fn print(&mut self, cx: &Cx) -> Effects {
        let Some(row) = self.row() else { return Vec::new() };
        let of = occasion(row);
        self.want = Some(Wanted::Paper(of, cx.habits.choice(of)));
        self.on_paper(cx)
    }

    /// Opens the choice of printer and file; `file` begins with the file.
    pub(super) fn choose_paper(&mut self, file: bool, cx: &Cx) -> Effects {
        let Some(row) = self.row() else { return Vec::new() };
        // Never the person's name: the number says which document it is.
        let file_name = format!("{}.pdf", row.number);
        let sheet = Sheet { label: row.number.clone(), occasion: occasion(row), file: file_name };
        self.printing.open(vec![sheet], file, cx)
    }

    /// What was done in the choice.
    pub(super) fn chosen(&mut self, turn: Turn, cx: &Cx) -> Flow {
        match turn {
            Turn::Flow(flow) => flow,
            Turn::Go(_, wanted) => {
                self.want = Some(wanted);
                Flow::Used(self.on_paper(cx))
            }
        }
    }

    /// Makes the paper that is wanted; read first, so that what is printed is
    /// seen.
    fn on_paper(&mut self, cx: &Cx) -> Effects {
        match (self.view, self.row().map(|row| row.id)) {
            (View::Reading, _) => self.make(cx),
            (_, Some(document)) => self.read(document),
            (_, None) => Vec::new(),
        }
    }

    /// Starts making the PDF, unless it is there.
    pub(super) fn make(&mut self, cx: &Cx) -> Effects {
        let Some(read) = &self.read else { return Vec::new() };
        let row = &read.row;
        if self.made.as_ref().is_some_and(|(of, size, _)| (*of, *size) == (row.id, self.size)) {
            return self.use_made();
        }
        if !row.digest.is_empty() {
            // What was printed before says what it said then.
            let file = matches!(self.want, Some(Wanted::File(_)));
            let aim = if file { FileAim::Export } else { FileAim::Copy };
            let (document, reason) = (row.id, self.given.clone());
            return vec![Effect::Ask(FILE, Query::DocumentFile { document, aim, reason })];
        }
        let worded = worded(&read.paper, row.issued_at.date(), cx);
        // The office's own template was left: whoever prints is told.
        let told = worded.as_ref().ok().and_then(|worded| worded.fell_back.as_ref());
        let told = told.map(|fault| Notice::warn(fault.message.clone()).into());
        let mut effects = self.make_of(worded.map(|worded| worded.content), cx);
        effects.extend(told);
        effects
    }

    /// The file came from the archive: its words, or those of the template
    /// where they are not on this desk.
    pub(super) fn archived(&mut self, issued: &IssuedFile, cx: &Cx) -> Effects {
        let Some(read) = &self.read else { return Vec::new() };
        let kept = issued.file.as_ref().and_then(|file| file.words.as_ref());
        let content = match kept {
            Some(kept) => reprint::words(kept),
            None => worded(&read.paper, read.row.issued_at.date(), cx).map(|worded| worded.content),
        };
        self.make_of(content, cx)
    }

    fn make_of(&mut self, content: Result<Content>, cx: &Cx) -> Effects {
        let Some(read) = &self.read else { return Vec::new() };
        let row = &read.row;
        let content = match content {
            Ok(content) => content,
            Err(fault) => {
                self.want = None;
                return vec![Notice::fault(&fault).into()];
            }
        };
        let content = if is_copy(row) {
            let keeper = cx.session.map(|session| session.office.body_name.as_str()).unwrap_or_default();
            reprint::as_copy(content, &Copy { digest: &row.digest, keeper })
        } else {
            content
        };
        let job = Job::MakeWords { content: Box::new(content), size: self.size, at: row.issued_at };
        vec![Notice::new(Sign::Busy, psp::MAKING).into(), Effect::Start(MAKE, job)]
    }

    /// Hands the PDF to whom wanted it.
    fn use_made(&mut self) -> Effects {
        let (Some((_, _, made)), Some(want)) = (&self.made, self.want.take()) else { return Vec::new() };
        let pdf = made.pdf.clone();
        let number = self.read.as_ref().map(|read| read.row.number.clone()).unwrap_or_default();
        vec![self.printing.send(number, pdf, want)]
    }

    /// A job ended.
    pub(super) fn worked(&mut self, slot: Slot, done: Result<JobDone>) -> Effects {
        let row = self.read.as_ref().map(|read| read.row.clone()).unwrap_or_default();
        match done {
            Ok(JobDone::Made(made)) => {
                let filed = filed(&row, self.size, &made);
                self.made = Some((row.id, self.size, made));
                let mut effects = self.use_made();
                effects.extend(filed);
                effects
            }
            Err(_) if slot == MAKE => {
                self.want = None;
                Vec::new()
            }
            done => {
                let title = if done.is_err() { words::issued_but(&row.number) } else { row.number };
                self.printing.done(slot, &title, done).map(Effect::from).into_iter().collect()
            }
        }
    }

    /// The file is recorded: what is printed from now on is a copy.
    pub(super) fn filed(&mut self, outcome: &Outcome) -> Effects {
        if !outcome.accepted {
            return outcome.refusal().map(|finding| Notice::finding(finding).into()).into_iter().collect();
        }
        let Some((id, _, made)) = self.made.take() else { return Vec::new() };
        let mut rows = self.table.rows().to_vec();
        let read = self.read.iter_mut().map(|read| &mut read.row);
        for row in rows.iter_mut().chain(read).filter(|row| row.id == id) {
            row.digest.clone_from(&made.digest);
            made.level.clone_into(&mut row.archive_level);
            row.pages = made.pages;
        }
        self.table.set(rows);
        Vec::new()
    }
}

/// The first file of a document is recorded with its digest (R-DOC-1),
/// and goes to the archive with its words; a large print is made from these.
fn filed(row: &DocumentRow, size: TextSize, made: &MadePdf) -> Option<Effect> {
    (row.digest.is_empty() && size == TextSize::Normal).then(|| {
        let command = DocumentGenerated {
            document: row.id,
            digest: made.digest.clone(),
            archive_level: made.level.to_owned(),
            pages: made.pages,
        };
        let file = DocumentFile { pdf: made.pdf.clone(), words: made.words.clone() };
        Effect::Archive(FILED, Box::new(command), file)
    })
}
