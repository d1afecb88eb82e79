//! `sportello` alone: the desk on the screen.

use std::io::{self, IsTerminal};

use super::args::Global;
use crate::app::entrance::{self, Invented, Manner};
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
    let manner = Manner { clock: clock(global), look: look(global)?, lock_after: global.lock_after };
    entrance::office(dir, global.user.clone(), manner)?;
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
    entrance::invented(make, Manner { clock, look: look(global)?, lock_after: global.lock_after })?;
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
        theme: Theme::choose(global.theme, no_color.as_deref()),
        glyphs: if global.ascii || !locale_has_lines() { glyphs::ASCII } else { glyphs::WGL4 },
        linear: global.semplice,
        ..Look::default()
    })
}

/// Does the locale name no character set but UTF-8? `it_IT.ISO-8859-1` says
/// that lines and corners would come out as something else; a locale that
/// names none says nothing about the terminal.
fn locale_has_lines() -> bool {
    let set = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(set);
    locale.is_none_or(|locale| names_utf8(&locale))
}

fn names_utf8(locale: &str) -> bool {
    let set = locale.split_once('.').map(|(_, set)| set.to_lowercase());
    set.is_none_or(|set| set.starts_with("utf8") || set.starts_with("utf-8"))
}

#[cfg(test)]
mod tests {
    use super::names_utf8;

    #[test]
    fn only_another_character_set_gives_up_the_lines() {
        for locale in ["it_IT.UTF-8", "it_IT.utf8", "C.UTF-8", "C", "it_IT", "it_IT.UTF-8@euro"] {
            assert!(names_utf8(locale), "{locale}");
        }
        for locale in ["it_IT.ISO-8859-1", "it_IT.iso885915@euro", "ru_RU.KOI8-R"] {
            assert!(!names_utf8(locale), "{locale}");
        }
    }
}
