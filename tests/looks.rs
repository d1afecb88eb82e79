//! Every screen in every look: signs, labels, and the linear mode.

#![allow(clippy::unwrap_used, clippy::panic)]

mod seat;

use seat::Seat;
use sportello::demo;
use sportello::ui::look::Look;
use sportello::ui::route::{Door, Route, Subject};
use sportello::ui::screen::HelpTopic;

/// A seat in a small invented office, and the routes of all its screens.
fn office() -> (Seat, Vec<(&'static str, Route)>) {
    let dir = tempfile::tempdir().unwrap();
    let desk = demo::generate(dir.path(), 30, 1, seat::now()).unwrap();
    let s = Seat::in_office(dir, desk, &Route::Menu);
    // Somebody with a pact, activities and an appointment.
    let query = sportello::desk::Query::Psps { person: None, state: None };
    let id = {
        let answer = s.desk.borrow_mut().ask("bianchi", &query).unwrap();
        let sportello::desk::Answer::Psps(list) = answer else { panic!("{answer:?}") };
        list[0].version.registrant
    };
    let routes = vec![
        ("ac00", Route::Login(Door::SignIn("bianchi".into()))),
        ("ac00_first", Route::Login(Door::FirstRun)),
        ("ac00_locked", Route::Login(Door::Locked)),
        ("hm00", Route::Menu),
        ("pe01", Route::Search("ma".into())),
        ("pe02", Route::Person(id)),
        ("pe03", Route::PersonData(Subject::Known(id))),
        ("pe03_new", Route::PersonData(Subject::New("rossi maria".into()))),
        ("di01", Route::Did(id)),
        ("as01", Route::Assessment(id)),
        ("ps01", Route::Psp(id)),
        ("ps01_6", Route::PspSection(id, 6)),
        ("ps02", Route::PspPreview(id)),
        ("le01", Route::Activities(id)),
        ("ag01", Route::Agenda { day: None, registrant: None }),
        ("ag01_free", Route::Agenda { day: None, registrant: Some(id) }),
        ("gu01", Route::Help(Box::new(HelpTopic { all_keys: true, ..HelpTopic::default() }))),
    ];
    (s, routes)
}

/// Lines, corners and blocks, which the linear mode never draws.
const FRAMES: &str = "─│┌┐└┘├┤┬┴┼═║╔╗╚╝█▓▒░▌▐▄▀►▲▼|";

fn linear() -> Look {
    Look { linear: true, ..Look::default() }
}

/// Nothing stands beside anything else, and nothing is framed.
fn one_thing_a_line(name: &str, screen: &str) {
    for line in screen.lines() {
        assert!(!line.trim().contains("   "), "{name}: two things on one line: {line}");
        let frame = line.chars().find(|c| FRAMES.contains(*c));
        assert_eq!(frame, None, "{name}: {line}");
    }
}

#[test]
fn every_screen_tells_itself_one_thing_a_line() {
    let (mut s, routes) = office();
    for (name, route) in routes {
        s.looking(&route, linear());
        // Message and keys are the same as everywhere.
        let body: Vec<String> = s.at.screen().lines().take(21).map(str::to_owned).collect();
        insta::assert_snapshot!(format!("linear_{name}"), body.join("\n"));
        for (width, height) in [(80, 24), (40, 10), (120, 40), (300, 100)] {
            s.at.resize(width, height);
            one_thing_a_line(name, &s.at.screen());
        }
        s.at.resize(80, 24).press("F10");
        one_thing_a_line(name, &s.at.screen());
        s.at.sees("1 di ");
        assert!(s.at.cursor().is_some(), "{name}: the list of acts has the cursor");
    }
}

/// The row of the cursor and those above it, down to the cursor.
fn up_to_the_cursor(s: &Seat) -> String {
    let (_, y) = s.at.cursor().unwrap_or_else(|| panic!("no cursor:\n{}", s.at.screen()));
    s.at.screen().lines().take(usize::from(y) + 1).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_cursor_stands_in_the_field_that_is_told() {
    let (mut s, routes) = office();
    let mut fields = 0;
    for (name, route) in routes {
        s.looking(&route, linear());
        let first = s.at.focus();
        for _ in 0..60 {
            let focus = s.at.focus();
            if focus.is_empty() {
                break;
            }
            fields += 1;
            let above = up_to_the_cursor(&s);
            let told = above.lines().rev().take(8).any(|line| line.contains(focus.trim_end_matches(" *")));
            assert!(told, "{name}: {focus} is not above the cursor:\n{}", s.at.screen());
            s.at.press("Tab");
            if s.at.focus() == first {
                break;
            }
        }
    }
    assert!(fields > 80, "{fields}");
}

/// Words of five letters and more, in small letters; none of a text that was
/// cut.
fn words(text: &str) -> Vec<String> {
    let cut = |word: &str| word.contains('…');
    text.split(|c: char| c.is_whitespace() || "[](){}<>│─┬┴┌┐└┘".contains(c))
        .filter(|word| !cut(word))
        .flat_map(|word| word.split(|c: char| !c.is_alphabetic()))
        .filter(|word| word.chars().count() >= 5)
        .map(str::to_lowercase)
        .collect()
}

#[test]
fn what_a_screen_shows_it_also_tells() {
    let (mut s, routes) = office();
    for (name, route) in routes {
        s.again(&route);
        let body: Vec<String> = s.at.screen().lines().skip(3).take(17).map(str::to_owned).collect();
        s.looking(&route, linear()).at.resize(80, 500);
        let told = words(&s.at.screen());
        for word in words(&body.join("\n")) {
            assert!(told.contains(&word), "{name}: «{word}» is shown and not told:\n{}", body.join("\n"));
        }
    }
}

#[test]
fn lists_calendars_and_questions_are_told_too() {
    let (mut s, routes) = office();
    let route = |code: &str| routes.iter().find(|(name, _)| *name == code).unwrap().1.clone();
    s.looking(&route("pe03_new"), linear());
    s.at.go_to("Data di nascita").press("F4").sees("Giorno scelto: lunedì 23 novembre 2026, oggi");
    assert!(up_to_the_cursor(&s).contains("Giorno scelto"));
    s.at.press("Esc").go_to("Documento").press("F4").sees("1 di ");
    s.at.press("Down");
    assert!(up_to_the_cursor(&s).lines().last().unwrap().starts_with("2 di "));
    s.at.press("Esc").go_to("Data di nascita").text("31021980").press("Enter");
    s.at.press("F2").says("[X]", "");
    // The message stands right above the field it sent the focus to.
    let above = up_to_the_cursor(&s);
    let mut last = above.lines().rev();
    assert!(last.next().unwrap().starts_with(s.at.focus()), "{above}");
    assert!(last.next().unwrap().starts_with("[X]"), "{above}");
    s.at.press("Ctrl+Q").sees("Conferma").sees("1 di 2: [N]o").sees("2 di 2: [S]ì");
    s.at.press("Esc Ctrl+G").sees("Risposta");
}

#[test]
fn the_page_keys_read_what_does_not_fit() {
    let (mut s, routes) = office();
    let card = routes.iter().find(|(name, _)| *name == "pe02").unwrap().1.clone();
    s.looking(&card, linear());
    let all = {
        s.at.resize(80, 300);
        let lines: Vec<String> = s.at.screen().lines().map(str::to_owned).collect();
        s.at.resize(80, 24);
        lines
    };
    let mut seen = std::collections::HashSet::new();
    for _ in 0..10 {
        seen.extend(s.at.screen().lines().map(str::to_owned));
        s.at.press("PageDown");
    }
    for line in &all {
        assert!(seen.contains(line), "never seen: {line}");
    }
    s.at.press("Down");
    assert!(s.at.cursor().is_some(), "another key goes back to the focus");
}

#[test]
fn up_and_down_go_through_every_field() {
    let (mut s, routes) = office();
    let route = routes.iter().find(|(name, _)| *name == "pe03_new").unwrap().1.clone();
    s.looking(&route, linear());
    s.at.go_to("Documento").press("Down").focus_is("n.").press("Up").focus_is("Documento");
}
