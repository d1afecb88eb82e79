//! `sportello find TEXT`: the search of PE01.

use std::io::Write;

use chrono::NaiveDate;
use serde::Serialize;

use super::args::{FindArgs, Global};
use super::out::{json_line, tell, text};
use super::table::rows;
use crate::cli::office::Act;
use crate::desk::query::{Found, FoundRow};
use crate::desk::{Answer, Query};
use crate::domain::did::DidState;
use crate::domain::ids::RegistrantId;
use crate::fault::{Fault, Result};
use crate::store::search::Reason;

/// One person found. The names of these fields are a contract.
#[derive(Serialize)]
struct Row<'a> {
    id: RegistrantId,
    surname: &'a str,
    name: &'a str,
    birth_date: Option<NaiveDate>,
    fiscal_code: &'a str,
    did: Option<DidState>,
    reason: &'static str,
    matched: &'a str,
}

/// Prints who fits, in surname order; nobody is an answer too.
///
/// # Errors
/// The office cannot be used, the output cannot be written.
pub fn run(args: &FindArgs, global: &Global, out: &mut impl Write) -> Result<u8> {
    let mut session = global.open(Act::list("desk.search", args.json))?;
    let query = Query::Search { text: args.text.join(" "), limit: args.limit as usize };
    let Answer::Found(found) = session.desk.ask(&session.by, &query)? else {
        return Err(Fault::internal("another answer"));
    };
    // A search given whole has come to rest.
    session.desk.searched(&session.by, &found)?;
    if args.json {
        found.rows.iter().try_for_each(|row| json_line(out, &json(row)))?;
    } else {
        text(out, &for_people(&found, global.semplice))?;
    }
    if found.rows.is_empty() {
        tell("Nessuna persona trovata.");
    } else if found.more {
        tell(&format!(
            "Ce ne sono altre: mostrate le prime {}. Aggiungere una parola o --limit.",
            args.limit
        ));
    }
    Ok(super::DONE)
}

fn json(row: &FoundRow) -> Row<'_> {
    let hit = &row.hit;
    Row {
        id: hit.registrant,
        surname: &hit.surname,
        name: &hit.name,
        birth_date: hit.birth_date,
        fiscal_code: &hit.fiscal_code,
        did: row.did,
        reason: reason(hit.reason).0,
        matched: &hit.matched,
    }
}

fn for_people(found: &Found, linear: bool) -> String {
    let people: Vec<[String; 5]> = found
        .rows
        .iter()
        .map(|FoundRow { hit, did, .. }| {
            let why = reason(hit.reason).1;
            [
                format!("{} {}", hit.surname, hit.name).to_uppercase(),
                hit.birth_date.map(|day| day.format("%d/%m/%Y").to_string()).unwrap_or_default(),
                hit.fiscal_code.clone(),
                did.map_or("", DidState::label).to_owned(),
                if hit.matched.is_empty() { why.to_owned() } else { format!("{why} {}", hit.matched) },
            ]
        })
        .collect();
    rows(linear, ["persona", "nascita", "codice fiscale", "DID", "perché"], &people)
}

/// Why somebody is in the list: its stable name, and in Italian.
fn reason(reason: Reason) -> (&'static str, &'static str) {
    match reason {
        Reason::Name => ("name", "nome"),
        Reason::Similar => ("similar", "simile a"),
        Reason::FiscalCode => ("fiscal_code", "codice fiscale"),
        Reason::Phone => ("phone", "telefono"),
        Reason::Email => ("email", "e-mail"),
        Reason::DidNumber => ("did_number", "numero DID"),
        Reason::Protocol => ("protocol", "protocollo"),
        Reason::Document => ("document", "documento"),
    }
}
