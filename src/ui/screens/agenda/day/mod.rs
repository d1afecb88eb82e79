//! The day of the office, or the week of one operator: lanes side by side,
//! each with who comes and what is free, and a pointer among them.

pub mod grid;
pub mod list;
pub mod tile;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use crate::desk::query::{AgendaRow, Booked, Cell, CellKind, DayBoard, DayCounts, OperatorDay};
use crate::domain::ids::{AppointmentId, OperatorId};
use crate::ui::action::Action;
use crate::ui::strings::agenda as words;
use crate::ui::widgets::lanes::Lanes;

/// One operator on one day.
#[derive(Clone, Debug, PartialEq)]
pub struct Lane {
    /// Whose.
    pub operator: OperatorId,
    /// Which day.
    pub day: NaiveDate,
    /// What stands over it: the operator of a day, the day of a week.
    pub title: String,
    /// Why nobody is received: a holiday, an absence.
    pub away: Option<String>,
    /// By hour.
    pub cells: Vec<Cell>,
    /// Figures.
    pub counts: DayCounts,
}

impl Lane {
    /// A day of an operator, under a title: the operator of a day, the day of
    /// a week.
    #[must_use]
    pub fn new(day: &DayBoard, made: &OperatorDay, title: String) -> Self {
        let closed = day.closed.as_ref().map(|why| format!("{} {why}", words::CLOSED));
        Self {
            operator: made.operator.id,
            day: day.day,
            title,
            away: closed.or_else(|| made.away.then(|| words::AWAY.to_owned())),
            cells: made.cells.clone(),
            counts: made.counts,
        }
    }
}

/// The appointment of a cell with what is amiss.
#[must_use]
pub fn booked(cell: &Cell) -> Option<&Booked> {
    match &cell.kind {
        CellKind::Booked(booked) => Some(booked),
        CellKind::Free | CellKind::Pause | CellKind::Away => None,
    }
}

fn may_be_chosen(cell: &Cell) -> bool {
    matches!(cell.kind, CellKind::Booked(_) | CellKind::Free)
}

fn from(cell: &Cell) -> NaiveTime {
    cell.start.time()
}

/// Does it last over an hour of its day?
fn covers(cell: &Cell, day: NaiveDate, hour: NaiveTime) -> bool {
    let hour = day.and_time(hour);
    cell.start <= hour && hour < cell.end()
}

/// What there is to show.
#[derive(Default)]
enum State {
    #[default]
    Loading,
    Ready(Vec<Lane>),
    Failed(String),
}

/// The lanes with a pointer.
#[derive(Default)]
pub struct Board {
    state: State,
    lane: usize,
    at: usize,
    /// The hour the pointer came from, kept across lanes with nothing there.
    hour: Option<NaiveTime>,
    /// The hour to go to when the lanes come.
    aim: Option<NaiveTime>,
    view: Lanes,
}

impl Board {
    /// Waiting for lanes.
    pub fn wait(&mut self) {
        self.state = State::Loading;
    }

    /// The question failed.
    pub fn fail(&mut self, why: String) {
        self.state = State::Failed(why);
    }

    /// What was just booked is at this hour of the lanes to come.
    pub fn aim(&mut self, hour: Option<NaiveTime>) {
        self.aim = hour;
    }

    /// Lanes read again: the pointer stays on its appointment or hour.
    /// The first time it goes to the lane `home`, to what is not over yet.
    pub fn set(&mut self, lanes: Vec<Lane>, home: (OperatorId, NaiveDate), now: NaiveDateTime) {
        let fresh = !matches!(self.state, State::Ready(_));
        let kept = self.selected().map(|row| row.appointment.id);
        let whose = if fresh { home } else { self.lane().map_or(home, |lane| (lane.operator, lane.day)) };
        self.lane = lanes.iter().position(|lane| (lane.operator, lane.day) == whose).unwrap_or(0);
        self.state = State::Ready(lanes);
        let known = kept.filter(|_| !fresh).is_some_and(|id| self.find(id));
        let hour = self.aim.take().or(self.hour.filter(|_| !fresh));
        match hour {
            _ if known => {}
            Some(hour) => {
                self.go_to_hour(hour);
                self.hour = Some(hour);
            }
            None => self.first_ahead(now),
        }
    }

    /// Puts the pointer on an appointment, if it is here.
    pub fn find(&mut self, id: AppointmentId) -> bool {
        let is = |cell: &Cell| cell.appointment().is_some_and(|appointment| appointment.id == id);
        let place = self.lanes().iter().enumerate().find_map(|(lane, shown)| {
            let at = shown.cells.iter().position(is)?;
            Some((lane, at))
        });
        if let Some((lane, at)) = place {
            (self.lane, self.at) = (lane, at);
            self.hour = self.cell().map(from);
        }
        place.is_some()
    }

    /// Figures of all the lanes.
    #[must_use]
    pub fn counts(&self) -> DayCounts {
        let mut all = DayCounts::default();
        self.lanes().iter().for_each(|lane| all.add(lane.counts));
        all
    }

    /// The lanes, none while waiting.
    #[must_use]
    pub fn lanes(&self) -> &[Lane] {
        match &self.state {
            State::Ready(lanes) => lanes,
            State::Loading | State::Failed(_) => &[],
        }
    }

    /// Why there is nothing to see; `None` when there is something.
    fn instead(&self) -> Option<Result<&'static str, &str>> {
        match &self.state {
            State::Loading => Some(Ok(crate::ui::strings::shell::LOADING)),
            State::Failed(why) => Some(Err(why)),
            State::Ready(_) => None,
        }
    }

    /// The lane under the pointer.
    #[must_use]
    pub fn lane(&self) -> Option<&Lane> {
        self.lanes().get(self.lane)
    }

    /// Puts the pointer on the lane of an operator.
    pub fn go_to_lane(&mut self, operator: OperatorId) {
        if let Some(lane) = self.lanes().iter().position(|lane| lane.operator == operator) {
            self.turn(lane);
        }
    }

    /// What the pointer is on.
    #[must_use]
    pub fn cell(&self) -> Option<&Cell> {
        self.lane()?.cells.get(self.at)
    }

    /// The appointment under the pointer.
    #[must_use]
    pub fn selected(&self) -> Option<&AgendaRow> {
        self.cell().and_then(booked).map(|booked| &booked.row)
    }

    /// Moves the pointer; true when the act was for the board.
    pub fn act(&mut self, action: Action) -> bool {
        const PAGE: usize = 5;
        let places: Vec<usize> = match self.lane() {
            Some(lane) => (0..lane.cells.len()).filter(|place| may_be_chosen(&lane.cells[*place])).collect(),
            None => Vec::new(),
        };
        let here = places.iter().position(|place| *place == self.at).unwrap_or(0);
        let last = places.len().saturating_sub(1);
        let to = match action {
            Action::Left => {
                self.turn(self.lane.saturating_sub(1));
                return true;
            }
            Action::Right => {
                self.turn((self.lane + 1).min(self.lanes().len().saturating_sub(1)));
                return true;
            }
            Action::Up => here.saturating_sub(1),
            Action::Down => (here + 1).min(last),
            Action::PageUp => here.saturating_sub(PAGE),
            Action::PageDown => (here + PAGE).min(last),
            Action::Home => 0,
            Action::End => last,
            _ => return false,
        };
        if let Some(place) = places.get(to) {
            self.at = *place;
            self.hour = self.cell().map(from);
        }
        true
    }

    fn turn(&mut self, lane: usize) {
        self.lane = lane;
        if let Some(hour) = self.hour {
            self.go_to_hour(hour);
        } else {
            self.at = 0;
        }
    }

    /// The entry at an hour, or the nearest one; the hour is kept.
    fn go_to_hour(&mut self, hour: NaiveTime) {
        let Some(lane) = self.lane() else { return };
        let far = |cell: &Cell| {
            let inside = covers(cell, lane.day, hour);
            (!inside, (from(cell) - hour).num_minutes().abs())
        };
        let places = lane.cells.iter().enumerate().filter(|(_, cell)| may_be_chosen(cell));
        self.at = places.min_by_key(|(_, cell)| far(cell)).map_or(0, |(place, _)| place);
    }

    /// The first that is not over, else the first of the day.
    fn first_ahead(&mut self, now: NaiveDateTime) {
        let Some(lane) = self.lane() else { return };
        let ahead = |cell: &Cell| cell.appointment().is_some_and(|appointment| appointment.end() > now);
        let first = lane.cells.iter().position(may_be_chosen).unwrap_or(0);
        let today = lane.day == now.date();
        self.at = lane.cells.iter().position(ahead).filter(|_| today).unwrap_or(first);
        self.hour = self.cell().map(from);
    }
}

#[cfg(test)]
mod tests;
