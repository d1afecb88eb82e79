//! How a person stands: what is in force and what is due.

use chrono::{Days, NaiveDate, TimeDelta};

use crate::domain::appointment::{Appointment, AppointmentState};
use crate::domain::deadline::Deadline;
use crate::domain::did::declare::new_did_from;
use crate::domain::did::happen::SUSPENSION_DAYS;
use crate::domain::did::seniority::{self, Seniority};
use crate::domain::did::{Did, DidState};
use crate::domain::ids::RegistrantId;
use crate::domain::psp::PspVersion;
use crate::domain::registrant::Registrant;
use crate::fault::Result;
use crate::store::Read;
use crate::tables::{citizenships, code_table};

/// Terms of R-PSP-7 by kind of person; a parameter per region later.
const CONVENE_RECIPIENT: u32 = 60;
const CONVENE_OTHER: u32 = 90;
/// Days before its end from which a permit is shown as due.
const PERMIT_NOTICE: i64 = 60;

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

/// When the status was last lost by a sanction of art. 21 (R-LOS-2).
#[must_use]
pub fn lost_by_sanction(dids: &[Did]) -> Option<NaiveDate> {
    dids.iter()
        .filter(|did| did.state == DidState::Lost)
        .filter(|did| code_table::loss_reasons().get(&did.end_reason).is_some_and(|row| row.extra.sanction))
        .filter_map(|did| did.ended_on)
        .max()
}

/// The seniority of a DID on a day, from the recorded suspensions (R-SEN).
///
/// # Errors
/// When the file cannot be read.
pub fn seniority(read: &Read<'_>, did: &Did, day: NaiveDate) -> Result<Seniority> {
    Ok(seniority::of(did, &read.events_of(did.registrant)?, day))
}

/// What is due for a person, nearest first.
///
/// # Errors
/// When the file cannot be read.
pub fn deadlines(read: &Read<'_>, person: RegistrantId, today: NaiveDate) -> Result<Vec<Deadline>> {
    let record: Registrant = read.need(person.0)?;
    Ok(due(&record, &read.dids_of(person)?, &read.versions_of(person)?, today))
}

/// The terms that follow from a person's record, DIDs and pacts, nearest
/// first.
#[must_use]
pub fn due(person: &Registrant, dids: &[Did], versions: &[PspVersion], today: NaiveDate) -> Vec<Deadline> {
    let mut due: Vec<Deadline> = permit_due(person, today).into_iter().collect();
    match open_did(dids) {
        Some(did) => due.extend(of_did(did, versions)),
        None => due.extend(lost_by_sanction(dids).and_then(|lost| wait(lost, today))),
    }
    due.sort();
    due
}

fn of_did(did: &Did, versions: &[PspVersion]) -> Vec<Deadline> {
    let mut due = Vec::new();
    let in_force = versions.iter().any(|v| v.state.in_force() && v.did == did.id);
    // Under notice or at work nobody is awaited yet.
    if !in_force && matches!(did.state, DidState::Inserted | DidState::Validated) {
        let (from, days, rule) = did.contact_term();
        due.push(Deadline::new("contatto e PSP", from, days, rule));
        let recipient = did.benefit.is_insurance() || did.benefit.is_inclusion();
        let days = if recipient { CONVENE_RECIPIENT } else { CONVENE_OTHER };
        due.push(Deadline::new("convocazione del CPI", from, days, "R-PSP-7"));
    }
    if did.state == DidState::Suspended {
        // Day 1 is the start of the job: the last day is start + 179.
        let before = did.state_since.checked_sub_days(Days::new(1)).unwrap_or(did.state_since);
        due.push(Deadline::new("fine della sospensione", before, SUSPENSION_DAYS, "R-SUS-1"));
    }
    due
}

/// The last day for the next meeting, as often as the pact says (R-PSP-2 d):
/// counted from the last one held or fixed, or from the pact. `None` where
/// the frequency does not decide: no pact in force, none made today, or one
/// that leaves it to the appointments.
#[must_use]
pub fn next_contact(
    versions: &[PspVersion],
    appointments: &[Appointment],
    today: NaiveDate,
) -> Option<NaiveDate> {
    let version = current_psp(versions)?;
    let made_today = version.created_at.date() == today
        && (version.state.is_editable() || version.state.awaits_signature());
    let row = code_table::contact_frequencies().get(&version.contact_frequency);
    let days = row.map(|row| row.extra.days).filter(|days| *days > 0)?;
    let met = appointments.iter().filter(|a| a.state == AppointmentState::Held || a.state.is_open());
    let from = met.map(|a| a.start.date()).chain([version.created_at.date()]).max()?;
    (version.state.in_force() || made_today).then(|| from + Days::new(u64::from(days)))
}

/// The two months after a loss by sanction, while they run (R-LOS-2). They
/// run to the corresponding day: the days are counted from it.
fn wait(lost: NaiveDate, today: NaiveDate) -> Option<Deadline> {
    let from = new_did_from(lost);
    let days = u32::try_from((from - lost).num_days()).ok()?;
    (today < from).then(|| Deadline::new("nuova DID possibile", lost, days, "R-LOS-2"))
}

/// The end of a residence permit, sixty days before it and until the renewal
/// is asked for (R-DID-17).
fn permit_due(person: &Registrant, today: NaiveDate) -> Option<Deadline> {
    let needed = !person.citizenship.is_empty() && citizenships::needs_permit(&person.citizenship, today);
    let expires = person.permit_expires_on.filter(|_| needed && !person.permit_renewal)?;
    let near = expires - today <= TimeDelta::days(PERMIT_NOTICE);
    near.then(|| Deadline::new("permesso di soggiorno", expires, 0, "R-DID-17"))
}

#[cfg(test)]
mod tests;
