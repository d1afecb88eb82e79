//! The agenda of a day: who comes, what is free, what was left open.

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, Weekday};

use crate::desk::{calendar, paper, standing};
use crate::domain::appointment::{Appointment, AppointmentState};
use crate::domain::calendar::{Calendar, Span};
use crate::domain::did::{Benefit, Did};
use crate::domain::ids::{OperatorId, RegistrantId};
use crate::domain::office::Operator;
use crate::domain::registrant::Registrant;
use crate::fault::Result;
use crate::store::Read;
use crate::tables::code_table;

/// How long before the day the frequency leads to a free one is looked for.
const ROUND_ABOUT: Days = Days::new(10);
/// Days looked through for open ones, at most.
const FAR: usize = 366;

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

impl AgendaRow {
    /// The service as it may be read by others, on a desk or a telephone:
    /// what would tell of somebody's health or family has a plain name.
    #[must_use]
    pub fn said_service(&self) -> &'static str {
        paper::said_service(&self.appointment.service)
    }

    /// The same as a code: `riservato` for one that tells.
    #[must_use]
    pub fn service_code(&self) -> &str {
        let service = &self.appointment.service;
        let reserved = code_table::services().get(service).is_some_and(|row| row.extra.reserved);
        if reserved { "riservato" } else { service }
    }
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
    /// The pauses of the day.
    pub pauses: Vec<Span>,
    /// Name of the national holiday, when it is one.
    pub holiday: Option<&'static str>,
    /// Why the office is closed: holiday, closure, weekday.
    pub closed: Option<String>,
}

/// Days with what is free, and the day to begin with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FreeDays {
    /// The day the agreed frequency leads to, when the question was for a
    /// person who has one: the first of the days.
    pub proposed: Option<NaiveDate>,
    /// The days.
    pub days: Vec<FreeDay>,
}

impl FreeDays {
    /// Reads what an operator has free from a day on. For a person whose pact
    /// says how often one meets, from the last day that keeps to it and has
    /// room.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn read(
        read: &Read<'_>,
        from: NaiveDate,
        days: usize,
        operator: OperatorId,
        person: Option<RegistrantId>,
        today: NaiveDate,
    ) -> Result<Self> {
        let due = match person {
            Some(person) => {
                standing::next_contact(&read.versions_of(person)?, &read.appointments_of(person)?, today)
            }
            None => None,
        };
        let Some(due) = due.filter(|due| *due > from) else {
            return Ok(Self { proposed: None, days: FreeDay::read(read, from, days, operator)? });
        };
        let early = due.checked_sub_days(ROUND_ABOUT).unwrap_or(from).max(from);
        let near = FreeDay::read(read, early, days, operator)?;
        let has_room = |day: &&FreeDay| !day.free.is_empty();
        let last = near.iter().filter(|day| day.day <= due).rfind(has_room);
        let start = last.or_else(|| near.iter().find(has_room)).map_or(due, |day| day.day);
        Ok(Self { proposed: Some(start), days: FreeDay::read(read, start, days, operator)? })
    }
}

/// A working day with what is free, without who comes: what may be shown
/// while somebody is at the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FreeDay {
    /// Which.
    pub day: NaiveDate,
    /// Why the office is closed: holiday, closure, weekday.
    pub closed: Option<String>,
    /// Is the operator away, for some of it at least?
    pub away: bool,
    /// What is free, by hour.
    pub free: Vec<Slot>,
}

impl FreeDay {
    /// Reads so many days on which the office usually receives, the first
    /// being `from` or the first such day after it.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn read(read: &Read<'_>, from: NaiveDate, days: usize, operator: OperatorId) -> Result<Vec<Self>> {
        let calendar = calendar::from(read, from)?;
        let wanted =
            from.iter_days().take(FAR).filter(|day| !is_weekend(*day) || !calendar.spans(*day).is_empty());
        let wanted: Vec<NaiveDate> = wanted.take(days).collect();
        let last = wanted.last().copied().unwrap_or(from);
        let taken = read.appointments_between(from, last, Some(operator))?;
        let works = read.get::<Operator>(operator.0)?.is_some_and(|operator| operator.works());
        let free_on = |day: NaiveDate| Self {
            day,
            closed: calendar.closed(day).map(Into::into),
            away: calendar.absence(operator, midnight(day), midnight(day + Days::new(1))).is_some(),
            free: if works { free_of(&calendar, operator, day, &taken) } else { Vec::new() },
        };
        Ok(wanted.into_iter().map(free_on).collect())
    }
}

fn midnight(day: NaiveDate) -> NaiveDateTime {
    day.and_time(NaiveTime::MIN)
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
        let calendar = calendar::from(read, day)?;
        let wanted = operators.iter().filter(|o| operator.map_or(o.receives(), |id| id == o.id && o.works()));
        let free = wanted.flat_map(|o| free_of(&calendar, o.id, day, &of_day)).collect();
        let before = read.open_before(midnight(day), operator)?;
        Ok(Self {
            day,
            rows: with_names(read, &operators, of_day)?,
            free,
            unclosed: with_names(read, &operators, before)?,
            pauses: calendar.pauses(day),
            holiday: (calendar.holiday)(day),
            closed: calendar.closed(day).map(Into::into),
        })
    }
}

pub(super) fn with_names(
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

/// The slots of one operator that no appointment touches.
pub(super) fn free_of(
    calendar: &Calendar,
    operator: OperatorId,
    day: NaiveDate,
    appointments: &[Appointment],
) -> Vec<Slot> {
    let taken: Vec<(NaiveDateTime, NaiveDateTime)> = appointments
        .iter()
        .filter(|a| a.operator == operator && holds_its_place(a.state))
        .map(|a| (a.start, a.end()))
        .collect();
    let slot = |(start, minutes)| Slot { operator, start, minutes };
    calendar.free(operator, day, &taken).into_iter().map(slot).collect()
}

/// Moved and cancelled appointments leave their place free.
pub(super) fn holds_its_place(state: AppointmentState) -> bool {
    !matches!(state, AppointmentState::Moved | AppointmentState::Cancelled | AppointmentState::ToConvene)
}
