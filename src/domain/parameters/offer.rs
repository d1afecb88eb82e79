//! Congruous offer (rules.md § 3.4): DM 42/2018 for NASpI and DIS-COLL, DL
//! 48/2023 art. 9 for AdI and SFL.

use super::Unit;
use super::group::{group, number};

group! {
    /// Congruous offer.
    Offer, "offer":
    /// Shortest fixed-term or agency contract, months (0–24; DM 42/2018).
    months_least: u32 = number(Unit::Months, 0, 24);
    /// Fewest hours, per cent of the last contract (0–100; DM 42/2018).
    hours_percent: u32 = number(Unit::Percent, 0, 100);
    /// Pay over the benefit of the last month, per cent (0–100; D.Lgs.
    /// 150/2015 art. 25 c.1 d).
    pay_percent: u32 = number(Unit::Percent, 0, 100);
    /// Months of unemployment up to which the near distance holds and, above
    /// it, the far one and any coherent sector (1–60; DM 42/2018).
    near_months: u32 = number(Unit::Months, 1, 60);
    /// Months of unemployment up to which only the areas agreed in the pact
    /// are coherent (1–60; DM 42/2018).
    agreed_areas_months: u32 = number(Unit::Months, 1, 60);
    /// Near distance from the domicile, km (1–500; DM 42/2018).
    near_km: u32 = number(Unit::Km, 1, 500);
    /// Near journey by public transport, minutes (1–500; DM 42/2018).
    near_minutes: u32 = number(Unit::Minutes, 1, 500);
    /// Far distance, km (1–500; DM 42/2018).
    far_km: u32 = number(Unit::Km, 1, 500);
    /// Far journey, minutes (1–500; DM 42/2018).
    far_minutes: u32 = number(Unit::Minutes, 1, 500);
    /// What the km lose without public transport, per cent (0–100; DM
    /// 42/2018).
    no_transport_percent: u32 = number(Unit::Percent, 0, 100);
    /// AdI and SFL: fewest hours, per cent of full time (0–100; DL 48/2023
    /// art. 9).
    inclusion_hours_percent: u32 = number(Unit::Percent, 0, 100);
    /// AdI and SFL: distance, km (1–500; DL 48/2023 art. 9).
    inclusion_km: u32 = number(Unit::Km, 1, 500);
    /// AdI and SFL: journey, minutes (1–500; DL 48/2023 art. 9).
    inclusion_minutes: u32 = number(Unit::Minutes, 1, 500);
    /// AdI and SFL: age under which a child of the household holds the
    /// distance for permanent jobs too, years (0–18; DL 48/2023 art. 9).
    inclusion_child_age: u32 = number(Unit::Years, 0, 18);
}
