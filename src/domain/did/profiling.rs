//! The profiling set of R-DID-12: what the person answers with the DID.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::rules;
use crate::domain::finding::Finding;

/// Answers of the profiling set. Age and sex are known from the person and
/// computed; `None` or empty means "not answered". Codes are those of the
/// tables in `assets/data`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Profiling {
    /// Province of residence, two letters.
    pub province: String,
    /// Citizenship, code.
    pub citizenship: String,
    /// Length of presence in Italy, code.
    pub presence_in_italy: String,
    /// Education title, code.
    pub education: String,
    /// Has the person ever worked?
    pub ever_worked: Option<bool>,
    /// Occupational condition one year before, code.
    pub condition_year_before: String,
    /// Months since the last job ended, 0 if never worked.
    pub months_since_last_job: Option<u32>,
    /// Position in the last occupation, code; `none` if never worked.
    pub last_position: String,
    /// Months of job search; less than one counts 0.
    pub months_of_search: Option<u32>,
    /// Enrolled in school, university or a course, code.
    pub enrolled: String,
    /// Members of the household, the person included.
    pub household_size: Option<u32>,
    /// Dependent or cohabiting children?
    pub children: Option<bool>,
    /// Some of them under 18?
    pub minor_children: Option<bool>,
}

/// Longest spell of work or search anybody can have, months.
const LONGEST: u32 = 80 * 12;
/// Largest household that is recorded.
const LARGEST: u32 = 30;
/// Position of who never worked, code of the table.
const NO_POSITION: &str = "none";

impl Profiling {
    /// Was nothing answered at all?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// With the answers that follow from others (R-DID-13): who never worked
    /// has no months since a job and no position, a household of one has no
    /// children, no children means no minor ones. Given answers stay.
    #[must_use]
    pub fn completed(mut self) -> Self {
        if self.ever_worked == Some(false) {
            self.months_since_last_job.get_or_insert(0);
            if self.last_position.is_empty() {
                self.last_position = NO_POSITION.to_owned();
            }
        }
        if self.household_size == Some(1) {
            self.children.get_or_insert(false);
        }
        if self.children == Some(false) {
            self.minor_children.get_or_insert(false);
        }
        self
    }

    /// Every answer given and none against another (R-DID-12, R-DID-13).
    /// `unknown` names the fields whose code no table has.
    #[must_use]
    pub fn check(&self, unknown: &[&'static str]) -> Vec<Finding> {
        let mut found = Vec::new();
        for (field, code, question) in self.codes() {
            if code.is_empty() {
                found.push(rules::NO_ANSWER.at(field).with(question));
            } else if unknown.contains(&field) {
                found.push(rules::UNKNOWN_ANSWER.at(field).with(code));
            }
        }
        for (field, answered, question) in [
            ("profiling.ever_worked", self.ever_worked.is_some(), "ha mai lavorato"),
            ("profiling.children", self.children.is_some(), "figli a carico o conviventi"),
            ("profiling.minor_children", self.minor_children.is_some(), "figli minori"),
        ] {
            if !answered {
                found.push(rules::NO_ANSWER.at(field).with(question));
            }
        }
        for (field, figure, most, question) in [
            (
                "profiling.months_since_last_job",
                self.months_since_last_job,
                LONGEST,
                "mesi dall'ultimo lavoro",
            ),
            ("profiling.months_of_search", self.months_of_search, LONGEST, "mesi di ricerca"),
            (
                "profiling.household_size",
                self.household_size.filter(|n| *n > 0),
                LARGEST,
                "persone in famiglia",
            ),
        ] {
            match figure {
                None => found.push(rules::NO_ANSWER.at(field).with(question)),
                Some(figure) if figure > most => {
                    found.push(rules::TOO_MUCH.at(field).with(figure).with(most))
                }
                Some(_) => {}
            }
        }
        self.check_coherence(&mut found);
        found
    }

    fn check_coherence(&self, found: &mut Vec<Finding>) {
        if self.ever_worked == Some(false) {
            if let Some(months) = self.months_since_last_job.filter(|months| *months > 0) {
                found.push(rules::NEVER_WORKED_MONTHS.at("profiling.months_since_last_job").with(months));
            }
            if !self.last_position.is_empty() && self.last_position != NO_POSITION {
                found.push(rules::NEVER_WORKED_POSITION.at("profiling.last_position"));
            }
        }
        if self.household_size == Some(1) && self.children == Some(true) {
            found.push(rules::ALONE_WITH_CHILDREN.at("profiling.children"));
        }
        if self.children == Some(false) && self.minor_children == Some(true) {
            found.push(rules::MINORS_WITHOUT_CHILDREN.at("profiling.minor_children"));
        }
    }

    /// The answers that are codes: field of the command, code, question.
    #[must_use]
    pub fn codes(&self) -> [(&'static str, &str, &'static str); 7] {
        [
            ("profiling.province", &self.province, "provincia di residenza"),
            ("profiling.citizenship", &self.citizenship, "cittadinanza"),
            ("profiling.presence_in_italy", &self.presence_in_italy, "presenza in Italia"),
            ("profiling.education", &self.education, "titolo di studio"),
            ("profiling.condition_year_before", &self.condition_year_before, "condizione un anno prima"),
            ("profiling.last_position", &self.last_position, "posizione nell'ultimo lavoro"),
            ("profiling.enrolled", &self.enrolled, "iscrizione a scuola o corsi"),
        ]
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// A set with every answer and no contradiction.
    pub(crate) fn full() -> Profiling {
        Profiling {
            province: "GE".into(),
            citizenship: "ITA".into(),
            presence_in_italy: "nascita".into(),
            education: "diploma_tecnico".into(),
            ever_worked: Some(true),
            condition_year_before: "dipendente".into(),
            months_since_last_job: Some(3),
            last_position: "impiegato".into(),
            months_of_search: Some(0),
            enrolled: "none".into(),
            household_size: Some(2),
            children: Some(true),
            minor_children: Some(false),
        }
    }

    fn says(change: impl FnOnce(&mut Profiling)) -> Vec<String> {
        let mut set = full();
        change(&mut set);
        let found = set.check(&[]);
        found.iter().map(|f| format!("{} {}", f.rule, f.field.as_deref().unwrap_or(""))).collect()
    }

    #[test]
    fn each_answer_is_wanted() {
        assert_eq!(says(|_| {}), Vec::<String>::new());
        assert_eq!(Profiling::default().check(&[]).len(), 13, "the whole set");
        let one = |field: &str| vec![format!("R-DID-12 {field}")];
        assert_eq!(says(|p| p.education.clear()), one("profiling.education"));
        assert_eq!(says(|p| p.months_of_search = None), one("profiling.months_of_search"));
        assert_eq!(says(|p| p.household_size = Some(0)), one("profiling.household_size"));
        assert_eq!(says(|p| p.months_of_search = Some(961)), one("profiling.months_of_search"));
        assert_eq!(says(|p| p.months_of_search = Some(960)), Vec::<String>::new());
        assert_eq!(full().check(&["profiling.education"]).len(), 1, "a code no table has");
    }

    #[test]
    fn three_coherences() {
        let one = |field: &str| vec![format!("R-DID-13 {field}")];
        let never = |p: &mut Profiling| {
            p.ever_worked = Some(false);
            p.months_since_last_job = Some(0);
            p.last_position = "none".into();
        };
        assert_eq!(says(never), Vec::<String>::new());
        let months = |p: &mut Profiling| {
            never(p);
            p.months_since_last_job = Some(1);
        };
        assert_eq!(says(months), one("profiling.months_since_last_job"));
        let position = |p: &mut Profiling| {
            never(p);
            p.last_position = "operaio".into();
        };
        assert_eq!(says(position), one("profiling.last_position"));
        assert_eq!(says(|p| p.household_size = Some(1)), one("profiling.children"));
        let minors = |p: &mut Profiling| {
            p.children = Some(false);
            p.minor_children = Some(true);
        };
        assert_eq!(says(minors), one("profiling.minor_children"));
    }

    #[test]
    fn what_follows_from_an_answer_need_not_be_answered() {
        let short = Profiling {
            ever_worked: Some(false),
            months_since_last_job: None,
            last_position: String::new(),
            household_size: Some(1),
            children: None,
            minor_children: None,
            ..full()
        };
        let whole = short.completed();
        assert_eq!(whole.check(&[]), []);
        assert_eq!((whole.months_since_last_job, whole.last_position.as_str()), (Some(0), "none"));
        assert_eq!((whole.children, whole.minor_children), (Some(false), Some(false)));
    }
}
