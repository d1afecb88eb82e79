//! Somebody who has died, or moved abroad: nothing new begins for them.

use chrono::NaiveDate;

use crate::domain::did::{Did, DidState};
use crate::domain::finding::{Finding, Level, Rule};

/// The person has died.
pub const DEAD: Rule = Rule {
    id: "R-ANA-6",
    level: Level::Block,
    reference: "R-LOS-1: il decesso chiude la presa in carico",
    text: "La persona risulta deceduta il {}. Se è un errore, annullare la revoca della DID (DI01); altrimenti si può solo chiudere ciò che è aperto.",
};
/// The person has moved abroad.
pub const ABROAD: Rule = Rule {
    id: "R-ANA-7",
    level: Level::Show,
    reference: "R-LOS-1: il trasferimento all'estero chiude la DID",
    text: "La persona risulta trasferita all'estero dal {}: se è tornata serve una nuova DID.",
};

/// What the end of the DIDs says of the person, for an act that begins
/// something on a day (a fact of before the death may still be written down).
/// A DID given after the move abroad says that the person is back.
#[must_use]
pub fn check(dids: &[Did], on: NaiveDate) -> Option<Finding> {
    let ended = |did: &&Did, reason: &str| did.state == DidState::Revoked && did.end_reason == reason;
    let death = dids.iter().filter(|did| ended(did, "death")).filter_map(|did| did.ended_on).min();
    if let Some(death) = death.filter(|death| *death < on) {
        return Some(DEAD.found().with(death.format("%d/%m/%Y")));
    }
    let last = dids.iter().filter(|did| did.state != DidState::Annulled).max_by_key(|did| (did.date, did.id));
    let moved = last.filter(|did| ended(did, "transfer_abroad")).and_then(|did| did.ended_on)?;
    (moved <= on).then(|| ABROAD.found().with(moved.format("%d/%m/%Y")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, month, day).unwrap()
    }

    fn ended(on: NaiveDate, reason: &str, state: DidState) -> Did {
        Did { date: day(1, 10), state, end_reason: reason.into(), ended_on: Some(on), ..Did::default() }
    }

    #[test]
    fn the_day_of_the_death_is_the_last_on_which_something_may_have_begun() {
        let dead = [ended(day(3, 5), "death", DidState::Revoked)];
        assert_eq!(check(&dead, day(3, 5)), None);
        assert_eq!(check(&dead, day(3, 6)).map(|f| f.level), Some(Level::Block));
        let mistaken = [ended(day(3, 5), "death", DidState::Annulled)];
        assert_eq!(check(&mistaken, day(3, 6)), None);
    }

    #[test]
    fn a_did_given_after_the_move_says_that_the_person_is_back() {
        let mut dids = vec![ended(day(3, 5), "transfer_abroad", DidState::Revoked)];
        assert_eq!(check(&dids, day(3, 4)), None);
        assert_eq!(check(&dids, day(3, 5)).map(|f| f.level), Some(Level::Show));
        dids.push(Did { date: day(6, 1), ..Did::default() });
        assert_eq!(check(&dids, day(7, 1)), None);
    }
}
