//! The radar: every clock that runs for a person, computed from what is
//! recorded and from nothing else. It does not know what day it is, so what
//! it says today it would have said yesterday: a clock carries its own first
//! and last day, and nothing has to be counted anew at midnight.

use chrono::NaiveDate;

use super::activity::Activity;
use super::appointment::Appointment;
use super::assessment::Assessment;
use super::conditionality::ConditionalityCase;
use super::deadline::{Clock, Span};
use super::did::income::Limits;
use super::did::{Did, open_did};
use super::employment::{Employment, IncomeDeclaration};
use super::ids::OperatorId;
use super::miattivo::MiAttivo;
use super::office::Region;
use super::pad::Pad;
use super::parameters::Parameters;
use super::placement::TargetedApplication;
use super::psp::{Measure, PspVersion, SearchAct};
use super::registrant::Registrant;
use super::signing::Signing;

mod meetings;
mod pact;
mod person;
mod records;
mod signing;
mod status;
mod work;

/// What is recorded of one person, as far as a clock starts or stops by it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    /// The record.
    pub person: Registrant,
    /// DIDs, in any order, as all that follows.
    pub dids: Vec<Did>,
    /// Versions of pacts.
    pub versions: Vec<PspVersion>,
    /// Measures of the version in force.
    pub measures: Vec<Measure>,
    /// Search acts of the version in force.
    pub search_acts: Vec<SearchAct>,
    /// Appointments.
    pub appointments: Vec<Appointment>,
    /// LEP activities.
    pub activities: Vec<Activity>,
    /// Assessments.
    pub assessments: Vec<Assessment>,
    /// Jobs, those taken back included.
    pub employments: Vec<Employment>,
    /// Incomes declared.
    pub incomes: Vec<IncomeDeclaration>,
    /// Conditionality cases.
    pub cases: Vec<ConditionalityCase>,
    /// Copies of PADs.
    pub pads: Vec<Pad>,
    /// Registrations on MiAttivo.
    pub registrations: Vec<MiAttivo>,
    /// Attempts to sign a pact.
    pub signings: Vec<Signing>,
    /// Applications for targeted placement.
    pub targeted: Vec<TargetedApplication>,
}

/// What tables know and the domain does not.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    /// The figures of a day: a clock runs by those of the day it started.
    pub parameters: &'a dyn Fn(NaiveDate) -> Parameters,
    /// The profile of the office.
    pub region: Region,
    /// The limits for a year of income and the day of its event (R-CON-1).
    pub limits: &'a dyn Fn(i32, NaiveDate) -> Limits,
    /// Does this citizenship need a permit on a day? (R-DID-17)
    pub needs_permit: &'a dyn Fn(&str, NaiveDate) -> bool,
    /// Was this reason of a loss, on its day, a sanction of art. 21? (R-LOS-2)
    pub is_sanction: &'a dyn Fn(&str, NaiveDate) -> bool,
    /// The longest wait of a contact frequency, days; `None` where the pact
    /// leaves it to the appointments (R-PSP-2 d).
    pub contact_days: &'a dyn Fn(&str) -> Option<u32>,
    /// Is it a Sunday or a national holiday?
    pub is_holiday: fn(NaiveDate) -> bool,
}

/// The clocks of a person by consequence, then day. The same facts in
/// another order give the same clocks.
#[must_use]
pub fn clocks(facts: &Facts, known: &Known<'_>) -> Vec<Clock> {
    let mut radar = Radar { facts, known, owner: facts.owner(), found: Vec::new() };
    radar.status();
    radar.work();
    radar.pact();
    radar.meetings();
    radar.person();
    radar.records();
    radar.signing();
    let mut found = radar.found;
    found.sort();
    found.dedup();
    found
}

/// The clocks while they are gathered.
struct Radar<'a> {
    facts: &'a Facts,
    known: &'a Known<'a>,
    /// Whose the clocks are that belong to nobody in particular.
    owner: Option<OperatorId>,
    found: Vec<Clock>,
}

impl Radar<'_> {
    fn add(&mut self, clock: Clock) {
        self.found.push(Clock { operator: clock.operator.or(self.owner), ..clock });
    }

    fn parameters(&self, day: NaiveDate) -> Parameters {
        (self.known.parameters)(day)
    }
}

impl Facts {
    /// The DID that is open.
    #[must_use]
    pub fn did(&self) -> Option<&Did> {
        open_did(&self.dids)
    }

    /// The version of a pact that is in force.
    #[must_use]
    pub fn in_force(&self) -> Option<&PspVersion> {
        in_force(&self.versions)
    }

    /// Who looks after the person: the case officer of the pact in force, or
    /// else who has them in the agenda for the last time.
    fn owner(&self) -> Option<OperatorId> {
        let named = self.in_force().and_then(|version| version.case_officer);
        let open = self.appointments.iter().filter(|a| a.state.is_open());
        named.or_else(|| open.max_by_key(|a| (a.start, a.id)).map(|a| a.operator))
    }

    /// Did the person leave? Their DIDs are over and no new one was given.
    fn has_left(&self) -> bool {
        !self.dids.is_empty() && self.did().is_none()
    }
}

/// The version of a pact that is in force, the last where there are two.
#[must_use]
pub fn in_force(versions: &[PspVersion]) -> Option<&PspVersion> {
    versions.iter().filter(|v| v.state.in_force()).max_by_key(|v| (v.created_at, v.number, v.id))
}
