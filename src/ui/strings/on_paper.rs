//! Words of what is read and printed of an issued document, on PS02 and DC01.

#![allow(missing_docs, reason = "the words say what they are")]

use crate::domain::document::DocumentKind;
use crate::domain::language::Language;

pub const MAKING: &str = "Preparo il PDF…";
pub const PRINT: &str = "Stampa";
pub const AGAIN: &str = "Stampa di nuovo";
pub const COPY: &str = "Stampa copia";
pub const SAVE_PDF: &str = "Salva PDF";
pub const LARGE: &str = "Grande";
pub const NORMAL: &str = "Normale";
pub const PAGE: &str = "Pagina";
pub const SCROLL: &str = "Scorre";
pub const BRIEF: &str = "In breve";
pub const OTHER_LANGUAGE: &str = "Altra lingua";

/// Under a page «In breve».
pub const HINT: &str = "Un foglio che va con il patto e non lo sostituisce. Esc: al patto.";

/// The file of an issued document was made on another desk.
pub const ELSEWHERE: &str = "Il file è su un'altra postazione: qui il testo è rifatto dai dati emessi.";

/// Before "not printed": the document is issued all the same.
#[must_use]
pub fn issued_but(number: &str) -> String {
    format!("{number} emesso,")
}

/// The languages of a page «In breve», each with its letter; Italian first.
pub const LANGUAGES: &[(char, Language)] = &[
    ('I', Language::It),
    ('E', Language::En),
    ('F', Language::Fr),
    ('A', Language::Ar),
    ('U', Language::Uk),
    ('C', Language::Zh),
];

/// The question of the language.
pub const WHICH_LANGUAGE: &str =
    "«In breve»: il patto su un foglio, in parole semplici, da dare con il patto. In quale lingua?";

/// The line over a page «In breve».
#[must_use]
pub fn brief_line(at: usize, of: usize, language: Language, number: &str, points: f32) -> String {
    let number = if number.is_empty() { "bozza" } else { number };
    format!("pag. {at} di {of}   {number}  in breve, {}   carattere {points:.0}", language.label())
}

/// What a page in another language is, when it opens.
#[must_use]
pub fn courtesy(language: Language, reviewed: bool) -> Option<String> {
    if language == Language::It {
        return None;
    }
    // Short enough for the message line of a small window.
    Some(match (language.from_right(), reviewed) {
        (true, false) => "Non riveduta: fa fede l'italiano. Sulla carta va da destra a sinistra.".to_owned(),
        (true, true) => "Di cortesia: fa fede l'italiano. Sulla carta va da destra a sinistra.".to_owned(),
        (false, false) => "Traduzione di cortesia, non riveduta: fa fede il testo italiano.".to_owned(),
        (false, true) => "Traduzione di cortesia: fa fede il testo italiano.".to_owned(),
    })
}

/// The name of a page «In breve» in the printer's queue and as a file.
#[must_use]
pub fn brief_name(number: &str, language: Language) -> String {
    let number = if number.is_empty() { "patto" } else { number };
    match language {
        Language::It => format!("{number}-in-breve"),
        other => format!("{number}-in-breve-{}", other.word()),
    }
}

// Right column of a page «In breve».
pub const SIDE: &str = "IN BREVE";
pub const SIDE_WHAT: &str =
    "Un foglio in parole semplici che va con il patto e non lo sostituisce: vale il patto.";
pub const SIDE_LANGUAGE: &str = "lingua";
pub const SIDE_PACT: &str = "patto n.";

/// What F9 does with a document.
#[must_use]
pub fn print(kind: DocumentKind, copy: bool, first: bool) -> &'static str {
    match (copy, first) {
        (true, _) => COPY,
        (false, false) if kind == DocumentKind::Psp => AGAIN,
        _ => PRINT,
    }
}
