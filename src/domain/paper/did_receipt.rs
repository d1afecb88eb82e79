//! The receipt of a DID.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{HeadPaper, RecipientPaper};
use crate::domain::money::Cents;

/// What the person declared, as the receipt says it (art. 19 d.lgs. 150/2015).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DidReceiptPaper {
    /// Office, number, protocol.
    pub head: HeadPaper,
    /// Who declared.
    pub person: RecipientPaper,
    /// When.
    pub did_on: NaiveDate,
    /// With what: "allo sportello".
    pub channel: String,
    /// What was said of work.
    pub work: WorkPaper,
    /// The job a dismissal was told of is not over yet (R-DID-18).
    #[serde(default)]
    pub job_runs: bool,
    /// First day of the status (R-DID-19); of the papers frozen before it was,
    /// the day of the DID.
    #[serde(default)]
    pub starts_on: Option<NaiveDate>,
    /// Yearly limit of a job as an employee, of the year of the DID.
    pub employee_limit: Option<Cents>,
    /// Yearly limit of self-employment, of the year of the DID.
    pub self_employed_limit: Option<Cents>,
    /// The national code; none prints "in attesa".
    pub national_id: Option<String>,
    /// By when the person is to get in touch for the pact (R-PSP-5, 6).
    pub contact_by: Option<NaiveDate>,
}

/// What the person declared of the work that goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WorkPaper {
    /// No activity.
    None,
    /// As an employee, under the limit.
    Employee,
    /// Self-employed, under the limit.
    SelfEmployed,
    /// Both, each under its limit.
    Both,
    /// Of the papers frozen before [`DidReceiptPaper::job_runs`] was: nothing
    /// but a job that is not over yet.
    Dismissed,
}
