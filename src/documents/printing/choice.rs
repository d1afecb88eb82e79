//! What the operator chooses: printer, copies, one side or two.

use serde::{Deserialize, Serialize};

use super::Address;

/// Which printer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Printer {
    /// The usual one of this computer, whichever it is at that moment.
    #[default]
    Usual,
    /// A queue of this computer.
    Queue(String),
    /// A printer of the network, by its address.
    Network(Address),
}

impl Printer {
    /// As it is called to the operator; nothing for the usual one.
    #[must_use]
    pub fn name(&self) -> Option<String> {
        match self {
            Self::Usual => None,
            Self::Queue(name) => Some(name.clone()),
            Self::Network(address) => Some(address.to_string()),
        }
    }
}

/// One side of the sheet or both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sides {
    /// Both, turned on the long edge.
    #[default]
    LongEdge,
    /// One.
    Single,
}

impl Sides {
    /// The keyword of IPP and CUPS (RFC 8011, §5.2.8).
    #[must_use]
    pub fn keyword(self) -> &'static str {
        match self {
            Self::LongEdge => "two-sided-long-edge",
            Self::Single => "one-sided",
        }
    }
}

/// How many copies: from 1 to 20.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Copies(u8);

impl Copies {
    /// One.
    pub const ONE: Self = Self(1);
    /// Two: one for each of who signs.
    pub const TWO: Self = Self(2);
    /// The most at once: beyond it is more likely a slip of the hand.
    pub const MOST: u8 = 20;

    /// So many, if they are from 1 to 20.
    #[must_use]
    pub fn new(count: u8) -> Option<Self> {
        (1..=Self::MOST).contains(&count).then_some(Self(count))
    }

    /// How many.
    #[must_use]
    pub fn count(self) -> u8 {
        self.0
    }
}

impl TryFrom<u8> for Copies {
    type Error = &'static str;

    fn try_from(count: u8) -> Result<Self, Self::Error> {
        Self::new(count).ok_or("from 1 to 20 copies")
    }
}

impl From<Copies> for u8 {
    fn from(copies: Copies) -> Self {
        copies.0
    }
}

/// Where a document goes, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Which printer.
    pub printer: Printer,
    /// How many copies.
    pub copies: Copies,
    /// One side of the sheet or both.
    pub sides: Sides,
}
