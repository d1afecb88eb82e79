//! What is checked before a MiAttivo registration is recorded (R-MIA).
//!
//! Numbers R-PRE are the program's own: intake, before a pact.

use chrono::NaiveDate;

use super::{MiAttivo, MiAttivoEvent, MiAttivoForm, MiAttivoState, states};
use crate::domain::finding::{Finding, Level, Rule};
use crate::domain::machine;
use crate::domain::office::Role;
use crate::domain::registrant::Registrant;
use crate::domain::registrant::rules::{EMAIL_SHAPE, LINE, NOTE, check_text, looks_like_email};

const fn rule(id: &'static str, level: Level, text: &'static str) -> Rule {
    Rule { id, level, reference: "MiAttivo (Liguria, dal 29/06/2016)", text }
}
const fn block(id: &'static str, text: &'static str) -> Rule {
    Rule { id, level: Level::Block, reference: "prime registrazioni", text }
}

/// A datum of everyone.
pub const MISSING: Rule = rule("R-MIA-1", Level::Block, "Per la registrazione MiAttivo manca {}.");
/// The application of who asks for a benefit.
pub const NO_INPS_DATE: Rule =
    rule("R-MIA-2", Level::Block, "Chi ha chiesto {} indica la data della domanda INPS.");
/// A date without the benefit it belongs to.
pub const NO_BENEFIT: Rule =
    rule("R-MIA-2", Level::Block, "C'è la data della domanda INPS: scegliere il beneficio chiesto.");
/// An application of tomorrow.
pub const INPS_FUTURE: Rule = rule("R-MIA-3", Level::Block, "La data della domanda INPS {} è futura.");
/// Registered before the application.
pub const TOO_EARLY: Rule = rule(
    "R-MIA-3",
    Level::Block,
    "La registrazione del {} è prima della domanda INPS del {}: ci si registra dopo la domanda.",
);
/// After the fifteen days.
pub const LATE: Rule = rule(
    "R-MIA-3",
    Level::Warn,
    "Registrazione {} giorni dopo la domanda INPS: il termine è di {}. Si registra e resta segnata in ritardo.",
);
/// A benefit that is not of this list, or not any more.
pub const NOT_LISTED: Rule = rule(
    "R-MIA-4",
    Level::Block,
    "«{}» non si può scegliere per questa data: per le domande nuove solo NASpI e DIS-COLL.",
);
/// An old case.
pub const HISTORY: Rule =
    rule("R-MIA-4", Level::Show, "{} non esiste più: la registrazione resta come storia.");
/// Without a benefit.
pub const ONLY_SERVICES: Rule = rule(
    "R-MIA-5",
    Level::Show,
    "Senza un beneficio la registrazione serve solo a chi vuole i servizi del CPI.",
);
/// What it is and is not.
pub const ACTIVATION: Rule = rule(
    "R-MIA-6",
    Level::Show,
    "La registrazione vale come prima attivazione: non è il patto, né la DID di chi non ha un beneficio.",
);
/// The queue.
pub const QUEUE: Rule =
    rule("R-MIA-7", Level::Show, "La persona è nella coda delle convocazioni: il CPI la chiama.");
/// The order of the queue.
pub const ORDER: Rule = rule(
    "R-MIA-8",
    Level::Show,
    "Ordine proposto della coda: prima chi ha un beneficio, per termine, poi gli altri per data.",
);
/// Targeted placement is another list.
pub const TARGETED: Rule = rule(
    "R-MIA-9",
    Level::Show,
    "L'iscrizione al collocamento mirato è un'altra: chi ha anche un beneficio dell'elenco si registra lo stesso.",
);
/// Who helped.
pub const HELPED: Rule = rule("R-MIA-10", Level::Record, "Registrazione inserita con l'aiuto di {}.");

/// A day that has not come.
pub const FUTURE: Rule = block("R-PRE-1", "La data {} è futura.");
/// Before there was such a thing.
pub const NOT_YET: Rule = block("R-PRE-2", "La data {} è prima del {}: allora non c'era.");
/// A registration is running.
pub const RUNNING: Rule =
    block("R-PRE-3", "C'è già una registrazione del {}, in stato «{}»: si va avanti con quella.");
/// The machine does not allow it.
pub const NO_STEP: Rule = block("R-PRE-4", "La registrazione è in stato «{}»: qui non è possibile.");
/// What proves it.
pub const EVIDENCE: Rule = block("R-PRE-5", "Manca {}.");
/// A duplicate of itself, or of nobody.
pub const SURVIVOR: Rule =
    block("R-PRE-6", "Indicare la scheda che resta: una persona dell'archivio, non questa.");

/// First day of MiAttivo.
pub const SINCE: NaiveDate = NaiveDate::from_ymd_opt(2016, 6, 29).expect("a day of the calendar");

/// What the table of benefits knows of the one entered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KnownBenefit<'a> {
    /// As operators read it.
    pub label: &'a str,
    /// Is it in the list of MiAttivo?
    pub listed: bool,
    /// Was it in force on the day of the application?
    pub in_force: bool,
    /// Is it still in force today?
    pub today: bool,
}

/// What a registration is weighed against.
#[derive(Clone, Copy, Debug)]
pub struct RegisterFacts<'a> {
    /// What is entered.
    pub form: &'a MiAttivoForm,
    /// Who.
    pub person: &'a Registrant,
    /// The benefit, where the table has it.
    pub benefit: Option<KnownBenefit<'a>>,
    /// Registrations of the person.
    pub earlier: &'a [MiAttivo],
    /// Who helps, by name.
    pub helper: &'a str,
    /// Is the person enrolled for targeted placement, or asking for it?
    pub targeted: bool,
    /// Days from the INPS application (R-MIA-3).
    pub term: u32,
    /// Today.
    pub today: NaiveDate,
}

/// Everything the rules say about a registration.
#[must_use]
pub fn check(facts: &RegisterFacts<'_>) -> Vec<Finding> {
    let (form, person) = (facts.form, facts.person);
    let mut found = Vec::new();
    let blank = |text: &str| text.trim().is_empty();
    let wanted = [
        (blank(&person.surname) || blank(&person.name), "registrant", "il nome o il cognome"),
        (blank(&person.fiscal_code), "registrant", "il codice fiscale"),
        (person.birth_date.is_none(), "registrant", "la data di nascita"),
        (blank(&form.email), "miattivo.email", "l'e-mail"),
        (blank(&form.mobile), "miattivo.mobile", "il cellulare"),
    ];
    found.extend(wanted.into_iter().filter(|w| w.0).map(|(_, field, what)| MISSING.at(field).with(what)));
    contacts(("miattivo.email", &form.email), ("miattivo.mobile", &form.mobile), &mut found);
    check_text("miattivo.note", &form.note, NOTE, &mut found);
    dates(facts, &mut found);
    if let Some(open) = facts.earlier.iter().find(|m| m.state.is_open()) {
        let day = open.registered_on.format("%d/%m/%Y");
        found.push(RUNNING.at("registrant").with(day).with(open.state.label()));
    }
    if form.helped {
        found.push(HELPED.at("miattivo.helped").with(facts.helper));
    }
    if facts.targeted {
        found.push(TARGETED.found());
    }
    found.extend([ACTIVATION.found(), QUEUE.found(), ORDER.found()]);
    found
}

fn dates(facts: &RegisterFacts<'_>, found: &mut Vec<Finding>) {
    let form = facts.form;
    let italian = |day: NaiveDate| day.format("%d/%m/%Y");
    let registered = form.registered_on.unwrap_or(facts.today);
    if registered > facts.today {
        found.push(FUTURE.at("miattivo.registered_on").with(italian(registered)));
    }
    if registered < SINCE {
        found.push(NOT_YET.at("miattivo.registered_on").with(italian(registered)).with(italian(SINCE)));
    }
    if !form.is_recipient() {
        found.push(match form.inps_date {
            Some(_) => NO_BENEFIT.at("miattivo.benefit"),
            None => ONLY_SERVICES.at("miattivo.benefit"),
        });
        return;
    }
    match facts.benefit {
        Some(KnownBenefit { listed: true, in_force: true, today: true, .. }) => {}
        Some(KnownBenefit { listed: true, in_force: true, label, .. }) => {
            found.push(HISTORY.at("miattivo.benefit").with(label));
        }
        known => {
            let shown = known.map_or(form.benefit.trim(), |known| known.label);
            found.push(NOT_LISTED.at("miattivo.benefit").with(shown));
        }
    }
    let Some(applied) = form.inps_date else {
        let shown = facts.benefit.map_or(form.benefit.trim(), |known| known.label);
        found.push(NO_INPS_DATE.at("miattivo.inps_date").with(shown));
        return;
    };
    if applied > facts.today {
        found.push(INPS_FUTURE.at("miattivo.inps_date").with(italian(applied)));
    } else if registered < applied {
        found.push(TOO_EARLY.at("miattivo.registered_on").with(italian(registered)).with(italian(applied)));
    } else if is_late(applied, registered, facts.term) {
        found.push(LATE.at("miattivo.inps_date").with((registered - applied).num_days()).with(facts.term));
    }
}

/// Is the registration after the term? Day `term` is in time (R-MIA-3).
#[must_use]
pub fn is_late(applied: NaiveDate, registered: NaiveDate, term: u32) -> bool {
    (registered - applied).num_days() > i64::from(term)
}

/// Shape and length of an e-mail and a mobile number, each with its field.
pub fn contacts(
    (email_field, email): (&'static str, &str),
    (mobile_field, mobile): (&'static str, &str),
    found: &mut Vec<Finding>,
) {
    check_text(email_field, email, LINE, found);
    check_text(mobile_field, mobile, LINE, found);
    if !email.trim().is_empty() && !looks_like_email(email.trim()) {
        found.push(EMAIL_SHAPE.at(email_field).with(email.trim()));
    }
}

/// What is recorded of a registration afterwards.
#[derive(Clone, Copy, Debug)]
pub struct HappenedFacts<'a> {
    /// The registration.
    pub registration: &'a MiAttivo,
    /// What happened.
    pub event: MiAttivoEvent,
    /// Evidence: where it is followed, how the person was convened.
    pub evidence: &'a str,
    /// Is the surviving record there, and of somebody else?
    pub survivor: bool,
    /// What who gives the command may do.
    pub role: Role,
}

/// The state after an event an operator records.
///
/// # Errors
/// What refuses it.
pub fn happened(facts: &HappenedFacts<'_>) -> Result<MiAttivoState, Vec<Finding>> {
    let before = facts.registration.state;
    let Some(step) = machine::step_on(states::TABLE, before, facts.event) else {
        return Err(vec![NO_STEP.at("event").with(before.label())]);
    };
    if let Some(denied) = step.denied_to(facts.role, facts.event.label()) {
        return Err(vec![denied]);
    }
    let mut found = Vec::new();
    check_text("evidence", facts.evidence, LINE, &mut found);
    match facts.event {
        MiAttivoEvent::Merged if !facts.survivor => found.push(SURVIVOR.at("survivor")),
        MiAttivoEvent::Merged | MiAttivoEvent::Queued => {}
        _ if facts.evidence.trim().is_empty() => {
            found.push(EVIDENCE.at("evidence").with(step.evidence));
        }
        _ => {}
    }
    if found.is_empty() { Ok(step.to) } else { Err(found) }
}
