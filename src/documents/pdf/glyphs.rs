//! Faces cut down to what a document uses, and the codes of what is drawn.

use std::collections::{BTreeMap, BTreeSet};

use printpdf::{
    Codepoint, FontId, FontMetrics, FontType, Op, ParsedFont, PdfFontHandle, PdfFontMetricsStub, Pt, TextItem,
};

use super::content::Content;
use crate::documents::face::{Coined, Face, Part, Weight, face};
use crate::documents::page::{Pages, Placed, Shape, Sheet};
use crate::documents::script::faces::{self, Family};
use crate::fault::Result;

/// The name of a face in a file. Families but Latin have two weights.
pub(super) fn font_id(family: Family, weight: Weight) -> FontId {
    let strong = if weight == Weight::Regular { "R" } else { "S" };
    FontId(match (family, weight) {
        (Family::Latin, Weight::Bold) => "B".to_owned(),
        (Family::Latin, _) => strong.to_owned(),
        (Family::Cyrillic, _) => format!("Y{strong}"),
        (Family::Arabic, _) => format!("A{strong}"),
        (Family::Chinese, _) => format!("C{strong}"),
    })
}

/// The glyphs of one face in a document: what each code stands for.
#[derive(Default)]
struct Used {
    /// Glyphs of the face as they are, each with its text.
    plain: BTreeMap<u16, String>,
    /// Glyphs put together, and glyphs that stand for something else besides,
    /// in the order they were first met: their codes come after the face's.
    coined: Vec<(Coined, String)>,
}

/// The code of each thing a document draws as glyphs.
pub(super) struct Codes(BTreeMap<(Family, Weight), Used>);

/// A face that is used: families but Latin have two weights.
fn key(family: Family, weight: Weight) -> (Family, Weight) {
    (family, if family == Family::Latin || weight == Weight::Regular { weight } else { Weight::Strong })
}

impl Codes {
    /// Of a whole document. Every code stands for one text, so that who copies
    /// the page, or listens to it, gets the letters that were written: a body
    /// that two letters share under different dots has a code for each.
    ///
    /// # Errors
    /// A face that was there when the pages were made is not any more.
    pub(super) fn of(pages: &Pages) -> Result<Self> {
        let mut codes = Self(BTreeMap::new());
        let shapes = || pages.sheets.iter().flat_map(Sheet::shapes);
        let mut latin: BTreeMap<Weight, Vec<Option<char>>> = BTreeMap::new();
        for shape in shapes() {
            if let Shape::Text { weight, text, .. } = shape {
                let face = face(*weight);
                let seen = latin.entry(*weight).or_insert_with(|| vec![None; face.count().unwrap_or(0)]);
                for c in text.chars() {
                    if let Some(seen) = face.glyph(c).and_then(|glyph| seen.get_mut(usize::from(glyph))) {
                        *seen = Some(c);
                    }
                }
            }
        }
        for (weight, seen) in latin {
            let texts = (0..).zip(seen).filter_map(|(glyph, c)| Some((glyph, c?.to_string())));
            codes.0.entry((Family::Latin, weight)).or_default().plain.extend(texts);
        }
        for shape in shapes() {
            if let Shape::Glyphs { weight, glyphs, .. } = shape {
                for glyph in glyphs {
                    let face = faces::of(glyph.family, *weight)?;
                    let used = codes.0.entry(key(glyph.family, *weight)).or_default();
                    if used.code(face, glyph).is_none() {
                        used.meet(face, glyph);
                    }
                }
            }
        }
        Ok(codes)
    }

    /// The faces, each cut down to what is used.
    ///
    /// # Errors
    /// As [`Codes::of`].
    pub(super) fn fonts(&self) -> Result<Vec<(FontId, ParsedFont)>> {
        let font = |((family, weight), used): (&(Family, Weight), &Used)| {
            Ok((font_id(*family, *weight), used.program(faces::of(*family, *weight)?)))
        };
        self.0.iter().map(font).collect()
    }

    /// Every code of every face, drawn once: printpdf puts in a file the codes
    /// it sees drawn, with what they stand for.
    pub(super) fn drawn(&self) -> Vec<Op> {
        let mut ops = vec![Op::StartTextSection];
        for ((family, weight), used) in &self.0 {
            let after = faces::of(*family, *weight).ok().and_then(Face::count).unwrap_or(0);
            let coined = used.coined.iter().zip(after..).filter_map(|((_, text), code)| {
                Some(Codepoint::with_cid(u16::try_from(code).ok()?, 0.0, text.clone()))
            });
            let plain = used.plain.iter().map(|(id, text)| Codepoint::with_cid(*id, 0.0, text.clone()));
            let all = plain.chain(coined).collect();
            let font = PdfFontHandle::External(font_id(*family, *weight));
            ops.push(Op::SetFont { font, size: Pt(1.0) });
            ops.push(Op::ShowText { items: vec![TextItem::GlyphIds(all)] });
        }
        ops.push(Op::EndTextSection);
        ops
    }

    /// Draws glyphs from a place on, in the order they are read: from the
    /// right, the pen goes back (ISO 32000-1, 14.8.2.3.3).
    pub(super) fn draw(
        &self,
        at: (f32, f32),
        (weight, size): (Weight, f32),
        glyphs: &[Placed],
        content: &mut Content,
    ) {
        for run in glyphs.chunk_by(|a, b| a.family == b.family) {
            let Some(first) = run.first() else { continue };
            let Ok(face) = faces::of(first.family, weight) else { continue };
            let Some(used) = self.0.get(&key(first.family, weight)) else { continue };
            let mut pen = first.x;
            let codes = run.iter().map(|glyph| {
                let back = ((pen - glyph.x) / size * 1000.0).round();
                pen -= back / 1000.0 * size;
                pen += f32::from(glyph.advance) / f32::from(face.em) * size;
                (back, used.code(face, glyph).unwrap_or(0))
            });
            content.stretch((at.0 + first.x, at.1), (first.family, weight, size), codes);
        }
    }
}

impl Used {
    /// The code of something drawn, if it has one.
    fn code(&self, face: &Face, glyph: &Placed) -> Option<u16> {
        if let Some(id) = plain(face, glyph)
            && self.plain.get(&id) == Some(&glyph.text)
        {
            return Some(id);
        }
        let same = |(coined, text): &(Coined, String)| {
            coined.parts == glyph.parts && coined.advance == glyph.advance && *text == glyph.text
        };
        let at = self.coined.iter().position(same)?;
        u16::try_from(face.count()? + at).ok()
    }

    /// Gives a code to something that has none.
    fn meet(&mut self, face: &Face, glyph: &Placed) {
        match plain(face, glyph).filter(|id| !self.plain.contains_key(id)) {
            Some(id) => drop(self.plain.insert(id, glyph.text.clone())),
            None => {
                let coined = Coined { parts: glyph.parts.clone(), advance: glyph.advance };
                self.coined.push((coined, glyph.text.clone()));
            }
        }
    }

    /// The face cut down, as printpdf wants it.
    fn program(&self, face: &Face) -> ParsedFont {
        let used: BTreeSet<u16> = self.plain.keys().copied().collect();
        let coined: Vec<Coined> = self.coined.iter().map(|(coined, _)| coined.clone()).collect();
        let count = face.count().unwrap_or(0);
        let codes = coined
            .iter()
            .enumerate()
            .filter_map(|(at, one)| Some((u16::try_from(count + at).ok()?, one.advance)));
        let (ascent, descent) = face.ascent_descent();
        let [x_min, y_min, x_max, y_max] = face.bounds;
        ParsedFont {
            original_bytes: face.subset(&used, &coined),
            font_index: 0,
            font_name: Some(format!("{}+{}", subset_tag(&used, coined.len()), face.name)),
            codepoint_to_glyph: BTreeMap::new(),
            glyph_widths: used.iter().map(|g| (*g, face.advance(*g))).chain(codes).collect(),
            units_per_em: face.em,
            font_metrics: FontMetrics { ascent, descent },
            font_type: FontType::TrueType,
            pdf_font_metrics: PdfFontMetricsStub {
                units_per_em: face.em,
                x_min,
                y_min,
                x_max,
                y_max,
                caret_slope_rise: 1,
                caret_slope_run: 0,
                us_weight_class: face.class,
            },
        }
    }
}

/// The glyph of the face that is drawn as it is.
fn plain(face: &Face, glyph: &Placed) -> Option<u16> {
    match glyph.parts[..] {
        [Part { id, x: 0, y: 0 }] if face.advance(id) == glyph.advance => Some(id),
        _ => None,
    }
}

/// Six letters that tell one subset from another (ISO 32000-1, 9.6.4).
fn subset_tag(used: &BTreeSet<u16>, coined: usize) -> String {
    let coined = u16::try_from(coined).ok().filter(|n| *n > 0);
    let mut sum = used
        .iter()
        .chain(&coined)
        .fold(0xCBF2_9CE4_8422_2325_u64, |h, g| (h ^ u64::from(*g)).wrapping_mul(0x0100_0000_01B3));
    (0..6)
        .map(|_| {
            let letter = b'A' + u8::try_from(sum % 26).unwrap_or(0);
            sum /= 26;
            char::from(letter)
        })
        .collect()
}
