//! What a DID does to the pact that rests on it (R-LOS-4, states.md § 1).

use chrono::NaiveDate;

use super::act::{Change, word};
use super::{Act, psp_edit};
use crate::domain::did::rules::PACT_FOLLOWS;
use crate::domain::did::{Did, DidEvent};
use crate::domain::event::Subject;
use crate::domain::ids::RegistrantId;
use crate::domain::machine;
use crate::domain::psp::{PspEvent, PspVersion, rules, states};
use crate::fault::Result;

/// What is being written is weighed again: without a DID it is no longer
/// complete, with a new one it is again, and rests on that one.
pub(super) fn settle_drafts(act: &mut Act<'_, '_>, person: RegistrantId) -> Result<()> {
    for version in act.tx.versions_of(person)?.into_iter().filter(|v| v.state.is_editable()) {
        psp_edit::settle(act, &version, version.clone())?;
    }
    Ok(())
}

/// Moves the versions of the DID's pacts as its event asks: closed with the
/// end of the DID, paused with a suspension, active again with its end. A
/// draft, or one that waits for a signature, stays: a new DID takes the draft
/// up; that neither is issued nor signed without one is R-PSP-1. The operator
/// reads of each.
pub(super) fn follow(act: &mut Act<'_, '_>, did: &Did, event: DidEvent, on: NaiveDate) -> Result<()> {
    let event = match event {
        DidEvent::Suspended => PspEvent::Paused,
        DidEvent::Resumed | DidEvent::IncomeReviewed => PspEvent::Resumed,
        _ if !did.is_open() => PspEvent::Closed,
        _ => return Ok(()),
    };
    if event == PspEvent::Closed {
        settle_drafts(act, did.registrant)?;
    }
    let versions = act.tx.versions_of(did.registrant)?;
    for before in versions.into_iter().filter(|v| v.did == did.id) {
        let ends = event == PspEvent::Closed;
        if ends && (before.state.is_editable() || before.state.awaits_signature()) {
            let told = rules::DRAFT_WAITS.found().with(did.state.label()).with(before.number);
            act.judge(vec![told], &[]);
        }
        let Some(state) = machine::next(states::TABLE, before.state, event) else { continue };
        let told = rules::FOLLOWS_DID.found().with(did.state.label()).with(before.number).with(state.label());
        act.judge(vec![told], &[]);
        let after = PspVersion { state, ..before.clone() };
        act.tx.update(&before, &after)?;
        act.changed(Change {
            kind: Subject::PspVersion,
            subject: before.id.0,
            registrant: before.registrant,
            event: word(event),
            state: word(state),
            on: Some(on),
            reason: did.state.label(),
            evidence: "R-LOS-4",
        })?;
        let number = before.number;
        act.judge(vec![PACT_FOLLOWS.found().with(number).with(state.label())], &[]);
        act.touched("psp_version", before.id.0);
        act.state("psp", state);
    }
    Ok(())
}
