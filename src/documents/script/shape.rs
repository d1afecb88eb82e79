//! Arabic letters joined: the glyphs of a stretch, as they stand on paper.

use std::sync::OnceLock;

use harfrust::{Buffer, ClusterLevel, Direction, Font, Script, ShapeOptions, ShaperFont};

use super::faces::arabic_program;
use crate::documents::face::Weight;

/// A glyph of a shaped stretch, in units of the em.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Shaped {
    /// Its number in the face.
    pub id: u16,
    /// Which character of the stretch it begins with.
    pub from: usize,
    /// How far the next glyph stands from this one.
    pub advance: i32,
    /// Moved by, to the right.
    pub x: i32,
    /// Moved by, up.
    pub y: i32,
}

/// The glyphs of Arabic characters, left to right as they are drawn.
///
/// Joining stops where the stretch does: letters of one word are shaped
/// together.
pub(super) fn arabic(characters: &[char], weight: Weight, from_right: bool) -> Vec<Shaped> {
    static FONTS: OnceLock<[Option<Font>; 2]> = OnceLock::new();
    let fonts = FONTS
        .get_or_init(|| [Weight::Regular, Weight::Strong].map(|weight| Font::new(arabic_program(weight), 0)));
    let Some(font) = &fonts[usize::from(weight != Weight::Regular)] else { return Vec::new() };
    let mut buffer = Buffer::new();
    for (at, c) in characters.iter().enumerate() {
        buffer.push(u32::from(*c), u32::try_from(at).unwrap_or(u32::MAX));
    }
    buffer.set_direction(if from_right { Direction::RightToLeft } else { Direction::LeftToRight });
    buffer.set_script(Some(Script::ARABIC));
    // A vowel mark is drawn with its letter, and copied with it.
    buffer.set_cluster_level(ClusterLevel::MonotoneGraphemes);
    if harfrust::shape(&ShaperFont::new(font), &mut buffer, ShapeOptions::new()).is_err() {
        return Vec::new();
    }
    let glyphs = buffer.glyph_infos().iter().zip(buffer.glyph_positions());
    glyphs
        .map(|(glyph, place)| Shaped {
            id: u16::try_from(glyph.glyph_id).unwrap_or(0),
            from: glyph.cluster as usize,
            advance: place.x_advance,
            x: place.x_offset,
            y: place.y_offset,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::script::faces::{Family, of};

    fn glyphs(text: &str) -> Vec<Shaped> {
        arabic(&text.chars().collect::<Vec<_>>(), Weight::Regular, true)
    }

    #[test]
    fn letters_join() {
        let face = of(Family::Arabic, Weight::Regular).unwrap();
        // Alone, a letter is as the face has it; inside a word it is not.
        let alone = |c| face.glyph(c);
        let word = glyphs("مسلم");
        assert!(word.iter().all(|g| "مسل".chars().all(|c| alone(c) != Some(g.id))), "{word:?}");
        assert_ne!(
            word.first().map(|g| g.id),
            word.last().map(|g| g.id),
            "first and last form of one letter"
        );
        // Drawn from the left: the last letter first.
        assert!(word.windows(2).all(|pair| pair[0].from >= pair[1].from), "{word:?}");
        // A letter that joins to nothing on its left starts the next anew.
        let (one, two) = (glyphs("دا"), glyphs("د"));
        assert_eq!(one.last().map(|g| g.id), two.last().map(|g| g.id), "{one:?} {two:?}");
    }

    #[test]
    fn lam_takes_another_form_before_alif() {
        let form =
            |text: &str| glyphs(text).into_iter().filter(|g| g.from == 0).map(|g| g.id).collect::<Vec<_>>();
        assert_ne!(form("لا"), form("لم"));
        let alif = glyphs("لا").into_iter().find(|g| g.from == 1).map(|g| g.id);
        assert_ne!(alif, glyphs("ا").first().map(|g| g.id));
    }

    #[test]
    fn marks_stand_on_their_letter() {
        let marked = glyphs("معاً");
        let mark = marked.iter().find(|g| g.advance == 0).unwrap();
        assert!(marked.iter().any(|g| g.from == mark.from && g.advance > 0), "{marked:?}");
    }
}
