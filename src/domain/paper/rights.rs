//! What a person gets when they ask about their own data (GDPR art. 15): who
//! used them, and what they are. Drawn anew each time, never numbered.

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use super::{OfficePaper, RecipientPaper};

/// Who saw, printed, exported or changed the data of a person, when and why.
///
/// Colleagues are told apart by number and role. Their names are given only for
/// a reason the office writes down: what the person is entitled to is when and
/// what for, and who worked under the office's authority only where that is
/// indispensable to use one's rights, their own weighed against it (Court of
/// Justice, C-579/21, 22 June 2023).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccessReportPaper {
    /// The office box.
    pub office: OfficePaper,
    /// Whose data.
    pub person: RecipientPaper,
    /// First day told of; from the beginning when none.
    pub from: Option<NaiveDate>,
    /// Last day told of.
    pub to: NaiveDate,
    /// When it was drawn.
    pub at: NaiveDateTime,
    /// Name and surname of who drew it.
    pub operator: String,
    /// Why operators are named; empty where they are not.
    pub named_because: String,
    /// How often each kind of act was done.
    pub totals: Vec<ActCountPaper>,
    /// Every act, the oldest first.
    pub rows: Vec<ActPaper>,
    /// The last line of the log and its seal, at that hour.
    pub audit_head: String,
}

/// How often a kind of act was done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActCountPaper {
    /// The kind.
    pub kind: String,
    /// How often.
    pub count: usize,
}

/// One act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActPaper {
    /// Place in the chain of the log.
    pub line: i64,
    /// When.
    pub at: NaiveDateTime,
    /// The kind of act.
    pub kind: String,
    /// What was done.
    pub act: String,
    /// Who: `operatore 2`, or the name.
    pub who: String,
    /// The role of who did it, today.
    pub role: String,
    /// Why; empty where none was asked.
    pub reason: String,
}

/// Everything recorded of a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonDataPaper {
    /// The office box.
    pub office: OfficePaper,
    /// Whose data.
    pub person: RecipientPaper,
    /// When it was drawn.
    pub at: NaiveDateTime,
    /// Name and surname of who drew it.
    pub operator: String,
    /// One part a kind of record.
    pub parts: Vec<PartPaper>,
    /// What is not in it, with the reason.
    pub left_out: Vec<String>,
}

/// The records of one kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartPaper {
    /// What they are.
    pub title: String,
    /// The records, the oldest first.
    pub records: Vec<Vec<FieldPaper>>,
}

/// A field that says something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldPaper {
    /// Its label.
    pub label: String,
    /// What it says.
    pub value: String,
}
