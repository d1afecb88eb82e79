//! A connection to `office.db`, with the manners every connection has.

use std::path::Path;
use std::sync::Once;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags};

use super::errors::damaged;
use super::keys::DataKey;
use super::lock::{disk_full, read_only};
use crate::fault::{Fault, Result};

/// Prepared statements kept ready: more than the program has.
const STATEMENTS: usize = 512;

/// What a connection is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Use {
    /// Make the file, which must not exist.
    Create,
    /// The one writer.
    Write,
}

/// Opens the file and gives it the key; proves the key by reading the schema.
/// Nothing is written.
pub(super) fn connect(path: &Path, key: &DataKey, purpose: Use) -> Result<Connection> {
    let flags = match purpose {
        Use::Create => OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE,
        Use::Write => OpenFlags::SQLITE_OPEN_READ_WRITE,
    } | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    wake_sqlcipher();
    let open = || {
        let conn = Connection::open_with_flags(path, flags)?;
        // Before the key: SQLCipher's own log lines would land on the screen.
        conn.execute_batch("PRAGMA cipher_log_level = NONE")?;
        keep_log(&conn, purpose == Use::Write)?;
        conn.execute_batch(&key.pragma())?;
        conn.busy_timeout(Duration::from_secs(5))?;
        conn.set_prepared_statement_cache_capacity(STATEMENTS);
        conn.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get::<_, i64>(0))?;
        conn.execute_batch(
            "PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -32768",
        )?;
        Ok(conn)
    };
    let conn = open().map_err(opening)?;
    check_build(&conn)?;
    Ok(conn)
}

/// The first connection of a program sets SQLCipher up, and SQLite calls
/// itself ready before that is done: a second thread that opens just then is
/// told that its key is empty. So the first one is opened alone.
fn wake_sqlcipher() {
    static FIRST: Once = Once::new();
    FIRST.call_once(|| drop(Connection::open_in_memory()));
}

/// Shall closing leave the write-ahead log as it is? While a file is only
/// being weighed: a log that belongs to another file would overwrite it.
pub(super) fn keep_log(conn: &Connection, keep: bool) -> rusqlite::Result<()> {
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, keep).map(|_| ())
}

/// The sentence for an error met while opening.
pub(super) fn opening(error: rusqlite::Error) -> Fault {
    match error.sqlite_error_code() {
        Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => damaged(),
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
            Fault::office("Il file dell'ufficio è occupato da un altro programma.")
                .hint("Chiudere l'altro programma (copia di sicurezza, antivirus) e riaprire.")
        }
        Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => read_only(),
        Some(ErrorCode::DiskFull) => disk_full(),
        Some(ErrorCode::CannotOpen | ErrorCode::SystemIoFailure) => {
            Fault::office("Il file dell'ufficio non si può aprire.")
                .hint("Controllare il disco e i permessi della cartella.")
        }
        _ => Fault::internal(""),
    }
    .cause(error)
}

/// The program must have been built with the session extension: without it
/// nothing would be recorded and no desk could ever join another.
fn check_build(conn: &Connection) -> Result<()> {
    let has = |option| {
        let sql = "SELECT sqlite_compileoption_used(?1)";
        conn.query_row(sql, [option], |row| row.get::<_, bool>(0)).unwrap_or(false)
    };
    if has("ENABLE_SESSION") && has("ENABLE_PREUPDATE_HOOK") {
        return Ok(());
    }
    Err(Fault::internal("SQLite was built without the session extension: see .cargo/config.toml"))
}
