//! A picture at the right edge, and the paragraphs that stand beside it: a
//! logo takes no line from the page.

use super::Strip;
use super::strip::Cutter;
use crate::documents::page::{Drawn, Piece, Shape, Tag};
use crate::documents::picture::Picture;

/// Points in a millimetre.
const MM: f32 = 72.0 / 25.4;

/// The picture the next paragraphs stand beside.
#[derive(Clone, Copy, Debug)]
pub(super) struct Beside {
    /// What it takes of their width.
    pub width: f32,
    /// Height of it that nothing stands beside yet.
    left: f32,
}

impl Cutter {
    pub(super) fn figure(&mut self, picture: &Picture, alt: &str) {
        let (w, h) = picture.on_paper();
        let (w, h) = (w * MM, h * MM);
        let leaf = self.tree.add(Tag::Figure, Some(self.root));
        if let Some(node) = self.tree.nodes.get_mut(leaf) {
            node.alt = Some(alt.to_owned());
        }
        let shape = Shape::Picture { x: self.look.width - w, y: 0.0, w, h, picture: self.pictures.len() };
        self.pictures.push(picture.clone());
        self.strips.push(Strip {
            before: 0.0,
            height: 0.0,
            keep: true,
            head: None,
            drawn: vec![Drawn { leaf: Some(leaf), shape }],
            piece: Some(Piece::Figure(alt.to_owned())),
        });
        self.beside = Some(Beside { width: w + self.look.size, left: h });
    }

    /// The strips from `from` on have been set beside the picture.
    pub(super) fn stood_beside(&mut self, from: usize) {
        let Some(beside) = &mut self.beside else { return };
        beside.left -= self.strips[from..].iter().map(|s| s.before + s.height).sum::<f32>();
        // The picture hangs from its own strip: its page holds them all.
        self.strips[from..].iter_mut().for_each(|strip| strip.keep = true);
        if beside.left <= 0.0 {
            self.beside = None;
            if let Some(last) = self.strips.last_mut() {
                last.keep = false;
            }
        }
    }

    /// What comes next stands under the picture.
    pub(super) fn clear(&mut self) {
        if let Some(beside) = self.beside.take()
            && let Some(last) = self.strips.last_mut()
        {
            last.height += beside.left;
            last.keep = false;
        }
    }
}
