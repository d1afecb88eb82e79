//! What differs from one operating system to another, all but how keys are
//! read: that stands in [`super::input`].

#[cfg(unix)]
mod unix;
#[cfg(windows)]
mod windows;

#[cfg(unix)]
pub use unix::{
    Signals, can_draw, keep_memory_private, outlive_limits, pause, set_back, set_raw, terminal_name,
};
#[cfg(windows)]
pub use windows::{
    Signals, can_draw, keep_memory_private, outlive_limits, pause, set_back, set_raw, terminal_name,
};

/// What the system tells the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signal {
    /// Close in good order.
    Close,
    /// The window has a new size.
    #[cfg_attr(windows, expect(dead_code, reason = "the console tells it among the keys"))]
    Resize,
    /// Give the terminal back and stop until told to go on.
    #[cfg_attr(windows, expect(dead_code, reason = "Windows has no such thing"))]
    Pause,
    /// It went on: somebody else had the terminal meanwhile.
    #[cfg_attr(windows, expect(dead_code, reason = "Windows has no such thing"))]
    GoOn,
}
