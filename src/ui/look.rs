//! Theme and signs together, and texts measured in cells.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::glyphs::{ASCII, Glyphs, WGL4, in_ascii};
use super::missing::Missing;
use super::theme::{Role, Theme};

/// How things are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// Roles to styles.
    pub theme: Theme,
    /// Signs.
    pub glyphs: Glyphs,
    /// One thing a line, for screen readers ([`super::linear`]).
    pub linear: bool,
    /// Keys this terminal keeps for itself: hints show the second way.
    pub missing: Missing,
}

impl Default for Look {
    fn default() -> Self {
        Self { theme: Theme::default(), glyphs: WGL4, linear: false, missing: Missing::default() }
    }
}

impl Look {
    /// The style of a role.
    #[must_use]
    pub fn style(&self, role: Role) -> Style {
        self.theme.style(role)
    }

    /// Writes `text` at a place inside `area`, cut at its right edge; gives
    /// the column after the last cell written. Places outside are ignored.
    pub fn put(&self, buf: &mut Buffer, area: Rect, x: u16, y: u16, text: &str, role: Role) -> u16 {
        self.put_styled(buf, area, x, y, text, self.style(role))
    }

    /// As [`Look::put`] with a style.
    pub fn put_styled(&self, buf: &mut Buffer, area: Rect, x: u16, y: u16, text: &str, style: Style) -> u16 {
        let area = area.intersection(buf.area);
        if y < area.top() || y >= area.bottom() || x < area.left() || x >= area.right() {
            return x;
        }
        let room = usize::from(area.right() - x);
        let mut text = cut(text, room, self.glyphs.ellipsis);
        if self.glyphs == ASCII && !text.is_ascii() {
            text = text.chars().map(in_ascii).collect();
        }
        // What was written below must not shine through.
        buf.set_style(Rect { x, y, width: width(&text).min(area.right() - x), height: 1 }, Style::reset());
        buf.set_stringn(x, y, &text, room, style).0
    }

    /// A horizontal line over the width of `area` at row `y`.
    pub fn rule(&self, buf: &mut Buffer, area: Rect, y: u16) {
        let line = self.glyphs.horizontal.repeat(usize::from(area.width));
        self.put(buf, area, area.left(), y, &line, Role::Frame);
    }

    /// A frame with a title; gives the room inside.
    pub fn frame(&self, buf: &mut Buffer, area: Rect, title: &str) -> Rect {
        let area = area.intersection(buf.area);
        if area.width < 2 || area.height < 2 {
            return Rect { width: 0, height: 0, ..area };
        }
        let g = self.glyphs;
        let line = g.horizontal.repeat(usize::from(area.width - 2));
        let bottom = area.bottom() - 1;
        self.put(buf, area, area.x, area.y, &format!("{}{line}{}", g.corner_tl, g.corner_tr), Role::Frame);
        self.put(buf, area, area.x, bottom, &format!("{}{line}{}", g.corner_bl, g.corner_br), Role::Frame);
        for y in area.y + 1..bottom {
            self.put(buf, area, area.x, y, g.vertical, Role::Frame);
            self.put(buf, area, area.right() - 1, y, g.vertical, Role::Frame);
        }
        if !title.is_empty() && area.width > 6 {
            let room = Rect { x: area.x + 2, width: area.width - 4, ..area };
            self.put(buf, room, room.x, area.y, &format!(" {title} "), Role::Title);
        }
        Rect { x: area.x + 1, y: area.y + 1, width: area.width - 2, height: area.height - 2 }
    }

    /// Writes a sentence from the first row of `area`, on as many rows as it
    /// takes: why something cannot be shown is never cut.
    pub fn tell(&self, buf: &mut Buffer, area: Rect, text: &str, role: Role) {
        for (line, y) in wrap(text, usize::from(area.width)).iter().zip(area.y..area.bottom()) {
            self.put(buf, area, area.x, y, line, role);
        }
    }
}

/// Empties a rectangle, whatever was under it.
pub fn clear(buf: &mut Buffer, area: Rect, style: Style) {
    let area = area.intersection(buf.area);
    for position in area.positions() {
        if let Some(cell) = buf.cell_mut(position) {
            cell.reset();
            cell.set_style(style);
        }
    }
}

/// Cells a text takes.
#[must_use]
pub fn width(text: &str) -> u16 {
    u16::try_from(text.width()).unwrap_or(u16::MAX)
}

/// The text if it fits in `cells`, else its beginning and `ellipsis`.
#[must_use]
pub fn cut(text: &str, cells: usize, ellipsis: &str) -> String {
    if text.width() <= cells {
        return text.to_owned();
    }
    let room = cells.saturating_sub(ellipsis.width());
    let mut used = 0;
    let mut kept = String::new();
    for grapheme in text.graphemes(true) {
        used += grapheme.width();
        if used > room {
            break;
        }
        kept.push_str(grapheme);
    }
    if cells > 0 {
        kept.push_str(ellipsis);
    }
    kept
}

/// The text cut or filled with blanks to exactly `cells`.
#[must_use]
pub fn pad(text: &str, cells: usize, ellipsis: &str) -> String {
    let mut text = cut(text, cells, ellipsis);
    text.push_str(&" ".repeat(cells.saturating_sub(text.width())));
    text
}

/// The text broken at blanks into lines of at most `cells`; long words are
/// broken where they must.
#[must_use]
pub fn wrap(text: &str, cells: usize) -> Vec<String> {
    let cells = cells.max(1);
    let mut lines = Vec::new();
    for paragraph in text.lines() {
        let mut line = String::new();
        for word in paragraph.split_whitespace() {
            let blank = usize::from(!line.is_empty());
            if line.width() + blank + word.width() <= cells {
                if blank == 1 {
                    line.push(' ');
                }
                line.push_str(word);
                continue;
            }
            if !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            for grapheme in word.graphemes(true) {
                if line.width() + grapheme.width() > cells && !line.is_empty() {
                    lines.push(std::mem::take(&mut line));
                }
                line.push_str(grapheme);
            }
        }
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_cut_by_what_the_eye_sees() {
        assert_eq!(cut("perché", 6, "…"), "perché");
        assert_eq!(cut("perché no", 6, "…"), "perch…");
        assert_eq!(cut("日本語", 4, "…"), "日…");
        assert_eq!(cut("abc", 0, "…"), "");
        assert_eq!(pad("e\u{300}", 3, "…"), "e\u{300}  ");
    }

    #[test]
    fn words_are_kept_whole_where_they_can() {
        assert_eq!(wrap("una due tre", 7), ["una due", "tre"]);
        assert_eq!(wrap("precipitevolissimevolmente", 10), ["precipitev", "olissimevo", "lmente"]);
        assert_eq!(wrap("a\n\nb", 5), ["a", "", "b"]);
    }
}
