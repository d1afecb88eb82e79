//! Pages as a display list with a structure tree: what the flow gives and the
//! writers take. Nothing here knows of PDF or of terminals.

use super::block::{TextSize, Tone};
use super::code::{Modules, PageCode};
use super::face::{Part, Weight};
use super::picture::Picture;
use super::script::faces::Family;
use crate::domain::language::Language;

/// A4 in points.
pub const PAGE: (f32, f32) = (595.276, 841.89);

/// The inks, dark enough to be read from a tired photocopier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// Running text.
    Black,
    /// Secondary text; contrast above 7 to 1 on white.
    Soft,
    /// Headings.
    Accent,
    /// Rules and boxes.
    Rule,
    /// The ground of table heads.
    Tint,
    /// The mark across a draft.
    Ghost,
}

impl Ink {
    /// Red, green, blue in 0-255 (sRGB).
    #[must_use]
    pub fn rgb(self) -> [u8; 3] {
        match self {
            Self::Black => [0x17, 0x1C, 0x22],
            Self::Soft => [0x4A, 0x54, 0x5E],
            Self::Accent => [0x0B, 0x3C, 0x6F],
            Self::Rule => [0xA9, 0xB4, 0xC0],
            Self::Tint => [0xEA, 0xF0, 0xF6],
            Self::Ghost => [0xEC, 0xEC, 0xEF],
        }
    }
}

/// What one or more characters are drawn as, with its place in a stretch.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// Which face.
    pub family: Family,
    /// Points from the left edge of the stretch.
    pub x: f32,
    /// The glyphs of the face: more than one where a letter is drawn as its
    /// body and its dots.
    pub parts: Vec<Part>,
    /// Units of the em to the next one.
    pub advance: u16,
    /// The characters it stands for.
    pub text: String,
}

/// Something drawn; x and y in points from the top left corner of the page.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// Text on one line, y at the baseline.
    Text {
        /// Start of the line.
        x: f32,
        /// Baseline.
        y: f32,
        /// Weight of the face.
        weight: Weight,
        /// Size in points.
        size: f32,
        /// Colour.
        ink: Ink,
        /// Counter-clockwise turn in degrees.
        turn: f32,
        /// The text; a wrapped line ends with its space.
        text: String,
    },
    /// Text on one line as glyphs, y at the baseline: letters of other
    /// scripts, each with its place.
    Glyphs {
        /// Left edge.
        x: f32,
        /// Baseline.
        y: f32,
        /// Weight of the faces.
        weight: Weight,
        /// Size in points.
        size: f32,
        /// Colour.
        ink: Ink,
        /// The glyphs, in the order they are read.
        glyphs: Vec<Placed>,
        /// The text.
        text: String,
    },
    /// A filled rectangle, y at its top.
    Fill {
        /// Left edge.
        x: f32,
        /// Top edge.
        y: f32,
        /// Width.
        w: f32,
        /// Height.
        h: f32,
        /// Colour.
        ink: Ink,
    },
    /// A picture, y at its top.
    Picture {
        /// Left edge.
        x: f32,
        /// Top edge.
        y: f32,
        /// Width.
        w: f32,
        /// Height.
        h: f32,
        /// Which of the pictures of the document.
        picture: usize,
    },
    /// The dark modules of a QR code, y at its top.
    Code {
        /// Left edge.
        x: f32,
        /// Top edge.
        y: f32,
        /// Width and height.
        side: f32,
        /// What is dark.
        modules: Modules,
    },
}

impl Shape {
    /// The same, moved.
    #[must_use]
    pub fn moved(mut self, dx: f32, dy: f32) -> Self {
        let (Self::Text { x, y, .. }
        | Self::Glyphs { x, y, .. }
        | Self::Fill { x, y, .. }
        | Self::Picture { x, y, .. }
        | Self::Code { x, y, .. }) = &mut self;
        *x += dx;
        *y += dy;
        self
    }

    /// The same on a page that runs from the right: text was placed from the
    /// right edge, rectangles are turned over.
    #[must_use]
    pub fn turned(mut self, width: f32) -> Self {
        match &mut self {
            Self::Text { x, .. } | Self::Glyphs { x, .. } => *x = width - *x,
            Self::Fill { x, w, .. } | Self::Picture { x, w, .. } => *x = width - *x - *w,
            Self::Code { x, side, .. } => *x = width - *x - *side,
        }
        self
    }
}

/// A shape with the leaf of the tree it belongs to; none is decoration.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawn {
    /// Index of the tree node.
    pub leaf: Option<usize>,
    /// What is drawn.
    pub shape: Shape,
}

/// What a node of the structure tree is, in the names of ISO 32000-1, 14.8.4.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tag {
    /// The whole.
    Document,
    /// Title.
    H1,
    /// Section heading.
    H2,
    /// Paragraph.
    P,
    /// List of points, or of lettered points.
    L {
        /// Letters instead of bullets.
        letters: bool,
    },
    /// One point.
    Li,
    /// Its marker.
    Lbl,
    /// Its words.
    LBody,
    /// Table.
    Table,
    /// Row.
    Tr,
    /// Head of a column.
    ThColumn,
    /// Head of a row.
    ThRow,
    /// Cell.
    Td,
    /// Picture: what it shows is in [`Node::alt`].
    Figure,
    /// Words inside another element, in a language of their own.
    Span,
}

/// A node; children come after their parent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// What it is.
    pub tag: Tag,
    /// Index of the parent; none is the root.
    pub parent: Option<usize>,
    /// What a figure shows, for who listens to the page.
    pub alt: Option<String>,
    /// Its language, where it is not the document's.
    pub lang: Option<Language>,
}

/// What a piece of a page is for who reads it as text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Title of the document.
    Title,
    /// Heading of section n; 0 has no number.
    Section(u8),
    /// Paragraph.
    Para(Tone),
    /// Value of a label.
    Field,
    /// Point of a list.
    Point,
}

/// The words that stand on one page, for the terminal to wrap its own way.
/// Pieces with the same `block` on one page are one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words, with the label or marker in front of the first.
    Words {
        /// Which block of the document.
        block: usize,
        /// What they are.
        kind: Kind,
        /// Label or marker; empty on continuation.
        lead: String,
        /// The words.
        text: String,
    },
    /// A table row, or the part of it on this page.
    Row {
        /// Which row of the document; repeated heads have their table's.
        block: usize,
        /// Which table.
        table: usize,
        /// Is it the head?
        head: bool,
        /// The cells.
        cells: Vec<String>,
    },
    /// Boxes side by side, each its lines.
    Boxes(Vec<Vec<String>>),
    /// A rule across.
    Rule,
    /// What a picture shows.
    Figure(String),
}

/// One page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// The mark of a draft, under everything.
    pub mark: Vec<Shape>,
    /// In reading order, decoration before what stands on it.
    pub drawn: Vec<Drawn>,
    /// The foot, the same on every page but for its number.
    pub foot: Vec<Shape>,
    /// The same as words.
    pub pieces: Vec<Piece>,
}

impl Sheet {
    /// Everything on the page, from the lowest.
    pub fn shapes(&self) -> impl Iterator<Item = &Shape> {
        let text = self.drawn.iter().map(|drawn| &drawn.shape);
        self.mark.iter().chain(text).chain(&self.foot)
    }
}

/// A document on its pages.
#[derive(Clone, Debug, PartialEq)]
pub struct Pages {
    /// The language it is in.
    pub lang: Language,
    /// Title of the file.
    pub title: String,
    /// Left half of the page foot.
    pub foot: String,
    /// Said above the foot of a paper copy.
    pub copy_note: Option<String>,
    /// The word across every page of a draft.
    pub mark: Option<String>,
    /// The code in the foot; none on a draft.
    pub code: Option<PageCode>,
    /// The pictures drawn.
    pub pictures: Vec<Picture>,
    /// Size of print.
    pub size: TextSize,
    /// The structure tree.
    pub tree: Vec<Node>,
    /// The pages, at least one.
    pub sheets: Vec<Sheet>,
}

impl Pages {
    /// How many pages.
    #[must_use]
    pub fn count(&self) -> usize {
        self.sheets.len()
    }
}
