//! What a DID does to the pact that rests on it (R-LOS-4, states.md § 1).

use chrono::NaiveDate;

use super::Act;
use super::act::{Change, word};
use crate::domain::did::{Did, DidEvent};
use crate::domain::event::Subject;
use crate::domain::machine;
use crate::domain::psp::{PspEvent, PspVersion, states};
use crate::fault::Result;

/// Moves the versions of the DID's pacts as its event asks: closed with the
/// end of the DID, paused with a suspension, active again with its end. A
/// version the table does not move (a draft, one not yet signed) stays as it
/// is; that it cannot be issued without an open DID is R-PSP-1.
pub(super) fn follow(act: &mut Act<'_, '_>, did: &Did, event: DidEvent, on: NaiveDate) -> Result<()> {
    let event = match event {
        DidEvent::Suspended => PspEvent::Paused,
        DidEvent::Resumed | DidEvent::IncomeReviewed => PspEvent::Resumed,
        _ if !did.is_open() => PspEvent::Closed,
        _ => return Ok(()),
    };
    let versions = act.tx.versions_of(did.registrant)?;
    for before in versions.into_iter().filter(|v| v.did == did.id) {
        let Some(state) = machine::next(states::TABLE, before.state, event) else { continue };
        act.tx.update(&before, &PspVersion { state, ..before.clone() })?;
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
        act.touched("psp_version", before.id.0);
        act.state("psp", state);
    }
    Ok(())
}
