//! Targeted placement: applications for the list of L. 68/1999 (LEP M1, R-CM).
//!
//! What tells of disability or of a protected category is a record of its own
//! ([`TargetedCard`], R-CM-10, R-PRV-1). The card of the technical committee
//! stays with the committee: here stands only its reference.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ids::{RegistrantId, TargetedCardId, TargetedId};

pub mod apply;
pub mod happen;
pub mod rules;
pub mod states;
pub mod terms;

pub use states::{TargetedEvent, TargetedState};

/// What is asked of a category (table `targeted_categories`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub struct Category {
    /// What gives the right.
    pub measure: Measure,
    /// Must the person be unemployed (R-CM-6, 7)?
    pub needs_status: bool,
}

/// What gives the right (R-CM-5, 6).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// A percentage of civil invalidity.
    CivilPercent,
    /// A percentage of work invalidity.
    WorkPercent,
    /// A category of war or service, 1 to 8.
    WarCategory,
    /// A recognised condition, without figure.
    Condition,
    /// A protected category of art. 18, with its own proof.
    Protected,
}

/// A medical report as it was seen: no diagnosis, no content.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Report {
    /// Seen.
    pub seen: bool,
    /// Per cent, 0 to 100, where the category asks for it.
    pub percent: Option<u32>,
    /// War or service category, where the category asks for it.
    pub war_category: Option<u32>,
    /// Date of the report.
    pub dated: Option<NaiveDate>,
    /// Revision date in the report (R-CM-17).
    pub revision_on: Option<NaiveDate>,
    /// Functional diagnosis there, or its request (R-CM-11).
    pub functional_diagnosis: bool,
}

/// What an operator enters with an application, the person present (R-CM-1).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct TargetedForm {
    /// Code of table `targeted_categories`. Special data.
    pub category: String,
    /// The report, or the proof of a protected category. Special data.
    pub report: Report,
    /// Day; left out, today.
    pub presented_on: Option<NaiveDate>,
    /// The person declares to keep the status under the income limit (R-CM-7).
    pub conservation: bool,
    /// The list the person is enrolled in elsewhere; empty for none (R-CM-9).
    pub other_list: String,
    /// Since when the person is cancelled from it.
    pub other_list_left_on: Option<NaiveDate>,
    /// Protocol number of the receipt (R-CM-12).
    pub protocol: String,
    /// Person in charge, named on the receipt.
    pub in_charge: String,
    /// The receipt was handed over.
    pub receipt_handed: bool,
}

/// An application as recorded, without what is special. Closed, never deleted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TargetedApplication {
    /// Key.
    pub id: TargetedId,
    /// Whose it is.
    pub registrant: RegistrantId,
    /// State (states.md § 9).
    pub state: TargetedState,
    /// Since when.
    pub state_since: NaiveDate,
    /// When it was presented.
    pub presented_on: NaiveDate,
    /// Protocol number.
    pub protocol: String,
    /// Person in charge.
    pub in_charge: String,
    /// List left elsewhere (R-CM-9).
    pub other_list: String,
    /// When.
    pub other_list_left_on: Option<NaiveDate>,
    /// When documents were asked for last.
    pub documents_asked_on: Option<NaiveDate>,
    /// When another body was asked last.
    pub external_asked_on: Option<NaiveDate>,
    /// When the notice was sent.
    pub notice_sent_on: Option<NaiveDate>,
    /// When the person received it.
    pub notice_received_on: Option<NaiveDate>,
    /// When the person answered.
    pub observed_on: Option<NaiveDate>,
    /// Days the final term stood still for notices that came before this one.
    pub stopped_days: u32,
    /// Accepted or rejected on.
    pub decided_on: Option<NaiveDate>,
    /// Notice of acceptance, or act of rejection or removal.
    pub act: String,
    /// Number in the list.
    pub list_number: String,
    /// Revision of the report (R-CM-17).
    pub review_on: Option<NaiveDate>,
    /// Who took it (username).
    pub by: String,
}

/// What of an application is special data: read only by who says why.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TargetedCard {
    /// Key.
    pub id: TargetedCardId,
    /// The application it belongs to.
    pub application: TargetedId,
    /// Whose it is.
    pub registrant: RegistrantId,
    /// Code of table `targeted_categories`.
    pub category: String,
    /// The last report seen.
    pub report: Report,
    /// The four checks of R-CM-2, done.
    pub checks: Checks,
    /// Grounds of the pre-rejection notice.
    pub grounds: String,
    /// What the person answered, one text a point.
    pub observations: Vec<String>,
    /// Why each was not accepted, in their order (R-CM-15).
    pub answers: Vec<String>,
    /// Reference of the card of the technical committee (R-CM-10).
    pub committee_reference: String,
    /// What was noted with each step.
    pub notes: Vec<Note>,
}

/// A note with a step: a list of documents, a decision, a reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Note {
    /// Day of the step.
    pub on: NaiveDate,
    /// The step.
    pub event: TargetedEvent,
    /// What was noted.
    pub text: String,
}

/// The checks of R-CM-2.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Checks {
    /// Working age.
    pub age: bool,
    /// Occupational status.
    pub status: bool,
    /// Percentage, category or condition.
    pub invalidity: bool,
    /// Residual working capacity.
    pub capacity: bool,
}

impl Checks {
    /// All done? A protected category has neither invalidity nor residual
    /// capacity to check.
    #[must_use]
    pub fn done(self, measure: Measure) -> bool {
        self.age && self.status && (measure == Measure::Protected || self.invalidity && self.capacity)
    }
}
