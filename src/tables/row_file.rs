//! A file of rows an office wants in one of its tables: TOML, read whole or
//! not at all, every fault with its line and column.
//!
//! ```toml
//! table = "parameters"
//! reason = "nota regionale 12/2026"
//! source = "nota 12/2026"
//! row = [ { code = "psp.contact_days", value = 20, valid_from = "2026-12-01" } ]
//! ```
//!
//! Only the shape is looked at here; codes, columns, values and days are
//! judged by the rules (R-UFF-21 to 34), and [`RowFile::place`] says where
//! what they speak of is written.

use std::collections::BTreeMap;
use std::ops::Range;

use chrono::NaiveDate;
use serde_json::Value as Json;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::written::{Place, Problem, place};
use crate::domain::office_row::{GivenRow, Table};
use crate::domain::text::excerpt;

/// The longest file, in bytes: no office has so many rows.
pub const MOST_BYTES: u64 = 256 * 1024;
/// The most rows of a file.
pub const MOST_ROWS: usize = 500;

/// A file that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct RowFile {
    /// Which table.
    pub table: Table,
    /// The rows as given, in the order of the file.
    pub rows: Vec<GivenRow>,
    /// Why; empty when the file does not say.
    pub reason: String,
    /// The act they rest on; empty when the file does not say.
    pub source: String,
    places: BTreeMap<String, Place>,
}

impl RowFile {
    /// Reads a file. `from` is the first day of the rows that say none.
    ///
    /// # Errors
    /// Everything that is wrong with its shape, in the order of the file; of
    /// what is no TOML the first thing only.
    pub fn read(bytes: &[u8], from: Option<NaiveDate>) -> Result<Self, Vec<Problem>> {
        let text = std::str::from_utf8(bytes).map_err(|error| {
            let place = place(&String::from_utf8_lossy(&bytes[..error.valid_up_to()]), usize::MAX);
            one(place, "il file non è scritto in UTF-8: salvarlo come testo UTF-8 e riprovare.")
        })?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let table = DeTable::parse(text).map_err(|error| {
            let at = error.span().map_or(0, |span| span.start);
            one(place(text, at), syntax(error.message(), text, at))
        })?;
        let mut reader = Reader { text, from, ..Reader::default() };
        let file = reader.file(table.get_ref());
        reader.problems.sort_by_key(|problem| problem.place);
        file.filter(|_| reader.problems.is_empty()).ok_or(reader.problems)
    }

    /// Where what a finding speaks of is written: `rows.0.cells.value`,
    /// `reason`; the nearest thing around it otherwise.
    #[must_use]
    pub fn place(&self, field: &str) -> Place {
        let mut path = field;
        loop {
            if let Some(place) = self.places.get(path) {
                return *place;
            }
            match path.rsplit_once('.') {
                Some((around, _)) => path = around,
                None => return Place { line: 1, column: 1 },
            }
        }
    }
}

fn one(place: Place, text: impl Into<String>) -> Vec<Problem> {
    vec![Problem { place, text: text.into() }]
}

/// What the reader of TOML says, in Italian.
fn syntax(said: &str, text: &str, at: usize) -> String {
    if said.contains("duplicate key") {
        return "questa chiave è scritta due volte: toglierne una.".to_owned();
    }
    match text.get(at..).and_then(|rest| rest.chars().next()) {
        None => "il file finisce a metà: manca una virgoletta o una parentesi di chiusura.".to_owned(),
        Some('\n' | '\r') => {
            "la riga finisce a metà: manca un valore, una virgoletta o una parentesi.".to_owned()
        }
        Some(sign) => format!(
            "qui il file non si legge, a partire da «{}»: controllare virgolette, virgole e parentesi.",
            excerpt(&sign.to_string())
        ),
    }
}

#[derive(Default)]
struct Reader<'a> {
    text: &'a str,
    from: Option<NaiveDate>,
    problems: Vec<Problem>,
    places: BTreeMap<String, Place>,
}

impl Reader<'_> {
    fn file(&mut self, file: &DeTable<'_>) -> Option<RowFile> {
        let (mut table, mut rows, mut reason, mut source) = (None, None, String::new(), String::new());
        for (key, value) in file {
            let name: &str = key.get_ref();
            self.mark(name.to_owned(), value.span());
            match name {
                "table" => table = self.table(value),
                "row" => rows = self.rows(value),
                "reason" => reason = self.words(name, value).unwrap_or_default(),
                "source" => source = self.words(name, value).unwrap_or_default(),
                other => self.wrong(
                    key.span(),
                    format!("«{}» qui non va: ci vanno table, reason, source e row.", excerpt(other)),
                ),
            }
        }
        for name in ["table", "row"] {
            if !self.places.contains_key(name) {
                let what =
                    if name == "table" { table_wanted() } else { "le righe: row = [ … ]".to_owned() };
                self.wrong(0..0, format!("manca {what}"));
            }
        }
        let places = std::mem::take(&mut self.places);
        Some(RowFile { table: table?, rows: rows?, reason, source, places })
    }

    fn table(&mut self, value: &Spanned<DeValue<'_>>) -> Option<Table> {
        let found = value.get_ref().as_str().and_then(Table::named);
        if found.is_none() {
            self.wrong(value.span(), format!("tabella sconosciuta: ci vuole {}", table_wanted()));
        }
        found
    }

    fn rows(&mut self, value: &Spanned<DeValue<'_>>) -> Option<Vec<GivenRow>> {
        let Some(array) = value.get_ref().as_array() else {
            self.wrong(value.span(), "row è un elenco: row = [ { code = … }, … ].".to_owned());
            return None;
        };
        if array.is_empty() {
            self.wrong(value.span(), "non c'è nessuna riga.".to_owned());
        }
        if array.len() > MOST_ROWS {
            let text = format!("le righe sono {}, al più {MOST_ROWS}: dividere il file.", array.len());
            self.wrong(value.span(), text);
            return None;
        }
        let mut seen: BTreeMap<(String, Option<NaiveDate>), usize> = BTreeMap::new();
        let mut rows = Vec::with_capacity(array.len());
        for (index, row) in array.iter().enumerate() {
            self.mark(format!("rows.{index}"), row.span());
            let Some(cells) = row.get_ref().as_table() else {
                self.wrong(row.span(), "una riga si scrive { code = …, … }.".to_owned());
                continue;
            };
            let given = self.row(index, cells, row.span());
            if !given.code.is_empty() {
                let first = *seen.entry((given.code.clone(), given.valid_from)).or_insert(index);
                if first != index {
                    let line = self.places[&format!("rows.{first}")].line;
                    let code = excerpt(&given.code);
                    let text = format!(
                        "il codice «{code}» c'è due volte con lo stesso giorno: la prima alla riga {line}."
                    );
                    self.wrong(row.span(), text);
                }
            }
            rows.push(given);
        }
        Some(rows)
    }

    fn row(&mut self, index: usize, cells: &DeTable<'_>, span: Range<usize>) -> GivenRow {
        let mut given = GivenRow { valid_from: self.from, ..GivenRow::default() };
        for (key, value) in cells {
            let name: &str = key.get_ref();
            match name {
                "code" | "valid_from" | "valid_to" => {
                    self.mark(format!("rows.{index}.{name}"), value.span());
                    match name {
                        "code" => given.code = self.words(name, value).unwrap_or_default(),
                        "valid_from" => given.valid_from = self.day(value),
                        _ => given.valid_to = self.day(value),
                    }
                }
                column => {
                    self.mark(format!("rows.{index}.cells.{column}"), key.span());
                    if let Some(value) = self.cell(column, value) {
                        given.cells.insert(column.to_owned(), value);
                    }
                }
            }
        }
        if !cells.contains_key("code") {
            self.wrong(span, "alla riga manca il codice: code = \"…\".".to_owned());
        }
        given
    }

    fn words(&mut self, name: &str, value: &Spanned<DeValue<'_>>) -> Option<String> {
        let text = value.get_ref().as_str().map(ToOwned::to_owned);
        if text.is_none() {
            self.wrong(value.span(), format!("{name} è un testo fra virgolette."));
        }
        text
    }

    fn day(&mut self, value: &Spanned<DeValue<'_>>) -> Option<NaiveDate> {
        let written = match value.get_ref() {
            DeValue::String(text) => text.to_string(),
            DeValue::Datetime(at) => at.to_string(),
            _ => String::new(),
        };
        let day = written.parse().ok();
        if day.is_none() {
            let text = "una data si scrive \"2026-12-01\", e il giorno deve esserci nel calendario.";
            self.wrong(value.span(), text.to_owned());
        }
        day
    }

    fn cell(&mut self, column: &str, value: &Spanned<DeValue<'_>>) -> Option<Json> {
        match value.get_ref() {
            DeValue::String(text) => Some(text.to_string().into()),
            DeValue::Boolean(flag) => Some((*flag).into()),
            DeValue::Datetime(at) => Some(at.to_string().into()),
            DeValue::Integer(n) => {
                let number = i64::from_str_radix(n.as_str(), n.radix()).ok();
                if number.is_none() {
                    self.wrong(value.span(), "il numero è troppo grande.".to_owned());
                }
                number.map(Into::into)
            }
            // No column takes one: the rule says what it wants in its place.
            DeValue::Float(number) => Some(number.as_str().into()),
            DeValue::Array(_) | DeValue::Table(_) => {
                self.wrong(value.span(), format!("«{}» vuole un valore solo.", excerpt(column)));
                None
            }
        }
    }

    fn mark(&mut self, path: String, span: Range<usize>) {
        self.places.insert(path, place(self.text, span.start));
    }

    fn wrong(&mut self, span: Range<usize>, text: String) {
        self.problems.push(Problem { place: place(self.text, span.start), text });
    }
}

fn table_wanted() -> String {
    let words: Vec<&str> = Table::ALL.iter().map(|table| table.word()).collect();
    format!("table, una fra {}.", words.join(", "))
}

#[cfg(test)]
mod tests;
