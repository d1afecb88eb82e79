//! A version of a PSP as it stands on paper.

use chrono::NaiveDate;

use crate::domain::ids::PspVersionId;
use crate::domain::paper::PspPaper;
use crate::fault::{Fault, Result};
use crate::store::Read;

/// The paper of a version: frozen when issued, built from the records before.
///
/// # Errors
/// When the version is not there or the file cannot be read.
pub fn of_version(_read: &Read<'_>, _version: PspVersionId, _today: NaiveDate) -> Result<PspPaper> {
    Err(Fault::internal("paper not there yet"))
}
