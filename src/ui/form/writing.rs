//! A text being written, with a cursor that stands between characters as the
//! eye sees them: an accent typed apart, a joined emoji, are one step.

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};
use unicode_width::UnicodeWidthStr;
use zeroize::{Zeroize, Zeroizing};

/// A text and its cursor.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Writing {
    text: String,
    /// Bytes before the cursor, always a whole number of characters.
    cursor: usize,
}

/// It may be a password: what is no longer written is wiped.
impl Drop for Writing {
    fn drop(&mut self) {
        self.text.zeroize();
    }
}

impl Writing {
    /// A text with the cursor at its end.
    pub fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        Self { cursor: text.len(), text }
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Bytes before the cursor.
    #[must_use]
    pub fn cursor(&self) -> usize {
        self.cursor
    }

    /// Cells before the cursor, in a text of one line.
    #[must_use]
    pub fn column(&self) -> usize {
        self.text[..self.cursor].width()
    }

    /// Is the cursor at the end of the text?
    #[must_use]
    pub fn at_end(&self) -> bool {
        self.cursor == self.text.len()
    }

    /// Writes at the cursor as much of `chars` as leaves the text within
    /// `limit` characters; gives how many did not fit.
    pub fn insert(&mut self, chars: &str, limit: usize) -> usize {
        let used = self.text.graphemes(true).count();
        let marks = most_marks(limit).saturating_sub(self.text.chars().count());
        let mut end = 0;
        let mut written = 0;
        for (count, (at, grapheme)) in chars.grapheme_indices(true).enumerate() {
            written += grapheme.chars().count();
            // What joins the character before the cursor takes no room.
            let fits = used + count < limit || count == 0 && self.joined(grapheme) <= limit;
            if !fits || written > marks {
                break;
            }
            end = at + grapheme.len();
        }
        self.make_room(end);
        self.text.insert_str(self.cursor, &chars[..end]);
        self.cursor = self.boundary_from(self.cursor + end);
        chars[end..].graphemes(true).count()
    }

    fn joined(&self, grapheme: &str) -> usize {
        let mut text = Zeroizing::new(String::with_capacity(self.text.len() + grapheme.len()));
        text.push_str(&self.text);
        text.insert_str(self.cursor, grapheme);
        text.graphemes(true).count()
    }

    /// Room to grow in; a text that moves leaves nothing where it was.
    fn make_room(&mut self, more: usize) {
        if self.text.capacity() - self.text.len() < more {
            let mut wider = String::with_capacity((self.text.len() + more).max(32) * 2);
            wider.push_str(&self.text);
            std::mem::replace(&mut self.text, wider).zeroize();
        }
    }

    /// The first place at or after `at` where a cursor may stand.
    fn boundary_from(&self, at: usize) -> usize {
        let mut here = GraphemeCursor::new(at, self.text.len(), true);
        if here.is_boundary(&self.text, 0).unwrap_or(true) { at } else { next(&self.text, at) }
    }

    /// One character back.
    pub fn left(&mut self) {
        self.cursor = before(&self.text, self.cursor);
    }

    /// One character on.
    pub fn right(&mut self) {
        self.cursor = next(&self.text, self.cursor);
    }

    /// To the beginning of this word, or of the one before.
    pub fn word_left(&mut self) {
        let words = self.text.unicode_word_indices();
        self.cursor = words.map(|(at, _)| at).take_while(|at| *at < self.cursor).last().unwrap_or(0);
        self.cursor = self.boundary_from(self.cursor);
    }

    /// To the beginning of the next word.
    pub fn word_right(&mut self) {
        let mut words = self.text.unicode_word_indices().map(|(at, _)| at);
        let to = words.find(|at| *at > self.cursor).unwrap_or(self.text.len());
        self.cursor = self.boundary_from(to);
    }

    /// To the beginning of the line.
    pub fn home(&mut self) {
        self.cursor = self.line_start();
    }

    /// To the end of the line.
    pub fn end(&mut self) {
        self.cursor = self.line_end();
    }

    fn line_start(&self) -> usize {
        self.text[..self.cursor].rfind('\n').map_or(0, |at| at + 1)
    }

    fn line_end(&self) -> usize {
        self.text[self.cursor..].find('\n').map_or(self.text.len(), |at| self.cursor + at)
    }

    /// Is there nothing on the line of the cursor?
    #[must_use]
    pub fn on_empty_line(&self) -> bool {
        self.text[self.line_start()..self.line_end()].trim().is_empty()
    }

    /// Takes the character before the cursor out.
    pub fn backspace(&mut self) {
        let from = before(&self.text, self.cursor);
        self.take_out(from, self.cursor);
    }

    /// Takes the character after the cursor out.
    pub fn delete(&mut self) {
        let to = next(&self.text, self.cursor);
        self.take_out(self.cursor, to);
    }

    /// Takes out what follows on the line; at its end, the line end.
    pub fn erase_end(&mut self) {
        let end = self.line_end();
        let to = if end == self.cursor { next(&self.text, end) } else { end };
        self.take_out(self.cursor, to);
    }

    fn take_out(&mut self, from: usize, to: usize) {
        self.text.replace_range(from..to, "");
        self.cursor = self.boundary_from(from);
    }

    /// The rows of the text in `cells` columns, words kept whole where they
    /// can be: where each begins and ends, in bytes.
    #[must_use]
    pub fn rows(&self, cells: usize) -> Vec<(usize, usize)> {
        let cells = cells.max(1);
        let mut rows = Vec::new();
        let mut start = 0;
        for line in self.text.split('\n') {
            let end = start + line.len();
            let mut from = start;
            while self.text[from..end].width() > cells {
                let to = from + break_at(&self.text[from..end], cells);
                rows.push((from, to));
                from = to;
            }
            rows.push((from, end));
            start = end + 1;
        }
        rows
    }

    /// Row and column of the cursor in `cells` columns.
    #[must_use]
    pub fn place(&self, cells: usize) -> (usize, usize) {
        let rows = self.rows(cells);
        let row = rows.iter().rposition(|(start, _)| *start <= self.cursor).unwrap_or(0);
        (row, self.text[rows[row].0..self.cursor].width())
    }

    /// A row up or down in `cells` columns; false where there is none.
    pub fn step_row(&mut self, by: isize, cells: usize) -> bool {
        let (row, column) = self.place(cells);
        let rows = self.rows(cells);
        let to = row.checked_add_signed(by).filter(|to| *to < rows.len());
        let Some((to, (start, end))) = to.map(|to| (to, rows[to])) else { return false };
        // The end of a row that goes on below is the beginning of the next.
        let goes_on = rows.get(to + 1).is_some_and(|(next, _)| *next == end);
        let last = if goes_on { before(&self.text, end).max(start) } else { end };
        let mut passed = 0;
        let at = self.text[start..last].grapheme_indices(true).find(|(_, grapheme)| {
            passed += grapheme.width();
            passed > column
        });
        self.cursor = at.map_or(last, |(at, _)| start + at);
        true
    }
}

/// So many marks on characters that it is no text any more.
fn most_marks(limit: usize) -> usize {
    limit * 4 + 16
}

fn next(text: &str, at: usize) -> usize {
    text[at..].graphemes(true).next().map_or(at, |grapheme| at + grapheme.len())
}

fn before(text: &str, at: usize) -> usize {
    text[..at].graphemes(true).next_back().map_or(0, |grapheme| at - grapheme.len())
}

/// Where a line too long for `cells` is broken: after the last blank that
/// fits, else where it must. At least one character.
fn break_at(line: &str, cells: usize) -> usize {
    let (mut used, mut blank) = (0, 0);
    for (at, grapheme) in line.grapheme_indices(true) {
        let is_blank = grapheme == " ";
        // A blank may hang over the edge: it is not seen.
        if used + grapheme.width() > cells && !(is_blank && used <= cells) {
            return if blank > 0 {
                blank
            } else if at > 0 {
                at
            } else {
                grapheme.len()
            };
        }
        used += grapheme.width();
        if is_blank {
            blank = at + grapheme.len();
        }
    }
    line.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_is_what_the_eye_sees() {
        for (text, width) in [("e\u{301}", 1), ("👩‍👧", 2), ("日", 2), ("🇮🇹", 2), ("è", 1)] {
            let mut writing = Writing::new(format!("a{text}b"));
            writing.left();
            assert_eq!(writing.column(), 1 + width, "{text}");
            writing.left();
            assert_eq!(writing.column(), 1, "{text}");
            writing.delete();
            assert_eq!(writing.text(), "ab");
        }
        let mut writing = Writing::new("ae\u{301}");
        writing.backspace();
        assert_eq!(writing.text(), "a");
    }

    #[test]
    fn a_limit_counts_what_the_eye_sees() {
        let mut writing = Writing::default();
        assert_eq!(writing.insert("abcdef", 4), 2);
        assert_eq!(writing.text(), "abcd");
        assert_eq!(writing.insert("\u{301}", 4), 0, "an accent takes no room");
        assert_eq!(writing.text(), "abcd\u{301}");
        assert_eq!(writing.insert("x", 4), 1);
        let mut writing = Writing::default();
        writing.insert("a", 4);
        for _ in 0..1000 {
            writing.insert("\u{301}", 4);
        }
        assert!(writing.text().chars().count() <= 32, "marks without end are no text");
    }

    #[test]
    fn rows_keep_words_whole() {
        let rows = |text: &str, cells| {
            let writing = Writing::new(text);
            writing.rows(cells).into_iter().map(|(a, b)| text[a..b].to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(rows("una due tre", 7), ["una due ", "tre"]);
        assert_eq!(rows("una\n\ndue", 7), ["una", "", "due"]);
        assert_eq!(rows("precipitevole", 5), ["preci", "pitev", "ole"]);
        assert_eq!(rows("日本語", 3), ["日", "本", "語"]);
        assert_eq!(rows("日本", 1)[..2], ["日", "本"]);
        assert_eq!(rows("", 5), [""]);
    }

    #[test]
    fn up_and_down_walk_the_rows_as_seen() {
        let mut writing = Writing::new("una due tre\nquattro");
        assert_eq!(writing.place(7), (2, 7));
        assert!(writing.step_row(-1, 7));
        assert_eq!(writing.place(7), (1, 3));
        assert!(writing.step_row(-1, 7));
        assert_eq!(writing.place(7), (0, 3));
        assert!(!writing.step_row(-1, 7));
        assert!(writing.step_row(1, 7));
        assert_eq!(writing.place(7), (1, 3));
    }

    #[test]
    fn words_and_lines() {
        let mut writing = Writing::new("via d'Esempio 1\nsecondo piano");
        writing.home();
        assert_eq!(writing.cursor(), 16);
        writing.word_left();
        assert_eq!(&writing.text()[writing.cursor()..], "1\nsecondo piano");
        writing.erase_end();
        assert_eq!(writing.text(), "via d'Esempio \nsecondo piano");
        writing.erase_end();
        assert_eq!(writing.text(), "via d'Esempio secondo piano");
        writing.word_right();
        assert_eq!(&writing.text()[writing.cursor()..], "piano");
    }
}
