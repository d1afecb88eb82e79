//! The foot of a page: document, page of pages, and on what is issued the
//! code with the same in clear beside it.

use super::line::{Line, lines};
use super::{BOTTOM, Look, SIDE, width_of};
use crate::documents::block::{Content, Text};
use crate::documents::code::{PageCode, modules};
use crate::documents::face::Weight;
use crate::documents::page::{Ink, PAGE, Shape};
use crate::documents::page_of;
use crate::fault::Result;

/// Side of the code without its quiet zone: 22.6 mm, 0.78 mm a module, so that
/// an office scanner reads it at 150 dots an inch.
const CODE: f32 = 64.06;
/// The quiet zone, four modules of twenty-nine.
const QUIET: f32 = 4.0 * CODE / 29.0;
/// Distance of the code from the lower edge of the page.
const CODE_BOTTOM: f32 = 24.0;
/// What a foot may hold, in lines; what goes on after is cut.
const NOTE_LINES: usize = 6;
const NAME_LINES: usize = 2;
/// Size of the note of a copy, in every print: its sixty-four digits are for
/// who checks a file, and at eighteen points they took a sixth of each page.
const NOTE: f32 = 11.0;

/// The foot of every page of one document.
pub(super) struct Foot<'a> {
    code: Option<&'a PageCode>,
    note: Vec<Line>,
    name: Vec<Line>,
    /// Lines kept for the code in clear.
    clear: usize,
    look: Look,
    /// Width of the words.
    width: f32,
    /// Where the words begin.
    words_top: f32,
}

impl<'a> Foot<'a> {
    pub(super) fn new(content: &'a Content, look: Look) -> Result<Self> {
        // What is not issued has no code, whatever was kept with it.
        let code = content.code.as_ref().filter(|_| content.mark.is_none());
        let width = if code.is_some() { look.width - CODE - 2.0 * QUIET } else { look.width };
        let set = |text: &str, size: f32, width: f32, most: usize| -> Result<Vec<Line>> {
            let mut set = lines(&Text::plain(text), size, width, "piè di pagina")?;
            set.truncate(most);
            Ok(set)
        };
        let note = match &content.copy_note {
            Some(note) => set(note, NOTE, width, NOTE_LINES)?,
            None => Vec::new(),
        };
        let page = width_of(&page_of(99, 99), Weight::Regular, look.size) + look.size;
        let name = set(&content.foot, look.size, width - page, NAME_LINES)?;
        let clear = match code {
            Some(code) => set(&code.payload(999, 999), look.size, width, NAME_LINES)?.len(),
            None => 0,
        };
        let last = PAGE.1 - if code.is_some() { CODE_BOTTOM } else { BOTTOM };
        let words_top = last
            - look.line(NOTE) * note.len() as f32
            - look.leading * (name.len() + clear - 1) as f32
            - look.size;
        Ok(Self { code, note, name, clear, look, width, words_top })
    }

    /// Where the text of the page must end.
    pub(super) fn top(&self) -> f32 {
        let code = PAGE.1 - CODE_BOTTOM - CODE - QUIET;
        let words = self.words_top - 5.0 - self.look.size * 0.75;
        if self.code.is_some() { words.min(code) } else { words }
    }

    /// What is drawn on a page.
    ///
    /// # Errors
    /// A defect of the program: a code that cannot be drawn.
    pub(super) fn shapes(&self, page: usize, pages: usize) -> Result<Vec<Shape>> {
        let (size, leading) = (self.look.size, self.look.leading);
        let mut shapes =
            vec![Shape::Fill { x: SIDE, y: self.words_top - 5.0, w: self.width, h: 0.6, ink: Ink::Rule }];
        let mut put = |x: f32, y: f32, size: f32, text: &str| {
            let text = text.to_owned();
            let (weight, ink) = (Weight::Regular, Ink::Soft);
            shapes.push(Shape::Text { x: SIDE + x, y, weight, size, ink, turn: 0.0, text });
        };
        let small = self.look.line(NOTE);
        for (n, line) in self.note.iter().enumerate() {
            let y = self.words_top + NOTE + small * n as f32;
            line.runs.iter().for_each(|run| put(run.x, y, NOTE, &run.text));
        }
        let mut y = self.words_top + small * self.note.len() as f32 + size;
        for line in &self.name {
            line.runs.iter().for_each(|run| put(run.x, y, size, &run.text));
            y += leading;
        }
        let number = page_of(page, pages);
        let beside = y - leading * self.name.len() as f32;
        put(self.width - width_of(&number, Weight::Regular, size), beside, size, &number);
        if let Some(code) = self.code {
            let payload = code.payload(page, pages);
            let set = lines(&Text::plain(payload.as_str()), size, self.width, "piè di pagina")?;
            // On page one thousand of a large print the last digits may hang over.
            for line in set.iter().take(self.clear) {
                line.runs.iter().for_each(|run| put(run.x, y, size, &run.text));
                y += leading;
            }
            shapes.push(Shape::Code {
                x: PAGE.0 - SIDE - CODE,
                y: PAGE.1 - CODE_BOTTOM - CODE,
                side: CODE,
                modules: modules(&payload)?,
            });
        }
        Ok(shapes)
    }
}
