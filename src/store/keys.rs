//! The data key of an office, wrapped for each operator in `office.keys`.
//!
//! The file of the office is encrypted with a random key that nobody knows.
//! Each operator has an entry in which that key is sealed
//! (XChaCha20-Poly1305) with a key derived from the password (Argon2id), so a
//! password changes without touching the data.

use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::Path;

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use super::beside::sweep;
use super::lock::{disk_full, is_full, read_only};
use super::open::already_there;
use crate::fault::{Fault, Result};

mod hex;

/// The name of the key file in the office folder.
pub const KEYS_FILE: &str = "office.keys";
/// How the file beside begins, until it is in place.
const BESIDE: &str = "office.keys.";
/// The layout of the key file this program writes.
const LAYOUT: u32 = 1;
/// Memory that an entry may ask for, in KiB: a damaged file must not take the
/// whole computer.
const MEMORY_LIMIT: u32 = 1024 * 1024;
/// A longer key file is none, in bytes: a thousand operators fit.
const LARGEST: u64 = 1024 * 1024;

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
        let (key, salt) = (Zeroizing::new(hex::encode(&self.key)), hex::encode(&self.salt));
        Zeroizing::new(format!("PRAGMA key = \"x'{}{salt}'\";", *key))
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
    /// A real office: 64 MiB, three passes (about a fifth of a second).
    Office,
    /// A throwaway office of invented people: no time to lose.
    Throwaway,
}

/// Argon2id's parameters, kept in each entry so that they may grow later.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Cost {
    memory_kib: u32,
    passes: u32,
    lanes: u32,
}

impl From<Strength> for Cost {
    fn from(strength: Strength) -> Self {
        match strength {
            Strength::Office => Self { memory_kib: 64 * 1024, passes: 3, lanes: 1 },
            Strength::Throwaway => Self { memory_kib: 64, passes: 1, lanes: 1 },
        }
    }
}

#[derive(Serialize, Deserialize)]
struct KeyFile {
    layout: u32,
    #[serde(with = "hex")]
    salt: [u8; 16],
    operators: Vec<Entry>,
    /// Tells a damaged file from a wrong password. Files of earlier programs
    /// have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    check: Option<String>,
}

impl KeyFile {
    fn new(salt: [u8; 16], operators: Vec<Entry>) -> Result<Self> {
        let mut file = Self { layout: LAYOUT, salt, operators, check: None };
        file.check = Some(file.sum()?);
        Ok(file)
    }

    /// SHA-256 over everything else.
    fn sum(&self) -> Result<String> {
        let bytes = serde_json::to_vec(&(self.layout, hex::encode(&self.salt), &self.operators))
            .map_err(Fault::internal)?;
        Ok(hex::encode(&Sha256::digest(bytes)))
    }

    fn is_whole(&self) -> Result<bool> {
        let sum = self.sum()?;
        Ok(!self.operators.is_empty() && self.check.as_ref().is_none_or(|check| *check == sum))
    }
}

#[derive(Serialize, Deserialize)]
struct Entry {
    username: String,
    argon2id: Cost,
    #[serde(with = "hex")]
    salt: [u8; 16],
    #[serde(with = "hex")]
    nonce: [u8; 24],
    /// The data key sealed: 32 bytes and the 16 of the tag.
    #[serde(with = "hex")]
    sealed: [u8; 48],
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
    let first = Entry::seal(&key, username, password, strength.into())?;
    save(dir, &KeyFile::new(key.salt, vec![first])?)?;
    Ok(key)
}

/// The data key, for an operator who knows the password.
///
/// # Errors
/// An office fault: no office here, damaged or newer key file, wrong operator
/// or password (one sentence for both, so that names cannot be tried out).
pub fn unlock(dir: &Path, username: &str, password: &str) -> Result<DataKey> {
    let file = load(dir)?;
    let username = plain(username);
    let entry = file.operators.iter().find(|e| e.username == username).ok_or_else(wrong_password)?;
    let key = entry.open(password)?;
    Ok(DataKey { key, salt: file.salt })
}

/// Gives an operator (new, or one who changes password) an entry.
///
/// # Errors
/// An office fault when the key file cannot be read or written, or is that of
/// another office.
pub fn add(dir: &Path, key: &DataKey, username: &str, password: &str, strength: Strength) -> Result<()> {
    let file = load(dir)?;
    if file.salt != key.salt {
        return Err(Fault::office("Il file delle chiavi è di un altro ufficio."));
    }
    let entry = Entry::seal(key, username, password, strength.into())?;
    let mut operators = file.operators;
    operators.retain(|e| e.username != entry.username);
    operators.push(entry);
    save(dir, &KeyFile::new(file.salt, operators)?)
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

impl Entry {
    fn seal(key: &DataKey, username: &str, password: &str, cost: Cost) -> Result<Self> {
        let username = plain(username);
        let (mut salt, mut nonce) = ([0; 16], [0; 24]);
        fill(&mut salt)?;
        fill(&mut nonce)?;
        let cipher = cipher(password, salt, cost)?;
        let payload = Payload { msg: &key.key, aad: username.as_bytes() };
        let bytes = cipher.encrypt(&nonce.into(), payload).map_err(Fault::internal)?;
        let sealed = bytes.try_into().map_err(|_| Fault::internal("sealed key length"))?;
        Ok(Self { username, argon2id: cost, salt, nonce, sealed })
    }

    fn open(&self, password: &str) -> Result<[u8; 32]> {
        let cipher = cipher(password, self.salt, self.argon2id)?;
        let payload = Payload { msg: &self.sealed, aad: self.username.as_bytes() };
        let bytes = cipher.decrypt(&self.nonce.into(), payload).map_err(|_| wrong_password())?;
        let bytes = Zeroizing::new(bytes);
        bytes.as_slice().try_into().map_err(|_| damaged_keys())
    }
}

fn cipher(password: &str, salt: [u8; 16], cost: Cost) -> Result<XChaCha20Poly1305> {
    if cost.memory_kib > MEMORY_LIMIT || cost.passes > 100 {
        return Err(damaged_keys());
    }
    let params = Params::new(cost.memory_kib, cost.passes, cost.lanes, Some(32));
    let params = params.map_err(|e| damaged_keys().cause(e))?;
    let mut derived = Zeroizing::new([0; 32]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(password.as_bytes(), &salt, derived.as_mut_slice())
        .map_err(Fault::internal)?;
    Ok(XChaCha20Poly1305::new(&(*derived).into()))
}

fn load(dir: &Path) -> Result<KeyFile> {
    let path = dir.join(KEYS_FILE);
    // Before it is opened: a pipe in its place would keep us waiting.
    let about = fs::metadata(&path).map_err(unreadable)?;
    if !about.is_file() || about.len() > LARGEST {
        return Err(damaged_keys());
    }
    let text = fs::read_to_string(&path).map_err(unreadable)?;
    let layout = serde_json::from_str::<serde_json::Value>(&text)
        .ok()
        .and_then(|v| v.get("layout")?.as_u64())
        .ok_or_else(damaged_keys)?;
    if layout > u64::from(LAYOUT) {
        return Err(Fault::office("Il file delle chiavi è di una versione più nuova di Sportello.")
            .hint("Aggiornare il programma su questo computer."));
    }
    let file: KeyFile = serde_json::from_str(&text).map_err(|e| damaged_keys().cause(e))?;
    if file.is_whole()? { Ok(file) } else { Err(damaged_keys().cause("check")) }
}

fn unreadable(e: std::io::Error) -> Fault {
    match e.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => {
            Fault::office("In questa cartella non c'è un ufficio.")
                .hint("Controllare il percorso, o creare l'ufficio con il primo avvio di sportello.")
        }
        ErrorKind::InvalidData => damaged_keys().cause(e),
        ErrorKind::InvalidFilename => too_long(),
        _ => Fault::office("Il file delle chiavi non si può leggere.")
            .hint("Controllare i permessi della cartella.")
            .cause(e),
    }
}

/// Written beside and put in place whole: a power cut leaves the old or the
/// new file, never half of one.
fn save(dir: &Path, file: &KeyFile) -> Result<()> {
    let write = || -> std::io::Result<()> {
        sweep(dir, BESIDE)?;
        let mut beside = tempfile::Builder::new().prefix(BESIDE).tempfile_in(dir)?; // mode 0600
        serde_json::to_writer_pretty(&mut beside, file)?;
        beside.write_all(b"\n")?;
        beside.as_file().sync_all()?;
        beside.persist(dir.join(KEYS_FILE))?;
        #[cfg(unix)]
        File::open(dir)?.sync_all()?;
        Ok(())
    };
    write().map_err(|e| match e.kind() {
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => read_only().cause(e),
        _ if is_full(&e) => disk_full().cause(e),
        _ => Fault::office("Il file delle chiavi non si può scrivere.")
            .hint("Controllare la cartella e il disco.")
            .cause(e),
    })
}

fn fill(bytes: &mut [u8]) -> Result<()> {
    getrandom::fill(bytes).map_err(Fault::internal)
}

/// Usernames are compared without case and outer spaces.
fn plain(username: &str) -> String {
    username.trim().to_lowercase()
}

fn wrong_password() -> Fault {
    Fault::office("Operatore o password non corretti.").hint("Controllare anche il tasto delle maiuscole.")
}

/// The path is longer than the system or SQLite takes.
pub(super) fn too_long() -> Fault {
    Fault::office("Il percorso dell'ufficio è troppo lungo.")
        .hint("Mettere l'ufficio in una cartella dal percorso più corto.")
}

fn damaged_keys() -> Fault {
    Fault::office("Il file delle chiavi è danneggiato.")
        .hint("Rimettere office.keys dall'ultima copia di sicurezza.")
}

#[cfg(test)]
mod tests;
