//! Setting up the office and its operators.

use super::Act;
use crate::desk::command::{OfficeSetUp, OperatorAdd};
use crate::domain::office::rules;
use crate::fault::Result;

/// The first command of every file.
pub(super) fn set_up(act: &mut Act<'_, '_>, command: &OfficeSetUp) -> Result<()> {
    if let Some(office) = act.office {
        return act.refuse(rules::ALREADY.found().with(&office.name));
    }
    if let Some(finding) = rules::office(&command.office) {
        return act.refuse(finding);
    }
    act.tx.insert(&command.office)?;
    act.touched("office", command.office.id.0);
    Ok(())
}

/// Adds somebody who works here; the password is given apart.
pub(super) fn add_operator(act: &mut Act<'_, '_>, command: &OperatorAdd) -> Result<()> {
    let operator = &command.operator;
    if let Some(finding) = rules::operator(operator) {
        return act.refuse(finding);
    }
    if act.tx.operator_named(&operator.username)?.is_some() {
        return act.refuse(rules::TAKEN.at("operator.username").with(&operator.username));
    }
    act.tx.insert(operator)?;
    act.touched("operator", operator.id.0);
    Ok(())
}
