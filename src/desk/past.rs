//! The recorded commands of a person, as far as undoing goes: which of them
//! still stand.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::domain::history::RecordedUnit;
use crate::domain::ids::UnitId;

/// Of a recorded command, its name, who gave it and what it undid.
#[derive(Clone, Debug, PartialEq, Eq, Default, Deserialize)]
pub struct Head {
    /// `did.declare`.
    #[serde(rename = "do", default)]
    pub name: String,
    /// Username; empty while the office was founded.
    #[serde(default)]
    pub by: String,
    /// The unit it undid.
    #[serde(default)]
    pub undoes: Option<UnitId>,
}

impl Head {
    /// That of a unit; an empty one when the command cannot be read.
    #[must_use]
    pub fn of(unit: &RecordedUnit) -> Self {
        serde_json::from_str(&unit.command).unwrap_or_default()
    }
}

/// Which of these units, the newest first, are undone, and by which. An undo
/// that was undone itself undoes nothing.
#[must_use]
pub fn undone(heads: &[(UnitId, Head)]) -> BTreeMap<UnitId, UnitId> {
    let mut gone = BTreeMap::new();
    for (unit, head) in heads {
        if let Some(target) = head.undoes.filter(|_| !gone.contains_key(unit)) {
            gone.insert(target, *unit);
        }
    }
    gone
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_undo_that_was_undone_undoes_nothing() {
        let id = |n: u128| UnitId(uuid::Uuid::from_u128(n));
        let unit = |n, undoes: Option<u128>| (id(n), Head { undoes: undoes.map(id), ..Head::default() });
        let told = |units: &[_]| undone(units).into_keys().collect::<Vec<_>>();
        assert_eq!(told(&[unit(1, None)]), []);
        assert_eq!(told(&[unit(2, Some(1)), unit(1, None)]), [id(1)]);
        assert_eq!(told(&[unit(3, Some(2)), unit(2, Some(1)), unit(1, None)]), [id(2)]);
        assert_eq!(
            told(&[unit(4, Some(3)), unit(3, Some(2)), unit(2, Some(1)), unit(1, None)]),
            [id(1), id(3)]
        );
    }
}
