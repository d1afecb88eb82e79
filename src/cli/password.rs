//! The password: from a file named in the environment, or from the terminal
//! without echo. Never an argument: those are seen by every other program.

use std::ffi::OsString;
use std::fs::File;
use std::io::{self, IsTerminal, Read, Write};
use std::path::Path;

use crossterm::event::{self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use crossterm::terminal;
use zeroize::Zeroizing;

use super::out::tell;
use crate::fault::{Fault, Result};

/// The longest password read from a file, in bytes.
const LONGEST: usize = 1024;

/// A password, wiped from memory when dropped.
pub type Password = Zeroizing<String>;

/// The password of an operator.
///
/// # Errors
/// The file cannot be read; there is no terminal to ask on; the person gave up.
pub fn of(username: &str) -> Result<Password> {
    match named_by("SPORTELLO_PASSWORD_FILE") {
        Some(path) => from_file(Path::new(&path)),
        None => ask(&format!("Password di {username}: ")),
    }
}

/// A new password for an operator: from the file named by
/// `SPORTELLO_NEW_PASSWORD_FILE`, or asked twice.
///
/// # Errors
/// As [`of`]; the two were not the same.
pub fn new_of(username: &str) -> Result<Password> {
    if let Some(path) = named_by("SPORTELLO_NEW_PASSWORD_FILE") {
        return from_file(Path::new(&path));
    }
    let first = ask(&format!("Password nuova di {username}: "))?;
    let again = ask("Di nuovo: ")?;
    if first == again {
        return Ok(first);
    }
    Err(Fault::usage("Le due password non sono uguali.").hint("Riprovare; niente è cambiato."))
}

/// The recovery key as typed: from the file named by
/// `SPORTELLO_RECOVERY_FILE`, or asked.
///
/// # Errors
/// As [`of`].
pub fn recovery() -> Result<Password> {
    match named_by("SPORTELLO_RECOVERY_FILE") {
        Some(path) => from_file(Path::new(&path)),
        None => ask("Chiave di recupero (otto gruppi): "),
    }
}

fn named_by(variable: &str) -> Option<OsString> {
    std::env::var_os(variable).filter(|path| !path.is_empty())
}

/// The first line of a file. One that others may read is used, and said.
fn from_file(path: &Path) -> Result<Password> {
    let mut bytes = Zeroizing::new(Vec::with_capacity(LONGEST + 1));
    let read = File::open(path).and_then(|file| {
        warn_if_open(&file);
        file.take(LONGEST as u64 + 1).read_to_end(&mut bytes)
    });
    read.map_err(|e| unusable("non si legge").cause(e))?;
    let line = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    if line.len() > LONGEST {
        return Err(unusable("non è di una password: la prima riga è troppo lunga"));
    }
    let text = std::str::from_utf8(line).map_err(|e| unusable("non è un testo UTF-8").cause(e))?;
    let text = text.strip_suffix('\r').unwrap_or(text);
    // Editors of other systems begin a text with a mark.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.is_empty() {
        return Err(unusable("è vuoto"));
    }
    Ok(Zeroizing::new(text.to_owned()))
}

fn unusable(why: &str) -> Fault {
    Fault::usage(format!("Il file della password {why}."))
        .hint("Controllare SPORTELLO_PASSWORD_FILE e i permessi del file: la password è nella prima riga.")
}

/// A password that others can read is everybody's.
#[cfg(unix)]
fn warn_if_open(file: &File) {
    use std::os::unix::fs::PermissionsExt;
    if file.metadata().is_ok_and(|about| about.is_file() && about.permissions().mode() & 0o077 != 0) {
        tell("Attenzione: il file della password può essere letto da altri utenti di questo computer.");
    }
}

#[cfg(not(unix))]
fn warn_if_open(_: &File) {}

/// Asks on the terminal; nothing of what is typed is shown.
///
/// # Errors
/// There is no terminal; the person gave up (Esc, Ctrl+C, Ctrl+D).
pub fn ask(prompt: &str) -> Result<Password> {
    let mut screen = io::stderr();
    if !screen.is_terminal() {
        return Err(Fault::usage("Serve la password e non c'è un terminale a cui chiederla.")
            .hint("Metterla nella prima riga di un file indicato da SPORTELLO_PASSWORD_FILE."));
    }
    let broken = |e: io::Error| Fault::outside("Il terminale non risponde.").cause(e);
    let raw = Raw::enter().map_err(broken)?;
    write!(screen, "{prompt}").and_then(|()| screen.flush()).map_err(broken)?;
    let mut typed = Zeroizing::new(String::with_capacity(128));
    let done = loop {
        match event::read().map_err(broken)? {
            Event::Key(key) if key.kind != KeyEventKind::Release => match press(key, &mut typed) {
                Press::More => {}
                Press::Enter => break true,
                Press::GiveUp => break false,
            },
            Event::Paste(text) => typed.push_str(Zeroizing::new(text).trim_end_matches(['\r', '\n'])),
            _ => {}
        }
    };
    drop(raw);
    // The line ends on the terminal too; nobody to tell if it is closed.
    let _ = writeln!(screen);
    if done { Ok(typed) } else { Err(Fault::usage("Accesso lasciato: nessuna password.")) }
}

/// What a key did to a password being typed.
#[derive(Debug, PartialEq, Eq)]
enum Press {
    More,
    Enter,
    GiveUp,
}

fn press(key: KeyEvent, typed: &mut String) -> Press {
    let control = key.modifiers.contains(KeyModifiers::CONTROL);
    // AltGr comes as Control and Alt together and makes characters.
    let command = control && !key.modifiers.contains(KeyModifiers::ALT);
    match key.code {
        KeyCode::Enter => return Press::Enter,
        KeyCode::Esc => return Press::GiveUp,
        KeyCode::Char('c' | 'd') if command => return Press::GiveUp,
        KeyCode::Char('j' | 'm') if command => return Press::Enter,
        KeyCode::Char('u') if command => typed.clear(),
        KeyCode::Char('h') if command => _ = typed.pop(),
        KeyCode::Backspace => _ = typed.pop(),
        KeyCode::Char(c) if !command => typed.push(c),
        _ => {}
    }
    Press::More
}

/// The terminal without echo, until dropped.
struct Raw;

impl Raw {
    fn enter() -> io::Result<Self> {
        terminal::enable_raw_mode().map(|()| Self)
    }
}

impl Drop for Raw {
    fn drop(&mut self) {
        // Nothing more can be done for a terminal that does not answer.
        let _ = terminal::disable_raw_mode();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_make_a_password() {
        let mut typed = String::new();
        let plain = |c| KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE);
        for c in ['x', 'à', 'b'] {
            assert_eq!(press(plain(c), &mut typed), Press::More);
        }
        press(KeyEvent::new(KeyCode::Backspace, KeyModifiers::NONE), &mut typed);
        let alt_gr = KeyModifiers::CONTROL | KeyModifiers::ALT;
        press(KeyEvent::new(KeyCode::Char('@'), alt_gr), &mut typed);
        assert_eq!(typed, "xà@");
        press(KeyEvent::new(KeyCode::Char('u'), KeyModifiers::CONTROL), &mut typed);
        assert_eq!(typed, "");
        assert_eq!(
            press(KeyEvent::new(KeyCode::Char('c'), KeyModifiers::CONTROL), &mut typed),
            Press::GiveUp
        );
        assert_eq!(press(KeyEvent::new(KeyCode::Enter, KeyModifiers::NONE), &mut typed), Press::Enter);
    }

    #[test]
    fn a_file_gives_its_first_line() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("password");
        std::fs::write(&path, "pàss word \r\naltro\n").unwrap();
        assert_eq!(*from_file(&path).unwrap(), "pàss word ");
        assert_eq!(from_file(&dir.path().join("no")).unwrap_err().exit_code(), 2);
    }
}
