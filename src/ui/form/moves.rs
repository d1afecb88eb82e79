//! Typing into a form and moving through it.

use unicode_segmentation::UnicodeSegmentation;

use super::field::{Edit, Field, Lost};
use super::read::{self, Unread};
use super::spec::{Kind, Line};
use super::{Form, FormOutcome, pick, words};
use crate::ui::action::Action;
use crate::ui::effect::Notice;
use crate::ui::keys::Text;

impl Form {
    /// The field that takes the keys, if there is one.
    pub(super) fn focused(&self) -> Option<usize> {
        (self.focus < self.fields.len() && self.can_focus(self.focus, &self.seen())).then_some(self.focus)
    }

    fn can_focus(&self, place: usize, seen: &[bool]) -> bool {
        let spec = &self.fields[place].spec;
        seen[place] && !self.off.contains(spec.name) && !self.is_veiled(place)
    }

    /// Tab order: the fields that can have the focus.
    pub(super) fn order(&self) -> Vec<usize> {
        let seen = self.seen();
        (0..self.fields.len()).filter(|place| self.can_focus(*place, &seen)).collect()
    }

    /// Puts the focus on a field that can have it: the same, else the one
    /// before, else the first.
    pub(super) fn rest_focus(&mut self) {
        let order = self.order();
        if !order.contains(&self.focus) {
            let before = order.iter().rev().find(|place| **place < self.focus);
            self.focus = before.or(order.first()).copied().unwrap_or(0);
        }
    }

    pub(super) fn focus_at(&mut self, place: usize) {
        if self.can_focus(place, &self.seen()) {
            self.focus = place;
        }
    }

    /// Gives the focus to a field by name; false when it cannot have it.
    pub fn focus_on(&mut self, name: &str) -> bool {
        let Some(place) = self.find(name) else { return false };
        self.focus_at(place);
        self.focus == place
    }

    /// Types or pastes text where the focus is.
    pub fn text(&mut self, text: &Text) -> FormOutcome {
        if self.popup.is_some() {
            return self.popup_text(text);
        }
        let Some(place) = self.focused() else { return FormOutcome::Pass };
        let name = self.fields[place].spec.name;
        if self.fields[place].spec.digits
            && let Some(outcome) = self.answer_by(place, text)
        {
            return outcome;
        }
        if let Kind::Choice { .. } = self.fields[place].spec.kind {
            return self.choose_by(place, text);
        }
        if text.pasted {
            let edit = self.write_in(place, &text.chars, true);
            return self.edited(place, edit);
        }
        // Character by character: a field that is full passes the rest on.
        let mut outcome = FormOutcome::Used;
        for (at, c) in text.chars.grapheme_indices(true) {
            let edit = self.write_in(place, c, false);
            outcome = self.edited(place, edit);
            if self.moves_on && edit == Edit::Changed && self.fields[place].complete() {
                let rest = &text.chars[at + c.len()..];
                self.settle(place);
                // On the last field there is nowhere to go on to.
                let last = self.order().last() == Some(&place);
                if !last && self.step(1) {
                    return if rest.is_empty() {
                        FormOutcome::Left(name)
                    } else {
                        self.text(&Text::typed(rest))
                    };
                }
            }
        }
        outcome
    }

    /// Writes in a field; the first writing since the focus came there may
    /// take the place of what it holds.
    fn write_in(&mut self, place: usize, chars: &str, pasted: bool) -> Edit {
        self.fields[place].fresh = self.touched.replace(place) != Some(place);
        self.fields[place].insert(chars, pasted)
    }

    /// Does an act: moves, edits, opens a list.
    pub fn act(&mut self, action: Action) -> FormOutcome {
        if self.popup.is_some() {
            return self.popup_act(action);
        }
        let Some(place) = self.focused() else { return self.act_without_focus(action) };
        if let Some(outcome) = self.act_on_choice(place, action) {
            return outcome;
        }
        let edit = self.fields[place].act(action);
        if edit != Edit::Pass {
            self.touched = Some(place);
            return self.edited(place, edit);
        }
        match action {
            Action::Forward | Action::Enter if self.asks_which(place) => FormOutcome::Used,
            Action::Enter if self.order().last() == Some(&place) => {
                self.settle(place);
                FormOutcome::Submit
            }
            Action::Forward | Action::Enter => self.leave(place, |form| form.step(1)),
            Action::Backward => self.leave(place, |form| form.step(-1)),
            Action::Up => self.leave(place, |form| form.step_line(-1)),
            Action::Down => self.leave(place, |form| form.step_line(1)),
            Action::Prev if self.spec.pages.len() > 1 => self.leave(place, |form| form.step_page(-1)),
            Action::Next if self.spec.pages.len() > 1 => self.leave(place, |form| form.step_page(1)),
            Action::PageUp => self.leave(place, |form| form.step_page(-1)),
            Action::PageDown => self.leave(place, |form| form.step_page(1)),
            Action::List => self.open_list(place),
            Action::Duplicate => self.duplicate(place),
            Action::PasteHint => FormOutcome::Said(words::HOW_TO_PASTE.to_owned()),
            _ => FormOutcome::Pass,
        }
    }

    /// What an edit means for the form. What did not come in is said.
    fn edited(&mut self, place: usize, edit: Edit) -> FormOutcome {
        let name = self.fields[place].spec.name;
        match edit {
            Edit::Pass => FormOutcome::Pass,
            Edit::Still => FormOutcome::Used,
            Edit::Changed => FormOutcome::Changed(name),
            Edit::Partly(lost) => {
                self.tell_lost(place, lost, true);
                FormOutcome::Changed(name)
            }
            Edit::Refused(lost) => {
                self.tell_lost(place, lost, false);
                FormOutcome::Used
            }
        }
    }

    fn tell_lost(&mut self, place: usize, lost: Lost, taken: bool) {
        let spec = &self.fields[place].spec;
        let text = match spec.kind {
            Kind::Tick => words::HOW_TO_TICK.to_owned(),
            _ => words::lost(spec.label, spec.limit, lost, taken),
        };
        self.tell(place, Notice::warn(text));
    }

    pub(super) fn tell(&mut self, place: usize, notice: Notice) {
        self.told = Some((place, notice.text.clone()));
        self.notice = Some(notice);
    }

    fn act_without_focus(&mut self, action: Action) -> FormOutcome {
        match action {
            Action::Forward | Action::Backward if !self.order().is_empty() => {
                self.rest_focus();
                FormOutcome::Used
            }
            _ => FormOutcome::Pass,
        }
    }

    /// Left and right walk through a choice.
    fn act_on_choice(&mut self, place: usize, action: Action) -> Option<FormOutcome> {
        if !matches!(self.fields[place].spec.kind, Kind::Choice { .. }) {
            return None;
        }
        match action {
            Action::Left => Some(self.turn_choice(place, -1)),
            Action::Right => Some(self.turn_choice(place, 1)),
            _ => None,
        }
    }

    fn turn_choice(&mut self, place: usize, by: isize) -> FormOutcome {
        let items = self.items(place);
        if items.is_empty() {
            return FormOutcome::Said(words::NO_ITEMS.to_owned());
        }
        let last = items.len() - 1;
        let next = match (self.chosen_place(place, &items), by) {
            (None, 1..) => 0,
            (None, _) => last,
            (Some(now), 1..) => (now + 1) % items.len(),
            (Some(now), _) => now.checked_sub(1).unwrap_or(last),
        };
        self.fields[place].letters.clear();
        self.fields[place].take(items[next].clone());
        FormOutcome::Changed(self.fields[place].spec.name)
    }

    pub(super) fn chosen_place(&self, place: usize, items: &[super::Item]) -> Option<usize> {
        let chosen = self.fields[place].item.as_ref()?;
        items.iter().position(|item| item.value == chosen.value)
    }

    fn choose_by(&mut self, place: usize, text: &Text) -> FormOutcome {
        let items = self.items(place);
        let name = self.fields[place].spec.name;
        if text.pasted {
            return match pick::unique(&items, &text.chars) {
                Ok(item) => {
                    self.fields[place].take(item.clone());
                    FormOutcome::Changed(name)
                }
                Err(why) => {
                    let label = self.fields[place].spec.label;
                    self.tell(place, Notice::warn(words::unreadable(label, words::unread(why))));
                    FormOutcome::Used
                }
            };
        }
        let mut outcome = FormOutcome::Used;
        for c in text.chars.chars() {
            let mut letters = std::mem::take(&mut self.fields[place].letters);
            letters.push(c);
            // A blank turns the choice, unless it goes on with a label.
            if c == ' ' && !pick::begins_any(&items, &letters) {
                outcome = self.turn_choice(place, 1);
                continue;
            }
            if let Some(next) = pick::by_letters(&items, &letters, self.chosen_place(place, &items)) {
                self.fields[place].take(items[next].clone());
                outcome = FormOutcome::Changed(name);
            } else if !items.is_empty() {
                self.tell(place, Notice::info(words::no_such_letter(c)));
            }
            self.fields[place].letters = letters;
        }
        outcome
    }

    /// Settles the field and moves the focus.
    fn leave(&mut self, place: usize, go: impl FnOnce(&mut Self) -> bool) -> FormOutcome {
        self.settle(place);
        self.touched = None;
        self.fields[place].letters.clear();
        if let Some(why) = self.fields[place].problem {
            let label = self.fields[place].spec.label;
            self.notice = Some(Notice::no(words::unreadable(label, words::unread(why))));
        }
        if go(self) { FormOutcome::Left(self.fields[place].spec.name) } else { FormOutcome::Used }
    }

    pub(super) fn step(&mut self, by: isize) -> bool {
        let order = self.order();
        let Some(now) = order.iter().position(|place| *place == self.focus) else { return false };
        // Past the last field comes the first: Tab never ends nowhere.
        let count = order.len();
        let next = if by > 0 { (now + 1) % count } else { (now + count - 1) % count };
        self.focus = order[next];
        next != now
    }

    /// To the nearest line above or below that has a field.
    fn step_line(&mut self, by: isize) -> bool {
        let order = self.order();
        let lines: Vec<Vec<usize>> = self
            .spec
            .pages
            .iter()
            .flat_map(|page| &page.lines)
            .filter_map(|line| match line {
                Line::Row { fields, .. } => {
                    let here: Vec<usize> = fields.iter().copied().filter(|f| order.contains(f)).collect();
                    (!here.is_empty()).then_some(here)
                }
                _ => None,
            })
            .flat_map(|line| {
                if self.one_a_line { line.into_iter().map(|field| vec![field]).collect() } else { vec![line] }
            })
            .collect();
        let Some(now) = lines.iter().position(|line| line.contains(&self.focus)) else { return false };
        let Some(next) = now.checked_add_signed(by).and_then(|next| lines.get(next)) else { return false };
        self.focus = next[0];
        true
    }

    /// To the first field of the page before or after.
    fn step_page(&mut self, by: isize) -> bool {
        let order = self.order();
        let mut page = self.page();
        while let Some(next) = page.checked_add_signed(by).filter(|next| *next < self.spec.pages.len()) {
            page = next;
            if let Some(place) = order.iter().find(|place| self.spec.page_of(**place) == page) {
                self.focus = *place;
                return true;
            }
        }
        false
    }

    fn duplicate(&mut self, place: usize) -> FormOutcome {
        let name = self.fields[place].spec.name;
        match self.previous.get(name).cloned() {
            Some(raw) if !raw.is_empty() => {
                self.fill(place, &raw, Field::replace);
                FormOutcome::Changed(name)
            }
            _ => FormOutcome::Said(words::NOTHING_TO_COPY.to_owned()),
        }
    }

    /// Reads a field that is being left: shows it in full, or says why not.
    pub(super) fn settle(&mut self, place: usize) {
        let text = self.fields[place].raw();
        if self.fields[place].is_area() || self.fields[place].item.is_some() {
            return;
        }
        if text.trim().is_empty() {
            self.fields[place].problem = None;
            return;
        }
        let read: Result<Option<String>, Unread> = match self.fields[place].spec.kind {
            Kind::Date { birth } => read::date(&text, self.today, birth).map(|d| Some(read::show_date(d))),
            Kind::Time => read::time(&text).map(|t| Some(read::show_time(t))),
            Kind::Money => read::money(&text).map(|c| Some(read::show_money(c))),
            Kind::Number => read::number(&text).map(|_| None),
            Kind::Lookup { free, .. } => {
                match pick::unique(&self.items(place), &text) {
                    Ok(item) => self.fields[place].settle(item.clone()),
                    Err(_) if free => {}
                    Err(why) => self.fields[place].problem = Some(why),
                }
                return;
            }
            _ => Ok(None),
        };
        match read {
            Ok(Some(full)) => {
                self.fields[place].show_as(full);
                self.fields[place].problem = None;
            }
            Ok(None) => self.fields[place].problem = None,
            Err(why) => self.fields[place].problem = Some(why),
        }
    }
}
