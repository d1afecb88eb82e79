//! Pieces that screens put together.

pub mod calendar;
pub mod dialog;
pub mod jump;
pub mod lanes;
pub mod line;
pub mod pager;
pub mod palette;
pub mod picker;
pub mod reading;
pub mod table;

use ratatui::layout::Rect;

/// A rectangle of at most the wanted size inside `body`: under the place
/// `at`, above it when there is no room below, never outside.
#[must_use]
pub fn beside(body: Rect, at: (u16, u16), width: u16, height: u16) -> Rect {
    let (width, height) = (width.min(body.width), height.min(body.height));
    let x = at.0.clamp(body.x, body.right().saturating_sub(width).max(body.x));
    let row = at.1.clamp(body.y, body.bottom().saturating_sub(1).max(body.y));
    let below = row.saturating_add(1);
    let y = if below.saturating_add(height) <= body.bottom() {
        below
    } else if row >= body.y.saturating_add(height) {
        row - height
    } else {
        body.bottom().saturating_sub(height).max(body.y)
    };
    Rect { x, y, width, height }
}

/// A rectangle of at most the wanted size in the middle of `body`.
#[must_use]
pub fn centred(body: Rect, width: u16, height: u16) -> Rect {
    let (width, height) = (width.min(body.width), height.min(body.height));
    Rect { x: body.x + (body.width - width) / 2, y: body.y + (body.height - height) / 2, width, height }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn popups_never_leave_the_body() {
        for (w, h) in [(1, 1), (10, 3), (80, 17), (120, 33)] {
            let body = Rect { x: 0, y: 3, width: w, height: h };
            for at in [(0, 0), (5, 5), (79, 19), (500, 500)] {
                let rect = beside(body, at, 30, 9);
                assert_eq!(rect.intersection(body), rect, "{body:?} {at:?}");
                let rect = centred(body, 60, 9);
                assert_eq!(rect.intersection(body), rect);
            }
        }
    }
}
