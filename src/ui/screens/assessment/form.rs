//! The steps of the interview: profiling set, sections of the questionnaire,
//! judgement, path. The fields are those of the command.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::desk::query::PersonCard;
use crate::domain::assessment::AssessmentForm;
use crate::domain::assessment::questionnaire::{Answer, Answers, Condition, Kind, Question, Questionnaire};
use crate::domain::assessment::versions;
use crate::domain::did::Profiling;
use crate::tables::citizenships::ITALIAN;
use crate::tables::code_table as tables;
use crate::ui::form::spec::FieldSpec;
use crate::ui::form::{
    Form, Item, Source, Spec, Values, area, choice, date, lookup, number, radio, several, text,
};
use crate::ui::screen::Cx;
use crate::ui::screens::common::{citizenship_items, day, items, province_items, province_of};
use crate::ui::strings::assessment::{self as words, Words};

fn with(field: FieldSpec, words: Words, rules: &'static [&'static str]) -> FieldSpec {
    field.help(words.1).rules(rules)
}

fn list(name: &'static str, words: Words, rules: &'static [&'static str]) -> FieldSpec {
    with(choice(name, words.0, Source::Given).width(44), words, rules)
}

fn spec() -> Spec {
    let worked = |v: &Values| v.is("profiling.ever_worked", "si");
    Spec::new()
        .page(words::PAGES[0])
        .row([with(date("assessment.date", words::DATE.0).past(), words::DATE, &["R-ASM-1", "R-ASM-2"])])
        .row([with(
            lookup("profiling.province", words::PROVINCE.0, Source::Given).width(6),
            words::PROVINCE,
            &["R-DID-12"],
        )])
        .row([with(
            lookup("profiling.citizenship", words::CITIZENSHIP.0, Source::Given),
            words::CITIZENSHIP,
            &["R-DID-12"],
        )])
        .row([list("profiling.presence_in_italy", words::PRESENCE, &["R-DID-12"])])
        .row([list("profiling.condition_year_before", words::YEAR_BEFORE, &["R-DID-12"])])
        .row([with(number("profiling.months_of_search", words::SEARCH.0, 3), words::SEARCH, &["R-DID-12"])])
        .row([with(
            number("profiling.household_size", words::HOUSEHOLD.0, 2),
            words::HOUSEHOLD,
            &["R-DID-12", "R-DID-13"],
        )])
        .row([with(
            radio("profiling.children", words::CHILDREN.0, words::YES_NO),
            words::CHILDREN,
            &["R-DID-13"],
        )
        .show(|v| v.number("profiling.household_size") != Some(1))])
        .row([with(
            radio("profiling.minor_children", words::MINORS.0, words::YES_NO),
            words::MINORS,
            &["R-DID-13"],
        )
        .show(|v| v.is("profiling.children", "si"))])
        .page(words::PAGES[1])
        .row([list("profiling.education", words::EDUCATION, &["R-DID-12"])])
        .row([list("profiling.enrolled", words::ENROLLED, &["R-DID-12"])])
        .row([with(radio("profiling.ever_worked", words::EVER.0, words::YES_NO), words::EVER, &["R-DID-13"])])
        .row([with(
            number("profiling.months_since_last_job", words::MONTHS.0, 3).show(worked),
            words::MONTHS,
            &["R-DID-13"],
        )])
        .row([list("profiling.last_position", words::POSITION, &["R-DID-13"]).show(worked)])
        .row([
            with(
                choice("assessment.index_model", words::MODEL.0, Source::Fixed(words::MODELS)).width(16),
                words::MODEL,
                &["R-ASM-4", "R-DID-20"],
            ),
            with(
                text("assessment.index_value", words::VALUE.0).width(11).show(has_index),
                words::VALUE,
                &["R-ASM-4"],
            ),
            with(
                date("assessment.index_date", words::ON.0).past().show(has_index),
                words::ON,
                &["R-ASM-4", "R-DID-20"],
            ),
        ])
        .row([
            with(
                text("assessment.index_source", words::SOURCE.0).width(16).show(has_index),
                words::SOURCE,
                &["R-ASM-4"],
            ),
            with(
                text("assessment.index_class", words::CLASS.0).width(8).show(has_index),
                words::CLASS,
                &["R-ASM-4"],
            ),
            with(
                date("assessment.index_valid_until", words::UNTIL.0).show(has_index),
                words::UNTIL,
                &["R-ASM-4", "R-DID-20"],
            ),
        ])
}

/// The steps of the questionnaire, one question a line.
fn questions(mut spec: Spec, questionnaire: &'static Questionnaire) -> Spec {
    for section in &questionnaire.sections {
        spec = spec.page(&section.title);
        for one in &section.questions {
            spec = spec.row([question(one)]);
        }
        spec = spec.row([with(text(&section.note, words::NOTE.0).limit(400).grow(), words::NOTE, &[])]);
    }
    spec
}

fn question(one: &'static Question) -> FieldSpec {
    let (name, label) = (one.path.as_str(), one.marked.as_str());
    let field = match one.kind {
        Kind::Single | Kind::Scale => choice(name, label, Source::Given).digits().width(30),
        Kind::Several => several(name, label, Source::Given).width(30),
        Kind::Number { most } => number(name, label, if most > 99 { 3 } else { 2 }),
        Kind::Text => text(name, label).limit(200).grow(),
    };
    let rules: &[&str] = match (one.need, one.special) {
        (true, _) => &["R-ASM-6", "R-ASM-7"],
        (_, true) => &["R-ASM-6", "R-PRV-1", "R-DOC-7"],
        _ => &["R-ASM-6"],
    };
    let field = with(field, (label, &one.help), rules);
    let field = if one.special { field.special() } else { field };
    match &one.shown_if {
        Some(condition) => {
            let path = format!("assessment.answers.{}", condition.question);
            field.show(move |values| holds(condition, values.raw(&path)))
        }
        None => field,
    }
}

/// Does the condition hold of what stands in the field it looks at?
fn holds(condition: &Condition, raw: &str) -> bool {
    match raw.parse::<u32>() {
        Ok(figure) if condition.any.is_empty() => {
            condition.from.is_none_or(|from| from <= figure) && condition.to.is_none_or(|to| figure <= to)
        }
        _ => raw.split_whitespace().any(|code| condition.any.iter().any(|wanted| wanted == code)),
    }
}

/// Judgement and path.
fn outcome(spec: Spec, questionnaire: Option<&Questionnaire>) -> Spec {
    let spec = spec
        .page(words::JUDGING)
        .row([with(area("assessment.judgement", words::JUDGEMENT.0, 3), words::JUDGEMENT, &["R-PSP-2"])])
        .row([with(
            lookup("assessment.sectors", words::SECTORS.0, Source::Given).free().width(44).limit(400),
            words::SECTORS,
            &["R-PSP-20"],
        )])
        .row([with(area("assessment.obstacles", words::OBSTACLES.0, 2), words::OBSTACLES, &["R-PRV-1"])])
        .row([with(radio("assessment.in_depth", words::DEPTH.0, words::YES_NO), words::DEPTH, &["R-ASM-8"])])
        .row([with(
            text("assessment.in_depth_reason", words::DEPTH_REASON.0)
                .limit(400)
                .grow()
                .show(|v| v.is("assessment.in_depth", "si")),
            words::DEPTH_REASON,
            &["R-ASM-8"],
        )]);
    let spec = match questionnaire.is_some_and(|q| q.employability) {
        true => spec.row([with(
            number("assessment.employability", words::EMPLOYABILITY.0, 1),
            words::EMPLOYABILITY,
            &["R-ASM-9"],
        )]),
        false => spec,
    };
    spec.page(words::OUTCOME)
        .row([list("assessment.path", words::PATH, &["R-PSP-17", "R-PSP-18", "R-PRV-3"])])
        .row([with(
            area("assessment.path_reason", words::PATH_REASON.0, 2),
            words::PATH_REASON,
            &["R-ASM-3", "R-PRV-3"],
        )])
}

fn has_index(values: &Values) -> bool {
    !values.raw("assessment.index_model").is_empty()
}

/// The page of the first section: those before it hold the profiling set.
pub const FIRST_SECTION: usize = 2;

/// The form of an interview of that day with its lists, empty but for it.
#[must_use]
pub fn new(cx: &Cx, questionnaire: Option<&'static Questionnaire>) -> Form {
    let today = cx.today();
    let spec = match questionnaire {
        Some(questionnaire) => questions(spec(), questionnaire),
        None => spec(),
    };
    let mut form = Form::new(outcome(spec, questionnaire), today);
    form.give("profiling.province", province_items());
    form.give("profiling.citizenship", citizenship_items());
    form.give("profiling.presence_in_italy", items(tables::presence_in_italy(), today));
    form.give("profiling.condition_year_before", items(tables::conditions_year_before(), today));
    form.give("profiling.education", items(tables::education_titles(), today));
    form.give("profiling.enrolled", items(tables::school_enrolments(), today));
    form.give("profiling.last_position", items(tables::job_positions(), today));
    for question in questionnaire.into_iter().flat_map(Questionnaire::questions) {
        let items = question.answers.iter().map(|choice| Item::new(&choice.code, &choice.label));
        form.give(&question.path, items.collect());
    }
    let sectors = tables::economic_sectors().rows().iter();
    form.give("assessment.sectors", sectors.map(|row| Item::new(&row.label, &row.label)).collect());
    form.give("assessment.path", items(cx.tables().paths(), today));
    form.put("assessment.date", &day(Some(today)));
    form
}

/// What is known before the interview: the answers of the DID and of the last
/// time, its path where it can still be chosen, else the ordinary one. The
/// judgement is always a new one.
#[must_use]
pub fn known(card: &PersonCard, today: NaiveDate) -> BTreeMap<String, String> {
    let person = &card.registrant;
    let last = card.assessment();
    let answers = last
        .filter(|a| card.did().is_none_or(|did| a.date >= did.date))
        .map(|a| &a.profiling)
        .or(card.last_did().map(|did| &did.profiling))
        .cloned()
        .unwrap_or_default();
    let mut values = profiling_values(&answers);
    let mut fill = |name: &str, value: String| {
        let slot = values.entry(name.to_owned()).or_default();
        if slot.is_empty() {
            *slot = value;
        }
    };
    fill("profiling.province", province_of(&person.residence_place).unwrap_or_default().to_owned());
    fill(
        "profiling.citizenship",
        if person.citizenship.is_empty() { ITALIAN.to_owned() } else { person.citizenship.clone() },
    );
    fill("assessment.date", day(Some(today)));
    if let Some(a) = last {
        for (code, answer) in versions::all_answers(a) {
            fill(&format!("assessment.answers.{code}"), raw(&answer));
        }
        fill("assessment.answers.competenze_digitali", a.digital_skill.clone());
        fill("assessment.answers.mobilita", a.mobility.clone());
        fill("assessment.obstacles", a.obstacles.clone());
        fill("assessment.sectors", a.sectors.clone());
        // A path of a program that is over cannot be chosen again.
        if items(tables::paths(), today).iter().any(|item| item.value == a.path) {
            fill("assessment.path", a.path.clone());
        }
    }
    // The program GOL is over: nearly everybody is in the ordinary services.
    fill("assessment.path", "ordinario".to_owned());
    values
}

/// An answer as its field holds it.
fn raw(answer: &Answer) -> String {
    match answer {
        Answer::Number(figure) => figure.to_string(),
        Answer::One(text) => text.clone(),
        Answer::Several(codes) => codes.join(" "),
    }
}

/// The answers in the form; those of hidden questions too, so that they are
/// there again when the question is.
fn answers(held: &BTreeMap<String, String>, questionnaire: &Questionnaire) -> Answers {
    let given = |question: &Question| {
        let raw = held.get(&question.path)?.trim();
        let answer = match question.kind {
            _ if raw.is_empty() => return None,
            Kind::Scale | Kind::Number { .. } => {
                raw.parse().map_or_else(|_| Answer::One(raw.to_owned()), Answer::Number)
            }
            Kind::Single | Kind::Text => Answer::One(raw.to_owned()),
            Kind::Several => Answer::Several(raw.split_whitespace().map(str::to_owned).collect()),
        };
        Some((question.code.clone(), answer))
    };
    questionnaire.questions().filter_map(given).collect()
}

fn notes(held: &BTreeMap<String, String>, questionnaire: &Questionnaire) -> BTreeMap<String, String> {
    let given = |(code, path): (&String, &String)| {
        let note = held.get(path)?.trim();
        (!note.is_empty()).then(|| (code.clone(), note.to_owned()))
    };
    questionnaire.sections.iter().map(|section| (&section.code, &section.note)).filter_map(given).collect()
}

fn profiling_values(p: &Profiling) -> BTreeMap<String, String> {
    let yes = |answer: Option<bool>| match answer {
        Some(true) => "si".to_owned(),
        Some(false) => "no".to_owned(),
        None => String::new(),
    };
    let figure = |n: Option<u32>| n.map(|n| n.to_string()).unwrap_or_default();
    [
        ("profiling.province", p.province.clone()),
        ("profiling.citizenship", p.citizenship.clone()),
        ("profiling.presence_in_italy", p.presence_in_italy.clone()),
        ("profiling.education", p.education.clone()),
        ("profiling.ever_worked", yes(p.ever_worked)),
        ("profiling.condition_year_before", p.condition_year_before.clone()),
        ("profiling.months_since_last_job", figure(p.months_since_last_job)),
        ("profiling.last_position", p.last_position.clone()),
        ("profiling.months_of_search", figure(p.months_of_search)),
        ("profiling.enrolled", p.enrolled.clone()),
        ("profiling.household_size", figure(p.household_size)),
        ("profiling.children", yes(p.children)),
        ("profiling.minor_children", yes(p.minor_children)),
    ]
    .into_iter()
    .map(|(name, value)| (name.to_owned(), value))
    .collect()
}

/// What the form says, as the command wants it; hidden questions follow from
/// the others (R-DID-13).
#[must_use]
pub fn read(form: &Form, questionnaire: Option<&'static Questionnaire>) -> AssessmentForm {
    let v = form.values();
    let held = form.draft();
    let text = |name| v.text_or_empty(name);
    let yes = |name| match v.raw(name) {
        "si" => Some(true),
        "no" => Some(false),
        _ => None,
    };
    let figure = |name| v.number(name).and_then(|n| u32::try_from(n).ok());
    AssessmentForm {
        date: v.date("assessment.date"),
        profiling: Profiling {
            province: text("profiling.province"),
            citizenship: text("profiling.citizenship"),
            presence_in_italy: text("profiling.presence_in_italy"),
            education: text("profiling.education"),
            ever_worked: yes("profiling.ever_worked"),
            condition_year_before: text("profiling.condition_year_before"),
            months_since_last_job: figure("profiling.months_since_last_job"),
            last_position: text("profiling.last_position"),
            months_of_search: figure("profiling.months_of_search"),
            enrolled: text("profiling.enrolled"),
            household_size: figure("profiling.household_size"),
            children: yes("profiling.children"),
            minor_children: yes("profiling.minor_children"),
        }
        .completed(),
        obstacles: text("assessment.obstacles"),
        judgement: text("assessment.judgement"),
        sectors: text("assessment.sectors"),
        path: text("assessment.path"),
        path_reason: text("assessment.path_reason"),
        index_value: text("assessment.index_value"),
        index_model: text("assessment.index_model"),
        index_date: v.date("assessment.index_date"),
        index_class: text("assessment.index_class"),
        index_source: text("assessment.index_source"),
        index_valid_until: v.date("assessment.index_valid_until"),
        questionnaire: questionnaire.map(|q| q.code.clone()).unwrap_or_default(),
        questionnaire_version: questionnaire.map(|q| q.version).unwrap_or_default(),
        answers: questionnaire.map(|q| answers(&held, q)).unwrap_or_default(),
        notes: questionnaire.map(|q| notes(&held, q)).unwrap_or_default(),
        in_depth: v.is("assessment.in_depth", "si"),
        in_depth_reason: text("assessment.in_depth_reason"),
        employability: v.number("assessment.employability").and_then(|n| u8::try_from(n).ok()),
        ..AssessmentForm::default()
    }
}
