//! Roles and themes: the code says what a text *is*, the theme how it looks.
//!
//! Only the sixteen named colours are used, so the operator's own palette
//! applies. No role is told from another by colour alone: each has its own
//! mark or modifier (checked by a test over all pairs in all themes).

use std::str::FromStr;

use ratatui::style::{Color, Modifier, Style};

use crate::domain::finding::Level;

/// What a piece of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Running text and values.
    Text,
    /// The name of a field or column.
    Label,
    /// The field that takes the keys.
    Focus,
    /// The row under the pointer.
    Selected,
    /// What cannot be used now.
    Disabled,
    /// Done.
    Ok,
    /// For information.
    Info,
    /// Needs attention.
    Warn,
    /// Refused.
    Error,
    /// The name of a key.
    Key,
    /// A heading.
    Title,
    /// The first line of the screen.
    Band,
    /// The line of the person being served.
    Person,
    /// Lines and brackets.
    Frame,
}

impl Role {
    /// All of them.
    pub const ALL: [Self; 14] = [
        Self::Text,
        Self::Label,
        Self::Focus,
        Self::Selected,
        Self::Disabled,
        Self::Ok,
        Self::Info,
        Self::Warn,
        Self::Error,
        Self::Key,
        Self::Title,
        Self::Band,
        Self::Person,
        Self::Frame,
    ];

    /// The sign of what a rule says, and its role.
    #[must_use]
    pub fn of_level(level: Level) -> (&'static str, Self) {
        match level {
            Level::Block => ("[X]", Self::Error),
            Level::Warn => ("[!]", Self::Warn),
            Level::Show | Level::Record => ("[i]", Self::Info),
        }
    }

    /// What tells the role beside its style.
    #[must_use]
    pub fn mark(self) -> Mark {
        match self {
            Self::Text => Mark::None,
            Self::Label => Mark::Place("before its field, over its column"),
            Self::Focus => Mark::Cursor,
            Self::Selected => Mark::Sign("►"),
            Self::Disabled => Mark::Words,
            Self::Ok => Mark::Sign("[ok]"),
            Self::Info => Mark::Sign("[i]"),
            Self::Warn => Mark::Sign("[!]"),
            Self::Error => Mark::Sign("[X]"),
            Self::Key => Mark::Place("before its word"),
            Self::Title => Mark::Place("on top of its part"),
            Self::Band => Mark::Place("first line"),
            Self::Person => Mark::Place("second line"),
            Self::Frame => Mark::Sign("─"),
        }
    }
}

/// What tells a role where colours do not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mark {
    /// Nothing: running text.
    None,
    /// This sign, or words that say the same.
    Sign(&'static str),
    /// The terminal's cursor.
    Cursor,
    /// Where it stands.
    Place(&'static str),
    /// Its words: that nothing is there, how to go on.
    Words,
}

/// A named look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Theme {
    /// For light terminals.
    Light,
    /// For dark terminals.
    #[default]
    Dark,
    /// Black, white and yellow.
    Contrast,
    /// No colour at all.
    Mono,
}

impl FromStr for Theme {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        let known = Self::ALL.into_iter().find(|theme| theme.name() == name);
        known.ok_or_else(|| super::strings::shell::unknown_theme(name))
    }
}

impl Theme {
    /// All of them, in the order F10 goes through.
    pub const ALL: [Self; 4] = [Self::Light, Self::Dark, Self::Contrast, Self::Mono];

    /// The next one.
    #[must_use]
    pub fn next(self) -> Self {
        let at = Self::ALL.iter().position(|theme| *theme == self).unwrap_or(0);
        Self::ALL[(at + 1) % Self::ALL.len()]
    }

    /// Its name on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Light => "chiaro",
            Self::Dark => "scuro",
            Self::Contrast => "contrasto",
            Self::Mono => "mono",
        }
    }

    /// The theme asked for on the command line; else none at all when the
    /// surroundings want no colour (`NO_COLOR` set and not empty), else the
    /// usual one.
    #[must_use]
    pub fn choose(asked: Option<Self>, no_color: Option<&str>) -> Self {
        let colourless = no_color.is_some_and(|value| !value.is_empty());
        asked.unwrap_or(if colourless { Self::Mono } else { Self::default() })
    }

    /// How a role looks.
    #[must_use]
    pub fn style(self, role: Role) -> Style {
        let style = Style::default().add_modifier(modifier(self, role));
        let (front, back) = match self {
            Self::Mono => return style,
            Self::Dark => dark(role),
            Self::Light => light(role),
            Self::Contrast => contrast(role),
        };
        style.fg(front).bg(back)
    }
}

/// The modifiers of a role. The theme of strong contrasts dims nothing.
fn modifier(theme: Theme, role: Role) -> Modifier {
    match role {
        Role::Disabled | Role::Frame if theme == Theme::Contrast => Modifier::empty(),
        Role::Text | Role::Label | Role::Ok | Role::Info => Modifier::empty(),
        Role::Disabled | Role::Frame => Modifier::DIM,
        Role::Focus => Modifier::REVERSED,
        Role::Selected => Modifier::REVERSED.union(Modifier::BOLD),
        Role::Warn | Role::Key | Role::Title | Role::Person => Modifier::BOLD,
        Role::Error => Modifier::BOLD.union(Modifier::UNDERLINED),
        Role::Band => Modifier::REVERSED,
    }
}

// Each theme names its background too: light letters on a light terminal, or
// dark ones on a dark terminal, could not be read. Reversed roles name the
// colours as they are before the reversal.

fn dark(role: Role) -> (Color, Color) {
    let front = match role {
        Role::Text | Role::Disabled | Role::Frame => Color::Gray,
        Role::Label | Role::Selected => Color::Cyan,
        Role::Focus | Role::Person => Color::White,
        Role::Ok => Color::Green,
        Role::Info => Color::LightBlue,
        Role::Warn => Color::Yellow,
        Role::Key => Color::LightYellow,
        Role::Error => Color::LightRed,
        Role::Title => Color::LightCyan,
        Role::Band => return (Color::Blue, Color::White),
    };
    (front, Color::Black)
}

fn light(role: Role) -> (Color, Color) {
    let front = match role {
        Role::Text | Role::Title | Role::Person => Color::Black,
        Role::Label | Role::Focus | Role::Selected | Role::Info | Role::Key | Role::Band => Color::Blue,
        Role::Disabled | Role::Frame => Color::Black,
        Role::Ok => Color::Green,
        Role::Warn => Color::Magenta,
        Role::Error => Color::Red,
    };
    (front, Color::White)
}

fn contrast(role: Role) -> (Color, Color) {
    let strong = matches!(role, Role::Key | Role::Warn | Role::Title | Role::Focus | Role::Selected);
    (if strong { Color::LightYellow } else { Color::White }, Color::Black)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_role_is_told_by_colour_alone_in_any_theme() {
        let mut pairs = 0;
        for theme in Theme::ALL {
            for a in Role::ALL {
                for b in Role::ALL.into_iter().filter(|b| *b != a) {
                    let styles = theme.style(a).add_modifier != theme.style(b).add_modifier;
                    assert!(styles || a.mark() != b.mark(), "{theme:?}: {a:?} and {b:?} differ by colour");
                    pairs += 1;
                }
            }
        }
        assert_eq!(pairs, 4 * 14 * 13);
    }

    #[test]
    fn only_the_sixteen_named_colours_and_never_a_colour_on_itself() {
        for theme in [Theme::Light, Theme::Dark, Theme::Contrast] {
            for role in Role::ALL {
                let style = theme.style(role);
                for colour in [style.fg, style.bg] {
                    let named = colour.is_some_and(|colour| {
                        !matches!(colour, Color::Rgb(..) | Color::Indexed(_) | Color::Reset)
                    });
                    assert!(named, "{theme:?} {role:?} {colour:?}");
                }
                assert_ne!(style.fg, style.bg, "{theme:?} {role:?}");
            }
        }
    }

    #[test]
    fn mono_has_no_colour_and_shows_focus_selection_and_errors() {
        for role in Role::ALL {
            let style = Theme::Mono.style(role);
            assert_eq!((style.fg, style.bg), (None, None));
        }
        assert!(Theme::Mono.style(Role::Focus).add_modifier.contains(Modifier::REVERSED));
        assert!(Theme::Mono.style(Role::Selected).add_modifier.contains(Modifier::REVERSED));
        assert!(Theme::Mono.style(Role::Error).add_modifier.contains(Modifier::UNDERLINED));
    }

    #[test]
    fn no_color_gives_mono_unless_it_is_empty_or_a_theme_is_asked_for() {
        assert_eq!(Theme::choose(None, Some("1")), Theme::Mono);
        assert_eq!(Theme::choose(None, Some("")), Theme::Dark);
        assert_eq!(Theme::choose(Some(Theme::Light), Some("1")), Theme::Light);
        assert_eq!(Theme::choose(None, None), Theme::Dark);
    }

    #[test]
    fn themes_have_italian_names() {
        assert_eq!("contrasto".parse(), Ok(Theme::Contrast));
        assert!("blu".parse::<Theme>().is_err());
        assert_eq!(Theme::Mono.next(), Theme::Light);
    }
}
