//! The audit read back a page at a time: never the whole of it in memory.

use chrono::{Days, NaiveDate};
use rusqlite::params;

use super::{AuditRecord, COLUMNS, record};
use crate::domain::access::ActKind;
use crate::domain::ids::{OperatorId, RegistrantId};
use crate::fault::Result;
use crate::store::convert::Day;
use crate::store::errors::fault;
use crate::store::write::Read;

/// Which lines of the audit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AuditFilter {
    /// From this day.
    pub from: Option<NaiveDate>,
    /// Up to this day included.
    pub to: Option<NaiveDate>,
    /// Of this operator.
    pub operator: Option<OperatorId>,
    /// About this person.
    pub registrant: Option<RegistrantId>,
    /// Of these kinds; of all when there are none.
    pub kinds: Vec<ActKind>,
    /// Those before this line, the newest first; from the last one when `None`.
    pub before: Option<i64>,
    /// How many at most.
    pub limit: usize,
}

/// A page of the audit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AuditPage {
    /// Its lines, the newest first.
    pub lines: Vec<AuditRecord>,
    /// There are more before them.
    pub more: bool,
}

impl Read<'_> {
    /// A page of the audit.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn audit_log(&self, filter: &AuditFilter) -> Result<AuditPage> {
        let first = self.first_line_since(filter.from)?;
        // A chosen person has an index; all others are walked from the end.
        let sql = format!(
            "SELECT {COLUMNS} FROM local_audit
             WHERE seq < ?1 AND seq >= ?2 {}
               AND (?3 IS NULL OR at >= ?3) AND (?4 IS NULL OR at < ?4)
               AND (?5 IS NULL OR operator = ?5)
             ORDER BY seq DESC",
            if filter.registrant.is_some() { "AND registrant = ?6" } else { "AND ?6 IS NULL" }
        );
        // Hours are ISO texts: a day ends before its successor begins.
        let after = filter.to.map(|day| Day(day + Days::new(1)));
        let mut page = AuditPage::default();
        let ask = || -> rusqlite::Result<AuditPage> {
            let mut statement = self.conn().prepare_cached(&sql)?;
            let before = filter.before.unwrap_or(i64::MAX);
            let mut rows = statement.query(params![
                before,
                first,
                filter.from.map(Day),
                after,
                filter.operator,
                filter.registrant
            ])?;
            while let Some(row) = rows.next()? {
                // The kind is this program's: it is no column.
                if !filter.kinds.is_empty() {
                    let action = row.get_ref(4)?.as_str()?;
                    if !filter.kinds.contains(&ActKind::of(action)) {
                        continue;
                    }
                }
                if page.lines.len() == filter.limit {
                    page.more = true;
                    break;
                }
                page.lines.push(record(row)?);
            }
            Ok(page)
        };
        ask().map_err(fault)
    }

    /// Where lines of a day and of later ones begin. A line is never later than
    /// the day it was closed in, so earlier closed days hold none.
    fn first_line_since(&self, day: Option<NaiveDate>) -> Result<i64> {
        let Some(day) = day else { return Ok(0) };
        let sql = "SELECT coalesce(
                     (SELECT min(first) FROM local_audit_day WHERE day >= ?1),
                     (SELECT first FROM local_audit_head), 0)";
        Ok(self.one(sql, [Day(day)], |row| row.get(0))?.unwrap_or(0))
    }
}
