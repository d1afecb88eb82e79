//! What follows for a DID from the jobs of the person: the next step that
//! follows by itself, and what only a person can settle.
//!
//! The jobs say on which days the status should be suspended; the state
//! changes say on which days it is. A step that comes after everything
//! recorded so far follows by itself. What would change the past, end the
//! status or rest on something unknown is shown, and waits for an act.

use chrono::NaiveDate;

use super::happen::{self, Happening, day_of_suspension};
use super::timeline::{self, Span};
use super::{Did, DidEvent, DidState, italian, rules};
use crate::domain::employment::job::suspending;
use crate::domain::employment::{Effect, Job, Standing};
use crate::domain::event::StateEvent;
use crate::domain::finding::{Finding, Level};
use crate::domain::ids::EmploymentId;
use crate::domain::office::Role;
use crate::domain::parameters;

/// A step that follows from a job.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What happens to the DID.
    pub event: DidEvent,
    /// The day of the fact, as in the command: for a job that ended its last day.
    pub on: NaiveDate,
    /// From which job.
    pub job: Option<EmploymentId>,
    /// Its communication, or the employer.
    pub evidence: String,
}

/// Something about a job that waits for a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToSettle {
    /// Which act settles it.
    pub act: Settling,
    /// About which job.
    pub job: Option<EmploymentId>,
    /// What stands open, with what to do.
    pub finding: Finding,
}

/// The act that settles it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Settling {
    /// Its day has come: confirm what follows (`employment.follow`).
    Follow,
    /// Days of the past that were suspended, or counted after all (`did.settle`).
    Period(Span),
    /// The loss, from a day (`did.event`).
    Loss(NaiveDate),
    /// The end of the job, or a longer contract.
    End,
    /// The income.
    Income,
    /// Nothing yet: its day is to come.
    Wait,
    /// A job to record, or to correct: the DID and the jobs contradict each other.
    Job,
}

/// The next step that follows by itself: allowed by the table, after
/// everything recorded so far, not in the future. The figures are those of
/// the day the state of the DID began, which judge the end of a suspension.
#[must_use]
pub fn next(
    did: &Did,
    events: &[StateEvent],
    jobs: &[Job],
    figures: &parameters::Did,
    today: NaiveDate,
) -> Option<Step> {
    let earlier = happen::of_did(did, events);
    candidates(did, events, jobs, today).into_iter().find(|step| {
        let what = Happening {
            event: step.event,
            on: step.on,
            reason: "",
            known: None,
            evidence: &step.evidence,
            earlier: &earlier,
            jobs,
            figures: *figures,
            role: Role::default(),
            today,
        };
        happen::check(did, &what).iter().all(|finding| finding.level != Level::Block)
    })
}

fn candidates(did: &Did, events: &[StateEvent], jobs: &[Job], today: NaiveDate) -> Vec<Step> {
    let step = |event, on, job: &Job| Step { event, on, job: Some(job.id), evidence: job.evidence() };
    match did.state {
        DidState::AtRisk => jobs
            .iter()
            .filter(|job| job.kind.effect() != Effect::None && job.start <= did.date)
            .filter_map(|job| job.end.filter(|end| *end >= did.date).map(|end| (end, job)))
            .max_by_key(|(end, job)| (*end, job.id))
            .map(|(end, job)| step(DidEvent::JobEnded, end, job))
            .into_iter()
            .collect(),
        DidState::Inserted | DidState::Validated => {
            let missing = missing(did, events, jobs, today).into_iter();
            let mut steps: Vec<Step> =
                missing.map(|(span, job)| step(DidEvent::Suspended, span.from, job)).collect();
            steps.extend(conservation(did, jobs, today));
            steps
        }
        DidState::Suspended => end_of_suspension(did, jobs, today).into_iter().collect(),
        DidState::Lost | DidState::Revoked | DidState::Annulled => Vec::new(),
    }
}

/// The jobs that may suspend this DID, each with the days over the limit: not
/// one that was there before it, which contradicts the declaration, but for
/// the job of a notice.
#[must_use]
pub fn suspending_did<'a>(did: &Did, jobs: &'a [Job]) -> Vec<(NaiveDate, Option<NaiveDate>, &'a Job)> {
    let spans = suspending(jobs).into_iter();
    spans.filter(|(from, _, job)| !before_did(did, job) || *from > did.date).collect()
}

fn before_did(did: &Did, job: &Job) -> bool {
    job.start < did.date && did.notice_date.is_none()
}

/// The days on which a job over the limit ran and the status was counted.
fn missing<'a>(did: &Did, events: &[StateEvent], jobs: &'a [Job], today: NaiveDate) -> Vec<(Span, &'a Job)> {
    let last = did.ended_on.and_then(|end| end.pred_opt()).map_or(today, |end| end.min(today));
    let start = did.starts_on();
    let mut taken: Vec<Span> = timeline::of(did, events).into_iter().filter(|span| span.suspended).collect();
    let mut found = Vec::new();
    for (from, to, job) in suspending_did(did, jobs) {
        for span in timeline::minus(&[(from.max(start), to)], &taken, last) {
            // Whatever runs on goes on beyond today.
            let open = to.is_none() && span.to == Some(today) && did.is_open();
            taken.push(span);
            found.push((Span { to: span.to.filter(|_| !open), ..span }, job));
        }
    }
    found.sort_by_key(|(span, _)| span.from);
    found
}

/// The days suspended on which no job over the limit ran.
fn extra(did: &Did, events: &[StateEvent], jobs: &[Job], today: NaiveDate) -> Vec<Span> {
    let suspended: Vec<_> = super::seniority::spells(did, events);
    let working: Vec<Span> =
        suspending(jobs).into_iter().map(|(from, to, _)| Span { from, to, suspended: true }).collect();
    timeline::minus(&suspended, &working, today)
}

fn conservation(did: &Did, jobs: &[Job], today: NaiveDate) -> Option<Step> {
    let step = |event, on, job: &Job| Step { event, on, job: Some(job.id), evidence: job.evidence() };
    let under = |job: &&Job| job.spell(today).is_some_and(|spell| spell.standing == Standing::Under);
    // A job whose last day is today is over, as a suspension that ends today is.
    let goes_on = |job: &&Job| job.start <= today && job.end.is_none_or(|end| end > today);
    let running = jobs.iter().filter(under).find(goes_on);
    match (running, did.conserved) {
        (Some(job), false) => {
            let from = job.spell(today).map_or(job.start, |spell| spell.from);
            Some(step(DidEvent::Conserved, from.max(did.starts_on()).min(today), job))
        }
        (None, true) => {
            let over = jobs.iter().filter(under).filter_map(|job| job.end.map(|end| (end, job)));
            let last = over.filter(|(end, _)| *end >= did.date).max_by_key(|(end, job)| (*end, job.id));
            last.map(|(end, job)| step(DidEvent::ConservationEnded, end, job)).or_else(|| {
                // The job was withdrawn, or is no longer under the limit; what the DID itself declares stays.
                (!did.employee && !did.self_employed).then(|| Step {
                    event: DidEvent::ConservationEnded,
                    on: today,
                    job: None,
                    evidence: String::new(),
                })
            })
        }
        _ => None,
    }
}

/// The suspension for a job that ended, or whose income was reviewed.
fn end_of_suspension(did: &Did, jobs: &[Job], today: NaiveDate) -> Option<Step> {
    let spans = suspending(jobs);
    let (_, to, job) = running_at(&spans, did.state_since)?;
    let end = (*to).filter(|end| *end <= today)?;
    let longest = |to: Option<NaiveDate>| to.unwrap_or(NaiveDate::MAX);
    let other = spans
        .iter()
        .filter(|(from, to, _)| *from <= end && longest(*to) > end)
        .max_by_key(|(from, to, job)| (longest(*to), std::cmp::Reverse(*from), job.id));
    Some(match other {
        Some((from, _, other)) => {
            Step { event: DidEvent::NextJob, on: *from, job: Some(other.id), evidence: other.evidence() }
        }
        None if job.end == Some(end) => {
            Step { event: DidEvent::Resumed, on: end, job: Some(job.id), evidence: job.evidence() }
        }
        None => Step {
            event: DidEvent::IncomeReviewed,
            on: end.succ_opt()?,
            job: Some(job.id),
            evidence: job.evidence(),
        },
    })
}

/// The job a suspended DID is suspended for, and the last day over the limit.
#[must_use]
pub fn suspended_by<'a>(did: &Did, jobs: &'a [Job]) -> Option<(Option<NaiveDate>, &'a Job)> {
    running_at(&suspending(jobs), did.state_since).map(|(_, to, job)| (*to, *job))
}

type Running<'a> = (NaiveDate, Option<NaiveDate>, &'a Job);

/// The stretch over the limit that holds a day; of several the longest.
fn running_at<'a, 'b>(spans: &'b [Running<'a>], day: NaiveDate) -> Option<&'b Running<'a>> {
    let holds = |(from, to, _): &&Running<'_>| *from <= day && to.is_none_or(|to| day <= to);
    spans.iter().filter(holds).max_by_key(|(_, to, job)| (to.unwrap_or(NaiveDate::MAX), job.id))
}

/// What stands open between the jobs and the DID, the heaviest first, by the
/// figures of the day its state began.
#[must_use]
pub fn to_settle(
    did: &Did,
    events: &[StateEvent],
    jobs: &[Job],
    figures: &parameters::Did,
    today: NaiveDate,
) -> Vec<ToSettle> {
    let mut found = Vec::new();
    if did.state == DidState::Annulled {
        return found;
    }
    let step = next(did, events, jobs, figures, today);
    if let Some(step) = &step {
        let finding =
            rules::FOLLOWS.found().with(step.event.label()).with(italian(step.on)).with(&step.evidence);
        found.push(ToSettle { act: Settling::Follow, job: step.job, finding });
    }
    contradictions(did, jobs, &mut found);
    losses(did, jobs, figures, today, &mut found);
    if did.state != DidState::AtRisk {
        let follows = |from| step.as_ref().is_some_and(|s| s.event == DidEvent::Suspended && s.on == from);
        for (span, job) in missing(did, events, jobs, today) {
            if !follows(span.from) {
                let text = rules::DAYS_TO_SUSPEND.found().with(&job.employer).with(span);
                found.push(ToSettle { act: Settling::Period(span), job: Some(job.id), finding: text });
            }
        }
        let mends =
            step.as_ref().is_some_and(|s| matches!(s.event, DidEvent::Resumed | DidEvent::IncomeReviewed));
        for span in extra(did, events, jobs, today).into_iter().filter(|_| !mends) {
            let known = jobs.iter().any(|job| job.kind.effect() == Effect::Suspends && touches(job, span));
            let too_long = known && ended_too_late(did, jobs, figures.suspension_days, today).is_some();
            if too_long {
                continue;
            }
            // With nothing recorded about those days the job is what lacks.
            let counted = Span { suspended: false, ..span };
            let (rule, act) = match known {
                true => (rules::DAYS_TO_COUNT, Settling::Period(counted)),
                false => (rules::NO_JOB_KNOWN, Settling::Job),
            };
            found.push(ToSettle { act, job: None, finding: rule.found().with(span) });
        }
    }
    incomes(did, jobs, today, &mut found);
    found
}

/// Does a job run on, or next to, some day of the span?
fn touches(job: &Job, span: Span) -> bool {
    let near = |day: NaiveDate| day.pred_opt().unwrap_or(day);
    let ends = job.end.and_then(|end| end.succ_opt());
    span.to.is_none_or(|to| near(job.start) <= to) && ends.is_none_or(|end| span.from <= end)
}

/// A job that was there before a DID that says otherwise.
fn contradictions(did: &Did, jobs: &[Job], found: &mut Vec<ToSettle>) {
    for job in jobs.iter().filter(|job| before_did(did, job) && job.runs(did.date)) {
        let over = job.spell(did.date).is_some_and(|spell| spell.standing == Standing::Over);
        if over && job.kind.effect() != Effect::None {
            let finding = rules::OVER_BEFORE_DID.found().with(&job.employer).with(italian(job.start));
            found.push(ToSettle { act: Settling::Job, job: Some(job.id), finding });
        }
    }
}

/// The job that keeps the DID suspended and went beyond the 180 days: its
/// start, and how many days it has lasted.
fn ended_too_late<'a>(did: &Did, jobs: &'a [Job], limit: u32, today: NaiveDate) -> Option<(&'a Job, i64)> {
    if did.state != DidState::Suspended {
        return None;
    }
    let spans = suspending(jobs);
    let (_, to, job) = running_at(&spans, did.state_since)?;
    let last = to.unwrap_or(today).min(today);
    let days = (last - did.state_since).num_days() + 1;
    (days > i64::from(limit)).then_some((*job, days))
}

fn losses(did: &Did, jobs: &[Job], figures: &parameters::Did, today: NaiveDate, found: &mut Vec<ToSettle>) {
    if let Some((job, days)) = ended_too_late(did, jobs, figures.suspension_days, today) {
        let lost = day_of_suspension(did.state_since, figures.suspension_days + 1);
        let finding = rules::LOSS_PROPOSED.found().with(&job.employer).with(days);
        let finding = finding.with(figures.suspension_days).with(italian(lost));
        found.push(ToSettle { act: Settling::Loss(lost), job: Some(job.id), finding });
    }
    if !matches!(did.state, DidState::Inserted | DidState::Validated) {
        return;
    }
    for job in jobs.iter().filter(|job| job.kind.effect() == Effect::Ends && !before_did(did, job)) {
        let over = job.spells.iter().find(|spell| spell.standing == Standing::Over && spell.from <= today);
        let from = over.map(|spell| spell.from.max(did.starts_on())).filter(|from| *from <= today);
        if let Some(from) = from.filter(|_| over.is_some_and(|s| s.to.is_none_or(|to| to >= did.starts_on())))
        {
            let finding = rules::SELF_EMPLOYMENT_PROPOSED.found().with(&job.employer).with(italian(from));
            found.push(ToSettle { act: Settling::Loss(from), job: Some(job.id), finding });
        }
    }
}

fn incomes(did: &Did, jobs: &[Job], today: NaiveDate, found: &mut Vec<ToSettle>) {
    if !did.is_open() {
        return;
    }
    for job in jobs.iter().filter(|job| job.end.is_none_or(|end| end >= did.starts_on())) {
        if job.start > today {
            let finding = rules::STARTS_LATER.found().with(&job.employer).with(italian(job.start));
            found.push(ToSettle { act: Settling::Wait, job: Some(job.id), finding });
            continue;
        }
        let spell = job.spell(job.end.unwrap_or(today));
        if spell.is_some_and(|spell| spell.standing == Standing::Unknown) {
            let finding = rules::INCOME_UNKNOWN.found().with(&job.employer);
            found.push(ToSettle { act: Settling::Income, job: Some(job.id), finding });
        }
        if let Some(expected) = job.expected_end.filter(|day| job.end.is_none() && *day < today) {
            let finding = rules::END_PASSED.found().with(&job.employer).with(italian(expected));
            found.push(ToSettle { act: Settling::End, job: Some(job.id), finding });
        }
        let under = spell.filter(|spell| spell.standing == Standing::Under && job.runs(today));
        if let Some(declared) = under.map(|spell| spell.declared.or(job.co_date).unwrap_or(job.start)) {
            let newer = jobs.iter().find(|other| {
                other.id != job.id
                    && other.kind.income().is_some()
                    && other.runs(other.start.max(job.start))
                    && other.co_date.unwrap_or(other.start) > declared
                    && other.end.is_none_or(|end| end >= did.starts_on())
            });
            if let Some(newer) = newer {
                let finding = rules::INCOME_AGAIN.found().with(&job.employer).with(&newer.employer);
                found.push(ToSettle { act: Settling::Income, job: Some(job.id), finding });
            }
        }
    }
}
