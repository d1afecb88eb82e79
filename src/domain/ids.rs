//! Ids: UUIDv7 made before the command runs, one type a record.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl $name {
            /// Not yet given: to be filled before the command runs.
            #[must_use]
            pub fn is_nil(&self) -> bool {
                self.0.is_nil()
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }
    )+};
}

ids! {
    /// An office (CPI).
    OfficeId,
    /// An operator of the office.
    OperatorId,
    /// A person served by the office.
    RegistrantId,
    /// A DID.
    DidId,
    /// An assessment.
    AssessmentId,
    /// A PSP, all its versions together.
    PspId,
    /// One numbered version of a PSP.
    PspVersionId,
    /// A measure (row of section 6 of the PSP).
    MeasureId,
    /// A job-search act (row of section 7 of the PSP).
    SearchActId,
    /// An attempt to sign a version.
    SigningId,
    /// An appointment.
    AppointmentId,
    /// A MiAttivo registration.
    MiAttivoId,
    /// The local copy of a PAD.
    PadId,
    /// A LEP activity given.
    ActivityId,
    /// An issued document.
    DocumentId,
    /// A restriction of processing.
    RestrictionId,
    /// What of a document is special data.
    ReservedId,
    /// A dated fact about a record: state change, acceptance, receipt.
    EventId,
    /// A job of a person.
    EmploymentId,
    /// An income declared about a job.
    IncomeDeclarationId,
    /// Opening hours from a day on.
    OfficeHoursId,
    /// A closure of the office.
    ClosureId,
    /// An absence of an operator.
    AbsenceId,
    /// A conditionality case.
    CaseId,
    /// A row of an office in a table.
    OfficeRowId,
    /// An application for targeted placement.
    TargetedId,
    /// What of it is special data.
    TargetedCardId,
    /// A recorded command with its changeset.
    UnitId,
}
