//! What the rules say of a record, with what the tables know: the same for a
//! command that runs and for a form while it is typed.

use chrono::{Datelike, NaiveDate};

use super::execute::unknown_codes as unknown_answers;
use super::standing;
use crate::domain::codes::PlaceCode;
use crate::domain::did::income::Limits;
use crate::domain::did::{Declaration, Did, Profiling, declare};
use crate::domain::employment::{Employment, EmploymentKind, IncomeDeclaration, Job, job};
use crate::domain::finding::Finding;
use crate::domain::registrant::Registrant;
use crate::domain::registrant::rules::{self, Known};
use crate::tables::catalogue::Catalogue;
use crate::tables::{citizenships, code_table, places};

/// What the rules say of a person's data; `same_code` names somebody else
/// with the same fiscal code.
#[must_use]
pub fn registrant(person: &Registrant, same_code: Option<&str>, today: NaiveDate) -> Vec<Finding> {
    let place = PlaceCode::parse(&person.birth_place).ok();
    let doubt = place.and_then(|place| places::doubt(place, person.birth_date));
    let unknown = unknown_codes(person);
    let known = Known {
        birth_place: doubt.as_ref(),
        unknown_codes: &unknown,
        same_code: same_code.filter(|_| !person.fiscal_code.is_empty()),
    };
    rules::check(person, known, today)
}

/// The fields whose code no table has.
fn unknown_codes(person: &Registrant) -> Vec<&'static str> {
    let mut unknown = Vec::new();
    let mut look = |field, code: &str, known: bool| {
        if !code.is_empty() && !known {
            unknown.push(field);
        }
    };
    let is_place = |code: &str| PlaceCode::parse(code).is_ok_and(|code| places::get(code, None).is_some());
    look("birth_place", &person.birth_place, PlaceCode::parse(&person.birth_place).is_ok());
    look("residence_place", &person.residence_place, is_place(&person.residence_place));
    look("domicile_place", &person.domicile_place, is_place(&person.domicile_place));
    look("citizenship", &person.citizenship, citizenships::table().get(&person.citizenship).is_some());
    unknown
}

/// What the rules say of a declaration; the answers are the completed ones,
/// `earlier` are the DIDs the person has already.
#[must_use]
pub fn declaration(
    catalogue: &Catalogue,
    person: &Registrant,
    earlier: &[Did],
    declared: &Declaration,
    answers: &Profiling,
    today: NaiveDate,
) -> Vec<Finding> {
    let day = declared.date.unwrap_or(today);
    let unknown = unknown_answers(answers);
    let permit = [&person.permit_reason, &person.permit_type]
        .into_iter()
        .find_map(|code| code_table::residence_permits().get(code));
    let facts = declare::Facts {
        person,
        earlier,
        parameters: catalogue.parameters(day),
        limits: limits(catalogue, declared, day),
        needs_permit: !person.citizenship.is_empty() && citizenships::needs_permit(&person.citizenship, day),
        permit_refuses_work: permit.is_some_and(|row| !row.extra.work),
        unknown_codes: &unknown,
        lost_by_sanction: standing::lost_by_sanction(catalogue, earlier)
            .map(|lost| (lost, catalogue.parameters(lost).did.sanction_wait_months)),
        domicile: &domicile(person),
        today,
    };
    declare::check(declared, answers, facts)
}

/// The limits for the year of the income; the DID is the event that chooses
/// within 2019 (R-CON-1).
#[must_use]
pub fn limits(catalogue: &Catalogue, declared: &Declaration, day: NaiveDate) -> Limits {
    catalogue.limits(declared.income_year.unwrap_or(day.year()), day)
}

/// The jobs of a person with what they are for the status.
#[must_use]
pub fn jobs(catalogue: &Catalogue, employments: &[Employment], incomes: &[IncomeDeclaration]) -> Vec<Job> {
    job::weighed(employments, incomes, |year, day| catalogue.limits(year, day))
}

/// The work under the limit that a DID itself declares, with no job on record
/// (R-CON-7).
#[must_use]
pub fn declared_jobs(catalogue: &Catalogue, did: &Did) -> Vec<Job> {
    let one = |kind, works, income| {
        let start = Some(did.date);
        let job = Employment { kind, start, income, income_year: did.income_year, ..Employment::default() };
        if works { Some(job) } else { None }
    };
    let declared = [
        one(EmploymentKind::FixedTerm, did.employee, did.employee_income),
        one(EmploymentKind::SelfEmployed, did.self_employed, did.self_employed_income),
    ];
    jobs(catalogue, &declared.into_iter().flatten().collect::<Vec<_>>(), &[])
}

fn domicile(person: &Registrant) -> String {
    let (_, _, code) = person.domicile();
    let place = PlaceCode::parse(code).ok().and_then(|code| places::get(code, None));
    place.map_or_else(|| code.to_owned(), places::Place::shown_with_province)
}
