//! SAP activity codes (section 6 of the SAP). The list is partial: a code
//! that is not here may exist and is kept when received (R-LEP-9).

use std::sync::OnceLock;

use serde::Deserialize;

use crate::domain::codes::{LepCode, SapCode};

const TOML: &str = include_str!("../../assets/data/sap_codes.toml");

/// One activity type.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct SapEntry {
    /// The code.
    pub code: SapCode,
    /// The name; empty where it is not known.
    pub title: String,
    /// A shorter name, where there is one.
    #[serde(default)]
    pub short: Option<String>,
    /// The family it belongs to, `A`, `B`, `RC`.
    pub family: String,
    /// Service levels that attest it.
    #[serde(default)]
    pub lep: Vec<LepCode>,
    /// Only for reading old records.
    #[serde(default)]
    pub legacy: bool,
    /// Its description is the employer's fiscal code.
    #[serde(default)]
    pub needs_employer_cf: bool,
    /// Where it comes from.
    pub source: String,
}

impl SapEntry {
    /// What the operator reads; the code alone where no name is known.
    #[must_use]
    pub fn label(&self) -> &str {
        match &self.short {
            Some(short) => short,
            None if self.title.is_empty() => self.code.as_str(),
            None => &self.title,
        }
    }
}

#[derive(Deserialize)]
struct File {
    code: Vec<SapEntry>,
}

/// Every code known, by code.
#[must_use]
pub fn all() -> &'static [SapEntry] {
    static ROWS: OnceLock<Vec<SapEntry>> = OnceLock::new();
    ROWS.get_or_init(|| {
        toml::from_str::<File>(TOML).map(|file| file.code).expect("a test reads the embedded list")
    })
}

/// A code of the list.
#[must_use]
pub fn get(code: SapCode) -> Option<&'static SapEntry> {
    all().iter().find(|entry| entry.code == code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_read_and_has_each_code_once() {
        assert!(all().is_sorted_by(|a, b| a.code < b.code));
        let entry = |code| get(SapCode::parse(code).unwrap());
        assert_eq!(entry("A02").unwrap().label(), "Patto di attivazione");
        assert_eq!(entry("B04").unwrap().label(), "B04", "no name is invented");
        assert!(entry("RC1").unwrap().legacy);
        assert_eq!(entry("X99"), None);
    }

    #[test]
    fn codes_and_service_levels_agree() {
        for entry in all() {
            for lep in &entry.lep {
                let lep = crate::tables::lep::get(*lep).unwrap();
                assert!(lep.attests(entry.code), "{} {}", lep.code, entry.code);
            }
        }
    }
}
