//! Does a file come as far as it should: its own head, its log, and what was
//! last said to be saved?

use std::fs;
use std::path::Path;

use rusqlite::Connection;

use super::audit;
use super::beside::{Log, PAGE};
use super::connection::opening;
use super::errors::damaged;
use crate::fault::{Fault, Result};

/// The page of SQLite's locks, at one gibibyte: it is never written.
const NEVER_WRITTEN: i64 = (1 << 30) / PAGE + 1;

/// Shorter than its own head says: SQLite would notice only when the missing
/// pages are wanted.
pub(super) fn refuse_truncated(conn: &Connection, path: &Path, unclean: bool) -> Result<()> {
    let pages = conn.pragma_query_value(None, "page_count", |row| row.get::<_, i64>(0)).map_err(opening)?;
    let len = fs::metadata(path).map_or(0, |m| m.len().cast_signed());
    if len < pages * PAGE && !unclean {
        return Err(cut_short());
    }
    if !unclean {
        return Ok(());
    }
    // After a crash the last pages may still be in the write-ahead log: all of
    // them, or it is the log of a later day beside an older copy.
    let log = Log::read(path).map_err(|e| damaged().cause(e))?;
    let mut wanted = (len / PAGE + 1..=log.size.max(pages)).filter(|page| *page != NEVER_WRITTEN);
    match wanted.find(|page| !log.pages.contains(page)) {
        None => Ok(()),
        Some(page) => Err(damaged().cause(format!("page {page} is neither in the file nor in its log"))),
    }
}

/// The file must have come as far as was last said here.
pub(super) fn refuse_behind(conn: &Connection, marked: i64) -> Result<()> {
    let reached = audit::reached(conn).map_err(opening)?;
    if reached >= marked {
        return Ok(());
    }
    Err(Fault::office("Al file dell'ufficio manca lavoro che su questo computer era già stato salvato.")
        .hint("Non è stato modificato. Rimettere l'ultima copia con «sportello restore», o avvisare chi cura il programma.")
        .cause(format!("audit line {reached} of {marked}")))
}

/// A part of it is not there.
pub(super) fn cut_short() -> Fault {
    Fault::office("Il file dell'ufficio è incompleto: ne manca una parte.")
        .hint("Non è stato modificato. Ripristinare l'ultima copia di sicurezza.")
}
