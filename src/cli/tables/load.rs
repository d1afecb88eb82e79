//! `sportello tables load FILE`: a file of rows, all or none.

use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;

use crate::cli::args::{Global, TablesLoadArgs};
use crate::cli::office::Act;
use crate::cli::out::{tell, text};
use crate::cli::{DONE, REFUSED};
use crate::desk::Command;
use crate::desk::command::TableLoad;
use crate::domain::finding::Finding;
use crate::fault::{Fault, Result};
use crate::tables::row_file::{MOST_BYTES, RowFile};

/// Faults told at once; who mends these sees the others.
const SAID: usize = 20;

/// Loads the rows as one command; 1 when a rule refuses one, and none is
/// written then. With `--dry-run` nothing is written either way.
///
/// # Errors
/// The file cannot be read or is not of this shape: each fault with line and
/// column; the office cannot be used.
pub fn run(args: &TablesLoadArgs, global: &Global, out: &mut impl Write) -> Result<u8> {
    let bytes = content(&args.file)?;
    let file = RowFile::read(&bytes, args.from).map_err(|problems| {
        for problem in problems.iter().take(SAID) {
            tell(&format!("{}: {}", problem.place, problem.text));
        }
        unusable()
    })?;
    let command = Command::TableLoad(TableLoad {
        table: file.table,
        rows: file.rows.clone(),
        reason: file.reason.clone(),
        source: file.source.clone(),
    });
    let mut session = global.open(Act::PLAIN)?;
    let outcome = session.act_or_weigh(command, args.dry_run)?;
    for finding in outcome.findings.iter().take(SAID) {
        tell(&told(&file, finding));
    }
    if !outcome.accepted {
        tell("Non è stata caricata nessuna riga: le tabelle restano com'erano.");
        return Ok(REFUSED);
    }
    let table = file.table.label();
    let said = match (file.rows.len(), args.dry_run) {
        (1, true) => "Prova: si caricherebbe 1 riga".to_owned(),
        (1, false) => "Caricata 1 riga".to_owned(),
        (count, true) => format!("Prova: si caricherebbero {count} righe"),
        (count, false) => format!("Caricate {count} righe"),
    };
    text(out, &format!("{said} ({table})."))?;
    Ok(DONE)
}

/// A finding with where what it speaks of is written.
fn told(file: &RowFile, finding: &Finding) -> String {
    let Finding { rule, text, .. } = finding;
    match &finding.field {
        Some(field) => format!("{}: {text} {rule}", file.place(field)),
        None => format!("{text} {rule}"),
    }
}

fn unusable() -> Fault {
    Fault::usage("Il file non si può caricare: le tabelle restano com'erano.")
}

fn content(path: &Path) -> Result<Vec<u8>> {
    let unreadable = |error: io::Error| {
        Fault::usage("Il file delle righe non si legge.")
            .hint("Controllare il percorso e i permessi.")
            .cause(error)
    };
    if path.is_dir() {
        return Err(Fault::usage("È una cartella, non un file.").hint("Indicare il file delle righe."));
    }
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(unreadable)?;
    file.take(MOST_BYTES + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() as u64 > MOST_BYTES {
        tell(&format!("Il file è troppo lungo: al più {} KB.", MOST_BYTES / 1024));
        return Err(unusable());
    }
    Ok(bytes)
}
