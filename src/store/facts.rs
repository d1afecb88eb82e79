//! How far a file came: what tells two copies of one office apart.

use rusqlite::{Connection, OptionalExtension};
use serde::{Deserialize, Serialize};

use super::errors::{damaged, fault};
use crate::fault::Result;

/// How far a file came.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    /// The code of its desk.
    pub desk: String,
    /// Its schema.
    pub schema: u32,
    /// Place of its last unit; 0 without one.
    pub units: i64,
    /// Place of its last audit line; 0 without one.
    pub audit_lines: i64,
    /// Hash of that line, in hexadecimal; empty without one.
    pub audit_head: String,
}

impl Facts {
    /// Those of the open file, or of one attached to it by that name.
    pub(super) fn of(conn: &Connection, name: &str) -> Result<Self> {
        let ask = || -> rusqlite::Result<Option<Self>> {
            let one = |sql: String| conn.query_row(&sql, [], |row| row.get::<_, String>(0)).optional();
            let desk = one(format!("SELECT value FROM {name}.local_setting WHERE name = 'desk'"))?;
            let schema = conn.query_row(&format!("PRAGMA {name}.user_version"), [], |row| row.get(0))?;
            let units = units(conn, name)?;
            let last =
                format!("SELECT seq, lower(hex(hash)) FROM {name}.local_audit ORDER BY seq DESC LIMIT 1");
            let last = conn.query_row(&last, [], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
            let (audit_lines, audit_head) = last.unwrap_or_default();
            Ok(desk.map(|desk| Self { desk, schema, units, audit_lines, audit_head }))
        };
        ask().map_err(fault)?.ok_or_else(damaged)
    }

    /// Is this a later state of what `older` was? Only when the line that was
    /// the last there is the same here.
    pub(super) fn follows(conn: &Connection, older: &Self) -> Result<bool> {
        let sql = "SELECT lower(hex(hash)) FROM main.local_audit WHERE seq = ?1";
        let hash = conn.query_row(sql, [older.audit_lines], |row| row.get::<_, String>(0)).optional();
        Ok(hash.map_err(fault)?.unwrap_or_default() == older.audit_head)
    }
}

/// Units have had two homes.
fn units(conn: &Connection, name: &str) -> rusqlite::Result<i64> {
    let sql = format!(
        "SELECT name FROM {name}.sqlite_schema WHERE type = 'table' AND name IN ('local_unit', 'local_pending')
         ORDER BY name DESC LIMIT 1"
    );
    let table: Option<String> = conn.query_row(&sql, [], |row| row.get(0)).optional()?;
    let Some(table) = table else { return Ok(0) };
    conn.query_row(&format!("SELECT coalesce(max(seq), 0) FROM {name}.{table}"), [], |row| row.get(0))
}
