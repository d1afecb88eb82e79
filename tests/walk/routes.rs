//! Where one can go: every route, from the menu, by code, with its help.

use std::collections::{BTreeMap, BTreeSet};

use sportello::app::shell::Outward;
use sportello::ui::route::Route;

use crate::offers::{offered, press};
use crate::places::{KINDS, PLACES, about, kind};
use crate::seat::{Seat, person, register};

/// The codes of all screens.
pub fn codes() -> BTreeSet<String> {
    PLACES.iter().map(|place| place.code()).collect()
}

#[test]
fn every_route_has_its_places() {
    let seen: BTreeSet<&str> = PLACES.iter().map(|place| kind(&place.office().1)).collect();
    let all: BTreeSet<&str> = KINDS.iter().copied().collect();
    assert_eq!(seen, all);
}

#[test]
fn every_screen_says_its_code_and_its_own_title() {
    let mut titles: BTreeMap<String, String> = BTreeMap::new();
    for place in PLACES {
        let (mut seat, route) = place.office();
        place.go(&mut seat, &route);
        let screen = seat.at.shell.top().unwrap();
        let (code, title) = (screen.code().to_owned(), screen.title().into_owned());
        assert!(!title.trim().is_empty(), "{code} has no title");
        let header = format!("{code} {title}");
        for (width, height) in [(80, 24), (120, 40)] {
            seat.at.resize(width, height).sees(&header);
        }
        let other = titles.insert(title.clone(), code.clone()).filter(|other| *other != code);
        assert_eq!(other, None, "{code} is called «{title}» too");
    }
}

#[test]
fn every_code_opens_with_ctrl_g() {
    // The door is nowhere to go to: Ctrl+L and the start open it.
    for code in codes().into_iter().filter(|code| code != "AC00") {
        let mut seat = Seat::at(|desk| Route::Person(register(desk, person("Rossi", "Maria"))));
        seat.at.open(&code.to_lowercase()).is_on(&code);
        let mut nobody = Seat::at(|_| Route::Menu);
        nobody.at.open(&code);
        let routes = PLACES.iter().map(|place| place.office().1).filter(|route| route.code() == code);
        let needs_person = routes.map(|route| about(&route)).all(|about| about.is_some());
        if needs_person || code == "PE03" {
            nobody.at.is_on("HM00").says("[X]", "persona");
        } else {
            nobody.at.is_on(&code);
        }
    }
}

#[test]
fn every_screen_is_one_offered_key_away_from_another() {
    let mut reached: BTreeSet<String> = BTreeSet::new();
    for place in PLACES {
        let (mut seat, route) = place.office();
        place.go(&mut seat, &route);
        for offer in offered(&seat.at) {
            if seat.traffic.written.get() > 0 {
                seat = place.office().0;
            }
            place.again(&mut seat, &route);
            press(&mut seat.at, &offer);
            let code = seat.at.shell.top().unwrap().code().to_owned();
            if code != place.code() {
                reached.insert(code);
            }
        }
    }
    assert_eq!(codes().difference(&reached).collect::<Vec<_>>(), Vec::<&String>::new(), "no key leads there");
}

#[test]
fn the_program_can_be_closed_from_everywhere() {
    for place in PLACES {
        for over in ["", "F10", "F10 x x", "Ctrl+G", "F9", "F4"] {
            let mut seat = place.open();
            seat.at.press(over).press("Ctrl+Q").text("s");
            assert!(
                seat.at.left.contains(&Outward::Quit),
                "{}: after {over:?} Ctrl+Q and S do not close\n{}",
                place.name,
                seat.at.screen()
            );
        }
    }
}

#[test]
fn every_field_and_every_screen_has_its_help() {
    let mut without = BTreeSet::new();
    for place in PLACES {
        let mut seat = place.open();
        let screen = seat.at.shell.top().unwrap();
        let title = format!("{} {}", screen.code(), screen.title());
        for spec in screen.form().into_iter().flat_map(|form| form.specs()) {
            if spec.help.trim().is_empty() {
                without.insert(format!("{} {} ({})", place.code(), spec.label, spec.name));
            }
        }
        let label = seat.at.focus();
        // AC01 tries the keys: F1 is one of them.
        let code = place.code();
        let stays = ["AC00", "AC01"].contains(&&*code);
        seat.at.press("F1").is_on(if stays { &code } else { "GU01" });
        if !stays && code != "GU01" {
            seat.at.sees(&title).sees(label);
        }
    }
    assert!(without.is_empty(), "no help for:\n{}", Vec::from_iter(without).join("\n"));
}
