//! `sportello template list`.

use std::io::Write;

use chrono::NaiveDate;
use serde::Serialize;

use super::italian;
use crate::cli::args::{Global, TemplateListArgs};
use crate::cli::office::Act;
use crate::cli::out::{json_line, text};
use crate::cli::{DONE, table};
use crate::documents::kinds::all;
use crate::domain::office_row::{Table, When};
use crate::fault::Result;

/// A template in force on some days. The names of these fields are a contract.
#[derive(Serialize)]
struct Row {
    name: &'static str,
    label: &'static str,
    own: bool,
    valid_from: Option<NaiveDate>,
    valid_to: Option<NaiveDate>,
    in_force: bool,
    needed: &'static [&'static str],
}

/// Prints each template with whose it is today, and what is loaded for later.
///
/// # Errors
/// The office cannot be used, the output cannot be written.
pub fn run(args: &TemplateListArgs, global: &Global, out: &mut impl Write) -> Result<u8> {
    let session = global.open(Act::PLAIN)?;
    let today = session.desk.clock().today();
    let law = session.desk.law()?;
    let mut rows = Vec::new();
    for shipped in all() {
        let entries =
            law.catalogue().rows(Table::Templates).iter().filter(|entry| entry.code == shipped.name);
        rows.extend(entries.filter(|entry| entry.when(today) != When::Over).map(|entry| Row {
            name: shipped.name,
            label: shipped.label,
            own: entry.own.is_some(),
            valid_from: entry.valid_from,
            valid_to: entry.valid_to,
            in_force: entry.when(today) == When::Now,
            needed: shipped.needed,
        }));
    }
    if args.json {
        rows.iter().try_for_each(|row| json_line(out, row))?;
        return Ok(DONE);
    }
    let day = |day: Option<NaiveDate>| day.map(italian).unwrap_or_default();
    let whose = |own: bool| if own { "dell'ufficio" } else { "del programma" }.to_owned();
    let line = |row: &Row| {
        let (from, to) = (day(row.valid_from), day(row.valid_to));
        [row.name.to_owned(), row.label.to_owned(), whose(row.own), from, to, row.needed.len().to_string()]
    };
    let lines: Vec<[String; 6]> = rows.iter().map(line).collect();
    let head = ["modello", "di che cosa", "di chi", "dal", "al", "campi che servono"];
    text(out, &table::rows(global.semplice, head, &lines))?;
    Ok(DONE)
}
