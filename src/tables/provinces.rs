//! Provinces: letters, ISTAT codes, region, system of the SAP.
//!
//! Data: ANPR, CC BY 4.0 (2023); SAP system codes: Modelli e regole v. 1.9.

use std::sync::OnceLock;

use crate::tables::code_table;

const CSV: &str = include_str!("../../assets/data/province.csv");
const NAMES: &str = include_str!("../../assets/data/tables/province_names.toml");

/// A province in force in 2023.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Province {
    /// The two letters, `BG`.
    pub letters: &'static str,
    /// The name, `Bergamo`.
    pub name: String,
    /// ISTAT code, three digits.
    pub istat: &'static str,
    /// ISTAT code of the region, two digits.
    pub region_istat: &'static str,
    /// The region's name.
    pub region: &'static str,
    /// The first two digits of the identifiers of SAP policies.
    pub sap_system: &'static str,
}

/// All of them, by letters.
#[must_use]
pub fn all() -> &'static [Province] {
    static ROWS: OnceLock<Vec<Province>> = OnceLock::new();
    ROWS.get_or_init(|| {
        let names: Vec<code_table::CodeRow> = code_table::read(NAMES);
        CSV.lines().skip(1).filter_map(|line| province(line, &names)).collect()
    })
}

fn province(line: &'static str, names: &[code_table::CodeRow]) -> Option<Province> {
    let mut fields = line.split(',');
    let letters = fields.next()?;
    let name = names.iter().find(|row| row.code == letters)?.label.clone();
    Some(Province {
        letters,
        name,
        istat: fields.next()?,
        region_istat: fields.next()?,
        region: fields.next()?,
        sap_system: fields.next()?,
    })
}

/// The province of these letters, in any case.
#[must_use]
pub fn get(letters: &str) -> Option<&'static Province> {
    let letters = letters.trim().to_ascii_uppercase();
    all().iter().find(|province| province.letters == letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_whole() {
        assert_eq!(all().len(), 107);
        let bergamo = get(" bg ").unwrap();
        assert_eq!((bergamo.name.as_str(), bergamo.istat, bergamo.sap_system), ("Bergamo", "016", "10"));
        assert_eq!(get("XX"), None);
    }
}
