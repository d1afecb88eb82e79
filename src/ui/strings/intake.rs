//! Words of PE04: MiAttivo registrations and PADs.

use chrono::NaiveDate;

use crate::domain::miattivo::{MiAttivoEvent as M, MiAttivoState};
use crate::domain::pad::{PadEvent as P, PadState};

/// Title.
pub const TITLE: &str = "Registrazione MiAttivo e PAD";
/// None of them.
pub const EMPTY: &str = "Nessuna registrazione: F6 registra MiAttivo, U copia un PAD.";
/// What may happen to a registration; its completion and the queue follow by
/// themselves.
pub const REGISTRATION_KEYS: [(M, char); 6] = [
    (M::Convened, 'C'),
    (M::Attended, 'A'),
    (M::NotAttended, 'N'),
    (M::Requeued, 'Q'),
    (M::Closed, 'S'),
    (M::Merged, 'D'),
];
/// What may happen to a PAD.
pub const PAD_KEYS: [(P, char); 11] = [
    (P::Signed, 'F'),
    (P::ContactsValidated, 'V'),
    (P::Referred, 'I'),
    (P::SocialServices, 'O'),
    (P::Documented, 'G'),
    (P::Convened, 'C'),
    (P::PspLinked, 'P'),
    (P::Confirmed, 'R'),
    (P::CopiedAgain, 'K'),
    (P::Overdue, 'T'),
    (P::BenefitEnded, 'B'),
];
/// Registers.
pub const REGISTER: &str = "nuova registrazione MiAttivo";
/// What it asks.
pub const REGISTER_KEEPS: &str = "beneficio, data della domanda INPS, e-mail, cellulare";
/// Copies a PAD.
pub const COPY: &str = "nuovo PAD, atteso o firmato";
/// Its key.
pub const COPY_KEY: char = 'U';
/// What it asks.
pub const COPY_KEEPS: &str = "beneficio e domanda; se firmato fonte, agenzie, recapiti, consenso";
/// First event of a registration.
pub const OPENED: &str = "modulo aperto";
/// First event of a PAD.
pub const EXPECTED: &str = "PAD atteso";
/// Kinds of row.
pub const MIATTIVO: &str = "MiAttivo";
/// Kinds of row.
pub const PAD: &str = "PAD";
/// Column.
pub const BENEFIT_COLUMN: &str = "Beneficio";
/// Labels of a record.
pub const BENEFIT: &str = "beneficio";
/// After the term.
pub const LATE: &str = "ritardo";
/// What that means.
pub const LATE_SAID: &str = "[!] oltre il termine dalla domanda INPS: vale, e resta segnata, R-MIA-3";
/// E-mail.
pub const EMAIL: &str = "e-mail";
/// Mobile.
pub const MOBILE: &str = "cellulare";
/// Who helped.
pub const HELPED: &str = "aiuto di";
/// Note.
pub const NOTE: &str = "nota";
/// Patronato.
pub const PATRONATO: &str = "patronato";
/// Signed.
pub const SIGNED: &str = "firmato";
/// Agencies.
pub const AGENCIES: &str = "agenzie";
/// Contacts.
pub const CONTACTS: &str = "recapiti";
/// Referred.
pub const REFERRED: &str = "al CPI";
/// Social services.
pub const SOCIAL: &str = "serv. soc.";
/// In the pact.
pub const LINKED: &str = "nel patto";
/// Confirmed.
pub const CONFIRMED: &str = "conferma";
/// Ended.
pub const ENDED: &str = "finito";
/// The DID.
pub const DID: &str = "DID";
/// None.
pub const NO_DID: &str = "nessuna";
/// Only AdI.
pub const ONLY_ADI: &str = "riguarda chi riceve l'AdI (R-ADI)";
/// Only AdI and SFL.
pub const ONLY_INCLUSION: &str = "riguarda chi riceve AdI o SFL (R-ADI-3, R-SFL-3)";
/// No contact to validate.
pub const NO_CONTACT: &str = "nel PAD non ci sono recapiti (R-PAD-3)";
/// No pact.
pub const NO_PACT: &str = "nessun patto in vigore: prima PS01 (R-PSP-15)";
/// No benefit.
pub const ONLY_SERVICES: &str = "nessuno: vuole i servizi";
/// All agencies.
pub const ALL_AGENCIES: &str = "tutte";
/// Pages of the form of a PAD.
pub const PAGE_APPLICATION: &str = "Domanda";
/// Signed.
pub const PAGE_SIGNED: &str = "PAD firmato";

fn it(day: NaiveDate) -> impl std::fmt::Display {
    day.format("%d/%m/%Y")
}

/// A benefit, or that there is none.
#[must_use]
pub fn benefit(label: &str) -> &str {
    if label.is_empty() { "nessuno" } else { label }
}

/// A registration in one line.
#[must_use]
pub fn registration(on: NaiveDate) -> String {
    format!("MiAttivo del {}", it(on))
}

/// A PAD in one line.
#[must_use]
pub fn copy(benefit: &str, on: Option<NaiveDate>) -> String {
    on.map_or_else(|| format!("PAD {benefit}"), |on| format!("PAD {benefit} del {}", it(on)))
}

/// A registration is running.
#[must_use]
pub fn running(on: NaiveDate, state: &str) -> String {
    format!("c'è già quella del {}, «{state}» (R-PRE-3)", it(on))
}

/// What comes next of a registration.
#[must_use]
pub fn next(state: MiAttivoState) -> &'static str {
    use MiAttivoState as S;
    match state {
        S::Started | S::Registered | S::LateRegistered | S::Queued => "convocare la persona",
        S::Convened => "attendere l'appuntamento e la firma del PSP",
        S::NotAttended => "verificare il caso di condizionalità (CO01)",
        S::Attended | S::Closed => "",
    }
}

/// What comes next of a PAD.
#[must_use]
pub fn pad_next(state: PadState) -> &'static str {
    use PadState as S;
    match state {
        S::Expected => "attendere la firma su SIISL",
        S::Overdue => "invitare la persona a firmare, o convocarla",
        S::Signed => "convalidare i recapiti e convocare la persona",
        S::ContactsValidated => "convocare la persona per il patto",
        S::Convened => "attendere il patto",
        S::PspLinked | S::Archived => "",
    }
}

/// A benefit with the day of its application.
#[must_use]
pub fn applied(benefit: &str, on: Option<NaiveDate>) -> String {
    on.map_or_else(|| benefit.to_owned(), |on| format!("{benefit}, domanda INPS del {}", it(on)))
}

/// A benefit with application and first day.
#[must_use]
pub fn granted(benefit: &str, applied: Option<NaiveDate>, from: Option<NaiveDate>) -> String {
    let mut text = benefit.to_owned();
    text.push_str(&applied.map(|on| format!(", domanda del {}", it(on))).unwrap_or_default());
    text.push_str(&from.map(|on| format!(", dal {}", it(on))).unwrap_or_default());
    text
}

/// Signature and copy.
#[must_use]
pub fn signed(on: NaiveDate, source: &str, copied: Option<NaiveDate>) -> String {
    let copied = copied.map(|day| format!(", copia del {}", it(day))).unwrap_or_default();
    format!("il {}; fonte {source}{copied}", it(on))
}

/// An agency, and when the contact with it was proved.
#[must_use]
pub fn agency(name: &str, documented: Option<NaiveDate>) -> String {
    documented.map_or_else(|| name.to_owned(), |day| format!("{name} (contatto del {})", it(day)))
}

/// The contacts of a PAD; empty when it has none.
#[must_use]
pub fn contacts(email: &str, mobile: &str, consent: bool, validated: Option<NaiveDate>) -> String {
    let mut parts: Vec<String> =
        [email, mobile].into_iter().filter(|text| !text.trim().is_empty()).map(str::to_owned).collect();
    if parts.is_empty() {
        return String::new();
    }
    parts.push(if consent { "con consenso" } else { "senza consenso" }.to_owned());
    parts.push(
        validated.map_or_else(|| "da convalidare".to_owned(), |day| format!("convalidati il {}", it(day))),
    );
    parts.join(", ")
}

/// The DID with its benefit.
#[must_use]
pub fn did(state: &str, benefit: &str, on: Option<NaiveDate>) -> String {
    let on = on.map(|on| format!(", domanda del {}", it(on))).unwrap_or_default();
    let benefit = if benefit.is_empty() { "nessun beneficio" } else { benefit };
    format!("{state}, {benefit}{on}")
}

/// A version of the pact.
#[must_use]
pub fn version(number: u32, state: &str) -> String {
    format!("versione {number}, {state}")
}

/// Labels of the forms.
pub mod fields {
    /// Day.
    pub const ON: &str = "Data";
    /// Benefit.
    pub const BENEFIT: &str = "Beneficio";
    /// INPS application.
    pub const INPS_DATE: &str = "domanda INPS del";
    /// Day of the registration.
    pub const REGISTERED: &str = "Registrata il";
    /// Helped.
    pub const HELPED: &str = "con l'aiuto dell'ufficio";
    /// E-mail.
    pub const EMAIL: &str = "E-mail";
    /// Mobile.
    pub const MOBILE: &str = "Cellulare";
    /// The same beside another field.
    pub const MOBILE_SHORT: &str = "cell.";
    /// Note.
    pub const NOTE: &str = "Nota";
    /// Proof.
    pub const EVIDENCE: &str = "Prova";
    /// Who goes on.
    pub const SURVIVOR: &str = "Scheda che resta";
    /// Application.
    pub const APPLIED: &str = "domanda";
    /// First day.
    pub const FROM: &str = "dal";
    /// Patronato.
    pub const PATRONATO: &str = "Patronato";
    /// Signature.
    pub const SIGNED: &str = "Firmato il";
    /// Validation.
    pub const VALIDATED: &str = "recapiti ok il";
    /// Referral.
    pub const REFERRED: &str = "al CPI il";
    /// Source.
    pub const SOURCE: &str = "Fonte";
    /// Copy.
    pub const COPIED: &str = "copia del";
    /// Agencies.
    pub const AGENCIES: [&str; 5] = ["Agenzia 1", "Agenzia 2", "Agenzia 3", "Agenzia 4", "Agenzia 5"];
    /// Contact of an agency.
    pub const CONTACT: &str = "recapito";
    /// Attends.
    pub const ATTENDS: &str = "si impegna a presentarsi";
    /// Consent.
    pub const CONSENT: &str = "consente i recapiti";
    /// Agency.
    pub const AGENCY: &str = "Agenzia";
    /// Version.
    pub const VERSION: &str = "Patto";
}

/// Help of the fields.
pub mod help {
    /// Day.
    pub const ON: &str = "Il giorno in cui è accaduto, non quello in cui lo si scrive.";
    /// Benefit.
    pub const BENEFIT: &str =
        "Il beneficio chiesto all'INPS. Chi non ne ha chiesti si registra solo per i servizi, senza termini.";
    /// INPS date.
    pub const INPS_DATE: &str = "La data della domanda all'INPS: da qui contano i giorni per registrarsi.";
    /// Registered.
    pub const REGISTERED: &str =
        "Il giorno della registrazione su MiAttivo. Vuota o oggi se la si fa adesso.";
    /// Helped.
    pub const HELPED: &str =
        "Spuntata se la registrazione è fatta qui con un operatore: resta scritto chi ha aiutato.";
    /// E-mail.
    pub const EMAIL: &str = "Quella data nella registrazione. Si propone quella dell'anagrafica.";
    /// Mobile.
    pub const MOBILE: &str = "Il cellulare dato nella registrazione. Si propone quello dell'anagrafica.";
    /// Note.
    pub const NOTE: &str = "Nota d'ufficio: non si stampa e non esce. Nessun dato sulla salute.";
    /// Proof.
    pub const EVIDENCE: &str = "Che cosa lo prova: la convocazione, il patto firmato, l'ufficio che segue la persona, il messaggio ricevuto.";
    /// Survivor.
    pub const SURVIVOR: &str =
        "La scheda giusta della stessa persona: va aperta prima (Ctrl+F), poi compare in questo elenco.";
    /// Benefit of a PAD.
    pub const PAD_BENEFIT: &str = "Il beneficio a cui il PAD appartiene: da esso dipendono i termini.";
    /// Application.
    pub const APPLIED: &str = "La data della domanda del beneficio.";
    /// First day.
    pub const FROM: &str = "Il primo giorno del beneficio: da qui contano i giorni per firmare (NASpI e DIS-COLL). Può essere futuro.";
    /// Contacts of the application.
    pub const INPS_CONTACT: &str =
        "Il recapito dato nella domanda all'INPS: se il PAD non ne ha di convalidati vale questo.";
    /// Patronato.
    pub const PATRONATO: &str =
        "Chi ha presentato la domanda, con il suo indirizzo: riceve anche lui la convocazione.";
    /// Signed.
    pub const SIGNED: &str =
        "Quando la persona ha firmato su SIISL. Vuota finché il PAD è atteso: al banco non si firma.";
    /// Validated.
    pub const VALIDATED: &str =
        "Quando e-mail e cellulare sono stati convalidati su SIISL: da allora provano la convocazione.";
    /// Referred.
    pub const REFERRED: &str =
        "Quando INPS ha inviato la persona al CPI: da qui decorre il termine del patto.";
    /// Source.
    pub const SOURCE: &str =
        "Da dove si copia: SIISL, il sistema regionale, o la copia che la persona mostra.";
    /// Copied.
    pub const COPIED: &str = "Il giorno in cui la copia è stata presa.";
    /// Agency.
    pub const AGENCY: &str =
        "Un'agenzia per il lavoro o un intermediario scelto nel PAD. Ne servono almeno tre, diversi.";
    /// Contact.
    pub const CONTACT: &str = "Indirizzo, telefono o e-mail dell'agenzia.";
    /// E-mail.
    pub const PAD_EMAIL: &str = "L'e-mail scritta nel PAD.";
    /// Mobile.
    pub const PAD_MOBILE: &str = "Il cellulare scritto nel PAD.";
    /// Attends.
    pub const ATTENDS: &str = "Nel PAD la persona si impegna a presentarsi alla convocazione.";
    /// Consent.
    pub const CONSENT: &str = "Nel PAD la persona consente di essere convocata a quei recapiti.";
    /// Documented.
    pub const DOCUMENTED: &str = "L'agenzia il cui contatto è stato dimostrato; tutte, se lo sono tutte.";
    /// Version.
    pub const VERSION: &str = "La versione del patto in vigore in cui il PAD è stato portato.";
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_event_has_a_key_of_its_own() {
        let of = |letters: Vec<char>| letters.iter().collect::<BTreeSet<_>>().len();
        let registered: Vec<char> = REGISTRATION_KEYS.iter().map(|(_, letter)| *letter).collect();
        let copied: Vec<char> = PAD_KEYS.iter().map(|(_, letter)| *letter).collect();
        assert_eq!(of(registered), REGISTRATION_KEYS.len());
        assert_eq!((of(copied.clone()), copied.len()), (P::ALL.len(), P::ALL.len()));
        assert!(!copied.contains(&COPY_KEY));
    }
}
