//! An interview weighed: what rules and tables say of it, gathered once for
//! the command that records it and the screen that shows it.

use chrono::NaiveDate;

use super::execute::unknown_codes;
use super::standing;
use crate::domain::assessment::person::Person;
use crate::domain::assessment::proposal::{Look, Method, Proposal, Target};
use crate::domain::assessment::questionnaire::{Feed, Questionnaire};
use crate::domain::assessment::rules::{self, Facts};
use crate::domain::assessment::{Assessment, AssessmentForm};
use crate::domain::did::seniority::{self, Seniority};
use crate::domain::did::{Did, Profiling};
use crate::domain::event::StateEvent;
use crate::domain::finding::Finding;
use crate::domain::registrant::Registrant;
use crate::tables::catalogue::Catalogue;
use crate::tables::code_table::{CodeTable, Path};
use crate::tables::{code_table, gol_proposal, places, questionnaires};

/// Whose interview it is.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    /// Who.
    pub registrant: &'a Registrant,
    /// Their DIDs.
    pub dids: &'a [Did],
    /// Their state changes, for the seniority.
    pub events: &'a [StateEvent],
    /// Their assessments.
    pub assessments: &'a [Assessment],
    /// The tables of the office: those of the day of the interview count.
    pub catalogue: &'a Catalogue,
    /// The day it is weighed on.
    pub today: NaiveDate,
}

/// What comes of it.
#[derive(Clone, Debug)]
pub struct Weighed {
    /// What the rules say.
    pub findings: Vec<Finding>,
    /// The profiling set, completed (R-DID-13).
    pub profiling: Profiling,
    /// The questionnaire it names.
    pub questionnaire: Option<&'static Questionnaire>,
    /// The method of the day.
    pub method: Option<&'static Method>,
    /// The path proposed, once there is enough to propose one.
    pub proposal: Option<Proposal>,
    /// GOL target groups.
    pub targets: Vec<Target>,
    /// Digital skills: those given, else those of the questionnaire.
    pub digital_skill: String,
    /// Mobility, likewise.
    pub mobility: String,
    /// For how many days an assessment of that day holds.
    pub valid_days: u32,
}

/// The last assessment of a person: what a new one takes the place of.
#[must_use]
pub fn last(assessments: &[Assessment]) -> Option<&Assessment> {
    assessments.iter().max_by_key(|a| (a.date, a.id))
}

/// Weighs an interview.
#[must_use]
pub fn weigh(form: &AssessmentForm, subject: Subject<'_>) -> Weighed {
    let day = form.date.unwrap_or(subject.today);
    let profiling = form.profiling.clone().completed();
    let questionnaire = questionnaires::get(&form.questionnaire, form.questionnaire_version);
    let did = standing::open_did(subject.dids);
    let education = code_table::education_titles().get(&profiling.education).map(|row| row.extra);
    let person = Person {
        registrant: subject.registrant,
        province: province(subject.registrant, day),
        did,
        seniority_days: did.map_or(Seniority::default(), |did| seniority::of(did, subject.events, day)).days,
        level: education.map(|education| education.level),
        youngest: education.map(|education| education.youngest),
    };
    let class = if form.index_model == "gol" { form.index_value.trim().parse().ok() } else { None };
    let counted = questionnaire.map(|q| q.counted(&form.answers)).unwrap_or_default();
    let look = Look { answers: &counted, profiling: &profiling, person, class, day };
    let method = gol_proposal::on(day);
    let enough = class.is_some() || questionnaire.is_some_and(|q| q.is_enough(&form.answers));
    let proposal = method
        .filter(|_| enough)
        .map(|method| method.propose(&look, |code| in_force(subject.catalogue.paths(), code, day)));
    let fed = |given: &str, feed: Feed| {
        let fed = || questionnaire.and_then(|q| q.fed(&form.answers, feed)).unwrap_or_default();
        if given.is_empty() { fed() } else { given.to_owned() }
    };
    let digital_skill = fed(&form.digital_skill, Feed::DigitalSkill);
    let mobility = fed(&form.mobility, Feed::Mobility);
    let mut unknown = unknown_codes(&profiling);
    let known = |code: &str, found: bool| code.is_empty() || found;
    if !known(&digital_skill, code_table::digital_skills().get(&digital_skill).is_some()) {
        unknown.push("assessment.digital_skill");
    }
    if !known(&mobility, code_table::mobility().get(&mobility).is_some()) {
        unknown.push("assessment.mobility");
    }
    let label = proposal.as_ref().map(|proposal| subject.catalogue.paths().label_on(&proposal.path, day));
    let valid_days = subject.catalogue.parameters(day).psp.assessment_days;
    let facts = Facts {
        did: did.map(|did| did.date),
        path: subject.catalogue.paths().get_on(&form.path, day).map(|row| (row.label.as_str(), row.period())),
        unknown_codes: &unknown,
        questionnaire,
        person,
        proposal: proposal.as_ref().zip(label),
        last: last(subject.assessments),
        valid_days,
        today: subject.today,
    };
    let findings = rules::check(form, &profiling, facts);
    let targets = method.map(|method| method.targets(&look)).unwrap_or_default();
    Weighed {
        findings,
        questionnaire,
        method,
        proposal,
        targets,
        digital_skill,
        mobility,
        profiling,
        valid_days,
    }
}

/// The path that stands for a GOL path on a day: itself, or the one its row
/// names for afterwards (R-PSP-18).
fn in_force(table: &CodeTable<Path>, code: &str, day: NaiveDate) -> String {
    match table.get_on(code, day) {
        Some(row) if !row.period().contains(day) => {
            row.extra.after.clone().unwrap_or_else(|| code.to_owned())
        }
        _ => code.to_owned(),
    }
}

/// The province of the residence, when its place is known.
fn province(person: &Registrant, day: NaiveDate) -> Option<&'static str> {
    let code = crate::domain::codes::PlaceCode::parse(&person.residence_place).ok()?;
    let place = places::get(code, Some(day))?;
    (!place.is_foreign()).then_some(place.province)
}
