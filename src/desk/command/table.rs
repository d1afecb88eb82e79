//! The office's own rows of the tables.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::ids::OfficeRowId;
use crate::domain::office_row::{GivenRow, Table};

/// See [`super::Command::TableSetRow`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TableSetRow {
    /// Which table.
    pub table: Table,
    /// The row: code, columns it sets, days.
    pub row: GivenRow,
    /// Why.
    pub reason: String,
    /// The act it rests on.
    #[serde(default)]
    pub source: String,
}

/// See [`super::Command::TableLoad`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TableLoad {
    /// Which table.
    pub table: Table,
    /// The rows, all or none.
    pub rows: Vec<GivenRow>,
    /// Why.
    pub reason: String,
    /// The act they rest on.
    #[serde(default)]
    pub source: String,
}

/// See [`super::Command::TableWithdrawRow`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TableWithdrawRow {
    /// Which row.
    pub row: OfficeRowId,
    /// Why.
    pub reason: String,
}
