//! `sportello template`: what the documents say, and the office's own paper.

use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;

use chrono::NaiveDate;

use super::args::{FromDay, Global, TemplateArgs, TemplateCommand};
use super::out::{shown, tell, text};
use super::{DONE, REFUSED};
use crate::cli::office::Act;
use crate::desk::command::TableLoad;
use crate::desk::{Command, Outcome};
use crate::documents::kinds::{Shipped, all, shipped};
use crate::domain::office_row::{GivenRow, Table, Values};
use crate::fault::{Fault, Result};

mod check;
mod export;
mod letterhead;
mod list;
mod load;
mod withdraw;

/// Faults told at once; who mends these sees the others.
const SAID: usize = 50;

/// Lists, exports, checks or loads templates; the letterhead.
///
/// # Errors
/// As each of them.
pub fn run(args: &TemplateArgs, global: &Global, out: &mut impl Write) -> Result<u8> {
    match &args.what {
        TemplateCommand::List(args) => list::run(args, global, out),
        TemplateCommand::Export(args) => export::run(args, global, out),
        TemplateCommand::Check(args) => check::run(args, out),
        TemplateCommand::Load(args) => load::run(args, global, out),
        TemplateCommand::Withdraw(args) => withdraw::run(args, global, out),
        TemplateCommand::Logo(args) => letterhead::logo(args, global, out),
        TemplateCommand::Letterhead(args) => letterhead::run(args, global, out),
    }
}

/// The template of that name.
fn named(name: &str) -> Result<&'static Shipped> {
    shipped(name.trim()).ok_or_else(|| {
        let known: Vec<&str> = all().map(|template| template.name).collect();
        Fault::usage(format!("Non c'è un modello «{}».", shown(name)))
            .hint(format!("I modelli: {}.", known.join(", ")))
    })
}

/// A file, as far as it could be wanted: one byte more says that it is longer.
fn content(path: &Path, most: usize) -> Result<Vec<u8>> {
    let unreadable = |error: io::Error| {
        Fault::usage("Il file non si legge.").hint("Controllare il percorso e i permessi.").cause(error)
    };
    if path.is_dir() {
        return Err(Fault::usage("È una cartella, non un file.").hint("Indicare il file."));
    }
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(unreadable)?;
    file.take(most as u64 + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    Ok(bytes)
}

/// Sets rows of one of the two tables of the office's paper, by the command
/// every screen uses; 1 when a rule refuses them, and nothing is written then.
fn set(
    table: Table,
    rows: Vec<(&str, Values)>,
    from: &FromDay,
    global: &Global,
    out: &mut impl Write,
) -> Result<u8> {
    let row = |(code, cells): (&str, Values)| GivenRow {
        code: code.to_owned(),
        cells,
        valid_from: Some(from.from),
        valid_to: from.to,
        ..GivenRow::default()
    };
    let command = Command::TableLoad(TableLoad {
        table,
        rows: rows.into_iter().map(row).collect(),
        reason: from.reason.clone(),
        source: from.source.clone(),
    });
    let mut session = global.open(Act::PLAIN)?;
    if !is_taken(&session.act_or_weigh(command, from.dry_run)?) {
        return Ok(REFUSED);
    }
    let day = italian(from.from);
    let said = if from.dry_run { "Prova: varrebbe dal" } else { "Caricato: vale dal" };
    text(out, &format!("{said} {day}; i documenti già emessi restano come sono."))?;
    Ok(DONE)
}

/// Says what the rules found, and whether the office's paper is as wanted.
fn is_taken(outcome: &Outcome) -> bool {
    for finding in &outcome.findings {
        tell(&format!("{} {}", finding.text, finding.rule));
    }
    if !outcome.accepted {
        tell("Non è cambiato niente: la carta dell'ufficio resta com'era.");
    }
    outcome.accepted
}

fn italian(day: NaiveDate) -> String {
    day.format("%d/%m/%Y").to_string()
}
