//! Everything possible here, searched by typing (F10).

use ratatui::Frame;
use ratatui::layout::Rect;

use super::centred;
use super::picker::{Picked, Picker};
use crate::ui::action::Action;
use crate::ui::form::Item;
use crate::ui::keymap;
use crate::ui::keys::Text;
use crate::ui::linear::Linear;
use crate::ui::look::Look;
use crate::ui::screen::Offer;
use crate::ui::strings::shell as words;

/// The list of actions.
pub struct Palette {
    offers: Vec<Offer>,
    picker: Picker,
}

/// What came of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chosen {
    /// Still choosing.
    Still,
    /// Closed without choosing.
    Closed,
    /// Do this.
    Act(Action),
}

impl Palette {
    /// The enabled ones of these offers: first what this screen does and has no
    /// key of its own, then its letters, then what is the same everywhere.
    #[must_use]
    pub fn in_order(offers: Vec<Offer>) -> Vec<Offer> {
        let mut offers: Vec<Offer> = offers.into_iter().filter(|offer| offer.enabled).collect();
        offers.sort_by_key(|offer| match offer.action {
            Action::Do(name) if !name.starts_with("shell.") => 0,
            Action::Letter(_) => 1,
            _ => 2,
        });
        offers
    }

    /// A list of these offers.
    #[must_use]
    pub fn new(offers: Vec<Offer>) -> Self {
        let mut offers = Self::in_order(offers);
        // One word for both ways in the key bar; here each stands by itself.
        for at in 1..offers.len() {
            let [before, after] = [at - 1, at].map(|place| offers[place].clone());
            if (before.action, after.action) == (Action::Prev, Action::Next) && before.label == after.label {
                offers[at - 1].label = words::way(&before.label, false).into();
                offers[at].label = words::way(&after.label, true).into();
            }
        }
        let items: Vec<Item> = offers
            .iter()
            .enumerate()
            .map(|(place, offer)| Item {
                value: place.to_string(),
                code: keymap::hint(offer.action),
                label: offer.label.to_string(),
                pale: offer.barred,
            })
            .collect();
        Self { picker: Picker::new(words::ACTIONS, items.into(), None, ""), offers }
    }

    /// Adds to the words searched.
    pub fn text(&mut self, text: &Text) {
        self.picker.text(text);
    }

    /// Moves or chooses.
    pub fn act(&mut self, action: Action) -> Chosen {
        if matches!(action, Action::Back | Action::Actions | Action::Exit) {
            return Chosen::Closed;
        }
        match self.picker.act(action) {
            Picked::Item(item) => {
                let place = item.value.parse().unwrap_or(usize::MAX);
                self.offers.get(place).map_or(Chosen::Closed, |offer| Chosen::Act(offer.action))
            }
            Picked::Still => Chosen::Still,
        }
    }

    /// Tells it.
    pub fn linear(&self, out: &mut Linear) {
        self.picker.linear(out);
    }

    /// Draws it in the middle of `body`.
    pub fn draw(&self, frame: &mut Frame, body: Rect, look: &Look) {
        let spot = centred(body, 48, 16);
        self.picker.draw(frame, body, (spot.x, spot.y.saturating_sub(1)), look);
    }
}
