//! How easy a page is to read: the Gulpease index, made for Italian
//! (Lucisano and Piemontese, 1988). From 0 to 100; at 60 who finished lower
//! secondary school reads without help, at 80 who finished primary school.

use super::block::Block;

/// Below this a page that should be easy is not.
pub const EASY: f32 = 60.0;

/// The index of the running text of a document; none when it has no words.
///
/// What counts: paragraphs and the points of lists. Each ends a sentence, with
/// a full stop or without: the eye stops there. Inside, a sentence ends at
/// `.`, `!` or `?` before a blank and a capital letter, so that neither
/// `tel. 010` nor `3.1` makes two; colons and semicolons end nothing.
///
/// What does not: titles and headings, fields with their labels, tables,
/// signatures. A label with a telephone number is no sentence, and many short
/// ones would make a hard page seem easy.
#[must_use]
pub fn gulpease(blocks: &[Block]) -> Option<f32> {
    let mut count = Count::default();
    count.blocks(blocks);
    count.index()
}

#[derive(Default)]
struct Count {
    sentences: usize,
    words: usize,
    letters: usize,
}

impl Count {
    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Para { text, .. } => self.text(&text.words()),
                Block::List { items, .. } => items.iter().for_each(|item| self.text(&item.words())),
                Block::Together(blocks) => self.blocks(blocks),
                _ => {}
            }
        }
    }

    fn text(&mut self, text: &str) {
        // A line broken by hand is a new sentence too.
        for line in text.lines() {
            let words: Vec<&str> =
                line.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).collect();
            let before = self.words;
            for (at, word) in words.iter().enumerate() {
                // An apostrophe parts two words: l'ufficio.
                self.words +=
                    word.split(['\'', '’']).filter(|part| part.chars().any(char::is_alphanumeric)).count();
                self.letters += word.chars().filter(|c| c.is_alphanumeric()).count();
                let ends = word.trim_end_matches(['»', '"', ')']).ends_with(['.', '!', '?']);
                let capital = words.get(at + 1).is_some_and(|next| {
                    next.trim_start_matches(['«', '"', '(']).chars().next().is_some_and(char::is_uppercase)
                });
                if ends && capital {
                    self.sentences += 1;
                }
            }
            // What was left open ends with the line.
            self.sentences += usize::from(self.words > before);
        }
    }

    fn index(&self) -> Option<f32> {
        let (sentences, words, letters) = (self.sentences as f32, self.words as f32, self.letters as f32);
        (self.words > 0).then(|| (89.0 + (300.0 * sentences - 10.0 * letters) / words).clamp(0.0, 100.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::block::{Marker, Text, Tone};

    fn para(text: &str) -> Block {
        Block::Para { text: Text::plain(text), tone: Tone::Body }
    }

    fn of(text: &str) -> f32 {
        gulpease(&[para(text)]).unwrap()
    }

    #[test]
    fn the_formula_is_that_of_its_authors() {
        // 2 sentences, 8 words, 34 letters: 89 + (600 - 340) / 8.
        assert!((of("Il gatto dorme. La casa è grande oggi pomeriggio.") - 100.0).abs() < 0.01);
        // 1 sentence, 4 words, 52 letters: 89 + (300 - 520) / 4 = 34.
        let hard = of("Internazionalizzazione precauzionalmente incostituzionalità sì");
        let letters = 22.0 + 17.0 + 18.0 + 2.0;
        assert!((hard - (89.0 + (300.0 - 10.0 * letters) / 4.0_f32).max(0.0)).abs() < 0.01, "{hard}");
    }

    #[test]
    fn abbreviations_and_numbers_end_no_sentence() {
        let count = |text: &str| {
            let mut count = Count::default();
            count.text(text);
            (count.sentences, count.words)
        };
        assert_eq!(count("Chiami il tel. 010 000 o il n. 3.1 della lista"), (1, 11));
        assert_eq!(count("Venga qui. Poi torni! Va bene? «Sì.» Ecco"), (5, 8));
        assert_eq!(count("l'ufficio, dell’anno; poi: ecco"), (1, 6));
        assert_eq!(count("uno\ndue"), (2, 2));
        assert_eq!(count("– · …"), (0, 0));
    }

    #[test]
    fn points_are_sentences_and_fields_are_nothing() {
        let list = |items: &[&str]| Block::List {
            marker: Marker::Bullet,
            items: items.iter().map(|item| Text::plain(*item)).collect(),
        };
        let mut count = Count::default();
        count.blocks(&[
            Block::Title("Un titolo".into()),
            Block::Field { label: "Telefono".into(), value: Text::plain("010") },
            Block::Together(vec![list(&["fare una cosa", "farne un'altra"])]),
        ]);
        assert_eq!((count.sentences, count.words), (2, 6));
        assert_eq!(gulpease(&[Block::Rule]), None);
    }
}
