//! The office's day and week: all operators side by side, what was left
//! open, what is awaited. Cost follows the day, not the archive.

use std::collections::HashMap;

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, TimeDelta};

use super::agenda::{AgendaRow, free_of, holds_its_place, with_names};
use crate::desk::calendar;
use crate::desk::command::Assignment;
use crate::domain::appointment::{Appointment, AppointmentState};
use crate::domain::calendar::Calendar;
use crate::domain::ids::{OperatorId, RegistrantId};
use crate::domain::office::{Operator, Role};
use crate::fault::Result;
use crate::store::Read;

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
    fn add(&mut self, other: Self) {
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

/// What every board of a question is made from.
struct Maker<'a> {
    read: &'a Read<'a>,
    operators: &'a [Operator],
    calendar: &'a Calendar,
    now: NaiveDateTime,
}

impl Maker<'_> {
    fn board(
        &self,
        day: NaiveDate,
        appointments: Vec<Appointment>,
        only: Option<OperatorId>,
    ) -> Result<DayBoard> {
        let rows = with_names(self.read, self.operators, appointments)?;
        let mut unsigned = HashMap::new();
        for row in &rows {
            let person = row.appointment.registrant;
            if !unsigned.contains_key(&person) {
                let versions = self.read.versions_of(person)?;
                unsigned.insert(person, versions.iter().any(|version| version.state.awaits_signature()));
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
            // Readers and administrators receive nobody, unless somebody was booked with them.
            if !matches!(operator.role, Role::Operator | Role::Supervisor) && mine.is_empty() {
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
        let free = free_of(self.calendar, operator.id, day, &appointments);
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
