//! Days of the past, settled by hand: a communication that came late, a job
//! that was not, another date. Nothing recorded before is touched; the act
//! says how those days count from now on, why and on which evidence (R-STA-4).

use chrono::NaiveDate;

use super::timeline::{self, PERIOD_COUNTED, PERIOD_END, PERIOD_SUSPENDED, Span};
use super::{Did, DidEvent, DidState, italian, rules, seniority};
use crate::domain::employment::job::suspending;
use crate::domain::employment::{Job, Standing};
use crate::domain::event::{StateEvent, Subject};
use crate::domain::finding::Finding;

/// What is settled.
#[derive(Clone, Copy, Debug)]
pub struct Settlement<'a> {
    /// The days: open for "from that day on".
    pub span: Span,
    /// Why.
    pub reason: &'a str,
    /// The state changes of the person so far.
    pub events: &'a [StateEvent],
    /// The jobs of the person.
    pub jobs: &'a [Job],
    /// The day of the command.
    pub today: NaiveDate,
}

/// Everything the rules say about it.
#[must_use]
pub fn check(did: &Did, what: &Settlement<'_>) -> Vec<Finding> {
    if matches!(did.state, DidState::Annulled | DidState::AtRisk) {
        return vec![rules::NOT_SETTLED.found().with(did.state.label())];
    }
    let mut found = Vec::new();
    if what.reason.trim().is_empty() {
        found.push(rules::NO_SETTLE_REASON.at("reason"));
    }
    let (from, to) = (what.span.from, what.span.to);
    let (start, last) = (did.starts_on(), did.ended_on.and_then(|end| end.pred_opt()));
    let status = match last {
        None => format!("dal {}", italian(start)),
        Some(last) => format!("dal {} al {}", italian(start), italian(last)),
    };
    if let Some(to) = to.filter(|to| *to < from) {
        found.push(rules::PERIOD_CROSSED.at("to").with(italian(to)).with(italian(from)));
        return found;
    }
    if from > what.today {
        found.push(rules::EVENT_FUTURE.at("from").with(italian(from)));
    } else if from < start || last.is_some_and(|last| from > last) {
        found.push(rules::PERIOD_OUTSIDE.at("from").with(italian(from)).with(&status));
    }
    if let Some(to) = to {
        if to > what.today {
            found.push(rules::EVENT_FUTURE.at("to").with(italian(to)));
        } else if last.is_some_and(|last| to > last) {
            found.push(rules::PERIOD_OUTSIDE.at("to").with(italian(to)).with(&status));
        }
    }
    if found.iter().any(Finding::stops) {
        return found;
    }
    found.extend(against_jobs(what, last));
    if found.iter().any(Finding::stops) {
        return found;
    }
    let (after, rows) = apply(did, what);
    let now = |did: &Did, events: &[StateEvent]| seniority::of(did, events, what.today);
    let later: Vec<StateEvent> =
        what.events.iter().cloned().chain(rows.iter().map(|row| as_event(did, row))).collect();
    let (was, becomes) = (now(did, what.events), now(&after, &later));
    if was == becomes && after.state == did.state && after.state_since == did.state_since {
        found.push(rules::PERIOD_ALREADY.found());
    } else {
        found.push(rules::SENIORITY_CHANGES.found().with(was.days).with(becomes.days));
    }
    found
}

/// The jobs must say the same of those days: one truth, not two.
fn against_jobs(what: &Settlement<'_>, last: Option<NaiveDate>) -> Option<Finding> {
    let (from, to) = (what.span.from, what.span.to);
    let spans = suspending(what.jobs);
    let until = to.unwrap_or(what.today).min(last.unwrap_or(what.today)).max(from);
    if !what.span.suspended {
        let crossing = spans.iter().find(|(one, end, _)| *one <= until && end.is_none_or(|end| from <= end));
        return crossing.map(|(one, _, job)| {
            rules::PERIOD_WITH_JOB.at("from").with(italian((*one).max(from))).with(&job.employer)
        });
    }
    let working: Vec<Span> =
        spans.iter().map(|(from, to, _)| Span { from: *from, to: *to, suspended: true }).collect();
    let idle = timeline::minus(&[(from, Some(until))], &working, until).first().copied()?;
    let under = what.jobs.iter().find(|job| {
        job.runs(idle.from) && job.spell(idle.from).is_some_and(|spell| spell.standing == Standing::Under)
    });
    Some(match under {
        Some(job) => rules::UNDER_NOT_SUSPENDED.at("from").with(italian(idle.from)).with(&job.employer),
        None => rules::PERIOD_WITHOUT_JOB.at("from").with(italian(idle.from)),
    })
}

/// The word and the day of a state change this leaves.
pub type Row = (&'static str, NaiveDate);

/// The DID after it, and the state changes to record. It must have passed
/// [`check`].
#[must_use]
pub fn apply(did: &Did, what: &Settlement<'_>) -> (Did, Vec<Row>) {
    let Span { from, suspended, .. } = what.span;
    let turns = match (did.state, suspended) {
        (DidState::Inserted | DidState::Validated, true) => Some(DidEvent::Suspended),
        (DidState::Suspended, false) => Some(DidEvent::Resumed),
        _ => None,
    };
    let rows = match (what.span.to, turns) {
        (None, Some(event)) => vec![(event.word(), from)],
        (to, _) => {
            let word = if suspended { PERIOD_SUSPENDED } else { PERIOD_COUNTED };
            vec![(word, from), (PERIOD_END, to.unwrap_or(what.today))]
        }
    };
    let mut after = did.clone();
    if let (None, Some(event)) = (what.span.to, turns) {
        after.state_since = from;
        if event == DidEvent::Suspended {
            after.state_since = super::happen::began(did, what.jobs, from);
            after.state_before = did.state;
            after.state = DidState::Suspended;
            after.conserved = false;
        } else {
            after.state = did.state_before;
        }
    } else if did.state == DidState::Suspended {
        // The 180 days run from the job that is left (R-SUS-1).
        let later: Vec<StateEvent> =
            what.events.iter().cloned().chain(rows.iter().map(|row| as_event(did, row))).collect();
        let spans = timeline::of(did, &later);
        if let Some(last) = spans.last().filter(|last| last.suspended) {
            after.state_since = last.from;
        }
    }
    (after, rows)
}

/// A row as the state change it will be, after all others.
fn as_event(did: &Did, (word, on): &Row) -> StateEvent {
    StateEvent {
        subject_kind: Subject::Did,
        subject: did.id.0,
        event: (*word).to_owned(),
        on_date: *on,
        at: chrono::NaiveDateTime::MAX,
        // Of two of one hour the second stays second.
        id: crate::domain::ids::EventId(uuid::Uuid::from_u128(u128::from(*word == PERIOD_END))),
        ..StateEvent::default()
    }
}
