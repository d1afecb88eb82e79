//! The figures of intake for a day.

use chrono::NaiveDate;

use crate::domain::miattivo::clocks::ConveneTerms;
use crate::domain::parameters::Parameters;
use crate::tables::catalogue;

/// The parameters of a day.
#[must_use]
pub fn parameters(day: NaiveDate) -> &'static Parameters {
    catalogue::embedded().parameters(day)
}

/// Days by which the office convenes (R-PSP-7), on a day.
#[must_use]
pub fn convene_terms(day: NaiveDate) -> ConveneTerms {
    let Parameters { psp, convocation, .. } = parameters(day);
    ConveneTerms {
        recipient: psp.convene_days_recipient,
        other: psp.convene_days_other,
        order: convocation.queue_order,
    }
}
