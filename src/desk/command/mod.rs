//! Every write of the program, as data. The screens, the command line, the
//! imports and the redo of the sync write only through these.
//!
//! Ids are UUIDv7; those of new records may be left out (nil) and are filled
//! before the command runs, so that what is recorded holds every id and time
//! it uses and running it twice on the same state gives the same rows.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::activity::{ActivityEvent, ActivityForm};
use crate::domain::appointment::{AppointmentEvent, AppointmentForm, ConvocationChannel};
use crate::domain::assessment::AssessmentForm;
use crate::domain::did::{Declaration, DidEvent, Profiling};
use crate::domain::edit::FieldEdit;
use crate::domain::finding::Acceptance;
use crate::domain::ids::{
    ActivityId, AppointmentId, AssessmentId, DidId, DocumentId, MeasureId, PspId, PspVersionId, RegistrantId,
    SearchActId,
};
use crate::domain::office::{Office, Operator};
use crate::domain::psp::{MeasureForm, SearchActForm};
use crate::domain::registrant::Registrant;

mod fill;

pub use fill::IdSource;

/// A write. The tag `do` names it: `{"do": "did.declare", ...}`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "do")]
pub enum Command {
    /// Sets up the office: first command of every file.
    #[serde(rename = "office.set_up")]
    OfficeSetUp(OfficeSetUp),
    /// Adds an operator.
    #[serde(rename = "operator.add")]
    OperatorAdd(OperatorAdd),
    /// Registers a person.
    #[serde(rename = "registrant.register")]
    RegistrantRegister(RegistrantRegister),
    /// Changes fields of a person.
    #[serde(rename = "registrant.edit")]
    RegistrantEdit(RegistrantEdit),
    /// Records that the privacy notice was given (R-PRV-2).
    #[serde(rename = "registrant.privacy_notice")]
    PrivacyNoticeGiven(PrivacyNoticeGiven),
    /// Records a DID with its profiling answers.
    #[serde(rename = "did.declare")]
    DidDeclare(DidDeclare),
    /// Records the national identifier of a DID (R-DID-9).
    #[serde(rename = "did.national_id")]
    DidNationalId(DidNationalId),
    /// Something happened to a DID.
    #[serde(rename = "did.event")]
    DidHappened(DidHappened),
    /// Records an assessment.
    #[serde(rename = "assessment.record")]
    AssessmentRecord(AssessmentRecord),
    /// Opens the first version of a PSP.
    #[serde(rename = "psp.draft")]
    PspDraft(PspDraft),
    /// Opens the next version of a PSP in force (R-PSP-14, 15).
    #[serde(rename = "psp.integrate")]
    PspIntegrate(PspIntegrate),
    /// Changes fields of a draft version.
    #[serde(rename = "psp.edit")]
    PspEdit(PspEdit),
    /// Adds, changes or takes out a measure of a draft.
    #[serde(rename = "psp.measure")]
    PspMeasure(PspMeasure),
    /// Adds, changes or takes out a job-search act of a draft.
    #[serde(rename = "psp.search_act")]
    PspSearchAct(PspSearchAct),
    /// Issues a complete version: number, frozen content.
    #[serde(rename = "psp.issue")]
    PspIssue(PspIssue),
    /// Records a signature at the counter.
    #[serde(rename = "psp.sign")]
    PspSign(PspSign),
    /// Annuls an issued version nobody signed and opens the next.
    #[serde(rename = "psp.annul")]
    PspAnnul(PspAnnul),
    /// Something else happened to a version: refused, expired, closed.
    #[serde(rename = "psp.event")]
    PspHappened(PspHappened),
    /// The signed copy was handed to the person.
    #[serde(rename = "psp.copy_handed")]
    PspCopyHanded(PspCopyHanded),
    /// Records the file generated for an issued document.
    #[serde(rename = "document.generated")]
    DocumentGenerated(DocumentGenerated),
    /// Books an appointment.
    #[serde(rename = "appointment.book")]
    AppointmentBook(AppointmentBook),
    /// Something happened to an appointment.
    #[serde(rename = "appointment.event")]
    AppointmentHappened(AppointmentHappened),
    /// Registers a LEP activity.
    #[serde(rename = "activity.record")]
    ActivityRecord(ActivityRecord),
    /// Something happened to an activity.
    #[serde(rename = "activity.event")]
    ActivityHappened(ActivityHappened),
}

impl Command {
    /// The name of the command, as in its tag and in the audit: `did.declare`.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::OfficeSetUp(_) => "office.set_up",
            Self::OperatorAdd(_) => "operator.add",
            Self::RegistrantRegister(_) => "registrant.register",
            Self::RegistrantEdit(_) => "registrant.edit",
            Self::PrivacyNoticeGiven(_) => "registrant.privacy_notice",
            Self::DidDeclare(_) => "did.declare",
            Self::DidNationalId(_) => "did.national_id",
            Self::DidHappened(_) => "did.event",
            Self::AssessmentRecord(_) => "assessment.record",
            Self::PspDraft(_) => "psp.draft",
            Self::PspIntegrate(_) => "psp.integrate",
            Self::PspEdit(_) => "psp.edit",
            Self::PspMeasure(_) => "psp.measure",
            Self::PspSearchAct(_) => "psp.search_act",
            Self::PspIssue(_) => "psp.issue",
            Self::PspSign(_) => "psp.sign",
            Self::PspAnnul(_) => "psp.annul",
            Self::PspHappened(_) => "psp.event",
            Self::PspCopyHanded(_) => "psp.copy_handed",
            Self::DocumentGenerated(_) => "document.generated",
            Self::AppointmentBook(_) => "appointment.book",
            Self::AppointmentHappened(_) => "appointment.event",
            Self::ActivityRecord(_) => "activity.record",
            Self::ActivityHappened(_) => "activity.event",
        }
    }
}

/// See [`Command::OfficeSetUp`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OfficeSetUp {
    /// The office.
    pub office: Office,
}

/// See [`Command::OperatorAdd`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OperatorAdd {
    /// The operator.
    pub operator: Operator,
}

/// See [`Command::RegistrantRegister`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RegistrantRegister {
    /// The person, with the id of the new record.
    pub registrant: Registrant,
    /// Warnings accepted.
    #[serde(default)]
    pub accepted: Vec<Acceptance>,
}

/// See [`Command::RegistrantEdit`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RegistrantEdit {
    /// Whose record.
    pub registrant: RegistrantId,
    /// What changes.
    pub edits: Vec<FieldEdit>,
    /// Warnings accepted.
    #[serde(default)]
    pub accepted: Vec<Acceptance>,
}

/// See [`Command::PrivacyNoticeGiven`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PrivacyNoticeGiven {
    /// To whom.
    pub registrant: RegistrantId,
    /// Version of the notice.
    pub version: String,
    /// Date of that version.
    #[serde(default)]
    pub version_date: Option<NaiveDate>,
    /// When it was given; the day of the command when left out.
    #[serde(default)]
    pub given_on: Option<NaiveDate>,
}

/// See [`Command::DidDeclare`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DidDeclare {
    /// Id of the new DID.
    #[serde(default)]
    pub id: DidId,
    /// Who declares.
    pub registrant: RegistrantId,
    /// What is declared.
    pub declaration: Declaration,
    /// The profiling answers (R-DID-11, 12).
    #[serde(default)]
    pub profiling: Profiling,
    /// Warnings accepted.
    #[serde(default)]
    pub accepted: Vec<Acceptance>,
}

/// See [`Command::DidNationalId`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DidNationalId {
    /// Which DID.
    pub did: DidId,
    /// What the operator saw before; empty while awaited.
    #[serde(default)]
    pub was: String,
    /// The identifier received.
    pub national_id: String,
}

/// See [`Command::DidHappened`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DidHappened {
    /// Which DID.
    pub did: DidId,
    /// What happened.
    pub event: DidEvent,
    /// Day it counts from; the day of the command when left out.
    #[serde(default)]
    pub on: Option<NaiveDate>,
    /// Reason: code of table `loss_reason` for a loss or a revocation, text otherwise.
    #[serde(default)]
    pub reason: String,
    /// Reference of the evidence: CO, act, request.
    #[serde(default)]
    pub evidence: String,
    /// Warnings accepted.
    #[serde(default)]
    pub accepted: Vec<Acceptance>,
}

/// See [`Command::AssessmentRecord`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AssessmentRecord {
    /// Id of the new assessment.
    #[serde(default)]
    pub id: AssessmentId,
    /// Whose it is.
    pub registrant: RegistrantId,
    /// What was found.
    pub assessment: AssessmentForm,
    /// Warnings accepted.
    #[serde(default)]
    pub accepted: Vec<Acceptance>,
}

/// See [`Command::PspDraft`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PspDraft {
    /// Id of the new pact.
    #[serde(default)]
    pub psp: PspId,
    /// Id of its first version.
    #[serde(default)]
    pub version: PspVersionId,
    /// Whose it is.
    pub registrant: RegistrantId,
    /// Warnings accepted (no assessment: R-PSP-11).
    #[serde(default)]
    pub accepted: Vec<Acceptance>,
}

/// See [`Command::PspIntegrate`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PspIntegrate {
    /// The version in force.
    pub from: PspVersionId,
    /// Id of the new version.
    #[serde(default)]
    pub version: PspVersionId,
    /// Why: new measure, LEP E done, new benefit.
    pub reason: String,
    /// Warnings accepted.
    #[serde(default)]
    pub accepted: Vec<Acceptance>,
}

/// See [`Command::PspEdit`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PspEdit {
    /// Which version.
    pub version: PspVersionId,
    /// What changes (fields of `domain::psp::EDITABLE`).
    pub edits: Vec<FieldEdit>,
    /// Warnings accepted.
    #[serde(default)]
    pub accepted: Vec<Acceptance>,
}

/// See [`Command::PspMeasure`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PspMeasure {
    /// Id of the row.
    #[serde(default)]
    pub id: MeasureId,
    /// Which version.
    pub version: PspVersionId,
    /// The row as it was seen; left out for a new row.
    #[serde(default)]
    pub was: Option<MeasureForm>,
    /// The row as it shall be; left out to take it away.
    #[serde(default)]
    pub now: Option<MeasureForm>,
    /// Warnings accepted.
    #[serde(default)]
    pub accepted: Vec<Acceptance>,
}

/// See [`Command::PspSearchAct`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PspSearchAct {
    /// Id of the row.
    #[serde(default)]
    pub id: SearchActId,
    /// Which version.
    pub version: PspVersionId,
    /// The row as it was seen; left out for a new row.
    #[serde(default)]
    pub was: Option<SearchActForm>,
    /// The row as it shall be; left out to take it away.
    #[serde(default)]
    pub now: Option<SearchActForm>,
}

/// See [`Command::PspIssue`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PspIssue {
    /// Which version.
    pub version: PspVersionId,
    /// Id of the document.
    #[serde(default)]
    pub document: DocumentId,
    /// Number on paper; taken from the desk's counter when left out.
    #[serde(default)]
    pub number: String,
    /// Warnings accepted.
    #[serde(default)]
    pub accepted: Vec<Acceptance>,
}

/// Who signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Signer {
    /// The person.
    Person,
    /// The operator.
    Operator,
}

/// See [`Command::PspSign`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PspSign {
    /// Which version.
    pub version: PspVersionId,
    /// Who signs.
    pub who: Signer,
}

/// See [`Command::PspAnnul`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PspAnnul {
    /// Which version.
    pub version: PspVersionId,
    /// Id of the version that takes its place.
    #[serde(default)]
    pub next: PspVersionId,
    /// The error found.
    pub reason: String,
}

/// See [`Command::PspHappened`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PspHappened {
    /// Which version.
    pub version: PspVersionId,
    /// What happened.
    pub event: PspOutcome,
    /// Reason.
    #[serde(default)]
    pub reason: String,
}

/// What an operator may record of a version, besides issue and signatures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PspOutcome {
    /// The person declined to sign.
    Refused,
    /// Not signed in time.
    Expired,
    /// Transfer, programme ended.
    Closed,
}

/// See [`Command::PspCopyHanded`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PspCopyHanded {
    /// Which version.
    pub version: PspVersionId,
}

/// See [`Command::DocumentGenerated`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DocumentGenerated {
    /// Which document.
    pub document: DocumentId,
    /// SHA-256 of the file, 64 hexadecimal digits.
    pub digest: String,
    /// Archive level reached: `none`, `2b`, `2a,ua1`.
    pub archive_level: String,
    /// Pages of the file.
    pub pages: u32,
}

/// See [`Command::AppointmentBook`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AppointmentBook {
    /// Id of the new appointment.
    #[serde(default)]
    pub id: AppointmentId,
    /// Who comes.
    pub registrant: RegistrantId,
    /// When, with whom, for what.
    pub appointment: AppointmentForm,
    /// Warnings accepted.
    #[serde(default)]
    pub accepted: Vec<Acceptance>,
}

/// See [`Command::AppointmentHappened`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AppointmentHappened {
    /// Which appointment.
    pub appointment: AppointmentId,
    /// What happened.
    pub event: AppointmentEvent,
    /// Channel, with `sent`.
    #[serde(default)]
    pub channel: Option<ConvocationChannel>,
    /// Address used, with `sent`.
    #[serde(default)]
    pub address: String,
    /// Sanction-grade proof is there (R-CNV-9), with `delivered`.
    #[serde(default)]
    pub proved: bool,
    /// Reason, minutes waited, outcome.
    #[serde(default)]
    pub note: String,
    /// Warnings accepted.
    #[serde(default)]
    pub accepted: Vec<Acceptance>,
}

/// See [`Command::ActivityRecord`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ActivityRecord {
    /// Id of the new activity.
    #[serde(default)]
    pub id: ActivityId,
    /// Whose it is.
    pub registrant: RegistrantId,
    /// What was given.
    pub activity: ActivityForm,
    /// Warnings accepted.
    #[serde(default)]
    pub accepted: Vec<Acceptance>,
}

/// See [`Command::ActivityHappened`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ActivityHappened {
    /// Which activity.
    pub activity: ActivityId,
    /// What happened.
    pub event: ActivityEvent,
    /// Outcome or reason.
    #[serde(default)]
    pub note: String,
    /// Mandatory communication, F3 concluded with hiring.
    #[serde(default)]
    pub co_reference: String,
}
