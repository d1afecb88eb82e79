//! The codice fiscale: read, checked, taken apart, compared and computed.
//!
//! Source of the whole: DM 23 December 1976, no. 13813 (how the subjects of
//! the tax register are coded). Only the tax agency assigns codes: what is
//! computed here is a proposal, what is compared here only warns.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::codes::PlaceCode;
use crate::domain::sex::Sex;

mod birth;
mod check;
mod compare;
mod error;
mod homocode;
mod names;
mod parse;
pub mod rules;
#[cfg(test)]
mod tests;

pub use birth::Birth;
pub use compare::{Difference, Given};
pub use error::FiscalCodeError;
pub use names::{name_letters, surname_letters};

/// A well-formed fiscal code in capitals: sixteen characters with the right
/// check character, or the eleven digits of a provisional number.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(extend("pattern" = "^([A-Z]{6}[0-9LMNPQRSTUV]{2}[ABCDEHLMPRST][0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{3}[A-Z]|[0-9]{11})$"))]
pub struct FiscalCode(String);

/// The three kinds of fiscal code a person can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Sixteen characters, digits where digits are expected.
    Ordinary,
    /// Sixteen characters with letters in the place of one to seven digits,
    /// because another person had the same code.
    #[serde(rename = "omocodia")]
    Homocode,
    /// Eleven digits, waiting for the final code; says nothing of the birth.
    Provisional,
}

impl Kind {
    /// The Italian word.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Ordinary => "ordinario",
            Self::Homocode => "omocodia",
            Self::Provisional => "provvisorio",
        }
    }
}

impl FiscalCode {
    /// Reads a code as people type or paste it: any case, blanks anywhere.
    ///
    /// # Errors
    /// The first reason why it cannot be a fiscal code; never panics.
    pub fn parse(text: &str) -> Result<Self, FiscalCodeError> {
        parse::parse(text).map(Self)
    }

    /// The code these generalities give, before any omocodia. `None` when
    /// surname or name hold no Latin letter.
    #[must_use]
    pub fn compute(
        surname: &str,
        name: &str,
        birth_date: NaiveDate,
        sex: Sex,
        birth_place: PlaceCode,
    ) -> Option<Self> {
        let day = birth_date.day() + if sex == Sex::F { 40 } else { 0 };
        let body = format!(
            "{}{}{:02}{}{day:02}{birth_place}",
            surname_letters(surname)?,
            name_letters(name)?,
            birth_date.year().rem_euclid(100),
            char::from(birth::month_letter(birth_date.month0())),
        );
        Some(Self::sealed(body))
    }

    /// Adds the check character to fifteen characters already known to be good.
    fn sealed(mut body: String) -> Self {
        body.push(char::from(check::letter(body.as_bytes())));
        Self(body)
    }

    /// The canonical text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Which kind it is.
    #[must_use]
    pub fn kind(&self) -> Kind {
        if self.is_provisional() {
            Kind::Provisional
        } else if homocode::has_letters(&self.0) {
            Kind::Homocode
        } else {
            Kind::Ordinary
        }
    }

    /// Is it a provisional number of eleven digits?
    #[must_use]
    pub fn is_provisional(&self) -> bool {
        self.0.len() == parse::PROVISIONAL_LENGTH
    }

    /// The same code with digits where digits are expected, and its own check
    /// character: two homocodes of one code have the same digit form. A
    /// provisional number is its own.
    #[must_use]
    pub fn digit_form(&self) -> Self {
        if self.kind() == Kind::Homocode { Self::sealed(homocode::digits(&self.0)) } else { self.clone() }
    }

    /// The 127 homocodes of this code, in the order in which letters replace
    /// digits from the right; none for a provisional number.
    pub fn variants(&self) -> impl Iterator<Item = Self> + use<> {
        let base = (!self.is_provisional()).then(|| homocode::digits(&self.0));
        base.into_iter().flat_map(|base| homocode::variants(base).map(Self::sealed))
    }

    /// What the code says of the birth; `None` for a provisional number.
    #[must_use]
    pub fn birth(&self) -> Option<Birth> {
        if self.is_provisional() { None } else { birth::read(&homocode::digits(&self.0)) }
    }

    /// The places where the code disagrees with what was typed. Nothing is
    /// said of what was not given, nor of a provisional number.
    #[must_use]
    pub fn compare(&self, given: &Given<'_>) -> Vec<Difference> {
        compare::compare(self, given)
    }

    /// The three letters of the surname and the three of the name; `None`
    /// for a provisional number.
    #[must_use]
    pub fn letters(&self) -> Option<(&str, &str)> {
        if self.is_provisional() { None } else { Some((&self.0[..3], &self.0[3..6])) }
    }
}

impl fmt::Display for FiscalCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl FromStr for FiscalCode {
    type Err = FiscalCodeError;

    fn from_str(text: &str) -> Result<Self, FiscalCodeError> {
        Self::parse(text)
    }
}

impl TryFrom<String> for FiscalCode {
    type Error = FiscalCodeError;

    fn try_from(text: String) -> Result<Self, FiscalCodeError> {
        Self::parse(&text)
    }
}

impl From<FiscalCode> for String {
    fn from(code: FiscalCode) -> Self {
        code.0
    }
}
