//! `sportello tables list [TABLE]`.

use std::io::Write;

use chrono::NaiveDate;
use serde::Serialize;

use crate::cli::args::{Global, TablesListArgs};
use crate::cli::office::Act;
use crate::cli::out::{json_line, shown, tell, text};
use crate::cli::table;
use crate::desk::query::Tables;
use crate::desk::{Answer, Query};
use crate::domain::ids::OfficeRowId;
use crate::domain::office_row::{Entry, Table, Values};
use crate::fault::{Fault, Result};

/// One table. The names of these fields are a contract.
#[derive(Serialize)]
struct TableRow {
    table: Table,
    label: &'static str,
    rows: usize,
    own: usize,
}

/// One row of a table. The names of these fields are a contract.
#[derive(Serialize)]
struct Row<'a> {
    table: Table,
    code: &'a str,
    cells: &'a Values,
    valid_from: Option<NaiveDate>,
    valid_to: Option<NaiveDate>,
    in_force: bool,
    own: Option<OfficeRowId>,
}

/// Prints the tables, or the rows of one: those that hold today, those for
/// later, and of a code that has ended what it was last.
///
/// # Errors
/// No such table, the office cannot be used, the output cannot be written.
pub fn run(args: &TablesListArgs, global: &Global, out: &mut impl Write) -> Result<u8> {
    let table = args.table.as_deref().map(named).transpose()?;
    let mut session = global.open(Act::PLAIN)?;
    let today = session.desk.clock().today();
    let Answer::Tables(tables) = session.desk.ask(&session.by, &Query::Tables)? else {
        return Err(Fault::internal("another answer"));
    };
    match table {
        None => all(&tables, today, args.json, global, out)?,
        Some(table) => one(&tables, table, today, args.json, global, out)?,
    }
    Ok(crate::cli::DONE)
}

fn all(tables: &Tables, today: NaiveDate, json: bool, global: &Global, out: &mut impl Write) -> Result<()> {
    let rows: Vec<TableRow> = Table::ALL
        .iter()
        .map(|table| TableRow {
            table: *table,
            label: table.label(),
            rows: tables.in_use(*table, today),
            own: tables.standing(*table),
        })
        .collect();
    if json {
        return rows.iter().try_for_each(|row| json_line(out, row));
    }
    let lines: Vec<[String; 4]> = rows
        .iter()
        .map(|row| {
            [row.table.word().to_owned(), row.label.to_owned(), row.rows.to_string(), row.own.to_string()]
        })
        .collect();
    text(out, &table::rows(global.semplice, ["tabella", "che cosa", "righe", "dell'ufficio"], &lines))
}

fn one(
    tables: &Tables,
    which: Table,
    today: NaiveDate,
    json: bool,
    global: &Global,
    out: &mut impl Write,
) -> Result<()> {
    let rows = tables.shown(which, today);
    if json {
        return rows.iter().try_for_each(|entry| {
            let Entry { code, cells, valid_from, valid_to, own } = entry;
            let in_force = entry.period().contains(today);
            let (valid_from, valid_to, own) = (*valid_from, *valid_to, *own);
            json_line(out, &Row { table: which, code, cells, valid_from, valid_to, in_force, own })
        });
    }
    let lines: Vec<[String; 7]> = rows.iter().map(|entry| line(which, entry)).collect();
    let head = ["codice", "che cosa", "valore", "dal", "al", "di chi", "fonte"];
    text(out, &table::rows(global.semplice, head, &lines))?;
    if rows.is_empty() {
        tell("Nessuna riga.");
    }
    Ok(())
}

fn line(table: Table, entry: &Entry) -> [String; 7] {
    let day = |day: Option<NaiveDate>| day.map(|day| day.format("%d/%m/%Y").to_string()).unwrap_or_default();
    [
        entry.code.clone(),
        entry.text("label").to_owned(),
        table.told(entry),
        day(entry.valid_from),
        day(entry.valid_to),
        if entry.own.is_some() { "dell'ufficio" } else { "" }.to_owned(),
        entry.text("source").to_owned(),
    ]
}

fn named(word: &str) -> Result<Table> {
    Table::named(word.trim()).ok_or_else(|| {
        let known: Vec<&str> = Table::ALL.iter().map(|table| table.word()).collect();
        Fault::usage(format!("Non c'è una tabella «{}».", shown(word)))
            .hint(format!("Le tabelle: {}.", known.join(", ")))
    })
}
