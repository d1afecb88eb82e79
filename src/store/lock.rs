//! One writer to an office: an exclusive lock on `office.lock`, which the
//! system lets go by itself when the program ends, however it ends.
//!
//! In it stands how far the file had come when something was last said to be
//! saved. Written after the file is on the disk, it is never ahead of it,
//! unless something of the file was taken away: a write-ahead log lost or cut
//! after a crash looks to SQLite like one that was never written.

use std::fs::{self, File, Metadata, OpenOptions, TryLockError};
use std::io::{ErrorKind, Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::fault::{Fault, Result};

/// The name of the lock file in the office folder.
const LOCK_FILE: &str = "office.lock";
/// How often, and how many times, a taken office is tried again: two seconds.
/// A command holds it for less; a desk for the day.
const TRIES: u32 = 40;
const BETWEEN: Duration = Duration::from_millis(50);

/// Holds the office for as long as it lives.
#[derive(Debug)]
pub(super) struct OfficeLock {
    file: File,
    path: PathBuf,
    /// The file was not there before.
    made: bool,
}

impl OfficeLock {
    /// Takes the office in `dir`, or says who is in the way.
    pub(super) fn take(dir: &Path) -> Result<Self> {
        let path = dir.join(LOCK_FILE);
        for again in 0.. {
            let made = fs::symlink_metadata(&path).is_err();
            let file = OpenOptions::new().create(true).truncate(false).read(true).write(true).open(&path);
            let file = file.map_err(unusable)?;
            match file.try_lock() {
                // Whoever had it may have taken the file away: then it is not
                // the one that the next program will find.
                Ok(()) if !is_same(&file, &path) => {}
                Ok(()) => return Ok(Self { file, path, made }),
                Err(TryLockError::WouldBlock) if again < TRIES => std::thread::sleep(BETWEEN),
                Err(TryLockError::WouldBlock) => break,
                Err(TryLockError::Error(e)) => {
                    return Err(Fault::office("L'ufficio non si può riservare a questo programma.")
                        .hint("La cartella dev'essere su un disco di questo computer.")
                        .cause(e));
                }
            }
        }
        Err(Fault::office("L'ufficio è già aperto in un altro programma.")
            .hint("Chiudere l'altra finestra di Sportello e riprovare."))
    }

    /// Notes how far the file has come. Not waited for, and no error: a note
    /// that could not be written, or that a power cut takes away, says less.
    pub(super) fn mark(&self, line: i64) {
        let note = || -> std::io::Result<()> {
            let mut file = &self.file;
            file.rewind()?;
            // One length, so that one write takes the place of the other.
            file.write_all(format!("{line:020}\n").as_bytes())
        };
        let _ = note();
    }

    /// What was noted last; 0 when nothing was.
    pub(super) fn marked(&self) -> i64 {
        let mut text = String::new();
        let mut file = &self.file;
        let read = file.rewind().and_then(|()| file.take(64).read_to_string(&mut text));
        read.ok().and_then(|_| text.trim_end().parse().ok()).unwrap_or(0)
    }

    /// Forgets it: another file takes the place of this one.
    pub(super) fn forget(&self) -> std::io::Result<()> {
        self.file.set_len(0)
    }

    /// Lets an office go that was refused: the folder as it was.
    pub(super) fn give_back(self) {
        if self.made {
            // A file that stays is only an empty file.
            let _ = fs::remove_file(&self.path);
        }
        drop(self.file);
    }
}

fn unusable(e: std::io::Error) -> Fault {
    match e.kind() {
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => read_only().cause(e),
        _ if is_full(&e) => disk_full().cause(e),
        _ => Fault::office("La cartella dell'ufficio non si può usare.")
            .hint("Controllare il percorso e il disco.")
            .cause(e),
    }
}

/// Which file a name leads to.
#[cfg(unix)]
pub(super) fn identity(about: &Metadata) -> (u64, u64) {
    use std::os::unix::fs::MetadataExt;
    (about.dev(), about.ino())
}

/// Elsewhere an open file cannot be replaced, only go missing.
#[cfg(not(unix))]
pub(super) fn identity(_: &Metadata) -> (u64, u64) {
    (0, 0)
}

fn is_same(file: &File, path: &Path) -> bool {
    let known = |about: std::io::Result<Metadata>| about.ok().map(|about| identity(&about));
    known(file.metadata()).is_some_and(|open| known(fs::metadata(path)) == Some(open))
}

/// No room, or none for this user.
pub(super) fn is_full(e: &std::io::Error) -> bool {
    matches!(e.kind(), ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge)
}

/// The folder cannot be written.
pub(super) fn read_only() -> Fault {
    Fault::office("La cartella dell'ufficio è in sola lettura.")
        .hint("Chiedere il permesso di scrittura sulla cartella, o sceglierne un'altra.")
}

/// No room.
pub(super) fn disk_full() -> Fault {
    Fault::office("Il disco dell'ufficio è pieno.").hint("Liberare spazio e riaprire.")
}
