//! The printed face: Titillium Web, in the program. Metrics for the flow, and
//! a font program cut down to the glyphs used for the PDF.
//!
//! Only what our three embedded files need is read: TrueType outlines, a
//! format 4 `cmap`, no kerning (its tables weigh as much as the outlines).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

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
    bytes: &'static [u8],
    /// PostScript name.
    pub name: &'static str,
    tables: BTreeMap<[u8; 4], (usize, usize)>,
    glyphs: BTreeMap<char, u16>,
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
        let read = |bytes, name, class| {
            Face::read(bytes, name, class).expect("the embedded faces are whole: a test reads them")
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
    fn read(bytes: &'static [u8], name: &'static str, class: u16) -> Option<Self> {
        let mut tables = BTreeMap::new();
        for i in 0..usize::from(u16_at(bytes, 4)?) {
            let entry = bytes.get(12 + 16 * i..28 + 16 * i)?;
            let (at, len) = (u32_at(entry, 8)? as usize, u32_at(entry, 12)? as usize);
            bytes.get(at..at + len)?;
            tables.insert(entry.get(..4)?.try_into().ok()?, (at, len));
        }
        let mut face = Self {
            bytes,
            name,
            tables,
            glyphs: BTreeMap::new(),
            advances: vec![],
            em: 0,
            bounds: [0; 4],
            class,
        };
        let head = face.table(b"head")?;
        face.em = u16_at(head, 18)?;
        face.bounds = [i16_at(head, 36)?, i16_at(head, 38)?, i16_at(head, 40)?, i16_at(head, 42)?];
        let measured = usize::from(u16_at(face.table(b"hhea")?, 34)?).max(1);
        let hmtx = face.table(b"hmtx")?;
        face.advances = (0..face.count()?)
            .map(|glyph| u16_at(hmtx, 4 * glyph.min(measured - 1)))
            .collect::<Option<_>>()?;
        face.glyphs = face.read_cmap()?;
        Some(face)
    }

    fn table(&self, tag: &[u8; 4]) -> Option<&'static [u8]> {
        let &(at, len) = self.tables.get(tag)?;
        self.bytes.get(at..at + len)
    }

    fn count(&self) -> Option<usize> {
        u16_at(self.table(b"maxp")?, 4).map(usize::from)
    }

    fn read_cmap(&self) -> Option<BTreeMap<char, u16>> {
        let cmap = self.table(b"cmap")?;
        let unicode = (0..usize::from(u16_at(cmap, 2)?))
            .map(|i| 4 + 8 * i)
            .find(|&at| (u16_at(cmap, at), u16_at(cmap, at + 2)) == (Some(3), Some(1)))?;
        let sub = cmap.get(u32_at(cmap, unicode + 4)? as usize..)?;
        let twice = usize::from(u16_at(sub, 6)?);
        let mut glyphs = BTreeMap::new();
        for i in (0..twice).step_by(2) {
            let (end, start) = (u16_at(sub, 14 + i)?, u16_at(sub, 16 + twice + i)?);
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
                if let (Some(c), 1..) = (char::from_u32(code.into()), glyph) {
                    glyphs.insert(c, glyph);
                }
            }
        }
        Some(glyphs)
    }

    /// The glyph of a character, if the face has it.
    #[must_use]
    pub fn glyph(&self, c: char) -> Option<u16> {
        self.glyphs.get(&c).copied()
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

    /// A font program with the outlines of these glyphs only.
    ///
    /// Glyph numbers stay as they are, the others become empty: so the codes
    /// in the page are those of the whole face, and widths need no mapping.
    #[must_use]
    pub fn subset(&self, used: &BTreeSet<u16>) -> Vec<u8> {
        self.sparse(used).unwrap_or_else(|| self.bytes.to_vec())
    }

    fn sparse(&self, used: &BTreeSet<u16>) -> Option<Vec<u8>> {
        let (glyf, loca, head) = (self.table(b"glyf")?, self.table(b"loca")?, self.table(b"head")?);
        let long = i16_at(head, 50)? != 0;
        let offset = |glyph: usize| {
            if long {
                u32_at(loca, 4 * glyph)
            } else {
                u16_at(loca, 2 * glyph).map(|half| 2 * u32::from(half))
            }
        };
        let outline = |glyph: usize| glyf.get(offset(glyph)? as usize..offset(glyph + 1)? as usize);
        let mut keep: BTreeSet<u16> = used.clone();
        keep.insert(0);
        let mut todo: Vec<u16> = keep.iter().copied().collect();
        while let Some(glyph) = todo.pop() {
            for part in parts(outline(usize::from(glyph))?) {
                if keep.insert(part) {
                    todo.push(part);
                }
            }
        }
        let (mut new_glyf, mut new_loca) = (Vec::new(), Vec::new());
        for glyph in 0..self.count()? {
            new_loca.extend(u32::try_from(new_glyf.len()).ok()?.to_be_bytes());
            if u16::try_from(glyph).is_ok_and(|g| keep.contains(&g)) {
                new_glyf.extend(outline(glyph)?);
                new_glyf.resize(new_glyf.len().next_multiple_of(4), 0);
            }
        }
        new_loca.extend(u32::try_from(new_glyf.len()).ok()?.to_be_bytes());
        let mut new_head = head.to_vec();
        new_head.get_mut(8..12)?.fill(0);
        new_head.get_mut(50..52)?.copy_from_slice(&[0, 1]);
        let mut tables: BTreeMap<[u8; 4], Vec<u8>> =
            [(*b"glyf", new_glyf), (*b"head", new_head), (*b"loca", new_loca)].into();
        for tag in [b"cvt ", b"fpgm", b"hhea", b"hmtx", b"maxp", b"prep"] {
            if let Some(table) = self.table(tag) {
                tables.insert(*tag, table.to_vec());
            }
        }
        sfnt(&tables)
    }
}

/// The glyphs a composite outline is made of.
fn parts(outline: &[u8]) -> Vec<u16> {
    let mut found = Vec::new();
    if i16_at(outline, 0).is_none_or(|contours| contours >= 0) {
        return found;
    }
    let mut at = 10;
    while let (Some(flags), Some(glyph)) = (u16_at(outline, at), u16_at(outline, at + 2)) {
        found.push(glyph);
        let words = if flags & 1 != 0 { 4 } else { 2 };
        // One scale, two scales or a matrix may follow the offsets.
        let scale = match flags & 0b1100_1000 {
            0b0000_1000 => 2,
            0b0100_0000 => 4,
            0b1000_0000 => 8,
            _ => 0,
        };
        at += 4 + words + scale;
        if flags & 0b10_0000 == 0 {
            break;
        }
    }
    found
}

/// A font file of these tables, with its checksums.
fn sfnt(tables: &BTreeMap<[u8; 4], Vec<u8>>) -> Option<Vec<u8>> {
    let sum = |bytes: &[u8]| {
        bytes.chunks(4).fold(0_u32, |sum, word| {
            let mut four = [0; 4];
            four[..word.len()].copy_from_slice(word);
            sum.wrapping_add(u32::from_be_bytes(four))
        })
    };
    let count = u16::try_from(tables.len()).ok()?;
    let power = count.ilog2();
    let range = 16_u16 << power;
    let mut file = vec![0, 1, 0, 0];
    for field in [count, range, u16::try_from(power).ok()?, 16 * count - range] {
        file.extend(field.to_be_bytes());
    }
    let mut at = 12 + 16 * tables.len();
    let mut head_at = None;
    for (tag, table) in tables {
        if tag == b"head" {
            head_at = Some(at + 8);
        }
        file.extend(tag);
        for field in [sum(table), u32::try_from(at).ok()?, u32::try_from(table.len()).ok()?] {
            file.extend(field.to_be_bytes());
        }
        at += table.len().next_multiple_of(4);
    }
    for table in tables.values() {
        file.extend(table);
        file.resize(file.len().next_multiple_of(4), 0);
    }
    let adjust = 0xB1B0_AFBA_u32.wrapping_sub(sum(&file));
    file.get_mut(head_at?..head_at? + 4)?.copy_from_slice(&adjust.to_be_bytes());
    Some(file)
}

#[cfg(test)]
mod tests {
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
        let subset = whole.subset(&BTreeSet::from([a_grave]));
        assert!(subset.len() < 12_000, "{}", subset.len());
        let bytes: &'static [u8] = Box::leak(subset.into_boxed_slice());
        let total =
            bytes.chunks(4).fold(0_u32, |s, w| s.wrapping_add(u32::from_be_bytes(w.try_into().unwrap())));
        assert_eq!(total, 0xB1B0_AFBA, "checksum of the whole file");
    }
}
