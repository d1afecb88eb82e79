//! The audit: one chain of lines a desk, each sealed by the hash of the one
//! before (R-PRV-4). Outside the session: a sync never undoes it.

use std::borrow::Cow;

use chrono::NaiveDateTime;
use rusqlite::{Connection, OptionalExtension};
use sha2::{Digest, Sha256};

use super::convert::Time;
use super::errors::fault;
use super::write::Read;
use crate::domain::ids::{OperatorId, RegistrantId};
use crate::fault::{Fault, Result};

/// The hash that seals a line.
pub(super) type Hash = [u8; 32];

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

/// Appends one line inside the caller's transaction; `head` is the hash of
/// the last line if the caller knows it.
pub(super) fn append(
    conn: &Connection,
    head: Option<Hash>,
    desk: &str,
    at: NaiveDateTime,
    operator: Option<OperatorId>,
    line: &AuditLine,
) -> Result<Hash> {
    let write = || -> rusqlite::Result<Hash> {
        let before = match head {
            Some(head) => head,
            None => conn
                .prepare_cached("SELECT hash FROM local_audit ORDER BY seq DESC LIMIT 1")?
                .query_row([], |row| row.get(0))
                .optional()?
                .unwrap_or_default(),
        };
        let hash = seal(before, desk, at, operator, line);
        conn.prepare_cached(
            "INSERT INTO local_audit (desk, at, operator, action, registrant, detail, reason, hash)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?
        .execute((
            desk,
            Time(at),
            operator,
            &line.action,
            line.registrant,
            &line.detail,
            &line.reason,
            hash,
        ))?;
        Ok(hash)
    };
    write().map_err(fault)
}

/// Hash of the line before and of this one, written in one fixed way.
fn seal(before: Hash, desk: &str, at: NaiveDateTime, operator: Option<OperatorId>, line: &AuditLine) -> Hash {
    let canonical = serde_json::json!([
        desk,
        at.format("%Y-%m-%dT%H:%M:%S").to_string(),
        operator,
        line.action,
        line.registrant,
        line.detail,
        line.reason
    ]);
    Sha256::new().chain_update(before).chain_update(canonical.to_string()).finalize().into()
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
    /// The last `count` lines, the newest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn audit_tail(&self, count: u32) -> Result<Vec<AuditRecord>> {
        self.all(&format!("SELECT {COLUMNS} FROM local_audit ORDER BY seq DESC LIMIT ?1"), [count], record)
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

    /// Walks the whole chain; how many lines it has.
    ///
    /// # Errors
    /// An office fault with the number of the first line that does not fit.
    pub fn audit_verify(&self) -> Result<i64> {
        let sql = format!("SELECT {COLUMNS}, hash FROM local_audit ORDER BY seq");
        let mut statement = self.conn().prepare(&sql).map_err(fault)?;
        let mut rows = statement.query([]).map_err(fault)?;
        let (mut before, mut count) = (Hash::default(), 0);
        while let Some(row) = rows.next().map_err(fault)? {
            count += 1;
            let found = record(row).map_err(fault)?;
            let hash: Hash = row.get(8).map_err(fault)?;
            before = seal(before, &found.desk, found.at, found.operator, &found.line);
            if found.seq != count || before != hash {
                return Err(Fault::office(format!(
                    "Il registro degli accessi è stato alterato alla riga {count}."
                ))
                .hint("Conservare il file così com'è e avvisare chi cura il programma."));
            }
        }
        Ok(count)
    }
}
