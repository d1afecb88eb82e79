//! Drawing a form: labels, values, signs, the real cursor.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};

use super::field::Field;
use super::layout::{self, Place, Sheet, label_of};
use super::spec::Kind;
use super::values::ON;
use super::{Form, words};
use crate::domain::finding::Level;
use crate::ui::look::{Look, pad, width};
use crate::ui::theme::Role;
use crate::ui::widgets::line::draw_line;

/// What the last row of a form says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Status<'a> {
    /// When the draft was saved (`10:42`), empty when it was not.
    pub draft_saved: &'a str,
}

impl Form {
    /// Draws the form, its tabs if it has pages, and what F4 opened. Sets the
    /// terminal's cursor in the field that takes the keys.
    pub fn draw(&self, frame: &mut Frame, area: Rect, look: &Look) {
        self.draw_in(frame, area, area, true, look);
    }

    /// As [`Form::draw`], where lists and calendars may open over all of
    /// `body`: a form that has only a part of the screen. It shows no focus
    /// while it is not `awake`, when the keys go elsewhere.
    pub fn draw_in(&self, frame: &mut Frame, area: Rect, body: Rect, awake: bool, look: &Look) {
        let area = area.intersection(frame.area());
        if area.width == 0 || area.height == 0 {
            return;
        }
        let tabs = if self.spec.pages.len() > 1 { 2.min(area.height.saturating_sub(1)) } else { 0 };
        let room = Rect { y: area.y + tabs, height: area.height - tabs, ..area };
        self.drawn.set((room.width, room.height));
        let seen = self.seen();
        let sheets = layout::sheets(&self.spec, &seen, room.width, room.height);
        let focused = if awake { self.focused() } else { None };
        let at = self.sheet_at(&sheets, focused);
        let Some(sheet) = sheets.get(at) else { return };
        if tabs > 0 {
            self.draw_tabs(frame, area, sheet, (at, sheets.len()), look);
        }
        let mut anchor = (room.x, room.y);
        for word in &sheet.words {
            let role = if word.head { Role::Title } else { Role::Label };
            look.put(frame.buffer_mut(), room, room.x + word.x, room.y + word.y, &word.text, role);
        }
        for place in &sheet.places {
            let here = focused == Some(place.field);
            self.draw_field(frame, room, place, here, look);
            if here {
                anchor = (room.x + place.x.saturating_sub(1), room.y + place.y);
            }
        }
        if let Some(focused) = focused {
            self.draw_accepted(frame, room, sheet, focused, look);
        }
        if let Some(popup) = &self.popup {
            popup.draw(frame, body, anchor, look);
        }
    }

    /// Writes how many findings there are and whether the draft is safe.
    pub fn draw_status(&self, frame: &mut Frame, area: Rect, status: Status<'_>, look: &Look) {
        let (blocks, warns) = self.counts();
        let role = if blocks > 0 { Role::Error } else { Role::Label };
        let x = look.put(frame.buffer_mut(), area, area.x, area.y, &words::checks(blocks, warns), role);
        let mut right = String::new();
        if self.changed() {
            right.push_str(words::MODIFIED);
        }
        if !status.draft_saved.is_empty() {
            if !right.is_empty() {
                right.push_str(", ");
            }
            right.push_str(&words::draft_saved(status.draft_saved));
        }
        let start = area.right().saturating_sub(width(&right)).max(x + 2);
        look.put(frame.buffer_mut(), area, start, area.y, &right, Role::Label);
    }

    /// The sheet that holds the field with the focus.
    fn sheet_at(&self, sheets: &[Sheet], focused: Option<usize>) -> usize {
        let field = focused.unwrap_or(self.focus);
        sheets.iter().position(|sheet| sheet.places.iter().any(|place| place.field == field)).unwrap_or(0)
    }

    fn draw_tabs(&self, frame: &mut Frame, area: Rect, sheet: &Sheet, (at, of): (usize, usize), look: &Look) {
        let buf = frame.buffer_mut();
        let current = self.page();
        // The titles count by themselves, unless a page takes several sheets.
        let right = if of > self.spec.pages.len() { words::page(at + 1, of) } else { String::new() };
        let room = Rect { width: area.width.saturating_sub(width(&right) + 2), ..area };
        let mut x = area.x;
        let titles: Vec<String> = (0..self.spec.pages.len()).map(|place| self.tab(place)).collect();
        // Neither the blank after the last title nor the gap behind it needs room.
        let all = titles.iter().map(|title| width(title) + 3).sum::<u16>().saturating_sub(2);
        for (place, mut name) in titles.into_iter().enumerate() {
            // Where not all titles fit, that of the page at hand does.
            if all > room.width && place != current {
                name = (place + 1).to_string();
            }
            let (text, role) = if place == current {
                (format!("[{name}]"), Role::Title)
            } else if sheet.pages.contains(&place) {
                (format!(" {name} "), Role::Text)
            } else {
                (format!(" {name} "), Role::Label)
            };
            x = look.put(buf, room, x, area.y, &text, role) + 1;
        }
        let start = area.right().saturating_sub(width(&right));
        look.put(buf, area, start, area.y, &right, Role::Label);
    }

    /// Number and title of a page, and how far it is.
    fn tab(&self, place: usize) -> String {
        let title = self.spec.pages[place].title;
        match self.marks.get(&place).filter(|mark| !mark.is_empty()) {
            Some(mark) => format!("{} {title} {mark}", place + 1),
            None => format!("{} {title}", place + 1),
        }
    }

    fn draw_field(&self, frame: &mut Frame, room: Rect, place: &Place, focused: bool, look: &Look) {
        let field = &self.fields[place.field];
        let off = self.off.contains(field.spec.name);
        let finding = self.finding_at(place.field);
        let bad = field.problem.is_some() || finding.is_some_and(|f| f.level == Level::Block);
        if let Some((x, y)) = place.label {
            let role = if off {
                Role::Disabled
            } else if bad {
                Role::Error
            } else if focused {
                Role::Title
            } else {
                Role::Label
            };
            look.put(frame.buffer_mut(), room, room.x + x, room.y + y, &label_of(&field.spec), role);
        }
        let cell =
            Rect { x: room.x + place.x, y: room.y + place.y, width: place.width, height: place.height };
        let cell = cell.intersection(room);
        if cell.width == 0 || cell.height == 0 {
            return;
        }
        if self.is_veiled(place.field) {
            let wide = Rect { width: room.right().saturating_sub(cell.x), height: 1, ..cell };
            let text = crate::ui::strings::people::SPECIAL;
            look.put(frame.buffer_mut(), wide, cell.x, cell.y, text, Role::Disabled);
            return;
        }
        match field.spec.kind {
            Kind::Tick => draw_tick(field, frame, room, cell, focused, look),
            Kind::Area { .. } => {
                draw_area(field, frame, room, cell, focused, look);
                if focused && field.room() <= words::FEW_LEFT {
                    // Below the label: the text itself takes the rest of the row.
                    let (x, y) = place.label.unwrap_or((0, place.y));
                    let low = y + u16::from(place.height > 1);
                    let left = Rect { width: place.x.saturating_sub(1), ..room };
                    let text = words::left(field.room());
                    look.put(frame.buffer_mut(), left, room.x + x, room.y + low, &text, Role::Warn);
                }
            }
            Kind::Choice { inline: true, .. } => self.draw_radio(place, frame, cell, focused, look),
            Kind::Several { .. } => {
                draw_chosen(field, &self.chosen_labels(place.field), frame, room, cell, focused, look);
            }
            _ => draw_box(field, frame, room, cell, focused, look),
        }
        self.draw_words_after(frame, room, place, look);
    }

    fn draw_radio(&self, place: &Place, frame: &mut Frame, cell: Rect, focused: bool, look: &Look) {
        let field = &self.fields[place.field];
        let chosen = field.item.as_ref().map(|item| item.value.as_str());
        let mut x = cell.x;
        let mut cursor = cell.x + 1;
        for item in self.items(place.field).iter() {
            let on = chosen == Some(item.value.as_str());
            let dot = if on { look.glyphs.dot } else { " " };
            let role = if on && focused { Role::Focus } else { Role::Text };
            if on {
                cursor = x + 1;
            }
            x = look.put(frame.buffer_mut(), cell, x, cell.y, &format!("({dot}) {}", item.label), role) + 2;
        }
        if focused {
            frame.set_cursor_position(Position::new(cursor.min(cell.right() - 1), cell.y));
        }
    }

    /// After a field: its finding, else its problem, else what the screen
    /// remarks, else the label of the item, else the hint.
    fn draw_words_after(&self, frame: &mut Frame, room: Rect, place: &Place, look: &Look) {
        let field = &self.fields[place.field];
        let tail = match field.spec.kind {
            Kind::Choice { inline: false, .. } | Kind::Lookup { .. } | Kind::Several { .. } => 4,
            Kind::Tick => 4 + width(&label_of(&field.spec)),
            _ => 2,
        };
        let mut x = room.x + place.x + place.width + tail;
        let until = Rect { width: place.until.min(room.width), ..room };
        let put = |frame: &mut Frame, x: u16, text: &str, role| {
            if until.right().saturating_sub(x) > 2 {
                look.put(frame.buffer_mut(), until, x, room.y + place.y, text, role);
            }
        };
        if let Some(why) = field.problem {
            return put(frame, x, &format!("[X] {}", words::unread(why)), Role::Error);
        }
        let accepted = self.accepted_at(Some(place.field)).next();
        let finding = self.finding_at(place.field);
        if let Some(finding) = finding.filter(|finding| !self.is_accepted(finding)) {
            let (sign, role) = Role::of_level(finding.level);
            return put(frame, x, &format!("{sign} {}", finding.text), role);
        }
        if let Some(warning) = accepted {
            put(frame, x, "[!]", Role::Warn);
            x += 4;
            if finding.is_some() || !self.has_words_after(place.field) {
                return put(frame, x, &words::accepted_short(&warning.reason), Role::Label);
            }
        }
        if let Some(remark) = self.remarks.get(field.spec.name) {
            return put(frame, x, remark, Role::Label);
        }
        if let Some(item) = field.item.as_ref().filter(|item| !item.code.is_empty()) {
            return put(frame, x, &item.label, Role::Text);
        }
        put(frame, x, field.spec.hint, Role::Disabled);
    }

    /// Does something stand after the field when no rule speaks?
    fn has_words_after(&self, place: usize) -> bool {
        let field = &self.fields[place];
        self.remarks.contains_key(field.spec.name)
            || field.item.as_ref().is_some_and(|item| !item.code.is_empty())
    }
}

/// Brackets around a room, and the mark of a list behind it.
fn brackets(field: &Field, frame: &mut Frame, room: Rect, cell: Rect, look: &Look) {
    let buf = frame.buffer_mut();
    let list = matches!(field.spec.kind, Kind::Choice { .. } | Kind::Lookup { .. } | Kind::Several { .. });
    for y in cell.top()..cell.bottom() {
        look.put(buf, room, cell.x.saturating_sub(1), y, "[", Role::Frame);
        let close = if list { format!(" {}]", look.glyphs.drop) } else { "]".to_owned() };
        look.put(buf, room, cell.right(), y, &close, Role::Frame);
    }
}

fn draw_box(field: &Field, frame: &mut Frame, room: Rect, cell: Rect, focused: bool, look: &Look) {
    if matches!(field.spec.kind, Kind::Choice { .. }) {
        let text = field.item.as_ref().map_or("", |item| item.label.as_str());
        return draw_chosen(field, text, frame, room, cell, focused, look);
    }
    brackets(field, frame, room, cell, look);
    let column = draw_line(field, frame, cell, focused, look);
    if focused {
        frame.set_cursor_position(Position::new(cell.x + column, cell.y));
    }
}

/// What is chosen, in its box.
fn draw_chosen(
    field: &Field,
    text: &str,
    frame: &mut Frame,
    room: Rect,
    cell: Rect,
    focused: bool,
    look: &Look,
) {
    brackets(field, frame, room, cell, look);
    let role = if focused { Role::Focus } else { Role::Text };
    let text = pad(text, usize::from(cell.width), look.glyphs.ellipsis);
    look.put(frame.buffer_mut(), cell, cell.x, cell.y, &text, role);
    if focused {
        frame.set_cursor_position(Position::new(cell.x, cell.y));
    }
}

fn draw_tick(field: &Field, frame: &mut Frame, room: Rect, cell: Rect, focused: bool, look: &Look) {
    brackets(field, frame, room, cell, look);
    let mark = if field.line.text() == ON { look.glyphs.tick } else { " " };
    let role = if focused { Role::Focus } else { Role::Text };
    look.put(frame.buffer_mut(), cell, cell.x, cell.y, mark, role);
    if focused {
        frame.set_cursor_position(Position::new(cell.x, cell.y));
    }
}

fn draw_area(field: &Field, frame: &mut Frame, room: Rect, cell: Rect, focused: bool, look: &Look) {
    brackets(field, frame, room, cell, look);
    let cells = usize::from(cell.width);
    field.cells.set(cells);
    let (row, column) = field.line.place(cells);
    let high = usize::from(cell.height);
    // The rows around the cursor; of a text left behind, its first.
    let top = if focused { (row + 1).saturating_sub(high) } else { 0 };
    let role = if focused { Role::Focus } else { Role::Text };
    let rows = field.line.rows(cells);
    for (y, place) in (cell.top()..cell.bottom()).zip(top..) {
        let text = rows.get(place).map_or("", |(start, end)| &field.line.text()[*start..*end]);
        // The blank that hangs over the edge is not seen.
        let text = if usize::from(width(text)) > cells { text.trim_end_matches(' ') } else { text };
        let text = if focused { pad(text, cells, "") } else { text.to_owned() };
        look.put(frame.buffer_mut(), cell, cell.x, y, &text, role);
    }
    if focused {
        let x = u16::try_from(column).unwrap_or(u16::MAX).min(cell.width - 1);
        let y = u16::try_from(row - top).unwrap_or(0).min(cell.height - 1);
        frame.set_cursor_position(Position::new(cell.x + x, cell.y + y));
    }
}
