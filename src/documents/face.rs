//! The printed face: Titillium Web, in the program. Metrics for the flow, and
//! a font program cut down to the glyphs used for the PDF.
//!
//! Only what the page needs is read: TrueType outlines, a format 4 `cmap`, no
//! kerning (its tables weigh as much as the outlines). Faces of other scripts
//! (`script::faces`) are read by the same code; one of them may be a file of
//! this computer, so nothing in it is believed.

mod subset;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

pub(super) use subset::{Coined, Part};

/// The three weights on paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    /// Running text.
    #[default]
    Regular,
    /// Labels and table heads.
    Strong,
    /// Headings.
    Bold,
}

/// One weight of the face.
#[derive(Debug)]
pub struct Face {
    bytes: Cow<'static, [u8]>,
    /// PostScript name.
    pub name: &'static str,
    tables: BTreeMap<[u8; 4], (usize, usize)>,
    /// By the number of the character, up to the last the face has; 0 is none.
    glyphs: Vec<u16>,
    advances: Vec<u16>,
    /// Units per em.
    pub em: u16,
    /// `xMin, yMin, xMax, yMax` of all glyphs, in units.
    pub bounds: [i16; 4],
    /// OpenType weight class, 400 to 700.
    pub class: u16,
}

/// The face of a weight.
#[must_use]
pub fn face(weight: Weight) -> &'static Face {
    static FACES: OnceLock<[Face; 3]> = OnceLock::new();
    let faces = FACES.get_or_init(|| {
        let read = |bytes: &'static [u8], name, class| {
            Face::read(bytes.into(), name, class).expect("the embedded faces are whole: a test reads them")
        };
        [
            read(include_bytes!("../../assets/fonts/TitilliumWeb-Regular.ttf"), "TitilliumWeb-Regular", 400),
            read(
                include_bytes!("../../assets/fonts/TitilliumWeb-SemiBold.ttf"),
                "TitilliumWeb-SemiBold",
                600,
            ),
            read(include_bytes!("../../assets/fonts/TitilliumWeb-Bold.ttf"), "TitilliumWeb-Bold", 700),
        ]
    });
    &faces[weight as usize]
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

fn i16_at(bytes: &[u8], at: usize) -> Option<i16> {
    u16_at(bytes, at).map(u16::cast_signed)
}

impl Face {
    /// Reads a face. A collection gives its first.
    pub(super) fn read(bytes: Cow<'static, [u8]>, name: &'static str, class: u16) -> Option<Self> {
        let mut tables = BTreeMap::new();
        let start = if bytes.get(..4)? == b"ttcf" { u32_at(&bytes, 12)? as usize } else { 0 };
        for i in 0..usize::from(u16_at(&bytes, start.checked_add(4)?)?) {
            let entry = bytes.get(start + 12 + 16 * i..start + 28 + 16 * i)?;
            let (at, len) = (u32_at(entry, 8)? as usize, u32_at(entry, 12)? as usize);
            bytes.get(at..at.checked_add(len)?)?;
            tables.insert(entry.get(..4)?.try_into().ok()?, (at, len));
        }
        let mut face =
            Self { bytes, name, tables, glyphs: Vec::new(), advances: vec![], em: 0, bounds: [0; 4], class };
        let head = face.table(b"head")?;
        let em = u16_at(head, 18).filter(|em| *em > 0)?;
        face.bounds = [i16_at(head, 36)?, i16_at(head, 38)?, i16_at(head, 40)?, i16_at(head, 42)?];
        face.em = em;
        let measured = usize::from(u16_at(face.table(b"hhea")?, 34)?).max(1);
        let hmtx = face.table(b"hmtx")?;
        face.advances = (0..face.count()?)
            .map(|glyph| u16_at(hmtx, 4 * glyph.min(measured - 1)))
            .collect::<Option<_>>()?;
        face.glyphs = face.read_cmap()?;
        Some(face)
    }

    /// May the face be put in a file (OS/2, fsType)? Outlines other than
    /// TrueType cannot.
    pub(super) fn may_be_embedded(&self) -> bool {
        let forbidden =
            self.table(b"OS/2").and_then(|table| u16_at(table, 8)).is_none_or(|kind| kind & 2 != 0);
        !forbidden && self.table(b"glyf").is_some() && self.table(b"loca").is_some()
    }

    fn table(&self, tag: &[u8; 4]) -> Option<&[u8]> {
        let &(at, len) = self.tables.get(tag)?;
        self.bytes.get(at..at + len)
    }

    pub(super) fn count(&self) -> Option<usize> {
        u16_at(self.table(b"maxp")?, 4).map(usize::from)
    }

    fn read_cmap(&self) -> Option<Vec<u16>> {
        let cmap = self.table(b"cmap")?;
        let unicode = (0..usize::from(u16_at(cmap, 2)?))
            .map(|i| 4 + 8 * i)
            .find(|&at| (u16_at(cmap, at), u16_at(cmap, at + 2)) == (Some(3), Some(1)))?;
        let sub = cmap.get(u32_at(cmap, unicode + 4)? as usize..)?;
        let twice = usize::from(u16_at(sub, 6)?);
        let mut glyphs = Vec::new();
        let mut last = None;
        for i in (0..twice).step_by(2) {
            let (end, start) = (u16_at(sub, 14 + i)?, u16_at(sub, 16 + twice + i)?);
            // Segments go up: a file where they overlap could ask for hours.
            if last.is_some_and(|last| start <= last) {
                return None;
            }
            last = Some(end);
            let delta = u16_at(sub, 16 + 2 * twice + i)?;
            let at = 16 + 3 * twice + i;
            let range = usize::from(u16_at(sub, at)?);
            for code in start..=end {
                let glyph = if range == 0 {
                    code.wrapping_add(delta)
                } else {
                    match u16_at(sub, at + range + 2 * usize::from(code - start)) {
                        Some(0) | None => 0,
                        Some(glyph) => glyph.wrapping_add(delta),
                    }
                };
                if glyph > 0 {
                    glyphs.resize(usize::from(code) + 1, 0);
                    glyphs[usize::from(code)] = glyph;
                }
            }
        }
        Some(glyphs)
    }

    /// The glyph of a character, if the face has it.
    #[must_use]
    pub fn glyph(&self, c: char) -> Option<u16> {
        self.glyphs.get(c as usize).copied().filter(|glyph| *glyph > 0)
    }

    /// Advance of a glyph in units of the em.
    #[must_use]
    pub fn advance(&self, glyph: u16) -> u16 {
        self.advances.get(usize::from(glyph)).copied().unwrap_or(0)
    }

    /// Width of one character at a size, in points, if the face has it.
    #[must_use]
    pub fn width(&self, c: char, size: f32) -> Option<f32> {
        Some(f32::from(self.advance(self.glyph(c)?)) * size / f32::from(self.em))
    }

    /// Typographic ascent and descent, in units (descent is negative).
    #[must_use]
    pub fn ascent_descent(&self) -> (i16, i16) {
        let read = |at| self.table(b"hhea").and_then(|t| i16_at(t, at)).unwrap_or(0);
        (read(4), read(6))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn all_italian_letters_are_there_in_every_weight() {
        for weight in [Weight::Regular, Weight::Strong, Weight::Bold] {
            for c in "aàèéìíîòóùúÀÈÉÌÒÙçñöüßšžłőăț'’“”«»–—…·€°º§ªABCxyz0123456789@/_-+()[]:;,.!?%&\"".chars()
            {
                assert!(face(weight).glyph(c).is_some(), "{c} in {weight:?}");
            }
            assert_eq!(face(weight).em, 1000);
        }
        assert!(face(Weight::Regular).glyph('文').is_none());
    }

    #[test]
    fn a_subset_keeps_the_parts_of_accented_letters() {
        let whole = face(Weight::Regular);
        let a_grave = whole.glyph('à').unwrap();
        let subset = whole.subset(&BTreeSet::from([a_grave]), &[]);
        assert!(subset.len() < 12_000, "{}", subset.len());
        let bytes: &'static [u8] = Box::leak(subset.into_boxed_slice());
        let total =
            bytes.chunks(4).fold(0_u32, |s, w| s.wrapping_add(u32::from_be_bytes(w.try_into().unwrap())));
        assert_eq!(total, 0xB1B0_AFBA, "checksum of the whole file");
    }
}
