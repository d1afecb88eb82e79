//! Names of keys and of the usual actions.

use crate::ui::action::Action;
use crate::ui::keys::Key;

/// Shift, as written before a key.
pub const SHIFT: &str = "Maiusc+";

/// A key as an Italian keyboard writes it.
#[must_use]
pub fn key_name(key: Key) -> String {
    match key {
        Key::F(number) => format!("F{number}"),
        Key::Char(' ') => "Spazio".to_owned(),
        Key::Char(letter) => letter.to_uppercase().to_string(),
        Key::Enter => "Invio".to_owned(),
        Key::Tab => "Tab".to_owned(),
        Key::Esc => "Esc".to_owned(),
        Key::Backspace => "Backspace".to_owned(),
        Key::Delete => "Canc".to_owned(),
        Key::Up => "Su".to_owned(),
        Key::Down => "Giù".to_owned(),
        Key::Left => "Sinistra".to_owned(),
        Key::Right => "Destra".to_owned(),
        Key::Home => "Inizio".to_owned(),
        Key::End => "Fine".to_owned(),
        Key::PageUp => "PgSu".to_owned(),
        Key::PageDown => "PgGiù".to_owned(),
        Key::Insert => "Ins".to_owned(),
    }
}

/// The usual word for an action.
#[must_use]
pub fn label(action: Action) -> &'static str {
    match action {
        Action::Help => "Aiuto",
        Action::Save => "Salva",
        Action::Exit => "Esci",
        Action::List => "Elenco",
        Action::Refresh => "Aggiorna",
        Action::New => "Nuovo",
        Action::Prev => "Prec",
        Action::Next => "Succ",
        Action::Print => "Stampa",
        Action::PrintWith => super::printing::WITH,
        Action::Actions => "Azioni",
        Action::View => "Vista",
        Action::Back => "Indietro",
        Action::Find => "Ricerca persona",
        Action::GoTo => "Vai a",
        Action::Lock => "Blocca lo schermo",
        Action::Quit => "Chiudi il programma",
        Action::Undo => "Annulla campo",
        Action::Redo => "Ripeti",
        Action::Duplicate => "Come record prec",
        Action::EraseEnd => "Cancella fino a fine",
        Action::Clear => "Svuota il campo",
        Action::Copy => "Copia il campo",
        Action::PasteHint => "Incolla",
        Action::Forward => "Campo succ",
        Action::Backward => "Campo prec",
        Action::Enter => "Apri",
        Action::Up => "Su",
        Action::Down => "Giù",
        Action::Left => "A sinistra",
        Action::Right => "A destra",
        Action::WordLeft => "Parola prec",
        Action::WordRight => "Parola succ",
        Action::Home => "Inizio",
        Action::End => "Fine",
        Action::PageUp => "Pagina prec",
        Action::PageDown => "Pagina succ",
        Action::Backspace => "Cancella a sinistra",
        Action::Delete => "Togli",
        Action::Letter(_) | Action::Do(_) => "",
    }
}
