//! The manners of the schema (storage and sync bind them from the first
//! migration): changing them later would mean starting again.

use std::collections::BTreeSet;

use rusqlite::Connection;

use super::*;
use crate::store::migrate;

fn schema() -> Connection {
    let conn = Connection::open_in_memory().unwrap();
    migrate::migrate(&conn).unwrap();
    conn
}

fn texts(conn: &Connection, sql: &str) -> Vec<String> {
    conn.prepare(sql).unwrap().query_map([], |r| r.get(0)).unwrap().map(|r| r.unwrap()).collect()
}

#[test]
fn every_table_is_in_one_list() {
    let conn = schema();
    let found: BTreeSet<_> =
        texts(&conn, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
            .into_iter()
            .collect();
    let listed: BTreeSet<_> = SYNCED_TABLES.iter().chain(LOCAL_TABLES).map(|t| (*t).to_owned()).collect();
    assert_eq!(listed.len(), SYNCED_TABLES.len() + LOCAL_TABLES.len(), "a table in both lists");
    assert_eq!(found, listed);
    for table in LOCAL_TABLES {
        assert!(table.starts_with("local_"), "{table}");
    }
}

#[test]
fn synced_tables_have_one_binary_key_and_nothing_else_unique() {
    let conn = schema();
    for table in SYNCED_TABLES {
        let strict: bool = conn
            .query_row("SELECT strict FROM pragma_table_list WHERE name = ?1", [table], |r| r.get(0))
            .unwrap();
        assert!(strict, "{table} is not STRICT");
        let keys: Vec<(String, String, bool)> = conn
            .prepare("SELECT name, type, \"notnull\" FROM pragma_table_info(?1) WHERE pk > 0")
            .unwrap()
            .query_map([table], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))
            .unwrap()
            .map(|r| r.unwrap())
            .collect();
        assert_eq!(keys, [("id".to_owned(), "BLOB".to_owned(), true)], "{table}");
        let unique: i64 = conn
            .query_row(
                "SELECT count(*) FROM pragma_index_list(?1) WHERE \"unique\" AND origin <> 'pk'",
                [table],
                |r| r.get(0),
            )
            .unwrap();
        assert_eq!(unique, 0, "{table} has a UNIQUE besides the key");
    }
}

#[test]
fn nothing_cascades_and_nothing_fires() {
    let conn = schema();
    for table in SYNCED_TABLES {
        let actions: Vec<String> = conn
            .prepare("SELECT on_delete || '/' || on_update FROM pragma_foreign_key_list(?1)")
            .unwrap()
            .query_map([table], |r| r.get(0))
            .unwrap()
            .map(|r| r.unwrap())
            .collect();
        for action in actions {
            assert_eq!(action, "NO ACTION/NO ACTION", "{table}");
        }
    }
    assert!(texts(&conn, "SELECT name FROM sqlite_schema WHERE type = 'trigger'").is_empty());
}

#[test]
fn time_is_in_the_unit_not_in_a_column() {
    let conn = schema();
    for table in SYNCED_TABLES {
        let columns = texts(&conn, &format!("SELECT name FROM pragma_table_info('{table}')"));
        for column in columns {
            let banned =
                ["updated", "modified", "changed", "revision"].iter().any(|word| column.contains(word));
            assert!(!banned, "{table}.{column}");
        }
    }
}

#[test]
fn children_come_after_their_parents() {
    let conn = schema();
    for (place, table) in SYNCED_TABLES.iter().enumerate() {
        for parent in texts(&conn, &format!("SELECT \"table\" FROM pragma_foreign_key_list('{table}')")) {
            let before = SYNCED_TABLES.iter().position(|t| *t == parent).unwrap();
            assert!(before <= place, "{table} before {parent}");
        }
    }
}

/// Columns are only ever appended: the columns of the first migration stay
/// where they are, what comes later has a default or may be null.
#[test]
fn later_migrations_only_append() {
    let first = Connection::open_in_memory().unwrap();
    first.execute_batch(include_str!("../../sql/0001_core.sql")).unwrap();
    let now = schema();
    for table in texts(&first, "SELECT name FROM sqlite_schema WHERE type = 'table'") {
        let sql = format!(
            "SELECT name || ' ' || type || ' ' || \"notnull\" || ' ' || coalesce(dflt_value, '-')
             FROM pragma_table_info('{table}') ORDER BY cid"
        );
        let (before, after) = (texts(&first, &sql), texts(&now, &sql));
        assert_eq!(after[..before.len()], before[..], "{table}");
        for added in &after[before.len()..] {
            assert!(!(added.contains(" 1 ") && added.ends_with(" -")), "{table}: {added} needs a default");
        }
    }
}

/// The office's day reads what it needs and no more: none of its questions
/// walks a table of appointments.
#[test]
fn the_day_is_found_by_index() {
    let conn = schema();
    let open = "'drafted', 'sent', 'delivered', 'undelivered', 'option_chosen', 'to_be_closed'";
    let questions = [
        (
            "start >= '2026-11-24' AND start < '2026-11-25' AND (?1 IS NULL OR operator = ?1)",
            "appointment_day",
        ),
        (
            &format!("state IN ({open}) AND start < '2026-11-24' AND (?1 IS NULL OR operator = ?1)"),
            "appointment_state",
        ),
        ("state = 'absent_pending' AND ?1 IS NULL", "appointment_state"),
        ("registrant = ?1", "appointment_of"),
    ];
    for (wanted, index) in questions {
        let sql = format!("EXPLAIN QUERY PLAN SELECT * FROM appointment WHERE {wanted} ORDER BY start, id");
        let plan: Vec<String> = conn
            .prepare(&sql)
            .unwrap()
            .query_map([None::<Vec<u8>>], |row| row.get(3))
            .unwrap()
            .map(|row| row.unwrap())
            .collect();
        let first = &plan[0];
        assert!(first.contains(&format!("SEARCH appointment USING INDEX {index}")), "{wanted}: {plan:?}");
    }
}
