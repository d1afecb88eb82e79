//! Words of PE01.

use crate::desk::query::Reason;

/// Title of the screen.
pub const TITLE: &str = "Ricerca persona";
/// Before the line.
pub const SEARCH: &str = "Cerca:";
/// Under the line.
pub const WHAT: &str = "cognome nome · codice fiscale · telefono · n. DID · protocollo";
/// Headings of the columns.
pub const COLUMNS: [&str; 6] = ["Cognome e nome", "", "Nascita", "Codice fiscale", "Stato DID", "Per"];
/// The sign of people with the same name.
pub const NAMESAKE: &str = "=";
/// What it means.
pub const NAMESAKES: &str = "=  stesso nome e cognome: confrontare nascita e documento";
/// No DID.
pub const NO_DID: &str = "nessuna";
/// Nobody fits.
pub const NOBODY: &str = "Nessuno con questi dati. F6 crea una persona nuova con quanto scritto.";
/// Nothing was typed and nobody was opened yet.
pub const BEGIN: &str = "Bastano poche lettere, in qualunque ordine: ros mar 85 bergamo.";
/// Heading of those opened today.
pub const OPENED: &str = "APERTE OGGI";
/// The same, before their names.
pub const OPENED_LINE: &str = "Aperte oggi:";
/// The message line.
pub const LOGGED: &str = "Ricerche e aperture sono registrate. Fuori agenda è chiesto il motivo.";
/// F6.
pub const NEW: &str = "Nuova persona";
/// In the last column: this one is open.
pub const OPEN_NOW: &str = "aperta";
/// Enter.
pub const OPEN: &str = "Apri";
/// Del.
pub const EMPTY: &str = "Svuota";
/// Up and down.
pub const SCROLL: &str = "Scorre";
/// Right column.
pub const PREVIEW: &str = "ANTEPRIMA";
/// Right column.
pub const BORN: &str = "nascita";
/// Right column.
pub const CODE: &str = "C.F.";
/// Right column.
pub const DID: &str = "DID";
/// Right column.
pub const FOUND_BY: &str = "TROVATA PER";
/// Right column.
pub const IN_AGENDA: &str = "OGGI NELLA MIA AGENDA?";
/// Right column.
pub const YES: &str = "sì: Invio apre";
/// Right column.
pub const OPENED_TODAY: &str = "no, ma già aperta oggi: Invio apre";
/// Right column.
pub const NO: &str = "no: Invio chiede il motivo";
/// The reasons of an opening out of one's agenda, by letter.
pub const REASONS: [(char, &str); 4] = [
    ('A', "presente allo sportello"),
    ('B', "telefonata"),
    ('C', "verifica d'ufficio"),
    ('D', "altro (scrivere quale)"),
];
/// The letter of the reason in words.
pub const OTHER: char = 'D';

/// The question before an opening out of one's agenda.
#[must_use]
pub fn why(person: &str) -> String {
    format!("{person} non è nella propria agenda di oggi. Perché si apre la scheda?")
}

/// The reason in words.
#[must_use]
pub fn why_other(person: &str) -> String {
    format!("Motivo dell'apertura della scheda di {person}:")
}

/// How many were found.
#[must_use]
pub fn found(count: usize, more: bool) -> String {
    match (count, more) {
        (count, true) => format!("più di {count}: scrivere ancora"),
        (0, false) => "nessuno".to_owned(),
        (1, false) => "1 trovata".to_owned(),
        (count, false) => format!("{count} trovate"),
    }
}

/// Why somebody is in the list: short, and in full.
#[must_use]
pub fn reason(reason: Reason) -> (&'static str, &'static str) {
    match reason {
        Reason::Name => ("", ""),
        Reason::Similar => ("simile", "nome simile"),
        Reason::FiscalCode => ("C.F.", "codice fiscale"),
        Reason::Phone => ("telefono", "telefono"),
        Reason::Email => ("e-mail", "e-mail"),
        Reason::DidNumber => ("n. DID", "numero della DID"),
        Reason::Protocol => ("protoc.", "protocollo"),
        Reason::Document => ("docum.", "numero del documento"),
    }
}
