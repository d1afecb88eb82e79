//! Issuing every kind of document but the pact: its data frozen, its number,
//! its version; what was issued before stays as it is.

use super::act::Change;
use super::{Act, document_number};
use crate::desk::command::DocumentIssue;
use crate::desk::convened;
use crate::desk::paper::{Made, Making, told};
use crate::desk::standing;
use crate::domain::document::{Document, DocumentKind, Reserved, issue, rules};
use crate::domain::event::Subject;
use crate::domain::finding::Finding;
use crate::domain::ids::ReservedId;
use crate::domain::number::DocumentNumber;
use crate::domain::paper::Paper;
use crate::fault::{Fault, Result};

/// Issues a document.
pub(super) fn issue(act: &mut Act<'_, '_>, command: &DocumentIssue) -> Result<()> {
    let Some(office) = act.office else { return Err(Fault::internal("no office")) };
    let mut found = shape(command);
    let number = document_number::number(act, &command.number, &mut found)?;
    document_number::check_protocol(act, command.protocol.as_ref(), &mut found)?;
    let making = Making {
        read: act.tx,
        office,
        operator: act.operator,
        command,
        number: number.clone(),
        protocol: document_number::printed(command.protocol.as_ref(), act.today()),
        at: act.at,
        found: Vec::new(),
    };
    let Some(made) = making.make()? else { return act.refuse(rules::PACT.at("kind")) };
    act.about(made.registrant);
    found.extend(content(act, &made, command)?);
    let (true, Some(number)) = (act.judge(found, &command.accepted), number) else { return Ok(()) };
    keep(act, command, &made, &number)
}

/// What the rules say of what the command brings.
fn shape(command: &DocumentIssue) -> Vec<Finding> {
    let kind = command.kind;
    let letter = command.convocation.as_ref();
    let annex = command.placement.as_ref();
    let convocation = kind == DocumentKind::Convocation;
    let placement = kind.is_placement();
    let mut found = Vec::new();
    for (brought, fits, field) in [
        (letter.is_some(), convocation, "convocation"),
        (annex.is_some(), placement, "placement"),
        (!command.bring.is_empty(), convocation || kind == DocumentKind::Memo, "bring"),
    ] {
        if brought && !fits {
            found.push(rules::STRANGE.at(field).with(kind.label()));
        }
    }
    found.extend(letter.map(issue::check_letter).unwrap_or_default());
    found.extend(annex.map(issue::check_annex).unwrap_or_default());
    found.extend(issue::check_bring(&command.bring));
    found
}

/// What the rules say of what the document says.
fn content(act: &Act<'_, '_>, made: &Made, command: &DocumentIssue) -> Result<Vec<Finding>> {
    let mut found = made.found.clone();
    if let Paper::Convocation(paper) = &made.paper {
        let dids = act.tx.dids_of(made.registrant)?;
        let channel = command.convocation.as_ref().and_then(|letter| letter.channel);
        let (tables, did) = (act.catalogue()?, standing::open_did(&dids));
        found.extend(convened::findings(&tables, &told(paper), channel, did, act.today()));
    }
    Ok(found)
}

fn keep(act: &mut Act<'_, '_>, command: &DocumentIssue, made: &Made, number: &DocumentNumber) -> Result<()> {
    let open = made.paper.without_special();
    let protocol = made.paper.protocol();
    let document = Document {
        id: command.document,
        registrant: made.registrant,
        kind: command.kind,
        number: number.to_string(),
        version: made.version,
        issued_at: act.at,
        issued_by: act.by(),
        content: open.as_ref().unwrap_or(&made.paper).frozen().map_err(Fault::internal)?,
        archive_level: "none".into(),
        subject: Some(command.subject),
        protocol: protocol.map(|protocol| protocol.number.clone()).unwrap_or_default(),
        protocol_on: protocol.map(|protocol| protocol.on),
        special: open.is_some(),
        ..Document::default()
    };
    document_number::enter(act, &document, number)?;
    if open.is_some() {
        let reserved = Reserved {
            id: ReservedId(act.fact_id().0),
            document: document.id,
            registrant: document.registrant,
            content: made.paper.frozen().map_err(Fault::internal)?,
        };
        act.tx.insert(&reserved)?;
    }
    act.store_reasons(Subject::Document, document.id.0, document.registrant)?;
    left(act, &document, "issued", "", None)
}

/// Leaves a fact about a document.
pub(super) fn left(
    act: &mut Act<'_, '_>,
    document: &Document,
    event: &str,
    reason: &str,
    fact: Option<(chrono::NaiveDate, &str)>,
) -> Result<()> {
    act.changed(Change {
        kind: Subject::Document,
        subject: document.id.0,
        registrant: document.registrant,
        event: event.to_owned(),
        state: "issued".to_owned(),
        on: fact.map(|(on, _)| on),
        reason,
        evidence: fact.map_or(&document.number, |(_, evidence)| evidence),
    })
}
