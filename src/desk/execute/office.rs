//! Setting up the office and its operators.

use super::Act;
use crate::desk::command::{OfficeSetUp, OperatorAdd, OperatorDisable, OperatorEdit, OperatorEnable};
use crate::domain::edit::{self, EditProblem};
use crate::domain::finding::Finding;
use crate::domain::office::{Operator, Role, rules};
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

/// What is not changed by an edit: the user name stands in papers and in the
/// log, the day somebody left has commands of its own.
const FIXED: [&str; 2] = ["username", "disabled_at"];

/// Changes fields of somebody who works here.
pub(super) fn edit_operator(act: &mut Act<'_, '_>, command: &OperatorEdit) -> Result<()> {
    let before: Operator = act.tx.need(command.operator.0)?;
    let fixed = command.edits.iter().filter(|edit| FIXED.contains(&edit.field.as_str()));
    let mut problems: Vec<_> = fixed.map(|edit| EditProblem::NoSuchField(edit.field.clone())).collect();
    let after = match edit::apply(&before, &command.edits) {
        Ok(after) if problems.is_empty() => after,
        Ok(_) => return act.refuse_edits(problems),
        Err(more) => {
            problems.extend(more);
            return act.refuse_edits(problems);
        }
    };
    let mut found: Vec<_> = rules::operator(&after).into_iter().collect();
    if before.role != after.role {
        found.extend(leaves(act, &before)?);
    }
    if !act.judge(found, &[]) {
        return Ok(());
    }
    act.tx.update(&before, &after)?;
    act.touched("operator", after.id.0);
    Ok(())
}

/// Somebody works here no more. The key is taken away apart.
pub(super) fn disable(act: &mut Act<'_, '_>, command: &OperatorDisable) -> Result<()> {
    let before: Operator = act.tx.need(command.operator.0)?;
    if let Some(since) = before.disabled_at {
        let told = since.format("%d/%m/%Y");
        return act.refuse(rules::DISABLED.found().with(before.full_name()).with(told));
    }
    let found = leaves(act, &before)?.into_iter().collect();
    if !act.judge(found, &[]) {
        return Ok(());
    }
    let after = Operator { disabled_at: Some(act.at), ..before.clone() };
    act.tx.update(&before, &after)?;
    act.touched("operator", after.id.0);
    Ok(())
}

/// Somebody works here again. The password is given apart.
pub(super) fn enable(act: &mut Act<'_, '_>, command: &OperatorEnable) -> Result<()> {
    let before: Operator = act.tx.need(command.operator.0)?;
    if before.works() {
        return act.refuse(rules::ENABLED.found().with(before.full_name()));
    }
    let after = Operator { disabled_at: None, ..before.clone() };
    act.tx.update(&before, &after)?;
    act.touched("operator", after.id.0);
    Ok(())
}

/// What stops somebody from leaving, or from another role.
fn leaves(act: &Act<'_, '_>, who: &Operator) -> Result<Option<Finding>> {
    if act.operator.is_some_and(|operator| operator.id == who.id) {
        return Ok(Some(rules::ONESELF.found()));
    }
    let administers = |operator: &Operator| operator.role == Role::Administrator && operator.works();
    let mut others = act.tx.operators()?.into_iter().filter(|operator| operator.id != who.id);
    let last = administers(who) && !others.any(|operator| administers(&operator));
    Ok(last.then(|| rules::LAST_ADMINISTRATOR.found()))
}
