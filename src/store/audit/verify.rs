//! The check of the whole chain: what was done to it and where.
//!
//! A line carries the seal of the one before in its own, so the lines around
//! a wrong one tell what happened: a changed line still has the next one
//! fitting on its seal, an added one stands between two that fit each other, a
//! moved one fits somewhere else, a removed one is missing from the count.

use rusqlite::Row;

use super::chain::{Hash, Head};
use super::day::{self, Closed};
use super::line::{COLUMNS, Line, hash, hash_in, words};
use super::told::{AuditCheck, AuditFault, Harm};
use crate::fault::Result;
use crate::store::errors::fault;
use crate::store::write::Read;

/// Faults told of one chain: who has met so many does not need the rest.
const MOST: usize = 20;

/// The walk along the chain.
struct Walk<'c> {
    read: Read<'c>,
    buffer: Vec<u8>,
    /// The seal the next line has to follow.
    before: Hash,
    /// The number it has to have.
    expected: i64,
    /// The first line there is, or one.
    start: i64,
    /// The last line there should be.
    end: i64,
    /// The last line there is.
    last: i64,
    /// The last line there is has not the seal it should have.
    cut: bool,
    /// Lines told as removed by whoever renumbered those after.
    removed: i64,
    /// Lines told as added.
    inserted: i64,
    check: AuditCheck,
}

impl Walk<'_> {
    /// From the next line on, until one does not fit: its number.
    fn on(&mut self) -> Result<Option<i64>> {
        let sql = format!("SELECT {COLUMNS} FROM local_audit WHERE seq >= ?1 ORDER BY seq");
        let mut statement = self.read.conn().prepare_cached(&sql).map_err(fault)?;
        let mut rows = statement.query([self.expected]).map_err(fault)?;
        while let Some(row) = rows.next().map_err(fault)? {
            let seq: i64 = row.get(8).map_err(fault)?;
            let sealed = words(row).map(|words| words.seal(&self.before, &mut self.buffer));
            if seq != self.expected || sealed.is_none() || sealed != hash(row) {
                return Ok(Some(seq));
            }
            self.before = sealed.unwrap_or_default();
            self.expected += 1;
            self.check.lines += 1;
        }
        Ok(None)
    }

    /// The first line from `from` on that `fits`.
    fn find(&self, from: i64, mut fits: impl FnMut(&Row<'_>) -> bool) -> Result<Option<i64>> {
        let sql = format!("SELECT {COLUMNS} FROM local_audit WHERE seq >= ?1 ORDER BY seq");
        let mut statement = self.read.conn().prepare_cached(&sql).map_err(fault)?;
        let mut rows = statement.query([from]).map_err(fault)?;
        while let Some(row) = rows.next().map_err(fault)? {
            if fits(row) {
                return row.get(8).map(Some).map_err(fault);
            }
        }
        Ok(None)
    }

    fn follows(row: &Row<'_>, before: &Hash, buffer: &mut Vec<u8>) -> bool {
        words(row).is_some_and(|words| Some(words.seal(before, buffer)) == hash(row))
    }

    /// Tells what was done at line `seq`, and goes on behind it.
    fn tell(&mut self, seq: i64) -> Result<()> {
        let Some(line) = self.line(seq)? else { return Ok(()) };
        let (before, mut buffer) = (self.before, Vec::new());
        let sealed = line.seal(&before, &mut buffer);
        if let Some(sealed) = sealed
            && sealed != line.hash
            && self.next_follows(seq, &sealed)?
        {
            // Only its seal was changed.
            self.told(Harm::Changed, seq, seq);
            self.behind(seq, sealed);
            return Ok(());
        }
        let place = if sealed == Some(line.hash) { Some(seq - 1) } else { self.place(&line)? };
        match place {
            // In its place, under another number.
            Some(place) if place == seq - 1 => self.told(Harm::Moved, seq, seq),
            // What stands between is well sealed, but nobody's.
            Some(place) if place < seq && !self.check.wrong.iter().any(|wrong| wrong.last > place) => {
                self.told(Harm::Inserted, place + 1, seq - 1);
            }
            Some(_) if self.is_twice(&line)? => {
                self.told(Harm::Inserted, seq, seq);
                self.behind(seq, before);
                return Ok(());
            }
            Some(_) => self.told(Harm::Moved, seq, seq),
            None => {
                let next = self.find(seq + 1, |row| Self::follows(row, &before, &mut buffer))?;
                if let Some(next) = next {
                    self.told(Harm::Inserted, seq, next - 1);
                    self.expected = next;
                    return Ok(());
                }
                self.gone_or_changed(&line)?;
            }
        }
        self.behind(seq, line.hash);
        Ok(())
    }

    /// The line fits nowhere and nothing fits in its place.
    fn gone_or_changed(&mut self, line: &Line) -> Result<()> {
        let (before, mut buffer) = (self.before, Vec::new());
        let words_of_another = self.find(i64::MIN, |row| {
            words(row).is_some_and(|words| words.seal(&before, &mut buffer) == line.hash)
        })?;
        let missing = self.end - self.last - self.removed;
        if words_of_another.is_some() {
            self.told(Harm::Moved, line.seq, line.seq);
        } else if line.seq > self.end {
            self.told(Harm::Inserted, line.seq, line.seq);
        } else if line.seq > self.expected {
            self.told(Harm::Removed, self.expected, line.seq - 1);
        } else if missing > 0 && !self.cut {
            // Those after it were renumbered.
            self.removed += missing;
            self.told(Harm::Removed, line.seq, line.seq + missing - 1);
        } else {
            self.told(Harm::Changed, line.seq, line.seq);
        }
        Ok(())
    }

    fn told(&mut self, harm: Harm, first: i64, last: i64) {
        if harm == Harm::Inserted {
            self.inserted += last - first + 1;
        }
        self.check.wrong.push(AuditFault { harm, first, last });
    }

    fn line(&self, seq: i64) -> Result<Option<Line>> {
        let sql = format!("SELECT {COLUMNS} FROM local_audit WHERE seq = ?1");
        self.read.one(&sql, [seq], Line::of)
    }

    /// Does the line after `seq` follow this seal?
    fn next_follows(&self, seq: i64, seal: &Hash) -> Result<bool> {
        let Some(next) = self.find(seq + 1, |_| true)? else { return Ok(false) };
        let next = self.line(next)?;
        Ok(next.is_some_and(|next| next.seal(seal, &mut Vec::new()) == Some(next.hash)))
    }

    /// The line of the file that this one follows.
    fn place(&self, line: &Line) -> Result<Option<i64>> {
        let mut buffer = Vec::new();
        let mut fits = |before: &Hash| line.seal(before, &mut buffer) == Some(line.hash);
        if fits(&Hash::default()) {
            return Ok(Some(self.start - 1));
        }
        self.find(i64::MIN, |row| hash(row).is_some_and(|before| fits(&before)))
    }

    /// Is the same line in the file once more?
    fn is_twice(&self, line: &Line) -> Result<bool> {
        let other = |row: &Row<'_>| row.get::<_, i64>(8).is_ok_and(|seq| seq != line.seq);
        Ok(self.find(i64::MIN, |row| hash(row) == Some(line.hash) && other(row))?.is_some())
    }

    fn behind(&mut self, seq: i64, before: Hash) {
        (self.before, self.expected) = (before, seq + 1);
        self.check.lines += 1;
    }

    /// The end of the chain against what the file says of it.
    fn end(&mut self, head: Option<&Head>) {
        let missing = self.end - self.last;
        if missing > self.removed {
            self.told(Harm::Removed, self.last + 1, self.end - self.removed);
        } else if -missing > self.inserted {
            self.told(Harm::Inserted, self.end + 1, self.last);
        } else if self.check.wrong.is_empty() && head.is_some_and(|head| head.hash != self.before) {
            self.told(Harm::Changed, self.last, self.last);
        }
    }

    /// The closed days: signed by this desk, one after the other, and with
    /// the lines they had.
    fn days(&mut self, head: Option<&Head>) -> Result<()> {
        let (days, keys) = (Closed::all(self.read.conn())?, day::keys(self.read.conn())?);
        self.check.days = days.len();
        self.check.closed = days.last().and_then(|day| day.day.parse().ok());
        let chain_whole = self.check.wrong.is_empty();
        let mut next = 1;
        for day in &days {
            let sql = "SELECT hash FROM local_audit WHERE seq = ?1";
            let sealed = self.read.one(sql, [day.last], |row| row.get::<_, Vec<u8>>(0))?;
            // Where lines are wrong it has been said of them already.
            let lines = !chain_whole || sealed.as_deref() == Some(&day.head);
            if day.first != next || !lines || !keys.contains(&day.public) || !day.is_signed() {
                let first = day.first.min(next);
                self.told(Harm::Day, first, day.last);
            }
            next = day.last + 1;
        }
        if head.is_some_and(|head| head.first != next) {
            self.told(Harm::Day, next, self.end);
        }
        Ok(())
    }
}

impl Read<'_> {
    /// Walks the whole chain and its days: a line changed, removed, added or
    /// moved is found and told which (R-PRV-4).
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn audit_verify(&self) -> Result<AuditCheck> {
        let head = Head::told(self.conn())?;
        let ends = "SELECT ifnull(min(seq), 1), ifnull(max(seq), 0) FROM local_audit";
        let (start, last) = self.one(ends, [], |row| Ok((row.get(0)?, row.get(1)?)))?.unwrap_or((1, 0));
        let sealed =
            self.one("SELECT hash FROM local_audit WHERE seq = ?1", [last], |row| Ok(hash_in(row, 0)))?;
        let mut walk = Walk {
            read: *self,
            buffer: Vec::new(),
            before: Hash::default(),
            expected: 1_i64.min(start),
            start: 1_i64.min(start),
            // A file that does not say where it ends is taken at what it has.
            end: head.as_ref().map_or(last, |head| head.seq),
            last,
            cut: head.as_ref().is_some_and(|head| sealed.flatten() != Some(head.hash)),
            removed: 0,
            inserted: 0,
            check: AuditCheck::default(),
        };
        while let Some(seq) = walk.on()? {
            walk.tell(seq)?;
            if walk.check.wrong.len() >= MOST {
                return Ok(walk.check);
            }
        }
        walk.end(head.as_ref());
        walk.days(head.as_ref())?;
        if head.is_none() && last > 0 && walk.check.wrong.is_empty() {
            walk.told(Harm::Removed, last + 1, last + 1);
        }
        Ok(walk.check)
    }
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
