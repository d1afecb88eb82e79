//! The rows of DI02: what waits to be settled on top, then the jobs.

use chrono::NaiveDate;

use crate::desk::query::PersonCard;
use crate::domain::did::follow::ToSettle;
use crate::domain::employment::{Employment, Job, Spell, job};
use crate::ui::screens::common;
use crate::ui::strings::jobs as words;
use crate::ui::widgets::table::Column;

/// A row.
#[derive(Clone, Debug)]
pub enum Row {
    /// Waits for an act.
    Open(Box<ToSettle>),
    /// A job, weighed; `None` for one taken back.
    Job(Box<Employment>, Option<Box<Job>>, NaiveDate),
}

/// The rows of a card: what waits, then the jobs, the latest first.
pub fn rows(card: &PersonCard, today: NaiveDate) -> Vec<Row> {
    let jobs = card.jobs();
    let open = card.to_settle(today).into_iter().map(|open| Row::Open(Box::new(open)));
    let mut known: Vec<&Employment> = card.employments.iter().collect();
    known.sort_by_key(|employment| std::cmp::Reverse((employment.start, employment.id)));
    let known = known.into_iter().map(|employment| {
        let weighed = jobs.iter().find(|job| job.id == employment.id).cloned().map(Box::new);
        Row::Job(Box::new(employment.clone()), weighed, today)
    });
    open.chain(known).collect()
}

/// How many rows wait.
pub fn waiting(rows: &[Row]) -> usize {
    rows.iter().filter(|row| matches!(row, Row::Open(_))).count()
}

/// Columns of the list.
pub fn columns() -> Vec<Column> {
    vec![
        Column::new(words::FROM, 10),
        Column::new(words::TO, 10),
        Column::rest(words::JOB),
        Column::new(words::KIND, 11),
        Column::new(words::DAYS, 4),
        Column::new(words::LIMIT, 8),
        Column::new(words::CO, 12).from(100),
    ]
}

/// The texts of a row.
pub fn cells(row: &Row) -> Vec<String> {
    match row {
        Row::Open(open) => {
            let rule = open.finding.rule.to_string();
            let mut cells = vec![words::TO_SETTLE.to_owned(), rule, open.finding.text.clone()];
            cells.resize(7, String::new());
            cells
        }
        Row::Job(employment, job, today) => vec![
            common::day(employment.start),
            common::day(employment.end),
            employment.employer.clone(),
            employment.kind.short().to_owned(),
            job.as_ref().map_or_else(String::new, |job| job.days(*today).to_string()),
            job.as_ref()
                .and_then(|job| last(job))
                .map_or(words::WITHDRAWN, |s| s.standing.label())
                .to_owned(),
            employment.co_reference.clone(),
        ],
    }
}

/// The last stretch of a job.
pub fn last(job: &Job) -> Option<&Spell> {
    job.spells.last()
}

/// The arithmetic of a row: each stretch with its days.
pub fn sums(job: &Job) -> Vec<String> {
    let several = job.spells.len() > 1;
    let line = |spell: &Spell| {
        let sum = job::sum(job.kind, spell);
        if several { format!("dal {}: {sum}", common::day(Some(spell.from))) } else { sum }
    };
    job.spells.iter().map(line).collect()
}
