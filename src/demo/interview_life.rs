//! What an invented person answers in the interview.

use chrono::NaiveDate;

use super::dice::Dice;
use crate::domain::assessment::AssessmentForm;
use crate::domain::assessment::questionnaire::{Answer, Answers, Feed, Kind, Question};
use crate::tables::questionnaires;

/// The stream of these dice, away from those of the lives: what somebody
/// answers does not change what becomes of them.
const SEED: u64 = 2018;

/// The form with the answers to the questionnaire of its day: most questions,
/// nobody all of them.
pub(super) fn answered(mut form: AssessmentForm, day: NaiveDate, who: usize) -> AssessmentForm {
    let Some(questionnaire) = questionnaires::on(day) else { return form };
    let mut dice = Dice::new(SEED, who as u64);
    let mut answers = Answers::new();
    for question in questionnaire.questions() {
        let given = match question.feeds {
            Some(Feed::DigitalSkill) => Some(Answer::One(form.digital_skill.clone())),
            Some(Feed::Mobility) => Some(Answer::One(form.mobility.clone())),
            None => answer(question, &mut dice),
        };
        if let Some(given) = given
            && questionnaire.shown(&answers).contains(question.code.as_str())
        {
            answers.insert(question.code.clone(), given);
        }
    }
    let must = |code: &str| questionnaire.question(code).is_some_and(|question| question.need);
    for contradiction in &questionnaire.contradictions {
        let counted = questionnaire.counted(&answers);
        if contradiction.all.iter().all(|condition| condition.holds(&counted))
            && let Some(odd) = contradiction.all.iter().find(|c| !must(&c.question))
        {
            answers.remove(&odd.question);
        }
    }
    form.answers = answers;
    form.questionnaire = questionnaire.code.clone();
    form.questionnaire_version = questionnaire.version;
    form.employability = questionnaire.employability.then_some(3);
    form
}

/// The first answers are the likelier; texts are left to the operator.
fn answer(question: &Question, dice: &mut Dice) -> Option<Answer> {
    let rare = question.special || question.code == "situazione";
    if !question.need && !dice.chance(if rare { 10 } else { 70 }) {
        return None;
    }
    let mut one = || {
        let weights = [50, 30, 15, 5, 3, 2, 1, 1, 1];
        let codes: Vec<(&str, u32)> =
            question.answers.iter().map(|choice| choice.code.as_str()).zip(weights).collect();
        dice.weighted(&codes).to_owned()
    };
    match question.kind {
        Kind::Single => Some(Answer::One(one())),
        Kind::Several => {
            let mut codes = vec![one(), one()];
            codes.dedup();
            Some(Answer::Several(codes))
        }
        Kind::Scale => u32::try_from(dice.between(2, 5)).ok().map(Answer::Number),
        Kind::Number { most } => {
            u32::try_from(dice.between(0, i64::from(most.min(20)))).ok().map(Answer::Number)
        }
        Kind::Text => None,
    }
}
