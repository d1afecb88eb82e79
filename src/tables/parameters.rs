//! The table of parameters: what ships with the program.

use std::sync::OnceLock;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::parameters::{Unit, Value};
use crate::domain::period::Period;
use crate::tables::code_table;

/// A parameter as long as it has one value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ParameterRow {
    /// Its path in [`crate::domain::parameters::Parameters`].
    pub code: String,
    /// What the operator reads, in Italian.
    pub label: String,
    /// What the value counts.
    pub unit: Unit,
    /// The value.
    pub value: Value,
    /// First day; from ever when absent.
    #[serde(default)]
    pub valid_from: Option<NaiveDate>,
    /// Last day; open when absent.
    #[serde(default)]
    pub valid_to: Option<NaiveDate>,
    /// The rule it belongs to.
    pub rule: String,
    /// Where the figure comes from, in Italian.
    pub source: String,
    /// How sure it is (rules.md, head): `law`, `secondary`, `?`...
    pub confidence: String,
    /// A point the sources leave open (`?`): it never blocks.
    #[serde(default)]
    pub open: bool,
}

impl ParameterRow {
    /// When it holds.
    #[must_use]
    pub fn period(&self) -> Period {
        Period { from: self.valid_from, to: self.valid_to }
    }
}

/// Every row, in the order of the file.
#[must_use]
pub fn all() -> &'static [ParameterRow] {
    static ROWS: OnceLock<Vec<ParameterRow>> = OnceLock::new();
    ROWS.get_or_init(|| code_table::read(include_str!("../../assets/data/tables/parameters.toml")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::parameters::Parameters;

    #[test]
    fn every_parameter_has_rows_that_fit_it_and_no_row_is_of_none() {
        for row in all() {
            let spec = Parameters::spec(&row.code).unwrap_or_else(|| panic!("{} is no parameter", row.code));
            assert!(spec.takes(&row.value), "{}: {:?}", row.code, row.value);
            assert_eq!(spec.unit(), row.unit, "{}", row.code);
            assert!(
                row.rule.starts_with("R-") && !row.source.is_empty() && !row.label.is_empty(),
                "{}",
                row.code
            );
            let known = ["seed", "law", "law*", "secondary", "product", "?"];
            assert!(known.contains(&row.confidence.as_str()), "{}", row.code);
            assert!(row.open || !["?", "product"].contains(&row.confidence.as_str()), "{} is open", row.code);
        }
        for spec in Parameters::specs() {
            assert!(all().iter().any(|row| row.code == spec.code), "{} has no row", spec.code);
        }
    }
}
