//! The one page flow: blocks to strips, strips to pages.
//!
//! A strip is what a page break never cuts: a line, a table row, a pair of
//! signature boxes. `strip` makes them, this file puts them on pages.

mod field;
mod figure;
mod foot;
pub mod line;
mod signatures;
mod strip;
mod table;
#[cfg(test)]
pub(crate) mod tests;

use super::block::{Content, Tone};
use super::face::Weight;
use super::page::{Drawn, Ink, PAGE, Pages, Piece, Shape, Sheet};
use super::{TextSize, page::Node, script};
use crate::domain::language::Language;
use crate::fault::Result;
use foot::Foot;

/// Left and right margin in points (20 mm: room for the binder's holes).
const SIDE: f32 = 56.7;
/// Top margin.
const TOP: f32 = 40.0;
/// Bottom margin, under the foot.
const BOTTOM: f32 = 34.0;

/// The measures of one document, all from its size of print.
#[derive(Clone, Copy, Debug)]
struct Look {
    /// Running text, points.
    size: f32,
    /// Distance between baselines.
    leading: f32,
    /// Width of the text column.
    width: f32,
    /// Language of the page.
    lang: Language,
    /// Air above a heading.
    above: f32,
}

impl Look {
    fn new(size: TextSize, content: &Content) -> Self {
        let (size, lang) = (size.points(), content.lang);
        let (less, above) = if content.tight { (0.08, 0.8) } else { (0.0, 1.3) };
        let leading = size * (script::leading(lang) - less);
        Self { size, leading, width: PAGE.0 - 2.0 * SIDE, lang, above: size * above }
    }

    /// Height of a line of text of another size.
    fn line(&self, size: f32) -> f32 {
        self.leading * size / self.size
    }
}

/// What a page break never cuts. Shapes count y from the top of the strip.
#[derive(Clone, Debug)]
struct Strip {
    /// Air above, dropped at the top of a page.
    before: f32,
    /// Height without the air.
    height: f32,
    /// Stays on the page of the next strip.
    keep: bool,
    /// Which repeated head goes above it after a page break.
    head: Option<usize>,
    drawn: Vec<Drawn>,
    piece: Option<Piece>,
}

/// A table head as it is repeated: decoration, since it was read once.
#[derive(Clone, Debug)]
struct RepeatedHead {
    height: f32,
    drawn: Vec<Drawn>,
    piece: Piece,
}

/// Puts a document on pages.
///
/// # Errors
/// A character that the face does not have, with its place.
pub fn flow(content: &Content, size: TextSize) -> Result<Pages> {
    let look = Look::new(size, content);
    let foot = Foot::new(content, look)?;
    let room = foot.top() - TOP;
    let strip::Cut { strips, heads, tree, pictures } = strip::strips(content, look, room)?;
    let mut sheets = Press::new(&content.mark, room, &heads, sparing(&strips, &heads, room)).all(&strips);
    let count = sheets.len();
    for (n, sheet) in sheets.iter_mut().enumerate() {
        sheet.foot = foot.shapes(n + 1, count)?;
    }
    Ok(Pages {
        lang: content.lang,
        title: content.title.clone(),
        foot: content.foot.clone(),
        copy_note: content.copy_note.clone(),
        mark: content.mark.clone(),
        code: content.code.clone().filter(|_| content.mark.is_none()),
        pictures,
        size,
        tree,
        sheets,
    })
}

/// How much of the air between strips is given up where that spares a page:
/// as little as does it. A page with a signature alone is read by nobody.
fn sparing(strips: &[Strip], heads: &[RepeatedHead], room: f32) -> f32 {
    const AIR: [f32; 4] = [1.0, 0.85, 0.7, 0.55];
    let pages =
        AIR.map(|air| Press { drawing: false, ..Press::new(&None, room, heads, air) }.all(strips).len());
    let fewest = pages.iter().position(|count| *count == pages[AIR.len() - 1]).unwrap_or(0);
    AIR[fewest]
}

/// Puts strips on pages one after the other.
struct Press<'a> {
    mark: &'a Option<String>,
    room: f32,
    heads: &'a [RepeatedHead],
    sheets: Vec<Sheet>,
    /// Used height of the last page.
    used: f32,
    /// How much of the air between strips there is.
    air: f32,
    /// Or are the pages only counted?
    drawing: bool,
}

impl<'a> Press<'a> {
    fn new(mark: &'a Option<String>, room: f32, heads: &'a [RepeatedHead], air: f32) -> Self {
        let mut press = Self { mark, room, heads, sheets: Vec::new(), used: 0.0, air, drawing: true };
        press.turn();
        press
    }

    /// The pages of all strips.
    fn all(mut self, strips: &[Strip]) -> Vec<Sheet> {
        for together in strips.split_inclusive(|strip| !strip.keep) {
            self.place(together);
        }
        self.sheets
    }

    /// A new page, with the mark of a draft across it.
    fn turn(&mut self) {
        let mut sheet = Sheet::default();
        if let Some(mark) = self.mark {
            sheet.mark = mark_shapes(mark);
        }
        self.sheets.push(sheet);
        self.used = 0.0;
    }

    /// Places strips that want to stay together; if no page can hold them
    /// all, they part where the page ends.
    fn place(&mut self, strips: &[Strip]) {
        let height: f32 = strips.iter().map(|s| s.before * self.air + s.height).sum();
        if self.used > 0.0 && self.used + height > self.room {
            self.turn();
        }
        for strip in strips {
            let before = strip.before * self.air;
            if self.used > 0.0 && self.used + before + strip.height > self.room {
                self.turn();
            }
            if self.used == 0.0 {
                if let Some(head) = strip.head.and_then(|h| self.heads.get(h)) {
                    self.draw(&head.drawn, Some(&head.piece), head.height);
                }
            } else {
                self.used += before;
            }
            self.draw(&strip.drawn, strip.piece.as_ref(), strip.height);
        }
    }

    fn draw(&mut self, drawn: &[Drawn], piece: Option<&Piece>, height: f32) {
        let y = TOP + self.used;
        if let Some(sheet) = self.sheets.last_mut().filter(|_| self.drawing) {
            sheet
                .drawn
                .extend(drawn.iter().map(|d| Drawn { leaf: d.leaf, shape: d.shape.clone().moved(SIDE, y) }));
            sheet.pieces.extend(piece.cloned());
        }
        self.used += height;
    }
}

fn artefact(shape: Shape) -> Drawn {
    Drawn { leaf: None, shape }
}

/// The word across the page, pale and under everything, and once at the top
/// edge where it stays readable behind a full page.
fn mark_shapes(mark: &str) -> Vec<Shape> {
    let text = |x, y, size, ink, turn| Shape::Text {
        x,
        y,
        weight: Weight::Bold,
        size,
        ink,
        turn,
        text: mark.to_owned(),
    };
    let across = 150.0;
    let width = width_of(mark, Weight::Bold, across);
    // Centred on the page along a slope of 55 degrees.
    let (sin, cos) = 55_f32.to_radians().sin_cos();
    let (dx, dy) = (width / 2.0 * cos - across * 0.35 * sin, width / 2.0 * sin + across * 0.35 * cos);
    let small = 11.0;
    let right = PAGE.0 - SIDE - width_of(mark, Weight::Bold, small);
    vec![
        text(PAGE.0 / 2.0 - dx, PAGE.1 / 2.0 + dy, across, Ink::Ghost, 55.0),
        text(right, TOP - 14.0, small, Ink::Soft, 0.0),
    ]
}

/// Width of a text the program itself writes; what the face lacks counts nothing.
fn width_of(text: &str, weight: Weight, size: f32) -> f32 {
    let face = super::face::face(weight);
    text.chars().filter_map(|c| face.width(c, size)).sum()
}

/// The structure tree while it grows.
#[derive(Debug, Default)]
struct Tree {
    nodes: Vec<Node>,
}

impl Tree {
    fn add(&mut self, tag: super::page::Tag, parent: Option<usize>) -> usize {
        self.nodes.push(Node { tag, parent, alt: None, lang: None });
        self.nodes.len() - 1
    }

    /// Words of an element in a language of their own.
    fn add_span(&mut self, lang: Language, parent: usize) -> usize {
        let tag = super::page::Tag::Span;
        self.nodes.push(Node { tag, parent: Some(parent), alt: None, lang: Some(lang) });
        self.nodes.len() - 1
    }
}

/// The ink of a tone.
fn ink(tone: Tone) -> Ink {
    match tone {
        Tone::Body => Ink::Black,
        Tone::Soft => Ink::Soft,
        Tone::Office => Ink::Accent,
    }
}
