//! `sportello replay [FILE] [--schema]`: commands from lines of JSON.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Cursor, Read, Write};
use std::path::Path;

use super::args::{Global, ReplayArgs};
use super::out::{json_document, tell};
use crate::cli::office::Act;
use crate::clock::Clock;
use crate::demo::office as example;
use crate::desk::Desk;
use crate::desk::replay::{self, Tally, Trust};
use crate::fault::{Fault, Result};

/// Runs the commands; 0 all accepted or as expected, 1 a rule refused one,
/// 2 a line could not be used.
///
/// # Errors
/// The input cannot be read, the office cannot be used.
pub fn run(args: &ReplayArgs, global: &Global, out: &mut impl Write) -> Result<u8> {
    if args.schema {
        return json_document(out, &replay::schema()?).map(|()| super::DONE);
    }
    let named = args.file.as_deref().filter(|path| *path != Path::new("-"));
    let mut input: Box<dyn BufRead> = match named {
        Some(path) => Box::new(BufReader::new(File::open(path).map_err(unreadable)?)),
        None => Box::new(BufReader::new(io::stdin())),
    };
    let tally = if args.empty {
        let (first, input) = peek(input.as_mut())?;
        // Deleted at the end: whoever wants to keep it says where.
        let folder = tempfile::tempdir().map_err(|e| Fault::outside("Il disco non risponde.").cause(e))?;
        let dir = args.dir.clone().unwrap_or_else(|| folder.path().join("ufficio"));
        let run = |desk: &mut Desk| desk.batch(|desk| replay::replay(desk, input, &mut *out, &Trust::Given));
        let (desk, tally) = new_office(&dir, &first, global.clock(), run)?;
        tell(&format!("Impronta dei dati: {}", desk.store().digest()?));
        tally
    } else {
        let mut session = global.open(Act::PLAIN)?;
        if !session.throwaway {
            // Each line is on the disk before its outcome is told.
            let trust = Trust::SignedIn(session.by);
            replay::replay(&mut session.desk, input, out, &trust)?
        } else if named.is_some() {
            session.desk.batch(|desk| replay::replay(desk, input, out, &Trust::Given))?
        } else {
            // Somebody may be typing, or waiting for each outcome.
            replay::replay(&mut session.desk, input, out, &Trust::Given)?
        }
    };
    tell(&told(&tally));
    Ok(tally.exit_code())
}

/// An office for commands that bring their own set-up is empty; others find
/// the example office with its six operators.
fn new_office<T>(
    dir: &Path,
    first: &str,
    clock: Clock,
    fill: impl FnOnce(&mut Desk) -> Result<T>,
) -> Result<(Desk, T)> {
    let line: serde_json::Value = serde_json::from_str(first).unwrap_or_default();
    if line.get("do").and_then(|name| name.as_str()) == Some("office.set_up") {
        example::found_empty_with(dir, clock, 0, fill)
    } else {
        example::found_with(dir, clock, 0, clock.now(), fill)
    }
}

/// The first line that says something, and the input from its beginning.
fn peek(input: &mut dyn BufRead) -> Result<(String, impl BufRead)> {
    let mut head = Vec::new();
    loop {
        let from = head.len();
        let read = input.read_until(b'\n', &mut head).map_err(unreadable)?;
        let line = String::from_utf8_lossy(&head[from..]).trim().trim_start_matches('\u{feff}').to_owned();
        if read == 0 || !(line.is_empty() || line.starts_with('#')) {
            return Ok((line, Cursor::new(head).chain(input)));
        }
    }
}

fn told(tally: &Tally) -> String {
    let mut text = format!("Righe accettate {}, rifiutate {}", tally.accepted, tally.refused);
    if tally.unusable > 0 {
        text.push_str(&format!(", non usabili {}", tally.unusable));
    }
    if tally.unexpected > 0 {
        text.push_str(&format!(", andate diversamente dal previsto {}", tally.unexpected));
    }
    text.push('.');
    text
}

fn unreadable(error: io::Error) -> Fault {
    Fault::usage("Il file dei comandi non si legge.")
        .hint("Controllare il percorso e i permessi.")
        .cause(error)
}
