//! What a version must have before it goes on paper (psp-template § 2).
//!
//! Numbers R-PAT are the program's own, for what the law takes for granted.

use chrono::NaiveDate;

use super::{Measure, PspVersion, SearchAct};
use crate::domain::assessment::Assessment;
use crate::domain::did::Did;
use crate::domain::finding::{Finding, Level};
use crate::domain::registrant::Registrant;

mod sentences;

pub use sentences::*;

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
    /// Is an appointment fixed from today on?
    pub appointment_fixed: bool,
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
    if !facts.appointment_fixed {
        found.push(NO_APPOINTMENT.at("section.8.appointments"));
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
    section_at(finding.field.as_deref()?)
}

/// The section a field of the pact is in, 1 to 15: `section.4.c.1.frequency`.
#[must_use]
pub fn section_at(field: &str) -> Option<u8> {
    field.strip_prefix("section.")?.split('.').next()?.parse().ok()
}

/// How a section stands in the list of PS01.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sign {
    /// Nothing to say.
    #[default]
    Fine,
    /// Something to know.
    Told,
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
            Level::Show => Sign::Told,
            Level::Record => continue,
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
