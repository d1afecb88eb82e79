//! The one place that decides how a rule is enforced at this office on a day.
//!
//! The rules find (domain); what becomes of their findings depends on the
//! profile of the region and on what the office decided for itself. Everything
//! that weighs findings passes them through [`Law::apply`]: commands
//! (`Act::judge`), the completeness of a pact, forms while they are typed.

use chrono::NaiveDate;

use crate::domain::finding::{Finding, Level, Rule};
use crate::domain::law::{OwnWeight, Weight};
use crate::domain::office::{Office, Region};
use crate::domain::office_row::{OfficeRow, Table};
use crate::fault::Result;
use crate::store::Read;
use crate::tables::rules;

/// How rules are enforced at an office.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Law {
    region: Region,
    own: Vec<OwnWeight>,
    /// Sentences left out, to see whether anybody notices.
    pub(super) silent: Vec<&'static Rule>,
}

impl Law {
    /// Where no office is set up yet.
    pub const NEUTRAL: Self = Self { region: Region::Neutral, own: Vec::new(), silent: Vec::new() };

    /// The law of an office: its region, and what it decided for itself.
    #[must_use]
    pub fn new(office: Option<&Office>, own: Vec<OwnWeight>) -> Self {
        Self { region: office.map(|office| office.region).unwrap_or_default(), own, silent: Vec::new() }
    }

    /// The law of the office of a file.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn read(read: &Read<'_>) -> Result<Self> {
        let own =
            read.office_rows()?.into_iter().filter(|row| row.table == Table::Rules.word() && row.stands());
        let weight = |row: OfficeRow| {
            let level = row.cells.get("level").cloned().unwrap_or_default();
            let level = serde_json::from_value(level).ok()?;
            Some(OwnWeight { rule: row.code, level, valid_from: row.valid_from, valid_to: row.valid_to })
        };
        Ok(Self::new(read.office()?.as_ref(), own.filter_map(weight).collect()))
    }

    /// The same law without one sentence: what the tests switch off, to see
    /// that a scenario then goes otherwise.
    #[must_use]
    pub fn without(self, sentence: &'static Rule) -> Self {
        let mut silent = self.silent;
        silent.push(sentence);
        Self { silent, ..self }
    }

    /// Whose profile it is.
    #[must_use]
    pub fn region(&self) -> Region {
        self.region
    }

    /// What becomes of a rule on a day. What the office decided comes before
    /// the profile, for rules that may be changed: those of one region and
    /// those not settled. A rule of one region that no row names is off.
    #[must_use]
    pub fn weight(&self, rule: &str, day: NaiveDate) -> Weight {
        let Some(row) = rules::get(rule) else { return Weight::AsIs };
        if !row.period().contains(day) {
            return Weight::Off;
        }
        if !row.may_change() {
            return Weight::AsIs;
        }
        let own = self.own.iter().filter(|own| own.rule == rule && own.period().contains(day));
        let own = own.max_by_key(|own| own.valid_from).map(|own| own.level);
        let nothing = if row.regions.is_empty() { Weight::AsIs } else { Weight::Off };
        own.or_else(|| rules::in_profile(self.region, rule, day)).unwrap_or(nothing)
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

    const REMOTE: Rule = Rule { id: "R-REM-2", level: Level::Block, reference: "", text: "Manca {}." };
    const NATIONAL: Rule = Rule { id: "R-DID-16", level: Level::Block, reference: "", text: "È futura." };
    const OPEN: Rule = Rule { id: "R-CNV-7", level: Level::Warn, reference: "", text: "Poco preavviso." };

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    fn of(region: Region) -> Law {
        Law::new(Some(&Office { region, ..Office::default() }), Vec::new())
    }

    fn own(rule: &str, level: Weight, from: NaiveDate) -> OwnWeight {
        OwnWeight { rule: rule.into(), level, valid_from: from, valid_to: None }
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
        let law = |rows| Law { own: rows, ..of(Region::Neutral) };
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
        let law = of(Region::Lombardia).without(&REMOTE);
        let found = vec![REMOTE.found().with("il collegamento"), NATIONAL.found()];
        let left = law.apply(found, day(2026, 11, 23));
        assert_eq!(left, vec![NATIONAL.found()]);
    }
}
