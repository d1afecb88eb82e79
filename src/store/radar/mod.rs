//! The radar as a derived local table: the clocks of `domain::radar`, kept
//! for the people a unit touched, and its questions.

mod facts;
mod keep;
mod query;

use std::sync::Arc;

use chrono::{Datelike, NaiveDate};

pub(super) use keep::RADAR;
pub use query::{Asked, KindCount, Row};

use super::write::Read;
use crate::domain::deadline::{Clock, Span};
use crate::domain::ids::RegistrantId;
use crate::domain::radar::{Facts, Known, clocks};
use crate::fault::Result;
use crate::tables::catalogue::Catalogue;
use crate::tables::{citizenships, code_table, holidays};

impl Read<'_> {
    /// The clocks of one person, computed from the records as they are now,
    /// also inside a command or a batch that has not reached the table.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn clocks_of(&self, person: RegistrantId) -> Result<Vec<Clock>> {
        let found = facts::of(*self, person, person)?;
        let tables = Tables::read(*self)?;
        Ok(tables.clocks(found.first()))
    }
}

/// What the tables of the office know.
struct Tables {
    catalogue: Arc<Catalogue>,
}

impl Tables {
    fn read(read: Read<'_>) -> Result<Self> {
        Ok(Self { catalogue: read.catalogue()? })
    }

    fn clocks(&self, facts: Option<&Facts>) -> Vec<Clock> {
        let known = Known {
            parameters: &|day| *self.catalogue.parameters(day),
            region: self.catalogue.region(),
            limits: &|year, day| self.catalogue.limits(year, day),
            needs_permit: &citizenships::needs_permit,
            is_sanction: &|reason, day| {
                self.catalogue.loss_reasons().get_on(reason, day).is_some_and(|row| row.extra.sanction)
            },
            contact_days: &|code| {
                let row = code_table::contact_frequencies().get(code)?;
                Some(row.extra.days).filter(|days| *days > 0)
            },
            is_holiday: holidays::is_holiday,
        };
        facts.map(|facts| clocks(facts, &known)).unwrap_or_default()
    }
}

/// A day as the table has it.
fn number(day: NaiveDate) -> i32 {
    day.num_days_from_ce()
}

/// A day of the table.
fn day(number: i32) -> NaiveDate {
    NaiveDate::from_num_days_from_ce_opt(number).unwrap_or_default()
}

/// A span as unit and amount.
fn split(span: Span) -> (i64, u32) {
    match span {
        Span::Written => (0, 0),
        Span::Days(days) => (1, days),
        Span::Months(months) => (2, months),
        Span::WorkingDays(days) => (3, days),
        Span::WorkingDaysBefore(days) => (4, days),
        Span::WholeMonths(months) => (5, months),
        Span::HoursBefore(hours) => (6, hours),
    }
}

/// The span of a unit and an amount; `None` for a unit that is none.
fn joined(unit: i64, amount: u32) -> Option<Span> {
    Some(match unit {
        0 => Span::Written,
        1 => Span::Days(amount),
        2 => Span::Months(amount),
        3 => Span::WorkingDays(amount),
        4 => Span::WorkingDaysBefore(amount),
        5 => Span::WholeMonths(amount),
        6 => Span::HoursBefore(amount),
        _ => return None,
    })
}

#[cfg(test)]
mod tests;
