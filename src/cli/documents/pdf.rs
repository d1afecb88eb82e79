//! `sportello documents pdf`: the file of an issued document, as archived.

use super::args::DocumentsPdfArgs;
use crate::cli::args::Global;
use crate::cli::office::Act;
use crate::cli::office::Session;
use crate::cli::out::{shown, tell};
use crate::cli::{DONE, REFUSED};
use crate::desk::command::DocumentGenerated;
use crate::desk::query::FileAim;
use crate::desk::{Answer, DocumentFile, Query};
use crate::documents::put::{Old, put};
use crate::documents::reprint::{self, Copy};
use crate::documents::{self, TextSize};
use crate::domain::document::Document;
use crate::domain::finding::Finding;
use crate::domain::ids::DocumentId;
use crate::domain::permission::Permission;
use crate::fault::{Fault, Result};
use crate::store::archive::{Archived, digest_of};

/// Writes the file of a document.
///
/// # Errors
/// The office cannot be used, no such document, special data without a
/// reason, the file cannot be written.
pub fn run(args: &DocumentsPdfArgs, global: &Global) -> Result<u8> {
    let mut session =
        global.open(Act { name: "document.file", needs: &[Permission::Read, Permission::Print] })?;
    let number = args.number.trim().to_uppercase();
    let found = session.desk.store().read().document_numbered(&number)?;
    let document = found.ok_or_else(|| {
        Fault::usage(format!("In questo archivio non c'è un documento «{}».", shown(&args.number)))
            .hint("«sportello documents list» dà i numeri.")
    })?;
    let aim = if args.copy { FileAim::Copy } else { FileAim::Export };
    let file = match original(&mut session, &document, aim, args.reason.as_deref())? {
        Ok(file) => file,
        Err(refused) => {
            tell(&refused.text);
            return Ok(REFUSED);
        }
    };
    let size = if args.large { TextSize::Large } else { TextSize::Normal };
    let (bytes, pages) = if args.copy || args.large {
        let words = file.words.ok_or_else(|| {
            Fault::office("Con questo documento non sono archiviate le sue parole: c'è solo l'originale.")
                .hint("Senza --copy e --large si ha il file originale.")
        })?;
        let keeper = session.desk.office().map(|office| office.body_name.clone()).unwrap_or_default();
        let digest = digest_of(&file.pdf);
        let copy = args.copy.then_some(Copy { digest: &digest, keeper: &keeper });
        let pdf = reprint::pages(&words, copy.as_ref(), size)?.pdf(document.issued_at)?;
        (pdf.bytes, Some(pdf.pages))
    } else {
        (file.pdf, None)
    };
    put(&args.output, &bytes, Old::Replaced)?;
    match pages {
        Some(1) => tell("Scritto il documento: 1 pagina."),
        Some(pages) => tell(&format!("Scritto il documento: {pages} pagine.")),
        None => tell(&format!("Scritto il documento {number}, come è archiviato.")),
    }
    Ok(DONE)
}

/// The archived file of an issued document, made and archived where there is
/// none yet, or where it is damaged and what is made now is the same; the
/// finding that refuses it, where what is made now is no longer what was
/// issued.
///
/// # Errors
/// When the file cannot be read or written, special data without a reason.
pub fn original(
    session: &mut Session,
    document: &Document,
    aim: FileAim,
    reason: Option<&str>,
) -> Result<std::result::Result<Archived, Finding>> {
    let reason = reason.map(ToOwned::to_owned);
    let query = Query::DocumentFile { document: document.id, aim, reason: reason.clone() };
    match archived(session, &query) {
        Ok(Some(file)) => return Ok(Ok(file)),
        Ok(None) => {}
        Err(damaged) => {
            let made = make(session, document, document.id, reason).ok();
            let Some((command, file)) = made.filter(|(command, _)| command.digest == document.digest) else {
                return Err(damaged);
            };
            session.desk.file_made(&session.by, command, &file)?;
            tell("Il file archiviato era danneggiato: è stato rifatto, uguale.");
            return archived(session, &query)?.map(Ok).ok_or(damaged);
        }
    }
    let (command, file) = make(session, document, document.id, reason)?;
    let outcome = session.desk.file_made(&session.by, command, &file)?;
    Ok(match outcome.refusal() {
        Some(refused) => Err(refused.clone()),
        None => Ok(Archived { pdf: file.pdf.to_vec(), words: file.words }),
    })
}

/// What the archive of this desk has; leaves the audit line.
fn archived(session: &mut Session, query: &Query) -> Result<Option<Archived>> {
    match session.desk.ask(&session.by, query)? {
        Answer::DocumentFile(issued) => Ok(issued.file),
        _ => Err(Fault::internal("another answer")),
    }
}

/// Makes the file, by the office's paper of the day of issue.
fn make(
    session: &mut Session,
    document: &Document,
    id: DocumentId,
    reason: Option<String>,
) -> Result<(DocumentGenerated, DocumentFile)> {
    let Answer::DocumentPaper(issued) =
        session.desk.ask(&session.by, &Query::DocumentPaper { document: id, reason })?
    else {
        return Err(Fault::internal("another answer"));
    };
    let stationery = session.desk.store().read().catalogue()?.stationery(document.issued_at.date());
    let worded = documents::content(&issued.paper, &stationery)?;
    if let Some(fault) = &worded.fell_back {
        tell(&fault.message);
    }
    let pdf = worded.pages(TextSize::Normal)?.pdf(document.issued_at)?;
    let command = DocumentGenerated {
        document: id,
        digest: digest_of(&pdf.bytes),
        archive_level: pdf.level.code().to_owned(),
        pages: u32::try_from(pdf.pages).map_err(Fault::internal)?,
    };
    Ok((command, DocumentFile { pdf: pdf.bytes.into(), words: Some(reprint::kept(&worded.content)?) }))
}
