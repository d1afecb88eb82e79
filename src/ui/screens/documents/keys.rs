//! What the keys do in the register, in the list of kinds and over a document.

use super::form::About;
use super::{Documents, OnPaper, STRETCH, View, Wish};
use crate::domain::document::DocumentKind;
use crate::domain::permission::Permission;
use crate::ui::action::Action;
use crate::ui::effect::{Effect, Effects};
use crate::ui::route::Route;
use crate::ui::screen::{Cx, Flow, Offer};
use crate::ui::strings::{documents as words, on_paper as paper};

impl Documents {
    pub(super) fn act_view(&mut self, action: Action, cx: &Cx) -> Flow {
        match (self.view, action) {
            (View::Kinds | View::Reading, Action::Back) => self.view = View::List,
            (_, Action::Refresh) => return Flow::Used(self.ask(cx)),
            (View::Kinds, Action::Enter) => {
                let Some(of) = self.kinds.selected().cloned() else { return Flow::used() };
                return Flow::Used(self.choose(&of, cx));
            }
            (View::Kinds, action) => return if self.kinds.act(action) { Flow::used() } else { Flow::Pass },
            (_, Action::Print) if self.who.is_some() => return Flow::Used(self.on_paper(Wish::AtOnce, cx)),
            (_, Action::PrintWith) if self.who.is_some() => {
                return Flow::Used(self.on_paper(Wish::Choose(false), cx));
            }
            (View::Reading, action) if self.paper.reading_mut().act(action) => {}
            (View::Reading, Action::View) => self.paper.turn_size(),
            (View::List, Action::Enter) => return self.open_row(cx),
            (View::List, Action::List) if self.who.is_none() => {
                return Flow::Used(self.open_panel(About::Filter, cx));
            }
            (_, Action::New) if self.card.is_some() => {
                self.view = View::Kinds;
                return Flow::Used(self.list_kinds(cx));
            }
            (_, Action::Letter(letter)) => return self.letter(letter, cx),
            (View::List, action) => {
                if let Some(effects) = self.beyond(action, cx) {
                    return Flow::Used(effects);
                }
                return if self.table.act(action) { Flow::used() } else { Flow::Pass };
            }
            _ => return Flow::Pass,
        }
        Flow::used()
    }

    fn letter(&mut self, letter: char, cx: &Cx) -> Flow {
        let Some(row) = self.row().cloned().map(Box::new) else { return Flow::Pass };
        match letter {
            'S' if self.who.is_some() => Flow::Used(self.on_paper(Wish::Choose(true), cx)),
            'B' if row.kind == DocumentKind::Psp && self.who.is_some() => {
                Flow::Used(self.on_paper(Wish::Brief, cx))
            }
            'P' => Flow::Used(self.open_panel(About::Protocol(row), cx)),
            'C' if row.kind != DocumentKind::Psp => Flow::Used(self.open_panel(About::Handed(row), cx)),
            'A' if row.kind == DocumentKind::Psp && self.who.is_some() => {
                Flow::ask(Effect::Open(Route::PspPreview(row.registrant)))
            }
            _ => Flow::Pass,
        }
    }

    /// Reads the row; in the register of the office among the documents of
    /// its person, for a reason where one is asked (R-PRV-4).
    fn open_row(&mut self, cx: &Cx) -> Flow {
        let Some(row) = self.table.selected().cloned() else { return Flow::used() };
        match self.who {
            Some(_) => Flow::Used(self.read(row.id)),
            None => Flow::ask(self.reach.open_document(row.registrant, &row.person, row.id, cx)),
        }
    }

    /// The stretch beyond the one shown, when the pointer goes over its edge.
    fn beyond(&mut self, action: Action, cx: &Cx) -> Option<Effects> {
        let last = self.table.at() + 1 >= self.table.rows().len();
        let more = self.filter.skip + self.table.rows().len() < self.total;
        let skip = match action {
            Action::Down | Action::PageDown | Action::End if last && more && self.filter.limit > 0 => {
                self.filter.skip + STRETCH
            }
            Action::Up | Action::PageUp if self.table.at() == 0 && self.filter.skip > 0 => {
                self.filter.skip.saturating_sub(STRETCH)
            }
            Action::Home if self.filter.skip > 0 => 0,
            _ => return None,
        };
        self.filter.skip = skip;
        self.table.replace(Vec::new());
        self.table.wait();
        Some(self.ask(cx))
    }

    pub(super) fn offers_now(&self) -> Vec<Offer> {
        if let Some(offers) = self.paper.offers() {
            return offers;
        }
        if let Some(panel) = self.panel.get() {
            let mut offers = vec![Offer::new(Action::Save, panel.about.verb()).needs(Permission::Documents)];
            if !self.draft.is_empty() {
                offers.push(Offer::new(Action::PageDown, words::SCROLL));
                offers.push(Offer::new(Action::PageUp, words::SCROLL).quiet());
            }
            let own = panel.form.offers();
            let pages = |offer: &Offer| matches!(offer.action, Action::PageDown | Action::PageUp);
            offers.extend(own.into_iter().filter(|offer| self.draft.is_empty() || !pages(offer)));
            return offers;
        }
        let office = self.who.is_none();
        let row = self.row();
        let pact = row.is_some_and(|row| row.kind == DocumentKind::Psp);
        let issue =
            Offer::new(Action::New, words::ISSUE).when(self.card.is_some()).needs(Permission::Documents);
        let mine = row.is_some() && !office;
        let print = |action, word| Offer::new(action, word).needs(Permission::Print);
        let of_row = [
            print(Action::Print, row.map_or(paper::PRINT, OnPaper::verb)).when(mine),
            Offer::usual(Action::PrintWith).when(mine).needs(Permission::Print),
            print(Action::Letter('S'), paper::SAVE_PDF).when(mine),
            print(Action::Letter('B'), paper::BRIEF).when(pact && mine),
            Offer::new(Action::Letter('P'), words::PROTOCOL).when(row.is_some()).needs(Permission::Documents),
            Offer::new(Action::Letter('C'), words::HAND)
                .when(row.is_some() && !pact)
                .needs(Permission::Documents),
            Offer::new(Action::Letter('A'), words::PACT).when(pact && !office),
        ];
        let mut offers = match self.view {
            View::List => vec![
                Offer::new(Action::List, words::FILTER).when(office),
                issue.when(!office && self.card.is_some()),
                Offer::new(Action::Enter, words::READ).when(row.is_some()),
            ],
            View::Kinds => {
                return vec![
                    Offer::new(Action::Enter, words::CHOOSE).when(self.kinds.selected().is_some()),
                    Offer::usual(Action::Refresh),
                ];
            }
            View::Reading => {
                let several = self.paper.reading().count() > 1;
                vec![
                    issue,
                    Offer::new(Action::Prev, words::PAGE).when(several),
                    Offer::new(Action::Next, words::PAGE).when(several),
                    self.paper.offer_size(),
                    Offer::new(Action::PageUp, words::SCROLL),
                    Offer::new(Action::PageDown, words::SCROLL),
                ]
            }
        };
        offers.extend(of_row);
        offers.push(Offer::usual(Action::Refresh));
        offers
    }
}
