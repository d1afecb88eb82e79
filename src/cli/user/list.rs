//! `sportello user list`.

use std::io::Write;

use chrono::NaiveDateTime;
use serde::Serialize;

use crate::cli::args::{Global, UserListArgs};
use crate::cli::office::Act;
use crate::cli::out::{json_line, shown, tell, text};
use crate::cli::table;
use crate::desk::opening;
use crate::domain::office::Role;
use crate::fault::Result;

/// One operator. The names of these fields are a contract.
#[derive(Serialize)]
struct Row<'a> {
    username: &'a str,
    surname: &'a str,
    name: &'a str,
    role: Role,
    siul_user: &'a str,
    disabled_at: Option<NaiveDateTime>,
    must_change_password: bool,
}

/// Prints who works here and who did.
///
/// # Errors
/// The office cannot be used, the output cannot be written.
pub fn run(args: &UserListArgs, global: &Global, out: &mut impl Write) -> Result<u8> {
    let session = global.open(Act::PLAIN)?;
    let dir = global.dir()?;
    let mut rows = Vec::new();
    for one in session.desk.operators() {
        rows.push(Row {
            username: &one.username,
            surname: &one.surname,
            name: &one.name,
            role: one.role,
            siul_user: &one.siul_user,
            disabled_at: one.disabled_at,
            must_change_password: opening::must_change(&dir, &one.username)?,
        });
    }
    if args.json {
        rows.iter().try_for_each(|row| json_line(out, row))?;
        return Ok(crate::cli::DONE);
    }
    let state = |row: &Row| match row.disabled_at {
        Some(at) => format!("disabilitato dal {}", at.format("%d/%m/%Y")),
        None if row.must_change_password => "deve cambiare la password".to_owned(),
        None => String::new(),
    };
    let lines: Vec<[String; 5]> = rows
        .iter()
        .map(|row| {
            let name = format!("{} {}", shown(row.surname), shown(row.name));
            [row.username.to_owned(), name, row.role.label().to_owned(), shown(row.siul_user), state(row)]
        })
        .collect();
    text(out, &table::rows(global.semplice, ["utente", "chi", "ruolo", "SIUL", "stato"], &lines))?;
    if !session.throwaway && !opening::has_recovery(&dir)? {
        tell("L'ufficio non ha una chiave di recupero: sportello user recovery.");
    }
    Ok(crate::cli::DONE)
}
