//! What SQLite keeps beside the office's file, and an opening that is refused
//! leaves as it found it.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::lock::identity;
use crate::fault::{Fault, Result};

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
