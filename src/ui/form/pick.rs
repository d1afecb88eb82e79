//! Finding one item among many by what was typed.

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::read::Unread;
use super::spec::Item;

/// Lower case, without accents; apostrophes and other signs become blanks.
#[must_use]
pub fn fold(text: &str) -> String {
    text.nfd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect()
}

/// The one item the text means: its code, its label, or words that only it
/// has.
///
/// # Errors
/// [`Unread::NotInList`] when there is none, [`Unread::Several`] when there
/// are more.
pub fn unique<'a>(items: &'a [Item], text: &str) -> Result<&'a Item, Unread> {
    let text = fold(text);
    let text = text.trim();
    if let Some(item) = items.iter().find(|item| !item.code.is_empty() && fold(&item.code).trim() == text) {
        return Ok(item);
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let (mut exact, mut partial) = (Vec::new(), Vec::new());
    for item in items {
        let label = fold(&item.label);
        if label.trim() == text || name_of(item).trim() == text {
            exact.push(item);
        } else if !words.is_empty() && words.iter().all(|word| has_word(&label, word)) {
            partial.push(item);
        }
    }
    match (exact.as_slice(), partial.as_slice()) {
        ([item], _) | ([], [item]) => Ok(item),
        ([], []) => Err(Unread::NotInList),
        _ => Err(Unread::Several),
    }
}

fn has_word(label: &str, beginning: &str) -> bool {
    label.split_whitespace().any(|word| word.starts_with(beginning))
}

/// The items the words may mean, best first; all of them, in their order,
/// when nothing is typed. Places in `items`.
#[must_use]
pub fn ranked(items: &[Item], words: &str) -> Vec<usize> {
    if words.trim().is_empty() {
        return (0..items.len()).collect();
    }
    let pattern = Pattern::parse(words, CaseMatching::Ignore, Normalization::Smart);
    let mut matcher = Matcher::new(Config::DEFAULT);
    let mut buffer = Vec::new();
    let folded = fold(words);
    let typed: Vec<&str> = folded.split_whitespace().collect();
    let mut scored: Vec<(Fit, std::cmp::Reverse<u32>, usize)> = items
        .iter()
        .enumerate()
        .filter_map(|(place, item)| {
            let hay = format!("{} {}", item.code, item.label);
            let score = pattern.score(Utf32Str::new(&hay, &mut buffer), &mut matcher)?;
            Some((fit(item, &typed), std::cmp::Reverse(score), place))
        })
        .collect();
    scored.sort_unstable();
    if scored.is_empty() {
        return mistyped(items, words);
    }
    scored.into_iter().map(|(.., place)| place).collect()
}

/// How well words fit an item, the best first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// Its whole name.
    Whole,
    /// The beginnings of its words.
    Words,
    /// Letters of it, in their order: initials.
    Letters,
}

fn fit(item: &Item, typed: &[&str]) -> Fit {
    let label = fold(&item.label);
    if name_of(item).split_whitespace().eq(typed.iter().copied()) {
        Fit::Whole
    } else if typed.iter().all(|word| has_word(&label, word)) {
        Fit::Words
    } else {
        Fit::Letters
    }
}

/// What stands in brackets tells two of a name apart: `Samone (TN)`.
fn name_of(item: &Item) -> String {
    fold(item.label.split(" (").next().unwrap_or_default())
}

/// The items that the words mean but for a slip of the fingers: a letter too
/// many, too few, another one, two the other way round. The nearest first.
fn mistyped(items: &[Item], words: &str) -> Vec<usize> {
    let words = fold(words);
    let words: Vec<Vec<char>> = words
        .split_whitespace()
        .map(|word| word.chars().collect())
        .filter(|word: &Vec<char>| word.len() > 3)
        .collect();
    if words.is_empty() {
        return Vec::new();
    }
    let mut near: Vec<(usize, usize)> = Vec::new();
    for (place, item) in items.iter().enumerate() {
        let label = fold(&item.label);
        let label: Vec<Vec<char>> = label.split_whitespace().map(|word| word.chars().collect()).collect();
        let slips =
            |word: &Vec<char>| label.iter().map(|there| slips(word, there)).min().unwrap_or(usize::MAX);
        let each: Vec<usize> = words.iter().map(slips).collect();
        if each.iter().zip(&words).all(|(slips, word)| *slips <= if word.len() > 6 { 2 } else { 1 }) {
            near.push((each.iter().sum(), place));
        }
    }
    near.sort_unstable();
    near.into_iter().map(|(_, place)| place).collect()
}

/// Slips between a word typed and the beginning of a word.
fn slips(typed: &[char], word: &[char]) -> usize {
    let mut rows: Vec<Vec<usize>> = vec![(0..=word.len()).collect()];
    for (i, c) in typed.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, d) in word.iter().enumerate() {
            let mut least = (rows[i][j] + usize::from(c != d)).min(rows[i][j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *c == word[j - 1] && typed[i - 1] == *d {
                least = least.min(rows[i - 1][j - 1] + 1);
            }
            row.push(least);
        }
        rows.push(row);
    }
    // What follows in the word may still be typed.
    rows[typed.len()].iter().copied().min().unwrap_or(usize::MAX)
}

/// Do the letters begin the label of any item?
#[must_use]
pub fn begins_any(items: &[Item], letters: &str) -> bool {
    let letters = fold(letters);
    !letters.trim().is_empty() && items.iter().any(|item| fold(&item.label).starts_with(&letters))
}

/// The item a row of typed letters means in a short list: one whose label
/// begins so; else, for the last letter alone, the next one after `current`.
#[must_use]
pub fn by_letters(items: &[Item], letters: &str, current: Option<usize>) -> Option<usize> {
    let begins = |item: &Item, with: &str| fold(&item.label).trim_start().starts_with(with);
    let letters = fold(letters);
    if letters.chars().count() > 1
        && let Some(place) = items.iter().position(|item| begins(item, &letters))
    {
        return Some(place);
    }
    let last: String = letters.chars().last()?.to_string();
    let start = current.map_or(0, |place| place + 1);
    (0..items.len()).map(|step| (start + step) % items.len()).find(|place| begins(&items[*place], &last))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places() -> Vec<Item> {
        vec![
            Item::coded("D969", "GENOVA"),
            Item::coded("A794", "BERGAMO"),
            Item::coded("F205", "MILANO"),
            Item::coded("L219", "TORINO"),
            Item::coded("L220", "TORINO DI SANGRO"),
            Item::coded("A345", "L'AQUILA"),
            Item::coded("Z112", "Forlì Piccola"),
        ]
    }

    #[test]
    fn a_code_or_words_find_the_one() {
        let items = places();
        for (text, code) in [
            ("d969", "D969"),
            ("genova", "D969"),
            ("ber", "A794"),
            ("torino", "L219"),
            ("sangro", "L220"),
            ("aquila", "A345"),
            ("l'aquila", "A345"),
            ("forli", "Z112"),
        ] {
            assert_eq!(unique(&items, text).map(|i| i.code.as_str()), Ok(code), "{text}");
        }
        assert_eq!(unique(&items, "tor"), Err(Unread::Several));
        let towns =
            [("A1", "Forlì (FC)"), ("A2", "Forlimpopoli (FC)"), ("A3", "Samone (TN)"), ("A4", "Samone (TO)")];
        let towns = towns.map(|(code, label)| Item::coded(code, label));
        assert_eq!(unique(&towns, "forli").map(|i| i.code.as_str()), Ok("A1"), "its whole name");
        assert_eq!(unique(&towns, "samone"), Err(Unread::Several));
        assert_eq!(unique(&towns, "samone to").map(|i| i.code.as_str()), Ok("A4"));
        assert_eq!(unique(&items, "napoli"), Err(Unread::NotInList));
        assert_eq!(unique(&items, ""), Err(Unread::NotInList));
    }

    #[test]
    fn the_list_ranks_by_words() {
        let items = places();
        assert_eq!(ranked(&items, "").len(), items.len());
        assert_eq!(items[ranked(&items, "forli")[0]].code, "Z112");
        assert!(ranked(&items, "xyz").is_empty());
        for (words, code) in
            [("beragmo", "A794"), ("gneova", "D969"), ("milanno", "F205"), ("aqila", "A345"), ("tds", "L220")]
        {
            let found = ranked(&items, words);
            assert_eq!(found.first().map(|place| items[*place].code.as_str()), Some(code), "{words}");
        }
    }

    #[test]
    fn letters_walk_through_a_short_list() {
        let items: Vec<Item> =
            ["telefono", "e-mail", "PEC", "e-mail del PAD"].map(|label| Item::new(label, label)).into();
        assert_eq!(by_letters(&items, "e", None), Some(1));
        assert_eq!(by_letters(&items, "e", Some(1)), Some(3));
        assert_eq!(by_letters(&items, "ee", Some(3)), Some(1));
        assert_eq!(by_letters(&items, "pe", Some(0)), Some(2));
        assert_eq!(by_letters(&items, "z", None), None);
    }
}
