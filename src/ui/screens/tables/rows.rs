//! The three lists of PA01: tables, the rows of one, the history of a row.

use chrono::{NaiveDate, NaiveDateTime};

use crate::desk::query::Tables;
use crate::domain::office_row::{Entry, OfficeRow, Table, When};
use crate::ui::screens::common;
use crate::ui::strings::tables as words;
use crate::ui::widgets::table::Column;

/// A line of one of the lists.
#[derive(Clone, Debug)]
pub enum Line {
    /// A table: its rows of today, the office's own.
    Table(Table, usize, usize),
    /// A row of a table.
    Row(Table, Box<Entry>),
    /// A row as the office wrote it.
    Past {
        /// Of which table.
        table: Table,
        /// What the code is called.
        name: String,
        /// Listed among those of the whole table.
        whole: bool,
        /// The row.
        row: Box<OfficeRow>,
    },
}

/// Every table.
pub fn tables(of: &Tables, today: NaiveDate) -> Vec<Line> {
    let line = |table: &Table| Line::Table(*table, of.in_use(*table, today), of.standing(*table));
    Table::ALL.iter().map(line).collect()
}

/// The rows of a table.
pub fn rows(of: &Tables, table: Table, today: NaiveDate) -> Vec<Line> {
    of.shown(table, today).into_iter().map(|entry| Line::Row(table, Box::new(entry.clone()))).collect()
}

/// What the office wrote about a code, or in the whole table.
pub fn history(of: &Tables, table: Table, code: Option<&Entry>) -> Vec<Line> {
    let rows = match code {
        Some(entry) => of.history(table, &entry.code),
        None => of.written(table),
    };
    let line = |row: &OfficeRow| {
        let ships = of.timeline(table, &row.code).last().map(|entry| called(table, entry));
        let name = ships.unwrap_or_else(|| called(table, &entry_of(row)));
        Line::Past { table, name, whole: code.is_none(), row: Box::new(row.clone()) }
    };
    rows.into_iter().map(line).collect()
}

/// Columns of the tables.
pub fn table_columns() -> Vec<Column> {
    vec![Column::rest(words::TABLE), Column::new(words::COUNT, 6), Column::new(words::OWN, 12)]
}

/// Columns of the rows.
pub fn row_columns() -> Vec<Column> {
    vec![
        Column::rest(words::WHAT),
        Column::new(words::VALUE, 18),
        Column::new(words::HOLDS, 14),
        Column::new(words::WHOSE, 7),
        Column::new(words::RULE, 9).from(100),
    ]
}

/// Columns of the history of a code.
pub fn past_columns() -> Vec<Column> {
    vec![
        Column::new(words::FROM, 10),
        Column::new(words::TO, 10),
        Column::new(words::VALUE, 14),
        Column::rest(words::WHY),
        Column::new(words::WHO, 10),
        Column::new(words::STATE, 8),
    ]
}

/// Columns of all the office wrote in a table.
pub fn written_columns() -> Vec<Column> {
    vec![
        Column::rest(words::WHAT),
        Column::new(words::VALUE, 18),
        Column::new(words::FROM, 10),
        Column::new(words::WHO, 10),
        Column::new(words::STATE, 8),
    ]
}

/// What a row is called, with a capital: the words of the tables also stand
/// within sentences.
pub fn called(table: Table, entry: &Entry) -> String {
    let label = entry.text("label");
    // A rule is known by its number.
    if table == Table::Rules {
        return format!("{}  {label}", entry.code);
    }
    let mut letters = if label.is_empty() { entry.code.chars() } else { label.chars() };
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// The same where there is room for a name only: a rule by its number.
pub fn name(table: Table, entry: &Entry) -> String {
    if table == Table::Rules { entry.code.clone() } else { called(table, entry) }
}

/// When a row holds, in a few words.
fn holds(entry: &Entry, today: NaiveDate) -> String {
    let show = |day: Option<NaiveDate>| common::day(day);
    match (entry.when(today), entry.valid_to) {
        (When::Later, _) => words::from_day(&show(entry.valid_from)),
        (_, Some(_)) => words::to_day(&show(entry.valid_to)),
        (_, None) if entry.valid_from.is_some() => words::from_day(&show(entry.valid_from)),
        _ => String::new(),
    }
}

/// What a row says; of a code without columns of its own, its name.
pub fn says(table: Table, entry: &Entry) -> String {
    let told = table.told(entry);
    if told.is_empty() { entry.text("label").to_owned() } else { told }
}

/// The texts of a line.
pub fn cells(line: &Line, today: NaiveDate) -> Vec<String> {
    match line {
        Line::Table(table, rows, own) => {
            vec![
                table.label().to_owned(),
                rows.to_string(),
                if *own > 0 { own.to_string() } else { String::new() },
            ]
        }
        Line::Row(table, entry) => vec![
            called(*table, entry),
            table.told(entry),
            holds(entry, today),
            if entry.own.is_some() { words::MINE.to_owned() } else { String::new() },
            entry.text("rule").to_owned(),
        ],
        Line::Past { table, name, whole, row } => {
            let value = says(*table, &entry_of(row));
            let from = common::day(Some(row.valid_from));
            let state = if row.stands() { words::STANDS } else { words::WITHDRAWN }.to_owned();
            if *whole {
                vec![name.clone(), value, from, row.by.clone(), state]
            } else {
                vec![from, common::day(row.valid_to), value, row.reason.clone(), row.by.clone(), state]
            }
        }
    }
}

fn entry_of(row: &OfficeRow) -> Entry {
    Entry { code: row.code.clone(), cells: row.cells.clone(), ..Entry::default() }
}

/// All about the line under the pointer: names and values.
pub fn details(line: &Line, of: &Tables, today: NaiveDate) -> Vec<(&'static str, String)> {
    match line {
        Line::Table(table, ..) => vec![(words::CODE, table.word().to_owned())],
        Line::Row(table, entry) => {
            let mut said = vec![(words::CODE, entry.code.clone())];
            if *table == Table::Rules {
                said.push((words::ASKS, entry.text("label").to_owned()));
            }
            said.extend(timeline(*table, &entry.code, of, today));
            if let Some(row) = of.own.iter().find(|row| Some(row.id) == entry.own) {
                said.push((words::WHEN, written(row.at, &row.by)));
                said.push((words::WHY, row.reason.clone()));
            }
            if *table != Table::Rules {
                said.push((words::RULE, entry.text("rule").to_owned()));
            }
            said.push((words::SOURCE, entry.text("source").to_owned()));
            if let Some(column) = table.column("value") {
                said.push((words::WANTED, column.wanted(&entry.code)));
            }
            said
        }
        Line::Past { table, row, whole, .. } => {
            let days = words::days(&common::day(Some(row.valid_from)), &common::day(row.valid_to));
            let mut said = vec![
                (words::CODE, row.code.clone()),
                (words::VALUE, says(*table, &entry_of(row))),
                (words::HOLDS, if *whole { days } else { String::new() }),
                (words::WHEN, written(row.at, &row.by)),
                (words::WHY, row.reason.clone()),
                (words::SOURCE, row.source.clone()),
            ];
            if let Some(at) = row.withdrawn_at {
                let by = written(at, &row.withdrawn_by);
                said.push((words::WITHDRAWN_ON, format!("{by}: {}", row.withdrawn_reason)));
            }
            said
        }
    }
}

/// When something was written, and by whom; years later it is still read.
fn written(at: NaiveDateTime, by: &str) -> String {
    words::by(&at.format("%d/%m/%Y %H:%M").to_string(), by)
}

/// What held before, what holds today, what will hold.
fn timeline(table: Table, code: &str, of: &Tables, today: NaiveDate) -> Vec<(&'static str, String)> {
    let entries = || of.timeline(table, code);
    let told = |entry: &Entry| {
        let days = words::days(&common::day(entry.valid_from), &common::day(entry.valid_to));
        words::held(&says(table, entry), &days, entry.own.is_some())
    };
    let before = entries().filter(|entry| entry.when(today) == When::Over).last();
    let now = entries().find(|entry| entry.when(today) == When::Now);
    let later = entries().filter(|entry| entry.when(today) == When::Later);
    before
        .map(|entry| (words::BEFORE, told(entry)))
        .into_iter()
        .chain([(words::NOW, now.map_or_else(|| words::NOT_NOW.to_owned(), told))])
        .chain(later.map(|entry| (words::THEN, told(entry))))
        .collect()
}
