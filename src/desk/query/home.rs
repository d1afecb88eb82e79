//! The counters of the menu.

use chrono::NaiveDate;

use super::agenda::DayAgenda;
use crate::desk::health::Sign;
use crate::domain::ids::OperatorId;
use crate::fault::Result;
use crate::store::Read;

/// Today's figures of one operator and of the office.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HomeCounts {
    /// Appointments of the operator today.
    pub mine_today: usize,
    /// Of these, with an outcome.
    pub mine_done: usize,
    /// Appointments of the operator before today without outcome.
    pub mine_unclosed: usize,
    /// Appointments of the office today.
    pub office_today: usize,
    /// PSP issued and not signed by both.
    pub unsigned_psps: usize,
    /// People in the archive.
    pub people: u64,
    /// Terms of the office: overdue, due today, due within seven days.
    pub terms: [u64; 3],
    /// What is to be done about the office itself.
    pub warnings: Vec<Sign>,
}

impl HomeCounts {
    /// Reads the counters.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn read(read: &Read<'_>, operator: OperatorId, day: NaiveDate) -> Result<Self> {
        let mine = DayAgenda::read(read, day, Some(operator))?;
        let waiting = ["issued", "awaiting_person", "awaiting_operator"];
        let unsigned: Result<Vec<_>> = waiting.iter().map(|state| read.versions_in(state)).collect();
        Ok(Self {
            mine_today: mine.rows.len(),
            mine_done: mine.rows.iter().filter(|row| !row.appointment.state.is_open()).count(),
            mine_unclosed: mine.unclosed.len(),
            office_today: read.appointments_between(day, day, None)?.len(),
            unsigned_psps: unsigned?.iter().map(Vec::len).sum(),
            people: read.count_registrants()?,
            terms: sums(read, day)?,
            warnings: Vec::new(),
        })
    }
}

fn sums(read: &Read<'_>, day: NaiveDate) -> Result<[u64; 3]> {
    let counts = read.radar_counts(day, None)?;
    Ok(counts
        .iter()
        .fold([0; 3], |sum, kind| [sum[0] + kind.overdue, sum[1] + kind.today, sum[2] + kind.week]))
}
