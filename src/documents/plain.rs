//! The same pages as text: what the terminal shows before the paper exists.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::block::Tone;
use super::flow::line::share;
use super::page::{Kind, Pages, Piece, Sheet};

/// How a line of the preview looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineLook {
    /// Title and section headings.
    Heading,
    /// Running text.
    Body,
    /// Heads of tables.
    Head,
    /// Rules, foot, mark: what is not the text.
    Frame,
}

/// One line of the preview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextLine {
    /// No wider than the width asked, in columns.
    pub text: String,
    /// Its look.
    pub look: LineLook,
}

/// One page of the preview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextPage {
    /// From 1.
    pub number: usize,
    /// The lines, foot included.
    pub lines: Vec<TextLine>,
    /// Section number and the line (from 0) where its heading is.
    pub sections: Vec<(u8, usize)>,
}

impl Pages {
    /// The pages as lines of at most `width` columns (at least 40 are used).
    ///
    /// Page breaks are those of the paper; lines are wrapped anew.
    #[must_use]
    pub fn text(&self, width: usize) -> Vec<TextPage> {
        let width = width.max(40);
        let count = self.count();
        self.sheets.iter().enumerate().map(|(n, sheet)| self.text_page(sheet, n + 1, count, width)).collect()
    }

    fn text_page(&self, sheet: &Sheet, number: usize, count: usize, width: usize) -> TextPage {
        let mut page = TextPage { number, lines: Vec::new(), sections: Vec::new() };
        if let Some(mark) = &self.mark {
            page.push(&format!("{mark:>width$}"), LineLook::Frame);
        }
        let mut at = 0;
        while at < sheet.pieces.len() {
            at += page.piece(&sheet.pieces[at..], width);
        }
        page.push(&"─".repeat(width), LineLook::Frame);
        for line in self.copy_note.iter().flat_map(|note| wrap(note, width)) {
            page.push(&line, LineLook::Frame);
        }
        let right = super::page_of(number, count);
        let gap = width.saturating_sub(self.foot.width() + right.width()).max(1);
        for line in wrap(&format!("{}{}{right}", self.foot, " ".repeat(gap)), width) {
            page.push(&line, LineLook::Frame);
        }
        for line in self.code.iter().flat_map(|code| wrap(&code.payload(number, count), width)) {
            page.push(&line, LineLook::Frame);
        }
        page
    }
}

impl TextPage {
    fn push(&mut self, text: &str, look: LineLook) {
        // No-break spaces have done their work once the line is wrapped.
        self.lines.push(TextLine { text: text.trim_end().replace('\u{a0}', " "), look });
    }

    fn air(&mut self) {
        if self.lines.last().is_some_and(|line| !line.text.is_empty() && line.look != LineLook::Heading) {
            self.push("", LineLook::Body);
        }
    }

    /// Writes the first piece with those that continue it; gives how many.
    fn piece(&mut self, pieces: &[Piece], width: usize) -> usize {
        match pieces.first() {
            Some(Piece::Words { block, kind, lead, .. }) => {
                let (mut words, mut lead, mut taken) = (String::new(), lead.clone(), 0);
                for piece in pieces {
                    match piece {
                        Piece::Words { block: b, lead: l, text, .. } if b == block => {
                            words.push_str(text);
                            if lead.is_empty() {
                                lead.clone_from(l);
                            }
                            taken += 1;
                        }
                        _ => break,
                    }
                }
                self.words(*kind, &lead, &words, width);
                taken
            }
            Some(Piece::Row { table, .. }) => {
                let rows: Vec<&Piece> = pieces
                    .iter()
                    .take_while(|p| matches!(p, Piece::Row { table: t, .. } if t == table))
                    .collect();
                self.table(&rows, width);
                rows.len()
            }
            Some(Piece::Boxes(boxes)) => {
                self.boxes(boxes, width);
                1
            }
            Some(Piece::Rule) => {
                self.push(&"─".repeat(width), LineLook::Frame);
                1
            }
            Some(Piece::Figure(alt)) => {
                self.push(&format!("[{alt}]"), LineLook::Frame);
                1
            }
            None => 1,
        }
    }

    fn words(&mut self, kind: Kind, lead: &str, words: &str, width: usize) {
        let look = match kind {
            Kind::Title | Kind::Section(_) | Kind::Para(Tone::Office) => LineLook::Heading,
            _ => LineLook::Body,
        };
        let indent = match kind {
            Kind::Field => 26.min(width * 2 / 5),
            Kind::Point => 3,
            _ => 0,
        };
        match kind {
            Kind::Section(number) => {
                if self.lines.last().is_some_and(|line| !line.text.is_empty()) {
                    self.push("", LineLook::Body);
                }
                self.sections.push((number, self.lines.len()));
            }
            Kind::Title => self.air(),
            _ => {}
        }
        let lead = match kind {
            Kind::Field if !lead.is_empty() => wrap(&format!("{lead}:"), indent - 1),
            _ => vec![lead.to_owned()],
        };
        let values = wrap(words, width - indent);
        for n in 0..lead.len().max(values.len()) {
            let left = lead.get(n).map_or("", String::as_str);
            let fill = " ".repeat(indent.saturating_sub(left.width()));
            let value = values.get(n).map_or("", String::as_str);
            self.push(&if indent > 0 { format!("{left}{fill}{value}") } else { value.to_owned() }, look);
        }
    }

    fn table(&mut self, pieces: &[&Piece], width: usize) {
        let mut rows: Vec<(usize, bool, Vec<String>)> = Vec::new();
        for piece in pieces {
            let Piece::Row { block, head, cells, .. } = piece else { continue };
            match rows.last_mut() {
                // A row that came down line by line is one row again.
                Some((last, _, all)) if last == block => {
                    all.iter_mut().zip(cells).for_each(|(a, c)| a.push_str(c));
                }
                _ => rows.push((*block, *head, cells.clone())),
            }
        }
        let count = rows.iter().map(|r| r.2.len()).max().unwrap_or(0);
        let room = width.saturating_sub(2 * count.saturating_sub(1));
        let mut wants = vec![(1.0_f32, 1.0_f32); count];
        for (_, _, cells) in &rows {
            for (want, cell) in wants.iter_mut().zip(cells) {
                let word = cell.split([' ', '\n']).map(UnicodeWidthStr::width).max().unwrap_or(0) as f32;
                let line = cell.lines().map(UnicodeWidthStr::width).max().unwrap_or(0) as f32;
                want.0 = want.0.max(word.min(room as f32 * 0.3));
                want.1 = want.1.max(line.min(room as f32 * 0.5)).max(want.0);
            }
        }
        let equal = vec![room as f32 / count.max(1) as f32; count];
        let columns: Vec<usize> =
            share(&wants, room as f32).unwrap_or(equal).iter().map(|w| (*w as usize).max(1)).collect();
        self.air();
        for (_, head, cells) in &rows {
            let set: Vec<Vec<String>> =
                cells.iter().zip(&columns).map(|(cell, w)| wrap(cell.trim_end_matches('\n'), *w)).collect();
            let look = if *head { LineLook::Head } else { LineLook::Body };
            for n in 0..set.iter().map(Vec::len).max().unwrap_or(0) {
                let mut line = String::new();
                for (cell, column) in set.iter().zip(&columns) {
                    let text = cell.get(n).map_or("", String::as_str);
                    line.push_str(text);
                    line.push_str(&" ".repeat(column.saturating_sub(text.width()) + 2));
                }
                self.push(&line, look);
            }
            if *head {
                self.push(&"─".repeat(width), LineLook::Frame);
            }
        }
        self.air();
    }

    fn boxes(&mut self, boxes: &[Vec<String>], width: usize) {
        let count = boxes.len().max(1);
        let column = (width - 3 * (count - 1)) / count;
        self.air();
        let set: Vec<Vec<String>> =
            boxes.iter().map(|b| b.iter().flat_map(|line| wrap(line, column)).collect()).collect();
        for n in 0..set.iter().map(Vec::len).max().unwrap_or(0) {
            let mut line = String::new();
            for lines in &set {
                let text = lines.get(n).map_or("", String::as_str);
                line.push_str(text);
                line.push_str(&" ".repeat(column.saturating_sub(text.width()) + 3));
            }
            self.push(&line, LineLook::Body);
        }
        self.air();
    }
}

/// Wraps a text at spaces to `width` columns, cutting words that are wider.
fn wrap(text: &str, width: usize) -> Vec<String> {
    let width = width.max(1);
    let mut out = Vec::new();
    for paragraph in text.strip_suffix('\n').unwrap_or(text).split('\n') {
        let (mut line, mut used) = (String::new(), 0);
        for word in paragraph.split_inclusive(' ') {
            let bare = word.trim_end_matches(' ').width();
            if used > 0 && used + bare > width {
                out.push(std::mem::take(&mut line).trim_end().to_owned());
                used = 0;
            }
            if bare <= width {
                line.push_str(word);
                used += word.width();
                continue;
            }
            for grapheme in word.graphemes(true) {
                if used + grapheme.width() > width {
                    out.push(std::mem::take(&mut line));
                    used = 0;
                }
                line.push_str(grapheme);
                used += grapheme.width();
            }
        }
        out.push(line.trim_end().to_owned());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrapping_never_goes_over() {
        assert_eq!(wrap("uno due tre", 7), ["uno due", "tre"]);
        assert_eq!(wrap("a\nb\n", 7), ["a", "b"]);
        assert_eq!(wrap("", 7), [""]);
        let long = wrap(&format!("{} {}", "x".repeat(30), "perché no"), 8);
        assert!(long.iter().all(|l| l.width() <= 8), "{long:?}");
        assert_eq!(long.concat().replace(' ', "").chars().count(), 30 + 8);
    }
}
