//! `sportello verify`: the whole check of the office file.

use std::io::Write;

use serde::Serialize;

use super::args::{Global, VerifyArgs};
use super::out::{json_document, text};
use super::{DAMAGED, DONE};
use crate::cli::office::Act;
use crate::desk::Checked;
use crate::documents::reprint;
use crate::fault::Result;

/// What was found. The names of these fields are a contract.
#[derive(Serialize)]
struct Report<'a> {
    ok: bool,
    checks: Vec<One<'a>>,
}

#[derive(Serialize)]
struct One<'a> {
    check: &'a str,
    ok: bool,
    seen: &'a str,
    wrong: &'a [String],
}

/// Does every check, a line each; 3 when something is wrong.
///
/// # Errors
/// The office cannot be opened, the output cannot be written.
pub fn run(args: &VerifyArgs, global: &Global, out: &mut impl Write) -> Result<u8> {
    let mut session = global.open(Act::READ)?;
    let readable = |words: &str| reprint::words(words).is_ok();
    let done = session.desk.verify(&session.by, readable, |checked| {
        if args.json { Ok(()) } else { text(out, &line(checked)) }
    })?;
    let ok = done.iter().all(|checked| checked.found.wrong.is_empty());
    if args.json {
        json_document(out, &Report { ok, checks: done.iter().map(one).collect() })?;
    } else {
        let end = if ok {
            "Il file dell'ufficio è in ordine."
        } else {
            "Il file dell'ufficio non è in ordine: conservarlo così com'è e avvisare chi cura il programma."
        };
        text(out, end)?;
    }
    Ok(if ok { DONE } else { DAMAGED })
}

fn one(checked: &Checked) -> One<'_> {
    let found = &checked.found;
    One { check: checked.name, ok: found.wrong.is_empty(), seen: &found.seen, wrong: &found.wrong }
}

fn line(checked: &Checked) -> String {
    let found = &checked.found;
    let sign = if found.wrong.is_empty() { "[V]" } else { "[X]" };
    let mut said = format!("{sign} {}", checked.label);
    if !found.seen.is_empty() {
        said.push_str(&format!(": {}", found.seen));
    }
    for wrong in &found.wrong {
        said.push_str(&format!("\n    {wrong}"));
    }
    said
}
