//! A month to choose a day from: Monday first, Italian names.

use chrono::{Datelike, Months, NaiveDate};
use ratatui::Frame;
use ratatui::layout::{Position, Rect};

use super::beside;
use crate::ui::action::Action;
use crate::ui::form::spec::Days;
use crate::ui::keys::Text;
use crate::ui::linear::Linear;
use crate::ui::look::{Look, clear};
use crate::ui::strings::{form as words, linear as said};
use crate::ui::theme::Role;

/// A calendar with one day chosen.
pub struct Calendar {
    day: NaiveDate,
    today: NaiveDate,
    days: Days,
}

const WIDTH: u16 = 27;
const HEIGHT: u16 = 11;

impl Calendar {
    /// A calendar open on `day`.
    #[must_use]
    pub fn new(day: NaiveDate, today: NaiveDate) -> Self {
        Self { day, today, days: Days::Any }
    }

    /// Only these days may be chosen.
    #[must_use]
    pub fn only(mut self, days: Days) -> Self {
        self.days = days;
        self
    }

    /// May this day be chosen?
    #[must_use]
    pub fn allows(&self, day: NaiveDate) -> bool {
        match self.days {
            Days::Any => true,
            Days::Past => day <= self.today,
        }
    }

    /// The day chosen.
    #[must_use]
    pub fn day(&self) -> NaiveDate {
        self.day
    }

    /// Moves the choice.
    pub fn act(&mut self, action: Action) {
        let days = |n: i64| {
            let distance = chrono::Days::new(n.unsigned_abs());
            if n < 0 { self.day.checked_sub_days(distance) } else { self.day.checked_add_days(distance) }
        };
        let to = match action {
            Action::Left | Action::Backward => days(-1),
            Action::Right | Action::Forward => days(1),
            Action::Up => days(-7),
            Action::Down => days(7),
            Action::PageUp | Action::Prev => self.day.checked_sub_months(Months::new(1)),
            Action::PageDown | Action::Next => self.day.checked_add_months(Months::new(1)),
            Action::Home => self.day.with_day(1),
            Action::End => last_of_month(self.day),
            _ => None,
        };
        self.go(to);
    }

    /// `T` goes to today, plus and minus a year on and back.
    pub fn text(&mut self, text: &Text) {
        for c in text.chars.chars() {
            let to = match c {
                't' | 'T' => Some(self.today),
                '+' => self.day.checked_add_months(Months::new(12)),
                '-' => self.day.checked_sub_months(Months::new(12)),
                _ => None,
            };
            self.go(to);
        }
    }

    fn go(&mut self, to: Option<NaiveDate>) {
        if let Some(day) = to.filter(|day| (1880..=2199).contains(&day.year())) {
            self.day = day;
        }
    }

    /// Tells the day chosen.
    pub fn linear(&self, out: &mut Linear) {
        out.head(words::CALENDAR);
        let weekday = said::WEEKDAYS[self.day.weekday().num_days_from_monday() as usize];
        let month = words::MONTHS[self.day.month0() as usize];
        let today = if self.day == self.today { format!(", {}", said::TODAY) } else { String::new() };
        let day = format!("{weekday} {} {month} {}{today}", self.day.day(), self.day.year());
        out.here(|out| out.say(&format!("{}: {day}", said::DAY), Role::Selected));
        out.say(words::CALENDAR_KEYS, Role::Disabled);
    }

    /// Draws it beside the place `at`.
    pub fn draw(&self, frame: &mut Frame, body: Rect, at: (u16, u16), look: &Look) {
        let area = beside(body, at, WIDTH, HEIGHT);
        let buf = frame.buffer_mut();
        clear(buf, area, look.style(Role::Text));
        let title = format!("{} {}", words::MONTHS[self.day.month0() as usize], self.day.year());
        let room = look.frame(buf, area, &title);
        for (column, name) in words::WEEK.iter().enumerate() {
            look.put(buf, room, room.x + 2 + column_of(column), room.y, name, Role::Label);
        }
        let Some(first) = self.day.with_day(1) else { return };
        let mut row = room.y + 1;
        let mut cursor = None;
        for day in first.iter_days().take_while(|day| day.month() == first.month()) {
            let column = day.weekday().num_days_from_monday() as usize;
            let x = room.x + 2 + column_of(column);
            let role = match (day == self.day, self.allows(day)) {
                (true, _) => Role::Selected,
                (false, true) => Role::Text,
                (false, false) => Role::Disabled,
            };
            look.put(buf, room, x, row, &format!("{:>2}", day.day()), role);
            if day == self.today {
                look.put(buf, room, x - 1, row, look.glyphs.bullet, Role::Warn);
            }
            if day == self.day {
                cursor = Some(Position::new(x + 1, row));
            }
            if column == 6 {
                row += 1;
            }
        }
        if room.height > 8 {
            look.put(buf, room, room.x + 1, room.bottom() - 1, words::CALENDAR_KEYS, Role::Disabled);
        }
        if let Some(cursor) = cursor.filter(|at| room.contains(*at)) {
            frame.set_cursor_position(cursor);
        }
    }
}

fn column_of(weekday: usize) -> u16 {
    u16::try_from(weekday).unwrap_or(0) * 3
}

fn last_of_month(day: NaiveDate) -> Option<NaiveDate> {
    day.with_day(1)?.checked_add_months(Months::new(1))?.pred_opt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_walk_through_days_and_months() {
        let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).unwrap();
        let mut calendar = Calendar::new(day(1, 31), day(11, 23));
        for (action, expected) in [
            (Action::PageDown, day(2, 28)),
            (Action::Down, day(3, 7)),
            (Action::Left, day(3, 6)),
            (Action::Home, day(3, 1)),
            (Action::End, day(3, 31)),
            (Action::Save, day(3, 31)),
        ] {
            calendar.act(action);
            assert_eq!(calendar.day(), expected, "{action:?}");
        }
        calendar.text(&Text::typed("T"));
        assert_eq!(calendar.day(), day(11, 23));
        calendar.text(&Text::typed("--+"));
        assert_eq!(calendar.day(), NaiveDate::from_ymd_opt(2025, 11, 23).unwrap());
        let far = |year| NaiveDate::from_ymd_opt(year, 6, 1).unwrap();
        for (from, keys) in [(far(1880), "-"), (far(2199), "+")] {
            let mut calendar = Calendar::new(from, day(11, 23));
            calendar.text(&Text::typed(keys));
            assert_eq!(calendar.day(), from, "no years nobody lived in");
        }
    }

    #[test]
    fn weeks_begin_on_monday_and_days_that_cannot_be_are_grey() {
        use ratatui::Terminal;
        use ratatui::backend::TestBackend;
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        let calendar = Calendar::new(today, today).only(Days::Past);
        let look = Look::default();
        let mut screen = Terminal::new(TestBackend::new(60, 20)).unwrap();
        screen.draw(|frame| calendar.draw(frame, frame.area(), (0, 0), &look)).unwrap();
        let buffer = screen.backend().buffer().clone();
        let row = |y: u16| (0..60).map(|x| buffer[(x, y)].symbol()).collect::<String>();
        let at = |text: &str| {
            (0..20)
                .find_map(|y| row(y).find(text).map(|byte| (row(y)[..byte].chars().count() as u16, y)))
                .unwrap()
        };
        let (monday, (sunday, _)) = (at("lu"), at("do"));
        assert!(monday.0 < sunday);
        assert_eq!(at("23"), (monday.0, at("22").1 + 1), "the 23 of November 2026 is a Monday");
        assert_eq!(buffer[at("24")].style().fg, look.style(Role::Disabled).fg);
        assert!(!calendar.allows(today.succ_opt().unwrap()) && calendar.allows(today));
    }
}
