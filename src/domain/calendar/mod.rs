//! When the office receives: opening hours with dates of effect, closures,
//! operators not there. National holidays come from the tables above.

use std::borrow::Cow;

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Weekday};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ids::{AbsenceId, ClosureId, OfficeHoursId, OperatorId};

pub mod rules;

/// From an hour to another of the same day, the second excluded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Span {
    /// Opens: `09:00`.
    pub from: NaiveTime,
    /// Closes.
    pub to: NaiveTime,
}

/// The opening hours of the seven days; a day without spans is closed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Week {
    /// Monday.
    pub monday: Vec<Span>,
    /// Tuesday.
    pub tuesday: Vec<Span>,
    /// Wednesday.
    pub wednesday: Vec<Span>,
    /// Thursday.
    pub thursday: Vec<Span>,
    /// Friday.
    pub friday: Vec<Span>,
    /// Saturday.
    pub saturday: Vec<Span>,
    /// Sunday.
    pub sunday: Vec<Span>,
}

impl Week {
    /// The spans of a weekday, in order.
    #[must_use]
    pub fn on(&self, day: Weekday) -> &[Span] {
        match day {
            Weekday::Mon => &self.monday,
            Weekday::Tue => &self.tuesday,
            Weekday::Wed => &self.wednesday,
            Weekday::Thu => &self.thursday,
            Weekday::Fri => &self.friday,
            Weekday::Sat => &self.saturday,
            Weekday::Sun => &self.sunday,
        }
    }
}

/// Opening hours from a day on, until the next ones begin.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OfficeHours {
    /// Key.
    #[serde(default)]
    pub id: OfficeHoursId,
    /// First day they hold.
    pub valid_from: NaiveDate,
    /// Length of a slot on offer, minutes, 5 to 240.
    pub slot_minutes: u32,
    /// The spans of each weekday.
    pub week: Week,
}

impl OfficeHours {
    /// What holds until the office says otherwise: Monday to Friday, nine to
    /// half past twelve and two to five, slots of 45 minutes.
    #[must_use]
    pub fn usual() -> Self {
        let at = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default();
        let day = vec![Span { from: at(9, 0), to: at(12, 30) }, Span { from: at(14, 0), to: at(17, 0) }];
        Self {
            id: OfficeHoursId::default(),
            valid_from: NaiveDate::MIN,
            slot_minutes: 45,
            week: Week {
                monday: day.clone(),
                tuesday: day.clone(),
                wednesday: day.clone(),
                thursday: day.clone(),
                friday: day,
                ..Week::default()
            },
        }
    }
}

/// Days on which the office is closed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Closure {
    /// Key.
    #[serde(default)]
    pub id: ClosureId,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// Every year again on these days: the patron saint.
    #[serde(default)]
    pub yearly: bool,
    /// Why, as people read it: `Sant'Alessandro, patrono`.
    pub reason: String,
    /// Taken back.
    #[serde(default)]
    pub withdrawn: bool,
}

impl Closure {
    /// Does it close that day?
    #[must_use]
    pub fn covers(&self, day: NaiveDate) -> bool {
        if self.withdrawn || day < self.from {
            return false;
        }
        if !self.yearly {
            return day <= self.to;
        }
        let of = |day: NaiveDate| (day.month(), day.day());
        let (from, to, day) = (of(self.from), of(self.to), of(day));
        // A span over the turn of the year has its end before its beginning.
        if from <= to { (from..=to).contains(&day) } else { day >= from || day <= to }
    }
}

/// An operator who is not there. Why is not recorded: nobody needs it here.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Absence {
    /// Key.
    #[serde(default)]
    pub id: AbsenceId,
    /// Who.
    pub operator: OperatorId,
    /// From this moment.
    #[serde(deserialize_with = "crate::domain::hour::needed")]
    pub from: NaiveDateTime,
    /// Until this moment, excluded.
    #[serde(deserialize_with = "crate::domain::hour::needed")]
    pub to: NaiveDateTime,
    /// Taken back.
    #[serde(default)]
    pub withdrawn: bool,
}

impl Absence {
    /// Is the operator away at some moment between two?
    #[must_use]
    pub fn meets(&self, from: NaiveDateTime, to: NaiveDateTime) -> bool {
        !self.withdrawn && self.from < to && from < self.to
    }
}

/// Everything that says when the office receives, over some days.
#[derive(Clone, Debug)]
pub struct Calendar {
    /// Opening hours, in the order they begin.
    pub hours: Vec<OfficeHours>,
    /// Closures.
    pub closures: Vec<Closure>,
    /// Absences.
    pub absences: Vec<Absence>,
    /// The name of the national holiday of a day.
    pub holiday: fn(NaiveDate) -> Option<&'static str>,
}

impl Calendar {
    /// The hours in effect on a day.
    #[must_use]
    pub fn hours_on(&self, day: NaiveDate) -> Cow<'_, OfficeHours> {
        let row = self.hours.iter().rev().find(|hours| hours.valid_from <= day);
        row.map_or_else(|| Cow::Owned(OfficeHours::usual()), Cow::Borrowed)
    }

    /// Why the office is closed on a day: a holiday, a closure, the weekday.
    #[must_use]
    pub fn closed(&self, day: NaiveDate) -> Option<Cow<'_, str>> {
        if let Some(name) = (self.holiday)(day) {
            return Some(Cow::Borrowed(name));
        }
        if let Some(closure) = self.closures.iter().find(|closure| closure.covers(day)) {
            return Some(Cow::Borrowed(&closure.reason));
        }
        self.hours_on(day).week.on(day.weekday()).is_empty().then(|| Cow::Borrowed(weekday(day)))
    }

    /// The opening spans of a day; none when it is closed.
    #[must_use]
    pub fn spans(&self, day: NaiveDate) -> Vec<Span> {
        if self.closed(day).is_some() {
            return Vec::new();
        }
        self.hours_on(day).week.on(day.weekday()).to_vec()
    }

    /// The pauses between the spans of a day.
    #[must_use]
    pub fn pauses(&self, day: NaiveDate) -> Vec<Span> {
        let spans = self.spans(day);
        spans.windows(2).map(|two| Span { from: two[0].to, to: two[1].from }).collect()
    }

    /// The absence that meets some time of an operator.
    #[must_use]
    pub fn absence(&self, operator: OperatorId, from: NaiveDateTime, to: NaiveDateTime) -> Option<&Absence> {
        self.absences.iter().find(|absence| absence.operator == operator && absence.meets(from, to))
    }

    /// The beginnings of the slots of a day that nothing in `taken` touches,
    /// with their minutes. After something taken, slots follow on from its end.
    #[must_use]
    pub fn free(
        &self,
        operator: OperatorId,
        day: NaiveDate,
        taken: &[(NaiveDateTime, NaiveDateTime)],
    ) -> Vec<(NaiveDateTime, u32)> {
        let minutes = self.hours_on(day).slot_minutes;
        let length = TimeDelta::minutes(i64::from(minutes.max(1)));
        let away = self.absences.iter().filter(|a| a.operator == operator && !a.withdrawn);
        let taken: Vec<_> = taken.iter().copied().chain(away.map(|a| (a.from, a.to))).collect();
        let mut free = Vec::new();
        for span in self.spans(day) {
            let (mut start, end) = (day.and_time(span.from), day.and_time(span.to));
            while start + length <= end {
                let stop = start + length;
                match taken.iter().filter(|(from, to)| *from < stop && start < *to).map(|(_, to)| *to).max() {
                    Some(busy_until) => start = busy_until,
                    None => {
                        free.push((start, minutes));
                        start = stop;
                    }
                }
            }
        }
        free
    }
}

/// `lunedì`.
#[must_use]
pub fn weekday(day: NaiveDate) -> &'static str {
    const NAMES: [&str; 7] = ["lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"];
    NAMES[day.weekday().num_days_from_monday() as usize]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, month, day).unwrap()
    }

    fn calendar() -> Calendar {
        Calendar { hours: Vec::new(), closures: Vec::new(), absences: Vec::new(), holiday: |_| None }
    }

    fn hours(free: &[(NaiveDateTime, u32)]) -> Vec<String> {
        free.iter().map(|(start, _)| start.format("%H:%M").to_string()).collect()
    }

    #[test]
    fn the_usual_day_has_eight_slots_and_a_pause() {
        let free = calendar().free(OperatorId::default(), day(11, 23), &[]);
        assert_eq!(hours(&free), ["09:00", "09:45", "10:30", "11:15", "14:00", "14:45", "15:30", "16:15"]);
        assert_eq!(calendar().pauses(day(11, 23)).len(), 1);
        assert_eq!(calendar().closed(day(11, 22)).as_deref(), Some("domenica"));
    }

    #[test]
    fn what_is_taken_and_who_is_away_leave_no_slot() {
        let monday = day(11, 23);
        let at = |h, m| monday.and_hms_opt(h, m, 0).unwrap();
        let mut calendar = calendar();
        let free = calendar.free(OperatorId::default(), monday, &[(at(9, 0), at(9, 30))]);
        assert_eq!(hours(&free)[..2], ["09:30", "10:15"]);
        calendar.absences.push(Absence { from: at(12, 0), to: at(23, 0), ..Absence::default() });
        assert_eq!(hours(&calendar.free(OperatorId::default(), monday, &[])).len(), 4);
        calendar.absences[0].withdrawn = true;
        assert_eq!(hours(&calendar.free(OperatorId::default(), monday, &[])).len(), 8);
    }

    #[test]
    fn hours_change_on_their_day() {
        let span = |from: &str, to: &str| Span { from: from.parse().unwrap(), to: to.parse().unwrap() };
        let mut calendar = calendar();
        let week = Week { saturday: vec![span("08:00", "13:00")], ..Week::default() };
        calendar.hours.push(OfficeHours {
            valid_from: day(12, 1),
            slot_minutes: 30,
            week,
            ..OfficeHours::usual()
        });
        assert!(calendar.closed(day(11, 30)).is_none());
        assert_eq!(calendar.closed(day(12, 1)).as_deref(), Some("martedì"));
        assert_eq!(calendar.free(OperatorId::default(), day(12, 5), &[]).len(), 10);
    }

    #[test]
    fn a_patron_saint_comes_back_and_a_bridge_day_does_not() {
        let of = |from, to, yearly| Closure { from, to, yearly, reason: "x".into(), ..Closure::default() };
        let next_year = |day: NaiveDate| day.with_year(2027).unwrap();
        let saint = of(day(8, 26), day(8, 26), true);
        assert!(saint.covers(day(8, 26)) && saint.covers(next_year(day(8, 26))) && !saint.covers(day(8, 27)));
        let bridge = of(day(12, 7), day(12, 7), false);
        assert!(bridge.covers(day(12, 7)) && !bridge.covers(next_year(day(12, 7))));
        let winter = of(day(12, 30), next_year(day(1, 2)), true);
        assert!(winter.covers(next_year(day(1, 1))) && winter.covers(next_year(day(12, 31))));
        assert!(!winter.covers(day(1, 1)), "it had not begun");
    }
}
