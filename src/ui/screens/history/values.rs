//! Values of fields as people read them.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime};
use serde_json::Value;

use crate::desk::query::History;
use crate::domain::activity::ActivityState;
use crate::domain::appointment::{AppointmentState, Asker, Mode};
use crate::domain::codes::PlaceCode;
use crate::domain::conditionality::{CaseKind, CaseState};
use crate::domain::did::{Benefit, DidState};
use crate::domain::document::DocumentKind;
use crate::domain::employment::{EmploymentKind, EmploymentSource};
use crate::domain::miattivo::MiAttivoState;
use crate::domain::money::Cents;
use crate::domain::pad::{PadSource, PadState};
use crate::domain::placement::TargetedState;
use crate::domain::psp::PspState;
use crate::domain::sex::Sex;
use crate::domain::signing::{Channel, SigningState};
use crate::tables::{citizenships, code_table, places};
use crate::ui::screens::facts::known;
use crate::ui::strings::{history as words, records};

/// Fields that are yes or no: stored as 1 and 0.
const FLAGS: &[&str] = &[
    "accepts_offers",
    "attends",
    "available_initiatives",
    "available_training",
    "consent",
    "conserved",
    "document_seen",
    "employability",
    "employee",
    "hired",
    "in_depth",
    "inactive_vat",
    "late",
    "not_working",
    "permit_renewal",
    "proved",
    "removed",
    "self_employed",
    "special",
    "withdrawn",
    "working_day_calls",
];
/// Fields in cents.
const MONEY: &[&str] = &["amount", "employee_income", "income", "self_employed_income"];

/// A value of a field, in words.
pub fn shown(history: &History, table: &str, field: &str, value: &Value) -> String {
    said((&history.names, &history.authors), table, field, value)
}

/// What records and people are called: by id, by username.
type Names<'a> = (&'a BTreeMap<String, String>, &'a BTreeMap<String, String>);

/// The same, where names are known otherwise.
pub fn said((names, authors): Names<'_>, table: &str, field: &str, value: &Value) -> String {
    match value {
        Value::Null => words::NOTHING.to_owned(),
        Value::Number(number) => match number.as_i64() {
            Some(flag @ (0 | 1)) if FLAGS.contains(&field) => words::yes_no(flag == 1).to_owned(),
            Some(cents) if MONEY.contains(&field) => format!("{} €", Cents(cents)),
            _ => number.to_string(),
        },
        Value::String(text) if text.is_empty() => words::NOTHING.to_owned(),
        Value::String(text) => names
            .get(text)
            .or_else(|| authors.get(text))
            .cloned()
            .or_else(|| code(table, field, text))
            .map(|said| if said.is_empty() { words::NOTHING.to_owned() } else { said })
            .unwrap_or_else(|| plain(text)),
        other => flat(other),
    }
}

/// A word the program or a table of codes knows.
fn code(table: &str, field: &str, text: &str) -> Option<String> {
    macro_rules! state {
        ($($table:literal => $kind:ty),+ $(,)?) => {
            match table {
                $($table => known::<$kind>(text).map(|known| known.label().to_owned()),)+
                _ => None,
            }
        };
    }
    let table_of_codes = |label: &str| (label != text).then(|| label.to_owned());
    match field {
        "state" | "state_before" => state!(
            "did" => DidState,
            "psp_version" => PspState,
            "signing" => SigningState,
            "appointment" => AppointmentState,
            "activity" => ActivityState,
            "conditionality_case" => CaseState,
            "miattivo" => MiAttivoState,
            "pad" => PadState,
            "targeted_application" => TargetedState,
        ),
        "kind" => {
            state!("employment" => EmploymentKind, "document" => DocumentKind, "conditionality_case" => CaseKind)
        }
        "source" => state!("employment" => EmploymentSource, "pad" => PadSource),
        "channel" => match table {
            "did" => table_of_codes(code_table::did_channels().label(text)),
            "signing" => known::<Channel>(text).map(|channel| channel.label().to_owned()),
            _ => table_of_codes(code_table::convocation_channels().label(text)),
        },
        "convocation_channel" => table_of_codes(code_table::convocation_channels().label(text)),
        "mode" => known::<Mode>(text).map(|mode| mode.label().to_owned()),
        "asked_by" => known::<Asker>(text).map(|asker| asker.label().to_owned()),
        "sex" => known::<Sex>(text).map(|sex| sex.label().to_owned()),
        "benefit" => known::<Benefit>(text)
            .map(|benefit| benefit.label().to_owned())
            .or_else(|| table_of_codes(code_table::benefits().label(text))),
        "birth_place" | "residence_place" | "domicile_place" => {
            let place = PlaceCode::parse(text).ok().and_then(|code| places::get(code, None))?;
            Some(format!("{} ({text})", place.name))
        }
        "citizenship" => table_of_codes(citizenships::table().label(text)),
        "id_doc_type" => table_of_codes(code_table::identity_documents().label(text)),
        "permit_type" | "permit_reason" => table_of_codes(code_table::residence_permits().label(text)),
        "digital_skill" => table_of_codes(code_table::digital_skills().label(text)),
        "mobility" => table_of_codes(code_table::mobility().label(text)),
        "path" | "path_proposed" => table_of_codes(code_table::paths().label(text)),
        "service" => table_of_codes(code_table::services().label(text)),
        "contact_frequency" => table_of_codes(code_table::contact_frequencies().label(text)),
        "contact_mode" => table_of_codes(code_table::contact_modes().label(text)),
        "proof_method" => table_of_codes(code_table::proof_methods().label(text)),
        "category" => table_of_codes(code_table::targeted_categories().label(text)),
        "end_reason" => table_of_codes(code_table::loss_reasons().label(text)),
        _ => None,
    }
}

/// Days and hours in the Italian manner; what is nested, flat.
fn plain(text: &str) -> String {
    if let Ok(day) = NaiveDate::parse_from_str(text, "%Y-%m-%d") {
        return day.format("%d/%m/%Y").to_string();
    }
    if let Ok(at) = NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S") {
        return at.format("%d/%m/%Y %H:%M").to_string();
    }
    match text.starts_with(['{', '[']).then(|| serde_json::from_str::<Value>(text)) {
        Some(Ok(nested)) => flat(&nested),
        _ => text.lines().collect::<Vec<_>>().join(" / "),
    }
}

/// What is in a list or a group, one after the other.
fn flat(value: &Value) -> String {
    let parts: Vec<String> = match value {
        Value::Array(items) => items.iter().map(flat).collect(),
        Value::Object(fields) => fields
            .iter()
            .map(|(name, value)| (name, flat(value)))
            .filter(|(_, text)| text != words::NOTHING)
            .map(|(name, text)| {
                let label =
                    records::field("", name).map_or_else(|| name.replace('_', " "), str::to_lowercase);
                format!("{label}: {text}")
            })
            .collect(),
        Value::Bool(yes) => return words::yes_no(*yes).to_owned(),
        Value::String(text) if !text.is_empty() => return plain(text),
        Value::Null | Value::String(_) => return words::NOTHING.to_owned(),
        Value::Number(number) => return number.to_string(),
    };
    if parts.is_empty() { words::NOTHING.to_owned() } else { parts.join("; ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::domain::history::Reach;
    use crate::domain::ids::RegistrantId;

    #[test]
    fn values_are_said_as_people_read_them() {
        let history = History {
            registrant: RegistrantId::default(),
            reach: Reach::Whole,
            saves: Vec::new(),
            authors: BTreeMap::from([("bianchi".to_owned(), "A. Bianchi".to_owned())]),
            names: BTreeMap::new(),
        };
        let said = |table: &str, field: &str, value: Value| shown(&history, table, field, &value);
        assert_eq!(said("registrant", "birth_date", "1985-12-10".into()), "10/12/1985");
        assert_eq!(said("appointment", "start", "2026-11-24T09:30:00".into()), "24/11/2026 09:30");
        assert_eq!(said("did", "conserved", 1.into()), "sì");
        assert_eq!(said("appointment", "minutes", 1.into()), "1");
        assert_eq!(said("income_declaration", "amount", 850_000.into()), "8.500,00 €");
        assert_eq!(said("did", "state", "inserted".into()), DidState::Inserted.label());
        assert_eq!(said("activity", "by", "bianchi".into()), "A. Bianchi");
        assert_eq!(said("registrant", "birth_place", "F205".into()), "MILANO (F205)");
        assert_eq!(said("registrant", "pec", "".into()), words::NOTHING);
        assert_eq!(said("psp_version", "person_commitments", "[\"uno\",\"due\"]".into()), "uno; due");
    }
}
