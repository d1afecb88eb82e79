//! What is said about the key file.

use std::io::ErrorKind;

use crate::fault::Fault;

pub(super) fn unreadable(e: std::io::Error) -> Fault {
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

/// One sentence for both, so that names cannot be tried out.
pub(super) fn wrong_password() -> Fault {
    Fault::office("Operatore o password non corretti.").hint("Controllare anche il tasto delle maiuscole.")
}

pub(super) fn wrong_recovery() -> Fault {
    Fault::office("Questa chiave di recupero non apre l'ufficio.")
        .hint("Usare il foglio più recente: quando se ne fa uno nuovo, quello di prima non vale più.")
}

pub(super) fn no_recovery() -> Fault {
    Fault::office("Quest'ufficio non ha una chiave di recupero.")
        .hint("La fa un amministratore: sportello user recovery.")
}

pub(super) fn of_another_office() -> Fault {
    Fault::office("Il file delle chiavi è di un altro ufficio.")
        .hint("Controllare la cartella: office.db e office.keys devono essere dello stesso ufficio.")
}

/// The path is longer than the system or SQLite takes.
pub(in crate::store) fn too_long() -> Fault {
    Fault::office("Il percorso dell'ufficio è troppo lungo.")
        .hint("Mettere l'ufficio in una cartella dal percorso più corto.")
}

pub(super) fn damaged_keys() -> Fault {
    Fault::office("Il file delle chiavi è danneggiato.")
        .hint("Rimettere office.keys dall'ultima copia di sicurezza.")
}
