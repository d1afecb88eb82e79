//! Contact, convocation limit, pact, signing, assessment (rules.md § 2,
//! states.md § 3–6).

use super::Unit;
use super::group::{days, group, number};

group! {
    /// Contact, convocation limit, pact, signing, assessment.
    Psp, "psp":
    /// Days from the DID for the first contact, without NASpI or DIS-COLL
    /// (1–365; R-PSP-4: art. 20 c.1).
    contact_days: u32 = days(1, 365);
    /// Days from the INPS application for the first contact (1–365; R-PSP-5:
    /// art. 21 c.2).
    contact_days_insurance: u32 = days(1, 365);
    /// Days by which the CPI convenes who has a benefit (1–365; R-PSP-7: art.
    /// 2 c.1, DM 4/2018 art. 4).
    convene_days_recipient: u32 = days(1, 365);
    /// The same for everybody else (1–365; R-PSP-7).
    convene_days_other: u32 = days(1, 365);
    /// Days the person has to sign an issued pact (0–365; states.md § 3,
    /// proposal). 0: within the day.
    signing_days: u32 = days(0, 365);
    /// Days for the scan sent back in the remote mode (a) (0–60; states.md
    /// § 5). 0: during the interview (R-REM-7).
    remote_return_days: u32 = days(0, 60);
    /// Days for the validation on the app in the remote mode (b) (0–60;
    /// states.md § 6, proposal).
    remote_validation_days: u32 = days(0, 60);
    /// Days an assessment is good for a new pact (30–1000; R-PSP-11,
    /// proposal).
    assessment_days: u32 = number(Unit::Days, 30, 1_000);
}
