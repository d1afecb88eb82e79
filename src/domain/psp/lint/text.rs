//! The texts of a pact as the checks read them.

use super::LintFacts;
use crate::domain::text::fold;

/// How much a text is expected to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A section of its own: sentences.
    Prose,
    /// Lines, each by itself.
    Lines,
    /// A cell of a table.
    Cell,
}

/// A text typed by hand and printed, with its place.
#[derive(Debug)]
pub struct Text<'a> {
    /// Section of the PSP.
    pub section: u8,
    /// Field, as the command names it.
    pub field: &'static str,
    /// Row of section 6 or 7, by its number on screen.
    pub row: Option<u32>,
    /// What it is, in Italian.
    pub what: &'static str,
    /// How much it says.
    pub kind: Kind,
    /// As typed.
    pub raw: &'a str,
    /// Small letters without accents between single blanks, one at each end:
    /// `" un lavoro d ufficio "`.
    pub folded: String,
}

impl Text<'_> {
    /// How many words.
    pub fn words(&self) -> usize {
        self.folded.split_whitespace().count()
    }

    /// Is one of these words in it? `*` at the end of a word stands for any
    /// ending.
    pub fn holds<'w>(&self, words: impl IntoIterator<Item = &'w str>) -> Option<&'w str> {
        words.into_iter().find(|word| mentions(&self.folded, word))
    }
}

/// Is a word in a folded text?
pub fn mentions(folded: &str, word: &str) -> bool {
    let (stem, any_ending) = word.strip_suffix('*').map_or((word, false), |stem| (stem, true));
    folded.match_indices(stem).any(|(at, _)| {
        let (before, after) = (&folded[..at], &folded[at + stem.len()..]);
        before.ends_with(' ') && (any_ending || after.starts_with(' '))
    })
}

/// The first of these words that is in a text (`*` as in `Text::holds`).
pub fn mentions_any<'w>(text: &str, words: &'w [String]) -> Option<&'w str> {
    let folded = spaced(text);
    words.iter().map(String::as_str).find(|word| mentions(&folded, word))
}

/// A text folded, with a blank at each end.
pub fn spaced(text: &str) -> String {
    let apart: String = text.chars().map(|c| if matches!(c, '\'' | '’') { ' ' } else { c }).collect();
    format!(" {} ", fold(&apart))
}

/// The first number in a text.
pub fn number(text: &str) -> Option<u64> {
    let digits = text.split(|c: char| !c.is_ascii_digit()).find(|part| !part.is_empty());
    digits.and_then(|digits| digits.parse().ok()).or_else(|| {
        const WORDS: [(&str, u64); 6] =
            [("un", 1), ("una", 1), ("due", 2), ("tre", 3), ("quattro", 4), ("cinque", 5)];
        let folded = spaced(text);
        WORDS.into_iter().find(|(word, _)| mentions(&folded, word)).map(|(_, n)| n)
    })
}

/// Everything typed that is printed, in the order of the paper; nothing empty.
pub fn of<'a>(facts: &LintFacts<'a>) -> Vec<Text<'a>> {
    use Kind::{Cell, Lines, Prose};
    let v = facts.pact.version;
    let mut texts = Vec::new();
    let mut add = |section, field, row, what, kind, raw: &'a str| {
        if !raw.trim().is_empty() {
            texts.push(Text { section, field, row, what, kind, raw, folded: spaced(raw) });
        }
    };
    if let Some(assessment) = facts.pact.assessment {
        add(3, "judgement", None, "giudizio", Prose, &assessment.judgement);
    }
    add(4, "objective", None, "obiettivo", Prose, &v.objective);
    add(6, "no_measure_reason", None, "motivo senza misure", Prose, &v.no_measure_reason);
    for m in facts.pact.measures {
        let row = m.position;
        add(6, "title", Some(row), "misura", Cell, &m.title);
        add(6, "provider", Some(row), "chi la eroga", Cell, &m.provider);
        add(6, "expected_outcome", Some(row), "esito atteso", Cell, &m.expected_outcome);
    }
    for act in facts.pact.search_acts {
        let row = act.position;
        add(7, "action", Some(row), "azione", Cell, &act.action);
        add(7, "quantity", Some(row), "quante o quando", Cell, &act.quantity);
    }
    add(9, "person_commitments", None, "impegni della persona", Lines, &v.person_commitments);
    add(10, "office_commitments", None, "impegni del centro", Lines, &v.office_commitments);
    texts
}
