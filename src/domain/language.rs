//! The languages a page for the person can be in. Italian is the one that
//! counts; the others are courtesy.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A language of the page «In breve».
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// Italian.
    #[default]
    It,
    /// English.
    En,
    /// French.
    Fr,
    /// Arabic, from right to left.
    Ar,
    /// Ukrainian.
    Uk,
    /// Chinese, simplified.
    Zh,
}

impl Language {
    /// Every language, as listed.
    pub const ALL: &'static [Self] = &[Self::It, Self::En, Self::Fr, Self::Ar, Self::Uk, Self::Zh];

    /// Its two letters (ISO 639-1), as on the command line.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::It => "it",
            Self::En => "en",
            Self::Fr => "fr",
            Self::Ar => "ar",
            Self::Uk => "uk",
            Self::Zh => "zh",
        }
    }

    /// The language of two letters.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|language| language.word() == word)
    }

    /// Its tag for who reads the page aloud (BCP 47).
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::It => "it-IT",
            Self::En => "en-GB",
            Self::Fr => "fr-FR",
            Self::Ar => "ar",
            Self::Uk => "uk-UA",
            Self::Zh => "zh-Hans",
        }
    }

    /// As operators read it.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::It => "italiano",
            Self::En => "inglese",
            Self::Fr => "francese",
            Self::Ar => "arabo",
            Self::Uk => "ucraino",
            Self::Zh => "cinese semplificato",
        }
    }

    /// Is it written from right to left?
    #[must_use]
    pub fn from_right(self) -> bool {
        self == Self::Ar
    }
}
