//! The questionnaires of the interview, each in its versions.
//!
//! One file a version in `assets/data/questionnaires`. What a file says of
//! itself that cannot be is refused with line and column: a question that is
//! not there, one that depends on a later one or on itself, a code twice.

mod read;

use std::sync::OnceLock;

use chrono::NaiveDate;

use crate::domain::assessment::questionnaire::Questionnaire;

pub use read::{Broken, read};

const FILES: [&str; 3] = [
    include_str!("../../assets/data/questionnaires/anpal_2018.toml"),
    include_str!("../../assets/data/questionnaires/colloquio_1.toml"),
    include_str!("../../assets/data/questionnaires/colloquio_2.toml"),
];

/// Every version, the oldest first.
#[must_use]
pub fn all() -> &'static [Questionnaire] {
    static ALL: OnceLock<Vec<Questionnaire>> = OnceLock::new();
    ALL.get_or_init(|| {
        let read = |text: &&str| read(text).expect("a test reads every embedded table");
        FILES.iter().map(read).collect()
    })
}

/// The one for the interviews of a day.
#[must_use]
pub fn on(day: NaiveDate) -> Option<&'static Questionnaire> {
    all().iter().find(|questionnaire| questionnaire.period.contains(day))
}

/// A version by its code and number, whatever its dates.
#[must_use]
pub fn get(code: &str, version: u32) -> Option<&'static Questionnaire> {
    all().iter().find(|questionnaire| questionnaire.code == code && questionnaire.version == version)
}

#[cfg(test)]
mod tests;
