//! What may be undone: the sentences.

use crate::domain::finding::{Level, Rule, rule};

use Level::{Block, Warn};

const NOTHING_LOST: &str = "nessuna modifica va persa";

/// A save that is not in this file.
pub const UNKNOWN: Rule =
    rule("R-ARC-4", Block, NOTHING_LOST, "Il salvataggio da annullare non c'è in questo archivio.");
/// A save of the office, not of a person.
pub const NOBODYS: Rule = rule(
    "R-ARC-5",
    Block,
    "annullo di un salvataggio",
    "Si annulla solo ciò che è stato salvato sulla scheda di una persona: tabelle, orari e operatori hanno il loro modo di tornare indietro.",
);
/// Something came after it.
pub const LATER: Rule = rule(
    "R-ARC-6",
    Block,
    NOTHING_LOST,
    "Dopo è stato salvato altro che ne dipende ({}): va annullato prima quello.",
);
/// It was undone already.
pub const UNDONE: Rule = rule("R-ARC-7", Block, NOTHING_LOST, "Il salvataggio è già stato annullato il {}.");
/// Paper went out.
pub const ISSUED: Rule = rule(
    "R-ARC-8",
    Block,
    "R-DOC-1: ciò che è emesso non cambia",
    "Un documento è stato emesso, firmato o protocollato in questo salvataggio o dopo ({}): non si annulla, si corregge con un atto nuovo.",
);
/// It is a colleague's.
pub const ANOTHERS: Rule = rule(
    "R-ARC-9",
    Block,
    "R-PRV-7: utenze nominative",
    "Il salvataggio è di {}: lo annulla chi l'ha fatto, o un responsabile.",
);
/// It is of an earlier day.
pub const EARLIER_DAY: Rule = rule(
    "R-ARC-10",
    Warn,
    "annullo di un salvataggio",
    "Il salvataggio è del {}: annullarlo in un altro giorno vuole un motivo.",
);
