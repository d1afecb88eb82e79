//! The MiAttivo registration: first activation of who asks for a benefit, and
//! of others who want services (R-MIA, Liguria from 29 June 2016).

use chrono::{NaiveDate, NaiveDateTime};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ids::{AppointmentId, MiAttivoId, RegistrantId};

pub mod clocks;
pub mod rules;
pub mod states;

pub use states::{MiAttivoEvent, MiAttivoState};

/// What is entered of a registration (R-MIA-1, 2).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct MiAttivoForm {
    /// Day of the registration; left out, today.
    pub registered_on: Option<NaiveDate>,
    /// Benefit applied for, code of table `benefits`; empty or `none` for who
    /// only wants services (R-MIA-5).
    pub benefit: String,
    /// Date of the INPS application, for who applied for a benefit (R-MIA-2).
    pub inps_date: Option<NaiveDate>,
    /// E-mail.
    pub email: String,
    /// Mobile phone.
    pub mobile: String,
    /// Entered with the help of an operator of the office (R-MIA-10).
    pub helped: bool,
    /// Note of the office.
    pub note: String,
}

impl MiAttivoForm {
    /// Has the person applied for a benefit?
    #[must_use]
    pub fn is_recipient(&self) -> bool {
        is_recipient(&self.benefit)
    }
}

/// A registration as recorded. Closed, never deleted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MiAttivo {
    /// Key.
    pub id: MiAttivoId,
    /// Who registered.
    pub registrant: RegistrantId,
    /// Day of the registration.
    pub registered_on: NaiveDate,
    /// Benefit, code of table `benefits`; empty without one.
    pub benefit: String,
    /// Date of the INPS application.
    pub inps_date: Option<NaiveDate>,
    /// E-mail.
    pub email: String,
    /// Mobile phone.
    pub mobile: String,
    /// After the fifteen days (R-MIA-3).
    pub late: bool,
    /// Who of the office helped (username); empty when alone (R-MIA-10).
    pub helped_by: String,
    /// State (states.md § 10).
    pub state: MiAttivoState,
    /// The appointment the person was last convened to.
    pub appointment: Option<AppointmentId>,
    /// Whose record goes on, when this one was a duplicate.
    pub survivor: Option<RegistrantId>,
    /// Note of the office.
    pub note: String,
    /// When it was recorded here.
    pub recorded_at: NaiveDateTime,
    /// By whom (username).
    pub recorded_by: String,
}

impl MiAttivo {
    /// Has the person applied for a benefit?
    #[must_use]
    pub fn is_recipient(&self) -> bool {
        is_recipient(&self.benefit)
    }
}

fn is_recipient(benefit: &str) -> bool {
    !matches!(benefit.trim(), "" | "none")
}
