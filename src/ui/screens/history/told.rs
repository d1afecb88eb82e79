//! What is told of a save: its records and fields, before and after.

use super::values::shown;
use crate::desk::query::{History, Save};
use crate::domain::history::{FieldChange, RowChange, RowFate};
use crate::domain::privacy;
use crate::ui::screens::facts::Fact;
use crate::ui::strings::{history as words, records};
use crate::ui::theme::Role;

/// Fields said in the question before an undo.
const IN_QUESTION: usize = 4;
/// Of a state change, what its record does not say itself.
const OF_EVENT: [&str; 2] = ["reason", "evidence"];

/// The records of a save: `Anagrafica, DID`.
pub fn records_of(save: &Save) -> String {
    let mut names: Vec<&str> = Vec::new();
    for row in save.rows.iter().filter(|row| row.table != "state_event") {
        let name = records::record(&row.table);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names.join(", ")
}

/// A save in full.
pub fn facts(history: &History, save: &Save, special: bool) -> Vec<Fact> {
    let mut lines = Vec::new();
    if let Some(target) = save.undoes.and_then(|target| history.saves.iter().find(|save| save.unit == target))
    {
        let what = format!("{} ({})", records::command(&target.command), words::moment(target.at));
        lines.push(Fact::new(words::UNDOES, what));
    }
    for row in &save.rows {
        let all = fields(row).map(|(label, field)| fact(history, row, label, field, special));
        let fields: Vec<Fact> = all.filter(|fact| fact.text != words::NOTHING).collect();
        if fields.is_empty() {
            continue;
        }
        let fate = match row.fate {
            RowFate::Made => words::fate::MADE,
            RowFate::Changed => words::fate::CHANGED,
            RowFate::TakenOut => words::fate::TAKEN_OUT,
        };
        lines.push(Fact::line(format!("{}: {fate}", records::record(&row.table)), Role::Person));
        lines.extend(fields);
    }
    if lines.is_empty() {
        lines.push(Fact::line(words::NO_FIELDS, Role::Disabled));
    }
    lines
}

/// The fields of a row worth telling, with what they are called: of a record
/// that came or went those that said something.
fn fields(row: &RowChange) -> impl Iterator<Item = (&'static str, &FieldChange)> {
    let says = |field: &&FieldChange| {
        let value = if row.fate == RowFate::TakenOut { &field.before } else { &field.after };
        let empty = value.is_null() || value.as_str().is_some_and(|text| ["", "[]", "{}"].contains(&text));
        (row.fate == RowFate::Changed || !empty && value.as_i64() != Some(0))
            && (row.table != "state_event" || OF_EVENT.contains(&field.field.as_str()))
    };
    row.fields
        .iter()
        .filter(says)
        .filter_map(|field| Some((records::field(&row.table, &field.field)?, field)))
}

fn fact(history: &History, row: &RowChange, label: &'static str, field: &FieldChange, special: bool) -> Fact {
    if !special && privacy::is_special_field(&row.table, &field.field) {
        return Fact::new(label, words::HIDDEN).role(Role::Disabled);
    }
    let value = |value| shown(history, &row.table, &field.field, value);
    let text = match row.fate {
        RowFate::Made => value(&field.after),
        RowFate::TakenOut => value(&field.before),
        RowFate::Changed => words::changed(&value(&field.before), &value(&field.after)),
    };
    Fact::new(label, text)
}

/// Has it special data?
pub fn is_special(save: &Save) -> bool {
    save.rows
        .iter()
        .any(|row| fields(row).any(|(_, field)| privacy::is_special_field(&row.table, &field.field)))
}

/// What goes back if a save is undone, as a question.
pub fn question(history: &History, save: &Save, special: bool) -> String {
    let mut said = Vec::new();
    for row in save.rows.iter().filter(|row| row.table != "state_event") {
        let record = records::record(&row.table);
        match row.fate {
            RowFate::Made => said.push(words::taken_out(record)),
            RowFate::TakenOut => said.push(words::put_back(record)),
            RowFate::Changed => said.extend(fields(row).map(|(label, field)| {
                let hidden = !special && privacy::is_special_field(&row.table, &field.field);
                let value = |value| shown(history, &row.table, &field.field, value);
                let text = if hidden {
                    words::HIDDEN.to_owned()
                } else {
                    words::changed(&value(&field.after), &value(&field.before))
                };
                format!("{label}: {text}")
            })),
        }
    }
    let more = said.len().saturating_sub(IN_QUESTION);
    said.truncate(IN_QUESTION);
    words::goes_back(records::command(&save.command), save.at, &said, more)
}
