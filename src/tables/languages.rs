//! How each language writes a date, and whether its page was reviewed.

use std::sync::OnceLock;

use chrono::{Datelike, NaiveDate};
use serde::Deserialize;

use crate::domain::language::Language;

/// A language of the page «In breve».
#[derive(Clone, Debug, Deserialize)]
pub struct Manners {
    /// Which.
    pub code: Language,
    /// Its name in itself.
    pub name: String,
    /// Did somebody who speaks it review what the program says in it?
    pub reviewed: bool,
    first: String,
    date: String,
    weekday_date: String,
    weekdays: [String; 7],
    months: [String; 12],
}

#[derive(Deserialize)]
struct File {
    language: Vec<Manners>,
}

/// The manners of a language.
#[must_use]
pub fn of(language: Language) -> &'static Manners {
    static ALL: OnceLock<Vec<Manners>> = OnceLock::new();
    let all = ALL.get_or_init(|| {
        let file: File = toml::from_str(include_str!("../../assets/data/languages.toml"))
            .expect("a table in the program: a test reads every language");
        file.language
    });
    all.iter().find(|manners| manners.code == language).expect("a test asks for every language")
}

impl Manners {
    /// A date in words: `1º dicembre 2026`. Its blanks do not break.
    #[must_use]
    pub fn date(&self, on: NaiveDate) -> String {
        self.fill(&self.date, on)
    }

    /// A date with its day of the week: `martedì 1º dicembre 2026`.
    #[must_use]
    pub fn weekday_date(&self, on: NaiveDate) -> String {
        self.fill(&self.weekday_date, on)
    }

    fn fill(&self, pattern: &str, on: NaiveDate) -> String {
        let day = if on.day() == 1 { self.first.clone() } else { on.day().to_string() };
        pattern
            .replace("{weekday}", &self.weekdays[on.weekday().num_days_from_monday() as usize])
            .replace("{month}", &self.months[on.month0() as usize])
            .replace("{day}", &day)
            .replace("{d}", &format!("{:02}", on.day()))
            .replace("{m}", &format!("{:02}", on.month()))
            .replace("{year}", &on.year().to_string())
            .replace(' ', "\u{a0}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_writes_its_dates() {
        let first = NaiveDate::from_ymd_opt(2026, 12, 1).unwrap();
        let plain = |language| of(language).weekday_date(first).replace('\u{a0}', " ");
        assert_eq!(plain(Language::It), "martedì 1º dicembre 2026");
        assert_eq!(plain(Language::En), "Tuesday 1 December 2026");
        assert_eq!(plain(Language::Fr), "mardi 1er décembre 2026");
        assert_eq!(plain(Language::Ar), "الثلاثاء 01/12/2026");
        assert_eq!(plain(Language::Uk), "вівторок, 1 грудня 2026 року");
        assert_eq!(plain(Language::Zh), "2026年12月1日星期二");
        assert_eq!(
            of(Language::It).date(first.succ_opt().unwrap()).replace('\u{a0}', " "),
            "2 dicembre 2026"
        );
    }

    #[test]
    fn only_italian_is_reviewed_until_somebody_does_it() {
        for language in Language::ALL {
            assert_eq!(of(*language).reviewed, *language == Language::It, "{language:?}");
            assert!(!of(*language).name.is_empty());
        }
    }
}
