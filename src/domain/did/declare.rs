//! What is checked before a DID is recorded (rules.md § 1).

use chrono::{Datelike, Months, NaiveDate};

use super::income::{self, Limits};
use super::{Declaration, Did, DidChannel, DidState, Profiling, italian, rules};
use crate::domain::finding::Finding;
use crate::domain::parameters::Parameters;
use crate::domain::registrant::Registrant;
use crate::domain::registrant::rules::{LINE, check_text};

/// What the archive and the tables know, asked outside so that the rules
/// stay pure.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    /// Who declares.
    pub person: &'a Registrant,
    /// The DIDs the person has already.
    pub earlier: &'a [Did],
    /// Limits for the year of the income.
    pub limits: Limits,
    /// Does the citizenship need a permit on the day of the DID (R-DID-17)?
    pub needs_permit: bool,
    /// Is the permit one that does not allow work?
    pub permit_refuses_work: bool,
    /// Fields of the profiling set whose code no table has.
    pub unknown_codes: &'a [&'static str],
    /// The figures of the day of the DID.
    pub parameters: &'a Parameters,
    /// When the status was lost by sanction, the latest, and the months to
    /// wait by the figures of that day (R-LOS-2).
    pub lost_by_sanction: Option<(NaiveDate, u32)>,
    /// The municipality of the domicile, as written (R-DID-24).
    pub domicile: &'a str,
    /// The day of the command.
    pub today: NaiveDate,
}

/// Since when the profiling set goes with the DID (R-DID-11).
const PROFILED_SINCE: NaiveDate = NaiveDate::from_ymd_opt(2017, 12, 4).expect("a day of the calendar");
/// The first year in which there were DIDs (D.Lgs. 181/2000).
const FIRST_YEAR: i32 = 2000;

/// First day on which a new DID is possible after a loss by sanction: so many
/// months (two, of the table of that day) to the corresponding day, the last of the month where it lacks one
/// (R-LOS-2, c.c. art. 2963).
#[must_use]
pub fn new_did_from(lost: NaiveDate, months: u32) -> NaiveDate {
    lost.checked_add_months(Months::new(months)).unwrap_or(NaiveDate::MAX)
}

/// Is the job of the notice still there on the day of the DID? (R-DID-18)
#[must_use]
pub fn job_runs(declared: &Declaration) -> bool {
    match (declared.notice_date, declared.last_working_day, declared.date) {
        (Some(_), Some(last), Some(date)) => last >= date,
        _ => false,
    }
}

/// Everything the rules say about a declaration. The profiling set is the
/// completed one.
#[must_use]
pub fn check(declared: &Declaration, profiling: &Profiling, facts: Facts<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    statements(declared, &mut found);
    channel(declared, facts.today, &mut found);
    found.extend(income::check(declared, facts.limits));
    for (field, text) in [
        ("declaration.promoter", &declared.promoter),
        ("declaration.inps_reference", &declared.inps_reference),
        ("declaration.national_id", &declared.national_id),
    ] {
        check_text(field, text, LINE, &mut found);
    }
    let Some(date) = declared.date else {
        found.push(rules::NO_DATE.at("declaration.date"));
        return found;
    };
    dates(declared, date, facts.today, &mut found);
    history(declared, date, facts, &mut found);
    person(date, facts, &mut found);
    if date >= PROFILED_SINCE {
        if profiling.is_empty() {
            found.push(rules::NO_PROFILING.at("profiling"));
        } else {
            found.extend(profiling.check(facts.unknown_codes));
        }
    }
    shown(declared, date, facts, &mut found);
    found
}

fn statements(declared: &Declaration, found: &mut Vec<Finding>) {
    let works = declared.employee || declared.self_employed;
    // Under notice the person still works: none of the three need be true yet.
    if !declared.not_working && !works && !job_runs(declared) {
        found.push(rules::NO_STATEMENT.at("declaration.not_working"));
    }
    if declared.not_working && works {
        found.push(rules::CONTRADICTION.at("declaration.not_working"));
    }
    for (ticked, rule, field) in [
        (declared.available_work, rules::NOT_FOR_WORK, "declaration.available_work"),
        (declared.available_measures, rules::NOT_FOR_MEASURES, "declaration.available_measures"),
        (declared.ack_suspension, rules::NO_ACK_SUSPENSION, "declaration.ack_suspension"),
        (declared.ack_loss, rules::NO_ACK_LOSS, "declaration.ack_loss"),
    ] {
        if !ticked {
            found.push(rule.at(field));
        }
    }
}

fn channel(declared: &Declaration, today: NaiveDate, found: &mut Vec<Finding>) {
    let collected_by_others =
        matches!(declared.channel, DidChannel::AccreditedOperator | DidChannel::Patronato);
    if collected_by_others && declared.promoter.trim().is_empty() {
        found.push(rules::NO_PROMOTER.at("declaration.promoter"));
    }
    match declared.channel {
        DidChannel::InpsApplication => {
            if !declared.benefit.is_insurance() {
                found.push(rules::NO_INSURANCE.at("declaration.benefit"));
            }
            if declared.inps_reference.trim().is_empty() {
                found.push(rules::NO_INPS_REFERENCE.at("declaration.inps_reference"));
            }
            match (declared.inps_date, declared.date) {
                (None, _) => found.push(rules::NO_INPS_DATE.at("declaration.inps_date")),
                (Some(inps), Some(date)) if inps != date => found.push(
                    rules::INPS_DATE_DIFFERS.at("declaration.date").with(italian(date)).with(italian(inps)),
                ),
                _ => {}
            }
        }
        DidChannel::CpiOperator if declared.benefit.is_insurance() => {
            found.push(rules::APPLICATION_IS_DID.at("declaration.channel").with(declared.benefit.label()));
        }
        _ => {
            if let Some(inps) = declared.inps_date.filter(|day| *day > today) {
                found.push(rules::FUTURE.at("declaration.inps_date").with(italian(inps)));
            }
        }
    }
}

fn dates(declared: &Declaration, date: NaiveDate, today: NaiveDate, found: &mut Vec<Finding>) {
    let field = "declaration.date";
    if date > today {
        found.push(rules::FUTURE.at(field).with(italian(date)));
    } else if date < today && !declared.channel.is_copy() {
        found.push(rules::PAST.at(field).with(italian(date)));
    } else if date.year() < FIRST_YEAR {
        found.push(rules::TOO_OLD.at(field).with(italian(date)));
    }
    match (declared.notice_date, declared.last_working_day) {
        (Some(_), None) => found.push(rules::NO_LAST_DAY.at("declaration.last_working_day")),
        (None, Some(last)) if last >= date => {
            found.push(rules::NO_NOTICE_DATE.at("declaration.notice_date").with(italian(last)));
        }
        (Some(notice), Some(last)) if last < notice => found.push(
            rules::LAST_DAY_BEFORE_NOTICE
                .at("declaration.last_working_day")
                .with(italian(last))
                .with(italian(notice)),
        ),
        _ => {}
    }
    if let Some(notice) = declared.notice_date.filter(|notice| date < *notice) {
        found.push(rules::BEFORE_NOTICE.at(field).with(italian(notice)));
    }
}

fn history(declared: &Declaration, date: NaiveDate, facts: Facts<'_>, found: &mut Vec<Finding>) {
    let field = "declaration.date";
    let standing = || facts.earlier.iter().filter(|did| did.state != DidState::Annulled);
    if let Some(open) = standing().find(|did| did.is_open()) {
        let rule =
            if open.channel == DidChannel::InpsApplication { rules::INPS_DID_OPEN } else { rules::DID_OPEN };
        return found.push(rule.found().with(italian(open.date)).with(open.state.label()));
    }
    let then = standing().find_map(|did| did.ended_on.filter(|end| date < *end).map(|end| (did.date, end)));
    if let Some((began, ended)) = then {
        found.push(rules::DID_OPEN_THEN.at(field).with(italian(began)).with(italian(ended)));
    }
    let national_id = declared.national_id.trim();
    let same = standing().find(|did| !national_id.is_empty() && did.national_id == national_id);
    if let Some(did) = same {
        let finding = rules::SAME_NATIONAL_ID.at("declaration.national_id");
        found.push(finding.with(national_id).with(italian(did.date)));
    }
    if let Some((lost, months)) = facts.lost_by_sanction {
        let from = new_did_from(lost, months);
        if date < from {
            found.push(rules::TWO_MONTHS.at(field).with(italian(lost)).with(italian(from)));
        }
    }
    if let Some(ended) = standing().filter_map(|did| did.ended_on).max() {
        found.push(rules::SENIORITY_RESTARTS.found().with(italian(ended)));
    }
}

fn person(date: NaiveDate, facts: Facts<'_>, found: &mut Vec<Finding>) {
    let (person, ages) = (facts.person, &facts.parameters.did);
    match person.age_on(date) {
        Some(age) if age < ages.minimum_age => {
            found.push(rules::UNDER_16.found().with(age).with(ages.minimum_age));
        }
        Some(age) if age < ages.adult_age && person.guardian_name.trim().is_empty() => {
            found.push(rules::NO_GUARDIAN.at("guardian_name").with(age));
        }
        _ => {}
    }
    if facts.needs_permit {
        permit(date, facts, found);
    }
}

/// One finding at most: the first thing to put right.
fn permit(date: NaiveDate, facts: Facts<'_>, found: &mut Vec<Finding>) {
    let p = facts.person;
    let kind = !p.permit_type.is_empty() || !p.permit_reason.is_empty();
    if !kind && p.permit_number.is_empty() && p.permit_expires_on.is_none() && !p.permit_renewal {
        return found.push(rules::NO_PERMIT.at("permit_type"));
    }
    let missing: Vec<&str> = [
        (kind, "il tipo"),
        (!p.permit_number.is_empty() || p.permit_renewal, "il numero"),
        (p.permit_expires_on.is_some() || p.permit_renewal, "la scadenza"),
    ]
    .into_iter()
    .filter_map(|(given, name)| (!given).then_some(name))
    .collect();
    if !missing.is_empty() {
        found.push(rules::PERMIT_INCOMPLETE.at("permit_number").with(missing.join(", ")));
    } else if facts.permit_refuses_work {
        found.push(rules::PERMIT_NO_WORK.at("permit_type"));
    } else if let Some(expired) = p.permit_expires_on.filter(|day| *day < date && !p.permit_renewal) {
        found.push(rules::PERMIT_EXPIRED.at("permit_expires_on").with(italian(expired)));
    }
}

fn shown(declared: &Declaration, date: NaiveDate, facts: Facts<'_>, found: &mut Vec<Finding>) {
    match declared.last_working_day.filter(|_| job_runs(declared)) {
        Some(last) => {
            let free = last.succ_opt().unwrap_or(last);
            found.push(
                rules::AT_RISK.at("declaration.last_working_day").with(italian(last)).with(italian(free)),
            );
        }
        None => found.push(rules::STARTS.found().with(italian(date))),
    }
    if declared.national_id.trim().is_empty() {
        found.push(rules::NATIONAL_ID_PENDING.at("declaration.national_id"));
    }
    if declared.benefit.is_insurance() {
        let place = if facts.domicile.is_empty() { "mancante" } else { facts.domicile };
        found.push(rules::COMPETENCE.found().with(declared.benefit.label()).with(place));
    }
    found.push(rules::SELF_DECLARED.found());
}

#[cfg(test)]
mod tests;
