//! Italian time and UTC. Hours in the records are Italian local time.

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, TimeDelta, Weekday};

/// Hours by which Italian time is ahead of UTC: one, or two from the last
/// Sunday of March at 2 to the last Sunday of October at 3. So it is since
/// 1996, by directive 2000/84/EC without end; the hour that comes twice in
/// October is taken for the first.
#[must_use]
pub fn ahead_of_utc(local: NaiveDateTime) -> i64 {
    let change = |month, hour| {
        let last = NaiveDate::from_ymd_opt(local.year(), month, 31)?;
        let back = last.weekday().days_since(Weekday::Sun);
        (last - Days::new(back.into())).and_hms_opt(hour, 0, 0)
    };
    match (change(3, 2), change(10, 3)) {
        (Some(from), Some(to)) if (from..to).contains(&local) => 2,
        _ => 1,
    }
}

/// The moment in UTC.
#[must_use]
pub fn utc(local: NaiveDateTime) -> NaiveDateTime {
    local - TimeDelta::hours(ahead_of_utc(local))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn italian_time_in_summer_and_winter() {
        let at = |text: &str| ahead_of_utc(NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap());
        for (local, ahead) in [
            ("2026-03-29 01:59", 1),
            ("2026-03-29 03:00", 2),
            ("2026-10-25 02:59", 2),
            ("2026-10-25 03:00", 1),
            ("2026-11-22 10:00", 1),
            ("2000-03-26 02:00", 2),
            ("2199-07-01 12:00", 2),
        ] {
            assert_eq!(at(local), ahead, "{local}");
        }
    }
}
