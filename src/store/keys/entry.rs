//! Who opens the office: each operator with a password, and the sheet in the
//! safe with its recovery key.

use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::crypt::{Boxed, Cost, Halves, Proof, Secret, seal, stretch, unseal};
use super::faults::{damaged_keys, no_recovery, wrong_password, wrong_recovery};
use super::recovery::RecoveryCode;
use super::{DataKey, Strength, fill, hex};
use crate::fault::{Fault, Result};

/// The name the recovery key has in its box. Usernames have no capitals.
const RECOVERY: &str = "RECUPERO";

/// An operator. The password opens a secret half; whoever has the data key
/// puts it in a box for the public one, so that a new data key asks nobody's
/// password. In layout 1 the password opened the data key itself: such an
/// entry is made anew when its operator next comes in.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Entry {
    pub username: String,
    pub argon2id: Cost,
    #[serde(with = "hex")]
    salt: [u8; 16],
    #[serde(with = "hex")]
    nonce: [u8; 24],
    /// The secret half; in layout 1 the data key.
    #[serde(with = "hex")]
    sealed: [u8; 48],
    #[serde(default, skip_serializing_if = "Option::is_none")]
    lock: Option<Lock>,
    /// The password was given by somebody else: to be changed first of all.
    #[serde(default, skip_serializing_if = "is_false")]
    pub given: bool,
}

fn is_false(flag: &bool) -> bool {
    !flag
}

/// A public half with the data keys in its boxes: one, two while the data key
/// changes.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Lock {
    #[serde(with = "hex")]
    public: [u8; 32],
    proof: Proof,
    boxes: Vec<Boxed>,
}

impl Lock {
    fn new(key: &DataKey, name: &str, public: [u8; 32]) -> Result<Self> {
        let proof = Proof::make(&key.key, name, public)?;
        Ok(Self { public, proof, boxes: vec![Boxed::close(&key.key, key.salt, name, public)?] })
    }

    /// The data key of the office with this salt.
    fn open(&self, name: &str, halves: &Halves, salt: [u8; 16]) -> Option<DataKey> {
        let boxed = self.boxes.iter().find(|boxed| boxed.office == salt)?;
        let key = boxed.open(name, halves)?;
        Some(DataKey { key: *key, salt })
    }

    /// A box more, for the next data key.
    fn also(&mut self, key: &DataKey, next: &DataKey, name: &str) -> Result<()> {
        if !self.proof.holds(&key.key, name, self.public) {
            return Err(damaged_keys().cause("a public half nobody with the key put there"));
        }
        self.boxes.retain(|boxed| boxed.office == key.salt);
        self.boxes.push(Boxed::close(&next.key, next.salt, name, self.public)?);
        Ok(())
    }

    fn only(&mut self, key: &DataKey, name: &str) -> Result<()> {
        self.boxes.retain(|boxed| boxed.office == key.salt);
        self.proof = Proof::make(&key.key, name, self.public)?;
        Ok(())
    }
}

impl Entry {
    /// An operator with a password.
    pub fn new(key: &DataKey, username: &str, password: &str, strength: Strength) -> Result<Self> {
        let username = plain(username);
        let argon2id = Cost::from(strength);
        let (mut salt, mut nonce) = ([0; 16], [0; 24]);
        fill(&mut salt)?;
        fill(&mut nonce)?;
        let halves = Halves::random()?;
        let with = stretch(password, salt, argon2id)?;
        let sealed = seal(&with, nonce, &halves.secret(), &about(&username, Some(halves.public)))?;
        let lock = Some(Lock::new(key, &username, halves.public)?);
        Ok(Self { username, argon2id, salt, nonce, sealed, lock, given: false })
    }

    /// The data key of the office with this salt, for who knows the password.
    pub fn open(&self, password: &str, salt: [u8; 16]) -> Result<DataKey> {
        let with = stretch(password, self.salt, self.argon2id)?;
        let public = self.lock.as_ref().map(|lock| lock.public);
        let opened = unseal(&with, self.nonce, &self.sealed, &about(&self.username, public));
        let opened: Secret = opened.ok_or_else(wrong_password)?;
        match &self.lock {
            None => Ok(DataKey { key: *opened, salt }),
            Some(lock) => lock.open(&self.username, &Halves::of(&opened), salt).ok_or_else(damaged_keys),
        }
    }

    /// Is it to be made anew at the next good password: an entry of layout 1,
    /// or one that costs less to guess than others do now?
    pub fn is_old(&self, strength: Strength) -> bool {
        self.lock.is_none() || self.argon2id.is_below(strength.into())
    }

    /// May the data key change without this operator's password?
    pub fn takes_boxes(&self) -> bool {
        self.lock.is_some()
    }

    pub fn also(&mut self, key: &DataKey, next: &DataKey) -> Result<()> {
        let lock = self.lock.as_mut().ok_or_else(|| Fault::internal("an entry of layout 1"))?;
        lock.also(key, next, &self.username)
    }

    pub fn only(&mut self, key: &DataKey) -> Result<()> {
        let lock = self.lock.as_mut().ok_or_else(|| Fault::internal("an entry of layout 1"))?;
        lock.only(key, &self.username)
    }
}

/// The sheet in the safe.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Recovery(Lock);

impl Recovery {
    /// A new one, opened by what is printed.
    pub fn new(key: &DataKey, code: &RecoveryCode) -> Result<Self> {
        let halves = Halves::of(&code.secret());
        Lock::new(key, RECOVERY, halves.public).map(Self)
    }

    pub fn open(&self, code: &RecoveryCode, salt: [u8; 16]) -> Result<DataKey> {
        self.0.open(RECOVERY, &Halves::of(&code.secret()), salt).ok_or_else(wrong_recovery)
    }

    pub fn also(&mut self, key: &DataKey, next: &DataKey) -> Result<()> {
        self.0.also(key, next, RECOVERY)
    }

    pub fn only(&mut self, key: &DataKey) -> Result<()> {
        self.0.only(key, RECOVERY)
    }
}

/// The recovery key of an office that has one.
pub(super) fn of(recovery: Option<&Recovery>) -> Result<&Recovery> {
    recovery.ok_or_else(no_recovery)
}

fn about(username: &str, public: Option<[u8; 32]>) -> Zeroizing<Vec<u8>> {
    let public = public.map(|public| public.to_vec()).unwrap_or_default();
    Zeroizing::new([username.as_bytes(), &public].concat())
}

/// Usernames are compared without case and outer spaces.
pub(super) fn plain(username: &str) -> String {
    username.trim().to_lowercase()
}
