//! Units not yet on the hub, in the order they were written.

use crate::domain::ids::{OperatorId, UnitId};
use crate::fault::Result;
use crate::store::errors::fault;
use crate::store::write::Read;

/// A unit as it is kept and sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pending {
    /// The command's id.
    pub id: UnitId,
    /// The desk's code.
    pub desk: String,
    /// Hybrid logical time; sorts as text.
    pub time: String,
    /// Who.
    pub operator: Option<OperatorId>,
    /// The schema the changeset was recorded on.
    pub schema: u32,
    /// The command as JSON.
    pub command: String,
    /// What it changed.
    pub changeset: Vec<u8>,
}

impl Read<'_> {
    /// Hands every pending unit to `each`, in the order they were written.
    ///
    /// # Errors
    /// That of `each`, or of the file.
    pub fn pending(&self, each: impl FnMut(Pending) -> Result<()>) -> Result<()> {
        let pushed = "SELECT max(CAST(value AS INTEGER)) FROM local_setting WHERE name = 'pushed_seq'";
        self.walk(&format!("WHERE seq > coalesce(({pushed}), 0)"), each)
    }

    /// The same of every unit this file was made of.
    ///
    /// # Errors
    /// That of `each`, or of the file.
    pub fn units(&self, each: impl FnMut(Pending) -> Result<()>) -> Result<()> {
        self.walk("", each)
    }

    fn walk(&self, which: &str, mut each: impl FnMut(Pending) -> Result<()>) -> Result<()> {
        let sql = format!(
            "SELECT id, desk, time, operator, schema, command, changeset FROM local_unit {which} ORDER BY seq"
        );
        let mut statement = self.conn().prepare_cached(&sql).map_err(fault)?;
        let mut rows = statement.query([]).map_err(fault)?;
        while let Some(row) = rows.next().map_err(fault)? {
            let unit = || -> rusqlite::Result<Pending> {
                Ok(Pending {
                    id: row.get(0)?,
                    desk: row.get(1)?,
                    time: row.get(2)?,
                    operator: row.get(3)?,
                    schema: row.get(4)?,
                    command: row.get(5)?,
                    changeset: row.get(6)?,
                })
            };
            each(unit().map_err(fault)?)?;
        }
        Ok(())
    }

    /// Was this command already accepted here?
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn has_unit(&self, id: UnitId) -> Result<bool> {
        Ok(self.one("SELECT 1 FROM local_unit WHERE id = ?1", [id], |_| Ok(()))?.is_some())
    }
}
