//! The radar: what is due, for everybody or for one person.

use std::collections::HashMap;

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
    let (people, dids) = match person {
        Some(person) => (vec![read.need::<Registrant>(person.0)?], read.dids_of(person)?),
        None => (read.registrants()?, read.dids()?),
    };
    let of_each: HashMap<RegistrantId, &[Did]> =
        dids.chunk_by(|a, b| a.registrant == b.registrant).map(|dids| (dids[0].registrant, dids)).collect();
    let mut rows = Vec::new();
    for person in &people {
        let dids = of_each.get(&person.id).copied().unwrap_or_default();
        // Pacts rest on a DID: who has none has no pact to read.
        let versions = if dids.is_empty() { Vec::new() } else { read.versions_of(person.id)? };
        let due = standing::due(person, dids, &versions, today);
        let due = due.into_iter().filter(|term| until.is_none_or(|last| term.due <= last));
        rows.extend(due.map(|deadline| TermRow {
            registrant: person.id,
            person: person.list_name(),
            fiscal_code: person.fiscal_code.clone(),
            deadline,
        }));
    }
    rows.sort_by(|a, b| (&a.deadline, &a.person, a.registrant).cmp(&(&b.deadline, &b.person, b.registrant)));
    Ok(rows)
}
