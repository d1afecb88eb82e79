//! Words that do not belong in a printed pact.

use std::sync::OnceLock;

use serde::Deserialize;

use crate::domain::psp::lint::SpecialWords;

const TOML: &str = include_str!("../../assets/data/tables/special_words.toml");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    health: Vec<String>,
    judicial: Vec<String>,
    household: Vec<String>,
}

/// The words, by what they tell.
#[must_use]
pub fn all() -> &'static SpecialWords {
    static WORDS: OnceLock<SpecialWords> = OnceLock::new();
    WORDS.get_or_init(|| {
        let File { health, judicial, household } =
            toml::from_str(TOML).expect("a test reads every embedded table");
        SpecialWords { health, judicial, household }
    })
}

/// Words that tell a diagnosis (R-JUS-7): those of health, without the ones
/// that only name a justified reason or a paper.
#[must_use]
pub fn diagnoses() -> &'static [String] {
    const NO_DIAGNOSIS: [&str; 7] = [
        "malattia",
        "infortunio",
        "gravidanza",
        "certificato medico",
        "certificazione medica",
        "diagnosi",
        "legge 104",
    ];
    static WORDS: OnceLock<Vec<String>> = OnceLock::new();
    WORDS.get_or_init(|| {
        let tells = |word: &&String| !NO_DIAGNOSIS.contains(&word.as_str());
        all().health.iter().filter(tells).cloned().collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::text::fold;

    #[test]
    fn every_word_can_be_found() {
        let SpecialWords { health, judicial, household } = all();
        let mut seen = std::collections::BTreeSet::new();
        for word in health.iter().chain(judicial).chain(household) {
            let word = word.strip_suffix('*').unwrap_or(word);
            assert_eq!(fold(word), word, "written as texts are read");
            assert!(word.chars().count() >= 3 && seen.insert(word), "{word}");
        }
    }
}
