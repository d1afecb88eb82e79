//! Tolerant readers: what operators type, as dates, times, amounts, numbers.

use chrono::{Datelike, Days, NaiveDate, NaiveTime};

/// Why a text is not what the field wants. The words are in
/// [`crate::ui::strings::form::unread`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// Not a date in any known manner.
    NotADate,
    /// A day that does not exist (31/02).
    NoSuchDay,
    /// A year before 1880 or after 2199.
    YearOutOfRange,
    /// Not a time.
    NotATime,
    /// Not an amount.
    NotAnAmount,
    /// Not a whole number.
    NotANumber,
    /// Not one of the list.
    NotInList,
    /// More than one of the list.
    Several,
}

/// Reads a day: `23/11/2026`, `23112026`, `231126`, `23.11.26`, `23-11`,
/// `2026-11-23`, `oggi`, `ieri`, `domani`, `+7`, `-3`.
///
/// # Errors
/// Says why the text is not a day.
pub fn date(text: &str, today: NaiveDate, birth: bool) -> Result<NaiveDate, Unread> {
    let text = text.trim().to_lowercase();
    if let Some(day) = from_words(&text, today) {
        return day.ok_or(Unread::YearOutOfRange);
    }
    let parts: Vec<&str> = text.split(['/', '.', '-', ' ']).filter(|part| !part.is_empty()).collect();
    if parts.iter().any(|part| part.len() > 8 || !part.bytes().all(|b| b.is_ascii_digit())) {
        return Err(Unread::NotADate);
    }
    let (day, month, year) = match parts.as_slice() {
        [run] => match run.len() {
            4 => (&run[..2], &run[2..], ""),
            6 | 8 => (&run[..2], &run[2..4], &run[4..]),
            _ => return Err(Unread::NotADate),
        },
        [day, month] if day.len() <= 2 => (*day, *month, ""),
        [year, month, day] if year.len() == 4 => (*day, *month, *year),
        [day, month, year] => (*day, *month, *year),
        _ => return Err(Unread::NotADate),
    };
    if day.len() > 2 || month.len() > 2 {
        return Err(Unread::NotADate);
    }
    let number = |part: &str| part.parse::<u32>().map_err(|_| Unread::NotADate);
    let (day, month) = (number(day)?, number(month)?);
    let year = match year.len() {
        // A birth without a year was the last time the day came round.
        0 if birth && (month, day) > (today.month(), today.day()) => today.year() - 1,
        0 => today.year(),
        2 => century(number(year)?.cast_signed(), month, day, today, birth),
        4 => number(year)?.cast_signed(),
        _ => return Err(Unread::NotADate),
    };
    if !(1880..=2199).contains(&year) {
        return Err(Unread::YearOutOfRange);
    }
    NaiveDate::from_ymd_opt(year, month, day).ok_or(Unread::NoSuchDay)
}

/// Words and distances in days; the outer `None` means "not one of these".
fn from_words(text: &str, today: NaiveDate) -> Option<Option<NaiveDate>> {
    let distance: i64 = match text {
        "oggi" => 0,
        "ieri" => -1,
        "domani" => 1,
        _ => {
            let digits = text.strip_prefix(['+', '-'])?;
            if digits.is_empty() || digits.len() > 4 || !digits.bytes().all(|b| b.is_ascii_digit()) {
                return None;
            }
            text.parse().ok()?
        }
    };
    let days = Days::new(distance.unsigned_abs());
    Some(if distance < 0 { today.checked_sub_days(days) } else { today.checked_add_days(days) })
}

/// A birth is never in the future; no other day is written half a century
/// ahead: a job of `98` is of 1998, a document of `66` is good until 2066.
fn century(year: i32, month: u32, day: u32, today: NaiveDate, birth: bool) -> i32 {
    let recent = 2000 + year;
    let future = (recent, month, day) > (today.year(), today.month(), today.day());
    if birth && future || recent > today.year() + 50 { recent - 100 } else { recent }
}

/// Reads a time: `930`, `0930`, `9:30`, `9.30`, `9`.
///
/// # Errors
/// [`Unread::NotATime`].
pub fn time(text: &str) -> Result<NaiveTime, Unread> {
    let parts: Vec<&str> = text.trim().split([':', '.', ',']).collect();
    let whole = |part: &str| part.bytes().all(|b| b.is_ascii_digit()) && (1..=2).contains(&part.len());
    let (hour, minute) = match parts.as_slice() {
        [run] if run.bytes().all(|b| b.is_ascii_digit()) => match run.len() {
            1 | 2 => (*run, "0"),
            3 => (&run[..1], &run[1..]),
            4 => (&run[..2], &run[2..]),
            _ => return Err(Unread::NotATime),
        },
        [hour, minute] if whole(hour) && minute.len() == 2 && whole(minute) => (*hour, *minute),
        _ => return Err(Unread::NotATime),
    };
    let number = |part: &str| part.parse::<u32>().map_err(|_| Unread::NotATime);
    NaiveTime::from_hms_opt(number(hour)?, number(minute)?, 0).ok_or(Unread::NotATime)
}

/// Reads an amount in cents: comma for cents; a lone point before one or two
/// last digits is the keypad's comma; points before groups of three are
/// thousands. Never negative.
///
/// # Errors
/// [`Unread::NotAnAmount`].
pub fn money(text: &str) -> Result<i64, Unread> {
    let text = text.trim().trim_end_matches('€').trim();
    let (whole, cents) = match text.split_once(',') {
        Some((whole, cents)) => (whole, cents),
        None => match text.rsplit_once('.') {
            Some((whole, cents)) if (1..=2).contains(&cents.len()) && !whole.contains('.') => (whole, cents),
            _ => (text, ""),
        },
    };
    let cents = match cents.len() {
        0 => 0,
        1 => digits(cents).ok_or(Unread::NotAnAmount)? * 10,
        2 => digits(cents).ok_or(Unread::NotAnAmount)?,
        _ => return Err(Unread::NotAnAmount),
    };
    grouped(whole).and_then(|euro| euro.checked_mul(100)?.checked_add(cents)).ok_or(Unread::NotAnAmount)
}

/// Reads a whole number, with or without points for thousands.
///
/// # Errors
/// [`Unread::NotANumber`].
pub fn number(text: &str) -> Result<i64, Unread> {
    grouped(text.trim()).ok_or(Unread::NotANumber)
}

fn grouped(text: &str) -> Option<i64> {
    let groups: Vec<&str> = text.split('.').collect();
    let well_grouped = groups.len() == 1
        || ((1..=3).contains(&groups[0].len()) && groups[1..].iter().all(|group| group.len() == 3));
    if well_grouped { digits(&groups.concat()) } else { None }
}

fn digits(text: &str) -> Option<i64> {
    if text.is_empty() || text.len() > 15 || !text.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    text.parse().ok()
}

/// A day as it is shown: `23/11/2026`.
#[must_use]
pub fn show_date(date: NaiveDate) -> String {
    date.format("%d/%m/%Y").to_string()
}

/// A time as it is shown: `09:30`.
#[must_use]
pub fn show_time(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

/// An amount as it is shown: `8.500,00`.
#[must_use]
pub fn show_money(cents: i64) -> String {
    let euro = (cents / 100).to_string();
    let mut grouped = String::new();
    for (place, digit) in euro.chars().enumerate() {
        if place > 0 && (euro.len() - place).is_multiple_of(3) {
            grouped.push('.');
        }
        grouped.push(digit);
    }
    format!("{grouped},{:02}", cents % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn dates_of_any_manner() {
        let today = day(2026, 11, 23);
        for (text, expected) in [
            ("23/11/2026", day(2026, 11, 23)),
            ("23112026", day(2026, 11, 23)),
            ("231126", day(2026, 11, 23)),
            ("23.11.26", day(2026, 11, 23)),
            ("23-11", day(2026, 11, 23)),
            ("2311", day(2026, 11, 23)),
            ("1.2.90", day(1990, 2, 1)),
            ("3/5/80", day(1980, 5, 3)),
            ("030580", day(1980, 5, 3)),
            ("3/5/76", day(2076, 5, 3)),
            ("3/5/77", day(1977, 5, 3)),
            ("01021990", day(1990, 2, 1)),
            ("2026-11-23", day(2026, 11, 23)),
            ("23 11 2026", day(2026, 11, 23)),
            ("oggi", day(2026, 11, 23)),
            (" Ieri ", day(2026, 11, 22)),
            ("DOMANI", day(2026, 11, 24)),
            ("+7", day(2026, 11, 30)),
            ("-3", day(2026, 11, 20)),
            ("29/02/2024", day(2024, 2, 29)),
        ] {
            assert_eq!(date(text, today, false), Ok(expected), "{text}");
        }
    }

    #[test]
    fn a_birth_is_never_in_the_future() {
        let today = day(2026, 11, 23);
        for (text, year) in [
            ("231126", 2026),
            ("241126", 1926),
            ("101285", 1985),
            ("1.2.90", 1990),
            ("01/01/05", 2005),
            ("24-11", 2025),
        ] {
            assert_eq!(date(text, today, true).map(|d| d.year()), Ok(year), "{text}");
        }
    }

    #[test]
    fn what_is_no_date_is_said() {
        let today = day(2026, 11, 23);
        for (text, why) in [
            ("", Unread::NotADate),
            ("abc", Unread::NotADate),
            ("1", Unread::NotADate),
            ("12345", Unread::NotADate),
            ("31/02/2026", Unread::NoSuchDay),
            ("29/02/2026", Unread::NoSuchDay),
            ("01/13/2026", Unread::NoSuchDay),
            ("01/01/1066", Unread::YearOutOfRange),
            ("1/1/1/1", Unread::NotADate),
            ("١٢/٠٣/٢٠٢٦", Unread::NotADate),
            ("+99999", Unread::NotADate),
        ] {
            assert_eq!(date(text, today, false), Err(why), "{text}");
        }
    }

    #[test]
    fn times_of_any_manner() {
        let at = |h, m| NaiveTime::from_hms_opt(h, m, 0).unwrap();
        for (text, expected) in [
            ("930", at(9, 30)),
            ("0930", at(9, 30)),
            ("9:30", at(9, 30)),
            ("9.30", at(9, 30)),
            ("14", at(14, 0)),
        ] {
            assert_eq!(time(text), Ok(expected), "{text}");
        }
        for text in ["", "25:00", "9:3", "960", "mezzogiorno", "9:30:00"] {
            assert_eq!(time(text), Err(Unread::NotATime), "{text}");
        }
    }

    #[test]
    fn amounts_of_any_manner() {
        for (text, cents) in [
            ("8500", 850_000),
            ("8.500,00", 850_000),
            ("8500,5", 850_050),
            ("8500.50", 850_050),
            ("8.500", 850_000),
            ("0,01", 1),
            ("12.345.678,90", 1_234_567_890),
            ("100 €", 10_000),
        ] {
            assert_eq!(money(text), Ok(cents), "{text}");
        }
        for text in ["", "-5", "1,234", "1.23.456", "tanto", "99999999999999999999"] {
            assert_eq!(money(text), Err(Unread::NotAnAmount), "{text}");
        }
        assert_eq!(show_money(1_234_567_890), "12.345.678,90");
        assert_eq!(show_money(5), "0,05");
    }
}
