//! The file of what is read: made, taken from the archive, recorded, sent.

use std::sync::Arc;

use chrono::NaiveDateTime;

use super::{FILE, FILED, MAKE, OnPaper, TOLD, left};
use crate::desk::command::DocumentGenerated;
use crate::desk::query::{FileAim, IssuedFile};
use crate::desk::{DocumentFile, Outcome, Query};
use crate::documents::TextSize;
use crate::documents::block::Content;
use crate::documents::reprint::{self, Copy};
use crate::domain::ids::DocumentId;
use crate::domain::language::Language;
use crate::fault::Result;
use crate::ui::effect::{Effect, Effects, Job, JobDone, MadePdf, Notice, Sign, Slot};
use crate::ui::screen::Cx;
use crate::ui::screens::printing::Wanted;
use crate::ui::strings::on_paper as words;

/// A file that is made: of what, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Work {
    /// Its name in the queue.
    name: String,
    document: Option<DocumentId>,
    brief: Option<Language>,
    size: TextSize,
    copy: bool,
    /// The document has no file yet.
    first: bool,
}

impl Work {
    /// In which size it is made now: the first file is of the usual size, that
    /// of the archive, and a large print is made after it of the same words.
    fn turn(&self) -> TextSize {
        if self.first { TextSize::Normal } else { self.size }
    }
}

/// A file, and what it was made of.
pub(super) type Made = (Work, Arc<[u8]>);

impl OnPaper {
    fn work(&self) -> Option<Work> {
        let said = self.said.as_ref()?;
        let brief = self.brief.as_ref().map(|brief| brief.language);
        let row = said.row.as_ref();
        // A draft goes to paper only in brief.
        (row.is_some() || brief.is_some()).then(|| Work {
            name: self.name(),
            document: row.map(|row| row.id),
            brief,
            size: self.size,
            copy: brief.is_none() && said.is_copy(),
            first: brief.is_none() && row.is_some_and(|row| row.digest.is_empty()),
        })
    }

    /// Starts making the file that is wanted, unless it is there or on its way.
    pub(super) fn make(&mut self, cx: &Cx) -> Effects {
        let (Some(work), Some(said)) = (self.work(), &self.said) else {
            self.want = None;
            return Vec::new();
        };
        // Never from what is at hand: each paper, each file leaves its line.
        if self.making.as_ref() == Some(&work) {
            return Vec::new();
        }
        match (work.brief, said.version, work.document) {
            (Some(language), Some(version), _) => {
                vec![Effect::Ask(TOLD, Query::PspBrief { version, language })]
            }
            (None, _, Some(_)) if work.first => {
                // The office's own template was left: whoever prints is told.
                let told = said.fell_back.as_ref().map(|fault| left(fault).into());
                let content = said.content.clone();
                let effects = self.start(work, content, cx.now);
                effects.into_iter().chain(told).collect()
            }
            (None, _, Some(document)) => {
                // What was printed before says what it said then.
                let aim = match &self.want {
                    Some(Wanted::File(_)) => FileAim::Export,
                    _ if work.copy => FileAim::Copy,
                    _ => FileAim::Print,
                };
                vec![Effect::Ask(FILE, Query::DocumentFile { document, aim, reason: said.reason.clone() })]
            }
            _ => Vec::new(),
        }
    }

    /// The file came from the archive: as it is, or its words again.
    pub(super) fn archived(&mut self, issued: IssuedFile, cx: &Cx) -> Effects {
        let work = self.work().filter(|work| work.document == Some(issued.row.id));
        let (Some(work), Some(said)) = (work, &self.said) else {
            self.want = None;
            return Vec::new();
        };
        let mut told = None;
        let content = match issued.file {
            Some(file) if !work.copy && work.size == TextSize::Normal => {
                self.made = Some((work, file.pdf.into()));
                return self.send();
            }
            Some(file) if file.words.is_some() => reprint::words(&file.words.unwrap_or_default()),
            Some(_) => Ok(said.content.clone()),
            None => {
                told = Some(Notice::warn(words::ELSEWHERE).into());
                Ok(said.content.clone())
            }
        };
        let content = match content {
            Ok(content) => content,
            Err(fault) => {
                self.want = None;
                return vec![Notice::fault(&fault).into()];
            }
        };
        let keeper = cx.session.map(|session| session.office.body_name.as_str()).unwrap_or_default();
        let digest = &issued.row.digest;
        let content = if work.copy { reprint::as_copy(content, &Copy { digest, keeper }) } else { content };
        self.start(work, content, cx.now).into_iter().chain(told).collect()
    }

    /// A page «In breve» is written down: it is made.
    pub(super) fn make_brief(&mut self, cx: &Cx) -> Effects {
        let (Some(work), Some(brief)) = (self.work(), &self.brief) else {
            // Left before its line was written.
            self.want = None;
            return Vec::new();
        };
        let content = brief.content.clone();
        self.start(work, content, cx.now)
    }

    /// `now` is the moment of what was never issued.
    fn start(&mut self, work: Work, content: Content, now: NaiveDateTime) -> Effects {
        let at = self.row().map_or(now, |row| row.issued_at);
        let job = Job::MakeWords { content: Box::new(content), size: work.turn(), at };
        self.making = Some(work);
        vec![Notice::new(Sign::Busy, words::MAKING).into(), Effect::Start(MAKE, job)]
    }

    /// Hands the file to whom wanted it.
    fn send(&mut self) -> Effects {
        let (Some((work, pdf)), Some(want)) = (&self.made, self.want.take()) else { return Vec::new() };
        self.sent = if work.brief.is_some() { work.name.clone() } else { words::issued_but(&work.name) };
        vec![self.printing.send(work.name.clone(), pdf.clone(), want)]
    }

    /// A job ended.
    pub(super) fn worked(&mut self, slot: Slot, done: Result<JobDone>) -> Effects {
        match (slot, done) {
            (MAKE, Ok(JobDone::Made(made))) => {
                let Some(work) = self.making.take() else { return Vec::new() };
                let filed = self.file(&work, &made);
                if let Some((large, content, at)) = self.large_after(&work) {
                    let effects = self.start(large, content, at);
                    return filed.into_iter().chain(effects).collect();
                }
                self.made = Some((work, made.pdf));
                let mut effects = self.send();
                effects.extend(filed);
                effects
            }
            (MAKE, _) => {
                (self.making, self.want) = (None, None);
                Vec::new()
            }
            (slot, done) => {
                let failed = done.is_err();
                let name = self.made.as_ref().map(|(work, _)| work.name.clone()).unwrap_or_default();
                let title = if failed { std::mem::take(&mut self.sent) } else { name };
                self.printing.done(slot, &title, done).map(Effect::from).into_iter().collect()
            }
        }
    }

    /// The large print that was wanted of a document whose file has just been
    /// made, of the same words.
    fn large_after(&self, work: &Work) -> Option<(Work, Content, NaiveDateTime)> {
        let said = self.said.as_ref().filter(|_| work.turn() != work.size)?;
        let at = said.row.as_ref().filter(|row| Some(row.id) == work.document)?.issued_at;
        Some((Work { first: false, ..work.clone() }, said.content.clone(), at))
    }

    /// The first file of a document is recorded with its digest (R-DOC-1), and
    /// goes to the archive with its words; a large print is made from these.
    fn file(&mut self, work: &Work, made: &MadePdf) -> Option<Effect> {
        let document = work.document.filter(|_| work.first)?;
        let command = DocumentGenerated {
            document,
            digest: made.digest.clone(),
            archive_level: made.level.to_owned(),
            pages: made.pages,
        };
        let file = DocumentFile { pdf: made.pdf.clone(), words: made.words.clone() };
        self.filing = Some(command.clone());
        Some(Effect::Archive(FILED, Box::new(command), file))
    }

    /// The file is recorded: what is printed from now on is made of it.
    pub(super) fn filed(&mut self, outcome: Result<Box<Outcome>>) -> Effects {
        let (Some(filed), Ok(outcome)) = (self.filing.take(), outcome) else { return Vec::new() };
        if !outcome.accepted {
            return outcome.refusal().map(|finding| Notice::finding(finding).into()).into_iter().collect();
        }
        let row = self.said.as_mut().and_then(|said| said.row.as_mut());
        if let Some(row) = row.filter(|row| row.id == filed.document) {
            (row.digest, row.archive_level, row.pages) = (filed.digest, filed.archive_level, filed.pages);
        }
        Vec::new()
    }
}
