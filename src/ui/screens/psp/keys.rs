//! What the keys of PS01 do, by the place where they are pressed.

use super::rows::Row;
use super::{Editor, LAST, Place, Then};
use crate::ui::action::Action;
use crate::ui::effect::{Effect, Notice};
use crate::ui::route::{Route, Subject};
use crate::ui::screen::{Cx, Flow, Screen as _};
use crate::ui::strings::{psp as words, shell};

impl Editor {
    pub(super) fn act_list(&mut self, action: Action, cx: &Cx) -> Flow {
        match action {
            Action::Up => self.go(self.section.saturating_sub(1).max(1), cx),
            Action::Down => self.go((self.section + 1).min(LAST), cx),
            Action::Home => self.go(1, cx),
            Action::End => self.go(LAST, cx),
            Action::Enter | Action::Forward | Action::Right | Action::View => {
                self.place = Place::Body;
                self.show(self.section, cx);
                Flow::used()
            }
            _ => Flow::Pass,
        }
    }

    pub(super) fn act_body(&mut self, action: Action, cx: &Cx) -> Flow {
        let moved = match self.section {
            6 => self.measures.act(action),
            7 => self.acts.act(action),
            8 => self.booked.act(action),
            _ => false,
        };
        match action {
            _ if moved => Flow::used(),
            Action::Forward | Action::Backward => {
                self.place = if self.form.is_some() { Place::Form } else { Place::List };
                Flow::used()
            }
            Action::Enter => self.enter_on(cx),
            Action::Delete => self.ask_take_out(),
            _ => Flow::Pass,
        }
    }

    /// Enter on a section that is not typed here: goes where it is.
    pub(super) fn enter_on(&mut self, cx: &Cx) -> Flow {
        let person = self.registrant;
        match self.section {
            1 => Flow::ask(Effect::Open(Route::PersonData(Subject::Known(person)))),
            2 => Flow::ask(Effect::Open(Route::Did(person))),
            3 => Flow::ask(Effect::Open(Route::Assessment(person))),
            6 | 7 if self.editable() => {
                self.open_row(true, cx);
                Flow::used()
            }
            8 => Flow::Used(self.save(Then::Book, cx)),
            13 if self.editable() => Flow::Used(self.give_notice(cx)),
            15 => Flow::Used(self.save(Then::Preview, cx)),
            _ => self.go((self.section + 1).min(LAST), cx),
        }
    }

    /// Opens the row under the pointer, or a new one.
    pub(super) fn open_row(&mut self, known: bool, cx: &Cx) {
        let today = cx.today();
        self.row = match self.section {
            6 => Some(Row::measure(self.measures.selected().filter(|_| known), today)),
            7 => Some(Row::act(self.acts.selected().filter(|_| known), today)),
            _ => None,
        };
        if self.row.is_some() {
            self.place = Place::Row;
        }
    }

    pub(super) fn act_row(&mut self, action: Action, cx: &Cx) -> Flow {
        let Some(row) = &mut self.row else { return Flow::Pass };
        if action == Action::Back && !row.form.has_popup() {
            if row.form.changed() && !self.warned {
                self.warned = true;
                return Flow::Used(vec![Effect::SaveDraft, Notice::warn(shell::UNSAVED).into()]);
            }
            // The draft stays, as it was said.
            self.place = Place::Body;
            self.show(self.section, cx);
            return Flow::used();
        }
        let outcome = row.form.act(action);
        self.formed(outcome, cx)
    }

    /// Keys that do the same wherever they are pressed.
    pub(super) fn act_anywhere(&mut self, action: Action, cx: &Cx) -> Flow {
        let effects = match action {
            Action::Save => self.save(Then::Stay, cx),
            Action::Prev => self.save(Then::Section(self.section.saturating_sub(1).max(1)), cx),
            Action::Next => self.save(Then::Section((self.section + 1).min(LAST)), cx),
            Action::Print => self.save(Then::Preview, cx),
            Action::View => self.save(Then::List, cx),
            Action::New => match self.section {
                8 => self.save(Then::Book, cx),
                _ if !self.editable() => vec![Notice::info(words::READ_ONLY).into()],
                6 | 7 => self.save(Then::NewRow, cx),
                _ => return Flow::Pass,
            },
            Action::Refresh => vec![self.read_card()],
            Action::Do("psp.model") if self.editable() => self.use_model(),
            Action::Letter(digit @ '0'..='9') => match self.jump.digit(digit, LAST) {
                Some(section) => self.save(Then::Section(section), cx),
                None => return Flow::Pass,
            },
            Action::Letter(letter) => return self.life(letter),
            _ => return Flow::Pass,
        };
        Flow::Used(effects)
    }
}
