//! The rows of LE01: those an act proposes on top, then the log.

use crate::desk::query::PersonCard;
use crate::domain::activity::{Activity, Proposal, proposals};
use crate::domain::office::Operator;
use crate::ui::screens::{common, lep};
use crate::ui::strings::activities as words;
use crate::ui::widgets::table::Column;

/// A row.
#[derive(Clone, Debug)]
pub enum Row {
    /// Follows from an act; one key logs it.
    Proposed(Proposal),
    /// Logged.
    Logged(Box<Activity>, String),
}

/// The rows of a card, newest first after those that wait.
pub fn rows(card: &PersonCard, operators: &[Operator]) -> Vec<Row> {
    let open = proposals(&card.dids, &card.assessments, &card.versions, &card.targeted, &card.activities);
    let who = |username: &str| {
        let known = operators.iter().find(|operator| operator.username == username);
        known.map_or_else(|| username.to_uppercase(), Operator::short_name)
    };
    let mut logged: Vec<&Activity> = card.activities.iter().collect();
    logged.sort_by_key(|activity| std::cmp::Reverse((activity.date, activity.id)));
    let proposed = open.into_iter().map(Row::Proposed);
    proposed.chain(logged.into_iter().map(|a| Row::Logged(Box::new(a.clone()), who(&a.by)))).collect()
}

/// How many rows wait.
pub fn waiting(rows: &[Row]) -> usize {
    rows.iter().filter(|row| matches!(row, Row::Proposed(_))).count()
}

/// Columns of the list.
pub fn columns() -> Vec<Column> {
    vec![
        Column::new(words::DATE, 10),
        Column::new(words::LEP, 3),
        Column::new(words::SAP, 4),
        Column::rest(words::ACTIVITY),
        Column::new(words::MINUTES, 3).from(84),
        Column::new(words::STATE, 13),
        Column::new(words::OPERATOR, 10),
    ]
}

/// The texts of a row.
pub fn cells(row: &Row) -> Vec<String> {
    match row {
        Row::Proposed(proposal) => vec![
            common::day(Some(proposal.date)),
            proposal.lep.to_owned(),
            proposal.sap.label(),
            lep::title(proposal.lep).to_owned(),
            String::new(),
            words::TO_CONFIRM.to_owned(),
            String::new(),
        ],
        Row::Logged(activity, who) => vec![
            common::day(Some(activity.date)),
            activity.lep.clone(),
            activity.sap.label(),
            lep::title(&activity.lep).to_owned(),
            format!("{:03}", activity.minutes),
            activity.state.label().to_owned(),
            who.clone(),
        ],
    }
}
