//! What can be done on PS02 now.

use super::Preview;
use crate::domain::permission::Permission;
use crate::ui::action::Action;
use crate::ui::screen::{Offer, Screen as _};
use crate::ui::screens::on_paper::OnPaper;
use crate::ui::screens::psp::life;
use crate::ui::strings::{on_paper as paper, psp as words, signing as sign_words};

impl Preview {
    pub(super) fn offers_now(&self) -> Vec<Offer> {
        if let Some(offers) = self.paper.offers() {
            return offers;
        }
        if let Some(form) = self.form() {
            let mut offers = vec![Offer::new(Action::Save, sign_words::RECORD).needs(Permission::Pact)];
            offers.extend(form.offers());
            return offers;
        }
        let ready = self.paper.is_read();
        let editable = self.editable();
        let blocked = self.blocks().next().is_some();
        let mut offers = vec![
            Offer::new(Action::List, words::NEXT_BLOCK).when(blocked),
            Offer::usual(Action::Refresh),
            Offer::new(Action::Prev, words::PAGE).when(ready),
            Offer::new(Action::Next, words::PAGE).when(ready),
            Offer::new(Action::Print, self.paper.row().map_or(words::ISSUE, OnPaper::verb))
                .when(ready && !blocked)
                .needs(if editable { Permission::Pact } else { Permission::Print }),
            Offer::usual(Action::PrintWith).when(ready && !editable).quiet().needs(Permission::Print),
            self.paper.offer_size().when(ready),
        ];
        if let (Some(pact), Some(card)) = (&self.pact, &self.card) {
            offers.extend(life::offers(&pact.version, card));
        }
        offers.extend([
            self.paper.offer_brief().needs(Permission::Print),
            Offer::new(Action::Letter('F'), sign_words::SIGN)
                .when(ready && self.can_sign())
                .needs(Permission::Pact),
            Offer::new(Action::Letter('S'), paper::SAVE_PDF)
                .when(ready && !editable)
                .needs(Permission::Print),
            Offer::new(Action::Enter, words::EDIT_SECTION).when(ready && editable),
            Offer::new(Action::PageUp, words::SCROLL).when(ready),
            Offer::new(Action::PageDown, words::SCROLL).when(ready),
        ]);
        offers
    }
}
