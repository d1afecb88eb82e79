//! What is read, and the form of the printer, on the screen and told.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::OnPaper;
use crate::ui::linear::Linear;
use crate::ui::look::Look;
use crate::ui::theme::Role;
use crate::ui::widgets::reading::Reading;

impl OnPaper {
    /// Rows of the form in a body this high.
    #[must_use]
    pub fn rows(&self, height: u16) -> u16 {
        self.printing.rows(height)
    }

    /// Draws the form; what F4 opens may stand over all of `body`.
    pub fn draw_form(&self, frame: &mut Frame, area: Rect, body: Rect, look: &Look) {
        self.printing.draw(frame, area, body, look);
    }

    /// Draws what is read under a line that says what it is.
    pub fn draw(&self, frame: &mut Frame, area: Rect, line: &str, look: &Look) {
        let (line, reading) = self.shown(line);
        look.put(frame.buffer_mut(), area, area.x, area.y, &line, Role::Label);
        let below = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        reading.draw(frame, Rect { width: area.width.min(78), ..below }, look);
    }

    /// Tells the form.
    pub fn tell_form(&self, out: &mut Linear) {
        self.printing.linear(out);
    }

    /// Tells what is read; `more` follows its line.
    pub fn tell(&self, out: &mut Linear, line: &str, more: impl FnOnce(&mut Linear)) {
        let (line, reading) = self.shown(line);
        reading.linear(out, |out| {
            out.say(&line, Role::Label);
            more(out);
        });
    }

    fn shown(&self, line: &str) -> (String, &Reading) {
        match &self.brief {
            Some(brief) => (self.brief_line(brief), &brief.reading),
            None => (line.to_owned(), &self.reading),
        }
    }
}
