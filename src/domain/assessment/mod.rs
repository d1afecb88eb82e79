//! The assessment: quantitative set, operator's judgement, path.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::did::Profiling;

pub mod rules;

/// What an operator enters on AS01. The national index is a recorded figure,
/// never computed here (assessment.md § 2).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct AssessmentForm {
    /// Day of the interview.
    pub date: Option<NaiveDate>,
    /// The R-DID-12 set as confirmed in the interview.
    pub profiling: Profiling,
    /// Digital skills, code of table `digital_skill`.
    pub digital_skill: String,
    /// Available to move or commute, code of table `mobility`.
    pub mobility: String,
    /// What stands in the way (free text, no health data: R-PRV-1).
    pub obstacles: String,
    /// The operator's judgement, printed in section 3 of the PSP.
    pub judgement: String,
    /// Economic and professional sectors (R-PSP-20), free text, one a line.
    pub sectors: String,
    /// Path, code of table `path` (R-PSP-17).
    pub path: String,
    /// Why this path.
    pub path_reason: String,
    /// National index as received, decimal text `0.644371661`; empty if none.
    pub index_value: String,
    /// Model that produced it: `dlgs150`, `gol`, `gg`; empty if none.
    pub index_model: String,
    /// Date of the index.
    pub index_date: Option<NaiveDate>,
}

/// An assessment as recorded: never changed, a new one supersedes it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assessment {
    /// Key.
    pub id: super::ids::AssessmentId,
    /// Whose it is.
    pub registrant: super::ids::RegistrantId,
    /// The DID it belongs to, when there is one.
    pub did: Option<super::ids::DidId>,
    /// Day of the interview.
    pub date: NaiveDate,
    /// The confirmed profiling set.
    pub profiling: Profiling,
    /// Digital skills.
    pub digital_skill: String,
    /// Mobility.
    pub mobility: String,
    /// Obstacles.
    pub obstacles: String,
    /// Judgement.
    pub judgement: String,
    /// Sectors.
    pub sectors: String,
    /// Path.
    pub path: String,
    /// Why this path.
    pub path_reason: String,
    /// National index.
    pub index_value: String,
    /// Its model.
    pub index_model: String,
    /// Its date.
    pub index_date: Option<NaiveDate>,
    /// Who did it (username).
    pub by: String,
}
