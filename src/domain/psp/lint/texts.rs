//! Every text typed by hand: unfinished, copied, not to be printed.

use chrono::NaiveDate;
use unicode_normalization::UnicodeNormalization;

use super::limits::{CAPITALS, LONG_CELL, LONG_TEXT, SAME_WORDS, WORDS};
use super::text::{Kind, Text, mentions, spaced};
use super::{Check, Look, Say, check};
use crate::domain::fiscal_code::FiscalCode;
use crate::domain::text::fold;

const NEVER_PRINTED: &str = "R-PRV-1, R-DOC-7, GDPR art. 5 e 9";

pub(super) const CHECKS: &[Check] = &[
    check(
        "L-PSP-72",
        0,
        "",
        "Il testo «{}» è tutto maiuscolo: si legge male.",
        "Riscriverlo in minuscolo, con le iniziali dei nomi.",
        |look, say| {
            for text in look.texts.iter().filter(|text| in_capitals(text.raw)) {
                say.about(text).with(text.what);
            }
        },
    ),
    check(
        "L-PSP-73",
        0,
        "",
        "Il testo «{}» è di una o due parole: «{}».",
        "Scrivere una frase che la persona capisca rileggendola fra un mese.",
        |look, say| {
            let short = |text: &&Text<'_>| text.kind == Kind::Prose && text.words() < WORDS;
            for text in look.texts.iter().filter(short) {
                say.about(text).with(text.what).with(text.raw.trim());
            }
        },
    ),
    check(
        "L-PSP-74",
        0,
        "R-ACC-4",
        "Il testo «{}» è lungo {} caratteri: sulla carta occupa troppo e nessuno lo legge.",
        "Tenere l'essenziale; il resto va nelle note dell'ufficio.",
        |look, say| {
            for text in &look.texts {
                let most = if text.kind == Kind::Cell { LONG_CELL } else { LONG_TEXT };
                let length = text.raw.trim().chars().count();
                if length > most {
                    say.about(text).with(text.what).with(length);
                }
            }
        },
    ),
    check(
        "L-PSP-75",
        0,
        "R-ACC-1",
        "Il testo «{}» ha caratteri che il documento non sa stampare: {}",
        "Riscriverli in lettere latine, come sul documento d'identità.",
        unprintable,
    ),
    check(
        "L-PSP-76",
        0,
        "GDPR art. 5",
        "Nel testo «{}» c'è il codice fiscale di un'altra persona.",
        "Toglierlo: di solito viene da un testo copiato. Rileggere anche il resto.",
        |look, say| {
            for text in look.texts.iter().filter(|text| foreign_code(text.raw, &look.person().fiscal_code)) {
                say.about(text).with(text.what);
            }
        },
    ),
    check(
        "L-PSP-77",
        0,
        "GDPR art. 5",
        "Il testo «{}» nomina «{}», che non è la persona del patto.",
        "Se il testo è copiato da un altro patto riscriverlo; se è chi segue la persona, basta il ruolo.",
        |look, say| {
            for text in &look.texts {
                if let Some(name) = other_name(look, text.raw) {
                    say.about(text).with(text.what).with(name);
                }
            }
        },
    ),
    check(
        "L-PSP-78",
        0,
        NEVER_PRINTED,
        "Il testo «{}» parla di salute («{}»): nel patto non si stampa.",
        "Scrivere che cosa serve, non perché: «lavoro senza carichi», «orario ridotto».",
        |look, say| tell(look, say, |look| &look.known().words.health),
    ),
    check(
        "L-PSP-79",
        0,
        NEVER_PRINTED,
        "Il testo «{}» parla di giustizia o di protezione («{}»): nel patto non si stampa.",
        "Scrivere che cosa serve, non perché: «solo al mattino», «lontano da un luogo».",
        |look, say| tell(look, say, |look| &look.known().words.judicial),
    ),
    check(
        "L-PSP-80",
        0,
        "R-DOC-7, GDPR art. 5",
        "Il testo «{}» parla della famiglia («{}»): nel patto non si stampa.",
        "Scrivere la disponibilità: «dalle 8.30 alle 15», «non nei festivi».",
        |look, say| tell(look, say, |look| &look.known().words.household),
    ),
    check(
        "L-PSP-81",
        0,
        "",
        "Il testo «{}» non è finito: «{}».",
        "Completarlo prima di emettere il patto.",
        |look, say| {
            for text in &look.texts {
                if let Some(left) = unfinished(text) {
                    say.about(text).with(text.what).with(left);
                }
            }
        },
    ),
    check(
        "L-PSP-82",
        0,
        "",
        "Il testo «{}» dice «entro il {}», una data già passata.",
        "Correggere la data; se il testo viene da un altro patto rileggerlo tutto.",
        |look, say| {
            for text in &look.texts {
                if let Some(past) = past_term(text.raw, look.day) {
                    say.about(text).with(text.what).on(past);
                }
            }
        },
    ),
    check(
        "L-PSP-83",
        0,
        "R-DOC-7",
        "Il testo «{}» dice quanto prende la persona di sostegno al reddito: nel patto non si stampa.",
        "Togliere la somma.",
        |look, say| {
            let benefit = ["naspi", "dis coll", "adi", "sfl", "assegno", "indennita", "sussidio"];
            for text in &look.texts {
                let sum = text.raw.contains('€') || mentions(&text.folded, "euro");
                let figures = text.raw.chars().any(|c| c.is_ascii_digit());
                if sum && figures && text.holds(benefit).is_some() {
                    say.about(text).with(text.what);
                }
            }
        },
    ),
    check(
        "L-PSP-84",
        0,
        "R-DOC-7",
        "Il testo «{}» parla di un'assenza della persona: nel patto non si stampa.",
        "Togliere la frase: le assenze stanno nell'agenda (AG01).",
        |look, say| {
            let words = [
                "non si e presentat*",
                "assente all appuntamento",
                "assente al colloquio",
                "assenza ingiustificata",
                "mancata presentazione",
            ];
            for text in look.texts.iter().filter(|text| text.holds(words).is_some()) {
                say.about(text).with(text.what);
            }
        },
    ),
    check(
        "L-PSP-85",
        0,
        "",
        "Lo stesso testo è in «{}» e in «{}».",
        "Scrivere in ciascun posto quello che gli spetta.",
        |look, say| {
            for (place, text) in look.texts.iter().enumerate() {
                let same = |other: &&Text<'_>| other.field != text.field && other.folded == text.folded;
                let earlier = look.texts[..place].iter().find(same);
                if let Some(earlier) = earlier.filter(|_| text.words() >= SAME_WORDS) {
                    say.about(text).with(earlier.what).with(text.what);
                }
            }
        },
    ),
];

/// Such a character refuses the whole document: better said here.
fn unprintable(look: &Look<'_>, say: &mut Say<'_>) {
    let lost = |text: &str| {
        let mut lost: Vec<char> =
            text.nfc().filter(|c| !c.is_whitespace() && !(look.facts.prints)(*c)).collect();
        lost.dedup();
        let shown: Vec<String> = lost.into_iter().take(8).map(shown).collect();
        (!shown.is_empty()).then(|| shown.join(" "))
    };
    let p = look.person();
    let records: [(u8, &'static str, &'static str, &str); 8] = [
        (1, "surname", "cognome", &p.surname),
        (1, "name", "nome", &p.name),
        (1, "guardian_name", "chi esercita la responsabilità genitoriale", &p.guardian_name),
        (1, "id_doc_issuer", "ente del documento", &p.id_doc_issuer),
        (1, "contact_address", "indirizzo", &look.version().contact_address),
        (1, "domicile_address", "domicilio", p.domicile().0),
        (2, "last_job_title", "ultima occupazione", &p.last_job_title),
        (3, "sectors", "settori", look.assessment().map_or("", |a| &a.sectors)),
    ];
    for (section, field, what, text) in records {
        if let Some(lost) = lost(text) {
            say.of(section, field).with(what).with(lost);
        }
    }
    for text in &look.texts {
        if let Some(lost) = lost(text.raw) {
            say.about(text).with(text.what).with(lost);
        }
    }
}

fn tell<'l>(look: &'l Look<'_>, say: &mut Say<'_>, words: fn(&'l Look<'_>) -> &'l [String]) {
    // What the operator calls a measure or who gives it ("servizi per la
    // salute") says nothing of the person.
    let free = look.texts.iter().filter(|text| !matches!(text.field, "provider" | "title"));
    for text in free {
        if let Some(word) = text.holds(words(look).iter().map(String::as_str)) {
            say.about(text).with(text.what).with(word.trim_end_matches('*'));
        }
    }
}

fn in_capitals(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    letters >= CAPITALS && text.split_whitespace().count() >= 3 && !text.chars().any(char::is_lowercase)
}

/// A character as a sentence may show it where fonts are poor.
fn shown(c: char) -> String {
    if c.is_ascii() || c.is_alphabetic() { format!("«{c}»") } else { format!("U+{:04X}", u32::from(c)) }
}

/// A whole code of sixteen characters that is not the person's, in any of
/// its forms.
fn foreign_code(text: &str, own: &str) -> bool {
    let own = FiscalCode::parse(own).ok().map(|code| code.digit_form());
    text.split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| word.len() == 16)
        .filter_map(|word| FiscalCode::parse(word).ok())
        .any(|code| own.as_ref() != Some(&code.digit_form()))
}

/// Who is called «sig.» in a text and is neither the person nor who signs.
fn other_name(look: &Look<'_>, text: &str) -> Option<String> {
    let person = look.person();
    let officer = look.facts.officer.map(|o| o.full_name()).unwrap_or_default();
    let known = spaced(&format!("{} {} {officer}", person.full_name(), person.guardian_name));
    let mut words = text.split_whitespace().peekable();
    while let Some(word) = words.next() {
        let title = fold(word).replace(' ', "");
        if !matches!(title.as_str(), "sig" | "sigra" | "signor" | "signora" | "signore" | "signorina") {
            continue;
        }
        let name = words.peek().filter(|name| name.chars().next().is_some_and(char::is_uppercase));
        if let Some(name) = name
            && !mentions(&known, spaced(name).trim())
        {
            return Some(name.trim_matches(|c: char| !c.is_alphanumeric()).to_owned());
        }
    }
    None
}

/// What was typed to come back later, or to get past a field.
fn unfinished<'t>(text: &'t Text<'_>) -> Option<&'t str> {
    let words = [
        "da definire",
        "da completare",
        "da compilare",
        "da scrivere",
        "da decidere",
        "todo",
        "xx",
        "xxx*",
        "asd",
        "asdf*",
        "qwe*",
        "bla bla*",
        "lorem ipsum",
        "testo di prova",
    ];
    let signs = ["???", "___", "{{", "[...]", "[…]"];
    let by_word = text.holds(words).map(|word| word.trim_end_matches('*'));
    let by_sign = || signs.into_iter().find(|sign| text.raw.contains(sign));
    let silent = || {
        let says = if text.field == "quantity" { char::is_alphanumeric } else { char::is_alphabetic };
        (!text.raw.chars().any(says)).then(|| text.raw.trim())
    };
    by_word.or_else(by_sign).or_else(silent)
}

/// The first "entro il 3/11/2026" that is over.
fn past_term(text: &str, day: NaiveDate) -> Option<NaiveDate> {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.iter().enumerate().find_map(|(place, word)| {
        let before = &words[place.saturating_sub(2)..place];
        let term = before.iter().any(|word| word.eq_ignore_ascii_case("entro"));
        let word = word.trim_matches(|c: char| !c.is_ascii_digit());
        let date = NaiveDate::parse_from_str(&word.replace(['-', '.'], "/"), "%d/%m/%Y").ok()?;
        (term && date < day).then_some(date)
    })
}
