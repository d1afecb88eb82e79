//! Linux and its relatives.

use std::sync::Arc;

use tokio::signal::unix::{self, SignalKind, signal};

use super::Signal;
use crate::fault::{Fault, Result};

/// What asks the program to close (termination, interrupt, hang-up), and the
/// new size of the window: the reader hears of that too, but not while a
/// broken key sequence waits for its end.
pub struct Signals {
    all: [unix::Signal; 4],
}

impl Signals {
    /// Begins to listen.
    ///
    /// # Errors
    /// When the system does not let us.
    pub fn listen() -> Result<Self> {
        let on = |kind| signal(kind).map_err(Fault::internal);
        let (terminate, interrupt) = (on(SignalKind::terminate())?, on(SignalKind::interrupt())?);
        let (hangup, window) = (on(SignalKind::hangup())?, on(SignalKind::window_change())?);
        Ok(Self { all: [terminate, interrupt, hangup, window] })
    }

    /// Waits until one comes.
    pub async fn next(&mut self) -> Signal {
        let [terminate, interrupt, hangup, window] = &mut self.all;
        tokio::select! {
            _ = terminate.recv() => Signal::Close,
            _ = interrupt.recv() => Signal::Close,
            _ = hangup.recv() => Signal::Close,
            _ = window.recv() => Signal::Resize,
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
