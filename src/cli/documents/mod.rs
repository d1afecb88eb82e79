//! `sportello documents`: the register, the files, the check of the archive.

use std::io::Write;

use super::args::Global;
use crate::fault::Result;

pub mod args;
mod list;
pub mod pdf;
mod verify;

use args::{DocumentsArgs, DocumentsCommand};

/// Does one of the things with documents.
///
/// # Errors
/// As the commands.
pub fn run(args: &DocumentsArgs, global: &Global, out: &mut impl Write) -> Result<u8> {
    match &args.what {
        DocumentsCommand::List(args) => list::run(args, global, out),
        DocumentsCommand::Pdf(args) => pdf::run(args, global),
        DocumentsCommand::Verify(args) => verify::run(args, global, out),
    }
}
