//! `sportello backup`: a copy of the office, tried by opening it.

use std::io::Write;

use serde::Serialize;

pub mod args;
pub mod restore;

use super::DONE;
use super::args::Global;
use super::out::{json_document, text};
use crate::cli::office::Act;
use crate::domain::permission::Permission;
use crate::fault::Result;
use crate::store::backup::Manifest;
use args::BackupArgs;

/// What was made. The names of these fields are a contract.
#[derive(Serialize)]
struct Report<'a> {
    file: String,
    #[serde(flatten)]
    manifest: &'a Manifest,
}

/// Makes the copy and says where it is.
///
/// # Errors
/// The office cannot be used; the copy was not made, and nothing of it is left.
pub fn run(args: &BackupArgs, global: &Global, out: &mut impl Write) -> Result<u8> {
    let mut session = global.open(Act { name: "office.backup", needs: &[Permission::Backup] })?;
    let copy = match &args.folder {
        Some(folder) => session.desk.backup(&session.by, folder)?,
        None => session.desk.keep_copy(&session.by)?,
    };
    // Only where one could be made.
    if let Some(folder) = args.folder.as_ref().filter(|_| args.always) {
        session.desk.set_copies_folder(&session.by, folder)?;
    }
    let file = copy.file.display().to_string();
    if args.json {
        json_document(out, &Report { file, manifest: &copy.manifest })?;
        return Ok(DONE);
    }
    let said = format!(
        "Copia fatta, e provata aprendola: {file}\n{} MB, {}. Accanto: .keys e .json, da tenere con lei.",
        copy.manifest.bytes.div_ceil(1 << 20),
        counted(copy.manifest.facts.units, copy.manifest.facts.audit_lines),
    );
    text(out, &said)?;
    if args.always {
        text(out, "D'ora in poi le copie fatte da sole vanno in questa cartella.")?;
    }
    Ok(DONE)
}

/// `3 operazioni, 12 righe di registro`.
fn counted(units: i64, lines: i64) -> String {
    let of = |n: i64, one: &str, many: &str| format!("{n} {}", if n == 1 { one } else { many });
    format!(
        "{}, {}",
        of(units, "operazione", "operazioni"),
        of(lines, "riga di registro", "righe di registro")
    )
}
