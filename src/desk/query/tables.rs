//! The tables of the office, for who reads or changes them.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::office_row::{Entry, OfficeRow, Table};
use crate::fault::Result;
use crate::store::Read;
use crate::tables::catalogue::Catalogue;

/// Every table by date of effect, with the office's own rows.
#[derive(Clone, Debug, PartialEq)]
pub struct Tables {
    /// What is in force on each day.
    pub catalogue: Arc<Catalogue>,
    /// The rows of the office as they were written, withdrawn ones included.
    pub own: Vec<OfficeRow>,
}

impl Tables {
    pub(super) fn read(read: &Read<'_>) -> Result<Self> {
        Ok(Self { catalogue: read.catalogue()?, own: read.office_rows()? })
    }

    /// The rows of a table in force on a day, then those of the office that
    /// begin later.
    #[must_use]
    pub fn shown(&self, table: Table, day: NaiveDate) -> Vec<&Entry> {
        let rows = self.catalogue.rows(table);
        let later = |entry: &&Entry| entry.own.is_some() && entry.valid_from.is_some_and(|from| from > day);
        let now = rows.iter().filter(|entry| entry.period().contains(day));
        now.chain(rows.iter().filter(later)).collect()
    }

    /// What the office ever wrote about a code, newest first.
    #[must_use]
    pub fn history(&self, table: Table, code: &str) -> Vec<&OfficeRow> {
        let about = |row: &&OfficeRow| row.table == table.word() && row.code == code;
        self.own.iter().rev().filter(about).collect()
    }

    /// How many rows of the office stand in a table.
    #[must_use]
    pub fn standing(&self, table: Table) -> usize {
        self.own.iter().filter(|row| row.table == table.word() && row.stands()).count()
    }
}
