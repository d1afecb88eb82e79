//! Commands about the restriction of processing (GDPR art. 18).

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::ids::{RegistrantId, RestrictionId};
use crate::domain::restriction::{Asker, Ground};

/// See [`super::Command::RestrictionBegin`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RestrictionBegin {
    /// Id of the new record.
    #[serde(default)]
    pub id: RestrictionId,
    /// Whose data.
    pub registrant: RegistrantId,
    /// Why.
    pub ground: Ground,
    /// Who asked.
    #[serde(default)]
    pub asked_by: Asker,
    /// When; the day of the command when left out.
    #[serde(default)]
    pub asked_on: Option<NaiveDate>,
    /// What it is about.
    #[serde(default)]
    pub note: String,
}

/// See [`super::Command::RestrictionLift`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RestrictionLift {
    /// Which.
    pub restriction: RestrictionId,
    /// When the person was told (art. 18 par. 3).
    #[serde(default)]
    pub told_on: Option<NaiveDate>,
    /// Why.
    pub why: String,
}
