//! Dated facts about records: state changes with their evidence, accepted
//! warnings, notices handed over.

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::ids::{EventId, RegistrantId};

/// What a fact is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// The person's own record.
    #[default]
    Registrant,
    /// A DID.
    Did,
    /// An assessment.
    Assessment,
    /// A version of a PSP.
    PspVersion,
    /// An attempt to sign a version.
    Signing,
    /// An appointment.
    Appointment,
    /// An activity.
    Activity,
    /// A conditionality case.
    Case,
    /// An application for targeted placement.
    Targeted,
    /// A job.
    Employment,
    /// A MiAttivo registration.
    MiAttivo,
    /// The copy of a PAD.
    Pad,
    /// An issued document.
    Document,
    /// A restriction of processing.
    Restriction,
}

/// A state change: who, when, with which evidence (states.md, first lines).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StateEvent {
    /// Key.
    pub id: EventId,
    /// What kind of record changed.
    pub subject_kind: Subject,
    /// Which one.
    pub subject: Uuid,
    /// Whose record it is.
    pub registrant: RegistrantId,
    /// Event, as in the machine's enum: `suspended`.
    pub event: String,
    /// State reached.
    pub state: String,
    /// Day it counts from.
    pub on_date: NaiveDate,
    /// When it was recorded.
    pub at: NaiveDateTime,
    /// By whom (username).
    pub by: String,
    /// Code of the office where; empty for what was recorded before it was kept.
    pub office: String,
    /// Reason or note.
    pub reason: String,
    /// Reference of the evidence.
    pub evidence: String,
}

/// A warning accepted with a reason.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AcceptedWarning {
    /// Key.
    pub id: EventId,
    /// What kind of record it was about.
    pub subject_kind: Subject,
    /// Which one.
    pub subject: Uuid,
    /// Whose record it is.
    pub registrant: RegistrantId,
    /// The field it was about, as named in the command; `None` for the whole
    /// record, and for what was accepted before fields were stored.
    pub field: Option<String>,
    /// Rule that warned.
    pub rule: String,
    /// Sentence shown.
    pub text: String,
    /// Reason given.
    pub reason: String,
    /// When.
    pub at: NaiveDateTime,
    /// By whom (username).
    pub by: String,
}

/// The privacy notice of art. 13 GDPR, given to the person (R-PRV-2).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrivacyNotice {
    /// Key.
    pub id: EventId,
    /// To whom.
    pub registrant: RegistrantId,
    /// Version of the notice.
    pub version: String,
    /// Date of that version.
    pub version_date: Option<NaiveDate>,
    /// When it was given.
    pub given_on: NaiveDate,
    /// By whom (username).
    pub by: String,
}
