//! What an office puts on its paper of its own: letterhead, logo, templates.

/// The stationery in force on a day. Empty, everything is as it ships.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stationery {
    /// The office's own templates, by name (`psp`, `agenda`).
    pub templates: Vec<(String, String)>,
    /// Lines under the office box ("Ambito territoriale di …").
    pub lines: Vec<String>,
    /// The logo at the head of the first page.
    pub logo: Option<Logo>,
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
