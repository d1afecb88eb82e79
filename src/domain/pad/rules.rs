//! The rules of a PAD: numbers, levels, sentences (R-PAD, R-ADI, R-SFL,
//! R-NAS; R-PRE for first registrations).

use crate::domain::finding::{Level, Rule, rule};

const fn pad(id: &'static str, level: Level, text: &'static str) -> Rule {
    rule(id, level, "PAD su SIISL (DL 48/2023 art. 4-5, DM 174/2024)", text)
}
const fn block(id: &'static str, text: &'static str) -> Rule {
    rule(id, Level::Block, "prime registrazioni", text)
}
const INCLUSION: &str = "DL 48/2023 art. 4, 6, 12";

/// Not enough agencies.
pub const AGENCIES: Rule =
    pad("R-PAD-1", Level::Block, "Nel PAD servono almeno {} agenzie, ognuna con nome e recapito: qui {}.");
/// No promise to attend.
pub const ATTENDS: Rule =
    pad("R-PAD-1", Level::Block, "Nel PAD manca l'impegno a presentarsi alla convocazione.");
/// What follows.
pub const CONVENE: Rule = pad(
    "R-PAD-2",
    Level::Show,
    "Firmato il PAD, il CPI convoca per il patto: SIU, SMS o e-mail ai recapiti del PAD.",
);
/// No consent: the contacts cannot be used.
pub const NO_CONSENT: Rule =
    pad("R-PAD-2", Level::Show, "Senza consenso i recapiti del PAD non si usano per convocare.");
/// Brought into the draft.
pub const IN_DRAFT: Rule = pad(
    "R-PAD-2",
    Level::Show,
    "Dal PAD firmato il {} sono nella bozza {} agenzie tra le azioni di ricerca e, se convalidati, i recapiti: si possono cambiare.",
);
/// Contacts with agencies that nobody has shown.
pub const SFL_AGENCIES: Rule = rule(
    "R-SFL-2",
    Level::Warn,
    "DL 48/2023 art. 12 c.5",
    "SFL: nel patto la persona dimostra con documenti il contatto con almeno {} agenzie: qui {} (PE04).",
);
/// From now on they come first.
pub const PREVAIL: Rule =
    pad("R-PAD-3", Level::Show, "I recapiti del PAD sono convalidati: da oggi valgono prima degli altri.");
/// A copy has date and source.
pub const COPY: Rule =
    pad("R-PAD-4", Level::Block, "Il PAD si firma su SIISL, non allo sportello: della copia si registra {}.");
/// First meeting with the social services.
pub const SOCIAL: Rule =
    rule("R-ADI-1", Level::Show, INCLUSION, "AdI: primo incontro con i servizi sociali entro il {}.");
/// PSP after the referral.
pub const PSP_BY: Rule =
    rule("R-ADI-2", Level::Show, INCLUSION, "AdI: patto entro il {}, dall'invio al CPI.");
/// Every ninety days.
pub const PRESENT: Rule = rule(
    "R-ADI-3",
    Level::Show,
    INCLUSION,
    "AdI: la persona si presenta al CPI ogni {} giorni, entro il {}.",
);
/// Perhaps not obliged.
pub const NOT_OBLIGED: Rule = rule(
    "R-ADI-4",
    Level::Show,
    "DM 13/12/2023 art. 8 c.3-4",
    "AdI a {} anni: può non essere obbligata all'attivazione, ma può aderire.",
);
/// The order of things for SFL.
pub const SFL_ORDER: Rule = rule(
    "R-SFL-1",
    Level::Show,
    INCLUSION,
    "SFL: la DID è con la domanda, poi il PAD, poi la convocazione. Qui non c'è una DID aperta.",
);
/// Every ninety days.
pub const CONFIRM: Rule =
    rule("R-SFL-3", Level::Show, INCLUSION, "SFL: la persona conferma ogni {} giorni, entro il {}.");
/// Before the twelfth month ends.
pub const EXTEND: Rule = rule(
    "R-SFL-4",
    Level::Show,
    "L. 207/2024 art. 1 c.198; msg. INPS 765/2025",
    "SFL oltre {} mesi: il patto si aggiorna entro il {}.",
);
/// Within fifteen days of the benefit.
pub const SIGN_BY: Rule = rule(
    "R-NAS-1",
    Level::Show,
    "DL 60/2024 art. 25; DM 174/2024",
    "NASpI e DIS-COLL: PAD e curriculum su SIISL entro il {}.",
);
/// Past that day.
pub const NO_SANCTION: Rule = rule(
    "R-NAS-2",
    Level::Show,
    "msg. INPS 4011/2024",
    "Il termine del {} è passato: non c'è sanzione, la persona va invitata a firmare o convocata.",
);

/// A PAD of no benefit.
pub const NO_BENEFIT: Rule =
    block("R-PRE-7", "Il PAD è di NASpI, DIS-COLL, AdI o SFL: scegliere il beneficio.");
/// One is running for the same benefit.
pub const RUNNING: Rule = block("R-PRE-8", "C'è già un PAD per {}, in stato «{}»: si aggiorna quello.");
/// The machine does not allow it.
pub const NO_STEP: Rule = block("R-PRE-9", "Il PAD è in stato «{}»: qui non è possibile.");
/// A day that has not come.
pub const FUTURE: Rule = block("R-PRE-1", "La data {} è futura.");
/// Things in the wrong order.
pub const ORDER: Rule = block("R-PRE-10", "{}: il {} viene prima del {} ({}).");
/// Not for this benefit.
pub const OTHER_BENEFIT: Rule = block("R-PRE-11", "Vale solo per {}: questo PAD è di {}.");
/// Not past yet.
pub const NOT_OVER: Rule =
    block("R-PRE-12", "Il termine per firmare non è passato, o non si conosce l'inizio del beneficio.");
/// An agency the PAD does not name.
pub const NO_AGENCY: Rule = block("R-PRE-13", "«{}» non è tra le agenzie di questo PAD.");
/// No contact to validate.
pub const NO_CONTACT: Rule =
    block("R-PRE-14", "Nel PAD non c'è un recapito da convalidare: né e-mail né cellulare.");
/// A pact that is not there, or not in force.
pub const NO_PACT: Rule = block("R-PRE-15", "Manca un patto attivo della persona in cui portare il PAD.");
