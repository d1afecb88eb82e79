//! A version of a PSP with everything it rests on, read in one go.

use std::sync::Arc;

use chrono::NaiveDate;

use super::law::Law;
use super::query::PersonCard;
use super::standing;
use crate::domain::activity::Activity;
use crate::domain::appointment::Appointment;
use crate::domain::assessment::Assessment;
use crate::domain::did::Did;
use crate::domain::event::PrivacyNotice;
use crate::domain::finding::Finding;
use crate::domain::ids::PspVersionId;
use crate::domain::office::{Office, Operator};
use crate::domain::psp::{self, Measure, PspFacts, PspVersion, SearchAct};
use crate::domain::registrant::Registrant;
use crate::fault::Result;
use crate::store::Read;
use crate::tables::catalogue::Catalogue;

/// A version and its surroundings.
#[derive(Clone, Debug, PartialEq)]
pub struct Pact {
    /// The office.
    pub office: Option<Office>,
    /// Whose pact it is.
    pub person: Registrant,
    /// The version. While it may still change it follows what happened
    /// meanwhile: the open DID, the last assessment, the notice given.
    pub version: PspVersion,
    /// The DID it rests on.
    pub did: Option<Did>,
    /// The assessment it refers to.
    pub assessment: Option<Assessment>,
    /// Rows of section 6.
    pub measures: Vec<Measure>,
    /// Rows of section 7.
    pub search_acts: Vec<SearchAct>,
    /// Appointments of the person that still hold: section 8.
    pub appointments: Vec<Appointment>,
    /// The last privacy notice given.
    pub notice: Option<PrivacyNotice>,
    /// Who is responsible for the activities.
    pub officer: Option<Operator>,
    /// LEP activities of the person.
    pub activities: Vec<Activity>,
    /// The tables of the office.
    pub catalogue: Arc<Catalogue>,
    /// Measures of the version in force, while the next one is written.
    pub before: Vec<Measure>,
}

impl Pact {
    /// Reads a version.
    ///
    /// # Errors
    /// When it is not there or the file cannot be read.
    pub fn read(read: &Read<'_>, version: PspVersionId) -> Result<Self> {
        let mut version: PspVersion = read.need(version.0)?;
        let dids = read.dids_of(version.registrant)?;
        let assessments = read.assessments_of(version.registrant)?;
        let notice = read.notices_of(version.registrant)?.pop();
        if version.state.is_editable() {
            follow(&mut version, &dids, &assessments, notice.as_ref());
        }
        let officer = match version.case_officer {
            Some(officer) => read.get::<Operator>(officer.0)?,
            None => None,
        };
        Ok(Self {
            officer,
            catalogue: read.catalogue()?,
            activities: read.activities_of(version.registrant)?,
            before: measures_before(read, &version)?,
            office: read.office()?,
            person: read.need(version.registrant.0)?,
            did: dids.into_iter().find(|did| did.id == version.did),
            assessment: assessments.into_iter().find(|a| Some(a.id) == version.assessment),
            measures: read.measures_of(version.id)?,
            search_acts: read.search_acts_of(version.id)?,
            appointments: open(read.appointments_of(version.registrant)?),
            notice,
            version,
        })
    }

    /// The version a card speaks of, from what the card holds; `None` without
    /// any pact. Screens check with it after each change without asking again.
    #[must_use]
    pub fn of_card(card: &PersonCard, office: &Office) -> Option<Self> {
        let mut version = card.psp()?.clone();
        let notice = card.notices.last();
        if version.state.is_editable() {
            follow(&mut version, &card.dids, &card.assessments, notice);
        }
        Some(Self {
            office: Some(office.clone()),
            person: card.registrant.clone(),
            did: card.dids.iter().find(|did| did.id == version.did).cloned(),
            assessment: card.assessments.iter().find(|a| Some(a.id) == version.assessment).cloned(),
            measures: card.measures.clone(),
            search_acts: card.search_acts.clone(),
            appointments: open(card.appointments.clone()),
            notice: notice.cloned(),
            officer: None,
            catalogue: card.catalogue.clone(),
            activities: card.activities.clone(),
            before: card.measures_before.clone(),
            version,
        })
    }

    /// What is missing, section by section, as the office enforces it.
    #[must_use]
    pub fn findings(&self, law: &Law, today: NaiveDate) -> Vec<Finding> {
        law.apply(psp::check(&self.facts(today)), today)
    }

    /// What the rules look at.
    pub(super) fn facts(&self, today: NaiveDate) -> PspFacts<'_> {
        PspFacts {
            version: &self.version,
            person: &self.person,
            did: self.did.as_ref(),
            assessment: self.assessment.as_ref(),
            measures: &self.measures,
            search_acts: &self.search_acts,
            appointment_fixed: self.appointments.iter().any(|a| a.start.date() >= today),
            notice_given: self.notice.is_some(),
            office_named: self
                .office
                .as_ref()
                .is_some_and(|office| !office.name.trim().is_empty() && !office.body_name.trim().is_empty()),
            today,
        }
    }
}

/// The measures of the version in force that a version being written is to
/// take the place of.
///
/// # Errors
/// When the file cannot be read.
pub(super) fn measures_before(read: &Read<'_>, version: &PspVersion) -> Result<Vec<Measure>> {
    if version.number < 2 || !version.state.is_editable() {
        return Ok(Vec::new());
    }
    let versions = read.versions_of_psp(version.registrant, version.psp)?;
    match versions.into_iter().rfind(|v| v.number < version.number && v.state.in_force()) {
        Some(before) => read.measures_of(before.id),
        None => Ok(Vec::new()),
    }
}

fn open(mut appointments: Vec<Appointment>) -> Vec<Appointment> {
    appointments.retain(|appointment| appointment.state.is_open());
    appointments
}

/// The last assessment: what a pact refers to.
pub(super) fn last_assessment(assessments: &[Assessment]) -> Option<&Assessment> {
    assessments.iter().max_by_key(|a| (a.date, a.id))
}

fn follow(
    version: &mut PspVersion,
    dids: &[Did],
    assessments: &[Assessment],
    notice: Option<&PrivacyNotice>,
) {
    let stands = dids.iter().any(|did| did.id == version.did && did.is_open());
    if let (false, Some(open)) = (stands, standing::open_did(dids)) {
        version.did = open.id;
    }
    version.assessment = last_assessment(assessments).map(|a| a.id).or(version.assessment);
    if let (true, Some(notice)) = (version.privacy_version.is_empty(), notice) {
        version.privacy_version.clone_from(&notice.version);
        version.privacy_date = notice.version_date.or(Some(notice.given_on));
    }
}
