//! Recording jobs, their end and correction, the incomes declared.

use chrono::{Datelike, NaiveDate};

use super::Act;
use super::act::{Change, italian};
use super::did_follow::after_jobs;
use crate::desk::command::{
    EmploymentCorrect, EmploymentEnd, EmploymentFollow, EmploymentRecord, EmploymentWithdraw, IncomeDeclare,
};
use crate::desk::weigh;
use crate::domain::did::rules::NOTHING_FOLLOWS;
use crate::domain::edit::{self, EditProblem};
use crate::domain::employment::{Employment, IncomeDeclaration, Job, check, rules};
use crate::domain::event::Subject;
use crate::domain::finding::Finding;
use crate::domain::ids::EmploymentId;
use crate::domain::registrant::Registrant;
use crate::domain::registrant::rules::{LINE, check_text};
use crate::fault::Result;
use crate::tables::catalogue::Catalogue;

/// Records a job.
pub(super) fn record(act: &mut Act<'_, '_>, command: &EmploymentRecord) -> Result<()> {
    let person: Registrant = act.tx.need(command.employment.registrant.0)?;
    act.about(person.id);
    let new = Employment { withdrawn: false, ..tidy(&command.employment) };
    let findings = weigh_job(act, &new)?;
    act.as_of(new.start.unwrap_or(act.today()));
    if !act.judge(findings, &command.accepted) {
        return Ok(());
    }
    act.tx.insert(&new)?;
    let evidence = new.co_reference.clone();
    changed(act, &new, "recorded", new.start, "", &evidence)?;
    act.store_reasons(Subject::Employment, new.id.0, new.registrant)?;
    after_jobs(act, new.registrant).map(|_| ())
}

/// The job is over.
pub(super) fn end(act: &mut Act<'_, '_>, command: &EmploymentEnd) -> Result<()> {
    let before: Employment = act.tx.need(command.employment.0)?;
    act.about(before.registrant);
    let today = act.today();
    let last =
        command.end.unwrap_or_else(|| before.expected_end.filter(|day| *day <= today).unwrap_or(today));
    let mut findings = Vec::new();
    if before.withdrawn {
        findings.push(rules::WITHDRAWN.at("employment"));
    } else if let Some(end) = before.end {
        findings.push(rules::OVER_ALREADY.at("end").with(italian(end)));
    } else {
        findings.extend(before.start.and_then(|start| check::last_day("end", last, start, today)));
    }
    check_text("evidence", &command.evidence, LINE, &mut findings);
    if !act.judge(findings, &command.accepted) {
        return Ok(());
    }
    let after = Employment { end: Some(last), ..before.clone() };
    act.tx.update(&before, &after)?;
    changed(act, &after, "ended", Some(last), "", command.evidence.trim())?;
    after_jobs(act, after.registrant).map(|_| ())
}

/// A job was not as written.
pub(super) fn correct(act: &mut Act<'_, '_>, command: &EmploymentCorrect) -> Result<()> {
    let before: Employment = act.tx.need(command.employment.0)?;
    act.about(before.registrant);
    if before.withdrawn {
        return act.refuse(rules::WITHDRAWN.at("employment"));
    }
    let fixed = command.edits.iter().find(|e| matches!(e.field.as_str(), "registrant" | "withdrawn"));
    if let Some(edit) = fixed {
        return act.refuse_edits(vec![EditProblem::NoSuchField(edit.field.clone())]);
    }
    let after = match edit::apply(&before, &command.edits) {
        Ok(after) => tidy(&after),
        Err(problems) => return act.refuse_edits(problems),
    };
    let mut findings = weigh_job(act, &after)?;
    act.as_of(after.start.unwrap_or(act.today()));
    if command.reason.trim().is_empty() {
        findings.push(rules::NO_REASON.at("reason"));
    }
    check_text("reason", &command.reason, LINE, &mut findings);
    if after == before {
        findings.push(rules::NOTHING.found());
    }
    if !act.judge(findings, &command.accepted) {
        return Ok(());
    }
    act.tx.update(&before, &after)?;
    let was = differences(&before, &after);
    changed(act, &after, "corrected", None, command.reason.trim(), &was)?;
    act.store_reasons(Subject::Employment, after.id.0, after.registrant)?;
    after_jobs(act, after.registrant).map(|_| ())
}

/// A job that was none.
pub(super) fn withdraw(act: &mut Act<'_, '_>, command: &EmploymentWithdraw) -> Result<()> {
    let before: Employment = act.tx.need(command.employment.0)?;
    act.about(before.registrant);
    let mut findings = Vec::new();
    if before.withdrawn {
        findings.push(rules::WITHDRAWN.at("employment"));
    }
    if command.reason.trim().is_empty() {
        findings.push(rules::NO_REASON.at("reason"));
    }
    check_text("reason", &command.reason, LINE, &mut findings);
    if !act.judge(findings, &[]) {
        return Ok(());
    }
    let after = Employment { withdrawn: true, ..before.clone() };
    act.tx.update(&before, &after)?;
    changed(act, &after, "withdrawn", None, command.reason.trim(), "")?;
    after_jobs(act, after.registrant).map(|_| ())
}

/// The income of a job, as the person declares it.
pub(super) fn declare(act: &mut Act<'_, '_>, command: &IncomeDeclare) -> Result<()> {
    let about: Employment = act.tx.need(command.employment.0)?;
    act.about(about.registrant);
    let date = command.date.unwrap_or(act.today());
    let since = command.since.unwrap_or(date);
    let new = IncomeDeclaration {
        id: command.id,
        registrant: about.registrant,
        employment: about.id,
        date,
        since,
        amount: command.amount,
        kind: about.kind.income().unwrap_or_default(),
        year: command.year.unwrap_or(since.year()),
        evidence: command.evidence.trim().to_owned(),
    };
    let mut findings = check::declared(&new, &about, act.today());
    act.as_of(since);
    if !findings.iter().any(Finding::stops) {
        let mut incomes = act.tx.incomes_of(about.registrant)?;
        incomes.push(new.clone());
        let weighed = weigh::jobs(&*act.catalogue()?, &act.tx.employments_of(about.registrant)?, &incomes);
        findings.extend(of_limits(&*act.catalogue()?, &weighed, about.id, ("amount", "year"), since));
    }
    if !act.judge(findings, &command.accepted) {
        return Ok(());
    }
    act.tx.insert(&new)?;
    changed(act, &about, "income", Some(since), "", &new.evidence)?;
    act.store_reasons(Subject::Employment, about.id.0, about.registrant)?;
    act.touched("income", new.id.0);
    after_jobs(act, about.registrant).map(|_| ())
}

/// What follows from jobs whose day has come.
pub(super) fn follow(act: &mut Act<'_, '_>, command: &EmploymentFollow) -> Result<()> {
    let person: Registrant = act.tx.need(command.registrant.0)?;
    act.about(person.id);
    if after_jobs(act, person.id)? == 0 {
        return act.refuse(NOTHING_FOLLOWS.found());
    }
    Ok(())
}

/// Everything the rules say of a job as it would stand.
fn weigh_job(act: &Act<'_, '_>, new: &Employment) -> Result<Vec<Finding>> {
    let mut all = act.tx.employments_of(new.registrant)?;
    let mut findings = check::job(new, &all, act.today());
    all.retain(|other| other.id != new.id);
    all.push(new.clone());
    let weighed = weigh::jobs(&*act.catalogue()?, &all, &act.tx.incomes_of(new.registrant)?);
    let fields = ("employment.income", "employment.income_year");
    if let Some(start) = new.start {
        findings.extend(of_limits(&*act.catalogue()?, &weighed, new.id, fields, start));
    }
    if let Some(job) = weighed.iter().find(|job| job.id == new.id) {
        findings.extend(check::ask_again(job, &weighed));
    }
    Ok(findings)
}

fn of_limits(
    catalogue: &Catalogue,
    jobs: &[Job],
    id: EmploymentId,
    fields: (&'static str, &'static str),
    day: NaiveDate,
) -> Vec<Finding> {
    let Some(job) = jobs.iter().find(|job| job.id == id) else { return Vec::new() };
    let year = job.spells.last().and_then(|spell| spell.income).map_or(day.year(), |(_, year)| year);
    check::income_of(job, jobs, fields, catalogue.limits(year, day))
}

/// Texts without blanks around.
fn tidy(job: &Employment) -> Employment {
    Employment {
        employer: job.employer.trim().to_owned(),
        employer_code: job.employer_code.trim().to_uppercase(),
        co_reference: job.co_reference.trim().to_owned(),
        ..job.clone()
    }
}

/// What a correction changed: `start: 2026-04-10 > 2026-04-12`.
fn differences(before: &Employment, after: &Employment) -> String {
    let said = |value: &serde_json::Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let edits = edit::between(before, after);
    let lines = edits.iter().map(|edit| format!("{}: {} > {}", edit.field, said(&edit.was), said(&edit.now)));
    lines.collect::<Vec<_>>().join("; ")
}

fn changed(
    act: &mut Act<'_, '_>,
    job: &Employment,
    event: &str,
    on: Option<NaiveDate>,
    reason: &str,
    evidence: &str,
) -> Result<()> {
    let state = match (job.withdrawn, job.end) {
        (true, _) => "withdrawn",
        (false, Some(_)) => "ended",
        (false, None) => "running",
    };
    act.changed(Change {
        kind: Subject::Employment,
        subject: job.id.0,
        registrant: job.registrant,
        event: event.to_owned(),
        state: state.to_owned(),
        on,
        reason,
        evidence,
    })?;
    act.touched("employment", job.id.0);
    act.state("employment", state);
    Ok(())
}
