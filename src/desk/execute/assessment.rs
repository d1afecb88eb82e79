//! Recording an assessment: one row each, never changed.

use super::{Act, profiling};
use crate::desk::command::AssessmentRecord;
use crate::desk::standing;
use crate::domain::assessment::rules::{self, Facts};
use crate::domain::assessment::{Assessment, AssessmentForm};
use crate::domain::event::Subject;
use crate::domain::registrant::Registrant;
use crate::fault::Result;
use crate::tables::code_table;

/// LEP proposed after an assessment.
const PROPOSED: &str = "C";

/// Records an assessment; it belongs to the open DID, if there is one.
pub(super) fn record(act: &mut Act<'_, '_>, command: &AssessmentRecord) -> Result<()> {
    let person: Registrant = act.tx.need(command.registrant.0)?;
    act.about(person.id);
    let form = &command.assessment;
    let answers = form.profiling.clone().completed();
    let dids = act.tx.dids_of(person.id)?;
    let did = standing::open_did(&dids);
    let mut unknown = profiling::unknown_codes(&answers);
    unknown.extend(unknown_judgements(form));
    let path = code_table::paths().get(&form.path);
    let facts = Facts {
        did: did.map(|did| did.date),
        path: path.map(|row| (row.label.as_str(), row.period())),
        unknown_codes: &unknown,
        today: act.today(),
    };
    if !act.judge(rules::check(form, &answers, facts), &command.accepted) {
        return Ok(());
    }
    let assessment = Assessment {
        id: command.id,
        registrant: person.id,
        did: did.map(|did| did.id),
        date: form.date.unwrap_or(act.today()),
        profiling: answers,
        digital_skill: form.digital_skill.clone(),
        mobility: form.mobility.clone(),
        obstacles: form.obstacles.trim().to_owned(),
        judgement: form.judgement.trim().to_owned(),
        sectors: form.sectors.trim().to_owned(),
        path: form.path.clone(),
        path_reason: form.path_reason.trim().to_owned(),
        index_value: form.index_value.trim().replace(',', "."),
        index_model: form.index_model.clone(),
        index_date: form.index_date,
        by: act.by(),
    };
    act.tx.insert(&assessment)?;
    act.store_reasons(Subject::Assessment, assessment.id.0, person.id)?;
    act.touched("assessment", assessment.id.0);
    act.outcome.proposes.push(PROPOSED.to_owned());
    Ok(())
}

fn unknown_judgements(form: &AssessmentForm) -> impl Iterator<Item = &'static str> {
    let skill = &form.digital_skill;
    let mobility = &form.mobility;
    [
        ("assessment.digital_skill", skill.is_empty() || code_table::digital_skills().get(skill).is_some()),
        ("assessment.mobility", mobility.is_empty() || code_table::mobility().get(mobility).is_some()),
    ]
    .into_iter()
    .filter_map(|(field, known)| (!known).then_some(field))
}
