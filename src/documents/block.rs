//! What a document says, before anybody asks where it goes on the page.
//!
//! The words of an issued document are kept as JSON for decades, and copies
//! are made from them: a field added later needs `#[serde(default)]`, one no
//! longer drawn stays, a name never changes.

use serde::{Deserialize, Serialize};

use super::code::PageCode;
use super::face::Weight;
use super::picture::Picture;
use crate::domain::language::Language;
use crate::domain::number::DocumentNumber;

/// The two sizes of print, in points. Nothing on paper is smaller than these.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TextSize {
    /// 11 points.
    #[default]
    Normal,
    /// 18 points, for who sees little.
    Large,
}

impl TextSize {
    /// Size of running text in points.
    #[must_use]
    pub fn points(self) -> f32 {
        match self {
            Self::Normal => 11.0,
            Self::Large => 18.0,
        }
    }
}

/// A stretch of text in one weight.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// The text; `\n` starts a new line.
    pub text: String,
    /// Its weight.
    #[serde(default)]
    pub weight: Weight,
    /// Its language, where it is not the document's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lang: Option<Language>,
}

/// Text in one or more weights.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Text(pub Vec<Run>);

impl Text {
    /// Running text.
    pub fn plain(text: impl Into<String>) -> Self {
        Self(vec![Run { text: text.into(), weight: Weight::Regular, lang: None }])
    }

    /// Text that stands out.
    pub fn strong(text: impl Into<String>) -> Self {
        Self(vec![Run { text: text.into(), weight: Weight::Strong, lang: None }])
    }

    /// Adds running text.
    #[must_use]
    pub fn then(mut self, text: impl Into<String>) -> Self {
        self.0.extend(Self::plain(text).0);
        self
    }

    /// The words without the weights.
    #[must_use]
    pub fn words(&self) -> String {
        self.0.iter().map(|run| run.text.as_str()).collect()
    }
}

/// How a paragraph looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tone {
    /// Running text.
    #[default]
    Body,
    /// Paler: secondary facts.
    Soft,
    /// The name of the office at the head of the first page.
    Office,
}

/// How the points of a list are marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Marker {
    /// A bullet.
    Bullet,
    /// a), b), c): the law's own letters.
    Letter,
}

/// One paragraph of a table cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CellText {
    /// The words.
    pub text: Text,
    /// Secondary facts are paler.
    #[serde(default)]
    pub tone: Tone,
}

/// A table. Every row has as many cells as the head.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// Column heads.
    pub head: Vec<String>,
    /// Which column names the row, for who listens to the table.
    pub row_head: usize,
    /// The rows.
    pub rows: Vec<Vec<Vec<CellText>>>,
}

/// A place to sign, or the record of a signature.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignatureBox {
    /// Who signs: "La persona".
    pub role: String,
    /// Name and surname.
    pub name: String,
    /// Is there a line for the pen?
    pub line: bool,
    /// What is known of the signature; may be empty.
    pub note: String,
}

/// One block of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Block {
    /// The title of the document (one).
    Title(String),
    /// A heading.
    Section {
        /// From 1, when it has one.
        #[serde(default)]
        number: Option<u8>,
        /// Without the number.
        title: String,
    },
    /// A paragraph.
    Para {
        /// The words.
        text: Text,
        /// Its look.
        #[serde(default)]
        tone: Tone,
    },
    /// A label with its value.
    Field {
        /// Without colon.
        label: String,
        /// May have more lines.
        value: Text,
    },
    /// A list.
    List {
        /// How the points are marked.
        marker: Marker,
        /// The points.
        items: Vec<Text>,
    },
    /// A table.
    Table(Table),
    /// Boxes side by side, never parted from each other.
    Signatures(Vec<SignatureBox>),
    /// A thin rule across the page.
    Rule,
    /// A picture at the right edge; the paragraphs after it stand beside it.
    Figure {
        /// What is drawn.
        picture: Picture,
        /// What it shows, for who listens to the page.
        alt: String,
    },
    /// Blocks that stay on one page if a page can hold them.
    Together(Vec<Block>),
}

/// A whole document before the page flow.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// The language it is in.
    #[serde(default)]
    pub lang: Language,
    /// Title of the file, with no personal data: it shows in the window.
    pub title: String,
    /// Left half of the page foot.
    pub foot: String,
    /// Said above the foot of a paper copy.
    #[serde(default)]
    pub copy_note: Option<String>,
    /// The word across every page of a draft.
    #[serde(default)]
    pub mark: Option<String>,
    /// The code on every page; a document that is not issued has none.
    #[serde(default)]
    pub code: Option<PageCode>,
    /// Less air between lines and above headings, for what must be one page.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub tight: bool,
    /// The blocks in order.
    pub blocks: Vec<Block>,
}

impl Content {
    /// The same, issued: every page carries the code of this number and
    /// version, with the check value of the words as they are now.
    #[must_use]
    pub fn issued(mut self, number: &DocumentNumber, version: u32) -> Self {
        self.code = Some(PageCode::new(number, version, &self.blocks));
        self
    }
}
