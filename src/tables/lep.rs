//! The catalogue of essential service levels (LEP) with their SAP codes.
//!
//! Source: DM 4/2018 annex B; SAP codes from the LEP-SAP table of Regione
//! Campania, exactly as written there. Nothing is filled in where the table
//! is silent: candidates are kept apart and marked as not attested.

use std::fmt;
use std::sync::OnceLock;

use serde::Deserialize;

use crate::domain::codes::{LepCode, SapCode};

const TOML: &str = include_str!("../../assets/data/lep.toml");

/// One service level, or a coded sub-activity of one (`M1` of `M`).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct LepEntry {
    /// The code.
    pub code: LepCode,
    /// The letter it belongs to: `F` for `F3`, `M` for `M1`.
    pub group: LepCode,
    /// Title, in Italian.
    pub title: String,
    /// Who it is for.
    pub audience: Audience,
    /// Laws, as cited on paper.
    #[serde(default)]
    pub legal_refs: Vec<String>,
    /// What is done.
    #[serde(default)]
    pub activities: Vec<String>,
    /// In a few words.
    #[serde(default)]
    pub description: String,
    /// What comes out of it.
    #[serde(default)]
    pub outputs: Vec<String>,
    /// What changes for the person.
    #[serde(default)]
    pub outcomes: Vec<String>,
    /// SAP codes exactly as written in the source.
    #[serde(default, rename = "sap_codes")]
    pub sap_as_written: Vec<String>,
    /// The same as codes.
    #[serde(default)]
    pub sap_keys: Vec<SapKey>,
    /// How much the source says about the SAP codes.
    pub sap_status: SapStatus,
    /// Codes that may be the right ones, attested by nobody.
    #[serde(default)]
    pub sap_candidates: Vec<SapCode>,
    /// Where the row comes from.
    pub source: String,
    /// Notes on the source.
    #[serde(default)]
    pub note: String,
    /// Sub-activities with a code of their own.
    #[serde(default)]
    pub sub: Vec<LepSub>,
}

/// A coded sub-activity.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct LepSub {
    /// The code, `M1`.
    pub code: LepCode,
    /// Title, in Italian.
    pub title: String,
}

/// Who a service is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Audience {
    /// The person.
    #[serde(rename = "persona")]
    Person,
    /// The employer.
    #[serde(rename = "datore")]
    Employer,
}

/// What the source says about the SAP codes of a service level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum SapStatus {
    /// The code is written there.
    #[serde(rename = "attestato")]
    Attested,
    /// The source itself says it is to be defined.
    #[serde(rename = "da_definire")]
    ToBeDefined,
    /// The table was not found.
    #[serde(rename = "non_reperito")]
    NotFound,
}

/// What stands in the SAP column of a service level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(try_from = "String")]
pub enum SapKey {
    /// An activity of section 6.
    Activity(SapCode),
    /// The mandatory communication that proves the job: no activity code,
    /// never chosen (R-LEP-3).
    MandatoryCommunication,
}

impl TryFrom<String> for SapKey {
    type Error = crate::domain::codes::BadCode;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        if text == "CO" {
            Ok(Self::MandatoryCommunication)
        } else {
            SapCode::parse(&text).map(Self::Activity)
        }
    }
}

impl fmt::Display for SapKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Activity(code) => code.fmt(f),
            Self::MandatoryCommunication => f.pad("CO"),
        }
    }
}

impl LepEntry {
    /// The attested codes the operator may choose. With more than one there
    /// is no default (R-LEP-2).
    pub fn choices(&self) -> impl Iterator<Item = SapCode> {
        self.sap_keys.iter().filter_map(|key| match key {
            SapKey::Activity(code) => Some(*code),
            SapKey::MandatoryCommunication => None,
        })
    }

    /// Is the service proved by a mandatory communication (R-LEP-3)?
    #[must_use]
    pub fn wants_mandatory_communication(&self) -> bool {
        self.sap_keys.contains(&SapKey::MandatoryCommunication)
    }

    /// Is that code one the source attests for this service?
    #[must_use]
    pub fn attests(&self, code: SapCode) -> bool {
        self.choices().any(|choice| choice == code)
    }
}

#[derive(Deserialize)]
struct File {
    lep: Vec<LepEntry>,
}

/// The whole catalogue in its order; a sub-activity follows its letter, with
/// everything its letter says and its own code and title.
#[must_use]
pub fn all() -> &'static [LepEntry] {
    static ROWS: OnceLock<Vec<LepEntry>> = OnceLock::new();
    ROWS.get_or_init(|| {
        let file: File = toml::from_str(TOML).expect("a test reads the embedded catalogue");
        file.lep.into_iter().flat_map(with_subs).collect()
    })
}

fn with_subs(entry: LepEntry) -> Vec<LepEntry> {
    let subs = entry.sub.iter().map(|sub| LepEntry {
        code: sub.code,
        title: sub.title.clone(),
        sub: Vec::new(),
        ..entry.clone()
    });
    let subs: Vec<_> = subs.collect();
    std::iter::once(entry).chain(subs).collect()
}

/// A service level by code.
#[must_use]
pub fn get(code: LepCode) -> Option<&'static LepEntry> {
    all().iter().find(|entry| entry.code == code)
}

/// What may be logged for a person: a letter with coded sub-activities is
/// replaced by them (M1, not M).
pub fn for_persons() -> impl Iterator<Item = &'static LepEntry> {
    all().iter().filter(|entry| entry.audience == Audience::Person && entry.sub.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(code: &str) -> &'static LepEntry {
        get(LepCode::parse(code).unwrap()).unwrap()
    }

    fn row(code: &str) -> (Vec<&str>, Vec<String>, SapStatus) {
        let entry = entry(code);
        let written = entry.sap_as_written.iter().map(String::as_str).collect();
        (written, entry.sap_keys.iter().map(ToString::to_string).collect(), entry.sap_status)
    }

    #[test]
    fn the_five_attested_rows_are_exact() {
        let attested = |written: &[&'static str], keys: &[&str]| {
            (written.to_vec(), keys.iter().map(|key| (*key).to_owned()).collect(), SapStatus::Attested)
        };
        assert_eq!(row("E"), attested(&["A03", "A06"], &["A03", "A06"]));
        assert_eq!(row("F3"), attested(&["B03", "CO (rapporto di lavoro)"], &["B03", "CO"]));
        assert_eq!(row("G"), attested(&["B03"], &["B03"]));
        assert_eq!(row("M"), attested(&["A01"], &["A01"]));
        assert_eq!(row("M1"), attested(&["A01"], &["A01"]));
        assert_eq!(row("N"), attested(&["A02 PATTO DI ATTIVAZIONE"], &["A02"]));
        let others = all().iter().filter(|entry| entry.sap_status == SapStatus::Attested).count();
        assert_eq!(others, 6, "nobody else: five letters and M1");
    }

    #[test]
    fn no_default_for_e_and_no_choice_of_co() {
        let codes = |code: &str| entry(code).choices().map(|code| code.to_string()).collect::<Vec<_>>();
        assert_eq!(codes("E"), ["A03", "A06"]);
        assert_eq!(codes("F3"), ["B03"]);
        assert!(entry("F3").wants_mandatory_communication() && !entry("G").wants_mandatory_communication());
        assert!(codes("B").is_empty() && entry("B").sap_candidates == [SapCode::parse("N00").unwrap()]);
        assert!(!entry("B").attests(SapCode::parse("N00").unwrap()), "a candidate is not attested");
        assert_eq!(entry("J").sap_status, SapStatus::ToBeDefined);
    }

    #[test]
    fn the_catalogue_is_whole() {
        assert_eq!(all().len(), 22, "seventeen for persons with F1 to F3, four for employers, M1");
        assert_eq!(entry("E").legal_refs.len(), 4);
        assert_eq!(entry("E").outputs.len(), 2);
        assert_eq!(entry("E").outcomes.len(), 5);
        assert_eq!(entry("M1").title, "Iscrizione al collocamento mirato");
        assert_eq!(entry("M1").group, entry("M").code);
        assert_eq!(entry("M1").outputs.len(), 4);
        for entry in all() {
            assert_eq!(entry.sap_status == SapStatus::Attested, !entry.sap_keys.is_empty(), "{}", entry.code);
            for code in entry.choices().chain(entry.sap_candidates.iter().copied()) {
                assert!(crate::tables::sap::get(code).is_some(), "{code}");
            }
        }
    }
}
