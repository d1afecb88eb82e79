//! `sportello agenda`: the day, or the week it is in.

use std::io::Write;

use chrono::{Datelike, Days, NaiveDate};

use super::args::{AgendaArgs, AgendaFormat, Global};
use super::office::{Act, Session, unknown_operator};
use super::out;
use crate::desk::query::DayAgenda;
use crate::desk::{Answer, Query};
use crate::documents::put::{Old, put};
use crate::documents::{self, TextSize};
use crate::domain::ids::OperatorId;
use crate::domain::office::Operator;
use crate::domain::permission::Permission;
use crate::fault::{Fault, Result};
use crate::store::AuditLine;

pub mod csv;
mod ics;
mod json;
mod table;

/// Prints or writes the day of one operator, or of all.
///
/// # Errors
/// The office cannot be used, no such operator, forms and options that do not
/// go together, the output cannot be written.
pub fn run(args: &AgendaArgs, global: &Global, to: &mut impl Write) -> Result<u8> {
    fit(args)?;
    let mut session = global.open(act(args.format))?;
    let day = args.day.unwrap_or_else(|| session.desk.clock().today());
    let operator = args.operator.as_deref().map(|name| name.trim().to_lowercase());
    let operator = operator
        .map(|name| session.desk.operator(&name).map(|o| o.id).ok_or_else(|| unknown_operator(&name)))
        .transpose()?;
    if args.format == AgendaFormat::Pdf {
        return paper(args, &mut session, &Query::DayPaper { day, operator });
    }
    let days = days(day, args.week);
    let mut made = Vec::new();
    if args.format == AgendaFormat::Ics {
        events(args, &mut session, &days, operator, &mut made)?;
    } else {
        let agendas = agendas(&mut session, &days, operator)?;
        if args.format != AgendaFormat::Table {
            exported(&mut session, &days)?;
        }
        write_as((args, global.semplice), &agendas, &session.desk.operators(), &mut made)?;
    }
    match &args.output {
        Some(path) => put(path, &made, Old::Replaced)?,
        None => to.write_all(&made).map_err(out::unwritable)?,
    }
    Ok(super::DONE)
}

/// What each form asks: on the screen it is reading, else data of several
/// people leave the program.
fn act(format: AgendaFormat) -> Act {
    match format {
        AgendaFormat::Table => Act::READ,
        AgendaFormat::Json | AgendaFormat::Csv | AgendaFormat::Ics => {
            Act { name: "agenda.export", needs: &[Permission::Read, Permission::Export] }
        }
        AgendaFormat::Pdf => Act { name: "agenda.print", needs: &[Permission::Read, Permission::Print] },
    }
}

/// Data of several people leave the program: said before they do.
fn exported(session: &mut Session, days: &[NaiveDate]) -> Result<()> {
    let (Some(from), Some(last)) = (days.first(), days.last()) else { return Ok(()) };
    session.leave(AuditLine::new("agenda.export").detail(format!("{from} {last}")))
}

/// Options that do not go together.
fn fit(args: &AgendaArgs) -> Result<()> {
    let pdf = args.format == AgendaFormat::Pdf;
    if args.names && args.format != AgendaFormat::Ics {
        return Err(Fault::usage("«--names» vale solo con «--format ics»: altrove i nomi ci sono già."));
    }
    if pdf && args.week {
        return Err(Fault::usage("Il PDF è di un giorno.").hint("Togliere --week, o scegliere csv."));
    }
    if pdf && args.output.is_none() {
        return Err(Fault::usage("Il PDF va in un file.").hint("Aggiungere -o FILE."));
    }
    Ok(())
}

/// The day alone, or the seven days of its week.
fn days(day: NaiveDate, week: bool) -> Vec<NaiveDate> {
    if !week {
        return vec![day];
    }
    let back = Days::new(u64::from(day.weekday().num_days_from_monday()));
    day.checked_sub_days(back).unwrap_or(day).iter_days().take(7).collect()
}

/// The days, those of a week without its empty closed ones. What was left
/// without outcome is told once, with the last.
fn agendas(
    session: &mut Session,
    days: &[NaiveDate],
    operator: Option<OperatorId>,
) -> Result<Vec<DayAgenda>> {
    let mut agendas: Vec<DayAgenda> = Vec::new();
    let mut unclosed = None;
    for day in days {
        let Answer::Day(mut agenda) = session.desk.ask(&session.by, &Query::Day { day: *day, operator })?
        else {
            return Err(Fault::internal("another answer"));
        };
        let left = std::mem::take(&mut agenda.unclosed);
        unclosed.get_or_insert(left);
        let weekend = agenda.day.weekday().num_days_from_monday() > 4;
        if days.len() == 1 || !weekend || agenda.closed.is_none() || !agenda.rows.is_empty() {
            agendas.push(agenda);
        }
    }
    if let Some(last) = agendas.last_mut() {
        last.unclosed = unclosed.unwrap_or_default();
    }
    Ok(agendas)
}

/// Writes the calendar for other programs.
fn events(
    args: &AgendaArgs,
    session: &mut Session,
    days: &[NaiveDate],
    operator: Option<OperatorId>,
    to: &mut Vec<u8>,
) -> Result<()> {
    let (Some(from), Some(last)) = (days.first(), days.last()) else { return Ok(()) };
    let query = Query::CalendarEvents { from: *from, to: *last, operator };
    let Answer::CalendarEvents(events) = session.desk.ask(&session.by, &query)? else {
        return Err(Fault::internal("another answer"));
    };
    to.extend(ics::calendar(&events, args.names, session.desk.clock().now()).into_bytes());
    Ok(())
}

/// Writes the day as it is printed.
fn paper(args: &AgendaArgs, session: &mut Session, query: &Query) -> Result<u8> {
    let (Some(path), Answer::DayPaper(paper)) = (&args.output, session.desk.ask(&session.by, query)?) else {
        return Err(Fault::internal("another answer"));
    };
    let stationery = session.desk.law()?.catalogue().stationery(paper.at.date());
    let worded = documents::agenda(&paper, &stationery)?;
    if let Some(fault) = &worded.fell_back {
        out::tell(&fault.to_string());
    }
    let pdf = worded.pages(TextSize::Normal)?.pdf(paper.at)?;
    put(path, &pdf.bytes, Old::Replaced)?;
    let pages = if pdf.pages == 1 { "1 pagina".to_owned() } else { format!("{} pagine", pdf.pages) };
    out::tell(&format!("Scritta l'agenda: {pages}."));
    Ok(super::DONE)
}

fn write_as(
    (args, linear): (&AgendaArgs, bool),
    agendas: &[DayAgenda],
    operators: &[&Operator],
    to: &mut Vec<u8>,
) -> Result<()> {
    match (args.format, agendas) {
        (AgendaFormat::Json, [day]) if !args.week => out::json_document(to, &json::Day::of(day, operators)),
        (AgendaFormat::Json, days) => out::json_document(to, &json::Week::of(days, operators)),
        (AgendaFormat::Csv, days) => csv::write(days, operators, to),
        (AgendaFormat::Table | AgendaFormat::Ics | AgendaFormat::Pdf, days) => {
            let parts: Vec<String> =
                days.iter().map(|day| table::for_people(day, operators, linear)).collect();
            out::text(to, &parts.join("\n\n"))
        }
    }
}

/// The username of an operator: what the command line calls them.
fn username(operators: &[&Operator], id: OperatorId) -> String {
    operators.iter().find(|operator| operator.id == id).map(|o| o.username.clone()).unwrap_or_default()
}
