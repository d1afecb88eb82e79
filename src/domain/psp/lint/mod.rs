//! Advice about a pact: what no rule forbids and an operator in a hurry would
//! want to be told before it goes on paper. It never stops an issue.
//!
//! Every check is one row of a table: code, section, sentence, how to mend it
//! and a function that looks. Codes are of the series `L-PSP`; a number is
//! never used again.

use chrono::NaiveDate;
use serde::Serialize;

use super::{Measure, PspFacts, PspVersion};
use crate::domain::activity::Activity;
use crate::domain::activity::lep::LepKnown;
use crate::domain::appointment::Appointment;
use crate::domain::assessment::Assessment;
use crate::domain::did::{Benefit, Did};
use crate::domain::finding::{Finding, Level, RuleId};
use crate::domain::office::{Office, Operator};
use crate::domain::registrant::Registrant;
use crate::domain::text::excerpt;

mod commitments;
mod contact;
mod fit;
pub mod limits;
pub use limits::Terms;
mod measures;
mod meetings;
mod parties;
mod profile;
mod search;
mod terms;
#[cfg(test)]
mod tests;
mod text;
mod texts;

pub use text::mentions_any;
pub(in crate::domain) use text::{mentions, spaced};

use text::Text;

/// What the tables know of the codes in a version.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Known {
    /// Longest wait of the agreed frequency, days; 0 where the pact says it
    /// in words.
    pub frequency_days: u32,
    /// Is the agreed channel one that never proves an absence (R-CNV-10)?
    pub channel_never_proves: bool,
    /// Last day on which the path could be chosen (R-PSP-18).
    pub path_until: Option<NaiveDate>,
    /// Does the person need a residence permit to work (R-DID-17)?
    pub needs_permit: bool,
    /// Level of the education title, 0 to 8.
    pub education_level: Option<u8>,
    /// Sectors the classification has not (R-PSP-20).
    pub unknown_sectors: Vec<String>,
    /// LEP of the measures, as the catalogue has them.
    pub leps: Vec<(String, LepKnown)>,
    /// The addresses of the person's record, each on one line.
    pub addresses: Vec<String>,
    /// Figures of the day the pact is judged by.
    pub terms: Terms,
    /// Words that do not belong in a pact.
    pub words: &'static SpecialWords,
}

/// Words that tell what must not be printed (R-PRV-1, R-DOC-7), in small
/// letters without accents; `*` at the end stands for any ending.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SpecialWords {
    /// Health, disability, pregnancy.
    pub health: Vec<String>,
    /// Justice, protection.
    pub judicial: Vec<String>,
    /// The household.
    pub household: Vec<String>,
}

impl Default for &'static SpecialWords {
    fn default() -> Self {
        static NONE: SpecialWords =
            SpecialWords { health: Vec::new(), judicial: Vec::new(), household: Vec::new() };
        &NONE
    }
}

/// Everything the advice looks at: what the blocking check has, and more.
#[derive(Clone, Copy, Debug)]
pub struct LintFacts<'a> {
    /// The version and what it rests on.
    pub pact: PspFacts<'a>,
    /// The office.
    pub office: Option<&'a Office>,
    /// Who is responsible, when known.
    pub officer: Option<&'a Operator>,
    /// Appointments of the person that still hold.
    pub appointments: &'a [Appointment],
    /// LEP activities of the person.
    pub activities: &'a [Activity],
    /// Measures of the version in force that this one is to take the place of.
    pub before: &'a [Measure],
    /// What the tables know.
    pub known: &'a Known,
    /// Can this character be printed?
    pub prints: fn(char) -> bool,
}

/// One check of the table.
#[derive(Clone, Copy, Debug)]
pub struct Check {
    /// Its code, `L-PSP-01`.
    pub code: &'static str,
    /// The section it speaks of; `None` for one that reads every text.
    pub section: Option<u8>,
    /// Law or source; empty for mere good sense.
    pub reference: &'static str,
    /// What is wrong; `{}` stands for a figure given when it speaks.
    pub text: &'static str,
    /// How to mend it.
    pub mend: &'static str,
    look: fn(&Look<'_>, &mut Say<'_>),
}

const fn check(
    code: &'static str,
    section: u8,
    reference: &'static str,
    text: &'static str,
    mend: &'static str,
    look: fn(&Look<'_>, &mut Say<'_>),
) -> Check {
    let section = if section == 0 { None } else { Some(section) };
    Check { code, section, reference, text, mend, look }
}

/// The tables, in the order of the paper.
const TABLES: [&[Check]; 10] = [
    parties::CHECKS,
    profile::CHECKS,
    contact::CHECKS,
    measures::CHECKS,
    fit::CHECKS,
    search::CHECKS,
    meetings::CHECKS,
    commitments::CHECKS,
    terms::CHECKS,
    texts::CHECKS,
];

/// Every check there is.
pub fn checks() -> impl Iterator<Item = &'static Check> {
    TABLES.into_iter().flatten()
}

/// What a check says of one pact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Advice {
    /// The check.
    pub code: &'static str,
    /// The section of the PSP, 1 to 15.
    pub section: u8,
    /// The field, as the command names it.
    pub field: &'static str,
    /// The row of section 6 or 7, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub row: Option<u32>,
    /// What is wrong.
    pub text: String,
    /// How to mend it.
    pub mend: &'static str,
    /// Law or source.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub reference: &'static str,
}

impl Advice {
    /// The same as something to know, so that it can stand among the findings
    /// of a section.
    #[must_use]
    pub fn finding(&self) -> Finding {
        Finding {
            rule: RuleId::new(self.code),
            level: Level::Show,
            text: format!("{} {}", self.text, self.mend),
            field: Some(format!("section.{}.{}", self.section, self.field).into()),
            reason: None,
        }
    }

    fn with(&mut self, value: impl std::fmt::Display) -> &mut Self {
        self.text = self.text.replacen("{}", &excerpt(&value.to_string()), 1);
        self
    }

    fn on(&mut self, day: NaiveDate) -> &mut Self {
        self.with(day.format("%d/%m/%Y"))
    }

    fn row(&mut self, row: u32) -> &mut Self {
        self.row = Some(row);
        self
    }
}

/// All that can be said of a version, in the order of the sections.
///
/// A version that was issued is judged by the day it went out.
#[must_use]
pub fn lint(facts: &LintFacts<'_>) -> Vec<Advice> {
    let version = facts.pact.version;
    let look = Look {
        facts,
        day: day(version, facts.pact.today),
        writing: version.state.is_editable(),
        texts: text::of(facts),
    };
    let mut said = Vec::new();
    for check in checks() {
        (check.look)(&look, &mut Say { check, said: &mut said });
    }
    said.sort_by_key(|advice: &Advice| (advice.section, advice.row));
    said
}

/// The day a version is judged by: that of its issue, today while it has none.
#[must_use]
pub fn day(version: &PspVersion, today: NaiveDate) -> NaiveDate {
    version.issued_at.map_or(today, |at| at.date())
}

/// What a check sees.
struct Look<'a> {
    facts: &'a LintFacts<'a>,
    /// Today, or the day of the issue.
    day: NaiveDate,
    /// May the version still change?
    writing: bool,
    /// Everything typed by hand that is printed.
    texts: Vec<Text<'a>>,
}

impl<'a> Look<'a> {
    fn version(&self) -> &'a PspVersion {
        self.facts.pact.version
    }

    fn person(&self) -> &'a Registrant {
        self.facts.pact.person
    }

    fn did(&self) -> Option<&'a Did> {
        self.facts.pact.did
    }

    fn assessment(&self) -> Option<&'a Assessment> {
        self.facts.pact.assessment
    }

    fn measures(&self) -> &'a [Measure] {
        self.facts.pact.measures
    }

    fn known(&self) -> &'a Known {
        self.facts.known
    }

    fn terms(&self) -> Terms {
        self.known().terms
    }

    fn benefit(&self) -> Benefit {
        self.did().map_or(Benefit::None, |did| did.benefit)
    }

    /// The last day of the last measure.
    fn last_day(&self) -> Option<NaiveDate> {
        self.measures().iter().filter_map(|m| m.to).max()
    }

    fn lep(&self, code: &str) -> Option<&'a LepKnown> {
        self.known().leps.iter().find(|(known, _)| known == code).map(|(_, lep)| lep)
    }

    /// A measure by its own name, or by that of its LEP.
    fn name(&self, measure: &'a Measure) -> &'a str {
        let title = measure.title.trim();
        if title.is_empty() { self.lep(&measure.lep).map_or(&measure.lep, |lep| &lep.title) } else { title }
    }
}

/// Where a check speaks.
struct Say<'s> {
    check: &'static Check,
    said: &'s mut Vec<Advice>,
}

impl Say<'_> {
    /// Speaks of a field of the check's own section.
    fn at(&mut self, field: &'static str) -> &mut Advice {
        self.of(self.check.section.unwrap_or(1), field)
    }

    /// Speaks of a text.
    fn about(&mut self, text: &Text<'_>) -> &mut Advice {
        let advice = self.of(text.section, text.field);
        advice.row = text.row;
        advice
    }

    fn of(&mut self, section: u8, field: &'static str) -> &mut Advice {
        let Check { code, reference, text, mend, .. } = *self.check;
        let advice = Advice { code, section, field, row: None, text: text.to_owned(), mend, reference };
        let place = self.said.len();
        self.said.push(advice);
        &mut self.said[place]
    }
}

fn blank(text: &str) -> bool {
    text.trim().is_empty()
}
