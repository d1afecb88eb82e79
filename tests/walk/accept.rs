//! The acceptance list of the design, point by point, over all screens. The
//! table of `docs/screens.md` names these tests.

use std::collections::BTreeSet;

use ratatui::style::Color;
use sportello::app::testing::{AtDesk, as_text};
use sportello::ui::form::spec::Kind;
use sportello::ui::form::{Form, Name};
use sportello::ui::glyphs::{ASCII, WGL4};
use sportello::ui::keymap::Context;
use sportello::ui::look::Look;
use sportello::ui::route::Route;
use sportello::ui::screen::Screen;

use crate::frames::{SIZES, from_the_card, one_of_each};
use crate::places::{PLACES, Place};
use crate::seat::Seat;

fn form(at: &AtDesk) -> Option<&Form> {
    at.shell.top().and_then(Screen::form)
}

fn focus(at: &AtDesk) -> Option<Name> {
    form(at).and_then(Form::focus)
}

/// Places with a field that has the focus, but for those that wait.
fn with_form() -> impl Iterator<Item = (&'static Place, Seat, Route)> {
    let open = |place: &'static Place| {
        let (mut seat, route) = place.office();
        place.go(&mut seat, &route);
        (place, seat, route)
    };
    PLACES.iter().map(open).filter(|(_, seat, _)| {
        focus(&seat.at).is_some() && seat.at.shell.top().unwrap().context() == Context::Form
    })
}

#[test]
fn tab_goes_from_left_to_right_and_from_top_to_bottom() {
    for (place, mut seat, _) in with_form() {
        for (width, height) in SIZES {
            seat.at.resize(width, height);
            let mut seen = BTreeSet::new();
            let mut before: Option<(usize, String, (u16, u16))> = None;
            while let Some(name) = focus(&seat.at).filter(|name| seen.insert(*name)) {
                let (page, (x, y)) = (form(&seat.at).unwrap().page(), seat.at.cursor().unwrap());
                let screen = seat.at.screen();
                // Another sheet begins again at the top.
                let tabs = screen.lines().nth(3).unwrap_or_default().to_owned();
                let first = form(&seat.at).unwrap().specs().next().map(|spec| spec.name) == Some(name);
                if let Some((was, same, (left, top))) = before
                    && (was, &same) == (page, &tabs)
                    && !first
                {
                    assert!((y, x) > (top, left), "{}: Tab goes back to {name}\n{screen}", place.name);
                }
                before = Some((page, tabs, (x, y)));
                seat.at.press("Tab");
            }
        }
    }
}

#[test]
fn every_field_is_reached_with_tab_and_with_the_arrows() {
    for (place, mut seat, _) in with_form() {
        let walk = |seat: &mut Seat, key: &str| {
            let mut seen = BTreeSet::new();
            for _ in 0..120 {
                seen.extend(focus(&seat.at));
                seat.at.press(key);
            }
            seen
        };
        let tabbed = walk(&mut seat, "Tab");
        let back = walk(&mut seat, "Shift+Tab");
        // Going forward may pass over what the record has answered already.
        assert!(tabbed.is_subset(&back), "{}: {tabbed:?} {back:?}", place.name);
        // Down goes line by line: all lines, not all fields.
        let down = walk(&mut seat, "Down");
        assert!(down.is_subset(&back), "{}", place.name);
    }
}

#[test]
fn the_first_frame_waits_for_nothing() {
    for place in one_of_each() {
        let (mut seat, route) = from_the_card(place);
        seat.at.hold().open_route(&route).is_on(route.code());
        let waiting = crate::hands::wrong(&seat.at);
        assert_eq!(waiting, None, "{}", place.name);
        let (early, late) = (seat.at.screen(), seat.at.answer().screen());
        let body = |screen: &str| screen.lines().skip(3).take(17).collect::<String>();
        assert!(!body(&early).trim().is_empty(), "{} is blank until its answers come", place.name);
        assert_ne!(early, late, "{}: nothing says that answers are awaited", place.name);
    }
}

#[test]
fn what_is_typed_ahead_is_as_if_typed_after() {
    for place in one_of_each() {
        let (mut seat, route) = from_the_card(place);
        let keys = |seat: &mut Seat| {
            seat.at.text("ab").press("Tab Tab").text("7 ").press("Down");
        };
        seat.at.hold().open_route(&route);
        keys(&mut seat);
        let early = seat.at.answer().screen();
        let (mut seat, route) = from_the_card(place);
        seat.at.open_route(&route);
        keys(&mut seat);
        assert_eq!(early, seat.at.screen(), "{}", place.name);
    }
}

#[test]
fn a_broken_disk_is_said_nothing_is_written_and_f5_reads_again() {
    for place in one_of_each() {
        let (mut seat, route) = from_the_card(place);
        seat.traffic.broken.set(true);
        seat.at.open_route(&route).says("[X]", "disco").press("F2").press("F2");
        assert_eq!(seat.traffic.written.get(), 0, "{}", place.name);
        seat.traffic.broken.set(false);
        assert!(
            seat.at
                .shell
                .offers()
                .iter()
                .any(|o| o.enabled && o.action == sportello::ui::action::Action::Refresh),
            "{}: F5 is not offered",
            place.name
        );
        let read = seat.at.press("F5").screen();
        let (mut seat, route) = from_the_card(place);
        seat.at.open_route(&route);
        // Where the pointer stands may differ: it was there before the rows.
        let body = |screen: &str| {
            screen.lines().skip(1).take(19).map(|line| line.replace('►', " ")).collect::<Vec<_>>()
        };
        assert_eq!(body(&read), body(&seat.at.screen()), "{}", place.name);
    }
}

/// What is typed and pasted, and what must be there.
const WORDS: [(&str, &str); 4] = [
    ("È perché", "È perché"),
    ("D'Angelo", "D'Angelo"),
    ("a@b.it 5 €", "a@b.it 5 €"),
    ("via Roma 1\r\n24100 Bergamo", "via Roma 1 24100 Bergamo"),
];

#[test]
fn accents_signs_and_pasted_lines_are_kept_in_every_field_of_text() {
    let mut done = BTreeSet::new();
    for (place, mut seat, _) in with_form() {
        let mut seen = BTreeSet::new();
        for _ in 0..80 {
            let Some(spec) = form(&seat.at).and_then(|form| form.focused_spec()).cloned() else { break };
            if !seen.insert(spec.name) {
                break;
            }
            let free = matches!(spec.kind, Kind::Text { upper: false, .. } | Kind::Area { .. });
            if free && done.insert((place.code(), spec.name)) {
                for (typed, kept) in WORDS {
                    seat.at.press("Ctrl+U");
                    let room = spec.limit >= kept.chars().count();
                    if typed.contains('\n') {
                        seat.at.paste(typed);
                    } else {
                        seat.at.text(typed);
                    }
                    let raw = form(&seat.at).unwrap().values().raw(spec.name).to_owned();
                    let raw =
                        if matches!(spec.kind, Kind::Area { .. }) { raw.replace('\n', " ") } else { raw };
                    assert_eq!(focus(&seat.at), Some(spec.name), "{}: a paste moved on", place.name);
                    assert!(!room || raw == kept, "{} {}: {typed:?} became {raw:?}", place.name, spec.name);
                }
            }
            seat.at.press("Down");
            if focus(&seat.at) == Some(spec.name) {
                seat.at.press("Tab");
            }
        }
    }
    assert!(done.len() > 20, "{done:?}");
}

#[test]
fn esc_leaves_an_unchanged_screen_at_once() {
    for place in PLACES.iter().filter(|place| !place.code().starts_with("AC")) {
        let mut seat = place.open();
        let below = seat.at.shell.depth();
        if seat.at.shell.top().unwrap().unsaved() || place.code() == "HM00" {
            continue;
        }
        // A row or an event opened inside a screen closes first; then the list
        // it was chosen from.
        for _ in 0..3 {
            let said = seat.at.shell.messages().count();
            seat.at.press("Esc");
            let warned = seat.at.shell.messages().skip(said).any(|notice| notice.sign.mark() == "[!]");
            assert!(!warned, "{}: Esc asks and nothing was typed", place.name);
            if seat.at.shell.depth() < below {
                break;
            }
        }
        assert!(seat.at.shell.depth() < below, "{}: Esc does not leave", place.name);
    }
}

/// Changes the first field that takes text or a choice.
fn change(seat: &mut Seat) -> bool {
    for _ in 0..60 {
        let Some(spec) = form(&seat.at).and_then(|form| form.focused_spec()).cloned() else { return false };
        match spec.kind {
            Kind::Text { secret: false, upper: false, .. } | Kind::Area { .. } => seat.at.text("x"),
            Kind::Tick => seat.at.press("Space"),
            _ => seat.at.press("Tab"),
        };
        if seat.at.shell.top().unwrap().unsaved() {
            return true;
        }
    }
    false
}

#[test]
fn esc_on_a_changed_form_asks_and_keeps_the_draft() {
    let mut done = BTreeSet::new();
    for (place, mut seat, route) in with_form() {
        if place.code() == "AC00" || !change(&mut seat) {
            continue;
        }
        let (draft, name) = (seat.at.shell.top().unwrap().draft(), focus(&seat.at).unwrap());
        let depth = seat.at.shell.depth();
        seat.at.press("Esc").is_on(&place.code());
        let asked =
            seat.at.shell.asks() || seat.at.shell.notice().is_some_and(|notice| notice.sign.mark() == "[!]");
        assert!(asked, "{}: Esc says nothing of what is not saved\n{}", place.name, seat.at.screen());
        seat.at.press("Esc");
        if seat.at.shell.depth() == depth {
            // An inner form: it closed, the screen stays.
            continue;
        }
        seat.at.open_route(&route).says("[i]", "bozza");
        let back = seat.at.shell.top().unwrap().draft();
        assert_eq!(
            back.as_ref().and_then(|b| b.get(name)),
            draft.as_ref().and_then(|d| d.get(name)),
            "{}",
            place.name
        );
        done.insert(place.code());
    }
    assert!(done.len() >= 4, "{done:?}");
}

#[test]
fn f2_goes_to_the_field_that_stops_it_and_says_why() {
    let mut ruled = BTreeSet::new();
    for (place, mut seat, _) in with_form() {
        let code = place.code();
        let before = seat.traffic.written.get();
        seat.at.press("F2");
        if seat.traffic.written.get() > before || seat.at.shell.asks() {
            continue;
        }
        let Some(notice) = seat.at.shell.notice().cloned().filter(|notice| notice.sign.mark() == "[X]")
        else {
            continue;
        };
        assert!(focus(&seat.at).is_some(), "{}: {notice:?} and no field has the focus", place.name);
        assert_eq!(crate::hands::wrong(&seat.at), None, "{}", place.name);
        ruled.extend(notice.rule.map(|_| code));
    }
    for code in ["DI01", "AS01", "LE01", "PS01"] {
        assert!(ruled.contains(code), "{code}: no rule is named");
    }
}

#[test]
fn no_label_is_cut_at_80x24() {
    for (place, mut seat, _) in with_form() {
        let specs: Vec<_> = form(&seat.at).unwrap().specs().cloned().collect();
        let mut seen = BTreeSet::new();
        let mut shown = seat.at.screen();
        while let Some(name) = focus(&seat.at).filter(|name| seen.insert(*name)) {
            let screen = seat.at.screen();
            let spec = specs.iter().find(|spec| spec.name == name).unwrap();
            // A row may have one label for all its fields.
            let own = !spec.label.is_empty() && shown.contains(&spec.label[..spec.label.len().min(4)]);
            assert!(!own || screen.contains(spec.label), "{}: «{}» is cut\n{screen}", place.name, spec.label);
            shown = screen;
            seat.at.press("Tab");
        }
    }
}

#[test]
fn hints_of_keys_and_titles_are_never_cut() {
    for place in PLACES {
        let mut seat = place.open();
        for (width, height) in SIZES {
            let screen = seat.at.resize(width, height).screen();
            let lines: Vec<&str> = screen.lines().collect();
            for line in [lines[0], lines[lines.len() - 1], lines[lines.len() - 2]] {
                assert!(!line.contains('…'), "{}: {line}", place.name);
            }
        }
    }
}

#[test]
fn nothing_needs_its_colour_and_ascii_says_the_same() {
    let plain = |look: Look| {
        move |place: &Place| {
            let mut seat = place.open();
            seat.at.look(look);
            (seat.at.buffer(), seat.at.cursor())
        }
    };
    let mono = Look { theme: sportello::ui::theme::Theme::Mono, ..Look::default() };
    let ascii = Look { glyphs: ASCII, ..Look::default() };
    for place in PLACES {
        let (usual, cursor) = plain(Look::default())(place);
        let (gray, at) = plain(mono)(place);
        assert_eq!((as_text(&usual), cursor), (as_text(&gray), at), "{}", place.name);
        let coloured = |cell: &ratatui::buffer::Cell| cell.fg != Color::Reset || cell.bg != Color::Reset;
        assert!(!gray.content().iter().any(coloured), "{}: a colour in mono", place.name);
        let (letters, at) = plain(ascii)(place);
        assert_eq!(cursor, at, "{}", place.name);
        let drawn: BTreeSet<String> = letters.content().iter().map(|cell| cell.symbol().to_owned()).collect();
        for sign in [WGL4.horizontal, WGL4.vertical, WGL4.corner_tl, WGL4.pointer, WGL4.down] {
            assert!(!drawn.contains(sign), "{}: {sign} is no ASCII", place.name);
        }
    }
}
