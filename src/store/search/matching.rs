//! Does a person fit a query?

use super::query::Query;

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
    pub(super) fn fits(&self, born: &str, words: &str, towns: &str) -> bool {
        if !self.query.births.iter().all(|birth| birth.fits(born)) {
            return false;
        }
        // The longest first: what begins like `maria` begins like `mar`, so
        // giving each the first free word never takes one another would need.
        let (mut used, mut named) = (0_u32, self.names.is_empty() || !self.query.codes.is_empty());
        for &(typed, may_be_town) in &self.names {
            let free = words
                .split(' ')
                .enumerate()
                .take(32)
                .find(|(place, word)| used & (1 << place) == 0 && word.starts_with(typed));
            if let Some((place, _)) = free {
                used |= 1 << place;
                named = true;
            } else if !(may_be_town && towns.split(' ').any(|town| town.starts_with(typed))) {
                return false;
            }
        }
        named
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_typed_word_needs_a_word_of_its_own() {
        let fits = |text: &str, words: &str| {
            let query = Query::parse(text);
            Filter::new(&query, |word| word.len() > 3).fits("1985-12-10", words, "bergamo nembro")
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
