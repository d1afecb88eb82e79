//! What follows from a case: counted, proposed, never decided here (R-SAN-1, 2).

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{CaseKind, ConditionalityCase, Figures};
use crate::domain::did::Benefit;
use crate::domain::parameters::Counters;
use crate::domain::period::Period;

/// A consequence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Consequence {
    /// Some days of the benefit are not paid.
    Reduction,
    /// Loss of benefit and status.
    Loss,
    /// The household loses AdI.
    HouseholdLoss,
    /// The household's AdI stops until the duty is done.
    HouseholdSuspension,
    /// SFL is lost.
    BenefitLoss,
    /// SFL is not paid until the duty is done.
    PaymentSuspension,
    /// Loss of status, without benefit (R-SAN-8).
    StatusLoss,
}

impl Consequence {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Reduction,
        Self::Loss,
        Self::HouseholdLoss,
        Self::HouseholdSuspension,
        Self::BenefitLoss,
        Self::PaymentSuspension,
        Self::StatusLoss,
    ];

    /// Does the unemployed status end with it (R-LOS-2)?
    #[must_use]
    pub fn ends_status(self) -> bool {
        matches!(self, Self::Loss | Self::StatusLoss)
    }

    /// In words, with the days of a reduction.
    #[must_use]
    pub fn label(self, days: u32) -> String {
        match self {
            Self::Reduction => format!("decurtazione di {days} giorni"),
            Self::Loss => "decadenza da prestazione e stato".to_owned(),
            Self::HouseholdLoss => "decadenza del nucleo dall'AdI".to_owned(),
            Self::HouseholdSuspension => "sospensione dell'AdI del nucleo".to_owned(),
            Self::BenefitLoss => "decadenza dal SFL".to_owned(),
            Self::PaymentSuspension => "sospensione del pagamento".to_owned(),
            Self::StatusLoss => "perdita dello stato".to_owned(),
        }
    }
}

/// What follows for AdI and SFL (`assets/data/tables/consequences.toml`): the
/// first time as the others.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConsequenceRow {
    /// Benefits it is for.
    pub benefits: Vec<Benefit>,
    /// What was not done.
    pub kind: CaseKind,
    /// What follows.
    pub consequence: Consequence,
    /// First day of effect.
    pub valid_from: Option<NaiveDate>,
    /// Last day of effect.
    pub valid_to: Option<NaiveDate>,
}

/// A consequence with its days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// What follows.
    pub consequence: Consequence,
    /// Days of a reduction.
    pub days: u32,
}

/// What follows from the n-th occurrence by the table of the day of the fact;
/// `None` where it says nothing. Letters of art. 21 c.7 by the parameters of
/// that day, AdI and SFL by their rows, no benefit only where the office's
/// parameter says so, on repeated absence (R-SAN-8).
#[must_use]
pub fn of_table(
    table: &[ConsequenceRow],
    case: &ConditionalityCase,
    occurrence: u32,
    figures: &Figures,
) -> Option<Outcome> {
    if case.benefit.is_insurance() {
        return of_letter(case.kind, occurrence, figures);
    }
    if case.benefit == Benefit::None {
        let closes =
            figures.of.sanctions_without_benefit && case.kind == CaseKind::Convocation && occurrence > 1;
        return closes.then_some(Outcome { consequence: Consequence::StatusLoss, days: 0 });
    }
    table
        .iter()
        .filter(|row| row.kind == case.kind && row.benefits.contains(&case.benefit))
        .find(|row| Period { from: row.valid_from, to: row.valid_to }.contains(case.event_on))
        .map(|row| Outcome { consequence: row.consequence, days: 0 })
}

/// Rules.md § 3.1, the table of art. 21 c.7.
fn of_letter(kind: CaseKind, occurrence: u32, figures: &Figures) -> Option<Outcome> {
    let of = &figures.of;
    let (first, lost_at) = match kind {
        CaseKind::Convocation | CaseKind::Guidance => (of.quarter_days, of.loss_at_a_b),
        CaseKind::Training => (of.month_days, of.loss_at_c),
        CaseKind::Offer => (of.month_days, of.loss_at_d),
        CaseKind::Signing | CaseKind::FirstMeeting | CaseKind::Update | CaseKind::Schooling => return None,
    };
    Some(if occurrence >= lost_at {
        Outcome { consequence: Consequence::Loss, days: 0 }
    } else {
        let days = if occurrence <= 1 { first } else { of.month_days };
        Outcome { consequence: Consequence::Reduction, days }
    })
}

/// Which occurrence a case is (R-SAN-2).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    /// Of its letter, from 1.
    pub letter: u32,
    /// Of letters a) and b) together, from 1; 0 for the other kinds.
    pub ab: u32,
}

/// The cases of the same spell (DID and benefit) that were occurrences by the
/// day of this one, itself left out (R-SAN-2, 3). Facts of one day keep the
/// order in which they were recorded.
pub fn earlier<'a>(
    case: &'a ConditionalityCase,
    others: &'a [ConditionalityCase],
) -> impl Iterator<Item = &'a ConditionalityCase> {
    others.iter().filter(|other| {
        other.id != case.id
            && other.did == case.did
            && other.benefit == case.benefit
            && other.state.counts()
            && (other.event_on, other.id) < (case.event_on, case.id)
    })
}

/// Counts this case with those before it.
#[must_use]
pub fn count(case: &ConditionalityCase, others: &[ConditionalityCase]) -> Counted {
    let count = |kinds: &[CaseKind]| {
        let before = earlier(case, others).filter(|other| kinds.contains(&other.kind)).count();
        u32::try_from(before).unwrap_or(u32::MAX).saturating_add(1)
    };
    let both = [CaseKind::Convocation, CaseKind::Guidance];
    Counted { letter: count(&[case.kind]), ab: if both.contains(&case.kind) { count(&both) } else { 0 } }
}

/// The proposal: what the table says of the count the office goes by.
#[must_use]
pub fn propose(
    case: &ConditionalityCase,
    counted: Counted,
    table: &[ConsequenceRow],
    figures: &Figures,
) -> Option<Outcome> {
    let together = figures.of.counters_a_b == Counters::Together && counted.ab > 0;
    of_table(table, case, if together { counted.ab } else { counted.letter }, figures)
}

/// Do the two ways of counting lead to different consequences (R-SAN-2)?
#[must_use]
pub fn ways_differ(
    case: &ConditionalityCase,
    counted: Counted,
    table: &[ConsequenceRow],
    figures: &Figures,
) -> bool {
    let of = |occurrence| of_table(table, case, occurrence, figures);
    counted.ab > 0 && of(counted.letter) != of(counted.ab)
}
