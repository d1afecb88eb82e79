//! The three lists of PA01: tables, the rows of one, the history of a row.

use chrono::NaiveDate;

use crate::desk::query::Tables;
use crate::domain::office_row::{Entry, OfficeRow, Table};
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
    Past(Table, Box<OfficeRow>),
}

/// Every table.
pub fn tables(of: &Tables, today: NaiveDate) -> Vec<Line> {
    let line = |table: &Table| Line::Table(*table, of.shown(*table, today).len(), of.standing(*table));
    Table::ALL.iter().map(line).collect()
}

/// The rows of a table.
pub fn rows(of: &Tables, table: Table, today: NaiveDate) -> Vec<Line> {
    of.shown(table, today).into_iter().map(|entry| Line::Row(table, Box::new(entry.clone()))).collect()
}

/// What the office ever wrote about a code.
pub fn history(of: &Tables, table: Table, code: &str) -> Vec<Line> {
    of.history(table, code).into_iter().map(|row| Line::Past(table, Box::new(row.clone()))).collect()
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
        Column::new(words::FROM, 10),
        Column::new(words::RULE, 9).from(78),
        Column::new(words::WHOSE, 7),
    ]
}

/// Columns of the history.
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

/// What a row is called.
pub fn called(entry: &Entry) -> &str {
    let label = entry.text("label");
    if label.is_empty() { &entry.code } else { label }
}

/// The texts of a line.
pub fn cells(line: &Line) -> Vec<String> {
    match line {
        Line::Table(table, rows, own) => {
            vec![
                table.label().to_owned(),
                rows.to_string(),
                if *own > 0 { own.to_string() } else { String::new() },
            ]
        }
        Line::Row(table, entry) => vec![
            called(entry).to_owned(),
            table.told(entry),
            common::day(entry.valid_from),
            entry.text("rule").to_owned(),
            if entry.own.is_some() { words::MINE.to_owned() } else { String::new() },
        ],
        Line::Past(table, row) => vec![
            common::day(Some(row.valid_from)),
            common::day(row.valid_to),
            table.told(&entry_of(row)),
            row.reason.clone(),
            row.by.clone(),
            if row.stands() { words::STANDS } else { words::WITHDRAWN }.to_owned(),
        ],
    }
}

fn entry_of(row: &OfficeRow) -> Entry {
    Entry { code: row.code.clone(), cells: row.cells.clone(), ..Entry::default() }
}

/// All about the line under the pointer: names and values.
pub fn details(line: &Line) -> Vec<(&'static str, String)> {
    match line {
        Line::Table(table, ..) => vec![(words::CODE, table.word().to_owned())],
        Line::Row(table, entry) => {
            let mut said = vec![
                (words::CODE, entry.code.clone()),
                (words::VALUE, table.told(entry)),
                (words::FROM, common::day(entry.valid_from)),
                (words::TO, common::day(entry.valid_to)),
                (words::RULE, entry.text("rule").to_owned()),
                (words::SOURCE, entry.text("source").to_owned()),
            ];
            if let Some(column) = table.column("value") {
                said.push((words::WANTED, column.wanted(&entry.code)));
            }
            said
        }
        Line::Past(_, row) => {
            let mut said = vec![
                (words::WHEN, format!("{} {}", common::moment(row.at), row.by)),
                (words::WHY, row.reason.clone()),
                (words::SOURCE, row.source.clone()),
            ];
            if let Some(at) = row.withdrawn_at {
                let who = format!("{} {}: {}", common::moment(at), row.withdrawn_by, row.withdrawn_reason);
                said.push((words::WITHDRAWN, who));
            }
            said
        }
    }
}
