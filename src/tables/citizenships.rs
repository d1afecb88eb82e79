//! Citizenships: Italian, the foreign states in force, stateless; and who
//! needs a residence permit to work.

use std::sync::OnceLock;

use chrono::NaiveDate;
use serde::Deserialize;

use crate::domain::period::Period;
use crate::tables::code_table::{self, CodeRow, CodeTable, Plain};
use crate::tables::places::{self, Status};

/// The code of the Italian citizenship. The official table (3 digits) has no
/// clean public copy: foreign ones use the code of the state, `Z129`.
pub const ITALIAN: &str = "ITA";
/// The code of who has no citizenship.
pub const STATELESS: &str = "APO";

/// The table: Italian first, then the states by name, stateless last.
#[must_use]
pub fn table() -> &'static CodeTable {
    static TABLE: OnceLock<CodeTable> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut states: Vec<_> = places::all()
            .iter()
            .filter(|place| place.is_foreign() && place.status == Status::InForce)
            .map(|place| row(place.code.as_str(), &place.shown()))
            .collect();
        states.sort_by(|a, b| a.label.cmp(&b.label));
        states.insert(0, row(ITALIAN, "italiana"));
        states.push(row(STATELESS, "apolide"));
        CodeTable::new(states)
    })
}

fn row(code: &str, label: &str) -> CodeRow {
    CodeRow {
        code: code.to_owned(),
        label: label.to_owned(),
        valid_from: None,
        valid_to: None,
        extra: Plain {},
    }
}

/// Why a foreign citizen needs no residence permit to work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FreeMovement {
    /// European Union.
    Ue,
    /// European Economic Area.
    See,
    /// Switzerland.
    Ch,
}

#[derive(Deserialize)]
struct Right {
    code: String,
    group: FreeMovement,
    valid_from: Option<NaiveDate>,
    valid_to: Option<NaiveDate>,
}

/// The free movement a foreign citizenship gives on a day.
#[must_use]
pub fn free_movement(code: &str, day: NaiveDate) -> Option<FreeMovement> {
    static RIGHTS: OnceLock<Vec<Right>> = OnceLock::new();
    RIGHTS
        .get_or_init(|| code_table::read(include_str!("../../assets/data/tables/free_movement.toml")))
        .iter()
        .find(|right| {
            right.code == code && Period { from: right.valid_from, to: right.valid_to }.contains(day)
        })
        .map(|right| right.group)
}

/// Does a person of this citizenship need a residence permit that allows
/// work on that day (R-DID-17)?
#[must_use]
pub fn needs_permit(code: &str, day: NaiveDate) -> bool {
    code != ITALIAN && free_movement(code, day).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn italian_comes_first_and_ceased_states_are_out() {
        let table = table();
        assert_eq!(table.rows()[0].label, "italiana");
        assert_eq!(table.label("Z129"), "Romania");
        assert!(table.get("Z118").is_none(), "Yugoslavia");
        assert!(table.get("Z105").is_none(), "Czechoslovakia");
        assert_eq!(table.rows().len(), 214);
    }

    #[test]
    fn the_union_has_dates() {
        let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
        assert!(!needs_permit("Z129", day(2026, 11, 22)));
        assert!(needs_permit("Z129", day(2006, 12, 31)), "Romania before the accession");
        assert!(!needs_permit("Z114", day(2020, 12, 31)));
        assert!(needs_permit("Z114", day(2021, 1, 1)), "United Kingdom after the transition");
        assert!(needs_permit("Z100", day(2026, 11, 22)) && needs_permit(STATELESS, day(2026, 11, 22)));
        assert!(!needs_permit(ITALIAN, day(2026, 11, 22)) && !needs_permit("Z133", day(2026, 11, 22)));
        let members = table()
            .rows()
            .iter()
            .filter(|row| free_movement(&row.code, day(2026, 11, 22)) == Some(FreeMovement::Ue));
        assert_eq!(members.count(), 26, "twenty-seven with Italy");
    }
}
