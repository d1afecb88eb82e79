//! The office's day and week: all operators side by side, what was left
//! open, what is awaited. Cost follows the day, not the archive.

use std::collections::HashMap;

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, TimeDelta};

use super::agenda::{AgendaRow, with_names};
use crate::desk::calendar;
use crate::desk::command::Assignment;
use crate::domain::appointment::Appointment;
use crate::domain::ids::OperatorId;
use crate::domain::office::Operator;
use crate::fault::Result;
use crate::store::Read;

mod board;

use board::Maker;

/// Appointments left open that are listed, oldest first; all are counted.
const LISTED: usize = 200;

/// An appointment in its slot, with what is amiss.
#[derive(Clone, Debug, PartialEq)]
pub struct Booked {
    /// The appointment and who comes.
    pub row: AgendaRow,
    /// Over, without outcome (R-CNV-17).
    pub unclosed: bool,
    /// Open, without sanction-grade proof of the convocation (R-CNV-9).
    pub unproved: bool,
    /// The person has a PSP issued and not signed by both (R-PSP-10).
    pub unsigned: bool,
}

/// What stands in a slot.
#[derive(Clone, Debug, PartialEq)]
pub enum CellKind {
    /// Nothing: somebody may be booked, while it is not past.
    Free,
    /// Somebody comes.
    Booked(Box<Booked>),
    /// The pause of the office.
    Pause,
    /// The operator is away, inside the opening hours.
    Away,
}

/// A slot of an operator.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// From.
    pub start: NaiveDateTime,
    /// Minutes.
    pub minutes: u32,
    /// What is there.
    pub kind: CellKind,
}

/// Figures of a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DayCounts {
    /// Appointments that hold their place, whatever came of them.
    pub booked: usize,
    /// Of these, held.
    pub held: usize,
    /// Of these, nobody came.
    pub absent: usize,
    /// Of these, over without outcome (R-CNV-17).
    pub unclosed: usize,
    /// Of these, convocation still to send.
    pub to_send: usize,
    /// Of these, open without proof of the convocation; those to send too.
    pub unproved: usize,
    /// Of these, of people whose PSP is not signed (R-PSP-10).
    pub unsigned: usize,
    /// Slots still free from now on.
    pub free: usize,
}

impl DayCounts {
    /// The figures of both.
    pub fn add(&mut self, other: Self) {
        self.booked += other.booked;
        self.held += other.held;
        self.absent += other.absent;
        self.unclosed += other.unclosed;
        self.to_send += other.to_send;
        self.unproved += other.unproved;
        self.unsigned += other.unsigned;
        self.free += other.free;
    }
}

/// A day of one operator.
#[derive(Clone, Debug, PartialEq)]
pub struct OperatorDay {
    /// Who.
    pub operator: Operator,
    /// The day, by hour.
    pub cells: Vec<Cell>,
    /// What left its place: moved, cancelled, to convene again.
    pub gone: Vec<AgendaRow>,
    /// Figures.
    pub counts: DayCounts,
    /// Away for the whole of the opening hours.
    pub away: bool,
}

/// A day of the office.
#[derive(Clone, Debug, PartialEq)]
pub struct DayBoard {
    /// Which.
    pub day: NaiveDate,
    /// Why the office is closed: holiday, closure, weekday.
    pub closed: Option<String>,
    /// Who receives, by surname.
    pub operators: Vec<OperatorDay>,
    /// Figures of all.
    pub counts: DayCounts,
}

/// Somebody absent whose reason is awaited (R-JUS-2).
#[derive(Clone, Debug, PartialEq)]
pub struct Awaiting {
    /// The appointment missed.
    pub row: AgendaRow,
    /// Last day for the reason: the day after the appointment.
    pub until: NaiveDate,
}

/// The office's day, with what other days left behind.
#[derive(Clone, Debug, PartialEq)]
pub struct OfficeDay {
    /// The day itself.
    pub board: DayBoard,
    /// Appointments over without outcome, of any day, oldest first
    /// (R-CNV-17); 200 at most.
    pub to_close: Vec<AgendaRow>,
    /// How many there are.
    pub to_close_count: usize,
    /// Absent, reason awaited, oldest first (R-JUS-2).
    pub awaiting: Vec<Awaiting>,
}

/// A week of the office.
#[derive(Clone, Debug, PartialEq)]
pub struct OfficeWeek {
    /// Its days, from Monday; Saturday and Sunday when somebody receives.
    pub days: Vec<DayBoard>,
}

impl OfficeDay {
    /// Reads the day, as it stands at a moment.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn read(read: &Read<'_>, day: NaiveDate, now: NaiveDateTime) -> Result<Self> {
        let operators = read.operators()?;
        let calendar = calendar::from(read, day)?;
        let of_day = read.appointments_between(day, day, None)?;
        let mut before = read.open_before(now, None)?;
        before.retain(|a| a.end() <= now);
        let to_close_count = before.len();
        before.truncate(LISTED);
        let waiting = with_names(read, &operators, read.appointments_in("absent_pending")?)?;
        let until = |row: &AgendaRow| {
            let day = row.appointment.start.date();
            day.succ_opt().unwrap_or(day)
        };
        Ok(Self {
            board: Maker { read, operators: &operators, calendar: &calendar, now }
                .board(day, of_day, None)?,
            to_close: with_names(read, &operators, before)?,
            to_close_count,
            awaiting: waiting.into_iter().map(|row| Awaiting { until: until(&row), row }).collect(),
        })
    }

    /// Who could receive the people an operator has still to see on this day:
    /// for each the colleague with the lightest day who is free then. Those
    /// nobody can take are left out.
    #[must_use]
    pub fn cover(&self, absent: OperatorId) -> Vec<Assignment> {
        let mut taken: Vec<(OperatorId, &Appointment)> = self.booked().map(|a| (a.operator, a)).collect();
        let waits = |b: &&Booked| b.row.appointment.state.is_open() && !b.unclosed;
        let mine: Vec<&Appointment> = self
            .cells()
            .filter_map(|cell| if let CellKind::Booked(b) = &cell.kind { Some(&**b) } else { None })
            .filter(waits)
            .map(|b| &b.row.appointment)
            .filter(|a| a.operator == absent)
            .collect();
        let mut found = Vec::new();
        for booked in mine {
            let free = |day: &&OperatorDay| {
                let id = day.operator.id;
                let away = |cell: &Cell| matches!(cell.kind, CellKind::Away) && cell.meets(booked);
                id != absent
                    && day.operator.works()
                    && !day.cells.iter().any(away)
                    && !taken.iter().any(|(by, other)| *by == id && other.overlaps(booked))
            };
            let load = |day: &&OperatorDay| taken.iter().filter(|(by, _)| *by == day.operator.id).count();
            if let Some(day) = self.board.operators.iter().filter(free).min_by_key(load) {
                let operator = day.operator.id;
                taken.push((operator, booked));
                found.push(Assignment { appointment: booked.id, operator });
            }
        }
        found
    }

    fn cells(&self) -> impl Iterator<Item = &Cell> {
        self.board.operators.iter().flat_map(|day| &day.cells)
    }

    fn booked(&self) -> impl Iterator<Item = &Appointment> {
        self.cells().filter_map(Cell::appointment)
    }
}

impl Cell {
    /// The appointment in it.
    #[must_use]
    pub fn appointment(&self) -> Option<&Appointment> {
        match &self.kind {
            CellKind::Booked(booked) => Some(&booked.row.appointment),
            CellKind::Free | CellKind::Pause | CellKind::Away => None,
        }
    }

    /// When it ends.
    #[must_use]
    pub fn end(&self) -> NaiveDateTime {
        self.start + TimeDelta::minutes(i64::from(self.minutes))
    }

    fn meets(&self, appointment: &Appointment) -> bool {
        self.start < appointment.end() && appointment.start < self.end()
    }
}

impl OfficeWeek {
    /// Reads the week a day is in, of one operator or all.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn read(
        read: &Read<'_>,
        from: NaiveDate,
        operator: Option<OperatorId>,
        now: NaiveDateTime,
    ) -> Result<Self> {
        let back = Days::new(u64::from(from.weekday().num_days_from_monday()));
        let monday = from.checked_sub_days(back).unwrap_or(from);
        let days: Vec<NaiveDate> = monday.iter_days().take(7).collect();
        let sunday = days.last().copied().unwrap_or(monday);
        let operators = read.operators()?;
        let calendar = calendar::from(read, monday)?;
        let mut by_day: HashMap<NaiveDate, Vec<Appointment>> = HashMap::new();
        for appointment in read.appointments_between(monday, sunday, operator)? {
            by_day.entry(appointment.start.date()).or_default().push(appointment);
        }
        let maker = Maker { read, operators: &operators, calendar: &calendar, now };
        let mut boards = Vec::new();
        for (index, day) in days.into_iter().enumerate() {
            let of_day = by_day.remove(&day).unwrap_or_default();
            if index < 5 || !of_day.is_empty() || calendar.closed(day).is_none() {
                boards.push(maker.board(day, of_day, operator)?);
            }
        }
        Ok(Self { days: boards })
    }
}
