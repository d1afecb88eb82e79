//! A job is watched until it is printed or has failed.

use std::time::{Duration, Instant};

use super::ipp::{self, Failed, Target};
use super::{Handed, Means, wording};
use crate::fault::Fault;

/// What somebody should see to at the printer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// What it is, in Italian, without a capital: `manca la carta`.
    pub says: String,
    /// What to do, a sentence.
    pub remedy: String,
}

/// What happens to a document while it is printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Progress {
    /// It waits for somebody.
    Trouble(Trouble),
    /// It goes on.
    Goes,
}

/// How it ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ended {
    /// It is on paper.
    Printed,
    /// It is not, or not all; why.
    Failed(Fault),
    /// Nobody can say; what is known of it.
    Unknown(String),
    /// Nobody says anything of jobs here (Windows).
    Untold,
}

/// The states of a job (RFC 8011, §5.3.7).
const HELD: i32 = 4;
const PRINTING: i32 = 5;
const STOPPED: i32 = 6;
const CANCELED: i32 = 7;
const ABORTED: i32 = 8;
const COMPLETED: i32 = 9;
/// `printer-state` of a printer that prints nothing.
const PRINTER_STOPPED: i32 = 5;
/// From so long a job is looked at less often.
const NEW: Duration = Duration::from_secs(60);

/// Looks at the jobs until all have ended. Takes as long as the printer does,
/// and no longer than [`super::Patience`] says; `tell` hears what changes.
pub fn watch(means: &Means, handed: &Handed, tell: &mut dyn FnMut(Progress)) -> Ended {
    let Some(at) = handed.at.as_ref().filter(|_| !handed.jobs.is_empty()) else { return Ended::Untold };
    let start = Instant::now();
    let ends = handed.jobs.iter().map(|job| Watched { means, at, job: *job, start }.to_the_end(tell));
    // What failed says more than what is not known.
    let mut all = Ended::Printed;
    for ended in ends {
        match ended {
            Ended::Failed(_) => return ended,
            Ended::Unknown(_) | Ended::Untold => all = ended,
            Ended::Printed => {}
        }
    }
    all
}

struct Watched<'a> {
    means: &'a Means,
    at: &'a Target,
    job: u32,
    start: Instant,
}

impl Watched<'_> {
    fn to_the_end(&self, tell: &mut dyn FnMut(Progress)) -> Ended {
        let patience = &self.means.patience;
        let (mut lost, mut heard) = (None::<Instant>, false);
        let mut told: Option<Trouble> = None;
        loop {
            match self.at.job(self.job, patience) {
                Ok(job) => {
                    (lost, heard) = (None, true);
                    if let Some(ended) = ended(&job) {
                        return ended;
                    }
                    let trouble = self.trouble(&job);
                    if trouble != told {
                        tell(trouble.clone().map_or(Progress::Goes, Progress::Trouble));
                        told = trouble;
                    }
                }
                // Many printers forget a job as soon as it is out.
                Err(Failed::Refused(status)) if ipp::NOT_FOUND.contains(&status) => {
                    return Ended::Unknown(wording::unknown());
                }
                // Whoever is there and does not say how jobs are will not.
                Err(Failed::Refused(_)) => return Ended::Unknown(wording::unknown()),
                Err(Failed::Link(_) | Failed::Garbage) => {
                    let since = *lost.get_or_insert_with(Instant::now);
                    if since.elapsed() >= patience.lost {
                        // `lp` took it, and there may be no CUPS behind that name.
                        let untold = self.at.jobs_by_uri && !heard;
                        return if untold {
                            Ended::Unknown(wording::unknown())
                        } else {
                            Ended::Failed(wording::lost())
                        };
                    }
                }
            }
            if self.start.elapsed() >= patience.whole {
                return Ended::Unknown(wording::still_waiting());
            }
            let (soon, late) = patience.look;
            std::thread::sleep(if self.start.elapsed() < NEW { soon } else { late });
        }
    }

    /// What its job or its printer wants of somebody.
    fn trouble(&self, job: &ipp::Job) -> Option<Trouble> {
        let stopped = [HELD, STOPPED].contains(&job.state);
        let of_job = wording::trouble(&job.reasons, stopped && self.at.jobs_by_uri);
        if of_job.is_some() || self.at.jobs_by_uri {
            return of_job;
        }
        // Of its troubles a printer of the network tells only for itself.
        let about = self.at.about(&self.means.patience).ok()?;
        let stopped = stopped || about.state == PRINTER_STOPPED && job.state != PRINTING;
        wording::trouble(&about.reasons, stopped)
    }
}

fn ended(job: &ipp::Job) -> Option<Ended> {
    match job.state {
        COMPLETED if job.reasons.iter().any(|reason| reason == "job-completed-with-errors") => {
            Some(Ended::Unknown(wording::unknown()))
        }
        COMPLETED => Some(Ended::Printed),
        CANCELED | ABORTED => Some(Ended::Failed(wording::ended(job.state == CANCELED, &job.reasons))),
        _ => None,
    }
}
