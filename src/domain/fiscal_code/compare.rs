//! Where a code and what was typed disagree. It only warns: the code in
//! people's hands may come from an older name, place or clerk's slip.

use chrono::NaiveDate;

use super::{FiscalCode, name_letters, names, rules, surname_letters};
use crate::domain::codes::PlaceCode;
use crate::domain::finding::Finding;
use crate::domain::sex::Sex;

/// What was typed; leave empty what is not known yet.
#[derive(Clone, Copy, Debug, Default)]
pub struct Given<'a> {
    /// Surname as typed.
    pub surname: &'a str,
    /// Name as typed.
    pub name: &'a str,
    /// Birth date.
    pub birth_date: Option<NaiveDate>,
    /// Sex.
    pub sex: Option<Sex>,
    /// Municipality or foreign state of birth.
    pub birth_place: Option<PlaceCode>,
}

/// One disagreement between code and typed data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// Letters of the surname.
    Surname {
        /// In the code.
        code: String,
        /// From what was typed.
        given: String,
    },
    /// Letters of the name.
    Name {
        /// In the code.
        code: String,
        /// From what was typed.
        given: String,
    },
    /// Birth date; the code has two digits of the year.
    BirthDate {
        /// In the code: day, month, last two digits of the year.
        code: (u8, u8, u8),
        /// Typed.
        given: NaiveDate,
    },
    /// Sex.
    Sex {
        /// In the code.
        code: Sex,
        /// Typed.
        given: Sex,
    },
    /// Place of birth.
    BirthPlace {
        /// In the code.
        code: PlaceCode,
        /// Typed.
        given: PlaceCode,
    },
}

impl Difference {
    /// The field it speaks of, as named in the commands.
    #[must_use]
    pub fn field(&self) -> &'static str {
        match self {
            Self::Surname { .. } => "surname",
            Self::Name { .. } => "name",
            Self::BirthDate { .. } => "birth_date",
            Self::Sex { .. } => "sex",
            Self::BirthPlace { .. } => "birth_place",
        }
    }

    /// The finding (rule R-CF-2, a warning).
    #[must_use]
    pub fn finding(&self) -> Finding {
        let field = self.field();
        match self {
            Self::Surname { code, given } => rules::SURNAME.at(field).with(code).with(given),
            Self::Name { code, given } => rules::NAME.at(field).with(code).with(given),
            Self::BirthDate { code: (day, month, year), given } => rules::BIRTH_DATE
                .at(field)
                .with(format_args!("{day:02}/{month:02}/{year:02}"))
                .with(given.format("%d/%m/%Y")),
            Self::Sex { code, given } => rules::SEX.at(field).with(code.letter()).with(given.letter()),
            Self::BirthPlace { code, given } => rules::BIRTH_PLACE.at(field).with(code).with(given),
        }
    }
}

pub fn compare(code: &FiscalCode, given: &Given<'_>) -> Vec<Difference> {
    let (Some((surname, name)), Some(birth)) = (code.letters(), code.birth()) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    if names::fits_surname(surname, given.surname) == Some(false) {
        let given = surname_letters(given.surname).unwrap_or_default();
        found.push(Difference::Surname { code: surname.to_owned(), given });
    }
    if names::fits_name(name, given.name) == Some(false) {
        let given = name_letters(given.name).unwrap_or_default();
        found.push(Difference::Name { code: name.to_owned(), given });
    }
    if let Some(given) = given.birth_date.filter(|date| !birth.fits(*date)) {
        found.push(Difference::BirthDate { code: (birth.day, birth.month, birth.year), given });
    }
    if let Some(given) = given.sex.filter(|sex| *sex != birth.sex) {
        found.push(Difference::Sex { code: birth.sex, given });
    }
    if let Some(given) = given.birth_place.filter(|place| *place != birth.place) {
        found.push(Difference::BirthPlace { code: birth.place, given });
    }
    found
}
