//! `sportello psp pdf`: the document of a version.

use std::path::Path;

use crate::cli::args::{Global, PspPdfArgs};
use crate::cli::documents::pdf::original;
use crate::cli::office::Act;
use crate::cli::out;
use crate::desk::query::FileAim;
use crate::desk::{Answer, Query};
use crate::documents::put::{Old, put};
use crate::documents::{self, TextSize};
use crate::domain::document::Document;
use crate::domain::paper::Paper;
use crate::domain::permission::Permission;
use crate::fault::{Fault, Result};
use crate::store::AuditLine;

/// Writes the document. Of an issued version it is the archived file, made and
/// archived where there is none yet; of the others a draft of now. In brief it
/// is the page that goes with either.
///
/// # Errors
/// The office cannot be used, no such version, the file cannot be written.
pub fn run(args: &PspPdfArgs, global: &Global) -> Result<u8> {
    let mut session =
        global.open(Act { name: "psp.print", needs: &[Permission::Read, Permission::Print] })?;
    let version = super::find(&session.desk, &args.psp)?;
    if let Some(document) = version.document.filter(|_| !args.brief) {
        let document: Document = session.desk.store().read().need(document.0)?;
        return match original(&mut session, &document, FileAim::Export, None)? {
            Ok(file) => {
                put(&args.output, &file.pdf, Old::Replaced)?;
                out::tell(&format!("Scritto il documento {}, come è archiviato.", document.number));
                Ok(crate::cli::DONE)
            }
            Err(refused) => {
                out::tell(&refused.text);
                Ok(crate::cli::REFUSED)
            }
        };
    }
    let Answer::Paper(paper) = session.desk.ask(&session.by, &Query::Paper { version: version.id })? else {
        return Err(Fault::internal("another answer"));
    };
    let when = version.issued_at.unwrap_or_else(|| session.desk.clock().now());
    // An issued one is on the paper the office had then.
    let stationery = session.desk.law()?.catalogue().stationery(when.date());
    let worded = if args.brief {
        let language = args.lang.unwrap_or_default();
        let worded =
            documents::brief::worded(&paper, language, &stationery, session.desk.clock().now().date())?;
        session.desk.ask(&session.by, &Query::PspBrief { version: version.id, language })?;
        worded
    } else {
        let worded = documents::content(&Paper::Psp(paper), &stationery)?;
        session.leave(AuditLine::new("psp.print").about(version.registrant))?;
        worded
    };
    if let Some(fault) = &worded.fell_back {
        out::tell(&fault.to_string());
    }
    let pages = worded.pages(TextSize::Normal)?;
    let pdf = pages.pdf(when)?;
    written(&args.output, &pdf.bytes, pdf.pages)
}

fn written(to: &Path, bytes: &[u8], pages: usize) -> Result<u8> {
    put(to, bytes, Old::Replaced)?;
    let pages = if pages == 1 { "1 pagina".to_owned() } else { format!("{pages} pagine") };
    out::tell(&format!("Scritto il documento: {pages}."));
    Ok(crate::cli::DONE)
}
