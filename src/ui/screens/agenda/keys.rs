//! What the keys do on AG01, and what is offered.

use super::{Agenda, Over, panel::Panel, shifted};
use crate::domain::appointment::AppointmentEvent as Event;
use crate::ui::action::Action;
use crate::ui::effect::{Effect, Effects, Notice};
use crate::ui::route::Route;
use crate::ui::screen::{Cx, Flow, Offer};
use crate::ui::screens::common;
use crate::ui::strings::agenda as words;
use crate::ui::widgets::calendar::Calendar;
use crate::ui::widgets::picker::{Picked, Picker};

use super::day::Row;

impl Agenda {
    pub(super) fn act_anywhere(&mut self, action: Action, cx: &Cx) -> Flow {
        if self.over.is_some() {
            return Flow::Used(self.act_over(action, cx));
        }
        if self.panel.is_some() {
            return self.act_panel(action, cx);
        }
        let shared = match action {
            Action::List => {
                self.over = Some(Over::Calendar(Calendar::new(self.day, cx.today())));
                Vec::new()
            }
            Action::Refresh => self.read(cx),
            Action::Letter('P') => {
                self.choose_operator();
                Vec::new()
            }
            Action::Letter('T') => self.go(Some(cx.today()), cx),
            _ if self.booking.is_some() => return self.act_grid(action, cx),
            _ => return self.act_day(action, cx),
        };
        Flow::Used(shared)
    }

    fn choose_operator(&mut self) {
        let items = common::operator_items(&self.operators);
        let at = self.operators.iter().position(|operator| operator.id == self.whose.id);
        let picker = Picker::new(words::CHOOSE_OPERATOR, items.into(), at, "");
        self.over = Some(Over::Operator(Box::new(picker)));
    }

    fn act_over(&mut self, action: Action, cx: &Cx) -> Effects {
        if matches!(action, Action::Back | Action::Exit) {
            self.over = None;
            return Vec::new();
        }
        match &mut self.over {
            Some(Over::Calendar(calendar)) => match action {
                Action::Enter | Action::Save => {
                    let day = calendar.day();
                    self.over = None;
                    self.go(Some(day), cx)
                }
                Action::Letter('T') => {
                    calendar.text(&crate::ui::keys::Text::typed("t"));
                    Vec::new()
                }
                other => {
                    calendar.act(other);
                    Vec::new()
                }
            },
            Some(Over::Operator(picker)) => {
                let Picked::Item(item) = picker.act(action) else { return Vec::new() };
                self.over = None;
                if let Some(operator) = self.operators.iter().find(|o| o.id.to_string() == item.value) {
                    self.whose = operator.clone();
                }
                self.go(Some(self.day), cx)
            }
            None => Vec::new(),
        }
    }

    fn act_panel(&mut self, action: Action, cx: &Cx) -> Flow {
        let Some(panel) = &mut self.panel else { return Flow::Pass };
        match action {
            Action::Save => return Flow::Used(self.save()),
            Action::Back if !panel.form.has_popup() => {
                if panel.form.changed() && !std::mem::replace(&mut panel.warned, true) {
                    return Flow::ask(Notice::warn(words::PANEL_CHANGED));
                }
                self.panel = None;
                self.saving.clear();
                return Flow::used();
            }
            _ => {}
        }
        let outcome = panel.form.act(action);
        crate::ui::screen::Screen::formed(self, outcome, cx)
    }

    fn act_grid(&mut self, action: Action, cx: &Cx) -> Flow {
        if self.grid.act(action) {
            return Flow::used();
        }
        let first = self.grid.first_day().unwrap_or(self.day);
        match action {
            Action::Enter | Action::New => match self.grid.chosen() {
                Some(at) => Flow::Used(self.open_booking(at, cx)),
                None => Flow::used(),
            },
            Action::Next => Flow::Used(self.go(shifted(first, 7), cx)),
            Action::Prev => Flow::Used(self.go(shifted(first, -7), cx)),
            Action::View => Flow::Used(self.show_day(cx)),
            Action::Back if !self.leaves => Flow::Used(self.show_day(cx)),
            _ => Flow::Pass,
        }
    }

    fn act_day(&mut self, action: Action, cx: &Cx) -> Flow {
        let moved = if self.below { self.unclosed.act(action) } else { self.rows.act(action) };
        if moved {
            return Flow::used();
        }
        let who = self.selected().map(|row| row.appointment.registrant);
        let person = |open: fn(crate::domain::ids::RegistrantId) -> Route| match who {
            Some(who) => vec![Effect::Open(open(who))],
            None => vec![Notice::info(words::NO_ROW).into()],
        };
        let effects = match action {
            Action::Prev | Action::Letter('-') => self.go(shifted(self.day, -1), cx),
            Action::Next | Action::Letter('+') => self.go(shifted(self.day, 1), cx),
            Action::Left => self.turn_operator(-1, cx),
            Action::Right => self.turn_operator(1, cx),
            Action::Forward | Action::Backward => {
                self.below = !self.below && !self.unclosed.rows().is_empty();
                Vec::new()
            }
            Action::Enter => match (self.below, self.rows.selected()) {
                (false, Some(Row::Free(slot))) => {
                    let at = slot.start;
                    self.open_booking(at, cx)
                }
                (false, Some(Row::Pause(_)) | None) => Vec::new(),
                _ => person(Route::Person),
            },
            Action::New | Action::View => match self.booking.or(cx.person.map(|person| person.id)) {
                Some(who) => self.start_booking(who, cx),
                None => vec![Notice::info(words::NOBODY).into()],
            },
            Action::Letter('O') => person(Route::Person),
            Action::Letter('L') => person(Route::Activities),
            Action::Letter('E') => self.open_event(None, cx),
            Action::Letter('C') => self.open_event(Some(Event::Sent), cx),
            Action::Letter('S') => self.open_event(Some(Event::Moved), cx),
            Action::Letter('A') => self.open_event(Some(Event::Absent), cx),
            _ => return Flow::Pass,
        };
        Flow::Used(effects)
    }

    pub(super) fn offers_now(&self, cx: &Cx) -> Vec<Offer> {
        if let Some(Panel { form, .. }) = &self.panel {
            let mut offers = vec![Offer::new(Action::Save, words::RECORD)];
            offers.extend(form.offers());
            return offers;
        }
        let list = |action, label| Offer::new(action, label);
        if self.booking.is_some() {
            return vec![
                list(Action::Enter, words::BOOK),
                list(Action::List, words::CALENDAR),
                list(Action::Refresh, Action::Refresh.label()),
                list(Action::Prev, words::WEEK),
                list(Action::Next, words::WEEK),
                list(Action::View, words::SEE_DAY),
                list(Action::Letter('P'), words::CHOOSE_OPERATOR),
                list(Action::Letter('T'), words::TODAY),
            ];
        }
        let row = self.selected().is_some();
        let free = !self.below && matches!(self.rows.selected(), Some(Row::Free(_)));
        let somebody = cx.person.is_some();
        vec![
            list(Action::Enter, if free { words::BOOK } else { words::OPEN }).when(row || free),
            list(Action::Letter('E'), words::OUTCOME).when(row),
            list(Action::Letter('C'), words::CONVENE).when(row),
            list(Action::Letter('S'), words::MOVE).when(row),
            list(Action::Letter('A'), words::ABSENT).when(row),
            list(Action::Letter('L'), words::LEP).when(row).quiet(),
            list(Action::Letter('O'), words::OPEN_PERSON).when(row).quiet(),
            list(Action::Letter('P'), words::CHOOSE_OPERATOR),
            list(Action::Letter('T'), words::TODAY),
            list(Action::List, words::CALENDAR),
            list(Action::Refresh, Action::Refresh.label()),
            list(Action::New, words::BOOK).when(somebody),
            list(Action::Prev, words::DAY),
            list(Action::Next, words::DAY),
            list(Action::Letter('+'), words::DAY).quiet(),
            list(Action::Letter('-'), words::DAY).quiet(),
            list(Action::View, words::SEE_FREE).when(somebody),
            list(Action::Forward, words::PANE).when(!self.unclosed.rows().is_empty()).quiet(),
        ]
    }
}
