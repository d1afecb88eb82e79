//! What is checked before a PAD is recorded (R-PAD-1, R-PAD-4).

use chrono::NaiveDate;

use super::rules::*;
use super::{Pad, PadContent, PadForm};
use crate::domain::did::{Benefit, Did};
use crate::domain::finding::Finding;
use crate::domain::miattivo::rules::contacts;
use crate::domain::parameters::Benefits;
use crate::domain::registrant::Registrant;
use crate::domain::registrant::rules::{LINE, NOTE, check_text};

/// What a new record of a PAD is weighed against.
#[derive(Clone, Copy, Debug)]
pub struct RecordFacts<'a> {
    /// What is entered.
    pub form: &'a PadForm,
    /// Who.
    pub person: &'a Registrant,
    /// PADs of the person.
    pub earlier: &'a [Pad],
    /// DIDs of the person.
    pub dids: &'a [Did],
    /// The terms in force.
    pub terms: &'a Benefits,
    /// Today.
    pub today: NaiveDate,
}

/// Everything the rules say about a PAD entered.
#[must_use]
pub fn check(facts: &RecordFacts<'_>) -> Vec<Finding> {
    let (form, today) = (facts.form, facts.today);
    let mut found = Vec::new();
    if form.benefit == Benefit::None {
        found.push(NO_BENEFIT.at("pad.benefit"));
    }
    if let Some(same) = facts.earlier.iter().find(|p| p.is_open() && p.benefit == form.benefit) {
        found.push(RUNNING.at("pad.benefit").with(same.benefit.label()).with(same.state.label()));
    }
    let application = ("pad.application_email", form.application_email.as_str());
    contacts(application, ("pad.application_mobile", &form.application_mobile), &mut found);
    check_text("pad.patronato", &form.patronato, LINE, &mut found);
    check_text("pad.note", &form.note, NOTE, &mut found);
    let days = [
        ("pad.applied_on", "domanda", form.applied_on),
        ("pad.signed_on", "firma", form.signed_on),
        ("pad.validated_on", "convalida", form.validated_on),
    ];
    // A benefit may begin after today: INPS says from when.
    future(&days, today, &mut found);
    future(&[("pad.referred_on", "invio al CPI", form.referred_on)], today, &mut found);
    in_order(&[days[0], ("pad.benefit_from", "inizio del beneficio", form.benefit_from)], &mut found);
    in_order(&days, &mut found);
    in_order(&[days[1], ("pad.referred_on", "invio al CPI", form.referred_on)], &mut found);
    if form.signed_on.is_some() {
        content(&RECORD, &form.content, facts.terms.pad_agencies, form.signed_on, today, &mut found);
    } else if let Some((field, ..)) =
        [("pad.validated_on", form.validated_on), ("pad.referred_on", form.referred_on)]
            .into_iter()
            .find(|(_, day)| day.is_some())
    {
        found.push(COPY.at(field).with("prima la data della firma"));
    }
    if form.validated_on.is_some() && blank(&form.content.email) && blank(&form.content.mobile) {
        found.push(NO_CONTACT.at("pad.validated_on"));
    }
    if form.referred_on.is_some() && form.benefit != Benefit::Adi {
        found.push(OTHER_BENEFIT.at("pad.referred_on").with("AdI").with(form.benefit.label()));
    }
    if form.benefit == Benefit::Sfl && !facts.dids.iter().any(Did::is_open) {
        found.push(SFL_ORDER.at("pad.benefit"));
    }
    let age = facts.person.age_on(today).filter(|age| {
        form.benefit == Benefit::Adi && !(facts.terms.adi_age_from..=facts.terms.adi_age_to).contains(age)
    });
    found.extend(age.map(|age| NOT_OBLIGED.at("pad.benefit").with(age)));
    found
}

pub(super) fn blank(text: &str) -> bool {
    text.trim().is_empty()
}

/// The fields of what a PAD says, as the command names them.
pub(super) struct Fields {
    agencies: &'static str,
    attends: &'static str,
    source: &'static str,
    signed_on: &'static str,
    copied_on: &'static str,
    email: &'static str,
    mobile: &'static str,
    consent: &'static str,
}

const RECORD: Fields = Fields {
    agencies: "pad.content.agencies",
    attends: "pad.content.attends",
    source: "pad.content.source",
    signed_on: "pad.signed_on",
    copied_on: "pad.content.copied_on",
    email: "pad.content.email",
    mobile: "pad.content.mobile",
    consent: "pad.content.consent",
};
pub(super) const EVENT: Fields = Fields {
    agencies: "content.agencies",
    attends: "content.attends",
    source: "content.source",
    signed_on: "on",
    copied_on: "content.copied_on",
    email: "content.email",
    mobile: "content.mobile",
    consent: "content.consent",
};

/// What a signed PAD must say (R-PAD-1, R-PAD-4).
pub(super) fn content(
    at: &Fields,
    form: &PadContent,
    least: u32,
    signed: Option<NaiveDate>,
    today: NaiveDate,
    found: &mut Vec<Finding>,
) {
    let whole = form.agencies.iter().filter(|a| !blank(&a.name) && !blank(&a.contact));
    let mut names: Vec<String> = whole.map(|a| a.name.trim().to_lowercase()).collect();
    names.sort();
    names.dedup();
    if names.len() < usize::try_from(least).unwrap_or(usize::MAX) {
        found.push(AGENCIES.at(at.agencies).with(least).with(names.len()));
    }
    for agency in &form.agencies {
        check_text(at.agencies, &agency.name, LINE, found);
        check_text(at.agencies, &agency.contact, LINE, found);
        future(&[(at.agencies, "documento", agency.documented_on)], today, found);
    }
    if !form.attends {
        found.push(ATTENDS.at(at.attends));
    }
    if form.source.is_none() {
        found.push(COPY.at(at.source).with("la fonte"));
    }
    let copied = (at.copied_on, "copia", form.copied_on);
    future(&[copied], today, found);
    in_order(&[(at.signed_on, "firma", signed), copied], found);
    contacts((at.email, &form.email), (at.mobile, &form.mobile), found);
    let reachable = !blank(&form.email) || !blank(&form.mobile);
    if reachable && !form.consent {
        found.push(NO_CONSENT.at(at.consent));
    }
}

pub(super) fn italian(day: NaiveDate) -> impl std::fmt::Display {
    day.format("%d/%m/%Y")
}

pub(super) type Dated = (&'static str, &'static str, Option<NaiveDate>);

pub(super) fn future(days: &[Dated], today: NaiveDate, found: &mut Vec<Finding>) {
    for (field, _, day) in days {
        if let Some(day) = day.filter(|day| *day > today) {
            found.push(FUTURE.at(field).with(italian(day)));
        }
    }
}

/// Days that follow each other; the ones not known are passed over.
pub(super) fn in_order(days: &[Dated], found: &mut Vec<Finding>) {
    let known: Vec<_> = days.iter().filter_map(|(field, what, day)| Some((*field, *what, (*day)?))).collect();
    for pair in known.windows(2) {
        let ((_, first, before), (field, second, after)) = (pair[0], pair[1]);
        if after < before {
            found.push(ORDER.at(field).with(second).with(italian(after)).with(italian(before)).with(first));
        }
    }
}
