//! Words into lines: left aligned, never hyphenated.

use unicode_normalization::UnicodeNormalization;

use super::super::block::Text;
use super::super::face::{Weight, face};
use crate::fault::{Fault, Result};

/// One line: stretches of one weight with their start, in points from the left.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Start, weight, text. A line broken at a space keeps the space.
    pub runs: Vec<(f32, Weight, String)>,
    /// The text with what ended it: a space, `\n`, or nothing.
    pub words: String,
}

impl Line {
    /// Ends the line for good. It is drawn with a space, or who listens to
    /// the page hears its last word joined to the next line.
    pub(super) fn hard_break(&mut self) {
        self.words.push('\n');
        if let Some((_, _, text)) = self.runs.last_mut() {
            text.push(' ');
        }
    }
}

/// A character ready to be set.
#[derive(Clone, Copy)]
struct Glyph {
    c: char,
    weight: Weight,
    width: f32,
}

/// Characters that have an equal in the face, or that print nothing.
fn stand_in(c: char) -> Option<char> {
    match c {
        '\u{a0}' | '\u{202f}' | '\u{2009}' => Some('\u{a0}'),
        '\u{2010}' | '\u{2011}' => Some('-'),
        '\t' => Some(' '),
        '\r' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => None,
        other => Some(other),
    }
}

fn glyphs(text: &Text, size: f32, place: &str) -> Result<Vec<Glyph>> {
    let mut out = Vec::new();
    for run in &text.0 {
        let face = face(run.weight);
        // Composed, so that an accent typed apart finds its letter in the face.
        for c in run.text.nfc().filter_map(stand_in) {
            let width = match c {
                '\n' => 0.0,
                '\u{a0}' => face.width(' ', size).unwrap_or(size / 4.0),
                _ => face.width(c, size).ok_or_else(|| missing(c, place))?,
            };
            out.push(Glyph { c, weight: run.weight, width });
        }
    }
    Ok(out)
}

/// Can a composed character be set, by itself or by one that stands for it?
/// One that cannot refuses the whole document ([`lines`]).
#[must_use]
pub fn prints(c: char) -> bool {
    match stand_in(c) {
        None | Some('\n' | '\u{a0}') => true,
        Some(c) => {
            [Weight::Regular, Weight::Strong, Weight::Bold].iter().all(|w| face(*w).glyph(c).is_some())
        }
    }
}

fn missing(c: char, place: &str) -> Fault {
    let shown = if c.is_control() { String::new() } else { format!("«{c}» ") };
    Fault::usage(format!(
        "Il carattere {shown}(U+{:04X}) non si può stampare. Si trova in: {place}.",
        u32::from(c)
    ))
    .hint("Scrivere la parola con le lettere dell'alfabeto latino.")
}

/// Breaks a text into lines no wider than `width` points.
///
/// Breaks at spaces; a word wider than the line is cut where the line ends.
/// An empty text gives one empty line.
///
/// # Errors
/// A character that the face does not have, with its place.
pub fn lines(text: &Text, size: f32, width: f32, place: &str) -> Result<Vec<Line>> {
    let glyphs = glyphs(text, size, place)?;
    let mut lines = Vec::new();
    let mut start = 0;
    loop {
        let (end, next) = one_line(&glyphs, start, width);
        lines.push(set(&glyphs[start..end], glyphs.get(end).is_some_and(|g| g.c == '\n')));
        match next {
            Some(next) => start = next,
            None => return Ok(lines),
        }
    }
}

/// Where the line that begins at `start` ends, and where the next begins.
fn one_line(glyphs: &[Glyph], start: usize, width: f32) -> (usize, Option<usize>) {
    let mut used = 0.0;
    let mut space = None;
    for (i, glyph) in glyphs.iter().enumerate().skip(start) {
        if glyph.c == '\n' {
            return (i, Some(i + 1));
        }
        used += glyph.width;
        if glyph.c == ' ' {
            // The space itself may hang over the edge.
            space = Some(i + 1);
        } else if used > width + 0.01 && i > start {
            let cut = space.unwrap_or(i);
            return (cut, Some(cut));
        }
    }
    (glyphs.len(), None)
}

fn set(glyphs: &[Glyph], hard: bool) -> Line {
    let mut line = Line { runs: Vec::new(), words: String::new() };
    let mut x = 0.0;
    for glyph in glyphs {
        // The face draws the no-break space as a space.
        let c = if glyph.c == '\u{a0}' { ' ' } else { glyph.c };
        match line.runs.last_mut() {
            Some((_, weight, text)) if *weight == glyph.weight => text.push(c),
            _ => line.runs.push((x, glyph.weight, c.to_string())),
        }
        line.words.push(glyph.c);
        x += glyph.width;
    }
    if hard {
        line.hard_break();
    }
    line
}

/// Narrowest and widest a text wants to be: its longest word, its longest line.
///
/// # Errors
/// A character that the face does not have, with its place.
pub fn wants(text: &Text, size: f32, place: &str) -> Result<(f32, f32)> {
    let (mut word, mut line) = (0.0_f32, 0.0_f32);
    let (mut longest_word, mut longest_line) = (0.0_f32, 0.0_f32);
    for glyph in glyphs(text, size, place)? {
        line = if glyph.c == '\n' { 0.0 } else { line + glyph.width };
        word = if matches!(glyph.c, ' ' | '\n') { 0.0 } else { word + glyph.width };
        longest_word = longest_word.max(word);
        longest_line = longest_line.max(line);
    }
    Ok((longest_word, longest_line))
}

/// Shares `room` among columns that want at least `least` and at most `most`.
/// None when even the least does not fit.
#[must_use]
pub fn share(wants: &[(f32, f32)], room: f32) -> Option<Vec<f32>> {
    let least: f32 = wants.iter().map(|w| w.0).sum();
    let most: f32 = wants.iter().map(|w| w.1).sum();
    if least > room {
        return None;
    }
    if most <= room {
        // Spread what is left as the columns are wide, so the table spans the page.
        let stretch = if most > 0.0 { room / most } else { 1.0 };
        return Some(wants.iter().map(|w| w.1 * stretch).collect());
    }
    let give = (room - least) / (most - least);
    Some(wants.iter().map(|w| w.0 + (w.1 - w.0) * give).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn broken(text: &str, width: f32) -> Vec<String> {
        lines(&Text::plain(text), 11.0, width, "prova").unwrap().into_iter().map(|l| l.words).collect()
    }

    #[test]
    fn lines_break_at_spaces_and_keep_them() {
        let got = broken("uno due tre quattro cinque", 60.0);
        assert!(got.len() > 1);
        assert_eq!(got.concat(), "uno due tre quattro cinque");
        assert!(got[..got.len() - 1].iter().all(|l| l.ends_with(' ')));
    }

    #[test]
    fn hard_breaks_and_empty_texts() {
        assert_eq!(broken("a\nb\n\nc", 100.0), ["a\n", "b\n", "\n", "c"]);
        assert_eq!(broken("", 100.0), [""]);
    }

    #[test]
    fn a_word_wider_than_the_line_is_cut() {
        let got = broken(&"x".repeat(500), 80.0);
        assert!(got.len() > 20);
        assert_eq!(got.concat().len(), 500);
        assert_eq!(broken("ab", 0.1).concat(), "ab");
    }

    #[test]
    fn letters_with_their_accent_apart_are_composed() {
        assert_eq!(broken("perche\u{301} citta\u{300}", 200.0), ["perché città"]);
        assert_eq!(broken("a\u{200b}b\u{ad}c\u{2011}d\u{a0}e", 200.0), ["abc-d\u{a0}e"]);
    }

    #[test]
    fn what_the_face_lacks_is_refused_with_its_place() {
        let fault = lines(&Text::plain("caro 文"), 11.0, 100.0, "sezione 4").unwrap_err();
        assert_eq!(fault.message, "Il carattere «文» (U+6587) non si può stampare. Si trova in: sezione 4.");
        assert!(lines(&Text::plain("a\u{7}"), 11.0, 100.0, "x").unwrap_err().message.contains("(U+0007)"));
    }

    #[test]
    fn columns_share_the_room() {
        assert_eq!(share(&[(10.0, 20.0), (10.0, 20.0)], 80.0), Some(vec![40.0, 40.0]));
        assert_eq!(share(&[(10.0, 20.0), (10.0, 40.0)], 40.0), Some(vec![15.0, 25.0]));
        assert_eq!(share(&[(50.0, 60.0)], 40.0), None);
    }
}
