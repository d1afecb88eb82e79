//! Text beyond the Latin alphabet: which face writes a letter, which way it
//! runs, where its lines end. Only pages in such a language come through here
//! ([`flow::line`](super::flow::line) sets the others).

pub mod breaks;
pub mod faces;
mod shape;
#[cfg(test)]
mod tests;

use unicode_bidi::{Level, ParagraphBidiInfo};
use unicode_normalization::UnicodeNormalization;

use super::block::Text;
use super::face::{Part, Weight};
use super::flow::line::{Line, Stretch, missing, stand_in};
use super::page::Placed;
use crate::domain::language::Language;
use crate::fault::Result;
use faces::Family;

/// Does the language need more than Latin letters?
#[must_use]
pub fn beyond_latin(language: Language) -> bool {
    matches!(language, Language::Ar | Language::Uk | Language::Zh)
}

/// Distance between baselines, in sizes of print: Arabic rises and sinks more.
#[must_use]
pub fn leading(language: Language) -> f32 {
    if language == Language::Ar { 1.5 } else { 1.36 }
}

/// A character ready to be set.
#[derive(Clone, Copy, Debug)]
struct Atom {
    c: char,
    weight: Weight,
    lang: Option<Language>,
    family: Family,
    /// In points; a character drawn with the one before it has none.
    width: f32,
    /// Where it stands in the text the directions are read from.
    at: usize,
    level: Level,
}

/// One paragraph, its directions known.
struct Paragraph {
    atoms: Vec<Atom>,
    /// What the directions are read from: values of another language stand
    /// between isolates, so that they disturb nothing around them.
    text: String,
    base: Level,
    size: f32,
}

/// Breaks a text into lines no wider than `width` points. In a language from
/// the right, places count from the right edge.
///
/// # Errors
/// A character no face of the language has, with its place; a face that is
/// not on this computer.
pub fn lines(language: Language, text: &Text, size: f32, width: f32, place: &str) -> Result<Vec<Line>> {
    let mut out: Vec<Line> = Vec::new();
    for paragraph in paragraphs(language, text, size, place)? {
        if let Some(last) = out.last_mut() {
            last.hard_break();
        }
        let mut start = 0;
        loop {
            let end = paragraph.line_end(start, width);
            out.push(paragraph.set(start..end)?);
            start = end;
            if start >= paragraph.atoms.len() {
                break;
            }
        }
    }
    Ok(out)
}

/// Narrowest and widest a text wants to be.
///
/// # Errors
/// As [`lines`].
pub fn wants(language: Language, text: &Text, size: f32, place: &str) -> Result<(f32, f32)> {
    let (mut longest_word, mut longest_line) = (0.0_f32, 0.0_f32);
    for paragraph in paragraphs(language, text, size, place)? {
        let mut word = 0.0;
        for (n, atom) in paragraph.atoms.iter().enumerate() {
            if n == 0 || breaks::may_end(paragraph.atoms[n - 1].c, atom.c) {
                word = 0.0;
            }
            word += if atom.c == ' ' { 0.0 } else { atom.width };
            longest_word = longest_word.max(word);
        }
        longest_line = longest_line.max(paragraph.atoms.iter().map(|atom| atom.width).sum());
    }
    Ok((longest_word, longest_line))
}

fn paragraphs(language: Language, text: &Text, size: f32, place: &str) -> Result<Vec<Paragraph>> {
    let base = if language.from_right() { Level::rtl() } else { Level::ltr() };
    let empty = || Paragraph { atoms: Vec::new(), text: String::new(), base, size };
    let mut all = vec![empty()];
    for run in &text.0 {
        let words: String = run.text.nfc().filter_map(stand_in).collect();
        for (n, part) in words.split('\n').enumerate() {
            if n > 0 {
                all.push(empty());
            }
            let Some(paragraph) = all.last_mut().filter(|_| !part.is_empty()) else { continue };
            if run.lang.is_some() {
                paragraph.text.push('\u{2066}');
            }
            for (at, c) in part.char_indices() {
                let unknown = || missing(c, part, at, place);
                let family = family(c, run.lang.unwrap_or(language), run.weight).ok_or_else(unknown)?;
                let face = faces::of(family, run.weight)?;
                let drawn = if c == '\u{a0}' { ' ' } else { c };
                let width = face.width(drawn, size).ok_or_else(unknown)?;
                let (weight, lang, at) = (run.weight, run.lang, paragraph.text.len());
                paragraph.text.push(c);
                paragraph.atoms.push(Atom { c, weight, lang, family, width, at, level: base });
            }
            if run.lang.is_some() {
                paragraph.text.push('\u{2069}');
            }
        }
    }
    all.iter_mut().for_each(Paragraph::direct);
    Ok(all)
}

/// Which face writes a character.
fn family(c: char, language: Language, weight: Weight) -> Option<Family> {
    match c {
        '\u{400}'..='\u{52f}' => return Some(Family::Cyrillic),
        '\u{600}'..='\u{6ff}' => return Some(Family::Arabic),
        _ if breaks::is_ideographic(c) => return Some(Family::Chinese),
        _ => {}
    }
    let drawn = if c == '\u{a0}' { ' ' } else { c };
    let has = |family| faces::of(family, weight).is_ok_and(|face| face.glyph(drawn).is_some());
    // Signs and figures look like the letters they stand among.
    if language == Language::Uk && !c.is_alphabetic() && has(Family::Cyrillic) {
        return Some(Family::Cyrillic);
    }
    [Family::Latin, Family::Cyrillic].into_iter().find(|family| has(*family))
}

impl Paragraph {
    /// Reads the directions, and measures what is shaped.
    fn direct(&mut self) {
        let info = ParagraphBidiInfo::new(&self.text, Some(self.base));
        for atom in &mut self.atoms {
            atom.level = info.levels.get(atom.at).copied().unwrap_or(self.base);
        }
        let mut at = 0;
        while at < self.atoms.len() {
            let end = self.same_family(at, self.atoms.len());
            if self.atoms[at].family == Family::Arabic {
                let first = self.atoms[at];
                let unit = unit(first, self.size);
                let characters: Vec<char> = self.atoms[at..end].iter().map(|atom| atom.c).collect();
                self.atoms[at..end].iter_mut().for_each(|atom| atom.width = 0.0);
                for glyph in shape::arabic(&characters, first.weight, first.level.is_rtl()) {
                    self.atoms[at + glyph.from.min(characters.len() - 1)].width +=
                        glyph.advance as f32 * unit;
                }
            }
            at = end;
        }
    }

    /// The end of what one face writes one way, from `at` on.
    fn same_family(&self, at: usize, end: usize) -> usize {
        let first = self.atoms[at];
        let same = |atom: &&Atom| {
            atom.family == first.family && atom.weight == first.weight && atom.level == first.level
        };
        at + self.atoms[at..end].iter().take_while(same).count()
    }

    /// Where the line that begins at `start` ends.
    fn line_end(&self, start: usize, width: f32) -> usize {
        let (mut used, mut cut) = (0.0, None);
        for (n, atom) in self.atoms.iter().enumerate().skip(start) {
            if n > start && breaks::may_end(self.atoms[n - 1].c, atom.c) {
                cut = Some(n);
            }
            used += atom.width;
            // The space itself may hang over the edge.
            if atom.c != ' ' && used > width + 0.01 && n > start {
                return cut.unwrap_or(n);
            }
        }
        self.atoms.len()
    }

    /// One line: its stretches in the order they are read, each at its place.
    fn set(&self, range: std::ops::Range<usize>) -> Result<Line> {
        let atoms = &self.atoms[range];
        let mut line = Line { runs: Vec::new(), words: atoms.iter().map(|atom| atom.c).collect() };
        let (Some(first), Some(last)) = (atoms.first(), atoms.last()) else { return Ok(line) };
        let info = ParagraphBidiInfo::new(&self.text, Some(self.base));
        let levels = info.reordered_levels(first.at..last.at + last.c.len_utf8());
        let levels: Vec<Level> =
            atoms.iter().map(|atom| levels.get(atom.at).copied().unwrap_or(self.base)).collect();
        let mut stretches: Vec<(Level, f32, Stretch)> = Vec::new();
        let mut at = 0;
        while at < atoms.len() {
            let same = |n: usize| {
                levels[n] == levels[at]
                    && atoms[n].weight == atoms[at].weight
                    && atoms[n].lang == atoms[at].lang
            };
            let end = (at..atoms.len()).find(|n| !same(*n)).unwrap_or(atoms.len());
            let (stretch, width) = stretch(&atoms[at..end], levels[at].is_rtl(), self.size)?;
            stretches.push((levels[at], width, stretch));
            at = end;
        }
        let order = ParagraphBidiInfo::reorder_visual(&stretches.iter().map(|s| s.0).collect::<Vec<_>>());
        let total: f32 = stretches.iter().map(|s| s.1).sum();
        let mut x = 0.0;
        for n in order {
            let (_, width, stretch) = &mut stretches[n];
            stretch.x = if self.base.is_rtl() { total - x } else { x };
            x += *width;
        }
        line.runs = stretches.into_iter().map(|(_, _, stretch)| stretch).collect();
        Ok(line)
    }
}

/// Points of a unit of the em.
fn unit(atom: Atom, size: f32) -> f32 {
    faces::of(atom.family, atom.weight).map_or(0.0, |face| size / f32::from(face.em))
}

/// Characters of one direction, weight and language as glyphs from the left,
/// with their width.
fn stretch(atoms: &[Atom], rtl: bool, size: f32) -> Result<(Stretch, f32)> {
    let text: String = atoms.iter().map(|atom| if atom.c == '\u{a0}' { ' ' } else { atom.c }).collect();
    let made = |glyphs| {
        let (weight, lang) = atoms.first().map_or((Weight::Regular, None), |atom| (atom.weight, atom.lang));
        Stretch { x: 0.0, weight, lang, text: text.clone(), glyphs }
    };
    if !rtl && atoms.iter().all(|atom| atom.family == Family::Latin) {
        return Ok((made(Vec::new()), atoms.iter().map(|atom| atom.width).sum()));
    }
    let total: f32 = atoms.iter().map(|atom| atom.width).sum();
    // Glyphs in the order they are read: from the right the pen goes back.
    let (mut glyphs, mut used) = (Vec::new(), 0.0_f32);
    // Parts one face writes.
    for part in atoms.chunk_by(|a, b| a.family == b.family) {
        let Some(first) = part.first().copied() else { continue };
        let wide: f32 = part.iter().map(|atom| atom.width).sum();
        let left = if rtl { total - used - wide } else { used };
        if first.family == Family::Arabic {
            joined(part, left, rtl, size, &mut glyphs);
        } else {
            let face = faces::of(first.family, first.weight)?;
            let mut x = if rtl { left + wide } else { left };
            for atom in part {
                let c = if atom.c == '\u{a0}' { ' ' } else { atom.c };
                let id = face.glyph(if rtl { mirrored(c) } else { c }).unwrap_or(0);
                if rtl {
                    x -= atom.width;
                }
                let (parts, advance) = (vec![Part { id, x: 0, y: 0 }], face.advance(id));
                glyphs.push(Placed { family: first.family, x, parts, advance, text: c.to_string() });
                if !rtl {
                    x += atom.width;
                }
            }
        }
        used += wide;
    }
    Ok((made(glyphs), total))
}

/// Arabic letters from a left edge on, in the order they are read.
fn joined(part: &[Atom], left: f32, rtl: bool, size: f32, glyphs: &mut Vec<Placed>) {
    let Some(first) = part.first().copied() else { return };
    let unit = unit(first, size);
    let characters: Vec<char> = part.iter().map(|atom| atom.c).collect();
    let shaped = shape::arabic(&characters, first.weight, rtl);
    let units = |value: i32| i16::try_from(value).unwrap_or(0);
    let mut pen = left;
    let mut made = Vec::new();
    // Letters from the left; what is drawn for one stands together.
    for letter in shaped.chunk_by(|a, b| a.from == b.from) {
        let from = letter.first().map_or(0, |glyph| glyph.from);
        let next = shaped.iter().map(|glyph| glyph.from).filter(|other| *other > from).min();
        let text = characters.get(from..next.unwrap_or(characters.len())).unwrap_or_default();
        let (mut parts, mut advance) = (Vec::new(), 0);
        for glyph in letter {
            parts.push(Part { id: glyph.id, x: units(advance + glyph.x), y: units(glyph.y) });
            advance += glyph.advance;
        }
        let placed = Placed {
            family: Family::Arabic,
            x: pen,
            parts,
            advance: u16::try_from(advance).unwrap_or(0),
            text: text.iter().collect(),
        };
        made.push((from, placed));
        pen += advance as f32 * unit;
    }
    made.sort_by_key(|(from, _)| *from);
    glyphs.extend(made.into_iter().map(|(_, placed)| placed));
}

/// What stands for a sign that has a direction, read from the right (the
/// mirrored characters of Unicode that our faces have).
fn mirrored(c: char) -> char {
    const PAIRS: [(char, char); 5] = [('(', ')'), ('[', ']'), ('{', '}'), ('<', '>'), ('«', '»')];
    let pair = PAIRS.iter().find_map(|(left, right)| match c {
        c if c == *left => Some(*right),
        c if c == *right => Some(*left),
        _ => None,
    });
    pair.unwrap_or(c)
}
