//! Everything recorded of a person in the words of the screens, for paper.

use serde_json::Value;

use super::screens::facts;
use super::screens::history::values;
use super::strings::{history as words, records, rights};
use crate::desk::query::{PersonExport, Rectified};
use crate::domain::event::StateEvent;
use crate::domain::paper::rights::{FieldPaper, PartPaper, PersonDataPaper};
use crate::domain::restriction::Asker;

/// Commands that correct what was recorded before.
const CORRECT: &[&str] = &["registrant.edit", "employment.correct", "history.undo"];

/// The copy of a person's data on paper; `by` is who draws it.
#[must_use]
pub fn person_paper(export: &PersonExport, by: &str) -> PersonDataPaper {
    let mut parts: Vec<PartPaper> = export
        .order
        .iter()
        .filter_map(|table| Some((table, export.records.get(*table)?.as_array()?)))
        .map(|(table, rows)| part(export, table, rows))
        .collect();
    let rectified: Vec<Vec<FieldPaper>> = export
        .rectifications
        .iter()
        .filter(|one| one.asked_by.is_some() || CORRECT.contains(&one.command.as_str()))
        .filter_map(|one| rectified(export, one))
        .collect();
    parts.push(PartPaper { title: rights::RECTIFIED.to_owned(), records: rectified });
    parts.retain(|part| !part.records.is_empty());
    let left_out = export.left_out.iter().map(|what| (*what).to_owned());
    PersonDataPaper {
        office: export.heads.0.clone(),
        person: export.heads.1.clone(),
        at: export.at,
        operator: by.to_owned(),
        parts,
        left_out: left_out.chain([rights::NO_WORDS.to_owned()]).collect(),
    }
}

fn part(export: &PersonExport, table: &str, rows: &[Value]) -> PartPaper {
    let title = records::record(table).to_owned();
    let records = if table == "state_event" {
        // One record of many lines: a day and what happened.
        let events = rows.iter().filter_map(|row| serde_json::from_value::<StateEvent>(row.clone()).ok());
        let fields: Vec<FieldPaper> = events.map(|event| happened(&event)).collect();
        if fields.is_empty() { Vec::new() } else { vec![fields] }
    } else {
        rows.iter().map(|row| fields(export, table, row)).filter(|fields| !fields.is_empty()).collect()
    };
    PartPaper { title, records }
}

fn happened(event: &StateEvent) -> FieldPaper {
    let mut value = facts::happened(event);
    for more in [&event.reason, &event.evidence].into_iter().filter(|text| !text.trim().is_empty()) {
        value.push_str(": ");
        value.push_str(&one_line(more));
    }
    FieldPaper { label: event.on_date.format("%d/%m/%Y").to_string(), value }
}

fn fields(export: &PersonExport, table: &str, row: &Value) -> Vec<FieldPaper> {
    let Some(row) = row.as_object() else { return Vec::new() };
    let says = |value: &Value| match value {
        Value::Null | Value::Bool(false) => false,
        Value::String(text) => !text.trim().is_empty(),
        Value::Array(all) => !all.is_empty(),
        Value::Object(all) => !all.is_empty(),
        Value::Bool(true) | Value::Number(_) => true,
    };
    row.iter()
        .filter(|(name, value)| says(value) && !is_words(table, name))
        // What has no name leads to other records.
        .filter_map(|(name, value)| Some((records::field(table, name)?, said(export, table, name, value))))
        .filter(|(_, value)| value != words::NOTHING)
        .map(|(label, value)| FieldPaper { label: label.to_owned(), value: one_line(&value) })
        .collect()
}

/// The words of an issued document.
fn is_words(table: &str, field: &str) -> bool {
    ["document", "document_reserved"].contains(&table) && field == "content"
}

fn rectified(export: &PersonExport, one: &Rectified) -> Option<Vec<FieldPaper>> {
    let label = records::field(&one.table, &one.field)?;
    let field = |label: &str, value: String| FieldPaper { label: label.to_owned(), value: one_line(&value) };
    let value = |value: &Value| said(export, &one.table, &one.field, value);
    let mut fields = vec![
        field(rights::WHAT, format!("{}: {label}", records::record(&one.table))),
        field(rights::WAS, value(&one.was)),
        field(rights::IS, value(&one.is)),
        field(rights::WHEN, words::moment(one.at)),
    ];
    let asked = one.asked_by.as_deref().and_then(facts::known::<Asker>);
    fields.extend(asked.map(|asker| field(rights::ASKED_BY, asker.label().to_owned())));
    fields.extend(one.asked_on.map(|day| field(rights::ASKED_ON, day.format("%d/%m/%Y").to_string())));
    Some(fields)
}

fn said(export: &PersonExport, table: &str, field: &str, value: &Value) -> String {
    values::said((&export.names.0, &export.names.1), table, field, value)
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
