//! The one place that decides how a rule is enforced at this office on a day.
//!
//! The rules find (domain); what becomes of their findings depends on the
//! profile of the region and on what the office decided for itself. Everything
//! that weighs findings passes them through [`Law::apply`]: commands
//! (`Act::judge`), the completeness of a pact, forms while they are typed.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::finding::{Finding, Level, Rule};
use crate::domain::law::Weight;
use crate::domain::office::Region;
use crate::fault::Result;
use crate::store::Read;
use crate::tables::catalogue::{self, Catalogue};
use crate::tables::rules;

/// How rules are enforced at an office: its tables, by day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Law {
    catalogue: Arc<Catalogue>,
    /// Sentences left out, to see whether anybody notices.
    silent: Vec<&'static Rule>,
}

impl Default for Law {
    /// Where no office is set up yet.
    fn default() -> Self {
        Self::new(catalogue::embedded().clone())
    }
}

impl Law {
    /// The law of an office by its tables.
    #[must_use]
    pub fn new(catalogue: Arc<Catalogue>) -> Self {
        Self { catalogue, silent: Vec::new() }
    }

    /// The law of the office of a file, as its tables are now.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn read(read: &Read<'_>) -> Result<Self> {
        Ok(Self::new(read.catalogue()?))
    }

    /// The same law without some sentences: what the tests switch off, to see
    /// that a scenario then goes otherwise.
    #[must_use]
    pub(super) fn without(self, silent: &[&'static Rule]) -> Self {
        Self { silent: silent.to_vec(), ..self }
    }

    /// The tables of the office, by day.
    #[must_use]
    pub fn catalogue(&self) -> &Arc<Catalogue> {
        &self.catalogue
    }

    /// Whose profile it is.
    #[must_use]
    pub fn region(&self) -> Region {
        self.catalogue.region()
    }

    /// What becomes of a rule on a day. What the office decided comes before
    /// the profile of its region, for the rules that may change: those of one
    /// region and those not settled (`Catalogue::weight`).
    #[must_use]
    pub fn weight(&self, rule: &str, day: NaiveDate) -> Weight {
        let Some(row) = rules::get(rule) else { return Weight::AsIs };
        if !row.period().contains(day) {
            return Weight::Off;
        }
        self.catalogue.weight(rule, day).filter(|_| row.may_change()).unwrap_or(Weight::AsIs)
    }

    /// The level of a sentence declared at `said` on a day; `None`: it is not
    /// said.
    #[must_use]
    pub fn level(&self, rule: &str, said: Level, day: NaiveDate) -> Option<Level> {
        match rules::get(rule) {
            Some(row) => self.weight(rule, day).of(row.level, said, row.open),
            None => Some(said),
        }
    }

    /// Does a rule count on a day? For what follows from it without a
    /// sentence: a term it opens, a clock it closes.
    #[must_use]
    pub fn counts(&self, rule: &str, day: NaiveDate) -> bool {
        self.weight(rule, day) != Weight::Off
    }

    /// The findings as this office enforces them on a day. Passing them twice
    /// changes nothing more.
    #[must_use]
    pub fn apply(&self, mut findings: Vec<Finding>, day: NaiveDate) -> Vec<Finding> {
        findings.retain_mut(|finding| {
            if self.silent.iter().any(|rule| rule.says(finding)) {
                return false;
            }
            let level = self.level(&finding.rule.0, finding.level, day);
            level.inspect(|level| finding.level = *level).is_some()
        });
        findings
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::office_row::{OfficeRow, Table};

    const REMOTE: Rule = Rule { id: "R-REM-2", level: Level::Block, reference: "", text: "Manca {}." };
    const NATIONAL: Rule = Rule { id: "R-DID-16", level: Level::Block, reference: "", text: "È futura." };
    const OPEN: Rule = Rule { id: "R-CNV-7", level: Level::Warn, reference: "", text: "Poco preavviso." };

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    fn of(region: Region) -> Law {
        Law::new(catalogue::shipped(region).clone())
    }

    fn own(rule: &str, level: Weight, from: NaiveDate) -> OfficeRow {
        let cells = [("level".to_owned(), serde_json::to_value(level).unwrap())].into();
        let table = Table::Rules.word().to_owned();
        OfficeRow { table, code: rule.into(), cells, valid_from: from, ..OfficeRow::default() }
    }

    #[test]
    fn the_profile_of_the_region_decides_on_its_days() {
        let (first, before) = (day(2022, 9, 1), day(2022, 8, 31));
        let level = |region, day| of(region).level("R-REM-2", Level::Block, day);
        assert_eq!(level(Region::Lombardia, first), Some(Level::Block));
        assert_eq!(level(Region::Lombardia, before), None);
        assert_eq!(level(Region::Neutral, first), Some(Level::Show));
        assert_eq!(level(Region::Liguria, first), None);
        assert_eq!(level(Region::Umbria, first), Some(Level::Show));
    }

    #[test]
    fn an_office_changes_what_may_be_changed_from_its_day_on() {
        let (from, today) = (day(2026, 6, 1), day(2026, 11, 23));
        let law = |rows: Vec<OfficeRow>| Law::new(Arc::new(Catalogue::new(Region::Neutral, &rows)));
        let blocks = law(vec![own("R-REM-2", Weight::Block, from)]);
        assert_eq!(blocks.level("R-REM-2", Level::Block, today), Some(Level::Block));
        assert_eq!(blocks.level("R-REM-2", Level::Block, day(2026, 5, 31)), Some(Level::Show), "dated");
        let later = law(vec![own("R-REM-2", Weight::Block, from), own("R-REM-2", Weight::Off, today)]);
        assert_eq!(later.level("R-REM-2", Level::Block, today), None, "the last row in force");
        let raised = law(vec![own("R-CNV-7", Weight::Block, from)]);
        assert_eq!(raised.level("R-CNV-7", OPEN.level, today), Some(Level::Warn), "never blocks");
        let national = law(vec![own("R-DID-16", Weight::Off, from)]);
        assert_eq!(national.level("R-DID-16", NATIONAL.level, today), Some(Level::Block), "not theirs");
    }

    #[test]
    fn a_sentence_can_be_left_out() {
        let law = of(Region::Lombardia).without(&[&REMOTE]);
        let found = vec![REMOTE.found().with("il collegamento"), NATIONAL.found()];
        let left = law.apply(found, day(2026, 11, 23));
        assert_eq!(left, vec![NATIONAL.found()]);
    }
}
