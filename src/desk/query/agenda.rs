//! The agenda of a day: who comes, what is free, what was left open.

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Weekday};

use crate::domain::appointment::{Appointment, AppointmentState};
use crate::domain::did::{Benefit, Did};
use crate::domain::ids::OperatorId;
use crate::domain::office::Operator;
use crate::domain::registrant::Registrant;
use crate::fault::Result;
use crate::store::Read;
use crate::tables;

/// How far back appointments without outcome are looked for, days.
const LOOK_BACK: u64 = 31;
/// Length of a free slot on offer, minutes.
const SLOT_MINUTES: i64 = 45;

/// An appointment with who comes and who receives.
#[derive(Clone, Debug, PartialEq)]
pub struct AgendaRow {
    /// The appointment.
    pub appointment: Appointment,
    /// `ROSSI MARIA`.
    pub person: String,
    /// Fiscal code, for telling namesakes apart.
    pub fiscal_code: String,
    /// `BIANCHI A.`
    pub operator: String,
    /// Benefit of the person, for the weight of an absence.
    pub benefit: Benefit,
}

/// Free time of an operator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    /// Whose.
    pub operator: OperatorId,
    /// From.
    pub start: NaiveDateTime,
    /// Minutes.
    pub minutes: u32,
}

/// A day.
#[derive(Clone, Debug, PartialEq)]
pub struct DayAgenda {
    /// Which.
    pub day: NaiveDate,
    /// Who comes, by hour.
    pub rows: Vec<AgendaRow>,
    /// What is free, by hour; nothing on a holiday.
    pub free: Vec<Slot>,
    /// Earlier appointments without outcome, oldest first (R-CNV-17).
    pub unclosed: Vec<AgendaRow>,
    /// Name of the holiday, when it is one.
    pub holiday: Option<&'static str>,
}

/// A working day with what is free, without who comes: what may be shown
/// while somebody is at the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FreeDay {
    /// Which.
    pub day: NaiveDate,
    /// Name of the holiday, when it is one.
    pub holiday: Option<&'static str>,
    /// What is free, by hour.
    pub free: Vec<Slot>,
}

impl FreeDay {
    /// Reads so many days from Monday to Friday, the first being `from` or
    /// the first working day after it.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn read(read: &Read<'_>, from: NaiveDate, days: usize, operator: OperatorId) -> Result<Vec<Self>> {
        let wanted: Vec<NaiveDate> = from.iter_days().filter(|day| !is_weekend(*day)).take(days).collect();
        let last = wanted.last().copied().unwrap_or(from);
        let taken = read.appointments_between(from, last, Some(operator))?;
        let free_on = |day: NaiveDate| {
            let holiday = tables::holidays::name(day);
            let free = if holiday.is_some() { Vec::new() } else { free_of(operator, day, &taken) };
            Self { day, holiday, free }
        };
        Ok(wanted.into_iter().map(free_on).collect())
    }
}

fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

impl DayAgenda {
    /// Reads a day of one operator, or of all.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn read(read: &Read<'_>, day: NaiveDate, operator: Option<OperatorId>) -> Result<Self> {
        let operators = read.operators()?;
        let of_day = read.appointments_between(day, day, operator)?;
        let holiday = tables::holidays::name(day);
        let free = if holiday.is_some() || is_weekend(day) {
            Vec::new()
        } else {
            let wanted = operators.iter().filter(|o| operator.is_none_or(|id| id == o.id));
            wanted.flat_map(|o| free_of(o.id, day, &of_day)).collect()
        };
        let first = day.checked_sub_days(Days::new(LOOK_BACK)).unwrap_or(day);
        let yesterday = day.pred_opt().unwrap_or(day);
        let mut before = read.appointments_between(first, yesterday, operator)?;
        before.retain(|a| a.state.is_open());
        Ok(Self {
            day,
            rows: with_names(read, &operators, of_day)?,
            free,
            unclosed: with_names(read, &operators, before)?,
            holiday,
        })
    }
}

fn with_names(
    read: &Read<'_>,
    operators: &[Operator],
    appointments: Vec<Appointment>,
) -> Result<Vec<AgendaRow>> {
    let named = appointments.into_iter().map(|appointment| {
        let person: Registrant = read.need(appointment.registrant.0)?;
        let dids = read.dids_of(person.id)?;
        let operator = operators.iter().find(|o| o.id == appointment.operator);
        Ok(AgendaRow {
            person: person.list_name(),
            fiscal_code: person.fiscal_code,
            operator: operator.map(Operator::short_name).unwrap_or_default(),
            benefit: dids.iter().filter(|d| d.is_open()).map(benefit_of).next_back().unwrap_or_default(),
            appointment,
        })
    });
    named.collect()
}

fn benefit_of(did: &Did) -> Benefit {
    did.benefit
}

/// Morning and afternoon of the desk; a setting of the office later.
fn hours() -> [(NaiveTime, NaiveTime); 2] {
    let at = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default();
    [(at(9, 0), at(12, 30)), (at(14, 0), at(17, 0))]
}

/// The pause between morning and afternoon: its beginning.
#[must_use]
pub fn pause() -> NaiveTime {
    hours()[0].1
}

/// The slots of one operator that no appointment touches.
fn free_of(operator: OperatorId, day: NaiveDate, appointments: &[Appointment]) -> Vec<Slot> {
    let taken: Vec<(NaiveDateTime, NaiveDateTime)> = appointments
        .iter()
        .filter(|a| a.operator == operator && holds_its_place(a.state))
        .map(|a| (a.start, a.end()))
        .collect();
    let mut free = Vec::new();
    for (opens, closes) in hours() {
        let (mut start, end) = (day.and_time(opens), day.and_time(closes));
        while start + TimeDelta::minutes(SLOT_MINUTES) <= end {
            let stop = start + TimeDelta::minutes(SLOT_MINUTES);
            match taken.iter().filter(|(from, to)| *from < stop && start < *to).map(|(_, to)| *to).max() {
                Some(busy_until) => start = busy_until,
                None => {
                    free.push(Slot { operator, start, minutes: SLOT_MINUTES as u32 });
                    start = stop;
                }
            }
        }
    }
    free
}

/// Moved and cancelled appointments leave their place free.
fn holds_its_place(state: AppointmentState) -> bool {
    !matches!(state, AppointmentState::Moved | AppointmentState::Cancelled | AppointmentState::ToConvene)
}
