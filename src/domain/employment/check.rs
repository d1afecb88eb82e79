//! What the rules say of a job and of an income, before they are recorded.

use chrono::{Datelike, Days, NaiveDate};

use super::job::{Job, Standing};
use super::{Employment, EmploymentKind, EmploymentSource, IncomeDeclaration, rules};
use crate::domain::did::income::Limits;
use crate::domain::did::rules as did_rules;
use crate::domain::finding::Finding;
use crate::domain::money::Cents;
use crate::domain::registrant::rules::{LINE, check_text};

/// The first year a start may lie in.
const FIRST_YEAR: i32 = 1950;
/// How far ahead a start may lie, days.
const AHEAD: u64 = 366;
/// Most hours a week.
const HOURS: u32 = 80;

fn italian(day: NaiveDate) -> impl std::fmt::Display {
    day.format("%d/%m/%Y")
}

/// Everything the rules say of a job as written; `others` are the person's
/// jobs, of which the one with the same id is left out.
#[must_use]
pub fn job(new: &Employment, others: &[Employment], today: NaiveDate) -> Vec<Finding> {
    let mut found = Vec::new();
    if new.employer.trim().is_empty() {
        found.push(rules::NO_EMPLOYER.at("employment.employer"));
    }
    check_text("employment.employer", &new.employer, LINE, &mut found);
    check_text("employment.employer_code", &new.employer_code, LINE, &mut found);
    check_text("employment.co_reference", &new.co_reference, LINE, &mut found);
    if let Some(hours) = new.hours.filter(|hours| *hours == 0 || *hours > HOURS) {
        found.push(rules::HOURS.at("employment.hours").with(hours));
    }
    if new.income.is_some_and(|income| income < Cents(0)) {
        found.push(did_rules::NEGATIVE_INCOME.at("employment.income"));
    }
    if let Some(received) = new.co_date.filter(|received| *received > today) {
        found.push(rules::CO_FUTURE.at("employment.co_date").with(italian(received)));
    }
    let Some(start) = new.start else {
        found.push(rules::NO_START.at("employment.start"));
        return found;
    };
    dates(new, start, today, &mut found);
    twice(new, start, others, &mut found);
    if new.kind.income().is_none() {
        found.push(rules::DOES_NOT_COUNT.at("employment.kind").with(new.kind.label()));
    }
    if new.source == EmploymentSource::Communication && new.co_reference.trim().is_empty() {
        found.push(rules::NO_CO.at("employment.co_reference"));
    }
    found
}

fn dates(new: &Employment, start: NaiveDate, today: NaiveDate, found: &mut Vec<Finding>) {
    if start.year() < FIRST_YEAR {
        found.push(rules::START_TOO_OLD.at("employment.start").with(italian(start)));
    } else if start > today + Days::new(AHEAD) {
        found.push(rules::START_TOO_FAR.at("employment.start").with(italian(start)));
    } else if start > today {
        found.push(rules::START_TO_COME.at("employment.start").with(italian(start)));
    }
    let expected = new.expected_end.filter(|expected| *expected < start);
    if let Some(expected) = expected {
        let finding = rules::END_BEFORE_START.at("employment.expected_end");
        found.push(finding.with(italian(expected)).with(italian(start)));
    }
    found.extend(new.end.and_then(|end| last_day("employment.end", end, start, today)));
}

/// A last day that cannot be.
#[must_use]
pub fn last_day(field: &'static str, end: NaiveDate, start: NaiveDate, today: NaiveDate) -> Option<Finding> {
    if end < start {
        Some(rules::END_BEFORE_START.at(field).with(italian(end)).with(italian(start)))
    } else if end > today {
        Some(rules::END_TO_COME.at(field).with(italian(end)))
    } else {
        None
    }
}

/// One finding at most: the communication, then the job, then the overlap.
fn twice(new: &Employment, start: NaiveDate, others: &[Employment], found: &mut Vec<Finding>) {
    let others = || others.iter().filter(|other| other.id != new.id && !other.withdrawn);
    let reference = new.co_reference.trim();
    let began = |other: &Employment| other.start.unwrap_or(start);
    if let Some(same) = others().find(|other| !reference.is_empty() && other.co_reference == reference) {
        let finding = rules::SAME_CO.at("employment.co_reference").with(reference);
        return found.push(finding.with(&same.employer).with(italian(began(same))));
    }
    let theirs: Vec<&Employment> = others().filter(|other| same_employer(new, other)).collect();
    if let Some(same) = theirs.iter().find(|other| other.start == new.start && other.kind == new.kind) {
        let finding = rules::SAME_JOB.at("employment.start");
        return found.push(finding.with(&same.employer).with(italian(start)));
    }
    let apart = |one: Option<NaiveDate>, other: NaiveDate| one.is_some_and(|end| end < other);
    let crossing = theirs.iter().find(|other| !apart(other.end, start) && !apart(new.end, began(other)));
    if let Some(other) = crossing {
        let finding = rules::OVERLAP.at("employment.start");
        found.push(finding.with(&other.employer).with(italian(began(other))));
    }
}

fn same_employer(one: &Employment, other: &Employment) -> bool {
    let code = one.employer_code.trim();
    let name = |employment: &Employment| employment.employer.trim().to_lowercase();
    !code.is_empty() && code == other.employer_code || !name(one).is_empty() && name(one) == name(other)
}

/// What the limits say of the income of a job on its last stretch: the year
/// not in the table (R-CON-1), the two limits of a co.co.co. (R-CON-4), the
/// other jobs under the limit (R-CON-2, 6). `field` names the amount.
#[must_use]
pub fn income_of(
    job: &Job,
    others: &[Job],
    (field, year_field): (&'static str, &'static str),
    limits: Limits,
) -> Vec<Finding> {
    let mut found = Vec::new();
    let Some(spell) = job.spells.last() else { return found };
    let Some((amount, year)) = spell.income.filter(|_| job.kind.income().is_some()) else { return found };
    if spell.to_verify {
        found.push(did_rules::YEAR_UNKNOWN.at(year_field).with(year));
    }
    if job.kind == EmploymentKind::Collaboration
        && let (Some(one), Some(other)) = (limits.employee, limits.self_employed)
        && (amount <= one) != (amount <= other)
    {
        let (low, high) = (one.min(other), one.max(other));
        let used = spell.limit.unwrap_or(high);
        found.push(rules::COLLABORATION_BETWEEN.at(field).with(amount).with(low).with(high).with(used));
    }
    for other in others.iter().filter(|other| other.id != job.id && other.runs(job.start)) {
        let Some(theirs) = other.spell(job.start).filter(|theirs| theirs.standing == Standing::Under) else {
            continue;
        };
        if let (Standing::Under, Some((more, _))) = (spell.standing, theirs.income) {
            let sum = Cents(amount.0 + more.0);
            found.push(rules::TOGETHER.at(field).with(&other.employer).with(sum));
        }
    }
    found
}

/// The jobs under the limit whose income is asked again because another
/// communication came (R-CON-6).
#[must_use]
pub fn ask_again(job: &Job, others: &[Job]) -> Vec<Finding> {
    let under = |other: &&Job| {
        other.id != job.id
            && other.runs(job.start)
            && other.spell(job.start).is_some_and(|spell| spell.standing == Standing::Under)
    };
    let asked = others.iter().filter(under).filter(|_| job.kind.income().is_some());
    asked.map(|other| rules::ASK_AGAIN.found().with(&other.employer)).collect()
}

/// What the rules say of an income declared about a job.
#[must_use]
pub fn declared(new: &IncomeDeclaration, about: &Employment, today: NaiveDate) -> Vec<Finding> {
    let mut found = Vec::new();
    if about.withdrawn {
        return vec![rules::WITHDRAWN.at("employment")];
    }
    if about.kind.income().is_none() {
        return vec![rules::NO_INCOME_COUNTS.at("amount").with(about.kind.label())];
    }
    if new.amount < Cents(0) {
        found.push(did_rules::NEGATIVE_INCOME.at("amount"));
    }
    for (field, day) in [("date", new.date), ("since", new.since)] {
        if day > today {
            found.push(rules::INCOME_FUTURE.at(field).with(italian(day)));
        }
    }
    let outside =
        about.start.is_some_and(|start| new.since < start) || about.end.is_some_and(|end| new.since > end);
    if outside {
        found.push(rules::INCOME_OUTSIDE.at("since").with(italian(new.since)));
    }
    check_text("evidence", &new.evidence, LINE, &mut found);
    found
}
