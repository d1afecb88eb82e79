//! By what a person is found: the rows of the search for one person.

use chrono::NaiveDate;

use crate::domain::codes::PlaceCode;
use crate::domain::ids::RegistrantId;
use crate::domain::text::{fold, name_words};
use crate::tables::places;

/// Kinds of the vocabulary.
pub(super) const SURNAME: i64 = 0;
/// Words of the name that do not begin the surname.
pub(super) const OTHER: i64 = 1;
/// Words of towns.
pub(super) const TOWN: i64 = 2;

/// A kind of number or address; the value is what the file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    FiscalCode = 1,
    Phone = 2,
    /// The digits backwards: found by the last ones.
    PhoneEnd = 3,
    Email = 4,
    DidNumber = 5,
    Protocol = 6,
    Document = 7,
}

/// What the tables say of a person, as the search wants it.
#[derive(Debug)]
pub(super) struct Source {
    pub person: RegistrantId,
    pub surname: String,
    pub name: String,
    pub fiscal_code: String,
    pub birth_date: Option<NaiveDate>,
    /// Cadastral codes of domicile, residence and birth.
    pub places: [String; 3],
    pub phones: [String; 2],
    pub emails: [String; 2],
    pub did_numbers: Vec<String>,
    pub protocols: Vec<String>,
    pub documents: Vec<String>,
}

/// The rows of one person.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Entry {
    pub sort: String,
    pub born: String,
    /// The surname's whole first; then what [`Entry::others`] gives.
    pub words: Vec<String>,
    pub towns: Vec<String>,
    pub codes: Vec<(Kind, String)>,
}

impl Entry {
    pub(super) fn of(source: &Source) -> Self {
        let (surname, name) = (name_words(&source.surname), name_words(&source.name));
        let whole = |words: &[String]| words.first().cloned().unwrap_or_default();
        let sort = format!("{} {}", whole(&surname), whole(&name));
        let mut words = surname;
        if words.is_empty() {
            words.push(String::new()); // keeps the first place for the surname
        }
        words.extend(name);
        let mut towns: Vec<String> = Vec::new();
        for town in source.places.iter().flat_map(|code| town_words(code)) {
            if !towns.contains(&town) {
                towns.push(town);
            }
        }
        let born = source.birth_date.map(|day| day.to_string()).unwrap_or_default();
        Self { sort, born, words, towns, codes: codes(source) }
    }

    /// The words to find the person by besides the beginning of `sort`.
    pub(super) fn others(&self) -> impl Iterator<Item = &str> {
        let mut seen = Vec::new();
        self.words.iter().skip(1).map(String::as_str).filter(move |word| {
            let new = !seen.contains(word);
            seen.push(*word);
            new
        })
    }
}

/// The words of a town, of its cadastral code; of the text itself when the
/// code is unknown to the table.
fn town_words(code: &str) -> Vec<String> {
    let place = PlaceCode::parse(code).ok().and_then(|code| places::get(code, None));
    name_words(place.map_or(code, |place| place.name))
}

fn codes(source: &Source) -> Vec<(Kind, String)> {
    let mut found = Vec::new();
    let mut add = |kind, code: String| {
        if !code.is_empty() && !found.contains(&(kind, code.clone())) {
            found.push((kind, code));
        }
    };
    add(Kind::FiscalCode, compact(&source.fiscal_code));
    for phone in &source.phones {
        let digits = phone_digits(phone);
        add(Kind::PhoneEnd, digits.chars().rev().collect());
        add(Kind::Phone, digits);
    }
    for email in &source.emails {
        add(Kind::Email, email.trim().to_lowercase());
    }
    for (kind, numbers) in [
        (Kind::DidNumber, &source.did_numbers),
        (Kind::Protocol, &source.protocols),
        (Kind::Document, &source.documents),
    ] {
        for number in numbers {
            add(kind, compact(number));
            // `ESN03-2026-000123` is also asked for as `000123`.
            if let Some((_, last)) = number.rsplit_once(['-', '/', '.', ' ']) {
                add(kind, compact(last));
            }
        }
    }
    found.sort();
    found
}

/// Letters and digits in lower case: how codes are compared.
pub(super) fn compact(code: &str) -> String {
    code.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The digits of a phone number without the Italian prefix.
pub(super) fn phone_digits(phone: &str) -> String {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    let typed = phone.trim_start();
    let rest = if typed.starts_with('+') { digits.strip_prefix("39") } else { digits.strip_prefix("0039") };
    rest.map(str::to_owned).unwrap_or(digits)
}

/// The words of a town or name as typed in a query.
pub(super) fn query_words(text: &str) -> Vec<String> {
    fold(text).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}
