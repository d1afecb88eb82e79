//! What an office puts on its paper of its own: letterhead, logo, templates.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Longest template, bytes: ten times the longest that ships.
pub const MOST_TEMPLATE: usize = 128 * 1024;
/// Most lines under the box of the office.
pub const MOST_LINES: usize = 4;
/// Largest logo as it is kept, bytes of its file.
pub const MOST_LOGO: usize = 128 * 1024;
/// The box a logo is drawn in, millimetres: width, height.
pub const LOGO_BOX: (u32, u32) = (60, 20);

/// Does a file begin as a PNG or a JPEG does?
#[must_use]
pub fn is_picture(file: &[u8]) -> bool {
    file.starts_with(b"\x89PNG\r\n\x1a\n") || file.starts_with(b"\xff\xd8\xff")
}

/// Where the protocol number of a document comes from (DPR 445/2000 art. 53).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ProtocolMode {
    /// Documents are not registered here.
    #[default]
    None,
    /// Who issues types the number the body's register gave.
    Typed,
    /// The desk counts its own register, a number a year.
    Register,
}

impl ProtocolMode {
    /// The word of each in the tables, and what operators read.
    pub const WORDS: &'static [(&'static str, &'static str)] = &[
        ("none", "non si scrive"),
        ("typed", "lo scrive chi emette"),
        ("register", "dal registro dello sportello"),
    ];

    /// The mode of a word of the tables.
    #[must_use]
    pub fn named(word: &str) -> Option<Self> {
        match word {
            "none" => Some(Self::None),
            "typed" => Some(Self::Typed),
            "register" => Some(Self::Register),
            _ => None,
        }
    }
}

/// The stationery in force on a day. Empty, everything is as it ships.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stationery {
    /// The office's own templates, by name (`psp`, `agenda`).
    pub templates: Vec<(String, String)>,
    /// Lines under the office box ("Ambito territoriale di …").
    pub lines: Vec<String>,
    /// The logo at the head of the first page.
    pub logo: Option<Logo>,
    /// Where the protocol number comes from.
    pub protocol: ProtocolMode,
}

/// A logo, as the office loaded it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logo {
    /// A PNG or JPEG file, checked when it was loaded.
    pub file: Vec<u8>,
    /// What it shows, for who listens to the page.
    pub alt: String,
}

impl Stationery {
    /// The office's own template of that name.
    #[must_use]
    pub fn template(&self, name: &str) -> Option<&str> {
        self.templates.iter().find(|(of, _)| of == name).map(|(_, text)| text.as_str())
    }
}
