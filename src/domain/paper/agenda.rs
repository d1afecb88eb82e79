//! What the printed agenda of a day says: plain data, labels already in
//! Italian. The desk fills it; `documents` draws it.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use serde::{Deserialize, Serialize};

/// The day of one operator or of the office, as it is printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgendaPaper {
    /// The body the office belongs to.
    pub body: String,
    /// What follows "Centro per l'impiego di".
    pub office: String,
    /// Which day.
    pub day: NaiveDate,
    /// Why the office is closed on it.
    pub closed: Option<String>,
    /// When the list was made: it is true of that moment.
    pub at: NaiveDateTime,
    /// One part an operator.
    pub operators: Vec<OperatorPaper>,
    /// Appointments of earlier days without outcome, oldest first (R-CNV-17).
    pub to_close: Vec<ToClosePaper>,
    /// How far the log of accesses had come: its last line and the seal of it,
    /// which nobody can change on a sheet in a drawer. Empty before any line.
    #[serde(default)]
    pub audit_head: String,
}

/// The day of an operator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OperatorPaper {
    /// Name and surname.
    pub name: String,
    /// Room.
    pub room: String,
    /// Their day, by hour.
    pub rows: Vec<AgendaRowPaper>,
}

/// A row of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgendaRowPaper {
    /// From.
    pub at: NaiveTime,
    /// Minutes.
    pub minutes: u32,
    /// What is there.
    pub what: RowPaper,
}

/// What stands at an hour.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RowPaper {
    /// Nobody.
    Free,
    /// The pause.
    Pause,
    /// The operator is away.
    Away,
    /// Somebody comes.
    Person {
        /// Surname and name.
        name: String,
        /// Service, as said to anybody: what would tell of somebody's health
        /// or of their family is not on paper.
        service: String,
        /// Room, platform or telephone.
        place: String,
        /// State.
        state: String,
        /// What is amiss: `senza prova`, `PSP da firmare`.
        notes: Vec<String>,
    },
}

/// An appointment left without outcome.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToClosePaper {
    /// When it was.
    pub start: NaiveDateTime,
    /// Surname and name.
    pub name: String,
    /// Service.
    pub service: String,
    /// Who received.
    pub operator: String,
}
