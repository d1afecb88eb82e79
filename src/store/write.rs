//! Reading and writing: one command, one transaction, one recorded unit.

use std::ops::Deref;

use chrono::NaiveDateTime;
use rusqlite::{Connection, OptionalExtension, Params, Row};

use super::audit::{self, AuditLine};
use super::derived::{self, Stale};
use super::errors::{fault, taken};
use super::hlc::Stamp;
use super::open::Store;
use super::schema::SYNCED_TABLES;
use super::session::{self, Session};
use crate::domain::ids::{OperatorId, UnitId};
use crate::fault::Result;

/// Where questions are asked: each area of the store adds its selects here.
#[derive(Clone, Copy)]
pub struct Read<'c> {
    conn: &'c Connection,
}

impl<'c> Read<'c> {
    pub(super) fn new(conn: &'c Connection) -> Self {
        Self { conn }
    }

    pub(super) fn conn(&self) -> &'c Connection {
        self.conn
    }

    /// The row, if there is one.
    pub(super) fn one<T>(
        &self,
        sql: &str,
        params: impl Params,
        row: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Option<T>> {
        let ask = || self.conn.prepare_cached(sql)?.query_row(params, row).optional();
        ask().map_err(fault)
    }

    /// Every row.
    pub(super) fn all<T>(
        &self,
        sql: &str,
        params: impl Params,
        row: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>> {
        let ask =
            || self.conn.prepare_cached(sql)?.query_map(params, row)?.collect::<rusqlite::Result<Vec<T>>>();
        ask().map_err(fault)
    }
}

/// Where changes are made: exists only inside [`Store::write`]. Each area of
/// the store adds its inserts and updates here.
pub struct Tx<'c> {
    read: Read<'c>,
}

impl<'c> Deref for Tx<'c> {
    type Target = Read<'c>;

    fn deref(&self) -> &Read<'c> {
        &self.read
    }
}

impl Tx<'_> {
    /// Runs one statement; how many rows it changed.
    pub(super) fn run(&self, sql: &str, params: impl Params) -> Result<usize> {
        let act = || self.conn().prepare_cached(sql)?.execute(params);
        act().map_err(fault)
    }
}

/// What is recorded beside the changes of one command.
#[derive(Clone, Copy, Debug)]
pub struct Unit<'a> {
    /// The command's own id; a second unit with it is refused.
    pub id: UnitId,
    /// The hour of the desk.
    pub at: NaiveDateTime,
    /// Who; nobody only while the office is being founded.
    pub operator: Option<OperatorId>,
    /// The command as JSON, complete with ids: what a redo runs again.
    pub command: &'a str,
}

/// What an act decided about itself.
#[derive(Debug)]
pub enum Verdict<T> {
    /// Keep the changes, with these lines in the audit.
    Keep(T, Vec<AuditLine>),
    /// Undo everything, as if it had never been tried.
    Undo(T),
}

impl Store {
    /// Runs `act` in one transaction (in a savepoint inside [`Store::batch`]).
    /// If it keeps its changes they are recorded with the command as one unit
    /// in `local_unit`, with the audit lines; otherwise nothing is left.
    ///
    /// # Errors
    /// The fault of `act`, or that of the disk; nothing is left then either.
    pub fn write<T>(
        &mut self,
        unit: &Unit<'_>,
        act: impl FnOnce(&Tx<'_>) -> Result<Verdict<T>>,
    ) -> Result<T> {
        self.place.check()?;
        let stamp = Stamp::after(self.last_stamp()?, unit.at);
        let transaction = Transaction::begin(&self.conn)?;
        if self.read().has_unit(unit.id)? {
            return Err(taken());
        }
        let session = Session::start(&self.conn, SYNCED_TABLES)?;
        let tx = Tx { read: Read::new(&self.conn) };
        let (value, lines) = match act(&tx)? {
            Verdict::Keep(value, lines) => (value, lines),
            Verdict::Undo(value) => return Ok(value),
        };
        let changeset = session.changeset()?;
        drop(session);
        let changes = session::changes(&changeset)?;
        let touched = derived::touched(&self.conn, &self.watch, &changes)?;
        match &mut self.stale {
            // A batch touches the same people again and again: once, at its end.
            Some(stale) => stale.extend(touched),
            None => derived::refresh(&self.conn, &touched)?,
        }
        self.keep_unit(&tx, unit, stamp, (&changeset, &changes))?;
        let head = audit::append(&self.conn, self.head, &self.desk, unit.at, unit.operator, &lines)?;
        transaction.commit()?;
        (self.head, self.last) = (head, Some(stamp));
        self.mark();
        Ok(value)
    }

    /// Writes audit lines that belong to no command: sign-in, search, a
    /// record opened, a print.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn log(
        &mut self,
        at: NaiveDateTime,
        operator: Option<OperatorId>,
        lines: &[AuditLine],
    ) -> Result<()> {
        self.place.check()?;
        let transaction = Transaction::begin(&self.conn)?;
        let head = audit::append(&self.conn, self.head, &self.desk, at, operator, lines)?;
        transaction.commit()?;
        self.head = head;
        self.mark();
        Ok(())
    }

    /// Closes the open day of the audit and signs it; a day left open is
    /// closed by the first line of a later one. Nothing to do is no error.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn close_day(&mut self) -> Result<()> {
        self.place.check()?;
        let transaction = Transaction::begin(&self.conn)?;
        let head = audit::close_day(&self.conn, self.head, &self.desk)?;
        transaction.commit()?;
        self.head = head;
        self.mark();
        Ok(())
    }

    /// Local bookkeeping outside any command (drafts, settings): neither
    /// recorded nor audited.
    pub(super) fn note(&mut self, sql: &str, params: impl Params) -> Result<usize> {
        self.place.check()?;
        Tx { read: Read::new(&self.conn) }.run(sql, params)
    }

    /// Many commands in one transaction: founding a demo office, replaying.
    /// A refused command inside is undone alone; a fault undoes the whole.
    ///
    /// # Errors
    /// The fault of `acts`, or that of the disk.
    pub fn batch<T>(&mut self, acts: impl FnOnce(&mut Self) -> Result<T>) -> Result<T> {
        self.batch_begin()?;
        let done = acts(self);
        self.batch_end(done.is_ok())?;
        done
    }

    /// Opens a batch, for a caller that owns the store inside something else;
    /// [`Store::batch_end`] must follow.
    ///
    /// # Errors
    /// When another batch is open or the file cannot be locked.
    pub fn batch_begin(&mut self) -> Result<()> {
        self.conn.execute_batch("BEGIN IMMEDIATE").map_err(fault)?;
        self.stale = Some(Stale::default());
        Ok(())
    }

    /// Is a batch open, at whose end what is derived is derived?
    #[must_use]
    pub fn is_in_batch(&self) -> bool {
        self.stale.is_some()
    }

    /// Ends a batch: keeps everything or nothing.
    ///
    /// # Errors
    /// When the disk fails; nothing is left then.
    pub fn batch_end(&mut self, keep: bool) -> Result<()> {
        let stale = self.stale.take().unwrap_or_default();
        let commit = || self.conn.execute_batch("COMMIT").map_err(fault);
        let kept = if keep { derived::refresh(&self.conn, &stale).and_then(|()| commit()) } else { Ok(()) };
        if !keep || kept.is_err() {
            // What was in memory may speak of rows that are gone.
            (self.head, self.last) = (None, None);
            if !self.conn.is_autocommit() {
                self.conn.execute_batch("ROLLBACK").map_err(fault)?;
            }
        }
        self.mark();
        kept
    }

    /// Notes outside the file how far it came, once it is on the disk.
    fn mark(&self) {
        if let Some(head) = &self.head
            && self.conn.is_autocommit()
        {
            self.lock.mark(head.line());
        }
    }

    fn last_stamp(&mut self) -> Result<Option<Stamp>> {
        if self.last.is_none() {
            let sql = "SELECT time FROM local_unit ORDER BY seq DESC LIMIT 1";
            let text = self.read().one(sql, [], |row| row.get::<_, String>(0))?;
            self.last = text.as_deref().and_then(Stamp::parse);
        }
        Ok(self.last)
    }
}

/// A transaction, or a savepoint inside a batch; undone unless committed,
/// also when a fault or a panic passes through.
pub(super) struct Transaction<'c> {
    conn: &'c Connection,
    undo: &'static str,
    keep: &'static str,
    open: bool,
}

impl<'c> Transaction<'c> {
    pub(super) fn begin(conn: &'c Connection) -> Result<Self> {
        let (begin, undo, keep) = if conn.is_autocommit() {
            ("BEGIN IMMEDIATE", "ROLLBACK", "COMMIT")
        } else {
            ("SAVEPOINT unit", "ROLLBACK TO unit", "RELEASE unit")
        };
        step(conn, begin)?;
        Ok(Self { conn, undo, keep, open: true })
    }

    fn commit(mut self) -> Result<()> {
        step(self.conn, self.keep)?;
        self.open = false;
        Ok(())
    }
}

impl Drop for Transaction<'_> {
    fn drop(&mut self) {
        // An error here means that SQLite has already undone it.
        if self.open
            && !self.conn.is_autocommit()
            && step(self.conn, self.undo).is_ok()
            && self.keep != "COMMIT"
        {
            let _ = step(self.conn, self.keep);
        }
    }
}

fn step(conn: &Connection, sql: &str) -> Result<()> {
    let run = || conn.prepare_cached(sql)?.execute([]);
    run().map(|_| ()).map_err(fault)
}

#[cfg(test)]
#[path = "write_tests.rs"]
mod tests;
