//! Names as people type them: case, accents and apostrophes never matter.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Lower-case letters and digits of a text, words parted by single blanks.
/// Apostrophes vanish: `D'Angelo`, `D’ANGELO` and `dangelo` are one word, and
/// `NICCOLO'` is `Niccolò`.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.nfkd() {
        if is_combining_mark(c) || is_apostrophe(c) {
            continue;
        }
        if !c.is_alphanumeric() {
            if !folded.is_empty() && !folded.ends_with(' ') {
                folded.push(' ');
            }
            continue;
        }
        // Letters that Unicode does not take apart but people type plain.
        match c {
            'ß' | 'ẞ' => folded.push_str("ss"),
            'Æ' | 'æ' => folded.push_str("ae"),
            'Œ' | 'œ' => folded.push_str("oe"),
            'Þ' | 'þ' => folded.push_str("th"),
            'Ø' | 'ø' => folded.push('o'),
            'Ł' | 'ł' => folded.push('l'),
            'Đ' | 'đ' | 'Ð' | 'ð' => folded.push('d'),
            'ı' => folded.push('i'),
            // 'İ' in lower case has a combining dot again.
            c => folded.extend(c.to_lowercase().filter(|c| !is_combining_mark(*c))),
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// The words of a name to find it by. First all of it without blanks
/// (`deluca`), then every later part by itself (`luca`); the part after an
/// apostrophe counts (`dangelo`, `angelo`). No word twice.
#[must_use]
pub fn name_words(name: &str) -> Vec<String> {
    let whole: String = fold(name).split(' ').collect();
    if whole.is_empty() {
        return Vec::new();
    }
    let parted: String = name.chars().map(|c| if is_apostrophe(c) { ' ' } else { c }).collect();
    let mut words = vec![whole];
    for part in fold(&parted).split(' ').skip(1) {
        if !words.iter().any(|word| word == part) {
            words.push(part.to_owned());
        }
    }
    words
}

/// Would this character break a line, move a cursor, or turn the reading
/// direction of what follows it (the controls of bidirectional text)?
#[must_use]
pub fn is_control(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Characters of a text from outside that a sentence repeats.
const SHOWN: usize = 80;

/// A text from outside as a sentence may repeat it: short, on one line.
#[must_use]
pub fn excerpt(text: &str) -> String {
    let mut short: String =
        text.chars().take(SHOWN).map(|c| if is_control(c) { '\u{fffd}' } else { c }).collect();
    if text.chars().nth(SHOWN).is_some() {
        short.push('…');
    }
    short
}

/// The signs that stand for an apostrophe on one keyboard or another.
fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | 'ʹ' | '′' | '`' | '´' | '‛' | '＇')
}

/// How many letters to add, take away or change from one name to another; of
/// the first 20 letters only, longer names are not mistyped ones.
#[must_use]
pub fn distance(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.chars().collect();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (i, a) in from.chars().take(20).enumerate() {
        let mut corner = i;
        row[0] = i + 1;
        for (j, b) in to.iter().enumerate() {
            let changed = corner + usize::from(a != *b);
            corner = row[j + 1];
            row[j + 1] = changed.min(corner + 1).min(row[j] + 1);
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_name_however_it_is_typed() {
        for (folded, ways) in [
            ("dangelo", &["D'Angelo", "d’angelo", "DANGELO", " D`Angelo "][..]),
            ("muller", &["Müller", "MULLER", "Mu\u{308}ller"]),
            ("niccolo", &["Niccolò", "NICCOLO'", "niccolo", "Niccolo\u{300}", "NICCOLO´"]),
            ("de luca", &["De Luca", "DE  LUCA", "de-luca", "De\u{a0}Luca"]),
            ("lukasz grosz", &["Łukasz Grosz"]),
            ("strasse", &["Straße"]),
            ("istanbul", &["İstanbul", "ıstanbul"]),
            ("sorensen", &["Sørensen"]),
            ("", &["", " ' ", "-", "\u{301}"]),
        ] {
            for way in ways {
                assert_eq!(fold(way), folded, "{way:?}");
            }
        }
    }

    #[test]
    fn words_of_a_name() {
        for (name, words) in [
            ("Rossi", &["rossi"][..]),
            ("De Luca", &["deluca", "luca"]),
            ("D'Angelo", &["dangelo", "angelo"]),
            ("Maria Teresa", &["mariateresa", "teresa"]),
            ("Dell’Aquila Pìo", &["dellaquilapio", "aquila", "pio"]),
            ("Niccolo'", &["niccolo"]),
            ("Anna Anna Anna", &["annaannaanna", "anna"]),
            ("", &[]),
        ] {
            assert_eq!(name_words(name), words, "{name}");
        }
    }

    #[test]
    fn what_a_sentence_repeats_is_short_and_harmless() {
        assert_eq!(excerpt("a\u{1b}[2J\n\u{202e}è"), "a\u{fffd}[2J\u{fffd}\u{fffd}è");
        assert_eq!(excerpt(&"x".repeat(1_000_000)).chars().count(), SHOWN + 1);
    }

    #[test]
    fn folding_twice_changes_nothing() {
        for text in ["D'Angelo Müller", "ĲSSEL Ǆ ﬁ ½ ª", "Ὀδυσσεύς", "王 小明", "İİ"] {
            assert_eq!(fold(&fold(text)), fold(text), "{text}");
        }
    }
}
