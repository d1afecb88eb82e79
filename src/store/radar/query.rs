//! The questions to the radar.

use std::cmp::Ordering;

use chrono::NaiveDate;
use rusqlite::{Row as SqlRow, params};

use super::{day, joined, number};
use crate::domain::deadline::{Clock, Consequence, Kind};
use crate::domain::ids::{OperatorId, RegistrantId};
use crate::fault::Result;
use crate::store::errors::fault;
use crate::store::write::Read;

/// Which clocks of the office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// As it is shown on this day.
    pub today: NaiveDate,
    /// Due on this day or later.
    pub from: Option<NaiveDate>,
    /// Due on this day or before.
    pub until: Option<NaiveDate>,
    /// Of this operator; of everybody when `None`.
    pub operator: Option<OperatorId>,
    /// Of these kinds; of all when there are none.
    pub kinds: &'static [Kind],
    /// How many rows are passed over.
    pub skip: usize,
    /// How many rows at most.
    pub limit: usize,
}

/// A clock with whose it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Whose.
    pub person: RegistrantId,
    /// As registered.
    pub surname: String,
    /// As registered.
    pub name: String,
    /// As registered.
    pub fiscal_code: String,
    /// The clock.
    pub clock: Clock,
}

/// How many clocks of a kind are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KindCount {
    /// Which kind.
    pub kind: Kind,
    /// Last day past.
    pub overdue: u64,
    /// Last day today.
    pub today: u64,
    /// Last day within the next seven.
    pub week: u64,
}

const COLUMNS: &str = "consequence, due, kind, start, unit, amount, shown_from, shown_until, operator";

impl Read<'_> {
    /// The clocks of one person as the table has them.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn kept_clocks(&self, person: RegistrantId) -> Result<Vec<Clock>> {
        let sql = format!("SELECT {COLUMNS}, subject FROM local_deadline WHERE person = ?1");
        let mut found = self.all(&sql, [person], clock)?;
        found.sort();
        Ok(found)
    }

    /// Clocks of the office by consequence, then day.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn radar(&self, asked: &Asked) -> Result<Vec<Row>> {
        let end = |day: Option<NaiveDate>, else_day| number(day.unwrap_or(else_day));
        let (from, until) = (end(asked.from, Clock::ALWAYS), end(asked.until, Clock::FOREVER));
        let mut sql = format!(
            "SELECT {COLUMNS}, subject, person, r.surname, r.name, r.fiscal_code
             FROM local_deadline INDEXED BY local_deadline_due CROSS JOIN registrant r ON r.id = person
             WHERE consequence = ?1 AND due BETWEEN ?2 AND ?3 AND shown_from <= ?4 AND shown_until >= ?4"
        );
        if asked.operator.is_some() {
            sql.push_str(" AND operator = ?5");
        }
        if !asked.kinds.is_empty() {
            let numbers: Vec<String> = asked.kinds.iter().map(|kind| (*kind as i64).to_string()).collect();
            sql.push_str(&format!(" AND kind IN ({})", numbers.join(", ")));
        }
        sql.push_str(" ORDER BY due, person, kind LIMIT ?6");
        let mut rows = Vec::new();
        let (mut skip, mut left) = (asked.skip, asked.limit);
        let wanted = |consequence: &Consequence| {
            asked.kinds.is_empty() || asked.kinds.iter().any(|kind| kind.consequence() == *consequence)
        };
        // One consequence after the other: each is one walk along the index.
        for consequence in Consequence::ALL.into_iter().filter(wanted) {
            if left == 0 {
                break;
            }
            let found = self.all(
                &sql,
                params![
                    consequence as i64,
                    from,
                    until,
                    number(asked.today),
                    asked.operator,
                    i64::try_from(left.saturating_add(skip)).unwrap_or(i64::MAX),
                ],
                |row| {
                    Ok(Row {
                        clock: clock(row)?,
                        person: row.get(10)?,
                        surname: row.get(11)?,
                        name: row.get(12)?,
                        fiscal_code: row.get(13)?,
                    })
                },
            )?;
            let passed = skip.min(found.len());
            skip -= passed;
            left -= found.len() - passed;
            rows.extend(found.into_iter().skip(passed));
        }
        Ok(rows)
    }

    /// How many clocks are overdue, due today and within a week, by kind.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn radar_counts(&self, today: NaiveDate, operator: Option<OperatorId>) -> Result<Vec<KindCount>> {
        let now = number(today);
        // Counted here: to group them SQLite would sort all of them first.
        let sql = "SELECT kind, due FROM local_deadline INDEXED BY local_deadline_due
                   WHERE consequence BETWEEN 0 AND 3 AND due <= ?1 + 7 AND shown_from <= ?1 AND shown_until >= ?1
                     AND (?2 IS NULL OR operator = ?2)";
        let mut counts: Vec<KindCount> =
            Kind::ALL.iter().map(|kind| KindCount { kind: *kind, overdue: 0, today: 0, week: 0 }).collect();
        let mut count = || -> rusqlite::Result<()> {
            let mut statement = self.conn().prepare_cached(sql)?;
            let mut rows = statement.query(params![now, operator])?;
            while let Some(row) = rows.next()? {
                let (kind, due): (u32, i32) = (row.get(0)?, row.get(1)?);
                // The kinds are numbered from one in their order: a test says so.
                let place = usize::try_from(kind).unwrap_or_default().wrapping_sub(1);
                let Some(of) = counts.get_mut(place) else { continue };
                match due.cmp(&now) {
                    Ordering::Less => of.overdue += 1,
                    Ordering::Equal => of.today += 1,
                    Ordering::Greater => of.week += 1,
                }
            }
            Ok(())
        };
        count().map_err(fault)?;
        counts.retain(|of| of.overdue + of.today + of.week > 0);
        Ok(counts)
    }
}

/// The clock of a row that begins with [`COLUMNS`] and the subject.
fn clock(row: &SqlRow<'_>) -> rusqlite::Result<Clock> {
    let wrong = |place, value| rusqlite::Error::IntegralValueOutOfRange(place, value);
    let consequence: i64 = row.get(0)?;
    let (kind, unit): (i64, i64) = (row.get(2)?, row.get(4)?);
    Ok(Clock {
        consequence: Consequence::ALL
            .into_iter()
            .find(|one| *one as i64 == consequence)
            .ok_or(wrong(0, consequence))?,
        due: day(row.get(1)?),
        kind: Kind::numbered(kind).ok_or(wrong(2, kind))?,
        from: day(row.get(3)?),
        span: joined(unit, row.get(5)?).ok_or(wrong(4, unit))?,
        shown_from: day(row.get(6)?),
        shown_until: day(row.get(7)?),
        operator: row.get(8)?,
        subject: uuid::Uuid::from_bytes(row.get(9)?),
    })
}
