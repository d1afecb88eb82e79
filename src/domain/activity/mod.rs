//! LEP activities: services given, with their SAP codes (R-LEP).

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ids::{ActivityId, MeasureId, PspVersionId, RegistrantId};

pub mod lep;
pub mod proposals;
pub mod rules;
pub mod states;

pub use proposals::{Proposal, proposals};
pub use states::{ActivityEvent, ActivityState, TABLE};

/// Which SAP code goes with a LEP.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "kind", content = "code")]
pub enum SapChoice {
    /// Not chosen yet; refused where the table attests codes (R-LEP-2).
    #[default]
    Unchosen,
    /// No attested code for this LEP: `--`.
    NotAttested,
    /// A code attested for this LEP.
    Attested(String),
    /// A candidate, stored as not attested: never exported until the office
    /// confirms the pair.
    Candidate(String),
}

impl SapChoice {
    /// As shown in lists: the code, `--`, or the code with a question mark.
    #[must_use]
    pub fn label(&self) -> String {
        match self {
            Self::Unchosen => String::new(),
            Self::NotAttested => "--".into(),
            Self::Attested(code) => code.clone(),
            Self::Candidate(code) => format!("{code}?"),
        }
    }
}

/// The act of the appointment that proposed this row; one key confirms it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SourceAct {
    /// A DID was recorded: LEP B.
    Did,
    /// An assessment was recorded: LEP C.
    Assessment,
    /// A PSP became active: LEP D.
    Psp,
    /// An application for targeted placement was taken: LEP M1.
    Targeted,
}

/// What an operator enters on LE01.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ActivityForm {
    /// LEP code.
    pub lep: String,
    /// SAP code.
    pub sap: SapChoice,
    /// Day the service was given or is planned for.
    pub date: Option<NaiveDate>,
    /// Minutes, 1 to 600.
    pub minutes: Option<u32>,
    /// How: code of table `contact_modes`; may be empty.
    pub mode: String,
    /// State at registration.
    pub state: ActivityState,
    /// Outcome, from the LEP's list or free.
    pub outcome: String,
    /// Output produced, from the LEP's list.
    pub output: String,
    /// Provider; empty = this office.
    pub provider: String,
    /// PSP version it belongs to.
    pub psp_version: Option<PspVersionId>,
    /// Measure it carries out.
    pub measure: Option<MeasureId>,
    /// Reference of the mandatory communication, F3 concluded with hiring.
    pub co_reference: String,
    /// F3: did the person get the job?
    pub hired: bool,
    /// Note.
    pub note: String,
    /// The act that proposed it.
    pub source: Option<SourceAct>,
}

/// An activity as recorded.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Activity {
    /// Key.
    pub id: ActivityId,
    /// Whose it is.
    pub registrant: RegistrantId,
    /// See [`ActivityForm`].
    pub lep: String,
    /// SAP code.
    pub sap: SapChoice,
    /// Day.
    pub date: NaiveDate,
    /// Minutes.
    pub minutes: u32,
    /// How.
    pub mode: String,
    /// State.
    pub state: ActivityState,
    /// Outcome.
    pub outcome: String,
    /// Output.
    pub output: String,
    /// Provider.
    pub provider: String,
    /// PSP version.
    pub psp_version: Option<PspVersionId>,
    /// Measure.
    pub measure: Option<MeasureId>,
    /// Mandatory communication.
    pub co_reference: String,
    /// Hired.
    pub hired: bool,
    /// Note.
    pub note: String,
    /// The act that proposed it.
    pub source: Option<SourceAct>,
    /// Who gave it (username).
    pub by: String,
}
