//! Taking an application at the counter (R-CM-1, 5-9, 11, 12).

use chrono::NaiveDate;

use super::terms::final_term;
use super::{Category, Measure, Report, TargetedApplication, TargetedForm, rules};
use crate::domain::did::Did;
use crate::domain::finding::Finding;
use crate::domain::parameters::Placement;
use crate::domain::psp::rows::{LINE, check_text};
use crate::domain::registrant::Registrant;

/// What is entered, and what the archive knows of it.
#[derive(Clone, Copy, Debug)]
pub struct ApplyFacts<'a> {
    /// Who.
    pub person: &'a Registrant,
    /// What is entered.
    pub form: &'a TargetedForm,
    /// What the table says of the category.
    pub category: Option<Category>,
    /// The open DID.
    pub did: Option<&'a Did>,
    /// The person's applications so far.
    pub earlier: &'a [TargetedApplication],
    /// Figures of the day.
    pub figures: &'a Placement,
    /// Today.
    pub today: NaiveDate,
}

/// Everything the rules say about an application.
#[must_use]
pub fn check(facts: &ApplyFacts<'_>) -> Vec<Finding> {
    let (form, mut found) = (facts.form, Vec::new());
    let texts: [(&'static str, &str); 3] = [
        ("application.protocol", &form.protocol),
        ("application.in_charge", &form.in_charge),
        ("application.other_list", &form.other_list),
    ];
    for (field, text) in texts {
        check_text(field, text, LINE, &mut found);
    }
    let on = form.presented_on.unwrap_or(facts.today);
    if on > facts.today {
        found.push(rules::FUTURE.at("application.presented_on").with(italian(on)));
        return found;
    }
    one_list(facts, on, &mut found);
    receipt(form, &mut found);
    let Some(category) = facts.category else {
        found.push(rules::CATEGORY.at("application.category").with(&form.category));
        return found;
    };
    if !category.needs_status {
        found.push(rules::NO_STATUS_NEEDED.at("application.category"));
    } else if facts.did.is_none() && !form.conservation {
        found.push(rules::NOT_UNEMPLOYED.at("application.conservation"));
    }
    age(facts, on, &mut found);
    found.extend(report(&form.report, category, facts.figures, on, "application.report"));
    if let Some(revision) = form.report.revision_on {
        found.push(rules::REVISION.at("application.report").with(italian(revision)));
    }
    let asked = TargetedApplication { presented_on: on, ..TargetedApplication::default() };
    if let Some(due) = final_term(&asked, facts.figures).due {
        let finding = rules::FINAL_TERM.found().with(italian(due));
        found.push(finding.with(facts.figures.final_days).with(italian(on)));
    }
    found.push(rules::BACK_OFFICE.found());
    found
}

fn italian(day: NaiveDate) -> impl std::fmt::Display {
    day.format("%d/%m/%Y")
}

fn one_list(facts: &ApplyFacts<'_>, on: NaiveDate, found: &mut Vec<Finding>) {
    let form = facts.form;
    if let Some(here) = facts.earlier.iter().find(|other| other.state.holds()) {
        found.push(rules::HERE_ALREADY.found().with(italian(here.presented_on)));
    }
    let left = form.other_list_left_on.is_some_and(|left| left <= on);
    if !form.other_list.trim().is_empty() && !left {
        found.push(rules::OTHER_LIST.at("application.other_list_left_on").with(form.other_list.trim()));
    }
}

fn receipt(form: &TargetedForm, found: &mut Vec<Finding>) {
    if form.protocol.trim().is_empty() {
        found.push(rules::RECEIPT.at("application.protocol"));
    } else if form.in_charge.trim().is_empty() {
        found.push(rules::RECEIPT.at("application.in_charge"));
    } else if !form.receipt_handed {
        found.push(rules::RECEIPT.at("application.receipt_handed"));
    }
}

fn age(facts: &ApplyFacts<'_>, on: NaiveDate, found: &mut Vec<Finding>) {
    let (least, most) = (facts.figures.minimum_age, facts.figures.pension_age);
    if let Some(age) = facts.person.age_on(on).filter(|age| *age < least || *age >= most) {
        let finding = rules::AGE.found().with(age).with(least);
        found.push(finding.with(most.saturating_sub(1)));
    }
}

/// What the rules say of a report: the figure, the proof, the documents.
#[must_use]
pub fn report(
    report: &Report,
    category: Category,
    figures: &Placement,
    on: NaiveDate,
    field: &'static str,
) -> Vec<Finding> {
    let mut found = Vec::new();
    let odd =
        report.percent.is_some_and(|p| p > 100) || report.war_category.is_some_and(|c| !(1..=8).contains(&c));
    if odd {
        found.push(rules::FIGURE.at(field));
        return found;
    }
    if let Some(dated) = report.dated.filter(|dated| *dated > on) {
        found.push(rules::FUTURE.at(field).with(italian(dated)));
    }
    let enough = match category.measure {
        Measure::CivilPercent => report.percent.is_some_and(|p| p >= figures.civil_percent),
        Measure::WorkPercent => report.percent.is_some_and(|p| p >= figures.work_percent),
        Measure::WarCategory => report.war_category.is_some(),
        Measure::Condition | Measure::Protected => true,
    };
    if !enough {
        found.push(rules::PERCENT.at(field));
    }
    if category.measure == Measure::Protected {
        if !report.seen {
            found.push(rules::OWN_PROOF.at(field));
        }
    } else if !report.seen || !report.functional_diagnosis {
        found.push(rules::NO_REPORT.at(field));
    }
    found
}
