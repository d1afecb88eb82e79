//! The office's calendar as the file has it.

use chrono::NaiveDate;

use crate::domain::calendar::Calendar;
use crate::fault::Result;
use crate::store::Read;
use crate::tables::holidays;

/// Everything that says when the office receives, from a day on.
///
/// # Errors
/// When the file cannot be read.
pub(super) fn from(read: &Read<'_>, day: NaiveDate) -> Result<Calendar> {
    Ok(Calendar {
        hours: read.office_hours()?,
        closures: read.closures()?,
        absences: read.absences_from(day)?,
        holiday: holidays::name,
    })
}
