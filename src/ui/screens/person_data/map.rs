//! A person's record and the form, one into the other.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde_json::{Map, Value};

use super::form::{CHECKED, SAME};
use crate::domain::registrant::Registrant;
use crate::ui::form::values::ON;
use crate::ui::form::{Values, read};

const DATES: [&str; 7] = [
    "birth_date",
    "id_doc_issued_on",
    "id_doc_expires_on",
    "mobile_verified_on",
    "email_verified_on",
    "permit_expires_on",
    "last_job_end",
];
const TICKS: [&str; 1] = ["permit_renewal"];
/// Emptied when they are not on the screen: the domicile is then the
/// residence. Whatever else is hidden stays as it was.
const WITH_DOMICILE: [&str; 3] = ["domicile_address", "domicile_cap", "domicile_place"];

/// What the form shows of a record.
pub fn to_form(person: &Registrant) -> BTreeMap<String, String> {
    let mut raw: BTreeMap<String, String> =
        fields(person).into_iter().map(|(name, value)| (name, shown(&value))).collect();
    for (tick, checked) in CHECKED {
        let on = raw.get(checked).is_some_and(|day| !day.is_empty());
        raw.insert(tick.to_owned(), if on { ON.to_owned() } else { String::new() });
    }
    let same = person.domicile_address.is_empty() && person.domicile_place.is_empty();
    raw.insert(SAME.to_owned(), if same { ON.to_owned() } else { String::new() });
    raw
}

fn shown(value: &Value) -> String {
    match value {
        Value::Bool(true) => ON.to_owned(),
        Value::String(text) => match NaiveDate::parse_from_str(text, "%Y-%m-%d") {
            Ok(day) if text.len() == 10 => read::show_date(day),
            _ => text.clone(),
        },
        _ => String::new(),
    }
}

fn fields(person: &Registrant) -> Map<String, Value> {
    match serde_json::to_value(person) {
        Ok(Value::Object(fields)) => fields,
        _ => Map::new(),
    }
}

/// The record the form describes, starting from the one that was read (an
/// empty one for a new person).
pub fn from_form(before: &Registrant, values: &Values) -> Registrant {
    let mut fields = fields(before);
    for (name, value) in &mut fields {
        if WITH_DOMICILE.contains(&name.as_str()) {
            *value = Value::String(values.text_or_empty(name));
        } else if values.all().contains_key(name) {
            *value = read_value(name, values);
        }
    }
    for (tick, checked) in CHECKED {
        let now = (!values.text_or_empty(checked.trim_end_matches("_verified_on")).is_empty()
            && values.on(tick))
        .then(|| match fields.get(checked) {
            Some(Value::String(day)) => Value::String(day.clone()),
            _ => day(Some(values.today())),
        });
        fields.insert(checked.to_owned(), now.unwrap_or(Value::Null));
    }
    serde_json::from_value(Value::Object(fields)).unwrap_or_else(|_| before.clone())
}

fn read_value(name: &str, values: &Values) -> Value {
    if DATES.contains(&name) {
        return day(values.date(name));
    }
    if TICKS.contains(&name) {
        return Value::Bool(values.on(name));
    }
    match (name, values.text_or_empty(name)) {
        ("sex", text) if text.is_empty() => Value::Null,
        (_, text) => Value::String(text),
    }
}

fn day(day: Option<NaiveDate>) -> Value {
    day.map_or(Value::Null, |day| Value::String(day.format("%Y-%m-%d").to_string()))
}
