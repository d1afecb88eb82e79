//! Words of PS01 and PS02.

#![allow(missing_docs, reason = "the words say what they are")]

use crate::domain::psp::{PspState, PspVersion};
use crate::ui::effect::Notice;

/// Title of PS01.
pub const EDITOR: &str = "Patto di servizio";
/// Title of PS02.
pub const PREVIEW: &str = "Anteprima PSP";

/// The sections as the list has room for.
pub const SHORT: [&str; 15] = [
    "Chi firma",
    "Situazione",
    "Profilo",
    "Obiettivo",
    "Chi segue",
    "Misure",
    "Ricerca",
    "Appuntamenti",
    "Impegni pers.",
    "Impegni CPI",
    "Se non viene",
    "Conseguenze",
    "Dati personali",
    "Durata",
    "Firme",
];

/// The version over the list of sections.
#[must_use]
pub fn version(version: &PspVersion) -> String {
    format!("{} v{}", version.state.label().to_uppercase(), version.number)
}

/// How many sections are in order and how many points block.
#[must_use]
pub fn summary(fine: usize, blocks: usize) -> String {
    match blocks {
        0 => format!("{fine}/15, completo"),
        1 => format!("{fine}/15, 1 bloccante"),
        many => format!("{fine}/15, {many} bloccanti"),
    }
}

// Labels of what is shown.
pub const OFFICE: &str = "Per il Centro";
pub const PERSON: &str = "Persona";
pub const CODE: &str = "Codice fiscale";
pub const BORN: &str = "Nascita";
pub const IDENTITY: &str = "Documento";
pub const GUARDIAN: &str = "Con";
pub const PHONE: &str = "Telefono";
pub const EMAIL: &str = "E-mail";
pub const DID: &str = "DID";
pub const DID_CODE: &str = "Codice DID";
pub const BENEFIT: &str = "Sostegno";
pub const NO_BENEFIT: &str = "nessuno";
pub const WAITING: &str = "in attesa";
pub const EDUCATION: &str = "Titolo di studio";
pub const LAST_JOB: &str = "Ultimo lavoro";
pub const INDEX: &str = "Indice";
pub const ASSESSED: &str = "Assessment";
pub const JUDGEMENT: &str = "Giudizio";
pub const PATH: &str = "Percorso";
pub const SECTORS: &str = "Settori";
pub const NOTICE: &str = "Informativa";
pub const NUMBER: &str = "Documento n.";
pub const ISSUED: &str = "Emesso il";
pub const SIGNED_PERSON: &str = "Firma persona";
pub const SIGNED_OPERATOR: &str = "Firma operatore";
pub const COPY: &str = "Copia consegnata";
pub const NOT_YET: &str = "non ancora";
pub const MISSING: &str = "manca";
pub const DURATION: &str = "Il patto vale finché è valida la DID.";
pub const FIXED: &str = "Testo fisso: si stampa com'è, si legge nell'anteprima (F9).";
pub const LATER: &str = "Si firma dopo l'emissione: F9 apre l'anteprima, da lì si emette e si stampa.";
pub const ENTER_REGISTRY: &str = "Invio apre l'anagrafica.";
pub const ENTER_DID: &str = "Invio apre la DID.";
pub const ENTER_ASSESSMENT: &str = "Invio apre l'assessment.";
pub const ENTER_NOTICE: &str = "Invio registra che l'informativa è stata consegnata oggi.";
pub const NOTICE_TEXT: &str =
    "La persona riceve l'informativa (art. 13 GDPR) prima che si raccolgano i dati.";
pub const ROW_KEYS: &str = "F6 aggiunge   Invio modifica   Canc toglie";
pub const BOOK_KEYS: &str = "F6 prende un appuntamento";
pub const NO_MEASURES: &str = "Nessuna misura: F6 aggiunge la prima.";
pub const NO_ACTS: &str = "Nessuna azione di ricerca: F6 aggiunge la prima.";
pub const NO_APPOINTMENTS: &str = "Nessun appuntamento fissato.";
/// Fixed text of sections 11 and 12, in short.
pub const ABSENCE: &[&str] = &[
    "Se non può venire avvisa prima, al più tardi il giorno dopo, con un documento che spiega il motivo.",
    "Motivi validi: malattia o infortunio, servizio civile o militare, gravidanza, tribunale, gravi motivi \
     familiari, limiti di legge agli spostamenti, forza maggiore.",
];
pub const SANCTIONS: &[&str] = &[
    "Le conseguenze secondo il sostegno al reddito della persona (art. 21 d.lgs. 150/2015, DL 48/2023).",
    "Ricorso: 30 giorni, Comitato per i ricorsi di condizionalità.",
];

// Columns.
pub const COL_N: &str = "N";
pub const COL_MEASURE: &str = "Misura";
pub const COL_LEP: &str = "LEP";
pub const COL_SAP: &str = "SAP";
pub const COL_FROM: &str = "Dal";
pub const COL_TO: &str = "Al";
pub const COL_ACT: &str = "Azione";
pub const COL_QUANTITY: &str = "Quante o quando";
pub const COL_BY: &str = "Entro";
pub const COL_DAY: &str = "Giorno e ora";
pub const COL_SERVICE: &str = "Servizio";
pub const COL_WITH: &str = "Con";

/// Title of the form of a measure.
#[must_use]
pub fn measure_title(place: Option<u32>) -> String {
    place.map_or_else(|| "NUOVA MISURA".to_owned(), |n| format!("MISURA {n}"))
}

/// Title of the form of a search act.
#[must_use]
pub fn act_title(place: Option<u32>) -> String {
    place.map_or_else(|| "NUOVA AZIONE".to_owned(), |n| format!("AZIONE {n}"))
}

/// Title of the summary under a section, on tall screens.
pub const IN_SHORT: &str = "IL PATTO IN BREVE";

// Right column.
pub const CHECKS: &str = "CONTROLLI PRIMA DI EMETTERE";
pub const NOTHING_MISSING: &str = "Non manca nulla: F9 apre l'anteprima, da lì si emette.";
pub const SIGNS: &str = "SEGNI";
pub const SIGN_ROWS: [(&str, &str); 5] = [
    ("[ok]", "completa"),
    ("[ X]", "blocca l'emissione"),
    ("[ !]", "avviso: chiede un motivo"),
    ("[ i]", "consiglio: non blocca"),
    ("[--]", "testo fisso"),
];
pub const SIGN_LATER: (&str, &str) = ("[  ]", "dopo l'emissione");

// Acts.
pub const USE_MODEL: &str = "Usa il modello standard";
pub const NEW_EMPTY: &str = "Nuovo senza modello";
pub const NEW_MODEL: &str = "Nuovo con il modello";
pub const SECTION: &str = "Sezione";
pub const SECTIONS: &str = "Sezioni";
pub const ROW: &str = "Riga";
pub const TAKE_OUT: &str = "Toglie riga";
pub const EDIT: &str = "Modifica";
pub const READ: &str = "Anteprima";
pub const BOOK: &str = "Appuntamento";
pub const OPEN: &str = "Apre";
pub const NOTICE_GIVEN: &str = "Informativa data";
pub const P_SIGNS: &str = "Ha firmato la persona";
pub const O_SIGNS: &str = "Ha firmato l'operatore";
pub const COPY_HANDED: &str = "Copia consegnata";
pub const ANNUL: &str = "Annulla la versione";
pub const INTEGRATE: &str = "Integra";
pub const RETRY: &str = "Nuovo tentativo";
pub const LOG_LEP: &str = "Registra LEP D";

// Questions.
pub const WHY_ANNUL: &str = "Annullare la versione emessa? Resta agli atti come annullata e se ne apre una nuova, \
     uguale, da correggere. Scrivere l'errore trovato:";
pub const WHY_INTEGRATE: &str = "Aprire una nuova versione del patto? Quella firmata resta in vigore fino alla \
     nuova firma. Scrivere perché si integra:";

/// Taking a row out.
#[must_use]
pub fn take_out(what: &str, label: &str) -> String {
    format!("Togliere {what} «{label}»? Il patto non è ancora firmato.")
}
/// A measure, in a question.
pub const THE_MEASURE: &str = "la misura";
/// A search act, in a question.
pub const THE_ACT: &str = "l'azione";

/// The question before issue.
#[must_use]
pub fn ask_issue(number: u32) -> String {
    format!(
        "Emettere la versione {number}? Prende un numero e il testo non cambia più: una correzione sarà una \
         nuova versione. Si stampano due copie da firmare."
    )
}

// Messages.
pub const NO_PACT: &str = "La persona non ha ancora un patto di servizio.";
pub const NO_PACT_KEYS: [(&str, &str); 2] = [
    (
        "Invio",
        "apre la bozza con il modello standard: disponibilità di legge, impegni delle due parti, ogni quanto ci \
         si sente, come si dimostra la ricerca. Tutto si può cambiare.",
    ),
    ("N", "apre la bozza vuota."),
];
pub const NO_OPEN_DID: &str = "Prima serve una DID aperta (R-PSP-1): Ctrl+G DI01.";
pub const NO_INTERVIEW: &str = "Manca l'assessment (R-PSP-11): senza, si chiede il motivo. Ctrl+G AS01.";
pub const NOTHING_TO_READ: &str = "Non c'è ancora un patto da leggere: si apre da PS01.";
pub const DRAFT_OPENED: &str = "Bozza aperta.";
pub const SAVED: &str = "Salvato.";
pub const COMPLETE: &str = "Salvato. Il patto è completo: F9 apre l'anteprima.";
pub const COMPLETE_UNBOOKED: &str = "Il patto è completo. 8 e F6: prossimo appuntamento. F9: anteprima.";
pub const ROW_OUT: &str = "Riga tolta.";
pub const NOTICE_SAVED: &str = "Informativa registrata.";
pub const READ_ONLY: &str = "La versione non si modifica: si legge, si firma, si annulla o si integra.";
pub const PERSON_SIGNED: &str = "Firma della persona registrata.";
pub const OPERATOR_SIGNED: &str = "Firma dell'operatore registrata.";
pub const IN_FORCE: &str = "Il patto è attivo: C consegna la copia, L registra il LEP D.";
pub const ANNULLED: &str = "Versione annullata: aperta la successiva, da correggere.";
pub const INTEGRATED: &str = "Aperta la nuova versione; quella firmata resta in vigore.";
pub const RETRIED: &str = "Aperta la nuova versione, uguale: correggerla e riprovare.";
pub const HANDED: &str = "Copia consegnata.";
pub const LOGGED: &str = "LEP D registrato.";
pub const NOT_BLOCKED: &str = "Nessun punto bloccante.";

/// The model is in; what is still missing.
#[must_use]
pub fn model_used(missing: &str) -> String {
    format!("Modello standard. {missing}")
}

/// The next point that blocks, after something was saved.
#[must_use]
pub fn saved_but(missing: &str) -> String {
    format!("Salvato. {missing}")
}

/// Enter in the list of sections.
pub const SECTION_IN: &str = "Nella sezione";
/// F1 on a section of PS01 where nothing is to be mended.
pub const SECTION_FINE: &str = "In questa sezione non c'è niente da sistemare.";
/// F1 on another.
pub const SECTION_HELP: &str = "Una delle quindici sezioni del patto, nell'ordine della carta.";

// PS02.
pub const PAGE: &str = "Pagina";
pub const SCROLL: &str = "Scorre";
pub const NEXT_BLOCK: &str = "Prossimo bloccante";
pub const ISSUE: &str = "Emetti e stampa";
pub const SIDE_SECTIONS: &str = "SEZIONI";
pub const SIDE_STEPS: &str = "PASSI";
pub const HINT: &str = "Va alla sezione: 1-15";
pub const EDIT_SECTION: &str = "Modifica la sezione";
pub const AFTER_ISSUE: &str =
    "Dopo l'emissione il testo non cambia più: una correzione è una nuova versione.";

/// The line over the pages.
#[must_use]
pub fn pages(at: usize, of: usize, version: &PspVersion, number: &str, points: f32) -> String {
    let what = if number.is_empty() {
        version.state.label().to_uppercase()
    } else {
        format!("{number} {}", version.state.label())
    };
    format!("pag. {at} di {of}   versione {} {what}   carattere {points:.0}", version.number)
}

/// Blocking points: cannot be issued.
#[must_use]
pub fn blocked(count: usize, first: &str) -> String {
    if count == 1 {
        format!("Si può leggere, non emettere: {first}")
    } else {
        format!("{count} punti bloccanti: si può leggere, non emettere. Il primo: {first}")
    }
}

/// The printer took it, and signatures are next.
#[must_use]
pub fn then_sign(said: Notice) -> Notice {
    Notice { text: format!("{} Firma: P persona, O operatore.", said.text), ..said }
}

/// The steps after issue, for the right column.
pub const STEPS: [&str; 5] =
    ["emissione", "firma della persona", "firma dell'operatore", "copia consegnata", "LEP D"];

/// Is a version at its end?
#[must_use]
pub fn ended(state: PspState) -> String {
    format!("L'ultimo patto è «{}».", state.label())
}
/// The section has the keys, none of its rows or fields.
pub const LINEAR_BODY: &str = "La sezione è aperta: F10 dice che cosa si può fare.";
