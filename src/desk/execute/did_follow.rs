//! What the jobs of a person do to the open DID, and the act that settles days
//! of the past.

use super::act::{Act, Change, italian};
use super::{did, psp_follow};
use crate::desk::command::DidSettle;
use crate::desk::weigh;
use crate::domain::did::happen::{self, Happening};
use crate::domain::did::settle::{self, Settlement};
use crate::domain::did::timeline::Span;
use crate::domain::did::{Did, DidEvent, DidState, follow, rules};
use crate::domain::employment::Job;
use crate::domain::event::Subject;
use crate::domain::finding::Finding;
use crate::domain::ids::RegistrantId;
use crate::domain::registrant::rules::{LINE, check_text};
use crate::fault::Result;

/// Most steps one job can cause: begun, ended, begun again for another...
const STEPS: usize = 16;

/// The jobs of a person, weighed with the limits of their years.
pub(super) fn jobs(act: &Act<'_, '_>, person: RegistrantId) -> Result<Vec<Job>> {
    Ok(weigh::jobs(&*act.catalogue()?, &act.tx.employments_of(person)?, &act.tx.incomes_of(person)?))
}

/// Takes every step that follows by itself, in this unit, and says what waits
/// to be settled.
pub(super) fn after_jobs(act: &mut Act<'_, '_>, person: RegistrantId) -> Result<usize> {
    let jobs = jobs(act, person)?;
    let today = act.today();
    let mut taken = 0;
    while taken < STEPS {
        let dids = act.tx.dids_of(person)?;
        let Some(did) = dids.iter().find(|did| did.is_open()) else { break };
        let events = act.tx.events_of(person)?;
        let since = act.parameters(did.state_since)?.did;
        let Some(step) = follow::next(did, &events, &jobs, &since, today) else { break };
        let judged = happen::judged_on(did, step.event, "", step.on, &jobs);
        let earlier = happen::of_did(did, &events);
        let what = Happening {
            event: step.event,
            on: step.on,
            reason: "",
            known: None,
            evidence: &step.evidence,
            earlier: &earlier,
            jobs: &jobs,
            figures: act.parameters(judged)?.did,
            role: act.role(),
            today,
        };
        let mut findings = happen::check(did, &what);
        findings.retain(|finding| !finding.stops());
        findings.push(rules::FOLLOWED.found().with(step.event.label()).with(italian(step.on)));
        act.judge(findings, &[]);
        did::take(act, did, &what)?;
        taken += 1;
    }
    let dids = act.tx.dids_of(person)?;
    let events = act.tx.events_of(person)?;
    // A closed history can be wrong too: the last DID counts as the open one does.
    if let Some(did) = dids.iter().max_by_key(|did| (did.is_open(), did.date, did.id)) {
        let since = act.parameters(did.state_since)?.did;
        let left = follow::to_settle(did, &events, &jobs, &since, today).into_iter();
        let left: Vec<Finding> = left.map(|left| left.finding).collect();
        act.judge(left, &[]);
    }
    Ok(taken)
}

/// Days of the past, as the operator settles them.
pub(super) fn settle(act: &mut Act<'_, '_>, command: &DidSettle) -> Result<()> {
    let before: Did = act.tx.need(command.did.0)?;
    act.about(before.registrant);
    let events = act.tx.events_of(before.registrant)?;
    let jobs = jobs(act, before.registrant)?;
    let span =
        Span { from: command.from.unwrap_or(act.today()), to: command.to, suspended: command.suspended };
    let what = Settlement { span, reason: &command.reason, events: &events, jobs: &jobs, today: act.today() };
    let mut findings = settle::check(&before, &what);
    check_text("reason", &command.reason, LINE, &mut findings);
    check_text("evidence", &command.evidence, LINE, &mut findings);
    if !act.judge(findings, &[]) {
        return Ok(());
    }
    let (after, rows) = settle::apply(&before, &what);
    act.tx.update(&before, &after)?;
    for (word, on) in rows {
        act.changed(Change {
            kind: Subject::Did,
            subject: before.id.0,
            registrant: before.registrant,
            event: word.to_owned(),
            state: super::act::word(after.state),
            on: Some(on),
            reason: command.reason.trim(),
            evidence: command.evidence.trim(),
        })?;
    }
    act.touched("did", before.id.0);
    act.state("did", after.state);
    match (before.state, after.state) {
        (DidState::Suspended, DidState::Inserted | DidState::Validated) => {
            psp_follow::follow(act, &after, DidEvent::Resumed, span.from)?;
        }
        (DidState::Inserted | DidState::Validated, DidState::Suspended) => {
            psp_follow::follow(act, &after, DidEvent::Suspended, span.from)?;
        }
        _ => {}
    }
    after_jobs(act, before.registrant).map(|_| ())
}
