//! Days of the audit, closed and signed with the key of the desk.
//!
//! The key is in the same encrypted file: a signature says that this desk
//! closed the day, not that nobody with the office's password has been there.
//! Against that stands the head of the chain printed on the day's sheet.

use chrono::NaiveDate;
use ed25519_dalek::{Signature, Signer, SigningKey, Verifier, VerifyingKey};
use rusqlite::{Connection, OptionalExtension};
use zeroize::Zeroizing;

use super::chain::Hash;
use crate::fault::{Fault, Result};
use crate::store::convert::Day;
use crate::store::errors::{adding_own, fault};

/// A closed day as it stands in the file.
pub(super) struct Closed {
    pub(super) first: i64,
    pub(super) last: i64,
    pub(super) day: String,
    desk: String,
    pub(super) head: Vec<u8>,
    pub(super) public: Vec<u8>,
    signature: Vec<u8>,
}

impl Closed {
    /// Every closed day, the oldest first.
    pub(super) fn all(conn: &Connection) -> Result<Vec<Self>> {
        let sql =
            "SELECT first, last, day, desk, head, public, signature FROM local_audit_day ORDER BY first";
        let ask = || -> rusqlite::Result<Vec<Self>> {
            conn.prepare(sql)?
                .query_map([], |row| {
                    Ok(Self {
                        first: row.get(0)?,
                        last: row.get(1)?,
                        day: row.get(2)?,
                        desk: row.get(3)?,
                        head: row.get(4)?,
                        public: row.get(5)?,
                        signature: row.get(6)?,
                    })
                })?
                .collect()
        };
        ask().map_err(fault)
    }

    /// Is it as this key signed it?
    pub(super) fn is_signed(&self) -> bool {
        let said = message(&self.desk, &self.day, (self.first, self.last), &self.head);
        let parts = || {
            let key = VerifyingKey::from_bytes(self.public.as_slice().try_into().ok()?).ok()?;
            Some((key, Signature::from_slice(&self.signature).ok()?))
        };
        parts().is_some_and(|(key, signature)| key.verify(&said, &signature).is_ok())
    }
}

/// The public keys this desk has signed with.
pub(super) fn keys(conn: &Connection) -> Result<Vec<Vec<u8>>> {
    let ask = || -> rusqlite::Result<Vec<Vec<u8>>> {
        conn.prepare("SELECT public FROM local_audit_key")?.query_map([], |row| row.get(0))?.collect()
    };
    ask().map_err(fault)
}

/// What is signed.
fn message(desk: &str, day: &str, (first, last): (i64, i64), head: &[u8]) -> Vec<u8> {
    let mut said = format!("sportello audit day 1\n{desk}\n{day}\n{first}\n{last}\n").into_bytes();
    said.extend(head);
    said
}

/// Makes the key of the desk.
pub(in crate::store) fn new_key(conn: &Connection) -> Result<SigningKey> {
    let mut secret = Zeroizing::new([0; 32]);
    getrandom::fill(secret.as_mut()).map_err(Fault::internal)?;
    let key = SigningKey::from_bytes(&secret);
    let sql = "INSERT INTO local_audit_key (public, secret) VALUES (?1, ?2)";
    conn.execute(sql, (key.verifying_key().as_bytes(), secret.as_slice())).map_err(fault)?;
    Ok(key)
}

/// The key of the desk, made at the first need in an older file.
fn key(conn: &Connection) -> Result<SigningKey> {
    let sql = "SELECT secret FROM local_audit_key ORDER BY id DESC LIMIT 1";
    let ask = || conn.query_row(sql, [], |row| row.get::<_, [u8; 32]>(0).map(Zeroizing::new)).optional();
    match ask().map_err(fault)? {
        Some(secret) => Ok(SigningKey::from_bytes(&secret)),
        None => new_key(conn),
    }
}

/// Closes a day inside the caller's transaction.
pub(super) fn close(
    conn: &Connection,
    desk: &str,
    day: NaiveDate,
    (first, last): (i64, i64),
    head: &Hash,
) -> Result<()> {
    let key = key(conn)?;
    let signature = key.sign(&message(desk, &day.to_string(), (first, last), head)).to_bytes();
    let sql = "INSERT INTO local_audit_day (first, last, day, desk, head, public, signature)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    conn.execute(sql, (first, last, Day(day), desk, head, key.verifying_key().as_bytes(), signature))
        .map(|_| ())
        .map_err(adding_own)
}
