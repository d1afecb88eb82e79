//! `sportello` alone: the desk on the screen.

use std::io::{self, IsTerminal};

use super::args::Global;
use crate::app::entrance::{self, Invented};
use crate::clock::Clock;
use crate::desk::opening;
use crate::fault::{Fault, Result};
use crate::ui::glyphs;
use crate::ui::look::Look;
use crate::ui::theme::Theme;

/// Opens the user's office and the desk on it: one of invented people signs
/// in by itself, a real one asks who comes in, none asks to be founded.
///
/// # Errors
/// `--now` in a real office, a key file that is missing or cannot be read,
/// and those of the screen.
pub fn run(global: &Global) -> Result<u8> {
    let dir = global.dir()?;
    let keys = opening::is_founded(&dir)?;
    if global.now.is_some() && !(keys && opening::is_throwaway(&dir)?) {
        return Err(super::office::own_time());
    }
    entrance::office(dir, global.user.clone(), clock(global), look(global)?)?;
    Ok(super::DONE)
}

/// The desk on an office of invented people that `make` makes while the
/// first frame is on the screen already.
///
/// # Errors
/// Those of `make` and of the screen.
pub fn open(
    make: impl FnOnce() -> Result<Invented> + Send + 'static,
    clock: Clock,
    global: &Global,
) -> Result<u8> {
    entrance::invented(make, clock, look(global)?)?;
    Ok(super::DONE)
}

/// The hour of the screen goes on from where `--now` sets it.
fn clock(global: &Global) -> Clock {
    global.now.map_or(Clock::System, Clock::running)
}

/// How the screen looks: what was asked for, unless no colour is wanted.
///
/// # Errors
/// There is no terminal.
fn look(global: &Global) -> Result<Look> {
    if !(io::stdin().is_terminal() && io::stdout().is_terminal()) {
        return Err(Fault::usage("Lo sportello vuole un terminale.")
            .hint("Aprirlo in una finestra di terminale, senza deviare ingresso o uscita."));
    }
    let no_color = std::env::var("NO_COLOR").ok();
    Ok(Look {
        theme: Theme::choose(global.theme.unwrap_or_default(), no_color.as_deref()),
        glyphs: if global.ascii { glyphs::ASCII } else { glyphs::WGL4 },
        linear: global.semplice,
    })
}
