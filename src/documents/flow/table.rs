//! Tables to strips: columns as wide as their words ask, heads repeated,
//! a row cut only when no page can hold it.

use super::line::{Line, lines_in, share, wants_in};
use super::strip::{Cutter, baseline};
use super::{RepeatedHead, Strip, artefact, ink};
use crate::documents::block::{Block, CellText, Table, Text, Tone};
use crate::documents::page::{Drawn, Ink, Piece, Shape, Tag};
use crate::fault::Result;

/// A cell cut into lines.
type CellLines = Vec<(Line, Ink)>;

impl Cutter {
    pub(super) fn table(&mut self, table: &Table) -> Result<()> {
        let pad = self.look.size * 0.38;
        let room = self.look.width - 2.0 * pad * table.head.len() as f32;
        let Some(columns) = share(&self.column_wants(table, room)?, room) else {
            return self.unfolded(table);
        };
        let number = self.blocks;
        let node = self.tree.add(Tag::Table, Some(self.root));
        let head: Vec<Vec<CellText>> =
            table.head.iter().map(|h| vec![CellText { text: Text::strong(h), tone: Tone::Office }]).collect();
        let from = self.strips.len();
        self.row(
            node,
            &head,
            &columns,
            pad,
            &RowKind { table: number, head: true, row_head: 0, repeat: None },
        )?;
        let Some(first) = self.strips.get_mut(from) else { return Ok(()) };
        first.before = self.look.size * 0.5;
        first.keep = true;
        let repeat = self.heads.len();
        let (height, piece) = (first.height, first.piece.clone().unwrap_or(Piece::Rule));
        let drawn = first.drawn.iter().map(|d| artefact(d.shape.clone())).collect();
        self.heads.push(RepeatedHead { height, drawn, piece });
        let kind = RowKind { table: number, head: false, row_head: table.row_head, repeat: Some(repeat) };
        for (n, row) in table.rows.iter().enumerate() {
            let from = self.strips.len();
            self.row(node, row, &columns, pad, &kind)?;
            self.keep_from(from, n, table.rows.len());
        }
        // Air under the table, so that what follows is not taken for a row.
        if let Some(last) = self.strips.last_mut() {
            last.height += self.look.size * 0.4;
        }
        Ok(())
    }

    /// What each column wants. One endless word or text does not starve the
    /// others: no column may ask for more than half of the table.
    fn column_wants(&self, table: &Table, room: f32) -> Result<Vec<(f32, f32)>> {
        let size = self.look.size;
        let mut out = Vec::new();
        for (n, head) in table.head.iter().enumerate() {
            let place = format!("{}, colonna «{head}»", self.place);
            let (mut least, mut most) = wants_in(self.look.lang, &Text::strong(head), size, &place)?;
            for text in table.rows.iter().filter_map(|row| row.get(n)).flatten() {
                let (word, line) = wants_in(self.look.lang, &text.text, size, &place)?;
                (least, most) = (least.max(word), most.max(line));
            }
            // A hair more than measured, against rounding in the sums.
            let least = least.min(room * 0.4) + 0.1;
            out.push((least, most.min(room * 0.5).max(least)));
        }
        // What is left goes to the columns without a word: they are written by
        // hand.
        let left = room - out.iter().map(|wants| wants.1).sum::<f32>();
        let wordless = |n: &usize| table.rows.iter().all(|row| row.get(*n).is_none_or(|cell| blank(cell)));
        let by_hand: Vec<usize> = (0..out.len()).filter(wordless).collect();
        if left > 0.0 && !table.rows.is_empty() {
            by_hand.iter().for_each(|n| out[*n].1 += left / by_hand.len() as f32);
        }
        Ok(out)
    }

    fn row(
        &mut self,
        table: usize,
        cells: &[Vec<CellText>],
        columns: &[f32],
        pad: f32,
        kind: &RowKind,
    ) -> Result<()> {
        self.blocks += 1;
        let look = self.look;
        let tr = self.tree.add(Tag::Tr, Some(table));
        let mut set: Vec<(usize, CellLines)> = Vec::new();
        for (n, (cell, width)) in cells.iter().zip(columns).enumerate() {
            let tag = match (kind.head, n == kind.row_head) {
                (true, _) => Tag::ThColumn,
                (false, true) => Tag::ThRow,
                (false, false) => Tag::Td,
            };
            let leaf = self.tree.add(tag, Some(tr));
            let mut cell_lines = CellLines::new();
            for text in cell {
                let mut broken = lines_in(self.look.lang, &text.text, look.size, *width, &self.place)?;
                // The paragraphs of a cell are lines to who reads it as text.
                if let Some(last) = broken.last_mut() {
                    last.hard_break();
                }
                cell_lines.extend(broken.into_iter().map(|line| (line, ink(text.tone))));
            }
            set.push((leaf, cell_lines));
        }
        let tall = set.iter().map(|(_, l)| l.len()).max().unwrap_or(0).max(1);
        let head_height = kind.repeat.and_then(|h| self.heads.get(h)).map_or(0.0, |h| h.height);
        let whole = look.leading * tall as f32 + 2.0 * pad;
        // A row that no page holds goes down line by line.
        let step = if whole + head_height > self.room { 1 } else { tall };
        for from in (0..tall).step_by(step) {
            let part = from..(from + step).min(tall);
            let strip = self.row_strip(&set, columns, pad, kind, &part, tall);
            self.strips.push(strip);
        }
        Ok(())
    }

    /// The lines `part` of a row as one strip.
    fn row_strip(
        &mut self,
        set: &[(usize, CellLines)],
        columns: &[f32],
        pad: f32,
        kind: &RowKind,
        part: &std::ops::Range<usize>,
        tall: usize,
    ) -> Strip {
        let look = self.look;
        let top = if part.start == 0 { pad } else { 0.0 };
        let foot = if part.end == tall { pad } else { 0.0 };
        let height = top + look.leading * part.len() as f32 + foot;
        let mut drawn: Vec<Drawn> = Vec::new();
        let width = look.width;
        if kind.head {
            drawn.push(artefact(Shape::Fill { x: 0.0, y: 0.0, w: width, h: height, ink: Ink::Tint }));
        }
        let (mut x, mut cells) = (pad, Vec::new());
        for ((leaf, cell), column) in set.iter().zip(columns) {
            let mut words = String::new();
            for (n, (line, ink)) in cell.iter().skip(part.start).take(part.len()).enumerate() {
                drawn.extend(self.shapes(
                    line,
                    *leaf,
                    x,
                    top + baseline(&look, look.size, n),
                    look.size,
                    *ink,
                ));
                words.push_str(&line.words);
            }
            cells.push(words);
            x += column + 2.0 * pad;
        }
        if part.end == tall {
            drawn.push(artefact(Shape::Fill { x: 0.0, y: height - 0.6, w: width, h: 0.6, ink: Ink::Rule }));
        }
        Strip {
            before: 0.0,
            height,
            keep: false,
            head: kind.repeat,
            drawn,
            piece: Some(Piece::Row { block: self.blocks, table: kind.table, head: kind.head, cells }),
        }
    }

    /// A table too narrow for its words (large print): a row after the other,
    /// every cell under its own label.
    fn unfolded(&mut self, table: &Table) -> Result<()> {
        for row in &table.rows {
            let mut fields = Vec::new();
            for (label, cell) in table.head.iter().zip(row) {
                let mut value = Text::default();
                for text in cell.iter().filter(|text| !text.text.words().is_empty()) {
                    if !value.0.is_empty() {
                        value = value.then("\n");
                    }
                    value.0.extend(text.text.0.iter().cloned());
                }
                if !value.0.is_empty() {
                    fields.push(Block::Field { label: label.clone(), value });
                }
            }
            let from = self.strips.len();
            self.block(&Block::Together(fields))?;
            if let Some(first) = self.strips.get_mut(from) {
                first.before = self.look.size * 0.6;
            }
            let width = self.look.width;
            if let Some(last) = self.strips.last_mut() {
                last.height += self.look.size * 0.6;
                let y = last.height - 0.6;
                last.drawn.push(artefact(Shape::Fill { x: 0.0, y, w: width, h: 0.6, ink: Ink::Rule }));
            }
        }
        Ok(())
    }
}

/// Is there nothing in a cell?
fn blank(cell: &[CellText]) -> bool {
    cell.iter().all(|text| text.text.words().trim().is_empty())
}

/// What kind of row is being set.
struct RowKind {
    /// Block number of the table.
    table: usize,
    /// Is it the head?
    head: bool,
    /// Which column heads the row.
    row_head: usize,
    /// The head to repeat above it.
    repeat: Option<usize>,
}
