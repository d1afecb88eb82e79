//! An assessment is never changed: the next one takes its place, starts from
//! its answers and says what changed. How long one holds.

use chrono::{Days, NaiveDate};

use super::coherence;
use super::questionnaire::{Answers, Questionnaire};
use super::{Assessment, AssessmentForm};
use crate::domain::deadline::{Clock, Kind};
use crate::domain::did::Profiling;
use crate::domain::finding::{Level, Rule};

/// Before the one it follows.
pub const BEFORE_LAST: Rule = Rule {
    id: "R-ASM-13",
    level: Level::Warn,
    reference: "un assessment segue l'altro",
    text: "È del {} e c'è già un assessment del {}: scrivere perché si registra dopo.",
};
/// The same again.
pub const SAME_AGAIN: Rule = Rule {
    id: "R-ASM-14",
    level: Level::Warn,
    reference: "un assessment segue l'altro",
    text: "È uguale a quello già registrato il {}: se è lo stesso colloquio non serve, altrimenti scrivere perché.",
};

/// The last day for which an assessment of that day holds.
#[must_use]
pub fn valid_until(date: NaiveDate, days: u32) -> NaiveDate {
    date.checked_add_days(Days::new(days.into())).unwrap_or(NaiveDate::MAX)
}

/// When the assessment is to be done anew: from the recorded end, else from
/// its day. For the radar of terms.
#[must_use]
pub fn expiry(assessment: &Assessment, days: u32) -> Clock {
    let until = assessment.valid_until.unwrap_or_else(|| valid_until(assessment.date, days));
    let counted = u32::try_from((until - assessment.date).num_days()).unwrap_or(0);
    Clock::after(Kind::Assessment, assessment.date, counted, assessment.id.0)
}

/// Every answer of an assessment, those stored apart included.
#[must_use]
pub fn all_answers(assessment: &Assessment) -> Answers {
    let special = assessment.special_answers.iter();
    assessment.answers.iter().chain(special).map(|(code, answer)| (code.clone(), answer.clone())).collect()
}

/// Does the form say nothing that the assessment does not say already?
#[must_use]
pub fn is_same(form: &AssessmentForm, profiling: &Profiling, last: &Assessment) -> bool {
    let text = |a: &str, b: &str| a.trim() == b.trim();
    let given: Answers =
        form.answers.iter().filter(|(_, a)| !a.is_blank()).map(|(c, a)| (c.clone(), a.clone())).collect();
    form.date == Some(last.date)
        && *profiling == last.profiling
        && given == all_answers(last)
        && text(&form.judgement, &last.judgement)
        && text(&form.obstacles, &last.obstacles)
        && text(&form.sectors, &last.sectors)
        && form.path == last.path
        && text(&form.index_value.replace(',', "."), &last.index_value)
        && form.index_model == last.index_model
        && form.index_date == last.index_date
        && text(&form.index_class, &last.index_class)
        && form.index_valid_until == last.index_valid_until
        && form.questionnaire_version == last.questionnaire_version
        && form.employability == last.employability
        && form.in_depth == last.in_depth
        && (form.path_reason.trim().is_empty() || text(&form.path_reason, &last.path_reason))
}

/// One thing that changed between two versions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// What, in Italian.
    pub what: String,
    /// As it was; empty when there was nothing.
    pub before: String,
    /// As it is; empty when there is nothing.
    pub now: String,
}

/// What changed from one version to the next, in the order of the interview.
/// Of special data only that they changed is said.
#[must_use]
pub fn differences(
    before: (&Assessment, Option<&Questionnaire>),
    now: (&Assessment, Option<&Questionnaire>),
) -> Vec<Difference> {
    let mut found = Vec::new();
    let mut add = |what: &str, before: &str, now: &str| {
        if before != now {
            found.push(Difference { what: what.into(), before: before.into(), now: now.into() });
        }
    };
    for question in coherence::changed(&before.0.profiling, &now.0.profiling) {
        add(question, "", "cambiata");
    }
    let say = |(assessment, questionnaire): (&Assessment, Option<&Questionnaire>), code: &str| {
        let questionnaire = questionnaire?;
        let answers = all_answers(assessment);
        let counted = questionnaire.counted(&answers);
        Some(questionnaire.question(code)?.say(counted.get(code)?))
    };
    let newest = now.1.or(before.1);
    for question in newest.into_iter().flat_map(Questionnaire::questions) {
        let (was, is) = (say(before, &question.code), say(now, &question.code));
        if question.special && was != is {
            add(&question.label, "", "cambiata");
        } else {
            add(&question.label, &was.unwrap_or_default(), &is.unwrap_or_default());
        }
    }
    add("giudizio", &before.0.judgement, &now.0.judgement);
    add("percorso", &before.0.path, &now.0.path);
    add("indice", &before.0.index_value, &now.0.index_value);
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::assessment::questionnaire::tests::{answers, sample};

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, month, day).unwrap()
    }

    fn assessment(given: &[(&str, &str)]) -> Assessment {
        let (answers, special_answers) = sample().apart(&answers(given));
        Assessment { date: day(5, 27), answers, special_answers, ..Assessment::default() }
    }

    #[test]
    fn it_holds_for_its_days() {
        let one = assessment(&[]);
        assert_eq!(expiry(&one, 180).due, day(11, 23), "27 May and 180 days");
        let own = Assessment { valid_until: Some(day(8, 1)), ..one };
        assert_eq!(expiry(&own, 180).sum(), "27/05 + 66 gg");
    }

    #[test]
    fn differences_are_said_in_words_and_special_ones_are_not() {
        let questionnaire = sample();
        let before = assessment(&[("auto", "si"), ("mesi", "3"), ("salute", "x"), ("motivo", "2")]);
        let now = assessment(&[("auto", "no"), ("mesi", "3"), ("salute", "y")]);
        let found = differences((&before, Some(&questionnaire)), (&now, Some(&questionnaire)));
        let said: Vec<_> = found.iter().map(|d| (&*d.what, &*d.before, &*d.now)).collect();
        assert_eq!(said, [("auto", "«si»", "«no»"), ("motivo", "«2»", ""), ("salute", "", "cambiata")]);
    }

    #[test]
    fn the_same_again_is_known() {
        let one = assessment(&[("auto", "si"), ("salute", "x")]);
        let form = AssessmentForm {
            date: Some(one.date),
            answers: all_answers(&one),
            judgement: " ".into(),
            ..AssessmentForm::default()
        };
        assert!(is_same(&form, &form.profiling, &one));
        assert!(!is_same(&AssessmentForm { in_depth: true, ..form.clone() }, &form.profiling, &one));
        assert!(!is_same(&AssessmentForm { date: Some(day(5, 28)), ..form }, &one.profiling, &one));
    }
}
