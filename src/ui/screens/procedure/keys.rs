//! What the keys do in the two lists, and what is offered.

use super::{Matter, Pane, Procedure, What};
use crate::domain::permission::Permission;
use crate::ui::action::Action;
use crate::ui::effect::{Effect, Effects, Notice};
use crate::ui::screen::{Cx, Flow, Offer};
use crate::ui::strings::procedure as words;

/// Lines of the record a page key goes.
const PAGE: usize = 6;

impl<M: Matter> Procedure<M> {
    pub(super) fn act_list(&mut self, action: Action, cx: &Cx) -> Flow {
        let top = self.top.get();
        match action {
            Action::Refresh => return Flow::Used(vec![self.ask()]),
            Action::Print => {
                return self.paper().map_or(Flow::Pass, |paper| Flow::ask(Effect::Open(paper)));
            }
            Action::PageDown => self.top.set(top + PAGE),
            Action::PageUp => self.top.set(top.saturating_sub(PAGE)),
            Action::Forward | Action::Backward => self.go_to(match self.pane {
                Pane::Records => Pane::Deeds,
                Pane::Deeds => Pane::Records,
            }),
            Action::Enter if self.pane == Pane::Records && self.rows.selected().is_some() => {
                self.go_to(Pane::Deeds);
            }
            Action::Enter => return Flow::Used(self.choose(self.at, cx)),
            Action::New | Action::Letter(_) => {
                // One key may begin two kinds of record: the first that may be.
                let with = |free: bool| {
                    let free = move |why: &Option<String>| !free || why.is_none();
                    self.deeds.iter().position(|deed| deed.key == action && free(&deed.why_not))
                };
                return match with(true).or_else(|| with(false)) {
                    Some(place) => Flow::Used(self.choose(place, cx)),
                    None => Flow::Pass,
                };
            }
            Action::Up | Action::Down | Action::Home | Action::End if self.pane == Pane::Deeds => {
                self.move_deed(action);
            }
            _ => {
                let before = self.rows.at();
                if !self.rows.act(action) {
                    return Flow::Pass;
                }
                if self.rows.at() != before {
                    self.look_again(cx);
                }
            }
        }
        Flow::used()
    }

    fn go_to(&mut self, pane: Pane) {
        self.pane = pane;
        self.chosen = true;
    }

    fn move_deed(&mut self, action: Action) {
        let last = self.deeds.len().saturating_sub(1);
        self.at = match action {
            Action::Up => self.at.saturating_sub(1),
            Action::Down => (self.at + 1).min(last),
            Action::Home => 0,
            _ => last,
        };
    }

    /// Opens the form of a deed, or says why not.
    fn choose(&mut self, place: usize, cx: &Cx) -> Effects {
        let Some(deed) = self.deeds.get(place) else { return Vec::new() };
        self.at = place;
        if deed.why_not.is_some() {
            return vec![Notice::no(format!("{}: {}", deed.label, deed.said())).into()];
        }
        let about = if deed.begins { None } else { self.rows.selected().map(|row| row.id) };
        self.open(What { act: deed.act, about }, cx)
    }

    pub(super) fn offers_now(&self) -> Vec<Offer> {
        if let Some(panel) = self.place.get() {
            let mut offers = vec![Offer::new(Action::Save, words::RECORD).needs(M::NEEDS)];
            offers.extend(panel.form.offers());
            return offers;
        }
        let there = self.card.is_some();
        let mut offers = vec![
            Offer::new(Action::Enter, words::CHOOSE).when(there),
            Offer::new(Action::Forward, words::OTHER_PANE).when(there),
        ];
        // Beginnings last: of two on one key, the one that may be.
        offers.extend(self.deeds.iter().map(|deed| deed.offer().needs(M::NEEDS)));
        offers.push(
            Offer::new(Action::Print, words::PAPER).when(self.paper().is_some()).needs(Permission::Documents),
        );
        offers.push(Offer::new(Action::PageDown, words::GO_ON).quiet());
        offers.push(Offer::usual(Action::Refresh));
        offers
    }
}
