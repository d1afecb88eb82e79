//! What invented people are called, where they come from and where they live.

use std::sync::OnceLock;

/// The lists of `assets/demo`.
pub(super) struct Names {
    /// Italian surnames.
    pub surnames: Vec<&'static str>,
    /// Italian names of women.
    pub women: Vec<&'static str>,
    /// Italian names of men.
    pub men: Vec<&'static str>,
    /// People born elsewhere, by state.
    pub states: Vec<State>,
    /// Streets of no town.
    pub streets: Vec<&'static str>,
    /// Jobs people had.
    pub jobs: Vec<&'static str>,
}

/// A state people come from, with names used there.
pub(super) struct State {
    /// Its code, also that of the citizenship.
    pub code: &'static str,
    /// Surnames.
    pub surnames: Vec<&'static str>,
    /// Names of women.
    pub women: Vec<&'static str>,
    /// Names of men.
    pub men: Vec<&'static str>,
}

/// The lists, read once.
pub(super) fn names() -> &'static Names {
    static NAMES: OnceLock<Names> = OnceLock::new();
    NAMES.get_or_init(|| Names {
        surnames: lines(include_str!("../../assets/demo/surnames.txt")),
        women: lines(include_str!("../../assets/demo/women.txt")),
        men: lines(include_str!("../../assets/demo/men.txt")),
        states: lines(include_str!("../../assets/demo/foreign.txt")).into_iter().map(state).collect(),
        streets: lines(include_str!("../../assets/demo/streets.txt")),
        jobs: lines(include_str!("../../assets/demo/jobs.txt")),
    })
}

fn lines(text: &'static str) -> Vec<&'static str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')).collect()
}

fn state(line: &'static str) -> State {
    let mut parts = line.split(';');
    let mut list = || parts.next().unwrap_or_default().split(',').map(str::trim).collect::<Vec<_>>();
    let code = list().into_iter().next().unwrap_or_default();
    State { code, surnames: list(), women: list(), men: list() }
}

/// A municipality with its postal code.
#[derive(Clone, Copy)]
pub(super) struct Town {
    /// Cadastral code.
    pub code: &'static str,
    /// Name.
    pub name: &'static str,
    /// Postal code.
    pub cap: &'static str,
}

const fn town(code: &'static str, name: &'static str, cap: &'static str) -> Town {
    Town { code, name, cap }
}

/// Where they live, with how many of a hundred.
pub(super) const TOWNS: [(Town, u32); 13] = [
    (town("A794", "Bergamo", "24122"), 34),
    (town("L400", "Treviglio", "24047"), 10),
    (town("I628", "Seriate", "24068"), 9),
    (town("D245", "Dalmine", "24044"), 8),
    (town("H509", "Romano di Lombardia", "24058"), 6),
    (town("I951", "Stezzano", "24040"), 6),
    (town("A163", "Albino", "24021"), 5),
    (town("B731", "Caravaggio", "24043"), 5),
    (town("F864", "Nembro", "24027"), 4),
    (town("A246", "Alzano Lombardo", "24022"), 4),
    (town("G856", "Ponte San Pietro", "24036"), 4),
    (town("G160", "Osio Sotto", "24046"), 3),
    (town("C800", "Clusone", "24023"), 2),
];

/// Where Italians among them were born, when not where they live.
pub(super) const BIRTH_TOWNS: [(&str, u32); 14] = [
    ("A794", 40),
    ("L400", 10),
    ("F205", 10),
    ("B157", 8),
    ("C933", 2),
    ("D150", 3),
    ("E507", 4),
    ("E648", 2),
    ("F704", 3),
    ("F839", 6),
    ("G273", 5),
    ("H224", 3),
    ("H223", 2),
    ("C800", 2),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::codes::PlaceCode;
    use crate::domain::fiscal_code::{name_letters, surname_letters};
    use crate::tables::places;

    #[test]
    fn every_list_can_be_used_whole() {
        let names = names();
        assert!(names.surnames.len() > 200 && names.women.len() > 90 && names.men.len() > 90);
        for surname in names.surnames.iter().chain(names.states.iter().flat_map(|s| &s.surnames)) {
            assert!(surname_letters(surname).is_some(), "{surname}");
        }
        let given = names.states.iter().flat_map(|s| s.women.iter().chain(&s.men));
        for name in names.women.iter().chain(&names.men).chain(given) {
            assert!(name_letters(name).is_some(), "{name}");
        }
        for state in &names.states {
            assert!(
                state.surnames.len() > 3 && state.women.len() > 1 && state.men.len() > 1,
                "{}",
                state.code
            );
        }
    }

    #[test]
    fn every_place_is_in_the_table() {
        let of = |code: &str| places::get(PlaceCode::parse(code).unwrap(), None).unwrap();
        for (town, _) in TOWNS {
            assert_eq!(of(town.code).shown(), town.name);
        }
        for (code, _) in BIRTH_TOWNS {
            assert!(!of(code).is_foreign());
        }
        for state in &names().states {
            assert!(of(state.code).is_foreign());
        }
    }
}
