//! Keys: releases dropped, AltGr and Alt codes made text.

use std::collections::HashSet;

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use crate::app::os::TELLS_RELEASES;
use crate::ui::keys::{Chord, Input, Key};

/// Which keys are down: only Windows says so, and only there it matters.
#[derive(Default)]
pub struct Keyboard {
    down: HashSet<KeyCode>,
}

impl Keyboard {
    /// One key event; `None` when it means nothing to us.
    pub fn translate(&mut self, event: KeyEvent) -> Option<Input> {
        if event.kind == KeyEventKind::Release {
            // Windows sends what Alt+0200 means as a release of a key that
            // never went down: that is text, any other release is nothing.
            let lone = !self.down.remove(&event.code);
            return match event.code {
                KeyCode::Char(c) if lone && !c.is_ascii() => Some(Input::Text(c.to_string())),
                _ => None,
            };
        }
        if TELLS_RELEASES {
            self.down.insert(event.code);
        }
        read(event.code, event.modifiers)
    }
}

fn read(code: KeyCode, modifiers: KeyModifiers) -> Option<Input> {
    let ctrl = modifiers.contains(KeyModifiers::CONTROL);
    let alt = modifiers.contains(KeyModifiers::ALT);
    let shift = modifiers.contains(KeyModifiers::SHIFT);
    let chord = |key| Some(Input::Chord(Chord { key, ctrl, alt, shift }));
    match code {
        // Ctrl+Alt is AltGr on Windows: on an Italian keyboard @ # [ ] { } €.
        KeyCode::Char(c) if ctrl && alt => Some(Input::Text(c.to_string())),
        KeyCode::Char(c) if ctrl || alt => {
            let key = Key::Char(c.to_lowercase().next().unwrap_or(c));
            Some(Input::Chord(Chord { key, ctrl, alt, shift: false }))
        }
        KeyCode::Char(c) => Some(Input::Text(c.to_string())),
        KeyCode::F(number) => chord(Key::F(number)),
        KeyCode::BackTab => Some(Input::Chord(Chord::shift(Key::Tab))),
        KeyCode::Tab => chord(Key::Tab),
        KeyCode::Enter => chord_without_shift(Key::Enter),
        KeyCode::Esc => chord_without_shift(Key::Esc),
        KeyCode::Backspace => chord_without_shift(Key::Backspace),
        KeyCode::Delete => chord_without_shift(Key::Delete),
        KeyCode::Up => chord_without_shift(Key::Up),
        KeyCode::Down => chord_without_shift(Key::Down),
        KeyCode::Left => Some(Input::Chord(Chord { key: Key::Left, ctrl, alt: false, shift: false })),
        KeyCode::Right => Some(Input::Chord(Chord { key: Key::Right, ctrl, alt: false, shift: false })),
        KeyCode::Home => chord_without_shift(Key::Home),
        KeyCode::End => chord_without_shift(Key::End),
        KeyCode::PageUp => chord_without_shift(Key::PageUp),
        KeyCode::PageDown => chord_without_shift(Key::PageDown),
        KeyCode::Insert => chord_without_shift(Key::Insert),
        _ => None,
    }
}

/// Keys whose modifiers many terminals do not tell: they mean the key alone.
fn chord_without_shift(key: Key) -> Option<Input> {
    Some(Input::Chord(Chord::plain(key)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(code: KeyCode, modifiers: KeyModifiers, kind: KeyEventKind) -> KeyEvent {
        KeyEvent::new_with_kind(code, modifiers, kind)
    }

    fn pressed(code: KeyCode, modifiers: KeyModifiers) -> Option<Input> {
        Keyboard::default().translate(event(code, modifiers, KeyEventKind::Press))
    }

    #[test]
    fn characters_are_text_however_they_are_made() {
        let altgr = KeyModifiers::CONTROL | KeyModifiers::ALT;
        for (c, modifiers) in [
            ('a', KeyModifiers::NONE),
            ('A', KeyModifiers::SHIFT),
            ('è', KeyModifiers::NONE),
            ('@', altgr),
            ('€', altgr),
        ] {
            assert_eq!(pressed(KeyCode::Char(c), modifiers), Some(Input::Text(c.to_string())));
        }
    }

    #[test]
    fn chords_are_chords() {
        for (code, modifiers, name) in [
            (KeyCode::Char('s'), KeyModifiers::CONTROL, "Ctrl+S"),
            (KeyCode::Char('3'), KeyModifiers::ALT, "Alt+3"),
            (KeyCode::F(2), KeyModifiers::NONE, "F2"),
            (KeyCode::BackTab, KeyModifiers::SHIFT, "Shift+Tab"),
            (KeyCode::Enter, KeyModifiers::SHIFT, "Enter"),
        ] {
            assert_eq!(pressed(code, modifiers), Chord::named(name).map(Input::Chord), "{name}");
        }
    }

    #[test]
    fn releases_are_nothing_but_an_alt_code_is_text() {
        let mut keyboard = Keyboard::default();
        let release = |code| event(code, KeyModifiers::NONE, KeyEventKind::Release);
        assert_eq!(keyboard.translate(release(KeyCode::Char('a'))), None);
        assert_eq!(keyboard.translate(release(KeyCode::Enter)), None);
        assert_eq!(keyboard.translate(release(KeyCode::Char('È'))), Some(Input::Text("È".to_owned())));
        keyboard.down.insert(KeyCode::Char('è'));
        assert_eq!(keyboard.translate(release(KeyCode::Char('è'))), None, "it went down as a key");
    }

    #[test]
    fn a_key_held_down_repeats() {
        let held = event(KeyCode::Down, KeyModifiers::NONE, KeyEventKind::Repeat);
        assert_eq!(Keyboard::default().translate(held), Chord::named("Down").map(Input::Chord));
    }
}
