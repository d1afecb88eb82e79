//! When the invented office is open, and which slots of its six are taken.

use std::collections::HashMap;

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};

use super::dice::Dice;
use crate::domain::calendar::Calendar;
use crate::domain::ids::OperatorId;
use crate::tables::holidays;

/// Slots of a past day left to people without appointment.
const WALK_INS: usize = 1;
/// Slots of a day to come that are taken before the day is filled.
const BOOKED_AHEAD: usize = 3;

/// The calendar an office begins with: the demo never changes it.
fn usual() -> Calendar {
    Calendar { hours: Vec::new(), closures: Vec::new(), absences: Vec::new(), holiday: holidays::name }
}

/// Does the office receive on that day?
pub(super) fn is_open(day: NaiveDate) -> bool {
    usual().closed(day).is_none()
}

/// The slots of an open day, in order.
fn slots(day: NaiveDate) -> Vec<NaiveDateTime> {
    usual().free(OperatorId::default(), day, &[]).into_iter().map(|(start, _)| start).collect()
}

/// The day, or the first after it on which the office is open.
pub(super) fn open_from(mut day: NaiveDate) -> NaiveDate {
    while !is_open(day) {
        day += TimeDelta::days(1);
    }
    day
}

/// The day, or the last before it on which the office is open.
pub(super) fn open_until(mut day: NaiveDate) -> NaiveDate {
    while !is_open(day) {
        day -= TimeDelta::days(1);
    }
    day
}

/// So many working days after a day (before it when negative).
pub(super) fn working_days(mut day: NaiveDate, count: i64) -> NaiveDate {
    for _ in 0..count.abs() {
        day += TimeDelta::days(count.signum());
        day = if count > 0 { open_from(day) } else { open_until(day) };
    }
    day
}

/// A moment of an open day, inside the hours of the desk.
pub(super) fn moment(dice: &mut Dice, day: NaiveDate) -> NaiveDateTime {
    let minute = if dice.chance(65) { dice.between(9 * 60, 12 * 60) } else { dice.between(14 * 60, 16 * 60) };
    day.and_time(chrono::NaiveTime::MIN) + TimeDelta::minutes(minute)
}

/// The slots taken, one bit each.
#[derive(Default)]
pub(super) struct Slots {
    taken: HashMap<(usize, NaiveDate), u8>,
}

impl Slots {
    /// Takes a slot of an operator on the first open day from `day` that has
    /// room. `today` parts the days that are full from those still filling.
    pub fn book(
        &mut self,
        dice: &mut Dice,
        operator: usize,
        day: NaiveDate,
        today: NaiveDate,
    ) -> NaiveDateTime {
        let mut day = open_from(day);
        loop {
            let all = slots(day).len();
            let room = if day < today { all - WALK_INS } else { BOOKED_AHEAD };
            let free = self.free(operator, day);
            if free.len() + room > all {
                let slot = *dice.pick(&free);
                return self.take(operator, day, slot);
            }
            day = open_from(day + TimeDelta::days(1));
        }
    }

    /// The slots nobody has.
    pub fn free(&self, operator: usize, day: NaiveDate) -> Vec<usize> {
        let taken = self.taken.get(&(operator, day)).copied().unwrap_or(0);
        (0..slots(day).len()).filter(|slot| taken >> slot & 1 == 0).collect()
    }

    /// Takes one; its hour.
    pub fn take(&mut self, operator: usize, day: NaiveDate, slot: usize) -> NaiveDateTime {
        *self.taken.entry((operator, day)).or_default() |= 1 << slot;
        slots(day)[slot]
    }
}
