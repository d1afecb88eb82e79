//! The audit: one chain of lines a desk, each sealed by the hash of the one
//! before (R-PRV-4), its days closed and signed. Outside the session: a sync
//! never undoes it.

use std::borrow::Cow;

use chrono::{NaiveDate, NaiveDateTime};

use super::convert::{Day, Time};
use super::hlc::Stamp;
use super::write::Read;
use crate::domain::ids::{OperatorId, RegistrantId};
use crate::fault::Result;

mod chain;
mod day;
mod line;
mod log;
mod told;
mod verify;

pub(super) use chain::{Head, append, close_day, reached};
pub(super) use day::new_key;
pub use log::{AuditFilter, AuditPage};
pub use told::{AuditCheck, AuditFault, Harm};

/// What is told of one act. No personal data: who it was about is an id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditLine {
    /// Area and act: `did.declare`, `registrant.open`.
    pub action: Cow<'static, str>,
    /// About whom.
    pub registrant: Option<RegistrantId>,
    /// What else matters, without names, numbers or texts of the person.
    pub detail: String,
    /// Why, where a reason is asked.
    pub reason: Option<String>,
}

impl AuditLine {
    /// An act about nobody in particular.
    #[must_use]
    pub fn new(action: &'static str) -> Self {
        Self { action: action.into(), registrant: None, detail: String::new(), reason: None }
    }

    /// About this person.
    #[must_use]
    pub fn about(mut self, registrant: RegistrantId) -> Self {
        self.registrant = Some(registrant);
        self
    }

    /// With this detail.
    #[must_use]
    pub fn detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = detail.into();
        self
    }

    /// For this reason.
    #[must_use]
    pub fn reason(mut self, reason: impl Into<String>) -> Self {
        self.reason = Some(reason.into());
        self
    }
}

/// A line as it stands in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditRecord {
    /// Place in the chain, from one.
    pub seq: i64,
    /// The desk's code.
    pub desk: String,
    /// When.
    pub at: NaiveDateTime,
    /// Who.
    pub operator: Option<OperatorId>,
    /// What.
    pub line: AuditLine,
}

const COLUMNS: &str = "seq, desk, at, operator, action, registrant, detail, reason";

fn record(row: &rusqlite::Row<'_>) -> rusqlite::Result<AuditRecord> {
    Ok(AuditRecord {
        seq: row.get(0)?,
        desk: row.get(1)?,
        at: row.get::<_, Time>(2)?.0,
        operator: row.get(3)?,
        line: AuditLine {
            action: Cow::Owned(row.get(4)?),
            registrant: row.get(5)?,
            detail: row.get(6)?,
            reason: row.get(7)?,
        },
    })
}

impl Read<'_> {
    /// The last line and its seal, in groups of eight hexadecimal digits: what
    /// goes on paper, to stand against a file written anew.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn audit_head(&self) -> Result<Option<(i64, String)>> {
        let sql = "SELECT seq, lower(hex(hash)) FROM local_audit ORDER BY seq DESC LIMIT 1";
        let head = self.one(sql, [], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?)))?;
        Ok(head.map(|(line, seal)| {
            let grouped = seal.chars().enumerate().flat_map(|(place, digit)| {
                let gap = (place > 0 && place % 8 == 0).then_some(' ');
                gap.into_iter().chain([digit])
            });
            (line, grouped.collect())
        }))
    }

    /// The last `count` lines, the newest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn audit_tail(&self, count: u32) -> Result<Vec<AuditRecord>> {
        self.all(&format!("SELECT {COLUMNS} FROM local_audit ORDER BY seq DESC LIMIT ?1"), [count], record)
    }

    /// When the first line was written, if there is one.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn first_line(&self) -> Result<Option<NaiveDateTime>> {
        self.one("SELECT at FROM local_audit ORDER BY seq LIMIT 1", [], |row| {
            row.get::<_, Time>(0).map(|at| at.0)
        })
    }

    /// The last day that was closed and signed.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn closed_until(&self) -> Result<Option<NaiveDate>> {
        let sql = "SELECT day FROM local_audit_day ORDER BY first DESC LIMIT 1";
        self.one(sql, [], |row| row.get::<_, Day>(0).map(|day| day.0))
    }

    /// How far time has gone here: hour of the last unit, last day of the
    /// audit. Neither ever goes back.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn reached(&self) -> Result<(Option<NaiveDateTime>, Option<NaiveDate>)> {
        let unit = "SELECT time FROM local_unit ORDER BY seq DESC LIMIT 1";
        let unit = self.one(unit, [], |row| row.get::<_, String>(0))?;
        let days = "SELECT max(day) FROM (SELECT max(day) AS day FROM local_audit_day
                                          UNION ALL SELECT day FROM local_audit_head)";
        let day = self.one(days, [], |row| Ok(row.get::<_, Option<Day>>(0)?.map(|day| day.0)))?;
        Ok((unit.as_deref().and_then(Stamp::parse).map(Stamp::at), day.flatten()))
    }

    /// Every line about one person, the newest first: who saw them (R-PRV-4).
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn audit_about(&self, registrant: RegistrantId) -> Result<Vec<AuditRecord>> {
        let sql = format!("SELECT {COLUMNS} FROM local_audit WHERE registrant = ?1 ORDER BY seq DESC");
        self.all(&sql, [registrant], record)
    }

    /// Whom an operator opened from a moment on and when last, the newest
    /// first. Looks no further back than the last lines of a busy day.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn opened_by(
        &self,
        operator: OperatorId,
        from: NaiveDateTime,
        limit: u32,
    ) -> Result<Vec<(RegistrantId, NaiveDateTime)>> {
        let sql = "SELECT registrant, max(at) FROM
                     (SELECT * FROM local_audit ORDER BY seq DESC LIMIT 5000)
                   WHERE operator = ?1 AND action = 'registrant.open' AND at >= ?2
                   GROUP BY registrant ORDER BY max(seq) DESC LIMIT ?3";
        self.all(sql, (operator, Time(from), limit), |row| Ok((row.get(0)?, row.get::<_, Time>(1)?.0)))
    }
}
