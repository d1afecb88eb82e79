//! The figures of a day as the rules on cases want them: what ships, and the
//! office's own rows over it.

use chrono::NaiveDate;

use crate::domain::conditionality::Figures;
use crate::domain::parameters::Parameters;
use crate::tables::catalogue::{self, Catalogue};
use crate::tables::holidays;

/// The parameters of a day as they ship, for who has no catalogue at hand.
#[must_use]
pub fn parameters(day: NaiveDate) -> &'static Parameters {
    catalogue::embedded().parameters(day)
}

/// What counts for a case: the figures of the day of its fact.
#[must_use]
pub fn of_case(catalogue: &Catalogue, event_on: NaiveDate) -> Figures {
    Figures { of: catalogue.parameters(event_on).conditionality, holiday: holidays::is_holiday }
}
