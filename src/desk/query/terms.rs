//! The radar: what is due, for one person or for the office.

use chrono::NaiveDate;

use crate::desk::standing;
use crate::domain::deadline::Kind;
use crate::domain::deadline::Term;
use crate::domain::ids::{OperatorId, RegistrantId};
use crate::domain::registrant::Registrant;
use crate::fault::Result;
use crate::store::Read;
use crate::store::radar::{Asked, KindCount};

/// A term with whose it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermRow {
    /// Whose.
    pub registrant: RegistrantId,
    /// `ROSSI MARIA`.
    pub person: String,
    /// Fiscal code.
    pub fiscal_code: String,
    /// The term.
    pub deadline: Term,
}

/// Which terms of the office.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TermFilter {
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

/// The radar of the office.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OfficeRadar {
    /// By consequence, then day.
    pub rows: Vec<TermRow>,
    /// There are more after them.
    pub more: bool,
    /// How many are overdue, due today and within a week, by kind, of the
    /// same operator.
    pub counts: Vec<KindCount>,
}

impl OfficeRadar {
    /// Reads a stretch of the radar as it is on a day.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn read(read: &Read<'_>, filter: &TermFilter, today: NaiveDate) -> Result<Self> {
        let limit = filter.limit.saturating_add(1);
        let mut rows = office(read, filter, limit, today)?;
        let more = rows.len() > filter.limit;
        rows.truncate(filter.limit);
        Ok(Self { rows, more, counts: read.radar_counts(today, filter.operator)? })
    }
}

/// The terms of one person, or of everybody, up to a day included.
pub(super) fn read(
    read: &Read<'_>,
    person: Option<RegistrantId>,
    until: Option<NaiveDate>,
    today: NaiveDate,
) -> Result<Vec<TermRow>> {
    let Some(id) = person else {
        let filter = TermFilter { until, ..TermFilter::default() };
        return office(read, &filter, usize::MAX, today);
    };
    let person: Registrant = read.need(id.0)?;
    let due = standing::deadlines(read, id, today)?.into_iter();
    let due = due.filter(|term| until.is_none_or(|last| term.due <= last));
    Ok(due
        .map(|deadline| TermRow {
            registrant: id,
            person: person.list_name(),
            fiscal_code: person.fiscal_code.clone(),
            deadline,
        })
        .collect())
}

fn office(read: &Read<'_>, filter: &TermFilter, limit: usize, today: NaiveDate) -> Result<Vec<TermRow>> {
    let asked = Asked {
        today,
        from: filter.from,
        until: filter.until,
        operator: filter.operator,
        kinds: filter.kinds,
        skip: filter.skip,
        limit,
    };
    let closures = read.closures()?;
    let told = |row: crate::store::radar::Row| TermRow {
        registrant: row.person,
        person: format!("{} {}", row.surname, row.name).to_uppercase(),
        fiscal_code: row.fiscal_code,
        deadline: Term::of(&row.clock, |day| standing::is_closed(&closures, day)),
    };
    let mut rows: Vec<TermRow> = read.radar(&asked)?.into_iter().map(told).collect();
    rows.sort_by(|a, b| {
        let order = |row: &TermRow| (row.deadline.consequence, row.deadline.due);
        (order(a), &a.person, a.registrant, a.deadline.kind).cmp(&(
            order(b),
            &b.person,
            b.registrant,
            b.deadline.kind,
        ))
    });
    Ok(rows)
}
