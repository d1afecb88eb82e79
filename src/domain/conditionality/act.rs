//! The proposal and the act: what is said when a case is to be decided, and
//! what an act must have (R-SAN).

use chrono::{Months, NaiveDate};

use super::consequence::{self, Counted};
use super::happen::{Happening, Known};
use super::{ConditionalityCase, Consequence, Outcome, days_after, rules};
use crate::domain::did::Benefit;
use crate::domain::finding::Finding;
use crate::domain::offer::{self, Met};

/// Longest reduction an act may state, days.
const LONGEST_REDUCTION: u32 = 60;

fn italian(day: NaiveDate) -> impl std::fmt::Display {
    day.format("%d/%m/%Y")
}

/// What is proposed: nothing for refusing an offer that is not congruous (R-OFF-2).
pub(super) fn proposal(case: &ConditionalityCase, counted: Counted, known: &Known<'_>) -> Option<Outcome> {
    let binds = offer::together(known.conditions) != Met::No;
    binds.then(|| consequence::propose(case, counted, known.table, known.figures)).flatten()
}

/// Both totals, the consequence proposed, and by when (R-SAN-1, 2, 6, 10, 11).
pub(super) fn totals(case: &ConditionalityCase, on: NaiveDate, known: &Known<'_>, found: &mut Vec<Finding>) {
    let counted = consequence::count(case, known.cases);
    if let (true, Some(letter)) = (counted.ab > 0, case.kind.letter()) {
        found.push(rules::TOTALS.found().with(counted.letter).with(letter).with(counted.ab));
    }
    match offer::together(known.conditions) {
        Met::No => found.push(rules::NOT_CONGRUOUS.found()),
        Met::Unknown => {
            let open = known.conditions.iter().filter(|condition| condition.met == Met::Unknown);
            let names: Vec<&str> = open.map(|condition| condition.name).collect();
            found.push(rules::CONGRUOUS_UNKNOWN.found().with(names.join(", ")));
        }
        Met::Yes => {}
    }
    found.push(match proposal(case, counted, known) {
        Some(Outcome { consequence, days }) => rules::PROPOSED.found().with(consequence.label(days)),
        None => rules::NOTHING_PROPOSED.found(),
    });
    household(case, known, found);
    if case.benefit.is_inclusion() {
        found.push(rules::REPORT_TERM.found().with(known.figures.of.report_days));
    } else {
        let from = case.decided_on.unwrap_or(on);
        let due = days_after(from, known.figures.of.act_days);
        found.push(rules::ADOPT_DUE.found().with(italian(due)));
    }
}

fn household(case: &ConditionalityCase, known: &Known<'_>, found: &mut Vec<Finding>) {
    if case.benefit == Benefit::Adi {
        let people = known.household.map_or_else(|| "?".to_owned(), |n| n.to_string());
        found.push(rules::HOUSEHOLD.found().with(people));
    }
}

/// What an act must have, and what it says.
pub(super) fn adopted(
    case: &ConditionalityCase,
    what: &Happening<'_>,
    known: &Known<'_>,
    found: &mut Vec<Finding>,
) {
    if what.reference.trim().is_empty() {
        found.push(rules::NO_ACT.at("reference"));
    }
    if !what.appeal_notice {
        found.push(rules::NO_APPEAL_NOTICE.at("appeal_notice").with(known.figures.of.appeal_days));
    }
    let counted = consequence::count(case, known.cases);
    let proposed = proposal(case, counted, known);
    match act_of(what, proposed) {
        None => found.push(rules::NO_CONSEQUENCE.at("consequence")),
        Some(act) => {
            let reduction = act.consequence == Consequence::Reduction;
            if reduction && !(1..=LONGEST_REDUCTION).contains(&act.days) {
                found.push(rules::NO_DAYS.at("days"));
            }
            // Another consequence than the law's table needs its grounds.
            if Some(act) != proposed && what.note.trim().is_empty() {
                found.push(rules::GROUNDS.at("note"));
            }
        }
    }
    if consequence::ways_differ(case, counted, known.table, known.figures) {
        found.push(rules::WAYS_DIFFER.at("consequence").with(counted.letter).with(counted.ab));
    }
    let first = days_after(case.event_on, 1);
    match what.effective_from {
        Some(from) if from < first => {
            found.push(rules::EFFECT_BEFORE.at("effective_from").with(italian(from)).with(italian(first)));
        }
        from => found.push(rules::RUNS_FROM.at("effective_from").with(italian(from.unwrap_or(first)))),
    }
    household(case, known, found);
    if act_of(what, proposed).is_some_and(|act| act.consequence == Consequence::HouseholdLoss) {
        let from = what.effective_from.unwrap_or(first);
        let again = from.checked_add_months(Months::new(known.figures.of.adi_again_months)).unwrap_or(from);
        found.push(rules::ADI_AGAIN.found().with(italian(again)));
    }
}

/// What the act says: as entered, else as proposed.
pub(super) fn act_of(what: &Happening<'_>, proposed: Option<Outcome>) -> Option<Outcome> {
    let Some(consequence) = what.consequence else {
        return proposed.map(|p| Outcome { days: what.days.unwrap_or(p.days), ..p });
    };
    let usual = proposed.filter(|p| p.consequence == consequence).map_or(0, |p| p.days);
    Some(Outcome { consequence, days: what.days.unwrap_or(usual) })
}
