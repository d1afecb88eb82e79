//! National holidays, by date of effect; the patron saint is the office's.

use std::sync::OnceLock;

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::Deserialize;

use crate::domain::period::Period;
use crate::tables::code_table;

#[derive(Deserialize)]
struct Fixed {
    month: u32,
    day: u32,
    label: String,
    valid_from: Option<NaiveDate>,
    valid_to: Option<NaiveDate>,
}

fn fixed() -> &'static [Fixed] {
    static ROWS: OnceLock<Vec<Fixed>> = OnceLock::new();
    ROWS.get_or_init(|| code_table::read(include_str!("../../assets/data/tables/holidays.toml")))
}

/// The name of the national holiday of that day, in Italian. Sundays have
/// none: see [`is_holiday`].
#[must_use]
pub fn name(day: NaiveDate) -> Option<&'static str> {
    let easter = easter(day.year());
    if easter == Some(day) {
        return Some("Pasqua");
    }
    if easter.and_then(|easter| easter.checked_add_days(Days::new(1))) == Some(day) {
        return Some("Lunedì dell'Angelo");
    }
    fixed()
        .iter()
        .filter(|row| Period { from: row.valid_from, to: row.valid_to }.contains(day))
        .find(|row| (row.month, row.day) == (day.month(), day.day()))
        .map(|row| row.label.as_str())
}

/// Is it a Sunday or a national holiday?
#[must_use]
pub fn is_holiday(day: NaiveDate) -> bool {
    day.weekday() == Weekday::Sun || name(day).is_some()
}

/// Easter Sunday of the Gregorian calendar (the anonymous method of 1876).
fn easter(year: i32) -> Option<NaiveDate> {
    let golden = year.rem_euclid(19);
    let (century, rest) = (year.div_euclid(100), year.rem_euclid(100));
    let correction = (century - (century + 8) / 25 + 1) / 3;
    let moon = (19 * golden + century - century / 4 - correction + 15).rem_euclid(30);
    let sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4).rem_euclid(7);
    let late = (golden + 11 * moon + 22 * sunday) / 451;
    let days = moon + sunday - 7 * late + 114;
    NaiveDate::from_ymd_opt(year, u32::try_from(days / 31).ok()?, u32::try_from(days % 31 + 1).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn easter_of_known_years() {
        for (year, month, day) in
            [(2000, 4, 23), (2008, 3, 23), (2011, 4, 24), (2024, 3, 31), (2026, 4, 5), (2038, 4, 25)]
        {
            assert_eq!(easter(year), Some(date(year, month, day)));
        }
    }

    #[test]
    fn holidays_follow_their_dates_of_effect() {
        assert_eq!(name(date(2026, 4, 6)), Some("Lunedì dell'Angelo"));
        assert_eq!(name(date(2026, 12, 8)), Some("Immacolata Concezione"));
        assert_eq!(name(date(2025, 10, 4)), None);
        assert_eq!(name(date(2026, 10, 4)), Some("San Francesco d'Assisi"));
        assert_eq!(name(date(2000, 6, 2)), None);
        assert_eq!(name(date(2001, 6, 2)), Some("Festa della Repubblica"));
        assert!(is_holiday(date(2026, 11, 22)), "a Sunday");
        assert!(!is_holiday(date(2026, 11, 23)));
    }
}
