//! `sportello psp pdf`: the document of a version.

use crate::cli::args::{Global, PspPdfArgs};
use crate::cli::out;
use crate::desk::{Answer, Query};
use crate::documents::put::{Old, put};
use crate::documents::{self, TextSize};
use crate::domain::paper::Paper;
use crate::fault::{Fault, Result};

/// Writes the document. An issued version is dated when it was issued, so
/// that its file is the same bytes whenever it is written.
///
/// # Errors
/// The office cannot be used, no such version, the file cannot be written.
pub fn run(args: &PspPdfArgs, global: &Global) -> Result<u8> {
    let mut session = global.open()?;
    let version = super::find(&session.desk, &args.psp)?;
    let Answer::Paper(paper) = session.desk.ask(&session.by, &Query::Paper { version: version.id })? else {
        return Err(Fault::internal("another answer"));
    };
    let when = version.issued_at.unwrap_or_else(|| session.desk.clock().now());
    // An issued one is on the paper the office had then.
    let stationery = session.desk.law()?.catalogue().stationery(when.date());
    let worded = if args.brief {
        documents::brief::worded(&paper, args.lang.unwrap_or_default(), &stationery)?
    } else {
        documents::content(&Paper::Psp(paper), &stationery)?
    };
    if let Some(fault) = &worded.fell_back {
        out::tell(&fault.to_string());
    }
    let pages = worded.pages(TextSize::Normal)?;
    let pdf = pages.pdf(when)?;
    put(&args.output, &pdf.bytes, Old::Replaced)?;
    let pages = if pdf.pages == 1 { "1 pagina".to_owned() } else { format!("{} pagine", pdf.pages) };
    out::tell(&format!("Scritto il documento: {pages}."));
    Ok(crate::cli::DONE)
}
