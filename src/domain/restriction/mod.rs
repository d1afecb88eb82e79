//! The restriction of processing a person has asked for (GDPR art. 18): until
//! it is lifted their data are kept, and used only for what the article allows.

use chrono::{NaiveDate, NaiveDateTime};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ids::{RegistrantId, RestrictionId};

pub mod rules;

/// Why processing is restricted: the four cases of art. 18 par. 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Ground {
    /// The person says that data are wrong, until it is verified (a).
    #[default]
    Accuracy,
    /// The processing is unlawful and the person does not want erasure (b).
    Unlawful,
    /// The office needs them no more, the person does for a legal claim (c).
    Claim,
    /// The person objected, until it is settled whose reasons prevail (d).
    Objection,
}

impl Ground {
    /// Every case, in the order of the article.
    pub const ALL: &'static [Self] = &[Self::Accuracy, Self::Unlawful, Self::Claim, Self::Objection];

    /// The word of data.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Accuracy => "accuracy",
            Self::Unlawful => "unlawful",
            Self::Claim => "claim",
            Self::Objection => "objection",
        }
    }

    /// As it is told.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Accuracy => "contesta l'esattezza dei dati",
            Self::Unlawful => "trattamento illecito, non vuole la cancellazione",
            Self::Claim => "servono alla persona per un diritto in giudizio",
            Self::Objection => "si è opposta al trattamento",
        }
    }
}

/// Who asks for something about the data of a person.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Asker {
    /// The person.
    #[default]
    Person,
    /// Who acts for them: guardian, attorney.
    Representative,
    /// The Garante or a court.
    Authority,
    /// The office of its own accord.
    Office,
}

impl Asker {
    /// Every one.
    pub const ALL: &'static [Self] = &[Self::Person, Self::Representative, Self::Authority, Self::Office];

    /// The word of data.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Representative => "representative",
            Self::Authority => "authority",
            Self::Office => "office",
        }
    }

    /// As it is told.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Person => "la persona",
            Self::Representative => "chi la rappresenta",
            Self::Authority => "il Garante o un giudice",
            Self::Office => "l'ufficio",
        }
    }
}

/// A restriction, from its request to its end. Lifted ones stay.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Restriction {
    /// Key.
    pub id: RestrictionId,
    /// Whose data.
    pub registrant: RegistrantId,
    /// Why.
    pub ground: Ground,
    /// Who asked.
    pub asked_by: Asker,
    /// When they asked: it holds from this day.
    pub asked_on: NaiveDate,
    /// What it is about, in words.
    pub note: String,
    /// When it was recorded.
    pub at: NaiveDateTime,
    /// By whom (username).
    pub by: String,
    /// When the person was told that it would be lifted (art. 18 par. 3).
    pub told_on: Option<NaiveDate>,
    /// When it was lifted; none while it holds.
    pub lifted_on: Option<NaiveDate>,
    /// Why.
    pub lifted_why: String,
    /// By whom (username).
    pub lifted_by: String,
}

impl Restriction {
    /// Does it hold?
    #[must_use]
    pub fn holds(&self) -> bool {
        self.lifted_on.is_none()
    }
}
