//! A questionnaire of the qualitative interview, as data (assessment.md 3.3):
//! sections, questions, answers, what an answer opens.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::period::Period;

/// One answer as given. A scale and a number are figures, a text is one text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Answer {
    /// A figure: the step of a scale, or how many.
    Number(u32),
    /// The code of the one answer chosen, or a text.
    One(String),
    /// The codes of the answers chosen.
    Several(Vec<String>),
}

impl Answer {
    /// Is it no answer at all?
    #[must_use]
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Number(_) => false,
            Self::One(text) => text.trim().is_empty(),
            Self::Several(codes) => codes.is_empty(),
        }
    }

    /// The codes chosen; none of a figure.
    pub fn codes(&self) -> impl Iterator<Item = &str> {
        let codes: &[String] = match self {
            Self::Number(_) => &[],
            Self::One(code) => std::slice::from_ref(code),
            Self::Several(codes) => codes,
        };
        codes.iter().map(String::as_str)
    }
}

/// The answers of an interview by code of the question.
pub type Answers = BTreeMap<String, Answer>;

/// A questionnaire in one of its versions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Questionnaire {
    /// Its code, the same in all its versions.
    pub code: String,
    /// Its version, from 1.
    pub version: u32,
    /// Its name, in Italian.
    pub title: String,
    /// The interviews it is for, by their day.
    pub period: Period,
    /// Does its method give the employability from 1 to 5 (2018)?
    pub employability: bool,
    /// In their order.
    pub sections: Vec<Section>,
    /// Answers that cannot both be right.
    pub contradictions: Vec<Contradiction>,
}

/// Whose answers a section holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// The person answers.
    #[default]
    Person,
    /// The operator judges: the check-list.
    Operator,
}

/// A part of a questionnaire: one step of the interview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its code.
    pub code: String,
    /// Its title in one word, for the step.
    pub title: String,
    /// Who answers.
    pub side: Side,
    /// In their order.
    pub questions: Vec<Question>,
    /// The path of its note in the command: `assessment.notes.<code>`.
    pub note: String,
}

/// How a question is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One of its answers.
    Single,
    /// One or more of its answers.
    Several,
    /// From 1 to 5.
    Scale,
    /// How many, up to a figure.
    Number {
        /// The largest that is recorded.
        most: u32,
    },
    /// A short text.
    Text,
}

/// One question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Its code, by which it is known in all versions.
    pub code: String,
    /// Few words, for the row.
    pub label: String,
    /// The same, with the mark of what must be answered.
    pub marked: String,
    /// The question as it is put.
    pub text: String,
    /// What it is for and how to answer.
    pub help: String,
    /// How it is answered.
    pub kind: Kind,
    /// Must be answered when it is shown.
    pub need: bool,
    /// Tells of health or the like: hidden, never printed (R-PRV-1, R-DOC-7).
    pub special: bool,
    /// The part of the record it also fills.
    pub feeds: Option<Feed>,
    /// Shown only when this holds.
    pub shown_if: Option<Condition>,
    /// What can be answered, in the order of the digits.
    pub answers: Vec<Choice>,
    /// Its path in the command: `assessment.answers.<code>`.
    pub path: String,
}

/// A part of the assessment that a question fills.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Feed {
    /// Code of table `digital_skill`.
    DigitalSkill,
    /// Code of table `mobility`.
    Mobility,
}

/// One answer that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Its code.
    pub code: String,
    /// What it says.
    pub label: String,
    /// What it counts in the score of its section.
    pub value: Option<i32>,
}

/// A question answered in a certain way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// Which question.
    pub question: String,
    /// One of these answers.
    pub any: Vec<String>,
    /// A figure of at least this.
    pub from: Option<u32>,
    /// A figure of at most this.
    pub to: Option<u32>,
}

/// Answers that do not go together, with what to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contradiction {
    /// All of these hold.
    pub all: Vec<Condition>,
    /// What does not fit, in Italian.
    pub text: String,
}

/// What a section counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Score {
    /// Points of the answers given.
    pub points: i32,
    /// The most the questions shown could give.
    pub of: i32,
}

impl Condition {
    /// Does it hold of the answers, all of which count?
    #[must_use]
    pub fn holds(&self, answers: &BTreeMap<&str, &Answer>) -> bool {
        match answers.get(self.question.as_str()) {
            None => false,
            Some(Answer::Number(figure)) => {
                (self.from.is_some() || self.to.is_some())
                    && self.from.is_none_or(|from| from <= *figure)
                    && self.to.is_none_or(|to| *figure <= to)
            }
            Some(answer) => answer.codes().any(|code| self.any.iter().any(|wanted| wanted == code)),
        }
    }
}

impl Question {
    /// The answer with this code.
    #[must_use]
    pub fn choice(&self, code: &str) -> Option<&Choice> {
        self.answers.iter().find(|choice| choice.code == code)
    }

    /// An answer in words; what no longer is an answer stays as it is.
    #[must_use]
    pub fn say(&self, answer: &Answer) -> String {
        let label = |code: &str| self.choice(code).map_or(code, |choice| &choice.label).to_owned();
        match answer {
            Answer::Number(figure) if self.kind == Kind::Scale => label(&figure.to_string()),
            Answer::Number(figure) => figure.to_string(),
            _ => answer.codes().map(label).collect::<Vec<_>>().join(", "),
        }
    }

    fn points(&self, answer: &Answer) -> i32 {
        match answer {
            Answer::Number(step) if self.kind == Kind::Scale => i32::try_from(*step).unwrap_or(0),
            _ => answer.codes().filter_map(|code| self.choice(code)?.value).sum(),
        }
    }

    fn most_points(&self) -> i32 {
        let values = self.answers.iter().filter_map(|choice| choice.value);
        match self.kind {
            Kind::Several => values.filter(|value| *value > 0).sum(),
            _ => values.max().unwrap_or(0),
        }
    }
}

impl Questionnaire {
    /// Every question in its order.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.sections.iter().flat_map(|section| &section.questions)
    }

    /// The question with this code.
    #[must_use]
    pub fn question(&self, code: &str) -> Option<&Question> {
        self.questions().find(|question| question.code == code)
    }

    /// The answers that count: given, and to questions that are shown. What
    /// was answered to a question since hidden is kept and does not count; it
    /// counts again when the question is shown again.
    #[must_use]
    pub fn counted<'a>(&self, answers: &'a Answers) -> BTreeMap<&'a str, &'a Answer> {
        let mut counted = BTreeMap::new();
        for question in self.questions() {
            if question.shown_if.as_ref().is_none_or(|condition| condition.holds(&counted))
                && let Some((code, answer)) = answers.get_key_value(&question.code)
                && !answer.is_blank()
            {
                counted.insert(code.as_str(), answer);
            }
        }
        counted
    }

    /// The questions that are shown with these answers, by code.
    #[must_use]
    pub fn shown(&self, answers: &Answers) -> BTreeSet<&str> {
        let counted = self.counted(answers);
        let shown = |q: &&Question| q.shown_if.as_ref().is_none_or(|condition| condition.holds(&counted));
        self.questions().filter(shown).map(|q| q.code.as_str()).collect()
    }

    /// Is every question answered that must be, and one at least?
    #[must_use]
    pub fn is_enough(&self, answers: &Answers) -> bool {
        let (shown, counted) = (self.shown(answers), self.counted(answers));
        let open = |q: &Question| {
            q.need && shown.contains(q.code.as_str()) && !counted.contains_key(q.code.as_str())
        };
        !counted.is_empty() && !self.questions().any(open)
    }

    /// How many of the questions shown in a section are answered, and how
    /// many there are.
    #[must_use]
    pub fn progress(&self, section: &Section, answers: &Answers) -> (usize, usize) {
        let (shown, counted) = (self.shown(answers), self.counted(answers));
        let here: Vec<&str> = section.questions.iter().map(|q| q.code.as_str()).collect();
        let of = here.iter().filter(|code| shown.contains(*code)).count();
        (here.iter().filter(|code| counted.contains_key(*code)).count(), of)
    }

    /// The score of each section that has one, by its code.
    #[must_use]
    pub fn scores(&self, answers: &Answers) -> BTreeMap<String, Score> {
        let (shown, counted) = (self.shown(answers), self.counted(answers));
        let of_section = |section: &Section| {
            let mut score = Score::default();
            for question in section.questions.iter().filter(|q| shown.contains(q.code.as_str())) {
                score.of += question.most_points();
                score.points += counted.get(question.code.as_str()).map_or(0, |a| question.points(a));
            }
            (score.of > 0).then(|| (section.code.clone(), score))
        };
        self.sections.iter().filter_map(of_section).collect()
    }

    /// The code a question that counts puts into another part of the record.
    #[must_use]
    pub fn fed(&self, answers: &Answers, feed: Feed) -> Option<String> {
        let question = self.questions().find(|q| q.feeds == Some(feed))?;
        let counted = self.counted(answers);
        counted.get(question.code.as_str())?.codes().next().map(str::to_owned)
    }

    /// Answers as they are stored: those that tell of special data apart
    /// (R-PRV-1). Blank ones are left out, hidden ones kept.
    #[must_use]
    pub fn apart(&self, answers: &Answers) -> (Answers, Answers) {
        let given = answers.iter().filter(|(_, answer)| !answer.is_blank());
        let special = |code: &str| self.question(code).is_some_and(|q| q.special);
        given.map(|(code, answer)| (code.clone(), answer.clone())).partition(|(code, _)| !special(code))
    }
}

#[cfg(test)]
pub(crate) mod tests;
