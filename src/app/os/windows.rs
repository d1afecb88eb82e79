//! Windows.

use super::Signal;
use crate::fault::{Fault, Result};

/// Every key comes to us as it is.
///
/// # Errors
/// When there is no console.
pub fn set_raw() -> std::io::Result<()> {
    crossterm::terminal::enable_raw_mode()
}

/// As it was before.
///
/// # Errors
/// When the console is gone.
pub fn set_back() -> std::io::Result<()> {
    crossterm::terminal::disable_raw_mode()
}

/// Can a screen be drawn here? Every console can.
pub fn can_draw() -> bool {
    true
}

/// What the terminal calls itself: the new one says so, the old console does
/// not.
pub fn terminal_name() -> String {
    let new = std::env::var_os("WT_SESSION").is_some();
    if new { "windows-terminal" } else { "console" }.to_owned()
}

/// No system signal pauses a program of the console.
pub fn pause() {}

/// What asks the program to close: Ctrl+Break, the closed window.
pub struct Signals {
    close: tokio::signal::windows::CtrlClose,
    pause: tokio::signal::windows::CtrlBreak,
}

impl Signals {
    /// Begins to listen.
    ///
    /// # Errors
    /// When the system does not let us.
    pub fn listen() -> Result<Self> {
        use tokio::signal::windows::{ctrl_break, ctrl_close};
        Ok(Self {
            close: ctrl_close().map_err(Fault::internal)?,
            pause: ctrl_break().map_err(Fault::internal)?,
        })
    }

    /// Waits until one comes.
    pub async fn next(&mut self) -> Signal {
        tokio::select! {
            _ = self.close.recv() => {}
            _ = self.pause.recv() => {}
        }
        Signal::Close
    }
}

/// Here a write that is too long is an error and nothing else.
pub fn outlive_limits() {}

/// Images of crashed programs are the system's own affair here.
pub fn keep_memory_private() {}
