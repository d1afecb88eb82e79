//! Whose record has been still for long, and is open in nothing.

use chrono::NaiveDate;

use super::convert::Day;
use super::write::Read;
use crate::domain::ids::RegistrantId;
use crate::fault::Result;

/// Somebody about whom nothing was done since a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Still {
    /// Who.
    pub registrant: RegistrantId,
    /// The day of the last act.
    pub last_on: NaiveDate,
}

impl Read<'_> {
    /// People about whom nothing was done since before a day, without a DID, a
    /// case or an application that is open nor a restriction that holds: who
    /// has been still longest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn still_since(&self, before: NaiveDate, skip: usize, limit: usize) -> Result<Vec<Still>> {
        let sql = "WITH last AS (
              SELECT r.id, substr(max(
                coalesce((SELECT max(at) FROM state_event WHERE registrant = r.id), ''),
                coalesce((SELECT max(start) FROM appointment WHERE registrant = r.id), ''),
                coalesce((SELECT max(date) FROM activity WHERE registrant = r.id), ''),
                coalesce((SELECT max(date) FROM assessment WHERE registrant = r.id), ''),
                coalesce((SELECT max(date) FROM did WHERE registrant = r.id), ''),
                coalesce((SELECT max(issued_at) FROM document WHERE registrant = r.id), ''),
                coalesce((SELECT max(given_on) FROM privacy_notice WHERE registrant = r.id), ''),
                coalesce((SELECT max(at) FROM restriction WHERE registrant = r.id), '')
              ), 1, 10) AS day FROM registrant r)
            SELECT id, day FROM last
            WHERE day <> '' AND day < ?1
              AND NOT EXISTS (SELECT 1 FROM did WHERE registrant = last.id AND ended_on IS NULL)
              AND NOT EXISTS (SELECT 1 FROM restriction WHERE registrant = last.id AND lifted_on IS NULL)
            ORDER BY day, id LIMIT ?2 OFFSET ?3";
        let (limit, skip) = (i64::try_from(limit).unwrap_or(-1), i64::try_from(skip).unwrap_or(0));
        self.all(sql, (Day(before), limit, skip), |row| {
            Ok(Still { registrant: row.get(0)?, last_on: row.get::<_, Day>(1)?.0 })
        })
    }

    /// Of everybody whose data may be counted (no restriction holds), what a
    /// statistic asks: sex, birth, citizenship, place of residence.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn counted(&self) -> Result<Vec<Counted>> {
        let sql = "SELECT sex, birth_date, citizenship, residence_place FROM registrant r
            WHERE NOT EXISTS (SELECT 1 FROM restriction WHERE registrant = r.id AND lifted_on IS NULL)";
        self.all(sql, [], |row| {
            Ok(Counted {
                sex: row.get::<_, Option<String>>(0)?.unwrap_or_default(),
                birth: row.get::<_, Option<Day>>(1)?.map(|day| day.0),
                citizenship: row.get::<_, Option<String>>(2)?.unwrap_or_default(),
                residence: row.get::<_, Option<String>>(3)?.unwrap_or_default(),
            })
        })
    }
}

/// What a statistic asks of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// `F`, `M`; may be empty.
    pub sex: String,
    /// Day of birth.
    pub birth: Option<NaiveDate>,
    /// Code of the citizenship.
    pub citizenship: String,
    /// Code of the place of residence.
    pub residence: String,
}
