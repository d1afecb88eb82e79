//! GU01: help of the field, of the screen, all the keys.

use std::borrow::Cow;

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::ui::action::Action;
use crate::ui::effect::{Effects, Notice};
use crate::ui::keymap;
use crate::ui::linear::Linear;
use crate::ui::look::{pad, width, wrap};
use crate::ui::route::Code;
use crate::ui::screen::{Cx, Flow, HelpTopic, Offer, Screen};
use crate::ui::strings::help as words;
use crate::ui::theme::Role;
use crate::ui::widgets::pager::{Pager, TextLine};

/// The help, open on one of its pages.
pub struct Help {
    topic: HelpTopic,
    page: usize,
    pager: Pager,
}

/// The page of all the keys.
const KEYS: usize = 2;
/// Cells a line of the help takes at most.
const WIDTH: usize = 76;

impl Help {
    /// Help about something.
    #[must_use]
    pub fn new(topic: HelpTopic) -> Self {
        let page = match (topic.all_keys, topic.field.is_empty()) {
            (true, _) => KEYS,
            (false, true) => 1,
            (false, false) => 0,
        };
        let mut help = Self { topic, page, pager: Pager::default() };
        help.turn(page);
        help
    }

    fn turn(&mut self, page: usize) {
        self.page = page.min(words::TABS.len() - 1);
        self.pager = Pager::new(match self.page {
            0 => self.field_page(),
            1 => self.screen_page(),
            _ => keys_page(),
        });
    }

    fn field_page(&self) -> Vec<TextLine> {
        let topic = &self.topic;
        let mut lines = Vec::new();
        if topic.field.is_empty() {
            lines.push(TextLine::text(words::NO_FIELD));
        } else {
            lines.push(TextLine::title(format!("{}  ({})", topic.field, topic.screen)));
            lines.push(TextLine::text(""));
            lines.extend(wrap(&topic.text, WIDTH).into_iter().map(TextLine::text));
        }
        if !topic.rules.is_empty() {
            lines.push(TextLine::text(""));
            lines.push(TextLine::text(format!("{}  {}", words::RULES, topic.rules.join("  "))));
        }
        if !topic.message.is_empty() {
            lines.push(TextLine::text(""));
            lines.push(TextLine::title(words::MESSAGE));
            lines.extend(wrap(&topic.message, WIDTH).into_iter().map(TextLine::text));
        }
        lines.push(TextLine::text(""));
        lines.push(TextLine::title(words::KEYS_HERE));
        lines.extend(key_rows(&topic.offers).into_iter().map(TextLine::text));
        lines
    }

    fn screen_page(&self) -> Vec<TextLine> {
        let mut lines = vec![TextLine::title(self.topic.screen.clone()), TextLine::text("")];
        for offer in self.topic.offers.iter().filter(|offer| offer.enabled) {
            let key = keymap::hint(offer.action);
            let key = if key.is_empty() { words::UNDER_F10.to_owned() } else { key };
            lines.push(TextLine::text(format!("{} {}", pad(&key, 14, ""), offer.label)));
        }
        lines
    }
}

/// The keys of a screen, as many to a line as fit.
fn key_rows(offers: &[Offer]) -> Vec<String> {
    let mut rows: Vec<String> = Vec::new();
    for offer in offers.iter().filter(|offer| offer.enabled && !offer.label.is_empty()) {
        let key = keymap::hint(offer.action);
        if key.is_empty() {
            continue;
        }
        let cell = format!("{key} {}", offer.label);
        match rows.last_mut() {
            Some(row) if usize::from(width(row) + width(&cell)) + 3 <= WIDTH => {
                row.push_str("   ");
                row.push_str(&cell);
            }
            _ => rows.push(cell),
        }
    }
    rows
}

/// Two columns of every key there is.
fn keys_page() -> Vec<TextLine> {
    let mut lines = vec![TextLine::title(words::ALWAYS)];
    for (action, what) in words::actions() {
        let keys = keymap::hints(action);
        let first = keys.first().cloned().unwrap_or_default();
        let second = keys.get(1).cloned().unwrap_or_default();
        lines.push(TextLine::text(format!("{} {} {what}", pad(&first, 12, ""), pad(&second, 10, ""))));
    }
    lines.push(TextLine::text(""));
    lines.extend(words::MORE.iter().map(|line| {
        if line.starts_with(char::is_uppercase) && !line.contains("  ") {
            TextLine::title(*line)
        } else {
            TextLine::text(*line)
        }
    }));
    lines
}

impl Screen for Help {
    fn code(&self) -> Code {
        "GU01"
    }

    fn title(&self) -> Cow<'static, str> {
        words::TITLE.into()
    }

    fn enter(&mut self, _cx: &Cx) -> Effects {
        vec![Notice::info(words::HOW).into()]
    }

    fn act(&mut self, action: Action, _cx: &Cx) -> Flow {
        match action {
            // F1 once: the field. F1 twice: all the keys.
            Action::Help => self.turn(if self.page == KEYS { 0 } else { KEYS }),
            Action::Next | Action::Right | Action::Forward => self.turn((self.page + 1) % words::TABS.len()),
            Action::Prev | Action::Left | Action::Backward => {
                self.turn((self.page + words::TABS.len() - 1) % words::TABS.len());
            }
            Action::Letter(digit @ '1'..='3') => self.turn(digit as usize - '1' as usize),
            other if self.pager.act(other) => {}
            _ => return Flow::Pass,
        }
        Flow::used()
    }

    fn offers(&self, _cx: &Cx) -> Vec<Offer> {
        vec![
            Offer::new(Action::Help, if self.page == KEYS { words::TABS[0] } else { words::TABS[KEYS] }),
            Offer::new(Action::Prev, words::SHEET),
            Offer::new(Action::Next, words::SHEET),
            Offer::new(Action::PageUp, words::SCROLL),
            Offer::new(Action::PageDown, words::SCROLL),
            Offer::new(Action::Back, words::BACK),
        ]
    }

    fn linear(&self, out: &mut Linear, _cx: &Cx) {
        self.pager.linear(out, |out| out.sheets(self.page, &words::TABS));
    }

    fn has_side(&self) -> bool {
        true
    }

    fn side(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        let mut y = area.y;
        for line in words::SIDE {
            let title = !line.is_empty() && line.chars().all(|c| c.is_uppercase() || c == ' ');
            for part in wrap(if line.is_empty() { "\n" } else { line }, usize::from(area.width)) {
                let role = if title { Role::Title } else { Role::Text };
                cx.look.put(frame.buffer_mut(), area, area.x, y, &part, role);
                y += 1;
            }
        }
        let version = words::version();
        cx.look.put(frame.buffer_mut(), area, area.x, y, &version, Role::Label);
    }

    fn draw(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        let look = cx.look;
        let mut x = area.x;
        for (place, name) in words::TABS.iter().enumerate() {
            let name = format!("{} {name}", place + 1);
            let (text, role) = if place == self.page {
                (format!("[{name}]"), Role::Title)
            } else {
                (format!(" {name} "), Role::Label)
            };
            x = look.put(frame.buffer_mut(), area, x, area.y, &text, role) + 1;
        }
        let text = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
        self.pager.draw(frame, text, look);
    }
}
