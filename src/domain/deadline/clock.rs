//! One clock: from a day, so much, until a day.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use uuid::Uuid;

use super::kind::{Consequence, Kind};
use crate::domain::ids::OperatorId;

/// How long a clock runs. Calendar time, the starting day excluded; a holiday
/// moves nothing (rules.md, first lines).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Span {
    /// The day itself is written: on a document, in a pact.
    Written,
    /// Days.
    Days(u32),
    /// Months, to the corresponding day, the last of the month where it lacks
    /// one (c.c. art. 2963).
    Months(u32),
    /// Months, up to the day before the corresponding one: whole months that
    /// begin with the first day.
    WholeMonths(u32),
    /// Working days back from a day: Monday to Friday less holidays.
    WorkingDaysBefore(u32),
    /// Working days on from a day (R-JUS-5).
    WorkingDays(u32),
    /// Hours back from the hour of a meeting, as far as days tell them
    /// (R-CNV-6): the same hour of a day before where they are whole days.
    HoursBefore(u32),
}

impl Span {
    /// The last day of a clock that starts on a day.
    #[must_use]
    pub fn end(self, from: NaiveDate, is_holiday: fn(NaiveDate) -> bool) -> NaiveDate {
        match self {
            Self::Written => from,
            Self::Days(days) => from.checked_add_days(Days::new(days.into())).unwrap_or(NaiveDate::MAX),
            Self::Months(months) => from.checked_add_months(Months::new(months)).unwrap_or(NaiveDate::MAX),
            Self::WholeMonths(months) => {
                let after = from.checked_add_months(Months::new(months)).unwrap_or(NaiveDate::MAX);
                after.pred_opt().unwrap_or(after)
            }
            Self::WorkingDaysBefore(days) => working(from, days, NaiveDate::pred_opt, is_holiday),
            Self::WorkingDays(days) => working(from, days, NaiveDate::succ_opt, is_holiday),
            Self::HoursBefore(hours) => {
                from.checked_sub_days(Days::new(hours.div_ceil(24).into())).unwrap_or(NaiveDate::MIN)
            }
        }
    }

    /// The sum as it is written: `12/11 + 15 gg`. The year is written where
    /// the last day is in another, and where nothing is added: then the day
    /// is all there is.
    #[must_use]
    pub fn sum(self, from: NaiveDate, due: NaiveDate) -> String {
        let alone = self.is_nothing();
        let day =
            if from.year() == due.year() && !alone { from.format("%d/%m") } else { from.format("%d/%m/%Y") };
        match self {
            _ if alone => day.to_string(),
            Self::Written => day.to_string(),
            Self::Days(1) => format!("{day} + 1 g"),
            Self::Days(days) => format!("{day} + {days} gg"),
            Self::Months(1) => format!("{day} + 1 mese"),
            Self::Months(months) => format!("{day} + {months} mesi"),
            Self::WholeMonths(1) => format!("{day} + 1 mese - 1 g"),
            Self::WholeMonths(months) => format!("{day} + {months} mesi - 1 g"),
            Self::WorkingDaysBefore(1) => format!("{day} - 1 g lav."),
            Self::WorkingDaysBefore(days) => format!("{day} - {days} gg lav."),
            Self::WorkingDays(1) => format!("{day} + 1 g lav."),
            Self::WorkingDays(days) => format!("{day} + {days} gg lav."),
            Self::HoursBefore(hours) => format!("{day} - {hours} ore"),
        }
    }

    /// Does it add nothing to its day?
    fn is_nothing(self) -> bool {
        match self {
            Self::Written => true,
            Self::Days(n)
            | Self::Months(n)
            | Self::WorkingDays(n)
            | Self::WorkingDaysBefore(n)
            | Self::HoursBefore(n) => n == 0,
            Self::WholeMonths(_) => false,
        }
    }
}

fn working(
    from: NaiveDate,
    days: u32,
    step: fn(&NaiveDate) -> Option<NaiveDate>,
    is_holiday: fn(NaiveDate) -> bool,
) -> NaiveDate {
    let mut day = from;
    let mut left = days;
    while left > 0 {
        let Some(next) = step(&day) else { return day };
        day = next;
        if day.weekday() != Weekday::Sat && !is_holiday(day) {
            left -= 1;
        }
    }
    day
}

/// A term that runs. In the order of the radar: by consequence, then day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Clock {
    /// What happens when it is missed.
    pub consequence: Consequence,
    /// Last day.
    pub due: NaiveDate,
    /// What must be done.
    pub kind: Kind,
    /// From when it counts.
    pub from: NaiveDate,
    /// How long.
    pub span: Span,
    /// First day on which it is shown; the past for always.
    pub shown_from: NaiveDate,
    /// Last day on which it is shown; the future for until it is done.
    pub shown_until: NaiveDate,
    /// The record it comes from.
    pub subject: Uuid,
    /// Whose it is, where known.
    pub operator: Option<OperatorId>,
}

impl Clock {
    /// The first day a clock may be shown from.
    pub const ALWAYS: NaiveDate = NaiveDate::from_ymd_opt(1900, 1, 1).expect("a date");
    /// The last day a clock may be shown until.
    pub const FOREVER: NaiveDate = NaiveDate::from_ymd_opt(9999, 12, 31).expect("a date");

    /// A clock from a day, shown always.
    #[must_use]
    pub fn new(
        kind: Kind,
        from: NaiveDate,
        span: Span,
        subject: Uuid,
        is_holiday: fn(NaiveDate) -> bool,
    ) -> Self {
        // Years past 9999 would not sort as text.
        let from = from.clamp(Self::ALWAYS, Self::FOREVER);
        Self {
            consequence: kind.consequence(),
            due: span.end(from, is_holiday).clamp(Self::ALWAYS, Self::FOREVER),
            kind,
            from,
            span,
            shown_from: Self::ALWAYS,
            shown_until: Self::FOREVER,
            subject,
            operator: None,
        }
    }

    /// A clock of days, shown always.
    #[must_use]
    pub fn after(kind: Kind, from: NaiveDate, days: u32, subject: Uuid) -> Self {
        Self::new(kind, from, Span::Days(days), subject, |_| false)
    }

    /// Shown from a day on.
    #[must_use]
    pub fn shown_from(self, day: NaiveDate) -> Self {
        Self { shown_from: day.clamp(Self::ALWAYS, Self::FOREVER), ..self }
    }

    /// Shown from so many days before its last.
    #[must_use]
    pub fn shown_days_before(self, days: u32) -> Self {
        let day = self.due.checked_sub_days(Days::new(days.into())).unwrap_or(Self::ALWAYS);
        self.shown_from(day)
    }

    /// Shown up to a day.
    #[must_use]
    pub fn shown_until(self, day: NaiveDate) -> Self {
        Self { shown_until: day.clamp(Self::ALWAYS, Self::FOREVER), ..self }
    }

    /// Of an operator.
    #[must_use]
    pub fn of(self, operator: Option<OperatorId>) -> Self {
        Self { operator, ..self }
    }

    /// Is it shown on a day?
    #[must_use]
    pub fn is_shown(&self, day: NaiveDate) -> bool {
        self.shown_from <= day && day <= self.shown_until
    }

    /// The sum as it is written: `12/11 + 15 gg`.
    #[must_use]
    pub fn sum(&self) -> String {
        self.span.sum(self.from, self.due)
    }
}
