//! How a person stands: what is in force and what is due.

use chrono::{Days, NaiveDate};

use crate::domain::deadline::Deadline;
use crate::domain::did::{Did, DidState};
use crate::domain::ids::RegistrantId;
use crate::domain::psp::PspVersion;
use crate::fault::Result;
use crate::store::Read;

/// Terms of R-PSP-7 by kind of person; a parameter per region later.
const CONVENE_RECIPIENT: u32 = 60;
const CONVENE_OTHER: u32 = 90;
/// Days a job may suspend the status (R-SUS-1); day 1 is the start.
const SUSPENSION: u32 = 180;

/// The DID a PSP may rest on: the open one with the latest date.
#[must_use]
pub fn open_did(dids: &[Did]) -> Option<&Did> {
    dids.iter().filter(|did| did.is_open()).max_by_key(|did| (did.date, did.id))
}

/// The version in force or being made: what the person band shows.
#[must_use]
pub fn current_psp(versions: &[PspVersion]) -> Option<&PspVersion> {
    let rank = |v: &PspVersion| {
        use crate::domain::psp::PspState as S;
        match v.state {
            S::Issued | S::AwaitingPerson | S::AwaitingOperator => 4,
            S::Draft | S::Complete => 3,
            S::Active | S::Paused => 2,
            S::Refused | S::ExpiredUnsigned => 1,
            S::Superseded | S::Annulled | S::Closed => 0,
        }
    };
    versions.iter().max_by_key(|v| (rank(v), v.created_at, v.number))
}

/// What is due for a person, nearest first.
///
/// # Errors
/// When the file cannot be read.
pub fn deadlines(read: &Read<'_>, person: RegistrantId, today: NaiveDate) -> Result<Vec<Deadline>> {
    let dids = read.dids_of(person)?;
    let versions = read.versions_of(person)?;
    Ok(due(&dids, &versions, today))
}

/// The terms that follow from DIDs and pacts.
#[must_use]
pub fn due(dids: &[Did], versions: &[PspVersion], _today: NaiveDate) -> Vec<Deadline> {
    let mut due = Vec::new();
    let Some(did) = open_did(dids) else { return due };
    let in_force = versions.iter().any(|v| v.state.in_force() && v.did == did.id);
    if !in_force && did.state != DidState::AtRisk {
        let (from, days, rule) = did.contact_term();
        due.push(Deadline::new("contatto e PSP", from, days, rule));
        let recipient = did.benefit.is_insurance() || did.benefit.is_inclusion();
        let days = if recipient { CONVENE_RECIPIENT } else { CONVENE_OTHER };
        due.push(Deadline::new("convocazione del CPI", from, days, "R-PSP-7"));
    }
    if did.state == DidState::Suspended {
        // Day 1 is the start of the job: the last day is start + 179.
        let before = did.state_since.checked_sub_days(Days::new(1)).unwrap_or(did.state_since);
        due.push(Deadline::new("fine della sospensione", before, SUSPENSION, "R-SUS-1"));
    }
    due.sort();
    due
}
