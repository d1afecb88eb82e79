//! What is checked of the file of an issued document.

use crate::domain::finding::{Level, Rule};

/// Another file for the same document.
pub const ONCE: Rule = Rule {
    id: "R-DOC-1",
    level: Level::Block,
    reference: "CAD art. 20 e 40: un documento emesso non cambia",
    text: "Il documento {} ha già il suo file: impronta {}.",
};
/// What is told of a file does not fit.
pub const DIGEST: Rule = Rule {
    id: "R-DOC-2",
    level: Level::Block,
    reference: "linee guida AgID sui documenti",
    text: "Dei file si registrano impronta SHA-256 (64 cifre esadecimali), livello di archivio e pagine.",
};
