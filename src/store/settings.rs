//! Small things this desk remembers: its code, its settings, the last number
//! it gave to a paper.

use rusqlite::{Connection, OptionalExtension};

use super::errors::fault;
use super::open::Store;
use super::write::{Read, Tx};
use crate::fault::Result;

/// The code of this desk.
pub(super) const DESK: &str = "desk";

pub(super) fn get(conn: &Connection, name: &str) -> Result<Option<String>> {
    let ask = || {
        conn.prepare_cached("SELECT value FROM local_setting WHERE name = ?1")?
            .query_row([name], |row| row.get(0))
            .optional()
    };
    ask().map_err(fault)
}

const PUT: &str = "INSERT INTO local_setting (name, value) VALUES (?1, ?2)
                   ON CONFLICT DO UPDATE SET value = excluded.value";

pub(super) fn put(conn: &Connection, name: &str, value: &str) -> Result<()> {
    conn.execute(PUT, [name, value]).map(|_| ()).map_err(fault)
}

const REACHED: &str = "INSERT INTO local_counter (name, value) VALUES (?1, ?2)
                       ON CONFLICT DO UPDATE SET value = max(value, excluded.value)";

impl Store {
    /// Remembers a setting of this desk.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn setting_put(&mut self, name: &str, value: &str) -> Result<()> {
        self.note(PUT, [name, value]).map(|_| ())
    }

    /// The series has come to this number at least.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub(super) fn number_reached(&mut self, series: &str, number: i64) -> Result<()> {
        self.note(REACHED, (series, number)).map(|_| ())
    }
}

impl Read<'_> {
    /// A setting of this desk.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn setting(&self, name: &str) -> Result<Option<String>> {
        get(self.conn(), name)
    }

    /// The next number of a series of this desk (`psp/2026`), from one. It is
    /// only read: the command carries it and [`Tx::number_used`] takes it, so a
    /// refused command leaves no gap.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn next_number(&self, series: &str) -> Result<u32> {
        let last = self.one("SELECT value FROM local_counter WHERE name = ?1", [series], |row| row.get(0))?;
        Ok(last.unwrap_or(0) + 1)
    }
}

impl Tx<'_> {
    /// This number of the series is on paper now. Replaying the command takes
    /// the same number again.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn number_used(&self, series: &str, number: u32) -> Result<()> {
        self.run(REACHED, (series, number)).map(|_| ())
    }
}
