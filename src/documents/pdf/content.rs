//! What a page draws, written straight as operators (ISO 32000-1, 8 and 9).
//!
//! printpdf would build a list of operators, lopdf another, and each byte of
//! text would be formatted on its own: that cost more than the rest of the file.

use super::glyphs::{Codes, font_id};
use super::tag_name;
use crate::documents::face::{Weight, face};
use crate::documents::page::{Ink, Node, PAGE, Shape, Sheet};
use crate::documents::script::faces::Family;

/// The operators of a page, and the leaf of each marked sequence.
pub(super) fn of(sheet: &Sheet, tree: &[Node], codes: &Codes) -> (Vec<u8>, Vec<usize>) {
    let mut page = Content { out: Vec::with_capacity(32 * 1024), codes, ink: None, font: None };
    let mut marks = Vec::new();
    let mut open: Option<Option<usize>> = None;
    page.pagination("Watermark", &sheet.mark);
    for drawn in &sheet.drawn {
        if open != Some(drawn.leaf) {
            if open.is_some() {
                page.put("EMC\n");
            }
            match drawn.leaf.and_then(|leaf| Some((leaf, tree.get(leaf)?.tag))) {
                Some((leaf, tag)) => {
                    page.put(&format!("/{}<</MCID {}>>BDC\n", tag_name(tag), marks.len()));
                    marks.push(leaf);
                }
                None => page.put("/Artifact BMC\n"),
            }
            open = Some(drawn.leaf);
        }
        page.draw(&drawn.shape);
    }
    if open.is_some() {
        page.put("EMC\n");
    }
    page.pagination("Footer", &sheet.foot);
    (page.out, marks)
}

/// The operators of a page, as they are written.
pub(super) struct Content<'a> {
    out: Vec<u8>,
    codes: &'a Codes,
    ink: Option<Ink>,
    font: Option<(Family, Weight, f32)>,
}

impl Content<'_> {
    fn put(&mut self, text: &str) {
        self.out.extend_from_slice(text.as_bytes());
    }

    /// A number of so many decimals, and a space.
    fn number(&mut self, value: f32, decimals: u32) {
        let scale = 10_i64.pow(decimals);
        let whole = (f64::from(value) * scale as f64).round() as i64;
        if whole < 0 {
            self.out.push(b'-');
        }
        let (mut rest, whole) = (whole.abs() % scale, whole.abs() / scale);
        self.put(&whole.to_string());
        if rest > 0 {
            self.out.push(b'.');
            let mut place = scale / 10;
            while rest > 0 {
                self.out.push(b'0' + (rest / place) as u8);
                rest %= place;
                place /= 10;
            }
        }
        self.out.push(b' ');
    }

    /// Hundredths of a point are enough for any printer, and shorter.
    fn points<const N: usize>(&mut self, values: [f32; N]) {
        values.into_iter().for_each(|value| self.number(value, 2));
    }

    /// Two bytes of a string: a code. In brackets a byte is itself, but for
    /// the brackets and what ends a line.
    fn code(&mut self, code: u16) {
        for byte in code.to_be_bytes() {
            match byte {
                b'(' | b')' | b'\\' => self.out.extend([b'\\', byte]),
                b'\r' => self.put("\\r"),
                _ => self.out.push(byte),
            }
        }
    }

    /// What belongs to the page and not to the text (ISO 32000-1, 14.8.2.2).
    fn pagination(&mut self, kind: &str, shapes: &[Shape]) {
        if shapes.is_empty() {
            return;
        }
        self.put(&format!("/Artifact<</Type/Pagination/Subtype/{kind}>>BDC\n"));
        shapes.iter().for_each(|shape| self.draw(shape));
        self.put("EMC\n");
    }

    fn fill(&mut self, ink: Ink) {
        if self.ink != Some(ink) {
            ink.rgb().into_iter().for_each(|v| self.number(f32::from(v) / 255.0, 3));
            self.put("rg\n");
            self.ink = Some(ink);
        }
    }

    /// The face stays what it was from one text to the next.
    pub(super) fn font(&mut self, family: Family, weight: Weight, size: f32) {
        if self.font != Some((family, weight, size)) {
            self.put(&format!("/{} ", font_id(family, weight).0));
            self.points([size]);
            self.put("Tf\n");
            self.font = Some((family, weight, size));
        }
    }

    fn draw(&mut self, shape: &Shape) {
        match shape {
            Shape::Text { x, y, weight, size, ink, turn, text } => {
                self.fill(*ink);
                self.put("BT\n");
                self.font(Family::Latin, *weight, *size);
                if *turn == 0.0 {
                    self.points([*x, PAGE.1 - y]);
                    self.put("Td\n(");
                } else {
                    let (sin, cos) = turn.to_radians().sin_cos();
                    [cos, sin, -sin, cos].into_iter().for_each(|v| self.number(v, 4));
                    self.points([*x, PAGE.1 - y]);
                    self.put("Tm\n(");
                }
                let face = face(*weight);
                text.chars().for_each(|c| self.code(face.glyph(c).unwrap_or(0)));
                self.put(")Tj\nET\n");
            }
            Shape::Glyphs { x, y, weight, size, ink, glyphs, .. } => {
                self.fill(*ink);
                self.codes.draw((*x, PAGE.1 - y), (*weight, *size), glyphs, self);
            }
            Shape::Fill { x, y, w, h, ink } => {
                self.fill(*ink);
                self.points([*x, PAGE.1 - y - h, *w, *h]);
                self.put("re\nf\n");
            }
            Shape::Picture { x, y, w, h, picture } => {
                self.put("q\n");
                self.placed([*w, *h, *x, PAGE.1 - y - h], 2);
                self.put(&format!("/P{picture} Do\nQ\n"));
            }
            // One path in whole modules: short, and no seam between two of them.
            Shape::Code { x, y, side, modules } => {
                self.fill(Ink::Black);
                let module = side / f32::from(modules.side);
                self.put("q\n");
                self.placed([module, module, *x, PAGE.1 - y - side], 4);
                for [x, y, w, h] in &modules.dark {
                    let up = modules.side - y - h;
                    self.put(&format!("{x} {up} {w} {h} re\n"));
                }
                self.put("f\nQ\n");
            }
        }
    }

    /// Width, height, left and lower edge of a unit square; the sides with so
    /// many decimals.
    fn placed(&mut self, [w, h, x, y]: [f32; 4], decimals: u32) {
        self.number(w, decimals);
        self.put("0 0 ");
        self.number(h, decimals);
        self.points([x, y]);
        self.put("cm\n");
    }

    /// A stretch of glyphs from a place on: each code with how far the pen
    /// goes back before it, in thousandths of an em (ISO 32000-1, 9.4.3).
    pub(super) fn stretch(
        &mut self,
        (x, y): (f32, f32),
        (family, weight, size): (Family, Weight, f32),
        codes: impl Iterator<Item = (f32, u16)>,
    ) {
        self.put("BT\n");
        self.font(family, weight, size);
        self.points([x, y]);
        self.put("Td\n[");
        let mut inside = false;
        for (back, code) in codes {
            if back != 0.0 {
                self.put(if inside { ")" } else { "" });
                self.number(back, 0);
                inside = false;
            }
            if !inside {
                self.put("(");
                inside = true;
            }
            self.code(code);
        }
        self.put(if inside { ")]TJ\nET\n" } else { "]TJ\nET\n" });
    }
}
