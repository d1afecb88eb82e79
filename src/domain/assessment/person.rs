//! What is known of a person when the interview is weighed.

use chrono::NaiveDate;

use crate::domain::did::{Did, Profiling};
use crate::domain::registrant::Registrant;
use crate::domain::sex::Sex;

/// The person, the DID and what the tables say of the answers.
#[derive(Clone, Copy, Debug)]
pub struct Person<'a> {
    /// Who.
    pub registrant: &'a Registrant,
    /// Province of the residence, where it is known.
    pub province: Option<&'a str>,
    /// The open DID.
    pub did: Option<&'a Did>,
    /// Days of the status until that day (R-SEN).
    pub seniority_days: u32,
    /// Level of the education title, 0 to 8.
    pub level: Option<u8>,
    /// The age at which that title can be had at the earliest, years.
    pub youngest: Option<u32>,
}

/// A fact the proposal of a path may look at. All are figures; yes is 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fact {
    /// Whole years on the day of the interview.
    Age,
    /// Is a woman.
    Woman,
    /// Class of the GOL model, 1 to 3, when recorded.
    GolClass,
    /// Days of the unemployed status.
    SeniorityDays,
    /// Level of the education title, 0 to 8.
    EducationLevel,
    /// Months since the last job ended; unknown to who never worked.
    MonthsSinceLastJob,
    /// Has ever worked.
    EverWorked,
    /// Is enrolled in school, university or a course.
    Enrolled,
    /// Works, under the income limit.
    Conserved,
    /// Receives NASpI or DIS-COLL.
    Insurance,
    /// Receives AdI or SFL.
    Inclusion,
    /// Has children under 18.
    MinorChildren,
}

impl Person<'_> {
    /// A fact as a figure, if it is known.
    #[must_use]
    pub fn fact(&self, fact: Fact, profiling: &Profiling, class: Option<u8>, day: NaiveDate) -> Option<i64> {
        let yes = |answer: Option<bool>| answer.map(i64::from);
        let benefit = self.did.map(|did| did.benefit);
        match fact {
            Fact::Age => self.registrant.age_on(day).map(i64::from),
            Fact::Woman => self.registrant.sex.map(|sex| i64::from(sex == Sex::F)),
            Fact::GolClass => class.map(i64::from),
            Fact::SeniorityDays => self.did.map(|_| i64::from(self.seniority_days)),
            Fact::EducationLevel => self.level.map(i64::from),
            Fact::MonthsSinceLastJob => {
                let worked = profiling.ever_worked == Some(true);
                profiling.months_since_last_job.filter(|_| worked).map(i64::from)
            }
            Fact::EverWorked => yes(profiling.ever_worked),
            Fact::Enrolled => {
                let known = !profiling.enrolled.is_empty();
                known.then(|| i64::from(profiling.enrolled != "none"))
            }
            Fact::Conserved => Some(i64::from(self.did.is_some_and(|did| did.conserved))),
            Fact::Insurance => Some(i64::from(benefit.is_some_and(|b| b.is_insurance()))),
            Fact::Inclusion => Some(i64::from(benefit.is_some_and(|b| b.is_inclusion()))),
            Fact::MinorChildren => yes(profiling.minor_children),
        }
    }
}
