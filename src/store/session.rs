//! SQLite's session extension, wrapped: the one file with `unsafe`.
//!
//! A [`Session`] watches tables of one connection and gives back, as bytes,
//! what changed in them. rusqlite's own `session` feature needs bindgen and
//! libclang; the bindings it ships already declare every function, and
//! `.cargo/config.toml` switches the C code on.
#![allow(unsafe_code)]

use std::ffi::{CString, c_int, c_void};
use std::marker::PhantomData;
use std::ptr;

use rusqlite::{Connection, ffi};

use super::errors::fault;
use crate::fault::{Fault, Result};

/// A recording of what happens to some tables, until it is dropped. The
/// borrow keeps the connection open for as long as SQLite needs it.
pub(super) struct Session<'c> {
    raw: *mut ffi::sqlite3_session,
    connection: PhantomData<&'c Connection>,
}

impl<'c> Session<'c> {
    /// Starts recording the tables named; names, so that search tables and
    /// the like are never recorded by mistake.
    pub(super) fn start(conn: &'c Connection, tables: &[&str]) -> Result<Self> {
        let mut raw = ptr::null_mut();
        // SAFETY: the handle is that of an open connection, borrowed for 'c;
        // the name is a C string constant; `raw` is ours to be written.
        check(unsafe { ffi::sqlite3session_create(handle(conn), c"main".as_ptr(), &raw mut raw) })?;
        let session = Self { raw, connection: PhantomData };
        for table in tables {
            let name = CString::new(*table).map_err(Fault::internal)?;
            // SAFETY: `raw` was created above and not deleted; SQLite copies
            // the name before it returns.
            check(unsafe { ffi::sqlite3session_attach(session.raw, name.as_ptr()) })?;
        }
        Ok(session)
    }

    /// What changed since the start. Empty when nothing did.
    pub(super) fn changeset(&self) -> Result<Vec<u8>> {
        let (mut len, mut data) = (0, ptr::null_mut());
        // SAFETY: `raw` is alive while self is; len and data are ours.
        check(unsafe { ffi::sqlite3session_changeset(self.raw, &raw mut len, &raw mut data) })?;
        Ok(take_buffer(len, data))
    }
}

impl Drop for Session<'_> {
    fn drop(&mut self) {
        // SAFETY: `raw` came from sqlite3session_create, is deleted only
        // here, and the connection is still open because it is borrowed.
        unsafe { ffi::sqlite3session_delete(self.raw) }
    }
}

/// The changeset that undoes this one.
///
/// # Errors
/// An internal fault when the bytes are not a changeset.
pub fn invert_changeset(changeset: &[u8]) -> Result<Vec<u8>> {
    let (mut len, mut data) = (0, ptr::null_mut());
    // SAFETY: the slice is read for its length and not kept; len and data are ours.
    check(unsafe {
        ffi::sqlite3changeset_invert(
            length(changeset)?,
            changeset.as_ptr().cast::<c_void>(),
            &raw mut len,
            &raw mut data,
        )
    })?;
    Ok(take_buffer(len, data))
}

/// Applies a changeset to the connection; any conflict undoes the whole and
/// is an internal fault: it means that the file was written from outside.
///
/// # Errors
/// See above; also when the bytes are not a changeset.
pub(super) fn apply_changeset(conn: &Connection, changeset: &[u8]) -> Result<()> {
    // SAFETY: the handle is that of an open, borrowed connection; the slice is
    // read for its length (the interface takes it as *mut but only reads it);
    // no context is passed, and the handler below uses none.
    check(unsafe {
        ffi::sqlite3changeset_apply(
            handle(conn),
            length(changeset)?,
            changeset.as_ptr().cast_mut().cast::<c_void>(),
            None,
            Some(abort_on_conflict),
            ptr::null_mut(),
        )
    })
}

unsafe extern "C" fn abort_on_conflict(
    _context: *mut c_void,
    _conflict: c_int,
    _rows: *mut ffi::sqlite3_changeset_iter,
) -> c_int {
    ffi::SQLITE_CHANGESET_ABORT
}

/// The connection as SQLite knows it.
fn handle(conn: &Connection) -> *mut ffi::sqlite3 {
    // SAFETY: rusqlite asks the caller not to close the handle and not to use
    // it after the connection; every use here is a call that returns while
    // the connection is borrowed.
    unsafe { conn.handle() }
}

/// Copies and frees a buffer that SQLite allocated.
fn take_buffer(len: c_int, data: *mut c_void) -> Vec<u8> {
    let len = usize::try_from(len).unwrap_or(0);
    let bytes = if len == 0 || data.is_null() {
        Vec::new()
    } else {
        // SAFETY: SQLite just gave `len` initialised bytes at `data`.
        unsafe { std::slice::from_raw_parts(data.cast::<u8>(), len) }.to_vec()
    };
    // SAFETY: the buffer belongs to us now and came from SQLite's allocator;
    // freeing null is allowed.
    unsafe { ffi::sqlite3_free(data) };
    bytes
}

fn length(bytes: &[u8]) -> Result<c_int> {
    c_int::try_from(bytes.len()).map_err(Fault::internal)
}

fn check(code: c_int) -> Result<()> {
    if code == ffi::SQLITE_OK {
        return Ok(());
    }
    Err(fault(rusqlite::Error::SqliteFailure(ffi::Error::new(code), Some("session".to_owned()))))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLES: &str = "CREATE TABLE a (id BLOB NOT NULL PRIMARY KEY, x TEXT, n INTEGER) STRICT;
                          CREATE TABLE b (id BLOB NOT NULL PRIMARY KEY, x TEXT) STRICT;";

    fn file() -> Connection {
        let conn = Connection::open_in_memory().unwrap();
        conn.execute_batch(TABLES).unwrap();
        conn
    }

    fn rows(conn: &Connection) -> Vec<(Vec<u8>, Option<String>, i64)> {
        let mut all = conn.prepare("SELECT id, x, n FROM a ORDER BY id").unwrap();
        all.query_map([], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?))).unwrap().map(|r| r.unwrap()).collect()
    }

    #[test]
    fn what_is_recorded_makes_another_file_equal_and_can_be_undone() {
        let (one, two) = (file(), file());
        let before = "INSERT INTO a VALUES (x'01', 'uno', 1), (x'02', 'due', 2)";
        one.execute_batch(before).unwrap();
        two.execute_batch(before).unwrap();
        let start = rows(&one);

        let session = Session::start(&one, &["a"]).unwrap();
        one.execute_batch(
            "INSERT INTO a VALUES (x'03', 'tre', 3); UPDATE a SET x = 'DUE' WHERE id = x'02';
             DELETE FROM a WHERE id = x'01'; INSERT INTO b VALUES (x'01', 'not watched')",
        )
        .unwrap();
        let changeset = session.changeset().unwrap();
        drop(session);

        apply_changeset(&two, &changeset).unwrap();
        assert_eq!(rows(&one), rows(&two));
        assert_ne!(rows(&two), start);
        let watched: i64 = two.query_row("SELECT count(*) FROM b", [], |r| r.get(0)).unwrap();
        assert_eq!(watched, 0);

        apply_changeset(&two, &invert_changeset(&changeset).unwrap()).unwrap();
        assert_eq!(rows(&two), start);
    }

    #[test]
    fn a_conflict_undoes_the_whole() {
        let (one, two) = (file(), file());
        let session = Session::start(&one, &["a"]).unwrap();
        one.execute_batch("INSERT INTO a VALUES (x'01', 'uno', 1), (x'02', 'due', 2)").unwrap();
        let changeset = session.changeset().unwrap();
        drop(session);
        two.execute_batch("INSERT INTO a VALUES (x'02', 'altro', 9)").unwrap();
        let start = rows(&two);
        assert!(apply_changeset(&two, &changeset).is_err());
        assert_eq!(rows(&two), start);
    }

    #[test]
    fn nothing_changed_is_nothing_recorded() {
        let one = file();
        let session = Session::start(&one, &["a", "b"]).unwrap();
        assert!(session.changeset().unwrap().is_empty());
        assert!(invert_changeset(b"not a changeset").is_err());
    }
}
