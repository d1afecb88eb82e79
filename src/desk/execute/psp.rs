//! Opening versions of a pact: the first, the next of one in force, the one
//! that takes the place of an annulled one, the one tried after a refusal.

use super::act::{Change, italian, word};
use super::{Act, pad_into_pact, psp_edit, signing};
use crate::desk::command::{PspAnnul, PspDraft, PspIntegrate, PspRetry};
use crate::desk::pact::last_assessment;
use crate::desk::{paper, standing};
use crate::domain::activity::ActivityState;
use crate::domain::event::Subject;
use crate::domain::finding::{Acceptance, Finding};
use crate::domain::ids::{MeasureId, PspVersionId, SearchActId};
use crate::domain::machine;
use crate::domain::pad::Pad;
use crate::domain::psp::{PspEvent, PspState, PspVersion, rows, rules, states};
use crate::domain::registrant::Registrant;
use crate::fault::Result;

/// Opens the first version of a pact (R-PSP-1, 11, 15).
pub(super) fn draft(act: &mut Act<'_, '_>, command: &PspDraft) -> Result<()> {
    let person: Registrant = act.tx.need(command.registrant.0)?;
    act.about(person.id);
    let versions = act.tx.versions_of(person.id)?;
    let dids = act.tx.dids_of(person.id)?;
    let assessments = act.tx.assessments_of(person.id)?;
    let mut found: Vec<Finding> = second_pact(&versions).into_iter().collect();
    let did = standing::open_did(&dids);
    if did.is_none() {
        found.push(rules::NO_DID.at("registrant"));
    }
    let assessment = last_assessment(&assessments);
    if assessment.is_none() {
        found.push(rules::NO_ASSESSMENT.at("assessment"));
    }
    let started = act.tx.activities_of(person.id)?.into_iter().find(|a| {
        let of_this =
            a.psp_version.is_some_and(|id| versions.iter().any(|v| v.id == id && v.state.in_force()));
        a.state == ActivityState::Started && !of_this
    });
    if let Some(measure) = started {
        found.push(rules::IN_PROGRAMME.at("registrant").with(&measure.lep).with(italian(measure.date)));
    }
    let (true, Some(did)) = (act.judge(found, &command.accepted), did) else { return Ok(()) };
    let mut version = PspVersion {
        id: command.version,
        psp: command.psp,
        registrant: person.id,
        did: did.id,
        assessment: assessment.map(|a| a.id),
        number: 1,
        contact_address: paper::contact_line(&person),
        case_officer: act.operator.map(|operator| operator.id),
        ..PspVersion::default()
    };
    let pad = pad_into_pact::waiting(act, &version)?;
    if let Some(pad) = &pad {
        pad_into_pact::contacts(act, pad, &mut version);
    }
    open(act, version.clone(), "drafted", "")?;
    bring(act, pad.as_ref(), version.id)?;
    act.touched("psp", command.psp.0);
    Ok(())
}

/// The agencies of a PAD into a version that is open; the operator is told.
fn bring(act: &mut Act<'_, '_>, pad: Option<&Pad>, version: PspVersionId) -> Result<()> {
    let Some(pad) = pad else { return Ok(()) };
    let stored: PspVersion = act.tx.need(version.0)?;
    pad_into_pact::agencies(act, pad, &stored)?;
    psp_edit::settle(act, &stored, stored.clone())?;
    act.judge(pad_into_pact::told(pad).into_iter().collect(), &[]);
    Ok(())
}

/// What stands against a new pact: one that runs, or one being made.
fn second_pact(versions: &[PspVersion]) -> Option<Finding> {
    let runs = versions.iter().find(|v| v.state.in_force());
    if let Some(version) = runs {
        return Some(rules::SECOND_PACT.at("registrant").with(version.state.label()));
    }
    being_made(versions.iter())
}

fn being_made<'v>(mut versions: impl Iterator<Item = &'v PspVersion>) -> Option<Finding> {
    let made = versions.find(|v| v.state.is_editable() || v.state.awaits_signature())?;
    Some(rules::SECOND_DRAFT.at("registrant").with(made.state.label()))
}

/// Opens the next version of a pact in force; the old one stays in force
/// until the new one is signed (R-PSP-14, 15).
pub(super) fn integrate(act: &mut Act<'_, '_>, command: &PspIntegrate) -> Result<()> {
    let from: PspVersion = act.tx.need(command.from.0)?;
    act.about(from.registrant);
    let versions = act.tx.versions_of(from.registrant)?;
    let mut found = Vec::new();
    if !from.state.in_force() {
        found.push(rules::NOT_IN_FORCE.at("from").with(from.state.label()));
    }
    found.extend(being_made(versions.iter()));
    found.extend(reason(&command.reason));
    if act.judge(found, &command.accepted) {
        // A signed version keeps what it says: what the PAD brings is in the next.
        let mut next = from.clone();
        next.number += 1;
        let pad = pad_into_pact::waiting(act, &next)?;
        if let Some(pad) = &pad {
            pad_into_pact::contacts(act, pad, &mut next);
        }
        follow_up(act, &next, command.version, "integrated", &command.reason)?;
        bring(act, pad.as_ref(), command.version)?;
    }
    Ok(())
}

/// Tries again with a pact refused or never signed. The version stays as it
/// was issued (R-DOC-1); the attempt is the next one.
pub(super) fn retry(act: &mut Act<'_, '_>, command: &PspRetry) -> Result<()> {
    let from: PspVersion = act.tx.need(command.from.0)?;
    act.about(from.registrant);
    let dids = act.tx.dids_of(from.registrant)?;
    let mut found = Vec::new();
    if !matches!(from.state, PspState::Refused | PspState::ExpiredUnsigned) {
        found.push(rules::NO_STEP.at("from").with(from.state.label()));
    } else if standing::open_did(&dids).is_none() {
        // A new DID takes up what was written under the one that ended.
        found.push(rules::NO_DID.at("from"));
    } else {
        // Beside one in force there is nothing to try: that one is integrated.
        found.extend(second_pact(&act.tx.versions_of(from.registrant)?));
    }
    rows::check_text("reason", &command.reason, rows::CELL, &mut found);
    if act.judge(found, &[]) {
        follow_up(act, &from, command.version, "retried", &command.reason)?;
    }
    Ok(())
}

/// Annuls an issued version nobody signed, and opens the next (R-PSP-14).
pub(super) fn annul(act: &mut Act<'_, '_>, command: &PspAnnul) -> Result<()> {
    let before: PspVersion = act.tx.need(command.version.0)?;
    act.about(before.registrant);
    let mut found = Vec::new();
    if machine::next(states::TABLE, before.state, PspEvent::Annulled).is_none() {
        found.push(rules::NO_STEP.at("version").with(before.state.label()));
    }
    if before.person_signed_at.is_some() || before.operator_signed_at.is_some() {
        found = vec![rules::SIGNED_ALREADY.at("version")];
    }
    found.extend(reason(&command.reason));
    if !act.judge(found, &[]) {
        return Ok(());
    }
    let after = PspVersion { state: PspState::Annulled, ..before.clone() };
    act.tx.update(&before, &after)?;
    happened(act, &after, word(PspEvent::Annulled), &command.reason)?;
    signing::pact_ended(act, &after)?;
    follow_up(act, &before, command.next, "drafted", &command.reason)?;
    act.touched("annulled", before.id.0);
    Ok(())
}

/// A reason is wanted, and of a length that can be printed.
pub(super) fn reason(text: &str) -> Vec<Finding> {
    let mut found = Vec::new();
    if text.trim().is_empty() {
        found.push(rules::REASON.at("reason"));
    }
    rows::check_text("reason", text, rows::CELL, &mut found);
    found
}

/// A new draft with everything of another version, under the next number.
fn follow_up(
    act: &mut Act<'_, '_>,
    from: &PspVersion,
    id: PspVersionId,
    event: &str,
    why: &str,
) -> Result<()> {
    let numbers = act.tx.versions_of_psp(from.registrant, from.psp)?;
    let version = PspVersion {
        id,
        number: numbers.iter().map(|v| v.number).max().unwrap_or(0) + 1,
        reason: why.trim().to_owned(),
        document: None,
        issued_at: None,
        person_signed_at: None,
        operator_signed_at: None,
        copy_handed_on: None,
        ..from.clone()
    };
    open(act, version, event, why)?;
    for row in act.tx.measures_of(from.id)? {
        let row_id = MeasureId(act.fact_id().0);
        act.tx.insert(&row.copied(row_id, id))?;
    }
    for row in act.tx.search_acts_of(from.id)? {
        let row_id = SearchActId(act.fact_id().0);
        act.tx.insert(&row.copied(row_id, id))?;
    }
    let stored: PspVersion = act.tx.need(id.0)?;
    psp_edit::settle(act, &stored, stored.clone())
}

fn open(act: &mut Act<'_, '_>, version: PspVersion, event: &str, why: &str) -> Result<()> {
    let version = PspVersion { state: PspState::Draft, created_at: act.at, created_by: act.by(), ..version };
    act.tx.insert(&version)?;
    happened(act, &version, event.to_owned(), why)?;
    act.store_reasons(Subject::PspVersion, version.id.0, version.registrant)?;
    psp_edit::settle(act, &version, version.clone())
}

/// Records what happened to a version, in the state it has now.
pub(super) fn happened(
    act: &mut Act<'_, '_>,
    version: &PspVersion,
    event: String,
    reason: &str,
) -> Result<()> {
    act.changed(Change {
        kind: Subject::PspVersion,
        subject: version.id.0,
        registrant: version.registrant,
        event,
        state: word(version.state),
        on: None,
        reason,
        evidence: "",
    })
}

/// Is the version still one that may be written? Refuses otherwise (R-PSP-14).
pub(super) fn writable(act: &mut Act<'_, '_>, version: &PspVersion, accepted: &[Acceptance]) -> bool {
    act.about(version.registrant);
    let frozen =
        (!version.state.is_editable()).then(|| rules::FROZEN.at("version").with(version.state.label()));
    act.judge(frozen.into_iter().collect(), accepted)
}
