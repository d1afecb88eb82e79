//! The register of documents: issued, numbered, registered, handed over.

use chrono::NaiveDate;
use uuid::Uuid;

use super::convert::Day;
use super::write::Read;
use crate::domain::document::{Document, DocumentKind, Reserved};
use crate::domain::ids::{DocumentId, RegistrantId};
use crate::domain::text::fold;
use crate::fault::Result;

/// Which documents of the register.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DocumentFilter {
    /// Whose; everybody's when `None`.
    pub registrant: Option<RegistrantId>,
    /// Issued from this day.
    pub from: Option<NaiveDate>,
    /// Issued up to this day included.
    pub to: Option<NaiveDate>,
    /// Of which kind; any when `None`.
    pub kind: Option<DocumentKind>,
    /// Part of the number, of the protocol, of surname and name; empty for any.
    pub text: String,
    /// How many to pass over, the latest first.
    pub skip: usize,
    /// How many at most; 0 for all.
    pub limit: usize,
}

/// What selects the documents of a filter; the numbers stand for its values.
const WANTED: &str = "(?1 IS NULL OR d.registrant = ?1)
    AND (?2 IS NULL OR d.issued_at >= ?2) AND (?3 IS NULL OR d.issued_at < ?3)
    AND (?4 IS NULL OR d.kind = ?4)
    AND (?5 = '' OR instr(upper(d.number), ?5) OR instr(upper(d.protocol), ?5) OR (?6 <> '' AND EXISTS (
        SELECT 1 FROM local_search l WHERE l.person = d.registrant AND instr(replace(l.sort, ' ', ''), ?6))))";

type Values = (Option<Vec<u8>>, Option<String>, Option<String>, Option<&'static str>, String, String);

fn values(filter: &DocumentFilter) -> Values {
    // Hours are ISO texts: a day ends before its successor begins.
    let after = |day: NaiveDate| day.succ_opt().unwrap_or(day).to_string();
    (
        filter.registrant.map(|id| id.0.into_bytes().to_vec()),
        filter.from.map(|day| day.to_string()),
        filter.to.map(after),
        filter.kind.map(DocumentKind::word),
        filter.text.trim().to_uppercase(),
        // Names as the search of people keeps them, without accents or blanks.
        fold(&filter.text).replace(' ', ""),
    )
}

impl Read<'_> {
    /// The number, the protocol and its day of every document.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn numbers_on_paper(&self) -> Result<Vec<(String, String, Option<NaiveDate>)>> {
        self.all("SELECT number, protocol, protocol_on FROM document", [], |row| {
            Ok((
                row.get(0)?,
                row.get::<_, Option<String>>(1)?.unwrap_or_default(),
                row.get::<_, Option<Day>>(2)?.map(|day| day.0),
            ))
        })
    }

    /// The documents of a filter, the latest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn documents(&self, filter: &DocumentFilter) -> Result<Vec<Document>> {
        // The ids first, from the index alone: the frozen contents are read
        // for the page wanted only.
        let limit = if filter.limit == 0 { -1 } else { i64::try_from(filter.limit).unwrap_or(-1) };
        let skip = i64::try_from(filter.skip).unwrap_or(i64::MAX);
        let (a, b, c, d, e, f) = values(filter);
        let sql = format!(
            "SELECT d.id FROM document d WHERE {WANTED}
             ORDER BY d.issued_at DESC, d.id DESC LIMIT ?7 OFFSET ?8"
        );
        let ids = self.all(&sql, (a, b, c, d, e, f, limit, skip), |row| row.get::<_, [u8; 16]>(0))?;
        ids.into_iter().map(|id| self.need(Uuid::from_bytes(id))).collect()
    }

    /// How many documents a filter has, whatever its page.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn documents_count(&self, filter: &DocumentFilter) -> Result<usize> {
        let sql = format!("SELECT count(*) FROM document d WHERE {WANTED}");
        let count = self.one(&sql, values(filter), |row| row.get::<_, i64>(0))?.unwrap_or(0);
        Ok(usize::try_from(count).unwrap_or(0))
    }

    /// The documents with this number in the protocol, oldest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn documents_registered(&self, protocol: &str) -> Result<Vec<Document>> {
        self.list("WHERE protocol <> '' AND protocol = ?1 ORDER BY issued_at, id", [protocol])
    }

    /// What a document says, whole, where part of it is special data: asked
    /// for by who said why.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn reserved_of(&self, document: DocumentId) -> Result<Option<Reserved>> {
        Ok(self.list("WHERE document = ?1 ORDER BY id LIMIT 1", [document.0.into_bytes().to_vec()])?.pop())
    }
}
