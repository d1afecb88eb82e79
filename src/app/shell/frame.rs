//! Drawing the whole display.

use ratatui::Frame;

use super::{Cover, Entry, Shell};
use crate::ui::chrome::{self, Header};
use crate::ui::look::{clear, width};
use crate::ui::screen::{Cx, OpenPerson, PersonBand};
use crate::ui::strings::shell as words;
use crate::ui::theme::Role;
use crate::ui::widgets::centred;

impl Shell {
    /// What a screen sees: the person its stack is about, or the one served.
    pub(super) fn cx<'a>(&'a self, entry: &'a Entry, open: &'a [OpenPerson]) -> Cx<'a> {
        Cx {
            now: self.clock.now(),
            session: self.session.as_ref(),
            person: self.band(entry),
            open,
            draft_saved: &entry.saved_at,
            habits: &self.printing.habits,
            look: &self.look,
        }
    }

    pub(super) fn band<'a>(&'a self, entry: &'a Entry) -> Option<&'a PersonBand> {
        let open = self.people.iter().find(|open| open.screens.iter().any(|own| own.id == entry.id));
        match open {
            Some(open) => open.band.as_ref(),
            None if self.door.is_some() => None,
            None => entry.about.as_ref().or(self.served().and_then(|open| open.band.as_ref())),
        }
    }

    /// The frame is on the screen.
    pub fn drawn(&mut self) {
        self.dirty = false;
    }

    /// Draws everything. Reads state only.
    pub fn draw(&self, frame: &mut Frame) {
        let area = frame.area();
        let look = &self.look;
        clear(frame.buffer_mut(), area, look.style(Role::Text));
        let Some(entry) = self.top_entry() else { return };
        let screen = entry.screen.as_ref();
        let open = self.list_people();
        let cx = self.cx(entry, &open);
        if look.linear {
            return self.tell(frame, screen, &cx);
        }
        let Some(zones) = chrome::zones(area, screen.has_side()) else {
            return chrome::draw_too_small(frame, area, look);
        };
        let title = format!("{} {}", screen.code(), screen.title());
        let header = Header { title: &title, session: self.session.as_ref(), now: cx.now, sync: "" };
        chrome::draw_header(frame, zones.header, &header, look);
        if !self.covered() {
            chrome::draw_person(frame, zones.person, cx.person, &self.place_among(), cx.now, look);
        }
        chrome::draw_rules(frame, &zones, look);
        if let Some(side) = zones.side {
            screen.side(frame, side, &cx);
        }
        screen.draw(frame, zones.body, &cx);
        chrome::draw_message(frame, zones.message, self.notice(), look);
        chrome::draw_keys(frame, zones.keys, &self.offers(), look);
        match &self.cover {
            Some(Cover::Dialog(dialog, _)) => dialog.draw(frame, zones.body, look),
            Some(Cover::Palette(palette)) => palette.draw(frame, zones.body, look),
            Some(Cover::Messages(pager)) => {
                let room = centred(zones.body, 76.max(width(words::MESSAGES)), 15);
                clear(frame.buffer_mut(), room, look.style(Role::Text));
                let inside = look.frame(frame.buffer_mut(), room, words::MESSAGES);
                pager.draw(frame, inside, look);
            }
            None => {}
        }
    }
}
