//! The display list as a PDF: the one place that knows printpdf.

mod archive;
mod glyphs;
mod outline;
mod structure;
#[cfg(test)]
mod tests;
mod xmp;

use chrono::NaiveDateTime;
use lopdf::{Document, Object, ObjectId, Stream, StringFormat, dictionary};
use printpdf::{
    Color, DictItem, Mm, Op, PaintMode, PdfDocument, PdfFont, PdfFontHandle, PdfPage, PdfSaveOptions, Point,
    Pt, Rect, Rgb, TextItem, TextMatrix,
};

use super::page::{Ink, PAGE, Pages, Shape, Sheet, Tag};
use super::picture::{Picture, Samples};
use super::script::faces::Family;
use crate::fault::{Fault, Result};
use glyphs::Codes;

/// What a file promises to the archive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArchiveLevel {
    /// PDF/A-2a and PDF/UA-1: kept for good, readable aloud. The file says
    /// so itself; it was checked by machine, not by a certified validator.
    A2aUa1,
}

impl ArchiveLevel {
    /// Its name, as recorded with the document.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::A2aUa1 => "2a,ua1",
        }
    }
}

/// A PDF file in memory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pdf {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many pages.
    pub pages: usize,
    /// What it promises.
    pub level: ArchiveLevel,
}

/// A leaf drawn on a page: `marks[page][mcid]` is the node of the tree.
type Marks = Vec<Vec<usize>>;

impl Pages {
    /// The pages as a PDF dated `when` (Italian local time). The same pages
    /// and hour give the same bytes.
    ///
    /// # Errors
    /// A defect of the program: the library could not write the file.
    pub fn pdf(&self, when: NaiveDateTime) -> Result<Pdf> {
        let mut doc = PdfDocument::new(&self.title);
        let codes = Codes::of(self)?;
        for (id, program) in codes.fonts()? {
            doc.resources.fonts.map.insert(id, PdfFont::new(program));
        }
        let mut marks = Marks::new();
        for sheet in &self.sheets {
            let (ops, on_page) = page_ops(sheet, &self.tree, &codes);
            let mut page = PdfPage::new(Mm(210.0), Mm(297.0), ops);
            let whole =
                Rect { x: Pt(0.0), y: Pt(0.0), width: Pt(PAGE.0), height: Pt(PAGE.1), ..page.media_box };
            (page.media_box, page.trim_box, page.crop_box) = (whole.clone(), whole.clone(), whole);
            doc.pages.push(page);
            marks.push(on_page);
        }
        // Not «secure»: it leaves out the operators of the code and of pictures.
        let options = PdfSaveOptions { subset_fonts: false, secure: false, ..PdfSaveOptions::default() };
        let mut warnings = Vec::new();
        let mut low = doc.to_lopdf_document(&options, &mut warnings);
        if let Some(warning) = warnings.first() {
            return Err(Fault::internal(format!("printpdf: {}", warning.msg)));
        }
        add_pictures(&mut low, &self.pictures).map_err(Fault::internal)?;
        structure::hang(&mut low, self, &marks).map_err(Fault::internal)?;
        outline::hang(&mut low, self).map_err(Fault::internal)?;
        let bytes = archive::finish(&mut low, &self.title, self.lang, when).map_err(Fault::internal)?;
        Ok(Pdf { bytes, pages: self.count(), level: ArchiveLevel::A2aUa1 })
    }
}

/// The operators of a page, and the leaf of each marked sequence.
fn page_ops(sheet: &Sheet, tree: &[super::page::Node], codes: &Codes) -> (Vec<Op>, Vec<usize>) {
    let (mut ops, mut marks) = (Vec::new(), Vec::new());
    let mut open: Option<Option<usize>> = None;
    let mut ink = None;
    pagination("Watermark", &sheet.mark, codes, &mut ink, &mut ops);
    for drawn in &sheet.drawn {
        if open != Some(drawn.leaf) {
            if open.is_some() {
                ops.push(Op::EndMarkedContent);
            }
            ops.push(match drawn.leaf.and_then(|leaf| Some((leaf, tree.get(leaf)?.tag))) {
                Some((leaf, tag)) => {
                    marks.push(leaf);
                    let mcid = DictItem::Int(marks.len() as i64 - 1);
                    let properties = DictItem::Dict { map: [("MCID".to_owned(), mcid)].into() };
                    Op::BeginMarkedContentWithProperties { tag: tag_name(tag).into(), properties }
                }
                None => Op::BeginMarkedContent { tag: "Artifact".into() },
            });
            open = Some(drawn.leaf);
        }
        draw(&drawn.shape, codes, &mut ink, &mut ops);
    }
    if open.is_some() {
        ops.push(Op::EndMarkedContent);
    }
    pagination("Footer", &sheet.foot, codes, &mut ink, &mut ops);
    (ops, marks)
}

/// What belongs to the page and not to the text (ISO 32000-1, 14.8.2.2).
fn pagination(kind: &str, shapes: &[Shape], codes: &Codes, ink: &mut Option<Ink>, ops: &mut Vec<Op>) {
    if shapes.is_empty() {
        return;
    }
    let name = |name: &str| DictItem::Name(name.as_bytes().to_vec());
    let map = [("Type".to_owned(), name("Pagination")), ("Subtype".to_owned(), name(kind))].into();
    let properties = DictItem::Dict { map };
    ops.push(Op::BeginMarkedContentWithProperties { tag: "Artifact".into(), properties });
    shapes.iter().for_each(|shape| draw(shape, codes, ink, ops));
    ops.push(Op::EndMarkedContent);
}

/// An operator printpdf has no name for.
fn operator(key: &str, value: Vec<DictItem>) -> Op {
    Op::Unknown { key: key.to_owned(), value }
}

/// The pictures as objects, named on every page `P0`, `P1`, …
fn add_pictures(doc: &mut Document, pictures: &[Picture]) -> lopdf::Result<()> {
    if pictures.is_empty() {
        return Ok(());
    }
    let mut named = lopdf::Dictionary::new();
    for (n, picture) in pictures.iter().enumerate() {
        let (space, samples) = match &picture.samples {
            Samples::Grey(samples) => ("DeviceGray", samples),
            Samples::Rgb(samples) => ("DeviceRGB", samples),
        };
        let head = dictionary! {
            "Type" => "XObject",
            "Subtype" => "Image",
            "Width" => i64::from(picture.width),
            "Height" => i64::from(picture.height),
            "ColorSpace" => space,
            "BitsPerComponent" => 8,
        };
        named.set(format!("P{n}"), doc.add_object(Stream::new(head, samples.clone())));
    }
    let named = doc.add_object(named);
    let pages: Vec<ObjectId> = doc.page_iter().collect();
    for page in pages {
        let resources = doc.get_object(page)?.as_dict()?.get(b"Resources")?.as_reference()?;
        doc.get_object_mut(resources)?.as_dict_mut()?.set("XObject", named);
    }
    Ok(())
}

/// Hundredths of a point are enough for any printer, and shorter.
fn pt(value: f32) -> Pt {
    Pt((value * 100.0).round() / 100.0)
}

fn draw(shape: &Shape, codes: &Codes, last_ink: &mut Option<Ink>, ops: &mut Vec<Op>) {
    let mut fill = |ink: Ink, ops: &mut Vec<Op>| {
        if *last_ink != Some(ink) {
            let [r, g, b] = ink.rgb().map(|v| (f32::from(v) / 255.0 * 1000.0).round() / 1000.0);
            ops.push(Op::SetFillColor { col: Color::Rgb(Rgb { r, g, b, icc_profile: None }) });
            *last_ink = Some(ink);
        }
    };
    match shape {
        Shape::Text { x, y, weight, size, ink, turn, text } => {
            fill(*ink, ops);
            let (x, y) = (pt(*x), pt(PAGE.1 - y));
            ops.push(Op::StartTextSection);
            ops.push(Op::SetFont {
                font: PdfFontHandle::External(glyphs::font_id(Family::Latin, *weight)),
                size: pt(*size),
            });
            if *turn == 0.0 {
                ops.push(Op::SetTextCursor { pos: Point { x, y } });
            } else {
                let (sin, cos) = turn.to_radians().sin_cos();
                let round = |v: f32| (v * 10_000.0).round() / 10_000.0;
                let (sin, cos) = (round(sin), round(cos));
                ops.push(Op::SetTextMatrix { matrix: TextMatrix::Raw([cos, sin, -sin, cos, x.0, y.0]) });
            }
            ops.push(Op::ShowText { items: vec![TextItem::Text(text.clone())] });
            ops.push(Op::EndTextSection);
        }
        Shape::Glyphs { x, y, weight, size, ink, glyphs, .. } => {
            fill(*ink, ops);
            codes.draw((*x, PAGE.1 - y), (*weight, *size), glyphs, ops);
        }
        Shape::Fill { x, y, w, h, ink } => {
            fill(*ink, ops);
            ops.push(Op::DrawRectangle {
                rectangle: Rect {
                    x: pt(*x),
                    y: pt(PAGE.1 - y - h),
                    width: pt(*w),
                    height: pt(*h),
                    mode: Some(PaintMode::Fill),
                    winding_order: None,
                },
            });
        }
        Shape::Picture { x, y, w, h, picture } => {
            ops.push(Op::SaveGraphicsState);
            ops.push(placed([pt(*w), pt(*h), pt(*x), pt(PAGE.1 - y - h)]));
            ops.push(operator("Do", vec![DictItem::Name(format!("P{picture}").into_bytes())]));
            ops.push(Op::RestoreGraphicsState);
        }
        // One path in whole modules: short, and no seam between two of them.
        Shape::Code { x, y, side, modules } => {
            fill(Ink::Black, ops);
            let module = Pt((side / f32::from(modules.side) * 10_000.0).round() / 10_000.0);
            ops.push(Op::SaveGraphicsState);
            ops.push(placed([module, module, pt(*x), pt(PAGE.1 - y - side)]));
            for [x, y, w, h] in &modules.dark {
                let up = modules.side - y - h;
                let value = [*x, up, *w, *h].map(|v| DictItem::Int(v.into())).to_vec();
                ops.push(operator("re", value));
            }
            ops.push(operator("f", vec![]));
            ops.push(Op::RestoreGraphicsState);
        }
    }
}

/// Width, height, left and lower edge of a unit square.
fn placed([w, h, x, y]: [Pt; 4]) -> Op {
    let zero = DictItem::Real(0.0);
    let number = |v: Pt| DictItem::Real(v.0);
    operator("cm", vec![number(w), zero.clone(), zero, number(h), number(x), number(y)])
}

/// The name of a structure type (ISO 32000-1, 14.8.4).
fn tag_name(tag: Tag) -> &'static str {
    match tag {
        Tag::Document => "Document",
        Tag::H1 => "H1",
        Tag::H2 => "H2",
        Tag::P => "P",
        Tag::L { .. } => "L",
        Tag::Li => "LI",
        Tag::Lbl => "Lbl",
        Tag::LBody => "LBody",
        Tag::Table => "Table",
        Tag::Tr => "TR",
        Tag::ThColumn | Tag::ThRow => "TH",
        Tag::Td => "TD",
        Tag::Figure => "Figure",
        Tag::Span => "Span",
    }
}

/// A text string with a byte order mark (ISO 32000-1, 7.9.2).
fn utf16(text: &str) -> Object {
    let bytes = std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(u16::to_be_bytes).collect();
    Object::String(bytes, StringFormat::Hexadecimal)
}
