//! The code tables, published with the schema: the form says that a field
//! holds a code, this says which there are.

use serde_json::{Map, Value};

use crate::tables::{CodeTable, citizenships, code_table, lep};

/// Code and label of every row, by the field or table a form names.
pub(super) fn tables() -> Value {
    let mut all = Map::new();
    let mut put = |name: &str, rows: Value| drop(all.insert(name.to_owned(), rows));
    put("citizenship", rows(citizenships::table()));
    put("condition_year_before", rows(code_table::conditions_year_before()));
    put("contact_frequency", rows(code_table::contact_frequencies()));
    put("contact_modes", rows(code_table::contact_modes()));
    put("did_end_reason", rows(code_table::loss_reasons()));
    put("digital_skill", rows(code_table::digital_skills()));
    put("education", rows(code_table::education_titles()));
    put("enrolled", rows(code_table::school_enrolments()));
    put("id_document", rows(code_table::identity_documents()));
    put("last_position", rows(code_table::job_positions()));
    put("mobility", rows(code_table::mobility()));
    put("path", rows(code_table::paths()));
    put("permit_type", rows(code_table::residence_permits()));
    put("presence_in_italy", rows(code_table::presence_in_italy()));
    put("proof_method", rows(code_table::proof_methods()));
    put("service", rows(code_table::services()));
    let services = lep::for_persons().map(|row| (row.code.to_string(), row.title.clone().into()));
    put("lep", Value::Object(services.collect()));
    Value::Object(all)
}

fn rows<Extra>(table: &CodeTable<Extra>) -> Value {
    Value::Object(table.rows().iter().map(|row| (row.code.clone(), row.label.clone().into())).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_has_its_codes() {
        let tables = tables();
        for (table, code) in [
            ("citizenship", "Z330"),
            ("education", "diploma_tecnico"),
            ("service", "primo_colloquio"),
            ("did_end_reason", "sanction_art_21"),
            ("lep", "E"),
        ] {
            assert!(tables[table][code].is_string(), "{table}.{code}");
        }
        assert!(
            tables.as_object().unwrap().values().all(|t| t.as_object().unwrap().len() > 1),
            "an empty table"
        );
    }
}
