//! Words of PE02.

use chrono::NaiveDate;

use crate::domain::deadline::Term;

/// DI02 from the card.
pub const JOBS: &str = "Lavori e redditi";
/// CO01 from the card.
pub const TO_CASES: &str = "Casi di condizionalità";
/// CM01 from the card.
pub const TO_TARGETED: &str = "Collocamento mirato";
/// PE04 from the card.
pub const TO_INTAKE: &str = "MiAttivo e PAD";
/// DC01 from the card.
pub const TO_DOCUMENTS: &str = "Documenti e stampe";
/// PE05 from the card.
pub const TO_HISTORY: &str = "Storia, com'era";
/// PE05 from the card, for one's last save.
pub const TO_UNDO: &str = "Annulla l'ultimo salvataggio";
/// PE07 from the card.
pub const TO_RIGHTS: &str = "Diritti sui dati";
/// Heading of the registrations.
pub const INTAKE: &str = "MIATTIVO E PAD";
/// Title of the screen.
pub const TITLE: &str = "Scheda persona";
/// Title of the same as it stood.
pub const TITLE_STOOD: &str = "Scheda com'era";
/// Its tabs.
pub const TABS: [&str; 8] = ["Riepilogo", "DID", "PSP", "LEP", "Appunt.", "Documenti", "Storia", "Scad."];
/// 1-8.
pub const SHEET: &str = "Scheda";
/// Headings.
pub const STATE: &str = "STATO";
/// Heading of the terms.
pub const DEADLINES: &str = "SCADENZE";
/// Heading of what to do.
pub const TO_DO: &str = "DA FARE";
/// Heading of the next appointment.
pub const NEXT: &str = "PROSSIMO APPUNTAMENTO";
/// Heading of the contacts.
pub const CONTACTS: &str = "CONTATTI";
/// Heading of the last events.
pub const LATEST: &str = "ULTIMI EVENTI";
/// Heading of the note.
pub const NOTE: &str = "NOTA D'UFFICIO (non stampata)";
/// Heading of the accepted warnings.
pub const WARNINGS: &str = "AVVISI ACCETTATI";
/// Heading of the conditionality cases.
pub const CASES: &str = "CASI DI CONDIZIONALITÀ";
/// Heading of the applications for targeted placement.
pub const TARGETED: &str = "COLLOCAMENTO MIRATO";
/// Heading of the state changes, where something stands above them.
pub const EVENTS: &str = "EVENTI";
/// What comes next.
pub const NEXT_STEP: &str = "poi";
/// Until when.
pub const UNTIL: &str = "entro";
/// Consequence.
pub const CONSEQUENCE: &str = "conseguenza";
/// Reason of an absence or a refusal; category of an application.
pub const REASON: &str = "motivo";
/// Category of an application.
pub const CATEGORY: &str = "categoria";

/// An application: when, which number, who is in charge.
pub fn application(on: NaiveDate, protocol: &str, in_charge: &str) -> String {
    format!("domanda del {}, prot. {protocol}, {in_charge}", on.format("%d/%m/%Y"))
}

/// What is proposed, with the occurrence it is of its letter, and of a) and b).
pub fn proposed(consequence: &str, occurrence: u32, both: u32) -> String {
    let both = if both > 0 { format!("; a) e b) insieme: {both}") } else { String::new() };
    format!("proposta: {consequence} (episodio {occurrence}{both})")
}

/// What the act says.
pub fn adopted(consequence: &str, act: &str) -> String {
    format!("adottata: {consequence} ({act})")
}

/// A category with the degree of the report.
pub fn category(label: &str, percent: Option<u32>) -> String {
    percent.map_or_else(|| label.to_owned(), |percent| format!("{label}, {percent}%"))
}

/// Heading of the notices given.
pub const NOTICES: &str = "INFORMATIVE";
/// Labels of the summary.
pub const PSP: &str = "PSP";
/// Label.
pub const ASSESSMENT: &str = "Assessment";
/// Label.
pub const PRIVACY: &str = "Informativa";
/// The assessment is missing.
pub const TO_BE_DONE: &str = "da fare";
/// There is none.
pub const NONE: &str = "nessuno";
/// There is none (feminine).
pub const NO_DID: &str = "nessuna";
/// Nothing on this tab.
pub const NOTHING: &str = "Niente da mostrare.";
/// The notice was not given.
pub const NOT_GIVEN: &str = "[!] da consegnare: tasto I";
/// I registers the notice.
pub const GIVE_NOTICE: &str = "Informativa consegnata";
/// The notice is stored.
pub const NOTICE_GIVEN: &str = "Informativa registrata.";
/// The contact was checked.
pub const CHECKED: &str = "verificato";
/// The e-mail was checked.
pub const CHECKED_MAIL: &str = "verificata";
/// No contact at all.
pub const NO_CONTACT: &str = "nessun recapito";
/// Communications.
pub const TO_DOMICILE: &str = "comunicazioni: domicilio";
/// The record is being read.
pub const READING: &str = "Leggo la scheda…";
/// Enter.
pub const OPENS: &str = "Apre";
/// To-do labels.
pub const DO_DID: &str = "DID";
/// The interview.
pub const DO_ASSESSMENT: &str = "Assessment";
/// The pact.
pub const DO_PSP: &str = "Patto di servizio (PSP)";
/// The LEP log.
pub const DO_LEP: &str = "Attività LEP";
/// The appointment.
pub const DO_APPOINTMENT: &str = "Appuntamento";
/// The person's data.
pub const DO_DATA: &str = "Anagrafica";
/// Short words of the same for the key bar.
pub const KEYS: [&str; 6] = ["DID", "Assessment", "Patto", "LEP", "Appuntamento", "Anagrafica"];
/// First the DID.
pub const DID_FIRST: &str = "da inserire";
/// The assessment comes before the pact.
pub const BEFORE_PSP: &str = "prima del PSP";
/// No row is logged.
pub const NO_ROW: &str = "nessuna registrata";
/// Nothing is booked.
pub const TO_BOOK: &str = "da fissare";

fn it(day: NaiveDate) -> impl std::fmt::Display {
    day.format("%d/%m/%Y")
}

/// The record failed to come.
#[must_use]
pub fn failed(why: &str) -> String {
    format!("La scheda non si legge: {why} F5 riprova.")
}

/// `del 23/11/2026`.
#[must_use]
pub fn of(day: NaiveDate) -> String {
    format!("del {}", it(day))
}

/// `il 23/11/2026`.
#[must_use]
pub fn on(day: NaiveDate) -> String {
    format!("il {}", it(day))
}

/// `entro 27/11 R-PSP-5`.
#[must_use]
pub fn by(term: &Term) -> String {
    format!("entro {} {}", term.due.format("%d/%m"), term.rule)
}

/// Version and state of a pact.
#[must_use]
pub fn version(number: u32, state: &str) -> String {
    format!("versione {number}, {state}")
}

/// Rows logged and proposed.
#[must_use]
pub fn rows(logged: usize, proposed: usize) -> String {
    match (logged, proposed) {
        (0, 0) => NO_ROW.to_owned(),
        (logged, 0) => format!("{logged} registrate"),
        (_, 1) => "1 proposta".to_owned(),
        (_, proposed) => format!("{proposed} proposte"),
    }
}

/// A row that an act proposes.
#[must_use]
pub fn proposal(lep: &str, day: NaiveDate) -> String {
    format!("{}  LEP {lep}  proposta, non registrata (L)", it(day))
}

/// A case that an absence proposes.
#[must_use]
pub fn case_to_open(on: NaiveDate, benefit: &str) -> String {
    format!("Caso da aprire: assenza non giustificata del {} ({benefit})", it(on))
}

/// A notice given.
#[must_use]
pub fn notice(version: &str, on: NaiveDate) -> String {
    format!("v. {version} consegnata il {}", it(on))
}

/// A warning accepted: rule, sentence, reason, who.
#[must_use]
pub fn warning(rule: &str, text: &str, reason: &str, by: &str, on: NaiveDate) -> String {
    format!("{}  {rule}  {text}  Motivo: {reason}  ({by})", it(on))
}

/// `mobile 333 0000000 verificato`.
#[must_use]
pub fn contact(label: &str, text: &str, checked: Option<&str>) -> String {
    checked.map_or_else(|| format!("{label}{text}"), |checked| format!("{label}{text}  {checked}"))
}

/// Pages of a document.
#[must_use]
pub fn document(number: &str, version: u32, issued: NaiveDate, by: &str, pages: u32) -> String {
    let pages = if pages > 0 { format!("  {pages} pag.") } else { String::new() };
    format!("{number}  versione {version}  emesso il {} da {by}{pages}", it(issued))
}
