//! Conditionality cases: opening one, what happens to it, what follows for
//! the DID (R-LOS-2).

use chrono::NaiveDate;

use super::act::{Change, word};
use super::{Act, did};
use crate::desk::command::{CaseHappened, CaseOpen, DidHappened};
use crate::desk::figures;
use crate::domain::activity::Activity;
use crate::domain::appointment::Appointment;
use crate::domain::conditionality::happen::{self, Happening, Known, Reason};
use crate::domain::conditionality::open::{self, OpenFacts};
use crate::domain::conditionality::{CaseEvent, ConditionalityCase, rules};
use crate::domain::did::{Did, DidEvent, DidState, seniority};
use crate::domain::event::Subject;
use crate::domain::finding::Level;
use crate::domain::offer::{self, Condition, Offer};
use crate::domain::registrant::{Registrant, gone};
use crate::fault::Result;
use crate::tables::{consequences, special_words};

/// Opens a case.
pub(super) fn open(act: &mut Act<'_, '_>, command: &CaseOpen) -> Result<()> {
    let person: Registrant = act.tx.need(command.registrant.0)?;
    act.about(person.id);
    let form = &command.form;
    let appointment: Option<Appointment> = form.appointment.map(|id| act.tx.need(id.0)).transpose()?;
    let activity: Option<Activity> = form.activity.map(|id| act.tx.need(id.0)).transpose()?;
    let dids = act.tx.dids_of(person.id)?;
    let cases = act.tx.cases_of(person.id)?;
    let day = open::day(form, appointment.as_ref(), activity.as_ref());
    let did = day.and_then(|day| open::did_on(&dids, day).map(|did| (did, day)));
    let (conditions, seniority_days) = match did {
        Some((did, day)) => conditions(act, form.offer.as_ref(), did, day)?,
        None => (Vec::new(), 0),
    };
    let facts = OpenFacts {
        registrant: person.id,
        form,
        appointment: appointment.as_ref(),
        activity: activity.as_ref(),
        dids: &dids,
        cases: &cases,
        conditions: &conditions,
        seniority_days,
        today: act.today(),
    };
    act.as_of(day.unwrap_or(act.today()));
    if !act.judge(open::check(&facts), &command.accepted) {
        return Ok(());
    }
    let by = act.by();
    let case =
        open::opened(&facts, ConditionalityCase { id: command.id, by, ..ConditionalityCase::default() });
    act.tx.insert(&case)?;
    act.store_reasons(Subject::Case, case.id.0, case.registrant)?;
    left(act, &case, "opened".to_owned(), "", &case.proof)
}

/// The conditions of an offer on its day, and the seniority they are weighed with.
fn conditions(
    act: &Act<'_, '_>,
    offered: Option<&Offer>,
    did: &Did,
    day: NaiveDate,
) -> Result<(Vec<Condition>, u32)> {
    let days = seniority::of(did, &act.tx.events_of(did.registrant)?, day).days;
    let limits = act.parameters(day)?.offer;
    let of = |offered| offer::conditions(offered, did.benefit, days, &limits);
    Ok((offered.map(of).unwrap_or_default(), days))
}

/// Something happened to a case: the machine, its guards, and what follows
/// for the DID.
pub(super) fn happened(act: &mut Act<'_, '_>, command: &CaseHappened) -> Result<()> {
    let before: ConditionalityCase = act.tx.need(command.case.0)?;
    act.about(before.registrant);
    let did: Did = act.tx.need(before.did.0)?;
    let code = command.reason.trim();
    let catalogue = act.catalogue()?;
    let row = catalogue.justified_reasons().get_on(code, before.event_on);
    let what = Happening {
        event: command.event,
        on: command.on.unwrap_or(act.today()),
        note: command.note.trim(),
        reference: command.reference.trim(),
        reason: code,
        known: row.map(|row| Reason { label: &row.label, offer: row.extra.offer }),
        document_seen: command.document_seen,
        valid_to: command.valid_to,
        impediment_ended_on: command.impediment_ended_on,
        consequence: command.consequence,
        days: command.days,
        effective_from: command.effective_from,
        appeal_notice: command.appeal_notice,
        notified_on: command.notified_on,
    };
    let cases = act.tx.cases_of(before.registrant)?;
    let dids = act.tx.dids_of(before.registrant)?;
    let conditions = conditions(act, before.offer.as_ref(), &did, before.event_on)?.0;
    let known = Known {
        cases: &cases,
        table: consequences::all(),
        diagnoses: special_words::diagnoses(),
        conditions: &conditions,
        figures: &figures::of_case(&catalogue, before.event_on),
        role: act.role(),
        dead: gone::check(&dids, act.today()).is_some_and(|finding| finding.level == Level::Block),
        ended_did: happen::ended_status(&before) && did.state == DidState::Lost,
        household: did.profiling.household_size,
        today: act.today(),
    };
    act.as_of(before.event_on);
    if !act.judge(happen::check(&before, &what, &known), &command.accepted) {
        return Ok(());
    }
    let after = happen::apply(&before, &what, &known);
    act.tx.update(&before, &after)?;
    act.store_reasons(Subject::Case, after.id.0, after.registrant)?;
    left(act, &after, command.event.word().to_owned(), what.note, what.reference)?;
    follow(act, &after, command.event)
}

/// The loss of the status goes to the DID by its own event, with the day and
/// the act (R-LOS-2). A DID that cannot take it (ended meanwhile, later
/// events) stays, and that is said: INPS applied the act all the same.
fn follow(act: &mut Act<'_, '_>, case: &ConditionalityCase, event: CaseEvent) -> Result<()> {
    let Some((reason, on)) = happen::ends_status(case, event) else { return Ok(()) };
    let said = std::mem::take(&mut act.outcome.findings);
    let lost = DidHappened {
        did: case.did,
        event: DidEvent::Lost,
        on: Some(on),
        reason: reason.to_owned(),
        evidence: case.act.clone(),
        accepted: Vec::new(),
    };
    did::happened(act, &lost)?;
    let why = act.outcome.refusal().map(|finding| finding.text.trim_end_matches('.').to_owned());
    let of_did = std::mem::replace(&mut act.outcome.findings, said);
    act.judge(
        match why {
            None => of_did,
            Some(why) => vec![rules::DID_STAYS.found().with(why)],
        },
        &[],
    );
    Ok(())
}

fn left(
    act: &mut Act<'_, '_>,
    case: &ConditionalityCase,
    event: String,
    note: &str,
    evidence: &str,
) -> Result<()> {
    act.changed(Change {
        kind: Subject::Case,
        subject: case.id.0,
        registrant: case.registrant,
        event,
        state: word(case.state),
        on: Some(case.state_since),
        reason: note,
        evidence,
    })?;
    act.touched("case", case.id.0);
    act.state("case", case.state);
    Ok(())
}
