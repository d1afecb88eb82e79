//! What may happen to a DID after it is recorded, and what it leaves
//! (states.md § 1, rules.md § 1.2).

use chrono::{Days, NaiveDate};

use super::declare::new_did_from;
use super::timeline::{PERIOD_COUNTED, PERIOD_END, PERIOD_SUSPENDED};
use super::{Did, DidEvent, DidState, italian, rules, states};
use crate::domain::employment::Job;
use crate::domain::employment::job::suspending;
use crate::domain::event::{StateEvent, Subject};
use crate::domain::finding::Finding;
use crate::domain::machine;
use crate::domain::office::Role;
use crate::domain::parameters::{self, LossDay};

mod jobs;

/// Reason of a loss for length, code of the table.
const OVER_180: &str = "job_over_180_days";
/// Reason of a loss for self-employment.
const SELF_EMPLOYMENT: &str = "self_employment_over_limit";
/// Reason recorded with an annulment.
const IN_ERROR: &str = "entered_in_error";

/// What the table says of a reason (R-LOS-1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The event it belongs to.
    pub event: DidEvent,
    /// A sanction of art. 21, with the two months of R-LOS-2.
    pub sanction: bool,
}

/// Something that happened, with what is known about it.
#[derive(Clone, Copy, Debug)]
pub struct Happening<'a> {
    /// What.
    pub event: DidEvent,
    /// The day of the fact: for a job that ended, its last day.
    pub on: NaiveDate,
    /// Reason as given: a code for a loss or a revocation.
    pub reason: &'a str,
    /// What the table says of that code.
    pub known: Option<Reason>,
    /// Reference of the evidence.
    pub evidence: &'a str,
    /// The changes of this DID so far, oldest first.
    pub earlier: &'a [StateEvent],
    /// The jobs of the person, weighed.
    pub jobs: &'a [Job],
    /// The figures of the day that judges it ([`judged_on`]).
    pub figures: parameters::Did,
    /// What who gives the command may do.
    pub role: Role,
    /// The day of the command.
    pub today: NaiveDate,
}

/// The changes of one DID among those of a person, in the order in which
/// they count.
#[must_use]
pub fn of_did(did: &Did, events: &[StateEvent]) -> Vec<StateEvent> {
    let mut of_it: Vec<StateEvent> =
        events.iter().filter(|e| e.subject_kind == Subject::Did && e.subject == did.id.0).cloned().collect();
    of_it.sort_by_key(|e| (e.at, e.id));
    of_it
}

/// The day of the fact when the command leaves it out: what the record
/// already knows, today otherwise.
#[must_use]
pub fn usual_day(did: &Did, event: DidEvent, today: NaiveDate) -> NaiveDate {
    let known = did.last_working_day.filter(|_| event == DidEvent::JobEnded);
    known.filter(|day| *day <= today).unwrap_or(today)
}

/// The day whose table judges an event: that on which the suspension began
/// for what comes of it, that of the fact otherwise, whenever it is recorded.
#[must_use]
pub fn judged_on(did: &Did, event: DidEvent, reason: &str, on: NaiveDate, jobs: &[Job]) -> NaiveDate {
    match event {
        DidEvent::Suspended => began(did, jobs, on),
        DidEvent::Resumed => did.state_since,
        DidEvent::Lost if reason == OVER_180 => did.state_since,
        _ => on,
    }
}

/// The day of a loss for length when the command leaves it out (R-SUS-4), by
/// the figures of the day the suspension began.
#[must_use]
pub fn usual_loss_day(
    did: &Did,
    reason: &str,
    figures: &parameters::Did,
    today: NaiveDate,
) -> Option<NaiveDate> {
    let over = reason == OVER_180 && did.state == DidState::Suspended;
    let after = day_of_suspension(did.state_since, figures.suspension_days + 1);
    (over && after <= today).then(|| loss_day(did.state_since, figures))
}

/// The day a loss for length is dated on (R-SUS-4).
fn loss_day(start: NaiveDate, figures: &parameters::Did) -> NaiveDate {
    match figures.loss_dated_on {
        LossDay::Day181 => day_of_suspension(start, figures.suspension_days + 1),
        LossDay::Start => start,
    }
}

/// The n-th day of a suspension that began on a day (which is the first).
#[must_use]
pub fn day_of_suspension(start: NaiveDate, n: u32) -> NaiveDate {
    start.checked_add_days(Days::new(u64::from(n) - 1)).unwrap_or(NaiveDate::MAX)
}

/// Everything the rules say about an event.
#[must_use]
pub fn check(did: &Did, what: &Happening<'_>) -> Vec<Finding> {
    if states::next(did.state, did.state_before, what.event).is_none() {
        return vec![rules::NOT_NOW.at("event").with(did.state.label()).with(what.event.label())];
    }
    let step = machine::step_on(states::TABLE, did.state, what.event);
    if let Some(denied) = step.and_then(|step| step.denied_to(what.role, what.event.label())) {
        return vec![denied];
    }
    let mut found = dates(did, what);
    match what.event {
        DidEvent::Validated => {
            found.push(rules::TAKE_CHARGE.found());
            if did.national_id.is_empty() {
                found.push(rules::NATIONAL_ID_PENDING.found());
            }
        }
        DidEvent::Suspended => suspended(did, what, &mut found),
        DidEvent::Resumed => resumed(did, what, &mut found),
        DidEvent::Lost => lost(did, what, &mut found),
        DidEvent::Revoked => {
            if what.known.is_none_or(|known| known.event != DidEvent::Revoked) {
                found.push(rules::BAD_REASON.at("reason").with(what.reason));
            }
            found.push(rules::NEW_AT_ONCE.found());
        }
        DidEvent::Annulled => {
            if what.reason.trim().is_empty() {
                found.push(rules::NO_ANNUL_REASON.at("reason"));
            }
        }
        DidEvent::JobEnded => {
            let free = what.on.succ_opt().unwrap_or(what.on);
            found.push(rules::STARTS.found().with(italian(free)));
        }
        DidEvent::DismissalWithdrawn
        | DidEvent::NextJob
        | DidEvent::IncomeReviewed
        | DidEvent::Conserved
        | DidEvent::ConservationEnded => {}
    }
    found.extend(jobs::check(did, what));
    found
}

fn dates(did: &Did, what: &Happening<'_>) -> Vec<Finding> {
    let on = what.on;
    if on > what.today {
        return vec![rules::EVENT_FUTURE.at("on").with(italian(on))];
    }
    // A dismissal is withdrawn and a job ends on days of their own, but never
    // before the declaration that speaks of them.
    if on < did.date {
        return vec![rules::EVENT_BEFORE_DID.at("on").with(italian(on)).with(italian(did.date))];
    }
    // What moves no day of the status may be learned in any order.
    if matches!(what.event, DidEvent::Conserved | DidEvent::ConservationEnded) {
        return Vec::new();
    }
    // What resumes tomorrow was recorded today: a fact of today still fits.
    let moving = what.earlier.iter().filter(|e| moves_the_state(&e.event));
    let last = moving.map(|e| e.on_date.min(e.at.date())).max();
    match last.filter(|last| on < *last && what.event != DidEvent::Annulled) {
        Some(last) => vec![rules::EVENT_BEFORE_LAST.at("on").with(italian(on)).with(italian(last))],
        None => Vec::new(),
    }
}

/// Does a recorded change end where the next may begin? Not the arrival of
/// the identifier, the flag of conservation, a period settled by hand.
fn moves_the_state(word: &str) -> bool {
    let flags = [DidEvent::Conserved.word(), DidEvent::ConservationEnded.word(), "national_id"];
    !flags.contains(&word) && ![PERIOD_SUSPENDED, PERIOD_COUNTED, PERIOD_END].contains(&word)
}

fn suspended(did: &Did, what: &Happening<'_>, found: &mut Vec<Finding>) {
    let start = began(did, what.jobs, what.on);
    let last = day_of_suspension(start, what.figures.suspension_days);
    let finding = rules::SUSPENDED_UNTIL.at("on").with(italian(start));
    found.push(finding.with(what.figures.suspension_days).with(italian(last)));
    let resumed = DidEvent::Resumed.word();
    let spell_before = what.earlier.iter().rev().find(|e| e.event == resumed);
    if let Some(before) = spell_before.filter(|before| before.on_date == what.on) {
        let ended = before.on_date.pred_opt().unwrap_or(before.on_date);
        found.push(rules::NEXT_SPELL.found().with(italian(ended)));
    }
}

fn resumed(did: &Did, what: &Happening<'_>, found: &mut Vec<Finding>) {
    let start = did.state_since;
    let days = (what.on - start).num_days() + 1;
    if what.on > day_of_suspension(start, what.figures.suspension_days) {
        let finding = rules::TOO_LONG_TO_RESUME.at("on").with(days);
        let finding = finding.with(italian(start)).with(italian(what.on));
        found.push(finding.with(what.figures.suspension_days));
    } else {
        let free = what.on.succ_opt().unwrap_or(what.on);
        found.push(rules::RESUMES.found().with(days).with(italian(free)));
    }
}

fn lost(did: &Did, what: &Happening<'_>, found: &mut Vec<Finding>) {
    let Some(known) = what.known.filter(|known| known.event == DidEvent::Lost) else {
        return found.push(rules::BAD_REASON.at("reason").with(what.reason));
    };
    match what.reason {
        OVER_180 if did.state != DidState::Suspended => return found.push(rules::NOT_SUSPENDED.at("reason")),
        OVER_180 => over_180(did.state_since, what, found),
        SELF_EMPLOYMENT => found.push(rules::SELF_EMPLOYMENT_ENDS.found()),
        _ => {}
    }
    if known.sanction {
        if what.evidence.trim().is_empty() {
            found.push(rules::NO_ACT.at("evidence"));
        }
        found.push(
            rules::TWO_MONTHS_RUN
                .at("on")
                .with(italian(new_did_from(what.on, what.figures.sanction_wait_months))),
        );
    } else {
        found.push(rules::NEW_AT_ONCE.found());
    }
}

fn over_180(start: NaiveDate, what: &Happening<'_>, found: &mut Vec<Finding>) {
    let last = day_of_suspension(start, what.figures.suspension_days);
    let lost = day_of_suspension(start, what.figures.suspension_days + 1);
    // The loss may be dated back to the start of the job (R-SUS-4), but only
    // once day 181 has come.
    if what.today < lost || (what.on < lost && what.on != start) {
        let finding = rules::NOT_YET_181.at("on").with(what.figures.suspension_days);
        found.push(finding.with(italian(last)).with(italian(lost)));
    } else if what.on != loss_day(start, &what.figures) {
        let usual = loss_day(start, &what.figures);
        found.push(rules::OTHER_LOSS_DAY.at("on").with(italian(usual)).with(italian(what.on)));
    }
}

/// The first day of the suspension that a job causes on a day: that of the
/// job over the limit, or of the status when it was there before.
#[must_use]
pub fn began(did: &Did, jobs: &[Job], on: NaiveDate) -> NaiveDate {
    let spans = suspending(jobs).into_iter();
    let holds = spans.filter(|(from, to, _)| *from <= on && to.is_none_or(|to| on <= to));
    holds.map(|(from, _, _)| from.max(did.starts_on())).min().unwrap_or(on)
}

/// The DID after the event, and the day from which its new state counts: the
/// day after for a job that ended (R-SUS-3, R-DID-19). The event must have
/// passed [`check`]; one the table refuses leaves the DID as it was.
#[must_use]
pub fn apply(did: &Did, what: &Happening<'_>) -> (Did, NaiveDate) {
    let mut after = did.clone();
    let Some(state) = states::next(did.state, did.state_before, what.event) else {
        return (after, what.on);
    };
    let counts_from = match what.event {
        DidEvent::JobEnded | DidEvent::Resumed | DidEvent::ConservationEnded => {
            what.on.succ_opt().unwrap_or(what.on)
        }
        _ => what.on,
    };
    after.state = state;
    // The flag of conservation is no state: it leaves the day of the state.
    if !matches!(what.event, DidEvent::Conserved | DidEvent::ConservationEnded) {
        after.state_since = counts_from;
    }
    match what.event {
        DidEvent::Suspended => {
            after.state_before = did.state;
            // The 180 days run from the job, also when it was taken for ended (R-SUS-1).
            after.state_since = began(did, what.jobs, what.on);
            // Conservation and suspension exclude each other (R-CON-5).
            after.conserved = false;
        }
        DidEvent::JobEnded => after.last_working_day = Some(what.on),
        DidEvent::Lost | DidEvent::Revoked => what.reason.clone_into(&mut after.end_reason),
        DidEvent::Annulled => IN_ERROR.clone_into(&mut after.end_reason),
        DidEvent::Conserved | DidEvent::IncomeReviewed => after.conserved = true,
        DidEvent::ConservationEnded => after.conserved = false,
        DidEvent::DismissalWithdrawn | DidEvent::Validated | DidEvent::Resumed | DidEvent::NextJob => {}
    }
    if !state.is_open() {
        after.ended_on = Some(what.on);
        after.conserved = false;
    }
    (after, counts_from)
}

#[cfg(test)]
mod tests;
