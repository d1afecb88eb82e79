//! What of a person is hidden until somebody says why (R-PRV-1): the same on
//! the card and on the screens of cases and applications.

use crate::desk::query::PersonCard;
use crate::domain::privacy;
use crate::ui::strings::people::SPECIAL;

/// The card with its special data hidden.
#[must_use]
pub fn masked(card: &PersonCard) -> PersonCard {
    let mut card = card.clone();
    privacy::mask(&mut card.registrant, SPECIAL);
    for event in card.events.iter_mut().filter(|event| privacy::is_special_event(event)) {
        SPECIAL.clone_into(&mut event.reason);
    }
    for appointment in card.appointments.iter_mut().filter(|row| privacy::is_special_note(row)) {
        SPECIAL.clone_into(&mut appointment.outcome_note);
    }
    card.cases.iter_mut().for_each(|case| privacy::mask_case(case, SPECIAL));
    card.targeted_cards.iter_mut().for_each(|special| privacy::mask_targeted(special, SPECIAL));
    card
}
