//! How a day of the office is put together, operator by operator.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use chrono::{NaiveDate, NaiveDateTime};

use super::{Booked, Cell, CellKind, DayBoard, DayCounts, OperatorDay};
use crate::desk::query::agenda::{AgendaRow, free_of, holds_its_place, with_names};
use crate::domain::appointment::{Appointment, AppointmentState};
use crate::domain::calendar::Calendar;
use crate::domain::ids::{OperatorId, RegistrantId};
use crate::domain::office::Operator;
use crate::fault::Result;
use crate::store::Read;

/// What every board of a question is made from.
pub(super) struct Maker<'a> {
    pub read: &'a Read<'a>,
    pub operators: &'a [Operator],
    pub calendar: &'a Calendar,
    pub now: NaiveDateTime,
}

impl Maker<'_> {
    /// The day of one operator, or of all who receive.
    pub fn board(
        &self,
        day: NaiveDate,
        appointments: Vec<Appointment>,
        only: Option<OperatorId>,
    ) -> Result<DayBoard> {
        let rows = with_names(self.read, self.operators, appointments)?;
        let mut unsigned = HashMap::new();
        for row in &rows {
            let person = row.appointment.registrant;
            if let Entry::Vacant(entry) = unsigned.entry(person) {
                let versions = self.read.versions_of(person)?;
                entry.insert(versions.iter().any(|version| version.state.awaits_signature()));
            }
        }
        let mut board = DayBoard {
            day,
            closed: self.calendar.closed(day).map(Into::into),
            operators: Vec::new(),
            counts: DayCounts::default(),
        };
        for operator in self.operators.iter().filter(|o| only.is_none_or(|id| id == o.id)) {
            let mine: Vec<&AgendaRow> =
                rows.iter().filter(|row| row.appointment.operator == operator.id).collect();
            // Who reads, administers or left receives nobody, unless somebody was booked with them.
            if !operator.receives() && mine.is_empty() {
                continue;
            }
            let made = self.operator(operator, day, &mine, &unsigned);
            board.counts.add(made.counts);
            board.operators.push(made);
        }
        Ok(board)
    }

    fn operator(
        &self,
        operator: &Operator,
        day: NaiveDate,
        rows: &[&AgendaRow],
        unsigned: &HashMap<RegistrantId, bool>,
    ) -> OperatorDay {
        let appointments: Vec<Appointment> = rows.iter().map(|row| row.appointment.clone()).collect();
        let (here, gone): (Vec<&AgendaRow>, Vec<&AgendaRow>) =
            rows.iter().copied().partition(|row| holds_its_place(row.appointment.state));
        let mut cells: Vec<Cell> = here.iter().map(|row| self.booked(row, unsigned)).collect();
        let mut free = free_of(self.calendar, operator.id, day, &appointments);
        free.retain(|_| operator.works());
        cells.extend(free.iter().map(|slot| Cell {
            start: slot.start,
            minutes: slot.minutes,
            kind: CellKind::Free,
        }));
        let pauses = self.calendar.pauses(day);
        cells.extend(
            pauses
                .iter()
                .map(|span| between(day.and_time(span.from), day.and_time(span.to), CellKind::Pause)),
        );
        let (away, hours) = self.away(operator.id, day);
        let away_for: u32 = away.iter().map(|cell| cell.minutes).sum();
        cells.extend(away);
        // At one hour who comes is first.
        cells.sort_by_key(|cell| (cell.start, cell.appointment().is_none()));
        let mut counts = counted(&cells);
        counts.free = free.iter().filter(|slot| slot.start >= self.now).count();
        OperatorDay {
            operator: operator.clone(),
            cells,
            gone: gone.into_iter().cloned().collect(),
            counts,
            away: hours > 0 && away_for >= hours,
        }
    }

    fn booked(&self, row: &AgendaRow, unsigned: &HashMap<RegistrantId, bool>) -> Cell {
        let appointment = &row.appointment;
        let open = appointment.state.is_open();
        let booked = Booked {
            unclosed: open && appointment.end() <= self.now,
            unproved: open && !appointment.proved,
            unsigned: unsigned.get(&appointment.registrant).copied().unwrap_or_default(),
            row: row.clone(),
        };
        Cell {
            start: appointment.start,
            minutes: appointment.minutes,
            kind: CellKind::Booked(Box::new(booked)),
        }
    }

    /// When an operator is away inside the opening hours, and how many
    /// minutes these are.
    fn away(&self, operator: OperatorId, day: NaiveDate) -> (Vec<Cell>, u32) {
        let mut cells = Vec::new();
        let mut hours = 0;
        for span in self.calendar.spans(day) {
            let (opens, closes) = (day.and_time(span.from), day.and_time(span.to));
            hours += minutes(opens, closes);
            let mut from = opens;
            let mine = self.calendar.absences.iter().filter(|a| a.operator == operator);
            // They come in the order they begin; what two cover counts once.
            for absence in mine.filter(|a| a.meets(opens, closes)) {
                let (start, end) = (absence.from.max(from), absence.to.min(closes));
                if start < end {
                    cells.push(between(start, end, CellKind::Away));
                    from = end;
                }
            }
        }
        (cells, hours)
    }
}

fn minutes(from: NaiveDateTime, to: NaiveDateTime) -> u32 {
    u32::try_from((to - from).num_minutes()).unwrap_or(0)
}

fn between(from: NaiveDateTime, to: NaiveDateTime, kind: CellKind) -> Cell {
    Cell { start: from, minutes: minutes(from, to), kind }
}

fn counted(cells: &[Cell]) -> DayCounts {
    use AppointmentState as S;
    let mut counts = DayCounts::default();
    for cell in cells {
        let CellKind::Booked(booked) = &cell.kind else { continue };
        let state = booked.row.appointment.state;
        counts.booked += 1;
        counts.held += usize::from(state == S::Held);
        let absent = matches!(state, S::AbsentPending | S::AbsentJustified | S::AbsentUnjustified);
        counts.absent += usize::from(absent);
        counts.unclosed += usize::from(booked.unclosed);
        counts.to_send += usize::from(state == S::Drafted && !booked.unclosed);
        counts.unproved += usize::from(booked.unproved);
        counts.unsigned += usize::from(booked.unsigned);
    }
    counts
}
