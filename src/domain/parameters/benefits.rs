//! AdI, SFL, NASpI, PAD (rules.md § 2.1) and `MiAttivo` (§ 6).

use super::group::{days, group, number};
use super::{Kind, Unit};

group! {
    /// AdI, SFL, NASpI, PAD, `MiAttivo`.
    Benefits, "benefits":
    /// Fewest agencies in a PAD (0–10; R-PAD-1: S1).
    pad_agencies: u32 = number(Unit::Count, 0, 10);
    /// Days from the benefit's start for CV, PAD and pact with NASpI or
    /// DIS-COLL (1–365; R-NAS-1: DL 60/2024 art. 25, DM 174/2024).
    naspi_pad_days: u32 = days(1, 365);
    /// Days from the PAD for the first meeting of an AdI household with the
    /// social services (1–365; R-ADI-1: DL 48/2023 art. 4 c.4).
    adi_social_services_days: u32 = days(1, 365);
    /// Days from the referral for the pact of a member fit for work (1–365;
    /// R-ADI-2: art. 4 c.5, art. 6 c.3).
    adi_psp_days: u32 = days(1, 365);
    /// Days from one presence at the CPI to the next (1–365; R-ADI-3: art. 4
    /// c.5).
    adi_presence_days: u32 = days(1, 365);
    /// Youngest age of a member bound to activation, years (14–25; R-ADI-2).
    adi_age_from: u32 = number(Unit::Years, 14, 25);
    /// Oldest age of a member bound to activation, years (50–75; R-ADI-2,
    /// R-ADI-4).
    adi_age_to: u32 = number(Unit::Years, 50, 75);
    /// Fewest agencies shown by a SFL beneficiary in the pact (0–10; R-SFL-2:
    /// DL 48/2023 art. 12 c.5).
    sfl_agencies: u32 = number(Unit::Count, 0, 10);
    /// Days from one confirmation of a SFL beneficiary to the next (1–365;
    /// R-SFL-3: art. 12 c.8).
    sfl_confirm_days: u32 = days(1, 365);
    /// Months by whose end the pact is updated for the SFL to go on (1–60;
    /// R-SFL-4: L. 207/2024 art. 1 c.198).
    sfl_update_months: u32 = number(Unit::Months, 1, 60);
    /// Days of suspension after which the SFL ends (1–365; R-SFL-4).
    sfl_end_days: u32 = days(1, 365);
    /// Days from the INPS application for a registration in time (1–365;
    /// R-MIA-3: S0).
    registration_days: u32 = days(1, 365);
    /// Does a registration fulfil the first contact (R-MIA-6)?
    registration_is_contact: bool = Kind::Flag;
}
