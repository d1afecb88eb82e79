//! Linux and its relatives.

use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rustix::stdio::stdin;
use rustix::termios::{InputModes, LocalModes, OptionalActions, OutputModes, Termios, tcgetattr, tcsetattr};
use signal_hook::consts::SIGTSTP;
use signal_hook::low_level::emulate_default_handler;
use tokio::signal::unix::{self, SignalKind, signal};

use super::Signal;
use crate::fault::{Fault, Result};

/// How the terminal was set before we took it.
static BEFORE: Mutex<Option<Termios>> = Mutex::new(None);

fn before() -> MutexGuard<'static, Option<Termios>> {
    BEFORE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Every key comes to us as it is. May be called again when another program
/// has set the terminal meanwhile.
///
/// # Errors
/// When there is no terminal.
pub fn set_raw() -> io::Result<()> {
    let mut before = before();
    let known = match before.take() {
        Some(known) => known,
        None => usable(tcgetattr(stdin())?),
    };
    let mut raw = known.clone();
    raw.make_raw();
    *before = Some(known);
    Ok(tcsetattr(stdin(), OptionalActions::Now, &raw)?)
}

/// As it was before.
///
/// # Errors
/// When the terminal is gone.
pub fn set_back() -> io::Result<()> {
    match before().as_ref() {
        Some(known) => Ok(tcsetattr(stdin(), OptionalActions::Now, known)?),
        None => Ok(()),
    }
}

/// A program that was killed, we for instance, leaves the terminal raw: what
/// we give back then is one that shows what is typed.
fn usable(mut found: Termios) -> Termios {
    if !found.local_modes.intersects(LocalModes::ICANON | LocalModes::ECHO | LocalModes::ISIG) {
        found.input_modes |= InputModes::BRKINT | InputModes::ICRNL | InputModes::IXON;
        found.output_modes |= OutputModes::OPOST | OutputModes::ONLCR;
        found.local_modes |= LocalModes::ICANON
            | LocalModes::ISIG
            | LocalModes::IEXTEN
            | LocalModes::ECHO
            | LocalModes::ECHOE
            | LocalModes::ECHOK;
    }
    found
}

/// Can a screen be drawn on this terminal? The shells inside editors cannot
/// move the cursor, and say so.
pub fn can_draw() -> bool {
    std::env::var_os("TERM").is_none_or(|name| name != "dumb")
}

/// What the terminal calls itself.
pub fn terminal_name() -> String {
    std::env::var("TERM").unwrap_or_default()
}

/// Stops, as the system asked, until the system says to go on.
pub fn pause() {
    // It fails for a number that is no signal.
    let _ = emulate_default_handler(SIGTSTP);
}

/// What asks the program to close (termination, interrupt, quit, hang-up), to
/// pause and to go on, and the new size of the window.
pub struct Signals {
    close: [unix::Signal; 4],
    pause: unix::Signal,
    go_on: unix::Signal,
    window: unix::Signal,
}

impl Signals {
    /// Begins to listen.
    ///
    /// # Errors
    /// When the system does not let us.
    pub fn listen() -> Result<Self> {
        let on = |kind| signal(kind).map_err(Fault::internal);
        Ok(Self {
            close: [
                on(SignalKind::terminate())?,
                on(SignalKind::interrupt())?,
                on(SignalKind::quit())?,
                on(SignalKind::hangup())?,
            ],
            pause: on(SignalKind::from_raw(SIGTSTP))?,
            go_on: on(SignalKind::from_raw(signal_hook::consts::SIGCONT))?,
            window: on(SignalKind::window_change())?,
        })
    }

    /// Waits until one comes.
    pub async fn next(&mut self) -> Signal {
        let [terminate, interrupt, quit, hangup] = &mut self.close;
        tokio::select! {
            _ = terminate.recv() => Signal::Close,
            _ = interrupt.recv() => Signal::Close,
            _ = quit.recv() => Signal::Close,
            _ = hangup.recv() => Signal::Close,
            _ = self.pause.recv() => Signal::Pause,
            _ = self.go_on.recv() => Signal::GoOn,
            _ = self.window.recv() => Signal::Resize,
        }
    }
}

/// A user who may write files only up to a size gets an error from the write
/// that is too long, as on a full disk; unheard, the signal that comes first
/// would end the program.
pub fn outlive_limits() {
    // Not given, the program is as good as before.
    let _ = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, Arc::default());
}

/// What the program has in memory stays there: a crash leaves no image of it
/// on the disk, and no other program of the same user looks into it.
pub fn keep_memory_private() {
    use rustix::process::{Resource, Rlimit, setrlimit};
    // Not given, the program is as good as before.
    let _ = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) });
    #[cfg(target_os = "linux")]
    let _ = rustix::process::set_dumpable_behavior(rustix::process::DumpableBehavior::NotDumpable);
}
