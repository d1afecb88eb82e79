//! One lane as a list: an hour a row, in words. For a screen of 80 columns.

use chrono::NaiveDateTime;
use ratatui::Frame;
use ratatui::layout::Rect;

use super::{Board, Lane, tile};
use crate::desk::query::{Cell, CellKind};
use crate::ui::linear::Linear;
use crate::ui::look::Look;
use crate::ui::screens::common;
use crate::ui::strings::agenda as words;
use crate::ui::theme::Role;
use crate::ui::widgets::table::{Column, Table};

/// Draws the lane under the pointer.
pub fn draw(
    board: &Board,
    frame: &mut Frame,
    area: Rect,
    pointer: Option<bool>,
    now: NaiveDateTime,
    look: &Look,
) {
    if let Some(instead) = board.instead() {
        return super::grid::say(instead, frame, area, look);
    }
    let Some(lane) = board.lane() else { return };
    let table = table(lane, board.at);
    let area = match &lane.away {
        // Somebody booked on a day of absence is still to be received.
        Some(why) if lane.counts.booked > 0 => {
            look.put(frame.buffer_mut(), area, area.x + 2, area.y, why, Role::Warn);
            Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area }
        }
        _ => area,
    };
    match pointer {
        Some(focused) => table.draw(frame, area, focused, look, |cell| cells(cell, now)),
        None => table.draw_idle(frame, area, look, |cell| cells(cell, now)),
    }
}

/// Tells the lane under the pointer.
pub fn linear(board: &Board, out: &mut Linear, focused: bool, now: NaiveDateTime) {
    match (board.instead(), board.lane()) {
        (Some(Ok(waiting)), _) => out.say(waiting, Role::Disabled),
        (Some(Err(why)), _) => out.say(&format!("[X] {why}"), Role::Error),
        (None, None) => {}
        (None, Some(lane)) => {
            if let Some(why) = lane.away.as_ref().filter(|_| lane.counts.booked > 0) {
                out.say(why, Role::Warn);
            }
            table(lane, board.at).linear(out, focused, |cell| cells(cell, now));
        }
    }
}

/// Made anew for each frame: its place follows from the pointer alone.
fn table(lane: &Lane, at: usize) -> Table<Cell> {
    let columns = vec![
        Column::new(words::HOUR, 5),
        Column::new(words::MINUTES, 3),
        Column::rest(words::PERSON),
        Column::rest(words::SERVICE),
        Column::new(words::MODE, 6),
        Column::new(words::STATE, 15),
    ];
    let mut table = Table::new(columns, lane.away.as_deref().unwrap_or(words::EMPTY));
    table.replace(lane.cells.clone());
    table.select(at);
    table
}

fn cells(cell: &Cell, now: NaiveDateTime) -> Vec<String> {
    let bare = |what: &str| vec![common::hour(cell.start.time()), "---".to_owned(), what.to_owned()];
    match &cell.kind {
        CellKind::Free if cell.start < now => bare("-"),
        CellKind::Free => bare(words::FREE),
        CellKind::Pause => bare(words::PAUSE),
        CellKind::Away => bare(words::AWAY),
        CellKind::Booked(booked) => {
            let appointment = &booked.row.appointment;
            let star = if booked.unsigned { words::SIGN_UNSIGNED } else { "" };
            vec![
                common::hour(appointment.start.time()),
                format!("{:03}", appointment.minutes),
                booked.row.person.clone(),
                format!("{}{star}", tile::service(appointment)),
                tile::mode(appointment),
                tile::state(appointment, now),
            ]
        }
    }
}
