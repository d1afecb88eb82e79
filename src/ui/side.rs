//! The right column of a form: help of the field, findings.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::form::Form;
use super::look::{Look, wrap};
use super::strings::form as words;
use super::theme::Role;
use crate::domain::finding::Level;

/// Help of the field with the focus, then what the rules say.
pub fn draw_form_side(form: &Form, frame: &mut Frame, area: Rect, look: &Look) {
    let mut column = Column { area, y: area.y, look };
    if let Some(spec) = form.focused_spec() {
        column.write(frame, words::SIDE_HELP, Role::Title, 0);
        column.write(frame, spec.label, Role::Label, 0);
        column.y += 1;
        column.write(frame, spec.help, Role::Text, 0);
        if !spec.rules.is_empty() {
            column.write(frame, &spec.rules.join("  "), Role::Label, 0);
        }
        column.y += 1;
    }
    if form.findings().is_empty() {
        return;
    }
    column.write(frame, words::SIDE_CHECKS, Role::Title, 0);
    for finding in form.findings() {
        let (sign, role) = match finding.level {
            Level::Block => ("[X]", Role::Error),
            Level::Warn => ("[!]", Role::Warn),
            Level::Show | Level::Record => ("[i]", Role::Info),
        };
        look.put(frame.buffer_mut(), area, area.x, column.y, sign, role);
        column.write(frame, &format!("{}  {}", finding.text, finding.rule), Role::Text, 4);
    }
}

struct Column<'a> {
    area: Rect,
    y: u16,
    look: &'a Look,
}

impl Column<'_> {
    fn write(&mut self, frame: &mut Frame, text: &str, role: Role, indent: u16) {
        if text.is_empty() {
            return;
        }
        for line in wrap(text, usize::from(self.area.width.saturating_sub(indent))) {
            self.look.put(frame.buffer_mut(), self.area, self.area.x + indent, self.y, &line, role);
            self.y += 1;
        }
    }
}
