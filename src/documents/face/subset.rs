//! A face cut down to what a document draws, with glyphs put together of others.

use std::collections::{BTreeMap, BTreeSet};

use super::{Face, i16_at, u16_at, u32_at};

/// A glyph as a part of another, moved by units of the em.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Part {
    /// Its number.
    pub id: u16,
    /// To the right.
    pub x: i16,
    /// Up.
    pub y: i16,
}

/// A glyph the face does not have: parts of it, side by side or one on the
/// other, as the body of a letter and its dots.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coined {
    /// What it is put together of.
    pub parts: Vec<Part>,
    /// Its advance, in units.
    pub advance: u16,
}

impl Face {
    /// A font program with the outlines of these glyphs only, and after the
    /// last glyph of the face those coined.
    ///
    /// Glyph numbers stay as they are, the others become empty: so the codes
    /// in the page are those of the whole face, and widths need no mapping.
    #[must_use]
    pub fn subset(&self, used: &BTreeSet<u16>, coined: &[Coined]) -> Vec<u8> {
        self.sparse(used, coined).unwrap_or_else(|| self.bytes.to_vec())
    }

    fn sparse(&self, used: &BTreeSet<u16>, coined: &[Coined]) -> Option<Vec<u8>> {
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
        keep.extend(coined.iter().flat_map(|one| &one.parts).map(|part| part.id));
        keep.insert(0);
        let mut todo: Vec<u16> = keep.iter().copied().collect();
        while let Some(glyph) = todo.pop() {
            for part in parts(outline(usize::from(glyph))?) {
                if keep.insert(part) {
                    todo.push(part);
                }
            }
        }
        let count = self.count()?;
        let (mut new_glyf, mut new_loca, mut hmtx) = (Vec::new(), Vec::new(), Vec::new());
        let measures = self.table(b"hmtx")?;
        let measured = usize::from(u16_at(self.table(b"hhea")?, 34)?).max(1);
        for glyph in 0..count {
            new_loca.extend(u32::try_from(new_glyf.len()).ok()?.to_be_bytes());
            if u16::try_from(glyph).is_ok_and(|g| keep.contains(&g)) {
                new_glyf.extend(outline(glyph)?);
                new_glyf.resize(new_glyf.len().next_multiple_of(4), 0);
                let at = if glyph < measured { 4 * glyph + 2 } else { 2 * (measured + glyph) };
                let advance = u16_at(measures, 4 * glyph.min(measured - 1))?;
                hmtx.extend([advance.to_be_bytes(), u16_at(measures, at)?.to_be_bytes()].concat());
            } else {
                // Measures nobody uses are noise to whoever compresses them.
                hmtx.extend([0; 4]);
            }
        }
        for one in coined {
            new_loca.extend(u32::try_from(new_glyf.len()).ok()?.to_be_bytes());
            let (made, left) = composite(&one.parts, |id| outline(usize::from(id)))?;
            new_glyf.extend(made);
            new_glyf.resize(new_glyf.len().next_multiple_of(4), 0);
            hmtx.extend([one.advance.to_be_bytes(), left.to_be_bytes()].concat());
        }
        new_loca.extend(u32::try_from(new_glyf.len()).ok()?.to_be_bytes());
        let glyphs = u16::try_from(count + coined.len()).ok()?;
        let mut new_head = head.to_vec();
        new_head.get_mut(8..12)?.fill(0);
        new_head.get_mut(50..52)?.copy_from_slice(&[0, 1]);
        let mut hhea = self.table(b"hhea")?.to_vec();
        hhea.get_mut(34..36)?.copy_from_slice(&glyphs.to_be_bytes());
        let mut maxp = self.table(b"maxp")?.to_vec();
        maxp.get_mut(4..6)?.copy_from_slice(&glyphs.to_be_bytes());
        if let Some(most) = coined.iter().map(|one| one.parts.len()).max() {
            deepen(&mut maxp, u16::try_from(most).ok()?)?;
        }
        let mut tables: BTreeMap<[u8; 4], Vec<u8>> = [
            (*b"glyf", new_glyf),
            (*b"head", new_head),
            (*b"hhea", hhea),
            (*b"hmtx", hmtx),
            (*b"loca", new_loca),
            (*b"maxp", maxp),
        ]
        .into();
        for tag in [b"cvt ", b"fpgm", b"prep"] {
            if let Some(table) = self.table(tag) {
                tables.insert(*tag, table.to_vec());
            }
        }
        sfnt(&tables)
    }
}

/// An outline put together of others (OpenType, `glyf`), and its left edge.
fn composite<'a>(parts: &[Part], outline: impl Fn(u16) -> Option<&'a [u8]>) -> Option<(Vec<u8>, i16)> {
    let mut bounds: Option<[i16; 4]> = None;
    let mut drawn = Vec::new();
    for part in parts {
        let of = outline(part.id)?;
        if of.is_empty() {
            continue;
        }
        let by = [part.x, part.y, part.x, part.y];
        let mut edges = [0; 4];
        for (n, edge) in edges.iter_mut().enumerate() {
            *edge = i16_at(of, 2 + 2 * n)?.saturating_add(by[n]);
        }
        bounds = Some(bounds.map_or(edges, |[left, low, right, high]| {
            [left.min(edges[0]), low.min(edges[1]), right.max(edges[2]), high.max(edges[3])]
        }));
        drawn.push(part);
    }
    let Some(bounds) = bounds else { return Some((Vec::new(), 0)) };
    let mut made = (-1_i16).to_be_bytes().to_vec();
    made.extend(bounds.iter().flat_map(|edge| edge.to_be_bytes()));
    for (n, part) in drawn.iter().enumerate() {
        // Two words, which are a move; more parts follow.
        let flags: u16 = 0b11 | if n + 1 < drawn.len() { 0b10_0000 } else { 0 };
        made.extend(flags.to_be_bytes());
        made.extend(part.id.to_be_bytes());
        made.extend(part.x.to_be_bytes());
        made.extend(part.y.to_be_bytes());
    }
    Some((made, bounds[0]))
}

/// What a face says of its most composed glyph, with ours.
fn deepen(maxp: &mut [u8], parts: u16) -> Option<()> {
    let mut raise = |at: usize, to: u16| {
        let now = u16_at(maxp, at)?;
        maxp.get_mut(at..at + 2)?.copy_from_slice(&now.max(to).to_be_bytes());
        Some(())
    };
    raise(28, parts)?;
    // Points, contours and depth: ours are made of what the face has.
    let of = |maxp: &[u8], at| u16_at(maxp, at);
    let (points, contours, depth) =
        (of(maxp, 6)?.max(of(maxp, 10)?), of(maxp, 8)?.max(of(maxp, 12)?), of(maxp, 30)?);
    let mut raise = |at: usize, to: u16| {
        maxp.get_mut(at..at + 2)?.copy_from_slice(&to.to_be_bytes());
        Some(())
    };
    raise(10, points.saturating_mul(parts))?;
    raise(12, contours.saturating_mul(parts))?;
    raise(30, depth.saturating_add(1))
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
