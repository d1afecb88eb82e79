//! A list to choose one item from, searched by typing.

use std::cell::Cell;
use std::rc::Rc;

use ratatui::Frame;
use ratatui::layout::Rect;

use super::beside;
use super::line::Line;
use crate::ui::action::Action;
use crate::ui::form::pick;
use crate::ui::form::spec::Item;
use crate::ui::keys::Text;
use crate::ui::linear::Linear;
use crate::ui::look::{Look, clear, pad, width};
use crate::ui::strings::form as words;
use crate::ui::theme::Role;

/// A list with one row under the pointer.
pub struct Picker {
    title: String,
    items: Rc<[Item]>,
    shown: Vec<usize>,
    at: usize,
    words: Line,
    /// First row drawn: belongs to the view, decides no key.
    top: Cell<usize>,
}

/// What came of an act.
pub enum Picked {
    /// Nothing chosen yet.
    Still,
    /// This one.
    Item(Item),
}

/// Rows a page of keys moves.
const PAGE: usize = 8;

impl Picker {
    /// A list open on `chosen`, already searched by `words` when there are.
    #[must_use]
    pub fn new(title: &str, items: Rc<[Item]>, chosen: Option<usize>, words: &str) -> Self {
        let mut line = Line::new(60);
        line.set(words);
        let mut shown = pick::ranked(&items, words);
        if shown.is_empty() {
            // What was typed matches nothing: better the whole list than none.
            line.set("");
            shown = pick::ranked(&items, "");
        }
        let at = chosen.and_then(|chosen| shown.iter().position(|place| *place == chosen)).unwrap_or(0);
        Self { title: title.to_owned(), items, shown, at, words: line, top: Cell::new(0) }
    }

    /// Adds to the words searched.
    pub fn text(&mut self, text: &Text) {
        if self.words.text(text) {
            self.search();
        }
    }

    fn search(&mut self) {
        self.shown = pick::ranked(&self.items, &self.words.value());
        self.at = 0;
    }

    /// Moves or chooses.
    pub fn act(&mut self, action: Action) -> Picked {
        let last = self.shown.len().saturating_sub(1);
        match action {
            Action::Up | Action::Backward => self.at = self.at.saturating_sub(1),
            Action::Down | Action::Forward => self.at = (self.at + 1).min(last),
            Action::PageUp | Action::Prev => self.at = self.at.saturating_sub(PAGE),
            Action::PageDown | Action::Next => self.at = (self.at + PAGE).min(last),
            Action::Home => self.at = 0,
            Action::End => self.at = last,
            Action::Enter | Action::Save => {
                if let Some(place) = self.shown.get(self.at) {
                    return Picked::Item(self.items[*place].clone());
                }
            }
            other => {
                if self.words.act(other) == Some(true) {
                    self.search();
                }
            }
        }
        Picked::Still
    }

    /// Tells what is searched and what there is.
    pub fn linear(&self, out: &mut Linear) {
        out.head(&self.title);
        out.pair(words::SEARCH.trim(), &self.words.value());
        if self.shown.is_empty() {
            let text = if self.items.is_empty() { words::NO_ITEMS } else { words::NO_MATCH };
            out.here(|out| out.say(text, Role::Disabled));
        }
        out.list(self.shown.len(), self.at, true, |place| {
            let item = &self.items[self.shown[place]];
            let pale = if item.pale { words::NOT_FOR_YOU } else { "" };
            format!("{}  {}{pale}", item.code, item.label).trim().replace("  ", " ")
        });
        out.say(words::LIST_KEYS, Role::Disabled);
    }

    /// Draws it beside the place `at`.
    pub fn draw(&self, frame: &mut Frame, body: Rect, at: (u16, u16), look: &Look) {
        let codes = self.items.iter().map(|item| width(&item.code)).max().unwrap_or(0);
        let labels = self.items.iter().map(|item| width(&item.label)).max().unwrap_or(0);
        let gap = if codes > 0 { codes + 2 } else { 0 };
        let wide = (gap + labels + 6).max(width(&self.title) + 6).clamp(30, 76);
        let rows = u16::try_from(self.items.len().max(1)).unwrap_or(u16::MAX);
        let area = beside(body, at, wide, rows.saturating_add(4).min(16));
        let buf = frame.buffer_mut();
        clear(buf, area, look.style(Role::Text));
        let room = look.frame(buf, area, &self.title);
        if room.height == 0 {
            return;
        }
        let search = width(words::SEARCH);
        look.put(buf, room, room.x + 1, room.y, words::SEARCH, Role::Label);
        let list = Rect { y: room.y + 1, height: room.height.saturating_sub(2), ..room };
        self.draw_rows(frame, list, gap, look);
        let buf = frame.buffer_mut();
        look.put(buf, room, room.x + 1, room.bottom() - 1, words::LIST_KEYS, Role::Disabled);
        let line =
            Rect { x: room.x + 1 + search, width: room.width.saturating_sub(search + 2), height: 1, ..room };
        self.words.draw(frame, line, true, look);
    }

    fn draw_rows(&self, frame: &mut Frame, list: Rect, gap: u16, look: &Look) {
        let buf = frame.buffer_mut();
        if self.shown.is_empty() {
            let text = if self.items.is_empty() { words::NO_ITEMS } else { words::NO_MATCH };
            look.put(buf, list, list.x + 1, list.y, text, Role::Disabled);
            return;
        }
        let top = super::table::scrolled(self.top.get(), self.at, usize::from(list.height));
        self.top.set(top);
        for (row, place) in self.shown.iter().enumerate().skip(top).take(usize::from(list.height)) {
            let item = &self.items[*place];
            let y = list.y + u16::try_from(row - top).unwrap_or(0);
            let pointer = if row == self.at { look.glyphs.pointer } else { " " };
            let code = pad(&item.code, usize::from(gap), look.glyphs.ellipsis);
            let text = pad(
                &format!("{pointer} {code}{}", item.label),
                usize::from(list.width),
                look.glyphs.ellipsis,
            );
            let role = match (row == self.at, item.pale) {
                (true, _) => Role::Selected,
                (false, true) => Role::Disabled,
                (false, false) => Role::Text,
            };
            look.put(buf, list, list.x, y, &text, role);
        }
        if top > 0 {
            look.put(buf, list, list.right().saturating_sub(1), list.y, look.glyphs.up, Role::Frame);
        }
        if top + usize::from(list.height) < self.shown.len() {
            let y = list.bottom().saturating_sub(1);
            look.put(buf, list, list.right().saturating_sub(1), y, look.glyphs.down, Role::Frame);
        }
    }
}
