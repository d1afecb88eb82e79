//! The day as one JSON document. The names of these fields are a contract.

use chrono::{NaiveDate, NaiveDateTime};
use serde::Serialize;

use super::username;
use crate::desk::query::{AgendaRow, DayAgenda};
use crate::domain::appointment::{AppointmentState, Mode};
use crate::domain::did::Benefit;
use crate::domain::ids::{AppointmentId, RegistrantId};
use crate::domain::office::Operator;

/// A day.
#[derive(Serialize)]
pub struct Day<'a> {
    day: NaiveDate,
    holiday: Option<&'static str>,
    closed: Option<&'a str>,
    appointments: Vec<Row<'a>>,
    free: Vec<Free>,
    unclosed: Vec<Row<'a>>,
}

/// A week: what its days left without outcome is in the last.
#[derive(Serialize)]
pub struct Week<'a> {
    days: Vec<Day<'a>>,
}

impl<'a> Week<'a> {
    /// The days as they are printed.
    pub fn of(days: &'a [DayAgenda], operators: &[&Operator]) -> Self {
        Self { days: days.iter().map(|day| Day::of(day, operators)).collect() }
    }
}

#[derive(Serialize)]
struct Row<'a> {
    id: AppointmentId,
    start: NaiveDateTime,
    minutes: u32,
    operator: String,
    registrant: RegistrantId,
    person: &'a str,
    fiscal_code: &'a str,
    benefit: Benefit,
    service: &'a str,
    mode: Mode,
    place: &'a str,
    state: AppointmentState,
    proved: bool,
}

#[derive(Serialize)]
struct Free {
    operator: String,
    start: NaiveDateTime,
    minutes: u32,
}

impl<'a> Day<'a> {
    /// The agenda as it is printed.
    pub fn of(agenda: &'a DayAgenda, operators: &[&Operator]) -> Self {
        let rows = |rows: &'a [AgendaRow]| rows.iter().map(|row| Row::of(row, operators)).collect();
        Self {
            day: agenda.day,
            holiday: agenda.holiday,
            closed: agenda.closed.as_deref(),
            appointments: rows(&agenda.rows),
            free: agenda
                .free
                .iter()
                .map(|slot| Free {
                    operator: username(operators, slot.operator),
                    start: slot.start,
                    minutes: slot.minutes,
                })
                .collect(),
            unclosed: rows(&agenda.unclosed),
        }
    }
}

impl<'a> Row<'a> {
    fn of(row: &'a AgendaRow, operators: &[&Operator]) -> Self {
        let booked = &row.appointment;
        Self {
            id: booked.id,
            start: booked.start,
            minutes: booked.minutes,
            operator: username(operators, booked.operator),
            registrant: booked.registrant,
            person: &row.person,
            fiscal_code: &row.fiscal_code,
            benefit: row.benefit,
            service: row.service_code(),
            mode: booked.mode,
            place: &booked.place,
            state: booked.state,
            proved: booked.proved,
        }
    }
}
