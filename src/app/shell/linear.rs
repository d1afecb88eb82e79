//! The linear mode of the whole display.

use ratatui::Frame;

use super::{Cover, Shell};
use crate::ui::chrome::Header;
use crate::ui::keys::{Chord, Input, Key};
use crate::ui::linear::{self, Around, Linear};
use crate::ui::screen::{Cx, Screen};
use crate::ui::strings::shell as words;

impl Shell {
    /// Tells the screen on top, or what covers it.
    pub(super) fn tell(&self, frame: &mut Frame, screen: &dyn Screen, cx: &Cx) {
        if !linear::large_enough(frame.area()) {
            return linear::draw_too_small(frame, &self.look);
        }
        let mut told = Linear::new(frame.area().width);
        match &self.cover {
            Some(Cover::Dialog(dialog, _)) => dialog.linear(&mut told),
            Some(Cover::Palette(palette)) => palette.linear(&mut told),
            Some(Cover::Messages(pager)) => pager.linear(&mut told, |out| out.head(words::MESSAGES)),
            None => screen.linear(&mut told, cx),
        }
        let title = format!("{} {}", screen.code(), screen.title());
        let around = Around {
            header: Header { title: &title, session: self.session.as_ref(), now: cx.now, sync: "" },
            person: cx.person.filter(|_| !self.covered()),
            place: if self.covered() { String::new() } else { self.place_among() },
            notice: self.notice(),
            offers: &self.offers(),
        };
        linear::draw(frame, told, &around, (self.read_from, &self.seen), &self.look);
    }

    /// Any key but the page keys goes back to the focus.
    pub(super) fn keep_place(&mut self, input: &Input) {
        let pages = [Key::PageUp, Key::PageDown].map(Chord::plain);
        if !matches!(input, Input::Chord(chord) if pages.contains(chord)) {
            self.read_from = None;
        }
    }

    /// The page keys where the screen has no use for them: on through what
    /// does not fit, until another key is pressed.
    pub(super) fn read_on(&mut self, down: bool) {
        let step = self.seen.height.get().saturating_sub(1).max(1);
        let top = self.seen.top.get();
        self.read_from = Some(if down { top + step } else { top.saturating_sub(step) });
    }
}
