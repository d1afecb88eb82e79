//! PE07 on the screen and line by line.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::Rights;
use crate::ui::linear::Linear;
use crate::ui::look::Look;
use crate::ui::screens::facts::{self, Fact};
use crate::ui::strings::rights as words;
use crate::ui::theme::Role;

/// Cells of the labels.
const LABELS: u16 = 24;

impl Rights {
    pub(super) fn draw_body(&self, frame: &mut Frame, area: Rect, look: &Look) {
        let rows = match (self.panel.get(), self.printing.is_open()) {
            (_, true) => self.printing.rows(area.height),
            (Some(panel), _) => (panel.about.rows() + 1).min(area.height),
            (None, _) => 0,
        };
        let top = Rect { height: area.height - rows, ..area };
        facts::draw(frame, top, LABELS, &self.facts(), look);
        let foot = Rect { y: top.bottom(), height: rows, ..area };
        if self.printing.is_open() {
            return self.printing.draw(frame, foot, area, look);
        }
        match self.panel.get() {
            None => frame.set_cursor_position((area.x, area.y)),
            Some(panel) => {
                look.rule(frame.buffer_mut(), foot, foot.y);
                let title = format!(" {} ", panel.about.title());
                look.put(frame.buffer_mut(), foot, foot.x + 2, foot.y, &title, Role::Title);
                let room = Rect { y: foot.y + 1, height: foot.height.saturating_sub(1), ..foot };
                panel.form.draw_in(frame, room, area, true, look);
            }
        }
    }

    pub(super) fn tell(&self, out: &mut Linear) {
        facts::linear(out, &self.facts());
        if self.printing.is_open() {
            return self.printing.linear(out);
        }
        if let Some(panel) = self.panel.get() {
            out.head(panel.about.title());
            panel.form.linear(out, true);
        }
    }

    fn facts(&self) -> Vec<Fact> {
        let Some(card) = &self.card else {
            let (text, role) = match &self.failed {
                Some(why) => (why.as_str(), Role::Error),
                None => (words::LOADING, Role::Disabled),
            };
            return vec![Fact::line(text, role)];
        };
        let mut lines = vec![Fact::head(words::RESTRICTION)];
        if card.restrictions.is_empty() {
            lines.push(Fact::line(words::FREE, Role::Text));
        }
        for one in card.restrictions.iter().rev() {
            let (state, role) =
                if one.holds() { (words::HOLDS, Role::Warn) } else { (words::ENDED, Role::Label) };
            lines.push(Fact::new(state, words::since(one.asked_on, one.ground.label())).role(role));
            lines.push(Fact::new("", words::asked(one.asked_by.label(), &one.note)));
            if let Some(lifted) = one.lifted_on {
                lines.push(Fact::new("", words::until(lifted, &one.lifted_why)));
            }
        }
        if self.running().is_some() {
            lines.push(Fact::line(words::MEANWHILE, Role::Label));
        }
        lines.push(Fact::gap());
        lines.push(Fact::head(words::COPIES));
        lines.push(Fact::new(words::REPORT, words::REPORT_IS));
        lines.push(Fact::new(words::COPY, words::COPY_IS));
        lines.push(Fact::line(words::ELSEWHERE, Role::Label));
        lines
    }
}
