//! The day as CSV after RFC 4180: comma, CRLF, quotes where needed, UTF-8.
//! The names in the first line are a contract; codes stay codes.

use std::io::Write;

use super::username;
use crate::cli::out::unwritable;
use crate::desk::query::DayAgenda;
use crate::domain::office::Operator;
use crate::fault::{Fault, Result};

const HEAD: [&str; 11] = [
    "day",
    "start",
    "end",
    "operator",
    "person",
    "fiscal_code",
    "benefit",
    "service",
    "mode",
    "place",
    "state",
];

/// Writes the appointments of the days.
///
/// # Errors
/// The output cannot be written.
pub fn write(days: &[DayAgenda], operators: &[&Operator], to: &mut impl Write) -> Result<()> {
    line(to, &HEAD.map(ToOwned::to_owned))?;
    days.iter().flat_map(|day| &day.rows).try_for_each(|row| {
        let booked = &row.appointment;
        let cells = [
            booked.start.date().to_string(),
            booked.start.format("%H:%M").to_string(),
            booked.end().format("%H:%M").to_string(),
            username(operators, booked.operator),
            row.person.clone(),
            row.fiscal_code.clone(),
            word(&row.benefit)?,
            row.service_code().to_owned(),
            word(&booked.mode)?,
            booked.place.clone(),
            word(&booked.state)?,
        ];
        line(to, &cells)
    })
}

/// A line of cells.
///
/// # Errors
/// The output cannot be written.
pub fn line(to: &mut impl Write, cells: &[String]) -> Result<()> {
    let cells: Vec<String> = cells.iter().map(|cell| quoted(cell)).collect();
    write!(to, "{}\r\n", cells.join(",")).map_err(unwritable)
}

/// Typed text that a spreadsheet would run as a formula gets an apostrophe.
fn quoted(cell: &str) -> String {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let cell = if formula { format!("'{cell}") } else { cell.to_owned() };
    if cell.contains([',', '"', '\n', '\r']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell }
}

/// The stable name of a state or mode.
fn word(value: &impl serde::Serialize) -> Result<String> {
    match serde_json::to_value(value).map_err(Fault::internal)? {
        serde_json::Value::String(word) => Ok(word),
        other => Err(Fault::internal(format!("no word: {other}"))),
    }
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn cells_are_quoted_and_never_run() {
        for (cell, written) in [
            ("stanza 3", "stanza 3"),
            ("stanza 3, primo piano", "\"stanza 3, primo piano\""),
            ("la \"sala\"", "\"la \"\"sala\"\"\""),
            ("=1+1", "'=1+1"),
            ("+39 02", "'+39 02"),
            ("a\nb", "\"a\nb\""),
            ("", ""),
        ] {
            assert_eq!(quoted(cell), written);
        }
    }
}
