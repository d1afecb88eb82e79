//! Rows put back as they were.

use std::collections::HashMap;

use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

use crate::domain::history::RecordedUnit;
use crate::fault::{Fault, Result};
use crate::store::errors::fault;
use crate::store::schema::{self, SYNCED_TABLES};
use crate::store::session::{self, Change, Op};
use crate::store::write::Tx;

/// The names of the columns of the tables that were met.
#[derive(Default)]
pub(super) struct Names(HashMap<String, Vec<String>>);

impl Names {
    pub(super) fn of(&mut self, conn: &Connection, table: &str) -> Result<&[String]> {
        if !self.0.contains_key(table) {
            self.0.insert(table.to_owned(), schema::columns(conn, table)?);
        }
        Ok(self.0.get(table).map(Vec::as_slice).unwrap_or_default())
    }
}

/// Puts a row back as it was before a change, but for the columns that `keep`
/// says are to stay.
pub(super) fn put_back(
    conn: &Connection,
    names: &mut Names,
    change: &Change,
    keep: impl Fn(usize) -> bool,
) -> Result<()> {
    let table = &change.table;
    let key = Value::Blob(change.key.clone());
    let old = |column: usize| change.old.get(column).cloned().flatten();
    let (sql, values) = match change.op {
        Op::Insert => (format!("DELETE FROM \"{table}\" WHERE id = ?1"), vec![key]),
        Op::Update => {
            let columns: Vec<usize> = change.columns().filter(|column| !keep(*column)).collect();
            let sets: Vec<String> = columns
                .iter()
                .zip(2..)
                .map(|(column, place)| {
                    Ok(format!("\"{}\" = ?{place}", name(names.of(conn, table)?, *column)?))
                })
                .collect::<Result<_>>()?;
            if sets.is_empty() {
                return Ok(());
            }
            let values = std::iter::once(key).chain(columns.into_iter().filter_map(old)).collect();
            (format!("UPDATE \"{table}\" SET {} WHERE id = ?1", sets.join(", ")), values)
        }
        Op::Delete => {
            let columns: Vec<usize> = change.columns().collect();
            let known = names.of(conn, table)?;
            let list: Vec<String> = columns
                .iter()
                .map(|column| Ok(format!("\"{}\"", name(known, *column)?)))
                .collect::<Result<_>>()?;
            let places: Vec<String> = (1..=columns.len()).map(|place| format!("?{place}")).collect();
            let sql = format!("INSERT INTO \"{table}\" ({}) VALUES ({})", list.join(", "), places.join(", "));
            (sql, columns.into_iter().filter_map(old).collect::<Vec<_>>())
        }
    };
    let act = || conn.prepare_cached(&sql)?.execute(params_from_iter(values));
    act().map(|_| ()).map_err(fault)
}

fn name(names: &[String], column: usize) -> Result<&str> {
    names.get(column).map(String::as_str).ok_or_else(|| Fault::internal("a change of a newer schema"))
}

/// The place of a table, parents first.
fn place(change: &Change) -> usize {
    SYNCED_TABLES.iter().position(|table| *table == change.table).unwrap_or(SYNCED_TABLES.len())
}

impl Tx<'_> {
    /// Puts every row a unit touched back as it was before; what it made is
    /// taken out. Whether that may be is for the rules to say.
    ///
    /// # Errors
    /// When the disk fails, or something points to a row that goes.
    pub fn take_back(&self, unit: &RecordedUnit) -> Result<()> {
        let sql = "SELECT changeset FROM local_unit WHERE id = ?1";
        let changeset: Vec<u8> = self
            .one(sql, [unit.id], |row| row.get(0))?
            .ok_or_else(|| Fault::internal("a unit that is not there"))?;
        let mut changes = session::changes(&changeset)?;
        // Children go before their parents and come back after them.
        changes.sort_by_key(|change| match change.op {
            Op::Insert => (0, SYNCED_TABLES.len() - place(change)),
            Op::Update => (2, 0),
            Op::Delete => (1, place(change)),
        });
        let mut names = Names::default();
        for change in &changes {
            put_back(self.conn(), &mut names, change, |_| false)?;
        }
        Ok(())
    }
}
