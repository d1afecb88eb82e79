//! Words as people type them: no case, no accents, no apostrophes.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Capitals and digits of a text, words parted by single blanks: `Forlì` and
/// `FORLI'` both give `FORLI`, `L'Aquila` gives `L AQUILA`.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut push = |c: char| {
        if c.is_ascii_alphanumeric() {
            folded.push(c.to_ascii_uppercase());
        } else if c.is_alphanumeric() {
            folded.extend(c.to_uppercase());
        } else if !folded.is_empty() && !folded.ends_with(' ') {
            folded.push(' ');
        }
    };
    if text.is_ascii() {
        text.chars().for_each(&mut push);
    } else {
        text.nfd().filter(|c| !is_combining_mark(*c)).for_each(&mut push);
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// How well a typed text (folded) fits a name (folded).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// The whole name, blanks apart.
    Whole,
    /// The beginning of the name.
    Start,
    /// The beginnings of some of its words, in order.
    Words,
}

/// Does the typed text fit the name? Both folded; an empty text fits nothing.
#[must_use]
pub fn fit(typed: &str, name: &str) -> Option<Fit> {
    if typed.is_empty() {
        return None;
    }
    if starts_blind(name, typed) {
        let whole =
            name.bytes().filter(|b| *b != b' ').count() == typed.bytes().filter(|b| *b != b' ').count();
        return Some(if whole { Fit::Whole } else { Fit::Start });
    }
    let mut words = name.split(' ');
    typed.split(' ').all(|part| words.any(|word| word.starts_with(part))).then_some(Fit::Words)
}

/// Does the name begin with the text, blanks apart? (`LAQUILA`, `L AQUILA`)
fn starts_blind(name: &str, text: &str) -> bool {
    let mut name = name.bytes().filter(|b| *b != b' ');
    text.bytes().filter(|b| *b != b' ').all(|byte| name.next() == Some(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_apostrophes_and_case_vanish() {
        for text in ["Forlì", "FORLI'", " forli ", "Forli\u{300}", "forlì'"] {
            assert_eq!(fold(text), "FORLI", "{text}");
        }
        assert_eq!(fold("Reggio nell'Emilia"), "REGGIO NELL EMILIA");
        assert_eq!(fold("  -- "), "");
    }

    #[test]
    fn a_text_fits_whole_start_or_words() {
        assert_eq!(fit("LAQUILA", "L AQUILA"), Some(Fit::Whole));
        assert_eq!(fit("L AQ", "L AQUILA"), Some(Fit::Start));
        assert_eq!(fit("REGGIO EMI", "REGGIO NELL EMILIA"), Some(Fit::Words));
        assert_eq!(fit("EMILIA REGGIO", "REGGIO NELL EMILIA"), None);
        assert_eq!(fit("", "ROMA"), None);
    }
}
