//! LEP and SAP codes in forms: lists, and a choice as text (R-LEP-1, 2, 9).

use crate::domain::activity::SapChoice;
use crate::domain::codes::{LepCode, SapCode};
use crate::tables::lep::{self, LepEntry};
use crate::tables::sap;
use crate::ui::form::Item;
use crate::ui::strings::common as words;

/// No attested code.
const NONE: &str = "--";

/// The LEP that may be logged for a person, by code and title.
#[must_use]
pub fn items() -> Vec<Item> {
    lep::for_persons().map(|entry| Item::coded(entry.code.to_string(), &entry.title)).collect()
}

/// What the catalogue says of a code as typed.
#[must_use]
pub fn entry(code: &str) -> Option<&'static LepEntry> {
    lep::get(LepCode::parse(&code.trim().to_uppercase()).ok()?)
}

/// The title of a code; the code itself if the catalogue has it not.
#[must_use]
pub fn title(code: &str) -> &str {
    entry(code).map_or(code, |entry| entry.title.as_str())
}

/// The SAP codes of a LEP, and no other.
#[must_use]
pub fn sap_items(code: &str) -> Vec<Item> {
    let Some(entry) = entry(code) else { return Vec::new() };
    let attested: Vec<Item> =
        entry.choices().map(|code| Item::new(code.to_string(), sap_title(code))).collect();
    if !attested.is_empty() {
        return attested;
    }
    let candidates = entry
        .sap_candidates
        .iter()
        .map(|code| Item::new(format!("?{code}"), words::candidate(&sap_title(*code))));
    std::iter::once(Item::new(NONE, words::NOT_ATTESTED)).chain(candidates).collect()
}

/// `A03 Bilancio di competenze`; the code alone where no name is known.
#[must_use]
pub fn sap_title(code: SapCode) -> String {
    match sap::get(code) {
        Some(known) if known.label() != known.code.as_str() => format!("{code} {}", known.label()),
        _ => code.to_string(),
    }
}

/// What stands in the SAP field after the LEP changed to `code`: the only one
/// there is, `--` where none is attested, nothing where there are more
/// (R-LEP-2); `None` to leave it as it is.
#[must_use]
pub fn sap_after(code: &str, chosen: &str) -> Option<String> {
    let codes = sap_items(code);
    if codes.iter().any(|item| item.value == chosen) {
        return None;
    }
    let first = codes.first().filter(|item| codes.len() == 1 || item.value == NONE);
    Some(first.map(|item| item.value.clone()).unwrap_or_default())
}

/// A choice from the value of a field.
#[must_use]
pub fn sap_of(value: &str) -> SapChoice {
    match value {
        "" => SapChoice::Unchosen,
        NONE => SapChoice::NotAttested,
        code => match code.strip_prefix('?') {
            Some(candidate) => SapChoice::Candidate(candidate.to_owned()),
            None => SapChoice::Attested(code.to_owned()),
        },
    }
}

/// A choice as the value of a field.
#[must_use]
pub fn sap_value(choice: &SapChoice) -> String {
    match choice {
        SapChoice::Unchosen => String::new(),
        SapChoice::NotAttested => NONE.to_owned(),
        SapChoice::Attested(code) => code.clone(),
        SapChoice::Candidate(code) => format!("?{code}"),
    }
}
