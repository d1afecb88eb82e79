//! Drawing AG01.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::{Agenda, Over, day};
use crate::ui::look::width;
use crate::ui::screen::Cx;
use crate::ui::screens::common;
use crate::ui::strings::agenda as words;
use crate::ui::theme::Role;

/// Most rows of what was left open, on a small screen and on a tall one.
const UNCLOSED: (u16, u16) = (3, 8);
/// A body this tall is a tall one.
const TALL: u16 = 24;

impl Agenda {
    pub(super) fn draw_body(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        let panel = self.panel.as_ref().map_or(0, |panel| panel.rows().min(area.height));
        let top = Rect { height: area.height - panel, ..area };
        if self.booking.is_some() {
            self.draw_free(frame, top, cx);
        } else {
            self.draw_day(frame, top, cx);
        }
        if let Some(open) = &self.panel {
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
    fn draw_head(&self, frame: &mut Frame, area: Rect, left: &str, right: &str, cx: &Cx) {
        let look = cx.look;
        let buf = frame.buffer_mut();
        let x = look.put(buf, area, area.x, area.y, left, Role::Title);
        let x = look.put(buf, area, x + 3, area.y, words::OPERATOR, Role::Label);
        look.put(buf, area, x + 1, area.y, &self.whose.short_name(), Role::Text);
        let start = area.right().saturating_sub(width(right));
        look.put(buf, area, start, area.y, right, Role::Label);
    }

    fn draw_free(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        let body = below(area, 2);
        self.draw_head(frame, area, words::FREE_DAYS, "", cx);
        let focused = self.panel.is_none();
        let foot = u16::from(focused && body.height > 4) * 2;
        self.grid.draw(frame, Rect { height: body.height - foot, ..body }, focused, cx.look);
        if foot > 0 {
            let y = area.bottom() - 1;
            cx.look.put(frame.buffer_mut(), area, area.x, y, words::GRID_HELP, Role::Label);
        }
    }

    fn draw_day(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        let figures = self.agenda.as_ref().map(|agenda| words::totals(agenda.rows.len(), agenda.free.len()));
        let title = format!("< {} >", common::long_date(self.day));
        self.draw_head(frame, area, &title, &figures.unwrap_or_default(), cx);
        let most = if area.height >= TALL { UNCLOSED.1 } else { UNCLOSED.0 };
        let open = u16::try_from(self.unclosed.rows().len()).unwrap_or(most).min(most);
        // What was left open steps aside for the panel unless the keys are there.
        let foot = if open == 0 || (self.panel.is_some() && !self.below) { 0 } else { open + 2 };
        let body = below(area, 2);
        let foot = foot.min(body.height);
        let keys = self.panel.is_none();
        // With the panel about one of them the day steps aside instead.
        let list = if keys || !self.below { body.height - foot } else { 0 };
        let list = Rect { height: list, ..body };
        if self.below {
            self.rows.draw_idle(frame, list, cx.look, day::cells);
        } else {
            self.rows.draw(frame, list, keys, cx.look, day::cells);
        }
        if foot < 3 {
            return;
        }
        let y = if list.height == 0 { body.y } else { list.bottom() + 1 };
        let heading = format!("{}  {}", self.unclosed_title(), self.unclosed.rows().len());
        cx.look.put(frame.buffer_mut(), area, area.x, y, &heading, Role::Warn);
        let rows = Rect { y: y + 1, height: foot - 2, ..area };
        if self.below {
            self.unclosed.draw(frame, rows, keys, cx.look, day::unclosed_cells);
        } else {
            self.unclosed.draw_idle(frame, rows, cx.look, day::unclosed_cells);
        }
    }

    pub(super) fn unclosed_title(&self) -> &'static str {
        let yesterday = self.day.pred_opt();
        let all = self.unclosed.rows().iter().all(|row| Some(row.appointment.start.date()) == yesterday);
        if all { words::YESTERDAY } else { words::UNCLOSED }
    }
}

fn below(area: Rect, rows: u16) -> Rect {
    let rows = rows.min(area.height);
    Rect { y: area.y + rows, height: area.height - rows, ..area }
}
