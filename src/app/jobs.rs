//! Work beside the screen: each job on a thread of its own, with an end that
//! is reported even when the job fails badly.

use std::path::PathBuf;

use sha2::{Digest, Sha256};
use tokio::sync::mpsc::UnboundedSender;

use super::defect;
use super::shell::Ticket;
use super::worker::Report;
use crate::documents::print::{self, print};
use crate::documents::put::{Old, put};
use crate::documents::{self, Pdf, agenda};
use crate::fault::{Fault, Result};
use crate::ui::effect::{Job, JobDone, MadePdf, Reply};

/// Starts a job; its end comes as a report.
pub fn start(ticket: Ticket, job: Job, reports: &UnboundedSender<Report>) {
    let to = reports.clone();
    let work = move || {
        let end = defect::guarded(move || run(job)).and_then(|done| done);
        // Without the loop there is nobody left to tell.
        let _ = to.send(Report::Replied(ticket, Reply::Job(end)));
    };
    if let Err(error) = std::thread::Builder::new().name("job".to_owned()).spawn(work) {
        let _ = reports.send(Report::Replied(ticket, Reply::Job(Err(Fault::internal(error)))));
    }
}

/// Does a job.
pub(super) fn run(job: Job) -> Result<JobDone> {
    match job {
        Job::Make { paper, stationery, size, at } => {
            made(documents::pages(&paper, &stationery, size)?.pdf(at)?)
        }
        Job::MakeAgenda { paper, size } => made(agenda::pages(&paper, size)?.pdf(paper.at)?),
        Job::Save { to, pdf } => {
            let to = in_documents(to);
            put(&to, &pdf, Old::Kept)?;
            Ok(JobDone::Saved(to))
        }
        Job::Print { title, pdf, copies } => {
            print(&print::Job { pdf: &pdf, title: &title, copies, queue: None }).map(JobDone::Printed)
        }
    }
}

fn made(pdf: Pdf) -> Result<JobDone> {
    let digest = Sha256::digest(&pdf.bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(JobDone::Made(MadePdf {
        digest,
        level: pdf.level.code(),
        pages: u32::try_from(pdf.pages).map_err(Fault::internal)?,
        pdf: pdf.bytes.into(),
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
        let save = |name: &str, bytes: &[u8]| run(Job::Save { to: dir.path().join(name), pdf: bytes.into() });
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
