//! The loop, the threads, the terminal.
//!
//! ```text
//! reader thread ──Input──► [ loop ] ◄──Report── worker thread (the desk)
//!                             │    ◄──Report── job threads
//!                             │    ◄── minute, signals
//!                             ▼
//!            shell: take all that is ready, then draw once if dirty
//! ```
//!
//! Nothing on the main thread does input or output except drawing.

pub mod backend;
mod defect;
pub mod entrance;
mod input;
mod jobs;
pub mod keys;
pub mod office;
mod os;
pub mod shell;
mod terminal;
pub mod testing;
pub mod worker;

use std::collections::VecDeque;
use std::io::Write;
use std::time::Duration;

use chrono::NaiveDateTime;
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};
use tokio::time::{Instant, sleep_until};

use crate::clock::Clock;
use crate::fault::{Fault, Result};
use crate::ui::effect::Reply;
use crate::ui::keys::Input;
use crate::ui::look::Look;
use crate::ui::route::Route;
use crate::ui::screen::Session;
use crate::ui::strings::printing::left_behind;
use os::{Signal, Signals};
pub use os::{keep_memory_private, outlive_limits};
use shell::{Opener, Outward, Shell, Ticket};
use worker::{Maker, Report, Worker};

/// How long typed text may stay in memory only. Two seconds are promised.
const DRAFT_AFTER: Duration = Duration::from_millis(1200);
/// What a search rests before it leaves its audit line.
const REST: Duration = Duration::from_secs(2);
/// Inputs taken before a frame is drawn all the same.
const AT_ONCE: usize = 10_000;

/// What the program starts with.
pub struct Setup {
    /// The first screen.
    pub first: Route,
    /// Makes screens.
    pub opener: Opener,
    /// The hour.
    pub clock: Clock,
    /// Styles and signs.
    pub look: Look,
    /// Who is already signed in (the demo office).
    pub session: Option<Session>,
    /// Opens the desk, on its own thread.
    pub make: Maker,
    /// So long without a key, and the desk is covered, as the command line
    /// asks ([`Shell::covered_after`]).
    pub lock_after: Option<Duration>,
}

/// Runs the screen until the operator closes it, a signal comes or the
/// terminal goes away. The terminal is given back in any case.
///
/// # Errors
/// No terminal, or an office that cannot be opened.
pub fn run(setup: Setup) -> Result<()> {
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(Fault::internal)?;
    let mut all = {
        let _inside = runtime.enter();
        Loop::start(setup)?
    };
    let ended = defect::guarded(|| runtime.block_on(all.go()));
    all.close();
    ended?
}

struct Loop {
    signals: Signals,
    shell: Shell,
    screen: terminal::Screen,
    worker: Worker,
    inputs: UnboundedReceiver<Input>,
    reports: UnboundedReceiver<Report>,
    jobs: jobs::Jobs,
    clock: Clock,
    /// What is told after a rest, and when.
    rests: VecDeque<(Instant, Ticket)>,
    /// When the drafts are saved, while something is in none.
    drafts_at: Option<Instant>,
    /// As in [`Setup`].
    lock_after: Option<Duration>,
    /// The last key: for the timer, and by the clock on the wall, which goes
    /// on while the computer sleeps.
    touched: (Instant, NaiveDateTime),
}

impl Loop {
    fn start(setup: Setup) -> Result<Self> {
        let (to_inputs, inputs) = unbounded_channel();
        let (to_reports, reports) = unbounded_channel();
        let screen = terminal::Screen::take()?;
        let shell = match setup.session {
            Some(session) => Shell::signed_in(setup.first, setup.opener, setup.clock, setup.look, session),
            None => Shell::new(setup.first, setup.opener, setup.clock, setup.look),
        };
        let worker = Worker::start(setup.make, to_reports.clone())?;
        input::start(to_inputs, &to_reports)?;
        Ok(Self {
            signals: Signals::listen()?,
            shell,
            screen,
            worker,
            inputs,
            reports,
            jobs: jobs::Jobs::new(to_reports),
            clock: setup.clock,
            rests: VecDeque::new(),
            drafts_at: None,
            lock_after: setup.lock_after,
            touched: (Instant::now(), setup.clock.now()),
        })
    }

    /// Until the end. A terminal that can no longer be drawn on is gone: that
    /// is a way of closing like any other.
    async fn go(&mut self) -> Result<()> {
        self.screen.draw(&mut self.shell)?;
        loop {
            if self.shell.dirty() && self.screen.draw(&mut self.shell).is_err() {
                return Ok(());
            }
            if !self.step().await? {
                return Ok(());
            }
        }
    }

    /// Saves what is typed and gives the terminal back, however it ended.
    fn close(mut self) {
        // A shell that stopped halfway may stop again: worth the try.
        let _ = defect::guarded(|| {
            self.shell.save_drafts();
            self.send_out();
        });
        drop(self.screen);
        self.worker.finish(tell);
        let left = self.jobs.finish();
        if !left.is_empty() {
            tell(&left_behind(&left.join(", ")));
        }
    }

    /// Waits for one thing, then takes all that is ready; false at the end.
    async fn step(&mut self) -> Result<bool> {
        // After the first frame: the screen is there before any answer.
        if !self.send_out() {
            return Ok(false);
        }
        if !self.shell.drafts_due() {
            self.drafts_at = None;
        } else if self.drafts_at.is_none() {
            self.drafts_at = Some(Instant::now() + DRAFT_AFTER);
        }
        let drafts_at = self.drafts_at;
        let rest_at = self.rests.front().map(|(at, _)| *at);
        let minute = self.next_minute();
        let lock_at = self.lock_at();
        tokio::select! {
            biased;
            input = self.inputs.recv() => match input {
                Some(input) => self.take(input),
                None => {
                    // Nothing to read any more; the reader may say why.
                    while let Ok(report) = self.reports.try_recv() {
                        report.tell(&mut self.shell)?;
                    }
                    return Ok(false);
                }
            },
            Some(report) = self.reports.recv() => report.tell(&mut self.shell)?,
            signal = self.signals.next() => match signal {
                Signal::Close => return Ok(false),
                Signal::Resize => self.take(Input::Resize),
                Signal::Pause => self.pause()?,
                Signal::GoOn => {
                    self.screen.retake()?;
                    self.take(Input::Resize);
                }
            },
            () = until(drafts_at) => {
                self.drafts_at = None;
                self.shell.save_drafts();
            }
            () = until(rest_at) => {
                if let Some((_, ticket)) = self.rests.pop_front() {
                    self.shell.replied(ticket, Reply::Rested);
                }
            }
            () = until(lock_at) => {
                self.shell.lock();
                self.worker.send(Outward::Alone);
            }
            () = sleep_until(minute) => {
                if self.slept() {
                    self.shell.lock();
                }
                self.shell.minute();
            }
        }
        for _ in 0..AT_ONCE {
            if let Ok(input) = self.inputs.try_recv() {
                self.take(input);
            } else if let Ok(report) = self.reports.try_recv() {
                report.tell(&mut self.shell)?;
            } else {
                break;
            }
        }
        Ok(true)
    }

    /// Whoever goes on may be long in coming: what is typed is saved first.
    fn pause(&mut self) -> Result<()> {
        self.shell.save_drafts();
        self.send_out();
        self.screen.pause()?;
        self.take(Input::Resize);
        Ok(())
    }

    fn take(&mut self, input: Input) {
        if let Input::Paste(text) = &input {
            defect::on_purpose("loop", text);
        }
        if matches!(input, Input::Resize | Input::Focus) {
            self.screen.redraw();
        } else {
            self.touched = (Instant::now(), self.clock.now());
        }
        self.shell.input(input);
    }

    /// When the desk is covered if no key comes: one timer, set again by each
    /// key; none where there is nothing to cover.
    fn lock_at(&self) -> Option<Instant> {
        Some(self.touched.0 + self.shell.covered_after(self.lock_after)?)
    }

    /// The computer was asleep for longer than the desk may be left alone.
    fn slept(&self) -> bool {
        let away = (self.clock.now() - self.touched.1).to_std().unwrap_or_default();
        self.shell.covered_after(self.lock_after).is_some_and(|after| away >= after)
    }

    /// Carries out what the shell wants; false when it wants to end.
    fn send_out(&mut self) -> bool {
        let mut going = true;
        for request in self.shell.take_outward() {
            match request {
                Outward::Quit => going = false,
                // A rest that was asked for again goes by unheard.
                Outward::Rest(ticket) => self.rests.push_back((Instant::now() + REST, ticket)),
                Outward::Copy(text) => self.screen.copy(&text),
                Outward::Start { ticket, job } => self.jobs.start(ticket, job),
                other => self.worker.send(other),
            }
        }
        going
    }

    fn next_minute(&self) -> Instant {
        use chrono::Timelike;
        let past = u64::from(self.clock.now().second());
        Instant::now() + Duration::from_secs(60 - past.min(59))
    }
}

/// After the terminal was given back. One that is gone leaves nobody to tell.
fn tell(sentence: &str) {
    let _ = writeln!(std::io::stderr(), "{sentence}");
}

async fn until(at: Option<Instant>) {
    match at {
        Some(at) => sleep_until(at).await,
        None => std::future::pending().await,
    }
}
