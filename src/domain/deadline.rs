//! What is due for a person, computed from events, with rule and sum.

use chrono::{Days, NaiveDate};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::finding::RuleId;

/// One term. Calendar days, the starting day excluded; holidays do not move
/// it (rules.md, first lines).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct Deadline {
    /// Last day.
    pub due: NaiveDate,
    /// What must be done, in Italian.
    pub what: String,
    /// From when it counts.
    pub from: NaiveDate,
    /// How many days.
    pub days: u32,
    /// Rule.
    pub rule: RuleId,
}

impl Deadline {
    /// A term of `days` from a day.
    #[must_use]
    pub fn new(what: &str, from: NaiveDate, days: u32, rule: &'static str) -> Self {
        let due = from.checked_add_days(Days::new(days.into())).unwrap_or(NaiveDate::MAX);
        Self { due, what: what.to_owned(), from, days, rule: RuleId::new(rule) }
    }

    /// The arithmetic as shown: `12/11 + 15 gg`.
    #[must_use]
    pub fn sum(&self) -> String {
        format!("{} + {} gg", self.from.format("%d/%m"), self.days)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_starting_day_does_not_count() {
        let from = NaiveDate::from_ymd_opt(2026, 11, 12).unwrap();
        let term = Deadline::new("contatto", from, 15, "R-PSP-5");
        assert_eq!(term.due, NaiveDate::from_ymd_opt(2026, 11, 27).unwrap());
        assert_eq!(term.sum(), "12/11 + 15 gg");
    }
}
