//! The figures of a day as the rules on cases want them: what ships, and the
//! office's own rows over it.

use chrono::NaiveDate;

use crate::domain::conditionality::Figures;
use crate::tables::catalogue::Catalogue;
use crate::tables::holidays;

/// What counts for a case: the figures of the day of its fact.
#[must_use]
pub fn of_case(catalogue: &Catalogue, event_on: NaiveDate) -> Figures {
    Figures { of: catalogue.parameters(event_on).conditionality, holiday: holidays::is_holiday }
}
