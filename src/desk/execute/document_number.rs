//! Numbers on paper and numbers of the protocol, for every kind of document.

use chrono::{Datelike, NaiveDate};

use super::Act;
use crate::desk::numbers::{register, sequence, series};
use crate::domain::document::{Document, ProtocolEntry, issue, rules};
use crate::domain::finding::Finding;
use crate::domain::number::DocumentNumber;
use crate::domain::paper::Protocol;
use crate::domain::paper::stationery::ProtocolMode;
use crate::domain::psp::rules::NUMBER;
use crate::fault::Result;

/// The number of a command, if it is of this office and year and free; a
/// finding where it is not.
pub(super) fn number(
    act: &Act<'_, '_>,
    text: &str,
    found: &mut Vec<Finding>,
) -> Result<Option<DocumentNumber>> {
    let read = text.parse::<DocumentNumber>().ok();
    let ours = |number: &DocumentNumber| {
        act.office.is_some_and(|office| office.code == number.office()) && number.year() == act.at.year()
    };
    let number = match read.filter(ours) {
        Some(number) if act.tx.document_numbered(&number.to_string())?.is_none() => Some(number),
        _ => None,
    };
    if number.is_none() {
        found.push(NUMBER.at("number").with(text));
    }
    Ok(number)
}

/// Puts a document in the archive's register: its row, and the number taken
/// from the counter of this desk.
pub(super) fn enter(act: &mut Act<'_, '_>, document: &Document, number: &DocumentNumber) -> Result<()> {
    act.tx.insert(document)?;
    if act.tx.setting("desk")?.and_then(|desk| desk.parse().ok()) == Some(number.desk()) {
        act.tx.number_used(&series(number.year()), number.sequence())?;
    }
    counted(act, document)?;
    act.touched("document", document.id.0);
    act.outcome.numbers.insert("document".into(), document.number.clone());
    Ok(())
}

/// A number of the desk's own register is taken.
pub(super) fn counted(act: &Act<'_, '_>, document: &Document) -> Result<()> {
    let (Some(desk), Some(on)) = (act.tx.setting("desk")?, document.protocol_on) else { return Ok(()) };
    if act.catalogue()?.protocol(act.today()) == ProtocolMode::Register
        && let Some(place) = sequence(&desk, &document.protocol)
    {
        act.tx.number_used(&register(on.year()), place)?;
    }
    Ok(())
}

/// What the rules say of the protocol an issue brings.
pub(super) fn check_protocol(
    act: &Act<'_, '_>,
    entry: Option<&ProtocolEntry>,
    found: &mut Vec<Finding>,
) -> Result<()> {
    let Some(entry) = entry else { return Ok(()) };
    found.extend(issue::check_protocol(entry, act.today()));
    found.extend(twice(act, entry, None)?);
    Ok(())
}

/// The same number of the protocol on another document of that year.
pub(super) fn twice(
    act: &Act<'_, '_>,
    entry: &ProtocolEntry,
    than: Option<&Document>,
) -> Result<Option<Finding>> {
    let number = entry.number.trim();
    let year = entry.on.unwrap_or(act.today()).year();
    let others = act.tx.documents_registered(number)?;
    let other = others.into_iter().find(|other| {
        than.is_none_or(|than| than.id != other.id) && other.protocol_on.is_some_and(|on| on.year() == year)
    });
    Ok(other.map(|other| rules::PROTOCOL_TWICE.at("protocol.number").with(number).with(other.number)))
}

/// A registration as it is printed.
pub(super) fn printed(entry: Option<&ProtocolEntry>, today: NaiveDate) -> Option<Protocol> {
    entry.map(|entry| Protocol { number: entry.number.trim().to_owned(), on: entry.on.unwrap_or(today) })
}
