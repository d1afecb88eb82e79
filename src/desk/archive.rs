//! The archive of the desk: files put in with the command that tells their
//! digest, and the check of all of them.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::command::{Command, DocumentGenerated};
use super::order::Order;
use super::outcome::Outcome;
use super::paper;
use super::run::Desk;
use crate::domain::document::Document;
use crate::domain::ids::UnitId;
use crate::domain::number::DocumentNumber;
use crate::fault::Result;
use crate::store::AuditLine;
use crate::store::documents::DocumentFilter;

/// The file of an issued document, on its way to the archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentFile {
    /// The file.
    pub pdf: Arc<[u8]>,
    /// The words it was made of, as JSON.
    pub words: Option<String>,
}

/// What the check of the archive found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ArchiveCheck {
    /// Documents of the register.
    pub documents: usize,
    /// Of these, without a file yet: never printed.
    pub without_file: usize,
    /// Of these, with their file on another desk.
    pub elsewhere: usize,
    /// Files on this desk.
    pub files: usize,
    /// Bytes they take.
    pub bytes: u64,
    /// What is wrong, one line each: number of the document (or digest) and
    /// sentence.
    pub wrong: Vec<(String, String)>,
}

/// Documents looked at in one go.
const PAGE: usize = 200;

impl Desk {
    /// Records the file of an issued document and puts it in the archive, in
    /// one transaction: both are there or neither (R-DOC-1, R-DOC-2).
    ///
    /// # Errors
    /// As [`Desk::run`]; a full disk leaves nothing.
    pub fn file_made(
        &mut self,
        by: &str,
        command: DocumentGenerated,
        file: &DocumentFile,
    ) -> Result<Outcome> {
        let at = self.clock().now();
        let command = Command::DocumentGenerated(command);
        self.run_with(Order { unit: UnitId::default(), at, by: by.to_owned(), command }, Some(file))
    }

    /// Looks at everything: each document can be read, has its file here or
    /// was made on another desk; each file has its digest and words that
    /// `readable` takes. Leaves an audit line.
    ///
    /// # Errors
    /// When the file cannot be read at all, or the line cannot be written.
    pub fn verify_archive(&mut self, by: &str, readable: impl Fn(&str) -> bool) -> Result<ArchiveCheck> {
        let mut check = ArchiveCheck::default();
        let mut known = BTreeSet::new();
        let read = self.store().read();
        let here: Option<u8> = self.store().desk().parse().ok();
        loop {
            let filter = DocumentFilter { skip: check.documents, limit: PAGE, ..DocumentFilter::default() };
            let page = read.documents(&filter)?;
            check.documents += page.len();
            let last = page.len() < PAGE;
            for document in page {
                known.insert(document.digest.clone());
                let told = of_document(&read, &document, here, &readable, &mut check);
                check.wrong.extend(told.map(|sentence| (document.number, sentence)));
            }
            if last {
                break;
            }
        }
        for (digest, bytes) in read.archive_index()? {
            check.files += 1;
            check.bytes += bytes;
            if !known.contains(&digest) {
                let short = digest.chars().take(16).collect();
                check.wrong.push((short, "file archiviato che non è di nessun documento".to_owned()));
            }
        }
        let at = self.clock().now();
        let operator = self.operator(by).map(|operator| operator.id);
        let line =
            AuditLine::new("archive.verify").detail(format!("{} / {}", check.documents, check.wrong.len()));
        self.store_mut().log(at, operator, &[line])?;
        Ok(check)
    }
}

/// What is wrong with one document.
fn of_document(
    read: &crate::store::Read<'_>,
    document: &Document,
    here: Option<u8>,
    readable: &impl Fn(&str) -> bool,
    check: &mut ArchiveCheck,
) -> Option<String> {
    if paper::of_document(read, document).is_err() {
        return Some("quello che dice non si legge".to_owned());
    }
    if document.digest.is_empty() {
        check.without_file += 1;
        return None;
    }
    match read.archived(&document.digest) {
        Ok(Some(file)) if file.words.as_deref().is_some_and(|words| !readable(words)) => {
            Some("le parole archiviate con il file non si leggono".to_owned())
        }
        Ok(Some(_)) => None,
        Ok(None) => {
            let desk = document.number.parse::<DocumentNumber>().ok().map(|number| number.desk());
            if desk.is_some() && desk != here {
                check.elsewhere += 1;
                return None;
            }
            Some("il suo file non è nell'archivio".to_owned())
        }
        Err(fault) => Some(fault.message),
    }
}
