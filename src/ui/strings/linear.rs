//! Words of the linear mode.

use crate::ui::form::spec::Kind;

/// `3 di 6: ROSSI MARIA`.
#[must_use]
pub fn item(place: usize, of: usize, text: &str) -> String {
    format!("{place} di {of}: {text}")
}

/// Rows that stand below the last one seen.
#[must_use]
pub fn more(rows: usize) -> String {
    if rows == 1 { "Altra 1 riga sotto".to_owned() } else { format!("Altre {rows} righe sotto") }
}

/// The window is too small.
#[must_use]
pub fn too_small(width: u16, height: u16, (w, h): (u16, u16)) -> String {
    format!("Finestra troppo piccola: {width}x{height}, servono {w}x{h}")
}

/// Which of the people open.
#[must_use]
pub fn person(place: &str, of: &str, who: &str) -> String {
    format!("Persona {place} di {of}: {who}")
}

/// The day of birth.
#[must_use]
pub fn born(day: &str) -> String {
    format!("nascita {day}")
}

/// What is filled in: label, kind, whether it must be.
#[must_use]
pub fn field(label: &str, kind: &str, need: bool, off: bool) -> String {
    let need = if need { ", obbligatorio" } else { "" };
    let off = if off { ", non attivo" } else { "" };
    format!("{label}, {kind}{need}{off}")
}

/// What kind of thing a field takes.
#[must_use]
pub fn kind(kind: &Kind) -> &'static str {
    match kind {
        Kind::Text { secret: true, .. } => "testo nascosto",
        Kind::Text { .. } => "testo",
        Kind::Area { .. } => "testo di più righe",
        Kind::Date { .. } => "data",
        Kind::Time => "ora",
        Kind::Number => "numero",
        Kind::Money => "euro",
        Kind::Tick => "casella",
        Kind::Choice { .. } => "scelta",
        Kind::Several { .. } => "più scelte",
        Kind::Lookup { .. } => "elenco",
    }
}

/// A choice that shows what there is to choose.
#[must_use]
pub fn among(items: &str) -> String {
    format!("scelta fra {items}")
}

/// As many as hold of what there is.
#[must_use]
pub fn some_of(items: &str) -> String {
    format!("più scelte fra {items}")
}

/// A tick that is on.
pub const YES: &str = "sì";
/// And one that is not.
pub const NO: &str = "no";
/// The hint of the field with the focus.
pub const HOW: &str = "Come";

/// A page of a form.
#[must_use]
pub fn page(number: usize, of: usize, title: &str) -> String {
    format!("Pagina {number} di {of}: {title}")
}

/// A sheet of a screen.
#[must_use]
pub fn sheet(number: usize, of: usize, title: &str) -> String {
    format!("Scheda {number} di {of}: {title}")
}

/// All the sheets of a screen.
pub const SHEETS: &str = "Schede";
/// The headings of a table.
pub const COLUMNS: &str = "Colonne";
/// The day chosen in the calendar.
pub const DAY: &str = "Giorno scelto";
/// It is today.
pub const TODAY: &str = "oggi";
/// The line of an answer.
pub const ANSWER: &str = "Risposta, testo, obbligatorio";
/// Days of the week in full, Monday first.
pub const WEEKDAYS: [&str; 7] =
    ["lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"];
