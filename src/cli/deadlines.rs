//! `sportello deadlines`: the radar.

use std::io::Write;

use chrono::NaiveDate;
use serde::Serialize;

use super::args::{DeadlinesArgs, Global};
use super::out::{json_line, tell, text};
use super::person;
use super::table;
use crate::cli::office::Act;
use crate::desk::query::TermRow;
use crate::desk::{Answer, Query};
use crate::domain::deadline::Term;
use crate::domain::ids::RegistrantId;
use crate::fault::{Fault, Result};

/// One term. The names of these fields are a contract.
#[derive(Serialize)]
struct Row<'a> {
    registrant: RegistrantId,
    person: &'a str,
    fiscal_code: &'a str,
    #[serde(flatten)]
    deadline: &'a Term,
}

/// Prints what is due by consequence, then day, the overdue too.
///
/// # Errors
/// The office cannot be used, the person is not there, the output cannot be
/// written.
pub fn run(args: &DeadlinesArgs, global: &Global, out: &mut impl Write) -> Result<u8> {
    let mut session = global.open(Act::list("deadlines.read", args.json))?;
    let person = args.person.as_deref().map(|text| person::find(&session.desk, text)).transpose()?;
    let Answer::Terms(rows) = session.desk.ask(&session.by, &Query::Terms { person, until: args.until })?
    else {
        return Err(Fault::internal("another answer"));
    };
    if args.json {
        rows.iter().try_for_each(|row| {
            let TermRow { registrant, person, fiscal_code, deadline } = row;
            json_line(out, &Row { registrant: *registrant, person, fiscal_code, deadline })
        })?;
    } else {
        let today = global.clock().today();
        let lines: Vec<[String; 6]> = rows.iter().map(|row| line(row, today)).collect();
        text(
            out,
            &table::rows(
                global.semplice,
                ["entro", "persona", "codice fiscale", "che cosa", "da quando", "regola"],
                &lines,
            ),
        )?;
        if rows.is_empty() {
            tell("Nessun termine.");
        }
    }
    Ok(super::DONE)
}

fn line(row: &TermRow, today: NaiveDate) -> [String; 6] {
    let term = &row.deadline;
    [
        format!(
            "{}{}{}",
            term.due.format("%d/%m/%Y"),
            if term.due == today { " oggi" } else { "" },
            if term.holiday { " festivo" } else { "" }
        ),
        row.person.clone(),
        row.fiscal_code.clone(),
        term.what.clone(),
        term.sum.clone(),
        term.law(),
    ]
}
