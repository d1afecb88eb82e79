//! Work beside the screen: each job on a thread of its own, with an end that
//! is reported even when the job fails badly.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use sha2::{Digest, Sha256};
use tokio::sync::mpsc::UnboundedSender;

use super::defect;
use super::shell::{News, Ticket};
use super::worker::Report;
use crate::documents::printing::{self, Means, Progress, Sheet};
use crate::documents::put::{Old, put};
use crate::documents::{self, Pdf, reprint};
use crate::fault::{Fault, Result};
use crate::ui::effect::{Job, JobDone, MadePdf, Reply};

/// How long the end of the program waits for papers that no printer has yet.
const HAND_OVER: Duration = Duration::from_secs(5);

/// The jobs, and where their ends go.
pub struct Jobs {
    reports: UnboundedSender<Report>,
    /// Titles of what no printer has taken yet.
    sending: Arc<Mutex<Vec<String>>>,
}

impl Jobs {
    /// None yet.
    pub fn new(reports: UnboundedSender<Report>) -> Self {
        Self { reports, sending: Arc::default() }
    }

    /// Starts a job; its end comes as a report. A print is watched on, and
    /// its news come as reports too.
    pub fn start(&self, ticket: Ticket, job: Job) {
        let to = self.reports.clone();
        let sends = Sends::of(&job, &self.sending);
        let work = move || {
            // Without the loop there is nobody left to tell.
            let mut tell = |news| drop(to.send(Report::Printing(ticket, news)));
            let end = defect::guarded(|| run(job, &Means::default(), &mut tell)).and_then(|done| done);
            drop(sends);
            let printed = match &end {
                Ok(JobDone::Printed(handed)) => Some(handed.clone()),
                _ => None,
            };
            let _ = to.send(Report::Replied(ticket, Reply::Job(end)));
            if let Some(handed) = printed {
                let watched = defect::guarded(|| watch(&handed, &Means::default(), &mut tell));
                tell(News::Ended(watched.unwrap_or_else(printing::Ended::Failed)));
            }
        };
        if let Err(error) = std::thread::Builder::new().name("job".to_owned()).spawn(work) {
            let _ = self.reports.send(Report::Replied(ticket, Reply::Job(Err(Fault::internal(error)))));
        }
    }

    /// Waits a little for what no printer has taken yet; gives what is left
    /// behind.
    pub fn finish(self) -> Vec<String> {
        let end = Instant::now() + HAND_OVER;
        loop {
            let left = self.sending.lock().unwrap_or_else(PoisonError::into_inner).clone();
            if left.is_empty() || Instant::now() >= end {
                return left;
            }
            std::thread::sleep(Duration::from_millis(10));
        }
    }
}

/// A document that no printer has, for as long as this is held.
struct Sends {
    title: Option<String>,
    among: Arc<Mutex<Vec<String>>>,
}

impl Sends {
    fn of(job: &Job, among: &Arc<Mutex<Vec<String>>>) -> Self {
        let title = if let Job::Print { title, .. } = job { Some(title.clone()) } else { None };
        among.lock().unwrap_or_else(PoisonError::into_inner).extend(title.clone());
        Self { title, among: Arc::clone(among) }
    }
}

impl Drop for Sends {
    fn drop(&mut self) {
        let mut among = self.among.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(place) = among.iter().position(|title| Some(title) == self.title.as_ref()) {
            among.remove(place);
        }
    }
}

/// Does a job.
pub(super) fn run(job: Job, means: &Means, tell: &mut dyn FnMut(News)) -> Result<JobDone> {
    match job {
        Job::MakeWords { content, size, at } => {
            let words = Some(reprint::kept(&content)?);
            made(documents::flow::flow(&content, size)?.pdf(at)?, words, None)
        }
        Job::MakeAgenda { paper, stationery, size } => {
            let worded = documents::agenda(&paper, &stationery)?;
            made(worded.pages(size)?.pdf(paper.at)?, None, worded.fell_back)
        }
        Job::Save { to, pdf } => {
            let to = in_documents(to);
            put(&to, &pdf, Old::Kept)?;
            Ok(JobDone::Saved(to))
        }
        Job::Print { title, pdf, choice, .. } => {
            let sheet = Sheet { pdf: &pdf, title: &title };
            let mut progress = |progress: Progress| tell(News::Progress(progress));
            printing::hand_over(means, &sheet, &choice, &mut progress).map(JobDone::Printed)
        }
        Job::Printers => printing::printers(means).map(JobDone::Printers),
    }
}

/// Watches what a printer has taken until it is out.
pub(super) fn watch(handed: &printing::Handed, means: &Means, tell: &mut dyn FnMut(News)) -> printing::Ended {
    printing::watch(means, handed, &mut |progress| tell(News::Progress(progress)))
}

fn made(pdf: Pdf, words: Option<String>, fell_back: Option<Fault>) -> Result<JobDone> {
    let digest = Sha256::digest(&pdf.bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(JobDone::Made(MadePdf {
        digest,
        level: pdf.level.code(),
        pages: u32::try_from(pdf.pages).map_err(Fault::internal)?,
        pdf: pdf.bytes.into(),
        words,
        fell_back,
    }))
}

/// A name alone goes among the operator's documents.
fn in_documents(to: PathBuf) -> PathBuf {
    if to.components().count() > 1 {
        return to;
    }
    let dirs = directories::UserDirs::new();
    let dir = dirs
        .as_ref()
        .and_then(|dirs| dirs.document_dir().filter(|dir| dir.is_dir()).or(Some(dirs.home_dir())));
    dir.map_or_else(|| to.clone(), |dir| dir.join(&to))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The screen asks for a name only: what is there is never replaced.
    #[test]
    fn a_document_is_saved_whole_and_over_nothing() {
        let dir = tempfile::tempdir().unwrap();
        let save = |name: &str, bytes: &[u8]| {
            let job = Job::Save { to: dir.path().join(name), pdf: bytes.into() };
            run(job, &Means::default(), &mut |_| {})
        };
        assert!(matches!(save("patto.pdf", b"uno"), Ok(JobDone::Saved(_))));
        assert!(save("patto.pdf", b"uno").is_ok(), "the same document again is no other");
        for (name, says) in [
            ("patto.pdf", "C'è già un altro file"),
            ("manca/patto.pdf", "la cartella non c'è"),
            ("", "è il nome di una cartella"),
        ] {
            let told = save(name, b"due").unwrap_err();
            assert!(told.exit_code() == 4 && told.message.contains(says), "{told}");
            assert!(!told.hint.is_empty());
        }
        assert_eq!(std::fs::read(dir.path().join("patto.pdf")).unwrap(), b"uno");
        assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 1, "nothing made on the way");
    }
}
