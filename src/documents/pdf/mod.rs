//! The display list as a PDF: the one place that knows printpdf.

mod archive;
mod content;
mod glyphs;
mod outline;
mod structure;
#[cfg(test)]
mod tests;
mod xmp;

use chrono::NaiveDateTime;
use lopdf::{Document, Object, ObjectId, Stream, StringFormat, dictionary};
use printpdf::{Mm, PdfDocument, PdfFont, PdfPage, PdfSaveOptions, Pt, Rect};

use super::page::{PAGE, Pages, Tag};
use super::picture::{Picture, Samples};
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
        for n in 0..self.count() {
            let ops = if n == 0 { codes.drawn() } else { Vec::new() };
            let mut page = PdfPage::new(Mm(210.0), Mm(297.0), ops);
            let whole =
                Rect { x: Pt(0.0), y: Pt(0.0), width: Pt(PAGE.0), height: Pt(PAGE.1), ..page.media_box };
            (page.media_box, page.trim_box, page.crop_box) = (whole.clone(), whole.clone(), whole);
            doc.pages.push(page);
        }
        let options = PdfSaveOptions { subset_fonts: false, ..PdfSaveOptions::default() };
        let mut warnings = Vec::new();
        let mut low = doc.to_lopdf_document(&options, &mut warnings);
        if let Some(warning) = warnings.first() {
            return Err(Fault::internal(format!("printpdf: {}", warning.msg)));
        }
        let marks = self.draw(&mut low, &codes).map_err(Fault::internal)?;
        add_pictures(&mut low, &self.pictures).map_err(Fault::internal)?;
        structure::hang(&mut low, self, &marks).map_err(Fault::internal)?;
        outline::hang(&mut low, self).map_err(Fault::internal)?;
        let bytes = archive::finish(&mut low, &self.title, self.lang, when).map_err(Fault::internal)?;
        Ok(Pdf { bytes, pages: self.count(), level: ArchiveLevel::A2aUa1 })
    }

    /// Puts on each page what it draws.
    fn draw(&self, doc: &mut Document, codes: &Codes) -> lopdf::Result<Marks> {
        let pages: Vec<ObjectId> = doc.page_iter().collect();
        let mut marks = Marks::new();
        for (sheet, page) in self.sheets.iter().zip(pages) {
            let (operators, on_page) = content::of(sheet, &self.tree, codes);
            let at = doc.get_object(page)?.as_dict()?.get(b"Contents")?.as_reference()?;
            doc.get_object_mut(at)?.as_stream_mut()?.set_content(operators);
            marks.push(on_page);
        }
        Ok(marks)
    }
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
