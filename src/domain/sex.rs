//! Sex as in the civil register.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Sex as in the civil register and in the fiscal code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
pub enum Sex {
    /// Female.
    F,
    /// Male.
    M,
}

impl Sex {
    /// Both, in the order of the forms.
    pub const ALL: [Self; 2] = [Self::F, Self::M];

    /// `F` or `M`.
    #[must_use]
    pub fn letter(self) -> &'static str {
        match self {
            Self::F => "F",
            Self::M => "M",
        }
    }

    /// The Italian word.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::F => "femmina",
            Self::M => "maschio",
        }
    }
}
