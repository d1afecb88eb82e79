//! The schema grows by numbered files; `user_version` says how far it came.

use rusqlite::Connection;

use super::errors::fault;
use crate::fault::{Fault, Result};

/// The files of `sql/` in their order; the number of a file is its place from
/// one. After a release no file is edited: columns and tables are only added.
const MIGRATIONS: &[(&str, &str)] = &[
    ("0001_core.sql", include_str!("../../sql/0001_core.sql")),
    ("0002_local.sql", include_str!("../../sql/0002_local.sql")),
    ("0003_search.sql", include_str!("../../sql/0003_search.sql")),
    ("0004_agenda.sql", include_str!("../../sql/0004_agenda.sql")),
    ("0005_accepted_field.sql", include_str!("../../sql/0005_accepted_field.sql")),
    ("0006_law.sql", include_str!("../../sql/0006_law.sql")),
    ("0007_paper.sql", include_str!("../../sql/0007_paper.sql")),
    ("0008_history.sql", include_str!("../../sql/0008_history.sql")),
    ("0009_trust.sql", include_str!("../../sql/0009_trust.sql")),
];

/// The schema this program writes.
pub(super) fn latest() -> u32 {
    u32::try_from(MIGRATIONS.len()).expect("a handful of files")
}

/// The schema of an open file.
pub(super) fn version(conn: &Connection) -> rusqlite::Result<u32> {
    conn.query_row("PRAGMA user_version", [], |row| row.get(0))
}

/// Refuses a file that a newer program wrote, before anything is touched.
pub(super) fn refuse_newer(found: u32) -> Result<()> {
    if found <= latest() {
        return Ok(());
    }
    Err(Fault::office("Il file dell'ufficio è stato scritto da una versione più nuova di Sportello.")
        .hint("Aggiornare il programma su questo computer; il file non è stato modificato.")
        .cause(format!("schema {found}, this program knows {}", latest())))
}

/// Brings the file to [`latest`], all steps or none: cut off, it is as the
/// older program left it, which still opens it.
pub(super) fn migrate(conn: &Connection) -> Result<()> {
    migrate_to(conn, latest())
}

/// As [`migrate`], to an older schema.
pub(super) fn migrate_to(conn: &Connection, to: u32) -> Result<()> {
    let found = version(conn).map_err(fault)?;
    refuse_newer(found)?;
    if found >= to {
        return Ok(());
    }
    let steps = MIGRATIONS.iter().take(to as usize).skip(found as usize);
    let mut at = "";
    let act = || {
        conn.execute_batch("BEGIN IMMEDIATE")?;
        for (name, sql) in steps {
            at = name;
            conn.execute_batch(sql)?;
        }
        conn.pragma_update(None, "user_version", to)?;
        conn.execute_batch("COMMIT")
    };
    act().map_err(|e| {
        // The transaction may already be gone; the first error is the one to tell.
        let _ = conn.execute_batch("ROLLBACK");
        let told = fault(e);
        let cause = format!("{at}: {}", told.cause);
        told.cause(cause)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_the_folder_is_embedded_in_order() {
        let mut files: Vec<String> = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/sql"))
            .unwrap()
            .map(|f| f.unwrap().file_name().into_string().unwrap())
            .collect();
        files.sort();
        let embedded: Vec<_> = MIGRATIONS.iter().map(|(name, _)| (*name).to_owned()).collect();
        assert_eq!(files, embedded);
        for (number, name) in (1..).zip(&files) {
            assert!(name.starts_with(&format!("{number:04}_")), "{name}");
        }
    }

    #[test]
    fn on_a_disk_that_is_full_the_file_stays_as_it_was() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("office.db");
        let conn = Connection::open(&path).unwrap();
        conn.execute_batch("PRAGMA journal_mode = WAL").unwrap();
        migrate_to(&conn, 3).unwrap();
        conn.execute("INSERT INTO local_setting (name, value) VALUES ('desk', '01')", []).unwrap();
        drop(conn);
        let before = std::fs::read(&path).unwrap();
        let mut told = Vec::new();
        for room in 0..100 {
            let conn = Connection::open(&path).unwrap();
            let pages: i64 = conn.query_row("PRAGMA page_count", [], |row| row.get(0)).unwrap();
            conn.pragma_update(None, "max_page_count", pages + room).unwrap();
            let Err(full) = migrate(&conn) else { break };
            assert!(full.message.contains("disco è pieno"), "{full}");
            assert_eq!(version(&conn).unwrap(), 3);
            drop(conn);
            assert!(std::fs::read(&path).unwrap() == before, "{room} pages of room");
            told.push(full.cause);
        }
        assert!(told.len() > 3, "{told:?}");
        let conn = Connection::open(&path).unwrap();
        assert_eq!(version(&conn).unwrap(), latest(), "with room enough it goes");
    }

    #[test]
    fn a_step_that_fails_leaves_nothing() {
        let conn = Connection::open_in_memory().unwrap();
        conn.execute_batch("CREATE TABLE local_pending (x)").unwrap();
        let told = migrate(&conn).unwrap_err();
        assert!(told.cause.starts_with("0002_local.sql"), "{}", told.cause);
        assert_eq!(version(&conn).unwrap(), 0);
        let tables =
            conn.query_row("SELECT count(*) FROM sqlite_schema WHERE type = 'table'", [], |row| row.get(0));
        assert_eq!(tables, Ok(1), "the steps before it are undone too");
        assert!(conn.is_autocommit());
    }
}
