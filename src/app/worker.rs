//! The worker: one thread that owns the desk and does what is asked, in
//! order. A question asked again before its turn is answered only once: the
//! newest wins.

use std::collections::VecDeque;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use tokio::sync::mpsc::UnboundedSender;

use super::backend::Backend;
use super::defect;
use super::shell::{News, Outward, Shell, Ticket};
use crate::desk::{Law, Query};
use crate::documents::printing::Habits;
use crate::fault::{Fault, Result};
use crate::ui::effect::{Draft, Notice, Reply};
use crate::ui::missing::Missing;
use crate::ui::screen::Session;

/// What comes back from the threads.
#[derive(Debug)]
pub enum Report {
    /// An answer, an outcome, the end of a job.
    Replied(Ticket, Reply),
    /// What was asked, and the law as it is after it: screens look at what
    /// comes back by the tables of now.
    Lawful(Box<Law>, Box<Report>),
    /// Somebody is in, on a terminal where these keys do not arrive (`None`:
    /// nobody has tried), and prints so.
    SignedIn(Ticket, Box<Session>, Option<Missing>, Habits),
    /// News of a document that is the printer's.
    Printing(Ticket, News),
    /// A draft was looked for.
    Draft(Ticket, Option<Draft>),
    /// A draft cannot be written.
    Unsaved(Draft, Fault),
    /// Something nobody waits for failed.
    Failed(Fault),
    /// The office cannot be opened at all: the program ends.
    Broken(Fault),
}

impl Report {
    /// Brings it to the shell. A broken office is for the caller.
    pub fn tell(self, shell: &mut Shell) -> Result<()> {
        match self {
            Self::Replied(ticket, reply) => shell.replied(ticket, reply),
            Self::Lawful(law, report) => {
                shell.law_is(*law);
                report.tell(shell)?;
            }
            Self::SignedIn(ticket, session, missing, habits) => {
                shell.keys_known(missing);
                shell.habits_known(habits);
                shell.replied(ticket, Reply::SignedIn(Ok(session)));
            }
            Self::Printing(ticket, news) => shell.printing_goes(ticket, news),
            Self::Draft(ticket, draft) => shell.draft_found(ticket, draft),
            Self::Unsaved(draft, fault) => shell.draft_failed(&draft, Notice::fault(&fault)),
            Self::Failed(fault) => shell.failed(Notice::fault(&fault)),
            Self::Broken(fault) => return Err(fault),
        }
        Ok(())
    }
}

/// Opens the desk, on the worker's thread.
pub type Maker = Box<dyn FnOnce() -> Result<Box<dyn Backend>> + Send>;

/// The thread and the way to it.
pub struct Worker {
    requests: Option<Sender<Outward>>,
    thread: JoinHandle<()>,
}

impl Worker {
    /// Starts the thread; requests wait until the desk is open.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(make: Maker, reports: UnboundedSender<Report>) -> Result<Self> {
        let (requests, inbox) = channel();
        let make = || {
            defect::on_purpose("open", "");
            make()
        };
        let work = move || match defect::guarded(make).and_then(|made| made) {
            Ok(mut backend) => serve(backend.as_mut(), &inbox, &reports),
            Err(fault) => {
                // Without the loop there is nobody left to tell.
                let _ = reports.send(Report::Broken(fault));
            }
        };
        let thread =
            std::thread::Builder::new().name("desk".to_owned()).spawn(work).map_err(Fault::internal)?;
        Ok(Self { requests: Some(requests), thread })
    }

    /// Hands a request over. A thread that ended has already said why.
    pub fn send(&self, request: Outward) {
        if let Some(requests) = &self.requests {
            let _ = requests.send(request);
        }
    }

    /// Lets the queue finish, for at most five seconds.
    pub fn finish(mut self) {
        self.requests = None;
        let end = Instant::now() + Duration::from_secs(5);
        while !self.thread.is_finished() && Instant::now() < end {
            std::thread::sleep(Duration::from_millis(5));
        }
    }
}

fn serve(backend: &mut dyn Backend, inbox: &Receiver<Outward>, reports: &UnboundedSender<Report>) {
    let mut queue = VecDeque::new();
    while let Ok(request) = inbox.recv() {
        queue.push_back(request);
        while let Some(request) = {
            queue.extend(inbox.try_iter());
            drop_void(&mut queue);
            queue.pop_front()
        } {
            // A defect in one request ends neither the thread nor the display:
            // its transaction is rolled back while it unwinds.
            let in_vain = InVain::of(&request);
            let report = defect::guarded(|| carry_out(backend, request))
                .unwrap_or_else(|defect| Some(in_vain.report(defect)));
            if let Some(report) = report
                && reports.send(report).is_err()
            {
                return;
            }
        }
    }
}

/// Whom to tell that a request came to nothing.
enum InVain {
    Ask(Ticket),
    Run(Ticket),
    SignIn(Ticket),
    Keys(Ticket),
    Nobody,
}

impl InVain {
    fn of(request: &Outward) -> Self {
        match request {
            Outward::Ask { ticket, .. } => Self::Ask(*ticket),
            Outward::Keys { ticket, .. } => Self::Keys(*ticket),
            Outward::Run { ticket, .. } | Outward::Archive { ticket, .. } => Self::Run(*ticket),
            Outward::SignIn { ticket, .. }
            | Outward::Recover { ticket, .. }
            | Outward::Found { ticket, .. } => Self::SignIn(*ticket),
            _ => Self::Nobody,
        }
    }

    fn report(self, defect: Fault) -> Report {
        match self {
            Self::Ask(ticket) => Report::Replied(ticket, Reply::Answer(Err(defect))),
            Self::Run(ticket) => Report::Replied(ticket, Reply::Outcome(Err(defect))),
            Self::SignIn(ticket) => Report::Replied(ticket, Reply::SignedIn(Err(defect))),
            Self::Keys(ticket) => Report::Replied(ticket, Reply::Keys(Err(defect))),
            Self::Nobody => Report::Failed(defect),
        }
    }
}

/// Takes out the questions that a later one in the queue makes void.
pub fn drop_void(queue: &mut VecDeque<Outward>) {
    let lanes: Vec<_> = queue
        .iter()
        .map(|request| match request {
            Outward::Ask { lane, .. } => Some(*lane),
            _ => None,
        })
        .collect();
    let mut place = 0;
    queue.retain(|_| {
        let void = lanes[place].is_some() && lanes[place + 1..].contains(&lanes[place]);
        place += 1;
        !void
    });
}

/// Does one request; `None` when there is nothing to say about it.
pub fn carry_out(backend: &mut dyn Backend, request: Outward) -> Option<Report> {
    let failed = |done: Result<()>| done.err().map(Report::Failed);
    match request {
        Outward::Ask { ticket, by, query, .. } => {
            if let Query::Search { text, .. } = &query {
                defect::on_purpose("desk", text);
            }
            let answer = backend.ask(&by, query).map(Box::new);
            Some(lawful(backend, Report::Replied(ticket, Reply::Answer(answer))))
        }
        Outward::Run { ticket, by, command } => {
            let outcome = backend.run(&by, *command).map(Box::new);
            Some(lawful(backend, Report::Replied(ticket, Reply::Outcome(outcome))))
        }
        Outward::Archive { ticket, by, command, file } => {
            let outcome = backend.archive(&by, *command, &file).map(Box::new);
            Some(Report::Replied(ticket, Reply::Outcome(outcome)))
        }
        Outward::SignIn { ticket, username, password } => {
            let session = backend.sign_in(&username, &password);
            Some(signed_in(backend, ticket, session))
        }
        Outward::Recover { ticket, username, code, new } => {
            let session = backend.recover(&username, &code, &new);
            Some(signed_in(backend, ticket, session))
        }
        Outward::Keys { ticket, by, deed } => {
            Some(Report::Replied(ticket, Reply::Keys(backend.keys(&by, *deed))))
        }
        Outward::Found { ticket, founding } => {
            let session = backend.found(*founding);
            Some(signed_in(backend, ticket, session))
        }
        Outward::Opened { by, registrant, reason } => failed(backend.opened(&by, registrant, reason)),
        Outward::Closed { by, registrant } => failed(backend.closed(&by, registrant)),
        Outward::Searched { by, found } => failed(backend.searched(&by, &found)),
        Outward::KeysTried(missing) => failed(backend.keep_missing_keys(missing)),
        Outward::KeepHabits(habits) => failed(backend.keep_habits(&habits)),
        Outward::SaveDraft(draft) => {
            backend.save_draft(&draft).err().map(|fault| Report::Unsaved(draft, fault))
        }
        Outward::DropDraft { screen, subject } => failed(backend.drop_draft(&screen, &subject)),
        Outward::FindDraft { ticket, screen, subject } => match backend.find_draft(&screen, &subject) {
            Ok(draft) => Some(Report::Draft(ticket, draft)),
            Err(fault) => Some(Report::Failed(fault)),
        },
        // These are not the worker's: the loop keeps them.
        Outward::Start { .. } | Outward::Rest(_) | Outward::Copy(_) | Outward::Quit => None,
    }
}

fn lawful(backend: &dyn Backend, report: Report) -> Report {
    match backend.law() {
        Some(law) => Report::Lawful(Box::new(law), Box::new(report)),
        None => report,
    }
}

fn signed_in(backend: &mut dyn Backend, ticket: Ticket, session: Result<Session>) -> Report {
    match session {
        // What is remembered of keys and printers keeps nobody out.
        Ok(session) => {
            let missing = backend.missing_keys().unwrap_or_default();
            let habits = backend.habits().unwrap_or_default();
            Report::SignedIn(ticket, Box::new(session), missing, habits)
        }
        Err(fault) => Report::Replied(ticket, Reply::SignedIn(Err(fault))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::testing::any_query;

    #[test]
    fn the_newest_search_wins_and_writes_are_never_dropped() {
        let ask =
            |ticket, slot| Outward::Ask { ticket, by: String::new(), lane: (1, slot), query: any_query() };
        let save = || Outward::SaveDraft(Draft::default());
        let mut queue: VecDeque<Outward> =
            [ask(1, "search"), save(), ask(2, "other"), ask(3, "search"), save(), ask(4, "search")].into();
        drop_void(&mut queue);
        assert_eq!(Vec::from(queue), [save(), ask(2, "other"), save(), ask(4, "search")]);
    }
}
