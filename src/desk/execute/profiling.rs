//! The codes of a profiling set, asked of the tables.

use crate::domain::did::Profiling;
use crate::tables::{citizenships, code_table, provinces};

/// The fields of the set, as named in the command, whose code no table has.
pub(in crate::desk) fn unknown_codes(answers: &Profiling) -> Vec<&'static str> {
    let unknown = |(field, code, _): &(&'static str, &str, &str)| {
        !code.is_empty()
            && !match *field {
                "profiling.province" => provinces::get(code).is_some(),
                "profiling.citizenship" => citizenships::table().get(code).is_some(),
                "profiling.presence_in_italy" => code_table::presence_in_italy().get(code).is_some(),
                "profiling.education" => code_table::education_titles().get(code).is_some(),
                "profiling.condition_year_before" => code_table::conditions_year_before().get(code).is_some(),
                "profiling.last_position" => code_table::job_positions().get(code).is_some(),
                "profiling.enrolled" => code_table::school_enrolments().get(code).is_some(),
                _ => false,
            }
    };
    answers.codes().into_iter().filter(unknown).map(|(field, _, _)| field).collect()
}
