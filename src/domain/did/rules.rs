//! The sentences of the rules on DIDs: declaration, income, loss, events.
//!
//! Who applies them: [`super::declare`], [`super::income`],
//! [`super::profiling`], [`super::happen`]. Numbers R-STA are the program's
//! own, for the state machine; all others are those of the study of the law.

use crate::domain::finding::{Level, Rule, rule};

use Level::{Block, Record, Show, Warn};

mod events;
mod jobs;

pub use events::*;
pub use jobs::*;

const ART_19: &str = "D.Lgs. 150/2015 art. 19";
const ART_19_1: &str = "D.Lgs. 150/2015 art. 19 c. 1";
const STATEMENTS: &str = "DL 4/2019 art. 4 c. 15-quater";
const NOTICES: &str = "D.Lgs. 150/2015 art. 19 c. 3, art. 21";
const ART_21_1: &str = "D.Lgs. 150/2015 art. 21 c. 1";
const NATIONAL: &str = "circ. ANPAL 1/2017";
const CONSERVATION: &str = "circ. ANPAL 1/2019";
const PROFILING: &str = "D.Lgs. 150/2015 art. 19 c. 5";
const DATES: &str = "D.Lgs. 150/2015 art. 19 c. 1; circ. ANPAL 1/2017";
const NOTICE: &str = "D.Lgs. 150/2015 art. 19 c. 4";

/// Availability for work not declared.
pub const NOT_FOR_WORK: Rule =
    rule("R-DID-2", Block, ART_19_1, "Manca la disponibilità immediata al lavoro.");
/// Availability for measures not declared.
pub const NOT_FOR_MEASURES: Rule =
    rule("R-DID-2", Block, ART_19_1, "Manca la disponibilità alle misure concordate con il centro.");
/// None of the three statements.
pub const NO_STATEMENT: Rule = rule(
    "R-DID-3",
    Block,
    STATEMENTS,
    "Serve almeno una situazione: non lavora, dipendente entro il limite, autonomo entro il limite.",
);
/// "Not working" with one of the others.
pub const CONTRADICTION: Rule = rule(
    "R-DID-3",
    Warn,
    STATEMENTS,
    "«Non lavora» è segnato insieme a un lavoro: togliere uno dei due, o scrivere perché valgono entrambi.",
);
/// First notice not acknowledged.
pub const NO_ACK_SUSPENSION: Rule = rule(
    "R-DID-4",
    Block,
    NOTICES,
    "Manca la presa d'atto: un lavoro dipendente fino a sei mesi sospende lo stato.",
);
/// Second notice not acknowledged.
pub const NO_ACK_LOSS: Rule = rule(
    "R-DID-4",
    Block,
    NOTICES,
    "Manca la presa d'atto: chi riceve un sostegno può perdere lo stato (art. 21).",
);
/// Who collected the declaration is not said.
pub const NO_PROMOTER: Rule =
    rule("R-DID-5", Block, ART_19_1, "Indicare l'ente che ha raccolto la dichiarazione.");
/// The application is the DID, so it cannot be given again at the desk.
pub const APPLICATION_IS_DID: Rule = rule(
    "R-DID-7",
    Block,
    ART_21_1,
    "La domanda di {} vale già come DID: registrarla con il canale «domanda INPS» e la sua data.",
);
/// Channel INPS without one of the two benefits.
pub const NO_INSURANCE: Rule =
    rule("R-DID-7", Block, ART_21_1, "Con il canale «domanda INPS» il sostegno è NASpI o DIS-COLL.");
/// Channel INPS without reference.
pub const NO_INPS_REFERENCE: Rule =
    rule("R-DID-7", Block, ART_21_1, "Manca il riferimento della domanda INPS.");
/// Channel INPS without date.
pub const NO_INPS_DATE: Rule = rule("R-DID-7", Block, ART_21_1, "Manca la data della domanda INPS.");
/// The DID has the date of the application.
pub const INPS_DATE_DIFFERS: Rule =
    rule("R-DID-7", Block, ART_21_1, "La data della DID è quella della domanda INPS: qui sono {} e {}.");
/// The open DID is an INPS application.
pub const INPS_DID_OPEN: Rule = rule(
    "R-DID-7",
    Block,
    ART_21_1,
    "La domanda INPS del {} è già una DID aperta: non serve una seconda DID.",
);
/// Another DID is open.
pub const DID_OPEN: Rule = rule(
    "R-DID-8",
    Block,
    NATIONAL,
    "C'è già una DID aperta, del {} ({}): usare quella, o chiuderla prima di inserirne un'altra.",
);
/// Another DID was closed after that day.
pub const DID_OPEN_THEN: Rule = rule(
    "R-DID-8",
    Block,
    NATIONAL,
    "La DID del {} è stata chiusa il {}: la nuova DID non può avere una data precedente.",
);
/// Another DID has this identifier.
pub const SAME_NATIONAL_ID: Rule = rule(
    "R-DID-8",
    Block,
    NATIONAL,
    "Il codice nazionale {} è già della DID del {}: verificare nel sistema nazionale.",
);
/// National identifier awaited.
pub const NATIONAL_ID_PENDING: Rule = rule(
    "R-DID-9",
    Show,
    NATIONAL,
    "Codice nazionale in attesa: fino al suo arrivo lo stato non vale per i certificati.",
);
/// National identifier empty.
pub const NATIONAL_ID_EMPTY: Rule = rule("R-DID-9", Block, NATIONAL, "Manca il codice nazionale ricevuto.");
/// No profiling at all.
pub const NO_PROFILING: Rule = rule(
    "R-DID-11",
    Block,
    PROFILING,
    "Mancano le risposte della profilazione: servono per le DID dal 04/12/2017.",
);
/// One answer missing.
pub const NO_ANSWER: Rule = rule("R-DID-12", Block, PROFILING, "Manca la risposta: {}.");
/// An answer no table has.
pub const UNKNOWN_ANSWER: Rule =
    rule("R-DID-12", Block, PROFILING, "«{}» non è nella tabella: scegliere dall'elenco (F4).");
/// A figure nobody can have.
pub const TOO_MUCH: Rule = rule("R-DID-12", Block, PROFILING, "{} è più di quanto si possa registrare ({}).");
/// Never worked, and months since a job.
pub const NEVER_WORKED_MONTHS: Rule = rule(
    "R-DID-13",
    Block,
    PROFILING,
    "Chi non ha mai lavorato ha 0 mesi dalla fine dell'ultimo lavoro: qui sono {}.",
);
/// Never worked, and a position.
pub const NEVER_WORKED_POSITION: Rule =
    rule("R-DID-13", Block, PROFILING, "Chi non ha mai lavorato non ha una posizione nell'ultimo lavoro.");
/// Alone, and children.
pub const ALONE_WITH_CHILDREN: Rule =
    rule("R-DID-13", Block, PROFILING, "Una famiglia di una persona non ha figli a carico o conviventi.");
/// No children, and minor ones.
pub const MINORS_WITHOUT_CHILDREN: Rule =
    rule("R-DID-13", Block, PROFILING, "Senza figli a carico o conviventi non ci sono figli minori.");
/// Under sixteen.
pub const UNDER_16: Rule = rule(
    "R-DID-15",
    Warn,
    "L. 296/2006 art. 1 c. 622",
    "Alla data della DID la persona ha {} anni: l'età minima è {}.",
);
/// Sixteen or seventeen, nobody with parental responsibility recorded.
pub const NO_GUARDIAN: Rule = rule(
    "R-DID-15",
    Warn,
    "L. 296/2006 art. 1 c. 622",
    "La persona ha {} anni: nella scheda manca chi esercita la responsabilità genitoriale.",
);
/// Date missing.
pub const NO_DATE: Rule = rule("R-DID-16", Block, DATES, "Manca la data della DID.");
/// Date after today.
pub const FUTURE: Rule =
    rule("R-DID-16", Block, DATES, "La data {} è futura: la DID ha al più la data di oggi.");
/// Past date of a declaration given here.
pub const PAST: Rule = rule(
    "R-DID-16",
    Block,
    DATES,
    "La data {} è passata: al centro la DID ha la data di oggi. È possibile solo per una DID già resa altrove.",
);
/// Before there were any.
pub const TOO_OLD: Rule =
    rule("R-DID-16", Block, "D.Lgs. 181/2000", "La data {} viene prima dell'anno 2000: la DID non esisteva.");
/// Non-EU citizen, no permit.
pub const NO_PERMIT: Rule = rule(
    "R-DID-17",
    Warn,
    "D.Lgs. 286/1998 art. 22",
    "Per questa cittadinanza serve un permesso di soggiorno: nella scheda manca.",
);
/// Non-EU citizen, permit without its figures.
pub const PERMIT_INCOMPLETE: Rule =
    rule("R-DID-17", Warn, "D.Lgs. 286/1998 art. 22", "Del permesso di soggiorno nella scheda manca: {}.");
/// Permit that does not allow work. Its kind is not said: it may tell of
/// health or of protection (R-PRV-1).
pub const PERMIT_NO_WORK: Rule = rule(
    "R-DID-17",
    Warn,
    "D.Lgs. 286/1998 art. 22",
    "Il permesso di soggiorno scritto nella scheda di regola non consente di lavorare.",
);
/// Permit expired, renewal not requested.
pub const PERMIT_EXPIRED: Rule = rule(
    "R-DID-17",
    Warn,
    "D.Lgs. 286/1998 art. 22",
    "Il permesso di soggiorno è scaduto il {} e non risulta chiesto il rinnovo.",
);
/// The job still runs.
pub const AT_RISK: Rule = rule(
    "R-DID-18",
    Show,
    NOTICE,
    "Il lavoro dura fino al {}: lo stato è «a rischio»; la disoccupazione decorre dal {}.",
);
/// Notice without last day.
pub const NO_LAST_DAY: Rule = rule("R-DID-18", Block, NOTICE, "Manca l'ultimo giorno di lavoro.");
/// Last day to come without notice.
pub const NO_NOTICE_DATE: Rule = rule(
    "R-DID-18",
    Block,
    NOTICE,
    "Il lavoro dura fino al {}: indicare la data in cui è arrivata la lettera di licenziamento.",
);
/// Before the notice.
pub const BEFORE_NOTICE: Rule = rule(
    "R-DID-18",
    Block,
    NOTICE,
    "La lettera di licenziamento è del {}: la DID si può rendere da quel giorno.",
);
/// Last day before the notice.
pub const LAST_DAY_BEFORE_NOTICE: Rule =
    rule("R-DID-18", Block, NOTICE, "L'ultimo giorno di lavoro ({}) viene prima della lettera ({}).");
/// From when the status runs.
pub const STARTS: Rule = rule("R-DID-19", Show, ART_19, "Lo stato di disoccupazione decorre dal {}.");
/// False statements.
pub const SELF_DECLARED: Rule = rule(
    "R-DID-22",
    Show,
    "DPR 445/2000 art. 46, 47, 71, 76",
    "Lavoro e reddito sono dichiarati dalla persona: leggerle l'avviso sulle dichiarazioni false.",
);
/// Competent office of a recipient.
pub const COMPETENCE: Rule = rule(
    "R-DID-24",
    Show,
    "circ. MLPS 34/2015",
    "Per chi riceve {} è competente il centro del domicilio dato all'INPS: nella scheda è {}.",
);
/// First activity of taking charge.
pub const TAKE_CHARGE: Rule = rule(
    "R-DID-25",
    Show,
    "prassi di un sistema regionale",
    "Con la convalida si registra l'attività di presa in carico, codice A02.",
);

/// Year of income not in the table.
pub const YEAR_UNKNOWN: Rule = rule(
    "R-CON-1",
    Warn,
    CONSERVATION,
    "Per i redditi del {} il limite non è in tabella: qui è usato l'ultimo, da verificare.",
);
/// What is recorded as income of an employee.
pub const EMPLOYEE_INCOME: Rule = rule(
    "R-CON-2",
    Record,
    CONSERVATION,
    "Reddito da lavoro dipendente: {} euro, previsto nell'anno {}, imponibile IRPEF.",
);
/// What is recorded as income of a self-employed person.
pub const SELF_EMPLOYED_INCOME: Rule =
    rule("R-CON-2", Record, CONSERVATION, "Reddito da lavoro autonomo: {} euro nell'anno {}, per cassa.");
/// Inactive VAT number.
pub const INACTIVE_VAT: Rule = rule(
    "R-CON-3",
    Show,
    CONSERVATION,
    "La partita IVA inattiva conta come lavoro autonomo con reddito zero.",
);
/// Co.co.co. with the limit of employees.
pub const COLLABORATION: Rule = rule(
    "R-CON-4",
    Show,
    CONSERVATION,
    "Le collaborazioni coordinate sono confrontate con il limite dei dipendenti: verificare l'uso della regione.",
);
/// Over the limit.
pub const OVER_LIMIT: Rule = rule(
    "R-CON-5",
    Block,
    CONSERVATION,
    "Il reddito di {} euro supera il limite di {} euro: con questo lavoro non c'è stato di disoccupazione.",
);
/// No limit in those years.
pub const NO_CONSERVATION: Rule = rule(
    "R-CON-5",
    Block,
    CONSERVATION,
    "Per i redditi del {} la conservazione non era prevista: con un lavoro non c'è stato di disoccupazione.",
);
/// Amount missing.
pub const NO_INCOME: Rule =
    rule("R-CON-6", Block, CONSERVATION, "Indicare il reddito annuo previsto, anche zero.");
/// Amount below zero.
pub const NEGATIVE_INCOME: Rule = rule("R-CON-6", Block, CONSERVATION, "Il reddito non può essere negativo.");
/// Year missing.
pub const NO_INCOME_YEAR: Rule = rule("R-CON-6", Block, CONSERVATION, "Indicare l'anno del reddito.");
/// First DID while working.
pub const CONSERVED: Rule =
    rule("R-CON-7", Show, CONSERVATION, "Lavora entro il limite: lo stato è conservato e l'anzianità corre.");
