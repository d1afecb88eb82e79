//! Words of PA01, the tables of the office.

/// Title of the screen.
pub const TITLE: &str = "Tabelle e parametri";
/// Heading of the list of tables.
pub const TABLE: &str = "Tabella";
/// Heading: how many rows hold today.
pub const COUNT: &str = "Righe";
/// Heading: how many are the office's own.
pub const OWN: &str = "Dell'ufficio";
/// Heading of the rows.
pub const WHAT: &str = "Che cosa";
/// Heading.
pub const VALUE: &str = "Valore";
/// Heading.
pub const FROM: &str = "Dal";
/// Heading.
pub const TO: &str = "Al";
/// Heading: between which days.
pub const HOLDS: &str = "Vale";
/// Heading.
pub const RULE: &str = "Regola";
/// Heading: whose row it is.
pub const WHOSE: &str = "Di chi";
/// Mark of the office's own rows.
pub const MINE: &str = "ufficio";
/// Heading of the history.
pub const WHEN: &str = "Scritta";
/// Heading of the history.
pub const WHO: &str = "Da";
/// Heading of the history.
pub const WHY: &str = "Motivo";
/// Heading of the history: does it stand?
pub const STATE: &str = "Stato";
/// A row that stands.
pub const STANDS: &str = "vale";
/// A row that was taken back.
pub const WITHDRAWN: &str = "ritirata";
/// No rows of the table.
pub const EMPTY: &str = "In questa tabella non c'è nessuna riga.";
/// The office never changed the code.
pub const NO_HISTORY: &str = "L'ufficio non ha mai cambiato questa riga.";
/// The office never wrote in the table.
pub const NOTHING_WRITTEN: &str = "L'ufficio non ha mai cambiato questa tabella.";
/// Enter on a table.
pub const OPEN: &str = "Apre la tabella";
/// Enter on a row.
pub const CHANGE: &str = "Cambia";
/// Letter S.
pub const HISTORY: &str = "Storia";
/// F6.
pub const NEW: &str = "Voce nuova";
/// Letter X.
pub const WITHDRAW: &str = "Ritira";
/// F2.
pub const RECORD: &str = "Registra";
/// The row is not the office's.
pub const NOT_OWN: &str = "Questa riga è del programma: si ritirano solo quelle dell'ufficio.";
/// A row already taken back.
pub const ALREADY: &str = "Questa riga è già ritirata.";
/// A code for a table that takes none.
pub const CLOSED: &str = "In questa tabella non si aggiungono voci: l'elenco è chiuso.";
/// A template, which is no matter of a form.
#[must_use]
pub fn template_elsewhere(name: &str) -> String {
    format!("Da riga di comando: «sportello template load FILE --kind {name}».")
}
/// A logo, which is no matter of a form.
pub const LOGO_ELSEWHERE: &str = "Da riga di comando: «sportello template logo FILE».";
/// Written.
pub const SAVED: &str = "Registrato: vale dal giorno indicato, i casi di prima tengono la loro tabella.";
/// Taken back.
pub const TAKEN_BACK: &str = "Riga ritirata: torna a valere quella di prima.";
/// Details.
pub const CODE: &str = "Codice";
/// Details: what a rule asks.
pub const ASKS: &str = "Chiede";
/// Details.
pub const SOURCE: &str = "Fonte";
/// Details.
pub const WANTED: &str = "Ci vuole";

/// Details: what held last before today.
pub const BEFORE: &str = "Prima";
/// Details: what holds today.
pub const NOW: &str = "Oggi";
/// Details: what will hold.
pub const THEN: &str = "Poi";
/// Nothing holds today.
pub const NOT_NOW: &str = "non è in uso";
/// When a row was taken back.
pub const WITHDRAWN_ON: &str = "Ritirata";

/// A row that begins.
#[must_use]
pub fn from_day(day: &str) -> String {
    format!("dal {day}")
}

/// A row that ends.
#[must_use]
pub fn to_day(day: &str) -> String {
    format!("al {day}")
}

/// When something was written, and by whom.
#[must_use]
pub fn by(at: &str, who: &str) -> String {
    format!("{at} da {who}")
}

/// Between which days.
#[must_use]
pub fn days(from: &str, to: &str) -> String {
    match (from.is_empty(), to.is_empty()) {
        (true, true) => String::new(),
        (false, true) => format!("dal {from}"),
        (true, false) => format!("fino al {to}"),
        (false, false) => format!("dal {from} al {to}"),
    }
}

/// What holds between some days; whose it is.
#[must_use]
pub fn held(value: &str, days: &str, own: bool) -> String {
    let comma = if days.is_empty() { "" } else { ", " };
    format!("{value}{comma}{days}{}", if own { " (ufficio)" } else { "" })
}

/// Labels of the fields.
#[must_use]
pub fn label(column: &str) -> &'static str {
    match column {
        "value" => "Nuovo valore",
        "label" => "Dicitura",
        "in_use" => "In uso",
        "employee" => "Dipendenti, €",
        "self_employed" => "Autonomi, €",
        "criterion" => "Chi ne fa parte",
        "miattivo" => "In MiAttivo",
        "offer" => "Per le offerte",
        "proof" => "Prova",
        "insurance_from" => "NASpI dal",
        "inclusion" => "AdI e SFL",
        "sanction" => "Sanzione",
        "event" => "Evento",
        "level" => "Livello",
        "lines" => "Righe",
        "mode" => "Protocollo",
        "operator" => "Operatore",
        "supervisor" => "Responsabile",
        "reader" => "Lettore",
        "administrator" => "Amministratore",
        "valid_from" => "Vale dal",
        "valid_to" => "Fino al",
        _ => "Atto",
    }
}

/// Yes and no.
pub const YES_NO: &[(&str, &str)] = &[("true", "sì"), ("false", "no")];

/// Helps of the fields.
pub mod help {
    /// A column.
    pub const CELL: &str = "Il valore che l'ufficio vuole da quel giorno. Quello del programma resta per i giorni \
        prima. Se il valore non va, la riga lo dice con quello che ci vuole.";
    /// A new code.
    pub const CODE: &str = "Il nome breve con cui la voce resta scritta negli atti: lettere minuscole, cifre e \
        trattini bassi, per esempio corso_sicurezza. Non si cambia più.";
    /// First day.
    pub const FROM: &str = "Il primo giorno in cui vale. Un caso si giudica con la tabella del suo giorno: se il \
        giorno è passato, anche i casi di quei giorni si giudicano con la riga nuova.";
    /// Last day.
    pub const TO: &str = "L'ultimo giorno in cui vale; vuoto: finché un'altra riga non la sostituisce.";
    /// Why.
    pub const REASON: &str =
        "Perché si cambia, o perché si ritira: resta nella storia della riga con nome e ora.";
    /// The act.
    pub const SOURCE: &str = "L'atto su cui si appoggia: delibera, circolare, nota. Si può lasciare vuoto.";
}
