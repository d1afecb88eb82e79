//! The form of a changeset (SQLite, «Session Extension», changeset format): it
//! is gone through here before SQLite reads it, which trusts lengths it finds
//! in bytes that end too early, and reads beyond them.

use super::errors::damaged;
use crate::fault::Result;

/// No table has more columns.
const MOST_COLUMNS: u64 = 2_000;

/// Is it whole: headers of tables, rows with all their values, nothing after?
///
/// # Errors
/// An office fault with the place where it is not.
pub(super) fn check(changeset: &[u8]) -> Result<()> {
    let mut rest = Bytes { all: changeset, at: 0 };
    match rest.tables() {
        Some(()) => Ok(()),
        None => Err(damaged().cause(format!("changeset of {} bytes, at {}", changeset.len(), rest.at))),
    }
}

struct Bytes<'a> {
    all: &'a [u8],
    at: usize,
}

impl<'a> Bytes<'a> {
    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let taken = self.all.get(self.at..self.at.checked_add(count)?)?;
        self.at += count;
        Some(taken)
    }

    fn byte(&mut self) -> Option<u8> {
        self.take(1).map(|one| one[0])
    }

    /// Seven bits a byte, the highest first; nothing here is longer than five
    /// bytes, since no length is over two gibibytes.
    fn varint(&mut self) -> Option<u64> {
        let mut value = 0;
        for _ in 0..5 {
            let byte = self.byte()?;
            value = value << 7 | u64::from(byte & 0x7f);
            if byte < 0x80 {
                return Some(value).filter(|value| *value <= i32::MAX as u64);
            }
        }
        None
    }

    /// `T`, how many columns, which are of the key, the name; then its rows.
    fn tables(&mut self) -> Option<()> {
        while self.at < self.all.len() {
            let (b'T', columns @ 1..=MOST_COLUMNS) = (self.byte()?, self.varint()?) else { return None };
            let columns = usize::try_from(columns).ok()?;
            let key = self.take(columns)?;
            let name = self.all[self.at..].iter().position(|byte| *byte == 0).filter(|length| *length > 0)?;
            let name = self.take(name + 1)?;
            if key.iter().all(|place| *place == 0) || std::str::from_utf8(name).is_err() {
                return None;
            }
            while self.at < self.all.len() && self.all[self.at] != b'T' {
                self.row(columns)?;
            }
        }
        Some(())
    }

    /// What was done, whether by a trigger, the values: of an update those
    /// before and those after, where a column that stayed has none.
    fn row(&mut self, columns: usize) -> Option<()> {
        const DELETE: u8 = 9;
        const INSERT: u8 = 18;
        const UPDATE: u8 = 23;
        let op = self.byte()?;
        self.byte().filter(|indirect| *indirect <= 1)?;
        match op {
            INSERT | DELETE => (0..columns).try_for_each(|_| self.value(false)),
            UPDATE => (0..columns * 2).try_for_each(|_| self.value(true)),
            _ => None,
        }
    }

    fn value(&mut self, may_stay: bool) -> Option<()> {
        match self.byte()? {
            0 if may_stay => Some(()),
            5 => Some(()),
            1 | 2 => self.take(8).map(|_| ()),
            3 | 4 => {
                let length = self.varint()?;
                self.take(usize::try_from(length).ok()?).map(|_| ())
            }
            _ => None,
        }
    }
}
