//! Small code tables of the forms: one shape, one loader.

use std::sync::OnceLock;

use chrono::NaiveDate;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::domain::appointment::proof::Weight;
use crate::domain::codes::LepCode;
use crate::domain::did::DidEvent;
use crate::domain::period::Period;
use crate::domain::placement::Category;

/// A code with its label and its dates; `extra` holds what some tables add.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct CodeRow<Extra = Plain> {
    /// The code stored in records.
    pub code: String,
    /// What the operator reads, in Italian.
    pub label: String,
    /// First day on which it may be chosen.
    #[serde(default)]
    pub valid_from: Option<NaiveDate>,
    /// Last day on which it may be chosen.
    #[serde(default)]
    pub valid_to: Option<NaiveDate>,
    /// The further columns of the table.
    #[serde(flatten)]
    pub extra: Extra,
}

impl<Extra> CodeRow<Extra> {
    /// When it may be chosen.
    #[must_use]
    pub fn period(&self) -> Period {
        Period { from: self.valid_from, to: self.valid_to }
    }
}

/// No further column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Plain {}

/// A code table in the order of its list.
#[derive(Clone, Debug)]
pub struct CodeTable<Extra: 'static = Plain> {
    rows: Vec<CodeRow<Extra>>,
}

impl<Extra> CodeTable<Extra> {
    /// A table made by the program from other data.
    #[must_use]
    pub fn new(rows: Vec<CodeRow<Extra>>) -> Self {
        Self { rows }
    }

    /// Every row, also those no longer in force.
    #[must_use]
    pub fn rows(&self) -> &[CodeRow<Extra>] {
        &self.rows
    }

    /// The rows that may be chosen on a day.
    pub fn on(&self, day: NaiveDate) -> impl Iterator<Item = &CodeRow<Extra>> {
        self.rows.iter().filter(move |row| row.period().contains(day))
    }

    /// The row of a code, whatever its dates.
    #[must_use]
    pub fn get(&self, code: &str) -> Option<&CodeRow<Extra>> {
        self.rows.iter().find(|row| row.code == code)
    }

    /// The row of a code on a day; the last there was when none holds then,
    /// since what was recorded is still to be read.
    #[must_use]
    pub fn get_on(&self, code: &str, day: NaiveDate) -> Option<&CodeRow<Extra>> {
        let of_code = || self.rows.iter().filter(|row| row.code == code);
        of_code().find(|row| row.period().contains(day)).or_else(|| of_code().last())
    }

    /// The label a code had on a day; its last if it was in no list then.
    #[must_use]
    pub fn label_on<'a>(&'a self, code: &'a str, day: NaiveDate) -> &'a str {
        self.get_on(code, day).map_or(code, |row| &row.label)
    }

    /// The label of a code; the code itself if the table has it not, since
    /// codes received from outside are kept (R-LEP-9).
    #[must_use]
    pub fn label<'a>(&'a self, code: &'a str) -> &'a str {
        self.get(code).map_or(code, |row| &row.label)
    }
}

#[derive(Deserialize)]
struct File<Row> {
    row: Vec<Row>,
}

/// The rows of an embedded table.
pub(super) fn read<Row: DeserializeOwned>(text: &str) -> Vec<Row> {
    toml::from_str::<File<Row>>(text).map(|file| file.row).expect("a test reads every embedded table")
}

macro_rules! tables {
    ($($(#[$doc:meta])* $name:ident: $extra:ty = $file:literal;)+) => {
        $(
            $(#[$doc])*
            #[must_use]
            pub fn $name() -> &'static CodeTable<$extra> {
                static TABLE: OnceLock<CodeTable<$extra>> = OnceLock::new();
                TABLE.get_or_init(|| {
                    CodeTable::new(read(include_str!(concat!("../../assets/data/tables/", $file))))
                })
            }
        )+

        #[cfg(test)]
        fn sizes() -> Vec<(&'static str, usize, Vec<String>)> {
            vec![$((
                $file,
                $name().rows().len(),
                $name().rows().iter().map(|row| row.code.clone()).collect(),
            )),+]
        }
    };
}

tables! {
    /// Kinds of identity document.
    identity_documents: Plain = "identity_documents.toml";
    /// Reasons of a residence permit (R-DID-17).
    residence_permits: Permit = "residence_permits.toml";
    /// How a DID was given (R-DID-5).
    did_channels: DidChannel = "did_channels.toml";
    /// Benefits; those with an end are history (R-MIA-4).
    benefits: Benefit = "benefits.toml";
    /// Convocation channels (R-CNV-8).
    convocation_channels: ConvocationChannel = "convocation_channels.toml";
    /// What justifies an absence, or refusing an offer (R-JUS-1, 4).
    justified_reasons: JustifiedReason = "justified_reasons.toml";
    /// Who may enrol for targeted placement (R-CM-5, 6).
    targeted_categories: Category = "targeted_categories.toml";
    /// Why the unemployed status is lost (R-LOS-1).
    loss_reasons: LossReason = "loss_reasons.toml";
    /// Education titles.
    education_titles: Education = "education_titles.toml";
    /// Length of presence in Italy.
    presence_in_italy: Plain = "presence_in_italy.toml";
    /// Occupational condition one year before.
    conditions_year_before: Plain = "conditions_year_before.toml";
    /// Position in the last occupation.
    job_positions: Plain = "job_positions.toml";
    /// Enrolment in school, university or training.
    school_enrolments: Plain = "school_enrolments.toml";
    /// Digital skills, the operator's judgement.
    digital_skills: Plain = "digital_skills.toml";
    /// How far the person can move for work.
    mobility: Plain = "mobility.toml";
    /// Paths of a PSP, GOL with its dates (R-PSP-17, R-PSP-18).
    paths: Path = "paths.toml";
    /// Target groups of GOL; a person may be in more than one.
    gol_targets: GolTarget = "gol_targets.toml";
    /// Ordinary frequency of contacts (R-PSP-2 d).
    contact_frequencies: Frequency = "contact_frequencies.toml";
    /// How ordinary contacts are kept.
    contact_modes: Plain = "contact_modes.toml";
    /// How the job search is proved (R-PSP-2 e).
    proof_methods: Plain = "proof_methods.toml";
    /// Services an appointment is booked for.
    services: Service = "services.toml";
    /// Economic-professional sectors (R-PSP-20).
    economic_sectors: Plain = "economic_sectors.toml";
}

/// Column of [`residence_permits`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub struct Permit {
    /// Does it allow work by itself?
    pub work: bool,
}

/// Column of [`benefits`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Benefit {
    /// Is it in the list of MiAttivo (R-MIA-4)?
    #[serde(default)]
    pub miattivo: bool,
}

/// Column of [`did_channels`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub struct DidChannel {
    /// Does it copy a DID given elsewhere? Only then a past date is allowed
    /// (R-DID-16).
    pub copy: bool,
}

/// Column of [`convocation_channels`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub struct ConvocationChannel {
    /// Is it proof for a sanction?
    pub proof: Weight,
    /// By benefit: with NASpI or DIS-COLL proof for applications accepted
    /// from this day (R-CNV-9).
    #[serde(default)]
    pub insurance_from: Option<NaiveDate>,
    /// By benefit: proof with AdI or SFL, to validated contacts of the PAD.
    #[serde(default)]
    pub inclusion: bool,
}

/// Column of [`justified_reasons`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub struct JustifiedReason {
    /// Does it justify refusing an offer (R-JUS-4)?
    pub offer: bool,
}

/// Column of [`loss_reasons`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub struct LossReason {
    /// Is it a sanction of art. 21, with the two months of R-LOS-2?
    pub sanction: bool,
    /// The event of the DID it belongs to.
    pub event: DidEvent,
}

/// Column of [`education_titles`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub struct Education {
    /// 0 to 8, in the manner of ISCED 2011.
    pub level: u8,
    /// The age at which it can be had at the earliest, years.
    pub youngest: u32,
}

/// Column of [`paths`].
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Path {
    /// The path to propose in its place once it is no longer in force.
    #[serde(default)]
    pub after: Option<String>,
}

/// Column of [`gol_targets`].
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct GolTarget {
    /// Who belongs to it, in Italian.
    pub criterion: String,
}

/// Column of [`contact_frequencies`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub struct Frequency {
    /// The longest wait in days; 0 where the pact says it in words.
    pub days: u32,
}

/// Columns of [`services`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub struct Service {
    /// Default length, minutes.
    pub minutes: u32,
    /// The service level it gives, if any.
    #[serde(default)]
    pub lep: Option<LepCode>,
    /// Is it in the scope of remote delivery (R-REM-1)?
    pub remote: bool,
    /// Does its name tell special data (GDPR art. 9)? Then lists of people do
    /// not name it.
    #[serde(default)]
    pub reserved: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn every_table_is_read_and_has_each_code_once() {
        for (file, size, mut codes) in sizes() {
            assert!(size > 3, "{file}");
            codes.sort();
            codes.dedup();
            assert_eq!(codes.len(), size, "{file}");
        }
    }

    #[test]
    fn codes_of_the_rules_are_there() {
        assert!(
            ["naspi", "dis_coll", "adi", "sfl", "none"].iter().all(|code| benefits().get(code).is_some())
        );
        assert_eq!(did_channels().rows().len(), 7, "R-DID-5");
        assert_eq!(convocation_channels().rows().len(), 8, "R-CNV-8");
        assert_eq!(loss_reasons().rows().len(), 9, "R-LOS-1");
        assert_eq!(gol_targets().rows().len(), 6);
        assert!(!did_channels().get("cpi_operator").unwrap().extra.copy);
        assert_eq!(convocation_channels().get("email").unwrap().extra.proof, Weight::ByBenefit);
        for service in services().rows() {
            let lep = service.extra.lep;
            assert!(lep.is_none_or(|code| crate::tables::lep::get(code).is_some()), "{}", service.code);
        }
    }

    #[test]
    fn records_know_every_code_that_may_be_chosen() {
        fn known<Code: DeserializeOwned>(codes: &[&str]) {
            for code in codes {
                assert!(serde_json::from_value::<Code>((*code).into()).is_ok(), "{code}");
            }
        }
        fn codes<Extra>(table: &CodeTable<Extra>) -> Vec<&str> {
            table.on(date(2026, 11, 22)).map(|row| row.code.as_str()).collect()
        }
        known::<crate::domain::did::DidChannel>(&codes(did_channels()));
        known::<crate::domain::did::Benefit>(&codes(benefits()));
        known::<crate::domain::appointment::ConvocationChannel>(&codes(convocation_channels()));
        for row in did_channels().rows() {
            let channel: crate::domain::did::DidChannel =
                serde_json::from_value(row.code.as_str().into()).unwrap();
            assert_eq!(channel.is_copy(), row.extra.copy, "{}", row.code);
        }
    }

    #[test]
    fn dates_decide_what_may_be_chosen() {
        let on = |day| benefits().on(day).map(|row| row.code.as_str()).collect::<Vec<_>>();
        assert_eq!(on(date(2026, 11, 22)), ["none", "naspi", "dis_coll", "adi", "sfl"]);
        assert!(on(date(2020, 1, 1)).contains(&"rdc") && !on(date(2020, 1, 1)).contains(&"adi"));
        assert!(paths().on(date(2026, 8, 31)).any(|row| row.code == "gol_1"), "last day of GOL, R-PSP-18");
        assert!(!paths().on(date(2026, 9, 1)).any(|row| row.code == "gol_1"));
        assert_eq!(paths().label("gol_4"), "GOL 4 Lavoro e inclusione");
        assert_eq!(paths().label("sconosciuto"), "sconosciuto", "unknown codes are kept");
    }
}
