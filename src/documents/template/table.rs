//! A table of a template: heads, a row that says which column names the rows,
//! rows.

use super::guard::{Written, freed};
use super::markup::cell;
use crate::documents::block::Table;
use crate::tables::written::{Place, Problem};

/// Reads the rows of a table.
///
/// # Errors
/// The first row that does not fit the others.
pub fn read(rows: &[Written]) -> Result<Table, Problem> {
    let [head, rule, rows @ ..] = rows else {
        return Err(wrong(
            rows[0].line,
            "una tabella comincia con le intestazioni e una riga «| --- | --- |».",
        ));
    };
    let heads: Vec<String> = cells(head.text).iter().map(|cell| freed(cell).trim().to_owned()).collect();
    let marks = cells(rule.text);
    let is_rule = |mark: &&str| mark.len() > 2 && mark.chars().all(|c| c == '-' || c == '=');
    if marks.len() != heads.len() || !marks.iter().map(|mark| mark.trim()).all(|mark| is_rule(&mark)) {
        let text = "sotto le intestazioni va una riga con «---» per ogni colonna, «===» per quella che dà il nome alla riga.";
        return Err(wrong(rule.line, text));
    }
    let row_head = marks.iter().position(|mark| mark.contains('=')).unwrap_or(0);
    let mut table = Table { head: heads, row_head, rows: Vec::new() };
    for row in rows {
        let cells = cells(row.text);
        if cells.len() != table.head.len() {
            let text =
                format!("la riga ha {} caselle, le intestazioni sono {}.", cells.len(), table.head.len());
            return Err(wrong(row.line, text));
        }
        let read: Option<Vec<_>> = cells.into_iter().map(cell).collect();
        let read = read.ok_or_else(|| wrong(row.line, "un «**» non ha il suo nella stessa casella."))?;
        table.rows.push(read);
    }
    Ok(table)
}

fn wrong(line: usize, text: impl Into<String>) -> Problem {
    Problem { place: Place { line, column: 1 }, text: text.into() }
}

fn cells(line: &str) -> Vec<&str> {
    let line = line.trim();
    let line = line.strip_prefix('|').unwrap_or(line);
    line.strip_suffix('|').unwrap_or(line).split('|').collect()
}
