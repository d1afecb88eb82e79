//! Work beside the screen: each job on a thread of its own, with an end that
//! is reported even when the job fails badly.

use tokio::sync::mpsc::UnboundedSender;

use super::shell::Ticket;
use super::worker::Report;
use crate::documents::print::{self, Sides, print};
use crate::fault::{Fault, Result};
use crate::ui::effect::{Job, Reply};
use crate::ui::strings::shell as words;

/// Starts a job; its end comes as a report.
pub fn start(ticket: Ticket, job: Job, reports: &UnboundedSender<Report>) {
    let to = reports.clone();
    let work = move || {
        let end = std::panic::catch_unwind(move || run(job)).unwrap_or_else(|_| Err(Fault::internal("job")));
        // Without the loop there is nobody left to tell.
        let _ = to.send(Report::Replied(ticket, Reply::Job(end)));
    };
    if let Err(error) = std::thread::Builder::new().name("job".to_owned()).spawn(work) {
        let _ = reports.send(Report::Replied(ticket, Reply::Job(Err(Fault::internal(error)))));
    }
}

/// Does a job; gives what to say about it.
fn run(job: Job) -> Result<String> {
    match job {
        Job::Print { number, pdf, copies } => {
            print(&print::Job {
                pdf: &pdf,
                number: number.as_ref(),
                sides: Sides::default(),
                copies,
                queue: None,
            })?;
            Ok(words::PRINTED.to_owned())
        }
    }
}
