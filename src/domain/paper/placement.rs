//! The acts of targeted placement (LEP M1, R-CM). No word of health: what
//! tells of it stays in the case file.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{HeadPaper, RecipientPaper};

/// An act on an application for the list of L. 68/1999.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlacementPaper {
    /// Office, number, protocol.
    pub head: HeadPaper,
    /// Who applied.
    pub person: RecipientPaper,
    /// When.
    pub applied_on: NaiveDate,
    /// Who is in charge of the case.
    pub officer: String,
    /// Which act.
    pub act: PlacementAct,
}

/// The four acts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "act")]
pub enum PlacementAct {
    /// The application was presented (R-CM-12).
    Receipt {
        /// By when the office decides.
        final_on: Option<NaiveDate>,
        /// Documents handed in.
        documents: Vec<String>,
        /// Documents that are missing.
        missing: Vec<String>,
    },
    /// Why it cannot be accepted (art. 10-bis L. 241/1990).
    Obstacles {
        /// The reasons, one each.
        obstacles: Vec<String>,
        /// Days to answer.
        days: u32,
        /// Days after the observations from which the term runs again.
        #[serde(default = "ten")]
        resume_days: u32,
        /// Where to send the observations: e-mail; may be empty.
        reply_email: String,
    },
    /// In the list.
    Accepted {
        /// The service that keeps the list.
        service: String,
        /// Since when.
        enrolled_on: NaiveDate,
        /// Number in the list; may be empty.
        list_number: String,
    },
    /// Not in the list.
    Refused {
        /// The reasons, one each.
        reasons: Vec<String>,
        /// When the person answered the notice.
        observed_on: Option<NaiveDate>,
        /// What the office answers to each observation.
        answers: Vec<String>,
        /// To whom one can appeal.
        appeal_to: String,
        /// Within when, "60 giorni dalla notifica".
        appeal_within: String,
    },
}

/// Of the notices frozen before the figure was (art. 10-bis L. 241/1990).
fn ten() -> u32 {
    10
}
