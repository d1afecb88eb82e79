//! The week of the office in figures: an operator a row, a day a column.

use std::cell::Cell;

use chrono::NaiveDate;
use ratatui::Frame;
use ratatui::layout::Rect;

use super::day::Lane;
use crate::desk::query::{DayBoard, DayCounts, OfficeWeek};
use crate::domain::ids::OperatorId;
use crate::domain::office::Operator;
use crate::ui::action::Action;
use crate::ui::linear::Linear;
use crate::ui::look::Look;
use crate::ui::screens::common;
use crate::ui::strings::{agenda as words, shell};
use crate::ui::theme::Role;
use crate::ui::widgets::lanes::{Lanes, Sheet};

/// Points open in a day: without outcome, without proof of the convocation,
/// with the pact unsigned.
fn open_points(counts: DayCounts) -> usize {
    counts.unclosed + counts.unproved + counts.unsigned
}

fn text(counts: DayCounts) -> String {
    let open = match open_points(counts) {
        0 => "-".to_owned(),
        open => format!("{open}{}", words::SIGN_UNPROVED),
    };
    format!("{:>3} {:>3} {open:>4}", counts.booked, counts.free)
}

/// What there is to show.
#[derive(Default)]
enum State {
    #[default]
    Loading,
    Ready(Vec<DayBoard>),
    Failed(String),
}

/// The week, with a pointer on an operator and a day.
#[derive(Default)]
pub struct Week {
    state: State,
    operators: Vec<Operator>,
    column: usize,
    row: usize,
    view: Lanes,
    page: Cell<usize>,
}

impl Week {
    /// Waiting for lanes.
    pub fn wait(&mut self) {
        self.state = State::Loading;
    }

    /// The question failed.
    pub fn fail(&mut self, why: String) {
        self.state = State::Failed(why);
    }

    fn days(&self) -> &[DayBoard] {
        match &self.state {
            State::Ready(days) => days,
            State::Loading | State::Failed(_) => &[],
        }
    }

    /// The week read.
    pub fn set(&mut self, week: OfficeWeek, home: (OperatorId, NaiveDate)) {
        let first = week.days.first().map(|board| &board.operators);
        self.operators = first.into_iter().flatten().map(|made| made.operator.clone()).collect();
        self.column = week.days.iter().position(|board| board.day == home.1).unwrap_or(0);
        self.row = self.operators.iter().position(|operator| operator.id == home.0).unwrap_or(0);
        self.state = State::Ready(week.days);
    }

    /// The lanes of one operator, a day each.
    #[must_use]
    pub fn of(&self, operator: OperatorId) -> Vec<Lane> {
        let lane = |board: &DayBoard| {
            let made = board.operators.iter().find(|made| made.operator.id == operator)?;
            Some(Lane::new(board, made, common::weekday(board.day)))
        };
        self.days().iter().filter_map(lane).collect()
    }

    /// Figures of the week.
    #[must_use]
    pub fn counts(&self) -> DayCounts {
        let mut all = DayCounts::default();
        self.days().iter().for_each(|board| all.add(board.counts));
        all
    }

    /// The days shown.
    #[must_use]
    pub fn span(&self) -> Option<(NaiveDate, NaiveDate)> {
        Some((self.days().first()?.day, self.days().last()?.day))
    }

    /// Whose and which day is under the pointer.
    #[must_use]
    pub fn chosen(&self) -> Option<(&Operator, NaiveDate)> {
        Some((self.operators.get(self.row)?, self.days().get(self.column)?.day))
    }

    /// Moves the pointer; true when the act was for the week.
    pub fn act(&mut self, action: Action) -> bool {
        let (columns, rows) = (self.days().len().saturating_sub(1), self.operators.len().saturating_sub(1));
        let page = self.page.get().max(1);
        match action {
            Action::Left => self.column = self.column.saturating_sub(1),
            Action::Right => self.column = (self.column + 1).min(columns),
            Action::Up => self.row = self.row.saturating_sub(1),
            Action::Down => self.row = (self.row + 1).min(rows),
            Action::PageUp => self.row = self.row.saturating_sub(page),
            Action::PageDown => self.row = (self.row + page).min(rows),
            Action::Home => self.row = 0,
            Action::End => self.row = rows,
            _ => return false,
        }
        true
    }

    /// Draws the figures, the office's own in the last row.
    pub fn draw(&self, frame: &mut Frame, area: Rect, pointer: Option<bool>, look: &Look) {
        let mut say = |text: &str, role| {
            look.put(frame.buffer_mut(), area, area.x + 2, area.y, text, role);
        };
        match &self.state {
            State::Loading => return say(shell::LOADING, Role::Disabled),
            State::Failed(why) => return say(&format!("[X] {why}"), Role::Error),
            State::Ready(_) => {}
        }
        let mut rows: Vec<String> = self.operators.iter().map(Operator::short_name).collect();
        rows.push(words::WHOLE_OFFICE.to_owned());
        let heads: Vec<[String; 2]> =
            self.days().iter().map(|board| [common::weekday(board.day), words::FIGURES.to_owned()]).collect();
        let sheet =
            Sheet { rows: &rows, heads: &heads, at: (self.column, self.row), pointer, cells: (13, 16) };
        self.page.set(usize::from(area.height.saturating_sub(3)));
        self.view.draw(frame, area, &sheet, look, |column, row, _| {
            let board = &self.days()[column];
            let Some(operator) = self.operators.get(row) else {
                return (text(board.counts), Role::Title);
            };
            let made = board.operators.iter().find(|made| made.operator.id == operator.id);
            let counts = made.map(|made| made.counts).unwrap_or_default();
            let away = made.is_some_and(|made| made.away);
            match &board.closed {
                Some(why) if counts.booked == 0 => (why.clone(), Role::Disabled),
                None if away && counts.booked == 0 => (words::AWAY.to_owned(), Role::Disabled),
                _ if open_points(counts) > 0 || away => (text(counts), Role::Warn),
                _ => (text(counts), Role::Text),
            }
        });
    }

    /// Tells the day under the pointer, an operator a line.
    pub fn linear(&self, out: &mut Linear, focused: bool) {
        match &self.state {
            State::Loading => return out.say(shell::LOADING, Role::Disabled),
            State::Failed(why) => return out.say(&format!("[X] {why}"), Role::Error),
            State::Ready(_) => {}
        }
        let Some(board) = self.days().get(self.column) else { return };
        out.head(&common::long_date(board.day));
        if let Some(why) = &board.closed {
            out.say(&format!("{} {why}", words::CLOSED), Role::Text);
        }
        let said = |counts: DayCounts| words::figures(counts.booked, counts.free, open_points(counts));
        out.list(self.operators.len(), self.row, focused, |row| {
            let operator = &self.operators[row];
            let made = board.operators.iter().find(|made| made.operator.id == operator.id);
            format!("{}, {}", operator.short_name(), said(made.map(|made| made.counts).unwrap_or_default()))
        });
        out.pair(words::WHOLE_OFFICE, &said(board.counts));
    }
}
