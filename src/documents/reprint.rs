//! An issued document printed again: from the words kept with its file, never
//! from a newer template.

use super::block::{Content, TextSize};
use super::flow::flow;
use super::page::Pages;
use crate::fault::{Fault, Result};

/// The words kept in the archive.
///
/// # Errors
/// What was kept is no document.
pub fn words(kept: &str) -> Result<Content> {
    serde_json::from_str(kept).map_err(|error| {
        Fault::office("Le parole archiviate con il documento non si leggono.")
            .hint("«sportello documents verify» dice quali documenti non si leggono.")
            .cause(error)
    })
}

/// As they are kept.
///
/// # Errors
/// Never for what the program makes.
pub fn kept(words: &Content) -> Result<String> {
    serde_json::to_string(words).map_err(Fault::internal)
}

/// The pages of archived words, in another size of print; as a copy, with
/// what the foot of a copy says (R-DOC-4).
///
/// # Errors
/// As [`words`]; a character the printed face does not have, with its place.
pub fn pages(kept: &str, copy: Option<&Copy<'_>>, size: TextSize) -> Result<Pages> {
    let content = match copy {
        Some(copy) => as_copy(words(kept)?, copy),
        None => words(kept)?,
    };
    flow(&content, size)
}

/// The same words as a copy on paper: each page says of what, and who keeps
/// that (CAD art. 23 par. 2-bis).
#[must_use]
pub fn as_copy(content: Content, copy: &Copy<'_>) -> Content {
    let note = format!(
        "Copia su carta di un documento informatico. Impronta {}. L'originale è conservato da {}.",
        copy.digest, copy.keeper
    );
    Content { copy_note: Some(note), ..content }
}

/// What the foot of a copy says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Copy<'a> {
    /// SHA-256 of the original.
    pub digest: &'a str,
    /// Who keeps the original.
    pub keeper: &'a str,
}
