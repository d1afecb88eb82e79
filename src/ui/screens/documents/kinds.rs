//! What may be issued now for a person: one row for each kind and record it
//! can be about. Whether it may the desk says, with the rules of the issue.

use chrono::NaiveDateTime;
use uuid::Uuid;

use crate::desk::Outcome;
use crate::desk::command::DocumentIssue;
use crate::desk::query::PersonCard;
use crate::domain::document::DocumentKind;
use crate::domain::finding::Finding;
use crate::domain::ids::DocumentId;
use crate::tables::code_table;
use crate::ui::effect::Slot;
use crate::ui::strings::documents as words;

/// Slots of the questions whether a kind may be issued; more rows than these
/// are not asked about, and their form says it.
pub const SLOTS: [Slot; 16] = [
    "may.0", "may.1", "may.2", "may.3", "may.4", "may.5", "may.6", "may.7", "may.8", "may.9", "may.10",
    "may.11", "may.12", "may.13", "may.14", "may.15",
];
/// Appointments listed one by one at most.
const APPOINTMENTS: usize = 8;

/// A kind, and the record it would be about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// What it would be.
    pub kind: DocumentKind,
    /// The record; `None` where there is none.
    pub subject: Option<Uuid>,
    /// The record in words.
    pub about: String,
    /// Why not now; empty when it may, `None` until the desk has said.
    pub why_not: Option<String>,
}

impl Candidate {
    fn of(kind: DocumentKind, subject: Uuid, about: String) -> Self {
        Self { kind, subject: Some(subject), about, why_not: None }
    }

    fn none(kind: DocumentKind, why: &str) -> Self {
        Self { kind, subject: None, about: String::new(), why_not: Some(why.to_owned()) }
    }

    /// May its form be opened?
    #[must_use]
    pub fn may(&self) -> bool {
        self.subject.is_some() && self.why_not.as_ref().is_none_or(String::is_empty)
    }

    /// Its cells.
    #[must_use]
    pub fn cells(&self) -> Vec<String> {
        let may = match &self.why_not {
            None => words::WEIGHING.to_owned(),
            Some(_) if self.kind == DocumentKind::Psp && self.subject.is_some() => words::AT_PACT.to_owned(),
            Some(why) if why.is_empty() => words::YES.to_owned(),
            Some(why) => words::not_now(why),
        };
        vec![words::short(self.kind).to_owned(), self.about.clone(), may]
    }

    /// The command that would issue it, with nothing said yet.
    #[must_use]
    pub fn command(&self) -> Option<DocumentIssue> {
        Some(DocumentIssue {
            document: DocumentId::default(),
            kind: self.kind,
            subject: self.subject?,
            number: String::new(),
            protocol: None,
            convocation: None,
            placement: None,
            bring: Vec::new(),
            accepted: Vec::new(),
        })
    }

    /// What the desk said of issuing it: what the form can tell is no
    /// hindrance yet.
    pub fn weighed(&mut self, outcome: &Outcome) {
        let of_record = |finding: &&Finding| {
            finding.stops() && matches!(finding.field.as_deref(), None | Some("subject" | "office" | "kind"))
        };
        self.why_not = Some(outcome.findings.iter().find(of_record).map_or_else(String::new, reason));
    }
}

/// The sentence without what the row says already.
fn reason(finding: &Finding) -> String {
    let said = finding.text.split_once(": ").filter(|_| &*finding.rule.0 == "R-DOC-9");
    said.map_or(finding.text.as_str(), |(_, why)| why).trim_end_matches('.').to_owned()
}

/// All of them, in the order of the kinds.
#[must_use]
pub fn all(card: &PersonCard, now: NaiveDateTime) -> Vec<Candidate> {
    DocumentKind::ALL.iter().flat_map(|kind| of_kind(*kind, card, now)).collect()
}

fn of_kind(kind: DocumentKind, card: &PersonCard, now: NaiveDateTime) -> Vec<Candidate> {
    let one = |found: Option<(Uuid, String)>, none: &str| {
        vec![match found {
            Some((subject, about)) => Candidate::of(kind, subject, about),
            None => Candidate::none(kind, none),
        }]
    };
    match kind {
        DocumentKind::Psp => {
            let version = card.psp().map(|v| (v.id.0, words::of_version(v.number, v.state.label())));
            let mut rows = one(version, words::NO_PACT);
            rows.iter_mut().for_each(|row| row.why_not = row.why_not.take().or(Some(String::new())));
            rows
        }
        DocumentKind::DidReceipt => {
            one(card.last_did().map(|did| (did.id.0, words::of_did(did.date))), words::NO_DID)
        }
        DocumentKind::Convocation => {
            let rows: Vec<Candidate> = coming(card, now)
                .take(APPOINTMENTS)
                .map(|(id, about)| Candidate::of(kind, id, about))
                .collect();
            if rows.is_empty() { one(None, words::NO_APPOINTMENT) } else { rows }
        }
        DocumentKind::Memo => {
            let some = coming(card, now).next();
            let whole = some.map(|_| (card.registrant.id.0, words::ALL_APPOINTMENTS.to_owned()));
            one(whole, words::NO_APPOINTMENT)
        }
        DocumentKind::PlacementReceipt
        | DocumentKind::PlacementObstacles
        | DocumentKind::PlacementAccepted
        | DocumentKind::PlacementRefused => {
            let last = card.targeted.iter().max_by_key(|one| (one.presented_on, one.id));
            let last = last.map(|one| (one.id.0, words::of_application(one.presented_on, &one.protocol)));
            one(last, words::NO_APPLICATION)
        }
    }
}

/// The appointments to come, the next first.
fn coming(card: &PersonCard, now: NaiveDateTime) -> impl Iterator<Item = (Uuid, String)> {
    let mut open: Vec<_> =
        card.appointments.iter().filter(|one| one.state.is_open() && one.start > now).collect();
    open.sort_by_key(|one| one.start);
    let about = |one: &crate::domain::appointment::Appointment| {
        (one.id.0, words::of_appointment(one.start, code_table::services().label(&one.service)))
    };
    open.into_iter().map(about).collect::<Vec<_>>().into_iter()
}

/// The row of a kind and a record; made anew for a record that is not listed
/// (an appointment of today that has begun, an earlier DID).
#[must_use]
pub fn find(rows: &[Candidate], kind: DocumentKind, subject: Uuid) -> Candidate {
    let known = rows.iter().find(|row| row.kind == kind && row.subject == Some(subject));
    known.cloned().unwrap_or_else(|| Candidate::of(kind, subject, String::new()))
}
