//! What is checked before something of a PAD is recorded (R-PAD, R-ADI,
//! R-SFL, R-NAS).

use chrono::NaiveDate;

use super::clocks;
use super::{Pad, PadContent, PadEvent, PadForm, PadState, states};
use crate::domain::did::{Benefit, Did};
use crate::domain::finding::{Finding, Level, Rule};
use crate::domain::machine;
use crate::domain::miattivo::rules::contacts;
use crate::domain::parameters::Benefits;
use crate::domain::registrant::Registrant;
use crate::domain::registrant::rules::{LINE, NOTE, check_text};

const fn rule(id: &'static str, level: Level, reference: &'static str, text: &'static str) -> Rule {
    Rule { id, level, reference, text }
}
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

/// What a new record of a PAD is weighed against.
#[derive(Clone, Copy, Debug)]
pub struct RecordFacts<'a> {
    /// What is entered.
    pub form: &'a PadForm,
    /// Who.
    pub person: &'a Registrant,
    /// PADs of the person.
    pub earlier: &'a [Pad],
    /// DIDs of the person.
    pub dids: &'a [Did],
    /// The terms in force.
    pub terms: &'a Benefits,
    /// Today.
    pub today: NaiveDate,
}

/// Everything the rules say about a PAD entered.
#[must_use]
pub fn check(facts: &RecordFacts<'_>) -> Vec<Finding> {
    let (form, today) = (facts.form, facts.today);
    let mut found = Vec::new();
    if form.benefit == Benefit::None {
        found.push(NO_BENEFIT.at("pad.benefit"));
    }
    if let Some(same) = facts.earlier.iter().find(|p| p.is_open() && p.benefit == form.benefit) {
        found.push(RUNNING.at("pad.benefit").with(same.benefit.label()).with(same.state.label()));
    }
    let application = ("pad.application_email", form.application_email.as_str());
    contacts(application, ("pad.application_mobile", &form.application_mobile), &mut found);
    check_text("pad.patronato", &form.patronato, LINE, &mut found);
    check_text("pad.note", &form.note, NOTE, &mut found);
    let days = [
        ("pad.applied_on", "domanda", form.applied_on),
        ("pad.signed_on", "firma", form.signed_on),
        ("pad.validated_on", "convalida", form.validated_on),
    ];
    // A benefit may begin after today: INPS says from when.
    future(&days, today, &mut found);
    future(&[("pad.referred_on", "invio al CPI", form.referred_on)], today, &mut found);
    in_order(&[days[0], ("pad.benefit_from", "inizio del beneficio", form.benefit_from)], &mut found);
    in_order(&days, &mut found);
    in_order(&[days[1], ("pad.referred_on", "invio al CPI", form.referred_on)], &mut found);
    if form.signed_on.is_some() {
        content(&RECORD, &form.content, facts.terms.pad_agencies, form.signed_on, today, &mut found);
    } else if let Some((field, ..)) =
        [("pad.validated_on", form.validated_on), ("pad.referred_on", form.referred_on)]
            .into_iter()
            .find(|(_, day)| day.is_some())
    {
        found.push(COPY.at(field).with("prima la data della firma"));
    }
    if form.validated_on.is_some() && blank(&form.content.email) && blank(&form.content.mobile) {
        found.push(NO_CONTACT.at("pad.validated_on"));
    }
    if form.referred_on.is_some() && form.benefit != Benefit::Adi {
        found.push(OTHER_BENEFIT.at("pad.referred_on").with("AdI").with(form.benefit.label()));
    }
    if form.benefit == Benefit::Sfl && !facts.dids.iter().any(Did::is_open) {
        found.push(SFL_ORDER.at("pad.benefit"));
    }
    let age = facts.person.age_on(today).filter(|age| {
        form.benefit == Benefit::Adi && !(facts.terms.adi_age_from..=facts.terms.adi_age_to).contains(age)
    });
    found.extend(age.map(|age| NOT_OBLIGED.at("pad.benefit").with(age)));
    found
}

fn blank(text: &str) -> bool {
    text.trim().is_empty()
}

/// The fields of what a PAD says, as the command names them.
struct Fields {
    agencies: &'static str,
    attends: &'static str,
    source: &'static str,
    signed_on: &'static str,
    copied_on: &'static str,
    email: &'static str,
    mobile: &'static str,
    consent: &'static str,
}

const RECORD: Fields = Fields {
    agencies: "pad.content.agencies",
    attends: "pad.content.attends",
    source: "pad.content.source",
    signed_on: "pad.signed_on",
    copied_on: "pad.content.copied_on",
    email: "pad.content.email",
    mobile: "pad.content.mobile",
    consent: "pad.content.consent",
};
const EVENT: Fields = Fields {
    agencies: "content.agencies",
    attends: "content.attends",
    source: "content.source",
    signed_on: "on",
    copied_on: "content.copied_on",
    email: "content.email",
    mobile: "content.mobile",
    consent: "content.consent",
};

/// What a signed PAD must say (R-PAD-1, R-PAD-4).
fn content(
    at: &Fields,
    form: &PadContent,
    least: u32,
    signed: Option<NaiveDate>,
    today: NaiveDate,
    found: &mut Vec<Finding>,
) {
    let whole = form.agencies.iter().filter(|a| !blank(&a.name) && !blank(&a.contact));
    let mut names: Vec<String> = whole.map(|a| a.name.trim().to_lowercase()).collect();
    names.sort();
    names.dedup();
    if names.len() < usize::try_from(least).unwrap_or(usize::MAX) {
        found.push(AGENCIES.at(at.agencies).with(least).with(names.len()));
    }
    for agency in &form.agencies {
        check_text(at.agencies, &agency.name, LINE, found);
        check_text(at.agencies, &agency.contact, LINE, found);
        future(&[(at.agencies, "documento", agency.documented_on)], today, found);
    }
    if !form.attends {
        found.push(ATTENDS.at(at.attends));
    }
    if form.source.is_none() {
        found.push(COPY.at(at.source).with("la fonte"));
    }
    let copied = (at.copied_on, "copia", form.copied_on);
    future(&[copied], today, found);
    in_order(&[(at.signed_on, "firma", signed), copied], found);
    contacts((at.email, &form.email), (at.mobile, &form.mobile), found);
    if !form.consent && !(blank(&form.email) && blank(&form.mobile)) {
        found.push(NO_CONSENT.at(at.consent));
    }
}

fn italian(day: NaiveDate) -> impl std::fmt::Display {
    day.format("%d/%m/%Y")
}

type Dated = (&'static str, &'static str, Option<NaiveDate>);

fn future(days: &[Dated], today: NaiveDate, found: &mut Vec<Finding>) {
    for (field, _, day) in days {
        if let Some(day) = day.filter(|day| *day > today) {
            found.push(FUTURE.at(field).with(italian(day)));
        }
    }
}

/// Days that follow each other; the ones not known are passed over.
fn in_order(days: &[Dated], found: &mut Vec<Finding>) {
    let known: Vec<_> = days.iter().filter_map(|(field, what, day)| Some((*field, *what, (*day)?))).collect();
    for pair in known.windows(2) {
        let ((_, first, before), (field, second, after)) = (pair[0], pair[1]);
        if after < before {
            found.push(ORDER.at(field).with(second).with(italian(after)).with(italian(before)).with(first));
        }
    }
}

/// What is recorded of a PAD, and what the archive knows of it.
#[derive(Clone, Copy, Debug)]
pub struct HappenedFacts<'a> {
    /// The PAD.
    pub pad: &'a Pad,
    /// What happened.
    pub event: PadEvent,
    /// When.
    pub on: NaiveDate,
    /// What the PAD says, with `signed` and `copied_again`.
    pub content: Option<&'a PadContent>,
    /// The agency shown, with `documented`; empty = all of them.
    pub agency: &'a str,
    /// Is the version named, or any, in force? With `psp_linked`.
    pub pact_in_force: bool,
    /// The terms in force.
    pub terms: &'a Benefits,
    /// Today.
    pub today: NaiveDate,
}

/// The PAD as it is after the event, with what the rules say.
///
/// # Errors
/// What refuses it; warnings are judged by the caller.
pub fn happened(facts: &HappenedFacts<'_>) -> Result<(Pad, Vec<Finding>), Vec<Finding>> {
    use PadEvent as E;
    let before = facts.pad;
    let Some(state) = machine::next(states::TABLE, before.state, facts.event) else {
        return Err(vec![NO_STEP.at("event").with(before.state.label())]);
    };
    let mut found = guards(facts);
    if let (E::Signed | E::CopiedAgain, given) = (facts.event, facts.content) {
        let signed = if facts.event == E::Signed { Some(facts.on) } else { before.signed_on };
        content(
            &EVENT,
            given.unwrap_or(&PadContent::default()),
            facts.terms.pad_agencies,
            signed,
            facts.today,
            &mut found,
        );
    }
    let mut after = Pad { state, ..before.clone() };
    match facts.event {
        E::Signed => {
            after = after.with(facts.content.unwrap_or(&PadContent::default()), facts.today);
            after.signed_on = Some(facts.on);
        }
        E::CopiedAgain => {
            after = after.with(facts.content.unwrap_or(&PadContent::default()), facts.today);
            let same = (&after.email, &after.mobile) == (&before.email, &before.mobile);
            if !same {
                after.validated_on = None;
            } else if before.state == PadState::ContactsValidated {
                after.state = before.state;
            }
        }
        E::ContactsValidated => after.validated_on = Some(facts.on),
        E::Referred => after.referred_on = Some(facts.on),
        E::SocialServices => after.social_services_on = Some(facts.on),
        E::Documented => {
            let wanted = facts.agency.trim().to_lowercase();
            for agency in &mut after.agencies {
                if wanted.is_empty() || agency.name.to_lowercase() == wanted {
                    agency.documented_on = agency.documented_on.or(Some(facts.on));
                }
            }
        }
        E::PspLinked => {
            after.linked_on = after.linked_on.or(Some(facts.on));
            after.confirmed_on = after.confirmed_on.max(before.linked_on.and(Some(facts.on)));
        }
        E::Confirmed => after.confirmed_on = after.confirmed_on.max(Some(facts.on)),
        E::BenefitEnded => after.ended_on = Some(facts.on),
        E::Convened | E::Overdue => {}
    }
    if found.iter().any(|f| f.level == Level::Block) {
        return Err(found);
    }
    if facts.event == E::ContactsValidated && after.consent && after.state != PadState::ContactsValidated {
        found.push(PREVAIL.found());
    }
    found.extend(told(&after, facts.terms, facts.today));
    Ok((after, found))
}

fn guards(facts: &HappenedFacts<'_>) -> Vec<Finding> {
    use PadEvent as E;
    let pad = facts.pad;
    let mut found = Vec::new();
    // The end of a benefit may be known before it comes.
    if facts.on > facts.today && facts.event != E::BenefitEnded {
        found.push(FUTURE.at("on").with(italian(facts.on)));
    }
    let here = ("on", facts.event.label(), Some(facts.on));
    let before = match facts.event {
        E::Signed => ("on", "domanda", pad.applied_on),
        E::BenefitEnded => ("on", "inizio del beneficio", pad.benefit_from),
        E::Confirmed => ("on", "patto", pad.linked_on),
        _ => ("on", "firma del PAD", pad.signed_on),
    };
    in_order(&[before, here], &mut found);
    let only = |benefits: &[Benefit]| {
        let names: Vec<_> = benefits.iter().map(|b| b.label()).collect();
        let other = !benefits.contains(&pad.benefit);
        other.then(|| OTHER_BENEFIT.at("event").with(names.join(" e ")).with(pad.benefit.label()))
    };
    match facts.event {
        E::Referred | E::SocialServices => found.extend(only(&[Benefit::Adi])),
        E::Confirmed => found.extend(only(&[Benefit::Adi, Benefit::Sfl])),
        E::ContactsValidated if blank(&pad.email) && blank(&pad.mobile) => found.push(NO_CONTACT.at("event")),
        E::Overdue if !clocks::sign_overdue(pad, facts.terms, facts.on) => found.push(NOT_OVER.at("on")),
        E::PspLinked if !facts.pact_in_force => found.push(NO_PACT.at("psp_version")),
        E::Documented => {
            let wanted = facts.agency.trim().to_lowercase();
            let named = wanted.is_empty() || pad.agencies.iter().any(|a| a.name.to_lowercase() == wanted);
            if !named {
                found.push(NO_AGENCY.at("agency").with(facts.agency.trim()));
            }
        }
        _ => {}
    }
    found
}

/// What an operator is told of a PAD as it stands: the terms it opens.
#[must_use]
pub fn told(pad: &Pad, terms: &Benefits, today: NaiveDate) -> Vec<Finding> {
    let mut found = Vec::new();
    match pad.state {
        PadState::Signed => found.push(CONVENE.found()),
        PadState::ContactsValidated if pad.consent => found.push(PREVAIL.found()),
        _ => {}
    }
    for term in clocks::terms(pad, terms) {
        let due = italian(term.due);
        found.push(match term.rule.0.as_ref() {
            "R-ADI-1" => SOCIAL.found().with(due),
            "R-ADI-2" => PSP_BY.found().with(due),
            "R-ADI-3" => PRESENT.found().with(terms.adi_presence_days).with(due),
            "R-SFL-3" => CONFIRM.found().with(terms.sfl_confirm_days).with(due),
            "R-SFL-4" => EXTEND.found().with(terms.sfl_update_months).with(due),
            _ if today > term.due => NO_SANCTION.found().with(due),
            _ => SIGN_BY.found().with(due),
        });
    }
    found
}
