//! Words of CM01, targeted placement.

use chrono::NaiveDate;

use crate::domain::placement::{Report, TargetedEvent as E};

/// Title.
pub const TITLE: &str = "Collocamento mirato";
/// None of them.
pub const EMPTY: &str = "Nessuna domanda: F6 ne prende una, con la persona presente.";
/// The keys of the events, in the order of a life.
pub const KEYS: [(E, char); 16] = [
    (E::DocumentsAsked, 'D'),
    (E::DocumentsBrought, 'B'),
    (E::DocumentsExpired, 'E'),
    (E::TakenUp, 'V'),
    (E::ExternalAsked, 'C'),
    (E::ExternalAnswered, 'R'),
    (E::Accepted, 'A'),
    (E::PreRejected, 'P'),
    (E::NoticeReceived, 'N'),
    (E::Observed, 'O'),
    (E::Reopened, 'T'),
    (E::Rejected, 'G'),
    (E::RevisionReached, 'S'),
    (E::ReportFits, 'F'),
    (E::Removed, 'X'),
    (E::Withdrawn, 'I'),
];
/// Takes an application.
pub const APPLY: &str = "nuova domanda";
/// What it asks.
pub const APPLY_KEEPS: &str = "categoria, verbale visto, protocollo, ricevuta consegnata";
/// The first event.
pub const PRESENTED: &str = "domanda presentata";
/// Columns.
pub const PROTOCOL_COLUMN: &str = "Protocollo";
/// Person in charge.
pub const IN_CHARGE_COLUMN: &str = "Responsabile";
/// Labels of the record.
pub const RECEIPT: &str = "ricevuta";
/// List elsewhere.
pub const OTHER_LIST: &str = "altro elenco";
/// Documents asked for.
pub const DOCUMENTS: &str = "documenti";
/// Another body asked.
pub const EXTERNAL: &str = "altri enti";
/// Notice sent.
pub const NOTICE: &str = "preavviso";
/// Notice received.
pub const RECEIVED: &str = "ricevuto";
/// Observations.
pub const OBSERVED: &str = "osservaz.";
/// Decided.
pub const DECIDED: &str = "deciso";
/// Act.
pub const ACT: &str = "atto";
/// Number in the list.
pub const LIST: &str = "elenco n.";
/// Final term.
pub const TERM: &str = "termine";
/// Status.
pub const STATUS: &str = "stato";
/// Category.
pub const CATEGORY: &str = "categoria";
/// Hidden.
pub const COVERED: &str = "riservata, con verbale, motivi e note: F10 > Mostra dati riservati";
/// Report.
pub const REPORT: &str = "verbale";
/// Committee.
pub const COMMITTEE: &str = "comitato";
/// Grounds of the notice.
pub const GROUNDS: &str = "motivi";
/// A note.
pub const NOTE: &str = "nota";
/// A point of the observations.
pub const POINT: &str = "osservaz.";
/// No DID.
pub const NO_DID: &str = "[!] nessuna DID aperta: serve, se non c'è conservazione, R-CM-6, R-CM-7";
/// Notice not received yet.
pub const NOT_RECEIVED: &str = "manca la prova che il preavviso è stato ricevuto: N (R-CM-13)";
/// No revision.
pub const NO_REVISION: &str = "il verbale non ha una data di revisione (R-CM-17)";
/// The revision of the report.
pub const REVISION_TERM: &str = "revisione del verbale";

fn it(day: NaiveDate) -> impl std::fmt::Display {
    day.format("%d/%m/%Y")
}

/// An application in one line.
#[must_use]
pub fn title(on: NaiveDate, protocol: &str) -> String {
    format!("domanda del {}, prot. {protocol}", it(on))
}

/// One is running.
#[must_use]
pub fn held(state: &str) -> String {
    format!("c'è già una domanda, «{state}» (R-CM-9)")
}

/// A term that still runs.
#[must_use]
pub fn runs(what: &str, due: NaiveDate) -> String {
    format!("{what}: il termine è il {}", it(due))
}

/// Received already.
#[must_use]
pub fn received(on: NaiveDate) -> String {
    format!("già ricevuto il {}", it(on))
}

/// Protocol and person in charge.
#[must_use]
pub fn receipt(protocol: &str, in_charge: &str) -> String {
    format!("prot. {protocol}, responsabile {in_charge}")
}

/// The list left elsewhere.
#[must_use]
pub fn left(list: &str, on: Option<NaiveDate>) -> String {
    on.map_or_else(|| list.to_owned(), |on| format!("{list}, cancellata il {}", it(on)))
}

/// How the final term stands.
#[must_use]
pub fn term(stopped: NaiveDate, resumes: Option<NaiveDate>, days: u32) -> String {
    match resumes {
        None => format!("fermo dal {}, R-CM-14", it(stopped)),
        Some(resumes) => {
            format!("fermo dal {}, riprende il {}: {days} gg in più, R-CM-14", it(stopped), it(resumes))
        }
    }
}

/// By when an application of today is decided.
#[must_use]
pub fn final_term(from: NaiveDate, days: u32, due: NaiveDate) -> String {
    format!("{} + {days} gg = {}, R-CM-16", from.format("%d/%m"), it(due))
}

/// The DID.
#[must_use]
pub fn did(state: &str, on: NaiveDate) -> String {
    format!("DID {state}, del {}", it(on))
}

/// A report as it was seen.
#[must_use]
pub fn report(report: &Report) -> String {
    let mut parts = vec![if report.seen { "visto".to_owned() } else { "non visto".to_owned() }];
    parts.extend(report.dated.map(|day| format!("del {}", it(day))));
    parts.extend(report.percent.map(|percent| format!("{percent}%")));
    parts.extend(report.war_category.map(|category| format!("categoria {category}")));
    parts.extend(report.revision_on.map(|day| format!("revisione il {}", it(day))));
    if report.functional_diagnosis {
        parts.push("con diagnosi funzionale".to_owned());
    }
    parts.join(", ")
}

/// A note with a step.
#[must_use]
pub fn note(on: NaiveDate, step: &str, text: &str) -> String {
    format!("{} {step}: {text}", it(on))
}

/// A point of the observations and why it was not accepted.
#[must_use]
pub fn point(number: u32, point: &str, answer: &str) -> String {
    let answer = if answer.is_empty() { String::new() } else { format!(" Risposta: {answer}") };
    format!("{number}. {point}{answer}")
}

/// Labels of the forms.
pub mod fields {
    /// Day.
    pub const ON: &str = "Data";
    /// Category.
    pub const CATEGORY: &str = "Categoria";
    /// Report seen.
    pub const SEEN: &str = "verbale o prova visti";
    /// Functional diagnosis.
    pub const DIAGNOSIS: &str = "diagnosi funzionale o richiesta";
    /// Date of the report.
    pub const DATED: &str = "Verbale del";
    /// Per cent.
    pub const PERCENT: &str = "percentuale";
    /// War category.
    pub const WAR: &str = "cat. guerra o servizio";
    /// Revision.
    pub const REVISION: &str = "Revisione il";
    /// Day of the application.
    pub const PRESENTED: &str = "Presentata il";
    /// Conservation.
    pub const CONSERVATION: &str = "lavora sotto il limite di reddito";
    /// List elsewhere.
    pub const OTHER_LIST: &str = "Altro elenco";
    /// Left on.
    pub const LEFT: &str = "cancellata il";
    /// Protocol.
    pub const PROTOCOL: &str = "Protocollo";
    /// Person in charge.
    pub const IN_CHARGE: &str = "responsabile";
    /// Receipt handed.
    pub const HANDED: &str = "ricevuta consegnata alla persona";
    /// A note.
    pub const NOTE: &str = "Nota";
    /// Documents asked for.
    pub const DOCUMENTS: &str = "Documenti chiesti";
    /// Request.
    pub const REQUEST: &str = "Richiesta";
    /// Grounds.
    pub const GROUNDS: &str = "Motivi";
    /// Notice.
    pub const NOTICE: &str = "Preavviso inviato";
    /// Which body.
    pub const WHOM: &str = "Ente e verifica";
    /// Answer.
    pub const ANSWER: &str = "Risposta";
    /// Checks.
    pub const CHECKS: &str = "Verifiche fatte";
    /// Those on the report.
    pub const ON_REPORT: &str = "Sul verbale";
    /// Age.
    pub const AGE: &str = "età lavorativa";
    /// Fits by the record.
    pub const FITS: &str = "risulta dall'anagrafica";
    /// Status.
    pub const STATUS: &str = "stato occupazionale";
    /// Invalidity.
    pub const INVALIDITY: &str = "invalidità o condizione";
    /// Capacity.
    pub const CAPACITY: &str = "capacità residua";
    /// Acceptance.
    pub const ACCEPTANCE: &str = "Comunicazione";
    /// Number in the list.
    pub const LIST: &str = "Numero d'elenco";
    /// Committee.
    pub const COMMITTEE: &str = "scheda comitato";
    /// Proof of receipt.
    pub const PROOF: &str = "Prova del ricevimento";
    /// Observations.
    pub const OBSERVATIONS: &str = "Osservazioni";
    /// Decision.
    pub const DECISION: &str = "Decisione";
    /// Rejection.
    pub const REJECTION: &str = "Atto di rigetto";
    /// Answers.
    pub const ANSWERS: &str = "Risposte";
    /// Withdrawal.
    pub const WITHDRAWAL: &str = "Richiesta di ritiro";
    /// Act.
    pub const ACT: &str = "Atto";
}

/// Help of the fields.
pub mod help {
    /// Day.
    pub const ON: &str = "Il giorno in cui è accaduto: mai futuro, mai prima dell'ultimo passo registrato. I termini contano da qui.";
    /// Reference.
    pub const REFERENCE: &str = "Numero e data del documento che prova il passo: richiesta, preavviso, comunicazione, atto, ricevuta.";
    /// Note.
    pub const NOTE: &str = "Resta fra i dati riservati della domanda. Nessuna diagnosi: solo ciò che serve alla decisione. Invio va a capo.";
    /// Category.
    pub const CATEGORY: &str =
        "Che cosa dà diritto all'iscrizione. È un dato riservato: nella scheda e nell'elenco resta coperto.";
    /// Seen.
    pub const SEEN: &str = "Il verbale, o la prova della categoria protetta, è stato mostrato. Non se ne conserva copia né contenuto.";
    /// Diagnosis.
    pub const DIAGNOSIS: &str = "C'è la diagnosi funzionale, o è stata chiesta alla commissione.";
    /// Date.
    pub const DATED: &str = "La data scritta sul verbale.";
    /// Per cent.
    pub const PERCENT: &str =
        "La percentuale del verbale, senza il segno. La soglia è quella della categoria.";
    /// War.
    pub const WAR: &str = "La categoria, da 1 a 8, degli invalidi di guerra o per servizio.";
    /// Revision.
    pub const REVISION: &str = "La data di revisione scritta sul verbale, se c'è: il programma avvisa prima.";
    /// Presented.
    pub const PRESENTED: &str =
        "Il giorno della domanda, con la persona presente: da qui decorre il termine finale.";
    /// Conservation.
    pub const CONSERVATION: &str =
        "Spuntare se la persona lavora e dichiara un reddito sotto il limite: lo stato si conserva.";
    /// Other list.
    pub const OTHER_LIST: &str = "La provincia o l'ambito dove la persona è già iscritta. Vuoto se non lo è: si sta in un elenco solo.";
    /// Left.
    pub const LEFT: &str =
        "Da quando la persona è cancellata dall'altro elenco: prima non si può iscrivere qui.";
    /// Protocol.
    pub const PROTOCOL: &str = "Il numero di protocollo scritto sulla ricevuta.";
    /// In charge.
    pub const IN_CHARGE: &str =
        "Il responsabile del procedimento, scritto sulla ricevuta. Si propone chi prende la domanda.";
    /// Handed.
    pub const HANDED: &str =
        "Spuntare quando la ricevuta è in mano alla persona: senza, la domanda non si registra.";
    /// Checks.
    pub const CHECK: &str =
        "Spuntare ciò che è stato verificato. Per le categorie protette bastano età e stato occupazionale.";
    /// List.
    pub const LIST: &str = "Il numero con cui la persona è iscritta nell'elenco.";
    /// Committee.
    pub const COMMITTEE: &str =
        "Il riferimento della scheda del comitato tecnico. La scheda resta al comitato.";
    /// Observations.
    pub const OBSERVATIONS: &str =
        "Che cosa risponde la persona: un'osservazione per riga, perché a ognuna si dovrà rispondere.";
    /// Answers.
    pub const ANSWERS: &str =
        "Perché ogni osservazione non si accoglie: una risposta per riga, nello stesso ordine.";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_event_has_a_key_of_its_own() {
        let events: std::collections::BTreeSet<&str> = KEYS.iter().map(|(event, _)| event.label()).collect();
        let letters: std::collections::BTreeSet<char> = KEYS.iter().map(|(_, letter)| *letter).collect();
        assert_eq!((events.len(), letters.len()), (E::ALL.len(), KEYS.len()));
    }
}
