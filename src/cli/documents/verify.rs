//! `sportello documents verify`: the check of the archive.

use std::io::Write;

use serde::Serialize;

use super::args::DocumentsVerifyArgs;
use crate::cli::args::Global;
use crate::cli::office::Act;
use crate::cli::out::{json_document, text};
use crate::cli::{DONE, REFUSED};
use crate::desk::ArchiveCheck;
use crate::documents::reprint;
use crate::fault::Result;

/// What was found. The names of these fields are a contract.
#[derive(Serialize)]
struct Report<'a> {
    documents: usize,
    without_file: usize,
    elsewhere: usize,
    files: usize,
    bytes: u64,
    wrong: Vec<Wrong<'a>>,
}

#[derive(Serialize)]
struct Wrong<'a> {
    document: &'a str,
    text: &'a str,
}

/// Checks every document and every file; 1 when something is wrong.
///
/// # Errors
/// The office cannot be used, the output cannot be written.
pub fn run(args: &DocumentsVerifyArgs, global: &Global, out: &mut impl Write) -> Result<u8> {
    let mut session = global.open(Act::READ)?;
    let check = session.desk.verify_archive(&session.by, |words| reprint::words(words).is_ok())?;
    if args.json {
        json_document(out, &report(&check))?;
    } else {
        text(out, &for_people(&check))?;
    }
    Ok(if check.wrong.is_empty() { DONE } else { REFUSED })
}

fn report(check: &ArchiveCheck) -> Report<'_> {
    Report {
        documents: check.documents,
        without_file: check.without_file,
        elsewhere: check.elsewhere,
        files: check.files,
        bytes: check.bytes,
        wrong: check.wrong.iter().map(|(document, text)| Wrong { document, text }).collect(),
    }
}

fn for_people(check: &ArchiveCheck) -> String {
    let mut said: String =
        check.wrong.iter().map(|(number, text)| format!("[X] {number}: {text}\n")).collect();
    said.push_str(&format!(
        "Documenti {}, di cui {} senza file e {} con il file su un'altra postazione; file archiviati {}, {} kB.\n",
        check.documents,
        check.without_file,
        check.elsewhere,
        check.files,
        check.bytes.div_ceil(1024)
    ));
    said.push_str(if check.wrong.is_empty() {
        "L'archivio è in ordine."
    } else {
        "L'archivio non è in ordine. «sportello documents pdf» di un documento prova a rifare il suo file, uguale; \
         se no, riprenderlo da una copia di sicurezza."
    });
    said
}
