//! What a screen offers, it does: each key of the key bar and each entry of
//! F10 is pressed on a fresh copy of the state.

use std::collections::{BTreeSet, HashMap};

use ratatui::buffer::Buffer;
use sportello::app::testing::AtDesk;
use sportello::ui::action::Action;
use sportello::ui::keymap::{self, Context};
use sportello::ui::keys::Input;
use sportello::ui::screen::Offer;
use sportello::ui::widgets::palette::Palette;

use crate::places::PLACES;
use crate::seat::Seat;

/// What can be done now.
pub fn offered(at: &AtDesk) -> Vec<Offer> {
    at.shell.offers().into_iter().filter(|offer| offer.enabled).collect()
}

/// Presses the key the hint of an offer names; what has none is chosen under
/// F10.
pub fn press(at: &mut AtDesk, offer: &Offer) {
    let context = at.shell.top().unwrap().context();
    match offer.action {
        Action::Letter(letter) => drop(at.text(&letter.to_lowercase().to_string())),
        Action::Do(_) => choose(at, offer),
        action => {
            let (chord, _) = keymap::chords(context)
                .find(|(_, known)| *known == action)
                .unwrap_or_else(|| panic!("{action:?} has no key in {context:?}"));
            at.input(Input::Chord(chord));
        }
    }
}

/// Chooses an offer under F10, by its place in the list.
pub fn choose(at: &mut AtDesk, offer: &Offer) {
    let place = Palette::in_order(at.shell.offers()).iter().position(|other| other == offer).unwrap();
    at.press("F10");
    for _ in 0..place {
        at.press("Down");
    }
    at.press("Enter");
}

/// Everything a key can change.
#[derive(Debug, PartialEq)]
struct Trace {
    shown: (Buffer, Option<(u16, u16)>),
    said: usize,
    asks: bool,
    asked: usize,
    left: usize,
}

fn trace(seat: &Seat) -> Trace {
    Trace {
        shown: seat.at.shown(),
        said: seat.at.shell.messages().count(),
        asks: seat.at.shell.asks(),
        asked: seat.traffic.asked.get(),
        left: seat.at.left.len(),
    }
}

/// What may have nothing to do: edits in a form that was just opened, the
/// scrolling of a text that fits.
fn may_rest(action: Action) -> bool {
    use Action as A;
    matches!(action, A::Undo | A::Clear | A::EraseEnd | A::PageUp | A::PageDown)
}

/// Moves that are offered in pairs: at one end only the other goes on.
fn other_way(action: Action) -> Option<Action> {
    use Action as A;
    const PAIRS: [(Action, Action); 3] = [(A::Prev, A::Next), (A::Up, A::Down), (A::Left, A::Right)];
    PAIRS.into_iter().find_map(|(one, two)| match action {
        a if a == one => Some(two),
        a if a == two => Some(one),
        _ => None,
    })
}

/// Presses every offer of every place; the ones that do nothing.
fn idle(of: impl Fn(&Offer) -> bool, with: impl Fn(&mut AtDesk, &Offer)) -> String {
    let mut idle = BTreeSet::new();
    // What is pressed while the desk opens waits for the screen that comes.
    for place in PLACES.iter().filter(|place| place.name != "ac00_alone") {
        let (mut seat, route) = place.office();
        place.go(&mut seat, &route);
        let mut dirty = seat.traffic.written.get() > 0;
        let mut resting = Vec::new();
        let mut acting = Vec::new();
        for offer in offered(&seat.at).into_iter().filter(|offer| of(offer) && !may_rest(offer.action)) {
            if dirty {
                seat = place.office().0;
            }
            place.again(&mut seat, &route);
            let before = trace(&seat);
            with(&mut seat.at, &offer);
            if before == trace(&seat) {
                resting.push(offer)
            } else {
                acting.push(offer.action)
            }
            dirty = seat.traffic.written.get() > 0;
        }
        resting.retain(|offer| !other_way(offer.action).is_some_and(|other| acting.contains(&other)));
        idle.extend(resting.iter().map(|o| format!("{}: {:?} «{}»", place.name, o.action, o.label)));
    }
    Vec::from_iter(idle).join("\n")
}

#[test]
fn every_key_of_the_key_bar_acts() {
    let idle = idle(|_| true, press);
    assert!(idle.is_empty(), "offered and without effect:\n{idle}");
}

#[test]
fn every_entry_of_f10_acts() {
    // The others are found there by the same list and done by the same key.
    let only_there = |offer: &Offer| offer.quiet || matches!(offer.action, Action::Letter(_) | Action::Do(_));
    let idle = idle(only_there, choose);
    assert!(idle.is_empty(), "offered and without effect:\n{idle}");
}

#[test]
fn no_letter_and_no_key_means_two_things_on_one_screen() {
    for place in PLACES {
        let seat = place.open();
        let mut hints: HashMap<String, Offer> = HashMap::new();
        for offer in offered(&seat.at) {
            let hint = keymap::hint(offer.action);
            if hint.is_empty() {
                continue;
            }
            if let Some(other) = hints.insert(hint.clone(), offer.clone()) {
                panic!("{}: {hint} is both «{}» and «{}»", place.name, other.label, offer.label);
            }
        }
    }
}

#[test]
fn letters_are_offered_only_where_they_are_no_text() {
    for place in PLACES {
        let seat = place.open();
        let in_field = seat.at.shell.top().unwrap().context() == Context::Form;
        for offer in offered(&seat.at) {
            if let (true, Action::Letter(letter)) = (in_field, offer.action) {
                assert_eq!(letter, ' ', "{}: {letter} would be typed into the field", place.name);
            }
        }
    }
}
