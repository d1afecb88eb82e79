//! The linear mode on the display: title, person, what the screen tells,
//! message, keys.

use std::cell::Cell;

use ratatui::Frame;
use ratatui::layout::Rect;

use super::{Focus, Linear, plain};
use crate::ui::chrome::{Header, key_lines};
use crate::ui::effect::{Notice, Sign};
use crate::ui::look::{Look, clear, width, wrap};
use crate::ui::screen::{Offer, PersonBand};
use crate::ui::strings::{linear as words, shell};
use crate::ui::theme::Role;

/// Smallest window of the linear mode: large print makes windows small.
const SMALLEST: (u16, u16) = (40, 10);

/// Is the window large enough?
#[must_use]
pub fn large_enough(area: Rect) -> bool {
    area.width >= SMALLEST.0 && area.height >= SMALLEST.1
}

/// Which rows were seen at the last drawing, for the page keys' step only.
#[derive(Debug, Default)]
pub struct Seen {
    /// The first row.
    pub top: Cell<usize>,
    /// How many.
    pub height: Cell<usize>,
}

/// Everything around what the screen tells.
pub struct Around<'a> {
    /// Title and operator.
    pub header: Header<'a>,
    /// Whose record is open.
    pub person: Option<&'a PersonBand>,
    /// Which of the people open, `2/3`; empty for one alone.
    pub place: String,
    /// The message line.
    pub notice: Option<&'a Notice>,
    /// What can be done.
    pub offers: &'a [Offer],
}

/// Draws all of it. `from` is the first row wanted by the page keys, else the
/// rows follow the focus.
pub fn draw(
    frame: &mut Frame,
    mut told: Linear,
    around: &Around<'_>,
    (from, seen): (Option<usize>, &Seen),
    look: &Look,
) {
    let area = frame.area();
    let row = |y: u16| Rect { y, height: 1, ..area };
    clear(frame.buffer_mut(), row(area.y), look.style(Role::Band));
    look.put(frame.buffer_mut(), area, area.x, area.y, &title(&around.header), Role::Band);
    let mut top = area.y + 1;
    let mut who = around.person.map(band).unwrap_or_default();
    if let Some((place, of)) = around.place.split_once('/') {
        who = words::person(place, of, &who);
    }
    for line in wrap(&who, usize::from(area.width)).iter().take(2) {
        look.put(frame.buffer_mut(), area, area.x, top, line, Role::Person);
        top += 1;
    }
    told.tell_notice(around.notice);
    let foot = area.bottom().saturating_sub(3);
    draw_rows(frame, Rect { y: top, height: foot.saturating_sub(top), ..area }, &told, from, seen, look);
    if let Some(notice) = around.notice {
        let rule = notice.rule.as_deref().unwrap_or("");
        let text = format!("{} {} {rule}", notice.sign.mark(), notice.text);
        look.put(frame.buffer_mut(), area, area.x, foot, text.trim_end(), role_of(notice));
    }
    for (y, hints) in (foot + 1..area.bottom()).zip(key_lines(around.offers, area.width, look.missing)) {
        let line: Vec<String> = hints.iter().map(|(key, word)| format!("{key} {word}")).collect();
        look.put(frame.buffer_mut(), area, area.x, y, &line.join(", "), Role::Key);
    }
}

fn draw_rows(frame: &mut Frame, area: Rect, told: &Linear, from: Option<usize>, seen: &Seen, look: &Look) {
    let (count, height) = (told.rows.len(), usize::from(area.height));
    let last = count.saturating_sub(height);
    let top = from.map_or_else(|| follow(told.focus, count, height), |from| from.min(last));
    let more = count.saturating_sub(top + height);
    let shown = if more > 0 { height.saturating_sub(1) } else { height };
    seen.top.set(top);
    seen.height.set(shown);
    for (y, row) in (area.y..).zip(told.rows.iter().skip(top).take(shown)) {
        let mut x = area.x;
        for (text, role) in &row.parts {
            x = look.put(frame.buffer_mut(), area, x, y, text, *role);
        }
    }
    if more > 0 {
        let y = area.bottom().saturating_sub(1);
        look.put(frame.buffer_mut(), area, area.x, y, &words::more(more + 1), Role::Disabled);
    }
    let cursor = told.focus.map(|focus| focus.cursor).and_then(|(row, column)| {
        let y = row.checked_sub(top).filter(|y| *y < shown)?;
        Some((area.x + column.min(area.width.saturating_sub(1)), area.y + u16::try_from(y).ok()?))
    });
    if let Some(cursor) = cursor {
        frame.set_cursor_position(cursor);
    }
}

/// The first row to draw: the beginning while the focus is near it, else so
/// that a third of the rows follows the focus.
fn follow(focus: Option<Focus>, count: usize, height: usize) -> usize {
    let Some(focus) = focus else { return 0 };
    if focus.on_top {
        return focus.from.min(count.saturating_sub(1));
    }
    // The last row may say how many there are below.
    if focus.until < height {
        return 0;
    }
    let wanted = (focus.until + height / 3).min(count).saturating_sub(height);
    wanted.min(focus.from)
}

/// Code and title, who works here, the day: no clock, so that nothing moves
/// by itself.
fn title(header: &Header<'_>) -> String {
    let mut parts = vec![header.title.to_owned()];
    if let Some(session) = header.session {
        parts.push(session.operator.short_name());
    }
    let day = chrono::Datelike::weekday(&header.now.date()).num_days_from_monday() as usize;
    parts.push(format!("{} {}", shell::WEEKDAYS[day], header.now.format("%d/%m/%Y")));
    if !header.sync.is_empty() {
        parts.push(header.sync.to_owned());
    }
    parts.join(", ")
}

/// The person on one line.
fn band(person: &PersonBand) -> String {
    let mut parts = vec![person.name.clone()];
    parts.extend(person.birth_date.map(|day| words::born(&day.format("%d/%m/%Y").to_string())));
    parts.push(person.fiscal_code.clone());
    parts.extend(person.facts.iter().map(|fact| plain(fact)));
    parts.retain(|part| !part.is_empty());
    parts.join(", ")
}

pub(super) fn role_of(notice: &Notice) -> Role {
    match notice.sign {
        Sign::Ok => Role::Ok,
        Sign::Info | Sign::Busy => Role::Info,
        Sign::Warn | Sign::Ask => Role::Warn,
        Sign::No => Role::Error,
    }
}

/// Says that the window is too small.
pub fn draw_too_small(frame: &mut Frame, look: &Look) {
    let area = frame.area();
    let text = words::too_small(area.width, area.height, SMALLEST);
    let room = area.width.saturating_sub(width(&text)) / 2;
    look.put(frame.buffer_mut(), area, area.x + room, area.y + area.height / 2, &text, Role::Warn);
}
