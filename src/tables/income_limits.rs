//! Yearly income at or under which the unemployed status is kept.

use std::sync::OnceLock;

use chrono::{Datelike, NaiveDate};
use serde::Deserialize;

use crate::domain::money::Cents;
use crate::tables::code_table;

/// The limits of one stretch of time. The comparison is `<=`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct IncomeLimit {
    /// First day.
    pub valid_from: NaiveDate,
    /// Last day; open for the row in force.
    #[serde(default)]
    pub valid_to: Option<NaiveDate>,
    /// Employees and assimilated, a year; `None`: no conservation.
    #[serde(default)]
    pub employee: Option<Cents>,
    /// Self-employed, a year; `None`: no conservation.
    #[serde(default)]
    pub self_employed: Option<Cents>,
    /// Where the figures come from, in Italian; an office may leave it out.
    #[serde(default)]
    pub source: String,
}

/// A limit with how sure we are that it is the right one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chosen<'a> {
    /// The row.
    pub limit: &'a IncomeLimit,
    /// The year is not in the table: say "da verificare" (R-CON-1).
    pub to_verify: bool,
}

/// Every row, the oldest first.
#[must_use]
pub fn all() -> &'static [IncomeLimit] {
    static ROWS: OnceLock<Vec<IncomeLimit>> = OnceLock::new();
    ROWS.get_or_init(|| code_table::read(include_str!("../../assets/data/tables/income_limits.toml")))
}

/// The limit of these rows (the oldest first) for an income of
/// `reference_year`, the event (job start, DID) being on `event`: by year, and
/// inside a year with more rows by the day of the event (R-CON-1: 2019). A
/// year the table does not reach, or one after the event's own by more than
/// one, gives the latest row, to be verified.
#[must_use]
pub fn choose_from(rows: &[IncomeLimit], reference_year: i32, event: NaiveDate) -> Option<Chosen<'_>> {
    let in_year = |row: &&IncomeLimit| {
        row.valid_from.year() <= reference_year && row.valid_to.is_none_or(|to| reference_year <= to.year())
    };
    let known = reference_year <= event.year() + 1;
    let mut of_year = rows.iter().filter(in_year).filter(|_| known);
    let Some(first) = of_year.next() else {
        return rows.last().map(|limit| Chosen { limit, to_verify: true });
    };
    let limit = of_year.rfind(|row| row.valid_from <= event).unwrap_or(first);
    Some(Chosen { limit, to_verify: false })
}

/// The limit as it ships: see [`choose_from`].
#[must_use]
pub fn choose(reference_year: i32, event: NaiveDate) -> Option<Chosen<'static>> {
    choose_from(all(), reference_year, event)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn limits(year: i32, event: (i32, u32, u32)) -> (Option<i64>, Option<i64>, bool) {
        let event = NaiveDate::from_ymd_opt(event.0, event.1, event.2).unwrap();
        let chosen = choose(year, event).unwrap();
        (chosen.limit.employee.map(|c| c.0), chosen.limit.self_employed.map(|c| c.0), chosen.to_verify)
    }

    #[test]
    fn the_year_of_the_income_chooses() {
        assert_eq!(limits(2026, (2026, 11, 22)), (Some(850_000), Some(550_000), false));
        assert_eq!(limits(2024, (2024, 1, 1)), (Some(850_000), Some(550_000), false));
        assert_eq!(limits(2023, (2024, 1, 1)), (Some(817_391), Some(550_000), false));
        assert_eq!(limits(2021, (2021, 6, 1)), (Some(814_500), Some(480_000), false));
        assert_eq!(limits(2018, (2018, 6, 1)), (None, None, false));
    }

    #[test]
    fn within_2019_the_event_chooses() {
        assert_eq!(limits(2019, (2019, 3, 29)), (None, None, false));
        assert_eq!(limits(2019, (2019, 3, 30)), (Some(814_500), Some(480_000), false));
        assert_eq!(limits(2019, (2020, 2, 1)), (Some(814_500), Some(480_000), false));
    }

    #[test]
    fn an_unknown_year_is_to_be_verified() {
        assert_eq!(limits(2010, (2026, 11, 22)), (Some(850_000), Some(550_000), true));
        assert_eq!(limits(2030, (2026, 11, 22)), (Some(850_000), Some(550_000), true));
    }
}
