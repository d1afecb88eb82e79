//! The tables an office may have rows of its own in, row by row as they ship.

use std::sync::OnceLock;

use serde_json::{Value, json};

use crate::domain::law::{RuleRow, Weight};
use crate::domain::office::Region;
use crate::domain::office_row::{Entry, OfficeRow, Table, Values, in_force};
use crate::tables::{code_table, rules, templates};

/// The rows of a table as they ship to an office of a region, in the order of
/// the file. Only the levels of the rules differ from one region to another.
#[must_use]
pub fn shipped(table: Table, region: Region) -> &'static [Entry] {
    static SHEETS: OnceLock<Vec<Vec<Entry>>> = OnceLock::new();
    static LEVELS: OnceLock<Vec<Vec<Entry>>> = OnceLock::new();
    let (sheets, place) = if table == Table::Rules {
        let levels = LEVELS.get_or_init(|| Region::ALL.iter().map(|region| levels(*region)).collect());
        (levels, Region::ALL.iter().position(|known| *known == region))
    } else {
        let sheets = SHEETS.get_or_init(|| Table::ALL.iter().map(|table| entries(*table)).collect());
        (sheets, Table::ALL.iter().position(|known| *known == table))
    };
    place.map_or(&[], |place| &sheets[place])
}

/// What becomes of the rules that may change, in a region: as its profile says
/// on the days it speaks of them; on others one that is not settled stays as
/// it is written and one of a region is off.
fn levels(region: Region) -> Vec<Entry> {
    let may_change: Vec<&'static RuleRow> = rules::all().iter().filter(|row| row.may_change()).collect();
    let written = |row: &&RuleRow| Entry {
        code: row.id.clone(),
        cells: [
            ("label", json!(row.text)),
            ("rule", json!(row.id)),
            ("source", json!(row.reference)),
            ("declared", json!(row.level)),
            ("open", json!(row.open)),
            ("level", json!(if row.regions.is_empty() { Weight::AsIs } else { Weight::Off })),
        ]
        .map(|(name, value)| (name.to_owned(), value))
        .into(),
        valid_from: row.valid_from,
        valid_to: row.valid_to,
        own: None,
    };
    let of_profile = |row: &&'static RuleRow| {
        let row = *row;
        rules::profiles_of(&row.id).filter(|profile| profile.region == region).map(|profile| OfficeRow {
            code: row.id.clone(),
            cells: [("level".to_owned(), json!(profile.level))].into(),
            valid_from: profile.valid_from,
            valid_to: profile.valid_to,
            source: profile.source.clone(),
            ..OfficeRow::default()
        })
    };
    let shipped: Vec<Entry> = may_change.iter().map(written).collect();
    let profile: Vec<OfficeRow> = may_change.iter().flat_map(of_profile).collect();
    in_force(&shipped, &profile).into_iter().map(|entry| Entry { own: None, ..entry }).collect()
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
        Table::Letterhead => include_str!("../../assets/data/tables/letterhead.toml"),
        Table::Permissions => include_str!("../../assets/data/tables/permissions.toml"),
        Table::Templates => return templates::entries(),
        // Region by region: `levels`.
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
        let every = || Region::ALL.iter().flat_map(|region| Table::ALL.iter().map(move |t| (t, *region)));
        for (table, region) in every() {
            assert!(!shipped(*table, region).is_empty(), "{table:?}");
            for entry in shipped(*table, region) {
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
        for row in shipped(Table::Parameters, Region::Neutral) {
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
            let rows =
                || shipped(Table::Parameters, Region::Neutral).iter().filter(|row| row.code == spec.code);
            assert!(rows().any(|row| row.valid_from.is_none()), "{} holds on no day", spec.code);
        }
    }
}
