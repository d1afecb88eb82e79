//! What can be done in a form, for the key bar.

use super::Form;
use super::spec::Kind;
use crate::ui::action::Action;
use crate::ui::screen::Offer;
use crate::ui::strings::form as words;

impl Form {
    /// The offers every form makes: what works in the field with the focus.
    #[must_use]
    pub fn offers(&self) -> Vec<Offer> {
        let kind = self.focused_spec().map(|spec| spec.kind);
        let list = matches!(
            kind,
            Some(Kind::Date { .. } | Kind::Choice { .. } | Kind::Lookup { .. } | Kind::Several { .. })
        );
        let label = if matches!(kind, Some(Kind::Date { .. })) { words::CALENDAR } else { words::LIST };
        let pages = self.spec.pages.len() > 1;
        let mut offers = vec![
            Offer::new(Action::List, label).when(list),
            Offer::new(Action::Prev, words::PAGE).when(pages),
            Offer::new(Action::Next, words::PAGE).when(pages),
        ];
        match kind {
            Some(Kind::Tick) => offers.push(Offer::new(Action::Letter(' '), words::TICK)),
            Some(Kind::Choice { .. }) => offers.push(Offer::new(Action::Letter(' '), words::CHOOSE)),
            _ => {}
        }
        offers.extend([
            Offer::new(Action::Forward, words::NEXT_FIELD),
            Offer::new(Action::Enter, words::NEXT_FIELD),
            Offer::new(Action::Backward, words::PREVIOUS_FIELD),
            Offer::usual(Action::Undo),
            Offer::usual(Action::Duplicate).when(!self.previous.is_empty()).quiet(),
            Offer::usual(Action::EraseEnd).quiet(),
            Offer::usual(Action::Clear).quiet(),
        ]);
        offers
    }
}
