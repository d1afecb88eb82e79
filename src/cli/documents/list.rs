//! `sportello documents list`: the register.

use std::io::Write;

use chrono::{NaiveDate, NaiveDateTime};
use serde::Serialize;

use super::args::DocumentsListArgs;
use crate::cli::args::Global;
use crate::cli::office::Act;
use crate::cli::out::{json_line, shown, tell, text};
use crate::cli::{person, table};
use crate::desk::query::{DocumentFilter, DocumentRow};
use crate::desk::{Answer, Query};
use crate::domain::document::DocumentKind;
use crate::domain::ids::{DocumentId, RegistrantId};
use crate::domain::text::fold;
use crate::fault::{Fault, Result};

/// One document. The names of these fields are a contract.
#[derive(Serialize)]
struct Row<'a> {
    id: DocumentId,
    number: &'a str,
    kind: DocumentKind,
    version: u32,
    registrant: RegistrantId,
    person: &'a str,
    fiscal_code: &'a str,
    issued_at: NaiveDateTime,
    issued_by: &'a str,
    protocol: &'a str,
    protocol_on: Option<NaiveDate>,
    signed_on: Option<NaiveDate>,
    handed_on: Option<NaiveDate>,
    digest: &'a str,
    archive_level: &'a str,
    pages: u32,
    special: bool,
}

/// Prints the documents issued, the latest first.
///
/// # Errors
/// The office cannot be used, no such person or kind, the output cannot be
/// written.
pub fn run(args: &DocumentsListArgs, global: &Global, out: &mut impl Write) -> Result<u8> {
    let kind = args.kind.as_deref().map(kind).transpose()?;
    let mut session = global.open(Act::list("document.list", args.json))?;
    let registrant = args.person.as_deref().map(|text| person::find(&session.desk, text)).transpose()?;
    let filter =
        DocumentFilter { registrant, from: args.from, to: args.to, kind, ..DocumentFilter::default() };
    let Answer::Documents(list) = session.desk.ask(&session.by, &Query::Documents(filter))? else {
        return Err(Fault::internal("another answer"));
    };
    if args.json {
        list.rows.iter().try_for_each(|row| json_line(out, &json(row)))?;
    } else {
        let lines: Vec<[String; 7]> = list.rows.iter().map(line).collect();
        let head = ["numero", "documento", "ver.", "persona", "emesso", "protocollo", "consegnato"];
        text(out, &table::rows(global.semplice, head, &lines))?;
        if list.rows.is_empty() {
            tell("Nessun documento.");
        }
    }
    Ok(crate::cli::DONE)
}

fn json(row: &DocumentRow) -> Row<'_> {
    Row {
        id: row.id,
        number: &row.number,
        kind: row.kind,
        version: row.version,
        registrant: row.registrant,
        person: &row.person,
        fiscal_code: &row.fiscal_code,
        issued_at: row.issued_at,
        issued_by: &row.issued_by,
        protocol: &row.protocol,
        protocol_on: row.protocol_on,
        signed_on: row.signed_on,
        handed_on: row.handed_on,
        digest: &row.digest,
        archive_level: &row.archive_level,
        pages: row.pages,
        special: row.special,
    }
}

fn line(row: &DocumentRow) -> [String; 7] {
    let day = |on: Option<NaiveDate>| on.map(|on| on.format("%d/%m/%Y").to_string()).unwrap_or_default();
    let protocol = match row.protocol_on {
        Some(on) => format!("{} del {}", row.protocol, on.format("%d/%m/%Y")),
        None => String::new(),
    };
    [
        row.number.clone(),
        row.kind.label().to_owned(),
        row.version.to_string(),
        row.person.clone(),
        day(Some(row.issued_at.date())),
        protocol,
        day(row.handed_on),
    ]
}

/// A kind by its stable name or by its Italian one.
fn kind(text: &str) -> Result<DocumentKind> {
    let typed = fold(text);
    let named = |kind: &&DocumentKind| fold(kind.word()) == typed || fold(kind.label()) == typed;
    DocumentKind::ALL.iter().find(named).copied().ok_or_else(|| {
        Fault::usage(format!("«{}» non è una specie di documento.", shown(text)))
            .hint("«sportello documents list --help» le elenca.")
    })
}
