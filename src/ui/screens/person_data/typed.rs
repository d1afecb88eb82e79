//! The words typed in the search, put where they belong in a new form.

use crate::domain::fiscal_code::FiscalCode;

/// Words that begin a surname of two words.
const PARTICLES: [&str; 22] = [
    "d", "da", "dal", "dalla", "dalle", "de", "degli", "dei", "del", "della", "delle", "dello", "di", "el",
    "la", "le", "li", "lo", "mc", "san", "van", "von",
];

/// Field and text, as far as the words tell.
pub fn fields_of(words: &str) -> Vec<(&'static str, String)> {
    let words = words.trim();
    let together: String = words.split_whitespace().collect();
    let digits = together.chars().filter(char::is_ascii_digit).count();
    if let Ok(code) = FiscalCode::parse(&together) {
        return vec![("fiscal_code", code.as_str().to_owned())];
    }
    if together.contains('@') {
        return vec![("email", together)];
    }
    let number = together.chars().all(|c| c.is_ascii_digit() || "+-./".contains(c));
    if number && digits >= 6 {
        let bare = together.trim_start_matches("+39").trim_start_matches("0039");
        let field = if bare.starts_with('3') { "mobile" } else { "phone" };
        return vec![(field, words.to_owned())];
    }
    if looks_like_code(&together) {
        return vec![("fiscal_code", together.to_uppercase())];
    }
    // Years and the like narrow a search; they are no part of a name.
    let names: Vec<&str> =
        words.split_whitespace().filter(|word| !word.chars().any(|c| c.is_ascii_digit())).collect();
    let begins = names.first().is_some_and(|first| PARTICLES.contains(&first.to_lowercase().as_str()));
    let (surname, name) = names.split_at(names.len().min(if begins { 2 } else { 1 }));
    [("surname", surname), ("name", name)]
        .into_iter()
        .filter(|(_, words)| !words.is_empty())
        .map(|(field, words)| (field, capitals(&words.join(" "))))
        .collect()
}

/// A code that is not whole or has a slip in it.
fn looks_like_code(text: &str) -> bool {
    let letters = text.chars().take(6).filter(char::is_ascii_alphabetic).count();
    letters == 6 && text.len() <= 16 && text.chars().skip(6).take(2).filter(char::is_ascii_digit).count() == 2
}

/// `d'angelo` becomes `D'Angelo`; what has a capital already is left alone.
fn capitals(text: &str) -> String {
    if text.chars().any(char::is_uppercase) {
        return text.to_owned();
    }
    let mut starts = true;
    text.chars()
        .flat_map(|c| {
            let first = std::mem::replace(&mut starts, !c.is_alphabetic());
            if first { c.to_uppercase().collect::<Vec<_>>() } else { vec![c] }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_go_where_they_belong() {
        for (words, fields) in [
            ("verdi gianna", vec![("surname", "Verdi"), ("name", "Gianna")]),
            ("rossi maria teresa 85", vec![("surname", "Rossi"), ("name", "Maria Teresa")]),
            ("de luca anna", vec![("surname", "De Luca"), ("name", "Anna")]),
            ("d'angelo perché", vec![("surname", "D'Angelo"), ("name", "Perché")]),
            ("McDonald", vec![("surname", "McDonald")]),
            ("rssmra85t50a794h", vec![("fiscal_code", "RSSMRA85T50A794H")]),
            ("333 0000001", vec![("mobile", "333 0000001")]),
            ("010 000000", vec![("phone", "010 000000")]),
            ("m.rossi@example.org", vec![("email", "m.rossi@example.org")]),
            ("", vec![]),
            ("85", vec![]),
        ] {
            let found = fields_of(words);
            let found: Vec<(&str, &str)> =
                found.iter().map(|(field, text)| (*field, text.as_str())).collect();
            assert_eq!(found, fields, "{words}");
        }
    }
}
