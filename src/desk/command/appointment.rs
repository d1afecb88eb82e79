//! Commands about an appointment.

use chrono::{NaiveDate, NaiveDateTime};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::appointment::AppointmentEvent;
use crate::domain::appointment::AppointmentForm;
use crate::domain::appointment::Convocation;
use crate::domain::appointment::ConvocationChannel;
use crate::domain::appointment::moving::{Asker, NewSlot};
use crate::domain::finding::Acceptance;
use crate::domain::ids::AppointmentId;
use crate::domain::ids::OperatorId;
use crate::domain::ids::RegistrantId;

/// See [`super::Command::AppointmentBook`].
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

/// See [`super::Command::AppointmentHappened`].
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
    /// What it says, with `sent` (R-CNV-2, 3, 12, 13).
    #[serde(default)]
    pub convocation: Option<Convocation>,
    /// Sanction-grade proof is there (R-CNV-9), with `delivered`.
    #[serde(default)]
    pub proved: bool,
    /// The day it reached the person, with `delivered`; left out, today.
    #[serde(default)]
    pub on: Option<NaiveDate>,
    /// Reason, minutes waited, outcome.
    #[serde(default)]
    pub note: String,
    /// Who asked, with `moved`.
    #[serde(default)]
    pub asked_by: Option<Asker>,
    /// Warnings accepted.
    #[serde(default)]
    pub accepted: Vec<Acceptance>,
}

/// See [`super::Command::AppointmentMove`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AppointmentMove {
    /// Which appointment leaves its slot.
    pub from: AppointmentId,
    /// Id of the new appointment.
    #[serde(default)]
    pub id: AppointmentId,
    /// Where it goes; what is left out stays as it was.
    pub appointment: NewSlot,
    /// Who asks (R-CNV-14).
    pub asked_by: Asker,
    /// When they asked (R-CNV-15); left out, now.
    #[serde(default, deserialize_with = "crate::domain::hour::optional")]
    pub asked_at: Option<NaiveDateTime>,
    /// Why.
    #[serde(default)]
    pub reason: String,
    /// Warnings accepted.
    #[serde(default)]
    pub accepted: Vec<Acceptance>,
}

/// See [`super::Command::AppointmentReassign`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AppointmentReassign {
    /// Which appointments, each with who shall receive.
    pub assignments: Vec<Assignment>,
    /// Why.
    #[serde(default)]
    pub reason: String,
}

/// An appointment and who shall receive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Assignment {
    /// Which.
    pub appointment: AppointmentId,
    /// Who shall receive.
    pub operator: OperatorId,
}
