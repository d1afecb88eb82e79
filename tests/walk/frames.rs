//! Pictures of every screen in its states, and what every frame must have.
//!
//! A place gives the pictures `name_80` and `name_120`; a screen about which
//! something is asked also `code_loading` and `code_fault`; a form also
//! `code_long`, every field filled to the brim.

use std::collections::BTreeSet;

use sportello::ui::form::spec::Kind;
use sportello::ui::route::Route;

use crate::places::{PLACES, Place, about};
use crate::seat::Seat;

/// The two sizes of the design.
pub const SIZES: [(u16, u16); 2] = [(80, 24), (120, 40)];

fn pictures(name: &str, seat: &mut Seat) {
    for size in SIZES {
        picture(name, seat, size);
    }
}

/// Both sizes, and back to the one the keys are pressed at.
fn long(name: &str, seat: &mut Seat) {
    pictures(name, seat);
    seat.at.resize(SIZES[0].0, SIZES[0].1);
}

fn picture(name: &str, seat: &mut Seat, (width, height): (u16, u16)) {
    seat.at.resize(width, height);
    insta::with_settings!({
        snapshot_path => "../snapshots",
        prepend_module_to_snapshot => false,
        omit_expression => true,
    }, {
        insta::assert_snapshot!(format!("walk__{name}_{width}"), seat.at.picture());
    });
}

/// The fullest place of each screen that asks the desk something.
pub fn one_of_each() -> Vec<&'static Place> {
    let mut found: Vec<&Place> = Vec::new();
    for full in [true, false] {
        for place in PLACES.iter().filter(|place| place.name.ends_with("_full") == full) {
            let known = found.iter().any(|other| other.code() == place.code());
            let own = !known && place.office().1.code() == place.code();
            if own && !["AC00", "AC01", "GU01"].contains(&&*place.code()) {
                found.push(place);
            }
        }
    }
    found
}

/// Before the route is opened: the card of its person, so that the band is
/// there as it is when one comes from PE02.
pub fn from_the_card(place: &Place) -> (Seat, Route) {
    let (mut seat, route) = place.office();
    if let Some(id) = about(&route).filter(|_| route.code() != "PE02") {
        seat.at.open_route(&Route::Person(id));
    }
    if route == Route::Menu {
        seat.again(&Route::Search(String::new()));
    }
    (seat, route)
}

#[test]
fn what_every_place_looks_like() {
    for place in PLACES {
        pictures(place.name, &mut place.open());
    }
}

#[test]
fn what_every_screen_looks_like_before_its_answers() {
    for place in one_of_each() {
        let (mut seat, route) = from_the_card(place);
        seat.at.hold().open_route(&route).is_on(route.code());
        pictures(&format!("{}_loading", place.code().to_lowercase()), &mut seat);
    }
}

#[test]
fn what_every_screen_looks_like_when_the_disk_fails() {
    for place in one_of_each() {
        let (mut seat, route) = from_the_card(place);
        seat.traffic.broken.set(true);
        seat.at.open_route(&route).is_on(route.code());
        if seat.traffic.asked.get() > 0 && !matches!(route.code(), "GU01" | "PE03") {
            seat.at.sees("disco");
        }
        pictures(&format!("{}_fault", place.code().to_lowercase()), &mut seat);
    }
}

/// Words that fill any field.
const LONG: &str = "perché così è più chiaro: «né àncora né ancóra», D'Angelo & Niccolò, 1.234 € @ ";

/// Fills the fields of the form on top, one after the other, as full as they
/// take; what has a list takes its last item.
pub fn fill(seat: &mut Seat) {
    let mut seen = BTreeSet::new();
    while let Some(spec) = seat.at.shell.top().and_then(|s| s.form()).and_then(|f| f.focused_spec()).cloned()
    {
        if !seen.insert(spec.name) {
            break;
        }
        match spec.kind {
            // A whole code that cannot be one keeps the focus.
            Kind::Text { upper: true, .. } if spec.limit == 16 => seat.at.text("RSSMRA85T50A794H"),
            Kind::Text { upper: true, .. } => seat.at.text(&"W".repeat(spec.limit)),
            Kind::Text { .. } | Kind::Area { .. } => seat.at.paste(&LONG.repeat(40)),
            Kind::Lookup { .. } | Kind::Choice { .. } | Kind::Several { .. } => {
                if seat
                    .at
                    .shell
                    .top()
                    .and_then(|s| s.form())
                    .is_some_and(|f| f.values().raw(spec.name).is_empty())
                {
                    seat.at.press("F4 End Enter");
                }
                &mut seat.at
            }
            Kind::Tick => seat.at.press("Space"),
            Kind::Number => seat.at.press("Ctrl+U").text("99"),
            Kind::Money => seat.at.press("Ctrl+U").text("999999999,99"),
            Kind::Date { .. } | Kind::Time => &mut seat.at,
        };
        if seat.at.shell.asks() {
            seat.at.press("Esc");
        }
        let focus = seat.at.shell.top().and_then(|s| s.form()).and_then(|f| f.focus());
        if focus == Some(spec.name) {
            seat.at.press("Tab");
        }
    }
}

#[test]
fn what_every_form_looks_like_filled_to_the_brim() {
    let mut done = BTreeSet::new();
    for place in PLACES {
        let mut seat = place.open();
        let has_form = seat.at.shell.top().unwrap().form().is_some_and(|form| form.focus().is_some());
        if !has_form || !done.insert(place.code()) {
            continue;
        }
        fill(&mut seat);
        let page = |seat: &Seat| seat.at.shell.top().and_then(|s| s.form()).map_or(0, |form| form.page());
        let first = format!("{}_long_{}", place.code().to_lowercase(), page(&seat));
        long(&first, &mut seat);
        let mut seen = BTreeSet::from([first]);
        for key in ["PageUp", "PageDown"] {
            loop {
                let before = (page(&seat), seat.at.buffer());
                seat.at.press(key);
                if page(&seat) == before.0 {
                    break;
                }
                if seat.at.buffer() != before.1 {
                    let name = format!("{}_long_{}", place.code().to_lowercase(), page(&seat));
                    if seen.insert(name.clone()) {
                        long(&name, &mut seat);
                    }
                }
            }
        }
    }
}
