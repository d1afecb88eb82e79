//! GU01: help of the field, of the screen, all the keys, the rules, the words
//! of the offices, what may go wrong; searched with `/`.

mod pages;

use std::borrow::Cow;

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::ui::action::Action;
use crate::ui::effect::{Effects, Notice};
use crate::ui::keymap::Context;
use crate::ui::keys::Text;
use crate::ui::linear::Linear;
use crate::ui::look::{width, wrap};
use crate::ui::route::Code;
use crate::ui::screen::{Cx, Flow, HelpTopic, Offer, Screen};
use crate::ui::strings::help as words;
use crate::ui::theme::Role;
use crate::ui::widgets::line::Line;
use crate::ui::widgets::pager::Pager;

/// The help, open on one of its pages or on what was searched.
pub struct Help {
    topic: HelpTopic,
    page: usize,
    pager: Pager,
    search: Line,
    /// The keys go to the line of the search.
    searching: bool,
}

/// The page of all the keys.
const KEYS: usize = 2;
/// The key of the search.
const SEARCH: Action = Action::Letter('/');

impl Help {
    /// Help about something.
    #[must_use]
    pub fn new(topic: HelpTopic) -> Self {
        let page = match (topic.all_keys, topic.field.is_empty()) {
            (true, _) => KEYS,
            (false, true) => 1,
            (false, false) => 0,
        };
        let mut help = Self { topic, page, pager: Pager::default(), search: Line::new(40), searching: false };
        help.turn(page);
        help
    }

    fn turn(&mut self, page: usize) {
        self.page = page % words::TABS.len();
        self.search.set("");
        self.searching = false;
        self.show();
    }

    /// What stands below the tabs: the page, or what was found.
    fn show(&mut self) {
        let typed = self.search.value();
        self.pager = Pager::new(if typed.trim().is_empty() {
            pages::lines(pages::page(self.page, &self.topic))
        } else {
            pages::found(&typed, &self.topic)
        });
    }

    /// A key while the search is being typed.
    fn act_searching(&mut self, action: Action) -> Flow {
        match action {
            Action::Back => self.turn(self.page),
            Action::Help => self.turn(KEYS),
            Action::Enter | Action::Forward | Action::Backward => self.searching = false,
            Action::Up | Action::Down | Action::PageUp | Action::PageDown => {
                self.pager.act(action);
            }
            other => match self.search.act(other) {
                Some(true) => self.show(),
                Some(false) => {}
                None => return Flow::Pass,
            },
        }
        Flow::used()
    }

    fn draw_tabs(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        let mut x = area.x;
        for (place, name) in words::TABS.iter().enumerate() {
            let name = format!("{} {name}", place + 1);
            let (text, role) =
                if place == self.page { (format!("[{name}]"), Role::Title) } else { (name, Role::Label) };
            x = cx.look.put(frame.buffer_mut(), area, x, area.y, &text, role) + 1;
        }
    }
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
        if self.searching {
            return self.act_searching(action);
        }
        match action {
            // F1 once: the field. F1 twice: all the keys.
            Action::Help => self.turn(if self.page == KEYS { 0 } else { KEYS }),
            Action::Next | Action::Right | Action::Forward => self.turn(self.page + 1),
            Action::Prev | Action::Left | Action::Backward => self.turn(self.page + words::TABS.len() - 1),
            Action::Letter(digit @ '1'..='6') => self.turn(digit as usize - '1' as usize),
            SEARCH => self.searching = true,
            other if self.pager.act(other) => {}
            _ => return Flow::Pass,
        }
        Flow::used()
    }

    fn text(&mut self, text: &Text, _cx: &Cx) -> Flow {
        if self.search.text(text) {
            self.show();
        }
        Flow::used()
    }

    fn context(&self) -> Context {
        if self.searching { Context::Form } else { Context::List }
    }

    fn offers(&self, _cx: &Cx) -> Vec<Offer> {
        if self.searching {
            return vec![
                Offer::new(Action::Enter, words::READ),
                Offer::new(Action::Up, words::SCROLL),
                Offer::new(Action::Down, words::SCROLL),
                Offer::new(Action::Back, words::LEAVE_SEARCH),
            ];
        }
        vec![
            Offer::new(Action::Help, if self.page == KEYS { words::TABS[0] } else { words::TABS[KEYS] }),
            Offer::new(Action::Prev, words::SHEET),
            Offer::new(Action::Next, words::SHEET),
            Offer::new(SEARCH, words::SEARCHES),
            Offer::new(Action::PageUp, words::SCROLL),
            Offer::new(Action::PageDown, words::SCROLL),
            Offer::new(Action::Back, words::BACK),
        ]
    }

    fn linear(&self, out: &mut Linear, _cx: &Cx) {
        if self.searching {
            self.search.linear(out, words::SEARCH, true);
            self.pager.linear_below(out);
        } else {
            self.pager.linear(out, |out| out.sheets(self.page, &words::TABS));
            out.pair(words::SEARCH, "/");
        }
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
        self.draw_tabs(frame, area, cx);
        let text = Rect { y: area.y + 2, height: area.height.saturating_sub(4), ..area };
        self.pager.draw(frame, text, cx.look);
        let y = area.bottom().saturating_sub(1);
        let x = cx.look.put(frame.buffer_mut(), area, area.x, y, words::SEARCH, Role::Label) + 1;
        let line = Rect { x, y, width: 42.min(area.right().saturating_sub(x)), height: 1 };
        debug_assert!(width(words::SEARCH) < 30, "the line fits at 80 columns");
        self.search.draw(frame, line, self.searching, cx.look);
    }
}
