//! Every write of the program, as data. The screens, the command line, the
//! imports and the redo of the sync write only through these.
//!
//! Ids are UUIDv7; those of new records may be left out (nil) and are filled
//! before the command runs, so that what is recorded holds every id and time
//! it uses and running it twice on the same state gives the same rows.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

mod activity;
mod appointment;
mod assessment;
mod case;
mod did;
mod document;
mod employment;
mod fill;
mod history;
mod intake;
mod office;
mod psp;
mod registrant;
mod restriction;
mod signing;
mod table;
mod targeted;

pub use activity::{ActivityHappened, ActivityRecord};
pub use appointment::{
    AppointmentBook, AppointmentHappened, AppointmentMove, AppointmentReassign, Assignment,
};
pub use assessment::AssessmentRecord;
pub use case::{CaseHappened, CaseOpen};
pub use did::{DidDeclare, DidHappened, DidNationalId};
pub use document::{DocumentGenerated, DocumentHanded, DocumentIssue, DocumentProtocol};
pub use employment::{
    DidSettle, EmploymentCorrect, EmploymentEnd, EmploymentFollow, EmploymentRecord, EmploymentWithdraw,
    IncomeDeclare,
};
pub use fill::IdSource;
pub use history::HistoryUndo;
pub use intake::{MiAttivoHappened, MiAttivoRegister, PadHappened, PadRecord};
pub use office::{
    OfficeClose, OfficeHoursSet, OfficeReopen, OfficeSetUp, OperatorAbsent, OperatorAdd, OperatorBack,
    OperatorDisable, OperatorEdit, OperatorEnable,
};
pub use psp::{
    PspAnnul, PspCopyHanded, PspDraft, PspEdit, PspHappened, PspIntegrate, PspIssue, PspMeasure, PspOutcome,
    PspRetry, PspSearchAct, PspSign, Signer,
};
pub use registrant::{PrivacyNoticeGiven, RegistrantEdit, RegistrantRegister};
pub use restriction::{RestrictionBegin, RestrictionLift};
pub use signing::{SigningHappened, SigningStart};
pub use table::{TableLoad, TableSetRow, TableWithdrawRow};
pub use targeted::{TargetedApply, TargetedHappened};

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
    /// Changes fields of an operator, the role included.
    #[serde(rename = "operator.edit")]
    OperatorEdit(OperatorEdit),
    /// An operator works here no more: signs in no more, stays in what was done.
    #[serde(rename = "operator.disable")]
    OperatorDisable(OperatorDisable),
    /// An operator works here again.
    #[serde(rename = "operator.enable")]
    OperatorEnable(OperatorEnable),
    /// Sets the opening hours from a day on.
    #[serde(rename = "office.hours")]
    OfficeHours(OfficeHoursSet),
    /// Closes the office on some days.
    #[serde(rename = "office.close")]
    OfficeClose(OfficeClose),
    /// Takes a closure back.
    #[serde(rename = "office.reopen")]
    OfficeReopen(OfficeReopen),
    /// An operator is not there from a moment to another.
    #[serde(rename = "operator.absent")]
    OperatorAbsent(OperatorAbsent),
    /// An operator is back before the end, or was never away.
    #[serde(rename = "operator.back")]
    OperatorBack(OperatorBack),
    /// Registers a person.
    #[serde(rename = "registrant.register")]
    RegistrantRegister(RegistrantRegister),
    /// Changes fields of a person.
    #[serde(rename = "registrant.edit")]
    RegistrantEdit(RegistrantEdit),
    /// Records that the privacy notice was given (R-PRV-2).
    #[serde(rename = "registrant.privacy_notice")]
    PrivacyNoticeGiven(PrivacyNoticeGiven),
    /// Restricts the processing of the data of a person (GDPR art. 18).
    #[serde(rename = "restriction.begin")]
    RestrictionBegin(RestrictionBegin),
    /// Lifts a restriction.
    #[serde(rename = "restriction.lift")]
    RestrictionLift(RestrictionLift),
    /// Records a DID with its profiling answers.
    #[serde(rename = "did.declare")]
    DidDeclare(DidDeclare),
    /// Records the national identifier of a DID (R-DID-9).
    #[serde(rename = "did.national_id")]
    DidNationalId(DidNationalId),
    /// Something happened to a DID.
    #[serde(rename = "did.event")]
    DidHappened(DidHappened),
    /// Says how days of the past of a DID count (R-STA-4).
    #[serde(rename = "did.settle")]
    DidSettle(DidSettle),
    /// Records a job; what follows for the DID follows by itself.
    #[serde(rename = "employment.record")]
    EmploymentRecord(EmploymentRecord),
    /// A job is over.
    #[serde(rename = "employment.end")]
    EmploymentEnd(EmploymentEnd),
    /// Corrects a job; the history keeps what it was.
    #[serde(rename = "employment.correct")]
    EmploymentCorrect(EmploymentCorrect),
    /// Takes back a job recorded by mistake.
    #[serde(rename = "employment.withdraw")]
    EmploymentWithdraw(EmploymentWithdraw),
    /// Confirms what follows from jobs whose day has come.
    #[serde(rename = "employment.follow")]
    EmploymentFollow(EmploymentFollow),
    /// The person declares the income of a job (R-CON-2, 6).
    #[serde(rename = "income.declare")]
    IncomeDeclare(IncomeDeclare),
    /// Records an assessment.
    #[serde(rename = "assessment.record")]
    AssessmentRecord(AssessmentRecord),
    /// Opens the first version of a PSP.
    #[serde(rename = "psp.draft")]
    PspDraft(PspDraft),
    /// Opens the next version of a PSP in force (R-PSP-14, 15).
    #[serde(rename = "psp.integrate")]
    PspIntegrate(PspIntegrate),
    /// Tries again after a refusal or a term that passed: the next version,
    /// with everything of the one nobody signed (states.md § 3).
    #[serde(rename = "psp.retry")]
    PspRetry(PspRetry),
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
    /// Chooses the channel a version is signed on, and begins (R-REM).
    #[serde(rename = "signing.start")]
    SigningStart(SigningStart),
    /// A step of a signature happened.
    #[serde(rename = "signing.event")]
    SigningHappened(SigningHappened),
    /// Annuls an issued version nobody signed and opens the next.
    #[serde(rename = "psp.annul")]
    PspAnnul(PspAnnul),
    /// Something else happened to a version: refused, expired, closed.
    #[serde(rename = "psp.event")]
    PspHappened(PspHappened),
    /// The signed copy was handed to the person.
    #[serde(rename = "psp.copy_handed")]
    PspCopyHanded(PspCopyHanded),
    /// Issues a document other than a pact: number, frozen content.
    #[serde(rename = "document.issue")]
    DocumentIssue(DocumentIssue),
    /// Records the file generated for an issued document.
    #[serde(rename = "document.generated")]
    DocumentGenerated(DocumentGenerated),
    /// Records the number an issued document has in the protocol (R-DOC-3).
    #[serde(rename = "document.protocol")]
    DocumentProtocol(DocumentProtocol),
    /// A document other than a pact was handed over (R-DOC-6).
    #[serde(rename = "document.handed")]
    DocumentHanded(DocumentHanded),
    /// Books an appointment.
    #[serde(rename = "appointment.book")]
    AppointmentBook(AppointmentBook),
    /// Something happened to an appointment.
    #[serde(rename = "appointment.event")]
    AppointmentHappened(AppointmentHappened),
    /// Moves an appointment to a new slot: the old one is left, the new one
    /// booked, in one step (R-CNV-15).
    #[serde(rename = "appointment.move")]
    AppointmentMove(AppointmentMove),
    /// Gives appointments to other operators, each in its slot.
    #[serde(rename = "appointment.reassign")]
    AppointmentReassign(AppointmentReassign),
    /// Records a MiAttivo registration.
    #[serde(rename = "miattivo.register")]
    MiAttivoRegister(MiAttivoRegister),
    /// Something happened to a MiAttivo registration.
    #[serde(rename = "miattivo.event")]
    MiAttivoHappened(MiAttivoHappened),
    /// Records the copy of a PAD (R-PAD-4).
    #[serde(rename = "pad.record")]
    PadRecord(PadRecord),
    /// Something happened to a PAD.
    #[serde(rename = "pad.event")]
    PadHappened(PadHappened),
    /// Registers a LEP activity.
    #[serde(rename = "activity.record")]
    ActivityRecord(ActivityRecord),
    /// Something happened to an activity.
    #[serde(rename = "activity.event")]
    ActivityHappened(ActivityHappened),
    /// Opens a conditionality case.
    #[serde(rename = "case.open")]
    CaseOpen(CaseOpen),
    /// Something happened to a conditionality case.
    #[serde(rename = "case.event")]
    CaseHappened(CaseHappened),
    /// Sets a row of the office's own in a table, from a day on.
    #[serde(rename = "table.set_row")]
    TableSetRow(TableSetRow),
    /// Sets several rows of a table, all or none.
    #[serde(rename = "table.load")]
    TableLoad(TableLoad),
    /// Takes a row of the office back.
    #[serde(rename = "table.withdraw_row")]
    TableWithdrawRow(TableWithdrawRow),
    /// Takes an application for targeted placement.
    #[serde(rename = "targeted.apply")]
    TargetedApply(TargetedApply),
    /// Something happened to such an application.
    #[serde(rename = "targeted.event")]
    TargetedHappened(TargetedHappened),
    /// Puts back what a command changed.
    #[serde(rename = "history.undo")]
    HistoryUndo(HistoryUndo),
}

impl Command {
    /// The name of the command, as in its tag and in the audit: `did.declare`.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::OfficeSetUp(_) => "office.set_up",
            Self::OperatorAdd(_) => "operator.add",
            Self::OperatorEdit(_) => "operator.edit",
            Self::OperatorDisable(_) => "operator.disable",
            Self::OperatorEnable(_) => "operator.enable",
            Self::OfficeHours(_) => "office.hours",
            Self::OfficeClose(_) => "office.close",
            Self::OfficeReopen(_) => "office.reopen",
            Self::OperatorAbsent(_) => "operator.absent",
            Self::OperatorBack(_) => "operator.back",
            Self::RegistrantRegister(_) => "registrant.register",
            Self::RegistrantEdit(_) => "registrant.edit",
            Self::PrivacyNoticeGiven(_) => "registrant.privacy_notice",
            Self::RestrictionBegin(_) => "restriction.begin",
            Self::RestrictionLift(_) => "restriction.lift",
            Self::DidDeclare(_) => "did.declare",
            Self::DidNationalId(_) => "did.national_id",
            Self::DidHappened(_) => "did.event",
            Self::DidSettle(_) => "did.settle",
            Self::EmploymentRecord(_) => "employment.record",
            Self::EmploymentEnd(_) => "employment.end",
            Self::EmploymentCorrect(_) => "employment.correct",
            Self::EmploymentWithdraw(_) => "employment.withdraw",
            Self::EmploymentFollow(_) => "employment.follow",
            Self::IncomeDeclare(_) => "income.declare",
            Self::AssessmentRecord(_) => "assessment.record",
            Self::PspDraft(_) => "psp.draft",
            Self::PspIntegrate(_) => "psp.integrate",
            Self::PspRetry(_) => "psp.retry",
            Self::PspEdit(_) => "psp.edit",
            Self::PspMeasure(_) => "psp.measure",
            Self::PspSearchAct(_) => "psp.search_act",
            Self::PspIssue(_) => "psp.issue",
            Self::PspSign(_) => "psp.sign",
            Self::SigningStart(_) => "signing.start",
            Self::SigningHappened(_) => "signing.event",
            Self::PspAnnul(_) => "psp.annul",
            Self::PspHappened(_) => "psp.event",
            Self::PspCopyHanded(_) => "psp.copy_handed",
            Self::DocumentIssue(_) => "document.issue",
            Self::DocumentGenerated(_) => "document.generated",
            Self::DocumentProtocol(_) => "document.protocol",
            Self::DocumentHanded(_) => "document.handed",
            Self::AppointmentBook(_) => "appointment.book",
            Self::AppointmentHappened(_) => "appointment.event",
            Self::AppointmentMove(_) => "appointment.move",
            Self::AppointmentReassign(_) => "appointment.reassign",
            Self::MiAttivoRegister(_) => "miattivo.register",
            Self::MiAttivoHappened(_) => "miattivo.event",
            Self::PadRecord(_) => "pad.record",
            Self::PadHappened(_) => "pad.event",
            Self::ActivityRecord(_) => "activity.record",
            Self::ActivityHappened(_) => "activity.event",
            Self::CaseOpen(_) => "case.open",
            Self::CaseHappened(_) => "case.event",
            Self::TableSetRow(_) => "table.set_row",
            Self::TableLoad(_) => "table.load",
            Self::TableWithdrawRow(_) => "table.withdraw_row",
            Self::TargetedApply(_) => "targeted.apply",
            Self::TargetedHappened(_) => "targeted.event",
            Self::HistoryUndo(_) => "history.undo",
        }
    }
}
