//! What is due for a person, with rule and sum: a clock of the radar as it is
//! told to people and to other programs.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Clock, Consequence, Kind};
use crate::domain::finding::RuleId;
use crate::domain::ids::OperatorId;

/// One term, in the order of the radar: by consequence, then day. Calendar
/// days, the starting day excluded; holidays do not move it (rules.md, first
/// lines).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct Term {
    /// What happens when it is missed.
    pub consequence: Consequence,
    /// Last day.
    pub due: NaiveDate,
    /// Which clock it is.
    pub kind: Kind,
    /// What must be done, in Italian.
    pub what: String,
    /// From when it counts.
    pub from: NaiveDate,
    /// How many calendar days lie between the two.
    pub days: u32,
    /// The arithmetic as shown: `12/11 + 15 gg`.
    pub sum: String,
    /// Rule.
    pub rule: RuleId,
    /// Law or source of the rule; empty where the office chose.
    pub reference: String,
    /// The last day is a Sunday, a holiday or one on which the office is
    /// closed: only told.
    pub holiday: bool,
    /// The record it comes from.
    pub subject: Uuid,
    /// Whose it is, where known.
    pub operator: Option<OperatorId>,
}

impl Term {
    /// A clock told; `is_closed` knows the holidays and the closures of the
    /// office.
    #[must_use]
    pub fn of(clock: &Clock, is_closed: impl Fn(NaiveDate) -> bool) -> Self {
        let days = (clock.due - clock.from).num_days().unsigned_abs();
        Self {
            consequence: clock.consequence,
            due: clock.due,
            kind: clock.kind,
            what: clock.kind.what().to_owned(),
            from: clock.from,
            days: u32::try_from(days).unwrap_or(u32::MAX),
            sum: clock.sum(),
            rule: RuleId::new(clock.kind.rule()),
            reference: clock.kind.reference().to_owned(),
            holiday: is_closed(clock.due),
            subject: clock.subject,
            operator: clock.operator,
        }
    }

    /// Rule and reference: `R-PSP-5, art. 21 c.2`.
    #[must_use]
    pub fn law(&self) -> String {
        if self.reference.is_empty() {
            self.rule.to_string()
        } else {
            format!("{}, {}", self.rule, self.reference)
        }
    }
}
