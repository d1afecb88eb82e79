//! One field while it is being filled: its text, its cursor, its past.

use std::cell::Cell;

use unicode_segmentation::UnicodeSegmentation;

use super::clean::{Clean, for_area, for_line, one_line};
use super::read::Unread;
use super::spec::{FieldSpec, Item, Kind};
use super::values::ON;
use super::writing::Writing;
use crate::ui::action::Action;

/// What came of an act on a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Not for this field.
    Pass,
    /// Only the cursor moved, or nothing could be done.
    Still,
    /// The value changed.
    Changed,
    /// The value changed, and part of what came was left out.
    Partly(Lost),
    /// Nothing of what came was taken.
    Refused(Lost),
}

/// What of a text did not come into a field: the operator is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lost {
    /// Characters for which there was no room.
    pub over: usize,
    /// Control and direction characters.
    pub controls: usize,
    /// Signs a code cannot have.
    pub signs: usize,
    /// It was a paste.
    pub pasted: bool,
}

/// One field with what it holds.
pub struct Field {
    /// What it is.
    pub spec: FieldSpec,
    /// The text, of one or more lines.
    pub line: Writing,
    /// What was chosen, for choices and lookups.
    pub item: Option<Item>,
    /// Why the text does not read, found when the field was left.
    pub problem: Option<Unread>,
    /// Letters typed so far in a choice.
    pub letters: String,
    /// Columns of a text of more lines when it was last drawn: up and down go
    /// by the rows as seen.
    pub cells: Cell<usize>,
    /// The focus has just come here: what is typed takes the place of a day,
    /// an hour, a number or an amount, as when it is selected.
    pub fresh: bool,
    /// A word is being typed: it is one step, to be taken back as one.
    word: bool,
    past: Vec<Moment>,
    future: Vec<Moment>,
}

/// What a field held at one moment.
#[derive(Clone, PartialEq)]
struct Moment {
    line: Writing,
    item: Option<Item>,
}

/// Steps back kept for one field.
const STEPS: usize = 200;

impl Field {
    /// An empty field.
    #[must_use]
    pub fn new(spec: FieldSpec) -> Self {
        Self {
            spec,
            line: Writing::default(),
            item: None,
            problem: None,
            letters: String::new(),
            cells: Cell::new(usize::MAX),
            fresh: false,
            word: false,
            past: Vec::new(),
            future: Vec::new(),
        }
    }

    /// Is it a text of more lines?
    #[must_use]
    pub fn is_area(&self) -> bool {
        matches!(self.spec.kind, Kind::Area { .. })
    }

    /// What goes into drafts and commands.
    #[must_use]
    pub fn raw(&self) -> String {
        self.item.as_ref().map_or_else(|| self.line.text().to_owned(), |item| item.value.clone())
    }

    /// Characters there is still room for.
    #[must_use]
    pub fn room(&self) -> usize {
        self.spec.limit.saturating_sub(self.line.text().graphemes(true).count())
    }

    /// Fills the field from outside; its past is forgotten.
    pub fn fill(&mut self, raw: &str) {
        self.past.clear();
        self.future.clear();
        self.hold(raw);
    }

    /// Fills the field from outside; a hand that wrote in it can take it back.
    pub fn put(&mut self, raw: &str) {
        if !self.past.is_empty() && self.raw() != raw {
            self.remember();
        }
        self.hold(raw);
    }

    /// Fills the field as one step of the operator.
    pub fn replace(&mut self, raw: &str) {
        self.remember();
        self.hold(raw);
    }

    fn hold(&mut self, raw: &str) {
        self.word = false;
        self.letters.clear();
        self.problem = None;
        self.item = None;
        let text = if self.is_area() { for_area(raw).text } else { one_line(raw) };
        self.line = Writing::new(text);
    }

    /// Takes one item of the list, as one step that can be undone.
    pub fn take(&mut self, item: Item) {
        self.remember();
        self.settle(item);
    }

    /// Takes one item without a step of its own.
    pub fn settle(&mut self, item: Item) {
        self.word = false;
        self.line = Writing::new(item.shown());
        self.item = Some(item);
        self.problem = None;
    }

    /// Replaces the text by how it is shown in full; no step of its own.
    pub fn show_as(&mut self, text: String) {
        if self.line.text() != text {
            self.line = Writing::new(text);
        }
    }

    /// Types or pastes into the field.
    pub fn insert(&mut self, chars: &str, pasted: bool) -> Edit {
        let clean = match self.spec.kind {
            Kind::Choice { .. } | Kind::Several { .. } => return Edit::Pass,
            Kind::Tick => return self.tick_with(chars, pasted),
            Kind::Area { .. } => for_area(chars),
            kind => for_line(kind, chars),
        };
        self.write(clean, pasted)
    }

    /// Turns the tick, as one step.
    pub fn toggle(&mut self) {
        self.remember();
        let on = self.line.text() == ON;
        self.line = Writing::new(if on { "" } else { ON });
    }

    /// Puts one of several answers, or takes it away; they stay in the order
    /// of the list.
    pub fn turn(&mut self, value: &str, order: &[Item]) {
        self.remember();
        let mut chosen: Vec<&str> = self.line.text().split_whitespace().collect();
        match chosen.iter().position(|known| *known == value) {
            Some(place) => {
                chosen.remove(place);
            }
            None => chosen.push(value),
        }
        chosen.sort_by_key(|known| order.iter().position(|item| item.value == *known));
        self.line = Writing::new(chosen.join(" "));
    }

    fn tick_with(&mut self, chars: &str, pasted: bool) -> Edit {
        match chars.trim_matches(['\r', '\n']) {
            " " | "x" | "X" => {
                self.toggle();
                Edit::Changed
            }
            "" => Edit::Still,
            other => Edit::Refused(Lost { signs: other.graphemes(true).count(), pasted, ..Lost::default() }),
        }
    }

    fn write(&mut self, clean: Clean, pasted: bool) -> Edit {
        let mut lost = Lost { over: 0, controls: clean.controls, signs: clean.signs, pasted };
        let before = self.moment();
        let figures = matches!(self.spec.kind, Kind::Date { .. } | Kind::Time | Kind::Number | Kind::Money);
        if (self.item.is_some() || self.fresh && figures) && !clean.text.is_empty() {
            // A chosen item, or a figure one has just come to, is replaced as a
            // whole, as when it is selected.
            self.line = Writing::default();
        }
        // A number, a day or a code cut short would be another one.
        let running = matches!(
            self.spec.kind,
            Kind::Text { fixed: false, .. } | Kind::Area { .. } | Kind::Lookup { free: true, .. }
        );
        let whole = pasted && !running;
        let text = if whole { clean.text.trim() } else { clean.text.as_str() };
        lost.over = self.line.insert(text, self.spec.limit);
        let taken = self.line != before.line && !(whole && lost.over > 0);
        if !taken {
            self.line = before.line;
            if whole && lost.over > 0 {
                lost.over = text.graphemes(true).count();
            }
            return if lost == (Lost { pasted, ..Lost::default() }) {
                Edit::Still
            } else {
                Edit::Refused(lost)
            };
        }
        self.item = None;
        self.problem = None;
        if !self.word || self.fresh || pasted {
            self.push(before);
        }
        self.word = !pasted && !self.line.text()[..self.line.cursor()].ends_with([' ', '\n']);
        if lost == (Lost { pasted, ..Lost::default() }) { Edit::Changed } else { Edit::Partly(lost) }
    }

    /// Does an act on the text.
    pub fn act(&mut self, action: Action) -> Edit {
        self.word = false;
        match action {
            Action::Undo => return self.undo(),
            Action::Redo => return self.redo(),
            _ => {}
        }
        if matches!(self.spec.kind, Kind::Tick | Kind::Choice { .. } | Kind::Several { .. }) {
            return match action {
                Action::Clear | Action::Delete | Action::Backspace | Action::EraseEnd => self.empty(),
                _ => Edit::Pass,
            };
        }
        let area = self.is_area();
        match action {
            Action::Left => self.go(Writing::left),
            Action::Right => self.go(Writing::right),
            Action::WordLeft => self.go(Writing::word_left),
            Action::WordRight => self.go(Writing::word_right),
            Action::Home => self.go(Writing::home),
            Action::End => self.go(Writing::end),
            Action::Up if area && self.line.step_row(-1, self.cells.get()) => Edit::Still,
            Action::Down if area && self.line.step_row(1, self.cells.get()) => Edit::Still,
            Action::Backspace => self.change(Writing::backspace),
            Action::Delete => self.change(Writing::delete),
            Action::EraseEnd => self.change(Writing::erase_end),
            Action::Clear => self.empty(),
            // Enter breaks the line; on an empty line it moves on.
            Action::Enter if area && !self.line.on_empty_line() => self.insert("\n", false),
            _ => Edit::Pass,
        }
    }

    fn go(&mut self, to: impl FnOnce(&mut Writing)) -> Edit {
        to(&mut self.line);
        Edit::Still
    }

    fn change(&mut self, with: impl FnOnce(&mut Writing)) -> Edit {
        let now = self.moment();
        with(&mut self.line);
        if self.line.text() == now.line.text() {
            return Edit::Still;
        }
        self.item = None;
        self.problem = None;
        self.push(now);
        Edit::Changed
    }

    fn empty(&mut self) -> Edit {
        if self.line.text().is_empty() && self.item.is_none() {
            return Edit::Still;
        }
        self.remember();
        self.hold("");
        Edit::Changed
    }

    fn moment(&self) -> Moment {
        Moment { line: self.line.clone(), item: self.item.clone() }
    }

    fn remember(&mut self) {
        let now = self.moment();
        self.push(now);
    }

    fn push(&mut self, moment: Moment) {
        self.future.clear();
        self.word = false;
        if self.past.len() == STEPS {
            self.past.remove(0);
        }
        self.past.push(moment);
    }

    fn undo(&mut self) -> Edit {
        let Some(before) = self.past.pop() else { return Edit::Still };
        let now = self.moment();
        self.future.push(now);
        self.restore(before)
    }

    fn redo(&mut self) -> Edit {
        let Some(after) = self.future.pop() else { return Edit::Still };
        let now = self.moment();
        self.past.push(now);
        self.restore(after)
    }

    fn restore(&mut self, moment: Moment) -> Edit {
        self.line = moment.line;
        self.item = moment.item;
        self.problem = None;
        self.letters.clear();
        Edit::Changed
    }

    /// Is a fixed-length field, or a day in digits, complete?
    #[must_use]
    pub fn complete(&self) -> bool {
        let text = self.line.text();
        if !self.line.at_end() {
            return false;
        }
        match self.spec.kind {
            Kind::Text { fixed: true, .. } => self.room() == 0,
            Kind::Date { .. } => {
                let digits = text.bytes().filter(u8::is_ascii_digit).count();
                digits == 8 && (text.len() == 8 || text.len() == 10)
            }
            _ => false,
        }
    }
}
