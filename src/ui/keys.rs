//! What the hands did, in our own words: no terminal library beyond this point.

/// One thing that came from the keyboard or from the terminal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A key that is not text, or text with Ctrl or Alt.
    Chord(Chord),
    /// Characters typed one after the other.
    Text(String),
    /// Characters that arrived as one paste; line ends are `\n`.
    Paste(String),
    /// The terminal has a new size; the next frame is drawn whole.
    Resize,
    /// The window is in front again; the next frame is drawn whole.
    Focus,
}

/// Typed or pasted characters on their way to a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// The characters; line ends are `\n`.
    pub chars: String,
    /// A paste never presses Enter and never moves on.
    pub pasted: bool,
}

impl Text {
    /// Characters typed by hand.
    pub fn typed(chars: impl Into<String>) -> Self {
        Self { chars: chars.into(), pasted: false }
    }

    /// Characters that arrived as one paste.
    pub fn pasted(chars: impl Into<String>) -> Self {
        Self { chars: chars.into(), pasted: true }
    }
}

/// A key with its modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Chord {
    /// The key.
    pub key: Key,
    /// Ctrl held.
    pub ctrl: bool,
    /// Alt held.
    pub alt: bool,
    /// Shift held.
    pub shift: bool,
}

/// A key of the keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the name is the key")]
pub enum Key {
    F(u8),
    Char(char),
    Enter,
    Tab,
    Esc,
    Backspace,
    Delete,
    Up,
    Down,
    Left,
    Right,
    Home,
    End,
    PageUp,
    PageDown,
    Insert,
}

impl Chord {
    /// The key alone.
    #[must_use]
    pub const fn plain(key: Key) -> Self {
        Self { key, ctrl: false, alt: false, shift: false }
    }

    /// Ctrl and a letter.
    #[must_use]
    pub const fn ctrl(letter: char) -> Self {
        Self { key: Key::Char(letter), ctrl: true, alt: false, shift: false }
    }

    /// Alt and a digit.
    #[must_use]
    pub const fn alt(digit: char) -> Self {
        Self { key: Key::Char(digit), ctrl: false, alt: true, shift: false }
    }

    /// Shift and a key.
    #[must_use]
    pub const fn shift(key: Key) -> Self {
        Self { key, ctrl: false, alt: false, shift: true }
    }

    /// Reads the English names used by tests: `F2`, `Tab`, `Shift+Tab`,
    /// `Ctrl+F`, `Alt+3`, `Enter`, `PageDown`. `None` for anything else.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let mut parts: Vec<&str> = name.split('+').collect();
        let last = parts.pop()?;
        let mut chord = Self::plain(key_named(last)?);
        for part in parts {
            match part {
                "Ctrl" => chord.ctrl = true,
                "Alt" => chord.alt = true,
                "Shift" => chord.shift = true,
                _ => return None,
            }
        }
        if let (true, Key::Char(c)) = (chord.ctrl, chord.key) {
            chord.key = Key::Char(c.to_ascii_lowercase());
        }
        Some(chord)
    }
}

fn key_named(name: &str) -> Option<Key> {
    Some(match name {
        "Enter" | "Invio" => Key::Enter,
        "Tab" => Key::Tab,
        "Esc" => Key::Esc,
        "Backspace" => Key::Backspace,
        "Delete" | "Canc" => Key::Delete,
        "Up" => Key::Up,
        "Down" => Key::Down,
        "Left" => Key::Left,
        "Right" => Key::Right,
        "Home" => Key::Home,
        "End" => Key::End,
        "PageUp" => Key::PageUp,
        "PageDown" => Key::PageDown,
        "Insert" => Key::Insert,
        _ => {
            if let Some(number) = name.strip_prefix('F').and_then(|n| n.parse().ok()) {
                return Some(Key::F(number));
            }
            let mut chars = name.chars();
            let only = chars.next()?;
            if chars.next().is_some() {
                return None;
            }
            Key::Char(only)
        }
    })
}
