//! One writer to an office: an exclusive lock on `office.lock`, which the
//! system lets go by itself when the program ends, however it ends.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::ErrorKind;
use std::path::Path;

use crate::fault::{Fault, Result};

/// The name of the lock file in the office folder.
const LOCK_FILE: &str = "office.lock";

/// Holds the office for as long as it lives.
#[derive(Debug)]
pub(super) struct OfficeLock {
    _file: File,
}

impl OfficeLock {
    /// Takes the office in `dir`, or says who is in the way.
    pub(super) fn take(dir: &Path) -> Result<Self> {
        let file =
            OpenOptions::new().create(true).truncate(false).write(true).open(dir.join(LOCK_FILE)).map_err(
                |e| match e.kind() {
                    ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => read_only().cause(e),
                    ErrorKind::StorageFull => disk_full().cause(e),
                    _ => Fault::office("La cartella dell'ufficio non si può usare.")
                        .hint("Controllare il percorso e il disco.")
                        .cause(e),
                },
            )?;
        match file.try_lock() {
            Ok(()) => Ok(Self { _file: file }),
            Err(TryLockError::WouldBlock) => {
                Err(Fault::office("L'ufficio è già aperto in un altro programma.")
                    .hint("Chiudere l'altra finestra di Sportello e riprovare."))
            }
            Err(TryLockError::Error(e)) => {
                Err(Fault::office("L'ufficio non si può riservare a questo programma.")
                    .hint("La cartella dev'essere su un disco di questo computer.")
                    .cause(e))
            }
        }
    }
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
