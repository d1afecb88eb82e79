//! PS02 on the screen.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::{LAST, Preview};
use crate::desk::pact::Pact;
use crate::domain::psp::rules::{self, Sign};
use crate::ui::look::{Look, pad};
use crate::ui::screen::Screen as _;
use crate::ui::side::{Column, draw_form_side};
use crate::ui::strings::{on_paper as paper, psp as words, shell, signing as sign_words};
use crate::ui::theme::Role;

impl Preview {
    pub(super) fn draw_body(&self, frame: &mut Frame, area: Rect, look: &Look) {
        let say = |frame: &mut Frame, text: &str, role| {
            let inside = Rect { x: area.x + 1, y: area.y + 1, width: area.width.saturating_sub(2), ..area };
            look.tell(frame.buffer_mut(), inside.intersection(area), text, role);
        };
        if !self.failed.is_empty() {
            return say(frame, &format!("[X] {}", self.failed), Role::Error);
        }
        let (Some(pact), true) = (&self.pact, self.paper.is_read()) else {
            let text = if self.waiting { shell::LOADING } else { words::NOTHING_TO_READ };
            return say(frame, text, Role::Disabled);
        };
        let panel = self.panel_rows(area.height).max(self.paper.rows(area.height));
        let below = panel.max(1);
        let sheet = Rect { height: area.height.saturating_sub(below), ..area };
        self.paper.draw(frame, sheet, &self.line(pact), look);
        let foot = Rect { y: area.bottom().saturating_sub(below), height: below, ..area };
        if self.paper.chooses() {
            return self.paper.draw_form(frame, foot, area, look);
        }
        if panel > 0 {
            return self.draw_panel(frame, foot, area, look);
        }
        let (text, role) = match self.signing().filter(|signing| signing.is_open()) {
            Some(signing) => (sign_words::stands(signing), Role::Text),
            None if self.paper.in_brief() => (paper::HINT.to_owned(), Role::Disabled),
            None => (words::HINT.to_owned(), Role::Disabled),
        };
        look.put(frame.buffer_mut(), foot, foot.x, foot.y, &text, role);
    }

    /// The line over the pages of the pact.
    pub(super) fn line(&self, pact: &Pact) -> String {
        let reading = self.paper.reading();
        let points = self.paper.size().points();
        words::pages(reading.page(), reading.count(), &pact.version, &self.number(), points)
    }

    pub(super) fn draw_side(&self, frame: &mut Frame, area: Rect, look: &Look) {
        if let Some(form) = self.form() {
            return draw_form_side(form, frame, area, look);
        }
        let mut column = Column::new(area, look);
        if self.paper.side(&mut column, frame) {
            return;
        }
        column.title(frame, words::SIDE_SECTIONS);
        let signs = rules::signs(&self.findings);
        let reading = self.paper.reading();
        let here = reading.section();
        for section in 1..=LAST {
            let place = usize::from(section - 1);
            let (sign, role) = match signs[place] {
                Sign::Missing => ("X", Role::Error),
                Sign::Warned => ("!", Role::Warn),
                Sign::Told => ("i", Role::Info),
                Sign::Fine if section == here => (look.glyphs.pointer, Role::Title),
                Sign::Fine => (" ", Role::Text),
            };
            let name = pad(words::SHORT[place], 18, look.glyphs.ellipsis);
            let text = format!("{sign} {section:>2} {name} p {}", reading.page_of(section));
            let role = if section == here && role == Role::Text { Role::Title } else { role };
            look.put(frame.buffer_mut(), area, area.x, column.row(), &text, role);
            column.gap();
        }
        column.gap();
        column.title(frame, words::SIDE_STEPS);
        let Some(pact) = &self.pact else { return };
        let v = &pact.version;
        let done = [
            v.issued_at.is_some(),
            v.person_signed_at.is_some(),
            v.operator_signed_at.is_some(),
            v.copy_handed_on.is_some(),
        ];
        for (step, done) in words::STEPS.iter().zip(done) {
            let (sign, role) = if done { ("[ok]", Role::Ok) } else { ("[  ]", Role::Label) };
            column.signed(frame, sign, role, step);
        }
        column.gap();
        self.side_signing(&mut column, frame);
        if self.editable() {
            let blocks = self.blocks().count();
            for finding in self.findings.iter().take(if blocks > 0 { 4 } else { 2 }) {
                column.finding(frame, finding);
            }
        }
        column.write(frame, words::AFTER_ISSUE, Role::Label, 0);
    }
}
