//! Targeted placement (rules.md § 7).

use super::group::{choice, days, group, number};
use super::{Kind, Unit};

choice! {
    /// From when a pre-rejection notice stops the final term.
    TermStopsOn:
    /// From the day it is sent.
    Sent = "sent", "dal giorno dell'invio";
    /// From the day it is received.
    Received = "received", "dal giorno della ricezione";
}

group! {
    /// Targeted placement.
    Placement, "placement":
    /// Youngest age, years (14–18; R-CM-8: DPR 333/2000 art. 1).
    minimum_age: u32 = number(Unit::Years, 14, 18);
    /// Age of the old-age pension, years: nobody enrols from then on (60–75;
    /// R-CM-8: DL 201/2011 art. 24 and its yearly decrees).
    pension_age: u32 = number(Unit::Years, 60, 75);
    /// Least civil invalidity, per cent (1–100; R-CM-5: L. 68/1999 art. 1
    /// c.1, "above 45").
    civil_percent: u32 = number(Unit::Percent, 1, 100);
    /// Least work invalidity, per cent (1–100; R-CM-5, "above 33").
    work_percent: u32 = number(Unit::Percent, 1, 100);
    /// Days of the final term (1–365; R-CM-16: L. 241/1990 art. 2).
    final_days: u32 = days(1, 365);
    /// Days from receipt to answer a pre-rejection notice (1–365; R-CM-13: L.
    /// 241/1990 art. 10-bis).
    observation_days: u32 = days(1, 365);
    /// Days after the observations when the term runs again (0–365; R-CM-14).
    resume_days: u32 = days(0, 365);
    /// From when the notice stops the term (R-CM-14).
    term_stops_on: TermStopsOn = Kind::Choice(TermStopsOn::WORDS);
    /// Days to bring the missing documents (1–365; states.md § 9, proposal).
    document_days: u32 = days(1, 365);
    /// Days before the revision of the report from which it is due (1–365;
    /// R-CM-17, proposal).
    revision_notice_days: u32 = days(1, 365);
}
