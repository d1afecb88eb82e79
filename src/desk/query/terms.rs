//! The radar: what is due, for everybody or for one person.

use chrono::NaiveDate;

use crate::desk::standing;
use crate::domain::deadline::Deadline;
use crate::domain::did::Did;
use crate::domain::ids::RegistrantId;
use crate::domain::registrant::Registrant;
use crate::fault::Result;
use crate::store::Read;

/// A term with whose it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermRow {
    /// Whose.
    pub registrant: RegistrantId,
    /// `ROSSI MARIA`.
    pub person: String,
    /// Fiscal code.
    pub fiscal_code: String,
    /// The term.
    pub deadline: Deadline,
}

/// The terms up to a day included, nearest first.
pub(super) fn read(
    read: &Read<'_>,
    person: Option<RegistrantId>,
    until: Option<NaiveDate>,
    today: NaiveDate,
) -> Result<Vec<TermRow>> {
    let dids = match person {
        Some(person) => read.dids_of(person)?,
        None => read.open_dids()?,
    };
    let mut rows = Vec::new();
    for of_one in dids.chunk_by(|a, b| a.registrant == b.registrant) {
        rows.extend(terms_of(read, of_one, until, today)?);
    }
    rows.sort_by(|a, b| (&a.deadline, &a.person, a.registrant).cmp(&(&b.deadline, &b.person, b.registrant)));
    Ok(rows)
}

/// The terms of one person, from their DIDs.
fn terms_of(
    read: &Read<'_>,
    dids: &[Did],
    until: Option<NaiveDate>,
    today: NaiveDate,
) -> Result<Vec<TermRow>> {
    let Some(Did { registrant, .. }) = dids.first() else { return Ok(Vec::new()) };
    let person: Registrant = read.need(registrant.0)?;
    let mut due = standing::due(&person, dids, &read.versions_of(*registrant)?, today);
    due.retain(|term| until.is_none_or(|last| term.due <= last));
    let row = |deadline| TermRow {
        registrant: person.id,
        person: person.list_name(),
        fiscal_code: person.fiscal_code.clone(),
        deadline,
    };
    Ok(due.into_iter().map(row).collect())
}
