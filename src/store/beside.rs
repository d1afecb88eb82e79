//! What SQLite keeps beside the office's file, and an opening that is refused
//! leaves as it found it.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs;
use std::io::{self, BufReader, Read as _};
use std::path::{Path, PathBuf};

use super::lock::identity;
use crate::fault::{Fault, Result};

/// SQLCipher's page, in bytes.
pub(super) const PAGE: i64 = 4096;

/// The endings of the files beside.
const ENDINGS: [&str; 3] = ["-wal", "-shm", "-journal"];

/// The file beside with this ending.
fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(ending);
    name.into()
}

/// Is there a write-ahead log with something in it? The program that wrote it
/// did not end well, or the file beside is another.
pub(super) fn has_log(path: &Path) -> bool {
    fs::metadata(beside(path, "-wal")).is_ok_and(|about| about.len() > 0)
}

/// What a write-ahead log says of itself (file format of SQLite, "The WAL").
#[derive(Debug, Default)]
pub(super) struct Log {
    /// The pages it holds.
    pub pages: BTreeSet<i64>,
    /// Pages of the file after its last commit; 0 without one.
    pub size: i64,
}

impl Log {
    /// Reads it: a head of 32 bytes, then frames of 24 bytes and a page, each
    /// with the two salts of the head while it is of this log and not left
    /// from one before.
    pub(super) fn read(path: &Path) -> io::Result<Self> {
        let mut file = BufReader::new(fs::File::open(beside(path, "-wal"))?);
        let mut head = [0; 32];
        let mut log = Self::default();
        if file.read_exact(&mut head).is_err() {
            return Ok(log);
        }
        let mut frame = [0; 24];
        while file.read_exact(&mut frame).is_ok() && frame[8..16] == head[16..24] {
            let number = |at: usize| frame[at..at + 4].iter().fold(0, |n, byte| n << 8 | i64::from(*byte));
            log.pages.insert(number(0));
            if number(4) != 0 {
                log.size = number(4);
            }
            file.seek_relative(PAGE)?;
        }
        Ok(log)
    }
}

/// The files that may stand beside.
pub(super) fn all(path: &Path) -> [PathBuf; 3] {
    ENDINGS.map(|ending| beside(path, ending))
}

/// Some of the files beside are there.
pub(super) fn any(path: &Path) -> bool {
    ENDINGS.iter().any(|ending| fs::symlink_metadata(beside(path, ending)).is_ok())
}

/// The files beside that an opening would make.
#[derive(Debug)]
pub(super) struct Absent(Vec<PathBuf>);

impl Absent {
    /// Looks, before anything is opened; the office's lock is held.
    pub(super) fn look(path: &Path) -> Self {
        let all = ENDINGS.iter().map(|ending| beside(path, ending));
        Self(all.filter(|path| fs::symlink_metadata(path).is_err()).collect())
    }

    /// Takes away what was made since; everything is closed again.
    pub(super) fn restore(self) {
        for path in self.0 {
            // Not there, most often. The log is removed only while empty:
            // what is in it may be somebody's work.
            let keep = path.extension().is_some_and(|e| e == "db-wal") && !is_empty(&path);
            if !keep {
                let _ = fs::remove_file(path);
            }
        }
    }
}

fn is_empty(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|about| about.len() == 0)
}

/// Takes away what a program left that was killed while it wrote: files whose
/// name begins so.
pub(super) fn sweep(dir: &Path, beginning: &str) -> io::Result<()> {
    for entry in fs::read_dir(dir)? {
        let entry = entry?;
        if entry.file_name().as_encoded_bytes().starts_with(beginning.as_bytes()) {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

/// The open file and its name. SQLite goes on writing into a file that was
/// moved or deleted, and what is written there is lost. Known by its number:
/// a second handle on the file would, when closed, undo SQLite's own locks.
#[derive(Debug)]
pub(super) struct Place {
    path: PathBuf,
    file: (u64, u64),
}

impl Place {
    /// Where the file is now.
    pub(super) fn of(path: PathBuf) -> Result<Self> {
        let about = fs::metadata(&path).map_err(|e| gone().cause(e))?;
        Ok(Self { path, file: identity(&about) })
    }

    /// Refuses to write when the file is no longer in its place.
    pub(super) fn check(&self) -> Result<()> {
        match fs::metadata(&self.path) {
            Ok(about) if identity(&about) == self.file => Ok(()),
            Ok(_) => Err(gone()),
            Err(e) => Err(gone().cause(e)),
        }
    }
}

fn gone() -> Fault {
    Fault::outside("Il file dell'ufficio non è più al suo posto: l'operazione non è stata salvata.")
        .hint("Rimetterlo dov'era senza chiudere il programma, e ripetere.")
}
