//! The profiling set of R-DID-12: what the person answers with the DID.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Answers of the profiling set. Age and sex are known from the person and
/// computed; `None` or empty means "not answered". Codes are those of the
/// tables in `assets/data`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Profiling {
    /// Province of residence, two letters.
    pub province: String,
    /// Citizenship, code.
    pub citizenship: String,
    /// Length of presence in Italy, code.
    pub presence_in_italy: String,
    /// Education title, code.
    pub education: String,
    /// Has the person ever worked?
    pub ever_worked: Option<bool>,
    /// Occupational condition one year before, code.
    pub condition_year_before: String,
    /// Months since the last job ended, 0 if never worked.
    pub months_since_last_job: Option<u32>,
    /// Position in the last occupation, code; `none` if never worked.
    pub last_position: String,
    /// Months of job search; less than one counts 0.
    pub months_of_search: Option<u32>,
    /// Enrolled in school, university or a course, code.
    pub enrolled: String,
    /// Members of the household, the person included.
    pub household_size: Option<u32>,
    /// Dependent or cohabiting children?
    pub children: Option<bool>,
    /// Some of them under 18?
    pub minor_children: Option<bool>,
}
