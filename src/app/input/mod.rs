//! What the terminal sends becomes [`Input`]s once, here.
//!
//! [`Input`]: crate::ui::keys::Input

mod burst;
#[cfg(windows)]
mod console;
#[cfg(any(windows, test))]
mod keyboard;
#[cfg(unix)]
mod parser;
#[cfg(unix)]
mod sequences;
#[cfg(unix)]
mod tty;

#[cfg(windows)]
pub use console::start;
#[cfg(unix)]
pub use tty::start;
