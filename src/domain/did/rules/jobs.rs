//! The sentences on what the jobs of a person do to a DID: what follows, what
//! waits to be settled, what an act on the past must say.

use super::{ART_19_1, CONSERVATION, rule};
use crate::domain::finding::{Level, Rule};

use Level::{Block, Show};

const SUSPENSION: &str = "D.Lgs. 150/2015 art. 19 c. 3; circ. ANPAL 1/2019";
const ORDER: &str = "ordine dei fatti";

/// A step that follows and waits for a key.
pub const FOLLOWS: Rule = rule("R-STA-5", Show, ORDER, "Da confermare: {} dal {} ({}). Invio la registra.");
/// A step that followed.
pub const FOLLOWED: Rule = rule("R-STA-5", Show, ORDER, "Per la DID ne segue: {}, {}.");
/// Nothing waits.
pub const NOTHING_FOLLOWS: Rule =
    rule("R-STA-5", Block, ORDER, "Dai lavori registrati non segue nulla da confermare.");
/// Days of the past on which a job over the limit ran.
pub const DAYS_TO_SUSPEND: Rule = rule(
    "R-SUS-1",
    Show,
    SUSPENSION,
    "Il lavoro oltre il limite presso {} copre giorni contati come anzianità, {}: da sospendere.",
);
/// Days suspended that no job explains any more.
pub const DAYS_TO_COUNT: Rule = rule(
    "R-SEN-2",
    Show,
    CONSERVATION,
    "Giorni sospesi senza un lavoro oltre il limite, {}: da contare come anzianità.",
);
/// A suspension without any job recorded.
pub const NO_JOB_KNOWN: Rule = rule(
    "R-SUS-1",
    Show,
    SUSPENSION,
    "La DID è sospesa {} e il lavoro non è registrato: aggiungerlo, con la sua comunicazione.",
);
/// A job over the limit that was there before the DID.
pub const OVER_BEFORE_DID: Rule = rule(
    "R-DID-1",
    Show,
    ART_19_1,
    "Il lavoro presso {} corre dal {}, prima della DID, ed è oltre il limite: correggere il lavoro, o annullare la DID.",
);
/// The loss for length is to be recorded.
pub const LOSS_PROPOSED: Rule = rule(
    "R-SUS-2",
    Show,
    SUSPENSION,
    "Il lavoro presso {} è al {}° giorno di sospensione, oltre {}: registrare la perdita dello stato dal {}.",
);
/// The loss for self-employment is to be decided.
pub const SELF_EMPLOYMENT_PROPOSED: Rule = rule(
    "R-SUS-6",
    Show,
    "D.Lgs. 150/2015 art. 19 c. 1, c. 3",
    "L'attività «{}» è oltre il limite dal {}: non sospende, fa perdere lo stato. Decidere la perdita.",
);
/// A job to come.
pub const STARTS_LATER: Rule =
    rule("R-LAV-2", Show, ORDER, "Il lavoro presso {} comincia il {}: fino ad allora nulla cambia.");
/// A job with no income known.
pub const INCOME_UNKNOWN: Rule = rule(
    "R-CON-6",
    Show,
    CONSERVATION,
    "Del lavoro presso {} manca il reddito annuo previsto: senza, non si sa se conserva o sospende.",
);
/// The contract should be over.
pub const END_PASSED: Rule = rule(
    "R-SUS-3",
    Show,
    CONSERVATION,
    "Il contratto presso {} doveva finire il {}: registrare la fine, o correggere la scadenza.",
);
/// The income is asked again.
pub const INCOME_AGAIN: Rule = rule(
    "R-CON-6",
    Show,
    CONSERVATION,
    "Il reddito del lavoro presso {} va dichiarato di nuovo: dopo è arrivata la comunicazione di {}.",
);

/// Suspended by hand for a job under the limit.
pub const UNDER_NOT_SUSPENDED: Rule = rule(
    "R-CON-5",
    Block,
    CONSERVATION,
    "Il {} corre solo lavoro entro il limite ({}): lo stato è conservato, non sospeso.",
);
/// Conserved by hand with a job over the limit.
pub const OVER_NOT_CONSERVED: Rule = rule(
    "R-CON-5",
    Block,
    CONSERVATION,
    "Il {} corre un lavoro oltre il limite ({}): conservazione e sospensione si escludono.",
);
/// Conserved by hand with no income known.
pub const NOTHING_DECLARED: Rule = rule(
    "R-CON-6",
    Block,
    CONSERVATION,
    "Il {} non risulta un lavoro entro il limite: registrare lavoro e reddito su DI02.",
);
/// Resumed by hand while another job over the limit runs.
pub const OTHER_JOB_RUNS: Rule = rule(
    "R-SUS-3",
    Block,
    CONSERVATION,
    "Dopo il {} corre ancora un lavoro oltre il limite ({}): lo stato non riprende.",
);
/// Another job that is not there.
pub const NO_OTHER_JOB: Rule =
    rule("R-SUS-3", Block, CONSERVATION, "Il {} non risulta un lavoro oltre il limite: registrarlo su DI02.");
/// The pact follows.
pub const PACT_FOLLOWS: Rule = rule(
    "R-LOS-4",
    Show,
    "stati del patto; prassi regionale",
    "Il patto collegato (versione {}) diventa: {}.",
);
/// The seniority at the end, or when it stops.
pub const SENIORITY_THEN: Rule = rule("R-SEN-1", Show, CONSERVATION, "Anzianità al giorno prima, {}: {}.");
/// The benefit that rests on the status.
pub const BENEFIT_THEN: Rule = rule(
    "R-LOS-1",
    Show,
    "D.Lgs. 150/2015 art. 21",
    "La persona riceve {}: senza lo stato la prestazione finisce; la decide e la comunica l'INPS.",
);
/// Conserved twice, or ended without having begun.
pub const FLAG_ALREADY: Rule = rule("R-STA-1", Block, "stati della DID", "La DID è già {}.");

/// A past period without reason.
pub const NO_SETTLE_REASON: Rule =
    rule("R-STA-4", Block, ORDER, "Scrivere perché si cambiano giorni già passati: resta nella storia.");
/// Crossed.
pub const PERIOD_CROSSED: Rule =
    rule("R-STA-4", Block, ORDER, "Il periodo finisce ({}) prima di cominciare ({}).");
/// Days outside the status.
pub const PERIOD_OUTSIDE: Rule =
    rule("R-STA-4", Block, ORDER, "Il giorno {} è fuori dallo stato di disoccupazione di questa DID ({}).");
/// No job over the limit on those days.
pub const PERIOD_WITHOUT_JOB: Rule = rule(
    "R-STA-4",
    Block,
    ORDER,
    "Il {} non risulta un lavoro oltre il limite: registrare o correggere prima il lavoro.",
);
/// A job over the limit on those days.
pub const PERIOD_WITH_JOB: Rule = rule(
    "R-STA-4",
    Block,
    ORDER,
    "Il {} corre il lavoro oltre il limite presso {}: correggere prima il lavoro.",
);
/// Nothing changes.
pub const PERIOD_ALREADY: Rule = rule("R-STA-4", Block, ORDER, "Questi giorni sono già così.");
/// The state cannot be changed by settling.
pub const NOT_SETTLED: Rule =
    rule("R-STA-1", Block, "stati della DID", "La DID è {}: non ci sono giorni da sistemare.");
/// What becomes of the seniority.
pub const SENIORITY_CHANGES: Rule =
    rule("R-SEN-1", Show, CONSERVATION, "L'anzianità passa da {} a {} giorni.");
