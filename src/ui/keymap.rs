//! Chord to action, by context, and action to the text of its chord.
//!
//! Plain characters are never looked up here: in a form they are text, in a
//! list the shell turns them into [`Action::Letter`]. So no command can fire
//! inside a field.

use super::action::Action;
use super::keys::{Chord, Key};

/// Where a key is pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Context {
    /// A field has the focus: characters are text.
    Form,
    /// A list, a menu, a page to read: characters are letters of actions.
    List,
    /// A question covers the screen.
    Dialog,
}

use Action as A;

/// Everywhere: the first chord of an action is the one the hints show.
const ALWAYS: &[(Chord, Action)] = &[
    (f(1), A::Help),
    (f(2), A::Save),
    (f(3), A::Exit),
    (f(4), A::List),
    (f(5), A::Refresh),
    (f(6), A::New),
    (f(7), A::Prev),
    (f(8), A::Next),
    (f(9), A::Print),
    (f(10), A::Actions),
    (f(11), A::View),
    (f(12), A::Back),
    (Chord::alt('1'), A::Help),
    (Chord::alt('2'), A::Save),
    (Chord::alt('3'), A::Exit),
    (Chord::alt('4'), A::List),
    (Chord::alt('5'), A::Refresh),
    (Chord::alt('6'), A::New),
    (Chord::alt('7'), A::Prev),
    (Chord::alt('8'), A::Next),
    (Chord::alt('9'), A::Print),
    (Chord::plain(Key::Esc), A::Back),
    (Chord::ctrl('s'), A::Save),
    (Chord::ctrl('p'), A::PrintWith),
    (Chord::ctrl('f'), A::Find),
    (Chord::ctrl('g'), A::GoTo),
    (Chord::ctrl('t'), A::Actions),
    (Chord::ctrl('l'), A::Lock),
    (Chord::ctrl('q'), A::Quit),
    (Chord::ctrl('c'), A::Copy),
    (Chord::ctrl('v'), A::PasteHint),
    (Chord::plain(Key::Tab), A::Forward),
    (Chord::shift(Key::Tab), A::Backward),
    (Chord::plain(Key::Enter), A::Enter),
    (Chord::plain(Key::Up), A::Up),
    (Chord::plain(Key::Down), A::Down),
    (Chord::plain(Key::Left), A::Left),
    (Chord::plain(Key::Right), A::Right),
    (Chord::plain(Key::Home), A::Home),
    (Chord::plain(Key::End), A::End),
    (Chord::plain(Key::PageUp), A::PageUp),
    (Chord::plain(Key::PageDown), A::PageDown),
    (Chord::plain(Key::Delete), A::Delete),
    (Chord::plain(Key::Backspace), A::Backspace),
];

/// Where a field, or the one line of a question, takes text.
const FIELD: &[(Chord, Action)] = &[
    (Chord::ctrl('z'), A::Undo),
    (Chord::ctrl('y'), A::Redo),
    (Chord::ctrl('d'), A::Duplicate),
    (Chord::ctrl('k'), A::EraseEnd),
    (Chord::ctrl('u'), A::Clear),
    (Chord { key: Key::Left, ctrl: true, alt: false, shift: false }, A::WordLeft),
    (Chord { key: Key::Right, ctrl: true, alt: false, shift: false }, A::WordRight),
];

const fn f(number: u8) -> Chord {
    Chord::plain(Key::F(number))
}

/// The chords of a context, in the order of the hints.
pub fn chords(context: Context) -> impl Iterator<Item = (Chord, Action)> {
    let extra: &[(Chord, Action)] = match context {
        Context::Form | Context::Dialog => FIELD,
        Context::List => &[],
    };
    ALWAYS.iter().chain(extra).copied()
}

/// What a chord means in this context.
#[must_use]
pub fn action(context: Context, chord: Chord) -> Option<Action> {
    chords(context).find(|(known, _)| *known == chord).map(|(_, action)| action)
}

/// The key to press for an action, as the hints write it: `F2`, `Ctrl+F`, `A`.
/// Empty for an action without a key.
#[must_use]
pub fn hint(action: Action) -> String {
    if let Action::Letter(letter) = action {
        return super::strings::keys::key_name(Key::Char(letter));
    }
    chords(Context::Form)
        .find(|(_, known)| *known == action)
        .map(|(chord, _)| spell(chord))
        .unwrap_or_default()
}

/// Every chord of an action, as the help page writes them.
#[must_use]
pub fn hints(action: Action) -> Vec<String> {
    chords(Context::Form).filter(|(_, known)| *known == action).map(|(chord, _)| spell(chord)).collect()
}

/// A chord in the words of an Italian keyboard.
#[must_use]
pub fn spell(chord: Chord) -> String {
    use super::strings::keys::key_name;
    let mut text = String::new();
    if chord.ctrl {
        text.push_str("Ctrl+");
    }
    if chord.alt {
        text.push_str("Alt+");
    }
    if chord.shift {
        text.push_str(super::strings::keys::SHIFT);
    }
    text.push_str(&key_name(chord.key));
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashMap;

    #[test]
    fn no_two_actions_of_one_context_share_a_chord() {
        for context in [Context::Form, Context::List, Context::Dialog] {
            let mut seen: HashMap<Chord, Action> = HashMap::new();
            for (chord, action) in chords(context) {
                if let Some(other) = seen.insert(chord, action) {
                    panic!("{} is both {other:?} and {action:?} in {context:?}", spell(chord));
                }
            }
        }
    }

    #[test]
    fn the_chords_that_cannot_exist_are_not_used() {
        for (chord, action) in chords(Context::Form) {
            assert!(!(chord.ctrl && chord.alt), "Ctrl+Alt is AltGr: {action:?}");
            if let (true, Key::Char(c)) = (chord.ctrl, chord.key) {
                assert!(!"imjh[ab ".contains(c), "Ctrl+{c} is another byte or a prefix");
            }
            if let (true, Key::Char(c)) = (chord.alt, chord.key) {
                assert!(c.is_ascii_digit(), "Alt and letters belong to menus");
            }
            if matches!(chord.key, Key::F(_)) {
                assert!(!chord.shift && !chord.ctrl && !chord.alt, "only plain function keys");
            }
        }
    }

    #[test]
    fn every_stolen_function_key_has_a_second_way() {
        for action in [A::Help, A::Actions, A::Save, A::Exit, A::Back] {
            assert!(hints(action).len() > 1, "{action:?} has only one way");
        }
    }

    #[test]
    fn hints_are_what_an_italian_keyboard_says() {
        assert_eq!(hint(A::Backward), "Maiusc+Tab");
        assert_eq!(hint(A::Find), "Ctrl+F");
        assert_eq!(hint(A::Enter), "Invio");
        assert_eq!(hint(A::Letter('A')), "A");
        assert_eq!(hint(A::Letter(' ')), "Spazio");
        assert_eq!(hint(A::Do("x")), "");
    }
}
