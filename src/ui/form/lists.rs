//! The list or calendar a field opens: by F4, or because what is typed means
//! more than one item.

use super::field::Field;
use super::popup::{Popup, PopupOutcome};
use super::read::{self, Unread};
use super::spec::Kind;
use super::{Form, FormOutcome, words};
use crate::ui::action::Action;
use crate::ui::effect::{Notice, Sign};
use crate::ui::keys::Text;

impl Form {
    /// A text that means more than one item of a list opens the list on them
    /// instead of being left behind.
    pub(super) fn asks_which(&mut self, place: usize) -> bool {
        self.settle(place);
        let several = self.fields[place].problem == Some(Unread::Several);
        if several {
            self.open_list(place);
            self.goes_on = true;
            self.notice = Some(Notice::new(Sign::Ask, words::WHICH));
        }
        several
    }

    /// Opens the list of a field on what is typed there: more than one item
    /// is meant. The focus goes there, and on once one is chosen.
    pub fn ask_which(&mut self, name: &str) {
        let Some(place) = self.find(name) else { return };
        self.focus_at(place);
        if self.focus == place && matches!(self.fields[place].spec.kind, Kind::Lookup { .. }) {
            self.open_list(place);
            self.goes_on = true;
            self.notice = Some(Notice::new(Sign::Ask, words::WHICH));
        }
    }

    /// Is a list or calendar open over the form?
    #[must_use]
    pub fn has_popup(&self) -> bool {
        self.popup.is_some()
    }

    pub(super) fn open_list(&mut self, place: usize) -> FormOutcome {
        self.goes_on = false;
        let field = &self.fields[place];
        self.popup = match field.spec.kind {
            Kind::Date { birth } => {
                let day = read::date(&field.raw(), self.today, birth).unwrap_or(self.today);
                Some(Popup::calendar(day, self.today, field.spec.days))
            }
            Kind::Choice { .. } | Kind::Lookup { .. } | Kind::Several { .. } => {
                let items = self.items(place);
                let chosen = self.chosen_place(place, &items);
                let several = matches!(field.spec.kind, Kind::Several { .. });
                let words = if several || field.item.is_some() { String::new() } else { field.raw() };
                Some(Popup::list(field.spec.label, items, chosen, &words))
            }
            _ => return FormOutcome::Pass,
        };
        FormOutcome::Used
    }

    pub(super) fn popup_text(&mut self, text: &Text) -> FormOutcome {
        let Some(popup) = &mut self.popup else { return FormOutcome::Pass };
        let outcome = popup.text(text);
        self.popup_done(outcome)
    }

    pub(super) fn popup_act(&mut self, action: Action) -> FormOutcome {
        let Some(popup) = &mut self.popup else { return FormOutcome::Pass };
        let outcome = popup.act(action);
        self.popup_done(outcome)
    }

    fn popup_done(&mut self, outcome: PopupOutcome) -> FormOutcome {
        let place = self.focus;
        match outcome {
            PopupOutcome::Open => return FormOutcome::Used,
            PopupOutcome::Refused => return FormOutcome::Said(words::NOT_THIS_DAY.to_owned()),
            PopupOutcome::Close => {
                self.popup = None;
                self.goes_on = false;
                return FormOutcome::Used;
            }
            PopupOutcome::Day(day) => self.fill(place, &read::show_date(day), Field::replace),
            PopupOutcome::Item(item) if matches!(self.fields[place].spec.kind, Kind::Several { .. }) => {
                let items = self.items(place);
                self.fields[place].turn(&item.value, &items);
            }
            PopupOutcome::Item(item) => self.fields[place].take(item),
        }
        self.popup = None;
        let name = self.fields[place].spec.name;
        if std::mem::take(&mut self.goes_on) && self.order().last() != Some(&place) && self.step(1) {
            return FormOutcome::Left(name);
        }
        FormOutcome::Changed(name)
    }
}
