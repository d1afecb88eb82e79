//! What each document says on paper: plain data, frozen as JSON when it is
//! issued, so that what was handed over can be printed again whatever changes
//! later.
//!
//! Labels are text here, already in Italian, for the same reason. The desk
//! fills a paper from the records; `documents` writes it and looks nothing up.
//!
//! Frozen papers are read for decades: a field added later needs
//! `#[serde(default)]`, one no longer printed stays.

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use super::document::DocumentKind;
use super::number::DocumentNumber;

pub mod agenda;
mod convocation;
mod did_receipt;
mod figures;
mod link;
mod placement;
mod psp;
pub mod rights;
pub mod stationery;

pub use convocation::{ConvocationPaper, MemoPaper, PlaceOfferPaper, RemoteOfferPaper};
pub use did_receipt::{DidReceiptPaper, WorkPaper};
pub use figures::FiguresPaper;
pub use link::without_password;
pub use placement::{PlacementAct, PlacementPaper};
pub use psp::*;

/// What an issued document says, by its kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Paper {
    /// A version of a PSP.
    Psp(Box<PspPaper>),
    /// The receipt of a DID.
    DidReceipt(Box<DidReceiptPaper>),
    /// The letter of a convocation.
    Convocation(Box<ConvocationPaper>),
    /// The memo of the next appointments.
    Memo(Box<MemoPaper>),
    /// An act of targeted placement (LEP M1).
    Placement(Box<PlacementPaper>),
}

impl Paper {
    /// Which kind of document it is.
    #[must_use]
    pub fn kind(&self) -> DocumentKind {
        match self {
            Self::Psp(_) => DocumentKind::Psp,
            Self::DidReceipt(_) => DocumentKind::DidReceipt,
            Self::Convocation(_) => DocumentKind::Convocation,
            Self::Memo(_) => DocumentKind::Memo,
            Self::Placement(paper) => match paper.act {
                PlacementAct::Receipt { .. } => DocumentKind::PlacementReceipt,
                PlacementAct::Obstacles { .. } => DocumentKind::PlacementObstacles,
                PlacementAct::Accepted { .. } => DocumentKind::PlacementAccepted,
                PlacementAct::Refused { .. } => DocumentKind::PlacementRefused,
            },
        }
    }

    /// Its registration in the protocol, when it has one.
    #[must_use]
    pub fn protocol(&self) -> Option<&Protocol> {
        match self {
            Self::Psp(paper) => paper.protocol.as_ref(),
            Self::DidReceipt(paper) => paper.head.protocol.as_ref(),
            Self::Convocation(paper) => paper.head.protocol.as_ref(),
            Self::Memo(paper) => paper.head.protocol.as_ref(),
            Self::Placement(paper) => paper.head.protocol.as_ref(),
        }
    }

    /// The same without what may tell of somebody's health; `None` where
    /// nothing does. Lists of documents, reasons and answers of targeted
    /// placement are free texts about a medical report (R-CM-10, R-PRV-1).
    #[must_use]
    pub fn without_special(&self) -> Option<Self> {
        let Self::Placement(paper) = self else { return None };
        let mut open = paper.clone();
        let lists: Vec<&mut Vec<String>> = match &mut open.act {
            PlacementAct::Receipt { documents, missing, .. } => vec![documents, missing],
            PlacementAct::Obstacles { obstacles, .. } => vec![obstacles],
            PlacementAct::Refused { reasons, answers, .. } => vec![reasons, answers],
            PlacementAct::Accepted { .. } => Vec::new(),
        };
        let mut tells = false;
        for list in lists {
            tells |= !list.is_empty();
            list.clear();
        }
        tells.then_some(Self::Placement(open))
    }

    /// As it is kept with the document.
    ///
    /// # Errors
    /// Never for what the desk makes; a map with a key that is no text.
    pub fn frozen(&self) -> serde_json::Result<String> {
        match self {
            Self::Psp(paper) => serde_json::to_string(paper),
            Self::DidReceipt(paper) => serde_json::to_string(paper),
            Self::Convocation(paper) => serde_json::to_string(paper),
            Self::Memo(paper) => serde_json::to_string(paper),
            Self::Placement(paper) => serde_json::to_string(paper),
        }
    }

    /// Reads what was kept with a document of a kind.
    ///
    /// # Errors
    /// What is there is no such paper.
    pub fn read(kind: DocumentKind, frozen: &str) -> serde_json::Result<Self> {
        Ok(match kind {
            DocumentKind::Psp => Self::Psp(serde_json::from_str(frozen)?),
            DocumentKind::DidReceipt => Self::DidReceipt(serde_json::from_str(frozen)?),
            DocumentKind::Convocation => Self::Convocation(serde_json::from_str(frozen)?),
            DocumentKind::Memo => Self::Memo(serde_json::from_str(frozen)?),
            DocumentKind::PlacementReceipt
            | DocumentKind::PlacementObstacles
            | DocumentKind::PlacementAccepted
            | DocumentKind::PlacementRefused => Self::Placement(serde_json::from_str(frozen)?),
        })
    }
}

/// What every document but the PSP has in common.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeadPaper {
    /// The office box.
    pub office: OfficePaper,
    /// Number of the document; none before it is issued.
    pub number: Option<DocumentNumber>,
    /// Version, from 1: the same act issued again.
    pub version: u32,
    /// Registration in the office's protocol, when there is one.
    pub protocol: Option<Protocol>,
    /// Day of issue.
    pub issued_on: NaiveDate,
    /// Name and surname of who issues it.
    pub operator: String,
}

/// To whom a document goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecipientPaper {
    /// Name and surname.
    pub full_name: String,
    /// Fiscal code.
    pub fiscal_code: String,
    /// Where every communication goes, one line or more; may be empty.
    pub address: String,
}

/// Which consequences of an absence the paper tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Support {
    /// Neither of the two.
    #[default]
    None,
    /// NASpI or DIS-COLL (block N).
    Unemployment,
    /// AdI (block I): of the family.
    Inclusion,
    /// SFL (blocks I and S): of the person alone (art. 12 DL 48/2023).
    Training,
}

/// Registration in the protocol (DPR 445/2000).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Protocol {
    /// Number, `0012345`.
    pub number: String,
    /// Date; its year is printed after the number.
    pub on: NaiveDate,
}

/// The office box at the head of the first page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficePaper {
    /// The body the office belongs to, "Provincia di Esempio".
    pub body: String,
    /// What follows "Centro per l'impiego di".
    pub name: String,
    /// Address on one line.
    pub address: String,
    /// Telephone; may be empty.
    pub phone: String,
    /// E-mail; may be empty.
    pub email: String,
    /// Certified e-mail; may be empty.
    pub pec: String,
}

/// One row of section 8.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AppointmentPaper {
    /// Day.
    pub on: NaiveDate,
    /// Hour.
    pub at: NaiveTime,
    /// Planned length in minutes.
    pub minutes: u32,
    /// Service.
    pub service: String,
    /// Operator.
    pub operator: String,
    /// Where or with what.
    pub place: PlacePaper,
}

/// Where an appointment is held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlacePaper {
    /// In person, at this place.
    InPerson(String),
    /// Remote, with this platform.
    Remote(String),
}
