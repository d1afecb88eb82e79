//! What a document says, from the records: drawn while it is a draft, frozen
//! when it is issued.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use super::command::DocumentIssue;
use super::pact::Pact;
use crate::domain::appointment::{Appointment, Mode};
use crate::domain::codes::PlaceCode;
use crate::domain::document::{Document, DocumentKind, rules};
use crate::domain::finding::Finding;
use crate::domain::ids::{DocumentId, PspVersionId, RegistrantId};
use crate::domain::number::DocumentNumber;
use crate::domain::office::{Office, Operator};
use crate::domain::paper::{
    AppointmentPaper, HeadPaper, OfficePaper, Paper, PlacePaper, Protocol, PspPaper, RecipientPaper,
    without_password,
};
use crate::domain::registrant::Registrant;
use crate::fault::{Fault, Result};
use crate::store::Read;
use crate::tables::{self, code_table};

mod convocation;
mod did_receipt;
mod placement;
pub(super) mod psp;

pub(super) use convocation::told;

/// Everything an issued document says, with what is special data in it.
///
/// # Errors
/// When it is not there, the file cannot be read, or what was frozen is no
/// document.
pub fn of_document(read: &Read<'_>, document: &Document) -> Result<Paper> {
    let reserved = if document.special { read.reserved_of(document.id)? } else { None };
    let content = reserved.as_ref().map_or(&document.content, |reserved| &reserved.content);
    Paper::read(document.kind, content).map_err(Fault::internal)
}

/// The document with this id.
///
/// # Errors
/// When it is not there or the file cannot be read.
pub(super) fn document(read: &Read<'_>, id: DocumentId) -> Result<Document> {
    read.need(id.0)
}

/// The paper of a version: frozen when issued, built from the records before.
///
/// # Errors
/// When the version is not there or the file cannot be read.
pub fn of_version(read: &Read<'_>, version: PspVersionId, today: NaiveDate) -> Result<PspPaper> {
    let pact = Pact::read(read, version)?;
    if let Some(document) = pact.version.document {
        let document: Document = read.need(document.0)?;
        return serde_json::from_str(&document.content).map_err(Fault::internal);
    }
    let author = read.operator_named(&pact.version.created_by)?;
    psp::build(read, &pact, author.as_ref(), None, today.and_time(NaiveTime::MIN))
}

/// A document on its way to be issued, or looked at before.
pub(super) struct Making<'a, 'r> {
    pub read: &'a Read<'r>,
    pub office: &'a Office,
    pub operator: Option<&'a Operator>,
    pub command: &'a DocumentIssue,
    /// None while it is only looked at.
    pub number: Option<DocumentNumber>,
    pub protocol: Option<Protocol>,
    pub at: NaiveDateTime,
    pub found: Vec<Finding>,
}

/// A document as it would be issued.
pub(super) struct Made {
    pub paper: Paper,
    pub registrant: RegistrantId,
    pub version: u32,
    /// What it lacks, or why it is not its time.
    pub found: Vec<Finding>,
}

impl Making<'_, '_> {
    /// What the document says, with what the rules say of that; `None` for a
    /// pact, which is made elsewhere.
    ///
    /// # Errors
    /// When the record it is about is not there or the file cannot be read.
    pub fn make(mut self) -> Result<Option<Made>> {
        let kind = self.command.kind;
        self.missing("office", &self.office.body_name, "l'ente da cui dipende l'ufficio");
        self.missing("office", &self.office.name, "il nome dell'ufficio");
        let (paper, registrant, version) = match kind {
            DocumentKind::Psp => return Ok(None),
            DocumentKind::DidReceipt => self.did_receipt()?,
            DocumentKind::Convocation => self.convocation()?,
            DocumentKind::Memo => self.memo()?,
            DocumentKind::PlacementReceipt
            | DocumentKind::PlacementObstacles
            | DocumentKind::PlacementAccepted
            | DocumentKind::PlacementRefused => self.placement()?,
        };
        Ok(Some(Made { paper, registrant, version, found: self.found }))
    }

    fn missing(&mut self, field: &'static str, text: &str, what: &str) {
        if text.trim().is_empty() {
            self.found.push(rules::MISSING.at(field).with(what));
        }
    }

    fn not_now(&mut self, why: impl std::fmt::Display) {
        self.found.push(rules::NOT_NOW.at("subject").with(why));
    }

    fn today(&self) -> NaiveDate {
        self.at.date()
    }

    /// The next version of this document: issued again, the earlier ones stay.
    fn version(&self, registrant: RegistrantId) -> Result<u32> {
        let (kind, subject) = (self.command.kind, Some(self.command.subject));
        let all = self.read.documents_of(registrant)?;
        let before = all.iter().filter(|document| document.kind == kind && document.subject == subject);
        Ok(before.map(|document| document.version).max().unwrap_or(0) + 1)
    }

    fn head(&self, version: u32) -> HeadPaper {
        HeadPaper {
            office: office_paper(self.office.clone()),
            number: self.number.clone(),
            version,
            protocol: self.protocol.clone(),
            issued_on: self.today(),
            operator: self.operator.map(Operator::full_name).unwrap_or_default(),
        }
    }

    fn recipient(&mut self, person: &Registrant) -> RecipientPaper {
        let (full_name, fiscal_code) = (person.full_name(), person.fiscal_code.clone());
        self.missing("subject", &full_name, "il nome della persona");
        self.missing("subject", &fiscal_code, "il codice fiscale della persona");
        RecipientPaper { full_name, fiscal_code, address: contact_line(person) }
    }
}

fn some(text: &str) -> Option<String> {
    Some(text.trim()).filter(|t| !t.is_empty()).map(ToOwned::to_owned)
}

fn lines(text: &str) -> Vec<String> {
    text.lines().filter_map(some).collect()
}

fn joined(parts: &[&str], between: &str) -> String {
    let parts: Vec<&str> = parts.iter().map(|p| p.trim()).filter(|p| !p.is_empty()).collect();
    parts.join(between)
}

pub(in crate::desk) fn office_paper(office: Office) -> OfficePaper {
    OfficePaper {
        address: joined(&[&office.address, &office.town], ", "),
        body: office.body_name,
        name: office.name,
        phone: office.phone,
        email: office.email,
        pec: office.pec,
    }
}

/// A place by its code, as written on paper on a day; the code when unknown.
fn place(code: &str, day: Option<NaiveDate>) -> String {
    let known = PlaceCode::parse(code).ok().and_then(|code| tables::places::get(code, day));
    known.map_or_else(
        || code.to_owned(),
        |place| if place.is_foreign() { place.shown() } else { place.shown_with_province() },
    )
}

/// Street, postal code and town on one line.
pub(super) fn address_line(street: &str, cap: &str, town: &str) -> String {
    let town = if town.trim().is_empty() { String::new() } else { place(town, None) };
    joined(&[street, &joined(&[cap, &town], " ")], ", ")
}

/// Where the person wants to be written to, before anybody asks: the address
/// for communications, else the domicile.
pub(super) fn contact_line(person: &Registrant) -> String {
    some(&person.contact_address).unwrap_or_else(|| {
        let (street, cap, town) = person.domicile();
        address_line(street, cap, town)
    })
}

/// What is said for a service whose name tells special data (GDPR art. 9).
const RESERVED_LABEL: &str = "colloquio";

/// The service as it may be read by others: what would tell of somebody's
/// health or family has a plain name.
pub(super) fn said_service(service: &str) -> &'static str {
    match code_table::services().get(service) {
        Some(row) if !row.extra.reserved => &row.label,
        _ => RESERVED_LABEL,
    }
}

/// Is what was written of a place a room of this office? It is found by who has
/// the street, which is said before it; anything else is a place of its own.
fn is_room(written: &str, operator: Option<&Operator>) -> bool {
    const ROOMS: [&str; 12] = [
        "stanza",
        "sportello",
        "piano",
        "ufficio",
        "sala",
        "box",
        "postazione",
        "aula",
        "scala",
        "interno",
        "front",
        "accoglienza",
    ];
    let written = written.trim();
    let first = written.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_lowercase();
    let street = written.contains(char::is_whitespace);
    let of_operator = operator.is_some_and(|operator| operator.room.trim() == written);
    written.is_empty() || of_operator || !street || ROOMS.contains(&first.as_str())
}

/// Where an appointment in person is held.
fn place_of(office: &Office, written: &str, operator: Option<&Operator>) -> String {
    if is_room(written, operator) {
        return joined(&[&office.address, &office.town, written], ", ");
    }
    written.to_owned()
}

/// The number a person is called at for an appointment by telephone.
fn called_at(appointment: &Appointment, person: &Registrant) -> String {
    let known = [&appointment.place, &person.mobile, &person.phone];
    known.into_iter().find_map(|number| some(number)).unwrap_or_default()
}

/// An appointment as a row; `service` is how the service is said.
fn appointment(
    appointment: &Appointment,
    person: &Registrant,
    service: &str,
    operators: &[Operator],
    office: &Office,
) -> AppointmentPaper {
    let operator = operators.iter().find(|o| o.id == appointment.operator);
    AppointmentPaper {
        on: appointment.start.date(),
        at: appointment.start.time(),
        minutes: appointment.minutes,
        service: service.to_owned(),
        operator: operator.map(Operator::full_name).unwrap_or_default(),
        place: match appointment.mode {
            Mode::InPerson => PlacePaper::InPerson(place_of(office, &appointment.place, operator)),
            Mode::Video => {
                PlacePaper::Remote(joined(&[&appointment.place, &without_password(&appointment.link)], ", "))
            }
            Mode::Phone => {
                PlacePaper::Remote(joined(&[appointment.mode.label(), &called_at(appointment, person)], ", "))
            }
        },
    }
}
