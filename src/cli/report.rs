//! `sportello report`: counts that name nobody, and what may be discarded.

use std::io::Write;

use super::agenda::csv::line;
use super::args::{Global, ReportArgs, ReportFormat, ReportName};
use super::office::Act;
use super::out::{json_document, tell, text, unwritable};
use super::{DONE, table};
use crate::desk::query::{PeopleReport, RetentionReport};
use crate::desk::{Answer, Query};
use crate::documents::put::{Old, put};
use crate::domain::statistics::Table;
use crate::fault::{Fault, Result};

/// Rows of the list at most: it is to be decided on, not to be kept.
const MOST: usize = 10_000;
/// What is not published.
const HIDDEN: &str = "n.p.";

/// Prints or writes a report.
///
/// # Errors
/// Who asks may not; the office cannot be used, the output cannot be written.
pub fn run(args: &ReportArgs, global: &Global, to: &mut impl Write) -> Result<u8> {
    let mut session = global.open(Act::PLAIN)?;
    let query = match args.name {
        ReportName::People => Query::PeopleReport,
        ReportName::Retention => Query::RetentionReport { skip: 0, limit: MOST },
    };
    let mut made = Vec::new();
    match session.desk.ask(&session.by, &query)? {
        Answer::PeopleReport(report) => people(args.format, &report, global.semplice, &mut made)?,
        Answer::RetentionReport(report) => retention(args.format, &report, global.semplice, &mut made)?,
        _ => return Err(Fault::internal("another answer")),
    }
    match &args.output {
        Some(path) => put(path, &made, Old::Replaced)?,
        None => to.write_all(&made).map_err(unwritable)?,
    }
    Ok(DONE)
}

fn people(format: ReportFormat, report: &PeopleReport, linear: bool, to: &mut Vec<u8>) -> Result<()> {
    if format == ReportFormat::Json {
        return json_document(to, report);
    }
    if report.cross.rows.is_empty() {
        tell(&format!("Meno di {} persone: non si pubblica niente.", report.least));
        return Ok(());
    }
    let rows = lines(report);
    if format == ReportFormat::Csv {
        return csv(["table", "row", "column", "people"], &rows, to);
    }
    text(to, &table::rows(linear, ["tabella", "riga", "colonna", "persone"], &rows))?;
    tell(&format!(
        "{HIDDEN}: non pubblicato, per non dire di meno di {} persone. Chi ha chiesto la limitazione del trattamento non è contato.",
        report.least
    ));
    Ok(())
}

/// Every number, a row each: table, row, column, people.
fn lines(report: &PeopleReport) -> Vec<[String; 4]> {
    const ALL: &str = "totale";
    let Table { by, rows, columns, cells, row_sums, column_sums } = &report.cross;
    let name = format!("{} e {}", by.0, by.1);
    let line =
        |row: &str, column: &str, people: String| [name.clone(), row.to_owned(), column.to_owned(), people];
    let mut lines = Vec::new();
    for (r, row) in rows.iter().enumerate() {
        for (c, column) in columns.iter().enumerate() {
            let told = cells[r][c].map_or_else(|| HIDDEN.to_owned(), |people| people.to_string());
            lines.push(line(row, column, told));
        }
        lines.push(line(row, ALL, row_sums[r].to_string()));
    }
    for (column, sum) in columns.iter().zip(column_sums) {
        lines.push(line(ALL, column, sum.to_string()));
    }
    lines.push(line(ALL, ALL, row_sums.iter().sum::<u32>().to_string()));
    for list in &report.lists {
        for (row, people) in &list.rows {
            lines.push([list.by.clone(), row.clone(), String::new(), people.to_string()]);
        }
    }
    lines
}

fn retention(format: ReportFormat, report: &RetentionReport, linear: bool, to: &mut Vec<u8>) -> Result<()> {
    if report.years == 0 {
        tell(
            "Per quanti anni si conservano le schede è da decidere dall'ufficio, secondo il piano di conservazione dell'ente (PA01, privacy.retention_years). Il programma propone e non cancella mai.",
        );
    }
    let rows: Vec<[String; 4]> = report
        .rows
        .iter()
        .map(|row| {
            [row.person.clone(), row.fiscal_code.clone(), row.last_on.to_string(), row.over_on.to_string()]
        })
        .collect();
    let head = ["persona", "codice fiscale", "ultimo atto", "termine"];
    match format {
        ReportFormat::Json => json_document(to, report),
        ReportFormat::Csv => csv(["person", "fiscal_code", "last_on", "over_on"], &rows, to),
        ReportFormat::Table => text(to, &table::rows(linear, head, &rows)),
    }
}

fn csv<const N: usize>(head: [&str; N], rows: &[[String; N]], to: &mut Vec<u8>) -> Result<()> {
    line(to, &head.map(ToOwned::to_owned))?;
    rows.iter().try_for_each(|row| line(to, row))
}
