//! Recording a DID, what happens to it, its national identifier.

use chrono::NaiveDate;

use super::act::Change;
use super::{Act, psp_follow};
use crate::desk::command::{DidDeclare, DidHappened, DidNationalId};
use crate::desk::weigh;
use crate::domain::did::happen::{self, Happening, Reason};
use crate::domain::did::{Benefit, Did, DidState, Profiling, declare, rules, seniority};
use crate::domain::edit::EditProblem;
use crate::domain::event::Subject;
use crate::domain::placement;
use crate::domain::registrant::Registrant;
use crate::domain::registrant::rules::{LINE, check_text};
use crate::fault::Result;

/// LEP proposed after a DID.
const PROPOSED: &str = "B";

/// Records a DID with its profiling answers.
pub(super) fn declare(act: &mut Act<'_, '_>, command: &DidDeclare) -> Result<()> {
    let person: Registrant = act.tx.need(command.registrant.0)?;
    act.about(person.id);
    let answers = command.profiling.clone().completed();
    let earlier = act.tx.dids_of(person.id)?;
    let findings = weigh::declaration(
        &*act.catalogue()?,
        &person,
        &earlier,
        &command.declaration,
        &answers,
        act.today(),
    );
    act.as_of(command.declaration.date.unwrap_or(act.today()));
    if !act.judge(findings, &command.accepted) {
        return Ok(());
    }
    let did = recorded(act, command, answers);
    act.tx.insert(&did)?;
    act.changed(Change {
        kind: Subject::Did,
        subject: did.id.0,
        registrant: did.registrant,
        event: "declared".to_owned(),
        state: super::act::word(did.state),
        on: Some(did.date),
        reason: "",
        evidence: &did.inps_reference,
    })?;
    act.store_reasons(Subject::Did, did.id.0, did.registrant)?;
    act.touched("did", did.id.0);
    act.state("did", did.state);
    act.outcome.proposes.push(PROPOSED.to_owned());
    // A draft left from an earlier DID goes on with this one.
    psp_follow::settle_drafts(act, did.registrant)?;
    // A job may be on record before the DID (R-CON-7), or contradict it (R-DID-1).
    super::did_follow::after_jobs(act, did.registrant).map(|_| ())
}

/// The row of an accepted declaration.
fn recorded(act: &Act<'_, '_>, command: &DidDeclare, answers: Profiling) -> Did {
    let d = &command.declaration;
    let date = d.date.unwrap_or(act.today());
    let at_risk = declare::job_runs(d);
    let state = if at_risk { DidState::AtRisk } else { DidState::Inserted };
    let promoter = match (d.promoter.trim(), act.office) {
        ("", Some(office)) => office.code.clone(),
        (given, _) => given.to_owned(),
    };
    Did {
        id: command.id,
        registrant: command.registrant,
        date,
        channel: d.channel,
        promoter,
        benefit: d.benefit,
        inps_reference: d.inps_reference.trim().to_owned(),
        inps_date: d.inps_date,
        national_id: d.national_id.trim().to_owned(),
        notice_date: d.notice_date,
        last_working_day: d.last_working_day,
        inactive_vat: d.inactive_vat,
        not_working: d.not_working,
        employee: d.employee,
        employee_income: d.employee_income,
        self_employed: d.self_employed,
        self_employed_income: d.self_employed_income,
        income_year: d.income_year,
        profiling: answers,
        state,
        state_before: DidState::Inserted,
        state_since: date,
        conserved: !at_risk && (d.employee || d.self_employed),
        end_reason: String::new(),
        ended_on: None,
    }
}

/// Something happened to a DID: the machine, its guards, and what follows
/// for the pact (R-LOS-4).
pub(super) fn happened(act: &mut Act<'_, '_>, command: &DidHappened) -> Result<()> {
    let did: Did = act.tx.need(command.did.0)?;
    act.about(did.registrant);
    let today = act.today();
    let earlier = happen::of_did(&did, &act.tx.events_of(did.registrant)?);
    let reason = command.reason.trim();
    let jobs = super::did_follow::jobs(act, did.registrant)?;
    let catalogue = act.catalogue()?;
    let since = act.parameters(did.state_since)?.did;
    let on = command
        .on
        .or_else(|| happen::usual_loss_day(&did, reason, &since, today))
        .unwrap_or_else(|| happen::usual_day(&did, command.event, today));
    let row = catalogue.loss_reasons().get_on(reason, on);
    let judged = happen::judged_on(&did, command.event, reason, on, &jobs);
    let what = Happening {
        event: command.event,
        on,
        reason,
        known: row.map(|row| Reason { event: row.extra.event, sanction: row.extra.sanction }),
        evidence: &command.evidence,
        earlier: &earlier,
        jobs: &jobs,
        figures: act.parameters(judged)?.did,
        role: act.role(),
        today,
    };
    let mut findings = happen::check(&did, &what);
    check_text("reason", &command.reason, LINE, &mut findings);
    check_text("evidence", &command.evidence, LINE, &mut findings);
    act.as_of(on);
    if !act.judge(findings, &command.accepted) {
        return Ok(());
    }
    take(act, &did, &what)?;
    act.store_reasons(Subject::Did, did.id.0, did.registrant)
}

/// The step itself, once nothing refuses it: the row, its event, what follows
/// for the pact.
pub(super) fn take(act: &mut Act<'_, '_>, did: &Did, what: &Happening<'_>) -> Result<()> {
    let (after, counts_from) = happen::apply(did, what);
    act.tx.update(did, &after)?;
    act.changed(Change {
        kind: Subject::Did,
        subject: did.id.0,
        registrant: did.registrant,
        event: what.event.word().to_owned(),
        state: super::act::word(after.state),
        on: Some(counts_from),
        reason: what.reason,
        evidence: what.evidence.trim(),
    })?;
    act.touched("did", did.id.0);
    act.state("did", after.state);
    say_what_stops(act, did, &after, counts_from)?;
    if !after.is_open() && act.tx.targeted_of(did.registrant)?.iter().any(|a| a.state.holds()) {
        act.judge(vec![placement::rules::STATUS_ENDED.found()], &[]);
    }
    psp_follow::follow(act, &after, what.event, counts_from)
}

/// What an event that stops the days means: said with it, and before it when
/// it is weighed.
fn say_what_stops(act: &mut Act<'_, '_>, before: &Did, after: &Did, from: NaiveDate) -> Result<()> {
    let stops = !after.is_open() || after.state == DidState::Suspended;
    if !stops || after.state == DidState::Annulled || before.state == DidState::AtRisk {
        return Ok(());
    }
    let day = from.pred_opt().unwrap_or(from);
    let seniority = seniority::of(before, &act.tx.events_of(before.registrant)?, day);
    let shown = super::act::italian(day);
    let mut said = vec![rules::SENIORITY_THEN.found().with(shown).with(seniority.sum())];
    if !after.is_open() && before.benefit != Benefit::None {
        said.push(rules::BENEFIT_THEN.found().with(before.benefit.label()));
    }
    act.judge(said, &[]);
    Ok(())
}

/// The national identifier arrived (R-DID-9); the state stays.
pub(super) fn national_id(act: &mut Act<'_, '_>, command: &DidNationalId) -> Result<()> {
    let did: Did = act.tx.need(command.did.0)?;
    act.about(did.registrant);
    let number = command.national_id.trim();
    if did.national_id != command.was.trim() && did.national_id != number {
        let found = did.national_id.clone().into();
        return act.refuse_edits(vec![EditProblem::Stale { field: "national_id".to_owned(), found }]);
    }
    let mut findings = Vec::new();
    if number.is_empty() {
        findings.push(rules::NATIONAL_ID_EMPTY.at("national_id"));
    }
    check_text("national_id", number, LINE, &mut findings);
    let others = act.tx.dids_of(did.registrant)?;
    let same = others
        .iter()
        .find(|other| other.id != did.id && other.state != DidState::Annulled && other.national_id == number);
    if let Some(other) = same.filter(|_| !number.is_empty()) {
        let date = super::act::italian(other.date);
        findings.push(rules::SAME_NATIONAL_ID.at("national_id").with(number).with(date));
    }
    if !act.judge(findings, &[]) {
        return Ok(());
    }
    act.touched("did", did.id.0);
    act.state("did", did.state);
    if did.national_id == number {
        return Ok(());
    }
    act.tx.update(&did, &Did { national_id: number.to_owned(), ..did.clone() })?;
    act.changed(Change {
        kind: Subject::Did,
        subject: did.id.0,
        registrant: did.registrant,
        event: "national_id".to_owned(),
        state: super::act::word(did.state),
        on: None,
        reason: "",
        evidence: number,
    })
}
