//! The rules as values: what each number asks, where it comes from, from when
//! it holds, and what the profile of a region does with it.
//!
//! A rule's sentences are [`Rule`](super::finding::Rule) consts, declared
//! where they are checked; here stands what is one for the whole number.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::finding::Level;
use super::office::Region;
use super::period::Period;

/// How sure we are of what a rule says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// Stated in the material the project began with.
    Seed,
    /// The official text was read.
    Law,
    /// The provision is cited, its wording was not read again.
    LawStar,
    /// Read in the page of a public office, in a summary or in the press.
    Secondary,
    /// A choice of this program, no legal rule.
    Product,
}

impl Confidence {
    /// As it is told.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Seed => "testi di partenza del progetto",
            Self::Law => "testo ufficiale letto",
            Self::LawStar => "norma citata, testo da rileggere",
            Self::Secondary => "pagine di uffici pubblici, sintesi, stampa",
            Self::Product => "scelta del programma",
        }
    }
}

/// What makes a rule impossible to break, where nothing has to be refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Held {
    /// By what, in Italian.
    pub by: String,
    /// The file of the tests that show it.
    pub test: String,
}

/// A rule by its number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RuleRow {
    /// `R-DID-16`.
    pub id: String,
    /// How it is enforced, as the study of the law has it.
    pub level: Level,
    /// The point is not settled: a parameter of the office. It never blocks.
    #[serde(default)]
    pub open: bool,
    /// How sure we are; empty where nothing was found.
    #[serde(default)]
    pub confidence: Vec<Confidence>,
    /// Whose rule it is; empty: of the whole country.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub regions: Vec<Region>,
    /// First day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_from: Option<NaiveDate>,
    /// Last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_to: Option<NaiveDate>,
    /// Law or source.
    pub reference: String,
    /// What it asks, in one Italian sentence with its figures.
    pub text: String,
    /// Where in the program its datum is stored or shown.
    #[serde(default, rename = "where", skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// What holds it, where nothing has to be refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub held: Option<Held>,
    /// The levels of its sentences, where they are not [`RuleRow::level`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub said: Vec<Level>,
    /// Why they are not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
}

impl RuleRow {
    /// When it holds.
    #[must_use]
    pub fn period(&self) -> Period {
        Period { from: self.valid_from, to: self.valid_to }
    }

    /// May a profile, or an office for itself, weigh it otherwise? National
    /// law may not be changed; what is one region's or not settled may.
    #[must_use]
    pub fn may_change(&self) -> bool {
        self.open || !self.regions.is_empty()
    }
}

/// What becomes of the sentences of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    /// As they are declared.
    AsIs,
    /// They block.
    Block,
    /// They warn.
    Warn,
    /// They are shown.
    Show,
    /// They are kept with what is stored.
    Record,
    /// They are not said.
    Off,
}

impl Weight {
    /// As it is told.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::AsIs => "come è scritta",
            Self::Block => "blocca",
            Self::Warn => "avvisa",
            Self::Show => "mostra",
            Self::Record => "registra",
            Self::Off => "spenta",
        }
    }

    /// The level of a sentence declared at `said`, of a rule whose own level
    /// is `own`; `None`: it is not said. A rule is raised or lowered whole:
    /// a sentence weaker than its rule is never raised above what it was,
    /// since it says less. What is not settled (`open`) never blocks.
    #[must_use]
    pub fn of(self, own: Level, said: Level, open: bool) -> Option<Level> {
        let to = match self {
            Self::Off => return None,
            Self::AsIs => return Some(said),
            Self::Block if open => Level::Warn,
            Self::Block => Level::Block,
            Self::Warn => Level::Warn,
            Self::Show => Level::Show,
            Self::Record => Level::Record,
        };
        // Levels are ordered from the strictest.
        Some(if said <= own { to } else { to.max(said) })
    }
}

/// What the profile of a region does with some rules, between two days.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProfileRow {
    /// Whose profile.
    pub region: Region,
    /// Which rules.
    pub rules: Vec<String>,
    /// What becomes of them.
    pub level: Weight,
    /// First day.
    pub valid_from: NaiveDate,
    /// Last day.
    #[serde(default)]
    pub valid_to: Option<NaiveDate>,
    /// Where this comes from, in Italian.
    pub source: String,
}

impl ProfileRow {
    /// When it holds.
    #[must_use]
    pub fn period(&self) -> Period {
        Period { from: Some(self.valid_from), to: self.valid_to }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Level::{Block, Record, Show, Warn};

    #[test]
    fn a_rule_is_raised_and_lowered_whole() {
        let of = |weight: Weight, own, said| weight.of(own, said, false);
        assert_eq!(of(Weight::Show, Block, Block), Some(Show));
        assert_eq!(of(Weight::Off, Block, Block), None);
        assert_eq!(of(Weight::AsIs, Warn, Block), Some(Block));
        assert_eq!(of(Weight::Block, Warn, Warn), Some(Block));
        assert_eq!(of(Weight::Block, Warn, Show), Some(Show), "what says less stays less");
        assert_eq!(of(Weight::Warn, Block, Show), Some(Show));
        assert_eq!(of(Weight::Show, Block, Record), Some(Record));
        assert_eq!(Weight::Block.of(Warn, Warn, true), Some(Warn), "what is not settled never blocks");
    }

    #[test]
    fn weighing_twice_is_weighing_once() {
        let levels = [Block, Warn, Show, Record];
        let weights = [Weight::AsIs, Weight::Block, Weight::Warn, Weight::Show, Weight::Record];
        for weight in weights {
            for (own, said) in levels.into_iter().flat_map(|own| levels.map(|said| (own, said))) {
                let once = weight.of(own, said, false).unwrap();
                assert_eq!(weight.of(own, once, false), Some(once), "{weight:?} {own:?} {said:?}");
            }
        }
    }
}
