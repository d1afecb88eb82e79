//! Bytes of a terminal to keys, by the grammar of ECMA-48: what is not a key
//! of ours is swallowed whole, so no half of a sequence lands in a field.

#[cfg(test)]
mod tests;

use std::time::Duration;

use super::sequences;
use crate::ui::keys::{Chord, Input, Key};

/// How long Esc waits to be the beginning of a sequence.
const AFTER_ESCAPE: Duration = Duration::from_millis(50);
/// How long an unfinished sequence waits for its end.
const UNFINISHED: Duration = Duration::from_millis(100);
/// How long an unfinished paste waits: a slow line may stand still in it.
const UNFINISHED_PASTE: Duration = Duration::from_secs(1);
/// Bytes of a paste that are kept.
const LONGEST_PASTE: usize = 1 << 20;
/// Bytes of a sequence before it is no sequence of any terminal.
const LONGEST_SEQUENCE: usize = 64;
/// Ends a paste.
const PASTE_END: &[u8] = b"\x1b[201~";

/// Where in the grammar the next byte falls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Ground,
    Utf8,
    Escape,
    Csi,
    /// `ESC [ [`: function keys of the Linux console.
    Console,
    Ss3,
    /// The three bytes of an old mouse report, so many to come.
    Mouse(u8),
    /// A text the terminal answers (its name, a colour), to be swallowed.
    Answer,
    Paste,
}

/// Reads what a terminal sends.
pub struct Parser {
    state: State,
    /// What the state has gathered.
    bytes: Vec<u8>,
    inputs: Vec<Input>,
    after_return: bool,
    brackets: bool,
}

impl Default for Parser {
    fn default() -> Self {
        Self {
            state: State::Ground,
            bytes: Vec::new(),
            inputs: Vec::new(),
            after_return: false,
            brackets: false,
        }
    }
}

impl Parser {
    /// The keys in these bytes. A sequence may go on in the next bytes.
    pub fn feed(&mut self, bytes: &[u8]) -> Vec<Input> {
        for byte in bytes {
            self.byte(*byte);
        }
        self.after_return = false;
        std::mem::take(&mut self.inputs)
    }

    /// How long to wait for the rest of what has begun; `None` when nothing
    /// has.
    pub fn patience(&self) -> Option<Duration> {
        match self.state {
            State::Ground => None,
            State::Escape => Some(AFTER_ESCAPE),
            State::Paste => Some(UNFINISHED_PASTE),
            _ => Some(UNFINISHED),
        }
    }

    /// The rest did not come: Esc was the key, a paste lost its end, anything
    /// else is no key.
    pub fn give_up(&mut self) -> Vec<Input> {
        match self.state {
            State::Escape => self.key(Key::Esc),
            State::Paste => self.pasted(),
            _ => {}
        }
        self.begin(State::Ground);
        std::mem::take(&mut self.inputs)
    }

    /// Does the terminal put brackets around a paste? It said so, or did it.
    pub fn brackets(&self) -> bool {
        self.brackets
    }

    fn begin(&mut self, state: State) {
        self.state = state;
        self.bytes.clear();
    }

    fn key(&mut self, key: Key) {
        self.inputs.push(Input::Chord(Chord::plain(key)));
    }

    fn byte(&mut self, byte: u8) {
        match self.state {
            State::Ground => self.ground(byte),
            State::Utf8 => self.utf8(byte),
            State::Escape => self.escape(byte),
            State::Csi => self.csi(byte),
            State::Console => {
                self.begin(State::Ground);
                match byte {
                    b'A'..=b'E' => self.key(Key::F(byte - b'A' + 1)),
                    0x20..=0x7e => {}
                    _ => self.ground(byte),
                }
            }
            State::Ss3 => self.ss3(byte),
            State::Mouse(left) => match byte {
                0x1b => self.begin(State::Escape),
                _ if left > 1 => self.state = State::Mouse(left - 1),
                _ => self.begin(State::Ground),
            },
            State::Answer => match byte {
                // BEL, CAN, SUB end it; ESC begins its end, or something new.
                0x07 | 0x18 | 0x1a => self.begin(State::Ground),
                0x1b => self.begin(State::Escape),
                _ => {}
            },
            State::Paste => {
                self.bytes.push(byte);
                if self.bytes.ends_with(PASTE_END) {
                    self.bytes.truncate(self.bytes.len() - PASTE_END.len());
                    self.pasted();
                    self.begin(State::Ground);
                } else if self.bytes.len() > LONGEST_PASTE + PASTE_END.len() {
                    self.bytes.remove(LONGEST_PASTE);
                }
            }
        }
    }

    fn ground(&mut self, byte: u8) {
        let after_return = std::mem::take(&mut self.after_return);
        match byte {
            0x1b => self.begin(State::Escape),
            b'\r' => {
                self.after_return = true;
                self.key(Key::Enter);
            }
            // Enter may send both; alone it is what some pastes have.
            b'\n' if after_return => {}
            b'\n' => self.key(Key::Enter),
            b'\t' => self.key(Key::Tab),
            // Ctrl+H is this byte too, and no chord of ours.
            0x08 | 0x7f => self.key(Key::Backspace),
            0x01..=0x1a => self.inputs.push(Input::Chord(Chord::ctrl(char::from(byte + 0x60)))),
            0x20..=0x7e => self.text(char::from(byte)),
            0xc2..=0xf4 => {
                self.begin(State::Utf8);
                self.bytes.push(byte);
            }
            // NUL, Ctrl with a digit, bytes that begin no character.
            _ => {}
        }
    }

    fn text(&mut self, c: char) {
        if !c.is_control() {
            self.inputs.push(Input::Text(c.to_string()));
        }
    }

    fn utf8(&mut self, byte: u8) {
        if !(0x80..=0xbf).contains(&byte) {
            // The character broke off; what comes now is whole.
            self.begin(State::Ground);
            return self.ground(byte);
        }
        self.bytes.push(byte);
        let length = match self.bytes[0] {
            ..0xe0 => 2,
            0xe0..0xf0 => 3,
            0xf0.. => 4,
        };
        if self.bytes.len() == length {
            let c = std::str::from_utf8(&self.bytes).ok().and_then(|text| text.chars().next());
            self.begin(State::Ground);
            if let Some(c) = c {
                self.text(c);
            }
        }
    }

    fn escape(&mut self, byte: u8) {
        match byte {
            b'[' => self.begin(State::Csi),
            b'O' => self.begin(State::Ss3),
            b']' | b'P' | b'X' | b'^' | b'_' => self.begin(State::Answer),
            // Esc held down, or before a sequence.
            0x1b => self.key(Key::Esc),
            b'\\' => self.begin(State::Ground),
            0x20..=0x7e => {
                self.begin(State::Ground);
                let key = Key::Char(char::from(byte).to_ascii_lowercase());
                self.inputs.push(Input::Chord(Chord { alt: true, ..Chord::plain(key) }));
            }
            // No chord of ours has Alt and one of these: the key alone.
            _ => {
                self.begin(State::Ground);
                self.ground(byte);
            }
        }
    }

    /// A byte that fits no sequence ends it: the byte is a key of its own.
    fn broken_off(&mut self, byte: u8) {
        self.begin(State::Ground);
        if byte != 0x18 && byte != 0x1a {
            self.ground(byte);
        }
    }

    fn csi(&mut self, byte: u8) {
        match byte {
            b'[' if self.bytes.is_empty() => self.begin(State::Console),
            0x20..=0x3f => {
                if self.bytes.len() <= LONGEST_SEQUENCE {
                    self.bytes.push(byte);
                }
            }
            b'M' if self.bytes.is_empty() => self.begin(State::Mouse(3)),
            b'~' if self.bytes == b"200" => {
                self.brackets = true;
                self.begin(State::Paste);
            }
            0x40..=0x7e => {
                if sequences::tells_brackets(&self.bytes, byte) {
                    self.brackets = true;
                }
                if self.bytes.len() <= LONGEST_SEQUENCE {
                    self.inputs.extend(sequences::csi(&self.bytes, byte));
                }
                self.begin(State::Ground);
            }
            _ => self.broken_off(byte),
        }
    }

    fn ss3(&mut self, byte: u8) {
        match byte {
            b'0'..=b'9' | b';' if self.bytes.len() < 8 => self.bytes.push(byte),
            0x20..=0x7e => {
                self.inputs.extend(sequences::ss3(&self.bytes, byte));
                self.begin(State::Ground);
            }
            _ => self.broken_off(byte),
        }
    }

    fn pasted(&mut self) {
        self.bytes.truncate(LONGEST_PASTE);
        let text: String = self.bytes.utf8_chunks().map(|chunk| chunk.valid()).collect();
        if !text.is_empty() {
            self.inputs.push(Input::Paste(text.replace("\r\n", "\n").replace('\r', "\n")));
        }
    }
}
