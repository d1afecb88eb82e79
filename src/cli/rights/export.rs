//! `sportello person export`: everything recorded of a person.

use std::io::Write;

use super::write_pdf;
use crate::cli::args::{ExportFormat, Global, PersonExportArgs};
use crate::cli::office::Act;
use crate::cli::out::{json_document, tell};
use crate::cli::{DONE, person};
use crate::desk::{Answer, Query};
use crate::documents;
use crate::documents::put::{Old, put};
use crate::domain::permission::Permission;
use crate::fault::{Fault, Result};
use crate::ui::person_paper;

const ACT: Act = Act { needs: &[Permission::Privacy, Permission::Special], name: "person.export" };

/// Prints or writes the copy.
///
/// # Errors
/// As [`super::run`]; paper without a file to go to.
pub fn run(args: &PersonExportArgs, global: &Global, out: &mut impl Write) -> Result<u8> {
    if args.format == ExportFormat::Pdf && args.output.is_none() {
        return Err(Fault::usage("Il PDF va in un file.").hint("Aggiungere -o FILE."));
    }
    let mut session = global.open(ACT)?;
    let registrant = person::find(&session.desk, &args.person)?;
    let Answer::PersonExport(export) = session.desk.ask(&session.by, &Query::PersonExport { registrant })?
    else {
        return Err(Fault::internal("another answer"));
    };
    match (&args.output, args.format) {
        (Some(path), ExportFormat::Pdf) => {
            let by = session.desk.operator(&session.by).map(|who| who.full_name()).unwrap_or_default();
            let stationery = session.desk.law()?.catalogue().stationery(export.at.date());
            write_pdf(&documents::person_data(&person_paper(&export, &by), &stationery)?, export.at, path)?;
        }
        (Some(path), ExportFormat::Json) => {
            let mut made = Vec::new();
            json_document(&mut made, &*export)?;
            put(path, &made, Old::Replaced)?;
            tell("Scritta la copia dei dati.");
        }
        (None, _) => json_document(out, &*export)?,
    }
    Ok(DONE)
}
