//! Municipalities and foreign states of the fiscal code, with their dates.
//!
//! Data: Ministero dell'Interno, ANPR, CC BY 4.0, packed in `belfiore.csv`:
//! a row for each period in which code, name and province stayed the same.

use std::sync::OnceLock;

use chrono::NaiveDate;

use crate::domain::codes::PlaceCode;
use crate::domain::finding::Finding;
use crate::domain::fiscal_code::rules;
use crate::domain::period::Period;

mod find;
mod name;

pub use find::{Resolved, find, resolve};

const CSV: &str = include_str!("../../../assets/data/belfiore.csv");

/// A municipality or a foreign state in one period of its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The code used in the fiscal code.
    pub code: PlaceCode,
    /// The name in capitals, with accents.
    pub name: &'static str,
    /// The letters of the province of then; `EE` for a foreign state.
    pub province: &'static str,
    /// When code, name and province were these; open where not known.
    pub period: Period,
    /// In force or not.
    pub status: Status,
}

/// Is a row of the table still in force?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// In force.
    InForce,
    /// Ceased on a known day.
    Ceased,
    /// Ceased, nobody says when.
    CeasedSometime,
}

impl Place {
    /// Is it a foreign state?
    #[must_use]
    pub fn is_foreign(&self) -> bool {
        self.code.is_foreign()
    }

    /// The name as printed: `Reggio nell'Emilia`.
    #[must_use]
    pub fn shown(&self) -> String {
        name::shown(self.name)
    }

    /// Name and province as printed: `Bergamo (BG)`, `Romania (EE)`.
    #[must_use]
    pub fn shown_with_province(&self) -> String {
        format!("{} ({})", self.shown(), self.province)
    }
}

/// Every row, by code and then by date.
#[must_use]
pub fn all() -> &'static [Place] {
    static ROWS: OnceLock<Vec<Place>> = OnceLock::new();
    ROWS.get_or_init(|| CSV.lines().skip(1).filter_map(read).collect())
}

fn read(line: &'static str) -> Option<Place> {
    // No field of this file needs quoting: a test counts the commas.
    let mut fields = line.split(',');
    let code = PlaceCode::parse(fields.next()?).ok()?;
    let (name, province) = (fields.next()?, fields.next()?);
    let period = Period { from: day(fields.next()?), to: day(fields.next()?) };
    let status = match fields.next()? {
        "A" => Status::InForce,
        "C" => Status::Ceased,
        _ => Status::CeasedSometime,
    };
    Some(Place { code, name, province, period, status })
}

/// `aaaa-mm-gg`; by hand, because thirty thousand of them are read at once.
fn day(text: &str) -> Option<NaiveDate> {
    let number = |from: usize, to: usize| text.get(from..to)?.parse::<u32>().ok();
    NaiveDate::from_ymd_opt(i32::try_from(number(0, 4)?).ok()?, number(5, 7)?, number(8, 10)?)
}

/// The periods of a code, the oldest first; empty if the table has it not.
#[must_use]
pub fn rows(code: PlaceCode) -> &'static [Place] {
    let all = all();
    let start = all.partition_point(|place| place.code < code);
    let end = start + all[start..].partition_point(|place| place.code == code);
    &all[start..end]
}

/// The periods in which a code existed, for the century of a birth.
#[must_use]
pub fn periods(code: PlaceCode) -> Vec<Period> {
    rows(code).iter().map(|place| place.period).collect()
}

/// The row of a code on a day (without a day: the one in force, else the
/// last). On a day on which it did not exist, the last row before that day,
/// else the first after it: enough to show a name.
#[must_use]
pub fn get(code: PlaceCode, day: Option<NaiveDate>) -> Option<&'static Place> {
    let rows = rows(code);
    match day {
        None => rows.iter().rfind(|place| place.status == Status::InForce).or(rows.last()),
        Some(day) => rows
            .iter()
            .rfind(|place| place.period.contains(day))
            .or_else(|| rows.iter().rfind(|place| place.period.to.is_some_and(|to| to < day)))
            .or(rows.first()),
    }
}

/// What the table has to object to a birth place: unknown code, or a day on
/// which the place did not exist. A warning only (rule R-CF-3), about the
/// field `birth_place`.
#[must_use]
pub fn doubt(code: PlaceCode, birth_date: Option<NaiveDate>) -> Option<Finding> {
    let Some(place) = get(code, birth_date) else {
        return Some(rules::PLACE_UNKNOWN.at("birth_place").with(code));
    };
    let day = birth_date?;
    let existed = rows(code).iter().any(|place| place.period.contains(day));
    (!existed).then(|| {
        rules::PLACE_DATES.at("birth_place").with(code).with(place.shown()).with(day.format("%d/%m/%Y"))
    })
}

#[cfg(test)]
mod tests;
