//! Finding a person while somebody types.
//!
//! Everything typed must hold of a hit: surname and name in either order by
//! their beginnings, a year of birth, a town; or a number: fiscal code,
//! phone, e-mail, DID, protocol, document. Case, accents and apostrophes
//! never matter. Hits come in surname order, never by rank: that is where a
//! clerk looks. When nothing fits, one typing error is forgiven.

mod entry;
mod index;
mod matching;
mod query;
mod run;
mod typo;

use chrono::NaiveDate;

pub(super) use index::SEARCH;

use super::write::Read;
use crate::domain::ids::RegistrantId;
use crate::fault::Result;

/// How many hits a list shows.
pub const LIMIT: usize = 50;

/// Why somebody is in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Surname or name begin so.
    Name,
    /// The name is like what was typed but for one error.
    Similar,
    /// The fiscal code begins so.
    FiscalCode,
    /// A phone number is this, or ends so.
    Phone,
    /// An e-mail address begins so.
    Email,
    /// The national number of a DID begins so.
    DidNumber,
    /// The protocol of an application begins so.
    Protocol,
    /// The number of a document begins so.
    Document,
}

/// One person found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Who.
    pub registrant: RegistrantId,
    /// As registered.
    pub surname: String,
    /// As registered.
    pub name: String,
    /// Date of birth.
    pub birth_date: Option<NaiveDate>,
    /// As registered.
    pub fiscal_code: String,
    /// Why.
    pub reason: Reason,
    /// The word or number that fitted; empty when it is the name as typed.
    pub matched: String,
}

/// What a search found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hits {
    /// In surname order, at most as many as asked for.
    pub rows: Vec<Hit>,
    /// There are more: shown as `50+`.
    pub more: bool,
}

impl Read<'_> {
    /// Finds people by whatever was typed; an empty text finds nobody.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn search(&self, text: &str, limit: usize) -> Result<Hits> {
        run::search(self.conn(), text, limit).map_err(super::errors::fault)
    }
}

#[cfg(test)]
mod cost;
#[cfg(test)]
mod tests;
