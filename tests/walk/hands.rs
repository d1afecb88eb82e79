//! Random hands at every screen: whatever is pressed at whatever size, the
//! program stands and shows where it is.
//!
//! A failure prints the seed and the fewest keys that still show it. The
//! long run is `cargo test --test walk night -- --ignored --nocapture`, with
//! `SPORTELLO_SEED` (where to begin), `SPORTELLO_MINUTES` (for how long) and
//! `SPORTELLO_PLACES` (`dc01,ps02_print`: only where names begin so).

use std::collections::BTreeMap;
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use rand::{Rng, SeedableRng};
use ratatui::buffer::Buffer;
use sportello::app::shell::Outward;
use sportello::app::testing::AtDesk;
use sportello::fault::Fault;
use sportello::ui::chrome::SMALLEST;
use sportello::ui::effect::{Job, Reply};
use sportello::ui::form::spec::Kind;
use sportello::ui::keymap::{Context, spell};
use sportello::ui::keys::{Chord, Input, Key};
use sportello::ui::look::Look;
use sportello::ui::theme::{Role, Theme};

use crate::places::{PLACES, Place};
use crate::seat::Seat;

/// One thing hands do.
#[derive(Clone, PartialEq)]
enum Hand {
    Key(Chord),
    Text(String),
    Paste(String),
    Size(u16, u16),
    /// Nothing, for two seconds.
    Rest,
}

impl fmt::Debug for Hand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Key(chord) => write!(f, "{}", spell(*chord)),
            Self::Text(text) => write!(f, "{text:?}"),
            Self::Paste(text) => write!(f, "paste {text:?}"),
            Self::Size(width, height) => write!(f, "{width}x{height}"),
            Self::Rest => write!(f, "rest"),
        }
    }
}

const CHARS: &[char] = &[
    'a', 'b', 'c', 'd', 'e', 'f', 'g', 'i', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's', 't', 'u', 'v', 'x', 'z',
    '0', '1', '2', '3', '9', ' ', ' ', '/', '.', ',', '\'', '+', '-', '@', '€', 'È', 'à', 'ù', 'é', 'ß', '#',
    '[',
];
const PASTES: &[&str] = &[
    "perché",
    "via Roma 1\nscala B\r\n24100 Bergamo",
    "RSSMRA85T50A794H",
    "31/02/2026",
    "👩\u{200d}👩\u{200d}👧 ffi e\u{301}\u{301} \u{202e}abc",
    "\t\u{1b}[2J\u{7}\0",
    "12.345.678,90",
    "",
];
const MOVES: &[Key] = &[
    Key::Tab,
    Key::Tab,
    Key::Tab,
    Key::Enter,
    Key::Enter,
    Key::Up,
    Key::Down,
    Key::Down,
    Key::Left,
    Key::Right,
    Key::Home,
    Key::End,
    Key::PageUp,
    Key::PageDown,
    Key::Backspace,
    Key::Delete,
    Key::Insert,
];

fn hand(dice: &mut StdRng) -> Hand {
    let key = |key| Hand::Key(Chord::plain(key));
    match dice.random_range(0..100) {
        0..32 => Hand::Text(CHARS.choose(dice).unwrap().to_string()),
        32..35 => Hand::Text((0..dice.random_range(2..30)).map(|_| *CHARS.choose(dice).unwrap()).collect()),
        35..60 => key(*MOVES.choose(dice).unwrap()),
        60..63 => Hand::Key(Chord::shift(Key::Tab)),
        63..78 => key(Key::F(dice.random_range(1..=12))),
        78..83 => Hand::Key(Chord::ctrl(char::from(dice.random_range(b'a'..=b'z')))),
        83..86 => Hand::Key(Chord::alt(char::from(dice.random_range(b'0'..=b'9')))),
        86..90 => match dice.random_range(0..6) {
            0 => Hand::Paste("x".repeat(dice.random_range(0..4000))),
            _ => Hand::Paste((*PASTES.choose(dice).unwrap()).to_owned()),
        },
        90..92 => Hand::Rest,
        92..95 => key(Key::Esc),
        95..97 => Hand::Size(dice.random_range(1..=300), dice.random_range(1..=100)),
        _ => Hand::Size(dice.random_range(80..=130), dice.random_range(24..=42)),
    }
}

fn act(seat: &mut Seat, hand: &Hand) {
    match hand {
        Hand::Key(chord) => seat.at.input(Input::Chord(*chord)),
        Hand::Text(text) => seat.at.input(Input::Text(text.clone())),
        Hand::Paste(text) => seat.at.paste(text),
        Hand::Size(width, height) => seat.at.resize(*width, *height),
        Hand::Rest => seat.at.rest(),
    };
    // Papers are made; no printer, no place to save: both are said.
    let jobs: Vec<Outward> = std::mem::take(&mut seat.at.left);
    for request in jobs {
        match request {
            Outward::Start { job: Job::MakeWords { .. }, .. } => {
                seat.at.left.push(request);
                seat.at.jobs();
            }
            Outward::Start { ticket, .. } => {
                let fault = Fault::outside("La stampante non risponde.");
                seat.at.shell.replied(ticket, Reply::Job(Err(fault)));
            }
            Outward::Rest(_) => seat.at.left.push(request),
            _ => {}
        }
    }
}

fn row(buffer: &Buffer, y: u16) -> String {
    (0..buffer.area.width).map(|x| buffer[(x, y)].symbol()).collect()
}

/// What must hold after every key; the words of what does not.
pub fn wrong(at: &AtDesk) -> Option<String> {
    wrong_in(at, false)
}

/// The same where one thing stands a line: no rows of their own.
fn wrong_in(at: &AtDesk, linear: bool) -> Option<String> {
    let Some(top) = at.shell.top() else { return Some("no screen is open".into()) };
    let (buffer, cursor) = at.shown();
    if at.shown() != (buffer.clone(), cursor) {
        return Some("drawing twice gives two pictures".into());
    }
    let (width, height) = at.size();
    if buffer.content().iter().all(|cell| cell.symbol() == " ") {
        return Some("the display is blank".into());
    }
    if cursor.is_some_and(|(x, y)| x >= width || y >= height) {
        return Some(format!("the cursor is at {cursor:?} of {width}x{height}"));
    }
    if width < SMALLEST.0 || height < SMALLEST.1 || linear {
        return None;
    }
    if !row(&buffer, 0).contains(&format!("{} {}", top.code(), top.title())) {
        return Some("code and title are not on the first row".into());
    }
    if row(&buffer, height - 2).trim().is_empty() && row(&buffer, height - 1).trim().is_empty() {
        return Some("no keys are shown".into());
    }
    let said = row(&buffer, height - 3);
    if let Some(notice) = at.shell.notice()
        && !said.trim_start().starts_with(notice.sign.mark())
    {
        return Some(format!("{notice:?} is not on the message line: {said}"));
    }
    if let Some(person) = at.shell.person().filter(|_| top.code() != "AC00") {
        let first: String = person.name.chars().take(12).collect();
        if !row(&buffer, 1).contains(first.trim_end()) {
            return Some(format!("the band does not say {first}: {}", row(&buffer, 1)));
        }
    }
    let form = top.form().filter(|form| form.focus().is_some());
    let form = form.filter(|_| top.context() == Context::Form && !at.shell.asks())?;
    let Some((x, y)) = cursor else { return Some(format!("no cursor for {:?}", form.focus())) };
    if y < 3 || y >= height - 4 {
        return Some(format!("the cursor is at {x},{y}, outside the body"));
    }
    let inline = matches!(form.focused_spec().map(|s| s.kind), Some(Kind::Choice { inline: true, .. }));
    if form.has_popup() || inline {
        return None;
    }
    let style = buffer[(x, y)].style();
    // The hands may have changed the theme under F10.
    let shown = Theme::ALL.iter().map(|theme| theme.style(Role::Focus)).any(|focus| {
        style.add_modifier == focus.add_modifier
            && style.fg.unwrap_or_default() == focus.fg.unwrap_or_default()
            && style.bg.unwrap_or_default() == focus.bg.unwrap_or_default()
    });
    (!shown).then(|| format!("{:?} has the focus and no field is seen at {x},{y}", form.focus()))
}

/// Where hands came: keys by the code of the screen, and by the first field of
/// the form that took them.
type Seen = BTreeMap<String, usize>;

fn see(at: &AtDesk, seen: &mut Seen) {
    let Some(top) = at.shell.top() else { return };
    let mut count = |name: String| *seen.entry(name).or_default() += 1;
    count(top.code().to_owned());
    let first = top.form().and_then(|form| form.specs().next());
    if let Some(first) = first {
        count(format!("{} {}", top.code(), first.name));
    }
}

/// Plays hands at a place; the hand that went wrong, and how.
fn play(place: &Place, hands: &[Hand], linear: bool, seen: &mut Seen) -> Result<usize, (usize, String)> {
    let open = || {
        let mut seat = place.open();
        seat.at.look(Look { linear, ..Look::default() });
        seat
    };
    let mut seat = open();
    for (n, hand) in hands.iter().enumerate() {
        // Hands that locked the desk would stand at the door for the rest of the round.
        if seat.at.shell.top().is_some_and(|top| top.code() == "AC00") && place.code() != "AC00" {
            seat = open();
        }
        let done = catch_unwind(AssertUnwindSafe(|| {
            act(&mut seat, hand);
            see(&seat.at, seen);
            wrong_in(&seat.at, linear)
        }));
        match done {
            Ok(None) => {}
            Ok(Some(wrong)) => return Err((n, format!("{wrong}\n{}", seat.at.screen()))),
            Err(panic) => {
                let text = panic.downcast_ref::<String>().cloned();
                let text = text.or_else(|| panic.downcast_ref::<&str>().map(|&text| text.to_owned()));
                return Err((n, format!("panic: {}", text.unwrap_or_default())));
            }
        }
    }
    Ok(hands.len())
}

/// The fewest hands that still go wrong.
fn fewest(place: &Place, mut hands: Vec<Hand>, linear: bool, until: Instant) -> Vec<Hand> {
    let mut chunk = hands.len() / 2;
    while chunk > 0 {
        let mut start = 0;
        while start < hands.len() && Instant::now() < until {
            let mut fewer = hands.clone();
            fewer.drain(start..(start + chunk).min(hands.len()));
            match play(place, &fewer, linear, &mut Seen::new()) {
                Err((n, _)) => {
                    fewer.truncate(n + 1);
                    hands = fewer;
                }
                Ok(_) => start += chunk,
            }
        }
        chunk /= 2;
    }
    hands
}

/// `count` hands of this seed at a place; the report of what went wrong.
fn round(place: &Place, seed: u64, count: usize, seen: &mut Seen) -> Result<usize, String> {
    // Not the same hands at every place.
    let own = place.name.bytes().fold(seed, |own, byte| own.wrapping_mul(31).wrapping_add(u64::from(byte)));
    let mut dice = StdRng::seed_from_u64(own);
    let mut hands = vec![Hand::Size(dice.random_range(80..=130), dice.random_range(24..=42))];
    hands.extend((1..count).map(|_| hand(&mut dice)));
    // One in five is for who listens to the screen.
    let linear = seed % 5 == 4;
    play(place, &hands, linear, seen).map_err(|(n, wrong)| {
        hands.truncate(n + 1);
        let hands = fewest(place, hands, linear, Instant::now() + Duration::from_secs(60));
        let last = play(place, &hands, linear, &mut Seen::new()).err().map_or(wrong, |(_, wrong)| wrong);
        format!("{} seed {seed} linear {linear}: {hands:?}\n{last}", place.name)
    })
}

/// Keys played at each screen, divided among its places; the night plays more.
const KEYS_A_SCREEN: usize = 100;

#[test]
fn random_hands_at_every_screen() {
    let mut wrong = Vec::new();
    let (mut keys, mut seen) = (0, Seen::new());
    for (n, place) in PLACES.iter().enumerate() {
        let of_screen = PLACES.iter().filter(|other| other.code() == place.code()).count();
        match round(place, n as u64, KEYS_A_SCREEN.div_ceil(of_screen), &mut seen) {
            Ok(played) => keys += played,
            Err(why) => wrong.push(why),
        }
    }
    println!("{keys} keys, {KEYS_A_SCREEN} and more at every screen");
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
#[ignore = "twenty minutes: SPORTELLO_SEED and SPORTELLO_MINUTES say from where and for how long"]
fn night_of_random_hands() {
    let number = |name: &str, usual| std::env::var(name).ok().and_then(|n| n.parse().ok()).unwrap_or(usual);
    let (first, minutes): (u64, u64) = (number("SPORTELLO_SEED", 1000), number("SPORTELLO_MINUTES", 20));
    let end = Instant::now() + Duration::from_secs(60 * minutes);
    let only = std::env::var("SPORTELLO_PLACES").unwrap_or_default();
    let mut places: Vec<&Place> = PLACES.iter().collect();
    places.retain(|place| only.split(',').any(|start| place.name.starts_with(start.trim())));
    assert!(!places.is_empty(), "no place begins with {only}");
    let (mut rounds, mut keys, mut wrong, mut seen) = (0_u64, 0, Vec::new(), Seen::new());
    // A short night does not see all places: another seed begins at another one.
    let start = usize::try_from(first % 1000).unwrap() * 7 % places.len();
    places.rotate_left(start);
    'night: for seed in first.. {
        for place in &places {
            if Instant::now() >= end {
                println!("seeds {first}..={seed}, {rounds} rounds, {keys} keys, {} wrong", wrong.len());
                println!("{seen:?}");
                break 'night;
            }
            match round(place, seed, 500, &mut seen) {
                Ok(played) => keys += played,
                Err(why) => {
                    println!("{why}\n");
                    wrong.push(format!("{} seed {seed}", place.name));
                }
            }
            rounds += 1;
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
