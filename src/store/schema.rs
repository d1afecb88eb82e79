//! Which tables travel and which stay.

use rusqlite::Connection;
use rusqlite::types::ValueRef;
use sha2::{Digest, Sha256};

use super::errors::fault;
use super::write::Read;
use crate::fault::Result;

/// The tables that are recorded and will travel between desks, parents first.
pub const SYNCED_TABLES: &[&str] = &[
    "office",
    "operator",
    "registrant",
    "did",
    "employment",
    "income_declaration",
    "assessment",
    "document",
    "document_reserved",
    "psp_version",
    "measure",
    "search_act",
    "signing",
    "appointment",
    "activity",
    "conditionality_case",
    "miattivo",
    "pad",
    "targeted_application",
    "targeted_card",
    "state_event",
    "accepted_warning",
    "privacy_notice",
    "restriction",
    "office_hours",
    "office_closure",
    "operator_absence",
    "office_row",
];

/// The tables that stay on this desk: outside the session, outside equality.
pub const LOCAL_TABLES: &[&str] = &[
    "local_unit",
    "local_unit_subject",
    "local_audit",
    "local_audit_key",
    "local_audit_head",
    "local_audit_day",
    "local_draft",
    "local_setting",
    "local_counter",
    "local_search",
    "local_search_word",
    "local_search_code",
    "local_search_vocabulary",
    "local_deadline",
    "local_archive",
];

/// The columns of a table in their order.
pub(super) fn columns(conn: &Connection, table: &str) -> Result<Vec<String>> {
    let ask = || -> rusqlite::Result<Vec<String>> {
        conn.prepare_cached("SELECT name FROM pragma_table_info(?1) ORDER BY cid")?
            .query_map([table], |row| row.get(0))?
            .collect()
    };
    ask().map_err(fault)
}

/// SHA-256 over every row of every synced table in key order.
pub(super) fn digest(conn: &Connection) -> Result<String> {
    digest_of(conn, SYNCED_TABLES)
}

/// SHA-256 over every row of these tables in key order.
pub(super) fn digest_of(conn: &Connection, tables: &[&str]) -> Result<String> {
    let walk = || -> rusqlite::Result<Sha256> {
        let mut sum = Sha256::new();
        for table in tables {
            let mut statement = conn.prepare(&format!("SELECT * FROM {table} ORDER BY 1"))?;
            let columns = statement.column_count();
            let mut rows = statement.query([])?;
            sum.update(table);
            while let Some(row) = rows.next()? {
                for column in 0..columns {
                    let (kind, bytes) = match row.get_ref(column)? {
                        ValueRef::Null => (0, Vec::new()),
                        ValueRef::Integer(n) => (1, n.to_be_bytes().to_vec()),
                        ValueRef::Real(x) => (2, x.to_be_bytes().to_vec()),
                        ValueRef::Text(text) => (3, text.to_vec()),
                        ValueRef::Blob(blob) => (4, blob.to_vec()),
                    };
                    sum.update([kind]);
                    sum.update((bytes.len() as u64).to_be_bytes());
                    sum.update(bytes);
                }
            }
        }
        Ok(sum)
    };
    let sum = walk().map_err(fault)?;
    Ok(sum.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

impl Read<'_> {
    /// A digest over every row of each table, this desk's own included: for
    /// telling whether anything at all has changed, and where.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn digest_of_all(&self) -> Result<Vec<(&'static str, String)>> {
        let tables = SYNCED_TABLES.iter().chain(LOCAL_TABLES);
        tables.map(|table| Ok((*table, digest_of(self.conn(), &[table])?))).collect()
    }

    /// Rows that speak of a record that is not there: table and how many.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn orphans(&self) -> Result<Vec<(String, i64)>> {
        let sql = "SELECT \"table\", count(*) FROM pragma_foreign_key_check GROUP BY 1 ORDER BY 1";
        self.all(sql, [], |row| Ok((row.get(0)?, row.get(1)?)))
    }
}

#[cfg(test)]
#[path = "schema_tests.rs"]
mod tests;
