//! What is checked of the answers to a questionnaire.

use chrono::NaiveDate;

use super::questionnaire::{Answer, Answers, Kind, Question, Questionnaire};
use super::{AssessmentForm, italian};
use crate::domain::finding::{Finding, Level, Rule};
use crate::domain::registrant::rules::{CONTROL, LINE, NOTE, TOO_LONG};
use crate::domain::text::is_control;

use Level::{Block, Show, Warn};

const fn rule(id: &'static str, level: Level, text: &'static str) -> Rule {
    Rule { id, level, reference: "delibera ANPAL 5/2022 all. B", text }
}

/// No questionnaire: an assessment copied from elsewhere, or of old.
pub const NO_QUESTIONNAIRE: Rule =
    rule("R-ASM-5", Show, "L'assessment è senza questionario: c'è solo il giudizio dell'operatore.");
/// Answers, and no questionnaire they answer.
pub const ANSWERS_TO_WHAT: Rule =
    rule("R-ASM-5", Block, "Ci sono risposte e manca il questionario a cui rispondono.");
/// A questionnaire this program has not.
pub const UNKNOWN_QUESTIONNAIRE: Rule =
    rule("R-ASM-5", Block, "Il questionario «{}» versione {} non c'è in questo programma.");
/// A version that is not of that day.
pub const NOT_OF_THAT_DAY: Rule = rule(
    "R-ASM-5",
    Block,
    "Il {} il questionario «{}» versione {} non è in vigore: usare quello di quel giorno.",
);
/// A question the questionnaire has not.
pub const UNKNOWN_QUESTION: Rule = rule("R-ASM-6", Block, "La domanda «{}» non c'è in questo questionario.");
/// An answer the question has not.
pub const UNKNOWN_CHOICE: Rule =
    rule("R-ASM-6", Block, "«{}» non è una risposta a «{}»: scegliere con la cifra o con F4.");
/// More answers where one is wanted, a text where a figure is.
pub const OTHER_KIND: Rule = rule("R-ASM-6", Block, "«{}» vuole {}.");
/// A figure off the scale.
pub const OFF_SCALE: Rule = rule("R-ASM-6", Block, "«{}» va da {} a {}: {} non ci sta.");
/// A question that must be answered.
pub const NOT_ANSWERED: Rule = rule("R-ASM-7", Block, "Manca la risposta: {}");
/// In depth, and nobody says why.
pub const NO_DEPTH_REASON: Rule = rule(
    "R-ASM-8",
    Block,
    "Serve l'approfondimento e manca il perché: la difficoltà o il bisogno emersi nel colloquio.",
);
/// The 2018 method wants its figure.
pub const NO_EMPLOYABILITY: Rule =
    rule("R-ASM-9", Block, "Questo questionario vuole l'occupabilità, da 1 (minima) a 5 (massima).");
/// Off its scale.
pub const EMPLOYABILITY_SCALE: Rule =
    rule("R-ASM-9", Block, "L'occupabilità va da 1 (minima) a 5 (massima): {} non ci sta.");
/// Another method has no such figure.
pub const EMPLOYABILITY_UNASKED: Rule =
    rule("R-ASM-9", Block, "L'occupabilità da 1 a 5 è del metodo 2018: questo questionario non la prevede.");
/// Two answers that do not go together.
pub const CONTRADICTION: Rule = rule("R-ASM-10", Warn, "{} Verificare con la persona.");
/// Answers of the last time, not asked again.
pub const CARRIED: Rule = rule("R-ASM-16", Show, "Risposte riprese dalla volta prima e non confermate: {}.");

/// What the rules say about questionnaire and answers. `found` is the
/// questionnaire the form names, if this program has it.
#[must_use]
pub fn check(form: &AssessmentForm, found: Option<&Questionnaire>, day: NaiveDate) -> Vec<Finding> {
    if form.questionnaire.is_empty() {
        let extra = !form.answers.is_empty() || !form.notes.is_empty();
        let rule = if extra { ANSWERS_TO_WHAT } else { NO_QUESTIONNAIRE };
        let mut found = vec![rule.at("assessment.questionnaire")];
        if form.employability.is_some() {
            found.push(EMPLOYABILITY_UNASKED.at("assessment.employability"));
        }
        depth(form, &mut found);
        return found;
    }
    let mut out = Vec::new();
    let named = |rule: Rule| rule.at("assessment.questionnaire");
    let Some(questionnaire) = found else {
        let unknown = named(UNKNOWN_QUESTIONNAIRE);
        return vec![unknown.with(&form.questionnaire).with(form.questionnaire_version)];
    };
    if !questionnaire.period.contains(day) {
        let other = named(NOT_OF_THAT_DAY);
        out.push(other.with(italian(day)).with(&questionnaire.title).with(questionnaire.version));
    }
    for (code, answer) in &form.answers {
        match questionnaire.question(code) {
            None => {
                out.push(of_path(UNKNOWN_QUESTION.found().with(code), format!("assessment.answers.{code}")))
            }
            Some(question) => out.extend(fits(question, answer)),
        }
    }
    for (code, note) in &form.notes {
        match questionnaire.sections.iter().find(|section| section.code == *code) {
            None => {
                out.push(of_path(UNKNOWN_QUESTION.found().with(code), format!("assessment.notes.{code}")))
            }
            Some(section) => out.extend(text(note, NOTE, &section.note)),
        }
    }
    missing(questionnaire, &form.answers, &mut out);
    let counted = questionnaire.counted(&form.answers);
    for contradiction in &questionnaire.contradictions {
        if contradiction.all.iter().all(|condition| condition.holds(&counted)) {
            let last = contradiction.all.last().and_then(|c| questionnaire.question(&c.question));
            let path = last.map(|q| q.path.clone()).unwrap_or_default();
            let mut finding = of_path(CONTRADICTION.found(), path);
            finding.text = CONTRADICTION.text.replacen("{}", &contradiction.text, 1);
            out.push(finding);
        }
    }
    let field = "assessment.employability";
    match (questionnaire.employability, form.employability) {
        (true, None) => out.push(NO_EMPLOYABILITY.at(field)),
        (true, Some(figure)) if !(1..=5).contains(&figure) => {
            out.push(EMPLOYABILITY_SCALE.at(field).with(figure));
        }
        (false, Some(_)) => out.push(EMPLOYABILITY_UNASKED.at(field)),
        _ => {}
    }
    depth(form, &mut out);
    let carried = form.carried.iter().filter(|code| counted.contains_key(code.as_str())).count();
    if carried > 0 {
        out.push(CARRIED.at("assessment.carried").with(carried));
    }
    out
}

fn depth(form: &AssessmentForm, out: &mut Vec<Finding>) {
    if form.in_depth && form.in_depth_reason.trim().is_empty() {
        out.push(NO_DEPTH_REASON.at("assessment.in_depth_reason"));
    }
}

fn missing(questionnaire: &Questionnaire, answers: &Answers, out: &mut Vec<Finding>) {
    let (shown, counted) = (questionnaire.shown(answers), questionnaire.counted(answers));
    for question in questionnaire.questions().filter(|q| q.need) {
        let code = question.code.as_str();
        if shown.contains(code) && !counted.contains_key(code) {
            out.push(of_path(NOT_ANSWERED.found().with(&question.text), question.path.clone()));
        }
    }
}

/// Is it an answer this question can have? A hidden one too: it may be shown
/// again.
fn fits(question: &Question, answer: &Answer) -> Vec<Finding> {
    let at = |finding: Finding| vec![of_path(finding, question.path.clone())];
    let kind = |wanted: &str| at(OTHER_KIND.found().with(&question.label).with(wanted));
    if answer.is_blank() {
        return Vec::new();
    }
    let scale = |figure: u32, from: u32, to: u32| {
        let off = OFF_SCALE.found().with(&question.label).with(from).with(to).with(figure);
        if (from..=to).contains(&figure) { Vec::new() } else { at(off) }
    };
    match (question.kind, answer) {
        (Kind::Scale, Answer::Number(step)) => scale(*step, 1, 5),
        (Kind::Scale, _) => kind("una cifra da 1 a 5"),
        (Kind::Number { most }, Answer::Number(figure)) => scale(*figure, 0, most),
        (Kind::Number { .. }, _) => kind("un numero"),
        (Kind::Text, Answer::One(given)) => text(given, LINE, &question.path),
        (Kind::Text, _) => kind("un testo"),
        (Kind::Single, Answer::One(_)) | (Kind::Several, Answer::Several(_)) => {
            let unknown = answer.codes().filter(|code| question.choice(code).is_none());
            unknown.flat_map(|code| at(UNKNOWN_CHOICE.found().with(code).with(&question.label))).collect()
        }
        (Kind::Single, _) => kind("una risposta sola"),
        (Kind::Several, _) => kind("un elenco di risposte"),
    }
}

fn text(text: &str, longest: usize, path: &str) -> Vec<Finding> {
    let length = text.chars().count();
    let mut found = Vec::new();
    if length > longest {
        found.push(of_path(TOO_LONG.found().with(length).with(longest), path.to_owned()));
    }
    if text.chars().any(|c| is_control(c) && !(longest > LINE && c == '\n')) {
        found.push(of_path(CONTROL.found(), path.to_owned()));
    }
    found
}

fn of_path(finding: Finding, path: String) -> Finding {
    Finding { field: (!path.is_empty()).then(|| path.into()), ..finding }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::assessment::questionnaire::tests::{answers, sample};
    use crate::domain::period::Period;

    fn day() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
    }

    fn says(given: &[(&str, &str)], change: impl FnOnce(&mut AssessmentForm)) -> Vec<String> {
        says_of(&sample(), given, change)
    }

    fn says_of(
        questionnaire: &Questionnaire,
        given: &[(&str, &str)],
        change: impl FnOnce(&mut AssessmentForm),
    ) -> Vec<String> {
        let mut form = AssessmentForm {
            questionnaire: "prova".into(),
            questionnaire_version: 1,
            answers: answers(given),
            ..AssessmentForm::default()
        };
        change(&mut form);
        let found = check(&form, Some(questionnaire), day());
        found.iter().map(|f| format!("{} {}", f.rule, f.field.as_deref().unwrap_or(""))).collect()
    }

    #[test]
    fn an_answer_fits_its_question_or_is_refused() {
        let fine: &[(&str, &str)] = &[("auto", "si"), ("motivo", "5"), ("mesi", "12"), ("quale", "b+c")];
        assert_eq!(says(fine, |_| {}), Vec::<String>::new());
        for (code, answer) in [
            ("auto", "forse"),
            ("auto", "3"),
            ("auto", "si+no"),
            ("quale", "b"),
            ("quale", "b+z"),
            ("motivo", "6"),
            ("motivo", "0"),
            ("motivo", "si"),
            ("mesi", "13"),
            ("mesi", "x"),
            ("salute", "7"),
        ] {
            let mut given = vec![("auto", "si")];
            given.retain(|(known, _)| *known != code);
            given.push((code, answer));
            let found = says(&given, |_| {});
            assert_eq!(found[0], format!("R-ASM-6 assessment.answers.{code}"), "{code} {answer}");
        }
        assert_eq!(says(&[("auto", "si"), ("luna", "x")], |_| {}), ["R-ASM-6 assessment.answers.luna"]);
    }

    #[test]
    fn only_what_is_shown_must_be_answered() {
        assert_eq!(says(&[], |_| {}), ["R-ASM-7 assessment.answers.auto"]);
        let mut hiding = sample();
        hiding.sections[0].questions[1].need = true;
        assert_eq!(says_of(&hiding, &[("auto", "no")], |_| {}), Vec::<String>::new());
        assert_eq!(says_of(&hiding, &[("auto", "si")], |_| {}), ["R-ASM-7 assessment.answers.patente"]);
    }

    #[test]
    fn answers_that_do_not_go_together_warn() {
        assert_eq!(says(&[("auto", "no"), ("mesi", "5")], |_| {}), Vec::<String>::new());
        assert_eq!(says(&[("auto", "no"), ("mesi", "6")], |_| {}), ["R-ASM-10 assessment.answers.mesi"]);
    }

    #[test]
    fn questionnaire_of_the_day_depth_and_method() {
        let mut old = sample();
        old.period = Period { from: None, to: day().pred_opt() };
        assert_eq!(says_of(&old, &[("auto", "no")], |_| {}), ["R-ASM-5 assessment.questionnaire"]);
        old.period.to = Some(day());
        assert_eq!(says_of(&old, &[("auto", "no")], |_| {}), Vec::<String>::new());
        let deep = |f: &mut AssessmentForm| f.in_depth = true;
        assert_eq!(says(&[("auto", "no")], deep), ["R-ASM-8 assessment.in_depth_reason"]);
        let graded = |figure| move |f: &mut AssessmentForm| f.employability = figure;
        assert_eq!(says(&[("auto", "no")], graded(Some(3))), ["R-ASM-9 assessment.employability"]);
        old.employability = true;
        for (figure, right) in
            [(None, false), (Some(0), false), (Some(1), true), (Some(5), true), (Some(6), false)]
        {
            let found = says_of(&old, &[("auto", "no")], graded(figure));
            assert_eq!(found.is_empty(), right, "{figure:?}");
        }
        let carried = |f: &mut AssessmentForm| f.carried = vec!["auto".into(), "quale".into()];
        assert_eq!(says(&[("auto", "no")], carried), ["R-ASM-16 assessment.carried"]);
        let none = AssessmentForm { answers: answers(&[("auto", "si")]), ..AssessmentForm::default() };
        assert_eq!(check(&none, None, day())[0].text, ANSWERS_TO_WHAT.text);
    }
}
