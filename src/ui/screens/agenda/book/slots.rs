//! The free slots of some days: a day a row, the hours beside each other.

use chrono::{NaiveDate, NaiveDateTime};
use ratatui::Frame;
use ratatui::layout::Rect;

use crate::desk::query::FreeDay;
use crate::ui::action::Action;
use crate::ui::linear::Linear;
use crate::ui::look::{Look, width};
use crate::ui::screens::common;
use crate::ui::strings::{agenda as words, shell};
use crate::ui::theme::Role;
use crate::ui::widgets::table::scrolled;

/// Cells of the day at the left.
const DAYS: u16 = 13;
/// Cells of a slot with what parts it from the next.
const SLOT: u16 = 7;

/// The days with one slot chosen.
#[derive(Default)]
pub struct Slots {
    state: State,
    row: usize,
    column: usize,
}

/// What there is to show.
#[derive(Default)]
enum State {
    #[default]
    Loading,
    Ready(Vec<FreeDay>),
    Failed(String),
}

impl Slots {
    /// New days: the first free slot is chosen.
    pub fn set(&mut self, days: Vec<FreeDay>) {
        self.row = days.iter().position(|day| !day.free.is_empty()).unwrap_or(0);
        self.column = 0;
        self.state = State::Ready(days);
    }

    /// Waiting for days.
    pub fn wait(&mut self) {
        self.state = State::Loading;
    }

    /// Is it waiting?
    #[must_use]
    pub fn waiting(&self) -> bool {
        matches!(self.state, State::Loading)
    }

    /// The question failed.
    pub fn fail(&mut self, why: String) {
        self.state = State::Failed(why);
    }

    fn days(&self) -> &[FreeDay] {
        match &self.state {
            State::Ready(days) => days,
            State::Loading | State::Failed(_) => &[],
        }
    }

    /// The first day shown.
    pub fn first_day(&self) -> Option<NaiveDate> {
        self.days().first().map(|day| day.day)
    }

    /// The moment chosen.
    pub fn chosen(&self) -> Option<NaiveDateTime> {
        Some(self.slots(self.row).get(self.column)?.start)
    }

    fn slots(&self, row: usize) -> &[crate::desk::query::Slot] {
        self.days().get(row).map_or(&[], |day| &day.free)
    }

    /// Moves the choice; true when the act was for the grid.
    pub fn act(&mut self, action: Action) -> bool {
        let rows = self.days().len();
        let free = |row: &usize| !self.slots(*row).is_empty();
        let to = match action {
            Action::Up => (0..self.row).rev().find(free),
            Action::Down => (self.row + 1..rows).find(free),
            Action::Home | Action::PageUp => (0..rows).find(free),
            Action::End | Action::PageDown => (0..rows).rev().find(free),
            Action::Left => {
                self.column = self.column.saturating_sub(1);
                return true;
            }
            Action::Right => {
                self.column = (self.column + 1).min(self.slots(self.row).len().saturating_sub(1));
                return true;
            }
            _ => return false,
        };
        if let Some(row) = to {
            // The nearest hour, not the same place in the row.
            let hour = self.chosen().map(|at| at.time());
            self.row = row;
            let nearest = hour.and_then(|hour| {
                let far = |slot: &crate::desk::query::Slot| (slot.start.time() - hour).num_minutes().abs();
                let slots = self.slots(row);
                (0..slots.len()).min_by_key(|place| far(&slots[*place]))
            });
            self.column = nearest.unwrap_or(0);
        }
        true
    }

    /// Tells the days one a line; the hours of the chosen one are a list.
    pub fn linear(&self, out: &mut Linear) {
        match &self.state {
            State::Loading => return out.say(shell::LOADING, Role::Disabled),
            State::Failed(why) => return out.say(&format!("[X] {why}"), Role::Error),
            State::Ready(_) => {}
        }
        let days = self.days();
        for (row, day) in days.iter().enumerate() {
            let name = common::weekday(day.day);
            let hours = |slot: &crate::desk::query::Slot| common::hour(slot.start.time());
            if let Some(why) = day.closed.as_ref().filter(|_| day.free.is_empty()) {
                out.pair(&name, &format!("{} {why}", words::CLOSED));
            } else if day.free.is_empty() {
                out.pair(&name, words::FULL);
            } else if row == self.row {
                out.say(&format!("{name}:"), Role::Title);
                out.list(day.free.len(), self.column, true, |place| hours(&day.free[place]));
            } else {
                out.pair(&name, &day.free.iter().map(hours).collect::<Vec<_>>().join(", "));
            }
        }
    }

    /// Draws as many days as fit.
    pub fn draw(&self, frame: &mut Frame, area: Rect, focused: bool, look: &Look) {
        let mut say = |text: &str, role| {
            look.put(frame.buffer_mut(), area, area.x + 2, area.y, text, role);
        };
        let days = match &self.state {
            State::Loading => return say(shell::LOADING, Role::Disabled),
            State::Failed(why) => return say(&format!("[X] {why}"), Role::Error),
            State::Ready(days) => days,
        };
        if days.iter().all(|day| day.free.is_empty()) {
            let foot = Rect { y: area.bottom().saturating_sub(1), height: 1, ..area };
            look.put(frame.buffer_mut(), foot, foot.x + 2, foot.y, words::ALL_TAKEN, Role::Warn);
        }
        let height = usize::from(area.height);
        let top = scrolled(0, self.row, height);
        for (y, (row, day)) in (area.y..area.bottom()).zip(days.iter().enumerate().skip(top)) {
            self.draw_day(frame, Rect { y, height: 1, ..area }, row, day, focused, look);
        }
    }

    fn draw_day(&self, frame: &mut Frame, line: Rect, row: usize, day: &FreeDay, focused: bool, look: &Look) {
        let here = row == self.row;
        let buf = frame.buffer_mut();
        let pointer = if here { look.glyphs.pointer } else { " " };
        let name = format!("{pointer} {}", common::weekday(day.day));
        look.put(buf, line, line.x, line.y, &name, if here { Role::Title } else { Role::Label });
        let start = line.x + DAYS;
        if day.free.is_empty() {
            let why = match &day.closed {
                Some(name) => format!("{} {name}", words::CLOSED),
                None if day.away => words::AWAY_DAY.to_owned(),
                None => words::FULL.to_owned(),
            };
            look.put(buf, line, start, line.y, &why, Role::Disabled);
            return;
        }
        // The chosen hour stays in sight.
        let fit = usize::from((line.right().saturating_sub(start) / SLOT).max(1));
        let first = if here { scrolled(0, self.column, fit) } else { 0 };
        let mut cursor = None;
        for (place, slot) in day.free.iter().enumerate().skip(first).take(fit) {
            let x = start + u16::try_from(place - first).unwrap_or(0) * SLOT;
            let text = common::hour(slot.start.time());
            let chosen = here && place == self.column;
            let role = if chosen && focused { Role::Selected } else { Role::Text };
            let text = if chosen { format!("[{text}]") } else { format!(" {text}") };
            look.put(buf, line, x - 1, line.y, &text, role);
            if chosen {
                cursor = Some((x, line.y));
            }
        }
        debug_assert!(width(&name) < DAYS);
        if let Some(at) = cursor.filter(|_| focused) {
            frame.set_cursor_position(at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::query::Slot;

    fn day(d: u32, hours: &[u32]) -> FreeDay {
        let day = NaiveDate::from_ymd_opt(2026, 11, d).unwrap();
        let slot = |h: &u32| Slot {
            operator: Default::default(),
            start: day.and_hms_opt(*h, 0, 0).unwrap(),
            minutes: 45,
        };
        FreeDay { day, closed: None, away: false, free: hours.iter().map(slot).collect() }
    }

    #[test]
    fn the_choice_skips_full_days_and_keeps_its_hour() {
        let mut grid = Slots::default();
        assert!(grid.act(Action::Down));
        assert_eq!(grid.chosen(), None, "nothing while waiting");
        grid.set(vec![day(24, &[]), day(25, &[9, 10, 14, 16]), day(26, &[]), day(27, &[9, 16])]);
        let at = |grid: &Slots| grid.chosen().unwrap().format("%d %H").to_string();
        assert_eq!(at(&grid), "25 09");
        grid.act(Action::Right);
        grid.act(Action::Right);
        grid.act(Action::Down);
        assert_eq!(at(&grid), "27 16", "the nearest hour");
        grid.act(Action::Up);
        assert_eq!(at(&grid), "25 16");
        for _ in 0..9 {
            grid.act(Action::Right);
        }
        assert_eq!(at(&grid), "25 16");
    }
}
