//! The figures of a day, as the rules want them.

use chrono::NaiveDate;

use crate::domain::conditionality::Figures;
use crate::domain::parameters::Parameters;
use crate::tables::{catalogue, holidays};

/// The parameters of a day.
#[must_use]
pub fn parameters(day: NaiveDate) -> &'static Parameters {
    catalogue::embedded().parameters(day)
}

/// What counts for a case: the figures of the day of its fact.
#[must_use]
pub fn of_case(event_on: NaiveDate) -> Figures {
    Figures { of: parameters(event_on).conditionality, holiday: holidays::is_holiday }
}
