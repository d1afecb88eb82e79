//! Keys of the Windows console: releases dropped, AltGr and Alt codes made
//! text. Compiled for its tests everywhere.

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use crate::ui::keys::{Chord, Input, Key};

/// Signs below 128 that people write as Alt codes (`Alt+64`): the Italian
/// keyboard has them on no key of their own, only with AltGr. Any other ASCII
/// release without its press is noise: the key was pressed in another window,
/// or before the program started.
const BY_ALT_CODE: &str = "@#[]{}~`";

/// Which characters are down.
#[derive(Default)]
pub struct Keyboard {
    down: Vec<char>,
}

impl Keyboard {
    /// One key event; `None` when it means nothing to us.
    pub fn translate(&mut self, event: KeyEvent) -> Option<Input> {
        if let KeyCode::Char(c) = event.code {
            if event.kind == KeyEventKind::Release {
                return self.released(c, event.modifiers);
            }
            if !self.down.contains(&c) {
                self.down.push(c);
            }
        }
        if event.kind == KeyEventKind::Release {
            return None;
        }
        read(event.code, event.modifiers)
    }

    /// What Alt+0200 means comes as a release of a key that never went down:
    /// that is text, any other release is nothing. A key may go up as another
    /// character than it went down: Shift or AltGr went up first.
    fn released(&mut self, c: char, modifiers: KeyModifiers) -> Option<Input> {
        let went_down = self.down.iter().position(|down| *down == c);
        if let Some(place) = went_down.or(self.down.len().checked_sub(1)) {
            self.down.remove(place);
            return None;
        }
        let meant = modifiers.is_empty() && (!c.is_ascii() || BY_ALT_CODE.contains(c));
        meant.then(|| Input::Text(c.to_string()))
    }
}

fn read(code: KeyCode, modifiers: KeyModifiers) -> Option<Input> {
    let ctrl = modifiers.contains(KeyModifiers::CONTROL);
    let alt = modifiers.contains(KeyModifiers::ALT);
    let shift = modifiers.contains(KeyModifiers::SHIFT);
    let plain = |key| Some(Input::Chord(Chord::plain(key)));
    match code {
        // Ctrl+Alt is AltGr on Windows: on an Italian keyboard @ # [ ] { } €.
        KeyCode::Char(c) if ctrl && alt => Some(Input::Text(c.to_string())),
        KeyCode::Char(c) if ctrl || alt => {
            let key = Key::Char(c.to_lowercase().next().unwrap_or(c));
            Some(Input::Chord(Chord { key, ctrl, alt, shift: false }))
        }
        KeyCode::Char(c) => Some(Input::Text(c.to_string())),
        KeyCode::F(number) => Some(Input::Chord(Chord { key: Key::F(number), ctrl, alt, shift })),
        KeyCode::BackTab => Some(Input::Chord(Chord::shift(Key::Tab))),
        KeyCode::Tab => Some(Input::Chord(Chord { shift, ..Chord::plain(Key::Tab) })),
        KeyCode::Left => Some(Input::Chord(Chord { ctrl, ..Chord::plain(Key::Left) })),
        KeyCode::Right => Some(Input::Chord(Chord { ctrl, ..Chord::plain(Key::Right) })),
        // Keys whose modifiers many terminals do not tell mean the key alone.
        KeyCode::Enter => plain(Key::Enter),
        KeyCode::Esc => plain(Key::Esc),
        KeyCode::Backspace => plain(Key::Backspace),
        KeyCode::Delete => plain(Key::Delete),
        KeyCode::Up => plain(Key::Up),
        KeyCode::Down => plain(Key::Down),
        KeyCode::Home => plain(Key::Home),
        KeyCode::End => plain(Key::End),
        KeyCode::PageUp => plain(Key::PageUp),
        KeyCode::PageDown => plain(Key::PageDown),
        KeyCode::Insert => plain(Key::Insert),
        _ => None,
    }
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
        for c in ['È', '@', '{', '~'] {
            assert_eq!(keyboard.translate(release(KeyCode::Char(c))), Some(Input::Text(c.to_string())));
        }
        for c in ['w', '7', ' ', '.', '\'', '-'] {
            assert_eq!(keyboard.translate(release(KeyCode::Char(c))), None, "{c}: pressed in another window");
        }
        let altgr = KeyModifiers::CONTROL | KeyModifiers::ALT;
        let released = event(KeyCode::Char('@'), altgr, KeyEventKind::Release);
        assert_eq!(keyboard.translate(released), None, "AltGr is still held: a key");
        for (down, up) in [('è', 'è'), ('È', 'è'), ('@', 'ò')] {
            keyboard.translate(event(KeyCode::Char(down), KeyModifiers::NONE, KeyEventKind::Press));
            assert_eq!(keyboard.translate(release(KeyCode::Char(up))), None, "it went down as a key");
        }
        assert_eq!(keyboard.translate(release(KeyCode::Char('é'))), Some(Input::Text("é".to_owned())));
    }

    #[test]
    fn a_key_held_down_repeats() {
        let held = event(KeyCode::Down, KeyModifiers::NONE, KeyEventKind::Repeat);
        assert_eq!(Keyboard::default().translate(held), Chord::named("Down").map(Input::Chord));
    }
}
