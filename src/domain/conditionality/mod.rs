//! Conditionality: what follows when somebody does not come, does not take
//! part or refuses (art. 21 c.7 D.Lgs. 150/2015, DL 48/2023; R-SAN, R-JUS).
//! The program counts and proposes; a supervisor decides (R-SAN-1).

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::did::Benefit;
use super::ids::{ActivityId, AppointmentId, CaseId, DidId, RegistrantId};
use super::offer::Offer;
use super::parameters::Conditionality as Sanctions;

mod act;
pub mod clocks;
pub mod consequence;
pub mod happen;
pub mod open;
pub mod propose;
pub mod rules;
pub mod states;

pub use consequence::{Consequence, Outcome};
pub use states::{CaseEvent, CaseState};

/// What the person did not do (rules.md § 3.1, 3.2).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CaseKind {
    /// Did not come to a convocation or an appointment: letter a).
    #[default]
    Convocation,
    /// Did not take part in guidance: letter b).
    Guidance,
    /// Did not take part in training or an active measure, or did not keep
    /// what was agreed: letter c).
    Training,
    /// Refused a congruous offer: letter d).
    Offer,
    /// AdI: did not sign the pact.
    Signing,
    /// AdI: no first meeting within 120 days, not convened.
    FirstMeeting,
    /// AdI: no pact within 60 days or no 90-day update; SFL: no confirmation.
    Update,
    /// AdI: 18-29, without compulsory schooling, not at adult education.
    Schooling,
}

impl CaseKind {
    /// All kinds.
    pub const ALL: [Self; 8] = [
        Self::Convocation,
        Self::Guidance,
        Self::Training,
        Self::Offer,
        Self::Signing,
        Self::FirstMeeting,
        Self::Update,
        Self::Schooling,
    ];

    /// The letter of art. 21 c.7, for NASpI and DIS-COLL.
    #[must_use]
    pub fn letter(self) -> Option<char> {
        match self {
            Self::Convocation => Some('a'),
            Self::Guidance => Some('b'),
            Self::Training => Some('c'),
            Self::Offer => Some('d'),
            Self::Signing | Self::FirstMeeting | Self::Update | Self::Schooling => None,
        }
    }

    /// May it be held against who has this benefit? Letters are for all,
    /// the others for AdI and SFL.
    #[must_use]
    pub fn fits(self, benefit: Benefit) -> bool {
        match self {
            Self::Convocation | Self::Guidance | Self::Training | Self::Offer => true,
            Self::Update => benefit.is_inclusion(),
            Self::Signing | Self::FirstMeeting | Self::Schooling => benefit == Benefit::Adi,
        }
    }

    /// Does it count only if the person was convened, or told, with proof
    /// (R-SAN-3)? Terms that run by themselves need none.
    #[must_use]
    pub fn needs_proof(self) -> bool {
        !matches!(self, Self::FirstMeeting | Self::Update)
    }

    /// As shown on screen.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Convocation => "assenza a convocazione",
            Self::Guidance => "assenza a orientamento",
            Self::Training => "assenza a formazione o misura",
            Self::Offer => "rifiuto di offerta congrua",
            Self::Signing => "mancata firma del patto",
            Self::FirstMeeting => "primo incontro oltre il termine",
            Self::Update => "mancato patto o aggiornamento",
            Self::Schooling => "mancata istruzione degli adulti",
        }
    }
}

/// What an operator enters to open a case.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct CaseForm {
    /// What the person did not do.
    pub kind: CaseKind,
    /// The appointment missed, with an absence.
    pub appointment: Option<AppointmentId>,
    /// The activity refused or left.
    pub activity: Option<ActivityId>,
    /// The offer refused.
    pub offer: Option<Offer>,
    /// Day of the fact; left out, the day of the appointment or activity.
    pub on: Option<NaiveDate>,
    /// Reference of the proof that the person was convened, or told of it;
    /// left out with an appointment, what the appointment proves.
    pub proof: String,
}

/// A case as recorded. Closed, never deleted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ConditionalityCase {
    /// Key.
    pub id: CaseId,
    /// Whose it is.
    pub registrant: RegistrantId,
    /// The DID open on that day: with its benefit, the spell in which
    /// occurrences are counted (R-SAN-2).
    pub did: DidId,
    /// Benefit on that day.
    pub benefit: Benefit,
    /// What the person did not do.
    pub kind: CaseKind,
    /// The appointment missed.
    pub appointment: Option<AppointmentId>,
    /// The activity refused or left.
    pub activity: Option<ActivityId>,
    /// The offer refused.
    pub offer: Option<Offer>,
    /// Day of the fact.
    pub event_on: NaiveDate,
    /// Proof of sanction grade is there (R-CNV-9).
    pub proved: bool,
    /// Its reference.
    pub proof: String,
    /// State (states.md § 8).
    pub state: CaseState,
    /// Since when.
    pub state_since: NaiveDate,
    /// Reason given, code of table `justified_reasons`. Special data: it may
    /// tell of health, pregnancy or courts (R-PRV-1).
    pub reason: String,
    /// When it was given.
    pub reason_on: Option<NaiveDate>,
    /// When the impediment ended, where it kept the person from telling (R-JUS-3).
    pub impediment_ended_on: Option<NaiveDate>,
    /// A document was seen; what it says is not kept (R-JUS-7).
    pub document_seen: bool,
    /// Valid until.
    pub document_valid_to: Option<NaiveDate>,
    /// The person was told that the reason is unfit (R-JUS-5).
    pub unfit_told_on: Option<NaiveDate>,
    /// The person was heard.
    pub heard_on: Option<NaiveDate>,
    /// Opinion asked through the region (R-JUS-6).
    pub opinion_asked_on: Option<NaiveDate>,
    /// Opinion received.
    pub opinion_on: Option<NaiveDate>,
    /// When the reason was missed or rejected.
    pub decided_on: Option<NaiveDate>,
    /// Which occurrence of its letter it is; 0 until counted.
    pub occurrence: u32,
    /// Which occurrence of letters a) and b) together; 0 for the others.
    pub occurrence_ab: u32,
    /// Consequence proposed.
    pub proposed: Option<Consequence>,
    /// Days of the reduction proposed.
    pub proposed_days: u32,
    /// Consequence adopted.
    pub adopted: Option<Consequence>,
    /// Days of the reduction adopted.
    pub adopted_days: u32,
    /// Act and protocol.
    pub act: String,
    /// When it was adopted.
    pub adopted_on: Option<NaiveDate>,
    /// From when the consequence runs, as written in the act (R-SAN-4).
    pub effective_from: Option<NaiveDate>,
    /// When the person received the act.
    pub notified_on: Option<NaiveDate>,
    /// Receipt of the transmission (R-SAN-5).
    pub transmission: String,
    /// When it was sent.
    pub sent_on: Option<NaiveDate>,
    /// When INPS applied it.
    pub applied_on: Option<NaiveDate>,
    /// When the person appealed.
    pub appealed_on: Option<NaiveDate>,
    /// When the Committee decided.
    pub appeal_decided_on: Option<NaiveDate>,
    /// Who opened it (username).
    pub by: String,
}

impl ConditionalityCase {
    /// The last day on which a reason comes in time: the day after an absence (R-JUS-2), or after the end of an
    /// impediment to tell (R-JUS-3); two working days after an offer (R-JUS-5).
    #[must_use]
    pub fn reason_due(&self, figures: &Figures) -> NaiveDate {
        if self.kind == CaseKind::Offer {
            return figures.working_days_after(self.event_on, figures.of.refusal_days);
        }
        let usual = days_after(self.event_on, figures.of.absence_days);
        let ended = self.impediment_ended_on.map(|ended| days_after(ended, figures.of.impediment_days));
        ended.map_or(usual, |ended| ended.max(usual))
    }

    /// What is said of it in one line: kind, letter, day.
    #[must_use]
    pub fn title(&self) -> String {
        let letter = match self.kind.letter() {
            Some(letter) if self.benefit.is_insurance() => format!(" (lett. {letter})"),
            _ => String::new(),
        };
        format!("{}{letter} del {}", self.kind.label(), self.event_on.format("%d/%m/%Y"))
    }
}

/// The figures that count for a case: those of the day of its fact.
#[derive(Clone, Copy, Debug)]
pub struct Figures {
    /// Sanctions and justified reasons.
    pub of: Sanctions,
    /// Is a day a Sunday or a holiday?
    pub holiday: fn(NaiveDate) -> bool,
}

impl Figures {
    /// The last of `count` working days after a day.
    #[must_use]
    pub fn working_days_after(&self, from: NaiveDate, count: u32) -> NaiveDate {
        use chrono::{Datelike, Weekday};
        let works = |day: &NaiveDate| {
            !(self.holiday)(*day) && (self.of.saturday_works || day.weekday() != Weekday::Sat)
        };
        // A year without any working day would be a broken table.
        let days = from.iter_days().skip(1).take(366).filter(works);
        days.take(usize::try_from(count).unwrap_or(0)).last().unwrap_or(from)
    }
}

/// A day a number of days after another, which does not count.
#[must_use]
pub fn days_after(from: NaiveDate, days: u32) -> NaiveDate {
    from.checked_add_days(chrono::Days::new(days.into())).unwrap_or(NaiveDate::MAX)
}
