//! The worker: one thread that owns the desk and does what is asked, in
//! order. A question asked again before its turn is answered only once: the
//! newest wins.

use std::collections::VecDeque;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
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
use crate::ui::strings::shell as words;

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
    /// What is to be done about the office, after what was asked for.
    Warned(String, Option<Box<Report>>),
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
            Self::Warned(text, report) => {
                if let Some(report) = report {
                    report.tell(shell)?;
                }
                shell.announce(Notice::warn(text));
            }
            Self::Failed(fault) => shell.failed(Notice::fault(&fault)),
            Self::Broken(fault) => return Err(fault),
        }
        Ok(())
    }
}

/// Opens the desk, on the worker's thread.
pub type Maker = Box<dyn FnOnce() -> Result<Box<dyn Backend>> + Send>;

/// How the end of the desk goes.
#[derive(Debug)]
enum Closing {
    /// A copy of the office is being made, which takes so long at most.
    Copying(Duration),
    /// The day or the copy was not made.
    Failed(Fault),
}

/// What is asked of the desk is done in so long, or not at all.
const QUEUE: Duration = Duration::from_secs(5);
/// A copy may take so long, and longer with what there is to copy.
const COPY: Duration = Duration::from_secs(60);
/// Written, opened and read twice, on a slow disk: bytes a second.
const SLOW: u64 = 2 * 1024 * 1024;
/// A copy that takes longer is told.
const UNTOLD: Duration = Duration::from_millis(400);

/// The thread and the way to it.
pub struct Worker {
    requests: Option<Sender<Outward>>,
    closing: Receiver<Closing>,
}

impl Worker {
    /// Starts the thread; requests wait until the desk is open.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(make: Maker, reports: UnboundedSender<Report>) -> Result<Self> {
        let (requests, inbox) = channel();
        let (closes, closing) = channel();
        let make = || {
            defect::on_purpose("open", "");
            make()
        };
        let work = move || match defect::guarded(make).and_then(|made| made) {
            Ok(mut backend) => {
                serve(backend.as_mut(), &inbox, &reports);
                // Without the loop there is nobody left to tell.
                let mut copying = |bytes| {
                    let most = COPY + Duration::from_secs(bytes / SLOW);
                    closes.send(Closing::Copying(most)).unwrap_or_default();
                };
                let done = defect::guarded(|| backend.close(&mut copying)).and_then(|closed| closed);
                if let Err(fault) = done {
                    let _ = closes.send(Closing::Failed(fault));
                }
            }
            Err(fault) => {
                // Without the loop there is nobody left to tell.
                let _ = reports.send(Report::Broken(fault));
            }
        };
        std::thread::Builder::new().name("desk".to_owned()).spawn(work).map_err(Fault::internal)?;
        Ok(Self { requests: Some(requests), closing })
    }

    /// Hands a request over. A thread that ended has already said why.
    pub fn send(&self, request: Outward) {
        if let Some(requests) = &self.requests {
            let _ = requests.send(request);
        }
    }

    /// Lets the queue finish, for at most five seconds, and the copy of the
    /// office, for a minute or what its length asks; `tell` hears what the operator waits for
    /// and what was not done.
    pub fn finish(mut self, tell: impl Fn(&str)) {
        self.requests = None;
        await_end(&self.closing, tell);
    }
}

/// When the thread ends, so does what it is heard on.
fn await_end(closing: &Receiver<Closing>, tell: impl Fn(&str)) {
    let (mut end, mut copying, mut told) = (Instant::now() + QUEUE, false, false);
    loop {
        let quiet = copying && !told;
        let left = if quiet { UNTOLD } else { end.saturating_duration_since(Instant::now()) };
        match closing.recv_timeout(left) {
            Ok(Closing::Copying(most)) => (end, copying) = (Instant::now() + most, true),
            Ok(Closing::Failed(fault)) => return tell(&fault.to_string()),
            Err(RecvTimeoutError::Timeout) if quiet => {
                tell(words::COPYING);
                told = true;
            }
            Err(RecvTimeoutError::Timeout) if copying => return tell(words::NOT_COPIED),
            Err(RecvTimeoutError::Disconnected) if told => return tell(words::COPIED_OFFICE),
            Err(_) => return,
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
            let report = lawful(backend, Report::Replied(ticket, Reply::Outcome(outcome)));
            warned(backend, Some(report))
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
        Outward::Alone => {
            // What is wrong is remembered, and told to whoever comes back.
            let _ = backend.alone();
            None
        }
        Outward::KeysTried(missing) => failed(backend.keep_missing_keys(missing)),
        Outward::KeepHabits(habits) => failed(backend.keep_habits(&habits)),
        Outward::SaveDraft(draft) => {
            let report = backend.save_draft(&draft).err().map(|fault| Report::Unsaved(draft, fault));
            warned(backend, report)
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

/// What is to be done about the office is told after what was asked for.
fn warned(backend: &mut dyn Backend, report: Option<Report>) -> Option<Report> {
    match backend.warning() {
        Some(text) => Some(Report::Warned(text, report.map(Box::new))),
        None => report,
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

    /// What is told of a desk whose end takes so long.
    fn end(takes: Duration, said: Vec<Closing>) -> Vec<String> {
        let (closes, closing) = channel();
        let desk = std::thread::spawn(move || {
            said.into_iter().for_each(|said| closes.send(said).unwrap());
            std::thread::sleep(takes);
        });
        let told = std::cell::RefCell::new(Vec::new());
        await_end(&closing, |text| told.borrow_mut().push(text.to_owned()));
        desk.join().unwrap();
        told.into_inner()
    }

    #[test]
    fn a_copy_that_takes_its_time_is_told_and_one_that_fails_too() {
        let (now, none) = (Duration::ZERO, Vec::<String>::new());
        assert_eq!(end(UNTOLD * 3, Vec::new()), none);
        assert_eq!(end(now, vec![Closing::Copying(COPY)]), none);
        assert_eq!(end(UNTOLD * 3, vec![Closing::Copying(COPY)]), [words::COPYING, words::COPIED_OFFICE]);
        let short = Closing::Copying(UNTOLD * 2);
        assert_eq!(end(UNTOLD * 4, vec![short]), [words::COPYING, words::NOT_COPIED]);
        let failed = || Closing::Failed(Fault::outside("Il disco delle copie è pieno."));
        assert_eq!(end(now, vec![Closing::Copying(COPY), failed()]), ["Il disco delle copie è pieno."]);
    }

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
