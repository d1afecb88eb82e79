//! A line as it stands in the file, taken for what it is: somebody may have
//! written anything there.

use rusqlite::Row;
use rusqlite::types::ValueRef;
use uuid::Uuid;

use super::chain::{Hash, Words};

/// The columns a line is read from, in their order.
pub(super) const COLUMNS: &str = "desk, at, operator, action, registrant, detail, reason, hash, seq";

/// What a line says; `None` when it is nothing the program would write.
pub(super) fn words<'r>(row: &'r Row<'_>) -> Option<Words<'r>> {
    let text = |column| row.get_ref(column).ok()?.as_str().ok();
    let id = |column| match row.get_ref(column).ok()? {
        ValueRef::Null => Some(None),
        ValueRef::Blob(bytes) => Some(Some(Uuid::from_slice(bytes).ok()?)),
        _ => None,
    };
    Some(Words {
        desk: text(0)?,
        at: text(1)?,
        operator: id(2)?,
        action: text(3)?,
        registrant: id(4)?,
        detail: text(5)?,
        reason: match row.get_ref(6).ok()? {
            ValueRef::Null => None,
            value => Some(value.as_str().ok()?),
        },
    })
}

/// The seal of a line, if it is one.
pub(super) fn hash(row: &Row<'_>) -> Option<Hash> {
    hash_in(row, 7)
}

/// A seal in this column.
pub(super) fn hash_in(row: &Row<'_>, column: usize) -> Option<Hash> {
    row.get_ref(column).ok()?.as_blob().ok()?.try_into().ok()
}

/// A line taken out of the file to be tried in other places.
#[derive(Default)]
pub(super) struct Line {
    pub(super) seq: i64,
    desk: String,
    at: String,
    operator: Option<Uuid>,
    action: String,
    registrant: Option<Uuid>,
    detail: String,
    reason: Option<String>,
    pub(super) hash: Hash,
    /// Something the program could have written.
    whole: bool,
}

impl Line {
    pub(super) fn of(row: &Row<'_>) -> rusqlite::Result<Self> {
        let seq = row.get(8)?;
        let (Some(words), Some(hash)) = (words(row), hash(row)) else {
            return Ok(Self { seq, hash: hash(row).unwrap_or_default(), ..Self::default() });
        };
        Ok(Self {
            seq,
            desk: words.desk.to_owned(),
            at: words.at.to_owned(),
            operator: words.operator,
            action: words.action.to_owned(),
            registrant: words.registrant,
            detail: words.detail.to_owned(),
            reason: words.reason.map(ToOwned::to_owned),
            hash,
            whole: true,
        })
    }

    /// The seal it would have after another.
    pub(super) fn seal(&self, before: &Hash, buffer: &mut Vec<u8>) -> Option<Hash> {
        let words = Words {
            desk: &self.desk,
            at: &self.at,
            operator: self.operator,
            action: &self.action,
            registrant: self.registrant,
            detail: &self.detail,
            reason: self.reason.as_deref(),
        };
        self.whole.then(|| words.seal(before, buffer))
    }
}
