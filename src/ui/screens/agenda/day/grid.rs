//! All the lanes side by side. For a screen of 120 columns.

use chrono::{NaiveDateTime, NaiveTime};
use ratatui::Frame;
use ratatui::layout::Rect;

use super::{Board, Lane, covers, from, tile};
use crate::desk::query::Cell;
use crate::ui::look::Look;
use crate::ui::screens::common;
use crate::ui::strings::agenda as words;
use crate::ui::theme::Role;
use crate::ui::widgets::lanes::Sheet;

/// Cells of a lane with name, service and mode, and of the widest one.
pub const WHOLE: (u16, u16) = (19, 30);
/// Cells of a lane with the name alone.
pub const NAMES: (u16, u16) = (14, 30);

/// The hours at which something begins in some lane.
fn hours(lanes: &[Lane]) -> Vec<NaiveTime> {
    let mut hours: Vec<NaiveTime> = lanes.iter().flat_map(|lane| lane.cells.iter().map(from)).collect();
    hours.sort_unstable();
    hours.dedup();
    hours
}

/// Draws the lanes.
pub fn draw(
    board: &Board,
    frame: &mut Frame,
    area: Rect,
    cells: (u16, u16),
    pointer: Option<bool>,
    now: NaiveDateTime,
    look: &Look,
) {
    if let Some(instead) = board.instead() {
        return say(instead, frame, area, look);
    }
    let lanes = board.lanes();
    let hours = hours(lanes);
    let mut labels: Vec<String> = hours.iter().map(|hour| common::hour(*hour)).collect();
    if labels.is_empty() {
        // Nobody works: one row, for what stands in place of the day.
        labels.push("     ".to_owned());
    }
    let heads: Vec<[String; 2]> = lanes.iter().map(|lane| [lane.title.clone(), under_title(lane)]).collect();
    let row = board.cell().and_then(|cell| hours.iter().position(|hour| *hour == from(cell)));
    let sheet = Sheet { rows: &labels, heads: &heads, at: (board.lane, row.unwrap_or(0)), pointer, cells };
    board.view.draw(frame, area, &sheet, look, |lane, row, cells| {
        let Some(hour) = hours.get(row) else { return (String::new(), Role::Text) };
        match place(&lanes[lane], *hour) {
            Some((cell, true)) => tile::text(cell, now, cells, look.glyphs.ellipsis),
            // It goes on.
            Some((cell, false)) if cell.appointment().is_some() => {
                (look.glyphs.vertical.to_owned(), Role::Frame)
            }
            Some(_) | None => (String::new(), Role::Text),
        }
    });
}

/// What stands at an hour, and whether it begins there.
fn place(lane: &Lane, hour: NaiveTime) -> Option<(&Cell, bool)> {
    let begins = lane.cells.iter().find(|cell| from(cell) == hour);
    begins.map(|cell| (cell, true)).or_else(|| {
        let cell = lane.cells.iter().find(|cell| covers(cell, lane.day, hour))?;
        Some((cell, false))
    })
}

fn under_title(lane: &Lane) -> String {
    match &lane.away {
        Some(why) if lane.counts.booked > 0 => format!("{} {why}", words::SIGN_UNPROVED),
        Some(why) => why.clone(),
        None => words::lane_counts(lane.counts.booked, lane.counts.free),
    }
}

/// What is said in place of the lanes.
pub(super) fn say(instead: Result<&'static str, &str>, frame: &mut Frame, area: Rect, look: &Look) {
    let (text, role) = match instead {
        Ok(waiting) => (waiting.to_owned(), Role::Disabled),
        Err(why) => (format!("[X] {why}"), Role::Error),
    };
    look.put(frame.buffer_mut(), area, area.x + 2, area.y, &text, role);
}
