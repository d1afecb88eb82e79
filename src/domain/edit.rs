//! Edits: a field, what it was, what it is now. Two desks that change
//! different fields of one person join by themselves; a field that is no
//! longer what the operator saw is a conflict shown with both values.

use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;

pub mod rules;

/// One field of a record, changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FieldEdit {
    /// Name of the field, as in the record's JSON.
    pub field: String,
    /// What the operator saw before the change.
    pub was: Value,
    /// What it shall be.
    pub now: Value,
}

/// Why an edit cannot be applied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditProblem {
    /// The record has no such field, or it may not be edited.
    NoSuchField(String),
    /// The value does not fit the field.
    BadValue(String),
    /// Somebody changed the field meanwhile; the value found is given.
    Stale {
        /// The field.
        field: String,
        /// What stands there now.
        found: Value,
    },
}

/// The record with the edits applied. A field that already has the new value
/// is no conflict: the same change made twice.
///
/// # Errors
/// Every [`EditProblem`] met; the record is then left as it was.
pub fn apply<T>(record: &T, edits: &[FieldEdit]) -> Result<T, Vec<EditProblem>>
where
    T: Serialize + DeserializeOwned,
{
    let mut whole = serde_json::to_value(record).map_err(|e| vec![EditProblem::BadValue(e.to_string())])?;
    let mut problems = Vec::new();
    for edit in edits {
        let slot = if edit.field == "id" { None } else { whole.get_mut(&edit.field) };
        match slot {
            None => problems.push(EditProblem::NoSuchField(edit.field.clone())),
            Some(found) if *found != edit.was && *found != edit.now => {
                problems.push(EditProblem::Stale { field: edit.field.clone(), found: found.clone() });
            }
            Some(found) => {
                let before = std::mem::replace(found, edit.now.clone());
                if serde_json::from_value::<T>(whole.clone()).is_err() {
                    problems.push(EditProblem::BadValue(edit.field.clone()));
                    whole[&edit.field] = before;
                }
            }
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    serde_json::from_value(whole).map_err(|e| vec![EditProblem::BadValue(e.to_string())])
}

/// The edits that lead from one record to another: only what differs.
#[must_use]
pub fn between<T: Serialize>(before: &T, after: &T) -> Vec<FieldEdit> {
    let (Ok(Value::Object(before)), Ok(Value::Object(after))) =
        (serde_json::to_value(before), serde_json::to_value(after))
    else {
        return Vec::new();
    };
    after
        .into_iter()
        .filter_map(|(field, now)| {
            let was = before.get(&field).cloned().unwrap_or(Value::Null);
            (was != now).then_some(FieldEdit { field, was, now })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::registrant::Registrant;
    use serde_json::json;

    fn edit(field: &str, was: Value, now: Value) -> FieldEdit {
        FieldEdit { field: field.into(), was, now }
    }

    #[test]
    fn an_edit_changes_its_field_alone() {
        let before = Registrant { surname: "Rossi".into(), mobile: "333".into(), ..Default::default() };
        let after = apply(&before, &[edit("mobile", json!("333"), json!("334"))]).unwrap();
        assert_eq!(after, Registrant { mobile: "334".into(), ..before });
    }

    #[test]
    fn a_field_no_longer_as_seen_is_a_conflict_and_nothing_changes() {
        let before = Registrant { mobile: "335".into(), ..Default::default() };
        let problems = apply(&before, &[edit("mobile", json!("333"), json!("334"))]).unwrap_err();
        assert_eq!(problems, [EditProblem::Stale { field: "mobile".into(), found: json!("335") }]);
    }

    #[test]
    fn the_same_change_twice_is_no_conflict() {
        let before = Registrant { mobile: "334".into(), ..Default::default() };
        assert_eq!(apply(&before, &[edit("mobile", json!("333"), json!("334"))]).unwrap(), before);
    }

    #[test]
    fn a_value_that_does_not_fit_and_an_unknown_field_are_named() {
        let before = Registrant::default();
        let problems = apply(
            &before,
            &[edit("birth_date", Value::Null, json!("31/02")), edit("shoe", Value::Null, json!("42"))],
        )
        .unwrap_err();
        assert_eq!(
            problems,
            [EditProblem::BadValue("birth_date".into()), EditProblem::NoSuchField("shoe".into())]
        );
    }

    #[test]
    fn between_gives_back_what_apply_takes() {
        let before = Registrant { surname: "Rossi".into(), ..Default::default() };
        let after = Registrant { surname: "D'Angelo".into(), permit_renewal: true, ..before.clone() };
        assert_eq!(apply(&before, &between(&before, &after)).unwrap(), after);
    }
}
