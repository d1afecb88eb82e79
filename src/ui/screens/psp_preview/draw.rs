//! PS02 on the screen.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::{LAST, Preview};
use crate::domain::psp::rules::{self, Sign};
use crate::ui::look::{Look, pad};
use crate::ui::screen::Screen as _;
use crate::ui::side::{Column, draw_form_side};
use crate::ui::strings::{psp as words, shell, signing as sign_words};
use crate::ui::theme::Role;

impl Preview {
    pub(super) fn draw_body(&self, frame: &mut Frame, area: Rect, look: &Look) {
        let say = |frame: &mut Frame, text: &str, role| {
            look.put(frame.buffer_mut(), area, area.x + 1, area.y + 1, text, role);
        };
        if !self.failed.is_empty() {
            return say(frame, &format!("[X] {}", self.failed), Role::Error);
        }
        let (Some(pact), Some(_)) = (&self.pact, &self.paper) else {
            let text = if self.waiting { shell::LOADING } else { words::NOTHING_TO_READ };
            return say(frame, text, Role::Disabled);
        };
        let (at, of) = (self.reading.page(), self.reading.count());
        let line = words::pages(at, of, &pact.version, &self.number(), self.size.points());
        look.put(frame.buffer_mut(), area, area.x, area.y, &line, Role::Label);
        let panel = self.panel_rows(area.height).max(self.printing.rows(area.height));
        let below = panel.max(1);
        let sheet = Rect {
            y: area.y + 1,
            height: area.height.saturating_sub(1 + below),
            width: area.width.min(78),
            ..area
        };
        self.reading.draw(frame, sheet, look);
        let foot = Rect { y: area.bottom().saturating_sub(below), height: below, ..area };
        if self.printing.is_open() {
            return self.printing.draw(frame, foot, area, look);
        }
        if panel > 0 {
            return self.draw_panel(frame, foot, area, look);
        }
        let (text, role) = match self.signing().filter(|signing| signing.is_open()) {
            Some(signing) => (sign_words::stands(signing), Role::Text),
            None => (words::HINT.to_owned(), Role::Disabled),
        };
        look.put(frame.buffer_mut(), foot, foot.x, foot.y, &text, role);
    }

    pub(super) fn draw_side(&self, frame: &mut Frame, area: Rect, look: &Look) {
        if let Some(form) = self.form() {
            return draw_form_side(form, frame, area, look);
        }
        let mut column = Column::new(area, look);
        column.title(frame, words::SIDE_SECTIONS);
        let signs = rules::signs(&self.findings);
        let here = self.reading.section();
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
            let text = format!("{sign} {section:>2} {name} p {}", self.reading.page_of(section));
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
