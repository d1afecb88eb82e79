//! A command undone: the rows it touched go back to what they were, as long
//! as nothing rests on them.

use uuid::Uuid;

use super::Act;
use super::act::italian;
use crate::desk::command::HistoryUndo;
use crate::desk::past::{self, Head};
use crate::domain::event::Subject;
use crate::domain::finding::Finding;
use crate::domain::history::{RecordedUnit, RowFate, rules};
use crate::domain::ids::{RegistrantId, UnitId};
use crate::domain::office::Role;
use crate::domain::registrant::Registrant;
use crate::fault::Result;

/// Commands that sign or hand over paper, besides those that leave rows of it.
const SIGNS: [&str; 2] = ["psp.sign", "psp.copy_handed"];

/// Puts back what a command changed.
pub(super) fn undo(act: &mut Act<'_, '_>, command: &HistoryUndo) -> Result<()> {
    let Some(unit) = act.tx.unit(command.undoes)? else {
        return act.refuse(rules::UNKNOWN.at("undoes"));
    };
    let mut people = Vec::new();
    for subject in act.tx.unit_subjects(&unit)? {
        if is_person(act, &unit, subject)? {
            people.push(RegistrantId(subject));
            act.about(RegistrantId(subject));
        }
    }
    let mut found = Vec::new();
    if people.is_empty() {
        found.push(rules::NOBODYS.at("undoes"));
    }
    let head = Head::of(&unit);
    found.extend(anothers(act, &head)?);
    if is_paper(&unit, &head) {
        found.push(rules::ISSUED.at("undoes").with(told(&unit, &head)));
    }
    for person in &people {
        let after = act.tx.units_after(person.0, &unit)?;
        if let Some(finding) = since(&unit, &head, &after).filter(|finding| !found.contains(finding)) {
            found.push(finding);
        }
    }
    if unit.at.date() != act.today() {
        found.push(rules::EARLIER_DAY.at("undoes").with(italian(unit.at.date())));
    }
    if !act.judge(found, &command.accepted) {
        return Ok(());
    }
    act.tx.take_back(&unit)?;
    act.touched("undone", unit.id.0);
    for person in people {
        // Who was registered by mistake has no record the reason could be kept with.
        if act.tx.get::<Registrant>(person.0)?.is_some() {
            act.store_reasons(Subject::Registrant, person.0, person)?;
            break;
        }
    }
    Ok(())
}

/// Is it a person, here or in what the unit took out?
fn is_person(act: &Act<'_, '_>, unit: &RecordedUnit, subject: Uuid) -> Result<bool> {
    let in_unit = unit.rows.iter().any(|row| row.table == "registrant" && row.key == subject);
    Ok(in_unit || act.tx.get::<Registrant>(subject)?.is_some())
}

/// A colleague's save is theirs to undo, or the supervisor's.
fn anothers(act: &Act<'_, '_>, head: &Head) -> Result<Option<Finding>> {
    let may = head.by == act.by() || matches!(act.role(), Role::Supervisor | Role::Administrator);
    if may {
        return Ok(None);
    }
    let operators = act.tx.operators()?;
    let whose = operators.iter().find(|operator| operator.username == head.by);
    let name = whose.map_or_else(|| head.by.clone(), |operator| operator.short_name());
    Ok(Some(rules::ANOTHERS.at("undoes").with(name)))
}

/// Did it issue, sign, register or hand over a document?
fn is_paper(unit: &RecordedUnit, head: &Head) -> bool {
    let of_paper = |table: &str| ["document", "document_reserved", "signing"].contains(&table);
    SIGNS.contains(&head.name.as_str()) || unit.rows.iter().any(|row| of_paper(&row.table))
}

/// Did it issue or sign one? What is done later with an earlier one hinders
/// nobody.
fn issues(unit: &RecordedUnit, head: &Head) -> bool {
    let made = |table: &str| ["document", "signing"].contains(&table);
    SIGNS.contains(&head.name.as_str())
        || unit.rows.iter().any(|row| row.fate == RowFate::Made && made(&row.table))
}

/// What came after it, the newest first, and stands in its way.
fn since(unit: &RecordedUnit, head: &Head, after: &[RecordedUnit]) -> Option<Finding> {
    let heads: Vec<(UnitId, Head)> = after.iter().map(|unit| (unit.id, Head::of(unit))).collect();
    let undone = past::undone(&heads);
    if let Some(by) = undone.get(&unit.id) {
        let when = after.iter().find(|later| later.id == *by).map(|later| later.at);
        let when = when.map(|at| at.format("%d/%m/%Y alle %H:%M").to_string()).unwrap_or_default();
        return Some(rules::UNDONE.at("undoes").with(when));
    }
    after.iter().zip(&heads).find_map(|(later, (id, of))| {
        // What was undone meanwhile, and its undoing, are as if they had not been.
        let nothing_left = of.undoes.is_some_and(|target| heads.iter().any(|(known, _)| *known == target));
        if undone.contains_key(id) || nothing_left {
            None
        } else if issues(later, of) {
            Some(rules::ISSUED.at("undoes").with(told(later, of)))
        } else {
            let hinders = of.by == head.by || rests_on(later, unit);
            hinders.then(|| rules::LATER.at("undoes").with(told(later, of)))
        }
    })
}

/// Does a later unit touch a row of an earlier one, or lead to one it made?
fn rests_on(later: &RecordedUnit, earlier: &RecordedUnit) -> bool {
    earlier.rows.iter().any(|row| match row.fate {
        RowFate::Made => later.rows.iter().any(|other| other.names(row.key)),
        RowFate::Changed | RowFate::TakenOut => later.rows.iter().any(|other| other.key == row.key),
    })
}

/// When, by whom.
fn told(unit: &RecordedUnit, head: &Head) -> String {
    format!("{} {}, {}", head.name, unit.at.format("%d/%m/%Y %H:%M"), head.by)
}
