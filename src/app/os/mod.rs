//! What differs from one operating system to another, all of it.

#[cfg(unix)]
mod unix;
#[cfg(windows)]
mod windows;

#[cfg(unix)]
pub use unix::{PASTES_AS_KEYS, Signals, TELLS_RELEASES};
#[cfg(windows)]
pub use windows::{PASTES_AS_KEYS, Signals, TELLS_RELEASES};
