//! The figures of intake for a day.

use chrono::NaiveDate;

use super::figures;
use crate::domain::miattivo::clocks::ConveneTerms;
use crate::domain::parameters::Parameters;

/// Days by which the office convenes (R-PSP-7), on a day.
#[must_use]
pub fn convene_terms(day: NaiveDate) -> ConveneTerms {
    let Parameters { psp, convocation, .. } = figures::parameters(day);
    ConveneTerms {
        recipient: psp.convene_days_recipient,
        other: psp.convene_days_other,
        order: convocation.queue_order,
    }
}
