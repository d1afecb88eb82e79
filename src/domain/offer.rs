//! Is a job offer congruous? DM 42/2018 for NASpI and DIS-COLL, DL 48/2023
//! art. 9 for AdI and SFL (R-OFF, rules.md § 3.4). Each condition is met, not
//! met or unknown; nothing is decided here.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::did::Benefit;
use super::money::Cents;
use super::parameters::Offer as Limits;

/// How near the work offered is to what the person does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Coherence {
    /// In the areas agreed in the pact.
    AgreedArea,
    /// Same sector, other processes, with continuity.
    SameSector,
    /// Another sector, with professional continuity.
    OtherSector,
    /// None of these.
    Unrelated,
}

/// An offer as it was made; what is not known is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Offer {
    /// Who offers; printed nowhere.
    pub employer: String,
    /// Job offered.
    pub job: String,
    /// Permanent contract.
    pub permanent: Option<bool>,
    /// Length of a fixed-term or agency contract, whole months.
    pub months: Option<u32>,
    /// Hours, per cent: of the last contract for NASpI and DIS-COLL, of full
    /// time for AdI and SFL. Full time is 100.
    pub hours_percent: Option<u32>,
    /// Pay at least that of the collective agreement.
    pub collective_minimum: Option<bool>,
    /// Pay a month, cents.
    pub pay: Option<Cents>,
    /// Benefit of the last month, without the supplement of a solidarity
    /// fund (R-OFF-3), cents.
    pub benefit_last_month: Option<Cents>,
    /// From the domicile, kilometres.
    pub km: Option<u32>,
    /// By public transport, minutes.
    pub minutes: Option<u32>,
    /// No public transport gets there.
    pub no_public_transport: Option<bool>,
    /// How near to what the person does.
    pub coherence: Option<Coherence>,
    /// Children under the age of the table (14) in the household (AdI, SFL).
    pub young_children: Option<bool>,
}

/// Does a condition hold?
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Met {
    /// It does.
    Yes,
    /// It does not.
    No,
    /// Not known: a figure is missing.
    Unknown,
}

impl Met {
    /// As shown: `sì`, `no`, `da accertare`.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Yes => "sì",
            Self::No => "no",
            Self::Unknown => "da accertare",
        }
    }

    fn of(known: Option<bool>) -> Self {
        match known {
            Some(true) => Self::Yes,
            Some(false) => Self::No,
            None => Self::Unknown,
        }
    }
}

/// One condition with its arithmetic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Condition {
    /// Which, in Italian: `distanza`.
    pub name: &'static str,
    /// Does it hold?
    pub met: Met,
    /// What is asked and what is there, in Italian: `≥ 3 mesi: 2`.
    pub sum: String,
}

/// The conditions of an offer to somebody with this benefit and this many
/// days of seniority on the day of the offer (R-OFF-1, 2). Nothing for who
/// has no benefit: no congruous offer binds them.
#[must_use]
pub fn conditions(offer: &Offer, benefit: Benefit, seniority_days: u32, limits: &Limits) -> Vec<Condition> {
    if benefit.is_insurance() {
        vec![
            contract(offer, limits),
            hours(offer, limits.hours_percent, "dell'ultimo contratto"),
            minimum(offer),
            over_benefit(offer, limits),
            distance(offer, seniority_days, limits),
            coherence(offer, seniority_days, limits),
        ]
    } else if benefit.is_inclusion() {
        vec![
            Condition {
                name: "contratto",
                met: Met::of((offer.permanent.is_some() || offer.months.is_some()).then_some(true)),
                sum: "a tempo indeterminato, o a termine entro la distanza".to_owned(),
            },
            hours(offer, limits.inclusion_hours_percent, "del tempo pieno"),
            minimum(offer),
            inclusion_distance(offer, limits),
        ]
    } else {
        Vec::new()
    }
}

/// Do all hold together (R-OFF-2)? `Unknown` while none fails and one is not known.
#[must_use]
pub fn together(conditions: &[Condition]) -> Met {
    if conditions.iter().any(|c| c.met == Met::No) {
        Met::No
    } else if conditions.iter().any(|c| c.met == Met::Unknown) {
        Met::Unknown
    } else {
        Met::Yes
    }
}

/// Does AdI stop only for the length of the job (R-OFF-4)?
#[must_use]
pub fn suspends_only(offer: &Offer, benefit: Benefit) -> bool {
    benefit == Benefit::Adi
        && offer.permanent != Some(true)
        && offer.months.is_some_and(|m| (1..=6).contains(&m))
}

/// Days of seniority of some months, as R-SEN-3 counts them: a year is 365,
/// six months are 180.
fn days_of(months: u32) -> u32 {
    if months.is_multiple_of(12) { months / 12 * 365 } else { months * 30 }
}

fn shown<T: ToString>(figure: Option<T>) -> String {
    figure.map_or_else(|| "?".to_owned(), |figure| figure.to_string())
}

fn contract(offer: &Offer, limits: &Limits) -> Condition {
    let long = offer.months.map(|months| months >= limits.months_least);
    let met = match offer.permanent {
        Some(true) => Met::Yes,
        Some(false) => Met::of(long),
        // Long enough is enough, permanent or not.
        None => Met::of(long.filter(|long| *long)),
    };
    let there = if offer.permanent == Some(true) { "indeterminato".to_owned() } else { shown(offer.months) };
    Condition {
        name: "contratto",
        met,
        sum: format!("indeterminato o ≥ {} mesi: {there}", limits.months_least),
    }
}

fn hours(offer: &Offer, least: u32, of: &str) -> Condition {
    let met = Met::of(offer.hours_percent.map(|percent| percent >= least));
    Condition { name: "orario", met, sum: format!("≥ {least}% {of}: {}", shown(offer.hours_percent)) }
}

fn minimum(offer: &Offer) -> Condition {
    Condition {
        name: "minimi contrattuali",
        met: Met::of(offer.collective_minimum),
        sum: "retribuzione ≥ minimi del contratto collettivo".to_owned(),
    }
}

fn over_benefit(offer: &Offer, limits: &Limits) -> Condition {
    let percent = i128::from(100 + limits.pay_percent);
    let enough = offer.pay.zip(offer.benefit_last_month).map(|(pay, benefit)| {
        // In whole cents times a hundred: nothing is rounded.
        i128::from(pay.0) * 100 >= i128::from(benefit.0) * percent
    });
    let sum = format!(
        "≥ indennità {} + {}%: {}",
        shown(offer.benefit_last_month),
        limits.pay_percent,
        shown(offer.pay)
    );
    Condition { name: "retribuzione", met: Met::of(enough), sum }
}

/// Within the kilometres or within the minutes. Without public transport only
/// the shorter kilometres count.
fn distance(offer: &Offer, seniority_days: u32, limits: &Limits) -> Condition {
    let near = seniority_days <= days_of(limits.near_months);
    let (km, minutes) =
        if near { (limits.near_km, limits.near_minutes) } else { (limits.far_km, limits.far_minutes) };
    let alone = km * (100 - limits.no_transport_percent) / 100;
    if offer.no_public_transport == Some(true) {
        let met = Met::of(offer.km.map(|there| there <= alone));
        let sum = format!("≤ {alone} km senza mezzi pubblici: {}", shown(offer.km));
        return Condition { name: "distanza", met, sum };
    }
    let met = match within(offer, km, minutes) {
        // Nobody said that there is public transport: the longer way may not count.
        Met::Yes
            if offer.no_public_transport.is_none()
                && offer.minutes.is_none()
                && offer.km.is_none_or(|there| there > alone) =>
        {
            Met::Unknown
        }
        met => met,
    };
    Condition { name: "distanza", met, sum: way(offer, km, minutes) }
}

fn within(offer: &Offer, km: u32, minutes: u32) -> Met {
    match (offer.km.map(|there| there <= km), offer.minutes.map(|there| there <= minutes)) {
        (Some(true), _) | (_, Some(true)) => Met::Yes,
        (Some(false), Some(false)) => Met::No,
        _ => Met::Unknown,
    }
}

fn way(offer: &Offer, km: u32, minutes: u32) -> String {
    format!("≤ {km} km o {minutes} minuti: {} km, {} minuti", shown(offer.km), shown(offer.minutes))
}

fn coherence(offer: &Offer, seniority_days: u32, limits: &Limits) -> Condition {
    use Coherence as C;
    let (asked, fits): (&str, &[C]) = if seniority_days <= days_of(limits.agreed_areas_months) {
        ("aree concordate nel patto", &[C::AgreedArea])
    } else if seniority_days <= days_of(limits.near_months) {
        ("anche stesso settore, altri processi", &[C::AgreedArea, C::SameSector])
    } else {
        ("anche altri settori con continuità", &[C::AgreedArea, C::SameSector, C::OtherSector])
    };
    Condition {
        name: "coerenza",
        met: Met::of(offer.coherence.map(|coherence| fits.contains(&coherence))),
        sum: format!("{asked} ({seniority_days} giorni di anzianità)"),
    }
}

fn inclusion_distance(offer: &Offer, limits: &Limits) -> Condition {
    let (km, minutes) = (limits.inclusion_km, limits.inclusion_minutes);
    let near = within(offer, km, minutes);
    let met = match (offer.permanent, offer.young_children) {
        (Some(true), Some(false)) => Met::Yes,
        // Where it matters whether there are children, and nobody knows.
        (Some(true) | None, None | Some(false)) if near != Met::Yes => Met::Unknown,
        _ => near,
    };
    let bound = match offer.permanent {
        Some(true) => format!(" (se ci sono figli sotto i {} anni)", limits.inclusion_child_age),
        _ => String::new(),
    };
    Condition { name: "distanza", met, sum: format!("{}{bound}", way(offer, km, minutes)) }
}

#[cfg(test)]
mod tests;
