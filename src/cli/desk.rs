//! `sportello` alone: the desk on the screen.

use std::io::{self, IsTerminal};
use std::path::PathBuf;

use super::args::Global;
use super::office::Session;
use crate::app::backend::Backend;
use crate::app::office::OfficeBackend;
use crate::app::{self, Setup};
use crate::clock::Clock;
use crate::desk::opening;
use crate::fault::{Fault, Result};
use crate::store;
use crate::ui::glyphs;
use crate::ui::look::Look;
use crate::ui::route::{Door, Route};
use crate::ui::screens;
use crate::ui::theme::Theme;

/// Opens the user's office and the desk on it: one of invented people signs
/// in by itself, a real one asks who comes in, none asks to be founded.
///
/// # Errors
/// As [`Global::open`], and those of the screen.
pub fn run(global: &Global) -> Result<u8> {
    let dir = global.dir()?;
    let keys = dir.join(store::keys::KEYS_FILE).exists();
    if keys && opening::is_throwaway(&dir)? {
        return open(dir, global.open()?, global);
    }
    if global.now.is_some() {
        return Err(super::office::own_time());
    }
    let door = match (keys, dir.join(store::DATA_FILE).exists()) {
        (true, _) => Door::SignIn,
        (false, false) => Door::FirstRun,
        (false, true) => {
            return Err(Fault::office("Accanto al file dell'ufficio manca quello delle chiavi.")
                .hint("Rimettere office.keys dall'ultima copia di sicurezza."));
        }
    };
    let backend = OfficeBackend::closed(dir, Clock::System);
    show(Route::Login(door), backend, None, Clock::System, global)
}

/// The desk on an office of invented people that is open already. The hour
/// goes on from where `--now` sets it.
///
/// # Errors
/// Those of the screen.
pub fn open(dir: PathBuf, session: Session, global: &Global) -> Result<u8> {
    let clock = session.desk.clock();
    let mut backend = OfficeBackend::open_throwaway(dir, session.desk, &session.by)?;
    let who = backend.session()?;
    show(Route::Menu, backend, Some(who), clock, global)
}

/// The one place where the command line hands over to the screen.
fn show(
    first: Route,
    backend: OfficeBackend,
    session: Option<crate::ui::screen::Session>,
    clock: Clock,
    global: &Global,
) -> Result<u8> {
    if !(io::stdin().is_terminal() && io::stdout().is_terminal()) {
        return Err(Fault::usage("Lo sportello vuole un terminale.")
            .hint("Aprirlo in una finestra di terminale, senza deviare ingresso o uscita."));
    }
    let no_color = std::env::var("NO_COLOR").ok();
    let look = Look {
        theme: Theme::choose(global.theme.unwrap_or_default(), no_color.as_deref()),
        glyphs: if global.ascii { glyphs::ASCII } else { glyphs::WGL4 },
    };
    let make = Box::new(move || Ok(Box::new(backend) as Box<dyn Backend>));
    app::run(Setup { first, opener: screens::open, clock, look, session, make })?;
    Ok(super::DONE)
}
