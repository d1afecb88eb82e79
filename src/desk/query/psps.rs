//! The pacts of the office, or of one person, version by version.

use crate::domain::document::Document;
use crate::domain::ids::RegistrantId;
use crate::domain::psp::{PspState, PspVersion};
use crate::domain::registrant::Registrant;
use crate::fault::{Fault, Result};
use crate::store::Read;

/// A version with whose it is and its number on paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PspRow {
    /// The version.
    pub version: PspVersion,
    /// `ROSSI MARIA`.
    pub person: String,
    /// Fiscal code.
    pub fiscal_code: String,
    /// Number on paper; empty before issue.
    pub number: String,
}

/// The versions of a person or of all, in a state or in any, oldest first.
pub(super) fn read(
    read: &Read<'_>,
    person: Option<RegistrantId>,
    state: Option<PspState>,
) -> Result<Vec<PspRow>> {
    let mut versions = match person {
        Some(person) => read.versions_of(person)?,
        None => {
            let wanted = PspState::ALL.into_iter().filter(|s| state.is_none_or(|wanted| wanted == *s));
            let found: Result<Vec<_>> = wanted.map(|state| read.versions_in(&stored(state)?)).collect();
            found?.concat()
        }
    };
    versions.retain(|version| state.is_none_or(|wanted| wanted == version.state));
    versions.sort_by_key(|version| (version.created_at, version.id));
    let named = versions.into_iter().map(|version| {
        let person: Registrant = read.need(version.registrant.0)?;
        let document: Option<Document> = version.document.map(|id| read.need(id.0)).transpose()?;
        Ok(PspRow {
            person: person.list_name(),
            fiscal_code: person.fiscal_code,
            number: document.map(|d| d.number).unwrap_or_default(),
            version,
        })
    });
    named.collect()
}

/// The state as its column has it.
fn stored(state: PspState) -> Result<String> {
    match serde_json::to_value(state).map_err(Fault::internal)? {
        serde_json::Value::String(word) => Ok(word),
        other => Err(Fault::internal(format!("state {other}"))),
    }
}
