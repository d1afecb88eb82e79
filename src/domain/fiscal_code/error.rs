//! Why a text is not a fiscal code.

use std::fmt;

use super::rules;
use crate::domain::finding::{Finding, Rule};

/// The first reason found, from the left; the check character comes last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FiscalCodeError {
    /// Nothing but blanks.
    Empty,
    /// A character no fiscal code has: accented, punctuation, other script.
    Character(char),
    /// So many characters, blanks not counted.
    Length(usize),
    /// A digit where a letter is due; places count from 1.
    WantsLetter {
        /// Which place, 1 to 16.
        at: usize,
        /// What is there.
        found: char,
    },
    /// Where a digit is due, a letter that is not one of omocodia either.
    WantsDigit {
        /// Which place, 1 to 16.
        at: usize,
        /// What is there.
        found: char,
    },
    /// Not the letter of a month.
    Month(char),
    /// Not a day, with or without the 40 of women.
    Day(u8),
    /// A day that no year ending so has: 31 June, 29 February 1985.
    Date {
        /// Day, 1 to 31.
        day: u8,
        /// Month, 1 to 12.
        month: u8,
        /// Last two digits of the year.
        year: u8,
    },
    /// The last letter does not follow from the others.
    CheckCharacter {
        /// The right one.
        expected: char,
        /// The one there.
        found: char,
    },
    /// The last digit does not follow from the others.
    CheckDigit {
        /// The right one.
        expected: char,
        /// The one there.
        found: char,
    },
    /// Eleven zeros: the check digit is right, the number is nobody's.
    Zeros,
}

impl FiscalCodeError {
    /// The stable name used in JSON.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Character(_) => "character",
            Self::Length(_) => "length",
            Self::WantsLetter { .. } => "wants_letter",
            Self::WantsDigit { .. } => "wants_digit",
            Self::Month(_) => "month",
            Self::Day(_) => "day",
            Self::Date { .. } => "date",
            Self::CheckCharacter { .. } => "check_character",
            Self::CheckDigit { .. } => "check_digit",
            Self::Zeros => "zeros",
        }
    }

    /// The finding (rule R-CF-1, blocking) about the field `fiscal_code`.
    #[must_use]
    pub fn finding(&self) -> Finding {
        let at = |rule: Rule| rule.at("fiscal_code");
        match *self {
            Self::Empty => at(rules::EMPTY),
            // Anything else could be unseen, or turn the line around.
            Self::Character(c) if c.is_alphanumeric() || c.is_ascii_graphic() => {
                at(rules::CHARACTER).with(format_args!("«{c}»"))
            }
            Self::Character(_) => at(rules::CHARACTER).with("un carattere speciale"),
            Self::Length(length) => at(rules::LENGTH).with(length),
            Self::WantsLetter { at: place, found } => at(rules::WANTS_LETTER).with(place).with(found),
            Self::WantsDigit { at: place, found: 'O' } => at(rules::WANTS_ZERO).with(place),
            Self::WantsDigit { at: place, found } => at(rules::WANTS_DIGIT).with(place).with(found),
            Self::Month(letter) => at(rules::MONTH).with(letter),
            Self::Day(day) => at(rules::DAY).with(format_args!("{day:02}")),
            Self::Date { day, month, year } => {
                at(rules::DATE).with(format_args!("{day:02}/{month:02}/{year:02}"))
            }
            Self::CheckCharacter { found, .. } => at(rules::CHECK_CHARACTER).with(found),
            Self::CheckDigit { found, .. } => at(rules::CHECK_DIGIT).with(found),
            Self::Zeros => at(rules::ZEROS),
        }
    }
}

/// The Italian sentence.
impl fmt::Display for FiscalCodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.finding().text)
    }
}

impl std::error::Error for FiscalCodeError {}
