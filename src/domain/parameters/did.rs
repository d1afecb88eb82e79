//! DID, status, seniority (rules.md § 1).

use super::group::{choice, days, group, number};
use super::{Kind, Unit};

choice! {
    /// The day a loss for length is dated on.
    LossDay:
    /// The day after the last of the suspension.
    Day181 = "day_181", "il giorno dopo l'ultimo della sospensione";
    /// Back to the first day of the job.
    Start = "start", "il primo giorno del lavoro";
}

choice! {
    /// The limit co.co.co. are compared with.
    Collaboration:
    /// That of employees.
    Employee = "employee", "il limite dei dipendenti";
    /// That of the self-employed.
    SelfEmployed = "self_employed", "il limite degli autonomi";
}

group! {
    /// DID, status, seniority.
    Did, "did":
    /// Youngest age without a warning, years (14–18; R-DID-15: L. 296/2006
    /// art. 1 c.622, one region accepts 15).
    minimum_age: u32 = number(Unit::Years, 14, 18);
    /// Age from which nobody answers for the person, years (18–21; R-DID-15).
    adult_age: u32 = number(Unit::Years, 18, 21);
    /// Days after which a class of profiling is stale (30–365; R-DID-20: art.
    /// 19 c.6). An expiry in the record prevails.
    profiling_days: u32 = days(30, 365);
    /// Days by which the national identifier is awaited (1–365; R-DID-9,
    /// proposal).
    national_id_days: u32 = days(1, 365);
    /// Days before its end from which a residence permit is due (1–365;
    /// R-DID-17, proposal).
    permit_notice_days: u32 = days(1, 365);
    /// Limit of co.co.co. (R-CON-4).
    collaboration_limit: Collaboration = Kind::Choice(Collaboration::WORDS);
    /// Longest suspension, days, the first day of the job included (1–366;
    /// R-SUS-1: art. 19 c.3).
    suspension_days: u32 = days(1, 366);
    /// The day of a loss for length (R-SUS-4).
    loss_dated_on: LossDay = Kind::Choice(LossDay::WORDS);
    /// Months without a new DID after a loss by sanction, to the
    /// corresponding day (0–24; R-LOS-2: art. 21 c.9, c.c. art. 2963).
    sanction_wait_months: u32 = number(Unit::Months, 0, 24);
    /// Days of seniority of a long-term unemployed (1–1000; R-SEN-3).
    long_term_days: u32 = days(1, 1_000);
    /// Days of seniority of the six-month condition (1–1000; R-SEN-3).
    six_months_days: u32 = days(1, 1_000);
}
