//! One file to one questionnaire.

use std::collections::BTreeMap;
use std::fmt;

use chrono::NaiveDate;
use serde::Deserialize;
use toml::Spanned;

use crate::domain::assessment::questionnaire::{
    Choice, Condition, Contradiction, Feed, Kind, Question, Questionnaire, Section, Side,
};
use crate::domain::period::Period;

/// Most answers to a question: each has its digit.
const DIGITS: usize = 9;
/// Cells of a label with its mark, as wide as the column of labels.
const LABEL: usize = 26;

/// Why a file is no questionnaire, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1.
    pub column: usize,
    /// What is wrong, in Italian.
    pub what: String,
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "riga {}, colonna {}: {}", self.line, self.column, self.what)
    }
}

impl std::error::Error for Broken {}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    code: String,
    version: u32,
    title: String,
    #[serde(default)]
    valid_from: Option<NaiveDate>,
    #[serde(default)]
    valid_to: Option<NaiveDate>,
    #[serde(default)]
    employability: bool,
    section: Vec<RawSection>,
    #[serde(default)]
    contradiction: Vec<RawContradiction>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawSection {
    code: Spanned<String>,
    title: String,
    #[serde(default)]
    side: Side,
    question: Vec<RawQuestion>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawQuestion {
    code: Spanned<String>,
    label: Spanned<String>,
    text: String,
    help: String,
    kind: RawKind,
    #[serde(default)]
    most: Option<u32>,
    #[serde(default)]
    need: bool,
    #[serde(default)]
    special: bool,
    #[serde(default)]
    feeds: Option<Feed>,
    #[serde(default)]
    shown_if: Option<RawCondition>,
    #[serde(default)]
    answers: Vec<RawChoice>,
    /// The ends of a scale.
    #[serde(default)]
    ends: Option<[String; 2]>,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum RawKind {
    Single,
    Several,
    Scale,
    Number,
    Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawChoice {
    code: Spanned<String>,
    label: String,
    #[serde(default)]
    value: Option<i32>,
}

/// A condition with its places in the file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::tables) struct RawCondition {
    question: Spanned<String>,
    #[serde(default)]
    any: Vec<Spanned<String>>,
    #[serde(default)]
    from: Option<u32>,
    #[serde(default)]
    to: Option<u32>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawContradiction {
    all: Vec<RawCondition>,
    text: String,
}

/// The questionnaire in a file.
///
/// # Errors
/// The first thing that cannot be, with its place.
pub fn read(text: &str) -> Result<Questionnaire, Broken> {
    let file: File = toml::from_str(text).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start);
        broken(text, at, format!("non si legge ({})", error.message()))
    })?;
    let mut seen = Seen { text, questions: BTreeMap::new(), parents: BTreeMap::new() };
    for question in file.section.iter().flat_map(|section| &section.question) {
        let parent = question.shown_if.as_ref().map(|condition| condition.question.get_ref().clone());
        seen.parents.insert(question.code.get_ref().clone(), parent);
    }
    let mut sections: Vec<Section> = Vec::new();
    for raw in file.section {
        if sections.iter().any(|section| section.code == *raw.code.get_ref()) {
            return seen.wrong(&raw.code, "la sezione c'è già");
        }
        let mut questions = Vec::new();
        for question in raw.question {
            questions.push(seen.question(question)?);
        }
        let code = raw.code.into_inner();
        let note = format!("assessment.notes.{code}");
        sections.push(Section { code, title: raw.title, side: raw.side, questions, note });
    }
    let mut contradictions = Vec::new();
    for raw in file.contradiction {
        let all = raw.all.into_iter().map(|condition| seen.condition(condition)).collect::<Result<_, _>>()?;
        contradictions.push(Contradiction { all, text: raw.text });
    }
    Ok(Questionnaire {
        code: file.code,
        version: file.version,
        title: file.title,
        period: Period { from: file.valid_from, to: file.valid_to },
        employability: file.employability,
        sections,
        contradictions,
    })
}

/// The questions read so far, and what each depends on.
struct Seen<'a> {
    text: &'a str,
    questions: BTreeMap<String, Question>,
    parents: BTreeMap<String, Option<String>>,
}

impl Seen<'_> {
    fn wrong<T>(&self, at: &Spanned<String>, what: &str) -> Result<T, Broken> {
        Err(broken(self.text, at.span().start, format!("«{}»: {what}.", at.get_ref())))
    }

    fn question(&mut self, raw: RawQuestion) -> Result<Question, Broken> {
        if self.questions.contains_key(raw.code.get_ref()) {
            return self.wrong(&raw.code, "la domanda c'è già");
        }
        if raw.label.get_ref().chars().count() + if raw.need { 2 } else { 0 } > LABEL {
            return self.wrong(&raw.label, "l'etichetta è più lunga di 26 caratteri");
        }
        let chosen = matches!(raw.kind, RawKind::Single | RawKind::Several);
        if chosen == raw.answers.is_empty() || raw.answers.len() > DIGITS {
            return self.wrong(&raw.code, "una domanda a scelta ha da una a nove risposte, le altre nessuna");
        }
        if (raw.kind == RawKind::Number) != raw.most.is_some()
            || (raw.kind == RawKind::Scale) != raw.ends.is_some()
        {
            return self.wrong(&raw.code, "«most» va con i numeri e «ends» con le scale, e serve");
        }
        let mut answers: Vec<Choice> = Vec::new();
        for choice in raw.answers {
            if answers.iter().any(|known| known.code == *choice.code.get_ref()) {
                return self.wrong(&choice.code, "la risposta c'è già");
            }
            answers.push(Choice { code: choice.code.into_inner(), label: choice.label, value: choice.value });
        }
        let kind = match raw.kind {
            RawKind::Single => Kind::Single,
            RawKind::Several => Kind::Several,
            RawKind::Scale => {
                answers = scale(raw.ends.unwrap_or_default());
                Kind::Scale
            }
            RawKind::Number => Kind::Number { most: raw.most.unwrap_or_default() },
            RawKind::Text => Kind::Text,
        };
        let shown_if = match raw.shown_if {
            Some(condition) => {
                if self.comes_back(raw.code.get_ref()) {
                    return self.wrong(&condition.question, "le domande dipendono in tondo l'una dall'altra");
                }
                Some(self.condition(condition)?)
            }
            None => None,
        };
        let code = raw.code.into_inner();
        let label = raw.label.into_inner();
        let question = Question {
            marked: if raw.need { format!("{label} *") } else { label.clone() },
            path: format!("assessment.answers.{code}"),
            code: code.clone(),
            label,
            text: raw.text,
            help: raw.help,
            kind,
            need: raw.need,
            special: raw.special,
            feeds: raw.feeds,
            shown_if,
            answers,
        };
        self.questions.insert(code, question.clone());
        Ok(question)
    }

    /// Does what a question depends on lead back to it?
    fn comes_back(&self, code: &str) -> bool {
        let mut at = code;
        for _ in 0..=self.parents.len() {
            match self.parents.get(at) {
                Some(Some(parent)) if parent == code => return true,
                Some(Some(parent)) => at = parent,
                _ => return false,
            }
        }
        true
    }

    fn condition(&self, raw: RawCondition) -> Result<Condition, Broken> {
        let Some(question) = self.questions.get(raw.question.get_ref()) else {
            let later = self.parents.contains_key(raw.question.get_ref());
            let what =
                if later { "la domanda viene dopo quella che ne dipende" } else { "la domanda non c'è" };
            return self.wrong(&raw.question, what);
        };
        let figure = matches!(question.kind, Kind::Scale | Kind::Number { .. });
        if figure != raw.any.is_empty() || figure != (raw.from.is_some() || raw.to.is_some()) {
            let what = "di scale e numeri si dice «from» o «to», delle altre domande «any»";
            return self.wrong(&raw.question, what);
        }
        for code in &raw.any {
            if question.choice(code.get_ref()).is_none() {
                return self.wrong(code, "la domanda non ha questa risposta");
            }
        }
        Ok(Condition {
            question: raw.question.into_inner(),
            any: raw.any.into_iter().map(Spanned::into_inner).collect(),
            from: raw.from,
            to: raw.to,
        })
    }
}

/// Five steps; the first and the last say what they mean.
fn scale([low, high]: [String; 2]) -> Vec<Choice> {
    (1..=5)
        .map(|step| {
            let label = match step {
                1 => format!("1 {low}"),
                5 => format!("5 {high}"),
                _ => step.to_string(),
            };
            Choice { code: step.to_string(), label, value: Some(step) }
        })
        .collect()
}

fn broken(text: &str, at: usize, what: String) -> Broken {
    let before = text.get(..at).unwrap_or(text);
    let line = before.bytes().filter(|b| *b == b'\n').count() + 1;
    let column = before.rsplit('\n').next().map_or(0, |row| row.chars().count()) + 1;
    Broken { line, column, what }
}
