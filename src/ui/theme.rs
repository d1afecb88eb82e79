//! Roles and themes: the code says what a text *is*, the theme how it looks.
//!
//! Only the sixteen named colours are used, so the operator's own palette
//! applies. No role is told from another by colour alone: each has its own
//! mark or modifier (checked by a test).

use std::str::FromStr;

use ratatui::style::{Color, Modifier, Style};

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

    /// The mark that always comes with the role, when its modifiers are not
    /// its own: a sign in the text, or the place where it stands.
    #[must_use]
    pub fn mark(self) -> &'static str {
        match self {
            Self::Text => "",
            Self::Label => "place: before its field or over its column",
            Self::Focus => "the cursor",
            Self::Selected => "►",
            Self::Disabled => "-",
            Self::Ok => "[ok]",
            Self::Info => "[i]",
            Self::Warn => "[!]",
            Self::Error => "[X]",
            Self::Key => "place: before its word, two blanks apart",
            Self::Title => "capitals or brackets",
            Self::Band => "place: first line",
            Self::Person => "place: second line",
            Self::Frame => "─",
        }
    }
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
        match name {
            "chiaro" => Ok(Self::Light),
            "scuro" => Ok(Self::Dark),
            "contrasto" => Ok(Self::Contrast),
            "mono" => Ok(Self::Mono),
            other => Err(super::strings::shell::unknown_theme(other)),
        }
    }
}

impl Theme {
    /// The theme asked for, unless the surroundings ask for no colour
    /// (`NO_COLOR` set and not empty).
    #[must_use]
    pub fn choose(asked: Self, no_color: Option<&str>) -> Self {
        if no_color.is_some_and(|value| !value.is_empty()) { Self::Mono } else { asked }
    }

    /// How a role looks.
    #[must_use]
    pub fn style(self, role: Role) -> Style {
        let style = Style::default().add_modifier(modifier(role));
        match self {
            Self::Mono => style,
            Self::Dark => tint(style, dark(role)),
            Self::Light => tint(style, light(role)),
            Self::Contrast => tint(style, contrast(role)),
        }
    }
}

/// The modifiers of a role, in every theme.
fn modifier(role: Role) -> Modifier {
    match role {
        Role::Text | Role::Label | Role::Ok | Role::Info => Modifier::empty(),
        Role::Disabled | Role::Frame => Modifier::DIM,
        Role::Focus => Modifier::REVERSED,
        Role::Selected => Modifier::REVERSED.union(Modifier::BOLD),
        Role::Warn | Role::Key | Role::Title | Role::Person => Modifier::BOLD,
        Role::Error => Modifier::BOLD.union(Modifier::UNDERLINED),
        Role::Band => Modifier::REVERSED,
    }
}

fn tint(style: Style, (front, back): (Color, Color)) -> Style {
    let style = if front == Color::Reset { style } else { style.fg(front) };
    if back == Color::Reset { style } else { style.bg(back) }
}

// Reversed roles name the colours as they are before the reversal.
fn dark(role: Role) -> (Color, Color) {
    match role {
        Role::Text => (Color::Reset, Color::Reset),
        Role::Label => (Color::Cyan, Color::Reset),
        Role::Focus => (Color::White, Color::Black),
        Role::Selected => (Color::Cyan, Color::Black),
        Role::Disabled | Role::Frame => (Color::Gray, Color::Reset),
        Role::Ok => (Color::Green, Color::Reset),
        Role::Info => (Color::LightBlue, Color::Reset),
        Role::Warn => (Color::Yellow, Color::Reset),
        Role::Key => (Color::LightYellow, Color::Reset),
        Role::Error => (Color::LightRed, Color::Reset),
        Role::Title => (Color::LightCyan, Color::Reset),
        Role::Band => (Color::Blue, Color::White),
        Role::Person => (Color::White, Color::Reset),
    }
}

fn light(role: Role) -> (Color, Color) {
    match role {
        Role::Text => (Color::Reset, Color::Reset),
        Role::Label => (Color::Blue, Color::Reset),
        Role::Focus => (Color::Blue, Color::White),
        Role::Selected => (Color::Blue, Color::White),
        Role::Disabled | Role::Frame => (Color::DarkGray, Color::Reset),
        Role::Ok => (Color::Green, Color::Reset),
        Role::Info => (Color::Blue, Color::Reset),
        Role::Warn => (Color::Magenta, Color::Reset),
        Role::Key => (Color::Blue, Color::Reset),
        Role::Error => (Color::Red, Color::Reset),
        Role::Title => (Color::Black, Color::Reset),
        Role::Band => (Color::Blue, Color::White),
        Role::Person => (Color::Black, Color::Reset),
    }
}

fn contrast(role: Role) -> (Color, Color) {
    match role {
        Role::Key | Role::Warn | Role::Title => (Color::LightYellow, Color::Black),
        Role::Focus | Role::Selected => (Color::LightYellow, Color::Black),
        Role::Band => (Color::White, Color::Black),
        _ => (Color::White, Color::Black),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn no_role_is_told_by_colour_alone() {
        let mut seen = HashSet::new();
        for role in Role::ALL {
            assert!(seen.insert((modifier(role), role.mark())), "{role:?} has no look of its own");
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
    fn no_color_wins_unless_it_is_empty() {
        assert_eq!(Theme::choose(Theme::Dark, Some("1")), Theme::Mono);
        assert_eq!(Theme::choose(Theme::Dark, Some("")), Theme::Dark);
        assert_eq!(Theme::choose(Theme::Light, None), Theme::Light);
    }

    #[test]
    fn themes_have_italian_names() {
        assert_eq!("contrasto".parse(), Ok(Theme::Contrast));
        assert!("blu".parse::<Theme>().is_err());
    }
}
