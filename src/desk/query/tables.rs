//! The tables of the office, for who reads or changes them.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::office_row::{Entry, OfficeRow, Table, When};
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

    /// The rows of a table as a day sees them, code by code: what holds then,
    /// what begins later; of a code that has ended what it was last, so that
    /// it can be read and prolonged.
    #[must_use]
    pub fn shown(&self, table: Table, day: NaiveDate) -> Vec<&Entry> {
        let rows = self.catalogue.rows(table);
        let last = |place: usize| rows.get(place + 1).is_none_or(|next| next.code != rows[place].code);
        let seen = |place: &usize| rows[*place].when(day) != When::Over || last(*place);
        (0..rows.len()).filter(seen).map(|place| &rows[place]).collect()
    }

    /// How many rows of a table hold on a day.
    #[must_use]
    pub fn in_use(&self, table: Table, day: NaiveDate) -> usize {
        self.catalogue.rows(table).iter().filter(|entry| entry.when(day) == When::Now).count()
    }

    /// A code from its first row to its last.
    pub fn timeline(&self, table: Table, code: &str) -> impl Iterator<Item = &Entry> {
        self.catalogue.rows(table).iter().filter(move |entry| entry.code == code)
    }

    /// What the office ever wrote in a table, newest first.
    #[must_use]
    pub fn written(&self, table: Table) -> Vec<&OfficeRow> {
        self.own.iter().rev().filter(|row| row.table == table.word()).collect()
    }

    /// What the office ever wrote about a code, newest first.
    #[must_use]
    pub fn history(&self, table: Table, code: &str) -> Vec<&OfficeRow> {
        self.written(table).into_iter().filter(|row| row.code == code).collect()
    }

    /// How many rows of the office stand in a table.
    #[must_use]
    pub fn standing(&self, table: Table) -> usize {
        self.own.iter().filter(|row| row.table == table.word() && row.stands()).count()
    }
}
