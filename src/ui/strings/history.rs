//! Words of PE05, the history of a person.

use chrono::{NaiveDate, NaiveDateTime};

/// Title of the screen.
pub const TITLE: &str = "Storia della persona";
/// Columns: when, who, what, which records.
pub const COLUMNS: [&str; 4] = ["Quando", "Chi", "Che cosa", "Schede"];
/// No save at all, or none that fits.
pub const EMPTY: &str = "Nessun salvataggio.";
/// Nothing in a field.
pub const NOTHING: &str = "vuoto";
/// Undone since.
pub const UNDONE: &str = "annullato";
/// U.
pub const UNDO: &str = "Annulla il salvataggio";
/// Enter.
pub const AS_IT_STOOD: &str = "Com'era";
/// R, O, G: filters by the row under the pointer.
pub const ONLY_RECORD: &str = "Solo questa scheda";
/// The same, by who.
pub const ONLY_OPERATOR: &str = "Solo questo operatore";
/// The same, by day.
pub const ONLY_DAY: &str = "Solo questo giorno";
/// R again.
pub const ALL_RECORDS: &str = "Tutte le schede";
/// O again.
pub const ALL_OPERATORS: &str = "Tutti gli operatori";
/// G again.
pub const ALL_DAYS: &str = "Tutti i giorni";
/// Filters off.
pub const ALL: &str = "Tutto";
/// Down through what is told of a save.
pub const READ: &str = "Legge i campi";
/// Back to the list.
pub const LIST: &str = "Elenco";
/// Nothing of one's own to undo.
pub const NONE_TO_UNDO: &str = "Non c'è un salvataggio proprio da annullare su questa scheda.";
/// Hidden until somebody says why.
pub const HIDDEN: &str = "riservato (F10 > mostra)";
/// What a save without fields to tell did.
pub const NO_FIELDS: &str = "Nessun campo da mostrare.";
/// The save undid another.
pub const UNDOES: &str = "annulla";

/// Yes or no.
#[must_use]
pub fn yes_no(yes: bool) -> &'static str {
    if yes { "sì" } else { "no" }
}

/// How far back it goes, when not to the beginning.
#[must_use]
pub fn begins(at: Option<NaiveDateTime>) -> String {
    match at {
        Some(at) => format!("La storia comincia il {}: di prima non si sa.", moment(at)),
        None => "La storia non è ancora cominciata.".to_owned(),
    }
}

/// `23/11/2026 10:42`.
#[must_use]
pub fn moment(at: NaiveDateTime) -> String {
    at.format("%d/%m/%Y %H:%M").to_string()
}

/// Heading: how many saves, which.
#[must_use]
pub fn heading(count: usize, filters: &[String]) -> String {
    let what = if count == 1 { "1 salvataggio".to_owned() } else { format!("{count} salvataggi") };
    if filters.is_empty() { what } else { format!("{what}: solo {}", filters.join(", ")) }
}

/// A day as a filter.
#[must_use]
pub fn of_day(day: NaiveDate) -> String {
    format!("del {}", day.format("%d/%m/%Y"))
}

/// A field, before and after.
#[must_use]
pub fn changed(before: &str, after: &str) -> String {
    format!("{before} → {after}")
}

/// What goes back when a save is undone, said before it is.
#[must_use]
pub fn goes_back(what: &str, at: NaiveDateTime, fields: &[String], more: usize) -> String {
    let more = match more {
        0 => String::new(),
        1 => "; e un altro campo".to_owned(),
        more => format!("; e altri {more} campi"),
    };
    format!("Annullare «{what}» del {}? Torna indietro: {}{more}.", moment(at), fields.join("; "))
}

/// What a made record becomes.
#[must_use]
pub fn taken_out(record: &str) -> String {
    format!("{record}: si toglie")
}

/// What a record taken out becomes.
#[must_use]
pub fn put_back(record: &str) -> String {
    format!("{record}: si rimette")
}

/// It was undone.
#[must_use]
pub fn undone(what: &str) -> String {
    format!("Annullato: {what}. Anche questo si annulla con U.")
}

/// The banner of a record as it stood.
#[must_use]
pub fn stood(at: NaiveDateTime) -> String {
    format!("COM'ERA IL {}: sola lettura, Esc torna a oggi", at.format("%d/%m/%Y ALLE %H:%M"))
}

/// What happened to a record.
pub mod fate {
    #![allow(missing_docs, reason = "the words say what they are")]
    pub const MADE: &str = "inserimento";
    pub const CHANGED: &str = "modifica";
    pub const TAKEN_OUT: &str = "rimozione";
}
