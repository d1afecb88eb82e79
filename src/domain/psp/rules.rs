//! What a version must have before it goes on paper (psp-template § 2).
//!
//! Numbers R-PAT are the program's own, for what the law takes for granted.

use chrono::NaiveDate;

use super::{Measure, PspVersion, SearchAct};
use crate::domain::assessment::Assessment;
use crate::domain::did::Did;
use crate::domain::finding::{Finding, Level, Rule};
use crate::domain::registrant::Registrant;

const fn rule(id: &'static str, level: Level, reference: &'static str, text: &'static str) -> Rule {
    Rule { id, level, reference, text }
}
const fn element(text: &'static str) -> Rule {
    rule("R-PSP-2", Level::Block, "D.Lgs. 150/2015 art. 20 c.2", text)
}
const fn availability(text: &'static str) -> Rule {
    rule("R-PSP-3", Level::Block, "D.Lgs. 150/2015 art. 20 c.3", text)
}
const fn party(text: &'static str) -> Rule {
    rule("R-PAT-6", Level::Block, "chi firma il patto", text)
}

/// No open DID.
pub const NO_DID: Rule = rule(
    "R-PSP-1",
    Level::Block,
    "D.Lgs. 150/2015 art. 20 c.1; art. 21 c.1-2",
    "Manca una DID aperta: il patto si fa dopo la DID.",
);
/// (a) nobody responsible.
pub const OFFICER: Rule = element("Manca il responsabile delle attività.");
/// (b) no employability profile.
pub const PROFILE: Rule = element("Manca il profilo: né indice né valutazione dell'operatore.");
/// (c) no job-search act.
pub const SEARCH: Rule = element("Manca almeno un'azione di ricerca con quante o quando.");
/// (c) an act without its timing.
pub const SEARCH_TIMING: Rule = element("L'azione «{}» non dice né quante o quando né entro quando.");
/// (d) no frequency.
pub const FREQUENCY: Rule = element("Manca ogni quanto ci si sente.");
/// (d) no way of keeping contact.
pub const CONTACT_MODE: Rule = element("Manca come ci si sente.");
/// (e) no proof.
pub const PROOF: Rule = element("Manca come la persona dimostra la ricerca.");
/// (a) initiatives and workshops.
pub const INITIATIVES: Rule = availability("Manca la disponibilità a incontri e laboratori (lettera a).");
/// (b) training.
pub const TRAINING: Rule = availability("Manca la disponibilità a formazione e altre misure (lettera b).");
/// (c) offers.
pub const OFFERS: Rule = availability("Manca la disponibilità ad accettare offerte congrue (lettera c).");
/// No address for communications.
pub const ADDRESS: Rule = rule(
    "R-PSP-12",
    Level::Block,
    "nota ANPAL 9616/2018",
    "Manca l'indirizzo a cui la persona vuole ricevere le comunicazioni.",
);
/// No agreed channel of convocation.
pub const CHANNEL: Rule = rule(
    "R-PSP-13",
    Level::Block,
    "D.Lgs. 150/2015 art. 21 c.6",
    "Manca il modo concordato di convocazione.",
);
/// Recipients: no agreement on working days.
pub const WORKING_DAYS: Rule = rule(
    "R-PSP-13",
    Level::Block,
    "D.Lgs. 150/2015 art. 21 c.6",
    "Con NASpI o DIS-COLL va concordata la convocazione in un giorno lavorativo.",
);
/// Notice of art. 13 GDPR not given.
pub const NOTICE: Rule = rule(
    "R-PRV-2",
    Level::Block,
    "GDPR art. 13",
    "L'informativa sui dati personali non risulta consegnata: versione e data.",
);
/// No sectors for offers.
pub const SECTORS: Rule = rule(
    "R-PSP-20",
    Level::Warn,
    "DM 42/2018 art. 4",
    "Mancano i settori: le offerte congrue non si possono valutare.",
);
/// No objective.
pub const OBJECTIVE: Rule =
    rule("R-PAT-8", Level::Warn, "patto di servizio, sezione 4", "Manca l'obiettivo concordato.");
/// No measure and no reason.
pub const MEASURES: Rule = rule(
    "R-PAT-9",
    Level::Block,
    "patto di servizio, sezione 6",
    "Manca una misura, o il motivo per cui non c'è.",
);
/// Confirmation date past.
pub const CONFIRM_PAST: Rule =
    rule("R-PSP-16", Level::Block, "durata del patto", "La data di conferma {} è già passata.");
/// A minor without who has parental responsibility.
pub const GUARDIAN: Rule = rule(
    "R-DID-15",
    Level::Warn,
    "L. 296/2006 art. 1 c.622",
    "La persona è minorenne: manca chi esercita la responsabilità genitoriale.",
);
/// Data of the person missing.
pub const PERSON: Rule = party("Nei dati della persona manca {}.");
/// Data of the office missing.
pub const OFFICE: Rule = party("Nei dati dell'ufficio mancano il nome o l'ente.");
/// Identity document missing; in person it must have been seen.
pub const IDENTITY: Rule = rule(
    "R-PAT-7",
    Level::Block,
    "DPR 445/2000 art. 35: identità verificata allo sportello",
    "Manca il documento d'identità: tipo e numero.",
);
/// No interview before the pact.
pub const NO_ASSESSMENT: Rule = rule(
    "R-PSP-11",
    Level::Warn,
    "D.Lgs. 150/2015 art. 20 c.1",
    "Manca l'assessment: il colloquio viene prima del patto.",
);
/// Somebody has a pact already.
pub const SECOND_PACT: Rule = rule(
    "R-PSP-15",
    Level::Block,
    "un patto per volta; DL 48/2023 art. 4-6",
    "C'è già un patto {}: si integra quello con una nuova versione.",
);
/// A version of the pact is being made already.
pub const SECOND_DRAFT: Rule = rule(
    "R-PSP-15",
    Level::Block,
    "un patto per volta; DL 48/2023 art. 4-6",
    "C'è già una versione in stato «{}»: completare quella.",
);
/// Only a pact in force is integrated.
pub const NOT_IN_FORCE: Rule = rule(
    "R-PSP-15",
    Level::Block,
    "un patto per volta; DL 48/2023 art. 4-6",
    "Si integra solo un patto attivo: questo è «{}».",
);
/// Issued: the text stands.
pub const FROZEN: Rule = rule(
    "R-PSP-14",
    Level::Block,
    "ogni modifica è una nuova versione firmata",
    "La versione è in stato «{}»: non si modifica. Annullarla se nessuno ha firmato, o aprirne una nuova.",
);
/// Signed by one: an error is no longer an annulment.
pub const SIGNED_ALREADY: Rule = rule(
    "R-PSP-14",
    Level::Block,
    "ogni modifica è una nuova versione firmata",
    "Una firma c'è già: la versione non si annulla più.",
);
/// This signature is there.
pub const SIGNED_TWICE: Rule =
    rule("R-PSP-10", Level::Block, "due firme, ognuna una volta", "Questa firma è già registrata.");
/// Not signed by both.
pub const NOT_SIGNED: Rule = rule(
    "R-PSP-10",
    Level::Block,
    "due firme, poi la copia alla persona",
    "La copia si consegna quando ci sono le due firme: la versione è in stato «{}».",
);
/// The machine does not allow it.
pub const NO_STEP: Rule =
    rule("R-PAT-1", Level::Block, "stati del patto", "La versione è in stato «{}»: qui non è possibile.");
/// A reason is wanted.
pub const REASON: Rule = rule("R-PAT-4", Level::Block, "stati del patto", "Manca il motivo.");
/// A number on paper that is not one of this office and year, or is taken.
pub const NUMBER: Rule = rule(
    "R-PAT-11",
    Level::Block,
    "numeri dei documenti",
    "Il numero «{}» non va bene: non è di questo ufficio e di quest'anno, o è già usato.",
);

/// Everything a version rests on, read before the rules look at it.
#[derive(Clone, Copy, Debug)]
pub struct PspFacts<'a> {
    /// The version.
    pub version: &'a PspVersion,
    /// Whose it is.
    pub person: &'a Registrant,
    /// The DID it rests on.
    pub did: Option<&'a Did>,
    /// The assessment it refers to.
    pub assessment: Option<&'a Assessment>,
    /// Rows of section 6.
    pub measures: &'a [Measure],
    /// Rows of section 7.
    pub search_acts: &'a [SearchAct],
    /// Was a privacy notice given to this person?
    pub notice_given: bool,
    /// Has the office the name and body printed on top?
    pub office_named: bool,
    /// Today.
    pub today: NaiveDate,
}

/// What is missing, section by section: blocks and warnings with the field
/// `section.<n>.<field>`. Nothing that blocks = the version is complete.
#[must_use]
pub fn check(facts: &PspFacts<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    parties(facts, &mut found);
    profile(facts, &mut found);
    contact(facts, &mut found);
    work(facts, &mut found);
    terms(facts, &mut found);
    found
}

fn blank(text: &str) -> bool {
    text.trim().is_empty()
}

fn parties(facts: &PspFacts<'_>, found: &mut Vec<Finding>) {
    let PspFacts { version, person, .. } = facts;
    if !facts.office_named {
        found.push(OFFICE.at("section.1.office"));
    }
    let wanted = [
        (blank(&person.fiscal_code), "section.1.fiscal_code", "il codice fiscale"),
        (blank(&person.surname) || blank(&person.name), "section.1.surname", "il nome o il cognome"),
        (person.birth_date.is_none(), "section.1.birth_date", "la data di nascita"),
        (blank(&person.birth_place), "section.1.birth_place", "il luogo di nascita"),
    ];
    found.extend(wanted.into_iter().filter(|w| w.0).map(|(_, field, what)| PERSON.at(field).with(what)));
    if blank(&person.id_doc_type) || blank(&person.id_doc_number) {
        found.push(IDENTITY.at("section.1.id_doc_type"));
    }
    if person.age_on(facts.today).is_some_and(|age| age < 18) && blank(&person.guardian_name) {
        found.push(GUARDIAN.at("section.1.guardian_name"));
    }
    if blank(&version.contact_address) {
        found.push(ADDRESS.at("section.1.contact_address"));
    }
    if !facts.did.is_some_and(Did::is_open) {
        found.push(NO_DID.at("section.2.did"));
    }
}

fn profile(facts: &PspFacts<'_>, found: &mut Vec<Finding>) {
    let assessed = facts
        .assessment
        .is_some_and(|a| !blank(&a.judgement) || !blank(&a.index_value) && a.index_date.is_some());
    if !assessed {
        found.push(PROFILE.at("section.3.assessment"));
    }
    if facts.assessment.is_some_and(|a| blank(&a.sectors)) {
        found.push(SECTORS.at("section.3.sectors"));
    }
    if blank(&facts.version.objective) {
        found.push(OBJECTIVE.at("section.4.objective"));
    }
}

fn contact(facts: &PspFacts<'_>, found: &mut Vec<Finding>) {
    let version = facts.version;
    if version.case_officer.is_none() {
        found.push(OFFICER.at("section.5.case_officer"));
    }
    if blank(&version.contact_frequency) {
        found.push(FREQUENCY.at("section.5.contact_frequency"));
    }
    if blank(&version.contact_mode) {
        found.push(CONTACT_MODE.at("section.5.contact_mode"));
    }
    if blank(&version.convocation_channel) {
        found.push(CHANNEL.at("section.5.convocation_channel"));
    }
    if facts.did.is_some_and(|did| did.benefit.is_insurance()) && !version.working_day_calls {
        found.push(WORKING_DAYS.at("section.5.working_day_calls"));
    }
}

fn work(facts: &PspFacts<'_>, found: &mut Vec<Finding>) {
    let version = facts.version;
    if facts.measures.is_empty() && blank(&version.no_measure_reason) {
        found.push(MEASURES.at("section.6.no_measure_reason"));
    }
    if facts.search_acts.is_empty() {
        found.push(SEARCH.at("section.7.search_acts"));
    }
    let untimed = facts.search_acts.iter().filter(|act| blank(&act.quantity) && act.by_date.is_none());
    found.extend(untimed.map(|act| SEARCH_TIMING.at("section.7.search_acts").with(&act.action)));
    if blank(&version.proof_method) {
        found.push(PROOF.at("section.7.proof_method"));
    }
}

fn terms(facts: &PspFacts<'_>, found: &mut Vec<Finding>) {
    let version = facts.version;
    if !version.available_initiatives {
        found.push(INITIATIVES.at("section.9.available_initiatives"));
    }
    if !version.available_training {
        found.push(TRAINING.at("section.9.available_training"));
    }
    if !version.accepts_offers {
        found.push(OFFERS.at("section.9.accepts_offers"));
    }
    if !facts.notice_given || blank(&version.privacy_version) || version.privacy_date.is_none() {
        found.push(NOTICE.at("section.13.privacy_version"));
    }
    if let Some(past) = version.confirm_by.filter(|day| *day < facts.today) {
        found.push(CONFIRM_PAST.at("section.14.confirm_by").with(past.format("%d/%m/%Y")));
    }
}

/// The section of the PSP a finding speaks of, 1 to 15.
#[must_use]
pub fn section_of(finding: &Finding) -> Option<u8> {
    finding.field.as_deref()?.strip_prefix("section.")?.split('.').next()?.parse().ok()
}

/// How a section stands in the list of PS01.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sign {
    /// Nothing to say.
    #[default]
    Fine,
    /// Something to think of.
    Warned,
    /// Something blocks the issue.
    Missing,
}

/// The sign of each of the fifteen sections, in order.
#[must_use]
pub fn signs(findings: &[Finding]) -> [Sign; 15] {
    let mut signs = [Sign::Fine; 15];
    for finding in findings {
        let sign = match finding.level {
            Level::Block => Sign::Missing,
            Level::Warn => Sign::Warned,
            Level::Show | Level::Record => continue,
        };
        let slot = section_of(finding).and_then(|n| signs.get_mut(usize::from(n).checked_sub(1)?));
        if let Some(slot) = slot {
            *slot = (*slot).max(sign);
        }
    }
    signs
}

/// Is every blocking point filled?
#[must_use]
pub fn is_complete(findings: &[Finding]) -> bool {
    findings.iter().all(|finding| finding.level != Level::Block)
}

#[cfg(test)]
mod tests;
