//! What was, as it was recorded: the changes a command left, row by row and
//! field by field. Nothing here is worked out: a value is the one that stood
//! in the record.

use chrono::NaiveDateTime;
use serde_json::Value;
use uuid::Uuid;

use super::ids::{OperatorId, UnitId};

pub mod rules;

/// What happened to a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowFate {
    /// It was made.
    Made,
    /// Some of its fields changed.
    Changed,
    /// It was taken out: a measure of a draft, a save that was undone.
    TakenOut,
}

/// A field, before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChange {
    /// Its name in the record.
    pub field: String,
    /// What it was, as stored; null for nothing.
    pub before: Value,
    /// What it became.
    pub after: Value,
}

/// What a command did to one record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowChange {
    /// Table of the record: `registrant`, `did`.
    pub table: String,
    /// Its id.
    pub key: Uuid,
    /// What happened to it.
    pub fate: RowFate,
    /// Its fields: all of a record that came or went, else those that changed.
    pub fields: Vec<FieldChange>,
}

impl RowChange {
    /// Does it speak of this record: is it the record, or did it lead to it?
    #[must_use]
    pub fn names(&self, id: Uuid) -> bool {
        let text = id.to_string();
        let is = |value: &Value| value.as_str() == Some(text.as_str());
        self.key == id || self.fields.iter().any(|field| is(&field.after) || is(&field.before))
    }
}

/// A command that was accepted, with what it did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordedUnit {
    /// The id it was given.
    pub id: UnitId,
    /// Place in the order of this file.
    pub seq: i64,
    /// Code of the desk where.
    pub desk: String,
    /// When.
    pub at: NaiveDateTime,
    /// Who; nobody while the office was founded.
    pub operator: Option<OperatorId>,
    /// The command as JSON, with who and when.
    pub command: String,
    /// What it did.
    pub rows: Vec<RowChange>,
}

/// How far back the units of a file reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// To the founding of the office: everything is told.
    Whole,
    /// To this moment; what was before is not known.
    From(NaiveDateTime),
    /// Nowhere: nothing was recorded yet.
    Nowhere,
}

impl Reach {
    /// Is a moment within?
    #[must_use]
    pub fn covers(self, at: NaiveDateTime) -> bool {
        match self {
            Self::Whole => true,
            Self::From(first) => at >= first,
            Self::Nowhere => false,
        }
    }
}
