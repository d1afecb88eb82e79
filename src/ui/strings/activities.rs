//! Words of LE01, the log of LEP activities.

use crate::domain::activity::ActivityEvent as E;

/// Title of the screen.
pub const TITLE: &str = "Attività LEP";
/// Headings of the list.
pub const DATE: &str = "Data";
/// Heading.
pub const LEP: &str = "LEP";
/// Heading.
pub const SAP: &str = "SAP";
/// Heading.
pub const ACTIVITY: &str = "Attività";
/// Heading.
pub const MINUTES: &str = "Min";
/// Heading.
pub const STATE: &str = "Stato";
/// Heading.
pub const OPERATOR: &str = "Operatore";
/// No rows.
pub const EMPTY: &str = "Nessuna attività: compilare sopra e F2.";
/// State of a row an act proposes.
pub const TO_CONFIRM: &str = "da confermare";
/// Word of the key bar.
pub const RECORD: &str = "Registra";
/// Enter on a proposed row.
pub const CONFIRM: &str = "Conferma";
/// Enter on a logged row.
pub const UPDATE: &str = "Aggiorna stato";
/// F11.
pub const TO_LIST: &str = "Righe";
/// F11.
pub const TO_FORM: &str = "Modulo";
/// F6.
pub const NEW_ROW: &str = "Nuova";
/// Letter R.
pub const RESUMED: &str = "ripresa";
/// Letter P.
pub const PACT: &str = "Patto";
/// Ctrl+D.
pub const REPEAT: &str = "Come la precedente";
/// Nothing logged in this sitting.
pub const NOTHING_BEFORE: &str = "Nessuna attività precedente da ripetere.";
/// A row that waits.
pub const NO_ROW: &str = "Scegliere prima un'attività con le frecce.";
/// Nothing can happen to the row any more.
pub const ENDED: &str = "Questa attività è terminata: non cambia più.";
/// Under the list.
pub const LEGEND: &str = "--  nessun codice SAP attestato    ?  candidato, non si esporta";

/// How many rows, and the minutes given.
#[must_use]
pub fn totals(rows: usize, minutes: u32) -> String {
    format!("{rows} attività, {minutes} minuti")
}

/// A row was logged.
#[must_use]
pub fn recorded(lep: &str, title: &str) -> String {
    format!("LEP {lep} registrato: {title}.")
}

/// A row was logged and the pact should follow (R-LEP-4).
#[must_use]
pub fn recorded_update(lep: &str) -> String {
    format!("LEP {lep} registrato. Il patto si aggiorna con una nuova versione (P).")
}

/// Rows wait to be confirmed.
#[must_use]
pub fn waiting(count: usize) -> String {
    if count == 1 {
        "1 riga proposta dagli atti della persona: Invio la conferma.".to_owned()
    } else {
        format!("{count} righe proposte dagli atti della persona: Invio le conferma una per una.")
    }
}

/// A version of the pact.
#[must_use]
pub fn version(number: u32) -> String {
    format!("v{number}")
}

/// A measure of a version.
#[must_use]
pub fn measure(number: u32, position: u32, lep: &str) -> String {
    format!("v{number} misura {position} ({lep})")
}

/// F6 on a row half written.
pub const LEAVE_ROW: &str =
    "La riga scritta non è registrata: F2 la registra. Lasciarla e cominciarne un'altra?";

/// No link to the pact.
pub const NO_PACT: &str = "nessun legame";

/// Title of what happens to a row.
#[must_use]
pub fn event_title(lep: &str, title: &str, state: &str) -> String {
    format!("LEP {lep} {title}  ora: {state}")
}

/// First states, for the choice.
pub const STATES: &[(&str, &str)] =
    &[("concluded", "conclusa"), ("started", "avviata"), ("proposed", "proposta")];

/// What may happen to an activity.
pub const EVENTS: [(E, &str); 7] = [
    (E::Concluded, "conclusa"),
    (E::Started, "avviata"),
    (E::Interrupted, "interrotta"),
    (E::Resumed, "ripresa"),
    (E::Agreed, "concordata"),
    (E::Refused, "rifiutata"),
    (E::Cancelled, "annullata"),
];

/// Headings of the right column.
pub const SIDE_LEP: &str = "LEP";
/// Heading.
pub const SIDE_OUTPUT: &str = "USCITA";
/// Heading.
pub const SIDE_SAP: &str = "CODICI SAP";
/// Heading.
pub const SIDE_PLANNED: &str = "PIANIFICATE NEL PSP";
/// No measure.
pub const NONE: &str = "nessuna";
/// Heading.
pub const SIDE_ROW: &str = "ATTIVITÀ";
/// Labels.
pub const OUTCOME: &str = "esito";
/// Label.
pub const OUTPUT: &str = "uscita";
/// Label.
pub const PROVIDER: &str = "eroga";
/// Label.
pub const NOTE: &str = "nota";
/// Label.
pub const CO: &str = "CO";

/// Help of the fields.
pub mod help {
    /// Day.
    pub const DATE: &str =
        "Giorno in cui il servizio è stato reso, o è previsto se è solo proposta. Non futuro se reso.";
    /// Minutes.
    pub const MINUTES: &str = "Durata in minuti, da 1 a 600. Proposta secondo il LEP.";
    /// LEP.
    pub const LEP: &str =
        "Livello essenziale reso alla persona: lettera o parole, F4 l'elenco. M si registra come M1.";
    /// SAP.
    pub const SAP: &str = "Codice attività SAP attestato per il LEP. Con più codici va scelto; dove nessuno è attestato si registra -- oppure un candidato, che non si esporta.";
    /// State.
    pub const STATE: &str = "Conclusa o avviata; proposta solo dentro un patto in bozza.";
    /// Mode.
    pub const MODE: &str = "Come è stato reso. Per telefono solo informazioni e supporto alla DID.";
    /// Outcome.
    pub const OUTCOME: &str =
        "Che cosa cambia per la persona: dall'elenco del LEP (F4) o con parole proprie.";
    /// Output.
    pub const OUTPUT: &str =
        "Che cosa ne esce: dall'elenco del LEP (F4) o con parole proprie. Per il LEP N il programma firmato.";
    /// Version or measure.
    pub const PSP: &str = "Versione del patto, o misura, a cui l'attività si lega.";
    /// Provider.
    pub const PROVIDER: &str = "Chi eroga; vuoto è questo ufficio.";
    /// Hired.
    pub const HIRED: &str = "LEP F3: la persona è stata assunta.";
    /// Mandatory communication.
    pub const CO: &str =
        "Riferimento della comunicazione obbligatoria che prova l'assunzione. CO non è un codice attività.";
    /// Note.
    pub const ROW_NOTE: &str = "Nota dell'ufficio sull'attività: resta in archivio, non si stampa.";
    /// Event.
    pub const EVENT: &str =
        "Che cosa succede all'attività: l'elenco ha solo ciò che è possibile dallo stato di adesso.";
    /// Note of an event.
    pub const NOTE: &str = "Esito, o motivo: obbligatorio se rifiutata, interrotta o annullata.";
}
