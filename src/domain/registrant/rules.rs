//! What is checked of a person's data before it is saved.
//!
//! Numbers R-ANA are the program's own, for data the law takes for granted;
//! all others are those of the study of the law.

use chrono::{Datelike, NaiveDate, TimeDelta};

use super::Registrant;
use crate::domain::codes::PlaceCode;
use crate::domain::finding::{Finding, Level, Rule};
use crate::domain::fiscal_code::{self, FiscalCode, Given};
use crate::domain::text::is_control;

const fn block(text: &'static str) -> Rule {
    Rule { id: "R-ANA-1", level: Level::Block, reference: "dati necessari alla SAP", text }
}

/// Surname missing.
pub const SURNAME: Rule = block("Manca il cognome.");
/// Name missing.
pub const NAME: Rule = block("Manca il nome.");
/// Birth date missing.
pub const BIRTH_DATE: Rule = block("Manca la data di nascita.");
/// Birth date after today.
pub const BIRTH_FUTURE: Rule = block("La data di nascita {} è futura.");
/// Birth date before anybody alive was born.
pub const BIRTH_LONG_AGO: Rule = block("La data di nascita {} è di oltre 120 anni fa.");
/// Sex missing.
pub const SEX: Rule = block("Manca il sesso.");
/// Citizenship missing.
pub const CITIZENSHIP: Rule = block("Manca la cittadinanza.");
/// A code no table has.
pub const UNKNOWN_CODE: Rule = block("«{}» non è nella tabella: scegliere dall'elenco (F4).");
/// Too long for any paper.
pub const TOO_LONG: Rule = block("Testo troppo lungo: {} caratteri, al massimo {}.");
/// A character that cannot be printed.
pub const CONTROL: Rule = block("Il testo contiene un carattere invisibile: riscriverlo.");

/// A year nobody can mean.
pub const ODD_DATE: Rule = block("La data {} non può essere giusta: l'anno va dal 1900 al 2199.");

/// A person of this fiscal code is here already.
pub const DOUBLE: Rule = Rule {
    id: "R-ANA-2",
    level: Level::Warn,
    reference: "una persona, una scheda",
    text: "Questo codice fiscale è già di {}: aprire quella scheda, o scrivere perché serve una seconda.",
};
/// E-mail not checked with the person.
pub const EMAIL_UNVERIFIED: Rule = Rule {
    id: "R-CNV-9",
    level: Level::Show,
    reference: "delibera ANPAL 54/2019; DM 174/2024 art. 3",
    text: "L'e-mail non è ancora verificata: non vale come prova di convocazione.",
};
/// E-mail without the shape of one.
pub const EMAIL_SHAPE: Rule = Rule {
    id: "R-ANA-3",
    level: Level::Warn,
    reference: "recapiti utili",
    text: "«{}» non sembra un indirizzo e-mail.",
};
/// Document expired.
pub const DOCUMENT_EXPIRED: Rule = Rule {
    id: "R-ANA-4",
    level: Level::Show,
    reference: "D.P.R. 445/2000 art. 45",
    text: "Il documento è scaduto il {}.",
};
/// No way to reach the person.
pub const NO_CONTACT: Rule = Rule {
    id: "R-ANA-5",
    level: Level::Warn,
    reference: "R-CNV-8: serve un recapito per convocare",
    text: "Manca un recapito: né cellulare, né telefono, né e-mail, né PEC.",
};

/// A notice given tomorrow.
pub const NOTICE_FUTURE: Rule = Rule {
    id: "R-PRV-2",
    level: Level::Block,
    reference: "GDPR art. 13",
    text: "La data {} è futura: l'informativa si registra dal giorno in cui è stata data.",
};

/// What the tables and the archive know about the codes of a person; asked
/// outside, so that the rules stay pure.
#[derive(Clone, Copy, Debug, Default)]
pub struct Known<'a> {
    /// Is the place of birth in the table, and what do its dates say?
    pub birth_place: Option<&'a Finding>,
    /// The fields whose codes no table has.
    pub unknown_codes: &'a [&'static str],
    /// Somebody else here with the same fiscal code.
    pub same_code: Option<&'a str>,
}

/// Longest text of a one-line field, in characters.
pub const LINE: usize = 120;
/// Longest note, in characters.
pub const NOTE: usize = 4000;

/// Everything the rules say about a person's data.
#[must_use]
pub fn check(person: &Registrant, known: Known<'_>, today: NaiveDate) -> Vec<Finding> {
    let mut found = Vec::new();
    texts(person, &mut found);
    fiscal(person, known, &mut found);
    identity(person, today, &mut found);
    for field in known.unknown_codes {
        found.push(UNKNOWN_CODE.at(field).with(value_of(person, field)));
    }
    contacts(person, &mut found);
    for (field, day) in [
        ("id_doc_issued_on", person.id_doc_issued_on),
        ("id_doc_expires_on", person.id_doc_expires_on),
        ("permit_expires_on", person.permit_expires_on),
        ("last_job_end", person.last_job_end),
        ("email_verified_on", person.email_verified_on),
        ("mobile_verified_on", person.mobile_verified_on),
    ] {
        if let Some(day) = day.filter(|day| !(1900..=2199).contains(&day.year())) {
            found.push(ODD_DATE.at(field).with(day.format("%d/%m/%Y")));
        }
    }
    if let Some(expired) = person.id_doc_expires_on.filter(|day| *day < today) {
        found.push(DOCUMENT_EXPIRED.at("id_doc_expires_on").with(expired.format("%d/%m/%Y")));
    }
    found
}

fn fiscal(person: &Registrant, known: Known<'_>, found: &mut Vec<Finding>) {
    let code = match FiscalCode::parse(&person.fiscal_code) {
        Ok(code) => code,
        Err(error) => return found.push(error.finding()),
    };
    if code.is_provisional() {
        found.push(fiscal_code::rules::PROVISIONAL.at("fiscal_code"));
    }
    let given = Given {
        surname: &person.surname,
        name: &person.name,
        birth_date: person.birth_date,
        sex: person.sex,
        birth_place: PlaceCode::parse(&person.birth_place).ok(),
    };
    found.extend(code.compare(&given).iter().map(fiscal_code::Difference::finding));
    found.extend(known.birth_place.cloned());
    if let Some(other) = known.same_code {
        found.push(DOUBLE.at("fiscal_code").with(other));
    }
}

fn identity(person: &Registrant, today: NaiveDate, found: &mut Vec<Finding>) {
    if person.surname.trim().is_empty() {
        found.push(SURNAME.at("surname"));
    }
    if person.name.trim().is_empty() {
        found.push(NAME.at("name"));
    }
    match person.birth_date {
        None => found.push(BIRTH_DATE.at("birth_date")),
        Some(day) if day > today => found.push(BIRTH_FUTURE.at("birth_date").with(day.format("%d/%m/%Y"))),
        Some(day) if today - day > TimeDelta::days(120 * 365 + 30) => {
            found.push(BIRTH_LONG_AGO.at("birth_date").with(day.format("%d/%m/%Y")));
        }
        Some(_) => {}
    }
    if person.sex.is_none() {
        found.push(SEX.at("sex"));
    }
    if person.citizenship.is_empty() {
        found.push(CITIZENSHIP.at("citizenship"));
    }
}

fn contacts(person: &Registrant, found: &mut Vec<Finding>) {
    if [&person.mobile, &person.phone, &person.email, &person.pec].iter().all(|c| c.trim().is_empty()) {
        found.push(NO_CONTACT.at("mobile"));
    }
    for (field, address) in [("email", &person.email), ("pec", &person.pec)] {
        if !address.is_empty() && !looks_like_email(address) {
            found.push(EMAIL_SHAPE.at(field).with(address));
        }
    }
    if !person.email.is_empty() && person.email_verified_on.is_none() {
        found.push(EMAIL_UNVERIFIED.at("email"));
    }
}

/// One `@` with something on both sides and a dot after it: enough to catch a
/// slip, not a grammar.
pub(in crate::domain) fn looks_like_email(text: &str) -> bool {
    match text.split_once('@') {
        Some((local, host)) => {
            !local.is_empty()
                && !host.contains('@')
                && host.split('.').count() > 1
                && host.split('.').all(|label| !label.is_empty())
                && !text.chars().any(char::is_whitespace)
        }
        None => false,
    }
}

fn texts(person: &Registrant, found: &mut Vec<Finding>) {
    for (field, text) in lines(person) {
        check_text(field, text, LINE, found);
    }
    check_text("office_note", &person.office_note, NOTE, found);
}

/// Length and characters of one text; line ends are allowed in notes only.
pub fn check_text(field: &'static str, text: &str, longest: usize, found: &mut Vec<Finding>) {
    let length = text.chars().count();
    if length > longest {
        found.push(TOO_LONG.at(field).with(length).with(longest));
    }
    let allowed = |c: char| longest > LINE && c == '\n';
    if text.chars().any(|c| is_control(c) && !allowed(c)) {
        found.push(CONTROL.at(field));
    }
}

fn lines(p: &Registrant) -> [(&'static str, &str); 22] {
    [
        ("surname", &p.surname),
        ("name", &p.name),
        ("birth_place", &p.birth_place),
        ("citizenship", &p.citizenship),
        ("id_doc_type", &p.id_doc_type),
        ("id_doc_number", &p.id_doc_number),
        ("id_doc_issuer", &p.id_doc_issuer),
        ("residence_address", &p.residence_address),
        ("residence_cap", &p.residence_cap),
        ("residence_place", &p.residence_place),
        ("domicile_address", &p.domicile_address),
        ("domicile_cap", &p.domicile_cap),
        ("domicile_place", &p.domicile_place),
        ("contact_address", &p.contact_address),
        ("mobile", &p.mobile),
        ("phone", &p.phone),
        ("email", &p.email),
        ("pec", &p.pec),
        ("permit_type", &p.permit_type),
        ("permit_number", &p.permit_number),
        ("guardian_name", &p.guardian_name),
        ("last_job_title", &p.last_job_title),
    ]
}

fn value_of<'a>(person: &'a Registrant, field: &str) -> &'a str {
    lines(person).iter().find(|(name, _)| *name == field).map_or("", |(_, text)| text)
}
