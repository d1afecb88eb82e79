//! The ways into the desk: the office of the user, or one of invented people.

use std::path::PathBuf;
use std::time::Duration;

use super::backend::Backend;
use super::office::OfficeBackend;
use super::worker::Maker;
use super::{Setup, run};
use crate::clock::Clock;
use crate::desk::{Desk, opening};
use crate::fault::Result;
use crate::ui::look::Look;
use crate::ui::route::{Door, Route};
use crate::ui::screens;

/// How the screen goes.
pub struct Manner {
    /// The hour.
    pub clock: Clock,
    /// Styles and signs.
    pub look: Look,
    /// How long without a key before the desk is covered, zero for never;
    /// `None` for the usual ten minutes of a real office.
    pub lock_after: Option<Duration>,
}

/// An open office of invented people, and who works there.
pub struct Invented {
    /// Its folder.
    pub dir: PathBuf,
    /// Its desk.
    pub desk: Desk,
    /// The user name of who sits at it.
    pub username: String,
}

/// Opens the screen on the office in `dir`: the first run founds it, one of
/// invented people opens by itself, a real one asks who comes in (`username`
/// is proposed).
///
/// # Errors
/// A key file that cannot be read, and those of [`run`].
pub fn office(dir: PathBuf, username: Option<String>, manner: Manner) -> Result<()> {
    let clock = manner.clock;
    if !opening::is_founded(&dir)? {
        return begin(Door::FirstRun, closed(dir, clock), manner);
    }
    if opening::is_throwaway(&dir)? {
        return invented(
            move || {
                let (desk, username) = opening::open_throwaway(&dir, username.as_deref(), clock, 0)?;
                Ok(Invented { dir, desk, username })
            },
            manner,
        );
    }
    let proposed = match (username, opening::usernames(&dir)?.as_slice()) {
        (Some(username), _) => username,
        (None, [only]) => only.clone(),
        (None, _) => String::new(),
    };
    begin(Door::SignIn(proposed), closed(dir, clock), manner)
}

/// Opens the screen on an office of invented people, which `make` opens or
/// makes on the desk's own thread: the first frame does not wait for it.
///
/// # Errors
/// Those of `make` and of [`run`].
pub fn invented(make: impl FnOnce() -> Result<Invented> + Send + 'static, manner: Manner) -> Result<()> {
    let maker: Maker = Box::new(move || {
        let Invented { dir, desk, username } = make()?;
        Ok(Box::new(OfficeBackend::open_throwaway(dir, desk, &username)?) as Box<dyn Backend>)
    });
    begin(Door::Alone, maker, manner)
}

fn closed(dir: PathBuf, clock: Clock) -> Maker {
    Box::new(move || Ok(Box::new(OfficeBackend::closed(dir, clock)) as Box<dyn Backend>))
}

fn begin(door: Door, make: Maker, manner: Manner) -> Result<()> {
    let Manner { clock, look, lock_after } = manner;
    let first = Route::Login(door);
    run(Setup { first, opener: screens::open, clock, look, session: None, make, lock_after })
}
