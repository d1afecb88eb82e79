//! Words into lines: left aligned, never hyphenated.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

use super::super::block::Text;
use super::super::face::{Weight, face};
use super::super::page::Placed;
use super::super::script;
use crate::domain::language::Language;
use crate::fault::{Fault, Result};

/// A part of a line in one weight, language and direction.
#[derive(Clone, Debug, PartialEq)]
pub struct Stretch {
    /// Its left edge, in points from the start of the line: on a page that
    /// runs from the right, from the right edge.
    pub x: f32,
    /// Its weight.
    pub weight: Weight,
    /// Its language, where it is not the document's.
    pub lang: Option<Language>,
    /// The text, as it is read. A line broken at a space keeps the space.
    pub text: String,
    /// Its glyphs; none where each letter is one of the printed face.
    pub glyphs: Vec<Placed>,
}

/// One line.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Its stretches, in the order they are read.
    pub runs: Vec<Stretch>,
    /// The text with what ended it: a space, `\n`, or nothing.
    pub words: String,
}

impl Line {
    /// Ends the line for good. It is drawn with a space, or who listens to
    /// the page hears its last word joined to the next line.
    pub(in crate::documents) fn hard_break(&mut self) {
        self.words.push('\n');
        if let Some(last) = self.runs.last_mut().filter(|last| last.glyphs.is_empty()) {
            last.text.push(' ');
        }
    }
}

/// A character ready to be set.
#[derive(Clone, Copy)]
struct Glyph {
    c: char,
    weight: Weight,
    lang: Option<Language>,
    width: f32,
}

/// What stands for a character: itself, one the eye takes for it, a line end,
/// or nothing when it prints nothing. Nobody at the counter can find a control
/// character in a text, so none of them refuses a document.
pub(in crate::documents) fn stand_in(c: char) -> Option<char> {
    match c {
        '\u{a0}' | '\u{2007}' | '\u{2009}' | '\u{202f}' => Some('\u{a0}'),
        '\n' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
        '\t' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{205f}' | '\u{3000}' => Some(' '),
        '\u{2010}' | '\u{2011}' => Some('-'),
        '\u{2012}' => Some('–'),
        '\u{2015}' => Some('—'),
        // Of Ukrainian and of transliterated names; minutes and seconds.
        '\u{2b9}' | '\u{2032}' => Some('\''),
        '\u{2bc}' | '\u{2bb}' | '\u{2bd}' | '\u{201b}' => Some('’'),
        '\u{2ba}' | '\u{2033}' => Some('"'),
        '\u{2023}' | '\u{2043}' | '\u{25aa}' | '\u{25cf}' | '\u{25e6}' => Some('•'),
        // The bullet of a list copied from a word processor.
        '\u{f0b7}' => Some('•'),
        // Joiners, marks of direction, variation selectors, tags.
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' => None,
        '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' => None,
        '\u{fe00}'..='\u{fe0f}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e01ef}' => None,
        other => (!other.is_control()).then_some(other),
    }
}

/// Does the face have it? What is for private use means nothing to who listens.
fn has(c: char) -> bool {
    let private = matches!(c, '\u{e000}'..='\u{f8ff}');
    matches!(c, '\n' | '\u{a0}') || (!private && face(Weight::Regular).glyph(c).is_some())
}

/// The words as they are printed: composed, so that an accent typed apart
/// finds its letter in the face; each character by itself or by what stands
/// for it. A character that nothing stands for is still there.
#[must_use]
pub fn printed(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    let mut rest = words.nfc().peekable();
    while let Some(c) = rest.next() {
        // A carriage return alone ends a line, before a line feed it is one with it.
        let c = if c == '\r' && rest.peek() != Some(&'\n') { '\n' } else { c };
        let Some(c) = stand_in(c) else { continue };
        let apart = || c.to_string().nfkc().collect::<String>();
        if has(c) {
            out.push(c);
        } else if let Some(apart) = Some(apart()).filter(|apart| apart.chars().all(has)) {
            // Ligatures, wide letters, numerals in a circle.
            out.push_str(&apart);
        } else {
            out.push(c);
        }
    }
    out
}

fn glyphs(text: &Text, size: f32, place: &str) -> Result<Vec<Glyph>> {
    let mut out = Vec::new();
    for run in &text.0 {
        let face = face(run.weight);
        let words = printed(&run.text);
        for (at, c) in words.char_indices() {
            let width = match c {
                '\n' => 0.0,
                '\u{a0}' => face.width(' ', size).unwrap_or(size / 4.0),
                _ if !has(c) => return Err(missing(c, &words, at, place)),
                _ => face.width(c, size).ok_or_else(|| missing(c, &words, at, place))?,
            };
            out.push(Glyph { c, weight: run.weight, lang: run.lang, width });
        }
    }
    Ok(out)
}

/// Can a composed character be set, by itself or by what stands for it?
/// One that cannot refuses the whole document ([`lines`]).
#[must_use]
pub fn prints(c: char) -> bool {
    printed(c.encode_utf8(&mut [0; 4])).chars().all(has)
}

/// What to say of a character nobody can print, so that who is at the counter
/// finds it and writes another: its word, its place, what could stand there.
pub(in crate::documents) fn missing(c: char, words: &str, at: usize, place: &str) -> Fault {
    let word = |c: char| !c.is_whitespace();
    let before: String = words[..at].chars().rev().take_while(|c| word(*c)).take(20).collect();
    let before: String = before.chars().rev().collect();
    let after: String = words[at..].chars().take_while(|c| word(*c)).take(20).collect();
    let base = c.to_string().nfd().next().filter(|base| *base != c && has(*base));
    let alone = canonical_combining_class(c) != 0;
    let shown = match (alone, before.chars().last()) {
        (true, Some(under)) => format!("«{under}{c}»"),
        _ => format!("«{c}»"),
    };
    let fault = Fault::usage(format!(
        "Il carattere {shown} (U+{:04X}) non si può stampare. Si trova in: {place}, nella parola «{before}{after}».",
        u32::from(c)
    ));
    fault.hint(match base.or(before.chars().last().filter(|_| alone)) {
        Some(base) => format!("Scrivere «{base}» al suo posto."),
        None => "Scrivere la parola con le lettere dell'alfabeto latino, o togliere il carattere.".to_owned(),
    })
}

/// Breaks a text of a page in a language into lines no wider than `width`
/// points.
///
/// # Errors
/// As [`lines`]; a face that is not on this computer.
pub fn lines_in(language: Language, text: &Text, size: f32, width: f32, place: &str) -> Result<Vec<Line>> {
    if script::beyond_latin(language) {
        script::lines(language, text, size, width, place)
    } else {
        lines(text, size, width, place)
    }
}

/// What a text of a page in a language [`wants`].
///
/// # Errors
/// As [`lines_in`].
pub fn wants_in(language: Language, text: &Text, size: f32, place: &str) -> Result<(f32, f32)> {
    if script::beyond_latin(language) {
        script::wants(language, text, size, place)
    } else {
        wants(text, size, place)
    }
}

/// Breaks a text in Latin letters into lines no wider than `width` points.
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
    let (mut space, mut tied_space) = (None, None);
    for (i, glyph) in glyphs.iter().enumerate().skip(start) {
        if glyph.c == '\n' {
            return (i, Some(i + 1));
        }
        used += glyph.width;
        if glyph.c == ' ' {
            // The space itself may hang over the edge.
            *if tied(glyphs, i) { &mut tied_space } else { &mut space } = Some(i + 1);
        } else if used > width + 0.01 && i > start {
            let cut = space.or(tied_space).unwrap_or(i);
            return (cut, Some(cut));
        }
    }
    (glyphs.len(), None)
}

/// Does the space hold together what is read as one: the parts of a telephone
/// number, a word with the number it counts, a postal code with its town?
fn tied(glyphs: &[Glyph], space: usize) -> bool {
    const BEFORE_NUMBERS: [&str; 8] = ["n.", "tel.", "art.", "artt.", "articolo", "articoli", "comma", "ore"];
    let Some(next) = glyphs.get(space + 1).map(|glyph| glyph.c) else { return false };
    let before =
        || glyphs[..space].iter().rev().map(|glyph| glyph.c).take_while(|c| !matches!(c, ' ' | '\n' | '('));
    if next.is_uppercase() {
        return before().count() == 5 && before().all(|c| c.is_ascii_digit());
    }
    next.is_ascii_digit()
        && (before().next().is_some_and(|c| c.is_ascii_digit())
            || BEFORE_NUMBERS.iter().any(|word| before().eq(word.chars().rev())))
}

fn set(glyphs: &[Glyph], hard: bool) -> Line {
    let mut line = Line { runs: Vec::new(), words: String::new() };
    let mut x = 0.0;
    for glyph in glyphs {
        // The face draws the no-break space as a space.
        let c = if glyph.c == '\u{a0}' { ' ' } else { glyph.c };
        match line.runs.last_mut() {
            Some(last) if last.weight == glyph.weight && last.lang == glyph.lang => last.text.push(c),
            _ => line.runs.push(Stretch {
                x,
                weight: glyph.weight,
                lang: glyph.lang,
                text: c.to_string(),
                glyphs: Vec::new(),
            }),
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
    fn numbers_stay_whole_where_there_is_room() {
        assert_eq!(broken("chiamare il 010 000000", 90.0), ["chiamare il ", "010 000000"]);
        assert_eq!(broken("legge 12 marzo 1999, n. 68", 115.0), ["legge 12 marzo 1999, ", "n. 68"]);
        assert_eq!(broken("via Roma 3, 24100 Bergamo", 100.0), ["via Roma 3, ", "24100 Bergamo"]);
        assert_eq!(broken("010 000000", 40.0), ["010 ", "000000"]);
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
    fn what_looks_the_same_is_printed() {
        for (typed, drawn) in [
            ("ﬁne ﬂusso", "fine flusso"),
            ("Ｒｏｓｓｉ", "Rossi"),
            ("Ⅳ №\u{2009}3", "IV No\u{a0}3"),
            ("O\u{2bc}Neill", "O’Neill"),
            ("\u{f0b7}\tuno", "• uno"),
            ("a\r\nb\rc\u{2028}d", "a\nb\nc\nd"),
            ("a\u{7}\u{202e}b\u{fe0f}\u{0}c\u{1b}", "abc"),
            ("\u{2012}\u{2015}\u{2033}", "–—\""),
        ] {
            assert_eq!(printed(typed), drawn, "{typed:?}");
            assert!(printed(typed).chars().all(prints), "{typed:?}");
        }
    }

    #[test]
    fn what_the_face_lacks_is_refused_with_its_place() {
        let refused = |typed: &str| lines(&Text::plain(typed), 11.0, 100.0, "sezione 4").unwrap_err();
        let fault = refused("caro 文.");
        assert_eq!(
            fault.message,
            "Il carattere «文» (U+6587) non si può stampare. Si trova in: sezione 4, nella parola «文.»."
        );
        let hint = |typed: &str| refused(typed).hint;
        assert_eq!(hint("signor Phạm"), "Scrivere «a» al suo posto.");
        assert_eq!(hint("x\u{323}y"), "Scrivere «x» al suo posto.");
        assert!(refused("x\u{323}y").message.contains("«x\u{323}» (U+0323)"));
        assert!(hint("bene 😀").contains("togliere il carattere"));
        // Their glyphs are in the face, but nobody can hear what they are.
        assert!(!prints('\u{f6be}') && !prints('\u{fffd}') && prints('ț'));
    }

    #[test]
    fn the_three_weights_have_the_same_characters() {
        for c in ('\u{20}'..='\u{ffff}').filter(|c| has(*c) && *c != '\u{a0}') {
            for weight in [Weight::Strong, Weight::Bold] {
                assert!(face(weight).glyph(c).is_some(), "{c} in {weight:?}");
            }
        }
    }

    #[test]
    fn columns_share_the_room() {
        assert_eq!(share(&[(10.0, 20.0), (10.0, 20.0)], 80.0), Some(vec![40.0, 40.0]));
        assert_eq!(share(&[(10.0, 20.0), (10.0, 40.0)], 40.0), Some(vec![15.0, 25.0]));
        assert_eq!(share(&[(50.0, 60.0)], 40.0), None);
    }
}
