//! Linux and its relatives.

use crate::fault::{Fault, Result};

/// Pastes come bracketed, never as keys.
pub const PASTES_AS_KEYS: bool = false;
/// Terminals tell presses only.
pub const TELLS_RELEASES: bool = false;

/// What asks the program to close: hang-up, interrupt, termination.
pub struct Signals {
    all: [tokio::signal::unix::Signal; 3],
}

impl Signals {
    /// Begins to listen.
    ///
    /// # Errors
    /// When the system does not let us.
    pub fn listen() -> Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        let on = |kind| signal(kind).map_err(Fault::internal);
        Ok(Self {
            all: [on(SignalKind::terminate())?, on(SignalKind::interrupt())?, on(SignalKind::hangup())?],
        })
    }

    /// Waits until one comes.
    pub async fn close(&mut self) {
        let [terminate, interrupt, hangup] = &mut self.all;
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
            _ = hangup.recv() => {}
        }
    }
}
