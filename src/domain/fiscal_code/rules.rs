//! The rules about the fiscal code, with their Italian sentences. Numbers
//! R-CF are the program's own: the study of the law has none for them.

use crate::domain::finding::{Level, Rule};

/// Where the whole scheme comes from.
pub const REFERENCE: &str = "DM 23 dicembre 1976, n. 13813";

const fn block(text: &'static str) -> Rule {
    Rule { id: "R-CF-1", level: Level::Block, reference: REFERENCE, text }
}

const fn differs(text: &'static str) -> Rule {
    Rule { id: "R-CF-2", level: Level::Warn, reference: REFERENCE, text }
}

const fn place(text: &'static str) -> Rule {
    Rule { id: "R-CF-3", level: Level::Warn, reference: REFERENCE, text }
}

/// Nothing was typed.
pub const EMPTY: Rule = block("Manca il codice fiscale.");
/// A character no code has.
pub const CHARACTER: Rule =
    block("Nel codice fiscale non può esserci {}: solo lettere senza accento e cifre.");
/// Too short or too long.
pub const LENGTH: Rule =
    block("Il codice fiscale ha 16 caratteri, o 11 cifre se provvisorio: qui i caratteri sono {}.");
/// A digit where a letter is due.
pub const WANTS_LETTER: Rule = block("Al posto {} del codice fiscale ci vuole una lettera, non «{}».");
/// A letter that is no homocode where a digit is due.
pub const WANTS_DIGIT: Rule = block("Al posto {} del codice fiscale ci vuole una cifra, non «{}».");
/// The letter O typed for a zero, the commonest slip.
pub const WANTS_ZERO: Rule =
    block("Al posto {} del codice fiscale ci vuole una cifra: c'è la lettera O, forse è uno zero.");
/// The ninth character is not a month.
pub const MONTH: Rule = block("Nel codice fiscale la lettera del mese «{}» non esiste.");
/// The day is neither a man's nor a woman's.
pub const DAY: Rule =
    block("Nel codice fiscale il giorno {} non esiste: da 01 a 31, o da 41 a 71 per le donne.");
/// A day the calendar does not have.
pub const DATE: Rule = block("La data di nascita del codice fiscale, {}, non esiste.");
/// The sixteenth character is not the one the others give.
pub const CHECK_CHARACTER: Rule =
    block("Il carattere di controllo «{}» non torna con gli altri: rileggere il codice dal documento.");
/// The eleventh digit is not the one the others give.
pub const CHECK_DIGIT: Rule = block(
    "La cifra di controllo «{}» non torna con le altre: rileggere il codice provvisorio dal documento.",
);
/// Eleven zeros.
pub const ZEROS: Rule = block("Un codice provvisorio di soli zeri non esiste.");

/// The surname gives other letters.
pub const SURNAME: Rule = differs("Cognome: nel codice fiscale c'è {}, da quello scritto viene {}.");
/// The name gives other letters.
pub const NAME: Rule = differs("Nome: nel codice fiscale c'è {}, da quello scritto viene {}.");
/// Another birth date.
pub const BIRTH_DATE: Rule = differs("Data di nascita: dal codice fiscale {}, scritta {}.");
/// The other sex.
pub const SEX: Rule = differs("Sesso: dal codice fiscale {}, scritto {}.");
/// Another place.
pub const BIRTH_PLACE: Rule = differs("Luogo di nascita: dal codice fiscale {}, scritto {}.");

/// The table has no such place: formally valid all the same.
pub const PLACE_UNKNOWN: Rule = place("Il luogo di nascita {} non è in tabella.");
/// The place did not exist (or had ceased) on the birth date: common, since
/// codes are assigned on the later municipality.
pub const PLACE_DATES: Rule = place("Il luogo di nascita {} ({}) non esisteva il {}.");

/// Eleven digits: nothing to derive.
pub const PROVISIONAL: Rule = Rule {
    id: "R-CF-4",
    level: Level::Show,
    reference: REFERENCE,
    text: "Codice provvisorio: non dice nulla della nascita; chiedere quello definitivo.",
};

/// All of them, for the rulebook.
pub const ALL: &[Rule] = &[
    EMPTY,
    CHARACTER,
    LENGTH,
    WANTS_LETTER,
    WANTS_DIGIT,
    WANTS_ZERO,
    MONTH,
    DAY,
    DATE,
    CHECK_CHARACTER,
    CHECK_DIGIT,
    ZEROS,
    SURNAME,
    NAME,
    BIRTH_DATE,
    SEX,
    BIRTH_PLACE,
    PLACE_UNKNOWN,
    PLACE_DATES,
    PROVISIONAL,
];
