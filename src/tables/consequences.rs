//! What follows from a case for AdI and SFL (rules.md § 3.2).

use std::sync::OnceLock;

use crate::domain::conditionality::consequence::ConsequenceRow;
use crate::tables::code_table;

/// Every row, in the order of the file.
#[must_use]
pub fn all() -> &'static [ConsequenceRow] {
    static ROWS: OnceLock<Vec<ConsequenceRow>> = OnceLock::new();
    ROWS.get_or_init(|| code_table::read(include_str!("../../assets/data/tables/consequences.toml")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_row_is_for_somebody_it_may_be_held_against_and_none_is_twice() {
        let mut seen = BTreeSet::new();
        for row in all() {
            for benefit in &row.benefits {
                assert!(benefit.is_inclusion() && row.kind.fits(*benefit), "{row:?}");
                assert!(seen.insert((benefit.label(), row.kind.label(), row.valid_from)), "{row:?}");
            }
        }
    }
}
