//! Recording copies of PADs and what happens to them.

use chrono::NaiveDate;

use super::Act;
use super::act::{Change, word};
use crate::desk::command::{PadHappened, PadRecord};
use crate::domain::event::Subject;
use crate::domain::machine;
use crate::domain::pad::check::RecordFacts;
use crate::domain::pad::happen::HappenedFacts;
use crate::domain::pad::{Pad, PadEvent, states};
use crate::domain::pad::{check, happen};
use crate::domain::psp::PspVersion;
use crate::domain::registrant::Registrant;
use crate::domain::registrant::rules::{LINE, check_text};
use crate::fault::Result;

/// Records a PAD: expected, or signed already.
pub(super) fn record(act: &mut Act<'_, '_>, command: &PadRecord) -> Result<()> {
    let person: Registrant = act.tx.need(command.registrant.0)?;
    act.about(person.id);
    let form = &command.pad;
    // The clocks of a PAD start with the application.
    let day = form.applied_on.unwrap_or(act.today());
    let terms = &act.parameters(day)?.benefits;
    act.as_of(day);
    let mut findings = check::check(&RecordFacts {
        form,
        person: &person,
        earlier: &act.tx.pads_of(person.id)?,
        dids: &act.tx.dids_of(person.id)?,
        terms,
        today: act.today(),
    });
    let trimmed = |text: &str| text.trim().to_owned();
    let mut pad = Pad {
        id: command.id,
        registrant: person.id,
        benefit: form.benefit,
        applied_on: form.applied_on,
        benefit_from: form.benefit_from,
        application_email: trimmed(&form.application_email),
        application_mobile: trimmed(&form.application_mobile),
        patronato: trimmed(&form.patronato),
        note: trimmed(&form.note),
        recorded_at: act.at,
        recorded_by: act.by(),
        ..Pad::default()
    };
    let mut steps = Vec::new();
    if let Some(signed) = form.signed_on {
        pad = Pad { signed_on: Some(signed), ..pad.with(&form.content, act.today()) };
        steps.push((PadEvent::Signed, signed));
        pad.validated_on = form.validated_on;
        steps.extend(form.validated_on.map(|day| (PadEvent::ContactsValidated, day)));
        pad.referred_on = form.referred_on;
        steps.extend(form.referred_on.map(|day| (PadEvent::Referred, day)));
    }
    let expected = pad.state;
    for (event, _) in &steps {
        pad.state = machine::next(states::TABLE, pad.state, *event).unwrap_or(pad.state);
    }
    findings.extend(happen::told(&pad, terms, act.today()));
    if !act.judge(findings, &command.accepted) {
        return Ok(());
    }
    act.tx.insert(&pad)?;
    act.store_reasons(Subject::Pad, pad.id.0, pad.registrant)?;
    let mut at = Pad { state: expected, ..pad.clone() };
    left(act, &at, "expected", pad.applied_on.filter(|day| *day <= act.today()), &source(&pad))?;
    for (event, day) in steps {
        at.state = machine::next(states::TABLE, at.state, event).unwrap_or(at.state);
        left(act, &at, event.word(), Some(day), &source(&pad))?;
    }
    Ok(())
}

/// Where a copy comes from, as evidence.
fn source(pad: &Pad) -> String {
    pad.source.map(|source| source.label().to_owned()).unwrap_or_default()
}

/// Something happened to a PAD.
pub(super) fn happened(act: &mut Act<'_, '_>, command: &PadHappened) -> Result<()> {
    let before: Pad = act.tx.need(command.pad.0)?;
    act.about(before.registrant);
    let on = command.on.unwrap_or(act.today());
    let day = before.applied_on.unwrap_or(on);
    act.as_of(day);
    let versions = act.tx.versions_of(before.registrant)?;
    let pact: Option<&PspVersion> =
        versions.iter().find(|v| v.state.in_force() && command.psp_version.is_none_or(|named| named == v.id));
    let done = happen::happened(&HappenedFacts {
        pad: &before,
        event: command.event,
        on,
        content: command.content.as_ref(),
        agency: &command.agency,
        pact_in_force: pact.is_some(),
        terms: &act.parameters(day)?.benefits,
        today: act.today(),
    });
    let (mut after, mut findings) = match done {
        Ok(done) => done,
        Err(findings) => {
            act.judge(findings, &command.accepted);
            return Ok(());
        }
    };
    check_text("evidence", &command.evidence, LINE, &mut findings);
    if !act.judge(findings, &command.accepted) {
        return Ok(());
    }
    if command.event == PadEvent::PspLinked {
        after.psp_version = pact.map(|version| version.id);
    }
    act.tx.update(&before, &after)?;
    act.store_reasons(Subject::Pad, after.id.0, after.registrant)?;
    let evidence = match command.event {
        PadEvent::Documented if command.evidence.trim().is_empty() => command.agency.trim().to_owned(),
        PadEvent::Signed | PadEvent::CopiedAgain if command.evidence.trim().is_empty() => source(&after),
        _ => command.evidence.trim().to_owned(),
    };
    left(act, &after, command.event.word(), Some(on), &evidence)
}

/// Leaves the state change of a PAD, and says its state.
pub(super) fn left(
    act: &mut Act<'_, '_>,
    pad: &Pad,
    event: &str,
    on: Option<NaiveDate>,
    evidence: &str,
) -> Result<()> {
    act.changed(Change {
        kind: Subject::Pad,
        subject: pad.id.0,
        registrant: pad.registrant,
        event: event.to_owned(),
        state: word(pad.state),
        on,
        reason: "",
        evidence,
    })?;
    act.touched("pad", pad.id.0);
    act.state("pad", pad.state);
    Ok(())
}
