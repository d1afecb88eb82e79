//! Boxes to sign in.

use super::line::lines_in;
use super::strip::{Cutter, baseline};
use super::{Strip, artefact};
use crate::documents::block::{Block, SignatureBox, Text, Tone};
use crate::documents::page::{Drawn, Ink, Piece, Shape, Tag};
use crate::fault::Result;

impl Cutter {
    /// Boxes side by side in one strip: nothing parts them.
    pub(super) fn signatures(&mut self, boxes: &[SignatureBox]) -> Result<()> {
        let look = self.look;
        let (first_strip, first_node) = (self.strips.len(), self.tree.nodes.len());
        let gap = look.size * 1.4;
        // One alone stands at the right, where letters are signed, under
        // others at the left; as wide as one of two: nobody signs across a page.
        let count = boxes.len().max(2) as f32;
        let under = matches!(self.strips.last(), Some(Strip { piece: Some(Piece::Boxes(_)), .. }));
        let aside = boxes.len() == 1 && !under;
        let width = (look.width - gap * (count - 1.0)) / count;
        let pad = look.size * 0.8;
        let (mut drawn, mut pieces, mut tallest) = (Vec::new(), Vec::new(), 0.0_f32);
        for (n, signature) in boxes.iter().enumerate() {
            let left = (width + gap) * (n + usize::from(aside)) as f32;
            let mut y = pad * 0.7;
            let mut words = Vec::new();
            let texts =
                [(Text::strong(&signature.role), Ink::Accent), (Text::plain(&signature.name), Ink::Black)];
            for (text, ink) in texts {
                y = self.boxed(&text, ink, (left + pad, width - 2.0 * pad), y, &mut drawn)?;
                words.push(text.words());
            }
            if signature.line {
                // Room for a hand, not for a ruler.
                y += look.size * 3.6;
                let shape = Shape::Fill { x: left + pad, y, w: width - 2.0 * pad, h: 0.8, ink: Ink::Black };
                drawn.push(artefact(shape));
                y += look.size * 0.2;
                words.push("_".repeat(22));
            }
            if !signature.note.is_empty() {
                let text = Text::plain(&signature.note);
                y = self.boxed(&text, Ink::Soft, (left + pad, width - 2.0 * pad), y, &mut drawn)?;
                words.push(text.words());
            }
            tallest = tallest.max(y + pad * 0.8);
            pieces.push(words);
        }
        if tallest > self.room {
            self.strips.truncate(first_strip);
            self.tree.nodes.truncate(first_node);
            return self.unboxed(boxes);
        }
        let frame = |x: f32, y: f32, w: f32, h: f32| artefact(Shape::Fill { x, y, w, h, ink: Ink::Rule });
        for n in 0..boxes.len() {
            let left = (width + gap) * (n + usize::from(aside)) as f32;
            drawn.extend([
                frame(left, 0.0, width, 0.8),
                frame(left, tallest - 0.8, width, 0.8),
                frame(left, 0.0, 0.8, tallest),
                frame(left + width - 0.8, 0.0, 0.8, tallest),
            ]);
        }
        self.strips.push(Strip {
            before: look.size * 0.9,
            height: tallest,
            keep: false,
            head: None,
            drawn,
            piece: Some(Piece::Boxes(pieces)),
        });
        Ok(())
    }

    /// Boxes no page can hold: their words one after the other.
    fn unboxed(&mut self, boxes: &[SignatureBox]) -> Result<()> {
        let para = |text: Text, tone| Block::Para { text, tone };
        for signature in boxes {
            self.block(&para(Text::strong(&signature.role), Tone::Office))?;
            self.block(&para(Text::plain(&signature.name), Tone::Body))?;
            if signature.line {
                let shape = Shape::Fill {
                    x: 0.0,
                    y: self.look.size * 3.6,
                    w: self.look.width / 2.0,
                    h: 0.8,
                    ink: Ink::Black,
                };
                self.strips.push(Strip {
                    before: 0.0,
                    height: self.look.size * 4.0,
                    keep: false,
                    head: None,
                    drawn: vec![artefact(shape)],
                    piece: Some(Piece::Rule),
                });
            }
            self.block(&para(Text::plain(&signature.note), Tone::Soft))?;
        }
        Ok(())
    }

    /// One paragraph in a box, from `y` down; gives where it ends.
    fn boxed(
        &mut self,
        text: &Text,
        ink: Ink,
        (x, width): (f32, f32),
        y: f32,
        drawn: &mut Vec<Drawn>,
    ) -> Result<f32> {
        let look = self.look;
        let leaf = self.tree.add(Tag::P, Some(self.root));
        let set = lines_in(look.lang, text, look.size, width, &self.place)?;
        for (n, line) in set.iter().enumerate() {
            drawn.extend(self.shapes(line, leaf, x, y + baseline(&look, look.size, n), look.size, ink));
        }
        Ok(y + look.leading * set.len() as f32)
    }
}
