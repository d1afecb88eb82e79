//! The selects on the shared tables.

use chrono::{NaiveDate, NaiveDateTime};
use uuid::Uuid;

use super::write::Read;
use crate::domain::activity::Activity;
use crate::domain::appointment::Appointment;
use crate::domain::assessment::Assessment;
use crate::domain::calendar::{Absence, Closure, OfficeHours};
use crate::domain::conditionality::ConditionalityCase;
use crate::domain::did::Did;
use crate::domain::document::Document;
use crate::domain::employment::{Employment, IncomeDeclaration};
use crate::domain::event::{AcceptedWarning, PrivacyNotice, StateEvent};
use crate::domain::ids::{OperatorId, PspId, PspVersionId, RegistrantId, TargetedId};
use crate::domain::miattivo::MiAttivo;
use crate::domain::office::{Office, Operator};
use crate::domain::pad::Pad;
use crate::domain::placement::{TargetedApplication, TargetedCard};
use crate::domain::psp::{Measure, PspVersion, SearchAct};
use crate::domain::registrant::Registrant;
use crate::domain::restriction::Restriction;
use crate::domain::signing::Signing;
use crate::fault::Result;

fn blob(id: Uuid) -> Vec<u8> {
    id.into_bytes().to_vec()
}

/// Everything of one person in one table, oldest first.
macro_rules! of_person {
    ($($(#[$doc:meta])* $name:ident -> $record:ty, $order:literal;)+) => {
        impl Read<'_> {$(
            $(#[$doc])*
            ///
            /// # Errors
            /// When the file cannot be read.
            pub fn $name(&self, registrant: RegistrantId) -> Result<Vec<$record>> {
                self.list(concat!("WHERE registrant = ?1 ORDER BY ", $order, ", id"), [blob(registrant.0)])
            }
        )+}
    };
}

of_person! {
    /// The DIDs of a person.
    dids_of -> Did, "date";
    /// The jobs of a person.
    employments_of -> Employment, "start";
    /// The incomes a person declared.
    incomes_of -> IncomeDeclaration, "date";
    /// The assessments of a person.
    assessments_of -> Assessment, "date";
    /// The versions of a person's pacts.
    versions_of -> PspVersion, "psp, number";
    /// The attempts to sign a person's pacts.
    signings_of -> Signing, "started_at";
    /// The appointments of a person.
    appointments_of -> Appointment, "start";
    /// The LEP activities of a person.
    activities_of -> Activity, "date";
    /// The conditionality cases of a person.
    cases_of -> ConditionalityCase, "event_on";
    /// The MiAttivo registrations of a person.
    miattivos_of -> MiAttivo, "registered_on";
    /// The PADs of a person.
    pads_of -> Pad, "recorded_at";
    /// The applications of a person for targeted placement, without what is special.
    targeted_of -> TargetedApplication, "presented_on";
    /// The documents issued for a person.
    documents_of -> Document, "issued_at";
    /// The state changes of a person's records.
    events_of -> StateEvent, "at";
    /// The restrictions of processing of a person, lifted ones too.
    restrictions_of -> Restriction, "asked_on";
    /// The warnings accepted about a person.
    warnings_of -> AcceptedWarning, "at";
    /// The privacy notices given to a person.
    notices_of -> PrivacyNotice, "given_on";
}

impl Read<'_> {
    /// The office, once it is set up.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn office(&self) -> Result<Option<Office>> {
        Ok(self.list("ORDER BY id LIMIT 1", [])?.pop())
    }

    /// Everybody who works here, by surname.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn operators(&self) -> Result<Vec<Operator>> {
        self.list("ORDER BY surname, name, id", [])
    }

    /// The operator who signs in with this name.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn operator_named(&self, username: &str) -> Result<Option<Operator>> {
        Ok(self.list("WHERE username = ?1", [username])?.pop())
    }

    /// People with this fiscal code, as written in canonical capitals.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn registrants_with_code(&self, fiscal_code: &str) -> Result<Vec<Registrant>> {
        self.list("WHERE fiscal_code = ?1 ORDER BY id", [fiscal_code])
    }

    /// The restriction of processing that holds for a person (GDPR art. 18).
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn restriction_of(&self, registrant: RegistrantId) -> Result<Option<Restriction>> {
        let clause = "WHERE registrant = ?1 AND lifted_on IS NULL ORDER BY id LIMIT 1";
        Ok(self.list(clause, [blob(registrant.0)])?.pop())
    }

    /// What is special of an application for targeted placement (R-CM-10):
    /// asked for by who executes a command about it, or by who said why.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn targeted_card(&self, application: TargetedId) -> Result<Option<TargetedCard>> {
        Ok(self.list("WHERE application = ?1 ORDER BY id LIMIT 1", [blob(application.0)])?.pop())
    }

    /// The versions of one pact, oldest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn versions_of_psp(&self, registrant: RegistrantId, psp: PspId) -> Result<Vec<PspVersion>> {
        Ok(self.versions_of(registrant)?.into_iter().filter(|v| v.psp == psp).collect())
    }

    /// The measures of a version, without those taken out.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn measures_of(&self, version: PspVersionId) -> Result<Vec<Measure>> {
        self.list("WHERE version = ?1 AND removed = 0 ORDER BY position, id", [blob(version.0)])
    }

    /// The job-search acts of a version, without those taken out.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn search_acts_of(&self, version: PspVersionId) -> Result<Vec<SearchAct>> {
        self.list("WHERE version = ?1 AND removed = 0 ORDER BY position, id", [blob(version.0)])
    }

    /// The appointments of some days (both included), of one operator or all.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn appointments_between(
        &self,
        from: NaiveDate,
        to: NaiveDate,
        operator: Option<OperatorId>,
    ) -> Result<Vec<Appointment>> {
        // Starts are ISO texts: a day ends before its successor begins.
        let after = to.succ_opt().unwrap_or(to);
        self.list(
            "WHERE start >= ?1 AND start < ?2 AND (?3 IS NULL OR operator = ?3) ORDER BY start, id",
            (from.to_string(), after.to_string(), operator.map(|id| blob(id.0))),
        )
    }

    /// All opening hours, in the order they begin.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn office_hours(&self) -> Result<Vec<OfficeHours>> {
        self.list("ORDER BY valid_from, id", [])
    }

    /// The closures that stand.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn closures(&self) -> Result<Vec<Closure>> {
        self.list("WHERE withdrawn = 0 ORDER BY \"from\", id", [])
    }

    /// The absences that stand and end after the beginning of a day.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn absences_from(&self, day: NaiveDate) -> Result<Vec<Absence>> {
        self.list("WHERE withdrawn = 0 AND \"to\" > ?1 ORDER BY \"from\", id", [day.to_string()])
    }

    /// The appointments still open that began before a moment, oldest first,
    /// of one operator or all.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn open_before(
        &self,
        moment: NaiveDateTime,
        operator: Option<OperatorId>,
    ) -> Result<Vec<Appointment>> {
        self.list(
            "WHERE state IN ('drafted', 'sent', 'delivered', 'undelivered', 'option_chosen', 'to_be_closed')
               AND start < ?1 AND (?2 IS NULL OR operator = ?2) ORDER BY start, id",
            (moment.format("%Y-%m-%dT%H:%M:%S").to_string(), operator.map(|id| blob(id.0))),
        )
    }

    /// The appointments in one state, oldest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn appointments_in(&self, state: &str) -> Result<Vec<Appointment>> {
        self.list("WHERE state = ?1 ORDER BY start, id", [state])
    }

    /// The document with this number on paper.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn document_numbered(&self, number: &str) -> Result<Option<Document>> {
        Ok(self.list("WHERE number = ?1 ORDER BY id LIMIT 1", [number])?.pop())
    }

    /// Everybody in the archive.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn registrants(&self) -> Result<Vec<Registrant>> {
        self.list("ORDER BY id", [])
    }

    /// The DIDs of everybody, those of one person together and oldest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn dids(&self) -> Result<Vec<Did>> {
        self.list("ORDER BY registrant, date, id", [])
    }

    /// The versions in one of these states, oldest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn versions_in(&self, state: &str) -> Result<Vec<PspVersion>> {
        self.list("WHERE state = ?1 ORDER BY created_at, id", [state])
    }
}

impl Read<'_> {
    /// How many people are in the archive.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn count_registrants(&self) -> Result<u64> {
        Ok(self
            .one("SELECT count(*) FROM registrant", [], |row| row.get::<_, i64>(0))?
            .unwrap_or(0)
            .unsigned_abs())
    }
}
