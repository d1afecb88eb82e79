//! A label and its value side by side.

use super::Look;
use super::line::{lines_in, wants_in};
use super::strip::{AFTER_OTHERS, Above, Cutter, Setting, baseline};
use crate::documents::block::{Block, Text, Tone};
use crate::documents::page::{Ink, Kind, Tag};
use crate::fault::Result;

/// Width of the column of labels, of the size of the text: as the longest of
/// the document asks between the two, and not more than a third of the page.
const LABEL: (f32, f32) = (8.0, 15.2);
/// The most lines of a label beside its value.
const LABEL_LINES: usize = 5;

impl Cutter {
    pub(super) fn field(&mut self, label: &str, value: &Text) -> Result<()> {
        let look = self.look;
        let column = self.column;
        let words = Text::plain(format!("{label}: "));
        let name = lines_in(look.lang, &words, look.size, column - look.size, &self.place)?;
        if name.len() > LABEL_LINES {
            // No label but a sentence: the value goes on after it.
            let mut text = words;
            text.0.extend(value.0.iter().cloned());
            return self.para(&text, Tone::Body);
        }
        let leaf = self.tree.add(Tag::P, Some(self.root));
        let place = std::mem::take(&mut self.place);
        self.place = format!("{place}, voce «{label}»");
        let from = self.strips.len();
        let setting = Setting {
            x: column,
            width: look.width - column,
            before: look.size * if self.above() == Some(Above::Words) { AFTER_OTHERS } else { 0.22 },
            kind: Kind::Field,
            lead: label.to_owned(),
            ..self.setting(look.size, Ink::Black)
        };
        let set = self.text(value, leaf, setting, false);
        self.place = place;
        set?;
        // The label may be taller than its value.
        let mut drawn = Vec::new();
        for (n, line) in name.iter().enumerate() {
            drawn.extend(self.shapes(line, leaf, 0.0, baseline(&look, look.size, n), look.size, Ink::Soft));
        }
        let first = &mut self.strips[from];
        drawn.append(&mut first.drawn);
        first.drawn = drawn;
        let spare = name.len().saturating_sub(self.strips.len() - from) as f32 * look.leading;
        if let Some(last) = self.strips.last_mut() {
            last.height += spare;
        }
        if name.len() > 1 {
            let last = (from + name.len() - 1).min(self.strips.len() - 1);
            for strip in &mut self.strips[from..last] {
                strip.keep = true;
            }
        }
        Ok(())
    }
}

/// Width of the column of labels of a document.
pub(super) fn label_column(blocks: &[Block], look: Look) -> f32 {
    let widest = blocks.iter().map(|block| match block {
        Block::Together(blocks) => label_column(blocks, look),
        Block::Field { label, .. } => {
            let words = Text::plain(format!("{label}: "));
            // What cannot be set is told when it is set, with its place.
            wants_in(look.lang, &words, look.size, "").map_or(0.0, |(_, line)| line + look.size * 1.1)
        }
        _ => 0.0,
    });
    let asked = widest.fold(look.size * LABEL.0, f32::max);
    asked.min(look.size * LABEL.1).min(look.width * 0.36)
}
