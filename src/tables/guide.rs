//! The pages of the guide that are data: the words of the offices, what may
//! go wrong.

use std::sync::OnceLock;

use serde::Deserialize;

use super::code_table;

/// One entry: what it is about, and what there is to say.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Entry {
    /// A word, or what the screen says.
    pub title: String,
    /// What it means, or what to do.
    pub text: String,
}

/// The words of the offices, in plain Italian.
#[must_use]
pub fn words() -> &'static [Entry] {
    static ROWS: OnceLock<Vec<Entry>> = OnceLock::new();
    ROWS.get_or_init(|| code_table::read(include_str!("../../assets/data/guide/words.toml")))
}

/// What may go wrong, with what to do.
#[must_use]
pub fn faults() -> &'static [Entry] {
    static ROWS: OnceLock<Vec<Entry>> = OnceLock::new();
    ROWS.get_or_init(|| code_table::read(include_str!("../../assets/data/guide/faults.toml")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_says_something_once() {
        for entries in [words(), faults()] {
            let mut titles: Vec<_> = entries.iter().map(|entry| &entry.title).collect();
            titles.sort();
            titles.dedup();
            assert_eq!(titles.len(), entries.len());
            assert!(entries.iter().all(|entry| entry.text.ends_with('.')));
        }
        for word in ["DID", "PSP", "LEP", "SAP", "CO", "Convocazione"] {
            assert!(words().iter().any(|entry| entry.title == word), "{word}");
        }
    }
}
