//! What happens to an issued document: its file, its protocol, its handing
//! over. What it says, its number and its version never change (R-DOC-1).

use super::document_issue::left;
use super::{Act, document_number};
use crate::desk::command::{DocumentGenerated, DocumentHanded, DocumentProtocol};
use crate::domain::document::{Document, Handing, issue, rules};
use crate::domain::event::Subject;
use crate::fault::Result;
use crate::store::archive::digest_of;

/// Records digest, archive level and pages of the generated file, once.
pub(super) fn generated(act: &mut Act<'_, '_>, command: &DocumentGenerated) -> Result<()> {
    let before: Document = act.tx.need(command.document.0)?;
    act.about(before.registrant);
    let digest = command.digest.to_ascii_lowercase();
    let hexadecimal = digest.len() == 64 && digest.bytes().all(|b| b.is_ascii_hexdigit());
    let level = command.archive_level.as_str();
    if !hexadecimal || !["none", "2b", "2a", "2a,ua1"].contains(&level) || command.pages == 0 {
        return act.refuse(rules::DIGEST.at("digest"));
    }
    // The same file again is no change; another one would be.
    if !before.digest.is_empty() && before.digest != digest {
        return act.refuse(rules::ONCE.at("digest").with(&before.number).with(&before.digest));
    }
    if let Some(file) = act.file {
        if digest_of(&file.pdf) != digest {
            return act.refuse(rules::FILE.at("digest").with(&before.number));
        }
        act.tx.archive_put(&digest, &file.pdf, file.words.as_deref(), act.at)?;
    }
    let after = Document { digest, archive_level: level.to_owned(), pages: command.pages, ..before.clone() };
    act.tx.update(&before, &after)?;
    act.touched("document", after.id.0);
    Ok(())
}

/// Records the number in the protocol, or corrects it with a reason.
pub(super) fn protocol(act: &mut Act<'_, '_>, command: &DocumentProtocol) -> Result<()> {
    let before: Document = act.tx.need(command.document.0)?;
    act.about(before.registrant);
    let entry = &command.protocol;
    let mut found = issue::check_registration(&before, entry, &command.reason, act.today());
    found.extend(document_number::twice(act, entry, Some(&before))?);
    if !act.judge(found, &command.accepted) {
        return Ok(());
    }
    let (number, on) = (entry.number.trim().to_owned(), entry.on.unwrap_or(act.today()));
    let after = Document { protocol: number, protocol_on: Some(on), ..before.clone() };
    act.touched("document", after.id.0);
    if after == before {
        return Ok(());
    }
    act.tx.update(&before, &after)?;
    document_number::counted(act, &after)?;
    act.store_reasons(Subject::Document, after.id.0, after.registrant)?;
    let evidence = match before.protocol_on {
        Some(was) => format!("{} (era {} del {})", after.protocol, before.protocol, was.format("%d/%m/%Y")),
        None => after.protocol.clone(),
    };
    left(act, &after, "protocol", command.reason.trim(), Some((on, &evidence)))
}

/// It was handed over; each time leaves its fact (R-DOC-6).
pub(super) fn handed(act: &mut Act<'_, '_>, command: &DocumentHanded) -> Result<()> {
    let before: Document = act.tx.need(command.document.0)?;
    act.about(before.registrant);
    let on = command.on.unwrap_or(act.today());
    let found = issue::check_handing(&before, command.how, &command.to, on, act.today());
    if !act.judge(found, &[]) {
        return Ok(());
    }
    let after = Document { handed_on: before.handed_on.or(Some(on)), ..before.clone() };
    act.tx.update(&before, &after)?;
    act.touched("document", after.id.0);
    let to = command.to.trim();
    let evidence = match (command.how, to) {
        (how @ Handing::ByHand, "") => how.label().to_owned(),
        (how, to) => format!("{}: {to}", how.label()),
    };
    left(act, &after, "handed", "", Some((on, &evidence)))
}
