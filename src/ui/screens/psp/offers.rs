//! What can be done on PS01 now.

use super::{Editor, LAST, Place, life};
use crate::domain::permission::Permission;
use crate::ui::action::Action;
use crate::ui::screen::{Offer, Screen as _};
use crate::ui::strings::psp as words;

impl Editor {
    pub(super) fn all_offers(&self) -> Vec<Offer> {
        let (Some(pact), Some(card), true) = (&self.pact, &self.card, self.has_pact()) else {
            let there = self.card.is_some();
            return vec![
                Offer::new(Action::Enter, words::NEW_MODEL).when(there).needs(Permission::Pact),
                Offer::new(Action::Letter('N'), words::NEW_EMPTY).when(there).needs(Permission::Pact),
                Offer::usual(Action::Refresh),
            ];
        };
        let (editable, body) = (self.editable(), matches!(self.place, Place::List | Place::Body));
        let rows = matches!(self.section, 6 | 7);
        let has_row = match self.section {
            6 => self.measures.selected().is_some(),
            7 => self.acts.selected().is_some(),
            _ => false,
        };
        let mut offers = vec![
            Offer::usual(Action::Save).when(editable).needs(Permission::Pact),
            Offer::new(Action::New, words::ROW)
                .when(editable && rows && self.place != Place::Row)
                .needs(Permission::Pact),
            Offer::new(Action::New, words::BOOK).when(self.section == 8),
            Offer::new(Action::Prev, words::SECTION).when(self.section > 1),
            Offer::new(Action::Next, words::SECTION).when(self.section < LAST),
            Offer::new(Action::Print, words::READ),
            Offer::new(Action::View, words::SECTIONS).when(self.place != Place::List),
            Offer::usual(Action::Refresh).quiet(),
        ];
        if body {
            offers.extend(life::offers(&pact.version, card));
            let opens = matches!(self.section, 1..=3 | 8 | 15) || editable && self.section == 13;
            let label = if rows {
                words::EDIT
            } else if self.section == 13 {
                words::NOTICE_GIVEN
            } else {
                words::OPEN
            };
            let can = self.place == Place::Body && (opens || editable && rows && has_row);
            let in_list = self.place == Place::List;
            let label = if in_list { words::SECTION_IN } else { label };
            offers.push(Offer::new(Action::Enter, label).when(can || in_list));
            offers.push(
                Offer::new(Action::Delete, words::TAKE_OUT).when(editable && has_row).needs(Permission::Pact),
            );
        } else if let Some(form) = self.form() {
            let own = form.offers().into_iter();
            offers.extend(own.filter(|offer| !matches!(offer.action, Action::Prev | Action::Next)));
        }
        let model = Offer::new(Action::Do("psp.model"), words::USE_MODEL).quiet();
        offers.push(model.when(editable).needs(Permission::Pact));
        offers
    }
}
