//! The register of documents, and what one of them says.

use std::collections::HashMap;

use chrono::{NaiveDate, NaiveDateTime};
use uuid::Uuid;

use crate::desk::command::DocumentIssue;
use crate::desk::paper::{self, Making};
use crate::domain::document::{Document, DocumentKind};
use crate::domain::ids::{DocumentId, PspVersionId, RegistrantId};
use crate::domain::language::Language;
use crate::domain::office::Operator;
use crate::domain::paper::Paper;
use crate::domain::psp::PspVersion;
use crate::domain::registrant::Registrant;
use crate::fault::{Fault, Result};
use crate::store::archive::Archived;
use crate::store::documents::DocumentFilter;
use crate::store::{AuditLine, Read};

/// A page of the register.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DocumentList {
    /// What was asked.
    pub filter: DocumentFilter,
    /// How many there are in all.
    pub total: usize,
    /// Those of the page, the latest first.
    pub rows: Vec<DocumentRow>,
}

/// A document of the register, without what it says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DocumentRow {
    /// Key.
    pub id: DocumentId,
    /// Whom it concerns.
    pub registrant: RegistrantId,
    /// `ROSSI MARIA`.
    pub person: String,
    /// Fiscal code.
    pub fiscal_code: String,
    /// What it is.
    pub kind: DocumentKind,
    /// Number on paper.
    pub number: String,
    /// Version of the thing documented.
    pub version: u32,
    /// The record it documents; `None` where that was not kept.
    pub subject: Option<Uuid>,
    /// When it was issued.
    pub issued_at: NaiveDateTime,
    /// By whom (username).
    pub issued_by: String,
    /// Number in the protocol; empty while it has none.
    pub protocol: String,
    /// Date of that registration.
    pub protocol_on: Option<NaiveDate>,
    /// When both had signed it: pacts only.
    pub signed_on: Option<NaiveDate>,
    /// Has anybody signed it? Pacts only.
    pub signed: bool,
    /// When it was first handed over.
    pub handed_on: Option<NaiveDate>,
    /// SHA-256 of its file; empty while there is none.
    pub digest: String,
    /// Archive level of the file.
    pub archive_level: String,
    /// Pages of the file.
    pub pages: u32,
    /// Part of what it says is special data: it is read with a reason.
    pub special: bool,
}

/// An issued document with everything it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssuedPaper {
    /// Its row.
    pub row: DocumentRow,
    /// What it says.
    pub paper: Paper,
    /// The words of its file, as JSON; `None` while there is no file, or none on
    /// this desk that is whole.
    pub words: Option<String>,
}

/// What the file of a document is wanted for: its name in the audit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileAim {
    /// To be looked at.
    Open,
    /// To be printed: the original, before it is signed or handed over.
    Print,
    /// To be printed once more, as a copy.
    Copy,
    /// To be written to a file.
    Export,
}

impl FileAim {
    /// Every aim.
    #[cfg(test)]
    pub(super) const ALL: [Self; 4] = [Self::Open, Self::Print, Self::Copy, Self::Export];

    /// The line it leaves.
    pub(super) fn event(self) -> &'static str {
        match self {
            Self::Open => "document.open",
            Self::Print => "document.print",
            Self::Copy => "document.copy",
            Self::Export => "document.export",
        }
    }
}

/// An issued document with its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssuedFile {
    /// Its row.
    pub row: DocumentRow,
    /// The file; `None` when there is none yet, or not on this desk.
    pub file: Option<Archived>,
}

/// The documents of a filter.
pub(super) fn list(read: &Read<'_>, filter: &DocumentFilter) -> Result<DocumentList> {
    let mut people: HashMap<RegistrantId, (Registrant, Vec<PspVersion>)> = HashMap::new();
    let mut rows = Vec::new();
    for document in read.documents(filter)? {
        let (person, versions) = match people.entry(document.registrant) {
            std::collections::hash_map::Entry::Occupied(known) => known.into_mut(),
            std::collections::hash_map::Entry::Vacant(new) => {
                let person: Registrant = read.need(document.registrant.0)?;
                new.insert((person, read.versions_of(document.registrant)?))
            }
        };
        rows.push(row(document, person, versions));
    }
    Ok(DocumentList { total: read.documents_count(filter)?, filter: filter.clone(), rows })
}

/// One document with what it says; special data only with a reason (R-PRV-1).
pub(super) fn paper(read: &Read<'_>, id: DocumentId, reason: Option<&str>) -> Result<IssuedPaper> {
    let document = paper::document(read, id)?;
    reason_given(&document, reason)?;
    let paper = paper::of_document(read, &document)?;
    let person: Registrant = read.need(document.registrant.0)?;
    let versions = read.versions_of(document.registrant)?;
    // A damaged file stops who prints it, with a sentence; nobody is kept from
    // reading and signing a pact by it.
    let words = archived(read, &document).ok().flatten().and_then(|file| file.words);
    Ok(IssuedPaper { row: row(document, &person, &versions), paper, words })
}

/// The file of a document; one with special data only with a reason.
pub(super) fn file(read: &Read<'_>, id: DocumentId, reason: Option<&str>) -> Result<IssuedFile> {
    let document = paper::document(read, id)?;
    reason_given(&document, reason)?;
    let file = archived(read, &document)?;
    let person: Registrant = read.need(document.registrant.0)?;
    let versions = read.versions_of(document.registrant)?;
    Ok(IssuedFile { row: row(document, &person, &versions), file })
}

fn archived(read: &Read<'_>, document: &Document) -> Result<Option<Archived>> {
    // Which document, for who reads of a damaged file.
    let whose = |fault: Fault| Fault {
        message: format!("Documento {}. {}", document.number, fault.message),
        ..fault
    };
    if document.digest.is_empty() { Ok(None) } else { read.archived(&document.digest).map_err(whose) }
}

/// The line of a page «In breve» that is made: of which pact, in which language.
pub(super) fn brief(read: &Read<'_>, version: PspVersionId, language: Language) -> Result<AuditLine> {
    let version: PspVersion = read.need(version.0)?;
    let document: Option<Document> = version.document.map(|id| read.need(id.0)).transpose()?;
    let pact = document.map_or_else(|| version.id.to_string(), |document| document.number);
    let detail = format!("{pact} {}", language.word());
    Ok(AuditLine::new("psp.brief").about(version.registrant).detail(detail))
}

/// Refuses what is special without a reason.
fn reason_given(document: &Document, reason: Option<&str>) -> Result<()> {
    if document.special && reason.is_none_or(|reason| reason.trim().is_empty()) {
        return Err(Fault::usage(format!("Il documento {} riporta dati particolari.", document.number))
            .hint("Scrivere perché servono."));
    }
    Ok(())
}

/// What a document would say if it were issued now: without number, a draft.
pub(super) fn draft(
    read: &Read<'_>,
    command: &DocumentIssue,
    operator: Option<&Operator>,
    at: NaiveDateTime,
) -> Result<(Paper, RegistrantId)> {
    let office = read.office()?.unwrap_or_default();
    let making = Making {
        read,
        office: &office,
        operator,
        command,
        number: None,
        protocol: None,
        at,
        found: Vec::new(),
    };
    let made = making.make()?;
    made.map(|made| (made.paper, made.registrant))
        .ok_or_else(|| Fault::usage("La bozza di un patto si legge dal patto."))
}

fn row(document: Document, person: &Registrant, versions: &[PspVersion]) -> DocumentRow {
    let version = versions.iter().find(|version| version.document == Some(document.id));
    let signed = version.and_then(|version| version.person_signed_at.zip(version.operator_signed_at));
    DocumentRow {
        id: document.id,
        registrant: document.registrant,
        person: person.list_name(),
        fiscal_code: person.fiscal_code.clone(),
        kind: document.kind,
        number: document.number,
        version: document.version,
        subject: document.subject,
        issued_at: document.issued_at,
        issued_by: document.issued_by,
        protocol: document.protocol,
        protocol_on: document.protocol_on,
        signed: version.is_some_and(|v| v.person_signed_at.or(v.operator_signed_at).is_some()),
        signed_on: signed.map(|(person, operator)| person.max(operator).date()),
        // Recorded with the pact where it was handed over before this column was.
        handed_on: document.handed_on.or_else(|| version.and_then(|version| version.copy_handed_on)),
        digest: document.digest,
        archive_level: document.archive_level,
        pages: document.pages,
        special: document.special,
    }
}
