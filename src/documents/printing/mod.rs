//! Printing: a finished PDF goes to a printer, and is watched until it is out.
//!
//! A [`Sheet`] with a [`Choice`] is handed over ([`hand_over`]): to a queue of
//! this computer through `lp`, or straight to a network printer by its address
//! ([`address`]), byte for byte. What the printer then says of the job
//! ([`mod@watch`]) is the same question (IPP, `Get-Job-Attributes`) in both
//! cases: CUPS answers it too, and only there a printed job can be told from
//! one that was thrown away.
//!
//! Everything here waits for printers: it runs on a job thread, never on the
//! loop, and each wait has an end ([`Patience`]). Nothing here can undo a
//! document: it is issued before, and its PDF is there whatever happens.

pub mod address;
pub mod choice;
pub mod habits;
mod http;
mod ipp;
mod network;
mod program;
#[cfg(unix)]
mod queue;
mod queues;
pub mod watch;
#[cfg(windows)]
mod windows;
mod wording;

#[cfg(test)]
#[cfg(unix)]
mod tests;

use std::path::PathBuf;
use std::time::Duration;

pub use address::Address;
pub use choice::{Choice, Copies, Printer, Sides};
pub use habits::Habits;
pub use queues::{Printers, Queue, printers};
pub use watch::{Ended, Progress, Trouble, watch};

use crate::fault::Result;

/// What is printed.
#[derive(Clone, Copy, Debug)]
pub struct Sheet<'a> {
    /// The PDF.
    pub pdf: &'a [u8],
    /// Shown in the queue: the number of the document, never a person's name.
    pub title: &'a str,
}

/// How long anything may take before it is said that it does not come.
#[derive(Clone, Debug)]
pub struct Patience {
    /// Reaching a printer.
    pub connect: Duration,
    /// A question to it, answer included.
    pub answer: Duration,
    /// Sending it a document.
    pub send: Duration,
    /// The waits between tries of a printer that is busy, one after the other.
    pub busy: Vec<Duration>,
    /// Between two looks at a job: in its first minute, and after it.
    pub look: (Duration, Duration),
    /// A printer that no longer answers while a job is watched.
    pub lost: Duration,
    /// A job that does not end: from then on nobody looks any more.
    pub whole: Duration,
    /// A program of the system (`lp`, `lpstat`).
    pub program: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        let seconds = Duration::from_secs;
        Self {
            connect: seconds(5),
            answer: seconds(10),
            send: seconds(60),
            busy: [1, 2, 4, 8, 15, 30].map(seconds).into(),
            look: (seconds(1), seconds(5)),
            lost: seconds(20),
            whole: seconds(30 * 60),
            program: seconds(20),
        }
    }
}

/// What printing works with.
#[derive(Clone, Debug)]
pub struct Means {
    /// The program that takes a document.
    pub lp: PathBuf,
    /// The program that lists the queues.
    pub lpstat: PathBuf,
    /// How long anything may take.
    pub patience: Patience,
}

impl Default for Means {
    fn default() -> Self {
        Self { lp: "lp".into(), lpstat: "lpstat".into(), patience: Patience::default() }
    }
}

/// A document that is the printer's now: it goes on without us.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handed {
    /// The queue or the address that took it, where it says so.
    pub printer: Option<String>,
    /// What is to be known of how it was taken, in Italian.
    pub note: Option<String>,
    /// Its jobs: one, or one a copy where the printer counts no copies.
    jobs: Vec<u32>,
    /// Who can be asked about them; nobody on Windows.
    at: Option<ipp::Target>,
}

/// Reads bytes as those of a printer that answers, whatever sent them: for
/// tests, since anything may be at an address.
#[doc(hidden)]
#[must_use]
pub fn is_answer(bytes: &[u8]) -> bool {
    http::body(bytes).is_some_and(|body| ipp::is_answer(&body)) || ipp::is_answer(bytes)
}

/// Hands a document to the printer that was chosen. `tell` hears that a
/// printer is busy.
///
/// # Errors
/// Why it was not taken, in Italian, with what to do. Never later than the
/// sum of the waits of [`Patience`].
pub fn hand_over(
    means: &Means,
    sheet: &Sheet<'_>,
    choice: &Choice,
    tell: &mut dyn FnMut(Progress),
) -> Result<Handed> {
    match &choice.printer {
        Printer::Network(address) => network::print(means, sheet, choice, address, tell),
        #[cfg(unix)]
        Printer::Usual => queue::print(means, sheet, choice, None),
        #[cfg(unix)]
        Printer::Queue(name) => queue::print(means, sheet, choice, Some(name)),
        #[cfg(windows)]
        Printer::Usual => windows::print(means, sheet, choice, None),
        #[cfg(windows)]
        Printer::Queue(name) => windows::print(means, sheet, choice, Some(name)),
    }
}
