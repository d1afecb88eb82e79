//! The record as one JSON document. Records have the field names of the
//! commands that write them, which are a contract already.

use chrono::{NaiveDate, NaiveDateTime};
use serde::Serialize;

use crate::desk::query::PersonCard;
use crate::domain::activity::Activity;
use crate::domain::appointment::Appointment;
use crate::domain::assessment::Assessment;
use crate::domain::conditionality::ConditionalityCase;
use crate::domain::deadline::Term;
use crate::domain::did::{Did, DidState};
use crate::domain::document::{Document, DocumentKind};
use crate::domain::event::{AcceptedWarning, PrivacyNotice, StateEvent};
use crate::domain::finding::Finding;
use crate::domain::ids::DocumentId;
use crate::domain::miattivo::MiAttivo;
use crate::domain::pad::Pad;
use crate::domain::placement::TargetedApplication;
use crate::domain::psp::{Measure, PspVersion, SearchAct};
use crate::domain::registrant::Registrant;

/// Everything about a person; lists are oldest first.
#[derive(Serialize)]
pub struct Shown<'a> {
    /// The moment the record is shown of; left out for now.
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<NaiveDateTime>,
    registrant: &'a Registrant,
    /// What the open DID says, or the last one.
    status: Status,
    /// The DID to speak of.
    did: Option<&'a Did>,
    dids: &'a [Did],
    /// The last assessment.
    assessment: Option<&'a Assessment>,
    assessments: &'a [Assessment],
    /// The version in force or being made.
    psp: Option<Psp<'a>>,
    psps: &'a [PspVersion],
    activities: &'a [Activity],
    appointments: &'a [Appointment],
    cases: Vec<Case<'a>>,
    targeted: Vec<Targeted<'a>>,
    miattivo: Vec<With<'a, MiAttivo>>,
    pads: Vec<With<'a, Pad>>,
    documents: Vec<Paper<'a>>,
    notices: &'a [PrivacyNotice],
    warnings: &'a [AcceptedWarning],
    events: &'a [StateEvent],
    deadlines: &'a [Term],
}

/// State of the DID to speak of, since when, and its seniority today (R-SEN);
/// null without any.
#[derive(Serialize)]
struct Status {
    state: Option<DidState>,
    since: Option<NaiveDate>,
    seniority_days: Option<u32>,
    long_term: Option<bool>,
    six_months: Option<bool>,
    /// Income and limit today, in one sentence; null when nobody works.
    conservation: Option<String>,
}

/// A case and the terms that run for it.
#[derive(Serialize)]
struct Case<'a> {
    #[serde(flatten)]
    case: &'a ConditionalityCase,
    terms: Vec<&'a Term>,
}

/// A registration or a PAD, and the terms that run for it.
#[derive(Serialize)]
struct With<'a, T> {
    #[serde(flatten)]
    of: &'a T,
    terms: Vec<&'a Term>,
}

/// An application for targeted placement, without what is special in it
/// (R-CM-10), and the terms that run for it.
#[derive(Serialize)]
struct Targeted<'a> {
    #[serde(flatten)]
    asked: &'a TargetedApplication,
    terms: Vec<&'a Term>,
}

#[derive(Serialize)]
struct Psp<'a> {
    #[serde(flatten)]
    version: &'a PspVersion,
    measures: &'a [Measure],
    search_acts: &'a [SearchAct],
    /// What it still wants before it is issued.
    missing: &'a [Finding],
}

/// An issued document without its frozen content: `psp pdf` gives that.
#[derive(Serialize)]
struct Paper<'a> {
    id: DocumentId,
    kind: DocumentKind,
    number: &'a str,
    version: u32,
    issued_at: NaiveDateTime,
    issued_by: &'a str,
    digest: &'a str,
    archive_level: &'a str,
    pages: u32,
}

impl<'a> Shown<'a> {
    /// The card as it is printed.
    pub fn of(card: &'a PersonCard, today: NaiveDate, at: Option<NaiveDateTime>) -> Self {
        let did = card.last_did();
        let seniority = card.seniority(today);
        let figures = &card.catalogue.parameters(today).did;
        Self {
            at,
            registrant: &card.registrant,
            status: Status {
                state: did.map(|d| d.state),
                since: did.map(|d| d.state_since),
                seniority_days: seniority.map(|s| s.days),
                long_term: seniority.map(|s| s.is_long_term(figures)),
                six_months: seniority.map(|s| s.is_six_months(figures)),
                conservation: card.conservation(today),
            },
            did,
            dids: &card.dids,
            assessment: card.assessment(),
            assessments: &card.assessments,
            psp: card.psp().map(|version| Psp {
                version,
                measures: &card.measures,
                search_acts: &card.search_acts,
                missing: &card.psp_missing,
            }),
            psps: &card.versions,
            activities: &card.activities,
            appointments: &card.appointments,
            cases: card.cases.iter().map(|case| Case { case, terms: card.terms_of(case.id.0) }).collect(),
            targeted: card
                .targeted
                .iter()
                .map(|asked| Targeted { asked, terms: card.terms_of(asked.id.0) })
                .collect(),
            miattivo: card.miattivos.iter().map(|of| With { of, terms: card.terms_of(of.id.0) }).collect(),
            pads: card.pads.iter().map(|of| With { of, terms: card.terms_of(of.id.0) }).collect(),
            documents: card.documents.iter().map(Paper::of).collect(),
            notices: &card.notices,
            warnings: &card.warnings,
            events: &card.events,
            deadlines: &card.deadlines,
        }
    }
}

impl<'a> Paper<'a> {
    fn of(document: &'a Document) -> Self {
        Self {
            id: document.id,
            kind: document.kind,
            number: &document.number,
            version: document.version,
            issued_at: document.issued_at,
            issued_by: &document.issued_by,
            digest: &document.digest,
            archive_level: &document.archive_level,
            pages: document.pages,
        }
    }
}
