//! Columns side by side over the same rows: the day of an office, a week.

use std::cell::Cell;

use ratatui::Frame;
use ratatui::layout::Rect;

use super::table::scrolled;
use crate::ui::look::{Look, pad, width};
use crate::ui::theme::Role;

/// Cells of the last heading that the mark of further columns takes.
const MARK: u16 = 5;

/// What is drawn.
pub struct Sheet<'a> {
    /// What stands before each row.
    pub rows: &'a [String],
    /// Two lines over each column.
    pub heads: &'a [[String; 2]],
    /// Column and row under the pointer.
    pub at: (usize, usize),
    /// No pointer is drawn, or it is, as the place of the keys or not.
    pub pointer: Option<bool>,
    /// The narrowest a column may be, and the widest it needs.
    pub cells: (u16, u16),
}

/// What is seen of a sheet larger than its room: belongs to the view, decides
/// no key.
#[derive(Default)]
pub struct Lanes {
    left: Cell<usize>,
    top: Cell<usize>,
}

impl Lanes {
    /// Draws as many columns and rows as fit, those under the pointer among
    /// them; marks say how many more there are at either side. `tile` gives
    /// the text of a place for so many cells, and what it is.
    pub fn draw(
        &self,
        frame: &mut Frame,
        area: Rect,
        sheet: &Sheet<'_>,
        look: &Look,
        tile: impl Fn(usize, usize, u16) -> (String, Role),
    ) {
        let labels = sheet.rows.iter().map(|row| width(row)).max().unwrap_or(0) + 1;
        if area.height < 3 || area.width <= labels + MARK || sheet.heads.is_empty() {
            return;
        }
        let room = area.width - labels;
        let all = sheet.heads.len();
        let fit = usize::from(room / sheet.cells.0.max(1)).clamp(1, all);
        let wide = (room / u16::try_from(fit).unwrap_or(1)).min(sheet.cells.1);
        let left = scrolled(self.left.get().min(all - fit), sheet.at.0, fit);
        self.left.set(left);
        let height = usize::from(area.height - 2);
        let most = sheet.rows.len().saturating_sub(height);
        let top = scrolled(self.top.get().min(most), sheet.at.1, height);
        self.top.set(top);

        let buf = frame.buffer_mut();
        let lane_x = |place: usize| area.x + labels + u16::try_from(place).unwrap_or(0) * wide;
        if left > 0 {
            look.put(buf, area, area.x, area.y, &format!("< {left}"), Role::Key);
        }
        let after = all - left - fit;
        if after > 0 {
            let mark = format!("{after} >");
            look.put(buf, area, area.right() - width(&mark), area.y, &mark, Role::Key);
        }
        for (place, head) in sheet.heads.iter().skip(left).take(fit).enumerate() {
            let room = Rect { x: lane_x(place) + 1, width: wide - 1, ..area };
            let here = place + left == sheet.at.0;
            let role = if here { Role::Title } else { Role::Label };
            let marked = place + 1 == fit && after > 0;
            let first = Rect { width: room.width.saturating_sub(MARK * u16::from(marked)), ..room };
            look.put(buf, first, room.x, area.y, &head[0], role);
            look.put(buf, room, room.x, area.y + 1, &head[1], Role::Label);
        }
        let mut cursor = None;
        for (row, label) in sheet.rows.iter().enumerate().skip(top).take(height) {
            let y = area.y + 2 + u16::try_from(row - top).unwrap_or(0);
            look.put(buf, area, area.x, y, label, Role::Label);
            let more = match row {
                row if row == top && top > 0 => look.glyphs.up,
                row if row + 1 == top + height && row + 1 < sheet.rows.len() => look.glyphs.down,
                _ => "",
            };
            look.put(buf, area, area.x + labels - 1, y, more, Role::Frame);
            for place in 0..fit {
                let lane = place + left;
                let here = (lane, row) == sheet.at && sheet.pointer.is_some();
                let (text, role) = tile(lane, row, wide - 1);
                let pointer = if here { look.glyphs.pointer } else { " " };
                let text = pad(&text, usize::from(wide - 1), look.glyphs.ellipsis);
                let role = if here && sheet.pointer == Some(true) { Role::Selected } else { role };
                let x = lane_x(place);
                if here {
                    look.put(buf, area, x, y, &format!("{pointer}{text}"), role);
                    cursor = Some((x, y));
                } else {
                    look.put(buf, area, x + 1, y, text.trim_end(), role);
                }
            }
        }
        if let Some(at) = cursor.filter(|_| sheet.pointer == Some(true)) {
            frame.set_cursor_position(at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::Terminal;
    use ratatui::backend::TestBackend;

    fn drawn(lanes: &Lanes, at: (usize, usize), size: (u16, u16)) -> String {
        let rows: Vec<String> = (9..15).map(|hour| format!("{hour:02}:00")).collect();
        let heads: Vec<[String; 2]> = (1..=5).map(|n| [format!("Uno {n}"), String::new()]).collect();
        let sheet = Sheet { rows: &rows, heads: &heads, at, pointer: Some(true), cells: (10, 20) };
        let Ok(mut terminal) = Terminal::new(TestBackend::new(size.0, size.1));
        let Ok(_) = terminal.draw(|frame| {
            lanes.draw(frame, frame.area(), &sheet, &Look::default(), |lane, row, _| {
                (format!("{lane}.{row}"), Role::Text)
            });
        });
        let buffer = terminal.backend().buffer();
        let line = |y| (0..size.0).map(|x| buffer[(x, y)].symbol()).collect::<String>();
        (0..size.1).map(line).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn what_does_not_fit_is_counted_and_reached() {
        let lanes = Lanes::default();
        let first = drawn(&lanes, (0, 0), (40, 6));
        assert!(first.contains("2 >") && !first.contains("< "), "{first}");
        assert!(first.contains("►0.0") && first.contains('▼') && !first.contains("3.0"), "{first}");
        let last = drawn(&lanes, (4, 5), (40, 6));
        assert!(last.contains("< 2") && !last.contains(" >"), "{last}");
        assert!(last.contains("►4.5") && last.contains('▲') && !last.contains("►0.0"), "{last}");
        assert!(!drawn(&lanes, (4, 5), (80, 9)).contains("< "), "everything fits");
        for size in [(1, 1), (5, 3), (12, 4), (300, 100)] {
            drawn(&lanes, (2, 2), size);
        }
    }
}
