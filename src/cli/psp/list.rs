//! `sportello psp list`.

use std::io::Write;

use chrono::NaiveDateTime;
use serde::Serialize;

use crate::cli::args::{Global, PspListArgs};
use crate::cli::office::Act;
use crate::cli::out::{json_line, shown, tell, text};
use crate::cli::person;
use crate::cli::table;
use crate::desk::query::PspRow;
use crate::desk::{Answer, Query};
use crate::domain::ids::{PspId, PspVersionId, RegistrantId};
use crate::domain::psp::PspState;
use crate::fault::{Fault, Result};

/// One version. The names of these fields are a contract.
#[derive(Serialize)]
struct Row<'a> {
    id: PspVersionId,
    psp: PspId,
    version: u32,
    number: &'a str,
    state: PspState,
    registrant: RegistrantId,
    person: &'a str,
    fiscal_code: &'a str,
    created_at: NaiveDateTime,
    issued_at: Option<NaiveDateTime>,
    person_signed_at: Option<NaiveDateTime>,
    operator_signed_at: Option<NaiveDateTime>,
}

/// Prints versions of pacts, oldest first.
///
/// # Errors
/// The office cannot be used, no such person or state, the output cannot be
/// written.
pub fn run(args: &PspListArgs, global: &Global, out: &mut impl Write) -> Result<u8> {
    let state = args.state.as_deref().map(state).transpose()?;
    let mut session = global.open(Act::list("psp.list", args.json))?;
    let person = args.person.as_deref().map(|text| person::find(&session.desk, text)).transpose()?;
    let Answer::Psps(rows) = session.desk.ask(&session.by, &Query::Psps { person, state })? else {
        return Err(Fault::internal("another answer"));
    };
    if args.json {
        rows.iter().try_for_each(|row| json_line(out, &json(row)))?;
    } else {
        let lines: Vec<[String; 6]> = rows.iter().map(line).collect();
        let head = ["persona", "codice fiscale", "numero", "ver.", "stato", "identificativo"];
        text(out, &table::rows(global.semplice, head, &lines))?;
        if rows.is_empty() {
            tell("Nessun patto.");
        }
    }
    Ok(crate::cli::DONE)
}

fn json(row: &PspRow) -> Row<'_> {
    let version = &row.version;
    Row {
        id: version.id,
        psp: version.psp,
        version: version.number,
        number: &row.number,
        state: version.state,
        registrant: version.registrant,
        person: &row.person,
        fiscal_code: &row.fiscal_code,
        created_at: version.created_at,
        issued_at: version.issued_at,
        person_signed_at: version.person_signed_at,
        operator_signed_at: version.operator_signed_at,
    }
}

fn line(row: &PspRow) -> [String; 6] {
    [
        row.person.clone(),
        row.fiscal_code.clone(),
        row.number.clone(),
        row.version.number.to_string(),
        row.version.state.label().to_owned(),
        row.version.id.to_string(),
    ]
}

/// A state by its stable name or by its Italian one.
fn state(text: &str) -> Result<PspState> {
    let typed = text.trim().to_lowercase();
    let stable = serde_json::from_value(serde_json::Value::String(typed.clone())).ok();
    stable.or_else(|| PspState::ALL.into_iter().find(|state| state.label() == typed)).ok_or_else(|| {
        Fault::usage(format!("«{}» non è uno stato di un patto.", shown(text)))
            .hint("«sportello psp list --help» elenca gli stati.")
    })
}
