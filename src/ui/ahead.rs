//! Keys pressed while a command is on its way: kept, then done in order.

use std::collections::VecDeque;

use super::action::Action;
use super::effect::{Effect, Effects};
use super::keymap::Context;
use super::keys::Text;
use super::screen::{Cx, Flow, Screen};

/// One thing typed ahead.
#[derive(Clone, Debug, PartialEq)]
pub enum Key {
    /// An act.
    Act(Action),
    /// Text.
    Text(Text),
}

/// What was typed ahead of the answer.
#[derive(Default)]
pub struct Ahead {
    keys: VecDeque<Key>,
}

impl Ahead {
    /// Keeps a key.
    pub fn keep(&mut self, key: Key) {
        self.keys.push_back(key);
    }

    /// Keeps an act, but for those that the shell does at once on any screen.
    pub fn keep_act(&mut self, action: Action) -> Flow {
        use Action as A;
        if matches!(action, A::Help | A::Find | A::GoTo | A::Actions | A::Lock | A::Quit) {
            return Flow::Pass;
        }
        self.keep(Key::Act(action));
        Flow::used()
    }

    /// The next key to do.
    pub fn take(&mut self) -> Option<Key> {
        self.keys.pop_front()
    }
}

/// Does one kept key on a screen that is free again; text becomes letters
/// where no field has the focus.
pub fn again(screen: &mut dyn Screen, key: Key, cx: &Cx) -> Effects {
    let in_field = screen.context() == Context::Form;
    match key {
        Key::Act(action) => match screen.act(action, cx) {
            Flow::Used(effects) => effects,
            Flow::Pass if matches!(action, Action::Back) => vec![Effect::Back],
            Flow::Pass if matches!(action, Action::Exit) => vec![Effect::Home],
            Flow::Pass => Vec::new(),
        },
        Key::Text(text) if in_field => match screen.text(&text, cx) {
            Flow::Used(effects) => effects,
            Flow::Pass => Vec::new(),
        },
        Key::Text(text) => {
            let letters = text.chars.chars().flat_map(char::to_uppercase);
            letters
                .flat_map(|letter| match screen.act(Action::Letter(letter), cx) {
                    Flow::Used(effects) => effects,
                    Flow::Pass => Vec::new(),
                })
                .collect()
        }
    }
}
