//! `sportello psp`: pacts.

use std::io::Write;

use uuid::Uuid;

use super::args::{Global, PspArgs, PspCommand};
use super::out::shown;
use crate::desk::Desk;
use crate::domain::ids::PspVersionId;
use crate::domain::psp::PspVersion;
use crate::fault::{Fault, Result};

mod check;
mod list;
mod pdf;

/// Does one of the things with pacts.
///
/// # Errors
/// As the commands.
pub fn run(args: &PspArgs, global: &Global, out: &mut impl Write) -> Result<u8> {
    match &args.what {
        PspCommand::List(args) => list::run(args, global, out),
        PspCommand::Check(args) => check::run(args, global, out),
        PspCommand::Pdf(args) => pdf::run(args, global),
    }
}

/// `PSP` of the contract: the id of a version or the number of its document.
fn find(desk: &Desk, text: &str) -> Result<PspVersion> {
    let read = desk.store().read();
    let found = if let Ok(id) = text.trim().parse::<Uuid>() {
        read.get::<PspVersion>(id)?
    } else if let Some(document) = read.document_numbered(&text.trim().to_uppercase())? {
        let versions = read.versions_of(document.registrant)?;
        versions.into_iter().find(|version| version.document == Some(document.id))
    } else {
        None
    };
    found.ok_or_else(|| {
        Fault::usage(format!("In questo archivio non c'è un patto «{}».", shown(text)))
            .hint("«sportello psp list» dà identificativi e numeri.")
    })
}

/// The id of the version meant.
fn find_id(desk: &Desk, text: &str) -> Result<PspVersionId> {
    find(desk, text).map(|version| version.id)
}
