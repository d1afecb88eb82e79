//! The data key of an office, kept for each operator in `office.keys`.
//!
//! The file of the office is encrypted with a random key that nobody knows.
//! Each operator has a pair of halves: the secret one is sealed with a key
//! derived from the password (Argon2id, XChaCha20-Poly1305), for the public
//! one the data key lies in a box (X25519). So a password changes without
//! touching the data, and the data key changes without asking anybody's
//! password. The sheet in the safe is one more pair.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use chrono::NaiveDateTime;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use super::open::already_there;
use crate::fault::{Fault, Result};
use crypt::Cost;
use entry::{Entry, Recovery, plain};
use faults::{unreadable, wrong_password};
use file::{KeyFile, load, load_for, save};

mod crypt;
mod entry;
mod faults;
mod file;
mod hex;
mod recovery;
mod wait;

pub(super) use faults::too_long;
pub use recovery::RecoveryCode;
pub use wait::{Attempts, Told};

/// The name of the key file in the office folder.
pub const KEYS_FILE: &str = "office.keys";
/// The key of the office's data. Wiped from memory when dropped, never shown.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct DataKey {
    key: [u8; 32],
    /// The salt in the head of `office.db`: not secret; it tells a file of
    /// this office from another before the key is tried.
    salt: [u8; 16],
}

impl DataKey {
    fn random() -> Result<Self> {
        let mut made = Self { key: [0; 32], salt: [0; 16] };
        fill(&mut made.key)?;
        fill(&mut made.salt)?;
        Ok(made)
    }

    #[cfg(test)]
    pub(super) fn of(key: [u8; 32], salt: [u8; 16]) -> Self {
        Self { key, salt }
    }

    #[cfg(test)]
    pub(super) fn bytes(&self) -> [u8; 32] {
        self.key
    }

    /// As SQLCipher takes it: raw key and salt, no derivation.
    pub(super) fn pragma(&self) -> Zeroizing<String> {
        Zeroizing::new(format!("PRAGMA key = \"{}\";", *self.raw()))
    }

    /// As SQLCipher takes it where a file is attached.
    pub(super) fn raw(&self) -> Zeroizing<String> {
        let (key, salt) = (Zeroizing::new(hex::encode(&self.key)), hex::encode(&self.salt));
        Zeroizing::new(format!("x'{}{salt}'", *key))
    }

    /// The first 16 bytes of this office's `office.db`.
    pub(super) fn salt(&self) -> [u8; 16] {
        self.salt
    }
}

impl std::fmt::Debug for DataKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("DataKey")
    }
}

/// How much work a password costs whoever tries to guess it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strength {
    /// A real office: between 300 and 500 ms on an office computer.
    Office,
    /// A throwaway office of invented people: no time to lose.
    Throwaway,
}

/// Is there a key file in `dir`, that is an office?
///
/// # Errors
/// When nobody can tell: a folder that may not be looked into, a link that
/// leads nowhere.
pub fn is_there(dir: &Path) -> Result<bool> {
    let lost = |path: &Path| fs::symlink_metadata(path).is_ok() && !path.exists();
    match dir.join(KEYS_FILE).try_exists() {
        Ok(false) if lost(dir) || lost(&dir.join(KEYS_FILE)) => {
            Err(Fault::office("La cartella dell'ufficio porta a un posto che non c'è.")
                .hint("Controllare il collegamento e che il disco sia collegato."))
        }
        Ok(there) => Ok(there),
        Err(e) if e.kind() == ErrorKind::NotADirectory => Ok(false),
        Err(e) => Err(unreadable(e)),
    }
}

/// Makes the key of a new office in `dir` and its first operator.
///
/// # Errors
/// An office fault when the folder already has a key file or cannot be written.
pub fn create(dir: &Path, username: &str, password: &str, strength: Strength) -> Result<DataKey> {
    if is_there(dir)? {
        return Err(already_there());
    }
    let key = DataKey::random()?;
    let operators = vec![Entry::new(&key, username, password, strength)?];
    save(dir, KeyFile::new(key.salt, operators))?;
    Ok(key)
}

/// The data key, for an operator who knows the password.
///
/// # Errors
/// An office fault: no office here, damaged or newer key file, wrong operator
/// or password (one sentence for both, so that names cannot be tried out).
pub fn unlock(dir: &Path, username: &str, password: &str) -> Result<DataKey> {
    let file = load(dir)?;
    file.entry(username)?.open(password, file.salt_here(dir))
}

/// As [`unlock`], for somebody at the door: after a wrong password one waits
/// ([`Attempts`]).
///
/// # Errors
/// As [`unlock`]; how long to wait.
pub fn admit(dir: &Path, username: &str, password: &str, now: NaiveDateTime) -> Result<DataKey> {
    Attempts::may_try(dir, username, now)?;
    unlock(dir, username, password).inspect_err(|told| {
        if *told == wrong_password() {
            Attempts::wrong(dir, username, now);
        }
    })
}

/// The data key, for who has the sheet of the safe.
///
/// # Errors
/// An office fault: no office here, no recovery key, another one.
pub fn unlock_with(dir: &Path, code: &RecoveryCode) -> Result<DataKey> {
    let file = load(dir)?;
    entry::of(file.recovery.as_ref())?.open(code, file.salt_here(dir))
}

/// Gives an operator (new, or one whose password changes) an entry. `given`:
/// somebody else chose the password, so it is to be changed first of all.
///
/// # Errors
/// An office fault when the key file cannot be read or written, or is that of
/// another office.
pub fn add(
    dir: &Path,
    key: &DataKey,
    (username, password): (&str, &str),
    given: bool,
    strength: Strength,
) -> Result<()> {
    let mut file = load_for(dir, key)?;
    let mut entry = Entry::new(key, username, password, strength)?;
    entry.given = given;
    file.put(entry);
    save(dir, file)
}

/// Takes an operator's entry away: the password opens nothing any more. Not
/// there, nothing happens.
///
/// # Errors
/// An office fault when the key file cannot be read or written, or when nobody
/// would be left.
pub fn remove(dir: &Path, username: &str) -> Result<()> {
    let (mut file, username) = (load(dir)?, plain(username));
    let before = file.operators.len();
    file.operators.retain(|e| e.username != username);
    if file.operators.is_empty() {
        return Err(Fault::internal("the last key of an office"));
    }
    if file.operators.len() == before { Ok(()) } else { save(dir, file) }
}

/// Makes an entry of an earlier program, or one that is cheaper to guess than
/// new ones, anew: once the password is known to be good. How the entry was
/// given stays.
///
/// # Errors
/// As [`add`].
pub fn refresh(
    dir: &Path,
    key: &DataKey,
    (username, password): (&str, &str),
    strength: Strength,
) -> Result<()> {
    let file = load(dir)?;
    let entry = file.entry(username)?;
    if !entry.is_old(strength) {
        return Ok(());
    }
    add(dir, key, (username, password), entry.given, strength)
}

/// Was this operator's password given by somebody else?
///
/// # Errors
/// As [`usernames`].
pub fn is_given(dir: &Path, username: &str) -> Result<bool> {
    let username = plain(username);
    Ok(load(dir)?.operators.iter().any(|e| e.username == username && e.given))
}

/// Makes a code the recovery key of the office; the one before opens nothing
/// any more. It is kept nowhere: it is on paper before.
///
/// # Errors
/// As [`add`].
pub fn set_recovery(dir: &Path, key: &DataKey, code: &RecoveryCode) -> Result<()> {
    let mut file = load_for(dir, key)?;
    file.recovery = Some(Recovery::new(key, code)?);
    save(dir, file)
}

/// Has the office a recovery key?
///
/// # Errors
/// As [`usernames`].
pub fn has_recovery(dir: &Path) -> Result<bool> {
    Ok(load(dir)?.recovery.is_some())
}

/// Makes the data key that is to follow `key`, and a box with it for each of
/// `staff` and for the recovery key. Both keys are in the file until
/// [`settle`]; entries of nobody on the staff are left out.
///
/// # Errors
/// An office fault when somebody has an entry of layout 1, which only their
/// password can make anew; as [`add`].
pub fn begin_next(dir: &Path, key: &DataKey, staff: &[&str]) -> Result<DataKey> {
    let mut file = load_for(dir, key)?;
    file.operators.retain(|e| staff.contains(&e.username.as_str()));
    let old: Vec<_> =
        file.operators.iter().filter(|e| !e.takes_boxes()).map(|e| e.username.as_str()).collect();
    if !old.is_empty() {
        return Err(Fault::office(format!(
            "Con questa versione del programma non sono ancora entrati: {}.",
            old.join(", ")
        ))
        .hint("Devono entrare una volta, oppure vanno disabilitati; poi si cambia la chiave."));
    }
    let next = DataKey::random()?;
    for entry in &mut file.operators {
        entry.also(key, &next)?;
    }
    if let Some(recovery) = &mut file.recovery {
        recovery.also(key, &next)?;
    }
    file.next = Some(hex::encode(&next.salt));
    save(dir, file)?;
    Ok(next)
}

/// Ends a change of the data key that was made, or cut off: only the key of
/// the data file that is there stays. Costs one look when there is none.
///
/// # Errors
/// As [`add`].
pub fn settle(dir: &Path, key: &DataKey) -> Result<()> {
    let mut file = load(dir)?;
    if file.next.is_none() {
        return Ok(());
    }
    // Who has an entry of layout 1 is not there while the key changes.
    file.operators.iter_mut().try_for_each(|entry| entry.only(key))?;
    if let Some(recovery) = &mut file.recovery {
        recovery.only(key)?;
    }
    (file.salt, file.next) = (key.salt, None);
    save(dir, file)
}

/// Who can sign in, in the order they were added.
///
/// # Errors
/// An office fault when there is no office or its key file is damaged.
pub fn usernames(dir: &Path) -> Result<Vec<String>> {
    Ok(load(dir)?.operators.into_iter().map(|e| e.username).collect())
}

/// Was every key of the office made with [`Strength::Throwaway`]? Only an
/// office of invented people is, and it may be opened without asking.
///
/// # Errors
/// As [`usernames`].
pub fn is_throwaway(dir: &Path) -> Result<bool> {
    let cheap = Cost::from(Strength::Throwaway);
    Ok(load(dir)?.operators.iter().all(|e| e.argon2id == cheap))
}

fn fill(bytes: &mut [u8]) -> Result<()> {
    getrandom::fill(bytes).map_err(Fault::internal)
}

#[cfg(test)]
mod tests;
