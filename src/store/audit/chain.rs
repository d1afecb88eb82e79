//! How lines are sealed and added.

use chrono::{NaiveDate, NaiveDateTime};
use rusqlite::{Connection, OptionalExtension};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{AuditLine, day};
use crate::domain::ids::OperatorId;
use crate::fault::Result;
use crate::store::convert::{Day, Time};
use crate::store::errors::{adding_own, fault};

/// The hash that seals a line.
pub(in crate::store) type Hash = [u8; 32];

/// Where the chain ends and which of its lines are in no closed day yet.
#[derive(Clone, Copy, Debug)]
pub(in crate::store) struct Head {
    /// The last line.
    pub(super) seq: i64,
    /// Its seal.
    pub(super) hash: Hash,
    /// First line in no closed day.
    pub(super) first: i64,
    /// The open day.
    pub(super) day: Option<NaiveDate>,
}

/// The last line the file knows of, whether it is still there or not; 0
/// before the first.
pub(in crate::store) fn reached(conn: &Connection) -> rusqlite::Result<i64> {
    let mut end = 0;
    for table in ["local_audit", "local_audit_head"] {
        // Older files have no head.
        let there = "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = ?1";
        if conn.query_row(there, [table], |row| row.get::<_, i64>(0))? > 0 {
            let sql = format!("SELECT coalesce(max(seq), 0) FROM {table}");
            end = end.max(conn.query_row(&sql, [], |row| row.get(0))?);
        }
    }
    Ok(end)
}

impl Head {
    /// The last line.
    pub(in crate::store) fn line(&self) -> i64 {
        self.seq
    }

    /// As the file tells it; `None` before the first line.
    pub(super) fn told(conn: &Connection) -> Result<Option<Self>> {
        let sql = "SELECT seq, hash, first, day FROM local_audit_head";
        let ask = || {
            conn.prepare_cached(sql)?
                .query_row([], |row| {
                    let day = row.get::<_, Option<Day>>(3)?.map(|day| day.0);
                    Ok(Self { seq: row.get(0)?, hash: row.get(1)?, first: row.get(2)?, day })
                })
                .optional()
        };
        ask().map_err(fault)
    }

    /// What the next line follows. A line somebody added stays where it is,
    /// to be found: the next goes after it, on the seal of the last true one.
    fn read(conn: &Connection) -> Result<Self> {
        let ask = || {
            conn.prepare_cached("SELECT seq, hash FROM local_audit ORDER BY seq DESC LIMIT 1")?
                .query_row([], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, Hash>(1)?)))
                .optional()
        };
        let last = ask().map_err(fault)?;
        let end = last.map_or(0, |(seq, _)| seq);
        Ok(match (Self::told(conn)?, last) {
            (Some(told), _) => Self { seq: told.seq.max(end), ..told },
            (None, Some((seq, hash))) => Self { seq, hash, first: 1, day: None },
            (None, None) => Self { seq: 0, hash: Hash::default(), first: 1, day: None },
        })
    }

    fn keep(&self, conn: &Connection) -> Result<()> {
        let sql = "INSERT INTO local_audit_head (id, seq, hash, first, day) VALUES (1, ?1, ?2, ?3, ?4)
                   ON CONFLICT DO UPDATE SET seq = excluded.seq, hash = excluded.hash,
                     first = excluded.first, day = excluded.day";
        let write =
            || conn.prepare_cached(sql)?.execute((self.seq, self.hash, self.first, self.day.map(Day)));
        write().map(|_| ()).map_err(fault)
    }

    /// The open day, if any, becomes a closed one.
    fn close(&mut self, conn: &Connection, desk: &str) -> Result<()> {
        if let Some(open) = self.day.take()
            && self.first <= self.seq
        {
            day::close(conn, desk, open, (self.first, self.seq), &self.hash)?;
            self.first = self.seq + 1;
        }
        Ok(())
    }
}

/// Appends lines inside the caller's transaction; `head` is where the chain
/// ends if the caller knows it. The first line of a later day closes the one
/// before. A clock set back closes nothing: the line goes to the open day.
pub(in crate::store) fn append(
    conn: &Connection,
    head: Option<Head>,
    desk: &str,
    at: NaiveDateTime,
    operator: Option<OperatorId>,
    lines: &[AuditLine],
) -> Result<Option<Head>> {
    if lines.is_empty() {
        return Ok(head);
    }
    let mut head = head.map_or_else(|| Head::read(conn), Ok)?;
    if head.day.is_some_and(|open| at.date() > open) {
        head.close(conn, desk)?;
    }
    head.day.get_or_insert(at.date());
    let (time, mut buffer) = (at.format("%Y-%m-%dT%H:%M:%S").to_string(), Vec::new());
    for line in lines {
        let words = Words {
            desk,
            at: &time,
            operator: operator.map(|id| id.0),
            action: &line.action,
            registrant: line.registrant.map(|id| id.0),
            detail: &line.detail,
            reason: line.reason.as_deref(),
        };
        head.hash = words.seal(&head.hash, &mut buffer);
        head.seq += 1;
        let write = || {
            conn.prepare_cached(
                "INSERT INTO local_audit (seq, desk, at, operator, action, registrant, detail, reason, hash)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            )?
            .execute((
                head.seq,
                desk,
                Time(at),
                operator,
                &line.action,
                line.registrant,
                &line.detail,
                &line.reason,
                head.hash,
            ))
        };
        write().map_err(adding_own)?;
    }
    head.keep(conn)?;
    Ok(Some(head))
}

/// Closes the open day inside the caller's transaction.
pub(in crate::store) fn close_day(conn: &Connection, head: Option<Head>, desk: &str) -> Result<Option<Head>> {
    let mut head = head.map_or_else(|| Head::read(conn), Ok)?;
    if head.day.is_some() {
        head.close(conn, desk)?;
        head.keep(conn)?;
    }
    Ok(Some(head))
}

/// What a line says, as it is sealed.
pub(super) struct Words<'a> {
    pub(super) desk: &'a str,
    pub(super) at: &'a str,
    pub(super) operator: Option<Uuid>,
    pub(super) action: &'a str,
    pub(super) registrant: Option<Uuid>,
    pub(super) detail: &'a str,
    pub(super) reason: Option<&'a str>,
}

impl Words<'_> {
    /// Hash of the line before and of this one, written in one fixed way.
    pub(super) fn seal(&self, before: &Hash, buffer: &mut Vec<u8>) -> Hash {
        buffer.clear();
        let canonical =
            (self.desk, self.at, self.operator, self.action, self.registrant, self.detail, self.reason);
        serde_json::to_writer(&mut *buffer, &canonical).expect("texts and ids, into memory");
        Sha256::new().chain_update(before).chain_update(buffer).finalize().into()
    }
}
