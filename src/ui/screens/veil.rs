//! What of a person is hidden until somebody says why (R-PRV-1): the same on
//! the card and on the screens of cases and applications.

use crate::desk::query::PersonCard;
use crate::ui::strings::people::SPECIAL;

/// The card with its special data hidden.
#[must_use]
pub fn masked(card: &PersonCard) -> PersonCard {
    card.masked(SPECIAL)
}
