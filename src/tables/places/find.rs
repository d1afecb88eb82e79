//! Places by what people type: a code, a name, a nickname, name and province.

use std::sync::OnceLock;

use chrono::NaiveDate;
use serde::Deserialize;

use super::{Place, Status, all, get};
use crate::domain::codes::PlaceCode;
use crate::tables::fold::{Fit, fit, fold};

/// What a typed place may mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Resolved {
    /// This one.
    One(&'static Place),
    /// One of these, the likeliest first: the operator chooses.
    Many(Vec<&'static Place>),
    /// Nothing in the table.
    Nothing,
}

/// Places for a list under a field: one row a code, the best fits first, at
/// most `limit`. `day` puts first those that existed then; without it those
/// in force. Typed: a code, (the beginnings of) words of a name, what people
/// call a state, with or without the letters of the province at the end.
#[must_use]
pub fn find(typed: &str, day: Option<NaiveDate>, limit: usize) -> Vec<&'static Place> {
    let mut found: Vec<_> = ranked(typed, day).into_iter().map(|(_, place)| place).collect();
    found.truncate(limit);
    found
}

/// The place a typed text stands for, if it is only one: by code, by its
/// whole name on that day, else as the only one the text can begin.
#[must_use]
pub fn resolve(typed: &str, day: Option<NaiveDate>) -> Resolved {
    if let Some(place) = PlaceCode::parse(typed).ok().and_then(|code| get(code, day)) {
        return Resolved::One(place);
    }
    let mut found = ranked(typed, day);
    if found.iter().any(|(rank, _)| rank.fit == Fit::Whole) {
        found.retain(|(rank, _)| rank.fit == Fit::Whole);
    }
    if found.iter().any(|(rank, _)| !rank.gone) {
        found.retain(|(rank, _)| !rank.gone);
    }
    match found.as_slice() {
        [] => Resolved::Nothing,
        [(_, place)] => Resolved::One(place),
        _ => Resolved::Many(found.into_iter().map(|(_, place)| place).collect()),
    }
}

/// Best first: good fit, then still there, then by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    fit: Fit,
    gone: bool,
}

fn ranked(typed: &str, day: Option<NaiveDate>) -> Vec<(Rank, &'static Place)> {
    let typed = fold(typed);
    let mut found = matching(&typed, None, day);
    if found.is_empty()
        && let Some((name, province)) = typed.rsplit_once(' ')
    {
        found = matching(name, Some(province), day);
    }
    found.sort_by(|(a, x), (b, y)| (a, x.name, x.code).cmp(&(b, y.name, y.code)));
    found
}

fn matching(typed: &str, province: Option<&str>, day: Option<NaiveDate>) -> Vec<(Rank, &'static Place)> {
    let called = PlaceCode::parse(typed).ok().or_else(|| alias(typed));
    let mut found: Vec<(Rank, &'static Place)> = Vec::new();
    for (place, name) in all().iter().zip(names()) {
        if province.is_some_and(|letters| letters != place.province) {
            continue;
        }
        let fit = if called == Some(place.code) { Some(Fit::Whole) } else { fit(typed, name) };
        let Some(fit) = fit else { continue };
        let gone = match day {
            Some(day) => !place.period.contains(day) || place.status == Status::CeasedSometime,
            None => place.status != Status::InForce,
        };
        let rank = Rank { fit, gone };
        match found.last_mut() {
            // One row a code: the better fit, and of equal ones the later.
            Some((best, kept)) if kept.code == place.code => {
                if (rank.gone, rank.fit) <= (best.gone, best.fit) {
                    (*best, *kept) = (rank, place);
                }
            }
            _ => found.push((rank, place)),
        }
    }
    found
}

/// The names of all rows, folded.
fn names() -> &'static [String] {
    static NAMES: OnceLock<Vec<String>> = OnceLock::new();
    NAMES.get_or_init(|| all().iter().map(|place| fold(place.name)).collect())
}

#[derive(Deserialize)]
struct Alias {
    alias: String,
    code: PlaceCode,
}

fn aliases() -> &'static [Alias] {
    static ALIASES: OnceLock<Vec<Alias>> = OnceLock::new();
    ALIASES.get_or_init(|| {
        crate::tables::code_table::read(include_str!("../../../assets/data/tables/place_aliases.toml"))
    })
}

fn alias(typed: &str) -> Option<PlaceCode> {
    aliases().iter().find(|alias| alias.alias == typed).map(|alias| alias.code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn aliases_name_states_in_force() {
        for alias in aliases() {
            assert_eq!(fold(&alias.alias), alias.alias);
            assert!(get(alias.code, None).is_some_and(Place::is_foreign), "{}", alias.alias);
        }
    }
}
