//! Words of DI01.

use crate::domain::deadline::Term;
use crate::domain::money::Cents;

/// Title of the screen.
pub const TITLE: &str = "DID";
/// Jobs and incomes.
pub const JOBS: &str = "Lavori e redditi";
/// F9: the receipt of the DID.
pub const RECEIPT: &str = "Ricevuta";
/// What follows from an event being typed.
pub const CONSEQUENCES: &str = "Che cosa ne segue";
/// Titles of the pages.
pub const PAGES: [&str; 2] = ["Dichiarazione", "Profilazione (13 risposte)"];
/// Beside the date.
pub const DATE_HINT: &str = "anche: 231126, oggi, ieri";
/// Beside the national identifier.
pub const ID_HINT: &str = "vuoto: in attesa";
/// Heading of the statements.
pub const SITUATION: &str = "Situazione * (almeno una)";
/// Label of the availability.
pub const AVAILABLE: &str = "Disponibile *";
/// Label of the notices.
pub const KNOWS: &str = "Prende atto che *";
/// F6.
pub const ALL: &str = "Dichiara tutto";
/// F6 was pressed.
pub const ALL_SAID: &str = "Dichiarazioni segnate: rileggerle con la persona. Ora la profilazione.";
/// F2.
pub const INSERT: &str = "Inserisce la DID";
/// Heading of the state changes.
pub const EVENTS: &str = "EVENTI";
/// Heading of the terms.
pub const DEADLINES: &str = "SCADENZE";
/// Heading of what comes next.
pub const NEXT: &str = "ADESSO";
/// Enter registers the LEP row.
pub const LOG_LEP: &str = "Registra LEP B";
/// What Enter does.
pub const NEXT_LEP: &str = "Invio  registra l'attività LEP B (DID e profilazione)";
/// What Enter or A does.
pub const NEXT_ASSESSMENT: &str = "A  assessment";
/// The assessment.
pub const ASSESSMENT: &str = "Assessment";
/// The LEP row is stored.
pub const LEP_LOGGED: &str = "Attività LEP B registrata. Invio: assessment.";
/// A new declaration.
pub const NEW: &str = "Nuova DID";
/// Enters the national identifier.
pub const NATIONAL_ID: &str = "Codice nazionale";
/// The national identifier is stored.
pub const NATIONAL_ID_SAVED: &str = "Codice nazionale registrato.";
/// Nothing happened to a DID: how to say that something did.
pub const HOW_EVENTS: &str = "F10: convalida, sospensione, ripresa, perdita, revoca, annullamento";

/// A DID is stored: state and first term.
#[must_use]
pub fn inserted(state: &str, due: Option<&Term>) -> String {
    match due {
        Some(term) => format!(
            "DID {state}. Invio: LEP B. Entro {}: {} ({}).",
            term.due.format("%d/%m/%Y"),
            term.what,
            term.rule
        ),
        None => format!("DID {state}. Invio: LEP B."),
    }
}

/// Something happened to a DID.
#[must_use]
pub fn happened(state: &str) -> String {
    format!("Registrato: la DID è {state}.")
}

/// The limit beside a tick.
#[must_use]
pub fn limit(limit: Option<Cents>, to_verify: bool) -> String {
    match limit {
        Some(limit) if to_verify => format!("entro {limit} euro (da verificare)"),
        Some(limit) => format!("entro {limit} euro l'anno"),
        None => "in quest'anno il lavoro esclude la DID".to_owned(),
    }
}

/// Heading of the form of an event.
#[must_use]
pub fn event_title(event: &str) -> String {
    format!("DID: {event}")
}

/// The form of an event.
pub mod event {
    #![allow(missing_docs, reason = "the words say what they are")]
    pub const ON: &str = "Data del fatto";
    pub const REASON: &str = "Motivo";
    pub const EVIDENCE: &str = "Prova o riferimento";
    pub const NUMBER: &str = "Codice nazionale";
    pub const ON_HELP: &str = "Il giorno del fatto: inizio del lavoro per la sospensione, ultimo giorno di lavoro per la ripresa. Non può essere futuro né precedente alla DID.";
    pub const REASON_HELP: &str = "Per perdita e revoca si sceglie dall'elenco (F4). Per gli altri eventi è una nota; per l'annullamento è obbligatorio.";
    pub const EVIDENCE_HELP: &str = "Numero della comunicazione obbligatoria, dell'atto o della richiesta. Per le sanzioni è obbligatorio.";
    pub const NUMBER_HELP: &str = "Il codice che il sistema nazionale ha dato alla DID. Finché manca lo stato non vale per i certificati (R-DID-9).";
}

/// Help of the fields.
pub mod help {
    #![allow(missing_docs, reason = "the words say what they are")]
    pub const DATE: &str = "Al centro è oggi. Per chi chiede la NASpI è la data della domanda INPS. Non può essere futura; una data passata si accetta solo se copia una DID già resa altrove.";
    pub const CHANNEL: &str = "Dove la dichiarazione è stata resa. La domanda di NASpI o DIS-COLL è già una DID: canale domanda INPS.";
    pub const PROMOTER: &str = "L'ente che ha raccolto la dichiarazione: operatore accreditato o patronato.";
    pub const BENEFIT: &str = "Il sostegno che la persona riceve o ha chiesto. Decide i termini: dalla domanda all'INPS per NASpI e DIS-COLL, dalla DID per gli altri.";
    pub const INPS: &str = "Numero di protocollo della domanda INPS.";
    pub const INPS_DATE: &str = "Data della domanda INPS: diventa la data della DID.";
    pub const NATIONAL_ID: &str = "Il codice unico del sistema nazionale, se c'è già. Vuoto significa in attesa: lo stato non vale ancora per i certificati.";
    pub const NOTICE: &str = "Solo se la persona lavora ancora ed è licenziata: data in cui ha ricevuto la lettera. La DID nasce a rischio.";
    pub const LAST_DAY: &str =
        "Ultimo giorno di lavoro, con il preavviso: la disoccupazione decorre dal giorno dopo.";
    pub const NOT_WORKING: &str = "Spazio: la persona dichiara di non lavorare.";
    pub const EMPLOYEE: &str = "Spazio: lavora come dipendente, ma il reddito annuo previsto resta entro il limite e lo stato si conserva.";
    pub const SELF_EMPLOYED: &str = "Spazio: lavora come autonomo entro il limite.";
    pub const INCOME: &str = "Reddito annuo previsto, imponibile IRPEF, anche zero. Il limite è accanto alla spunta e cambia con l'anno.";
    pub const YEAR: &str = "Anno del reddito: sceglie il limite.";
    pub const AVAILABLE: &str =
        "Spazio: la persona dichiara la disponibilità. Sono obbligatorie tutte e due.";
    pub const ACK: &str = "Spazio: la persona prende atto che un lavoro dipendente fino a sei mesi sospende lo stato, e che chi riceve un sostegno può perderlo (art. 21).";
    pub const VAT: &str = "Spazio: partita IVA aperta ma senza attività: conta come reddito zero.";
    pub const PROVINCE: &str = "Viene dalla residenza in anagrafica. Sigla o nome.";
    pub const CITIZENSHIP: &str = "Viene dall'anagrafica.";
    pub const PRESENCE: &str = "Da quanto tempo la persona è in Italia.";
    pub const EDUCATION: &str = "Il titolo più alto. Le prime lettere, Spazio o F4 per l'elenco.";
    pub const EVER: &str =
        "S o N. Chi non ha mai lavorato non ha mesi dall'ultimo lavoro né posizione: si riempiono da soli.";
    pub const YEAR_BEFORE: &str = "La condizione un anno prima della DID.";
    pub const MONTHS: &str = "Mesi interi dalla fine dell'ultimo lavoro.";
    pub const POSITION: &str = "La posizione nell'ultimo lavoro.";
    pub const SEARCH: &str = "Mesi di ricerca di lavoro; meno di uno vale 0.";
    pub const ENROLLED: &str = "Se frequenta una scuola, l'università o un corso.";
    pub const HOUSEHOLD: &str =
        "Quante persone nella famiglia, compresa questa. Con 1 non si chiedono i figli.";
    pub const CHILDREN: &str = "S o N: figli a carico o conviventi.";
    pub const MINORS: &str = "S o N: almeno uno ha meno di 18 anni.";
}
