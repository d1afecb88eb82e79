//! Appointments and convocations (R-CNV, states.md § 2).

use chrono::{NaiveDateTime, TimeDelta};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ids::{AppointmentId, OperatorId, PspVersionId, RegistrantId};

pub mod booking;
pub mod convocation;
pub mod happened;
pub mod moving;
pub mod proof;
pub mod states;

pub use convocation::Convocation;
pub use moving::Asker;
pub use states::{AppointmentEvent, AppointmentState};

/// How the service is given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// At the office.
    #[default]
    InPerson,
    /// Video interview.
    Video,
    /// Telephone: ordinary contacts and DID support only (R-DID-6).
    Phone,
}

impl Mode {
    /// As shown on screen and paper.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::InPerson => "in presenza",
            Self::Video => "a distanza, video",
            Self::Phone => "telefono",
        }
    }
}

/// Channel of a convocation (R-CNV-8).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ConvocationChannel {
    /// Registered letter with return receipt.
    RegisteredLetter,
    /// Registered by hand.
    RegisteredByHand,
    /// Certified e-mail.
    Pec,
    /// Ordinary e-mail.
    Email,
    /// Text message.
    Sms,
    /// Telephone.
    Phone,
    /// Agreed face to face while signing the PSP.
    InPersonAgreed,
    /// SIU or SIISL.
    SiuSiisl,
}

/// What an operator enters to book.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct AppointmentForm {
    /// Who receives; left out, who gives the command.
    pub operator: OperatorId,
    /// Service, code of table `service`.
    pub service: String,
    /// Start.
    #[serde(deserialize_with = "crate::domain::hour::optional")]
    pub start: Option<NaiveDateTime>,
    /// Planned minutes, 5 to 480.
    pub minutes: Option<u32>,
    /// How.
    pub mode: Mode,
    /// Place: room, or platform and link.
    pub place: String,
    /// Link, for video.
    pub link: String,
    /// Agreed face to face (R-CNV-9): the convocation is proved.
    pub agreed_in_person: bool,
    /// Linked version of the PSP.
    pub psp_version: Option<PspVersionId>,
    /// Note of the office.
    pub note: String,
}

/// An appointment as recorded.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appointment {
    /// Key.
    pub id: AppointmentId,
    /// Who comes.
    pub registrant: RegistrantId,
    /// Who receives.
    pub operator: OperatorId,
    /// Service.
    pub service: String,
    /// Start.
    pub start: NaiveDateTime,
    /// Planned minutes.
    pub minutes: u32,
    /// How.
    pub mode: Mode,
    /// Place.
    pub place: String,
    /// Link.
    pub link: String,
    /// State.
    pub state: AppointmentState,
    /// Channel of the convocation.
    pub channel: Option<ConvocationChannel>,
    /// Address used.
    pub address_used: String,
    /// When it was sent.
    pub sent_at: Option<NaiveDateTime>,
    /// What it said, where that was recorded (R-CNV-12).
    #[serde(default)]
    pub convocation: Option<Convocation>,
    /// Sanction-grade proof is there (R-CNV-9).
    pub proved: bool,
    /// Linked version of the PSP.
    pub psp_version: Option<PspVersionId>,
    /// Minutes waited, reason, outcome: what the last event noted.
    pub outcome_note: String,
    /// Note of the office.
    pub note: String,
    /// Who booked it (username).
    pub by: String,
    /// The appointment this one takes the place of.
    pub moved_from: Option<AppointmentId>,
    /// The appointment that took its place.
    pub moved_to: Option<AppointmentId>,
    /// Who asked to move it (R-CNV-14).
    pub asked_by: Option<Asker>,
    /// When they asked (R-CNV-15).
    pub asked_at: Option<NaiveDateTime>,
}

impl Appointment {
    /// When it ends.
    #[must_use]
    pub fn end(&self) -> NaiveDateTime {
        self.start + TimeDelta::minutes(i64::from(self.minutes))
    }

    /// Do both hold their place, at one time?
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.state.is_open() && other.state.is_open() && self.start < other.end() && other.start < self.end()
    }
}
