//! Reports that name nobody, and the list of who may be discarded.

use chrono::{Datelike, Months, NaiveDate, NaiveDateTime};
use serde::Serialize;

use crate::domain::codes::PlaceCode;
use crate::domain::ids::RegistrantId;
use crate::domain::registrant::Registrant;
use crate::domain::sex::Sex;
use crate::domain::statistics::{self, List, Table};
use crate::fault::Result;
use crate::store::Read;
use crate::tables;

/// How many people there are, by age, sex, province and citizenship: nobody of
/// fewer than the threshold is told of, nor can be worked out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PeopleReport {
    /// When it was drawn.
    pub at: NaiveDateTime,
    /// The threshold.
    pub least: u32,
    /// By age and sex.
    pub cross: Table,
    /// By one thing each.
    pub lists: Vec<List>,
}

impl PeopleReport {
    /// Counts them.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn read(read: &Read<'_>, now: NaiveDateTime) -> Result<Self> {
        let today = now.date();
        let least = read.catalogue()?.parameters(today).privacy.statistics_least;
        let people = read.counted()?;
        let ages: Vec<(String, String)> = people
            .iter()
            .map(|one| (age_class(one.birth, today).to_owned(), sex(&one.sex).to_owned()))
            .collect();
        let provinces: Vec<String> = people.iter().map(|one| province(&one.residence)).collect();
        let from: Vec<String> = people.iter().map(|one| citizenship(&one.citizenship).to_owned()).collect();
        Ok(Self {
            at: now,
            least,
            cross: statistics::cross(("età", "genere"), &ages, least),
            lists: vec![
                statistics::list("provincia di residenza", &provinces, least),
                statistics::list("cittadinanza", &from, least),
            ],
        })
    }
}

/// The classes of age of the labour statistics.
fn age_class(birth: Option<NaiveDate>, today: NaiveDate) -> &'static str {
    let Some(age) = birth.and_then(|birth| today.years_since(birth)) else { return "età non nota" };
    match age {
        0..=14 => "meno di 15",
        15..=24 => "15-24",
        25..=29 => "25-29",
        30..=34 => "30-34",
        35..=44 => "35-44",
        45..=54 => "45-54",
        55..=64 => "55-64",
        _ => "65 e oltre",
    }
}

fn sex(word: &str) -> &'static str {
    let known = serde_json::from_value::<Sex>(serde_json::Value::String(word.to_owned()));
    known.map_or("non noto", Sex::label)
}

fn province(place: &str) -> String {
    let known = PlaceCode::parse(place).ok().and_then(|code| tables::places::get(code, None));
    let letters = known.map(|place| place.province.to_owned()).filter(|letters| !letters.is_empty());
    letters.unwrap_or_else(|| "non nota".to_owned())
}

fn citizenship(code: &str) -> &'static str {
    match code {
        "" => "non nota",
        "ITA" => "italiana",
        _ => "straniera",
    }
}

/// Who has been still for longer than the body keeps records. Nothing is
/// discarded by this program: the list goes to whoever decides (R-PRV-9).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct RetentionReport {
    /// Years after the last act; 0: the body has not decided, nobody is listed.
    pub years: u32,
    /// The last act was before this day.
    pub before: Option<NaiveDate>,
    /// Who, the longest still first.
    pub rows: Vec<RetentionRow>,
    /// There are more.
    pub more: bool,
}

/// Somebody whose term is over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RetentionRow {
    /// Who.
    pub registrant: RegistrantId,
    /// `ROSSI MARIA`.
    pub person: String,
    /// Fiscal code.
    pub fiscal_code: String,
    /// The day of the last act.
    pub last_on: NaiveDate,
    /// From which day on the term is over.
    pub over_on: NaiveDate,
}

impl RetentionReport {
    /// Reads a stretch of the list.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn read(read: &Read<'_>, skip: usize, limit: usize, today: NaiveDate) -> Result<Self> {
        let years = read.catalogue()?.parameters(today).privacy.retention_years;
        if years == 0 {
            return Ok(Self::default());
        }
        let term = Months::new(years * 12);
        let before = today.checked_sub_months(term).unwrap_or(NaiveDate::MIN.with_year(1).unwrap_or(today));
        let mut still = read.still_since(before, skip, limit.saturating_add(1))?;
        let more = still.len() > limit;
        still.truncate(limit);
        let mut rows = Vec::with_capacity(still.len());
        for one in still {
            let person: Registrant = read.need(one.registrant.0)?;
            rows.push(RetentionRow {
                registrant: one.registrant,
                person: person.list_name(),
                fiscal_code: person.fiscal_code,
                last_on: one.last_on,
                over_on: one.last_on.checked_add_months(term).unwrap_or(today),
            });
        }
        Ok(Self { years, before: Some(before), rows, more })
    }
}
