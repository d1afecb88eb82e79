//! The right column: help of the field and findings of a form, or what a
//! screen writes there, from the top down.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::form::Form;
use super::look::{Look, wrap};
use super::strings::form as words;
use super::theme::Role;
use crate::domain::finding::Finding;

/// Help of the field with the focus, then what the rules say.
pub fn draw_form_side(form: &Form, frame: &mut Frame, area: Rect, look: &Look) {
    let mut column = Column::new(area, look);
    if let Some(spec) = form.focused_spec() {
        column.title(frame, words::SIDE_HELP);
        column.write(frame, spec.label, Role::Label, 0);
        column.gap();
        column.write(frame, spec.help, Role::Text, 0);
        if !spec.rules.is_empty() {
            column.write(frame, &spec.rules.join("  "), Role::Label, 0);
        }
        for text in form.accepted_here() {
            column.signed(frame, "[!]", Role::Warn, &text);
        }
        column.gap();
    }
    if !form.findings().is_empty() {
        column.title(frame, words::SIDE_CHECKS);
        for finding in form.findings() {
            column.finding(frame, finding);
        }
        column.gap();
    }
    for (place, text) in form.accepted_elsewhere().enumerate() {
        if place == 0 {
            column.title(frame, words::SIDE_ACCEPTED);
        }
        column.signed(frame, "[!]", Role::Warn, &text);
    }
}

/// A column being written from the top down; what does not fit is left out.
pub struct Column<'a> {
    area: Rect,
    y: u16,
    look: &'a Look,
}

/// Cells of the labels in [`Column::pair`].
const LABELS: u16 = 12;

impl<'a> Column<'a> {
    /// An empty column.
    #[must_use]
    pub fn new(area: Rect, look: &'a Look) -> Self {
        Self { area, y: area.y, look }
    }

    /// The row that is written next.
    #[must_use]
    pub fn row(&self) -> u16 {
        self.y
    }

    /// Leaves a row empty.
    pub fn gap(&mut self) {
        self.y += 1;
    }

    /// A heading.
    pub fn title(&mut self, frame: &mut Frame, text: &str) {
        self.write(frame, text, Role::Title, 0);
    }

    /// A label with its value; nothing when there is no value.
    pub fn pair(&mut self, frame: &mut Frame, label: &str, value: &str) {
        if !value.is_empty() {
            self.look.put(frame.buffer_mut(), self.area, self.area.x, self.y, label, Role::Label);
            self.write(frame, value, Role::Text, LABELS);
        }
    }

    /// A short label and its word, `indent` cells from the left.
    pub fn item(&mut self, frame: &mut Frame, label: &str, word: &str, indent: u16) {
        self.look.put(frame.buffer_mut(), self.area, self.area.x, self.y, label, Role::Key);
        self.write(frame, word, Role::Text, indent);
    }

    /// What a rule says, with its sign and number.
    pub fn finding(&mut self, frame: &mut Frame, finding: &Finding) {
        let (sign, role) = Role::of_level(finding.level);
        self.signed(frame, sign, role, &format!("{}  {}", finding.text, finding.rule));
    }

    /// A text after a sign.
    pub fn signed(&mut self, frame: &mut Frame, sign: &str, role: Role, text: &str) {
        self.look.put(frame.buffer_mut(), self.area, self.area.x, self.y, sign, role);
        self.write(frame, text, Role::Text, 5);
    }

    /// A text broken into lines, `indent` cells from the left.
    pub fn write(&mut self, frame: &mut Frame, text: &str, role: Role, indent: u16) {
        if text.is_empty() {
            return;
        }
        for line in wrap(text, usize::from(self.area.width.saturating_sub(indent))) {
            self.look.put(frame.buffer_mut(), self.area, self.area.x + indent, self.y, &line, role);
            self.y += 1;
        }
    }
}
