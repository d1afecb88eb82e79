//! What a code says of the birth, and of which century it may be.

use chrono::{Datelike, NaiveDate};

use crate::domain::codes::PlaceCode;
use crate::domain::period::Period;
use crate::domain::sex::Sex;

/// The months, January first.
const MONTHS: [u8; 12] = *b"ABCDEHLMPRST";

/// The first year a person at the desk may be born in; the code keeps two
/// digits of the year and leaves the century open.
const FIRST_CENTURY: i32 = 1900;

/// The birth a code speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Birth {
    /// Last two digits of the year, 0 to 99.
    pub year: u8,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
    /// Sex.
    pub sex: Sex,
    /// Municipality or foreign state; the tables may not know it.
    pub place: PlaceCode,
}

impl Birth {
    /// The dates it may be, the latest first: from 1900 on, never after
    /// `today`. Empty only if `today` comes before the earliest of them.
    #[must_use]
    pub fn dates(&self, today: NaiveDate) -> Vec<NaiveDate> {
        let mut dates: Vec<_> = (FIRST_CENTURY..=today.year().max(FIRST_CENTURY))
            .step_by(100)
            .filter_map(|century| self.date_in(century))
            .filter(|date| *date <= today)
            .collect();
        dates.reverse();
        dates
    }

    /// The date to propose: the latest on which the place existed, else the
    /// latest. `place_periods` are the rows of the place, empty if unknown.
    #[must_use]
    pub fn likely_date(&self, today: NaiveDate, place_periods: &[Period]) -> Option<NaiveDate> {
        let dates = self.dates(today);
        let existed = |date: &&NaiveDate| place_periods.iter().any(|period| period.contains(**date));
        dates.iter().find(existed).or(dates.first()).copied()
    }

    /// Could the person be born on that date?
    #[must_use]
    pub fn fits(&self, date: NaiveDate) -> bool {
        date.year().rem_euclid(100) == i32::from(self.year)
            && date.month() == u32::from(self.month)
            && date.day() == u32::from(self.day)
    }

    fn date_in(&self, century: i32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(century + i32::from(self.year), u32::from(self.month), u32::from(self.day))
    }

    /// Is there such a day in any century? (29 February needs a leap year.)
    pub(super) fn exists(&self) -> bool {
        self.date_in(FIRST_CENTURY).or_else(|| self.date_in(FIRST_CENTURY + 100)).is_some()
    }
}

/// The letter of a month, January being 0.
pub fn month_letter(month0: u32) -> u8 {
    MONTHS[(month0 % 12) as usize]
}

/// The month of a letter, 1 to 12.
pub fn month(letter: u8) -> Option<u8> {
    (1..).zip(MONTHS).find(|(_, other)| *other == letter).map(|(month, _)| month)
}

/// The birth in fifteen characters with digits in digit places. `None` where
/// month, day or place have no meaning; the date may still not exist.
pub fn read(body: &str) -> Option<Birth> {
    let bytes = body.as_bytes();
    let number = |at: usize| -> Option<u8> { body.get(at..at + 2)?.parse().ok() };
    let (day, sex) = match number(9)? {
        day @ 1..=31 => (day, Sex::M),
        day @ 41..=71 => (day - 40, Sex::F),
        _ => return None,
    };
    Some(Birth {
        year: number(6)?,
        month: month(*bytes.get(8)?)?,
        day,
        sex,
        place: PlaceCode::parse(body.get(11..15)?).ok()?,
    })
}
