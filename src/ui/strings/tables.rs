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
/// Heading.
pub const RULE: &str = "Regola";
/// Heading: whose row it is.
pub const WHOSE: &str = "Di chi";
/// Mark of the office's own rows.
pub const MINE: &str = "ufficio";
/// Heading of the history.
pub const WHEN: &str = "Scritta il";
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
/// Enter on a table.
pub const OPEN: &str = "Apre la tabella";
/// Enter on a row.
pub const CHANGE: &str = "Cambia";
/// Letter S.
pub const HISTORY: &str = "Storia";
/// Letter X.
pub const WITHDRAW: &str = "Ritira";
/// F2.
pub const RECORD: &str = "Registra";
/// The row is not the office's.
pub const NOT_OWN: &str = "Questa riga è del programma: si ritirano solo quelle dell'ufficio.";
/// A row already taken back.
pub const ALREADY: &str = "Questa riga è già ritirata.";
/// Levels of the rules of the office.
pub const BY_FILE: &str = "I livelli delle regole si caricano con «sportello tables load».";
/// Esc on what is typed.
pub const CHANGED: &str = "Non ancora registrato: Esc ancora chiude, lo scritto resta come bozza.";
/// Written.
pub const SAVED: &str = "Registrato: vale dal giorno indicato, i casi di prima tengono la loro tabella.";
/// Taken back.
pub const TAKEN_BACK: &str = "Riga ritirata: torna a valere quella di prima.";
/// Details.
pub const CODE: &str = "Codice";
/// Details.
pub const SOURCE: &str = "Fonte";
/// Details.
pub const WANTED: &str = "Ci vuole";

/// Heading over a form about a row.
#[must_use]
pub fn about(label: &str, value: &str) -> String {
    format!("{label}: oggi {value}")
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
