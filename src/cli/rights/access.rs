//! `sportello person access-report`: who used the data of a person.

use std::io::Write;

use super::write_pdf;
use crate::cli::args::{AccessReportArgs, Global};
use crate::cli::office::Act;
use crate::cli::out::{json_document, tell, text};
use crate::cli::{DONE, person, table};
use crate::desk::query::AccessReportAsked;
use crate::desk::{Answer, Query};
use crate::documents;
use crate::domain::paper::rights::{AccessReportPaper, ActPaper};
use crate::domain::permission::Permission;
use crate::fault::{Fault, Result};

const ACT: Act = Act { needs: &[Permission::Privacy], name: "person.access_report" };

/// Prints or writes the report.
///
/// # Errors
/// As [`super::run`]; names without a reason.
pub fn run(args: &AccessReportArgs, global: &Global, out: &mut impl Write) -> Result<u8> {
    let named_because = args.names.clone().unwrap_or_default();
    if args.names.is_some() && named_because.trim().is_empty() {
        return Err(Fault::usage("I nomi degli operatori si danno per un motivo.")
            .hint("Scriverlo dopo --names; senza --names ogni operatore ha un numero."));
    }
    let mut session = global.open(ACT)?;
    let registrant = person::find(&session.desk, &args.person)?;
    let asked = AccessReportAsked { registrant, from: args.from, to: args.to, named_because };
    let Answer::AccessReport(paper) = session.desk.ask(&session.by, &Query::AccessReport(Box::new(asked)))?
    else {
        return Err(Fault::internal("another answer"));
    };
    if let Some(path) = &args.output {
        let stationery = session.desk.law()?.catalogue().stationery(paper.at.date());
        write_pdf(&documents::access_report(&paper, &stationery)?, paper.at, path)?;
    } else if args.json {
        json_document(out, &*paper)?;
    } else {
        text(out, &for_people(&paper, global.semplice))?;
        if paper.rows.is_empty() {
            tell("Nessun uso dei dati nel periodo.");
        }
    }
    Ok(DONE)
}

fn for_people(paper: &AccessReportPaper, linear: bool) -> String {
    let rows: Vec<[String; 6]> = paper.rows.iter().map(line).collect();
    table::rows(linear, ["riga", "quando", "atto", "che cosa", "chi", "perché"], &rows)
}

fn line(row: &ActPaper) -> [String; 6] {
    let who = if row.role.is_empty() { row.who.clone() } else { format!("{} ({})", row.who, row.role) };
    [
        row.line.to_string(),
        row.at.format("%d/%m/%Y %H:%M:%S").to_string(),
        row.kind.clone(),
        row.act.clone(),
        who,
        row.reason.clone(),
    ]
}
