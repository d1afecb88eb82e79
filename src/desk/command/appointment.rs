//! Commands about an appointment.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::appointment::AppointmentEvent;
use crate::domain::appointment::AppointmentForm;
use crate::domain::appointment::ConvocationChannel;
use crate::domain::finding::Acceptance;
use crate::domain::ids::AppointmentId;
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
