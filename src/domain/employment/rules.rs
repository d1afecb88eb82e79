//! The sentences of the rules on jobs and declared incomes. Numbers R-LAV are
//! the program's own, for what a record of a job takes for granted.

use crate::domain::finding::{Level, Rule, rule};

use Level::{Block, Show, Warn};

const JOB: &str = "dati di un lavoro";
const CO: &str = "comunicazioni obbligatorie";
const CIRCULAR: &str = "circ. ANPAL 1/2019";

/// Employer missing.
pub const NO_EMPLOYER: Rule =
    rule("R-LAV-1", Block, JOB, "Manca il datore di lavoro (o l'attività, se autonomo).");
/// Start missing.
pub const NO_START: Rule = rule("R-LAV-1", Block, JOB, "Manca il primo giorno di lavoro.");
/// Hours nobody works.
pub const HOURS: Rule = rule("R-LAV-1", Block, JOB, "Le ore alla settimana vanno da 1 a 80: qui sono {}.");
/// A start no job of a living person has.
pub const START_TOO_OLD: Rule = rule("R-LAV-2", Block, JOB, "L'inizio, {}, viene prima del 1950.");
/// A start more than a year ahead.
pub const START_TOO_FAR: Rule =
    rule("R-LAV-2", Block, JOB, "L'inizio, {}, è a più di un anno da oggi: registrarlo più avanti.");
/// A start still to come.
pub const START_TO_COME: Rule = rule(
    "R-LAV-2",
    Show,
    JOB,
    "Il lavoro comincia il {}: ciò che ne segue per la DID si conferma da quel giorno (DI02).",
);
/// End before the start.
pub const END_BEFORE_START: Rule = rule("R-LAV-3", Block, JOB, "La fine, {}, viene prima dell'inizio ({}).");
/// End to come.
pub const END_TO_COME: Rule = rule(
    "R-LAV-3",
    Block,
    JOB,
    "La fine, {}, è futura: si scrive come scadenza prevista, e la fine quando c'è.",
);
/// The same communication twice.
pub const SAME_CO: Rule = rule(
    "R-LAV-4",
    Block,
    CO,
    "La comunicazione {} è già registrata: lavoro presso {} dal {}. Per cambiarla usare la correzione.",
);
/// The same job twice.
pub const SAME_JOB: Rule = rule(
    "R-LAV-4",
    Block,
    CO,
    "C'è già un lavoro presso {} dal {}: per cambiarlo usare la correzione o la fine.",
);
/// Two jobs with one employer at the same time.
pub const OVERLAP: Rule = rule(
    "R-LAV-5",
    Warn,
    CO,
    "Si sovrappone a un altro lavoro presso {}, dal {}: se è lo stesso correggere quello, se no scrivere perché.",
);
/// Communication without reference.
pub const NO_CO: Rule =
    rule("R-LAV-6", Show, CO, "Manca il riferimento della comunicazione: senza, un doppione non si vede.");
/// Communication received in the future.
pub const CO_FUTURE: Rule = rule("R-LAV-6", Block, CO, "La data di ricezione, {}, è futura.");
/// Job over.
pub const OVER_ALREADY: Rule =
    rule("R-LAV-7", Block, JOB, "Il lavoro è già finito il {}: per cambiare la data usare la correzione.");
/// Job withdrawn.
pub const WITHDRAWN: Rule =
    rule("R-LAV-7", Block, JOB, "Il lavoro è stato tolto: registrarne uno nuovo, se serve.");
/// A correction without its reason.
pub const NO_REASON: Rule = rule("R-LAV-8", Block, JOB, "Scrivere perché si corregge: resta nella storia.");
/// Nothing to correct.
pub const NOTHING: Rule = rule("R-LAV-8", Block, JOB, "Non c'è nulla di cambiato.");

/// Income of a kind of work where none counts.
pub const NO_INCOME_COUNTS: Rule = rule(
    "R-DID-23",
    Block,
    "circ. MLPS 34/2015; circ. ANPAL 1/2019",
    "Per questo lavoro ({}) il reddito non si dichiara: non tocca lo stato.",
);
/// Kind of work that does not touch the status.
pub const DOES_NOT_COUNT: Rule = rule(
    "R-DID-23",
    Show,
    "circ. MLPS 34/2015; circ. ANPAL 1/2019",
    "Questo lavoro ({}) non fa perdere né sospende lo stato.",
);
/// The two limits disagree on a co.co.co.
pub const COLLABORATION_BETWEEN: Rule = rule(
    "R-CON-4",
    Warn,
    CIRCULAR,
    "Per la co.co.co. {} euro stanno tra i due limiti ({} e {}): qui vale {}. Verificare l'uso della regione e scriverlo.",
);
/// Day from which an income counts, outside the job.
pub const INCOME_OUTSIDE: Rule =
    rule("R-CON-6", Block, CIRCULAR, "Il reddito conta dal {}: quel giorno il lavoro non c'è.");
/// Declaration of tomorrow.
pub const INCOME_FUTURE: Rule = rule("R-CON-6", Block, CIRCULAR, "La data {} è futura.");
/// Another communication came: the declared income is asked again.
pub const ASK_AGAIN: Rule = rule(
    "R-CON-6",
    Show,
    CIRCULAR,
    "Con il nuovo lavoro la persona dichiara di nuovo il reddito del lavoro presso {} (entro il limite).",
);
/// Two jobs under the limit at once.
pub const TOGETHER: Rule = rule(
    "R-CON-2",
    Show,
    CIRCULAR,
    "Insieme al lavoro presso {} i redditi fanno {} euro: verificare se vanno sommati.",
);
