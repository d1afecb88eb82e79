//! The tables in force on a day: those that ship with the program, and the
//! office's own rows over them.

use std::sync::OnceLock;

use chrono::NaiveDate;

use crate::domain::parameters::Parameters;
use crate::tables::parameters;

/// Every table by date of effect. A past case is judged by the table of its
/// day: ask for the day the clock started, or the fact happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Catalogue {
    /// The parameters from each day on which some changed; the first entry
    /// holds from ever.
    parameters: Vec<(NaiveDate, Parameters)>,
}

impl Catalogue {
    /// The parameters of a day.
    #[must_use]
    pub fn parameters(&self, day: NaiveDate) -> &Parameters {
        let after = self.parameters.partition_point(|(from, _)| *from <= day);
        &self.parameters[after.saturating_sub(1)].1
    }

    fn shipped() -> Self {
        let rows = parameters::all();
        let mut days: Vec<NaiveDate> = rows
            .iter()
            .flat_map(|row| [row.valid_from, row.valid_to.and_then(|to| to.succ_opt())])
            .flatten()
            .chain([NaiveDate::MIN])
            .collect();
        days.sort();
        days.dedup();
        let on = |day: NaiveDate| {
            Parameters::read(|code| {
                let holds = rows.iter().rfind(|row| row.code == code && row.period().contains(day));
                holds.map(|row| row.value.clone())
            })
            .expect("a test reads the parameters of every day")
        };
        Self { parameters: days.into_iter().map(|day| (day, on(day))).collect() }
    }
}

/// The tables as they ship, for who has no office.
#[must_use]
pub fn embedded() -> &'static Catalogue {
    static SHIPPED: OnceLock<Catalogue> = OnceLock::new();
    SHIPPED.get_or_init(Catalogue::shipped)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_has_its_parameters() {
        let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
        for day in [NaiveDate::MIN, day(2015, 9, 24), day(2026, 11, 23), NaiveDate::MAX] {
            let of = embedded().parameters(day);
            assert_eq!((of.psp.contact_days, of.psp.contact_days_insurance), (30, 15), "{day}");
            assert_eq!((of.did.suspension_days, of.did.sanction_wait_months), (180, 2), "{day}");
        }
    }
}
