//! The word somebody meant: one letter wrong, missing, too many, or two
//! neighbours swapped.

/// A typed word, to be held against the vocabulary.
pub(super) struct Typed(Vec<char>);

impl Typed {
    pub(super) fn new(typed: &str) -> Self {
        Self(typed.chars().collect())
    }

    /// Is `word`, or the beginning of it, this with at most one error?
    pub(super) fn close(&self, word: &str) -> bool {
        let typed = self.0.as_slice();
        let same = typed.iter().zip(word.chars()).take_while(|(a, b)| **a == *b).count();
        let left = &typed[same..];
        let rest = |skip: usize| word.chars().skip(same + skip);
        match left {
            [] => true,
            // Wrong letter, letter too many.
            [_, tail @ ..] if begins(rest(1), tail) || begins(rest(0), tail) => true,
            // Letter missing.
            _ if begins(rest(1), left) => true,
            // Neighbours swapped.
            [a, b, tail @ ..] => begins(rest(0), &[*b, *a]) && begins(rest(2), tail),
            [_] => false,
        }
    }
}

fn begins(mut word: impl Iterator<Item = char>, with: &[char]) -> bool {
    with.iter().all(|c| word.next() == Some(*c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_error_and_no_more() {
        for (typed, word, expected) in [
            ("rossi", "rossi", true),
            ("rosi", "rossi", true),
            ("rosssi", "rossi", true),
            ("ropsi", "rossi", true),
            ("orssi", "rossi", true),
            ("rossu", "rossi", true),
            ("brambila", "brambillasca", true),
            ("bianchi", "bianco", false),
            ("rsosa", "rossi", false),
            ("vianchi", "bianchi", true),
            ("xxssi", "rossi", false),
            ("ross", "rossini", true),
        ] {
            assert_eq!(Typed::new(typed).close(word), expected, "{typed} {word}");
        }
    }
}
