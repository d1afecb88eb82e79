//! The form engine under any hands: what is typed is what is read, the cursor
//! and the focus are always somewhere, nothing is lost without a word.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says so by stopping")]

use chrono::NaiveDate;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use sportello::ui::action::Action;
use sportello::ui::effect::Sign;
use sportello::ui::form::{
    Form, FormOutcome, Item, Source, Spec, Values, area, birth, choice, code, date, lookup, money, number,
    radio, read, text, tick, time,
};
use sportello::ui::keys::Text;
use sportello::ui::look::Look;

const CHANNELS: &[(&str, &str)] =
    &[("desk", "allo sportello"), ("inps", "domanda INPS"), ("online", "in rete")];

fn places(_: &Values) -> Vec<Item> {
    vec![
        Item::coded("D969", "GENOVA"),
        Item::coded("A794", "BERGAMO"),
        Item::coded("L219", "TORINO"),
        Item::coded("L220", "TORINO DI SANGRO"),
    ]
}

fn spec() -> Spec {
    Spec::new()
        .page("Dati")
        .row([code("code", "Codice", 16).need()])
        .row([text("text", "Testo")])
        .row([birth("birth", "Nascita"), date("date", "Data")])
        .row([choice("choice", "Scelta", Source::Fixed(CHANNELS))])
        .row([lookup("lookup", "Elenco", Source::Of(places))])
        .row([lookup("free", "Libero", Source::Of(places)).free()])
        .row([tick("tick", "spunta"), money("money", "importo").show(|v| v.on("tick"))])
        .page("Altro")
        .row([radio("radio", "Livello", &[("none", "nessuno"), ("base", "base")])])
        .row([time("time", "Ora"), number("number", "Numero", 4)])
        .row([area("area", "Nota", 3).limit(400)])
        .row([text("off", "Spento")])
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

fn form() -> Form {
    let mut form = Form::new(spec(), today());
    form.enable("off", false);
    form.accept();
    form
}

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig {
        rng_seed: RngSeed::Fixed(20_261_123),
        failure_persistence: None,
        ..ProptestConfig::with_cases(cases)
    }
}

/// Characters as the eye sees them that do not melt into each other.
const UNITS: [&str; 22] = [
    "a",
    "È",
    "e\u{301}",
    "ñ",
    "ß",
    "€",
    "@",
    "'",
    " ",
    "7",
    "日",
    "👩‍👧",
    "🇮🇹",
    "ש",
    "م",
    "-",
    "/",
    ".",
    ",",
    "X",
    "o\u{308}\u{304}",
    "\u{1F468}\u{200D}\u{1F373}",
];

#[derive(Clone, Debug)]
enum Hand {
    Type(&'static str),
    Paste(Vec<&'static str>),
    Left,
    Right,
    Home,
    End,
    Backspace,
    Delete,
    EraseEnd,
    Clear,
}

fn unit() -> impl Strategy<Value = &'static str> {
    proptest::sample::select(UNITS.to_vec())
}

fn hand() -> impl Strategy<Value = Hand> {
    prop_oneof![
        8 => unit().prop_map(Hand::Type),
        2 => proptest::collection::vec(unit(), 1..12).prop_map(Hand::Paste),
        2 => Just(Hand::Left),
        1 => Just(Hand::Right),
        1 => Just(Hand::Home),
        1 => Just(Hand::End),
        2 => Just(Hand::Backspace),
        1 => Just(Hand::Delete),
        1 => Just(Hand::EraseEnd),
        1 => Just(Hand::Clear),
    ]
}

/// The plainest editor there is: a row of characters and a place in it.
#[derive(Default)]
struct Plain {
    row: Vec<&'static str>,
    at: usize,
}

impl Plain {
    /// Does one thing; true when the text changed.
    fn hand(&mut self, hand: &Hand, limit: usize) -> bool {
        let before = self.row.clone();
        match hand {
            Hand::Type(unit) => self.write(&[unit], limit),
            Hand::Paste(units) => self.write(units, limit),
            Hand::Left => self.at = self.at.saturating_sub(1),
            Hand::Right => self.at = (self.at + 1).min(self.row.len()),
            Hand::Home => self.at = 0,
            Hand::End => self.at = self.row.len(),
            Hand::Backspace if self.at > 0 => {
                self.at -= 1;
                self.row.remove(self.at);
            }
            Hand::Backspace => {}
            Hand::Delete if self.at < self.row.len() => drop(self.row.remove(self.at)),
            Hand::Delete => {}
            Hand::EraseEnd => self.row.truncate(self.at),
            Hand::Clear => *self = Self::default(),
        }
        self.row != before
    }

    fn write(&mut self, units: &[&'static str], limit: usize) {
        for unit in units.iter().take(limit.saturating_sub(self.row.len())) {
            self.row.insert(self.at, unit);
            self.at += 1;
        }
    }
}

fn held(form: &Form, name: &str) -> String {
    form.values().raw(name).to_owned()
}

fn do_hand(form: &mut Form, hand: &Hand) {
    match hand {
        Hand::Type(unit) => form.text(&Text::typed(*unit)),
        Hand::Paste(units) => form.text(&Text::pasted(units.concat())),
        Hand::Left => form.act(Action::Left),
        Hand::Right => form.act(Action::Right),
        Hand::Home => form.act(Action::Home),
        Hand::End => form.act(Action::End),
        Hand::Backspace => form.act(Action::Backspace),
        Hand::Delete => form.act(Action::Delete),
        Hand::EraseEnd => form.act(Action::EraseEnd),
        Hand::Clear => form.act(Action::Clear),
    };
}

proptest! {
    #![proptest_config(config(300))]

    /// A text and a note, written by any hands, are what a plain row of
    /// characters is; undo goes back to the first, redo to the last.
    #[test]
    fn texts_are_what_was_written(hands in proptest::collection::vec(hand(), 0..80), note in any::<bool>()) {
        let (name, limit) = if note { ("area", 400) } else { ("text", 120) };
        let mut form = form();
        form.put(name, "");
        form.focus_on(name);
        let mut plain = Plain::default();
        let mut steps = vec![String::new()];
        for hand in &hands {
            do_hand(&mut form, hand);
            if plain.hand(hand, limit) {
                steps.push(plain.row.concat());
            }
            prop_assert_eq!(held(&form, name), plain.row.concat());
        }
        // A word typed in one go is one step: fewer steps, each a text that was there, none twice.
        let mut undone = Vec::new();
        let mut at = steps.len() - 1;
        while at > 0 {
            form.act(Action::Undo);
            let back = steps[..at].iter().rposition(|step| *step == held(&form, name));
            prop_assert!(back.is_some(), "{:?} was never there before step {at}", held(&form, name));
            undone.push(steps[at].clone());
            at = back.unwrap_or_default();
        }
        form.act(Action::Undo);
        prop_assert_eq!(held(&form, name), String::new(), "nothing before the first");
        // Leaving and coming back forgets no step.
        form.act(Action::Forward);
        form.focus_on(name);
        for step in undone.iter().rev() {
            form.act(Action::Redo);
            prop_assert_eq!(&held(&form, name), step);
        }
    }

    /// Whatever is typed or pasted in a field of each kind is read as its
    /// manner says, or kept as it is with a reason.
    #[test]
    fn each_kind_reads_what_is_written(
        units in proptest::collection::vec(unit(), 0..24),
        digits in "[0-9+./: ,-]{0,10}",
        word in "(gen|tor|sangro|berg|domanda inps|x|oggi|ieri|\\+7|-3|torino)",
        pasted in any::<bool>(),
        which in 0..3,
    ) {
        let typed = match which { 0 => units.concat(), 1 => digits, _ => word };
        for name in ["code", "text", "birth", "date", "choice", "lookup", "free", "time", "number", "area"] {
            let mut form = form();
            form.moves_on = false;
            form.focus_on(name);
            if pasted {
                form.text(&Text::pasted(typed.clone()));
            } else {
                form.text(&Text::typed(typed.clone()));
            }
            let told = form.take_notice();
            form.act(Action::Backward);
            let why = form.take_notice();
            let values = form.values();
            let raw = values.raw(name);
            let whole = told.is_none();
            match name {
                "text" | "free" if whole && raw == typed => {}
                "area" if whole => prop_assert_eq!(raw, typed.clone()),
                "code" if whole => {
                    let letters: String = typed.to_uppercase().chars().filter(|c| c.is_alphanumeric()).collect();
                    prop_assert_eq!(raw, letters);
                }
                "birth" | "date" if whole => {
                    let day = read::date(&typed, today(), name == "birth");
                    match day {
                        Ok(day) => prop_assert_eq!(raw, read::show_date(day)),
                        Err(_) => prop_assert_eq!(raw.trim(), typed.trim()),
                    }
                    if !typed.trim().is_empty() {
                        prop_assert_eq!(why.is_some_and(|n| n.sign == Sign::No), day.is_err(), "{}", typed);
                    }
                }
                "time" if whole => prop_assert!(values.time(name).is_some() || why.is_some() || typed.trim().is_empty()),
                "number" if whole => prop_assert!(values.number(name).is_some() || why.is_some() || typed.trim().is_empty()),
                "lookup" | "free" => {
                    let known = ["D969", "A794", "L219", "L220"].contains(&raw);
                    let kept = raw.trim() == typed.trim() || !whole;
                    prop_assert!(known || kept, "{name}: {typed} became {raw}");
                    if name == "lookup" && !known && !raw.trim().is_empty() {
                        prop_assert!(why.is_some_and(|n| n.sign == Sign::No), "{typed}");
                    }
                }
                "choice" => prop_assert!(["", "desk", "inps", "online"].contains(&raw)),
                _ => prop_assert!(!whole, "{name}: {typed} became {raw} without a word"),
            }
        }
    }
}

#[derive(Clone, Debug)]
enum Any {
    Act(Action),
    Type(String),
    Paste(String),
    Put(&'static str, String),
}

fn any_hand() -> impl Strategy<Value = Any> {
    use Action as A;
    let acts = vec![
        A::Forward,
        A::Backward,
        A::Enter,
        A::Up,
        A::Down,
        A::Left,
        A::Right,
        A::Home,
        A::End,
        A::PageUp,
        A::PageDown,
        A::Prev,
        A::Next,
        A::List,
        A::Back,
        A::Undo,
        A::Redo,
        A::Duplicate,
        A::EraseEnd,
        A::Clear,
        A::Backspace,
        A::Delete,
        A::WordLeft,
        A::WordRight,
        A::Save,
        A::Copy,
    ];
    prop_oneof![
        6 => proptest::sample::select(acts).prop_map(Any::Act),
        3 => "[a-z0-9 /.,xXèÈ€@#\u{300}-]{1,8}".prop_map(Any::Type),
        2 => "(.|\n|\r|\t|\0|\u{202e}|👩‍👧|日本|שלום|e\u{301}){0,60}".prop_map(Any::Paste),
        1 => proptest::sample::select(vec!["tick", "choice", "date", "text", "off"])
            .prop_flat_map(|name| "(x|inps|[0-9/]{0,10})".prop_map(move |raw| Any::Put(name, raw))),
    ]
}

proptest! {
    #![proptest_config(config(200))]

    /// Any hands, any size: the focus on a field that is seen and on, the
    /// cursor inside, the draft puts back the same form.
    #[test]
    fn the_focus_and_the_cursor_are_always_somewhere(
        hands in proptest::collection::vec(any_hand(), 0..50),
        width in 1u16..200,
        height in 1u16..60,
    ) {
        let mut form = form();
        let look = Look::default();
        let mut screen = Terminal::new(TestBackend::new(width, height)).unwrap();
        for hand in hands {
            match hand {
                Any::Act(action) => drop(form.act(action)),
                Any::Type(text) => drop(form.text(&Text::typed(text))),
                Any::Paste(text) => drop(form.text(&Text::pasted(text))),
                Any::Put(name, raw) => form.put(name, &raw),
            }
            let focus = form.focus().expect("something has the focus");
            prop_assert!(focus != "off");
            prop_assert!(focus != "money" || form.values().on("tick"), "a hidden field has the keys");
            screen.draw(|frame| form.draw(frame, frame.area(), &look)).unwrap();
            let at = screen.backend().cursor_position();
            prop_assert!(at.x < width && at.y < height);
            if width >= 40 && height >= 6 {
                prop_assert!(screen.backend().cursor_visible(), "the real cursor is in the field");
            }
        }
        let draft = form.draft();
        let mut other = Form::new(spec(), today());
        other.restore(&draft);
        for (name, raw) in &draft {
            // A day half typed may read as a day: then it comes back in full.
            let same = &other.draft()[name] == raw || matches!(name.as_str(), "birth" | "date" | "time" | "money");
            prop_assert!(same, "{name}: {raw} came back as {}", other.draft()[name]);
        }
        let again = other.draft();
        let mut third = Form::new(spec(), today());
        third.restore(&again);
        prop_assert_eq!(third.draft(), again);
    }
}

#[test]
fn kilobytes_are_cut_with_a_word() {
    let long = "è una riga lunga\r\n".repeat(4096);
    assert!(long.len() > 64 * 1024);
    for (name, kept) in [("text", 120), ("area", 400), ("free", 120)] {
        let mut form = form();
        form.focus_on(name);
        let start = std::time::Instant::now();
        assert_eq!(form.text(&Text::pasted(long.clone())), FormOutcome::Changed(name));
        let told = form.take_notice().unwrap();
        assert_eq!(told.sign, Sign::Warn);
        assert!(
            told.text.contains("Non c'è posto per tutto") && told.text.contains(&kept.to_string()),
            "{told:?}"
        );
        assert_eq!(form.values().raw(name).chars().count(), kept);
        assert!(start.elapsed().as_secs() < 5);
    }
    // A number, a day or a code cut short would be another one.
    for name in ["number", "date", "birth", "time", "code"] {
        let mut form = form();
        form.focus_on(name);
        assert_eq!(form.text(&Text::pasted("12345678901234567890")), FormOutcome::Used);
        assert!(form.take_notice().unwrap().text.contains("Non è entrato niente"), "{name}");
        assert_eq!(form.values().raw(name), "");
    }
}

#[test]
fn what_is_taken_out_is_said() {
    let mut form = form();
    form.focus_on("text");
    form.text(&Text::pasted("D'Angelo\0\u{7}\u{202e}"));
    assert_eq!(form.values().raw("text"), "D'Angelo");
    assert!(form.take_notice().unwrap().text.contains("Tolti 3 caratteri di controllo"));
    form.focus_on("code");
    form.text(&Text::pasted("RSS MRA-85€"));
    assert_eq!(form.values().raw("code"), "RSSMRA85");
    assert!(form.take_notice().unwrap().text.contains("solo lettere e cifre"));
    form.focus_on("number");
    form.text(&Text::pasted("-5"));
    form.act(Action::Forward);
    assert_eq!(form.values().raw("number"), "-5", "a sign is never lost");
    assert_eq!(form.values().number("number"), None);
    assert!(form.take_notice().unwrap().text.contains("numero intero"));
    form.focus_on("tick");
    form.text(&Text::typed("s"));
    assert!(form.take_notice().unwrap().text.contains("Spazio o X"));
}

#[test]
fn a_text_that_means_more_items_opens_the_list_on_the_way() {
    let mut form = form();
    form.focus_on("lookup");
    form.text(&Text::typed("tor"));
    assert_eq!(form.act(Action::Forward), FormOutcome::Used);
    assert!(form.has_popup());
    assert_eq!(form.take_notice().unwrap().sign, Sign::Ask);
    form.act(Action::Down);
    assert_eq!(form.act(Action::Enter), FormOutcome::Left("lookup"));
    assert_eq!((form.values().raw("lookup"), form.focus()), ("L220", Some("free")));
    form.focus_on("free");
    form.text(&Text::typed("tor"));
    form.act(Action::Forward);
    assert!(!form.has_popup(), "a text of its own may stay");
    assert_eq!(form.values().raw("free"), "tor");
}

#[test]
fn what_is_copied_is_what_is_seen() {
    let mut form = form();
    form.focus_on("choice");
    form.put("choice", "inps");
    assert_eq!(form.copied().as_deref(), Some("domanda INPS"));
    form.put("lookup", "D969");
    form.focus_on("lookup");
    assert_eq!(form.copied().as_deref(), Some("D969"));
    let spec = Spec::new().row([sportello::ui::form::secret("password", "Parola d'ordine")]);
    let mut door = Form::new(spec, today());
    door.text(&Text::typed("segreta"));
    assert_eq!(door.copied(), None, "a password never reaches the clipboard");
}
