//! SQLite's session extension, wrapped: the one file with `unsafe`.
//!
//! A [`Session`] watches tables of one connection and gives back, as bytes,
//! what changed in them. rusqlite's own `session` feature needs bindgen and
//! libclang; the bindings it ships already declare every function, and
//! `.cargo/config.toml` switches the C code on.
#![allow(unsafe_code, reason = "the extension is C: each block says why it is sound")]

use std::ffi::{CStr, CString, c_int, c_void};
use std::marker::PhantomData;
use std::ptr;

use rusqlite::types::Value;
use rusqlite::{Connection, ffi};

use super::changeset;
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
/// An office fault when the bytes are not a changeset.
pub fn invert_changeset(changeset: &[u8]) -> Result<Vec<u8>> {
    changeset::check(changeset)?;
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

/// What happened to a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Op {
    Insert,
    Update,
    Delete,
}

/// One row of a changeset.
#[derive(Debug, PartialEq)]
pub(super) struct Change {
    pub table: String,
    pub op: Op,
    /// The key: first column of every synced table.
    pub key: Vec<u8>,
    /// The values before, column by column: all of a row that went, of one
    /// that stayed those that changed.
    pub old: Vec<Option<Value>>,
    /// The values after, in the same way.
    pub new: Vec<Option<Value>>,
}

impl Change {
    /// The places of the columns with a value: all of a row that came or
    /// went, those that changed of a row that stayed.
    pub(super) fn columns(&self) -> impl Iterator<Item = usize> + '_ {
        let side = if self.op == Op::Delete { &self.old } else { &self.new };
        side.iter().enumerate().filter(|(_, value)| value.is_some()).map(|(place, _)| place)
    }

    /// The id in a column, if the changeset gives it: the new one first.
    pub(super) fn id_at(&self, column: usize) -> Option<&[u8]> {
        [&self.new, &self.old].into_iter().find_map(|side| match side.get(column) {
            Some(Some(Value::Blob(id))) => Some(id.as_slice()),
            _ => None,
        })
    }
}

/// The rows of a changeset.
pub(super) fn changes(changeset: &[u8]) -> Result<Vec<Change>> {
    let mut found = Vec::new();
    if changeset.is_empty() {
        return Ok(found);
    }
    changeset::check(changeset)?;
    let mut iter = ptr::null_mut();
    // SAFETY: the slice outlives the iterator, which is finalized below; the
    // interface takes it as *mut but only reads it.
    check(unsafe {
        ffi::sqlite3changeset_start(&raw mut iter, length(changeset)?, changeset.as_ptr().cast_mut().cast())
    })?;
    // SAFETY: `iter` is the iterator just started, until finalized.
    while unsafe { ffi::sqlite3changeset_next(iter) } == ffi::SQLITE_ROW {
        found.push(current(iter));
    }
    // SAFETY: as above; nothing uses `iter` afterwards. Reports what `next` met.
    check(unsafe { ffi::sqlite3changeset_finalize(iter) })?;
    Ok(found)
}

/// The row an iterator stands on.
fn current(iter: *mut ffi::sqlite3_changeset_iter) -> Change {
    let (mut table, mut columns, mut op, mut indirect) = (ptr::null(), 0, 0, 0);
    // SAFETY: called only after `next` said SQLITE_ROW; the outputs are ours,
    // and the name stays good until the next step.
    let table = unsafe {
        ffi::sqlite3changeset_op(iter, &raw mut table, &raw mut columns, &raw mut op, &raw mut indirect);
        CStr::from_ptr(table).to_string_lossy().into_owned()
    };
    let side = |get: unsafe extern "C" fn(_, _, *mut *mut ffi::sqlite3_value) -> c_int| {
        let at = |column| {
            let mut value = ptr::null_mut();
            // SAFETY: the column is within the count just given; on any error
            // (no such side in this kind of change) `value` stays null.
            unsafe { get(iter, column, &raw mut value) };
            owned(value)
        };
        (0..columns).map(at).collect::<Vec<_>>()
    };
    let (old, new) = (side(ffi::sqlite3changeset_old), side(ffi::sqlite3changeset_new));
    let op = match op {
        ffi::SQLITE_INSERT => Op::Insert,
        ffi::SQLITE_DELETE => Op::Delete,
        _ => Op::Update,
    };
    let key = match (old.first(), new.first()) {
        (Some(Some(Value::Blob(key))), _) | (_, Some(Some(Value::Blob(key)))) => key.clone(),
        _ => Vec::new(),
    };
    Change { table, op, key, old, new }
}

/// A copy of a value of the row an iterator stands on; `None` for null
/// pointers: the changeset does not give it.
fn owned(value: *mut ffi::sqlite3_value) -> Option<Value> {
    if value.is_null() {
        return None;
    }
    // SAFETY: a value of the current row, good until the next step; each is
    // read as the type it says it has, and copied. The length is asked after
    // the bytes, as the interface wants.
    Some(unsafe {
        match ffi::sqlite3_value_type(value) {
            ffi::SQLITE_INTEGER => Value::Integer(ffi::sqlite3_value_int64(value)),
            ffi::SQLITE_FLOAT => Value::Real(ffi::sqlite3_value_double(value)),
            ffi::SQLITE_TEXT => {
                let data = ffi::sqlite3_value_text(value).cast::<u8>();
                Value::Text(String::from_utf8_lossy(copied(data, value)).into_owned())
            }
            ffi::SQLITE_BLOB => {
                let data = ffi::sqlite3_value_blob(value).cast::<u8>();
                Value::Blob(copied(data, value).to_vec())
            }
            _ => Value::Null,
        }
    })
}

/// The bytes of a text or blob.
///
/// # Safety
/// `data` is what SQLite just gave for `value`, which is the current row's.
unsafe fn copied<'v>(data: *const u8, value: *mut ffi::sqlite3_value) -> &'v [u8] {
    // SAFETY: as the caller promises; an empty blob has no address.
    unsafe {
        let len = usize::try_from(ffi::sqlite3_value_bytes(value)).unwrap_or(0);
        if data.is_null() { &[] } else { std::slice::from_raw_parts(data, len) }
    }
}

/// Applies a changeset to the connection; any conflict undoes the whole and
/// is an internal fault: it means that the file was written from outside.
///
/// # Errors
/// See above; also when the bytes are not a changeset.
pub(super) fn apply_changeset(conn: &Connection, changeset: &[u8]) -> Result<()> {
    // Of one cut short SQLite applies what it can read, and does not say so.
    changeset::check(changeset)?;
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

    /// Cut or spoilt anywhere: refused whole, or whole enough to be undone.
    #[test]
    fn what_is_applied_can_be_undone() {
        let one = file();
        let session = Session::start(&one, &["a"]).unwrap();
        one.execute_batch("INSERT INTO a VALUES (x'01', 'uno', 1), (x'02', 'due', 2)").unwrap();
        let whole = session.changeset().unwrap();
        drop(session);
        let cut = (0..whole.len()).map(|end| whole[..end].to_vec());
        let spoilt = (0..whole.len() * 8).map(|place| {
            let mut bytes = whole.clone();
            bytes[place / 8] ^= 1 << (place % 8);
            bytes
        });
        for bytes in cut.chain(spoilt) {
            let two = file();
            if apply_changeset(&two, &bytes).is_ok() {
                assert!(invert_changeset(&bytes).is_ok(), "{bytes:?}");
            } else {
                assert_eq!(rows(&two), [], "{bytes:?}");
            }
        }
    }

    #[test]
    fn a_changeset_can_be_read() {
        let conn = file();
        conn.execute_batch("INSERT INTO a VALUES (x'01', 'uno', 1), (x'02', 'due', 2)").unwrap();
        let session = Session::start(&conn, &["a", "b"]).unwrap();
        conn.execute_batch(
            "UPDATE a SET n = 9 WHERE id = x'01'; DELETE FROM a WHERE id = x'02'; INSERT INTO b VALUES (x'03', NULL)",
        )
        .unwrap();
        let mut found = changes(&session.changeset().unwrap()).unwrap();
        found.sort_by(|a, b| a.key.cmp(&b.key));
        let id = |key| Some(Value::Blob(vec![key]));
        let text = |text: &str| Some(Value::Text(text.to_owned()));
        let change = |table: &str, op, key, old: &[_], new: &[_]| Change {
            table: table.to_owned(),
            op,
            key: vec![key],
            old: old.to_vec(),
            new: new.to_vec(),
        };
        let number = |n| Some(Value::Integer(n));
        let none = || None::<Value>;
        let expected = [
            change("a", Op::Update, 1, &[id(1), none(), number(1)], &[none(), none(), number(9)]),
            change("a", Op::Delete, 2, &[id(2), text("due"), number(2)], &[none(), none(), none()]),
            change("b", Op::Insert, 3, &[none(), none()], &[id(3), Some(Value::Null)]),
        ];
        assert_eq!(found, expected);
        let places = |change: &Change| change.columns().collect::<Vec<_>>();
        assert_eq!(found.iter().map(places).collect::<Vec<_>>(), [vec![2], vec![0, 1, 2], vec![0, 1]]);
        assert_eq!((found[0].id_at(0), found[1].id_at(1)), (Some(&[1][..]), None));
        assert!(changes(b"not a changeset").is_err());
    }

    #[test]
    fn nothing_changed_is_nothing_recorded() {
        let one = file();
        let session = Session::start(&one, &["a", "b"]).unwrap();
        assert!(session.changeset().unwrap().is_empty());
        assert!(invert_changeset(b"not a changeset").is_err());
    }
}
