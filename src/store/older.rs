//! Files as earlier programs left them, with data: for trying migrations.
//!
//! No earlier program is kept. Its schema is (the first files of `sql/`), and
//! columns and tables are only ever added: so the rows of an office of today,
//! without the columns and tables of later, are rows that it could have
//! written. They are recorded while they are written, as it did.

use std::collections::BTreeMap;
use std::path::Path;

use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

use super::connection::{Use, connect};
use super::keys::{self, KEYS_FILE};
use super::migrate;
use super::open::{DATA_FILE, Store};
use super::schema::{SYNCED_TABLES, columns};
use super::session::Session;

/// The rows of each table: columns, and each row as it prints, sorted.
pub type Rows = BTreeMap<String, (Vec<String>, Vec<String>)>;

fn tables(conn: &Connection) -> Vec<String> {
    let sql =
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name";
    let mut ask = conn.prepare(sql).unwrap();
    ask.query_map([], |row| row.get(0)).unwrap().map(|name| name.unwrap()).collect()
}

fn rows(conn: &Connection, table: &str, columns: &[String]) -> Vec<Vec<Value>> {
    let sql = format!("SELECT {} FROM {table}", quoted(columns));
    let mut ask = conn.prepare(&sql).unwrap();
    let row = |row: &rusqlite::Row<'_>| (0..columns.len()).map(|place| row.get(place)).collect();
    ask.query_map([], row).unwrap().map(|row| row.unwrap()).collect()
}

/// Some columns are called as words of SQL are.
fn quoted(columns: &[String]) -> String {
    format!("\"{}\"", columns.join("\", \""))
}

fn printed(rows: &[Vec<Value>]) -> Vec<String> {
    let mut printed: Vec<String> = rows.iter().map(|row| format!("{row:?}")).collect();
    printed.sort();
    printed
}

impl Store {
    /// Writes this office to `dir` as the program of `schema` would have, and
    /// gives its rows; `password` is that of its first operator.
    pub fn write_older(&self, dir: &Path, password: &str, schema: u32) -> Rows {
        std::fs::create_dir_all(dir).unwrap();
        std::fs::copy(self.dir.join(KEYS_FILE), dir.join(KEYS_FILE)).unwrap();
        let first = keys::usernames(dir).unwrap().remove(0);
        let key = keys::unlock(dir, &first, password).unwrap();
        let conn = connect(&dir.join(DATA_FILE), &key, Use::Create).unwrap();
        conn.execute_batch("PRAGMA journal_mode = WAL; PRAGMA foreign_keys = OFF").unwrap();
        migrate::migrate_to(&conn, schema).unwrap();
        let (old, new) = (tables(&conn), tables(&self.conn));
        let synced: Vec<&str> =
            SYNCED_TABLES.iter().copied().filter(|name| old.iter().any(|o| o == name)).collect();
        let session = Session::start(&conn, &synced).unwrap();
        conn.execute_batch("BEGIN").unwrap();
        let mut all = Rows::new();
        for table in &old {
            let of_old = columns(&conn, table).unwrap();
            if !new.contains(table) {
                continue;
            }
            let rows = rows(&self.conn, table, &of_old);
            let places = vec!["?"; of_old.len()].join(", ");
            let sql = format!("INSERT INTO {table} ({}) VALUES ({places})", quoted(&of_old));
            let mut add = conn.prepare(&sql).unwrap();
            for row in &rows {
                add.execute(params_from_iter(row)).unwrap();
            }
            all.insert(table.clone(), (of_old, printed(&rows)));
        }
        let changeset = session.changeset().unwrap();
        drop(session);
        // One command made them all: what matters is that it was recorded by
        // the tables of then.
        let units = if old.iter().any(|name| name == "local_unit") { "local_unit" } else { "local_pending" };
        conn.execute_batch(&format!("DELETE FROM {units}; DELETE FROM local_setting WHERE name <> 'desk'"))
            .unwrap();
        all.remove(units);
        all.remove("local_setting");
        let (id, desk, operator, command): (Vec<u8>, String, Option<Vec<u8>>, String) = self
            .conn
            .query_row(
                "SELECT id, desk, operator, command FROM local_unit ORDER BY seq DESC LIMIT 1",
                [],
                |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)),
            )
            .unwrap();
        let sql = format!(
            "INSERT INTO {units} (seq, id, desk, time, operator, schema, command, changeset)
             VALUES (1, ?1, ?2, '2026-11-20T12:00:00.000000', ?3, ?4, ?5, ?6)"
        );
        conn.execute(&sql, (id, desk, operator, schema, command, changeset)).unwrap();
        conn.execute_batch("COMMIT").unwrap();
        all
    }

    /// The rows this file has now of those.
    #[must_use]
    pub fn rows_now(&self, of: &Rows) -> Rows {
        let now = |(table, (columns, _)): (&String, &(Vec<String>, Vec<String>))| {
            let rows = printed(&rows(&self.conn, table, columns));
            (table.clone(), (columns.clone(), rows))
        };
        of.iter().map(now).collect()
    }

    /// Units, and people a unit touched: both come with the migration.
    #[must_use]
    pub fn units_now(&self) -> (i64, i64) {
        let sql = "SELECT (SELECT count(*) FROM local_unit), (SELECT count(*) FROM local_unit_subject)";
        self.conn.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?))).unwrap()
    }
}
