//! What a PAD brings into a draft, so that nobody types it again: agencies as
//! job-search acts, and the contacts to convene at, once validated.

use super::Act;
use crate::domain::finding::Finding;
use crate::domain::ids::SearchActId;
use crate::domain::pad::{self, Pad, PadState, rules};
use crate::domain::psp::{PspVersion, SearchAct};
use crate::domain::text::fold;
use crate::fault::Result;

/// The PAD that belongs into the next version: signed, and not in one yet.
pub(super) fn waiting(act: &Act<'_, '_>, version: &PspVersion) -> Result<Option<Pad>> {
    let pads = act.tx.pads_of(version.registrant)?;
    let signed = pad::current(&pads)
        .filter(|pad| !matches!(pad.state, PadState::Expected | PadState::Overdue | PadState::Archived));
    Ok(signed.filter(|pad| pad.psp_version.is_none() || version.number == 1).cloned())
}

/// What the operator is told about it.
pub(super) fn told(pad: &Pad) -> Option<Finding> {
    let signed = pad.signed_on?;
    Some(rules::IN_DRAFT.found().with(signed.format("%d/%m/%Y")).with(pad.agencies.len()))
}

/// The contacts of the PAD in a draft: the channel agreed in the PAD, and
/// e-mail and mobile beside the postal address (R-PAD-3, R-PSP-12, R-PSP-13).
/// Not validated, or without consent, they stay out.
pub(super) fn contacts(act: &Act<'_, '_>, pad: &Pad, version: &mut PspVersion) {
    if !pad.contacts_count(act.today()) {
        return;
    }
    let channel = if pad.email.is_empty() { "sms" } else { "email" };
    channel.clone_into(&mut version.convocation_channel);
    let known = [version.contact_address.as_str(), pad.email.as_str(), pad.mobile.as_str()];
    let mut parts: Vec<&str> = Vec::new();
    for part in known.into_iter().map(str::trim).filter(|part| !part.is_empty()) {
        if !parts.iter().any(|there| there.contains(part)) {
            parts.push(part);
        }
    }
    let address = parts.join(" · ");
    if address.chars().count() <= 240 {
        version.contact_address = address;
    }
}

/// The agencies of the PAD as rows of section 7, those that are not there
/// (R-PAD-1, R-SFL-2). They are ordinary rows: the operator changes them.
pub(super) fn agencies(act: &mut Act<'_, '_>, pad: &Pad, version: &PspVersion) -> Result<()> {
    let there = act.tx.search_acts_of(version.id)?;
    let mut position = there.iter().map(|row| row.position).max().unwrap_or(0);
    for agency in &pad.agencies {
        let name = fold(&agency.name);
        if name.is_empty() || there.iter().any(|row| fold(&row.action).contains(&name)) {
            continue;
        }
        position += 1;
        let row = SearchAct {
            id: SearchActId(act.fact_id().0),
            version: version.id,
            position,
            action: format!("Contatto con l'agenzia {} ({}), dal PAD", agency.name, agency.contact),
            quantity: "1, con documento del contatto".into(),
            by_date: None,
            removed: false,
        };
        act.tx.insert(&row)?;
    }
    Ok(())
}
