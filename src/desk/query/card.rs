//! Everything about one person, for every screen that serves them.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use uuid::Uuid;

use crate::desk::law::Law;
use crate::desk::pact::{self, Pact};
use crate::desk::{standing, weigh};
use crate::domain::activity::{self, Activity, Proposal};
use crate::domain::appointment::Appointment;
use crate::domain::assessment::Assessment;
use crate::domain::conditionality::ConditionalityCase;
use crate::domain::conditionality::propose::{self, ProposedCase};
use crate::domain::deadline::Term;
use crate::domain::did::Did;
use crate::domain::did::follow::{self, ToSettle};
use crate::domain::did::seniority::{self, Seniority};
use crate::domain::document::Document;
use crate::domain::employment::{Employment, IncomeDeclaration, Job, job};
use crate::domain::event::{AcceptedWarning, PrivacyNotice, StateEvent};
use crate::domain::finding::Finding;
use crate::domain::ids::{PspVersionId, RegistrantId};
use crate::domain::miattivo::MiAttivo;
use crate::domain::pad::Pad;
use crate::domain::placement::{TargetedApplication, TargetedCard};
use crate::domain::privacy;
use crate::domain::psp::{Measure, PspVersion, SearchAct};
use crate::domain::registrant::Registrant;
use crate::domain::restriction::Restriction;
use crate::domain::signing::Signing;
use crate::fault::Result;
use crate::store::Read;
use crate::tables::catalogue::Catalogue;

/// The card of a person: the record and all that hangs on it, oldest first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PersonCard {
    /// Who.
    pub registrant: Registrant,
    /// DIDs.
    pub dids: Vec<Did>,
    /// Jobs, those taken back included.
    pub employments: Vec<Employment>,
    /// Incomes declared.
    pub incomes: Vec<IncomeDeclaration>,
    /// Assessments.
    pub assessments: Vec<Assessment>,
    /// Versions of pacts.
    pub versions: Vec<PspVersion>,
    /// Measures of the version shown by [`PersonCard::psp`].
    pub measures: Vec<Measure>,
    /// Job-search acts of that version.
    pub search_acts: Vec<SearchAct>,
    /// Measures of the version in force, while that version is to take its
    /// place.
    pub measures_before: Vec<Measure>,
    /// What that version still wants before it is issued, by section
    /// (`domain::psp::rules::signs`); empty once it is issued.
    pub psp_missing: Vec<Finding>,
    /// Attempts to sign them.
    pub signings: Vec<Signing>,
    /// Appointments.
    pub appointments: Vec<Appointment>,
    /// LEP activities.
    pub activities: Vec<Activity>,
    /// LEP rows that follow from acts and are not logged: one key confirms.
    pub proposals: Vec<Proposal>,
    /// Cases that follow from unjustified absences and are not opened.
    pub proposed_cases: Vec<ProposedCase>,
    /// Conditionality cases.
    pub cases: Vec<ConditionalityCase>,
    /// Applications for targeted placement, without what is special in them.
    pub targeted: Vec<TargetedApplication>,
    /// What is special in them (R-CM-10), masked by the screens until somebody
    /// says why it is needed; the command line does not print it.
    pub targeted_cards: Vec<TargetedCard>,
    /// MiAttivo registrations.
    pub miattivos: Vec<MiAttivo>,
    /// Copies of PADs.
    pub pads: Vec<Pad>,
    /// Issued documents.
    pub documents: Vec<Document>,
    /// State changes.
    pub events: Vec<StateEvent>,
    /// Warnings accepted.
    pub warnings: Vec<AcceptedWarning>,
    /// Who works here: the name shown, by username.
    pub authors: BTreeMap<String, String>,
    /// Privacy notices given.
    pub notices: Vec<PrivacyNotice>,
    /// Restrictions of processing, lifted ones too (GDPR art. 18).
    pub restrictions: Vec<Restriction>,
    /// What is due, by consequence, then day.
    pub deadlines: Vec<Term>,
    /// The same with what is not shown yet, or no longer.
    pub all_terms: Vec<Term>,
    /// The tables of the office, by day.
    pub catalogue: Arc<Catalogue>,
}

impl PersonCard {
    /// The card with `word` in the place of what is special (R-PRV-1): what a
    /// screen shows until somebody says why, and what the command line prints.
    #[must_use]
    pub fn masked(&self, word: &str) -> Self {
        let mut card = self.clone();
        privacy::mask(&mut card.registrant, word);
        for event in card.events.iter_mut().filter(|event| privacy::is_special_event(event)) {
            word.clone_into(&mut event.reason);
        }
        for appointment in card.appointments.iter_mut().filter(|row| privacy::is_special_note(row)) {
            word.clone_into(&mut appointment.outcome_note);
        }
        card.assessments.iter_mut().for_each(|assessment| privacy::mask_answers(assessment, word));
        card.cases.iter_mut().for_each(|case| privacy::mask_case(case, word));
        card.targeted_cards.iter_mut().for_each(|special| privacy::mask_targeted(special, word));
        card
    }

    /// Reads the card.
    ///
    /// # Errors
    /// When the person is not there or the file cannot be read.
    pub fn read(read: &Read<'_>, person: RegistrantId, today: NaiveDate) -> Result<Self> {
        let registrant: Registrant = read.need(person.0)?;
        let dids = read.dids_of(person)?;
        let versions = read.versions_of(person)?;
        let assessments = read.assessments_of(person)?;
        let activities = read.activities_of(person)?;
        let targeted = read.targeted_of(person)?;
        let cases = read.cases_of(person)?;
        let appointments = read.appointments_of(person)?;
        let clocks = read.clocks_of(person)?;
        let closures = read.closures()?;
        let shown = standing::current_psp(&versions);
        let psp_missing = match shown.filter(|v| v.state.is_editable()) {
            Some(version) => Pact::read(read, version.id)?.findings(&Law::read(read)?, today),
            None => Vec::new(),
        };
        let measures_before = match shown {
            Some(version) => pact::measures_before(read, version)?,
            None => Vec::new(),
        };
        let shown = shown.map(|v| v.id);
        let warnings = read.warnings_of(person)?;
        Ok(Self {
            authors: authors(read)?,
            psp_missing,
            measures_before,
            proposals: activity::proposals(&dids, &assessments, &versions, &targeted, &activities),
            deadlines: standing::terms(clocks.iter().filter(|clock| clock.is_shown(today)), &closures),
            all_terms: standing::terms(&clocks, &closures),
            measures: rows(shown, |id| read.measures_of(id))?,
            search_acts: rows(shown, |id| read.search_acts_of(id))?,
            assessments,
            signings: read.signings_of(person)?,
            proposed_cases: propose::all(&appointments, &dids, &cases),
            appointments,
            employments: read.employments_of(person)?,
            incomes: read.incomes_of(person)?,
            activities,
            cases,
            targeted_cards: cards(read, &targeted)?,
            targeted,
            miattivos: read.miattivos_of(person)?,
            pads: read.pads_of(person)?,
            documents: read.documents_of(person)?,
            events: read.events_of(person)?,
            warnings,
            notices: read.notices_of(person)?,
            restrictions: read.restrictions_of(person)?,
            catalogue: read.catalogue()?,
            registrant,
            dids,
            versions,
        })
    }

    /// The open DID.
    #[must_use]
    pub fn did(&self) -> Option<&Did> {
        standing::open_did(&self.dids)
    }

    /// What was accepted about one record, oldest first, with the names as
    /// they are shown.
    #[must_use]
    pub fn accepted(&self, subject: Uuid) -> Vec<AcceptedWarning> {
        let here = self.warnings.iter().filter(|warning| warning.subject == subject);
        here.map(|warning| {
            let by = self.authors.get(&warning.by).unwrap_or(&warning.by).clone();
            AcceptedWarning { by, ..warning.clone() }
        })
        .collect()
    }

    /// The terms that run for a record: a case, an application, a PAD.
    #[must_use]
    pub fn terms_of(&self, id: Uuid) -> Vec<&Term> {
        self.all_terms.iter().filter(|term| term.subject == id).collect()
    }

    /// The DID to speak of: the open one, else the last.
    #[must_use]
    pub fn last_did(&self) -> Option<&Did> {
        self.did().or_else(|| self.dids.iter().max_by_key(|did| (did.date, did.id)))
    }

    /// Seniority of the DID to speak of, on a day (R-SEN).
    #[must_use]
    pub fn seniority(&self, day: NaiveDate) -> Option<Seniority> {
        self.last_did().map(|did| seniority::of(did, &self.events, day))
    }

    /// The jobs with what they are for the status.
    #[must_use]
    pub fn jobs(&self) -> Vec<Job> {
        weigh::jobs(&self.catalogue, &self.employments, &self.incomes)
    }

    /// What stands open between the jobs and the DID to speak of.
    #[must_use]
    pub fn to_settle(&self, day: NaiveDate) -> Vec<ToSettle> {
        let Some(did) = self.last_did() else { return Vec::new() };
        // A running suspension is judged by the figures of the day it began.
        let figures = &self.catalogue.parameters(did.state_since).did;
        follow::to_settle(did, &self.events, &self.jobs(), figures, day)
    }

    /// How income and limit stand on a day, in one sentence with its article;
    /// `None` when nobody works, as far as is known.
    #[must_use]
    pub fn conservation(&self, day: NaiveDate) -> Option<String> {
        let did = self.last_did()?;
        job::standing(&self.jobs(), day).or_else(|| {
            let declared = weigh::declared_jobs(&self.catalogue, did);
            job::standing(&declared, day).filter(|_| did.conserved)
        })
    }

    /// The version in force or being made.
    #[must_use]
    pub fn psp(&self) -> Option<&PspVersion> {
        standing::current_psp(&self.versions)
    }

    /// The last assessment.
    #[must_use]
    pub fn assessment(&self) -> Option<&Assessment> {
        self.assessments.iter().max_by_key(|a| (a.date, a.id))
    }

    /// The next appointment that still holds, from a moment on.
    #[must_use]
    pub fn next_appointment(&self, from: chrono::NaiveDateTime) -> Option<&Appointment> {
        self.appointments.iter().find(|a| a.start >= from && a.state.is_open())
    }
}

fn cards(read: &Read<'_>, targeted: &[TargetedApplication]) -> Result<Vec<TargetedCard>> {
    let cards = targeted.iter().map(|application| read.targeted_card(application.id));
    Ok(cards.collect::<Result<Vec<_>>>()?.into_iter().flatten().collect())
}

fn authors(read: &Read<'_>) -> Result<BTreeMap<String, String>> {
    let all = read.operators()?.into_iter();
    Ok(all.map(|operator| (operator.username.clone(), operator.short_name())).collect())
}

fn rows<T>(version: Option<PspVersionId>, read: impl Fn(PspVersionId) -> Result<Vec<T>>) -> Result<Vec<T>> {
    version.map_or_else(|| Ok(Vec::new()), read)
}
