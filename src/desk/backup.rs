//! Copies of the office, with the line that tells of each.

use std::path::Path;

use super::run::Desk;
use crate::fault::Result;
use crate::store::AuditLine;
use crate::store::backup::Copy;
use crate::store::rotate::{Keep, rotate};

impl Desk {
    /// Copies the office into `folder`: the copy is tried by opening it
    /// before it counts as one, and older ones of this desk that are too many
    /// go. Leaves an audit line, in the office only.
    ///
    /// # Errors
    /// Those of [`crate::store::Store::backup`]; the line cannot be written.
    pub fn backup(&mut self, by: &str, folder: &Path) -> Result<Copy> {
        let at = self.clock().now();
        let operator = self.operator(by).map(|operator| operator.id);
        let copy = self.store_mut().backup(folder, at)?;
        let detail = format!("{} {}", copy.manifest.facts.audit_lines, copy.manifest.sha256);
        self.store_mut().log(at, operator, &[AuditLine::new("office.backup").detail(detail)])?;
        rotate(folder, &copy, Keep::default())?;
        Ok(copy)
    }
}
