//! `sportello person`: what somebody may ask about their own data.

use std::io::Write;
use std::path::Path;

use chrono::NaiveDateTime;

use super::args::{Global, PersonArgs, PersonCommand};
use super::out::tell;
use crate::documents::put::{Old, put};
use crate::documents::{TextSize, Worded};
use crate::fault::Result;

mod access;
mod export;

/// Does what is asked.
///
/// # Errors
/// Who asks may not, nobody is meant; the office cannot be used, the output
/// cannot be written.
pub fn run(args: &PersonArgs, global: &Global, out: &mut impl Write) -> Result<u8> {
    match &args.what {
        PersonCommand::Export(args) => export::run(args, global, out),
        PersonCommand::AccessReport(args) => access::run(args, global, out),
    }
}

/// Writes a document to a file, for its owner alone to read.
fn write_pdf(worded: &Worded, at: NaiveDateTime, path: &Path) -> Result<()> {
    if let Some(fault) = &worded.fell_back {
        tell(&fault.to_string());
    }
    let pdf = worded.pages(TextSize::Normal)?.pdf(at)?;
    put(path, &pdf.bytes, Old::Replaced)?;
    let pages = if pdf.pages == 1 { "1 pagina".to_owned() } else { format!("{} pagine", pdf.pages) };
    tell(&format!("Scritto il documento: {pages}."));
    Ok(())
}
