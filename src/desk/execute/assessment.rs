//! Recording an assessment: one row each, never changed.

use super::Act;
use crate::desk::command::AssessmentRecord;
use crate::desk::interview::{self, Subject as Whose, Weighed};
use crate::desk::standing;
use crate::domain::assessment::questionnaire::Questionnaire;
use crate::domain::assessment::versions::valid_until;
use crate::domain::assessment::{Assessment, AssessmentForm};
use crate::domain::event::Subject;
use crate::domain::registrant::Registrant;
use crate::fault::Result;

/// LEP proposed after an assessment.
const PROPOSED: &str = "C";

/// Records an assessment; it belongs to the open DID, if there is one, and
/// takes the place of the last one.
pub(super) fn record(act: &mut Act<'_, '_>, command: &AssessmentRecord) -> Result<()> {
    let person: Registrant = act.tx.need(command.registrant.0)?;
    act.about(person.id);
    let form = &command.assessment;
    let dids = act.tx.dids_of(person.id)?;
    let assessments = act.tx.assessments_of(person.id)?;
    let events = act.tx.events_of(person.id)?;
    let catalogue = act.catalogue()?;
    let whose = Whose {
        registrant: &person,
        dids: &dids,
        events: &events,
        assessments: &assessments,
        catalogue: &catalogue,
        today: act.today(),
    };
    let weighed = interview::weigh(form, whose);
    act.as_of(form.date.unwrap_or(act.today()));
    if !act.judge(weighed.findings.clone(), &command.accepted) {
        return Ok(());
    }
    let assessment = Assessment {
        id: command.id,
        registrant: person.id,
        did: standing::open_did(&dids).map(|did| did.id),
        number: u32::try_from(assessments.len() + 1).unwrap_or(u32::MAX),
        previous: interview::last(&assessments).map(|last| last.id),
        by: act.by(),
        ..recorded(form, weighed, act.today())
    };
    act.tx.insert(&assessment)?;
    act.store_reasons(Subject::Assessment, assessment.id.0, person.id)?;
    act.touched("assessment", assessment.id.0);
    act.outcome.proposes.push(PROPOSED.to_owned());
    Ok(())
}

/// What the form says, as it is stored: answers that tell of health apart,
/// scores and proposal as they are that day.
fn recorded(form: &AssessmentForm, weighed: Weighed, today: chrono::NaiveDate) -> Assessment {
    let text = |text: &str| text.trim().to_owned();
    let (answers, special_answers) =
        weighed.questionnaire.map_or_else(Default::default, |q| q.apart(&form.answers));
    let scores = weighed.questionnaire.map(|q| Questionnaire::scores(q, &form.answers)).unwrap_or_default();
    let notes = form.notes.iter().filter(|(_, note)| !note.trim().is_empty());
    let date = form.date.unwrap_or(today);
    let proposal = weighed.proposal;
    // Who follows the proposal keeps its reasons.
    let own = text(&form.path_reason);
    let path_reason = match &proposal {
        Some(proposal) if own.is_empty() => proposal.reasons_text(),
        _ => own,
    };
    Assessment {
        date,
        profiling: weighed.profiling,
        digital_skill: weighed.digital_skill,
        mobility: weighed.mobility,
        obstacles: text(&form.obstacles),
        judgement: text(&form.judgement),
        sectors: text(&form.sectors),
        path: form.path.clone(),
        path_reason,
        index_value: text(&form.index_value).replace(',', "."),
        index_model: form.index_model.clone(),
        index_date: form.index_date,
        index_class: text(&form.index_class),
        index_source: text(&form.index_source),
        index_valid_until: form.index_valid_until,
        questionnaire: form.questionnaire.clone(),
        questionnaire_version: form.questionnaire_version,
        answers,
        special_answers,
        notes: notes.map(|(code, note)| (code.clone(), text(note))).collect(),
        scores,
        carried: form.carried.clone(),
        in_depth: form.in_depth,
        in_depth_reason: text(&form.in_depth_reason),
        employability: form.employability,
        path_proposed: proposal.as_ref().map(|proposal| proposal.path.clone()).unwrap_or_default(),
        reasons: proposal.map(|proposal| proposal.reasons).unwrap_or_default(),
        targets: weighed.targets,
        valid_until: Some(valid_until(date, weighed.valid_days)),
        ..Assessment::default()
    }
}
