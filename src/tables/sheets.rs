//! The tables an office may have rows of its own in, row by row as they ship.

use std::sync::OnceLock;

use serde_json::Value;

use crate::domain::office_row::{Entry, Table, Values};
use crate::tables::code_table;

/// The rows of a table as they ship, in the order of the file.
#[must_use]
pub fn shipped(table: Table) -> &'static [Entry] {
    static SHEETS: OnceLock<Vec<Vec<Entry>>> = OnceLock::new();
    let sheets = SHEETS.get_or_init(|| Table::ALL.iter().map(|table| entries(*table)).collect());
    let place = Table::ALL.iter().position(|known| *known == table);
    place.map_or(&[], |place| &sheets[place])
}

fn entries(table: Table) -> Vec<Entry> {
    let text = match table {
        Table::Parameters => include_str!("../../assets/data/tables/parameters.toml"),
        Table::IncomeLimits => include_str!("../../assets/data/tables/income_limits.toml"),
        Table::Paths => include_str!("../../assets/data/tables/paths.toml"),
        Table::GolTargets => include_str!("../../assets/data/tables/gol_targets.toml"),
        Table::Benefits => include_str!("../../assets/data/tables/benefits.toml"),
        Table::JustifiedReasons => include_str!("../../assets/data/tables/justified_reasons.toml"),
        Table::ConvocationChannels => include_str!("../../assets/data/tables/convocation_channels.toml"),
        Table::LossReasons => include_str!("../../assets/data/tables/loss_reasons.toml"),
        Table::Rules => return Vec::new(),
    };
    code_table::read::<Values>(text).into_iter().map(entry).collect()
}

fn entry(mut cells: Values) -> Entry {
    let mut take = |name: &str| match cells.remove(name) {
        Some(Value::String(text)) => Some(text),
        _ => None,
    };
    let code = take("code").unwrap_or_default();
    let day = |text: Option<String>| text.and_then(|text| text.parse().ok());
    let (valid_from, valid_to) = (day(take("valid_from")), day(take("valid_to")));
    Entry { code, cells, valid_from, valid_to, own: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_ships_fits_the_columns_an_office_may_set() {
        for table in Table::ALL.iter().filter(|table| **table != Table::Rules) {
            assert!(!shipped(*table).is_empty(), "{table:?}");
            for entry in shipped(*table) {
                assert!(!entry.code.is_empty(), "{table:?}");
                for column in table.columns() {
                    let value = entry.cells.get(column.name);
                    let fits = value.map_or(!column.required, |value| column.takes(&entry.code, value));
                    assert!(fits, "{table:?} {} {}: {value:?}", entry.code, column.name);
                }
            }
        }
    }

    #[test]
    fn parameters_say_unit_rule_source_and_how_sure_they_are() {
        use crate::domain::parameters::Parameters;
        for row in shipped(Table::Parameters) {
            let spec = Parameters::spec(&row.code).unwrap_or_else(|| panic!("{} is no parameter", row.code));
            assert_eq!(
                row.cells.get("unit"),
                serde_json::to_value(spec.unit()).ok().as_ref(),
                "{}",
                row.code
            );
            assert!(row.text("rule").starts_with("R-") && !row.text("source").is_empty(), "{}", row.code);
            let sure = row.text("confidence");
            assert!(["seed", "law", "law*", "secondary", "product", "?"].contains(&sure), "{}", row.code);
            let open = row.cells.get("open") == Some(&Value::Bool(true));
            assert!(open || !["?", "product"].contains(&sure), "{} is open", row.code);
        }
        for spec in Parameters::specs() {
            let rows = || shipped(Table::Parameters).iter().filter(|row| row.code == spec.code);
            assert!(rows().any(|row| row.valid_from.is_none()), "{} holds on no day", spec.code);
        }
    }
}
