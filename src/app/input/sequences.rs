//! What each sequence of a terminal means: the tables of `console_codes(4)`,
//! xterm, rxvt and PuTTY put together, where they do not contradict each other.

use crate::ui::keys::{Chord, Input, Key};

/// A key with the modifiers of a sequence: 1 Shift, 2 Alt, 4 Ctrl. Many
/// terminals do not tell them, so most keys mean themselves whatever is held.
pub fn held(key: Key, modifiers: u32) -> Input {
    let (shift, alt, ctrl) = (modifiers & 1 != 0, modifiers & 2 != 0, modifiers & 4 != 0);
    Input::Chord(match key {
        Key::F(_) => Chord { key, ctrl, alt, shift },
        Key::Tab => Chord { shift, ..Chord::plain(key) },
        Key::Left | Key::Right => Chord { ctrl, ..Chord::plain(key) },
        _ => Chord::plain(key),
    })
}

/// Does this answer say that the terminal knows brackets around a paste?
/// `CSI ? 2004 ; 1 $ y`; 0 is "never heard of it", 4 "never on".
pub fn tells_brackets(parameters: &[u8], last: u8) -> bool {
    last == b'y' && matches!(parameters, [b'?', b'2', b'0', b'0', b'4', b';', b'1'..=b'3', b'$'])
}

/// `CSI parameters last`.
pub fn csi(parameters: &[u8], last: u8) -> Option<Input> {
    if !parameters.iter().all(|byte| matches!(byte, b'0'..=b'9' | b';' | b':')) {
        return None; // an answer of the terminal, a mouse report
    }
    let text = std::str::from_utf8(parameters).ok()?;
    let numbers: Vec<u32> = text
        .split(';')
        .map(|part| part.split(':').next().and_then(|part| part.parse().ok()).unwrap_or(0))
        .collect();
    let number = |place: usize| numbers.get(place).copied().unwrap_or(0);
    let modifiers = number(1).saturating_sub(1);
    let key = match last {
        b'A' => Key::Up,
        b'B' => Key::Down,
        b'C' => Key::Right,
        b'D' => Key::Left,
        // rxvt with Shift.
        b'a' => Key::Up,
        b'b' => Key::Down,
        b'c' if parameters.is_empty() => Key::Right,
        b'd' => Key::Left,
        b'H' => Key::Home,
        b'F' => Key::End,
        b'Z' => return Some(Input::Chord(Chord::shift(Key::Tab))),
        // Not R: with numbers it is the place of the cursor.
        b'P' => Key::F(1),
        b'Q' => Key::F(2),
        b'S' => Key::F(4),
        b'I' => return Some(Input::Focus),
        // The rxvt forms of Ctrl and of both end in ^ and @.
        b'~' | b'^' | b'@' => match number(0) {
            1 | 7 => Key::Home,
            2 => Key::Insert,
            3 => Key::Delete,
            4 | 8 => Key::End,
            5 => Key::PageUp,
            6 => Key::PageDown,
            n @ 11..=15 => Key::F(small(n - 10)),
            n @ 17..=21 => Key::F(small(n - 11)),
            n @ 23..=26 => Key::F(small(n - 12)),
            n @ 28..=29 => Key::F(small(n - 15)),
            n @ 31..=34 => Key::F(small(n - 17)),
            27 => return coded(number(2), modifiers),
            _ => return None,
        },
        b'u' => return coded(number(0), modifiers),
        _ => return None,
    };
    Some(held(key, modifiers))
}

/// `SS3 parameters last`: cursor keys and keypad in application mode.
pub fn ss3(parameters: &[u8], last: u8) -> Option<Input> {
    let number: u32 = std::str::from_utf8(parameters).ok()?.rsplit(';').next()?.parse().unwrap_or(1);
    let modifiers = number.saturating_sub(1);
    let key = match last {
        b'A' => Key::Up,
        b'B' => Key::Down,
        b'C' => Key::Right,
        b'D' => Key::Left,
        b'H' => Key::Home,
        b'F' => Key::End,
        b'M' => Key::Enter,
        b'I' => Key::Tab,
        b'P'..=b'S' => Key::F(last - b'P' + 1),
        // PuTTY set to VT100+ goes on with the alphabet, and one beyond.
        b'T'..=b'[' => Key::F(last - b'P' + 1),
        // rxvt with Ctrl.
        b'a' => Key::Up,
        b'b' => Key::Down,
        b'c' => return Some(held(Key::Right, 4)),
        b'd' => return Some(held(Key::Left, 4)),
        // The keypad, in the order of its codes.
        b'j'..=b'y' => {
            let sign = char::from(b"*+,-./0123456789"[usize::from(last - b'j')]);
            return Some(Input::Text(sign.to_string()));
        }
        b' ' => return Some(Input::Text(" ".to_owned())),
        _ => return None,
    };
    Some(held(key, modifiers))
}

/// A key told by the number of its character (`modifyOtherKeys`, `CSI u`): we
/// do not ask for them, a terminal set so sends them all the same.
fn coded(code: u32, modifiers: u32) -> Option<Input> {
    let c = char::from_u32(code)?;
    Some(match c {
        '\r' => held(Key::Enter, modifiers),
        '\t' => held(Key::Tab, modifiers),
        '\x1b' => held(Key::Esc, modifiers),
        '\x08' | '\x7f' => held(Key::Backspace, modifiers),
        _ if c.is_control() => return None,
        _ => character(c, modifiers),
    })
}

/// A character with what is held: text, unless Ctrl or Alt alone make a chord
/// of it. Both together are AltGr on Windows.
pub fn character(c: char, modifiers: u32) -> Input {
    let (shift, alt, ctrl) = (modifiers & 1 != 0, modifiers & 2 != 0, modifiers & 4 != 0);
    if ctrl != alt {
        let key = Key::Char(c.to_lowercase().next().unwrap_or(c));
        return Input::Chord(Chord { key, ctrl, alt, shift: false });
    }
    Input::Text(if shift { c.to_uppercase().collect() } else { c.to_string() })
}

fn small(number: u32) -> u8 {
    u8::try_from(number).unwrap_or(u8::MAX)
}
