//! What the jobs on record say of an event given by hand: one truth, so that
//! the states and the jobs never tell two stories (R-CON-5, R-SUS-3).

use chrono::NaiveDate;

use super::{Did, DidEvent, Happening, italian, rules};
use crate::domain::employment::{Effect, Job, Standing};
use crate::domain::finding::Finding;

/// One finding at most. With no job on record nothing is known, and only the
/// events that rest on one are refused.
pub(super) fn check(did: &Did, what: &Happening<'_>) -> Option<Finding> {
    let on = what.on;
    let at = |day, standing| {
        let running = what.jobs.iter().filter(move |job| job.runs(day));
        running.clone().find(|job| stands(job, day, standing))
    };
    let over = |day| at(day, Standing::Over).filter(|job| job.kind.effect() != Effect::None);
    let under = at(on, Standing::Under);
    let suspends = |day: NaiveDate| {
        let mut jobs = what.jobs.iter().filter(|job| job.runs(day) && job.kind.effect() == Effect::Suspends);
        jobs.find(|job| stands(job, day, Standing::Over))
    };
    match what.event {
        DidEvent::Suspended => under
            .filter(|_| over(on).is_none())
            .map(|job| rules::UNDER_NOT_SUSPENDED.at("on").with(italian(on)).with(&job.employer)),
        DidEvent::Resumed => on
            .succ_opt()
            .and_then(suspends)
            .map(|job| rules::OTHER_JOB_RUNS.at("on").with(italian(on)).with(&job.employer)),
        DidEvent::NextJob if suspends(on).is_none() => Some(rules::NO_OTHER_JOB.at("on").with(italian(on))),
        DidEvent::Conserved | DidEvent::IncomeReviewed => match (over(on), under) {
            (Some(job), _) => Some(rules::OVER_NOT_CONSERVED.at("on").with(italian(on)).with(&job.employer)),
            (None, None) => Some(rules::NOTHING_DECLARED.at("on").with(italian(on))),
            (None, Some(_)) if did.conserved => Some(rules::FLAG_ALREADY.at("event").with("conservata")),
            (None, Some(_)) => None,
        },
        DidEvent::ConservationEnded if !did.conserved => {
            Some(rules::FLAG_ALREADY.at("event").with("senza conservazione"))
        }
        DidEvent::ConservationEnded => {
            let free = on.succ_opt().unwrap_or(on);
            at(free, Standing::Under)
                .map(|job| rules::UNDER_NOT_SUSPENDED.at("on").with(italian(free)).with(&job.employer))
        }
        _ => None,
    }
}

fn stands(job: &Job, day: NaiveDate, standing: Standing) -> bool {
    job.spell(day).is_some_and(|spell| spell.standing == standing)
}
