//! The assessment: quantitative set, questionnaire, operator's judgement, path.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::did::Profiling;
use proposal::{Reason, Target};
use questionnaire::{Answers, Score};

pub mod coherence;
pub mod interview;
pub mod person;
pub mod proposal;
pub mod questionnaire;
pub mod rules;
pub mod versions;

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
    /// Why this path; may be left out of the path that is proposed, whose own
    /// reasons are then kept.
    pub path_reason: String,
    /// National index as received, decimal text `0.644371661`; empty if none.
    pub index_value: String,
    /// Model that produced it: `dlgs150`, `gol`, `gg`; empty if none.
    pub index_model: String,
    /// Date of the index.
    pub index_date: Option<NaiveDate>,
    /// The class or second index that came with it, as received.
    pub index_class: String,
    /// The system it comes from, in few words.
    pub index_source: String,
    /// The end of its validity, where its own record gives one (R-DID-20).
    pub index_valid_until: Option<NaiveDate>,
    /// Code of the questionnaire; empty without one.
    pub questionnaire: String,
    /// Its version.
    pub questionnaire_version: u32,
    /// Answers by question, those of hidden questions too.
    pub answers: Answers,
    /// Notes of the operator by section.
    pub notes: BTreeMap<String, String>,
    /// Questions whose answer is that of the last time, not confirmed.
    pub carried: Vec<String>,
    /// Is an in-depth assessment needed?
    pub in_depth: bool,
    /// Why.
    pub in_depth_reason: String,
    /// Employability from 1 (least) to 5, where the method asks it (2018).
    pub employability: Option<u8>,
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
    /// Class or second index.
    pub index_class: String,
    /// Where the index comes from.
    pub index_source: String,
    /// Until when the index holds, where its record says so.
    pub index_valid_until: Option<NaiveDate>,
    /// Code of the questionnaire; empty without one.
    pub questionnaire: String,
    /// Its version: the answers are read with it, whatever is in force.
    pub questionnaire_version: u32,
    /// Answers, those of hidden questions too.
    pub answers: Answers,
    /// Answers that tell of health and the like: apart, hidden, never
    /// printed (R-PRV-1, R-DOC-7).
    pub special_answers: Answers,
    /// Notes by section.
    pub notes: BTreeMap<String, String>,
    /// Scores by section, as they were that day.
    pub scores: BTreeMap<String, Score>,
    /// Questions answered as the last time and not confirmed.
    pub carried: Vec<String>,
    /// In-depth assessment.
    pub in_depth: bool,
    /// Why.
    pub in_depth_reason: String,
    /// Employability (2018).
    pub employability: Option<u8>,
    /// Path proposed, code of table `path`; empty without a proposal.
    pub path_proposed: String,
    /// Why it was proposed.
    pub reasons: Vec<Reason>,
    /// GOL target groups.
    pub targets: Vec<Target>,
    /// Which version it is, from 1; 0 of those recorded before they were
    /// numbered.
    pub number: u32,
    /// The one it takes the place of.
    pub previous: Option<super::ids::AssessmentId>,
    /// Last day for which it holds.
    pub valid_until: Option<NaiveDate>,
}

/// A date as operators write it.
fn italian(day: NaiveDate) -> impl std::fmt::Display {
    day.format("%d/%m/%Y")
}
