//! PS01 on the screen: the list of sections, the section, the checks.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};

use super::{Editor, LAST, Place, shown};
use crate::documents::psp::section_title;
use crate::domain::appointment::Appointment;
use crate::domain::finding::Level;
use crate::domain::psp::rules::{self, Sign};
use crate::tables::code_table;
use crate::ui::chrome::WIDE;
use crate::ui::look::{Look, pad, wrap};
use crate::ui::screen::Cx;
use crate::ui::side::{Column, draw_form_side};
use crate::ui::strings::{psp as words, shell};
use crate::ui::theme::Role;

/// Cells of the list of sections.
const LIST: u16 = 23;
/// Cells of the labels of what is shown.
const LABELS: u16 = 17;

impl Editor {
    pub(super) fn draw_body(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        if !self.has_pact() {
            return self.draw_no_pact(frame, area, cx);
        }
        let list = Rect { width: LIST.min(area.width), ..area };
        self.draw_list(frame, list, cx.look);
        let line = area.x + LIST + 1;
        for y in area.top()..area.bottom() {
            cx.look.put(frame.buffer_mut(), area, line, y, cx.look.glyphs.vertical, Role::Frame);
        }
        let room = Rect { x: line + 2, width: area.width.saturating_sub(LIST + 3), ..area };
        self.draw_section(frame, room, area, cx);
    }

    fn draw_no_pact(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        let put = |frame: &mut Frame, y: u16, text: &str, role| {
            cx.look.put(frame.buffer_mut(), area, area.x + 1, area.y + y, text, role);
        };
        if !self.failed.is_empty() {
            return put(frame, 1, &format!("[X] {}", self.failed), Role::Error);
        }
        let Some(card) = &self.card else { return put(frame, 1, shell::LOADING, Role::Disabled) };
        let first = self.pact.as_ref().map(|pact| words::ended(pact.version.state));
        put(frame, 1, first.as_deref().unwrap_or(words::NO_PACT), Role::Title);
        let mut y = 3;
        for (key, what) in words::NO_PACT_KEYS {
            put(frame, y, key, Role::Key);
            for line in wrap(what, usize::from(area.width.min(90)) - 9) {
                cx.look.put(frame.buffer_mut(), area, area.x + 8, area.y + y, &line, Role::Text);
                y += 1;
            }
        }
        y += 1;
        if card.did().is_none() {
            put(frame, y, &format!("[X] {}", words::NO_OPEN_DID), Role::Error);
            y += 1;
        }
        if card.assessment().is_none() {
            put(frame, y, &format!("[!] {}", words::NO_INTERVIEW), Role::Warn);
        }
    }

    /// How a section stands, as it is written before its name.
    pub(super) fn sign(&self, section: u8) -> (&'static str, Role) {
        let editable = self.editable();
        let sign = rules::signs(&self.findings)[usize::from(section - 1)];
        match (section, sign) {
            (15, _) if editable => ("[  ]", Role::Label),
            (11 | 12, Sign::Fine) => ("[--]", Role::Label),
            (_, Sign::Fine) => ("[ok]", Role::Ok),
            (_, Sign::Told) => ("[ i]", Role::Info),
            (_, Sign::Warned) => ("[ !]", Role::Warn),
            (_, Sign::Missing) => ("[ X]", Role::Error),
        }
    }

    fn draw_list(&self, frame: &mut Frame, area: Rect, look: &Look) {
        let Some(pact) = &self.pact else { return };
        let buf = frame.buffer_mut();
        look.put(buf, area, area.x, area.y, &words::version(&pact.version), Role::Title);
        let mut cursor = None;
        for section in 1..=LAST {
            let y = area.y + u16::from(section);
            let here = section == self.section;
            let pointer = if here { look.glyphs.pointer } else { " " };
            let (sign, role) = self.sign(section);
            let name = format!("{section:>2} {}", words::SHORT[usize::from(section - 1)]);
            if here && self.place == Place::List {
                let text =
                    pad(&format!("{pointer}{sign} {name}"), usize::from(area.width), look.glyphs.ellipsis);
                look.put(buf, area, area.x, y, &text, Role::Selected);
                cursor = Some(Position::new(area.x, y));
            } else {
                let x = look.put(buf, area, area.x, y, pointer, Role::Title);
                let x = look.put(buf, area, x, y, sign, role) + 1;
                look.put(buf, area, x, y, &name, if here { Role::Title } else { Role::Text });
            }
        }
        let blocks = self.blocks().count();
        let stopped = rules::signs(&self.findings).iter().filter(|sign| **sign == Sign::Missing).count();
        let fine = usize::from(LAST) - stopped - usize::from(self.editable());
        let role = if blocks > 0 { Role::Error } else { Role::Ok };
        let text = if self.editable() { words::summary(fine, blocks) } else { String::new() };
        look.put(buf, area, area.x, area.y + u16::from(LAST) + 1, &text, role);
        if let Some(cursor) = cursor {
            frame.set_cursor_position(cursor);
        }
    }

    fn draw_section(&self, frame: &mut Frame, room: Rect, body: Rect, cx: &Cx) {
        let look = cx.look;
        let title = format!("{} {}", self.section, section_title(self.section).to_uppercase());
        let mut y = room.y;
        for line in wrap(&title, usize::from(room.width)) {
            look.put(frame.buffer_mut(), room, room.x, y, &line, Role::Title);
            y += 1;
        }
        y = self.draw_pairs(frame, Rect { y, height: room.bottom().saturating_sub(y), ..room }, cx);
        let rest = Rect { y, height: room.bottom().saturating_sub(y), ..room };
        y = self.draw_rows(frame, rest, look);
        let rest = Rect { y, height: room.bottom().saturating_sub(y), ..room };
        if let (Place::Row, Some(row)) = (self.place, &self.row) {
            look.put(frame.buffer_mut(), rest, rest.x, rest.y, &row.title(), Role::Title);
            let form = Rect { y: rest.y + 1, height: rest.height.saturating_sub(1), ..rest };
            return row.form.draw_in(frame, form, body, true, look);
        }
        let mut y = rest.y;
        if let Some(form) = &self.form {
            let height = if matches!(self.section, 6 | 7 | 14 | 1) { 2 } else { 12 };
            let part = Rect { y, height: rest.height.min(height), ..rest };
            form.draw_in(frame, part, body, self.place == Place::Form, look);
            y += part.height;
        }
        for note in shown::notes(self.section, self.editable(), self.asks_registry()) {
            for line in wrap(note, usize::from(room.width)) {
                look.put(frame.buffer_mut(), room, room.x, y, &line, Role::Label);
                y += 1;
            }
        }
        // Where there is no right column, what the rules say stands below.
        if frame.area().width < WIDE {
            let rest = Rect { y: y + 1, height: room.bottom().saturating_sub(y + 1), ..room };
            let mut column = Column::new(rest, look);
            for finding in self.findings_here() {
                column.finding(frame, finding);
            }
            y = column.row();
        }
        if room.bottom().saturating_sub(y) >= 12 {
            self.draw_in_short(frame, Rect { y: y + 1, height: room.bottom() - y - 1, ..room }, cx);
        }
    }

    fn draw_pairs(&self, frame: &mut Frame, room: Rect, cx: &Cx) -> u16 {
        let (Some(pact), Some(card)) = (&self.pact, &self.card) else { return room.y };
        let look = cx.look;
        let mut y = room.y;
        for (label, value) in
            shown::pairs(self.section, pact, card, &self.operators, self.editable(), cx.tables())
        {
            let indent = if label.is_empty() { 0 } else { LABELS };
            look.put(frame.buffer_mut(), room, room.x, y, label, Role::Label);
            let role = if value == words::MISSING { Role::Error } else { Role::Text };
            for line in wrap(&value, usize::from(room.width.saturating_sub(indent))) {
                look.put(frame.buffer_mut(), room, room.x + indent, y, &line, role);
                y += 1;
            }
        }
        y
    }

    fn draw_rows(&self, frame: &mut Frame, room: Rect, look: &Look) -> u16 {
        let writing = self.place == Place::Row;
        let count = match self.section {
            6 => self.measures.rows().len(),
            7 => self.acts.rows().len(),
            8 => self.booked.rows().len(),
            _ => return room.y,
        };
        let most =
            if writing { room.height.saturating_sub(10).max(2) } else { room.height.saturating_sub(4) };
        let height = u16::try_from(count.max(1) + 1).unwrap_or(u16::MAX).min(most);
        let area = Rect { height, ..room };
        let focused = self.place == Place::Body;
        match self.section {
            6 => self.measures.draw(frame, area, focused, look, shown::measure_cells),
            7 => self.acts.draw(frame, area, focused, look, shown::act_cells),
            _ => self.booked.draw(frame, area, focused, look, |a| self.booked_cells(a)),
        }
        let y = area.bottom();
        if writing {
            return y;
        }
        let keys = if self.section == 8 { words::BOOK_KEYS } else { words::ROW_KEYS };
        if self.section == 8 || self.editable() {
            look.put(frame.buffer_mut(), room, room.x + 2, y, keys, Role::Disabled);
        }
        y + 2
    }

    pub(super) fn booked_cells(&self, a: &Appointment) -> Vec<String> {
        let who = self.operators.iter().find(|o| o.id == a.operator);
        vec![
            a.start.format("%d/%m/%y %H:%M").to_string(),
            code_table::services().label(&a.service).to_owned(),
            who.map(crate::domain::office::Operator::short_name).unwrap_or_default(),
        ]
    }

    /// On tall screens the heart of the pact stays in sight.
    fn draw_in_short(&self, frame: &mut Frame, room: Rect, cx: &Cx) {
        let (Some(pact), Some(card)) = (&self.pact, &self.card) else { return };
        let look = cx.look;
        look.rule(frame.buffer_mut(), room, room.y);
        look.put(frame.buffer_mut(), room, room.x, room.y + 1, words::IN_SHORT, Role::Title);
        let mut y = room.y + 2;
        for section in (4..=8).filter(|section| *section != self.section) {
            let text = shown::in_short(section, pact, card, &self.operators, cx);
            let name = words::SHORT[usize::from(section - 1)];
            look.put(frame.buffer_mut(), room, room.x, y, &format!("{section} {name}"), Role::Label);
            let text = if text.is_empty() { "-".to_owned() } else { text };
            let width = usize::from(room.width.saturating_sub(LABELS));
            for line in wrap(&text, width).into_iter().take(2) {
                look.put(frame.buffer_mut(), room, room.x + LABELS, y, &line, Role::Text);
                y += 1;
            }
            if y + 1 >= room.bottom() {
                return;
            }
        }
    }

    pub(super) fn draw_side(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        let look = cx.look;
        let mut column = Column::new(area, look);
        if let (Place::Row, Some(row)) = (self.place, &self.row) {
            return draw_form_side(&row.form, frame, area, look);
        }
        if let Some(spec) =
            self.form.as_ref().filter(|_| self.place == Place::Form).and_then(|f| f.focused_spec())
        {
            column.write(frame, spec.label, Role::Title, 0);
            column.write(frame, spec.help, Role::Text, 0);
            column.gap();
        }
        if self.editable() {
            column.write(frame, words::CHECKS, Role::Title, 0);
            for finding in &self.findings {
                let section = rules::section_of(finding).unwrap_or_default();
                let (sign, role) = Role::of_level(finding.level);
                column.signed(frame, sign, role, &format!("{section}: {}  {}", finding.text, finding.rule));
            }
            if !self.findings.iter().any(|f| matches!(f.level, Level::Block | Level::Warn)) {
                column.signed(frame, "[ok]", Role::Ok, words::NOTHING_MISSING);
            }
            column.gap();
            column.write(frame, words::SIGNS, Role::Title, 0);
            for (sign, text) in words::SIGN_ROWS.iter().chain([&words::SIGN_LATER]) {
                column.signed(frame, sign, Role::Label, text);
            }
        }
        if let Some(card) = &self.card {
            column.gap();
            for due in card.deadlines.iter().take(4) {
                column.write(frame, &format!("{} {}", due.due.format("%d/%m/%y"), due.what), Role::Label, 0);
            }
        }
    }
}
