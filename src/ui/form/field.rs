//! One field while it is being filled: its text, its cursor, its past.

use ratatui::style::Style;
use ratatui_textarea::{CursorMove, TextArea, WrapMode};
use tui_input::{Input, InputRequest};
use unicode_segmentation::UnicodeSegmentation;

use super::clean::{for_area, for_line, one_line};
use super::read::Unread;
use super::spec::{FieldSpec, Item, Kind};
use super::values::ON;
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
    /// There is no more room.
    Full,
}

/// One field with what it holds.
pub struct Field {
    /// What it is.
    pub spec: FieldSpec,
    /// One line of text; empty for areas.
    pub line: Input,
    /// Several lines of text.
    pub area: Option<Box<TextArea<'static>>>,
    /// What was chosen, for choices and lookups.
    pub item: Option<Item>,
    /// Why the text does not read, found when the field was left.
    pub problem: Option<Unread>,
    /// Letters typed so far in a choice.
    pub letters: String,
    past: Vec<Moment>,
    future: Vec<Moment>,
}

/// What a field held at one moment.
#[derive(Clone, PartialEq)]
struct Moment {
    text: String,
    cursor: usize,
    item: Option<Item>,
}

/// Steps back kept for one field.
const STEPS: usize = 200;

impl Field {
    /// An empty field.
    #[must_use]
    pub fn new(spec: FieldSpec) -> Self {
        let area = matches!(spec.kind, Kind::Area { .. }).then(|| Box::new(writing("")));
        Self {
            spec,
            line: Input::default(),
            area,
            item: None,
            problem: None,
            letters: String::new(),
            past: Vec::new(),
            future: Vec::new(),
        }
    }

    /// What goes into drafts and commands.
    #[must_use]
    pub fn raw(&self) -> String {
        match (&self.item, &self.area) {
            (Some(item), _) => item.value.clone(),
            (None, Some(area)) => area.lines().join("\n"),
            (None, None) => self.line.value().to_owned(),
        }
    }

    /// Fills the field from outside; its past is forgotten.
    pub fn fill(&mut self, raw: &str) {
        self.past.clear();
        self.future.clear();
        self.letters.clear();
        self.problem = None;
        self.item = None;
        match &mut self.area {
            Some(area) => **area = writing(raw),
            None => self.line = Input::new(one_line(raw)),
        }
    }

    /// Takes one item of the list, as one step that can be undone.
    pub fn take(&mut self, item: Item) {
        self.remember();
        self.settle(item);
    }

    /// Takes one item without a step of its own.
    pub fn settle(&mut self, item: Item) {
        self.line = Input::new(item.shown().to_owned());
        self.item = Some(item);
        self.problem = None;
    }

    /// Replaces the text by how it is shown in full; no step of its own.
    pub fn show_as(&mut self, text: String) {
        if self.line.value() != text {
            self.line = Input::new(text);
        }
    }

    /// Types or pastes into the field.
    pub fn insert(&mut self, chars: &str, pasted: bool) -> Edit {
        match self.spec.kind {
            Kind::Shown => Edit::Pass,
            Kind::Tick => self.tick_with(chars),
            Kind::Area { .. } => self.insert_area(chars),
            Kind::Choice { .. } => Edit::Pass,
            _ => self.insert_line(chars, pasted),
        }
    }

    /// Turns the tick, as one step.
    pub fn toggle(&mut self) {
        self.remember();
        let on = self.line.value() == ON;
        self.line = Input::new(if on { String::new() } else { ON.to_owned() });
    }

    fn tick_with(&mut self, chars: &str) -> Edit {
        match chars {
            " " | "x" | "X" => {
                self.toggle();
                Edit::Changed
            }
            _ => Edit::Still,
        }
    }

    fn insert_line(&mut self, chars: &str, pasted: bool) -> Edit {
        let clean = for_line(self.spec.kind, chars);
        if clean.is_empty() {
            return Edit::Still;
        }
        self.remember();
        if self.item.take().is_some() {
            // A chosen item is replaced as a whole, as when it is selected.
            self.line = Input::default();
        }
        let mut full = false;
        let mut changed = false;
        for c in clean.chars() {
            let before = self.line.clone();
            self.line.handle(InputRequest::InsertChar(c));
            if over(self.line.value(), self.spec.limit) {
                self.line = before;
                full = true;
                if !pasted {
                    break;
                }
            } else {
                changed = true;
            }
        }
        if changed {
            self.problem = None;
        } else {
            self.past.pop();
        }
        if full { Edit::Full } else { Edit::Changed }
    }

    fn insert_area(&mut self, chars: &str) -> Edit {
        let Some(area) = &mut self.area else { return Edit::Pass };
        let clean = for_area(chars);
        let used = area.lines().join("\n").graphemes(true).count();
        let kept: String = clean.graphemes(true).take(self.spec.limit.saturating_sub(used)).collect();
        if !kept.is_empty() {
            area.insert_str(&kept);
        }
        if kept.len() < clean.len() { Edit::Full } else { Edit::Changed }
    }

    /// Does an act on the text.
    pub fn act(&mut self, action: Action) -> Edit {
        if self.area.is_some() {
            return self.act_area(action);
        }
        match action {
            Action::Undo => return self.undo(),
            Action::Redo => return self.redo(),
            _ => {}
        }
        if matches!(self.spec.kind, Kind::Tick | Kind::Choice { .. }) {
            return match action {
                Action::Clear | Action::Delete | Action::Backspace | Action::EraseEnd => self.empty(),
                _ => Edit::Pass,
            };
        }
        match action {
            Action::Left => self.ask(InputRequest::GoToPrevChar),
            Action::Right => self.ask(InputRequest::GoToNextChar),
            Action::WordLeft => self.ask(InputRequest::GoToPrevWord),
            Action::WordRight => self.ask(InputRequest::GoToNextWord),
            Action::Home => self.ask(InputRequest::GoToStart),
            Action::End => self.ask(InputRequest::GoToEnd),
            Action::Backspace => self.change(InputRequest::DeletePrevChar),
            Action::Delete => self.change(InputRequest::DeleteNextChar),
            Action::EraseEnd => self.change(InputRequest::DeleteTillEnd),
            Action::Clear => self.empty(),
            _ => Edit::Pass,
        }
    }

    fn act_area(&mut self, action: Action) -> Edit {
        let Some(area) = &mut self.area else { return Edit::Pass };
        let moved = |area: &mut TextArea<'static>, to: CursorMove| {
            let before = area.cursor();
            area.move_cursor(to);
            if area.cursor() == before { Edit::Pass } else { Edit::Still }
        };
        let said = |changed: bool| if changed { Edit::Changed } else { Edit::Still };
        match action {
            Action::Up => moved(area, CursorMove::Up),
            Action::Down => moved(area, CursorMove::Down),
            Action::Left => still(moved(area, CursorMove::Back)),
            Action::Right => still(moved(area, CursorMove::Forward)),
            Action::WordLeft => still(moved(area, CursorMove::WordBack)),
            Action::WordRight => still(moved(area, CursorMove::WordForward)),
            Action::Home => still(moved(area, CursorMove::Head)),
            Action::End => still(moved(area, CursorMove::End)),
            Action::Backspace => said(area.delete_char()),
            Action::Delete => said(area.delete_next_char()),
            Action::EraseEnd => said(area.delete_line_by_end()),
            Action::Clear => {
                area.select_all();
                said(area.cut())
            }
            Action::Undo => said(area.undo()),
            Action::Redo => said(area.redo()),
            // Enter breaks the line; on an empty line it moves on.
            Action::Enter if !on_empty_line(area) => {
                area.insert_newline();
                Edit::Changed
            }
            _ => Edit::Pass,
        }
    }

    fn ask(&mut self, request: InputRequest) -> Edit {
        self.line.handle(request);
        Edit::Still
    }

    fn change(&mut self, request: InputRequest) -> Edit {
        let now = self.moment();
        let changed = self.line.handle(request).is_some_and(|done| done.value);
        if !changed {
            return Edit::Still;
        }
        self.item = None;
        self.problem = None;
        self.push(now);
        Edit::Changed
    }

    fn empty(&mut self) -> Edit {
        if self.line.value().is_empty() && self.item.is_none() {
            return Edit::Still;
        }
        self.remember();
        self.line = Input::default();
        self.item = None;
        self.problem = None;
        self.letters.clear();
        Edit::Changed
    }

    fn moment(&self) -> Moment {
        Moment { text: self.line.value().to_owned(), cursor: self.line.cursor(), item: self.item.clone() }
    }

    fn remember(&mut self) {
        let now = self.moment();
        self.push(now);
    }

    fn push(&mut self, moment: Moment) {
        self.future.clear();
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
        self.line = Input::new(moment.text).with_cursor(moment.cursor);
        self.item = moment.item;
        self.problem = None;
        Edit::Changed
    }

    /// Is a fixed-length field, or a day in digits, complete?
    #[must_use]
    pub fn complete(&self) -> bool {
        let text = self.line.value();
        if self.line.cursor() != text.chars().count() {
            return false;
        }
        match self.spec.kind {
            Kind::Text { fixed: true, .. } => text.graphemes(true).count() == self.spec.limit,
            Kind::Date { .. } => {
                let digits = text.bytes().filter(u8::is_ascii_digit).count();
                digits == 8 && (text.len() == 8 || text.len() == 10)
            }
            _ => false,
        }
    }
}

fn still(edit: Edit) -> Edit {
    if edit == Edit::Pass { Edit::Still } else { edit }
}

fn on_empty_line(area: &TextArea<'static>) -> bool {
    area.lines().get(area.cursor().0).is_none_or(|line| line.trim().is_empty())
}

/// Too many characters, or so many marks on one character that it is no text.
fn over(text: &str, limit: usize) -> bool {
    text.graphemes(true).count() > limit || text.chars().count() > limit * 4 + 16
}

fn writing(text: &str) -> TextArea<'static> {
    let mut area = TextArea::new(text.split('\n').map(str::to_owned).collect());
    // The terminal's own cursor is used: magnifiers and readers follow it.
    area.set_cursor_style(Style::default());
    area.set_cursor_line_style(Style::default());
    area.set_wrap_mode(WrapMode::WordOrGlyph);
    area.move_cursor(CursorMove::Bottom);
    area.move_cursor(CursorMove::End);
    area
}
