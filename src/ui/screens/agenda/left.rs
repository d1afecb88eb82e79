//! What the past left open: appointments without outcome (R-CNV-17), absences
//! whose reason is awaited (R-JUS-2). It stands on top until it is closed.

use chrono::NaiveDate;

use super::day::tile;
use crate::desk::query::AgendaRow;
use crate::ui::look::width;
use crate::ui::screens::common;
use crate::ui::strings::agenda as words;
use crate::ui::widgets::table::Column;

/// Most of them that have a digit of their own.
pub const DIGITS: usize = 9;

/// Something left open.
#[derive(Clone, Debug, PartialEq)]
pub struct Left {
    /// The appointment.
    pub row: AgendaRow,
    /// Until when the reason of an absence may come; `None` when there is no
    /// outcome at all.
    pub reason_until: Option<NaiveDate>,
}

impl Left {
    /// What is missing.
    fn missing(&self, today: NaiveDate) -> String {
        match self.reason_until {
            None => words::WITHOUT_OUTCOME.to_owned(),
            Some(until) if until < today => words::reason_late(&until.format("%d/%m").to_string()),
            Some(until) if until == today => words::REASON_TODAY.to_owned(),
            Some(until) => words::reason_until(&until.format("%d/%m").to_string()),
        }
    }

    /// The texts of a row among all of them: the first nine have a digit.
    #[must_use]
    pub fn cells(&self, all: &[Self], today: NaiveDate) -> Vec<String> {
        let same = |other: &Self| other.row.appointment.id == self.row.appointment.id;
        let place = all.iter().position(same).filter(|place| *place < DIGITS);
        let key = place.map(|place| (place + 1).to_string()).unwrap_or_default();
        vec![
            key,
            self.row.person.clone(),
            common::moment(self.row.appointment.start),
            tile::service_letters(&self.row.appointment.service),
            self.row.operator.clone(),
            self.missing(today),
        ]
    }
}

/// Without outcome first, one's own before the others', the oldest first.
pub fn sort(left: &mut [Left], own: crate::domain::ids::OperatorId) {
    left.sort_by_key(|item| {
        let appointment = &item.row.appointment;
        (item.reason_until.is_some(), appointment.operator != own, appointment.start, appointment.id)
    });
}

/// The columns, those at the end as wide as they need: the name has the rest.
#[must_use]
pub fn columns(left: &[Left], today: NaiveDate) -> Vec<Column> {
    let widest = |text: &dyn Fn(&Left) -> String| left.iter().map(|item| width(&text(item))).max();
    vec![
        Column::new("", 1),
        Column::rest(""),
        Column::new("", 15),
        Column::new("", 3),
        Column::new("", widest(&|item| item.row.operator.clone()).unwrap_or(1).clamp(1, 14)),
        Column::new("", widest(&|item| item.missing(today)).unwrap_or(1)),
    ]
}

/// Its heading: how many of each kind.
#[must_use]
pub fn title(left: &[Left]) -> String {
    let reasons = left.iter().filter(|item| item.reason_until.is_some()).count();
    let mut parts = Vec::new();
    if left.len() > reasons {
        parts.push(format!("{}  {}", words::UNCLOSED, left.len() - reasons));
    }
    if reasons > 0 {
        parts.push(format!("{}  {reasons}", words::REASONS));
    }
    parts.join("   ")
}
