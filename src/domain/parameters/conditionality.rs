//! Sanctions and justified reasons (rules.md § 3.1–3.3).

use super::group::{choice, days, group, number};
use super::{Kind, Unit};

choice! {
    /// How the occurrences of letters a) and b) are counted.
    Counters:
    /// Each letter has its own count; both totals are shown.
    Apart = "apart", "separati";
    /// They share one count.
    Together = "together", "sommati";
}

group! {
    /// Sanctions and justified reasons.
    Conditionality, "conditionality":
    /// Counters of letters a) and b) (R-SAN-2).
    counters_a_b: Counters = Kind::Choice(Counters::WORDS);
    /// Occurrence of letters a) and b) that takes away benefit and status
    /// (1–10; art. 21 c.7 a, b).
    loss_at_a_b: u32 = number(Unit::Count, 1, 10);
    /// The same of letter c) (1–10; art. 21 c.7 c).
    loss_at_c: u32 = number(Unit::Count, 1, 10);
    /// The same of letter d), a congruous offer refused (1–10; art. 21 c.7 d).
    loss_at_d: u32 = number(Unit::Count, 1, 10);
    /// Days of a quarter of a month of benefit (1–31; R-SAN-1).
    quarter_days: u32 = days(1, 31);
    /// Days of a month of benefit (1–31; R-SAN-1).
    month_days: u32 = days(1, 31);
    /// Days within which a due act is adopted before it is listed as overdue
    /// (1–365; R-SAN-5 "promptly", proposal).
    act_days: u32 = days(1, 365);
    /// Days to appeal, from receipt (1–365; R-SAN-7: art. 21 c.12).
    appeal_days: u32 = days(1, 365);
    /// Do absences count for who has no benefit? (R-SAN-8)
    sanctions_without_benefit: bool = Kind::Flag;
    /// Days from the finding to report AdI and SFL cases (1–365; R-SAN-11: DL
    /// 48/2023 art. 8).
    report_days: u32 = days(1, 365);
    /// Months after a loss of AdI before a new application (0–60; § 3.2).
    adi_again_months: u32 = number(Unit::Months, 0, 60);
    /// Days after the appointment by which an absence is justified (0–60;
    /// R-JUS-2: MLPS note of 4 March 2016). 1: the following day.
    absence_days: u32 = days(0, 60);
    /// The same from the end of an impediment that prevents notifying (0–60;
    /// R-JUS-3: ANPAL res. 54/2019).
    impediment_days: u32 = days(0, 60);
    /// Working days from the offer by which its refusal is documented (0–60;
    /// R-JUS-5: DM 42/2018 art. 8 c.3).
    refusal_days: u32 = number(Unit::WorkingDays, 0, 60);
    /// Is Saturday a working day? (R-JUS-5)
    saturday_works: bool = Kind::Flag;
    /// Days to ask to be heard once told that a reason is unfit (0–60;
    /// R-JUS-5: DM 42/2018 art. 8 c.4).
    hearing_days: u32 = days(0, 60);
    /// Days of silence on a doubtful reason that mean assent (1–365; R-JUS-6:
    /// DM 42/2018 art. 8 c.5).
    opinion_days: u32 = days(1, 365);
}
