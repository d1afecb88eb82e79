//! The tables of the office: what ships, with the office's own rows.

use std::sync::{Arc, Mutex, PoisonError};

use super::write::Read;
use crate::domain::office::Region;
use crate::domain::office_row::OfficeRow;
use crate::fault::Result;
use crate::tables::catalogue::{self, Catalogue};

/// The last catalogue made, with the region and the rows it was made of. There is nothing to
/// throw away when a command or another desk's changes touch a row, or are
/// undone: other rows are another key.
static LAST: Mutex<Option<(Key, Arc<Catalogue>)>> = Mutex::new(None);

/// Region and rows.
type Key = (Region, String);

impl Read<'_> {
    /// The office's own rows, withdrawn ones included, as they were written.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn office_rows(&self) -> Result<Vec<OfficeRow>> {
        self.list("ORDER BY at, id", [])
    }

    /// The region of the office; no region's before it is set up.
    fn region(&self) -> Result<Region> {
        let sql = "SELECT region FROM office ORDER BY id LIMIT 1";
        let word = self.one(sql, [], |row| row.get::<_, String>(0))?;
        Ok(word.and_then(|word| serde_json::from_value(word.into()).ok()).unwrap_or_default())
    }

    /// The tables in force, by day.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn catalogue(&self) -> Result<Arc<Catalogue>> {
        let region = self.region()?;
        // A row is never changed but to withdraw it: of a template or a logo
        // its length is enough, and the text is not read at every question.
        let sql = "SELECT group_concat(hex(id) || \"table\" || code || valid_from || ifnull(valid_to, '') ||
            iif(octet_length(cells) > 2000, octet_length(cells), cells) || at || source ||
            (withdrawn_at IS NULL), ' ') FROM office_row";
        let Some(rows) = self.one(sql, [], |row| row.get::<_, Option<String>>(0))?.flatten() else {
            return Ok(catalogue::shipped(region).clone());
        };
        let key = (region, rows);
        if let Some((_, last)) =
            LAST.lock().unwrap_or_else(PoisonError::into_inner).as_ref().filter(|l| l.0 == key)
        {
            return Ok(last.clone());
        }
        let made = Arc::new(Catalogue::new(region, &self.office_rows()?));
        *LAST.lock().unwrap_or_else(PoisonError::into_inner) = Some((key, made.clone()));
        Ok(made)
    }
}
