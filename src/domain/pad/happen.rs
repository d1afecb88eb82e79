//! What happens to a PAD after it is recorded, and what it leaves.

use chrono::NaiveDate;

use super::check::{EVENT, blank, content, in_order, italian};
use super::rules::*;
use super::{Pad, PadContent, PadEvent, PadState, clocks, states};
use crate::domain::deadline::Kind;
use crate::domain::did::Benefit;
use crate::domain::finding::{Finding, Level};
use crate::domain::machine;
use crate::domain::parameters::Benefits;

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
    for term in clocks::clocks(pad, |_| *terms) {
        let due = italian(term.due);
        found.push(match term.kind {
            Kind::AdiSocial => SOCIAL.found().with(due),
            Kind::AdiPact => PSP_BY.found().with(due),
            Kind::AdiPresence => PRESENT.found().with(terms.adi_presence_days).with(due),
            Kind::SflConfirm => CONFIRM.found().with(terms.sfl_confirm_days).with(due),
            // What follows when it is missed is not told beforehand.
            Kind::SflEnd => continue,
            Kind::SflUpdate => EXTEND.found().with(terms.sfl_update_months).with(due),
            _ if today > term.due => NO_SANCTION.found().with(due),
            _ => SIGN_BY.found().with(due),
        });
    }
    found
}
