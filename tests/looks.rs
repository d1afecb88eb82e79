//! Every screen in every look: signs, labels, and the linear mode (R-ACC-2).

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says so by stopping")]

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

/// The signs every Windows font has (WGL4), as ranges.
const WGL4: &[(u32, u32)] = &[
    (0x20, 0x7E),
    (0xA0, 0x17F),
    (0x192, 0x192),
    (0x1FA, 0x1FF),
    (0x2C6, 0x2C7),
    (0x2C9, 0x2C9),
    (0x2D8, 0x2DD),
    (0x384, 0x38A),
    (0x38C, 0x38C),
    (0x38E, 0x3A1),
    (0x3A3, 0x3CE),
    (0x400, 0x45F),
    (0x490, 0x491),
    (0x1E80, 0x1E85),
    (0x1EF2, 0x1EF3),
    (0x2013, 0x2015),
    (0x2017, 0x201E),
    (0x2020, 0x2022),
    (0x2026, 0x2026),
    (0x2030, 0x2030),
    (0x2032, 0x2033),
    (0x2039, 0x203A),
    (0x203C, 0x203C),
    (0x203E, 0x203E),
    (0x2044, 0x2044),
    (0x207F, 0x207F),
    (0x20A3, 0x20A4),
    (0x20A7, 0x20A7),
    (0x20AC, 0x20AC),
    (0x2105, 0x2105),
    (0x2113, 0x2113),
    (0x2116, 0x2116),
    (0x2122, 0x2122),
    (0x2126, 0x2126),
    (0x212E, 0x212E),
    (0x215B, 0x215E),
    (0x2190, 0x2195),
    (0x21A8, 0x21A8),
    (0x2202, 0x2202),
    (0x2206, 0x2206),
    (0x220F, 0x220F),
    (0x2211, 0x2212),
    (0x2215, 0x2215),
    (0x2219, 0x221A),
    (0x221E, 0x221F),
    (0x2229, 0x2229),
    (0x222B, 0x222B),
    (0x2248, 0x2248),
    (0x2260, 0x2261),
    (0x2264, 0x2265),
    (0x2302, 0x2302),
    (0x2310, 0x2310),
    (0x2320, 0x2321),
    (0x2500, 0x2500),
    (0x2502, 0x2502),
    (0x250C, 0x250C),
    (0x2510, 0x2510),
    (0x2514, 0x2514),
    (0x2518, 0x2518),
    (0x251C, 0x251C),
    (0x2524, 0x2524),
    (0x252C, 0x252C),
    (0x2534, 0x2534),
    (0x253C, 0x253C),
    (0x2550, 0x256C),
    (0x2580, 0x2580),
    (0x2584, 0x2584),
    (0x2588, 0x2588),
    (0x258C, 0x258C),
    (0x2590, 0x2593),
    (0x25A0, 0x25A1),
    (0x25AA, 0x25AC),
    (0x25B2, 0x25B2),
    (0x25BA, 0x25BA),
    (0x25BC, 0x25BC),
    (0x25C4, 0x25C4),
    (0x25CA, 0x25CB),
    (0x25CF, 0x25CF),
    (0x25D8, 0x25D9),
    (0x25E6, 0x25E6),
];

/// Every screen, with the list of acts, the list of its first field and the
/// help over it, at three sizes.
fn every_frame(look: Look, mut seen: impl FnMut(&str, &str)) {
    let (mut s, routes) = office();
    for (name, route) in routes {
        s.looking(&route, look);
        for (width, height) in [(80, 24), (120, 40), (300, 100)] {
            s.at.resize(width, height);
            seen(name, &s.at.screen());
            s.at.press("F10");
            seen(name, &s.at.screen());
            s.at.press("Esc F4");
            seen(name, &s.at.screen());
            s.at.press("Esc");
        }
    }
}

#[test]
fn only_signs_that_every_windows_font_has() {
    every_frame(Look::default(), |name, screen| {
        let strange = screen.chars().find(|c| {
            let c = u32::from(*c);
            c != 0x0A && !WGL4.iter().any(|(from, to)| (*from..=*to).contains(&c))
        });
        assert_eq!(strange, None, "{name}:\n{screen}");
    });
}

#[test]
fn in_ascii_only_letters_have_more_than_ascii() {
    let look = Look { glyphs: sportello::ui::glyphs::ASCII, ..Look::default() };
    every_frame(look, |name, screen| {
        let strange = screen.chars().find(|c| !c.is_ascii() && !c.is_alphabetic());
        assert_eq!(strange, None, "{name}:\n{screen}");
    });
}

#[test]
fn mono_writes_no_colour() {
    use ratatui::style::Color;
    let look = Look { theme: sportello::ui::theme::Theme::Mono, ..Look::default() };
    let (mut s, routes) = office();
    for (name, route) in routes {
        s.looking(&route, look);
        for cell in s.at.buffer().content {
            assert_eq!((cell.fg, cell.bg), (Color::Reset, Color::Reset), "{name}");
        }
    }
}

#[test]
fn every_cell_has_the_style_of_a_role_in_every_theme() {
    for theme in sportello::ui::theme::Theme::ALL {
        let look = Look { theme, ..Look::default() };
        let (mut s, routes) = office();
        for (name, route) in routes {
            s.looking(&route, look);
            let roles = s.at.roles();
            assert!(!roles.contains('?'), "{theme:?} {name}:\n{}\n{roles}", s.at.screen());
        }
    }
}

#[test]
fn f10_goes_through_the_themes() {
    let (mut s, _) = office();
    s.at.press("F10").text("tema").press("Enter").says("[i]", "contrasto");
}

#[test]
fn the_guide_has_six_pages_and_a_search_and_gives_the_field_back() {
    let (mut s, routes) = office();
    let form = routes.iter().find(|(name, _)| *name == "pe03_new").unwrap().1.clone();
    s.again(&form);
    s.at.go_to("Data di nascita").text("31");
    let cursor = s.at.cursor();
    s.at.press("F1").is_on("GU01").sees("[1 Questo campo]").sees("Data di nascita").sees("R-CF-2");
    for (key, sees) in
        [("2", "F2"), ("3", "SEMPRE"), ("4", "R-ADI-1"), ("5", "Centro per l'impiego"), ("6", "Un altro")]
    {
        s.at.press(key).sees(sees);
        insta::assert_snapshot!(format!("gu01_{key}_80"), s.at.screen());
    }
    s.at.press("/").text("omocodia").sees("Due persone con lo stesso codice");
    insta::assert_snapshot!("gu01_search_80", s.at.picture());
    s.at.press("Enter PageDown 1").sees("[1 Questo campo]").press("F1").sees("[3 Tutti i tasti]");
    s.at.resize(120, 40);
    insta::assert_snapshot!("gu01_keys_120", s.at.screen());
    s.at.resize(80, 24).press("Esc").is_on("PE03").focus_is("Data di nascita");
    assert_eq!(s.at.cursor(), cursor, "the same field, the same cursor");
}

#[test]
fn a_message_stays_on_its_line_while_the_guide_is_open() {
    let (mut s, routes) = office();
    let form = routes.iter().find(|(name, _)| *name == "pe03_new").unwrap().1.clone();
    s.again(&form);
    s.at.press("F2").says("[X]", "Manca").press("F1").says("[X]", "Manca").sees("ULTIMO MESSAGGIO");
    s.at.press("/").says("[X]", "Manca").press("Esc Esc").says("[X]", "Manca");
}

#[test]
fn the_label_of_every_field_is_whole_at_every_size() {
    let (mut s, routes) = office();
    let mut fields = 0;
    for (name, route) in routes {
        s.again(&route);
        let first = s.at.focus();
        for _ in 0..60 {
            let focus = s.at.focus();
            if focus.is_empty() {
                break;
            }
            for (width, height) in [(80, 24), (99, 31), (120, 40), (300, 100)] {
                s.at.resize(width, height);
                let screen = s.at.screen();
                assert!(screen.contains(focus), "{name}: {focus} at {width}x{height}:\n{screen}");
            }
            fields += 1;
            s.at.press("Tab");
            if s.at.focus() == first {
                break;
            }
        }
    }
    assert!(fields > 80, "{fields}");
}
