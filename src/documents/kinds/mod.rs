//! The one door from what a document says as data to its words and pages.
//!
//! Every kind fills the fields of its template; the template is the office's
//! own where there is one that stands, else the one that ships.

mod agenda;
mod convocation;
mod did_receipt;
#[cfg(test)]
mod listed;
mod placement;
mod rights;
mod shipped;
mod terms;
#[cfg(test)]
mod tests;
mod words;
mod writer;

use super::block::{Block, Content, TextSize};
use super::flow::flow;
use super::page::Pages;
use super::picture::Picture;
use super::psp;
use super::template::Fields;
use crate::domain::number::DocumentNumber;
use crate::domain::paper::Paper;
use crate::domain::paper::agenda::AgendaPaper;
use crate::domain::paper::rights::{AccessReportPaper, PersonDataPaper};
use crate::domain::paper::stationery::Stationery;
use crate::fault::{Fault, Result};

pub(super) use shipped::samples;
pub use shipped::{Shipped, all, check, shipped, templates};
pub(super) use terms::terms;
pub(super) use words::{WAITING, day, hour, moment, money, weekday};
pub(super) use writer::{Writer, appointment, numbered, said};

/// The words of a document, and what went wrong on the way to them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worded {
    /// What it says.
    pub content: Content,
    /// Why the office's own template was left for the one that ships, or its
    /// logo left out: whoever prints tells it, nobody is left without paper.
    pub fell_back: Option<Fault>,
}

impl Worded {
    /// On pages.
    ///
    /// # Errors
    /// A character the printed face does not have, with its place.
    pub fn pages(&self, size: TextSize) -> Result<Pages> {
        flow(&self.content, size)
    }
}

/// The fields of one document, and what its template cannot decide.
#[derive(Clone, Debug, Default)]
pub(super) struct Filled {
    pub fields: Fields,
    /// Labels of required texts that are empty.
    pub missing: Vec<&'static str>,
    /// Not issued: BOZZA on every page, texts may be missing.
    pub draft: bool,
    /// Number and version, of what is issued.
    pub issued: Option<(DocumentNumber, u32)>,
    /// Words of the person: no title and no foot may hold them.
    pub private: Vec<String>,
}

/// What a document says, before it is put on pages.
///
/// # Errors
/// An issued document that lacks a required text.
pub fn content(paper: &Paper, stationery: &Stationery) -> Result<Worded> {
    let filled = match paper {
        Paper::Psp(paper) => psp::fill(paper, stationery),
        Paper::DidReceipt(paper) => did_receipt::fill(paper, stationery),
        Paper::Convocation(paper) => convocation::letter(paper, stationery),
        Paper::Memo(paper) => convocation::memo(paper, stationery),
        Paper::Placement(paper) => placement::fill(paper, stationery),
    };
    worded(paper.kind().word(), filled, stationery)
}

/// The pages of a document at a size of print. Who prints for somebody asks
/// [`content`], and tells what fell back.
///
/// # Errors
/// As [`content`]; a character the printed face does not have, with its place.
pub fn pages(paper: &Paper, stationery: &Stationery, size: TextSize) -> Result<Pages> {
    content(paper, stationery)?.pages(size)
}

/// What the agenda of a day says, before it is put on pages.
///
/// # Errors
/// A defect of the program.
pub fn agenda(paper: &AgendaPaper, stationery: &Stationery) -> Result<Worded> {
    worded("agenda", agenda::fill(paper, stationery), stationery)
}

/// What the report of who used the data of a person says.
///
/// # Errors
/// A defect of the program.
pub fn access_report(paper: &AccessReportPaper, stationery: &Stationery) -> Result<Worded> {
    worded("access_report", rights::access(paper, stationery), stationery)
}

/// What the copy of all data of a person says.
///
/// # Errors
/// A defect of the program.
pub fn person_data(paper: &PersonDataPaper, stationery: &Stationery) -> Result<Worded> {
    worded("person_data", rights::data(paper, stationery), stationery)
}

/// The checks before issue ask for all of it: what was recorded was spoilt
/// since, or comes from a desk that did not ask.
fn not_whole(missing: &[&str]) -> Fault {
    Fault::office(format!(
        "Del documento emesso manca qualcosa fra i dati registrati: {}.",
        missing.join(", ")
    ))
    .hint("Stamparne una copia dall'archivio; se non c'è, emetterne una nuova versione.")
}

/// The words a template gives to these fields: those of the office's own one
/// if it stands.
pub(super) fn worded(name: &str, filled: Filled, stationery: &Stationery) -> Result<Worded> {
    let shipped = shipped(name).ok_or_else(|| Fault::internal(format!("no template {name}")))?;
    if !filled.draft && !filled.missing.is_empty() {
        return Err(not_whole(&filled.missing));
    }
    let own = stationery.template(name).map(|text| shipped.own(text, &filled));
    let (mut content, mut fell_back) = match own {
        Some(Ok(content)) => (content, None),
        Some(Err(fault)) => (shipped.content(&filled)?, Some(fault)),
        None => (shipped.content(&filled)?, None),
    };
    if let Some(logo) = &stationery.logo {
        match Picture::read(&logo.file) {
            Ok(picture) => content.blocks.insert(0, Block::Figure { picture, alt: logo.alt.clone() }),
            // Paper without a logo is better than no paper.
            Err(why) => {
                fell_back = fell_back.or_else(|| {
                    Some(Fault::office(format!("Il logo dell'ufficio non si può stampare. {why}")))
                })
            }
        }
    }
    if let Some((number, version)) = filled.issued.as_ref().filter(|_| !filled.draft) {
        content = content.issued(number, *version);
    }
    Ok(Worded { content, fell_back })
}
