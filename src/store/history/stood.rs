//! The records of a person as they stood at a moment.

use std::collections::HashSet;

use chrono::NaiveDateTime;
use uuid::Uuid;

use super::Row;
use super::back::{Names, put_back};
use crate::fault::{Fault, Result};
use crate::store::derived::{self, Stale};
use crate::store::errors::fault;
use crate::store::hlc::Stamp;
use crate::store::open::Store;
use crate::store::session::{self, Op};
use crate::store::write::{Read, Transaction};

impl Store {
    /// Lends the file as it was at the end of a second, as far as the records
    /// of one person go; then everything is as before. The past is walked
    /// back inside a transaction that is never committed, so whoever reads
    /// reads it as always.
    ///
    /// A field has the value of the last unit, in the order of this file, that
    /// is not after that moment: units of other desks lie between those of
    /// this one by when they came in, not by their hour.
    ///
    /// # Errors
    /// That of `read`, or of the file.
    pub fn as_it_stood<T>(
        &mut self,
        person: Uuid,
        at: NaiveDateTime,
        read: impl FnOnce(&Read<'_>) -> Result<T>,
    ) -> Result<T> {
        let transaction = Transaction::begin(&self.conn)?;
        // Rows go and come in the order of the units; nothing of it stays.
        self.conn.execute_batch("PRAGMA defer_foreign_keys = ON").map_err(fault)?;
        let units = self.read().unit_rows_of(person, i64::MIN)?;
        let mut names = Names::default();
        // Fields, and rows whole, whose value at that moment is found.
        let mut found: HashSet<(Vec<u8>, Option<usize>)> = HashSet::new();
        for unit in units {
            let changes = session::changes(&unit.changeset)?;
            let later = hour(&unit)? > at;
            for change in &changes {
                if !self.whose.is_of(&self.conn, change, &changes, person)? {
                    continue;
                }
                if found.contains(&(change.key.clone(), None)) {
                    continue;
                }
                let settled = |column: usize| found.contains(&(change.key.clone(), Some(column)));
                if later {
                    put_back(&self.conn, &mut names, change, settled)?;
                } else if change.op == Op::Update {
                    found.extend(change.columns().map(|column| (change.key.clone(), Some(column))));
                } else {
                    found.insert((change.key.clone(), None));
                }
            }
        }
        derived::refresh(&self.conn, &Stale::person(person.as_bytes()))?;
        let answer = read(&self.read());
        drop(transaction);
        answer
    }
}

fn hour(unit: &Row) -> Result<NaiveDateTime> {
    Ok(Stamp::parse(&unit.time).ok_or_else(|| Fault::internal("a unit without its hour"))?.at())
}
