//! The PSP, patto di servizio personalizzato (art. 20 D.Lgs. 150/2015).

use chrono::{NaiveDate, NaiveDateTime};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::activity::SapChoice;
use super::ids::{
    AssessmentId, DidId, DocumentId, MeasureId, OperatorId, PspId, PspVersionId, RegistrantId, SearchActId,
};

pub mod lint;
pub mod rows;
pub mod rules;
pub mod states;

pub use rules::{PspFacts, check};
pub use states::{PspEvent, PspState};

/// One numbered version of a pact: sections 1-5, 8-14 as fields, the rows of
/// sections 6 and 7 beside it. Editable while a draft; never after issue.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PspVersion {
    /// Key.
    pub id: PspVersionId,
    /// The pact it belongs to.
    pub psp: PspId,
    /// Whose pact it is.
    pub registrant: RegistrantId,
    /// The DID it rests on (R-PSP-1).
    pub did: DidId,
    /// The assessment it refers to (R-PSP-11).
    pub assessment: Option<AssessmentId>,
    /// 1, 2, 3… within the pact; a number is never used again.
    pub number: u32,
    /// State (states.md § 3).
    pub state: PspState,
    /// Why this version was opened: empty for the first.
    pub reason: String,
    /// Section 1: address for every communication (R-PSP-12).
    pub contact_address: String,
    /// Section 4: the objective agreed, in the person's words.
    pub objective: String,
    /// Section 5: person responsible (R-PSP-2 a).
    pub case_officer: Option<OperatorId>,
    /// Section 5: ordinary frequency of contacts, code (R-PSP-2 d).
    pub contact_frequency: String,
    /// Section 5: how, code.
    pub contact_mode: String,
    /// Section 5: agreed convocation channel, code (R-PSP-13).
    pub convocation_channel: String,
    /// Section 5: agreed call on working days, for recipients (R-PSP-13, art. 21 c.6).
    pub working_day_calls: bool,
    /// Section 6: why there is no measure, when there is none.
    pub no_measure_reason: String,
    /// Section 7: how the search is proved, code (R-PSP-2 e).
    pub proof_method: String,
    /// Section 9: available for initiatives and workshops (R-PSP-3 a).
    pub available_initiatives: bool,
    /// Section 9: available for training and other measures (R-PSP-3 b).
    pub available_training: bool,
    /// Section 9: accepts congruous offers (R-PSP-3 c).
    pub accepts_offers: bool,
    /// Section 9: further commitments of the person, one a line.
    pub person_commitments: String,
    /// Section 10: commitments of the office, one a line.
    pub office_commitments: String,
    /// Section 13: version of the privacy notice given (R-PRV-2).
    pub privacy_version: String,
    /// Section 13: date of that version.
    pub privacy_date: Option<NaiveDate>,
    /// Section 14: valid until, where the region uses it (R-PSP-16).
    pub confirm_by: Option<NaiveDate>,
    /// Issued document.
    pub document: Option<DocumentId>,
    /// When it was issued.
    pub issued_at: Option<NaiveDateTime>,
    /// When the person signed.
    pub person_signed_at: Option<NaiveDateTime>,
    /// When the operator signed.
    pub operator_signed_at: Option<NaiveDateTime>,
    /// When the copy was handed to the person.
    pub copy_handed_on: Option<NaiveDate>,
    /// When it was opened.
    pub created_at: NaiveDateTime,
    /// By whom (username).
    pub created_by: String,
}

/// The fields of a version an operator may edit (`psp.edit`).
pub const EDITABLE: &[&str] = &[
    "contact_address",
    "objective",
    "case_officer",
    "contact_frequency",
    "contact_mode",
    "convocation_channel",
    "working_day_calls",
    "no_measure_reason",
    "proof_method",
    "available_initiatives",
    "available_training",
    "accepts_offers",
    "person_commitments",
    "office_commitments",
    "privacy_version",
    "privacy_date",
    "confirm_by",
];

/// A row of section 6 (R-LEP-8).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct MeasureForm {
    /// What is done; empty = the title of the LEP.
    pub title: String,
    /// LEP code: `E`, `F3`.
    pub lep: String,
    /// SAP code chosen (R-LEP-2).
    pub sap: SapChoice,
    /// Who provides it; empty = this office.
    pub provider: String,
    /// From.
    pub from: Option<NaiveDate>,
    /// To.
    pub to: Option<NaiveDate>,
    /// Outcome expected.
    pub expected_outcome: String,
    /// Note.
    pub note: String,
}

/// A measure of a version.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measure {
    /// Key.
    pub id: MeasureId,
    /// The version it belongs to.
    pub version: PspVersionId,
    /// Place in the table, from 1.
    pub position: u32,
    /// See [`MeasureForm`].
    pub title: String,
    /// LEP code.
    pub lep: String,
    /// SAP code.
    pub sap: SapChoice,
    /// Provider.
    pub provider: String,
    /// From.
    pub from: Option<NaiveDate>,
    /// To.
    pub to: Option<NaiveDate>,
    /// Outcome expected.
    pub expected_outcome: String,
    /// Note.
    pub note: String,
    /// Taken out of the draft (rows are kept, never deleted).
    pub removed: bool,
}

/// A row of section 7 (R-PSP-2 c).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct SearchActForm {
    /// What the person does: "invio curriculum".
    pub action: String,
    /// How many or how often: "2 la settimana".
    pub quantity: String,
    /// By when.
    pub by_date: Option<NaiveDate>,
}

/// A job-search act of a version.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SearchAct {
    /// Key.
    pub id: SearchActId,
    /// The version it belongs to.
    pub version: PspVersionId,
    /// Place in the table, from 1.
    pub position: u32,
    /// Action.
    pub action: String,
    /// Quantity.
    pub quantity: String,
    /// By when.
    pub by_date: Option<NaiveDate>,
    /// Taken out of the draft.
    pub removed: bool,
}
