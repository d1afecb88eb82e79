//! The sentences of the rules on what happens to a DID: suspension, loss,
//! the state machine.

use super::{ART_19_1, CONSERVATION, rule};
use crate::domain::finding::{Level, Rule};

use Level::{Block, Show, Warn};

const SUSPENSION: &str = "D.Lgs. 150/2015 art. 19 c. 3; circ. ANPAL 1/2019";
const TABLE: &str = "stati della DID";

/// Day 180 of a suspension.
pub const SUSPENDED_UNTIL: Rule = rule(
    "R-SUS-1",
    Show,
    SUSPENSION,
    "Il lavoro è iniziato il {}: il {}° giorno è il {}. Oltre, lo stato è perso.",
);
/// Loss before day 181.
pub const NOT_YET_181: Rule = rule(
    "R-SUS-1",
    Block,
    SUSPENSION,
    "Il {}° giorno di sospensione è il {}: la perdita per durata vale dal {}.",
);
/// Loss for length without suspension.
pub const NOT_SUSPENDED: Rule = rule(
    "R-SUS-1",
    Block,
    SUSPENSION,
    "La DID non è sospesa: la perdita per la durata di un lavoro non c'è.",
);
/// The job ended in time.
pub const RESUMES: Rule =
    rule("R-SUS-3", Show, CONSERVATION, "Il lavoro è durato {} giorni: lo stato riprende dal {}.");
/// The job lasted too long.
pub const TOO_LONG_TO_RESUME: Rule = rule(
    "R-SUS-3",
    Block,
    CONSERVATION,
    "Il lavoro è durato {} giorni, dal {} al {}: oltre {} lo stato non riprende, è perso.",
);
/// Loss dated on another day than 181.
pub const OTHER_LOSS_DAY: Rule = rule(
    "R-SUS-4",
    Warn,
    "punto aperto",
    "Di norma la perdita ha la data del {}: qui è {}. Scrivere perché.",
);
/// A spell right after another.
pub const NEXT_SPELL: Rule = rule(
    "R-SUS-5",
    Show,
    "punto aperto",
    "Il lavoro segue subito un altro, finito il {}: verificare se i due periodi si sommano.",
);
/// Self-employment ends the status.
pub const SELF_EMPLOYMENT_ENDS: Rule = rule(
    "R-SUS-6",
    Show,
    SUSPENSION,
    "Il lavoro autonomo oltre il limite fa perdere lo stato, non lo sospende.",
);

/// Reason missing or of another event.
pub const BAD_REASON: Rule = rule(
    "R-LOS-1",
    Block,
    "D.Lgs. 150/2015 art. 19, 21",
    "«{}» non è un motivo per questo evento: scegliere dall'elenco (F4).",
);
/// Sanction without its act.
pub const NO_ACT: Rule =
    rule("R-LOS-1", Block, "D.Lgs. 150/2015 art. 21", "Manca il riferimento dell'atto di sanzione.");
/// Annulment without reason.
pub const NO_ANNUL_REASON: Rule = rule("R-LOS-1", Block, TABLE, "Scrivere perché la DID è annullata.");
/// Two months not over.
pub const TWO_MONTHS: Rule = rule(
    "R-LOS-2",
    Block,
    "D.Lgs. 150/2015 art. 21 c. 9; c.c. art. 2963",
    "Lo stato è stato perso per sanzione il {}: una nuova DID è possibile dal {}.",
);
/// When a new DID is possible after a sanction.
pub const TWO_MONTHS_RUN: Rule = rule(
    "R-LOS-2",
    Show,
    "D.Lgs. 150/2015 art. 21 c. 9; c.c. art. 2963",
    "Perdita per sanzione: una nuova DID è possibile dal {}.",
);
/// Seniority starts again.
pub const SENIORITY_RESTARTS: Rule =
    rule("R-LOS-3", Show, ART_19_1, "La DID precedente è finita il {}: l'anzianità riparte da zero.");
/// A new DID is possible at once.
pub const NEW_AT_ONCE: Rule =
    rule("R-LOS-3", Show, ART_19_1, "Una nuova DID è possibile subito; l'anzianità riparte da zero.");

/// The machine does not allow it.
pub const NOT_NOW: Rule = rule("R-STA-1", Block, TABLE, "La DID è {}: l'evento «{}» non si può registrare.");
/// Event to come.
pub const EVENT_FUTURE: Rule = rule("R-STA-2", Block, TABLE, "La data dell'evento, {}, è futura.");
/// Event before the DID.
pub const EVENT_BEFORE_DID: Rule =
    rule("R-STA-3", Block, TABLE, "La data dell'evento, {}, viene prima della DID ({}).");
/// Event before the one before.
pub const EVENT_BEFORE_LAST: Rule =
    rule("R-STA-3", Block, TABLE, "La data dell'evento, {}, viene prima dell'ultimo registrato ({}).");
