//! PE06: PE02 as it stood at a moment, to be read and not worked on. A code
//! of its own, since both may be open, one over the other.

use std::borrow::Cow;

use chrono::NaiveDateTime;
use ratatui::Frame;
use ratatui::layout::Rect;

use super::{Card, words};
use crate::desk::{Answer, Query};
use crate::domain::ids::RegistrantId;
use crate::ui::action::Action;
use crate::ui::effect::{Effect, Effects, Reply, Slot};
use crate::ui::linear::Linear;
use crate::ui::route::Code;
use crate::ui::screen::{Cx, Flow, Offer, Screen, Special};
use crate::ui::strings::history::stood;
use crate::ui::theme::Role;

/// The screen.
pub struct Stood {
    at: NaiveDateTime,
    card: Card,
}

impl Stood {
    /// The card of a person at a moment.
    pub fn new(id: RegistrantId, at: NaiveDateTime) -> Self {
        let mut card = Card::new(id);
        card.past = true;
        Self { at, card }
    }

    fn ask(&self) -> Effects {
        vec![Effect::Ask("card", Query::PersonAt { registrant: self.card.id, at: self.at })]
    }

    /// What was to come and what was due are those of that moment.
    fn then<'a>(&self, cx: &Cx<'a>) -> Cx<'a> {
        Cx { now: self.at, ..*cx }
    }
}

impl Screen for Stood {
    fn code(&self) -> Code {
        "PE06"
    }

    fn title(&self) -> Cow<'static, str> {
        words::TITLE_STOOD.into()
    }

    fn enter(&mut self, _cx: &Cx) -> Effects {
        self.ask()
    }

    fn act(&mut self, action: Action, _cx: &Cx) -> Flow {
        match action {
            Action::Refresh => return Flow::Used(self.ask()),
            Action::Right | Action::Forward => self.card.turn(self.card.tab + 1),
            Action::Left | Action::Backward => self.card.turn(self.card.tab + words::TABS.len() - 1),
            Action::Letter(letter) => match letter.to_digit(10).and_then(|n| usize::try_from(n).ok()) {
                Some(tab @ 1..=8) => self.card.turn(tab - 1),
                _ => return Flow::Pass,
            },
            _ if self.card.tab > 0 && self.card.scroll(action) => {}
            _ => return Flow::Pass,
        }
        Flow::used()
    }

    fn reply(&mut self, slot: Slot, reply: Reply, _cx: &Cx) -> Effects {
        match (slot, reply) {
            ("card", Reply::Answer(Ok(answer))) => {
                if let Answer::PersonAt(stood) = *answer {
                    self.card.failed = None;
                    self.card.read = Some(Box::new(stood.card));
                    self.card.show_special(self.card.special_shown);
                }
            }
            ("card", Reply::Answer(Err(fault))) => self.card.failed = Some(words::failed(&fault.to_string())),
            _ => {}
        }
        Vec::new()
    }

    fn offers(&self, _cx: &Cx) -> Vec<Offer> {
        vec![Offer::usual(Action::Refresh), Offer::new(Action::Forward, words::SHEET)]
    }

    fn special(&self) -> Special {
        self.card.special()
    }

    fn show_special(&mut self, shown: bool) {
        self.card.show_special(shown);
    }

    fn has_side(&self) -> bool {
        true
    }

    fn side(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        self.card.side(frame, area, &self.then(cx));
    }

    fn draw(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        cx.look.put(frame.buffer_mut(), area, area.x, area.y, &stood(self.at), Role::Warn);
        let rest = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        self.card.draw(frame, rest, &self.then(cx));
    }

    fn linear(&self, out: &mut Linear, cx: &Cx) {
        out.say(&stood(self.at), Role::Warn);
        self.card.linear(out, &self.then(cx));
    }
}
