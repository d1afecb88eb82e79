//! Writing in a version that is not issued yet.

use serde_json::Value;

use super::act::word;
use super::{Act, psp};
use crate::desk::command::{PspEdit, PspMeasure, PspSearchAct};
use crate::desk::{lep, pact::Pact};
use crate::domain::activity;
use crate::domain::appointment::booking::LEFT;
use crate::domain::edit::{self, EditProblem};
use crate::domain::event::Subject;
use crate::domain::finding::Finding;
use crate::domain::office::Operator;
use crate::domain::psp::{
    EDITABLE, Measure, PspEvent, PspState, PspVersion, SearchAct, rows, rules::is_complete,
};
use crate::fault::Result;
use crate::tables::code_table;

/// Changes fields of a version (R-PSP-14).
pub(super) fn edit(act: &mut Act<'_, '_>, command: &PspEdit) -> Result<()> {
    let before: PspVersion = act.tx.need(command.version.0)?;
    if !psp::writable(act, &before, &[]) {
        return Ok(());
    }
    let closed = command.edits.iter().filter(|edit| !EDITABLE.contains(&edit.field.as_str()));
    let closed: Vec<_> = closed.map(|edit| EditProblem::NoSuchField(edit.field.clone())).collect();
    if !closed.is_empty() {
        return act.refuse_edits(closed);
    }
    let after = match edit::apply(&before, &command.edits) {
        Ok(after) => after,
        Err(problems) => return act.refuse_edits(problems),
    };
    let mut found = rows::check_version(&after);
    found.extend(unknown_codes(act, &after)?);
    found.extend(officer_gone(act, &before, &after)?);
    if !act.judge(found, &command.accepted) {
        return Ok(());
    }
    act.store_reasons(Subject::PspVersion, after.id.0, after.registrant)?;
    settle(act, &before, after)
}

/// The codes no table has.
fn unknown_codes(act: &Act<'_, '_>, version: &PspVersion) -> Result<Vec<Finding>> {
    let mut found = Vec::new();
    let catalogue = act.catalogue()?;
    let codes: [(&'static str, &str, bool); 4] = [
        (
            "contact_frequency",
            &version.contact_frequency,
            code_table::contact_frequencies().get(&version.contact_frequency).is_some(),
        ),
        (
            "contact_mode",
            &version.contact_mode,
            code_table::contact_modes().get(&version.contact_mode).is_some(),
        ),
        (
            "convocation_channel",
            &version.convocation_channel,
            catalogue.convocation_channels().get(&version.convocation_channel).is_some(),
        ),
        (
            "proof_method",
            &version.proof_method,
            code_table::proof_methods().get(&version.proof_method).is_some(),
        ),
    ];
    for (field, code, known) in codes {
        if !code.is_empty() && !known {
            found.push(rows::UNKNOWN_CODE.at(field).with(code));
        }
    }
    Ok(found)
}

/// A new officer who is not of this office, or works here no more. One who
/// left after being given the pact stays until somebody takes it.
fn officer_gone(act: &Act<'_, '_>, before: &PspVersion, after: &PspVersion) -> Result<Option<Finding>> {
    let Some(id) = after.case_officer.filter(|_| after.case_officer != before.case_officer) else {
        return Ok(None);
    };
    let unknown = || rows::UNKNOWN_CODE.at("case_officer").with(id);
    let officer = act.tx.get::<Operator>(id.0)?;
    Ok(officer.map_or_else(
        || Some(unknown()),
        |who| (!who.works()).then(|| LEFT.at("case_officer").with(who.short_name())),
    ))
}

/// Adds, changes or takes out a row of section 6.
pub(super) fn measure(act: &mut Act<'_, '_>, command: &PspMeasure) -> Result<()> {
    let version: PspVersion = act.tx.need(command.version.0)?;
    if !psp::writable(act, &version, &[]) {
        return Ok(());
    }
    let stored: Option<Measure> = act.tx.get(command.id.0)?;
    let taken = stored.is_some();
    let there = stored.filter(|row| row.version == version.id && !row.removed);
    let seen = there.as_ref().map(Measure::form);
    if taken && seen.is_none() || command.was != seen && (seen.is_none() || command.now != seen) {
        return stale(act, seen.map(|row| format!("{} {}", row.lep, row.title)));
    }
    let blank = Measure { id: command.id, version: version.id, ..Measure::default() };
    match (&command.now, there) {
        (Some(form), row) => {
            let code = form.lep.trim().to_uppercase();
            let known = lep::known(&code);
            let mut found = rows::check_measure(form);
            if !code.is_empty() {
                found.extend(activity::lep::check(&code, known.as_ref(), &form.sap, ("now.lep", "now.sap")));
            }
            if !act.judge(found, &command.accepted) {
                return Ok(());
            }
            let sap = activity::lep::settled(known.as_ref(), &form.sap);
            match row {
                Some(row) => act.tx.update(&row, &row.with(form, sap))?,
                None => {
                    let others = act.tx.measures_of(version.id)?;
                    let position = others.iter().map(|m| m.position).max().unwrap_or(0) + 1;
                    act.tx.insert(&Measure { position, ..blank.with(form, sap) })?;
                }
            }
            act.store_reasons(Subject::PspVersion, version.id.0, version.registrant)?;
        }
        (None, Some(row)) => act.tx.update(&row, &Measure { removed: true, ..row.clone() })?,
        (None, None) => return stale(act, None),
    }
    act.touched("measure", command.id.0);
    settle(act, &version, version.clone())
}

/// Adds, changes or takes out a row of section 7.
pub(super) fn search_act(act: &mut Act<'_, '_>, command: &PspSearchAct) -> Result<()> {
    let version: PspVersion = act.tx.need(command.version.0)?;
    if !psp::writable(act, &version, &[]) {
        return Ok(());
    }
    let stored: Option<SearchAct> = act.tx.get(command.id.0)?;
    let taken = stored.is_some();
    let there = stored.filter(|row| row.version == version.id && !row.removed);
    let seen = there.as_ref().map(SearchAct::form);
    if taken && seen.is_none() || command.was != seen && (seen.is_none() || command.now != seen) {
        return stale(act, seen.map(|row| row.action));
    }
    let blank = SearchAct { id: command.id, version: version.id, ..SearchAct::default() };
    match (&command.now, there) {
        (Some(form), row) => {
            if !act.judge(rows::check_search_act(form), &[]) {
                return Ok(());
            }
            match row {
                Some(row) => act.tx.update(&row, &row.with(form))?,
                None => {
                    let others = act.tx.search_acts_of(version.id)?;
                    let position = others.iter().map(|a| a.position).max().unwrap_or(0) + 1;
                    act.tx.insert(&SearchAct { position, ..blank.with(form) })?;
                }
            }
        }
        (None, Some(row)) => act.tx.update(&row, &SearchAct { removed: true, ..row.clone() })?,
        (None, None) => return stale(act, None),
    }
    act.touched("search_act", command.id.0);
    settle(act, &version, version.clone())
}

/// The row is no longer what the operator saw (R-ARC-1).
fn stale(act: &mut Act<'_, '_>, found: Option<String>) -> Result<()> {
    let found = Value::String(found.unwrap_or_else(|| "riga tolta".into()));
    act.refuse_edits(vec![EditProblem::Stale { field: "was".into(), found }])
}

/// Writes a version and says again whether it is complete; what happened
/// meanwhile (a new assessment, the notice) comes in with it.
pub(super) fn settle(act: &mut Act<'_, '_>, before: &PspVersion, after: PspVersion) -> Result<()> {
    act.tx.update(before, &after)?;
    let pact = Pact::read(act.tx, after.id)?;
    let complete = is_complete(&pact.findings(act.law(), act.today()));
    let state = if complete { PspState::Complete } else { PspState::Draft };
    let settled = PspVersion { state, ..pact.version };
    act.tx.update(&after, &settled)?;
    if settled.state != before.state {
        let event = if complete { PspEvent::Completed } else { PspEvent::Edited };
        psp::happened(act, &settled, word(event), "")?;
    }
    act.touched("psp_version", settled.id.0);
    act.state("psp", settled.state);
    Ok(())
}
