//! `sportello template withdraw`.

use std::io::Write;

use super::{is_taken, italian, named};
use crate::cli::args::{Global, TemplateWithdrawArgs};
use crate::cli::office::Act;
use crate::cli::out::text;
use crate::cli::{DONE, REFUSED};
use crate::desk::Command;
use crate::desk::command::TableWithdrawRow;
use crate::domain::office_row::Table;
use crate::fault::{Fault, Result};

/// Takes back a template of the office: what was in force before it is again.
///
/// # Errors
/// No such template, none of the office's from that day, the office cannot be
/// used.
pub fn run(args: &TemplateWithdrawArgs, global: &Global, out: &mut impl Write) -> Result<u8> {
    let shipped = named(&args.name)?;
    let mut session = global.open(Act::PLAIN)?;
    let own = {
        let law = session.desk.law()?;
        let rows = law.catalogue().rows(Table::Templates);
        let wanted = rows.iter().find(|row| row.code == shipped.name && row.valid_from == Some(args.from));
        wanted.and_then(|row| row.own)
    };
    let row = own.ok_or_else(|| {
        Fault::usage(format!(
            "L'ufficio non ha un modello «{}» caricato dal {}.",
            shipped.name,
            italian(args.from)
        ))
        .hint("«sportello template list» dice quali ha, e da quando.")
    })?;
    let command = Command::TableWithdrawRow(TableWithdrawRow { row, reason: args.reason.clone() });
    if !is_taken(&session.act_or_weigh(command, args.dry_run)?) {
        return Ok(REFUSED);
    }
    let said = if args.dry_run { "Prova: si ritirerebbe" } else { "Ritirato" };
    text(out, &format!("{said} il modello «{}»: torna a valere quello di prima.", shipped.name))?;
    Ok(DONE)
}
