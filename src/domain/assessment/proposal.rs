//! The path proposed after an interview, with its reasons (assessment.md 4),
//! and the GOL target groups (assessment.md 5).
//!
//! No source gives a map from answers to paths: weights and thresholds are
//! the program's own, dated, in `assets/data/gol_proposal.toml`. The operator
//! chooses; the national index is one weight among others.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::person::{Fact, Person};
use super::questionnaire::{Answer, Condition};
use crate::domain::did::Profiling;
use crate::domain::period::Period;

/// Weights and thresholds of a stretch of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Method {
    /// The interviews it is for.
    pub period: Period,
    /// Points of need from which the path is 4.
    pub inclusion: i32,
    /// Points of skill from which it is 3.
    pub reskilling: i32,
    /// Points of skill and distance together from which it is 2.
    pub upskilling: i32,
    /// What counts.
    pub weights: Vec<Weight>,
    /// Who belongs to which target group.
    pub targets: Vec<TargetTest>,
}

/// What a point is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Axis {
    /// A crisis of the company: path 5.
    Crisis,
    /// Needs beyond work: path 4.
    Needs,
    /// Skills that the market does not ask for: paths 2 and 3.
    Skills,
    /// Time and autonomy away from work: path 2.
    Distance,
}

/// Something that may hold of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Test {
    /// An answer that counts.
    Answered(Condition),
    /// A fact within a range, both ends included.
    Known {
        /// Which.
        fact: Fact,
        /// At least.
        from: Option<i64>,
        /// At most.
        to: Option<i64>,
    },
}

/// Points given when all of its tests hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weight {
    /// All of them.
    pub all: Vec<Test>,
    /// What it is about.
    pub axis: Axis,
    /// How many; below zero for what is in favour.
    pub points: i32,
    /// The reason, in Italian; `{}` stands for the figure of the first fact.
    pub text: String,
}

/// A way to belong to a target group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TargetTest {
    /// Code of table `gol_target`.
    pub target: String,
    /// All of them.
    pub all: Vec<Test>,
    /// Why, in Italian.
    pub text: String,
}

/// Why a path is proposed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    /// What it is about.
    pub axis: Axis,
    /// How much it weighs.
    pub points: i32,
    /// One sentence, in Italian.
    pub text: String,
}

/// A target group a person belongs to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Target {
    /// Code of table `gol_target`.
    pub code: String,
    /// Why, in Italian.
    pub reason: String,
}

/// The path proposed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// GOL path, 1 to 5.
    pub gol: u8,
    /// Code of table `path`, in force on the day.
    pub path: String,
    /// The GOL path it stands for, when that is no longer in force.
    pub instead_of: Option<String>,
    /// The sums that decide: needs, skills, distance.
    pub sums: Sums,
    /// Why, the heaviest first.
    pub reasons: Vec<Reason>,
}

/// Sums of the points.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    /// Company crisis.
    pub crisis: i32,
    /// Needs beyond work.
    pub needs: i32,
    /// Skills.
    pub skills: i32,
    /// Distance.
    pub distance: i32,
}

/// What is looked at.
#[derive(Clone, Copy, Debug)]
pub struct Look<'a> {
    /// The answers that count.
    pub answers: &'a BTreeMap<&'a str, &'a Answer>,
    /// The profiling set.
    pub profiling: &'a Profiling,
    /// The person.
    pub person: Person<'a>,
    /// Class of the GOL model, when recorded.
    pub class: Option<u8>,
    /// Day of the interview.
    pub day: NaiveDate,
}

impl Test {
    /// The figure to say, if it holds.
    fn holds(&self, look: &Look<'_>) -> Option<i64> {
        match self {
            Self::Answered(condition) => condition.holds(look.answers).then_some(0),
            Self::Known { fact, from, to } => {
                let known = look.person.fact(*fact, look.profiling, look.class, look.day)?;
                (from.is_none_or(|from| from <= known) && to.is_none_or(|to| known <= to)).then_some(known)
            }
        }
    }
}

/// The sentence with the figure of the first fact, if all of them hold.
fn all_hold(all: &[Test], text: &str, look: &Look<'_>) -> Option<String> {
    let mut figure = None;
    for test in all {
        let value = test.holds(look)?;
        if matches!(test, Test::Known { .. }) {
            figure = figure.or(Some(value));
        }
    }
    Some(figure.map_or_else(|| text.to_owned(), |figure| text.replacen("{}", &figure.to_string(), 1)))
}

impl Method {
    /// The GOL path of somebody, with sums and reasons.
    #[must_use]
    pub fn weigh(&self, look: &Look<'_>) -> (u8, Sums, Vec<Reason>) {
        let mut sums = Sums::default();
        let mut reasons = Vec::new();
        for weight in &self.weights {
            let Some(text) = all_hold(&weight.all, &weight.text, look) else { continue };
            let sum = match weight.axis {
                Axis::Crisis => &mut sums.crisis,
                Axis::Needs => &mut sums.needs,
                Axis::Skills => &mut sums.skills,
                Axis::Distance => &mut sums.distance,
            };
            *sum += weight.points;
            reasons.push(Reason { axis: weight.axis, points: weight.points, text });
        }
        reasons.sort_by_key(|reason| -reason.points);
        let gol = if sums.crisis > 0 {
            5
        } else if sums.needs >= self.inclusion {
            4
        } else if sums.skills >= self.reskilling {
            3
        } else if sums.skills.max(0) + sums.distance >= self.upskilling {
            2
        } else {
            1
        };
        (gol, sums, reasons)
    }

    /// The path to propose. `in_force` gives the code of table `path` that
    /// stands for a GOL path on the day: itself, or what came after it
    /// (R-PSP-18).
    #[must_use]
    pub fn propose(&self, look: &Look<'_>, in_force: impl Fn(&str) -> String) -> Proposal {
        let (gol, sums, reasons) = self.weigh(look);
        let own = format!("gol_{gol}");
        let path = in_force(&own);
        Proposal { gol, instead_of: (path != own).then_some(own), path, sums, reasons }
    }

    /// The target groups, each once with its first reason.
    #[must_use]
    pub fn targets(&self, look: &Look<'_>) -> Vec<Target> {
        let mut found: Vec<Target> = Vec::new();
        for test in &self.targets {
            if !found.iter().any(|target| target.code == test.target)
                && let Some(reason) = all_hold(&test.all, &test.text, look)
            {
                found.push(Target { code: test.target.clone(), reason });
            }
        }
        found
    }

    /// The sum that decided, in Italian: `competenze 4, dalla soglia 4`.
    #[must_use]
    pub fn arithmetic(&self, proposal: &Proposal) -> String {
        let Sums { needs, skills, distance, .. } = proposal.sums;
        match proposal.gol {
            5 => "crisi aziendale: percorso 5".to_owned(),
            4 => format!("bisogni {needs}, soglia {}: percorso 4", self.inclusion),
            3 => format!("competenze {skills}, soglia {}: percorso 3", self.reskilling),
            gol => {
                let (skills, sign) = (skills.max(0), if gol == 2 { "raggiunta" } else { "non raggiunta" });
                format!(
                    "competenze {skills} + distanza {distance} = {}, soglia {} {sign}: percorso {gol}",
                    skills + distance,
                    self.upskilling
                )
            }
        }
    }
}

impl Proposal {
    /// The reasons in one text, for the record of who follows the proposal.
    #[must_use]
    pub fn reasons_text(&self) -> String {
        let texts: Vec<&str> = self.reasons.iter().map(|reason| reason.text.as_str()).collect();
        if texts.is_empty() { "nessuna difficoltà emersa".to_owned() } else { texts.join(" ") }
    }
}
