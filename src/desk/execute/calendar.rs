//! When the office receives: hours, closures, operators not there.

use chrono::NaiveDate;

use super::Act;
use crate::desk::command::{OfficeClose, OfficeHoursSet, OfficeReopen, OperatorAbsent, OperatorBack};
use crate::domain::appointment::Appointment;
use crate::domain::calendar::rules::{self, BACK, BOOKED, WITHDRAWN};
use crate::domain::calendar::{Absence, Closure};
use crate::domain::finding::Finding;
use crate::domain::ids::OperatorId;
use crate::domain::office::Operator;
use crate::fault::Result;

/// Sets the opening hours from a day on.
pub(super) fn hours(act: &mut Act<'_, '_>, command: &OfficeHoursSet) -> Result<()> {
    if act.judge(rules::check_hours(&command.hours), &[]) {
        act.tx.insert(&command.hours)?;
        act.touched("hours", command.hours.id.0);
    }
    Ok(())
}

/// Closes the office on some days. Who is booked stays booked, and is counted.
pub(super) fn close(act: &mut Act<'_, '_>, command: &OfficeClose) -> Result<()> {
    let closure = &command.closure;
    let mut findings = rules::check_closure(closure);
    if findings.is_empty() {
        let inside = |a: &Appointment| closure.covers(a.start.date());
        findings.extend(booked(act, (closure.from, closure.to), None, inside)?);
    }
    if act.judge(findings, &[]) {
        act.tx.insert(closure)?;
        act.touched("closure", closure.id.0);
    }
    Ok(())
}

/// Takes a closure back.
pub(super) fn reopen(act: &mut Act<'_, '_>, command: &OfficeReopen) -> Result<()> {
    let before: Closure = act.tx.need(command.closure.0)?;
    if before.withdrawn {
        return act.refuse(WITHDRAWN.at("closure"));
    }
    act.tx.update(&before, &Closure { withdrawn: true, ..before.clone() })?;
    act.touched("closure", before.id.0);
    Ok(())
}

/// An operator is not there. Who is booked with them is counted.
pub(super) fn absent(act: &mut Act<'_, '_>, command: &OperatorAbsent) -> Result<()> {
    let absence = &command.absence;
    let _: Operator = act.tx.need(absence.operator.0)?;
    let mut findings = rules::check_absence(absence);
    if findings.is_empty() {
        let days = (absence.from.date(), absence.to.date());
        let inside = |a: &Appointment| absence.meets(a.start, a.end());
        findings.extend(booked(act, days, Some(absence.operator), inside)?);
    }
    if act.judge(findings, &[]) {
        act.tx.insert(absence)?;
        act.touched("absence", absence.id.0);
    }
    Ok(())
}

/// An operator is back before the end, or was never away.
pub(super) fn back(act: &mut Act<'_, '_>, command: &OperatorBack) -> Result<()> {
    let before: Absence = act.tx.need(command.absence.0)?;
    if before.withdrawn {
        return act.refuse(WITHDRAWN.at("absence"));
    }
    let after = match command.back_at {
        None => Absence { withdrawn: true, ..before.clone() },
        Some(at) if before.from < at && at <= before.to => Absence { to: at, ..before.clone() },
        Some(_) => return act.refuse(BACK.at("back_at")),
    };
    act.tx.update(&before, &after)?;
    act.touched("absence", before.id.0);
    Ok(())
}

/// What is said when somebody is booked in days that close.
fn booked(
    act: &Act<'_, '_>,
    (from, to): (NaiveDate, NaiveDate),
    operator: Option<OperatorId>,
    inside: impl Fn(&Appointment) -> bool,
) -> Result<Option<Finding>> {
    let from = from.max(act.today());
    let between = act.tx.appointments_between(from, to, operator)?;
    let count = between.iter().filter(|a| a.state.is_open() && a.end() > act.at && inside(a)).count();
    Ok((count > 0).then(|| BOOKED.found().with(count)))
}
