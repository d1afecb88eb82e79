//! Do the records say what the units made of them?
//!
//! Every page of the file has its own seal, and the page of an older copy has
//! a good one: put back alone it would give a record the values of that day.
//! The units tell it: of each value that came and was not taken away there
//! must be one in the records. Sums of hashes tell it in one walk, without
//! keeping the records in memory.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use rusqlite::Connection;
use rusqlite::types::{Value, ValueRef};

use crate::fault::Result;
use crate::store::errors::fault;
use crate::store::schema::SYNCED_TABLES;
use crate::store::session::{self, Op};
use crate::store::write::Read;

/// The values of a table: what the units gave it, less what stands there.
struct Balance {
    sum: u64,
    /// The value a column has where nobody gave one, as that of a row which
    /// is older than the column: it weighs nothing.
    usual: Vec<Value>,
}

impl Balance {
    fn new(conn: &Connection, table: &str) -> rusqlite::Result<Self> {
        let said: Vec<Option<String>> = conn
            .prepare("SELECT dflt_value FROM pragma_table_info(?1) ORDER BY cid")?
            .query_map([table], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        let value = |said: Option<String>| match said {
            None => Ok(Value::Null),
            Some(text) => conn.query_row(&format!("SELECT {text}"), [], |row| row.get(0)),
        };
        Ok(Self { sum: 0, usual: said.into_iter().map(value).collect::<rusqlite::Result<_>>()? })
    }

    fn weight(&self, key: &[u8], column: usize, value: ValueRef<'_>) -> u64 {
        if self.usual.get(column).is_some_and(|usual| ValueRef::from(usual) == value) {
            return 0;
        }
        let mut hasher = DefaultHasher::new();
        (key, column).hash(&mut hasher);
        match value {
            ValueRef::Null => 0.hash(&mut hasher),
            ValueRef::Integer(number) => (1, number).hash(&mut hasher),
            ValueRef::Real(number) => (2, number.to_bits()).hash(&mut hasher),
            ValueRef::Text(text) => (3, text).hash(&mut hasher),
            ValueRef::Blob(bytes) => (4, bytes).hash(&mut hasher),
        }
        hasher.finish()
    }

    fn came(&mut self, key: &[u8], column: usize, value: ValueRef<'_>) {
        self.sum = self.sum.wrapping_add(self.weight(key, column, value));
    }

    fn went(&mut self, key: &[u8], column: usize, value: ValueRef<'_>) {
        self.sum = self.sum.wrapping_sub(self.weight(key, column, value));
    }
}

impl Read<'_> {
    /// The tables whose rows are not those that the units made, one after the
    /// other; and how many units there are.
    ///
    /// # Errors
    /// When the file cannot be read, or a changeset is none.
    pub fn records_wrong(&self) -> Result<(usize, Vec<&'static str>)> {
        let conn = self.conn();
        let mut balances = BTreeMap::new();
        for table in SYNCED_TABLES {
            balances.insert(*table, Balance::new(conn, table).map_err(fault)?);
        }
        let mut units = 0;
        self.units(|unit| {
            units += 1;
            for change in session::changes(&unit.changeset)? {
                let Some(balance) = balances.get_mut(change.table.as_str()) else { continue };
                let given = |side: &[Option<Value>]| -> Vec<(usize, Value)> {
                    let values = side.iter().enumerate();
                    values.filter_map(|(place, value)| Some((place, value.clone()?))).collect()
                };
                for (place, value) in given(&change.new) {
                    balance.came(&change.key, place, ValueRef::from(&value));
                }
                for (place, value) in given(&change.old) {
                    // The key of a row that stays is told, and stays.
                    if place > 0 || change.op != Op::Update {
                        balance.went(&change.key, place, ValueRef::from(&value));
                    }
                }
            }
            Ok(())
        })?;
        for (table, balance) in &mut balances {
            take_rows(conn, table, balance).map_err(fault)?;
        }
        let wrong = balances.iter().filter(|(_, balance)| balance.sum != 0).map(|(table, _)| *table);
        Ok((units, wrong.collect()))
    }
}

/// Takes away what stands in the table.
fn take_rows(conn: &Connection, table: &str, balance: &mut Balance) -> rusqlite::Result<()> {
    let mut statement = conn.prepare(&format!("SELECT * FROM {table}"))?;
    let columns = statement.column_count();
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let key = row.get_ref(0)?.as_blob()?;
        for column in 0..columns {
            balance.went(key, column, row.get_ref(column)?);
        }
    }
    Ok(())
}
