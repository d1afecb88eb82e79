//! The sentences of the rules on cases. Numbers R-CAS are the program's own.

use crate::domain::finding::{Level, Rule, rule};

use Level::{Block, Show, Warn};

const STATES: &str = "stati del caso di condizionalità";
const ART_21: &str = "D.Lgs. 150/2015 art. 21";
const ABSENCE: &str = "nota MLPS 39/3374 del 4/3/2016; delibera ANPAL 54/2019";
const OFFERS: &str = "DM 42/2018 art. 8";

/// The record the case is about.
pub const WANTS_APPOINTMENT: Rule = rule(
    "R-CAS-2",
    Block,
    STATES,
    "Per un'assenza indicare l'appuntamento mancato o la prova della convocazione.",
);
/// Not an absence.
pub const NOT_ABSENT: Rule =
    rule("R-CAS-2", Block, STATES, "L'appuntamento è «{}»: il caso nasce da un'assenza non giustificata.");
/// Not refused.
pub const NOT_REFUSED: Rule =
    rule("R-CAS-2", Block, STATES, "L'attività è «{}»: il caso nasce da un rifiuto o da un'interruzione.");
/// No offer.
pub const WANTS_OFFER: Rule = rule("R-CAS-2", Block, STATES, "Manca l'offerta rifiutata.");
/// A link that does not go with the kind.
pub const WRONG_LINK: Rule = rule("R-CAS-2", Block, STATES, "Per «{}» non si indica {}.");
/// Somebody else's.
pub const OTHERS: Rule =
    rule("R-CAS-3", Block, STATES, "L'appuntamento o l'attività non sono di questa persona.");
/// Twice.
pub const TWICE: Rule = rule("R-CAS-4", Block, STATES, "Per questo fatto c'è già un caso, «{}».");
/// Kind of another benefit.
pub const OTHER_BENEFIT: Rule =
    rule("R-CAS-5", Block, "DL 48/2023 art. 4, 8, 12", "«{}» riguarda chi riceve {}, non {}.");
/// Nothing binds the person.
pub const NO_DID: Rule =
    rule("R-CAS-6", Block, ART_21, "Il {} non c'era una DID aperta: gli obblighi non valevano.");
/// Dead.
pub const DEAD: Rule =
    rule("R-CAS-7", Block, STATES, "La persona risulta deceduta: il caso si può solo annullare.");
/// Day missing.
pub const NO_DAY: Rule = rule("R-CAS-8", Block, STATES, "Manca la data del fatto.");

/// The machine does not allow it.
pub const NOT_NOW: Rule =
    rule("R-STA-1", Block, STATES, "Il caso è «{}»: l'evento «{}» non si può registrare.");
/// Fact to come.
pub const FUTURE: Rule = rule("R-STA-2", Block, STATES, "La data, {}, è futura.");
/// Before what it follows.
pub const BEFORE: Rule =
    rule("R-STA-3", Block, STATES, "La data, {}, viene prima dell'ultimo passo registrato ({}).");
/// The consequence before the fact.
pub const EFFECT_BEFORE: Rule =
    rule("R-STA-3", Block, STATES, "La decorrenza, {}, viene prima del giorno dopo il fatto ({}).");

/// Applied twice.
pub const APPLIED_ALREADY: Rule = rule("R-STA-1", Block, STATES, "INPS ha già applicato l'atto il {}.");

/// The program proposes.
pub const PROPOSED: Rule = rule(
    "R-SAN-1",
    Show,
    "D.Lgs. 150/2015 art. 21 c. 7, 10; DL 48/2023 art. 8",
    "Conseguenza proposta: {}. Decide chi adotta l'atto.",
);
/// The table says nothing.
pub const NOTHING_PROPOSED: Rule = rule(
    "R-SAN-1",
    Show,
    "tabella delle conseguenze",
    "Per questo caso la tabella non propone nulla: verificare.",
);
/// Nothing to adopt.
pub const NO_CONSEQUENCE: Rule = rule(
    "R-SAN-1",
    Block,
    "tabella delle conseguenze",
    "La tabella non propone nulla: scegliere la conseguenza adottata.",
);
/// Days of a reduction.
pub const NO_DAYS: Rule =
    rule("R-SAN-1", Block, "tabella delle conseguenze", "I giorni di decurtazione vanno da 1 a 60.");
/// Both totals.
pub const TOTALS: Rule = rule(
    "R-SAN-2",
    Show,
    "D.Lgs. 150/2015 art. 21 c. 7, punto aperto",
    "Episodi in questo periodo di prestazione: {} per la lettera {}); {} per le lettere a) e b) insieme.",
);
/// The totals lead apart.
pub const WAYS_DIFFER: Rule = rule(
    "R-SAN-2",
    Warn,
    "D.Lgs. 150/2015 art. 21 c. 7, punto aperto",
    "Contando per lettera è l'episodio {}, sommando a) e b) il {}: la conseguenza cambia. Scrivere quale si segue.",
);
/// Without proof.
pub const NOT_PROVED: Rule = rule(
    "R-SAN-3",
    Block,
    "delibera ANPAL 54/2019",
    "Manca la prova della convocazione: l'episodio non conta. Acquisirla, o annullare il caso.",
);
/// Told when the case is opened.
pub const PROOF_AWAITED: Rule = rule(
    "R-SAN-3",
    Show,
    "delibera ANPAL 54/2019",
    "Senza prova della convocazione l'episodio non conta: acquisirla o annullare il caso.",
);
/// The term runs.
pub const TERM_RUNS: Rule = rule(
    "R-SAN-3",
    Block,
    "delibera ANPAL 54/2019",
    "Il termine per giustificarsi scade il {}: si può decidere dal giorno dopo.",
);
/// A reason came in time.
pub const REASON_CAME: Rule = rule(
    "R-SAN-3",
    Block,
    "delibera ANPAL 54/2019",
    "Un motivo è arrivato nei termini, il {}: va accolto, o respinto con la motivazione.",
);
/// From when.
pub const RUNS_FROM: Rule = rule("R-SAN-4", Show, "circ. INPS 224/2016", "La conseguenza decorre dal {}.");
/// What is kept of the transmission.
pub const NOT_SENT: Rule = rule(
    "R-SAN-5",
    Block,
    "D.Lgs. 150/2015 art. 21 c. 10; circ. INPS 224/2016",
    "Indicare quando la persona ha ricevuto l'atto e la ricevuta di trasmissione.",
);
/// Due at once.
pub const ADOPT_DUE: Rule = rule(
    "R-SAN-6",
    Show,
    "D.Lgs. 150/2015 art. 21 c. 11",
    "Non adottare un atto dovuto è responsabilità disciplinare e contabile: al responsabile entro il {}.",
);
/// The act does not tell of the appeal.
pub const NO_APPEAL_NOTICE: Rule = rule(
    "R-SAN-7",
    Block,
    "D.Lgs. 150/2015 art. 21 c. 12",
    "L'atto deve informare del ricorso al Comitato presso il Ministero entro {} giorni dal ricevimento.",
);
/// Appeal after the term.
pub const APPEAL_LATE: Rule = rule(
    "R-SAN-7",
    Show,
    "D.Lgs. 150/2015 art. 21 c. 12",
    "Il termine per il ricorso era il {}: decide il Comitato se è ammissibile.",
);
/// No benefit.
pub const NO_BENEFIT: Rule = rule(
    "R-SAN-8",
    Warn,
    "art. 21 riguarda chi riceve una prestazione; prassi di alcune province",
    "La persona non riceve prestazioni: l'art. 21 non prevede sanzioni. Scrivere perché si apre il caso.",
);
/// Grounds.
pub const GROUNDS: Rule = rule("R-SAN-9", Block, "L. 241/1990 art. 3, 6", "Manca la motivazione.");
/// Reference of the act.
pub const NO_ACT: Rule =
    rule("R-SAN-9", Block, "L. 241/1990 art. 3, 6", "Manca il riferimento del documento (atto, protocollo).");
/// The household.
pub const HOUSEHOLD: Rule = rule(
    "R-SAN-10",
    Show,
    "chiarimento del Ministero 2024",
    "La conseguenza colpisce tutto il nucleo ({} persone dichiarate): verificarlo prima della segnalazione.",
);
/// AdI again.
pub const ADI_AGAIN: Rule =
    rule("R-SAN-10", Show, "DL 48/2023 art. 8", "Una nuova domanda di AdI è possibile dal {}.");
/// Term of the report.
pub const REPORT_TERM: Rule = rule(
    "R-SAN-11",
    Show,
    "DL 48/2023 art. 8 (da verificare)",
    "La segnalazione passa dalle piattaforme nazionali, entro {} giorni dall'accertamento.",
);

/// Which reason.
pub const NO_REASON: Rule =
    rule("R-JUS-1", Block, ABSENCE, "«{}» non è tra i motivi: scegliere dall'elenco (F4).");
/// Late.
pub const LATE: Rule =
    rule("R-JUS-2", Warn, ABSENCE, "Il motivo andava comunicato entro il {}: è arrivato il {}.");
/// Nothing shown.
pub const NO_DOCUMENT: Rule = rule(
    "R-JUS-2",
    Warn,
    ABSENCE,
    "Non è stato visto alcun documento: scrivere perché il motivo si accoglie.",
);
/// Longer term.
pub const IMPEDED: Rule = rule(
    "R-JUS-3",
    Show,
    "delibera ANPAL 54/2019",
    "L'impedimento è finito il {}: il motivo andava comunicato entro il {}.",
);
/// Not for offers.
pub const NOT_FOR_OFFERS: Rule =
    rule("R-JUS-4", Block, "DM 42/2018 art. 8 c. 2", "«{}» non giustifica il rifiuto di un'offerta.");
/// Late for an offer.
pub const OFFER_LATE: Rule = rule(
    "R-JUS-5",
    Show,
    OFFERS,
    "Il motivo andava documentato entro il {} (2 giorni lavorativi): è arrivato il {}.",
);
/// Only for offers.
pub const ONLY_OFFERS: Rule = rule(
    "R-JUS-5",
    Block,
    OFFERS,
    "La comunicazione di motivo non idoneo riguarda il rifiuto di un'offerta.",
);
/// Heard until.
pub const MAY_BE_HEARD: Rule =
    rule("R-JUS-5", Show, OFFERS, "La persona può chiedere di essere sentita entro il {}.");
/// Not told.
pub const NOT_TOLD: Rule = rule(
    "R-JUS-5",
    Show,
    OFFERS,
    "Prima di respingere, la persona va avvisata e può chiedere di essere sentita.",
);
/// Opinion awaited.
pub const OPINION_AWAITED: Rule =
    rule("R-JUS-6", Show, OFFERS, "Il parere chiesto non è arrivato: il silenzio vale assenso dopo il {}.");
/// A diagnosis.
pub const DIAGNOSIS: Rule = rule(
    "R-JUS-7",
    Block,
    "GDPR art. 5, 9",
    "Il testo dice «{}»: di un certificato si scrive solo che è stato visto e fino a quando vale.",
);

/// Seniority on the day of the offer.
pub const OFFER_BAND: Rule =
    rule("R-OFF-1", Show, "DM 42/2018 art. 3", "Anzianità alla data dell'offerta: {} giorni.");
/// A condition of the offer.
pub const OFFER_CONDITION: Rule =
    rule("R-OFF-2", Show, "DM 42/2018 art. 5-7; DL 48/2023 art. 9", "Offerta, {}: {} ({}).");
/// Not congruous.
pub const NOT_CONGRUOUS: Rule = rule(
    "R-OFF-2",
    Show,
    "DM 42/2018 art. 5-7; DL 48/2023 art. 9",
    "L'offerta non risulta congrua: rifiutarla non ha conseguenze.",
);
/// Not known whether it is congruous.
pub const CONGRUOUS_UNKNOWN: Rule = rule(
    "R-OFF-2",
    Show,
    "DM 42/2018 art. 5-7; DL 48/2023 art. 9",
    "Non si sa ancora se l'offerta è congrua: prima di decidere accertare {}.",
);
/// The supplement does not count.
pub const SUPPLEMENT: Rule = rule(
    "R-OFF-3",
    Show,
    "D.Lgs. 150/2015 art. 25 c. 1 d)",
    "Nell'indennità dell'ultimo mese non si conta l'integrazione dei fondi di solidarietà.",
);
/// AdI stops and resumes.
pub const ONLY_SUSPENDS: Rule = rule(
    "R-OFF-4",
    Show,
    "DL 48/2023 art. 9 c. 2",
    "Per un lavoro da 1 a 6 mesi l'AdI è sospeso per la durata, poi riprende.",
);
/// The DID could not follow.
pub const DID_STAYS: Rule = rule(
    "R-LOS-2",
    Show,
    "D.Lgs. 150/2015 art. 21 c. 9",
    "La DID non ha seguito l'atto ({}): registrare la perdita sulla scheda DID.",
);
/// The DID is to be restored.
pub const DID_TO_RESTORE: Rule = rule(
    "R-LOS-2",
    Show,
    "D.Lgs. 150/2015 art. 21 c. 9",
    "L'atto annullato aveva chiuso la DID: lo stato va ripristinato sulla scheda DID.",
);
