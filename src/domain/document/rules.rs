//! What is checked of an issued document: its making, its file, its protocol,
//! its handing over.

use crate::domain::finding::{Level, Rule, rule};

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
/// The file is not the one its digest tells.
pub const FILE: Rule = Rule {
    id: "R-DOC-2",
    level: Level::Block,
    reference: "linee guida AgID sui documenti",
    text: "Il file del documento {} non ha l'impronta indicata: non si archivia.",
};

const OFFICE: &str = "documenti dell'ufficio";
const REGISTER: &str = "DPR 445/2000 art. 53";

/// A pact has its own way.
pub const PACT: Rule =
    rule("R-DOC-8", Level::Block, OFFICE, "Il patto si emette dal patto: qui gli altri documenti.");
/// Not in this state.
pub const NOT_NOW: Rule = rule("R-DOC-9", Level::Block, OFFICE, "Questo documento ora non si emette: {}.");
/// Something it must say.
pub const MISSING: Rule = rule("R-DOC-10", Level::Block, OFFICE, "Senza {} il documento non si emette.");
/// What another kind says.
pub const STRANGE: Rule =
    rule("R-DOC-11", Level::Block, OFFICE, "Un documento «{}» non ha questi dati: toglierli.");
/// No number.
pub const PROTOCOL_NUMBER: Rule = rule("R-DOC-12", Level::Block, REGISTER, "Manca il numero di protocollo.");
/// To come.
pub const PROTOCOL_FUTURE: Rule =
    rule("R-DOC-12", Level::Block, REGISTER, "La data di protocollo, {}, è futura.");
/// Before there was a document.
pub const PROTOCOL_EARLY: Rule =
    rule("R-DOC-12", Level::Block, REGISTER, "La data di protocollo, {}, viene prima dell'emissione, il {}.");
/// Registered once.
pub const PROTOCOL_ONCE: Rule = rule(
    "R-DOC-13",
    Level::Block,
    REGISTER,
    "Il documento {} ha già il protocollo {} del {}: per correggerlo scrivere il motivo.",
);
/// The same number on another document.
pub const PROTOCOL_TWICE: Rule = rule(
    "R-DOC-14",
    Level::Warn,
    REGISTER,
    "Il protocollo {} di quell'anno è già del documento {}: scrivere perché serve anche qui.",
);
/// A pact is handed over signed.
pub const HANDED_PSP: Rule =
    rule("R-DOC-15", Level::Block, OFFICE, "Del patto si consegna la copia firmata: si registra dal patto.");
/// Before it was issued, or to come.
pub const HANDED_WHEN: Rule =
    rule("R-DOC-16", Level::Block, OFFICE, "La consegna, {}, non è tra l'emissione, il {}, e oggi, {}.");
/// To whom, where.
pub const HANDED_TO: Rule = rule(
    "R-DOC-17",
    Level::Block,
    "GDPR art. 5 par. 2",
    "Consegna per {}: scrivere a quale indirizzo o a chi.",
);
