//! How a person stands: what is in force and what is due.

use chrono::{Days, NaiveDate};

use crate::domain::appointment::{Appointment, AppointmentState};
use crate::domain::calendar::Closure;
use crate::domain::deadline::{Clock, Term};
pub use crate::domain::did::open_did;
use crate::domain::did::seniority::{self, Seniority};
use crate::domain::did::{Did, DidState};
use crate::domain::ids::RegistrantId;
use crate::domain::psp::PspVersion;
use crate::fault::Result;
use crate::store::Read;
use crate::tables::catalogue::Catalogue;
use crate::tables::{code_table, holidays};

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
pub fn lost_by_sanction(catalogue: &Catalogue, dids: &[Did]) -> Option<NaiveDate> {
    dids.iter()
        .filter(|did| did.state == DidState::Lost)
        .filter_map(|did| Some((did.ended_on?, did)))
        .filter(|(lost, did)| {
            let row = catalogue.loss_reasons().get_on(&did.end_reason, *lost);
            row.is_some_and(|row| row.extra.sanction)
        })
        .map(|(lost, _)| lost)
        .max()
}

/// The seniority of a DID on a day, from the recorded suspensions (R-SEN).
///
/// # Errors
/// When the file cannot be read.
pub fn seniority(read: &Read<'_>, did: &Did, day: NaiveDate) -> Result<Seniority> {
    Ok(seniority::of(did, &read.events_of(did.registrant)?, day))
}

/// What is due for a person and shown on a day, by consequence, then day:
/// from the records as they are now.
///
/// # Errors
/// When the file cannot be read.
pub fn deadlines(read: &Read<'_>, person: RegistrantId, today: NaiveDate) -> Result<Vec<Term>> {
    let closures = read.closures()?;
    let clocks = read.clocks_of(person)?;
    Ok(terms(clocks.iter().filter(|clock| clock.is_shown(today)), &closures))
}

/// The same from the radar, which every command keeps: cheaper, and as right
/// outside a batch.
///
/// # Errors
/// When the file cannot be read.
pub fn kept(read: &Read<'_>, person: RegistrantId, today: NaiveDate) -> Result<Vec<Term>> {
    let closures = read.closures()?;
    let clocks = read.kept_clocks(person)?;
    Ok(terms(clocks.iter().filter(|clock| clock.is_shown(today)), &closures))
}

/// Clocks as they are told.
pub fn terms<'a>(clocks: impl IntoIterator<Item = &'a Clock>, closures: &[Closure]) -> Vec<Term> {
    let told = clocks.into_iter().map(|clock| Term::of(clock, |day| is_closed(closures, day)));
    told.collect()
}

/// Is a day a Sunday, a holiday, or one on which the office is closed? Said
/// beside a term, which it does not move.
#[must_use]
pub fn is_closed(closures: &[Closure], day: NaiveDate) -> bool {
    holidays::is_holiday(day) || closures.iter().any(|closure| closure.covers(day))
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
