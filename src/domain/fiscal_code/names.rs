//! The three letters of a surname and of a name.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The letters a surname gives: consonants, then vowels, then X. `None` if
/// there is no Latin letter in it.
#[must_use]
pub fn surname_letters(surname: &str) -> Option<String> {
    code(&latin(surname, Umlaut::Plain), false)
}

/// The letters a name gives; with four consonants or more the second is left
/// out. `None` if there is no Latin letter in it.
#[must_use]
pub fn name_letters(name: &str) -> Option<String> {
    code(&latin(name, Umlaut::Plain), true)
}

/// Do these letters come from that surname, with either reading of ä ö ü?
pub fn fits_surname(letters: &str, surname: &str) -> Option<bool> {
    fits(letters, surname, false)
}

/// Do these letters come from that name?
pub fn fits_name(letters: &str, name: &str) -> Option<bool> {
    fits(letters, name, true)
}

/// Codes given before and after 2011 read a German umlaut as the plain vowel
/// or as the vowel with E (Agenzia delle Entrate, circ. 34/E/2011, as told by
/// secondary sources): both are in people's pockets, so both are accepted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Umlaut {
    Plain,
    WithE,
}

fn fits(letters: &str, text: &str, is_name: bool) -> Option<bool> {
    let plain = code(&latin(text, Umlaut::Plain), is_name)?;
    Some(plain == letters || code(&latin(text, Umlaut::WithE), is_name).as_deref() == Some(letters))
}

fn code(letters: &[char], is_name: bool) -> Option<String> {
    if letters.is_empty() {
        return None;
    }
    let (vowels, mut consonants): (Vec<char>, Vec<char>) =
        letters.iter().partition(|c| "AEIOU".contains(**c));
    if is_name && consonants.len() > 3 {
        consonants.remove(1);
    }
    Some(consonants.into_iter().chain(vowels).chain("XXX".chars()).take(3).collect())
}

/// The capitals A to Z of a text: accents taken off, everything else skipped.
fn latin(text: &str, umlaut: Umlaut) -> Vec<char> {
    let mut letters = Vec::new();
    for c in text.nfc() {
        match c {
            'ß' | 'ẞ' => letters.extend(['S', 'S']),
            'Æ' | 'æ' => letters.extend(['A', 'E']),
            'Œ' | 'œ' => letters.extend(['O', 'E']),
            'Þ' | 'þ' => letters.extend(['T', 'H']),
            'Ø' | 'ø' => letters.push('O'),
            'Ł' | 'ł' => letters.push('L'),
            'Đ' | 'đ' | 'Ð' | 'ð' => letters.push('D'),
            'ı' => letters.push('I'),
            _ => {
                let plain = c.nfd().find(|part| !is_combining_mark(*part)).unwrap_or(c);
                if plain.is_ascii_alphabetic() {
                    letters.push(plain.to_ascii_uppercase());
                    if umlaut == Umlaut::WithE && "ÄÖÜäöü".contains(c) {
                        letters.push('E');
                    }
                }
            }
        }
    }
    letters
}
