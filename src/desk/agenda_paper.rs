//! The printed agenda, from the office's day.

use chrono::NaiveDateTime;

use super::query::{AgendaRow, Booked, CellKind, OfficeDay, OperatorDay};
use crate::domain::appointment::Mode;
use crate::domain::ids::OperatorId;
use crate::domain::office::Office;
use crate::domain::paper::agenda::{AgendaPaper, AgendaRowPaper, OperatorPaper, RowPaper, ToClosePaper};

/// The agenda of a day on paper, of one operator or of all. What was left
/// without outcome is of the same operators.
#[must_use]
pub(super) fn of_day(
    day: &OfficeDay,
    office: Option<&Office>,
    only: Option<OperatorId>,
    at: NaiveDateTime,
    audit: Option<(i64, String)>,
) -> AgendaPaper {
    let wanted = |id: OperatorId| only.is_none_or(|only| only == id);
    let operators = day.board.operators.iter().filter(|day| wanted(day.operator.id));
    // Those of the day itself say so in their row.
    let before = |row: &&AgendaRow| row.appointment.start.date() < day.board.day;
    let left = day.to_close.iter().filter(|row| wanted(row.appointment.operator)).filter(before);
    AgendaPaper {
        body: office.map(|office| office.body_name.clone()).unwrap_or_default(),
        office: office.map(|office| office.name.clone()).unwrap_or_default(),
        day: day.board.day,
        closed: day.board.closed.clone(),
        at,
        operators: operators.map(of_operator).collect(),
        to_close: left.map(to_close).collect(),
        audit_head: audit.map(|(line, seal)| format!("riga {line}, impronta {seal}")).unwrap_or_default(),
    }
}

fn of_operator(day: &OperatorDay) -> OperatorPaper {
    let rows = day.cells.iter().map(|cell| AgendaRowPaper {
        at: cell.start.time(),
        minutes: cell.minutes,
        what: match &cell.kind {
            CellKind::Free => RowPaper::Free,
            CellKind::Pause => RowPaper::Pause,
            CellKind::Away => RowPaper::Away,
            CellKind::Booked(booked) => person(booked),
        },
    });
    OperatorPaper { name: day.operator.full_name(), room: day.operator.room.clone(), rows: rows.collect() }
}

fn person(booked: &Booked) -> RowPaper {
    let appointment = &booked.row.appointment;
    let notes = [
        (booked.unclosed, "da chiudere"),
        (booked.unproved && appointment.sent_at.is_some(), "senza prova"),
        (booked.unsigned, "PSP da firmare"),
    ];
    RowPaper::Person {
        name: booked.row.person.clone(),
        service: booked.row.said_service().to_owned(),
        place: match appointment.mode {
            Mode::InPerson => appointment.place.clone(),
            Mode::Video | Mode::Phone => appointment.mode.label().to_owned(),
        },
        state: appointment.state.label().to_owned(),
        notes: notes.into_iter().filter(|(is, _)| *is).map(|(_, note)| note.to_owned()).collect(),
    }
}

fn to_close(row: &AgendaRow) -> ToClosePaper {
    ToClosePaper {
        start: row.appointment.start,
        name: row.person.clone(),
        service: row.said_service().to_owned(),
        operator: row.operator.clone(),
    }
}
