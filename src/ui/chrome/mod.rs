//! What surrounds every screen: header, person band, rules, message line,
//! key bar, and the notice of a window too small.
//!
//! ```text
//! PE01 Ricerca persona              A. BIANCHI  lun 23/11 10:42     header
//! ROSSI MARIA  10/12/1985 (40)  RSSMRA85T50Z999W  DID inserita      person
//! ──────────────────────────────────────────────────┬────────────
//! body                                               │ side (>=120)
//! ──────────────────────────────────────────────────┴────────────
//! [i] message                                              R-DID-7
//! F1 Aiuto  F2 Salva …                                     key bar
//! ```

mod bands;
mod keybar;

use ratatui::Frame;
use ratatui::layout::Rect;

pub use bands::{Header, draw_header, draw_message, draw_person};
pub use keybar::{draw_keys, key_lines};

use super::look::{Look, width};
use super::strings::shell as words;
use super::theme::Role;

/// Smallest window.
pub const SMALLEST: (u16, u16) = (80, 24);
/// From this width there is a right column.
pub const WIDE: u16 = 120;
/// Cells of the right column.
const SIDE: u16 = 33;

/// Where each part stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Zones {
    /// The first row.
    pub header: Rect,
    /// The row of the person.
    pub person: Rect,
    /// The rule above the body.
    pub top_rule: Rect,
    /// The body, margins taken off.
    pub body: Rect,
    /// The right column.
    pub side: Option<Rect>,
    /// The rule below the body.
    pub bottom_rule: Rect,
    /// The message line.
    pub message: Rect,
    /// The two rows of keys.
    pub keys: Rect,
}

/// Divides a window; `None` when it is too small.
#[must_use]
pub fn zones(area: Rect, has_side: bool) -> Option<Zones> {
    if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
        return None;
    }
    let row = |y: u16, height: u16| Rect { y: area.y + y, height, ..area };
    let inner = |rect: Rect| Rect { x: rect.x + 1, width: rect.width - 2, ..rect };
    let body = row(3, area.height - 7);
    let split = has_side && area.width >= WIDE;
    let body_width = if split { area.width - SIDE - 2 } else { area.width };
    Some(Zones {
        header: row(0, 1),
        person: inner(row(1, 1)),
        top_rule: row(2, 1),
        body: inner(Rect { width: body_width, ..body }),
        side: split.then(|| Rect { x: area.right() - SIDE, width: SIDE - 1, ..body }),
        bottom_rule: row(area.height - 4, 1),
        message: inner(row(area.height - 3, 1)),
        keys: inner(row(area.height - 2, 2)),
    })
}

/// Draws the lines between the parts.
pub fn draw_rules(frame: &mut Frame, zones: &Zones, look: &Look) {
    let buf = frame.buffer_mut();
    for rule in [zones.top_rule, zones.bottom_rule] {
        look.rule(buf, rule, rule.y);
    }
    let Some(side) = zones.side else { return };
    let x = side.x.saturating_sub(2);
    let (top, bottom) = (zones.top_rule, zones.bottom_rule);
    look.put(buf, top, x, top.y, look.glyphs.tee_down, Role::Frame);
    look.put(buf, bottom, x, bottom.y, look.glyphs.tee_up, Role::Frame);
    for y in zones.body.top()..zones.body.bottom() {
        look.put(buf, *buf.area(), x, y, look.glyphs.vertical, Role::Frame);
    }
}

/// Says that the window is too small; what was typed is kept.
pub fn draw_too_small(frame: &mut Frame, area: Rect, look: &Look) {
    let lines = [words::too_small(area.width, area.height), words::TOO_SMALL_KEEPS.to_owned()];
    for (row, text) in (area.y + area.height / 2..).zip(&lines) {
        let x = area.x + area.width.saturating_sub(width(text)) / 2;
        look.put(frame.buffer_mut(), area, x, row, text, Role::Warn);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_body_has_the_rows_of_the_design() {
        let at = |w, h| zones(Rect { x: 0, y: 0, width: w, height: h }, true);
        assert_eq!(at(79, 24), None);
        assert_eq!(at(80, 23), None);
        let small = at(80, 24).unwrap();
        assert_eq!((small.body.height, small.body.width, small.side), (17, 78, None));
        let large = at(120, 40).unwrap();
        assert_eq!((large.body.height, large.body.width), (33, 83));
        assert_eq!(large.side.unwrap().right(), 119);
    }
}
