//! Weights and thresholds of the path proposed, and the GOL target groups.

use std::sync::OnceLock;

use chrono::NaiveDate;
use serde::Deserialize;

use crate::domain::assessment::person::Fact;
use crate::domain::assessment::proposal::{Axis, Method, TargetTest, Test, Weight};
use crate::domain::assessment::questionnaire::Condition;
use crate::domain::period::Period;

const TOML: &str = include_str!("../../assets/data/gol_proposal.toml");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    method: Vec<RawMethod>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawMethod {
    #[serde(default)]
    valid_from: Option<NaiveDate>,
    #[serde(default)]
    valid_to: Option<NaiveDate>,
    inclusion: i32,
    reskilling: i32,
    upskilling: i32,
    weight: Vec<RawWeight>,
    target: Vec<RawTarget>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawWeight {
    all: Vec<RawTest>,
    axis: Axis,
    points: i32,
    text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTarget {
    target: String,
    all: Vec<RawTest>,
    text: String,
}

/// An answer or a fact.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTest {
    #[serde(default)]
    question: Option<String>,
    #[serde(default)]
    any: Vec<String>,
    #[serde(default)]
    fact: Option<Fact>,
    #[serde(default)]
    from: Option<u32>,
    #[serde(default)]
    to: Option<u32>,
}

impl RawTest {
    fn read(self) -> Result<Test, String> {
        let Self { question, any, fact, from, to } = self;
        match (question, fact) {
            (Some(question), None) => Ok(Test::Answered(Condition { question, any, from, to })),
            (None, Some(fact)) if any.is_empty() => {
                Ok(Test::Known { fact, from: from.map(i64::from), to: to.map(i64::from) })
            }
            _ => Err("a test is about a question or about a fact".to_owned()),
        }
    }
}

/// The method for the interviews of a day.
#[must_use]
pub fn on(day: NaiveDate) -> Option<&'static Method> {
    all().iter().find(|method| method.period.contains(day))
}

fn all() -> &'static [Method] {
    static ALL: OnceLock<Vec<Method>> = OnceLock::new();
    ALL.get_or_init(|| read(TOML).expect("a test reads every embedded table"))
}

fn read(text: &str) -> Result<Vec<Method>, String> {
    let file: File = toml::from_str(text).map_err(|error| error.to_string())?;
    file.method.into_iter().map(method).collect()
}

fn method(raw: RawMethod) -> Result<Method, String> {
    let tests = |all: Vec<RawTest>| all.into_iter().map(RawTest::read).collect::<Result<Vec<_>, _>>();
    let weight =
        |w: RawWeight| Ok(Weight { all: tests(w.all)?, axis: w.axis, points: w.points, text: w.text });
    let target = |t: RawTarget| Ok(TargetTest { target: t.target, all: tests(t.all)?, text: t.text });
    Ok(Method {
        period: Period { from: raw.valid_from, to: raw.valid_to },
        inclusion: raw.inclusion,
        reskilling: raw.reskilling,
        upskilling: raw.upskilling,
        weights: raw.weight.into_iter().map(weight).collect::<Result<_, String>>()?,
        targets: raw.target.into_iter().map(target).collect::<Result<_, String>>()?,
    })
}

#[cfg(test)]
mod tests;
