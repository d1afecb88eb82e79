//! The sentences of the rules about a pact, with number, weight and source.

use crate::domain::finding::{Level, Rule, rule};

const fn element(text: &'static str) -> Rule {
    rule("R-PSP-2", Level::Block, "D.Lgs. 150/2015 art. 20 c.2", text)
}
const fn availability(text: &'static str) -> Rule {
    rule("R-PSP-3", Level::Block, "D.Lgs. 150/2015 art. 20 c.3", text)
}
const fn party(text: &'static str) -> Rule {
    rule("R-PAT-6", Level::Block, "chi firma il patto", text)
}

/// No open DID.
pub const NO_DID: Rule = rule(
    "R-PSP-1",
    Level::Block,
    "D.Lgs. 150/2015 art. 20 c.1; art. 21 c.1-2",
    "Manca una DID aperta: il patto si fa dopo la DID.",
);
/// (a) nobody responsible.
pub const OFFICER: Rule = element("Manca il responsabile delle attività.");
/// (b) no employability profile.
pub const PROFILE: Rule = element("Manca il profilo: né indice né valutazione dell'operatore.");
/// (c) no job-search act.
pub const SEARCH: Rule = element("Manca almeno un'azione di ricerca con quante o quando.");
/// (c) an act without its timing.
pub const SEARCH_TIMING: Rule = element("L'azione «{}» non dice né quante o quando né entro quando.");
/// (d) no frequency.
pub const FREQUENCY: Rule = element("Manca ogni quanto ci si sente.");
/// (d) no way of keeping contact.
pub const CONTACT_MODE: Rule = element("Manca come ci si sente.");
/// (e) no proof.
pub const PROOF: Rule = element("Manca come la persona dimostra la ricerca.");
/// (a) initiatives and workshops.
pub const INITIATIVES: Rule = availability("Manca la disponibilità a incontri e laboratori (lettera a).");
/// (b) training.
pub const TRAINING: Rule = availability("Manca la disponibilità a formazione e altre misure (lettera b).");
/// (c) offers.
pub const OFFERS: Rule = availability("Manca la disponibilità ad accettare offerte congrue (lettera c).");
/// No address for communications.
pub const ADDRESS: Rule = rule(
    "R-PSP-12",
    Level::Block,
    "nota ANPAL 9616/2018",
    "Manca l'indirizzo a cui la persona vuole ricevere le comunicazioni.",
);
/// No agreed channel of convocation.
pub const CHANNEL: Rule = rule(
    "R-PSP-13",
    Level::Block,
    "D.Lgs. 150/2015 art. 21 c.6",
    "Manca il modo concordato di convocazione.",
);
/// Recipients: no agreement on working days.
pub const WORKING_DAYS: Rule = rule(
    "R-PSP-13",
    Level::Block,
    "D.Lgs. 150/2015 art. 21 c.6",
    "Con NASpI o DIS-COLL va concordata la convocazione in un giorno lavorativo.",
);
/// Notice of art. 13 GDPR not given.
pub const NOTICE: Rule = rule(
    "R-PRV-2",
    Level::Block,
    "GDPR art. 13",
    "L'informativa sui dati personali non risulta consegnata: versione e data.",
);
/// No sectors for offers.
pub const SECTORS: Rule = rule(
    "R-PSP-20",
    Level::Warn,
    "DM 42/2018 art. 4",
    "Mancano i settori: le offerte congrue non si possono valutare.",
);
/// No objective.
pub const OBJECTIVE: Rule =
    rule("R-PAT-8", Level::Warn, "patto di servizio, sezione 4", "Manca l'obiettivo concordato.");
/// No measure and no reason.
pub const MEASURES: Rule = rule(
    "R-PAT-9",
    Level::Block,
    "patto di servizio, sezione 6",
    "Manca una misura, o il motivo per cui non c'è.",
);
/// Confirmation date past.
pub const CONFIRM_PAST: Rule =
    rule("R-PSP-16", Level::Block, "durata del patto", "La data di conferma {} è già passata.");
/// A minor without who has parental responsibility.
pub const GUARDIAN: Rule = rule(
    "R-DID-15",
    Level::Warn,
    "L. 296/2006 art. 1 c.622",
    "La persona è minorenne: manca chi esercita la responsabilità genitoriale.",
);
/// Data of the person missing.
pub const PERSON: Rule = party("Nei dati della persona manca {}.");
/// Data of the office missing.
pub const OFFICE: Rule = party("Nei dati dell'ufficio mancano il nome o l'ente.");
/// Identity document missing; in person it must have been seen.
pub const IDENTITY: Rule = rule(
    "R-PAT-7",
    Level::Block,
    "DPR 445/2000 art. 35: identità verificata allo sportello",
    "Manca il documento d'identità: tipo e numero.",
);
/// No interview before the pact.
pub const NO_ASSESSMENT: Rule = rule(
    "R-PSP-11",
    Level::Warn,
    "D.Lgs. 150/2015 art. 20 c.1",
    "Manca l'assessment: il colloquio viene prima del patto.",
);
/// Somebody has a pact already.
pub const SECOND_PACT: Rule = rule(
    "R-PSP-15",
    Level::Block,
    "un patto per volta; DL 48/2023 art. 4-6",
    "C'è già un patto {}: si integra quello con una nuova versione.",
);
/// Somebody follows a programme, of this office or of another.
pub const IN_PROGRAMME: Rule = rule(
    "R-PSP-15",
    Level::Warn,
    "un patto per volta; DL 48/2023 art. 4-6",
    "La persona segue già una misura avviata (LEP {} dal {}): il patto la integra, non la sostituisce. Scrivere di quale programma è.",
);
/// What the DID did to the pact.
pub const FOLLOWS_DID: Rule = rule(
    "R-LOS-4",
    Level::Show,
    "il patto segue la DID",
    "La DID è «{}»: il patto, versione {}, passa a «{}».",
);
/// A draft without its DID.
pub const DRAFT_WAITS: Rule = rule(
    "R-LOS-4",
    Level::Show,
    "il patto segue la DID",
    "La DID è «{}»: la versione {} del patto non va avanti, senza una DID aperta non si emette e non si firma.",
);
/// A version of the pact is being made already.
pub const SECOND_DRAFT: Rule = rule(
    "R-PSP-15",
    Level::Block,
    "un patto per volta; DL 48/2023 art. 4-6",
    "C'è già una versione in stato «{}»: completare quella.",
);
/// Only a pact in force is integrated.
pub const NOT_IN_FORCE: Rule = rule(
    "R-PSP-15",
    Level::Block,
    "un patto per volta; DL 48/2023 art. 4-6",
    "Si integra solo un patto attivo: questo è «{}».",
);
/// Issued: the text stands.
pub const FROZEN: Rule = rule(
    "R-PSP-14",
    Level::Block,
    "ogni modifica è una nuova versione firmata",
    "La versione è in stato «{}»: non si modifica. Annullarla se nessuno ha firmato, o aprirne una nuova.",
);
/// Signed by one: an error is no longer an annulment.
pub const SIGNED_ALREADY: Rule = rule(
    "R-PSP-14",
    Level::Block,
    "ogni modifica è una nuova versione firmata",
    "Una firma c'è già: la versione non si annulla più.",
);
/// This signature is there.
pub const SIGNED_TWICE: Rule =
    rule("R-PSP-10", Level::Block, "due firme, ognuna una volta", "Questa firma è già registrata.");
/// Not signed by both.
pub const NOT_SIGNED: Rule = rule(
    "R-PSP-10",
    Level::Block,
    "due firme, poi la copia alla persona",
    "La copia si consegna quando ci sono le due firme: la versione è in stato «{}».",
);
/// The machine does not allow it.
pub const NO_STEP: Rule =
    rule("R-PAT-1", Level::Block, "stati del patto", "La versione è in stato «{}»: qui non è possibile.");
/// A reason is wanted.
pub const REASON: Rule = rule("R-PAT-4", Level::Block, "stati del patto", "Manca il motivo.");
/// A number on paper that is not one of this office and year, or is taken.
pub const NUMBER: Rule = rule(
    "R-PAT-11",
    Level::Block,
    "numeri dei documenti",
    "Il numero «{}» non va bene: non è di questo ufficio e di quest'anno, o è già usato.",
);

/// No next appointment: the paper prints "Nessuno".
pub const NO_APPOINTMENT: Rule = rule(
    "R-PAT-12",
    Level::Show,
    "D.Lgs. 150/2015 art. 20 c.2 d)",
    "Nessun appuntamento fissato: sul patto si leggerà «Nessuno».",
);
