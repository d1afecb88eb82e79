//! The sentences of the rules on targeted placement. Numbers R-COL are the
//! program's own. No sentence repeats a percentage or a category: sentences
//! are kept with what was accepted, which is not special data.

use crate::domain::finding::{Level, Rule, rule};

use Level::{Block, Show, Warn};

const STATES: &str = "stati della domanda di collocamento mirato";
const LIST: &str = "L. 68/1999 art. 8 c. 1";
const NOTICE: &str = "L. 241/1990 art. 10-bis";

/// Category not in the table.
pub const CATEGORY: Rule =
    rule("R-COL-2", Block, STATES, "«{}» non è tra le categorie: scegliere dall'elenco (F4).");
/// Grounds or list.
pub const NOTE: Rule = rule("R-COL-3", Block, STATES, "Manca il testo: motivo, elenco o decisione.");
/// Which paper.
pub const REFERENCE: Rule =
    rule("R-COL-4", Block, STATES, "Manca il riferimento del documento (protocollo, richiesta, atto).");
/// A figure nobody can have.
pub const FIGURE: Rule =
    rule("R-COL-5", Block, STATES, "La percentuale va da 0 a 100, la categoria di guerra da 1 a 8.");
/// Dead.
pub const DEAD: Rule = rule(
    "R-COL-6",
    Block,
    STATES,
    "La persona risulta deceduta: la domanda si può solo ritirare o cancellare.",
);

/// The machine does not allow it.
pub const NOT_NOW: Rule =
    rule("R-STA-1", Block, STATES, "La domanda è «{}»: l'evento «{}» non si può registrare.");
/// To come.
pub const FUTURE: Rule = rule("R-STA-2", Block, STATES, "La data, {}, è futura.");
/// Out of order.
pub const BEFORE: Rule =
    rule("R-STA-3", Block, STATES, "La data, {}, viene prima dell'ultimo passo registrato ({}).");
/// Received twice.
pub const RECEIVED_ALREADY: Rule =
    rule("R-STA-1", Block, STATES, "Il ricevimento del preavviso è già registrato, il {}.");

/// Step two.
pub const BACK_OFFICE: Rule = rule(
    "R-CM-1",
    Show,
    "LEP M1",
    "La domanda si riceve con la persona presente; le verifiche seguono in ufficio.",
);
/// The four checks.
pub const NOT_CHECKED: Rule = rule(
    "R-CM-2",
    Block,
    "LEP M1",
    "Prima di accogliere vanno fatte le verifiche: età, stato, requisito, capacità residue.",
);
/// Whom and when.
pub const WHOM: Rule = rule("R-CM-3", Block, "LEP M1", "Indicare l'ente e il riferimento della richiesta.");
/// Papers that leave.
pub const OUTPUT: Rule = rule(
    "R-CM-4",
    Block,
    "LEP M1",
    "Manca il riferimento della comunicazione alla persona, o il numero d'elenco.",
);
/// Below the percentage.
pub const PERCENT: Rule = rule(
    "R-CM-5",
    Warn,
    "L. 68/1999 art. 1 c. 1",
    "Il grado indicato manca o è sotto quello che dà diritto: scrivere perché si riceve.",
);
/// Own proof.
pub const OWN_PROOF: Rule = rule(
    "R-CM-6",
    Warn,
    "L. 68/1999 art. 18",
    "La categoria ha una prova propria, che non risulta vista: scrivere perché si riceve.",
);
/// Not unemployed.
pub const NOT_UNEMPLOYED: Rule = rule(
    "R-CM-7",
    Block,
    LIST,
    "Serve una DID aperta, o la conservazione dello stato dichiarata dalla persona.",
);
/// The DID on which it rested has ended.
pub const STATUS_ENDED: Rule = rule(
    "R-CM-7",
    Show,
    LIST,
    "La persona ha una domanda o un'iscrizione al collocamento mirato: senza una DID aperta è da rivedere.",
);
/// No status needed.
pub const NO_STATUS_NEEDED: Rule =
    rule("R-CM-6", Show, "L. 68/1999 art. 18", "Per questa categoria non serve lo stato di disoccupazione.");
/// Age.
pub const AGE: Rule = rule(
    "R-CM-8",
    Warn,
    "DPR 333/2000 art. 1",
    "L'età, {} anni, non è tra {} e {}: scrivere perché si riceve.",
);
/// Another list.
pub const OTHER_LIST: Rule =
    rule("R-CM-9", Block, LIST, "Un solo elenco: prima va la cancellazione da «{}», con la sua data.");
/// Another application here.
pub const HERE_ALREADY: Rule =
    rule("R-CM-9", Block, LIST, "C'è già una domanda o un'iscrizione, presentata il {}.");
/// Report not seen.
pub const NO_REPORT: Rule = rule(
    "R-CM-11",
    Warn,
    "documenti chiesti dagli uffici",
    "Non è stato visto il verbale, o la diagnosi funzionale (o la sua richiesta): scrivere perché si riceve.",
);
/// Documents are still awaited.
pub const DOCUMENTS_RUN: Rule = rule(
    "R-CM-11",
    Warn,
    "documenti chiesti dagli uffici",
    "Il termine per portare i documenti scade il {}: scrivere perché non si attende.",
);
/// The receipt.
pub const RECEIPT: Rule = rule(
    "R-CM-12",
    Block,
    "L. 241/1990 art. 8, 18-bis",
    "La ricevuta si consegna subito, con protocollo, data e persona responsabile.",
);
/// When it is decided.
pub const FINAL_TERM: Rule = rule(
    "R-CM-16",
    Show,
    "L. 241/1990 art. 2",
    "Termine finale: {} ({} giorni dal {}). Va scritto sulla ricevuta.",
);
/// Decided late.
pub const FINAL_PAST: Rule =
    rule("R-CM-16", Show, "L. 241/1990 art. 2", "Il termine finale era il {}: la decisione è in ritardo.");
/// Which obstacles.
pub const OBSTACLES: Rule =
    rule("R-CM-13", Block, NOTICE, "Il preavviso ha i motivi che ostano e il riferimento dell'invio.");
/// Ten days from receipt.
pub const OBSERVE_BY: Rule = rule("R-CM-13", Show, NOTICE, "La persona può rispondere entro il {}.");
/// Nobody knows when it was received.
pub const NOT_RECEIVED: Rule = rule(
    "R-CM-13",
    Block,
    NOTICE,
    "Non risulta quando la persona ha ricevuto il preavviso: senza ricevimento non si rigetta.",
);
/// The ten days run.
pub const TEN_DAYS: Rule = rule(
    "R-CM-13",
    Block,
    NOTICE,
    "La persona può rispondere al preavviso fino al {}: si può rigettare dal giorno dopo.",
);
/// Late observations.
pub const OBSERVED_LATE: Rule =
    rule("R-CM-13", Show, NOTICE, "Le osservazioni arrivano dopo il {}: valutare se tenerne conto.");
/// The term stands still.
pub const TERM_STOPS: Rule =
    rule("R-CM-14", Show, "L. 241/1990 art. 10-bis; DL 76/2020", "Il termine finale è sospeso dal {}.");
/// It runs again.
pub const TERM_RESUMES: Rule = rule(
    "R-CM-14",
    Show,
    "L. 241/1990 art. 10-bis; DL 76/2020",
    "Il termine riprende dal {}: sospeso {} giorni, nuovo termine finale {}.",
);
/// Each observation has its answer.
pub const ANSWERS: Rule = rule(
    "R-CM-15",
    Block,
    NOTICE,
    "Il rigetto spiega perché ogni osservazione non è accolta: {} osservazioni, {} risposte.",
);
/// Which observations.
pub const NO_POINTS: Rule = rule(
    "R-CM-15",
    Block,
    NOTICE,
    "Scrivere le osservazioni, un punto alla volta: il rigetto risponde a ciascuna.",
);
/// Not yet.
pub const NOT_DUE: Rule = rule(
    "R-CM-17",
    Block,
    "verbale medico-legale",
    "La revisione del verbale è il {}: non è ancora da rivedere.",
);
/// No date.
pub const NO_REVISION: Rule =
    rule("R-CM-17", Block, "verbale medico-legale", "Il verbale registrato non ha una data di revisione.");
/// Reminder.
pub const REVISION: Rule = rule(
    "R-CM-17",
    Show,
    "verbale medico-legale",
    "Il verbale va rivisto il {}: dopo, l'iscrizione è da rivedere.",
);
/// The new report has no new date.
pub const OLD_REPORT: Rule = rule(
    "R-CM-17",
    Block,
    "verbale medico-legale",
    "Indicare il nuovo verbale: visto, con una revisione dopo il {} o senza revisione.",
);
