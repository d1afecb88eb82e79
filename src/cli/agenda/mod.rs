//! `sportello agenda`: the day.

use std::io::Write;

use super::args::{AgendaArgs, AgendaFormat, Global};
use super::office::{Session, unknown_operator};
use super::out;
use crate::desk::query::DayAgenda;
use crate::desk::{Answer, Query};
use crate::documents::put::{Old, put};
use crate::documents::{self, TextSize};
use crate::fault::{Fault, Result};

mod csv;
mod json;
mod table;

/// Prints or writes the day of one operator, or of all.
///
/// # Errors
/// A form that is not there yet, the office cannot be used, no such operator,
/// the output cannot be written.
pub fn run(args: &AgendaArgs, global: &Global, to: &mut impl Write) -> Result<u8> {
    if matches!(args.format, AgendaFormat::Ics) {
        return Err(
            Fault::usage("L'agenda in questo formato non c'è ancora.").hint("Ci sono table, json e csv.")
        );
    }
    let mut session = global.open()?;
    let day = args.day.unwrap_or_else(|| session.desk.clock().today());
    let operator = args.operator.as_deref().map(|name| name.trim().to_lowercase());
    let operator = operator
        .map(|name| session.desk.operator(&name).map(|o| o.id).ok_or_else(|| unknown_operator(&name)))
        .transpose()?;
    if args.format == AgendaFormat::Pdf {
        return paper(args, &mut session, &Query::DayPaper { day, operator });
    }
    let Answer::Day(agenda) = session.desk.ask(&session.by, &Query::Day { day, operator })? else {
        return Err(Fault::internal("another answer"));
    };
    let mut made = Vec::new();
    write_as((args.format, global.semplice), &agenda, &session.desk.operators(), &mut made)?;
    match &args.output {
        Some(path) => put(path, &made, Old::Replaced)?,
        None => to.write_all(&made).map_err(out::unwritable)?,
    }
    Ok(super::DONE)
}

/// Writes the day as it is printed.
fn paper(args: &AgendaArgs, session: &mut Session, query: &Query) -> Result<u8> {
    let Some(path) = &args.output else {
        return Err(Fault::usage("Il PDF va in un file.").hint("Aggiungere -o FILE."));
    };
    let Answer::DayPaper(paper) = session.desk.ask(&session.by, query)? else {
        return Err(Fault::internal("another answer"));
    };
    let pdf = documents::agenda::pages(&paper, TextSize::Normal)?.pdf(paper.at)?;
    put(path, &pdf.bytes, Old::Replaced)?;
    let pages = if pdf.pages == 1 { "1 pagina".to_owned() } else { format!("{} pagine", pdf.pages) };
    out::tell(&format!("Scritta l'agenda: {pages}."));
    Ok(super::DONE)
}

fn write_as(
    (format, linear): (AgendaFormat, bool),
    agenda: &DayAgenda,
    operators: &[&crate::domain::office::Operator],
    to: &mut Vec<u8>,
) -> Result<()> {
    match format {
        AgendaFormat::Json => out::json_document(to, &json::Day::of(agenda, operators)),
        AgendaFormat::Csv => csv::write(agenda, operators, to),
        AgendaFormat::Table | AgendaFormat::Ics | AgendaFormat::Pdf => {
            out::text(to, &table::for_people(agenda, operators, linear))
        }
    }
}

/// The username of an operator: what the command line calls them.
fn username(operators: &[&crate::domain::office::Operator], id: crate::domain::ids::OperatorId) -> String {
    operators.iter().find(|operator| operator.id == id).map(|o| o.username.clone()).unwrap_or_default()
}
