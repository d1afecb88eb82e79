//! What is known of the file of an issued document.

use super::Act;
use crate::desk::command::DocumentGenerated;
use crate::domain::document::{Document, rules};
use crate::fault::Result;

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
    let after = Document { digest, archive_level: level.to_owned(), pages: command.pages, ..before.clone() };
    act.tx.update(&before, &after)?;
    act.touched("document", after.id.0);
    Ok(())
}
