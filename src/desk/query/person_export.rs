//! Everything of one person, to be handed over (GDPR art. 15 par. 3 and 20),
//! with what was corrected and on whose request (art. 16).

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime};
use serde::Serialize;
use serde_json::{Map, Value};
use uuid::Uuid;

use super::History;
use crate::desk::paper::office_paper;
use crate::domain::history::{RecordedUnit, RowFate};
use crate::domain::ids::RegistrantId;
use crate::domain::paper::{OfficePaper, RecipientPaper};
use crate::domain::registrant::Registrant;
use crate::fault::Result;
use crate::store::Read;

/// The layout of the file, told in it: a later one has another number.
pub const LAYOUT: &str = "sportello/person/1";

/// What is not in the copy, with why.
pub const LEFT_OUT: &[&str] = &[
    "I file PDF dei documenti emessi: si chiedono con il loro numero, che qui c'è.",
    "Chi ha visto e usato i dati: è nel rapporto degli accessi.",
    "Le bozze non registrate: non sono ancora dati dell'ufficio.",
    "Le scadenze e gli indici di ricerca: si ricavano da questi dati.",
];

/// Everything of one person. Dates are ISO 8601, amounts of money are cents,
/// codes are those of the tables of the office.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PersonExport {
    /// `LAYOUT`.
    pub layout: &'static str,
    /// When it was drawn.
    pub at: NaiveDateTime,
    /// Code of the office.
    pub office: String,
    /// Name of the office.
    pub office_name: String,
    /// Whose data.
    pub registrant: RegistrantId,
    /// The records by table, every table of people, the oldest record first.
    pub records: Map<String, Value>,
    /// What was corrected, the oldest first.
    pub rectifications: Vec<Rectified>,
    /// What is not in it, with why.
    pub left_out: Vec<&'static str>,
    /// The tables in the order they are told.
    #[serde(skip)]
    pub order: Vec<&'static str>,
    /// The office box and the person, for paper.
    #[serde(skip)]
    pub heads: (OfficePaper, RecipientPaper),
    /// What records and operators are called: by id, by username.
    #[serde(skip)]
    pub names: (BTreeMap<String, String>, BTreeMap<String, String>),
}

/// A field that was one thing and became another.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Rectified {
    /// When.
    pub at: NaiveDateTime,
    /// By whom (username).
    pub by: String,
    /// By which command.
    pub command: String,
    /// Who asked for it: `person`, `representative`, `authority`, `office`;
    /// `None` where it was not said.
    pub asked_by: Option<String>,
    /// When they asked.
    pub asked_on: Option<NaiveDate>,
    /// Table of the record.
    pub table: String,
    /// Its key.
    pub record: Uuid,
    /// The field.
    pub field: String,
    /// What it was, as stored.
    pub was: Value,
    /// What it became.
    pub is: Value,
}

/// Of a command, who asked for it.
#[derive(Default, serde::Deserialize)]
struct Asked {
    #[serde(default)]
    asked_by: Option<String>,
    #[serde(default)]
    asked_on: Option<NaiveDate>,
}

impl PersonExport {
    /// Draws it.
    ///
    /// # Errors
    /// When nobody has that id, or the file cannot be read.
    pub fn read(read: &Read<'_>, registrant: RegistrantId, now: NaiveDateTime) -> Result<Self> {
        let person: Registrant = read.need(registrant.0)?;
        let history = History::read(read, registrant)?;
        let office = read.office()?.unwrap_or_default();
        let parts = read.everything_of(registrant)?;
        let order = parts.iter().map(|(table, _)| *table).collect();
        let records = parts.into_iter().map(|(table, rows)| (table.to_owned(), Value::Array(rows))).collect();
        let recipient = RecipientPaper {
            full_name: person.full_name(),
            fiscal_code: person.fiscal_code,
            address: String::new(),
        };
        let heads = (office_paper(office.clone()), recipient);
        Ok(Self {
            layout: LAYOUT,
            at: now,
            office: office.code,
            office_name: office.name,
            registrant,
            records,
            rectifications: rectifications(read, &history)?,
            left_out: LEFT_OUT.to_vec(),
            order,
            heads,
            names: (history.names, history.authors),
        })
    }
}

/// What changed in records that were there, from the history.
fn rectifications(read: &Read<'_>, history: &History) -> Result<Vec<Rectified>> {
    let units = read.units_of(history.registrant.0)?;
    let asked = |unit: &RecordedUnit| serde_json::from_str::<Asked>(&unit.command).unwrap_or_default();
    let mut all = Vec::new();
    for (save, unit) in history.saves.iter().zip(&units).rev() {
        let asked = asked(unit);
        for row in save.rows.iter().filter(|row| row.fate == RowFate::Changed) {
            for field in &row.fields {
                all.push(Rectified {
                    at: save.at,
                    by: save.by.clone(),
                    command: save.command.clone(),
                    asked_by: asked.asked_by.clone(),
                    asked_on: asked.asked_on,
                    table: row.table.clone(),
                    record: row.key,
                    field: field.field.clone(),
                    was: field.before.clone(),
                    is: field.after.clone(),
                });
            }
        }
    }
    Ok(all)
}
