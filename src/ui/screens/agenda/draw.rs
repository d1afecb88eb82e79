//! Drawing AG01.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::day::{grid, list, tile};
use super::{Agenda, Over, Purpose, View, left};
use crate::ui::look::width;
use crate::ui::screen::Cx;
use crate::ui::screens::common;
use crate::ui::strings::agenda as words;
use crate::ui::theme::Role;

/// Most rows of what was left open, on a small screen and on a tall one.
const LEFT: (u16, u16) = (3, 8);
/// A body this tall is a tall one.
const TALL: u16 = 24;
/// From so many cells all operators stand side by side.
const SIDE_BY_SIDE: u16 = 83;

impl Agenda {
    pub(super) fn draw_body(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        let panel =
            self.panel.get().map_or(self.printing.rows(area.height), |panel| panel.rows().min(area.height));
        let top = Rect { height: area.height - panel, ..area };
        if self.booking.is_some() {
            self.draw_free(frame, top, cx);
        } else {
            self.draw_shown(frame, top, cx);
        }
        if self.printing.is_open() {
            let room = Rect { y: top.bottom(), height: panel, ..area };
            self.printing.draw(frame, room, area, cx.look);
        } else if let Some(open) = self.panel.get() {
            let room = Rect { y: top.bottom(), height: panel, ..area };
            open.draw(frame, room, area, self.card.as_deref(), cx.look);
        }
        match &self.over {
            Some(Over::Calendar(calendar)) => calendar.draw(frame, area, (area.x, area.y), cx.look),
            Some(Over::Operator(picker)) => picker.draw(frame, area, (area.x + 24, area.y), cx.look),
            None => {}
        }
    }

    /// The row of what is shown: day, operator, figures.
    fn draw_head(&self, frame: &mut Frame, area: Rect, left: &str, whose: &str, right: &str, cx: &Cx) {
        let look = cx.look;
        let buf = frame.buffer_mut();
        let x = look.put(buf, area, area.x, area.y, left, Role::Title);
        look.put(buf, area, x + 3, area.y, whose, Role::Text);
        let start = area.right().saturating_sub(width(right));
        look.put(buf, area, start, area.y, right, Role::Label);
    }

    fn draw_free(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        let body = below(area, 2);
        let whose = words::of_operator(&self.whose.short_name());
        let about = match &self.booking {
            Some(Purpose::Move(row)) => words::moving(&row.person, &common::moment(row.appointment.start)),
            _ => self.proposed.map(|day| words::proposed(&common::weekday(day))).unwrap_or_default(),
        };
        self.draw_head(frame, area, words::FREE_DAYS, &whose, &about, cx);
        let focused = !self.typing();
        let foot = u16::from(focused && body.height > 4) * 2;
        self.slots.draw(frame, Rect { height: body.height - foot, ..body }, focused, cx.look);
        if foot > 0 {
            let y = area.bottom() - 1;
            cx.look.put(frame.buffer_mut(), area, area.x, y, words::GRID_HELP, Role::Label);
        }
    }

    /// What was left open on top, then the day or the week, then what the
    /// signs mean.
    fn draw_shown(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        let wide = area.width >= SIDE_BY_SIDE;
        self.draw_title(frame, area, wide, cx);
        let keys = !self.typing();
        let body = below(area, 1);
        // With the panel about one of them the day steps aside, and they for
        // the panel of the day.
        let body = match self.left_rows(area) {
            0 => below(body, 1),
            _ if !keys && !self.on_left => below(body, 1),
            rows => {
                let rows = if keys { rows } else { body.height.saturating_sub(1) };
                self.draw_left(frame, Rect { height: rows + 1, ..body }, cx);
                let gap = u16::from(area.height >= TALL);
                below(body, rows + 1 + gap)
            }
        };
        if body.height < 4 || !keys && self.on_left {
            return;
        }
        let legend = if keys { self.legend(area.width, wide) } else { Vec::new() };
        let foot = u16::try_from(legend.len()).unwrap_or(0).min(body.height - 3);
        let room = Rect { height: body.height - foot, ..body };
        let pointer = (!self.on_left).then_some(keys);
        match self.view {
            View::Day if !wide => list::draw(&self.board, frame, room, pointer, cx.now, cx.look),
            View::Day => grid::draw(&self.board, frame, room, grid::WHOLE, pointer, cx.now, cx.look),
            View::Week => grid::draw(&self.board, frame, room, grid::NAMES, pointer, cx.now, cx.look),
            View::Office => self.week.draw(frame, room, pointer, cx.look),
        }
        for (y, line) in (area.bottom() - foot..area.bottom()).zip(&legend) {
            cx.look.put(frame.buffer_mut(), area, area.x, y, line, Role::Label);
        }
    }

    fn draw_title(&self, frame: &mut Frame, area: Rect, wide: bool, cx: &Cx) {
        let (booked, free) = self.totals(!wide);
        let title = match (self.view, self.week.span()) {
            (View::Week | View::Office, Some((from, to))) => {
                words::week_of(&from.format("%d/%m").to_string(), &to.format("%d/%m/%Y").to_string())
            }
            _ => format!("< {} >", common::long_date(self.day)),
        };
        let whose = match self.view {
            View::Day if wide => words::ALL_OPERATORS.to_owned(),
            View::Day | View::Week => words::of_operator(&self.whose.short_name()),
            View::Office => words::OFFICE_WEEK.to_owned(),
        };
        let figures = if self.waiting() { String::new() } else { words::totals(booked, free) };
        self.draw_head(frame, area, &title, &whose, &figures, cx);
    }

    fn left_rows(&self, area: Rect) -> u16 {
        let most = if area.height >= TALL { LEFT.1 } else { LEFT.0 };
        u16::try_from(self.left.rows().len()).unwrap_or(most).min(most)
    }

    fn draw_left(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        let items = self.left.rows();
        let title = left::title(items);
        cx.look.put(frame.buffer_mut(), area, area.x, area.y, &title, Role::Warn);
        let rows = below(area, 1);
        let today = cx.today();
        if self.on_left {
            self.left.draw(frame, rows, !self.typing(), cx.look, |item| item.cells(items, today));
        } else {
            self.left.draw_idle(frame, rows, cx.look, |item| item.cells(items, today));
        }
    }

    /// What the signs mean, broken to the width.
    pub(super) fn legend(&self, cells: u16, wide: bool) -> Vec<String> {
        let cells = usize::from(cells);
        let signs: &[&str] = match self.view {
            View::Day if !wide => &words::LEGEND_LIST,
            View::Day => &words::LEGEND,
            View::Week => &words::LEGEND_NAMES,
            View::Office => &words::LEGEND_FIGURES,
        };
        let parts: Vec<String> = signs.iter().map(|&part| part.to_owned()).collect();
        let mut lines = lines_of(&parts, cells);
        if self.view == View::Day && wide {
            let cells_shown = self.board.lanes().iter().flat_map(|lane| &lane.cells);
            let services = tile::services_shown(cells_shown);
            let named: Vec<String> =
                services.into_iter().map(|(letters, name)| format!("{letters} {name}")).collect();
            lines.extend(lines_of(&named, cells));
        }
        lines
    }
}

/// Parts beside each other, none broken over two lines.
fn lines_of(parts: &[String], cells: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for part in parts {
        match lines.last_mut() {
            Some(line) if usize::from(width(line) + 3 + width(part)) <= cells => {
                line.push_str("   ");
                line.push_str(part);
            }
            _ => lines.push(part.clone()),
        }
    }
    lines
}

fn below(area: Rect, rows: u16) -> Rect {
    let rows = rows.min(area.height);
    Rect { y: area.y + rows, height: area.height - rows, ..area }
}
