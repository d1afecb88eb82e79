//! `office.keys` as it is read and written.

use std::fs::{self, File};
use std::io::{ErrorKind, Read as _, Write};
use std::path::Path;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::entry::{Entry, Recovery, plain};
use super::faults::{damaged_keys, of_another_office, unreadable, wrong_password};
use super::{DataKey, KEYS_FILE, hex};
use crate::fault::{Fault, Result};
use crate::store::beside::sweep;
use crate::store::lock::{disk_full, is_full, read_only};
use crate::store::open::DATA_FILE;

/// The layout of the key file this program writes; it reads 1 too, in which
/// passwords sealed the data key itself and there was no recovery key.
const LAYOUT: u32 = 2;
/// A longer key file is none, in bytes: a thousand operators fit.
const LARGEST: u64 = 2 * 1024 * 1024;

#[derive(Serialize, Deserialize)]
pub(super) struct KeyFile {
    layout: u32,
    #[serde(with = "hex")]
    pub salt: [u8; 16],
    /// While the data key changes: the salt of the file that is to come. Which
    /// of the two is there, its head says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
    pub operators: Vec<Entry>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recovery: Option<Recovery>,
    /// Tells a damaged file from a wrong password. Files of earlier programs
    /// have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    check: Option<String>,
}

impl KeyFile {
    /// The file of a new office.
    pub fn new(salt: [u8; 16], operators: Vec<Entry>) -> Self {
        Self { layout: LAYOUT, salt, next: None, operators, recovery: None, check: None }
    }

    /// SHA-256 over everything else.
    fn sum(&self) -> Result<String> {
        let salt = hex::encode(&self.salt);
        let bytes = if self.layout == 1 {
            serde_json::to_vec(&(self.layout, salt, &self.operators))
        } else {
            serde_json::to_vec(&(self.layout, salt, &self.next, &self.operators, &self.recovery))
        };
        Ok(hex::encode(&Sha256::digest(bytes.map_err(Fault::internal)?)))
    }

    fn is_whole(&self) -> Result<bool> {
        let sum = self.sum()?;
        Ok(!self.operators.is_empty() && self.check.as_ref().is_none_or(|check| *check == sum))
    }

    /// The salt of the data file that is there: the next one as soon as it is
    /// in place.
    pub fn salt_here(&self, dir: &Path) -> [u8; 16] {
        let (mut head, path) = ([0; 16], dir.join(DATA_FILE));
        // A pipe in its place would keep us waiting: what is there is told
        // when it is opened.
        let Some(next) = self.next.as_ref().filter(|_| path.is_file()) else { return self.salt };
        let read = File::open(path).and_then(|mut file| file.read_exact(&mut head));
        if read.is_ok() && *next == hex::encode(&head) { head } else { self.salt }
    }

    pub fn entry(&self, username: &str) -> Result<&Entry> {
        let username = plain(username);
        self.operators.iter().find(|e| e.username == username).ok_or_else(wrong_password)
    }

    /// An operator's entry in the place of the one before, or as the last.
    pub fn put(&mut self, entry: Entry) {
        match self.operators.iter_mut().find(|e| e.username == entry.username) {
            Some(before) => *before = entry,
            None => self.operators.push(entry),
        }
    }
}

/// Reads the key file.
///
/// # Errors
/// An office fault: no office here, damaged or newer.
pub(super) fn load(dir: &Path) -> Result<KeyFile> {
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

/// As [`load`], for who is about to write into it.
pub(super) fn load_for(dir: &Path, key: &DataKey) -> Result<KeyFile> {
    let file = load(dir)?;
    if file.salt_here(dir) == key.salt { Ok(file) } else { Err(of_another_office()) }
}

/// Written beside and put in place whole: a power cut leaves the old or the
/// new file, never half of one.
pub(super) fn save(dir: &Path, mut file: KeyFile) -> Result<()> {
    file.layout = LAYOUT;
    file.check = Some(file.sum()?);
    let mut text = serde_json::to_vec_pretty(&file).map_err(Fault::internal)?;
    text.push(b'\n');
    put_whole(dir, KEYS_FILE, &text).map_err(|e| match e.kind() {
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => read_only().cause(e),
        _ if is_full(&e) => disk_full().cause(e),
        _ => Fault::office("Il file delle chiavi non si può scrivere.")
            .hint("Controllare la cartella e il disco.")
            .cause(e),
    })
}

/// Puts a file of the office folder in place whole.
pub(super) fn put_whole(dir: &Path, name: &str, bytes: &[u8]) -> std::io::Result<()> {
    let beginning = format!("{name}.");
    sweep(dir, &beginning)?;
    let mut beside = tempfile::Builder::new().prefix(&beginning).tempfile_in(dir)?; // mode 0600
    beside.write_all(bytes)?;
    beside.as_file().sync_all()?;
    beside.persist(dir.join(name))?;
    #[cfg(unix)]
    File::open(dir)?.sync_all()?;
    Ok(())
}
