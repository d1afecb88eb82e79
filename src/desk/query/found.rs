//! The search as a screen asks it: hits with what tells people apart.

use sha2::{Digest, Sha256};

use crate::desk::standing;
use crate::domain::did::DidState;
use crate::domain::ids::RegistrantId;
use crate::fault::Result;
use crate::store::search::Hit;
use crate::store::{AuditLine, Read};

/// A person found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundRow {
    /// Who, and why they are in the list.
    pub hit: Hit,
    /// State of the DID to speak of; `None` without any.
    pub did: Option<DidState>,
    /// Somebody else in the list has the same surname and name.
    pub namesake: bool,
}

/// What a search found, in surname order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The text searched.
    pub text: String,
    /// The people.
    pub rows: Vec<FoundRow>,
    /// There are more than shown.
    pub more: bool,
}

/// The state of the DID to speak of.
pub(super) fn did_of(read: &Read<'_>, person: RegistrantId) -> Result<Option<DidState>> {
    let dids = read.dids_of(person)?;
    Ok(standing::open_did(&dids).or(dids.last()).map(|did| did.state))
}

impl Found {
    /// Searches.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn read(read: &Read<'_>, text: &str, limit: usize) -> Result<Self> {
        let hits = read.search(text, limit)?;
        let mut rows = Vec::with_capacity(hits.rows.len());
        for hit in &hits.rows {
            let same = |other: &&Hit| other.surname == hit.surname && other.name == hit.name;
            rows.push(FoundRow {
                did: did_of(read, hit.registrant)?,
                namesake: hits.rows.iter().filter(same).count() > 1,
                hit: hit.clone(),
            });
        }
        Ok(Self { text: text.to_owned(), rows, more: hits.more })
    }

    /// The line a search leaves once it has come to rest: which kinds of data
    /// fitted and how many people, the text itself only as a keyed hash.
    #[must_use]
    pub fn audit(&self, key: &str) -> AuditLine {
        let mut kinds: Vec<String> =
            self.rows.iter().map(|row| format!("{:?}", row.hit.reason).to_lowercase()).collect();
        kinds.sort();
        kinds.dedup();
        let digest = Sha256::new().chain_update(key).chain_update([0]).chain_update(&self.text).finalize();
        let hash: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        let count = format!("{}{}", self.rows.len(), if self.more { "+" } else { "" });
        AuditLine::new("registrant.search").detail(format!("{} hits={count} text={hash}", kinds.join(",")))
    }
}
