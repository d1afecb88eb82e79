//! The units of this file, kept for ever: who did what to which row, and what
//! stood there before.
//!
//! A unit is found by whose records it touched (`local_unit_subject`), not by
//! row: one row of index a unit instead of one a change, and what was taken
//! out of a person's record is found too. All that is told of the past comes
//! out of the changesets, so units that came from another desk tell theirs in
//! the same way.

mod back;
mod stood;
mod subjects;
mod unit;
mod whole;

pub(super) use subjects::Whose;
pub use unit::Pending;

use rusqlite::Connection;
use rusqlite::types::Value;
use uuid::Uuid;

use super::errors::fault;
use super::hlc::Stamp;
use super::open::Store;
use super::session::{self, Change, Op};
use super::write::{Read, Tx, Unit};
use super::{schema, settings};
use crate::domain::history::{FieldChange, Reach, RecordedUnit, RowChange, RowFate};
use crate::domain::ids::{OperatorId, UnitId};
use crate::fault::{Fault, Result};

/// The table of the index of units.
pub(super) const UNITS_INDEX: &str = "local_unit_subject";
/// The setting that says the index of units is there.
const INDEXED: &str = "units_indexed";

impl Store {
    /// Keeps a unit with the index of whose records it touched; inside the
    /// transaction of its command.
    pub(super) fn keep_unit(
        &self,
        tx: &Tx<'_>,
        unit: &Unit<'_>,
        stamp: Stamp,
        (changeset, changes): (&[u8], &[Change]),
    ) -> Result<()> {
        tx.run(
            "INSERT INTO local_unit (id, desk, time, operator, schema, command, changeset)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            (unit.id, &self.desk, stamp.text(), unit.operator, self.schema, unit.command, changeset),
        )?;
        let seq = self.conn.last_insert_rowid();
        self.whose.index(&self.conn, seq, changes)
    }

    /// Indexes the units that were there before the index was.
    pub(super) fn index_units(&mut self) -> Result<()> {
        if settings::get(&self.conn, INDEXED)?.is_some() {
            return Ok(());
        }
        self.batch(|store| {
            store.rebuild_units_index()?;
            settings::put(&store.conn, INDEXED, "1")
        })
    }

    /// Is the index of units what the changesets give? Made anew for it: the
    /// caller undoes its transaction.
    pub(super) fn is_units_index_right(&self) -> Result<bool> {
        let kept = schema::digest_of(&self.conn, &[UNITS_INDEX])?;
        self.rebuild_units_index()?;
        Ok(kept == schema::digest_of(&self.conn, &[UNITS_INDEX])?)
    }

    fn rebuild_units_index(&self) -> Result<()> {
        self.conn.execute_batch("DELETE FROM local_unit_subject").map_err(fault)?;
        let mut statement =
            self.conn.prepare("SELECT seq, changeset FROM local_unit ORDER BY seq").map_err(fault)?;
        let mut rows = statement.query([]).map_err(fault)?;
        while let Some(row) = rows.next().map_err(fault)? {
            let unit = || Ok((row.get::<_, i64>(0)?, row.get::<_, Vec<u8>>(1)?));
            let (seq, changeset) = unit().map_err(fault)?;
            self.whose.index(&self.conn, seq, &session::changes(&changeset)?)?;
        }
        Ok(())
    }
}

/// The columns of a unit, as [`Row::of`] reads them.
const COLUMNS: &str = "seq, id, desk, time, operator, command, changeset";

/// A unit as it is stored.
struct Row {
    seq: i64,
    id: UnitId,
    desk: String,
    time: String,
    operator: Option<OperatorId>,
    command: String,
    changeset: Vec<u8>,
}

impl Row {
    fn of(row: &rusqlite::Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            seq: row.get(0)?,
            id: row.get(1)?,
            desk: row.get(2)?,
            time: row.get(3)?,
            operator: row.get(4)?,
            command: row.get(5)?,
            changeset: row.get(6)?,
        })
    }

    /// What it did: to everybody, or to the records of one.
    fn told(self, conn: &Connection, of: Option<(&Whose, Uuid)>) -> Result<RecordedUnit> {
        let at = Stamp::parse(&self.time).ok_or_else(|| Fault::internal("a unit without its hour"))?.at();
        let changes = session::changes(&self.changeset)?;
        let mut rows = Vec::with_capacity(changes.len());
        for change in &changes {
            let theirs = match of {
                Some((whose, subject)) => whose.is_of(conn, change, &changes, subject)?,
                None => true,
            };
            if theirs {
                rows.push(row(conn, change)?);
            }
        }
        Ok(RecordedUnit {
            id: self.id,
            seq: self.seq,
            desk: self.desk,
            at,
            operator: self.operator,
            command: self.command,
            rows,
        })
    }
}

/// A change with the names of its columns. Columns are only ever appended, so
/// that of an older schema has the names of the first ones.
fn row(conn: &Connection, change: &Change) -> Result<RowChange> {
    let names = schema::columns(conn, &change.table)?;
    let json = |side: &[Option<Value>], column: usize| match side.get(column) {
        Some(Some(value)) => plain(value),
        _ => serde_json::Value::Null,
    };
    let field = |column: usize| FieldChange {
        field: names.get(column).cloned().unwrap_or_default(),
        before: json(&change.old, column),
        after: json(&change.new, column),
    };
    Ok(RowChange {
        table: change.table.clone(),
        key: Uuid::from_slice(&change.key).map_err(Fault::internal)?,
        fate: match change.op {
            Op::Insert => RowFate::Made,
            Op::Update => RowFate::Changed,
            Op::Delete => RowFate::TakenOut,
        },
        fields: change.columns().filter(|column| *column > 0).map(field).collect(),
    })
}

/// A value as the record's own JSON has it, but for flags, which are 0 and 1.
fn plain(value: &Value) -> serde_json::Value {
    match value {
        Value::Null => serde_json::Value::Null,
        Value::Integer(n) => (*n).into(),
        Value::Real(x) => (*x).into(),
        Value::Text(text) => text.as_str().into(),
        Value::Blob(bytes) => Uuid::from_slice(bytes).map(|id| id.to_string()).unwrap_or_default().into(),
    }
}

impl Read<'_> {
    /// What was done to the records of a person, or to a row that is
    /// nobody's, the newest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn units_of(&self, subject: Uuid) -> Result<Vec<RecordedUnit>> {
        self.told_of(subject, i64::MIN)
    }

    /// The same, only of what came after a unit.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn units_after(&self, subject: Uuid, unit: &RecordedUnit) -> Result<Vec<RecordedUnit>> {
        self.told_of(subject, unit.seq)
    }

    fn told_of(&self, subject: Uuid, after: i64) -> Result<Vec<RecordedUnit>> {
        let whose = Whose::new(self.conn())?;
        let rows = self.unit_rows_of(subject, after)?.into_iter();
        rows.map(|row| row.told(self.conn(), Some((&whose, subject)))).collect()
    }

    fn unit_rows_of(&self, subject: Uuid, after: i64) -> Result<Vec<Row>> {
        let sql = format!(
            "SELECT {COLUMNS} FROM local_unit
             WHERE seq IN (SELECT unit FROM local_unit_subject WHERE subject = ?1 AND unit > ?2)
             ORDER BY seq DESC"
        );
        self.all(&sql, (subject.as_bytes(), after), Row::of)
    }

    /// A unit by its id, if it was accepted here.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn unit(&self, id: UnitId) -> Result<Option<RecordedUnit>> {
        let sql = format!("SELECT {COLUMNS} FROM local_unit WHERE id = ?1");
        self.one(&sql, [id], Row::of)?.map(|row| row.told(self.conn(), None)).transpose()
    }

    /// Whose records a unit touched: people, else the rows themselves.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn unit_subjects(&self, unit: &RecordedUnit) -> Result<Vec<Uuid>> {
        let sql = "SELECT changeset FROM local_unit WHERE id = ?1";
        let Some(changeset) = self.one(sql, [unit.id], |row| row.get::<_, Vec<u8>>(0))? else {
            return Ok(Vec::new());
        };
        let whose = Whose::new(self.conn())?;
        let subjects = whose.all(self.conn(), &session::changes(&changeset)?)?;
        subjects.iter().map(|id| Uuid::from_slice(id).map_err(Fault::internal)).collect()
    }

    /// How far back the units reach.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn reach(&self) -> Result<Reach> {
        let sql = format!("SELECT {COLUMNS} FROM local_unit ORDER BY seq LIMIT 1");
        let Some(first) = self.one(&sql, [], Row::of)? else { return Ok(Reach::Nowhere) };
        let first = first.told(self.conn(), None)?;
        let founding = first.rows.iter().any(|row| row.table == "office" && row.fate == RowFate::Made);
        Ok(if founding { Reach::Whole } else { Reach::From(first.at) })
    }
}

#[cfg(test)]
mod tests;
