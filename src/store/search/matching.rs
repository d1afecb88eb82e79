//! Does a person fit a query?

use super::query::{Query, TOKENS};

/// The part of a query that is judged on a person's row.
#[derive(Clone, Debug)]
pub(super) struct Filter<'q> {
    query: &'q Query,
    /// The typed words, the longest first, and whether each may be a town.
    names: Vec<(&'q str, bool)>,
}

impl<'q> Filter<'q> {
    /// `town` tells whether a typed word may be one of a town.
    pub(super) fn new(query: &'q Query, town: impl Fn(&str) -> bool) -> Self {
        let mut names: Vec<_> = query.names.iter().map(|name| (name.as_str(), town(name))).collect();
        names.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
        Self { query, names }
    }

    /// Every typed word begins a word of its own of the name, or a word of a
    /// town; at least one is of the name, unless a number was typed too.
    /// `born` and `towns` are asked for only where they matter.
    pub(super) fn fits<'r>(
        &self,
        words: &[u8],
        born: impl FnOnce() -> &'r [u8],
        towns: impl FnOnce() -> &'r [u8],
    ) -> bool {
        // The longest first: what begins like `maria` begins like `mar`, so
        // giving each the first free word never takes one another would need.
        let (mut used, mut named) = (0_u32, self.names.is_empty() || !self.query.codes.is_empty());
        let mut elsewhere = [false; TOKENS];
        for (index, &(typed, may_be_town)) in self.names.iter().enumerate() {
            match free_word(words, typed.as_bytes(), used) {
                Some(place) => {
                    used |= 1 << place;
                    named = true;
                }
                None if may_be_town => elsewhere[index] = true,
                None => return false,
            }
        }
        if !named {
            return false;
        }
        if elsewhere.contains(&true) {
            let towns = towns();
            let found = |index: usize| free_word(towns, self.names[index].0.as_bytes(), 0).is_some();
            if !(0..self.names.len()).all(|index| !elsewhere[index] || found(index)) {
                return false;
            }
        }
        self.query.births.is_empty() || {
            let born = born();
            self.query.births.iter().all(|birth| birth.fits(born))
        }
    }
}

/// The place of the first word that begins so and is not used. Words are
/// parted by single blanks.
fn free_word(words: &[u8], start: &[u8], used: u32) -> Option<u32> {
    let (mut at, mut place) = (0, 0);
    while place < u32::BITS {
        if used & (1 << place) == 0 && words[at..].starts_with(start) {
            return Some(place);
        }
        at += words[at..].iter().position(|byte| *byte == b' ')? + 1;
        place += 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_typed_word_needs_a_word_of_its_own() {
        let fits = |text: &str, words: &str| {
            let query = Query::parse(text);
            Filter::new(&query, |word| word.len() > 3).fits(
                words.as_bytes(),
                || b"1985-12-10",
                || b"bergamo nembro",
            )
        };
        for (text, words, expected) in [
            ("ros mar", "rossi maria", true),
            ("mar ros", "rossi maria", true),
            ("mar mar", "rossi maria", false),
            ("mar mar", "marini maria", true),
            ("maria mar", "marini mariateresa teresa", true),
            ("mar maria", "marini gino", false),
            ("ros ber", "rossi maria", false),
            ("ros berg", "rossi maria", true),
            ("berg", "rossi maria", false),
            ("berg nemb ros", "rossi maria", true),
            ("ros 85", "rossi maria", true),
            ("ros 86", "rossi maria", false),
            ("de luca", "deluca luca gino", true),
        ] {
            assert_eq!(fits(text, words), expected, "{text} in {words}");
        }
    }
}
