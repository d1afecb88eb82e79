//! The number of a document on paper, `ESN03-2026-000123`.
//!
//! It carries the office and the desk that gave it, so two desks that are
//! offline together never give the same one, and it never changes afterwards.

use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Office, desk, year and sequence of one document.
///
/// The sequence is given by the caller, who keeps the count of its desk and
/// year. Written and read as `ESN03-2026-000123`, also in JSON.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(with = "String")]
pub struct DocumentNumber {
    office: String,
    desk: u8,
    year: u16,
    sequence: u32,
}

/// Why something is not a document number, with its Italian sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberError {
    /// The three parts between hyphens are not there.
    Shape,
    /// The office code is not two to six letters A-Z.
    Office,
    /// The desk is not 1 to 99.
    Desk,
    /// The year is not 2000 to 2199.
    Year,
    /// The sequence is not 1 to 999999999.
    Sequence,
}

impl fmt::Display for NumberError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Shape => "Il numero di documento si scrive come ESN03-2026-000123.",
            Self::Office => "Nel numero di documento la sigla dell'ufficio ha da due a sei lettere.",
            Self::Desk => "Nel numero di documento la postazione va da 01 a 99.",
            Self::Year => "Nel numero di documento l'anno va dal 2000 al 2199.",
            Self::Sequence => "Nel numero di documento il progressivo va da 1 a 999999999.",
        })
    }
}

impl std::error::Error for NumberError {}

impl DocumentNumber {
    /// A number from its parts: office code of two to six letters (any case),
    /// desk 1-99, year 2000-2199, sequence from 1.
    ///
    /// # Errors
    /// The first part that is out of its range.
    pub fn new(office: &str, desk: u8, year: i32, sequence: u32) -> Result<Self, NumberError> {
        if !(2..=6).contains(&office.len()) || !office.bytes().all(|b| b.is_ascii_alphabetic()) {
            return Err(NumberError::Office);
        }
        if !(1..=99).contains(&desk) {
            return Err(NumberError::Desk);
        }
        let year = u16::try_from(year).ok().filter(|y| (2000..2200).contains(y)).ok_or(NumberError::Year)?;
        if !(1..1_000_000_000).contains(&sequence) {
            return Err(NumberError::Sequence);
        }
        Ok(Self { office: office.to_ascii_uppercase(), desk, year, sequence })
    }

    /// The office code, capitals.
    #[must_use]
    pub fn office(&self) -> &str {
        &self.office
    }

    /// The desk within the office, 1-99.
    #[must_use]
    pub fn desk(&self) -> u8 {
        self.desk
    }

    /// The year in which it was given.
    #[must_use]
    pub fn year(&self) -> i32 {
        i32::from(self.year)
    }

    /// The count within desk and year, from 1.
    #[must_use]
    pub fn sequence(&self) -> u32 {
        self.sequence
    }
}

impl fmt::Display for DocumentNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{:02}-{}-{:06}", self.office, self.desk, self.year, self.sequence)
    }
}

impl FromStr for DocumentNumber {
    type Err = NumberError;

    /// Reads what is printed, and what a hand types: small letters, spaces
    /// around, missing zeros of the sequence.
    fn from_str(text: &str) -> Result<Self, NumberError> {
        let mut parts = text.trim().split('-');
        let (Some(place), Some(year), Some(sequence), None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(NumberError::Shape);
        };
        let digits = |s: &str, most: usize| {
            (!s.is_empty() && s.len() <= most && s.bytes().all(|b| b.is_ascii_digit()))
                .then(|| s.parse::<u32>().ok())
                .flatten()
        };
        let letters = place.bytes().take_while(u8::is_ascii_alphabetic).count();
        let (office, desk) = place.split_at(letters);
        let desk = digits(desk, 2).and_then(|d| u8::try_from(d).ok()).ok_or(NumberError::Shape)?;
        let year = digits(year, 4).and_then(|y| i32::try_from(y).ok()).ok_or(NumberError::Shape)?;
        Self::new(office, desk, year, digits(sequence, 9).ok_or(NumberError::Shape)?)
    }
}

impl TryFrom<String> for DocumentNumber {
    type Error = NumberError;
    fn try_from(text: String) -> Result<Self, NumberError> {
        text.parse()
    }
}

impl From<DocumentNumber> for String {
    fn from(number: DocumentNumber) -> Self {
        number.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn printed_and_read_back() {
        let number = DocumentNumber::new("esn", 3, 2026, 123).unwrap();
        assert_eq!(number.to_string(), "ESN03-2026-000123");
        assert_eq!("ESN03-2026-000123".parse(), Ok(number.clone()));
        assert_eq!(" esn3-2026-123 ".parse(), Ok(number.clone()));
        assert_eq!(serde_json::to_string(&number).unwrap(), "\"ESN03-2026-000123\"");
        assert_eq!((number.office(), number.desk(), number.year(), number.sequence()), ("ESN", 3, 2026, 123));
    }

    #[test]
    fn a_long_year_of_work_keeps_its_shape() {
        let number = DocumentNumber::new("ES", 99, 2199, 12_345_678).unwrap();
        assert_eq!(number.to_string().parse(), Ok(number));
    }

    #[test]
    fn what_is_not_a_number_is_told_apart() {
        let wrong = |text: &str| text.parse::<DocumentNumber>().unwrap_err();
        assert_eq!(wrong(""), NumberError::Shape);
        assert_eq!(wrong("ESN03-2026"), NumberError::Shape);
        assert_eq!(wrong("ESN03-2026-000123-1"), NumberError::Shape);
        assert_eq!(wrong("ESN-2026-000123"), NumberError::Shape);
        assert_eq!(wrong("ESNÀ3-2026-000123"), NumberError::Shape);
        assert_eq!(wrong("ESN03-2026-+00123"), NumberError::Shape);
        assert_eq!(wrong("E03-2026-000123"), NumberError::Office);
        assert_eq!(wrong("ESN00-2026-000123"), NumberError::Desk);
        assert_eq!(wrong("ESN03-1999-000123"), NumberError::Year);
        assert_eq!(wrong("ESN03-2026-000000"), NumberError::Sequence);
        assert!(serde_json::from_str::<DocumentNumber>("\"boh\"").is_err());
    }
}
