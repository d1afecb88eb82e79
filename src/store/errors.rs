//! SQLite's errors, said to a person.

use rusqlite::ffi::{SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_IOERR_WRITE};
use rusqlite::{Error, ErrorCode};

use crate::fault::Fault;

/// The fault for an error met while reading or writing an office that opened.
pub(super) fn fault(error: Error) -> Fault {
    match error.sqlite_error_code() {
        Some(ErrorCode::DiskFull) => Fault::outside("Il disco è pieno: l'operazione non è stata salvata.")
            .hint("Liberare spazio e ripetere.")
            .cause(error),
        // A quota, a largest file: the disk takes no more, by other names.
        Some(ErrorCode::SystemIoFailure)
            if error.sqlite_extended_error_code() == Some(SQLITE_IOERR_WRITE) =>
        {
            Fault::outside("Il disco non accetta altri dati: l'operazione non è stata salvata.")
                .hint("Controllare lo spazio e il disco, poi ripetere.")
                .cause(error)
        }
        Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => {
            Fault::outside("Il file dell'ufficio non si può scrivere.")
                .hint("Controllare i permessi della cartella e ripetere.")
                .cause(error)
        }
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
            Fault::outside("Il file dell'ufficio è occupato da un altro programma.")
                .hint("Attendere qualche secondo e ripetere.")
                .cause(error)
        }
        Some(ErrorCode::SystemIoFailure | ErrorCode::CannotOpen) => {
            Fault::outside("Il disco dell'ufficio non risponde.")
                .hint("Controllare il disco o la rete e ripetere.")
                .cause(error)
        }
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => damaged().cause(error),
        _ => Fault::internal(error),
    }
}

/// The fault for an error met while adding a record: ids come with the
/// command, so one given twice, or written by hand, can carry a key that is
/// there already.
pub(super) fn adding(error: Error) -> Fault {
    match error.sqlite_extended_error_code() {
        Some(SQLITE_CONSTRAINT_PRIMARYKEY) => taken().cause(error),
        _ => fault(error),
    }
}

/// The fault for an error met where the program adds what nobody but itself
/// numbers or keys: a row that is there already was not put there by it.
pub(super) fn adding_own(error: Error) -> Fault {
    match error.sqlite_error_code() {
        Some(ErrorCode::ConstraintViolation) => damaged().cause(error),
        _ => fault(error),
    }
}

/// An id that is there already.
pub(super) fn taken() -> Fault {
    Fault::usage("In questo archivio c'è già un comando o una scheda con lo stesso identificativo.")
        .hint("Non è stato scritto nulla. Senza identificativo ne viene dato uno nuovo.")
}

/// The office file is damaged.
pub(super) fn damaged() -> Fault {
    Fault::office("Il file dell'ufficio è danneggiato.")
        .hint("Non è stato modificato. Ripristinare l'ultima copia di sicurezza: sportello restore, col file della copia.")
}
