//! Moving appointments to another slot and giving them to other operators.

use super::Act;
use super::act::{Change, word};
use super::appointment::{booked, check_booking, enter, left};
use crate::desk::calendar;
use crate::desk::command::{AppointmentMove, AppointmentReassign};
use crate::domain::appointment::moving::{self, Handover};
use crate::domain::appointment::{Appointment, AppointmentEvent, AppointmentState};
use crate::domain::event::Subject;
use crate::domain::ids::OperatorId;
use crate::domain::office::Operator;
use crate::fault::Result;

/// Leaves a slot and books another, for the same person and service.
pub(super) fn move_to(act: &mut Act<'_, '_>, command: &AppointmentMove) -> Result<()> {
    let before: Appointment = act.tx.need(command.from.0)?;
    act.about(before.registrant);
    let slot = &command.appointment;
    let was: Option<Operator> = act.tx.get(before.operator.0)?;
    let will = if slot.operator.is_nil() { was.clone() } else { act.tx.get(slot.operator.0)? };
    let form = slot.over(&before, was.as_ref(), will.as_ref());
    let asked_at = command.asked_at.unwrap_or(act.at);
    let mut findings = moving::check_move(&before, asked_at, &command.reason, act.at);
    findings.extend(check_booking(act, before.registrant, &form, Some(before.id))?);
    if !act.judge(findings, &command.accepted) {
        return Ok(());
    }
    let after =
        Appointment { moved_from: Some(before.id), ..booked(act, command.id, before.registrant, form)? };
    let reason = command.reason.trim();
    let gone = Appointment {
        state: AppointmentState::Moved,
        outcome_note: reason.to_owned(),
        moved_to: Some(after.id),
        asked_by: Some(command.asked_by),
        asked_at: Some(asked_at),
        ..before.clone()
    };
    // The new one first: the old one refers to it.
    enter(act, &after)?;
    act.tx.update(&before, &gone)?;
    left(act, &gone, word(AppointmentEvent::Moved), reason, None)?;
    act.touched("from", gone.id.0);
    act.touched("appointment", after.id.0);
    act.state("from", gone.state);
    act.state("appointment", after.state);
    Ok(())
}

/// Gives appointments to other operators; all of them or none.
pub(super) fn reassign(act: &mut Act<'_, '_>, command: &AppointmentReassign) -> Result<()> {
    let operators = act.tx.operators()?;
    let named = |id: OperatorId| operators.iter().find(|operator| operator.id == id);
    let mut rows = Vec::new();
    let mut taken = Vec::new();
    for assignment in &command.assignments {
        let before: Appointment = act.tx.need(assignment.appointment.0)?;
        let day = before.start.date();
        taken.extend(act.tx.appointments_between(day, day, Some(assignment.operator))?);
        rows.push((before, named(assignment.operator)));
    }
    let handovers: Vec<Handover<'_>> = rows
        .iter()
        .map(|(appointment, will)| Handover { appointment, was: named(appointment.operator), will: *will })
        .collect();
    let first = rows.iter().map(|(appointment, _)| appointment.start.date()).min().unwrap_or(act.today());
    let calendar = calendar::from(act.tx, first)?;
    let findings = moving::check_handover(&handovers, &taken, &calendar, &command.reason);
    if !act.judge(findings, &[]) {
        return Ok(());
    }
    for Handover { appointment: before, was, will } in handovers {
        let Some(will) = will else { continue };
        let after = Appointment {
            operator: will.id,
            place: moving::room_after(before, was, Some(will)),
            ..before.clone()
        };
        act.tx.update(before, &after)?;
        act.about(after.registrant);
        let username = |operator: Option<&Operator>| operator.map_or("", |o| o.username.as_str()).to_owned();
        act.changed(Change {
            kind: Subject::Appointment,
            subject: after.id.0,
            registrant: after.registrant,
            event: "reassigned".into(),
            state: word(after.state),
            on: None,
            reason: command.reason.trim(),
            evidence: &format!("{} > {}", username(was), will.username),
        })?;
        act.touched("appointment", after.id.0);
        act.state("appointment", after.state);
    }
    Ok(())
}
