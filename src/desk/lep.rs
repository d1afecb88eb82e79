//! The LEP catalogue as the rules want it.

use crate::domain::activity::lep::LepKnown;
use crate::domain::codes::LepCode;
use crate::tables::lep;

/// What the catalogue says of a code; `None` when it has it not.
pub(super) fn known(code: &str) -> Option<LepKnown> {
    let code = LepCode::parse(code).ok()?;
    let entry = lep::get(code)?;
    Some(LepKnown {
        title: entry.title.clone(),
        for_persons: lep::for_persons().any(|person| person.code == code),
        choices: entry.choices().map(|code| code.to_string()).collect(),
        candidates: entry.sap_candidates.iter().map(ToString::to_string).collect(),
        wants_co: entry.wants_mandatory_communication(),
    })
}
