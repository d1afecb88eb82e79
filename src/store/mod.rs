//! The one door to SQLite: encrypted file, schema, recorded changesets.
//!
//! A folder is an office: `office.db` (SQLCipher), `office.keys` (the data
//! key, wrapped for each operator) and `office.lock` (who is writing).
//! [`Store`] holds it alone. It lends a [`Read`], with the selects; inserts
//! and updates are on [`Tx`], which exists only inside [`Store::write`], where
//! the session records what changes. The search of people and the radar follow by
//! themselves what was recorded.

pub mod archive;
pub mod audit;
pub mod backup;
mod beside;
mod catalogue;
mod changeset;
mod checking;
mod connection;
pub mod convert;
mod derived;
pub mod documents;
pub mod drafts;
mod errors;
pub mod export;
mod facts;
mod history;
mod hlc;
pub mod keys;
mod lock;
mod lookups;
mod making;
mod migrate;
#[cfg(test)]
mod older;
mod open;
pub mod radar;
mod reach;
mod records;
mod rekey;
pub mod restore;
pub mod retention;
mod room;
pub mod rotate;
mod row;
pub mod schema;
pub mod search;
mod session;
pub mod settings;
mod write;

pub use audit::{AuditCheck, AuditFault, AuditFilter, AuditLine, AuditPage, AuditRecord, Harm};
pub use facts::Facts;
pub use history::Pending;
pub use making::{Site, settle};
pub use open::{DATA_FILE, Options, Store};
pub use room::{free as free_room, may_write};
pub use session::invert_changeset;
pub use write::{Read, Tx, Unit, Verdict};
