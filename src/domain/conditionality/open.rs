//! Opening a case: from an unjustified absence, from an activity refused or
//! left, from an offer refused (states.md § 8, first line).

use chrono::NaiveDate;

use super::{CaseForm, CaseKind, ConditionalityCase, rules};
use crate::domain::activity::{Activity, ActivityState};
use crate::domain::appointment::{Appointment, AppointmentState};
use crate::domain::did::{Benefit, Did};
use crate::domain::finding::Finding;
use crate::domain::ids::RegistrantId;
use crate::domain::offer::{self, Condition, Met};
use crate::domain::psp::rows::{LINE, check_text};

/// What is entered, and what the archive knows of it.
#[derive(Clone, Copy, Debug)]
pub struct OpenFacts<'a> {
    /// Whose case.
    pub registrant: RegistrantId,
    /// What is entered.
    pub form: &'a CaseForm,
    /// The appointment named, if it is there.
    pub appointment: Option<&'a Appointment>,
    /// The activity named, if it is there.
    pub activity: Option<&'a Activity>,
    /// The person's DIDs.
    pub dids: &'a [Did],
    /// The person's cases so far.
    pub cases: &'a [ConditionalityCase],
    /// The conditions of the offer (`domain::offer`).
    pub conditions: &'a [Condition],
    /// Seniority on the day of the offer.
    pub seniority_days: u32,
    /// Today.
    pub today: NaiveDate,
}

/// The day of the fact: as entered, else that of the appointment or activity.
#[must_use]
pub fn day(
    form: &CaseForm,
    appointment: Option<&Appointment>,
    activity: Option<&Activity>,
) -> Option<NaiveDate> {
    form.on.or_else(|| appointment.map(|a| a.start.date())).or_else(|| activity.map(|a| a.date))
}

/// The DID that was open on a day: what binds the person then. It still binds
/// on the day it ends.
#[must_use]
pub fn did_on(dids: &[Did], day: NaiveDate) -> Option<&Did> {
    use crate::domain::did::DidState;
    dids.iter()
        .filter(|did| did.state != DidState::Annulled && did.date <= day)
        .filter(|did| did.ended_on.is_none_or(|ended| day <= ended))
        .max_by_key(|did| (did.date, did.id))
}

/// Everything the rules say about opening a case.
#[must_use]
pub fn check(facts: &OpenFacts<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    check_text("fact.proof", &facts.form.proof, LINE, &mut found);
    if let Some(offer) = &facts.form.offer {
        check_text("fact.offer.employer", &offer.employer, LINE, &mut found);
        check_text("fact.offer.job", &offer.job, LINE, &mut found);
    }
    links(facts, &mut found);
    let Some(day) = day(facts.form, facts.appointment, facts.activity) else {
        found.push(rules::NO_DAY.at("fact.on"));
        return found;
    };
    if day > facts.today {
        found.push(rules::FUTURE.at("fact.on").with(day.format("%d/%m/%Y")));
        return found;
    }
    let Some(did) = did_on(facts.dids, day) else {
        found.push(rules::NO_DID.at("fact.on").with(day.format("%d/%m/%Y")));
        return found;
    };
    of_did(facts, did, day, &mut found);
    found
}

fn links(facts: &OpenFacts<'_>, found: &mut Vec<Finding>) {
    let form = facts.form;
    let mine = facts.appointment.is_none_or(|a| a.registrant == facts.registrant)
        && facts.activity.is_none_or(|a| a.registrant == facts.registrant);
    if !mine {
        return found.push(rules::OTHERS.at("fact"));
    }
    let meets = matches!(
        form.kind,
        CaseKind::Convocation | CaseKind::Guidance | CaseKind::Training | CaseKind::Signing
    );
    let wrong: [(bool, &'static str, &str); 3] = [
        (form.appointment.is_some() && !meets, "fact.appointment", "un appuntamento"),
        (
            form.activity.is_some() && !matches!(form.kind, CaseKind::Guidance | CaseKind::Training),
            "fact.activity",
            "un'attività",
        ),
        (form.offer.is_some() && form.kind != CaseKind::Offer, "fact.offer", "un'offerta"),
    ];
    for (wrong, field, what) in wrong {
        if wrong {
            found.push(rules::WRONG_LINK.at(field).with(form.kind.label()).with(what));
        }
    }
    if form.kind == CaseKind::Convocation && form.appointment.is_none() && form.proof.trim().is_empty() {
        found.push(rules::WANTS_APPOINTMENT.at("fact.appointment"));
    }
    if form.kind == CaseKind::Offer && form.offer.is_none() {
        found.push(rules::WANTS_OFFER.at("fact.offer"));
    }
    if let Some(appointment) = facts.appointment
        && appointment.state != AppointmentState::AbsentUnjustified
    {
        found.push(rules::NOT_ABSENT.at("fact.appointment").with(appointment.state.label()));
    }
    if let Some(activity) = facts.activity
        && !matches!(activity.state, ActivityState::Refused | ActivityState::Interrupted)
    {
        found.push(rules::NOT_REFUSED.at("fact.activity").with(activity.state.label()));
    }
}

fn of_did(facts: &OpenFacts<'_>, did: &Did, day: NaiveDate, found: &mut Vec<Finding>) {
    use super::CaseState;
    let form = facts.form;
    if !form.kind.fits(did.benefit) {
        let for_whom = if form.kind == CaseKind::Update { "AdI o SFL" } else { "AdI" };
        let has = if did.benefit == Benefit::None { "nessuna prestazione" } else { did.benefit.label() };
        found.push(rules::OTHER_BENEFIT.at("fact.kind").with(form.kind.label()).with(for_whom).with(has));
        return;
    }
    // One fact is one case, whatever it is called.
    let same = |case: &&ConditionalityCase| {
        case.state != CaseState::Cancelled
            && match (form.appointment, form.activity) {
                (None, None) => case.kind == form.kind && case.event_on == day && case.offer == form.offer,
                (Some(_), _) => case.appointment == form.appointment,
                (None, Some(_)) => case.activity == form.activity,
            }
    };
    if let Some(case) = facts.cases.iter().find(same) {
        found.push(rules::TWICE.at("fact").with(case.state.label()));
    }
    if did.benefit == Benefit::None {
        found.push(rules::NO_BENEFIT.at("fact.kind"));
    }
    let proved = facts.appointment.is_some_and(|a| a.proved) || !form.proof.trim().is_empty();
    if form.kind.needs_proof() && !proved {
        found.push(rules::PROOF_AWAITED.at("fact.proof"));
    }
    if did.benefit == Benefit::Adi {
        let people = did.profiling.household_size.map_or_else(|| "?".to_owned(), |n| n.to_string());
        found.push(rules::HOUSEHOLD.found().with(people));
    }
    if let Some(offer) = &form.offer {
        congruous(facts, did, offer, found);
    }
}

fn congruous(facts: &OpenFacts<'_>, did: &Did, offer: &offer::Offer, found: &mut Vec<Finding>) {
    if did.benefit.is_insurance() {
        found.push(rules::OFFER_BAND.found().with(facts.seniority_days));
        if offer.benefit_last_month.is_some() {
            found.push(rules::SUPPLEMENT.at("fact.offer.benefit_last_month"));
        }
    }
    for condition in facts.conditions {
        let finding = rules::OFFER_CONDITION.at("fact.offer").with(condition.name);
        found.push(finding.with(condition.met.label()).with(&condition.sum));
    }
    if offer::together(facts.conditions) == Met::No {
        found.push(rules::NOT_CONGRUOUS.at("fact.offer"));
    }
    if offer::suspends_only(offer, did.benefit) {
        found.push(rules::ONLY_SUSPENDS.at("fact.offer.months"));
    }
}

/// The case as it is recorded; the form must have passed [`check`].
#[must_use]
pub fn opened(facts: &OpenFacts<'_>, case: ConditionalityCase) -> ConditionalityCase {
    let form = facts.form;
    let day = day(form, facts.appointment, facts.activity).unwrap_or(facts.today);
    let did = did_on(facts.dids, day);
    let proof = match (form.proof.trim(), facts.appointment) {
        ("", Some(appointment)) if appointment.proved => proof_of(appointment),
        (given, _) => given.to_owned(),
    };
    ConditionalityCase {
        registrant: facts.registrant,
        did: did.map(|did| did.id).unwrap_or_default(),
        benefit: did.map(|did| did.benefit).unwrap_or_default(),
        kind: form.kind,
        appointment: form.appointment,
        activity: form.activity,
        offer: form.offer.clone(),
        event_on: day,
        proved: !proof.is_empty(),
        proof,
        state_since: day,
        ..case
    }
}

/// The convocation in one line, as the proof of the case: when and where it went.
fn proof_of(appointment: &Appointment) -> String {
    let sent = appointment.sent_at.map(|at| at.format("inviata il %d/%m/%Y").to_string());
    let parts =
        [sent.unwrap_or_else(|| "concordata con l'operatore".to_owned()), appointment.address_used.clone()];
    parts.iter().filter(|part| !part.trim().is_empty()).cloned().collect::<Vec<_>>().join(", ")
}
