//! What differs from one operating system to another, all but how keys are
//! read: that stands in [`super::input`].

#[cfg(unix)]
mod unix;
#[cfg(windows)]
mod windows;

#[cfg(unix)]
pub use unix::{Signals, outlive_limits};
#[cfg(windows)]
pub use windows::{Signals, outlive_limits};

/// What the system tells the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signal {
    /// Close in good order.
    Close,
    /// The window has a new size.
    #[cfg_attr(windows, expect(dead_code, reason = "the console tells it among the keys"))]
    Resize,
}
